"""The default way to the network: httpx over HTTP/1.1."""

from __future__ import annotations

import ssl
from collections.abc import AsyncIterator, Mapping
from typing import cast

import httpx

from .._secret import Secret
from ._compression import ACCEPT_ENCODING, decompressed
from ._lanes import Lane, Lanes
from ._logs import discreet
from ._own_client import OwnClient
from ._pool import CLOSED
from ._translation import Progress, failure_of, headers_of, spoke_unasked, without_frames
from .protocol import (
    BackendError,
    BackendRequest,
    BackendResponse,
    BodyTooLargeError,
    StreamBody,
    gathered,
)


class HttpxBackend:
    """Sends requests with httpx over HTTP/1.1.

    Proxies are taken from the usual environment variables.

    Args:
        max_connections: calls under way at once; more wait their turn.
        keepalive: seconds that an idle connection is kept.
        verify: the TLS settings; by default those of httpx, made once and shared by all clients.
        client: an `httpx.AsyncClient` to send with, for what only httpx can configure. Its pool,
            proxies and hooks are the caller's, who also closes it. It stays on the event loop of
            its first call. Each step of a call is a task of its own, which keeps the client's pool
            whole and costs some speed.
    """

    def __init__(
        self,
        *,
        max_connections: int = 20,
        keepalive: float = 30.0,
        verify: ssl.SSLContext | None = None,
        client: httpx.AsyncClient | None = None,
    ) -> None:
        self._lanes = Lanes(max_connections, keepalive, verify)
        self._own_client = None if client is None else OwnClient(client, self._lanes)

    async def send(self, request: BackendRequest) -> BackendResponse:
        """Send a request; see `Backend.send`."""
        given = request.body
        # In this order: most calls have none, and the check of a protocol is slow.
        body = given if given is None or isinstance(given, bytes) else _Body(given)
        try:
            message = _message(request, body)
        except httpx.InvalidURL as error:
            raise BackendError(f"the URL cannot be sent: {error}", sent=False) from error
        try:
            if self._own_client is not None:
                return await self._own_client.send(message, request)
            return await _sent_on_lane(self._lanes, message, request)
        except (httpx.TransportError, OSError) as error:
            if isinstance(body, _Body) and body.error is not None:
                raise body.error from None
            raise failure_of(error, sent=request.sent) from without_frames(error)

    async def aclose(self) -> None:
        """Close all connections, also those of calls that are under way."""
        await (self._own_client or self._lanes).aclose()


async def _sent_on_lane(
    lanes: Lanes, message: httpx.Request, request: BackendRequest
) -> BackendResponse:
    await lanes.take_slot()
    lane = None
    try:
        lane = await lanes.take(_origin(message.url), None)
        request.sent = True
        if not lane.connected:
            message.extensions["trace"] = Progress(request)
        with discreet:
            response = await lane.send(message)
    except BaseException:
        lanes.dismiss(lane)
        raise
    return _LaneResponse(lanes, lane, response)


class _LaneResponse:
    """An answer on a lane, which it holds until it is closed."""

    __slots__ = ("_ended", "_lane", "_lanes", "_response", "headers", "status")

    def __init__(self, lanes: Lanes, lane: Lane, response: httpx.Response) -> None:
        self._lanes = lanes
        self._lane: Lane | None = lane
        self._response = response
        self._ended = False
        self.status: int = response.status_code
        self.headers: Mapping[str, str] = headers_of(response)

    def chunks(self) -> AsyncIterator[bytes]:
        encoding = self.headers.get("content-encoding")
        return self._raw() if encoding is None else decompressed(self._raw(), encoding)

    async def read(self, max_bytes: int) -> bytes:
        try:
            length = self.headers.get("content-length", "")
            if length.isdecimal() and int(length) > max_bytes:
                raise BodyTooLargeError(max_bytes)
            return await gathered(self.chunks(), max_bytes)
        finally:
            await self.aclose()

    async def _raw(self) -> AsyncIterator[bytes]:
        stream = cast("httpx.AsyncByteStream", self._response.stream)
        try:
            chunks = aiter(stream)
            while True:
                with discreet:
                    chunk = await anext(chunks, None)
                if chunk is None:
                    break
                yield chunk
            # Only now is the connection ready for the next request.
            await stream.aclose()
        except (httpx.TransportError, OSError) as error:
            if self._lanes.closed:
                raise BackendError(CLOSED) from None
            raise failure_of(error) from without_frames(error)
        self._ended = not spoke_unasked(self._response)

    async def aclose(self) -> None:
        lane, self._lane = self._lane, None
        if lane is None:
            return
        if self._ended:
            self._lanes.give_back(lane)
        else:
            self._lanes.dismiss(lane)


def _origin(url: httpx.URL) -> str:
    return f"{url.scheme}://{url.netloc.decode('ascii')}"


class _Body:
    """The pieces of a body; remembers an error of its own, which is not one of the network."""

    def __init__(self, body: StreamBody) -> None:
        self.length = body.length
        self.error: Exception | None = None
        self._chunks = body.chunks()

    async def __aiter__(self) -> AsyncIterator[bytes]:
        sent = 0
        try:
            async for chunk in self._chunks:
                sent += len(chunk)
                if self.length is not None and sent > self.length:
                    break
                yield chunk
            if self.length not in (None, sent):
                msg = f"the body does not have the {self.length} bytes that it says"
                raise BackendError(msg)
        except Exception as error:
            self.error = error
            raise


def _message(request: BackendRequest, body: bytes | _Body | None) -> httpx.Request:
    headers = [("accept-encoding", ACCEPT_ENCODING)]
    for name, value in request.headers:
        headers.append((name, value.reveal() if isinstance(value, Secret) else value))
    if isinstance(body, _Body) and body.length is not None:
        headers.append(("content-length", str(body.length)))
    connect, read, write = request.timeouts
    return httpx.Request(
        request.method,
        request.url,
        # httpx would take text for ASCII.
        headers=[(name.encode("ascii"), value.encode("latin-1")) for name, value in headers],
        content=body,
        extensions={
            "timeout": {"connect": connect, "read": read, "write": write, "pool": None},
        },
    )
