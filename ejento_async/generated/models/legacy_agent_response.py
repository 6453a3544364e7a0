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
from .agent_answer import AgentAnswer

_MEMBERS = frozenset(
    [
        "id",
        "question",
        "response",
        "comments",
        "feedback",
        "is_deleted",
        "cache_hit",
        "query_source",
        "message_id",
        "total_tokens",
        "prompt_tokens",
        "completion_tokens",
        "cost",
        "chat_thread",
        "agent",
        "user",
        "llm_config",
        "created_by",
        "created_on",
    ]
)


@define(kw_only=True)
class LegacyAgentResponse(Model):
    """A stored question and its answer, as V2 Legacy gives it.

    Attributes:
        id: Id of the stored answer.
        question: What was asked.
        response: An answer of an agent. Which members are there depends on the agent and on where
            the answer comes from: the plain call, the end of a stream, or a stored record.
        comments: Comments on the answer. Their form is not documented.
        feedback: Votes on the answer. Their form is not documented.
        is_deleted: Whether the answer was deleted.
        cache_hit: Whether the answer comes from the cache.
        query_source: Channel of the question, for example `web` or `slack-ejento`.
        message_id: Id of the message; null in all examples.
        total_tokens: Tokens used, in all.
        prompt_tokens: Tokens of the prompt.
        completion_tokens: Tokens of the answer.
        cost: Cost of the answer, a decimal number as text, for example `0.01692`.
        chat_thread: Id of the chat thread.
        agent: Id of the agent.
        user: Id of the user.
        llm_config: Id of the configuration of the language model.
        created_by: E-mail address of who asked.
        created_on: When it was asked.
    """

    id: int
    question: str | None = None
    response: AgentAnswer | None = None
    comments: list[Any] | None = None
    feedback: list[Any] | None = None
    is_deleted: bool | None = None
    cache_hit: bool | None = None
    query_source: str | None = None
    message_id: int | str | None = None
    total_tokens: int | None = None
    prompt_tokens: int | None = None
    completion_tokens: int | None = None
    cost: str | None = None
    chat_thread: int | None = None
    agent: int | None = None
    user: int | None = None
    llm_config: int | None = None
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
        value = get("comments")
        record.comments = None if value is None else list_member("comments", value, anything)
        value = get("feedback")
        record.feedback = None if value is None else list_member("feedback", value, anything)
        record.is_deleted = get("is_deleted")
        record.cache_hit = get("cache_hit")
        record.query_source = get("query_source")
        record.message_id = get("message_id")
        record.total_tokens = get("total_tokens")
        record.prompt_tokens = get("prompt_tokens")
        record.completion_tokens = get("completion_tokens")
        record.cost = get("cost")
        record.chat_thread = get("chat_thread")
        record.agent = get("agent")
        record.user = get("user")
        record.llm_config = get("llm_config")
        record.created_by = get("created_by")
        value = get("created_on")
        record.created_on = None if value is None else member("created_on", value, moment)
        record.additional_properties = unknown_members(src, _MEMBERS)
        return record
