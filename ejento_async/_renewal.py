"""One renewal at a time, which belongs to none of those that wait for it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any, TypeAlias

from ._errors import APITimeoutError, ClientClosedError
from ._observe import note_renewal
from ._tokens import Tokens

RENEWAL_DEADLINE = 30.0
"""Seconds that each step of a renewal may take: get hold of the store, ask the server, save."""

CLOSING_PATIENCE = 5.0
"""Seconds for which a client that closes waits for its renewal: a lost answer is a lost login."""

Work: TypeAlias = Callable[[], Coroutine[Any, Any, Tokens]]


class SingleFlight:
    """Sees to it that at most one renewal runs at a time, in a task of its own.

    Those that wait for it may be cancelled: the renewal goes on. Each is owned by the client
    through which it goes, which ends it when it closes; the others then run one of their own.

    Args:
        credentials: what the log calls that which is renewed.
    """

    def __init__(self, credentials: str) -> None:
        self._credentials = credentials
        self._task: asyncio.Task[Tokens] | None = None
        self._owner: object = None

    @property
    def under_way(self) -> asyncio.Task[Tokens] | None:
        """The renewal that runs now, if one does."""
        task = self._task
        # One of an event loop that is no more cannot be waited for.
        if task is None or task.done() or task.get_loop() is not asyncio.get_running_loop():
            return None
        return task

    def begin(self, work: Work, owner: object) -> asyncio.Task[Tokens]:
        """Start a renewal; none may be under way."""
        task = asyncio.create_task(work())
        task.add_done_callback(self._ended)
        self._task, self._owner = task, owner
        return task

    async def join(self, work: Work, owner: object) -> asyncio.Task[Tokens]:
        """Wait for the renewal that is under way, or else for this one; return it at its end.

        Raises:
            ClientClosedError: the owner closed meanwhile.
        """
        while True:
            task = self.under_way or self.begin(work, owner)
            whose = self._owner
            await asyncio.wait([task])
            if whose == owner:
                return _not_cancelled(task)
            if not (task.cancelled() or isinstance(task.exception(), ClientClosedError)):
                return task

    async def take_turn(self, work: Work, owner: object) -> Tokens:
        """Run this very renewal as soon as no other is under way, and return what it returns."""
        while (other := self.under_way) is not None:
            await asyncio.wait([other])
        task = self.begin(work, owner)
        await asyncio.wait([task])
        return _not_cancelled(task).result()

    async def end(self, owner: object) -> None:
        """Wait for the renewal of a client that closes, then cancel it."""
        task = self.under_way
        if task is not None and self._owner == owner:
            await asyncio.wait([task], timeout=CLOSING_PATIENCE)
            task.cancel()
            await asyncio.wait([task])

    def _ended(self, task: asyncio.Task[Tokens]) -> None:
        if self._task is task:
            self._task = self._owner = None
        if not task.cancelled():
            # Looked at, so that a failure whose waiters are all gone is not reported as lost.
            error = task.exception()
            note_renewal(self._credentials, None if error is None else type(error))


def _not_cancelled(task: asyncio.Task[Tokens]) -> asyncio.Task[Tokens]:
    if task.cancelled():
        msg = "the client is closed"
        raise ClientClosedError(msg)
    return task


@asynccontextmanager
async def step(what: str, *, maybe_applied: bool = False) -> AsyncGenerator[None]:
    """Bound one step of a renewal.

    Raises:
        APITimeoutError: it takes longer than `RENEWAL_DEADLINE`.
    """
    timer = asyncio.timeout(RENEWAL_DEADLINE)
    try:
        async with timer:
            yield
    except TimeoutError:
        if not timer.expired():
            raise
        msg = f"{what} for {RENEWAL_DEADLINE:g} s"
        raise APITimeoutError(msg, maybe_applied=maybe_applied) from None
