"""Decompression that cannot be made to eat the memory.

HTTP libraries inflate a whole piece of the body at once, a thousandfold if a server is malicious
or mad. Here a piece comes out in steps of bounded size, so that the reader's own limit holds.
"""

from __future__ import annotations

import zlib
from collections.abc import AsyncIterator

from .protocol import BackendError

ACCEPT_ENCODING = "gzip, deflate"
"""What `decompressed` understands."""

STEP = 256 * 1024
"""Bytes that one step of decompression yields at most."""


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

    inflater = None
    async for chunk in chunks:
        if inflater is None:
            inflater = zlib.decompressobj(_window(names[0], chunk))
        rest = chunk
        while rest:
            try:
                piece = inflater.decompress(rest, STEP)
            except zlib.error as error:
                msg = f"the compressed body is damaged: {error}"
                raise BackendError(msg) from None
            rest = inflater.unconsumed_tail
            if piece:
                yield piece
    if inflater is not None:
        tail = inflater.flush()
        if tail:
            yield tail
        if not inflater.eof:
            msg = "the compressed body is cut off"
            raise BackendError(msg)


def _window(name: str, start: bytes) -> int:
    """Return zlib's `wbits`; "deflate" is sent with the zlib header and, wrongly, without."""
    if name != "deflate":
        return 16 + zlib.MAX_WBITS
    with_header = len(start) >= 2 and int.from_bytes(start[:2], "big") % 31 == 0
    return zlib.MAX_WBITS if with_header else -zlib.MAX_WBITS
