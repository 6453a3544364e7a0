"""The connections of one backend, and which call each of them serves.

aiohttp's pool is not used: so there are never more connections than allowed, whatever host they
lead to, and each is looked at before it is used again.
"""

from __future__ import annotations

import asyncio
import os
import ssl
from collections.abc import AsyncGenerator
from typing import NoReturn

import aiohttp

from ._link import Link, new_connector, opened, words_of
from ._tls import default_context
from .protocol import BackendError

CLOSED = "the connections were closed"


class Links:
    """Hands out links, no more than `max_connections` at a time, on one event loop at a time.

    Args:
        max_connections: links in use at once; who comes later waits its turn.
        keepalive: seconds that an idle connection is kept.
        verify: the TLS settings, or None for the shared default.
    """

    def __init__(
        self, max_connections: int, keepalive: float, verify: ssl.SSLContext | None
    ) -> None:
        self._max_connections = max_connections
        self._keepalive = keepalive
        self._verify = verify
        self._loop: asyncio.AbstractEventLoop | None = None
        self._process = 0
        self._connector: aiohttp.TCPConnector | None = None
        self._guard: AsyncGenerator[None] | None = None
        self.closed = False
        self._forget()

    def _forget(self) -> None:
        self._slots = asyncio.Semaphore(self._max_connections)
        self._idle: dict[str, list[Link]] = {}
        self._links: set[Link] = set()
        self._connecting: set[asyncio.Timeout] = set()
        self._chores: set[asyncio.Task[None]] = set()
        self._sweeper: asyncio.TimerHandle | None = None

    @property
    def open(self) -> int:
        """How many links there are, idle ones included."""
        return len(self._links)

    async def take_slot(self) -> None:
        """Wait for the turn of one call.

        Raises:
            BackendError: the links are closed.
            RuntimeError: the links are in use on another event loop.
        """
        if self._loop is not asyncio.get_running_loop():
            await self._attach()
        await self._slots.acquire()
        if self.closed:
            self._slots.release()
            self._refuse()

    async def take(self, origin: str, seconds: float | None) -> Link:
        """Return a link to an origin: the one used last, or a new one. Needs a slot.

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
                link = idle.pop()
                if link.idle_since > horizon and link.usable:
                    return link
                self._close(link)
        return await self._connect(origin, seconds)

    def give_back(self, link: Link) -> None:
        """Take back a link whose answer was read to its end, and the slot with it."""
        link.payload = None
        if link in self._links:
            if link.protocol.should_close:
                self._close(link)
            else:
                loop = asyncio.get_running_loop()
                link.idle_since = loop.time()
                self._idle.setdefault(link.origin, []).append(link)
                if self._sweeper is None:
                    self._sweeper = loop.call_later(self._keepalive, self._sweep)
        self._slots.release()

    def dismiss(self, link: Link | None) -> None:
        """Give up a link that is in an unknown state, and give the slot back."""
        if link is not None:
            self._close(link)
        self._slots.release()

    def watch(self, task: asyncio.Task[None]) -> None:
        """Keep a task until it ends; closing waits for it."""
        self._chores.add(task)
        task.add_done_callback(self._chores.discard)

    async def aclose(self) -> None:
        """Close all links, also those that are in use or still connecting; there are no others."""
        await self._attach()
        self.closed = True
        for scope in self._connecting:
            if not scope.expired():
                scope.reschedule(asyncio.get_running_loop().time())
        for link in list(self._links):
            self._close(link)
        self._idle.clear()
        if self._sweeper is not None:
            self._sweeper.cancel()
            self._sweeper = None
        guard, self._guard = self._guard, None
        if guard is not None:
            await guard.aclose()
        while self._chores:
            await asyncio.wait(self._chores)

    def _refuse(self) -> NoReturn:
        raise BackendError(CLOSED, sent=False)

    async def _attach(self) -> None:
        loop, process = asyncio.get_running_loop(), os.getpid()
        if self._loop is loop:
            return
        connector, links = self._connector, self._links
        if self._process not in (0, process):
            # After a fork: they are the parent's, and not even closing them would be without harm.
            _OF_PARENTS.append((self._guard, connector, links))
            connector, links = None, set[Link]()
        elif self._loop is not None and not self._loop.is_closed():
            msg = "the client is in use on another event loop: make one client for each loop"
            raise RuntimeError(msg)

        self._loop, self._process = loop, process
        self._forget()
        self._connector = new_connector()
        self._guard = _guarding(self._links, self._connector)
        await anext(self._guard)
        # The connections of a loop that has ended went with it.
        if connector is not None:
            await connector.close()
        for link in links:
            link.forget()

    def _close(self, link: Link) -> None:
        if link in self._links:
            self._links.discard(link)
            link.close()

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

    async def _connect(self, origin: str, seconds: float | None) -> Link:
        context = self._verify
        if context is None and origin.startswith("https:"):
            context = await default_context()
        connector = self._connector
        if self.closed or connector is None:
            self._refuse()
        if len(self._links) + len(self._connecting) >= self._max_connections:
            # All links that are in nobody's hands lead to other origins.
            self._close(next(links.pop(0) for links in self._idle.values() if links))

        scope = asyncio.timeout(seconds)
        self._connecting.add(scope)
        try:
            async with scope:
                link = await opened(connector, origin, context)
        except TimeoutError:
            failure = BackendError(
                CLOSED if self.closed else "no connection in time",
                timeout=not self.closed,
                sent=False,
            )
        except (aiohttp.ClientError, OSError, ValueError) as error:
            # Not chained: errors of aiohttp hold the address of the proxy, with its password.
            failure = BackendError(words_of(error), sent=False)
        else:
            self._links.add(link)
            return link
        finally:
            self._connecting.discard(scope)
        raise failure


_OF_PARENTS: list[object] = []
"""Connections of the processes that this one is a fork of."""


async def _guarding(links: set[Link], connector: aiohttp.TCPConnector) -> AsyncGenerator[None]:
    """Close all links when the event loop ends, which ends the generators that it knows of."""
    try:
        yield
    finally:
        for link in links:
            link.close()
        links.clear()
        await connector.close()
        # The sockets are closed in the next turn of the event loop.
        await asyncio.sleep(0)
