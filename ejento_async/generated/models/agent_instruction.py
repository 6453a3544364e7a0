"""Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self

from attrs import define, field

from ..._model import Model, moment, optional, unknown_members

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
        return cls(
            id=src.get("id"),
            instruction=src.get("instruction"),
            is_deleted=src.get("is_deleted"),
            created_by=src.get("created_by"),
            created_on=optional(src, "created_on", moment),
            agent=src.get("agent"),
            additional_properties=unknown_members(src, _MEMBERS),
        )
