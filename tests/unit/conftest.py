"""What tests of single parts share."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

import pytest
import respx

from ejento_async._transport import Transport
from tests import support


@pytest.fixture
def server() -> Iterator[respx.MockRouter]:
    """An Ejento in place of the network: it answers what a test says, and nothing else."""
    with respx.mock(base_url=support.BASE_URL, assert_all_called=False) as router:
        yield router


@pytest.fixture
async def transport() -> AsyncIterator[Callable[..., Transport]]:
    """Make transports that are closed after the test."""
    made: list[Transport] = []

    def make(**changes: Any) -> Transport:
        made.append(support.transport(**changes))
        return made[-1]

    yield make
    for each in made:
        await each.aclose()


class Clock:
    """Time that does not take any: a wait is over as soon as there is nothing else to do."""

    def __init__(self, loop: asyncio.AbstractEventLoop, patch: pytest.MonkeyPatch) -> None:
        self.skipped = 0.0
        self._threads = 0
        selector = loop._selector  # type: ignore[attr-defined]
        self._loop, self._select, self._in_executor = loop, selector.select, loop.run_in_executor
        loop_time, wall_time = loop.time, time.time
        self._start = loop_time()
        patch.setattr(loop, "time", lambda: loop_time() + self.skipped)
        patch.setattr(time, "time", lambda: wall_time() + self.skipped)
        patch.setattr(selector, "select", self._wait)
        patch.setattr(loop, "run_in_executor", self._run)

    @property
    def now(self) -> float:
        """Seconds since the start of the test."""
        return self._loop.time() - self._start

    def _wait(self, timeout: float | None = None) -> Any:
        ready = self._select(0)
        if ready or timeout == 0:
            return ready
        if timeout is None or self._threads:
            return self._select(timeout if timeout is None else min(timeout, 0.01))
        self.skipped += timeout
        return ready

    def _run(self, *args: Any) -> asyncio.Future[Any]:
        """Count what is done in threads: meanwhile waits are real."""
        self._threads += 1
        future = self._in_executor(*args)
        future.add_done_callback(self._end_of_thread)
        return future

    def _end_of_thread(self, _: object) -> None:
        self._threads -= 1


@pytest.fixture
async def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Let the time of the event loop, and of the day, fly."""
    return Clock(asyncio.get_running_loop(), monkeypatch)


@pytest.fixture
def ejento(server: respx.MockRouter) -> support.TokenServer:
    """A server whose tokens end and are renewed."""
    return support.TokenServer(server)
