"""Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..._model import Model, unknown_members

_MEMBERS = frozenset(["is_upvote", "is_downvote"])


@define(kw_only=True)
class Vote(Model):
    """A vote on an agent. Of its members, nothing is documented.

    Attributes:
        is_upvote: Whether it is for the agent. Inferred from votes on answers.
        is_downvote: Whether it is against the agent. Inferred from votes on answers.
    """

    is_upvote: bool | None = None
    is_downvote: bool | None = None
    additional_properties: dict[str, Any] = field(factory=dict[str, Any], repr=False)
    """Members that the spec does not know, by name."""

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        # Not by the constructor: its keywords would cost as much as all the rest.
        record = cls.__new__(cls)
        get = src.get
        record.is_upvote = get("is_upvote")
        record.is_downvote = get("is_downvote")
        record.additional_properties = unknown_members(src, _MEMBERS)
        return record
