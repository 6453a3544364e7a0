"""Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..._model import Model, anything, optional_list, unknown_members
from .reference import Reference

_MEMBERS = frozenset(
    [
        "answer",
        "thread_id",
        "workflow_response_id",
        "thread_name",
        "agents_used",
        "sources",
        "references",
        "subqueries",
    ]
)


@define(kw_only=True)
class WorkflowAnswer(Model):
    """An answer of a workflow.

    Attributes:
        answer: Text of the answer.
        thread_id: Id of the thread, in the documented example a text.
        workflow_response_id: Id under which the answer is stored.
        thread_name: Title of the thread.
        agents_used: Agents that took part.
        sources: Markers of the sources used.
        references: Sources that the text refers to.
        subqueries: Questions that the workflow has split the question into. Their form is not
            documented.
    """

    answer: str | None = None
    thread_id: int | str | None = None
    workflow_response_id: int | None = None
    thread_name: str | None = None
    agents_used: list[str] | None = None
    sources: str | None = None
    references: list[Reference] | None = None
    subqueries: list[Any] | None = None
    additional_properties: dict[str, Any] = field(factory=dict[str, Any], repr=False)
    """Members that the spec does not know, by name."""

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        return cls(
            answer=src.get("answer"),
            thread_id=src.get("thread_id"),
            workflow_response_id=src.get("workflow_response_id"),
            thread_name=src.get("thread_name"),
            agents_used=optional_list(src, "agents_used", anything),
            sources=src.get("sources"),
            references=optional_list(src, "references", Reference.read),
            subqueries=optional_list(src, "subqueries", anything),
            additional_properties=unknown_members(src, _MEMBERS),
        )
