"""Sockets for httpcore, on asyncio's own transports.

httpcore's usual way to the network reads only when it is asked to. So an answer that comes while a
body is still on its way out is lost when the server closes the connection after it; a call that is
cancelled between connecting and the TLS handshake leaves its socket open; and each step of a call
costs more than it does here.
"""

from __future__ import annotations

import asyncio
import ipaddress
import select
import socket
import ssl
from collections import deque
from collections.abc import Iterable
from typing import Any

import httpcore

MOST_UNREAD = 256 * 1024
"""Bytes that may wait to be read before the server is held back."""

STRIDE = 16 * 1024
"""Bytes after which writing gives way to others, also when the network takes all at once."""

NEXT_ADDRESS = 0.25
"""Seconds after which another address of the same name is tried as well (RFC 8305)."""

_CAN_POLL = hasattr(select, "poll")


class Sockets(httpcore.AsyncNetworkBackend):
    """Makes connections."""

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Connect to a host; all its addresses have a chance."""
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(timeout):
                # The race between addresses is not safe to cancel in all versions of Python, and
                # other event loops have none.
                race: dict[str, Any] = {}
                if isinstance(loop, asyncio.BaseEventLoop) and not _is_address(host):
                    race = {"happy_eyeballs_delay": NEXT_ADDRESS}
                transport, receiver = await loop.create_connection(
                    _Receiver,
                    host,
                    port,
                    local_addr=None if local_address is None else (local_address, 0),
                    **race,
                )
        except TimeoutError:
            raise httpcore.ConnectTimeout from None
        except OSError as error:
            raise httpcore.ConnectError(str(error)) from error
        for option in socket_options or ():
            transport.get_extra_info("socket").setsockopt(*option)
        return _Stream(transport, receiver)

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await asyncio.sleep(seconds)


class _Receiver(asyncio.Protocol):
    """Takes what arrives, and knows whether more may be written."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._transport: asyncio.Transport | None = None
        self._chunks: deque[bytes] = deque()
        self._unread = 0
        self._held_back = False
        self._full = False
        self._waiting: asyncio.Future[None] | None = None
        self.ended = False
        self.error: Exception | None = None

    @property
    def unread(self) -> bool:
        """Whether something is there to be read."""
        return self._unread > 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.serve(transport)

    def serve(self, transport: Any) -> None:
        """Belong to this transport from now on."""
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._chunks.append(data)
        self._unread += len(data)
        if self._unread > MOST_UNREAD and not self._held_back and self._transport is not None:
            self._held_back = True
            self._transport.pause_reading()
        self._wake()

    def eof_received(self) -> None:
        self.ended = True
        self._wake()

    def connection_lost(self, exc: Exception | None) -> None:
        self.ended = True
        self.error = self.error or exc
        self._wake()

    def pause_writing(self) -> None:
        self._full = True

    def resume_writing(self) -> None:
        self._full = False
        self._wake()

    async def take(self, max_bytes: int, timeout: float | None) -> bytes:
        """Wait for data and return them; nothing at the end. What has arrived comes before an error."""
        while not self._chunks:
            if self.error is not None:
                raise httpcore.ReadError(str(self.error)) from self.error
            if self.ended:
                return b""
            try:
                await self._woken(timeout)
            except TimeoutError:
                raise httpcore.ReadTimeout from None
        chunk = self._chunks.popleft()
        if len(chunk) > max_bytes:
            self._chunks.appendleft(chunk[max_bytes:])
            chunk = chunk[:max_bytes]
        self._unread -= len(chunk)
        if self._held_back and self._unread <= MOST_UNREAD // 2 and self._transport is not None:
            self._held_back = False
            self._transport.resume_reading()
        return chunk

    async def drained(self, timeout: float | None) -> None:
        """Wait until the network has taken most of what was written."""
        while self._full and not self.ended:
            try:
                await self._woken(timeout)
            except TimeoutError:
                if self.unread:
                    # It will not take the rest: what it says instead is to be read.
                    raise httpcore.WriteError("the server has answered already") from None
                raise httpcore.WriteTimeout from None

    async def _woken(self, timeout: float | None) -> None:
        self._waiting = waiting = self._loop.create_future()
        timer = None if timeout is None else self._loop.call_later(timeout, _expire, waiting)
        try:
            await waiting
        finally:
            self._waiting = None
            if timer is not None:
                timer.cancel()

    def _wake(self) -> None:
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_result(None)


class _Stream(httpcore.AsyncNetworkStream):
    """One connection."""

    def __init__(self, transport: asyncio.Transport, receiver: _Receiver) -> None:
        self._transport = transport
        self._receiver = receiver

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read what is there, or wait for it; nothing at the end."""
        return await self._receiver.take(max_bytes, timeout)

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Write, at the pace of the network."""
        if not buffer:
            return
        receiver = self._receiver
        if receiver.ended or self._transport.is_closing():
            raise httpcore.WriteError("the connection was closed")
        self._transport.write(buffer)
        if len(buffer) >= STRIDE:
            await asyncio.sleep(0)
        await receiver.drained(timeout)

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Encrypt the connection; it is closed if that fails."""
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(timeout):
                transport = await loop.start_tls(
                    self._transport, self._receiver, ssl_context, server_hostname=server_hostname
                )
        except BaseException as error:
            self._transport.abort()
            if isinstance(error, TimeoutError):
                raise httpcore.ConnectTimeout from None
            if isinstance(error, OSError):
                raise httpcore.ConnectError(str(error)) from error
            raise
        if transport is None:
            raise httpcore.ConnectError("the connection was closed")
        self._receiver.serve(transport)
        return _Stream(transport, self._receiver)

    async def aclose(self) -> None:
        """Close the connection at once."""
        # A body that ends with its connection has not come to its end by this.
        self._receiver.error = ConnectionAbortedError("the connection was closed")
        self._transport.abort()
        # The socket is closed at the next turn of the loop, which may be its last.
        await asyncio.sleep(0)

    def get_extra_info(self, info: str) -> Any:
        """Return what httpcore and tools ask for by name."""
        if info == "is_readable":
            return self._receiver.ended or self._receiver.unread or self._has_arrived()
        names = {"server_addr": "peername", "client_addr": "sockname"}
        return self._transport.get_extra_info(names.get(info, info))

    def _has_arrived(self) -> bool:
        """Whether there is something that the event loop has not got round to reading."""
        found: socket.socket | None = self._transport.get_extra_info("socket")
        if found is None or found.fileno() < 0:
            return True
        if not _CAN_POLL:
            return bool(select.select([found], [], [], 0)[0])
        poll = select.poll()
        poll.register(found, select.POLLIN)
        return bool(poll.poll(0))


def _expire(waiting: asyncio.Future[None]) -> None:
    if not waiting.done():
        waiting.set_exception(TimeoutError())


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
