"""Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self

from attrs import define, field

from ..._model import Model, member, moment, unknown_members

_MEMBERS = frozenset(
    ["id", "is_upvote", "is_downvote", "workflow_response", "created_by", "created_on"]
)


@define(kw_only=True)
class Feedback(Model):
    """A vote on a stored answer.

    Attributes:
        id: Id of the vote.
        is_upvote: Whether it is for the answer.
        is_downvote: Whether it is against the answer.
        workflow_response: Id of the workflow's answer that it is about.
        created_by: E-mail address of the voter.
        created_on: When it was given.
    """

    id: int | None = None
    is_upvote: bool | None = None
    is_downvote: bool | None = None
    workflow_response: int | None = None
    created_by: str | None = None
    created_on: datetime | None = None
    additional_properties: dict[str, Any] = field(factory=dict[str, Any], repr=False)
    """Members that the spec does not know, by name."""

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        # Not by the constructor: its keywords would cost as much as all the rest.
        record = cls.__new__(cls)
        get = src.get
        record.id = get("id")
        record.is_upvote = get("is_upvote")
        record.is_downvote = get("is_downvote")
        record.workflow_response = get("workflow_response")
        record.created_by = get("created_by")
        value = get("created_on")
        record.created_on = None if value is None else member("created_on", value, moment)
        record.additional_properties = unknown_members(src, _MEMBERS)
        return record
