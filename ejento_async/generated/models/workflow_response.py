"""Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self

from attrs import define, field

from ..._model import Model, moment, optional, optional_list, unknown_members
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
        return cls(
            id=src.get("id"),
            question=src.get("question"),
            response=optional(src, "response", WorkflowAnswer.read),
            stage=src.get("stage"),
            query_source=src.get("query_source"),
            is_cleared=src.get("is_cleared"),
            workflow=src.get("workflow"),
            thread=src.get("thread"),
            user=src.get("user"),
            comments=optional_list(src, "comments", Comment.read),
            feedback=optional_list(src, "feedback", Feedback.read),
            created_by=src.get("created_by"),
            created_on=optional(src, "created_on", moment),
            modified_on=optional(src, "modified_on", moment),
            additional_properties=unknown_members(src, _MEMBERS),
        )
