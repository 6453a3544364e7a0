"""What streams of events and downloads have in common: a body that is read piece by piece."""

from __future__ import annotations

import asyncio
import warnings
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from types import TracebackType
from typing import Final, Self

from ._errors import APIError, APITimeoutError
from ._frames import forget_locals
from ._response import Incoming
from ._shield import to_end

LINGER: Final = 0.5
"""Seconds to wait for the end of a body when all that matters was read: a connection that is not at
the end of its answer cannot be used again."""

LINGER_CHUNKS: Final = 8
"""... and pieces to read meanwhile, in case the server goes on and on."""


class StreamedBody:
    """An answer whose body is read as it arrives, inside `async with`.

    Nothing is sent before the block is entered; leaving it, in whatever way, frees the connection.
    It can be entered once.

    Args:
        open_stream: sends the request and returns its good answer.
        deadline: when the body must have been read, in the time of the event loop.
    """

    __slots__ = (
        "__weakref__",
        "_chunks",
        "_closed",
        "_deadline",
        "_entered",
        "_incoming",
        "_open",
        "_waiting",
    )

    def __init__(
        self, open_stream: Callable[[], Awaitable[Incoming]], *, deadline: float | None = None
    ) -> None:
        self._open = open_stream
        self._deadline = deadline
        self._incoming: Incoming | None = None
        self._chunks: AsyncIterator[bytes] | None = None
        self._entered = False
        self._closed = False
        self._waiting = False

    async def __aenter__(self) -> Self:
        if self._entered or self._closed:
            msg = f"this {self._kind} was used already; call the method again for another one"
            raise RuntimeError(msg)
        self._entered = True
        self._incoming = await self._open()
        self._chunks = self._incoming.chunks()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Free the connection; may be called at any time, more than once.

        Closing runs to its end even when it is cancelled.
        """
        if self._closed:
            return
        self._closed = True
        self._chunks = None
        if self._incoming is not None:
            await to_end(self._incoming.aclose())

    close = aclose

    @property
    def headers(self) -> Mapping[str, str]:
        """Header values by lower-case name.

        Raises:
            RuntimeError: it is not open yet.
        """
        return self._opened.headers

    @property
    def _opened(self) -> Incoming:
        if self._incoming is None:
            msg = f"this {self._kind} is not open; use it in `async with`"
            raise RuntimeError(msg)
        return self._incoming

    @property
    def _kind(self) -> str:
        return type(self).__name__

    async def _give_up(self, error: BaseException, before: BaseException | None) -> None:
        """Free the connection because reading failed, and let the error hold nothing of the body.

        Args:
            error: how it failed.
            before: an error that the caller was handling when the reading began.
        """
        await self.aclose()
        forget_locals(error, before)

    def _require_open(self) -> AsyncIterator[bytes]:
        """Return the pieces of the body; `RuntimeError` when it is not to be read now."""
        if self._closed or self._chunks is None:
            state = "closed" if self._closed else "not open; use it in `async with`"
            msg = f"this {self._kind} is {state}"
            raise RuntimeError(msg)
        if self._waiting:
            msg = f"another task is reading this {self._kind}"
            raise RuntimeError(msg)
        return self._chunks

    async def _finish(self) -> None:
        """Free the connection when all that matters was read, for another call if possible."""
        if self._closed:
            return
        try:
            with suppress(APIError, TimeoutError):
                async with asyncio.timeout(LINGER):
                    for _ in range(LINGER_CHUNKS):
                        if await self._next_chunk() is None:
                            break
        finally:
            await self.aclose()

    async def _next_chunk(self) -> bytes | None:
        """Wait for the next piece of the body, no longer than the deadline; None at its end."""
        chunks = self._require_open()
        self._waiting = True
        try:
            if self._deadline is None:
                return await anext(chunks, None)
            return await self._chunk_before(self._deadline, chunks)
        finally:
            self._waiting = False

    async def _chunk_before(self, deadline: float, chunks: AsyncIterator[bytes]) -> bytes | None:
        if asyncio.get_running_loop().time() >= deadline:
            # A body that never makes us wait gives the timer below no chance.
            raise self._overdue()
        timer = asyncio.timeout_at(deadline)
        try:
            async with timer:
                return await anext(chunks, None)
        except TimeoutError as error:
            if isinstance(error, APIError) or not timer.expired():
                raise
            raise self._overdue() from None

    def _overdue(self) -> APITimeoutError:
        """Make the error for a body that was not read within the deadline."""
        incoming = self._opened
        msg = "the answer was not complete within the deadline of the call"
        return incoming.about(
            APITimeoutError(msg, status=incoming.status, headers=incoming.headers)
        )

    @asynccontextmanager
    async def _open_within(self) -> AsyncGenerator[None, None]:
        """Open it for the block, unless the caller has done so already."""
        if self._entered:
            yield
        else:
            async with self:
                yield

    def __repr__(self) -> str:
        state = "closed" if self._closed else "open" if self._incoming is not None else "not open"
        return f"<{self._kind}: {state}>"

    def __del__(self) -> None:
        # Only says so: closing needs the event loop, which may be gone by now.
        if self._incoming is not None and not self._closed:
            warnings.warn(
                f"unclosed {self!r}; use it in `async with`",
                ResourceWarning,
                stacklevel=2,
                source=self,
            )
