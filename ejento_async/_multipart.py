"""Bodies of the type multipart/form-data: RFC 7578, with names escaped as browsers do (WHATWG)."""

from __future__ import annotations

import secrets
from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
from contextlib import aclosing
from typing import cast

from ._protocol import UNSET
from ._scalar import scalar
from ._upload import File

__all__ = ["File", "MultipartBody", "encode_multipart"]

_ESCAPES = str.maketrans({'"': "%22", "\r": "%0D", "\n": "%0A"})


class MultipartBody:
    """A body of text fields and files, read piece by piece; a `StreamBody`.

    Attributes:
        content_type: the value of the Content-Type header.
        length: bytes in all, or None when the size of a file is not known.
        replayable: whether it can be sent again.
    """

    __slots__ = ("_parts", "content_type", "length", "replayable")

    def __init__(self, fields: Iterable[tuple[str, str | File]]) -> None:
        boundary = secrets.token_hex(16)
        self._parts = list(_parts(fields, boundary))
        files = [part for part in self._parts if isinstance(part, File)]
        self.content_type = f"multipart/form-data; boundary={boundary}"
        self.length = _total(self._parts)
        self.replayable = all(file.replayable for file in files)

    async def chunks(self) -> AsyncIterator[bytes]:
        """Yield the body from its start.

        Raises:
            UploadError: a file changed, or cannot be read.
        """
        for part in self._parts:
            if isinstance(part, bytes):
                yield part
            else:
                async with aclosing(part.chunks()) as chunks:
                    async for chunk in chunks:
                        yield chunk


def encode_multipart(fields: Mapping[str, object]) -> MultipartBody:
    """Make a body of fields by name: text, numbers, bools, dates, `File`s, and lists of them.

    Members that are `UNSET` or None are left out; a list becomes one part for each item.

    Raises:
        TypeError: a field is none of the above.
    """
    return MultipartBody(_pairs(fields))


def _pairs(fields: Mapping[str, object]) -> Iterator[tuple[str, str | File]]:
    for name, value in fields.items():
        if value is not UNSET and value is not None:
            items = cast("Iterable[object]", value) if isinstance(value, list | tuple) else [value]
            for item in items:
                yield name, item if isinstance(item, File) else scalar(item, name)


def _parts(fields: Iterable[tuple[str, str | File]], boundary: str) -> Iterator[bytes | File]:
    """Yield what is sent, in order; all text between two files is one piece."""
    text = bytearray()
    for name, value in fields:
        text += f'--{boundary}\r\nContent-Disposition: form-data; name="{_escaped(name)}"'.encode()
        if isinstance(value, File):
            text += f'; filename="{_escaped(value.name)}"\r\n'.encode()
            text += f"Content-Type: {value.content_type}\r\n\r\n".encode()
            yield bytes(text)
            yield value.for_a_call()
            text = bytearray(b"\r\n")
        else:
            text += b"\r\n\r\n" + value.encode() + b"\r\n"
    yield bytes(text) + f"--{boundary}--\r\n".encode()


def _escaped(name: str) -> str:
    # Names of files on disk can hold bytes that are no text; as in browsers, they are replaced.
    return name.encode("utf-8", "replace").decode().translate(_ESCAPES)


def _total(parts: Iterable[bytes | File]) -> int | None:
    total = 0
    for part in parts:
        size = len(part) if isinstance(part, bytes) else part.size
        if size is None:
            return None
        total += size
    return total
