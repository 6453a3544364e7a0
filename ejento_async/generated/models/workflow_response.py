"""Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self

from attrs import define, field

from ..._model import Model, list_member, member, moment, unknown_members
from .comment import Comment
from .feedback import Feedback
from .workflow_answer import WorkflowAnswer

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
        "created_by",
        "created_on",
        "modified_on",
    ]
)


@define(kw_only=True)
class WorkflowResponse(Model):
    """A stored question to a workflow and its answer. Of its members, nothing is documented.

    Attributes:
        id: Id of the stored answer. Inferred from the stored answers of agents.
        question: What was asked. Inferred from the stored answers of agents.
        response: The answer. Inferred from the stored answers of agents and from the stream.
        stage: Stage that the answer has reached. Inferred from the stored answers of agents.
        query_source: Channel of the question, for example `web`. Inferred from the stored answers
            of agents.
        is_cleared: Whether the answer was cleared. Inferred from the stored answers of agents.
        workflow: Id of the workflow. Inferred from the stored answers of agents.
        thread: Id of the chat thread. Inferred from the stored answers of agents.
        user: Id of the user. Inferred from the stored answers of agents.
        comments: Comments on the answer. Inferred from the stored answers of agents.
        feedback: Votes on the answer. Inferred from the stored answers of agents.
        created_by: E-mail address of who asked. Inferred from the stored answers of agents.
        created_on: When it was asked. Inferred from the stored answers of agents.
        modified_on: When the record was last changed. Inferred from the stored answers of agents.
    """

    id: int | None = None
    question: str | None = None
    response: WorkflowAnswer | None = None
    stage: int | None = None
    query_source: str | None = None
    is_cleared: bool | None = None
    workflow: int | None = None
    thread: int | None = None
    user: int | None = None
    comments: list[Comment] | None = None
    feedback: list[Feedback] | None = None
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
        record.id = get("id")
        record.question = get("question")
        value = get("response")
        record.response = None if value is None else member("response", value, WorkflowAnswer.read)
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
        record.created_by = get("created_by")
        value = get("created_on")
        record.created_on = None if value is None else member("created_on", value, moment)
        value = get("modified_on")
        record.modified_on = None if value is None else member("modified_on", value, moment)
        record.additional_properties = unknown_members(src, _MEMBERS)
        return record
