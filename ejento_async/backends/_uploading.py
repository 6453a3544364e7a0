"""A large request body on its way, while the answer may already come."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import aiohttp
from aiohttp.http import StreamWriter

from ._link import Link
from .protocol import BackendError, PhaseTimeouts


class Uploading:
    """Sends a body in pieces, in a task of its own.

    Args:
        link: where to; the headers have been written.
        pieces: the body.
        length: its bytes in all, or None when that is not known.
        timeouts: how long the network may take for each piece, and then the answer.

    Attributes:
        task: the task.
        error: why the body was not sent, unless it is that the server did not take it.
        whole: whether all of it has been written.
    """

    def __init__(
        self,
        link: Link,
        pieces: AsyncIterator[bytes],
        length: int | None,
        timeouts: PhaseTimeouts,
    ) -> None:
        self._link = link
        self._pieces = pieces
        self._length = length
        self._timeouts = timeouts
        self._writer = StreamWriter(link.protocol, asyncio.get_running_loop())
        if length is None:
            self._writer.enable_chunking()
        self.error: Exception | None = None
        self.whole = False
        self.task = asyncio.create_task(self._run())

    def cancel(self) -> None:
        """Stop, and read no more of the body."""
        self.task.cancel()

    async def _run(self) -> None:
        try:
            try:
                await self._send()
            finally:
                close = getattr(self._pieces, "aclose", None)
                if close is not None:
                    await close()
        except Exception as error:
            # Most are the body's own: they belong to the caller, who waits for an answer.
            self.error = error
            self._link.abort()

    async def _send(self) -> None:
        sent = 0
        async for piece in self._pieces:
            sent += len(piece)
            if self._length is not None and sent > self._length:
                break
            if piece and not await self._written(piece):
                return
        if self._length not in (None, sent):
            msg = f"the body does not have the {self._length} bytes that it says"
            raise BackendError(msg)
        if await self._written(b""):
            self.whole = True
            self._await_answer()

    async def _written(self, piece: bytes) -> bool:
        """Write a piece, or the end; False when the server takes no more: its answer says why."""
        try:
            async with asyncio.timeout(self._timeouts.write):
                if piece:
                    await self._writer.write(piece, drain=False)
                    # A body in memory never waits; the event loop and its other tasks come first.
                    await asyncio.sleep(0)
                    await self._writer.drain()
                else:
                    await self._writer.write_eof()
        except TimeoutError:
            msg = "WriteTimeout: the network did not take the body in time"
            raise BackendError(msg, timeout=True) from None
        except (aiohttp.ClientError, OSError):
            return False
        return True

    def _await_answer(self) -> None:
        """Start the time that the server has for its answer, unless that has come already."""
        payload, protocol = self._link.payload, self._link.protocol
        if payload is None or not payload.is_eof():
            protocol.read_timeout = self._timeouts.read
            protocol.start_timeout()
