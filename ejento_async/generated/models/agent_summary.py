"""Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..._model import Model, integer, member, required, unknown_members
from .agent_access import AgentAccess
from .agent_type import AgentType

_MEMBERS = frozenset(
    [
        "id",
        "agent_type",
        "instructions",
        "agent_name",
        "domain",
        "prefix_prompt",
        "alias",
        "is_deleted",
        "created_by",
        "access",
        "project",
        "llm_config",
    ]
)


@define(kw_only=True)
class AgentSummary(Model):
    """An agent in short, as connections to corpora name it.

    Attributes:
        id: Id of the agent.
        agent_type: A kind of agent. Connections and history give only `id` and `name`.
        instructions: Instructions of the agent. Their form is not documented here.
        agent_name: Name of the agent.
        domain: Field of knowledge that the agent is made for.
        prefix_prompt: Prompt that stands before every question.
        alias: Alias of the agent; null when it has none.
        is_deleted: Whether the agent was deleted.
        created_by: E-mail address of the creator.
        access: Who may use an agent.
        project: Id of the project that the agent belongs to.
        llm_config: Id of the configuration of its language model; null when none is set.
    """

    id: int
    agent_type: AgentType | None = None
    instructions: Any | None = None
    agent_name: str | None = None
    domain: str | None = None
    prefix_prompt: str | None = None
    alias: str | None = None
    is_deleted: bool | None = None
    created_by: str | None = None
    access: AgentAccess | None = None
    project: int | None = None
    llm_config: int | None = None
    additional_properties: dict[str, Any] = field(factory=dict[str, Any], repr=False)
    """Members that the spec does not know, by name."""

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        # Not by the constructor: its keywords would cost as much as all the rest.
        record = cls.__new__(cls)
        get = src.get
        record.id = required(src, "id", integer)
        value = get("agent_type")
        record.agent_type = None if value is None else member("agent_type", value, AgentType.read)
        record.instructions = get("instructions")
        record.agent_name = get("agent_name")
        record.domain = get("domain")
        record.prefix_prompt = get("prefix_prompt")
        record.alias = get("alias")
        record.is_deleted = get("is_deleted")
        record.created_by = get("created_by")
        record.access = get("access")
        record.project = get("project")
        record.llm_config = get("llm_config")
        record.additional_properties = unknown_members(src, _MEMBERS)
        return record
