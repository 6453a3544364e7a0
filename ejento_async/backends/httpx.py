"""The default way to the network: httpx over HTTP/1.1."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator, Mapping
from typing import Any, TypeVar, cast

import httpcore
import httpx

from .._secret import Secret
from ._compression import ACCEPT_ENCODING, decompressed
from ._lanes import Lane, Lanes
from ._logs import discreet
from .protocol import (
    BackendError,
    BackendRequest,
    BackendResponse,
    BodyTooLargeError,
    StreamBody,
    gathered,
)

E = TypeVar("E", bound=BaseException)

_NOT_SENT = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.ProxyError,
    httpx.UnsupportedProtocol,
)


class HttpxBackend:
    """Sends requests with httpx over HTTP/1.1.

    Proxies are taken from the usual environment variables.

    Args:
        max_connections: calls under way at once; more wait their turn.
        keepalive: seconds that an idle connection is kept.
        verify: the TLS settings; by default those of httpx, made once and shared by all clients.
        client: an `httpx.AsyncClient` to send with, for what only httpx can configure. Its pool,
            proxies and hooks are the caller's, who also closes it. Each step of a call is a task
            of its own, which keeps the client's pool whole and costs some speed.
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
        self._client = client

    async def send(self, request: BackendRequest) -> BackendResponse:
        """Send a request; see `Backend.send`."""
        given = request.body
        # In this order: most calls have none, and the check of a protocol is slow.
        body = given if given is None or isinstance(given, bytes) else _Body(given)
        try:
            message = _message(request, body)
        except httpx.InvalidURL as error:
            raise BackendError(f"the URL cannot be sent: {error}", sent=False) from error
        await self._lanes.take_slot()
        try:
            if self._client is not None:
                return await _sent_by_client(self._lanes, self._client, message, request)
            return await _sent_on_lane(self._lanes, message, request)
        except (httpx.TransportError, OSError) as error:
            if isinstance(body, _Body) and body.error is not None:
                raise body.error from None
            raise _failure(error, sent=request.sent) from without_frames(error)

    async def aclose(self) -> None:
        """Close all connections, also those of calls that are under way."""
        await self._lanes.aclose()


async def _sent_on_lane(
    lanes: Lanes, message: httpx.Request, request: BackendRequest
) -> BackendResponse:
    lane = None
    try:
        lane = await lanes.take(_origin(message.url), None)
        request.sent = True
        if not lane.connected:
            message.extensions["trace"] = _Progress(request)
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
        self.headers: Mapping[str, str] = _headers(response)

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
            raise _failure(error) from without_frames(error)
        self._ended = not _spoke_unasked(self._response)

    async def aclose(self) -> None:
        lane, self._lane = self._lane, None
        if lane is None:
            return
        if self._ended:
            self._lanes.give_back(lane)
        else:
            self._lanes.dismiss(lane)


async def _sent_by_client(
    lanes: Lanes, client: httpx.AsyncClient, message: httpx.Request, request: BackendRequest
) -> BackendResponse:
    request.sent = True
    message.extensions["trace"] = progress = _Progress(request)
    with discreet:
        sending = asyncio.create_task(client.send(message, stream=True, follow_redirects=False))
    try:
        response = await asyncio.shield(sending)
    except asyncio.CancelledError:
        progress.abandon(sending)
        lanes.later(_closed_when_ended(lanes, sending, progress))
        raise
    except BaseException:
        lanes.dismiss(None)
        raise
    return _ClientResponse(lanes, response)


def _origin(url: httpx.URL) -> str:
    return f"{url.scheme}://{url.netloc.decode('ascii')}"


class _Progress:
    """What httpx tells of how far a request is: while it connects, nothing can have left."""

    def __init__(self, request: BackendRequest) -> None:
        self._request = request
        self._begun = False
        self._abandoned = False
        self._connecting: httpcore.AsyncNetworkStream | None = None

    async def __call__(self, event: str, info: dict[str, Any]) -> None:
        if event == "connection.connect_tcp.started":
            self._begin()
            self._request.sent = False
        elif event == "connection.connect_tcp.complete":
            self._connecting = info["return_value"]
        elif event.endswith("send_request_headers.started") and not _is_connect(info):
            self._begin()
            self._request.sent = True
            self._connecting = None

    def _begin(self) -> None:
        if self._abandoned:
            raise BackendError("nobody waits for the answer", sent=False)
        self._begun = True

    def abandon(self, sending: asyncio.Task[httpx.Response]) -> None:
        """End a request that nobody waits for.

        While it waits for a connection, httpcore would lose a slot of its pool. So it is let go on
        until it has one.
        """
        self._abandoned = True
        if self._begun:
            sending.cancel()

    async def ended(self, sending: asyncio.Task[httpx.Response]) -> None:
        """Wait for the end of a request that was abandoned, and close what it has left open."""
        await asyncio.wait([sending])
        if self._connecting is not None:
            # httpcore forgets the connection when it is interrupted during the TLS handshake.
            await self._connecting.aclose()
        if not sending.cancelled() and sending.exception() is None:
            await sending.result().aclose()


def _is_connect(info: dict[str, Any]) -> bool:
    """Whether it is a request for a tunnel, which is for the proxy alone."""
    request: httpcore.Request = info["request"]
    return request.method == b"CONNECT"


async def _closed_when_ended(
    lanes: Lanes, sending: asyncio.Task[httpx.Response], progress: _Progress
) -> None:
    try:
        await progress.ended(sending)
    finally:
        lanes.dismiss(None)


class _ClientResponse:
    """An answer from the caller's own client; holds a slot until it is closed."""

    __slots__ = ("_closed", "_lanes", "_response", "headers", "status")

    def __init__(self, lanes: Lanes, response: httpx.Response) -> None:
        self._lanes = lanes
        self._response = response
        self._closed = False
        self.status: int = response.status_code
        self.headers: Mapping[str, str] = _headers(response)

    async def chunks(self) -> AsyncIterator[bytes]:
        encoding = self.headers.get("content-encoding", "")
        try:
            async for chunk in decompressed(self._raw(), encoding):
                yield chunk
        except (httpx.TransportError, OSError) as error:
            raise _failure(error) from without_frames(error)

    async def read(self, max_bytes: int) -> bytes:
        try:
            return await gathered(self.chunks(), max_bytes)
        finally:
            await self.aclose()

    async def _raw(self) -> AsyncIterator[bytes]:
        raw = self._pieces()
        while True:
            with discreet:
                reading = asyncio.create_task(_next(raw))
            try:
                chunk = await asyncio.shield(reading)
            except asyncio.CancelledError:
                self._close_after(reading)
                raise
            if chunk is None:
                return
            yield chunk

    async def _pieces(self) -> AsyncIterator[bytes]:
        async for chunk in cast("httpx.AsyncByteStream", self._response.stream):
            yield chunk
        if _spoke_unasked(self._response):
            await self._response.extensions["network_stream"].aclose()
        await self._response.aclose()

    async def aclose(self) -> None:
        self._close_after(None)

    def _close_after(self, reading: asyncio.Task[bytes | None] | None) -> None:
        if not self._closed:
            self._closed = True
            self._lanes.later(self._close(reading))

    async def _close(self, reading: asyncio.Task[bytes | None] | None) -> None:
        try:
            if reading is not None:
                reading.cancel()
                await asyncio.wait([reading])
                if not reading.cancelled():
                    reading.exception()
            await self._response.aclose()
        finally:
            self._lanes.dismiss(None)


def _spoke_unasked(response: httpx.Response) -> bool:
    """Whether more has come than the answer: httpcore would take it for the next one.

    It keeps that to itself. Should a later version keep it elsewhere, a test says so.
    """
    found: Any = response.stream
    while found is not None and not hasattr(found, "_h11_state"):
        inner = (
            getattr(found, name, None) for name in ("_stream", "_httpcore_stream", "_connection")
        )
        found = next((each for each in inner if each is not None), None)
    return found is not None and bool(found._h11_state.trailing_data[0])


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


async def _next(chunks: AsyncIterator[bytes]) -> bytes | None:
    return await anext(chunks, None)


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


def _headers(response: httpx.Response) -> dict[str, str]:
    headers: dict[str, str] = {}
    for raw_name, raw_value in response.headers.raw:
        name, value = raw_name.decode("latin-1").lower(), raw_value.decode("latin-1")
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return headers


def without_frames(error: E) -> E:
    """Drop what an error of the library holds of the request: frames, headers and body."""
    if isinstance(error, httpx.RequestError):
        error.request = cast("httpx.Request", None)
    return error.with_traceback(None)


def _failure(error: httpx.TransportError | OSError, *, sent: bool = True) -> BackendError:
    kind = type(error).__name__
    words = str(error)
    return BackendError(
        f"{kind}: {words}" if words else kind,
        timeout=isinstance(error, httpx.TimeoutException),
        sent=sent and not isinstance(error, _NOT_SENT),
    )
