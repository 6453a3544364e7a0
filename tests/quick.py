"""A server on loopback that answers all requests alike, as quickly as asyncio can.

The answer holds the number with which the path ends, so that answers cannot be mixed up.
"""

from __future__ import annotations

import asyncio
from array import array
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager

_BODY = b'{"success": true, "data": {"id": %8d, "name": "Anna"}}'
_HEAD = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n"
_ANSWER = _HEAD % len(_BODY % 0) + _BODY


class QuickServer:
    """Counts connections, and remembers in which order requests arrived.

    Attributes:
        port: where it listens.
        accepted: connections so far.
        open: connections now.
        most_open: the most there were at a time.
        arrived: the number at the end of the path of each request, in the order of arrival.
        pause: gives the seconds to wait before an answer, which is then sent in two parts.
    """

    def __init__(self, pause: Callable[[], float] | None = None) -> None:
        self._connections: set[_Connection] = set()
        self.port = 0
        self.accepted = 0
        self.open = 0
        self.most_open = 0
        # Numbers and not paths: what is measured is the memory of the client.
        self.arrived = array("L")
        self.pause = pause

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def listen(self, host: str = "127.0.0.1") -> asyncio.Server:
        """Begin to accept connections; on the same port as before, if there was one."""
        loop = asyncio.get_running_loop()
        listener = await loop.create_server(
            lambda: _Connection(self, self._connections), host, self.port, backlog=1000
        )
        self.port = listener.sockets[0].getsockname()[1]
        return listener

    def abort(self) -> None:
        """Reset all connections."""
        for connection in self._connections:
            connection.transport.abort()

    def go_deaf(self) -> None:
        """Never answer again on the connections that there are, as behind a router that forgot."""
        for connection in self._connections:
            connection.deaf = True

    @property
    def displaced(self) -> int:
        """By how many places at most a request arrived too early or too late."""
        return max(abs(place - number) for place, number in enumerate(self.arrived))


class _Connection(asyncio.Protocol):
    transport: asyncio.Transport

    def __init__(self, server: QuickServer, connections: set[_Connection]) -> None:
        self.deaf = False
        self._server = server
        self._connections = connections
        self._loop = asyncio.get_running_loop()
        self._held = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self._connections.add(self)
        server = self._server
        server.accepted += 1
        server.open += 1
        server.most_open = max(server.most_open, server.open)

    def connection_lost(self, exc: Exception | None) -> None:
        self._connections.discard(self)
        self._server.open -= 1

    def data_received(self, data: bytes) -> None:
        *heads, self._held = (self._held + data).split(b"\r\n\r\n")
        for head in heads:
            name = head.split(b" ", 2)[1].rpartition(b"/")[2]
            number = int(name) if name.isdigit() else 0
            self._server.arrived.append(number)
            if self.deaf:
                continue
            answer = _ANSWER % number
            if self._server.pause is None:
                self.transport.write(answer)
            else:
                self._loop.call_later(self._server.pause(), self._send_in_parts, answer)

    def _send_in_parts(self, answer: bytes) -> None:
        if not self.transport.is_closing():
            self.transport.write(answer[:-9])
            self._loop.call_soon(self.transport.write, answer[-9:])


@asynccontextmanager
async def quick_server(pause: Callable[[], float] | None = None) -> AsyncGenerator[QuickServer]:
    """Run a server, in the event loop of its client: the two take turns anyway."""
    server = QuickServer(pause)
    listener = await server.listen()
    try:
        yield server
    finally:
        listener.close()
        await listener.wait_closed()
