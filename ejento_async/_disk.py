"""Work with files that never blocks the event loop."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import ParamSpec, TypeVar

from ._shield import to_end

T = TypeVar("T")
P = ParamSpec("P")


async def in_thread(function: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Run blocking work in a worker thread.

    It runs to its end even when the caller is cancelled; the cancellation is delivered then. So no
    thread is still at work on a file that the caller has gone on to close or delete.
    """
    return await to_end(asyncio.to_thread(function, *args, **kwargs))


def bare_name(name: str) -> str:
    r"""Return the last component of a path with `/` or `\`; empty when that names no file.

    What one machine calls a file must not choose a folder on another.
    """
    last = name.replace("\\", "/").rpartition("/")[2]
    return "" if last in (".", "..") else last
