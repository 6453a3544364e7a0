"""Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self

from attrs import define, field

from ..._model import Model, member, moment, unknown_members

_MEMBERS = frozenset(["id", "comment", "created_by", "created_on"])


@define(kw_only=True)
class AgentComment(Model):
    """A comment on an agent. Of its members, nothing is documented.

    Attributes:
        id: Id of the comment. Inferred from comments on answers.
        comment: Text of the comment. Inferred from comments on answers.
        created_by: E-mail address of the author. Inferred from comments on answers.
        created_on: When it was written. Inferred from comments on answers.
    """

    id: int | None = None
    comment: str | None = None
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
        record.comment = get("comment")
        record.created_by = get("created_by")
        value = get("created_on")
        record.created_on = None if value is None else member("created_on", value, moment)
        record.additional_properties = unknown_members(src, _MEMBERS)
        return record
