"""Cutting lists into pages, in the three shapes that the vendor has for the same facts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ._spec import Json


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a list.

    Attributes:
        items: what is on the page; nothing beyond the end of the list.
        number: which page it is, from 1.
        pages: how many there are, at least 1.
        total: how many items there are in all.
    """

    items: Sequence[Any]
    number: int
    pages: int
    total: int


def page_of(items: Sequence[Any], query: Json, *, default_size: int | None = None) -> Page:
    """Cut out the page that a query asks for.

    Without `page` and `items_per_page`, or with `paginated=false`, everything is on one page,
    unless the list has a page size of its own.
    """
    number: int = query.get("page", 1)
    size: int | None = query.get("items_per_page", default_size)
    asked = query.get("paginated") is True or "page" in query
    if size is None and asked:
        size = 10
    if size is None or query.get("paginated") is False:
        return Page(items, 1, 1, len(items))
    start = (number - 1) * size
    return Page(items[start : start + size], number, max(1, -(-len(items) // size)), len(items))


def flat(name: str, page: Page) -> Json:
    """The shape of V2 Legacy: everything side by side."""
    return {
        "count": page.total,
        "num_pages": page.pages,
        "current_page": page.number,
        name: page.items,
    }


def with_meta(name: str, page: Page) -> Json:
    """The shape of most V2 lists: the items beside a `meta` object."""
    meta = {"count": page.total, "num_pages": page.pages, "current_page": page.number}
    return {name: page.items, "meta": meta}


def with_totals(name: str, page: Page) -> Json:
    """The shape of the agent history."""
    return {
        name: page.items,
        "total_records": page.total,
        "current_page": page.number,
        "total_pages": page.pages,
    }
