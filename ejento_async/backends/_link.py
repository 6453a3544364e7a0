"""A connection of aiohttp that serves one call at a time.

aiohttp's connector opens it: it knows names, addresses, proxies and TLS.
"""

from __future__ import annotations

import asyncio
import base64
import select
import socket
import ssl
from contextlib import suppress
from contextvars import ContextVar
from ipaddress import IPv6Address
from typing import Any, cast

import aiohttp
from aiohttp.client_proto import ResponseHandler
from aiohttp.connector import Connection
from aiohttp.http import HttpProcessingError
from yarl import URL

from .._secret import Secret
from ._proxies import proxy_for
from .protocol import BackendError

_CAN_POLL = hasattr(select, "poll")


class Link:
    """A connection to one origin (scheme, host and port), and how requests on it are addressed.

    Attributes:
        origin: where it leads to.
        host: the value of the Host header.
        prefix: what stands before the path in a request: the origin itself, for a plain proxy.
        proxy_credentials: the value of the Proxy-Authorization header, if requests must carry it.
        protocol: aiohttp's end of it.
        payload: the body that is being read.
        idle_since: when the last call was over, in the time of the event loop.
    """

    __slots__ = (
        "_connection",
        "_poll",
        "host",
        "idle_since",
        "origin",
        "payload",
        "prefix",
        "protocol",
        "proxy_credentials",
    )

    def __init__(self, origin: str, host: str, connection: Connection) -> None:
        self.origin = origin
        self.host = host
        self.prefix = ""
        self.proxy_credentials: Secret | None = None
        self._connection = connection
        self.protocol = cast("ResponseHandler", connection.protocol)  # until it is closed
        self.payload: aiohttp.StreamReader | None = None
        self.idle_since = 0.0
        self._poll = None
        if _CAN_POLL and connection.transport is not None:
            self._poll = select.poll()
            self._poll.register(connection.transport.get_extra_info("socket"), select.POLLIN)
        lost = self.protocol.closed
        if lost is not None:
            lost.add_done_callback(self._lost)

    @property
    def reusable(self) -> bool:
        """Whether another call may follow: the server may have closed it, or spoken unasked."""
        return not self.protocol.should_close

    @property
    def usable(self) -> bool:
        """Whether it can take a request now: the server may have done so while it was idle."""
        if self.protocol.should_close or not self.protocol.is_connected():
            return False
        # The event loop may not have got round to reading it yet.
        return self._poll is None or not self._poll.poll(0)

    def abort(self) -> None:
        """Close it at once, with whatever is still to be sent or to be read."""
        if self.protocol.transport is not None:
            self.protocol.transport.abort()

    def close(self) -> None:
        """Close it, and take it from the connector."""
        self.abort()
        self._connection.close()

    def _lost(self, lost: asyncio.Future[None]) -> None:
        """Wake who waits for the rest of a body: aiohttp does not after a damaged chunk."""
        with suppress(aiohttp.ClientError, asyncio.CancelledError):
            lost.result()
        payload = self.payload
        if payload is not None and not payload.is_eof() and payload.exception() is None:
            payload.set_exception(aiohttp.ClientPayloadError("the body is cut off"))


def new_connector() -> aiohttp.TCPConnector:
    """Make what opens links: without a limit, which is elsewhere, or a memory of addresses."""
    return aiohttp.TCPConnector(
        limit=0,
        use_dns_cache=False,
        resolver=aiohttp.ThreadedResolver(),
        socket_factory=_socket,
    )


async def opened(
    connector: aiohttp.TCPConnector, origin: str, context: ssl.SSLContext | None
) -> Link:
    """Connect to an origin, by the proxy that the environment names for it.

    Raises:
        BackendError: the proxy cannot be used.
        ValueError: the origin is none.
        aiohttp.ClientError: nobody is there.
        OSError: likewise.
    """
    url = URL(origin)
    proxy, credentials = _proxy(url)
    initiator = aiohttp.ClientRequest(
        "GET",
        url,
        loop=asyncio.get_running_loop(),
        ssl=context or True,
        proxy=proxy,
        proxy_headers=(
            None if credentials is None else {"Proxy-Authorization": credentials.reveal()}
        ),
    )
    sockets: list[socket.socket] = []
    token = _sockets.set(sockets)
    try:
        connection = await connector.connect(initiator, [], aiohttp.ClientTimeout())
    except BaseException:
        for each in sockets:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
        raise
    finally:
        _sockets.reset(token)
    link = Link(origin, initiator.headers["Host"], connection)
    if proxy is not None and url.scheme == "http":
        link.prefix, link.proxy_credentials = origin, credentials
    return link


_sockets: ContextVar[list[socket.socket]] = ContextVar("_sockets")
"""The sockets of the connection that is being opened.

asyncio forgets a connection whose opening is cancelled before the TLS handshake has begun, and
leaves it open: only its end is noticed.
"""


def _socket(address: tuple[int, int, int, str, Any]) -> socket.socket:
    family, kind, protocol, _, _ = address
    found = socket.socket(family, kind, protocol)
    _sockets.get().append(found)
    return found


def _proxy(url: URL) -> tuple[URL | None, Secret | None]:
    """Return the proxy for a URL, and the credentials that it wants."""
    found = proxy_for(url.scheme, url.host or "")
    if found is None:
        return None, None
    proxy = _address(found)
    if proxy is None:
        msg = "the proxy that the environment names is not one with http or https"
        raise BackendError(msg, sent=False)
    if proxy.user is None:
        return proxy, None
    words = f"{proxy.user}:{proxy.password or ''}".encode()
    return proxy.with_user(None), Secret(f"Basic {base64.b64encode(words).decode()}")


def _address(text: str) -> URL | None:
    """Read the address of a proxy, of which no error must tell: it may hold a password."""
    with suppress(ValueError):
        url = URL(text)
        if url.scheme in ("http", "https") and url.host:
            return url if ":" not in url.host or IPv6Address(url.host) else None
    return None


def words_of(error: Exception) -> str:
    """Say what went wrong, without the URLs, headers and bytes that errors of aiohttp show."""
    if isinstance(error, HttpProcessingError):
        return f"the answer is not HTTP: {error.message.partition(':')[0]}"
    if isinstance(error, aiohttp.ClientPayloadError):
        return "the body is damaged or cut off"
    if isinstance(error, aiohttp.ServerDisconnectedError):
        return "the server closed the connection without an answer"
    if isinstance(error, aiohttp.ClientResponseError):
        return f"the proxy refused: it answered {error.status}"
    if isinstance(error, aiohttp.ClientConnectorCertificateError):
        return f"no connection: {error.certificate_error}"
    if isinstance(error, TimeoutError):
        return "no data in time"
    connecting = isinstance(error, aiohttp.ClientConnectorError)
    what = "no connection" if connecting else "the connection broke"
    details = error.strerror if isinstance(error, OSError) else None
    return f"{what}: {details}" if details else what
