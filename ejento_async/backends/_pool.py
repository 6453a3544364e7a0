"""What the backends have in common: connections that serve one call at a time, and their limits.

Neither library's own pool is used. That of httpx loses slots when calls are cancelled and gets
slower the more calls wait; that of aiohttp hands on connections on which a server spoke unasked. A
call that is cancelled or fails takes its connection with it: nothing is left in an unknown state.
"""

from __future__ import annotations

import asyncio
import os
from abc import ABC, abstractmethod
from collections.abc import AsyncGenerator, Coroutine
from contextlib import suppress
from typing import Any, Generic, NoReturn, Protocol, TypeVar

from .protocol import BackendError

CLOSED = "the connections were closed"


class Pooled(Protocol):
    """A connection to one origin (scheme, host and port)."""

    origin: str
    idle_since: float
    """When its last call was over, in the time of the event loop."""

    @property
    def reusable(self) -> bool:
        """Whether another call may follow the one that is over."""
        ...

    @property
    def usable(self) -> bool:
        """Whether it can take a request now: the server may have closed it while it was idle."""
        ...

    def close(self) -> None:
        """Close it at once, also in the middle of a call."""
        ...


C = TypeVar("C", bound=Pooled)


class Pool(ABC, Generic[C]):
    """Hands out connections, no more than `max_connections` at a time, on one loop at a time.

    Args:
        max_connections: connections in use at once; who comes later waits its turn.
        keepalive: seconds that an idle connection is kept.
    """

    def __init__(self, max_connections: int, keepalive: float) -> None:
        self._max_connections = max_connections
        self._keepalive = keepalive
        self._loop: asyncio.AbstractEventLoop | None = None
        self._process = 0
        self._guard: AsyncGenerator[None] | None = None
        self.closed = False
        self._forget()

    def _forget(self) -> None:
        self._slots = asyncio.Semaphore(self._max_connections)
        self._idle: dict[str, list[C]] = {}
        self._all: set[C] = set()
        self._connecting: set[asyncio.Timeout] = set()
        self._chores: set[asyncio.Task[None]] = set()
        self._sweeper: asyncio.TimerHandle | None = None

    @property
    def open(self) -> int:
        """How many connections there are, idle ones included."""
        return len(self._all)

    async def take_slot(self) -> None:
        """Wait for the turn of one call.

        Raises:
            BackendError: the pool is closed.
            RuntimeError: the pool is in use on another event loop.
        """
        if self._loop is not asyncio.get_running_loop():
            await self._attach()
        await self._slots.acquire()
        if self.closed:
            self._slots.release()
            self._refuse()

    async def take(self, origin: str, seconds: float | None) -> C:
        """Return a connection to an origin: the one used last, or a new one. Needs a slot.

        Args:
            origin: scheme, host and port, as in a URL.
            seconds: how long it may take to connect.

        Raises:
            BackendError: there is no connection; nothing was sent.
        """
        idle = self._idle.get(origin)
        if idle:
            horizon = asyncio.get_running_loop().time() - self._keepalive
            while idle:
                found = idle.pop()
                if found.idle_since > horizon and found.usable:
                    return found
                self._close(found)
        made = await self._connect(origin, seconds)
        self._all.add(made)
        return made

    def give_back(self, connection: C) -> None:
        """Take back a connection whose answer was read to its end, and the slot with it."""
        if connection in self._all:
            if connection.reusable:
                loop = asyncio.get_running_loop()
                connection.idle_since = loop.time()
                self._idle.setdefault(connection.origin, []).append(connection)
                if self._sweeper is None:
                    self._sweeper = loop.call_later(self._keepalive, self._sweep)
            else:
                self._close(connection)
        self._slots.release()

    def dismiss(self, connection: C | None) -> None:
        """Give up a connection that is in an unknown state, if there is one, and give the slot back."""
        if connection is not None:
            self._close(connection)
        self._slots.release()

    def later(self, chore: Coroutine[Any, Any, None]) -> None:
        """Do something in a task that no cancellation of a caller reaches."""
        self.watch(asyncio.create_task(_quietly(chore)))

    def watch(self, task: asyncio.Task[None]) -> None:
        """Keep a task until it ends; closing waits for it."""
        self._chores.add(task)
        task.add_done_callback(self._chores.discard)

    async def aclose(self) -> None:
        """Close all connections, also those that are in use or still connecting, for ever."""
        await self._attach()
        self.closed = True
        for scope in self._connecting:
            if not scope.expired():
                scope.reschedule(asyncio.get_running_loop().time())
        guard, self._guard = self._guard, None
        if guard is not None:
            await guard.aclose()

    @abstractmethod
    async def _connect(self, origin: str, seconds: float | None) -> C:
        """Make a connection; calls `_make_room` when it is about to."""

    async def _begin(self) -> None:
        """Get ready for another event loop, or process: what there was before went with that."""

    async def _end(self) -> None:
        """Clean up, on the event loop that ends."""

    def _make_room(self) -> None:
        """See to it that there may be one more connection.

        Raises:
            BackendError: the pool was closed meanwhile.
        """
        if self.closed:
            self._refuse()
        if len(self._all) + len(self._connecting) >= self._max_connections:
            # All connections that are in nobody's hands lead to other origins.
            self._close(next(idle.pop(0) for idle in self._idle.values() if idle))

    def _refuse(self) -> NoReturn:
        raise BackendError(CLOSED, sent=False)

    async def _attach(self) -> None:
        loop, process = asyncio.get_running_loop(), os.getpid()
        if self._loop is loop:
            return
        if self._process not in (0, process):
            # After a fork: they are the parent's, and not even closing them would be without harm.
            _OF_PARENTS.append((self._guard, self._all, vars(self).copy()))
        elif self._loop is not None and not self._loop.is_closed():
            msg = "the client is in use on another event loop: make one client for each loop"
            raise RuntimeError(msg)

        # The connections of a loop that has ended went with it.
        self._loop, self._process = loop, process
        self._forget()
        await self._begin()
        self._guard = self._guarding()
        await anext(self._guard)

    async def _guarding(self) -> AsyncGenerator[None]:
        """Close everything when the event loop ends, which ends the generators that it knows of."""
        try:
            yield
        finally:
            if self._sweeper is not None:
                self._sweeper.cancel()
                self._sweeper = None
            self._idle.clear()
            for connection in list(self._all):
                self._close(connection)
            while self._chores:
                await asyncio.wait(self._chores)
            await self._end()

    def _close(self, connection: C) -> None:
        if connection in self._all:
            self._all.discard(connection)
            connection.close()

    def _sweep(self) -> None:
        """Close what was idle for too long, and see when to look again."""
        loop = asyncio.get_running_loop()
        horizon = loop.time() - self._keepalive
        for idle in self._idle.values():
            while idle and idle[0].idle_since <= horizon:
                self._close(idle.pop(0))
        oldest = min((idle[0].idle_since for idle in self._idle.values() if idle), default=None)
        self._sweeper = None
        if oldest is not None:
            self._sweeper = loop.call_at(oldest + self._keepalive, self._sweep)


_OF_PARENTS: list[object] = []
"""Connections of the processes that this one is a fork of."""


async def _quietly(chore: Coroutine[Any, Any, None]) -> None:
    """Run a clean-up whose own failure interests nobody."""
    with suppress(Exception):
        await chore
