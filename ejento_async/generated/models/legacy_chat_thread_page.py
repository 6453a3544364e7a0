"""Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..._model import Model, list_member, unknown_members
from .chat_thread import ChatThread

_MEMBERS = frozenset(["count", "num_pages", "current_page", "chat_threads"])


@define(kw_only=True)
class LegacyChatThreadPage(Model):
    """One page of chat threads, as V2 Legacy gives them to the admin panel.

    Attributes:
        count: Number of threads on all pages together. Inferred from the pages of stored answers.
        num_pages: Number of pages. Inferred from the pages of stored answers.
        current_page: Number of this page, counted from 1. Inferred from the pages of stored
            answers.
        chat_threads: The threads. Inferred from V2.
    """

    count: int | None = None
    num_pages: int | None = None
    current_page: int | None = None
    chat_threads: list[ChatThread] | None = None
    additional_properties: dict[str, Any] = field(factory=dict[str, Any], repr=False)
    """Members that the spec does not know, by name."""

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        # Not by the constructor: its keywords would cost as much as all the rest.
        record = cls.__new__(cls)
        get = src.get
        record.count = get("count")
        record.num_pages = get("num_pages")
        record.current_page = get("current_page")
        value = get("chat_threads")
        record.chat_threads = (
            None if value is None else list_member("chat_threads", value, ChatThread.read)
        )
        record.additional_properties = unknown_members(src, _MEMBERS)
        return record
