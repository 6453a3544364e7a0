"""Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self

from attrs import define, field

from ..._model import Model, moment, optional, unknown_members
from .agent_summary import AgentSummary
from .corpus import Corpus

_MEMBERS = frozenset(
    [
        "id",
        "agent",
        "corpus",
        "is_enabled",
        "is_default",
        "is_deleted",
        "connected_by",
        "created_by",
        "created_on",
        "modified_by",
        "modified_on",
    ]
)


@define(kw_only=True)
class AgentCorpusConnection(Model):
    """Connection of an agent with a corpus that it answers from. Of V2, only `corpus` was seen.

    Attributes:
        id: Id of the connection.
        agent: An agent in short, as connections to corpora name it.
        corpus: A collection of documents that agents search for their answers.
        is_enabled: Whether the agent uses the corpus.
        is_default: Whether this is the default connection of the agent.
        is_deleted: Whether the connection was deleted.
        connected_by: Who made the connection. The form is not documented.
        created_by: E-mail address of the creator.
        created_on: When it was created.
        modified_by: E-mail address of who changed it last; empty when nobody did.
        modified_on: When it was last changed.
    """

    id: int | None = None
    agent: AgentSummary | None = None
    corpus: Corpus | None = None
    is_enabled: bool | None = None
    is_default: bool | None = None
    is_deleted: bool | None = None
    connected_by: Any | None = None
    created_by: str | None = None
    created_on: datetime | None = None
    modified_by: str | None = None
    modified_on: datetime | None = None
    additional_properties: dict[str, Any] = field(factory=dict[str, Any], repr=False)
    """Members that the spec does not know, by name."""

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        return cls(
            id=src.get("id"),
            agent=optional(src, "agent", AgentSummary.read),
            corpus=optional(src, "corpus", Corpus.read),
            is_enabled=src.get("is_enabled"),
            is_default=src.get("is_default"),
            is_deleted=src.get("is_deleted"),
            connected_by=src.get("connected_by"),
            created_by=src.get("created_by"),
            created_on=optional(src, "created_on", moment),
            modified_by=src.get("modified_by"),
            modified_on=optional(src, "modified_on", moment),
            additional_properties=unknown_members(src, _MEMBERS),
        )
