"""Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self

from attrs import define, field

from ..._model import Model, integer, list_member, member, moment, required, unknown_members
from .agent_answer import AgentAnswer
from .comment import Comment
from .feedback import Feedback
from .response_step import ResponseStep

_MEMBERS = frozenset(
    [
        "id",
        "question",
        "response",
        "stage",
        "query_source",
        "is_cleared",
        "workflow",
        "thread",
        "user",
        "comments",
        "feedback",
        "response_steps",
        "created_by",
        "created_on",
        "modified_on",
    ]
)


@define(kw_only=True)
class AgentResponse(Model):
    """A stored question and its answer, as V2 gives it.

    Attributes:
        id: Id of the stored answer.
        question: What was asked.
        response: An answer of an agent. Which members are there depends on the agent and on where
            the answer comes from: the plain call, the end of a stream, or a stored record.
        stage: Stage that the answer has reached; null in some answers.
        query_source: Channel of the question, for example `web` or `slack-ejento`.
        is_cleared: Whether the answer was cleared.
        workflow: Id of the workflow that answered.
        thread: Id of the chat thread.
        user: Id of the user.
        comments: Comments on the answer.
        feedback: Votes on the answer.
        response_steps: Steps on the way to the answer, when they were asked for.
        created_by: E-mail address of who asked.
        created_on: When it was asked.
        modified_on: When the record was last changed.
    """

    id: int
    question: str | None = None
    response: AgentAnswer | None = None
    stage: int | None = None
    query_source: str | None = None
    is_cleared: bool | None = None
    workflow: int | None = None
    thread: int | None = None
    user: int | None = None
    comments: list[Comment] | None = None
    feedback: list[Feedback] | None = None
    response_steps: list[ResponseStep] | None = None
    created_by: str | None = None
    created_on: datetime | None = None
    modified_on: datetime | None = None
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
        record.stage = get("stage")
        record.query_source = get("query_source")
        record.is_cleared = get("is_cleared")
        record.workflow = get("workflow")
        record.thread = get("thread")
        record.user = get("user")
        value = get("comments")
        record.comments = None if value is None else list_member("comments", value, Comment.read)
        value = get("feedback")
        record.feedback = None if value is None else list_member("feedback", value, Feedback.read)
        value = get("response_steps")
        record.response_steps = (
            None if value is None else list_member("response_steps", value, ResponseStep.read)
        )
        record.created_by = get("created_by")
        value = get("created_on")
        record.created_on = None if value is None else member("created_on", value, moment)
        value = get("modified_on")
        record.modified_on = None if value is None else member("modified_on", value, moment)
        record.additional_properties = unknown_members(src, _MEMBERS)
        return record
