"""Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self

from attrs import define, field

from ..._model import (
    Model,
    anything,
    integer,
    list_member,
    member,
    moment,
    required,
    unknown_members,
)
from .agent_access import AgentAccess
from .agent_instruction import AgentInstruction
from .agent_pattern import AgentPattern
from .agent_status import AgentStatus
from .agent_type import AgentType
from .user_reference import UserReference

_MEMBERS = frozenset(
    [
        "id",
        "user",
        "agent_type",
        "pattern",
        "instructions",
        "connected_tool_names",
        "tags",
        "agent_name",
        "industry_area",
        "domain",
        "sample_q1",
        "sample_q2",
        "sample_q3",
        "prefix_prompt",
        "alias",
        "is_active",
        "is_deleted",
        "created_by",
        "created_on",
        "agent_image",
        "access",
        "status",
        "caching_enabled",
        "chunk_count",
        "react_enabled",
        "react_max_iteration_count",
        "project",
        "llm_config",
        "cloned_from",
    ]
)


@define(kw_only=True)
class Agent(Model):
    """An agent. V2 Legacy documents all members but `pattern`; of V2, only `id`, `pattern` and
    `react_enabled` were seen.

    Attributes:
        id: Id of the agent.
        user: A user in short, as agents name the one they belong to.
        agent_type: A kind of agent. Connections and history give only `id` and `name`.
        pattern: How an agent works.
        instructions: Instructions that the agent follows beside its prompt.
        connected_tool_names: Names of the tools that the agent may use, such as `Rag Tool` and
            `Attachment Tool`.
        tags: Tags of the agent. The form of a tag is not documented.
        agent_name: Name of the agent.
        industry_area: Industry that the agent is made for.
        domain: Field of knowledge that the agent is made for.
        sample_q1: First sample question.
        sample_q2: Second sample question.
        sample_q3: Third sample question.
        prefix_prompt: Prompt that stands before every question.
        alias: Alias of the agent; null when it has none.
        is_active: Whether the agent is active.
        is_deleted: Whether the agent was deleted.
        created_by: E-mail address of the creator.
        created_on: When it was created.
        agent_image: The agent's picture; null when it has none.
        access: Who may use an agent.
        status: Status of an agent.
        caching_enabled: Whether repeated questions may be answered from the cache.
        chunk_count: Number of chunks of documents that an answer may draw on, for example 32.
        react_enabled: Whether the agent reasons and acts in turns.
        react_max_iteration_count: Upper limit of such turns, for example 50.
        project: Id of the project that the agent belongs to.
        llm_config: Id of the configuration of its language model; null when none is set.
        cloned_from: Id of the agent that this one was cloned from; null when none.
    """

    id: int
    user: UserReference | None = None
    agent_type: AgentType | None = None
    pattern: AgentPattern | None = None
    instructions: list[AgentInstruction] | None = None
    connected_tool_names: list[str] | None = None
    tags: list[Any] | None = None
    agent_name: str | None = None
    industry_area: str | None = None
    domain: str | None = None
    sample_q1: str | None = None
    sample_q2: str | None = None
    sample_q3: str | None = None
    prefix_prompt: str | None = None
    alias: str | None = None
    is_active: bool | None = None
    is_deleted: bool | None = None
    created_by: str | None = None
    created_on: datetime | None = None
    agent_image: str | None = None
    access: AgentAccess | None = None
    status: AgentStatus | None = None
    caching_enabled: bool | None = None
    chunk_count: int | None = None
    react_enabled: bool | None = None
    react_max_iteration_count: int | None = None
    project: int | None = None
    llm_config: int | None = None
    cloned_from: int | None = None
    additional_properties: dict[str, Any] = field(factory=dict[str, Any], repr=False)
    """Members that the spec does not know, by name."""

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        # Not by the constructor: its keywords would cost as much as all the rest.
        record = cls.__new__(cls)
        get = src.get
        record.id = required(src, "id", integer)
        value = get("user")
        record.user = None if value is None else member("user", value, UserReference.read)
        value = get("agent_type")
        record.agent_type = None if value is None else member("agent_type", value, AgentType.read)
        value = get("pattern")
        record.pattern = None if value is None else member("pattern", value, AgentPattern.read)
        value = get("instructions")
        record.instructions = (
            None if value is None else list_member("instructions", value, AgentInstruction.read)
        )
        value = get("connected_tool_names")
        record.connected_tool_names = (
            None if value is None else list_member("connected_tool_names", value, anything)
        )
        value = get("tags")
        record.tags = None if value is None else list_member("tags", value, anything)
        record.agent_name = get("agent_name")
        record.industry_area = get("industry_area")
        record.domain = get("domain")
        record.sample_q1 = get("sample_q1")
        record.sample_q2 = get("sample_q2")
        record.sample_q3 = get("sample_q3")
        record.prefix_prompt = get("prefix_prompt")
        record.alias = get("alias")
        record.is_active = get("is_active")
        record.is_deleted = get("is_deleted")
        record.created_by = get("created_by")
        value = get("created_on")
        record.created_on = None if value is None else member("created_on", value, moment)
        record.agent_image = get("agent_image")
        record.access = get("access")
        record.status = get("status")
        record.caching_enabled = get("caching_enabled")
        record.chunk_count = get("chunk_count")
        record.react_enabled = get("react_enabled")
        record.react_max_iteration_count = get("react_max_iteration_count")
        record.project = get("project")
        record.llm_config = get("llm_config")
        record.cloned_from = get("cloned_from")
        record.additional_properties = unknown_members(src, _MEMBERS)
        return record
