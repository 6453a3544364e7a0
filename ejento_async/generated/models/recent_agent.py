"""Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..._model import Model, member, unknown_members
from .agent import Agent

_MEMBERS = frozenset(["id", "agent"])


@define(kw_only=True)
class RecentAgent(Model):
    """Note that an agent was used lately. It has further members that are not documented.

    Attributes:
        id: Id of the note.
        agent: An agent. V2 Legacy documents all members but `pattern`; of V2, only `id`, `pattern`
            and `react_enabled` were seen.
    """

    id: int | None = None
    agent: Agent | None = None
    additional_properties: dict[str, Any] = field(factory=dict[str, Any], repr=False)
    """Members that the spec does not know, by name."""

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        # Not by the constructor: its keywords would cost as much as all the rest.
        record = cls.__new__(cls)
        get = src.get
        record.id = get("id")
        value = get("agent")
        record.agent = None if value is None else member("agent", value, Agent.read)
        record.additional_properties = unknown_members(src, _MEMBERS)
        return record
