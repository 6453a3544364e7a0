"""Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self

from attrs import define, field

from ..._model import Model, member, moment, unknown_members

_MEMBERS = frozenset(["id", "instruction", "is_deleted", "created_by", "created_on", "agent"])


@define(kw_only=True)
class AgentInstruction(Model):
    """One instruction of an agent.

    Attributes:
        id: Id of the instruction.
        instruction: Text of the instruction.
        is_deleted: Whether the instruction was deleted.
        created_by: E-mail address of the creator.
        created_on: When it was created.
        agent: Id of the agent.
    """

    id: int | None = None
    instruction: str | None = None
    is_deleted: bool | None = None
    created_by: str | None = None
    created_on: datetime | None = None
    agent: int | None = None
    additional_properties: dict[str, Any] = field(factory=dict[str, Any], repr=False)
    """Members that the spec does not know, by name."""

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        # Not by the constructor: its keywords would cost as much as all the rest.
        record = cls.__new__(cls)
        get = src.get
        record.id = get("id")
        record.instruction = get("instruction")
        record.is_deleted = get("is_deleted")
        record.created_by = get("created_by")
        value = get("created_on")
        record.created_on = None if value is None else member("created_on", value, moment)
        record.agent = get("agent")
        record.additional_properties = unknown_members(src, _MEMBERS)
        return record
