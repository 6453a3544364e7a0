"""Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..._model import Model, anything, list_member, unknown_members
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
        # Not by the constructor: its keywords would cost as much as all the rest.
        record = cls.__new__(cls)
        get = src.get
        record.answer = get("answer")
        record.thread_id = get("thread_id")
        record.workflow_response_id = get("workflow_response_id")
        record.thread_name = get("thread_name")
        value = get("agents_used")
        record.agents_used = None if value is None else list_member("agents_used", value, anything)
        record.sources = get("sources")
        value = get("references")
        record.references = (
            None if value is None else list_member("references", value, Reference.read)
        )
        value = get("subqueries")
        record.subqueries = None if value is None else list_member("subqueries", value, anything)
        record.additional_properties = unknown_members(src, _MEMBERS)
        return record
