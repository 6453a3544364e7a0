"""Walking over a list while its next pages are already on their way."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncGenerator
from typing import TypeVar, cast

from ._pagination import Page

T = TypeVar("T")


async def walk_ahead(page: Page[T], prefetch: int) -> AsyncGenerator[T]:
    """Yield all items from a page to the end of its list, in order.

    Which pages there are, only a page tells; so the first one comes alone. A list that says nothing
    of its length is asked for pages until one is the last, and then for up to `prefetch - 1` too
    many, which are given up.

    Args:
        page: the first page.
        prefetch: pages that are fetched, or wait to be walked, at a time: no more than these and
            the one that is being walked are held in memory.

    Raises:
        APIError: a page could not be had; all items before it have been yielded.
    """
    coming: deque[asyncio.Task[Page[T]]] = deque()
    following = page.number + 1
    try:
        while True:
            while page.has_next and len(coming) < prefetch and page.may_have(following):
                coming.append(asyncio.create_task(page.fetch(following)))
                following += 1
            for item in page.items:
                yield item
            if not page.has_next:
                return
            page = await coming[0]
            coming.popleft()
    finally:
        # Also when the walk is left early, fails or is cancelled.
        for task in coming:
            task.cancel()
        await asyncio.gather(*coming, return_exceptions=True)


def checked(prefetch: int) -> int:
    """Return a number of pages to fetch ahead; `ValueError` when it is none."""
    if not isinstance(cast("object", prefetch), int) or isinstance(prefetch, bool) or prefetch < 0:
        msg = f"prefetch: expected a whole number from 0, got {prefetch!r}"
        raise ValueError(msg)
    return prefetch
