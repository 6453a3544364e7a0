"""Decompression that cannot be made to eat the memory.

HTTP libraries inflate a whole piece of the body at once, a thousandfold if a server is malicious
or mad. Here a piece comes out in steps of bounded size, so that the reader's own limit holds.
"""

from __future__ import annotations

import zlib
from collections.abc import AsyncIterator, Iterator
from typing import Any

from .protocol import BackendError

ACCEPT_ENCODING = "gzip, deflate"
"""What `decompressed` understands."""

STEP = 256 * 1024
"""Bytes that one step of decompression yields at most."""

_GZIP = b"\x1f\x8b"
"""How a gzip member begins."""


async def decompressed(chunks: AsyncIterator[bytes], encoding: str) -> AsyncIterator[bytes]:
    """Undo the Content-Encoding of a body.

    Raises:
        BackendError: the encoding is unknown, or the body is damaged or cut.
    """
    names = [name for name in encoding.lower().replace(" ", "").split(",") if name != "identity"]
    if not [name for name in names if name]:
        async for chunk in chunks:
            yield chunk
        return
    if names not in (["gzip"], ["x-gzip"], ["deflate"]):
        msg = f"the body has an unknown content encoding: {encoding[:50]}"
        raise BackendError(msg)

    inflater = _Inflater(names[0])
    async for chunk in chunks:
        for piece in inflater.steps(chunk):
            yield piece
    tail = inflater.finish()
    if tail:
        yield tail


class _Inflater:
    """Inflates a body piece by piece; gzip bodies may have several members."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._member: Any = None
        self._held = b""
        self._whole = False
        self._ended = False

    def steps(self, chunk: bytes) -> Iterator[bytes]:
        """Yield what a piece of the body becomes, in steps of bounded size."""
        held, self._held = self._held + chunk, b""
        while held and not self._ended:
            if self._member is None:
                if len(held) < len(_GZIP):
                    self._held = held  # too little to see what it is
                    return
                if self._whole and (self._name == "deflate" or not held.startswith(_GZIP)):
                    self._ended = True  # what follows is padding
                    return
                self._member = zlib.decompressobj(_window(self._name, held))
            try:
                piece: bytes = self._member.decompress(held, STEP)
            except zlib.error as error:
                msg = f"the compressed body is damaged: {error}"
                raise BackendError(msg) from None
            held = self._member.unconsumed_tail
            if piece:
                yield piece
            if self._member.eof:
                held, self._member, self._whole = self._member.unused_data, None, True

    def finish(self) -> bytes:
        """Return what is left at the end of the body."""
        tail: bytes = b"" if self._member is None else self._member.flush()
        if (self._held and not self._whole) or (self._member is not None and not self._member.eof):
            msg = "the compressed body is cut off"
            raise BackendError(msg)
        return tail


def _window(name: str, start: bytes) -> int:
    """Return zlib's `wbits`; "deflate" is sent with the zlib header and, wrongly, without."""
    if name != "deflate":
        return 16 + zlib.MAX_WBITS
    with_header = start[0] & 0x0F == zlib.DEFLATED and int.from_bytes(start[:2], "big") % 31 == 0
    return zlib.MAX_WBITS if with_header else -zlib.MAX_WBITS
