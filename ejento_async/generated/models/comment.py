"""Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self

from attrs import define, field

from ..._model import Model, member, moment, unknown_members

_MEMBERS = frozenset(["id", "comment", "workflow_response", "response", "created_by", "created_on"])


@define(kw_only=True)
class Comment(Model):
    """A comment on a stored answer.

    Attributes:
        id: Id of the comment.
        comment: Text of the comment.
        workflow_response: Id of the workflow's answer that it is about.
        response: Id of the agent's answer that it is about.
        created_by: E-mail address of the author.
        created_on: When it was written.
    """

    id: int | None = None
    comment: str | None = None
    workflow_response: int | None = None
    response: int | None = None
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
        record.workflow_response = get("workflow_response")
        record.response = get("response")
        record.created_by = get("created_by")
        value = get("created_on")
        record.created_on = None if value is None else member("created_on", value, moment)
        record.additional_properties = unknown_members(src, _MEMBERS)
        return record
