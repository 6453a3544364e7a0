"""Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self

from attrs import define, field

from ..._model import Model, member, moment, unknown_members
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
        # Not by the constructor: its keywords would cost as much as all the rest.
        record = cls.__new__(cls)
        get = src.get
        record.id = get("id")
        value = get("agent")
        record.agent = None if value is None else member("agent", value, AgentSummary.read)
        value = get("corpus")
        record.corpus = None if value is None else member("corpus", value, Corpus.read)
        record.is_enabled = get("is_enabled")
        record.is_default = get("is_default")
        record.is_deleted = get("is_deleted")
        record.connected_by = get("connected_by")
        record.created_by = get("created_by")
        value = get("created_on")
        record.created_on = None if value is None else member("created_on", value, moment)
        record.modified_by = get("modified_by")
        value = get("modified_on")
        record.modified_on = None if value is None else member("modified_on", value, moment)
        record.additional_properties = unknown_members(src, _MEMBERS)
        return record
