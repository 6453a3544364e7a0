"""Connections of httpx that serve one call at a time.

httpx 0.28 with httpcore 1.0.9 loses a slot of its connection pool when a call is cancelled at the
wrong moment, its pool gets slower the more calls wait for it, and even a pool of one connection
doubles the cost of a call. So each connection is a *lane*: a transport of its own, without a pool.
"""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Callable, Coroutine
from functools import cache
from typing import Any, cast

import httpcore
import httpx

from ._pool import CLOSED, Pool
from ._proxies import proxy_for
from ._sockets import Sockets
from ._tls import default_context
from .protocol import BackendError

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
    """One connection, or none yet, to one origin (scheme, host and port).

    Args:
        url: a URL of the origin.
        context: the TLS settings.
        keepalive: seconds that it may be idle.
        later: does the closing, in a task.
    """

    __slots__ = ("_connection", "_later", "_sending", "_transport", "idle_since", "origin")

    def __init__(
        self,
        origin: str,
        context: ssl.SSLContext | None,
        keepalive: float,
        later: Callable[[Coroutine[Any, Any, None]], None],
    ) -> None:
        url = httpx.URL(origin)
        self.origin = origin
        self.idle_since = 0.0
        self._later = later
        self._sending: asyncio.Timeout | None = None
        self._connection: httpcore.AsyncHTTPConnection | None = None
        self._transport: httpx.AsyncHTTPTransport
        proxy = proxy_for(url.scheme, url.raw_host.decode("ascii"))
        if proxy is None:
            self._connection = _connection(url, context, keepalive)
            self._transport = _Transport(self._connection)
        else:
            self._transport = _by_proxy(proxy, context, keepalive)

    @property
    def connected(self) -> bool:
        """Whether it is known to wait for a request."""
        return self._connection is not None and self._connection.is_idle()

    @property
    def reusable(self) -> bool:
        """Whether another call may follow: the server may have said that this was the last one."""
        return self._connection is None or self._connection.is_idle()

    @property
    def usable(self) -> bool:
        """Whether it can take a request now: the server may have closed it while it was idle."""
        return self._connection is None or not self._connection.has_expired()

    async def send(self, message: httpx.Request) -> httpx.Response:
        """Send a request and wait for status and headers.

        Raises:
            BackendError: it was closed meanwhile.
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
                raise BackendError(CLOSED) from None
            raise
        finally:
            self._sending = None

    def close(self) -> None:
        """Close it at once, also in the middle of a call."""
        if self._sending is not None:
            # Closing a transport does not end what is being sent while it connects.
            self._sending.reschedule(asyncio.get_running_loop().time())
        self._later(self._transport.aclose())


class Lanes(Pool[Lane]):
    """Hands out lanes.

    Args:
        max_connections: lanes in use at once; who comes later waits its turn.
        keepalive: seconds that an idle lane is kept.
        verify: the TLS settings, or None for the shared default.
    """

    def __init__(
        self, max_connections: int, keepalive: float, verify: ssl.SSLContext | None
    ) -> None:
        super().__init__(max_connections, keepalive)
        self._verify = verify

    async def _connect(self, origin: str, seconds: float | None) -> Lane:  # noqa: ARG002
        # It connects when it sends, and httpx sees to the time that this may take.
        context = self._verify
        if context is None and origin.startswith("https:"):
            context = await default_context()
        self._make_room()
        return Lane(origin, context, self._keepalive, self.later)


def _by_proxy(
    proxy: str, context: ssl.SSLContext | None, keepalive: float
) -> httpx.AsyncHTTPTransport:
    """Return a transport by a proxy: only httpx's pool knows the way."""
    limits = httpx.Limits(
        max_connections=1, max_keepalive_connections=1, keepalive_expiry=keepalive
    )
    try:
        return httpx.AsyncHTTPTransport(verify=context or _no_context(), limits=limits, proxy=proxy)
    except (ValueError, httpx.InvalidURL):
        # Not its own words: they quote the URL, where a password may stand.
        raise BackendError("the proxy of the environment cannot be used", sent=False) from None


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


@cache
def _no_context() -> ssl.SSLContext:
    """For plain HTTP by proxy: httpx wants a context all the same; an empty one costs nothing."""
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
