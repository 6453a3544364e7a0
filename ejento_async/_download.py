"""Binary bodies, streamed: to the caller, into memory, or to a file."""

from __future__ import annotations

import os
import re
import secrets
import sys
from pathlib import Path
from typing import Final, Self
from urllib.parse import unquote

from ._body import StreamedBody
from ._disk import bare_name, in_thread
from ._errors import ResponseTooLargeError
from ._frames import forget_locals

MAX_BYTES_IN_MEMORY: Final = 100 * 1024 * 1024
"""The largest body that `read` takes, by default."""

WRITE_BYTES: Final = 1024 * 1024
"""How much is gathered before it is written to a file."""

_PARAMETER = re.compile(r';\s*(filename\*?)\s*=\s*("(?:[^"\\]|\\.)*"|[^;"]*)', re.IGNORECASE)


class Download(StreamedBody):
    """A binary body: an async context manager, and in it an async iterator of bytes.

        async with ejento.v2.citations.download("43877-cities.pdf") as file:
            await file.save(file.filename or "cities.pdf")

    The request is sent when the block is entered, which raises what any call raises; leaving the
    block frees the connection. `save` and `read` also work without the block. The errors below are
    raised while it is read.

    Raises:
        APIConnectionError: the body did not arrive whole.
        APITimeoutError: nothing arrived for the read timeout of the call, or its deadline passed.
    """

    __slots__ = ()

    @property
    def content_type(self) -> str:
        """The media type that the server gives the body; known once it is open."""
        return self.headers.get("content-type", "application/octet-stream")

    @property
    def size(self) -> int | None:
        """Bytes in all, or None when the server does not say; known once it is open."""
        # The length of a compressed body says nothing of what comes out of it.
        length = (
            "" if "content-encoding" in self.headers else self.headers.get("content-length", "")
        )
        return int(length) if length.isdecimal() else None

    @property
    def filename(self) -> str | None:
        """The name that the server suggests, without folders; None when it suggests none."""
        return _filename(self.headers.get("content-disposition", ""))

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> bytes:
        self._require_open()
        before = sys.exception()
        try:
            chunk = await self._next_chunk()
        except BaseException as error:
            await self._give_up(error, before)
            raise
        if chunk is None:
            raise StopAsyncIteration
        return chunk

    async def read(self, *, max_bytes: int | None = MAX_BYTES_IN_MEMORY) -> bytes:
        """Read what is left of the body into memory.

        Args:
            max_bytes: refuse a larger body, after decompression. None: no limit. Default 100 MiB.

        Raises:
            ResponseTooLargeError: the body is larger than `max_bytes`.
        """
        before = sys.exception()
        async with self._open_within():
            try:
                return await self._gathered(max_bytes)
            except BaseException as error:
                forget_locals(error, before)
                raise

    async def _gathered(self, max_bytes: int | None) -> bytes:
        data = bytearray()
        async for chunk in self:
            data += chunk
            if max_bytes is not None and len(data) > max_bytes:
                raise self._too_large(max_bytes)
        return bytes(data)

    async def save(self, path: str | os.PathLike[str]) -> Path:
        """Write what is left of the body to a file.

        The bytes go to a temporary file beside it, which takes its place when all have arrived: a
        download that fails or is cancelled leaves the old file as it was, and nothing else.

        Args:
            path: the file; it is replaced if it is there.

        Returns:
            The path of the file.

        Raises:
            OSError: the file cannot be written.
        """
        target = Path(path)
        part = target.with_name(f".{secrets.token_hex(8)}.part")
        async with self._open_within():
            gathered = bytearray()
            try:
                await in_thread(part.touch, exist_ok=False)
                async for chunk in self:
                    gathered += chunk
                    if len(gathered) >= WRITE_BYTES:
                        await in_thread(_append, part, gathered)
                        gathered = bytearray()
                await in_thread(_append, part, gathered)
                await in_thread(part.replace, target)
            except BaseException:
                gathered.clear()  # frames of an error are shown
                await in_thread(part.unlink, missing_ok=True)
                raise
        return target

    def _too_large(self, limit: int) -> ResponseTooLargeError:
        incoming = self._opened
        msg = f"the body is larger than max_bytes ({limit} bytes)"
        return incoming.about(
            ResponseTooLargeError(msg, status=incoming.status, headers=incoming.headers)
        )


def _append(path: Path, data: bytearray) -> None:
    with path.open("ab") as file:
        file.write(data)


def _filename(disposition: str) -> str | None:
    """Read the file name of a Content-Disposition header (RFC 6266)."""
    found = {name.lower(): value.strip() for name, value in _PARAMETER.findall(disposition)}
    extended = found.get("filename*", "").split("'", 2)
    if len(extended) == 3:
        charset, _, quoted = extended
        try:
            name = unquote(quoted, encoding=charset or "utf-8", errors="replace")
        except LookupError:
            name = unquote(quoted, errors="replace")
    else:
        name = found.get("filename", "")
        if name.startswith('"'):
            name = re.sub(r"\\(.)", r"\1", name[1:-1])
    name = "".join(letter for letter in bare_name(name) if letter.isprintable())
    return name or None
