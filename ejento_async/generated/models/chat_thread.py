"""Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self

from attrs import define, field

from ..._model import Model, integer, member, moment, required, unknown_members

_MEMBERS = frozenset(
    [
        "id",
        "corpus_id",
        "title",
        "chat_id",
        "is_deleted",
        "is_system_created",
        "agent",
        "user",
        "created_by",
        "created_on",
        "modified_by",
        "modified_on",
    ]
)


@define(kw_only=True)
class ChatThread(Model):
    """A chat thread of a user with an agent.

    Attributes:
        id: Id of the thread.
        corpus_id: Id of the corpus of the thread's attachments; null when none.
        title: Title, which is `New Thread` or `New Chat` until the first answer gives it another.
        chat_id: Id of the chat, a number or a text; null when none.
        is_deleted: Whether the thread was deleted.
        is_system_created: Whether the system made the thread. Only V2 gives it.
        agent: Id of the agent.
        user: Id of the user.
        created_by: E-mail address of the creator.
        created_on: When it was created.
        modified_by: E-mail address of who changed it last; empty when nobody did.
        modified_on: When it was last changed.
    """

    id: int
    corpus_id: int | None = None
    title: str | None = None
    chat_id: int | str | None = None
    is_deleted: bool | None = None
    is_system_created: bool | None = None
    agent: int | None = None
    user: int | None = None
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
        record.id = required(src, "id", integer)
        record.corpus_id = get("corpus_id")
        record.title = get("title")
        record.chat_id = get("chat_id")
        record.is_deleted = get("is_deleted")
        record.is_system_created = get("is_system_created")
        record.agent = get("agent")
        record.user = get("user")
        record.created_by = get("created_by")
        value = get("created_on")
        record.created_on = None if value is None else member("created_on", value, moment)
        record.modified_by = get("modified_by")
        value = get("modified_on")
        record.modified_on = None if value is None else member("modified_on", value, moment)
        record.additional_properties = unknown_members(src, _MEMBERS)
        return record
