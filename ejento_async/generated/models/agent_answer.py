"""Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..._model import Model, anything, list_member, unknown_members
from .agent_used import AgentUsed
from .artifact import Artifact
from .history_turn import HistoryTurn
from .reference import Reference

_MEMBERS = frozenset(
    [
        "answer",
        "query",
        "thread_id",
        "chat_thread_name",
        "thread_name",
        "agent_response_id",
        "chatlog_id",
        "references",
        "sources",
        "artifacts",
        "followup_questions",
        "success",
        "message",
        "blocked",
        "guardrail_triggered",
        "cache_hit",
        "history",
        "indexes",
        "corpus_ids",
        "instructions",
        "prompt_prefix",
        "agent_mode",
        "agents_used",
        "run_id",
        "thoughts",
        "data_points",
        "total_tokens",
        "prompt_tokens",
        "completion_tokens",
    ]
)


@define(kw_only=True)
class AgentAnswer(Model):
    """An answer of an agent. Which members are there depends on the agent and on where the answer
    comes from: the plain call, the end of a stream, or a stored record.

    Attributes:
        answer: Text of the answer. Markers such as `[0]` point to `references`.
        query: The question as it was rewritten for the search.
        thread_id: Id of the chat thread that the answer belongs to.
        chat_thread_name: Title of that thread.
        thread_name: Title of that thread, under the name that some answers use.
        agent_response_id: Id under which the answer is stored.
        chatlog_id: Older name of that id.
        references: Sources that the text refers to.
        sources: Markers of the sources used, for example `[0]`.
        artifacts: Files made along with the answer.
        followup_questions: Questions that could be asked next.
        success: Whether the agent could answer.
        message: Why it could not, in stored answers.
        blocked: Whether a guardrail stopped the answer.
        guardrail_triggered: Whether a guardrail took effect.
        cache_hit: Whether the answer comes from the cache.
        history: Turns before this question, oldest first.
        indexes: Search indexes that were used.
        corpus_ids: Ids of the corpora that were searched.
        instructions: Texts of the instructions that applied.
        prompt_prefix: Prompt that stood before the question.
        agent_mode: Mode of the agent: `QnA`, or empty.
        agents_used: Agents that took part.
        run_id: Id of the run, a UUID.
        thoughts: How the agent came to the answer. The form is not documented.
        data_points: Passages that the answer draws on. The form is not documented.
        total_tokens: Tokens used, in all.
        prompt_tokens: Tokens of the prompt.
        completion_tokens: Tokens of the answer.
    """

    answer: str | None = None
    query: str | None = None
    thread_id: int | None = None
    chat_thread_name: str | None = None
    thread_name: str | None = None
    agent_response_id: int | None = None
    chatlog_id: int | None = None
    references: list[Reference] | None = None
    sources: str | None = None
    artifacts: list[Artifact] | None = None
    followup_questions: list[str] | None = None
    success: bool | None = None
    message: str | None = None
    blocked: bool | None = None
    guardrail_triggered: bool | None = None
    cache_hit: bool | None = None
    history: list[HistoryTurn] | None = None
    indexes: list[str] | None = None
    corpus_ids: list[int] | None = None
    instructions: list[str] | None = None
    prompt_prefix: str | None = None
    agent_mode: str | None = None
    agents_used: list[AgentUsed] | None = None
    run_id: str | None = None
    thoughts: Any | None = None
    data_points: Any | None = None
    total_tokens: int | None = None
    prompt_tokens: int | None = None
    completion_tokens: int | None = None
    additional_properties: dict[str, Any] = field(factory=dict[str, Any], repr=False)
    """Members that the spec does not know, by name."""

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        # Not by the constructor: its keywords would cost as much as all the rest.
        record = cls.__new__(cls)
        get = src.get
        record.answer = get("answer")
        record.query = get("query")
        record.thread_id = get("thread_id")
        record.chat_thread_name = get("chat_thread_name")
        record.thread_name = get("thread_name")
        record.agent_response_id = get("agent_response_id")
        record.chatlog_id = get("chatlog_id")
        value = get("references")
        record.references = (
            None if value is None else list_member("references", value, Reference.read)
        )
        record.sources = get("sources")
        value = get("artifacts")
        record.artifacts = None if value is None else list_member("artifacts", value, Artifact.read)
        value = get("followup_questions")
        record.followup_questions = (
            None if value is None else list_member("followup_questions", value, anything)
        )
        record.success = get("success")
        record.message = get("message")
        record.blocked = get("blocked")
        record.guardrail_triggered = get("guardrail_triggered")
        record.cache_hit = get("cache_hit")
        value = get("history")
        record.history = None if value is None else list_member("history", value, HistoryTurn.read)
        value = get("indexes")
        record.indexes = None if value is None else list_member("indexes", value, anything)
        value = get("corpus_ids")
        record.corpus_ids = None if value is None else list_member("corpus_ids", value, anything)
        value = get("instructions")
        record.instructions = (
            None if value is None else list_member("instructions", value, anything)
        )
        record.prompt_prefix = get("prompt_prefix")
        record.agent_mode = get("agent_mode")
        value = get("agents_used")
        record.agents_used = (
            None if value is None else list_member("agents_used", value, AgentUsed.read)
        )
        record.run_id = get("run_id")
        record.thoughts = get("thoughts")
        record.data_points = get("data_points")
        record.total_tokens = get("total_tokens")
        record.prompt_tokens = get("prompt_tokens")
        record.completion_tokens = get("completion_tokens")
        record.additional_properties = unknown_members(src, _MEMBERS)
        return record
