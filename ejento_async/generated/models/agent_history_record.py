"""Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self

from attrs import define, field

from ..._model import Model, anything, moment, optional, optional_list, unknown_members
from .agent_access import AgentAccess
from .agent_status import AgentStatus
from .agent_type import AgentType
from .character_voice import CharacterVoice
from .llm_config import LlmConfig

_MEMBERS = frozenset(
    [
        "history_id",
        "history_date",
        "history_change_reason",
        "agent_name",
        "domain",
        "sample_q1",
        "sample_q2",
        "sample_q3",
        "prefix_prompt",
        "access",
        "status",
        "agent_type",
        "llm_config",
        "character_voice",
        "caching_enabled",
        "react_enabled",
        "reasoning_mode",
        "instructions",
        "modified_by",
    ]
)


@define(kw_only=True)
class AgentHistoryRecord(Model):
    """The settings of an agent as they were after one change.

    Attributes:
        history_id: Id of the record.
        history_date: When the change was made.
        history_change_reason: Why the change was made.
        agent_name: Name of the agent.
        domain: Field of knowledge that the agent is made for.
        sample_q1: First sample question.
        sample_q2: Second sample question.
        sample_q3: Third sample question.
        prefix_prompt: Prompt that stands before every question.
        access: Who may use an agent.
        status: Status of an agent.
        agent_type: A kind of agent. Connections and history give only `id` and `name`.
        llm_config: Configuration of a language model.
        character_voice: Voice in which an agent speaks.
        caching_enabled: Whether repeated questions may be answered from the cache.
        react_enabled: Whether the agent reasons and acts in turns.
        reasoning_mode: How the agent reasons, for example `react`.
        instructions: Texts of the agent's instructions.
        modified_by: E-mail address of who made the change.
    """

    history_id: int | None = None
    history_date: datetime | None = None
    history_change_reason: str | None = None
    agent_name: str | None = None
    domain: str | None = None
    sample_q1: str | None = None
    sample_q2: str | None = None
    sample_q3: str | None = None
    prefix_prompt: str | None = None
    access: AgentAccess | None = None
    status: AgentStatus | None = None
    agent_type: AgentType | None = None
    llm_config: LlmConfig | None = None
    character_voice: CharacterVoice | None = None
    caching_enabled: bool | None = None
    react_enabled: bool | None = None
    reasoning_mode: str | None = None
    instructions: list[str] | None = None
    modified_by: str | None = None
    additional_properties: dict[str, Any] = field(factory=dict[str, Any], repr=False)
    """Members that the spec does not know, by name."""

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        return cls(
            history_id=src.get("history_id"),
            history_date=optional(src, "history_date", moment),
            history_change_reason=src.get("history_change_reason"),
            agent_name=src.get("agent_name"),
            domain=src.get("domain"),
            sample_q1=src.get("sample_q1"),
            sample_q2=src.get("sample_q2"),
            sample_q3=src.get("sample_q3"),
            prefix_prompt=src.get("prefix_prompt"),
            access=src.get("access"),
            status=src.get("status"),
            agent_type=optional(src, "agent_type", AgentType.read),
            llm_config=optional(src, "llm_config", LlmConfig.read),
            character_voice=optional(src, "character_voice", CharacterVoice.read),
            caching_enabled=src.get("caching_enabled"),
            react_enabled=src.get("react_enabled"),
            reasoning_mode=src.get("reasoning_mode"),
            instructions=optional_list(src, "instructions", anything),
            modified_by=src.get("modified_by"),
            additional_properties=unknown_members(src, _MEMBERS),
        )
