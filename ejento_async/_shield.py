"""Work that cancellation must not cut in half."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

T = TypeVar("T")

_under_way: set[asyncio.Task[Any]] = set()
"""The event loop holds tasks weakly; without this, one that nobody awaits any more could vanish."""


async def to_end(work: Coroutine[Any, Any, T]) -> T:
    """Await `work`, which runs to its end even when the caller is cancelled.

    A cancellation is delivered when the work has ended. A second one is delivered at once; the
    work then goes on by itself.
    """
    task = asyncio.ensure_future(work)
    _under_way.add(task)
    task.add_done_callback(_forget)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait([task])
        raise


def _forget(task: asyncio.Task[Any]) -> None:
    _under_way.discard(task)
    if not task.cancelled():
        # Looked at here, so that it is not reported as "never retrieved" after a cancellation.
        task.exception()
