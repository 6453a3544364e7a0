"""Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..._model import Model, unknown_members
from .agent_access import AgentAccess

_MEMBERS = frozenset(["access"])


@define(kw_only=True)
class AgentAccessLevel(Model):
    """Who may use an agent.

    Attributes:
        access: Who may use the agent. Inferred from the record of an agent.
    """

    access: AgentAccess | None = None
    additional_properties: dict[str, Any] = field(factory=dict[str, Any], repr=False)
    """Members that the spec does not know, by name."""

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        # Not by the constructor: its keywords would cost as much as all the rest.
        record = cls.__new__(cls)
        get = src.get
        record.access = get("access")
        record.additional_properties = unknown_members(src, _MEMBERS)
        return record
