"""Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self

from attrs import define, field

from ..._model import Model, anything, list_member, member, moment, unknown_members
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
        # Not by the constructor: its keywords would cost as much as all the rest.
        record = cls.__new__(cls)
        get = src.get
        record.history_id = get("history_id")
        value = get("history_date")
        record.history_date = None if value is None else member("history_date", value, moment)
        record.history_change_reason = get("history_change_reason")
        record.agent_name = get("agent_name")
        record.domain = get("domain")
        record.sample_q1 = get("sample_q1")
        record.sample_q2 = get("sample_q2")
        record.sample_q3 = get("sample_q3")
        record.prefix_prompt = get("prefix_prompt")
        record.access = get("access")
        record.status = get("status")
        value = get("agent_type")
        record.agent_type = None if value is None else member("agent_type", value, AgentType.read)
        value = get("llm_config")
        record.llm_config = None if value is None else member("llm_config", value, LlmConfig.read)
        value = get("character_voice")
        record.character_voice = (
            None if value is None else member("character_voice", value, CharacterVoice.read)
        )
        record.caching_enabled = get("caching_enabled")
        record.react_enabled = get("react_enabled")
        record.reasoning_mode = get("reasoning_mode")
        value = get("instructions")
        record.instructions = (
            None if value is None else list_member("instructions", value, anything)
        )
        record.modified_by = get("modified_by")
        record.additional_properties = unknown_members(src, _MEMBERS)
        return record
