"""An `httpx.AsyncClient` of the caller, guarded against what its connection pool does not bear.

To requests that begin at the same time the pool assigns the same idle connection, again and again,
so that some starve. A connection whose request is cancelled before it connects, or between
connecting and sending, counts as busy for ever. And a cancelled TLS handshake leaves its socket
open.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Coroutine, Mapping
from contextlib import asynccontextmanager
from typing import Any, cast

import httpcore
import httpx

from .._shield import to_end
from ._compression import decompressed
from ._lanes import Lanes
from ._logs import discreet
from ._pool import CLOSED
from ._translation import (
    Progress,
    failure_of,
    headers_of,
    is_leaving,
    spoke_unasked,
    without_frames,
)
from .protocol import BackendError, BackendRequest, BackendResponse, gathered


class OwnClient:
    """Sends with a client of the caller's, in the turns that lanes would have.

    What is awaited runs in tasks of its own, which no cancellation of a call reaches. They are
    cancelled here, when the pool bears it.
    """

    def __init__(self, client: httpx.AsyncClient, lanes: Lanes) -> None:
        self._client = client
        self._lanes = lanes
        self._loop: asyncio.AbstractEventLoop | None = None
        self._starting = asyncio.Lock()
        self._scopes: set[asyncio.Timeout] = set()

    async def send(self, message: httpx.Request, request: BackendRequest) -> BackendResponse:
        """Send a request and return as soon as status and headers are there.

        Raises:
            RuntimeError: the client is bound to another event loop, also if that has ended.
        """
        loop = asyncio.get_running_loop()
        if self._loop not in (None, loop):
            # Its connections are there, and after a fork they are the parent's.
            msg = "the httpx client belongs to another event loop: make one client for each loop"
            raise RuntimeError(msg)
        self._loop = loop
        await self._lanes.take_slot()
        request.sent = True
        progress = _Progress(request)
        message.extensions["trace"] = progress
        sending = None
        try:
            async with self.interruptible():
                async with self._starting:
                    with discreet:
                        sending = asyncio.create_task(
                            self._client.send(message, stream=True, follow_redirects=False)
                        )
                    await progress.begun(sending)
                response = await asyncio.shield(sending)
        except BaseException:
            if sending is None:
                self.give_slot_back()
            else:
                progress.abandon(sending)
                self.later(self._given_up(sending, progress))
            raise
        return _Response(self, response)

    async def aclose(self) -> None:
        """End all calls; the client itself is left alone."""
        await to_end(self._close())

    async def _close(self) -> None:
        loop = asyncio.get_running_loop()
        if self._loop is loop:
            for scope in self._scopes:
                if not scope.expired():
                    scope.reschedule(loop.time())
            while self._scopes:  # noqa: ASYNC110 - for a turn or two
                await asyncio.sleep(0)
        await self._lanes.aclose()

    @asynccontextmanager
    async def interruptible(self) -> AsyncGenerator[None]:
        """Let closing end what is awaited within.

        Raises:
            BackendError: it did.
        """
        scope = asyncio.timeout(None)
        try:
            async with scope:
                self._scopes.add(scope)
                yield
        except TimeoutError:
            if scope.expired():
                raise BackendError(CLOSED) from None
            raise
        finally:
            self._scopes.discard(scope)

    def later(self, chore: Coroutine[Any, Any, None]) -> None:
        """Do something in a task that no cancellation of a caller reaches."""
        self._lanes.later(chore)

    def give_slot_back(self) -> None:
        """End the turn of a call."""
        self._lanes.dismiss(None)

    async def _given_up(self, sending: asyncio.Task[httpx.Response], progress: _Progress) -> None:
        try:
            await progress.ended(sending)
        finally:
            self.give_slot_back()


class _Progress(Progress):
    """Knows besides when a request can be cancelled."""

    __slots__ = ("_abandoned", "_begun", "_cancellable", "_connecting")

    BEGINNING = 5
    """Turns of the event loop within which a request has its connection, but for clients that have
    slow hooks, or no pool."""

    def __init__(self, request: BackendRequest) -> None:
        super().__init__(request)
        self._begun = False
        self._cancellable = False
        self._abandoned = False
        self._connecting: httpcore.AsyncNetworkStream | None = None

    async def __call__(self, event: str, info: Mapping[str, Any]) -> None:
        await super().__call__(event, info)
        self._begun = True
        if event in ("connection.connect_tcp.started", "connection.start_tls.started"):
            self._cancel_here()
        elif event in ("connection.connect_tcp.complete", "connection.start_tls.complete"):
            self._cancellable = False
            self._connecting = self._connecting or info["return_value"]
        elif is_leaving(event, info):
            self._cancel_here()
            self._connecting = None

    def _cancel_here(self) -> None:
        if self._abandoned:
            raise BackendError("nobody waits for the answer", sent=False)
        self._cancellable = True

    async def begun(self, sending: asyncio.Task[httpx.Response]) -> None:
        """Wait until the request has a connection of its own."""
        for _ in range(self.BEGINNING):
            if self._begun or sending.done():
                return
            await asyncio.sleep(0)

    def abandon(self, sending: asyncio.Task[httpx.Response]) -> None:
        """End a request that nobody waits for: now, or as soon as the pool bears it."""
        self._abandoned = True
        if self._cancellable:
            sending.cancel()

    async def ended(self, sending: asyncio.Task[httpx.Response]) -> None:
        """Wait for the end of a request that was abandoned, and close what it has left open."""
        await asyncio.wait([sending])
        if self._connecting is not None:
            # httpcore forgets the connection when it is interrupted during the TLS handshake.
            await self._connecting.aclose()
        if not sending.cancelled() and sending.exception() is None:
            await sending.result().aclose()


class _Response:
    """An answer; holds its turn until it is closed."""

    __slots__ = ("_client", "_closed", "_response", "headers", "status")

    def __init__(self, client: OwnClient, response: httpx.Response) -> None:
        self._client = client
        self._response = response
        self._closed = False
        self.status: int = response.status_code
        self.headers: Mapping[str, str] = headers_of(response)

    def chunks(self) -> AsyncIterator[bytes]:
        encoding = self.headers.get("content-encoding")
        return self._raw() if encoding is None else decompressed(self._raw(), encoding)

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
                async with self._client.interruptible():
                    chunk = await asyncio.shield(reading)
            except (httpx.TransportError, OSError) as error:
                raise failure_of(error) from without_frames(error)
            except BaseException:
                self._close_after(reading)
                raise
            if chunk is None:
                return
            yield chunk

    async def _pieces(self) -> AsyncIterator[bytes]:
        async for chunk in cast("httpx.AsyncByteStream", self._response.stream):
            yield chunk
        if spoke_unasked(self._response):
            await self._response.extensions["network_stream"].aclose()
        await self._response.aclose()

    async def aclose(self) -> None:
        self._close_after(None)

    def _close_after(self, reading: asyncio.Task[bytes | None] | None) -> None:
        if not self._closed:
            self._closed = True
            self._client.later(self._close(reading))

    async def _close(self, reading: asyncio.Task[bytes | None] | None) -> None:
        try:
            if reading is not None:
                reading.cancel()
                await asyncio.wait([reading])
                if not reading.cancelled():
                    reading.exception()
            await self._response.aclose()
        finally:
            self._client.give_slot_back()


async def _next(chunks: AsyncIterator[bytes]) -> bytes | None:
    return await anext(chunks, None)
