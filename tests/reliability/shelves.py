"""Servers that take documents, or do not."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Self

from ejento_async import EjentoClient, File
from ejento_async._upload import FileSource
from tests.wire import Connection, Received, eventually

PATH = "/indexing-service/api/v2/corpora/7/documents"
SIZE = 1_000_000
"""Bytes of a document."""
QUEUED = {"id": 11, "source": "11-handbook.pdf", "step": "pending"}
TOO_LARGE = (
    b"HTTP/1.1 413 Content Too Large\r\nconnection: close\r\ncontent-type: application/json\r\n"
    b'content-length: 24\r\n\r\n{"message": "too large"}'
)


class Source:
    """An iterable of bytes that can go wrong.

    Args:
        last: what it does after some pieces: raise an error, yield something, or, if None, wait.

    Attributes:
        waiting: set when it waits.
        closed: whether it has come to an end, whatever that was.
    """

    def __init__(self, last: object = b"end") -> None:
        self._last = last
        self.waiting = asyncio.Event()
        self._let_go = asyncio.Event()
        self.closed = False

    @asynccontextmanager
    async def held(self) -> AsyncGenerator[Self]:
        """Let nothing wait for it for ever, also when a test fails."""
        try:
            yield self
        finally:
            self._let_go.set()

    async def pieces(self) -> AsyncIterator[Any]:
        try:
            yield b"begun"
            yield bytes(10_000)
            if isinstance(self._last, Exception):
                raise self._last
            if self._last is None:
                self.waiting.set()
                await self._let_go.wait()
            yield self._last
        finally:
            self.closed = True


class Shelf:
    """Takes documents.

    Attributes:
        whole: the uploads that arrived to their end.
        begun: set when a part of the body of an upload has arrived.
    """

    def __init__(self) -> None:
        self.whole: list[Received] = []
        self.begun = asyncio.Event()

    async def __call__(self, connection: Connection) -> None:
        while (head := await connection.head()) is not None:
            if head.method == "POST":
                await self.take(connection, head)
            else:
                await connection.answer("served")

    async def take(self, connection: Connection, head: Received) -> None:
        """Take a document, whose head has been read."""
        await _some(connection)
        self.begun.set()
        self.whole.append(await connection.body(head))
        await connection.answer(QUEUED, status=201)


class FullShelf(Shelf):
    """Refuses documents before they have arrived.

    Args:
        then: what to do afterwards: `reads` on, `closes` the connection, `resets` it, or `waits`
            until the refusal is `heard`.
    """

    def __init__(self, then: str) -> None:
        super().__init__()
        self.heard = asyncio.Event()
        self._then = then

    async def take(self, connection: Connection, head: Received) -> None:
        await _some(connection)
        await connection.send(TOO_LARGE)
        if self._then == "reads":
            connection.writer.write_eof()
            while await connection.reader.read(1_000_000):
                pass
        elif self._then == "waits":
            await self.heard.wait()
        for _ in range(10):
            await asyncio.sleep(0)  # an answer and a reset in one instant are a reset
        if self._then == "closes":
            connection.writer.close()
        else:
            connection.reset()
        raise ConnectionAbortedError


class BusyShelf(Shelf):
    """Reads nothing of a document until it is told to, and then all of it."""

    def __init__(self) -> None:
        super().__init__()
        self.opened = asyncio.Event()

    async def take(self, connection: Connection, head: Received) -> None:
        transport: Any = connection.writer.transport
        transport.pause_reading()
        self.begun.set()
        await self.opened.wait()
        transport.resume_reading()
        left = int(head.header("content-length") or 0)
        while left and (piece := await connection.reader.read(min(left, 1_000_000))):
            left -= len(piece)
        await connection.answer(QUEUED, status=201)


async def _some(connection: Connection) -> None:
    """Wait until something of a body is there, and leave it to be read."""
    reader: Any = connection.reader
    await eventually(lambda: bool(reader._buffer))


async def upload(ejento: EjentoClient, source: File | FileSource, **options: Any) -> int:
    """Upload a document."""
    name = None if isinstance(source, File) else "handbook.pdf"
    documents = ejento.v2.documents
    return (await documents.upload(7, source, **{"name": name, "user_id": 1, **options})).id
