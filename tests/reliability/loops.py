"""Event loops of other kinds than the one that runs the tests."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

import uvloop

T = TypeVar("T")

# The first loop of uvloop opens files that stay open as long as the process.
uvloop.new_event_loop().close()


def _debugging() -> asyncio.AbstractEventLoop:
    loop = asyncio.new_event_loop()
    loop.set_debug(True)
    return loop


def _eager() -> asyncio.AbstractEventLoop:
    loop = asyncio.new_event_loop()
    if sys.version_info >= (3, 12):
        loop.set_task_factory(asyncio.eager_task_factory)
    return loop


LOOPS: dict[str, Callable[[], asyncio.AbstractEventLoop]] = {
    "uvloop": uvloop.new_event_loop,
    "asyncio in debug mode": _debugging,
}
if sys.version_info >= (3, 12):
    LOOPS["asyncio with eager tasks"] = _eager


async def elsewhere(
    main: Callable[[], Coroutine[Any, Any, T]],
    make_loop: Callable[[], asyncio.AbstractEventLoop] = asyncio.new_event_loop,
) -> T:
    """Run something on an event loop of its own, in a thread of its own, as `asyncio.run` would."""

    def run() -> T:
        lost: list[str] = []
        with asyncio.Runner(loop_factory=make_loop) as runner:
            runner.get_loop().set_exception_handler(lambda _, context: lost.append(repr(context)))
            value = runner.run(main())
        assert lost == []
        return value

    return await asyncio.to_thread(run)
