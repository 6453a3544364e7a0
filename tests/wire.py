"""A server on loopback that does what a test tells it, byte for byte."""

from __future__ import annotations

import asyncio
import json
import socket
import ssl
import struct
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TypeAlias

import pytest

from ejento_async.backends.protocol import Backend, BackendError, BackendRequest, PhaseTimeouts

PATIENT = PhaseTimeouts(5, 5, 5)
HASTY = PhaseTimeouts(0.1, 0.1, 0.1)


@dataclass(frozen=True)
class Received:
    """A request as it came in."""

    line: str
    headers: list[tuple[str, str]]
    body: bytes

    @property
    def method(self) -> str:
        return self.line.split(" ")[0]

    @property
    def target(self) -> str:
        return self.line.split(" ")[1]

    def header(self, name: str) -> str | None:
        found = [value for key, value in self.headers if key.lower() == name.lower()]
        return ", ".join(found) if found else None


class Connection:
    """One connection of a client, the server's end of it."""

    def __init__(
        self,
        number: int,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        received: list[Received] | None = None,
    ) -> None:
        self.number = number
        self.reader = reader
        self.writer = writer
        self._received = [] if received is None else received

    async def head(self) -> Received | None:
        """Wait for line and headers of a request; None when the client has closed."""
        try:
            head = await self.reader.readuntil(b"\r\n\r\n")
        except (asyncio.IncompleteReadError, ConnectionError):
            return None
        line, *rest = head.decode("latin-1").rstrip("\r\n").split("\r\n")
        headers = [(name, value.strip()) for name, _, value in (r.partition(":") for r in rest)]
        self._received.append(Received(line, headers, b""))
        return self._received[-1]

    async def request(self) -> Received | None:
        """Wait for a whole request; None when the client has closed."""
        head = await self.head()
        return None if head is None else await self.body(head)

    async def body(self, head: Received) -> Received:
        """Wait for the rest of a request whose head has been read; returns the whole of it."""
        place = next(place for place, found in enumerate(self._received) if found is head)
        if head.header("transfer-encoding") == "chunked":
            body = await self._chunked()
        else:
            body = await self.reader.readexactly(int(head.header("content-length") or 0))
        self._received[place] = whole = Received(head.line, head.headers, body)
        return whole

    async def _chunked(self) -> bytes:
        body = b""
        while size := int(await self.reader.readuntil(b"\r\n"), 16):
            body += await self.reader.readexactly(size)
            await self.reader.readline()
        await self.reader.readline()
        return body

    async def send(self, data: bytes) -> None:
        self.writer.write(data)
        await self.writer.drain()

    async def answer(self, data: object = None, *, status: int = 200, headers: str = "") -> None:
        """Send a good answer in an envelope."""
        body = json.dumps({"success": True, "data": data}).encode()
        head = f"HTTP/1.1 {status} Some\r\ncontent-length: {len(body)}\r\n{headers}\r\n"
        await self.send(head.encode("latin-1") + body)

    def reset(self) -> None:
        """End the connection with a TCP reset."""
        found = self.writer.get_extra_info("socket")
        found.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.writer.transport.abort()


Behaviour: TypeAlias = Callable[[Connection], Awaitable[None]]


class WireServer:
    """Counts connections, and keeps every request whose head a behaviour has read."""

    def __init__(self, behaviour: Behaviour) -> None:
        self._behaviour = behaviour
        self._tasks: set[asyncio.Task[None]] = set()
        self.scheme = "http"
        self.port = 0
        self.requests: list[Received] = []
        self.accepted = 0
        self.open = 0
        self.most_open = 0

    @property
    def url(self) -> str:
        return f"{self.scheme}://127.0.0.1:{self.port}"

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.accepted += 1
        self.open += 1
        self.most_open = max(self.most_open, self.open)
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        try:
            await self._behaviour(Connection(self.accepted, reader, writer, self.requests))
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass
        finally:
            self.open -= 1
            self._tasks.discard(task)
            writer.close()

    async def stop(self) -> None:
        """End whatever the behaviours are still doing."""
        for task in list(self._tasks):
            task.cancel()
        if self._tasks:
            await asyncio.wait(list(self._tasks))


@asynccontextmanager
async def serving(
    behaviour: Behaviour, *, backlog: int = 1000, tls: ssl.SSLContext | None = None
) -> AsyncIterator[WireServer]:
    """Run a server whose connections all behave so."""
    server = WireServer(behaviour)
    server.scheme = "http" if tls is None else "https"
    listener = await asyncio.start_server(server.serve, "127.0.0.1", 0, backlog=backlog, ssl=tls)
    server.port = listener.sockets[0].getsockname()[1]
    try:
        yield server
    finally:
        # asyncio drops a connection, unclosed, that is accepted while its server is closed.
        for each in listener.sockets:
            asyncio.get_running_loop().remove_reader(each.fileno())
        await asyncio.sleep(0)
        listener.close()
        await server.stop()
        await listener.wait_closed()


async def polite(connection: Connection) -> None:
    """Answer every request of a connection."""
    while await connection.request() is not None:
        await connection.answer()


async def eventually(condition: Callable[[], bool], *, within: float = 2.0) -> None:
    """Wait until something is so; fails after some seconds."""
    async with asyncio.timeout(within):
        while not condition():
            await asyncio.sleep(0.001)


class Pieces:
    """A body that is sent in pieces."""

    content_type = "application/octet-stream"
    replayable = False

    def __init__(self, *pieces: bytes | Exception, length: int | None = None) -> None:
        self.length = length
        self._pieces = pieces

    async def chunks(self) -> AsyncIterator[bytes]:
        for piece in self._pieces:
            if isinstance(piece, Exception):
                raise piece
            yield piece


def get(
    server: WireServer, path: str = "/x", *, timeouts: PhaseTimeouts = PATIENT
) -> BackendRequest:
    return BackendRequest("GET", f"{server.url}{path}", [], None, timeouts)


def post(
    server: WireServer, body: bytes | Pieces, *, timeouts: PhaseTimeouts = PATIENT
) -> BackendRequest:
    return BackendRequest("POST", f"{server.url}/x", [], body, timeouts)


async def fetched(backend: Backend, request: BackendRequest) -> tuple[int, bytes]:
    response = await backend.send(request)
    try:
        return response.status, b"".join([chunk async for chunk in response.chunks()])
    finally:
        await response.aclose()


async def failed(backend: Backend, request: BackendRequest) -> BackendError:
    with pytest.raises(BackendError) as caught:
        await fetched(backend, request)
    return caught.value


def answering(*parts: bytes, close: bool = False) -> Callable[[Connection], Awaitable[None]]:
    """Make a behaviour that reads a request and sends these bytes, again and again."""

    async def behave(connection: Connection) -> None:
        while await connection.request() is not None:
            for part in parts:
                await connection.send(part)
            if close:
                return

    return behave


def whole(body: bytes, *, status: str = "200 OK", headers: str = "") -> bytes:
    """Write an answer whose length is right; each header ends with CRLF."""
    head = f"HTTP/1.1 {status}\r\ncontent-length: {len(body)}\r\n{headers}\r\n"
    return head.encode("latin-1") + body


class Saying:
    """A behaviour that answers each request with what it is told to say at that time."""

    def __init__(self) -> None:
        self.answer = b""

    async def __call__(self, connection: Connection) -> None:
        while await connection.request() is not None:
            await connection.send(self.answer)


HEAD = b"HTTP/1.1 200 OK\r\n"
GOOD_JSON = b'{"success": true, "data": {"id": 42}}'
GOOD = b"HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\ngood"


async def silence(connection: Connection) -> None:
    await connection.request()
    await connection.reader.read()
