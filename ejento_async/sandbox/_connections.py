"""The TCP connections of the sandbox: counted, and within reach of faults.

uvicorn's HTTP/1.1 protocol does the work; the subclass hands each request its connection, so that
a fault can reset it, or write to it what no HTTP server would.
"""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import socket
import struct
import sys
from collections.abc import Generator
from typing import Any, cast

from uvicorn.config import Config
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.server import ServerState


class ConnectionGone(Exception):
    """The client, or a fault, closed the connection while we were busy with a request."""


class Connection:
    """One TCP connection, for as long as it is open.

    Attributes:
        id: number of the connection, from 1 in the order of their coming.
        requests: how many requests it has carried.
        closed: set when the connection is gone.
    """

    __slots__ = ("_holder", "_transport", "closed", "id", "requests")

    def __init__(self, number: int, transport: asyncio.Transport) -> None:
        self.id = number
        self.requests = 0
        self.closed = asyncio.Event()
        self._transport = transport
        self._holder = _Holder(transport)

    @property
    def transport(self) -> asyncio.Transport:
        """What the HTTP protocol is to write to."""
        return cast("asyncio.Transport", self._holder)

    @contextlib.contextmanager
    def held(self) -> Generator[bytearray]:
        """Keep what the HTTP protocol writes meanwhile, in place of sending it."""
        self._holder.held = kept = bytearray()
        try:
            yield kept
        finally:
            self._holder.held = None

    async def sleep(self, seconds: float) -> None:
        """Wait, but no longer than the connection lives.

        Raises:
            ConnectionGone: if the connection is closed before that.
        """
        try:
            async with asyncio.timeout(seconds):
                await self.closed.wait()
        except TimeoutError:
            return
        raise ConnectionGone

    async def wait_closed(self) -> None:
        """Wait until the connection is gone."""
        await self.closed.wait()

    def write(self, data: bytes) -> None:
        """Write bytes as they are, past the HTTP protocol."""
        self._transport.write(data)

    def close(self) -> None:
        """Close the connection in good order, after all that was written has left."""
        self._transport.close()

    def reset(self) -> None:
        """Close the connection with a TCP reset; what has not left yet is lost."""
        sock = self._transport.get_extra_info("socket")
        with contextlib.suppress(OSError):
            # Lingering for zero seconds makes the kernel send RST in place of FIN.
            linger = struct.pack("hh" if sys.platform == "win32" else "ii", 1, 0)
            sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        self._transport.abort()


class _Holder:
    """A transport whose writes can be held back."""

    __slots__ = ("_transport", "held")

    def __init__(self, transport: asyncio.Transport) -> None:
        self._transport = transport
        self.held: bytearray | None = None

    def write(self, data: bytes) -> None:
        if self.held is None:
            self._transport.write(data)
        else:
            self.held += data

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)


class Connections:
    """The open connections and how many there have been.

    Attributes:
        total: how many connections were accepted.
        refuse: how many connections to come are closed as soon as they are made.
    """

    def __init__(self) -> None:
        self.total = 0
        self.refuse = 0
        self._numbers = itertools.count(1)
        self._open: dict[int, Connection] = {}

    @property
    def open(self) -> int:
        """How many connections are open."""
        return len(self._open)

    def add(self, transport: asyncio.Transport) -> Connection:
        """Take note of a connection that was just made."""
        self.total += 1
        connection = Connection(next(self._numbers), transport)
        self._open[connection.id] = connection
        if self.refuse > 0:
            self.refuse -= 1
            connection.reset()
        return connection

    def remove(self, connection: Connection) -> None:
        """Take note that a connection is gone."""
        self._open.pop(connection.id, None)

    def shut(self) -> None:
        """Reset every open connection and every one that is still to come."""
        self.refuse = sys.maxsize
        self.close_all(reset=True)

    def close_all(self, *, reset: bool) -> None:
        """Close every open connection."""
        for connection in list(self._open.values()):
            if reset:
                connection.reset()
            else:
                connection.close()


class SandboxProtocol(H11Protocol):
    """uvicorn's HTTP/1.1 protocol, with its connection in the state of each request."""

    def __init__(self, config: Config, server_state: ServerState, connections: Connections) -> None:
        super().__init__(config=config, server_state=server_state, app_state={})
        # uvicorn logs accesses as soon as anybody has set up logging, as every test suite has.
        self.access_log = False
        self._connections = connections
        self._connection: Connection | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._connection = self._connections.add(transport)
        super().connection_made(self._connection.transport)
        self.app_state: dict[str, Any] = {"connection": self._connection}

    def connection_lost(self, exc: Exception | None) -> None:
        super().connection_lost(exc)
        if self._connection is not None:
            self._connection.closed.set()
            # asyncio closes the socket after this; the client is to know when we count it as gone.
            self.loop.call_soon(self._connections.remove, self._connection)
