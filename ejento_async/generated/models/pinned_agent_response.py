"""Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self

from attrs import define, field

from ..._model import Model, integer, member, moment, required, unknown_members
from .agent_answer import AgentAnswer

_MEMBERS = frozenset(
    [
        "id",
        "question",
        "response",
        "pinned",
        "chat_thread_id",
        "total_tokens",
        "prompt_tokens",
        "completion_tokens",
        "created_by",
        "created_on",
    ]
)


@define(kw_only=True)
class PinnedAgentResponse(Model):
    """A stored answer that a user has pinned.

    Attributes:
        id: Id of the stored answer.
        question: What was asked.
        response: An answer of an agent. Which members are there depends on the agent and on where
            the answer comes from: the plain call, the end of a stream, or a stored record.
        pinned: Whether the answer is pinned.
        chat_thread_id: Id of the chat thread.
        total_tokens: Tokens used, in all.
        prompt_tokens: Tokens of the prompt.
        completion_tokens: Tokens of the answer.
        created_by: E-mail address of who asked.
        created_on: When it was asked.
    """

    id: int
    question: str | None = None
    response: AgentAnswer | None = None
    pinned: bool | None = None
    chat_thread_id: int | None = None
    total_tokens: int | None = None
    prompt_tokens: int | None = None
    completion_tokens: int | None = None
    created_by: str | None = None
    created_on: datetime | None = None
    additional_properties: dict[str, Any] = field(factory=dict[str, Any], repr=False)
    """Members that the spec does not know, by name."""

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        # Not by the constructor: its keywords would cost as much as all the rest.
        record = cls.__new__(cls)
        get = src.get
        record.id = required(src, "id", integer)
        record.question = get("question")
        value = get("response")
        record.response = None if value is None else member("response", value, AgentAnswer.read)
        record.pinned = get("pinned")
        record.chat_thread_id = get("chat_thread_id")
        record.total_tokens = get("total_tokens")
        record.prompt_tokens = get("prompt_tokens")
        record.completion_tokens = get("completion_tokens")
        record.created_by = get("created_by")
        value = get("created_on")
        record.created_on = None if value is None else member("created_on", value, moment)
        record.additional_properties = unknown_members(src, _MEMBERS)
        return record
