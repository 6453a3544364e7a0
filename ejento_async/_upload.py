"""Files to be sent: where their bytes come from, and how they are read piece by piece."""

from __future__ import annotations

import inspect
import io
import mimetypes
import os
import re
from collections.abc import AsyncGenerator, AsyncIterable, Callable
from contextlib import aclosing
from copy import copy
from pathlib import Path
from stat import S_ISREG
from typing import IO, Final, Protocol, TypeAlias, cast

from ._disk import bare_name, in_thread
from ._errors import UploadError

FileSource: TypeAlias = os.PathLike[str] | bytes | bytearray | IO[bytes] | AsyncIterable[bytes]
"""What a `File` can be made of."""

OnSent: TypeAlias = Callable[[int, int | None], object]
"""Called with the bytes sent so far and in all (None: not known before the end); may be async."""

PIECE_BYTES: Final = 256 * 1024
"""How much is read at a time."""

_MEDIA_TYPE = re.compile(r"[\x21-\x7e]+/[\x20-\x7e]+")


class File:
    """A file to be sent.

        File(Path("handbook.pdf"))
        File(csv.encode(), name="table.csv")

    A path is looked at when the `File` is made and read when it is sent, a quarter of a megabyte
    at a time and never in the event loop; a file that has changed by then is refused. A file
    object is read from where it stands, and not closed.

    Attributes:
        name: the file name that the server is told.
        content_type: the media type that the server is told.
        size: bytes in all, or None when that is not known before the end.
        replayable: whether the file can be sent again when a call is retried: not so for
            iterators, and for file objects that cannot seek.
    """

    __slots__ = ("_content", "_on_progress", "_reported", "content_type", "name")

    def __init__(
        self,
        source: FileSource,
        *,
        name: str | None = None,
        content_type: str | None = None,
        on_progress: OnSent | None = None,
    ) -> None:
        """Describe a file; nothing is read yet.

        Args:
            source: a path (a `str` is not taken for one), bytes, a file object opened in binary
                mode, or an async iterable of bytes, such as a download.
            name: the file name for the server, without folders. Default: that of the path or of
                the file object; other sources need one.
            content_type: the media type. Default: guessed from the name.
            on_progress: called, or awaited, with the bytes sent so far and in all, as each piece
                is sent. Never goes back, also when a call is retried; another call with the same
                file begins anew. What it raises ends the call.

        Raises:
            OSError: the path is not there, or is not a file.
            TypeError: the source is none of the above.
            ValueError: there is no name, or the media type is malformed.
        """
        self._content = _content_of(source)
        self._on_progress = on_progress
        self._reported = -1
        self.name = _name_of(source, name)
        self.content_type = _checked(content_type) if content_type else _guessed(self.name)

    @property
    def size(self) -> int | None:
        return self._content.size

    @property
    def replayable(self) -> bool:
        return self._content.replayable

    def for_a_call(self) -> File:
        """Return the same file, of which nothing has been sent; called by the runtime."""
        fresh = copy(self)
        fresh._reported = -1
        return fresh

    async def chunks(self) -> AsyncGenerator[bytes, None]:
        """Yield the bytes from the start.

        Raises:
            UploadError: the file changed, or cannot be read.
        """
        sent = 0
        async with aclosing(self._content.pieces()) as pieces:
            async for piece in pieces:
                if piece:
                    yield piece
                    sent += len(piece)
                    await self._report(sent)
        await self._report(sent)

    async def _report(self, sent: int) -> None:
        if self._on_progress is None or sent <= self._reported:
            return
        self._reported = sent
        result = self._on_progress(sent, self.size)
        if inspect.isawaitable(result):
            await result

    def __repr__(self) -> str:
        # Debuggers and crash reporters ask also when the constructor has refused it.
        name, kind = getattr(self, "name", None), getattr(self, "content_type", None)
        size = None if kind is None else self.size
        return f"<File {name!r}: {kind}{'' if size is None else f', {size} bytes'}>"


class _Content(Protocol):
    """Bytes that are asked for piece by piece."""

    @property
    def size(self) -> int | None: ...

    @property
    def replayable(self) -> bool: ...

    def pieces(self) -> AsyncGenerator[bytes, None]:
        """Yield the bytes from the start."""
        ...


class _Memory:
    """Bytes that are there already."""

    replayable = True

    def __init__(self, data: bytes) -> None:
        self._data = data
        self.size = len(data)

    async def pieces(self) -> AsyncGenerator[bytes, None]:
        for start in range(0, self.size, PIECE_BYTES):
            yield self._data[start : start + PIECE_BYTES]


class _Disk:
    """A file on disk, opened anew for each piece: nothing is open when a call is abandoned."""

    replayable = True

    def __init__(self, path: Path) -> None:
        found = path.stat()
        if not S_ISREG(found.st_mode):
            msg = f"{path} is not a regular file; open it and pass the file object"
            raise OSError(msg)
        self._path = path
        self._state = found.st_size, found.st_mtime_ns
        self.size = found.st_size

    async def pieces(self) -> AsyncGenerator[bytes, None]:
        for start in range(0, self.size, PIECE_BYTES):
            yield await in_thread(self._read, start)

    def _read(self, start: int) -> bytes:
        try:
            with self._path.open("rb", buffering=0) as file:
                file.seek(start)
                piece = file.read(PIECE_BYTES)
                found = os.fstat(file.fileno())
        except OSError as error:
            msg = f"{self._path} cannot be read any more: {error.strerror}"
            raise UploadError(msg) from error
        if (found.st_size, found.st_mtime_ns) != self._state:
            msg = f"{self._path} changed before it was sent whole"
            raise UploadError(msg)
        return piece


class _FileObject:
    """A file that the caller has opened, and closes."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.size: int | None = None
        self.replayable = bool(file.seekable())
        self._start = 0
        if self.replayable:
            self._start = file.tell()
            self.size = max(0, file.seek(0, io.SEEK_END) - self._start)
            file.seek(self._start)

    async def pieces(self) -> AsyncGenerator[bytes, None]:
        sent = 0
        # Asked once more when all is sent: the file may have grown meanwhile.
        while piece := await in_thread(self._read, rewind=self.replayable and not sent):
            sent += len(piece)
            if self.size is not None and sent > self.size:
                break
            yield piece
        if self.size is not None and sent != self.size:
            msg = f"the file changed before it was sent whole: it had {self.size} bytes"
            raise UploadError(msg)

    def _read(self, *, rewind: bool) -> bytes:
        try:
            if rewind:
                self._file.seek(self._start)
            return self._file.read(PIECE_BYTES)
        except (OSError, ValueError) as error:
            msg = f"the file cannot be read any more: {error}"
            raise UploadError(msg) from error


class _Iterated:
    """Bytes from somewhere else, once."""

    size = None
    replayable = False

    def __init__(self, source: AsyncIterable[object]) -> None:
        self._source = source

    async def pieces(self) -> AsyncGenerator[bytes, None]:
        try:
            async for piece in self._source:
                if not isinstance(piece, bytes | bytearray):
                    msg = f"source: expected an iterable of bytes, got {type(piece).__name__} in it"
                    raise TypeError(msg)
                yield bytes(piece)
        finally:
            if inspect.isasyncgen(cast("object", self._source)):
                # Left in the middle, it would hold what it has open until it is collected.
                await cast("AsyncGenerator[object, None]", self._source).aclose()


def _content_of(source: object) -> _Content:
    if isinstance(source, bytes | bytearray):
        return _Memory(bytes(source))
    if isinstance(source, os.PathLike):
        return _Disk(Path(cast("os.PathLike[str]", source)))
    if isinstance(source, io.TextIOBase):
        msg = "source: expected a file opened in binary mode, got one in text mode"
        raise TypeError(msg)
    # Before files: those of aiofiles and anyio are both, and their `read` must be awaited.
    if isinstance(source, AsyncIterable):
        return _Iterated(cast("AsyncIterable[object]", source))
    if callable(getattr(source, "read", None)) and callable(getattr(source, "seekable", None)):
        return _FileObject(cast("IO[bytes]", source))
    hint = "; pass pathlib.Path(...) for a file" if isinstance(source, str) else ""
    msg = (
        "source: expected a path, bytes, a binary file or an async iterable of bytes, "
        f"got {type(source).__name__}{hint}"
    )
    raise TypeError(msg)


def _name_of(source: object, name: str | None) -> str:
    if name is None:
        # Paths and files have one; that of an unnamed temporary file is a number.
        own: object = getattr(source, "name", None)
        name = own if isinstance(own, str) else ""
    found = bare_name(name)
    if not found:
        msg = "name: expected a file name, for example name='handbook.pdf'"
        raise ValueError(msg)
    return found


def _guessed(name: str) -> str:
    kind, compression = mimetypes.guess_type(name)
    return kind if kind and not compression else "application/octet-stream"


def _checked(content_type: str) -> str:
    if _MEDIA_TYPE.fullmatch(content_type) is None:
        msg = f"content_type: expected a media type such as text/plain, got {content_type!r}"
        raise ValueError(msg)
    return content_type
