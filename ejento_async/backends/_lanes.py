"""Connections that serve one call at a time.

httpx 0.28 with httpcore 1.0.9 loses a slot of its connection pool when a call is cancelled at the
wrong moment, its pool gets slower the more calls wait for it, and even a pool of one connection
doubles the cost of a call. So there is no pool: each connection is a *lane*, a transport of its
own, and a limiter of our own hands the lanes out. A call that is cancelled or fails takes its lane
with it; nothing is left that could be in a wrong state.
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Coroutine
from contextlib import suppress
from functools import cache
from typing import Any, NoReturn, cast

import httpcore
import httpx

from ._proxies import proxy_for
from ._sockets import Sockets
from ._tls import default_context
from .protocol import BackendError

_CLOSED = "the connections were closed"

_SOCKETS = Sockets()


class _Transport(httpx.AsyncHTTPTransport):
    """httpx's transport over one connection.

    It is httpx's own in everything that tools can hook into: those that mock httpx or trace it see
    each request, as they do with a client of httpx.
    """

    def __init__(self, connection: httpcore.AsyncHTTPConnection) -> None:
        # In place of httpx's own constructor, which makes a pool. One connection answers the only
        # two calls that are made: it has the same methods to send a request and to close.
        self._pool = cast("Any", connection)


class Lane:
    """One connection, or none yet, to one origin (scheme, host and port)."""

    __slots__ = ("_connection", "_sending", "_transport", "origin")

    def __init__(
        self,
        origin: tuple[str, str],
        url: httpx.URL,
        context: ssl.SSLContext | None,
        keepalive: float,
    ) -> None:
        self.origin = origin
        self._sending: asyncio.Timeout | None = None
        proxy = proxy_for(url.scheme, url.host)
        self._connection: httpcore.AsyncHTTPConnection | None = None
        self._transport: httpx.AsyncHTTPTransport
        if proxy is None:
            self._connection = _connection(url, context, keepalive)
            self._transport = _Transport(self._connection)
        else:
            # Only httpx's pool knows the ways through a proxy.
            self._transport = httpx.AsyncHTTPTransport(
                verify=context or _no_context(),
                limits=httpx.Limits(
                    max_connections=1, max_keepalive_connections=1, keepalive_expiry=keepalive
                ),
                proxy=proxy,
            )

    @property
    def connected(self) -> bool:
        """Whether it is known to wait for a request."""
        return self._connection is not None and self._connection.is_idle()

    @property
    def usable(self) -> bool:
        """Whether it can take another request: it may have been closed while it was idle."""
        return self._connection is None or (
            self.connected
            and not self._connection.has_expired()
            and not _has_surplus(self._connection)
        )

    async def send(self, message: httpx.Request) -> httpx.Response:
        """Send a request and wait for status and headers.

        Raises:
            BackendError: it was interrupted.
        """
        if self.connected:
            # Closing it is interruption enough.
            return await self._transport.handle_async_request(message)
        scope = asyncio.timeout(None)
        try:
            async with scope:
                self._sending = scope
                return await self._transport.handle_async_request(message)
        except TimeoutError:
            if scope.expired():
                raise BackendError(_CLOSED) from None
            raise
        finally:
            self._sending = None

    def interrupt(self) -> None:
        """End what is being sent: closing a transport does not, while it connects."""
        if self._sending is not None:
            self._sending.reschedule(asyncio.get_running_loop().time())

    async def aclose(self) -> None:
        """Close the connection."""
        await self._transport.aclose()


class Lanes:
    """Hands out lanes, no more than `max_connections` at a time, on one event loop at a time.

    Args:
        max_connections: lanes in use at once; who comes later waits its turn.
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
        self._closed = False
        self._forget()

    def _forget(self) -> None:
        self._slots = asyncio.Semaphore(self._max_connections)
        self._idle: dict[tuple[str, str], list[Lane]] = {}
        self._lanes: set[Lane] = set()
        self._chores: set[asyncio.Task[None]] = set()

    @property
    def open(self) -> int:
        """How many lanes there are, idle ones included."""
        return len(self._lanes)

    async def take_slot(self) -> None:
        """Wait for the turn of one call.

        Raises:
            BackendError: the lanes are closed.
            RuntimeError: the lanes are in use on another event loop.
        """
        self._attach()
        await self._slots.acquire()
        if self._closed:
            self._slots.release()
            self._refuse()

    def give_slot_back(self) -> None:
        """End the turn of a call that has no lane."""
        self._slots.release()

    async def take(self, url: httpx.URL) -> Lane:
        """Return a lane to the origin of a URL: the one used last, or a new one. Needs a slot."""
        origin = (url.scheme, url.netloc.decode("ascii"))
        idle = self._idle.get(origin)
        while idle:
            lane = idle.pop()
            if lane.usable:
                return lane
            self._close(lane)

        context = await self._context(url.scheme)
        if self._closed:
            self._refuse()
        if len(self._lanes) >= self._max_connections:
            # All lanes that are in nobody's hands lead to other origins.
            self._close(next(lanes.pop(0) for lanes in self._idle.values() if lanes))
        lane = Lane(origin, url, context, self._keepalive)
        self._lanes.add(lane)
        return lane

    def give_back(self, lane: Lane) -> None:
        """Take back a lane whose answer was read to its end, and the slot with it."""
        if lane in self._lanes:
            self._idle.setdefault(lane.origin, []).append(lane)
        self._slots.release()

    def dismiss(self, lane: Lane | None) -> None:
        """Give up a lane that is in an unknown state, and give the slot back."""
        if lane is not None:
            self._close(lane)
        self._slots.release()

    def later(self, chore: Coroutine[Any, Any, None]) -> None:
        """Do something in a task that no cancellation of a caller reaches."""
        task = asyncio.create_task(_quietly(chore))
        self._chores.add(task)
        task.add_done_callback(self._chores.discard)

    async def aclose(self) -> None:
        """Close all lanes, also those that are in use; there will be no others."""
        self._attach()
        self._closed = True
        for lane in list(self._lanes):
            lane.interrupt()
            self._close(lane)
        self._idle.clear()
        while self._chores:
            await asyncio.wait(self._chores)

    def _refuse(self) -> NoReturn:
        raise BackendError(_CLOSED, sent=False)

    def _attach(self) -> None:
        loop = asyncio.get_running_loop()
        if self._loop is not loop:
            if self._loop is not None and not self._loop.is_closed():
                msg = "the client is in use on another event loop: make one client for each loop"
                raise RuntimeError(msg)
            # The connections of a loop that has ended went with it.
            self._loop = loop
            self._forget()

    def _close(self, lane: Lane) -> None:
        if lane in self._lanes:
            self._lanes.discard(lane)
            self.later(lane.aclose())

    async def _context(self, scheme: str) -> ssl.SSLContext | None:
        if self._verify is not None or scheme == "http":
            return self._verify
        return await default_context()


async def _quietly(chore: Coroutine[Any, Any, None]) -> None:
    """Run a clean-up whose own failure interests nobody."""
    with suppress(httpx.HTTPError, OSError):
        await chore


def _connection(
    url: httpx.URL, context: ssl.SSLContext | None, keepalive: float
) -> httpcore.AsyncHTTPConnection:
    if url.scheme not in ("http", "https"):
        msg = f"expected a URL with http or https, got {url.scheme}"
        raise httpx.UnsupportedProtocol(msg)
    port = url.port or (443 if url.scheme == "https" else 80)
    origin = httpcore.Origin(url.raw_scheme, url.raw_host, port)
    return httpcore.AsyncHTTPConnection(
        origin, context, keepalive_expiry=keepalive, network_backend=_SOCKETS
    )


def _has_surplus(connection: httpcore.AsyncHTTPConnection) -> bool:
    """Whether more has come than the last answer: httpcore would take it for the next one.

    It keeps that to itself. Should a later version keep it elsewhere, a test says so.
    """
    state = getattr(getattr(connection, "_connection", None), "_h11_state", None)
    return state is not None and bool(state.trailing_data[0])


@cache
def _no_context() -> ssl.SSLContext:
    """For plain HTTP by proxy: httpx wants a context all the same; an empty one costs nothing."""
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
