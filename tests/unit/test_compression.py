"""Decompression: right wherever a body is cut, and never more at a time than a bounded step."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import AsyncIterator

import pytest

from ejento_async.backends._compression import ACCEPT_ENCODING, STEP, decompressed
from ejento_async.backends.protocol import BackendError

TEXT = b'{"success": true, "data": [1, 2, 3]}' * 20


def raw_deflate(data: bytes, level: int = -1) -> bytes:
    return zlib.compress(data, level, wbits=-zlib.MAX_WBITS)


COMPRESSED = {
    "gzip": gzip.compress(TEXT),
    "x-gzip": gzip.compress(TEXT),
    "deflate": zlib.compress(TEXT),
    "deflate without header": raw_deflate(TEXT),
    "deflate, stored": raw_deflate(TEXT, level=0),
}


async def pieces_of(encoding: str, *chunks: bytes) -> list[bytes]:
    async def body() -> AsyncIterator[bytes]:
        for chunk in chunks:
            yield chunk

    return [piece async for piece in decompressed(body(), encoding)]


async def inflated(encoding: str, *chunks: bytes) -> bytes:
    return b"".join(await pieces_of(encoding, *chunks))


@pytest.mark.parametrize("encoding", ["", "identity", " Identity ", "identity, identity", ","])
async def test_a_body_that_is_not_compressed_passes_as_it_is(encoding: str) -> None:
    assert await pieces_of(encoding, b"ab", b"", b"c") == [b"ab", b"", b"c"]


@pytest.mark.parametrize("kind", COMPRESSED)
async def test_a_body_is_decompressed_wherever_it_is_cut(kind: str) -> None:
    body, encoding = COMPRESSED[kind], kind.partition(" ")[0].rstrip(",")

    for cut in range(len(body) + 1):
        assert await inflated(encoding, body[:cut], body[cut:]) == TEXT


@pytest.mark.parametrize("kind", COMPRESSED)
async def test_a_body_is_decompressed_when_it_comes_byte_by_byte(kind: str) -> None:
    body, encoding = COMPRESSED[kind], kind.partition(" ")[0].rstrip(",")

    assert await inflated(encoding, *(bytes([byte]) for byte in body)) == TEXT


@pytest.mark.parametrize(
    "encoding", ["GZIP", " gzip ", "X-Gzip", "identity, gzip", "gzip,identity"]
)
async def test_the_name_of_an_encoding_is_read_generously(encoding: str) -> None:
    assert await inflated(encoding, COMPRESSED["gzip"]) == TEXT


@pytest.mark.parametrize("size", range(64))
async def test_deflate_is_recognised_with_and_without_its_header(size: int) -> None:
    data = bytes(range(size))

    for level in (0, 1, 9):
        assert await inflated("deflate", zlib.compress(data, level)) == data
        assert await inflated("deflate", raw_deflate(data, level)) == data


async def test_a_body_of_several_gzip_members_is_read_to_its_end() -> None:
    body = gzip.compress(b"one, ") + gzip.compress(b"") + gzip.compress(b"two")

    for cut in range(len(body) + 1):
        assert await inflated("gzip", body[:cut], body[cut:]) == b"one, two"


@pytest.mark.parametrize("rest", [b"\0" * 100, b"\r\n", b"garbage"])
async def test_what_follows_a_compressed_body_is_ignored(rest: bytes) -> None:
    assert await inflated("gzip", COMPRESSED["gzip"] + rest) == TEXT
    assert await inflated("gzip", COMPRESSED["gzip"], rest) == TEXT
    assert await inflated("deflate", COMPRESSED["deflate"], rest) == TEXT


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
async def test_an_empty_body_is_empty_whatever_it_is_called(encoding: str) -> None:
    assert await inflated(encoding) == b""
    assert await inflated(encoding, b"") == b""


@pytest.mark.parametrize(
    "encoding", ["br", "zstd", "compress", "gzip, gzip", "deflate, gzip", "aws-chunked", "\u00e9"]
)
async def test_an_encoding_that_nobody_asked_for_is_an_error_that_names_it(encoding: str) -> None:
    with pytest.raises(BackendError, match="unknown content encoding: "):
        await inflated(encoding, b"x")


async def test_a_long_name_of_an_encoding_is_cut() -> None:
    with pytest.raises(BackendError) as caught:
        await inflated("x" * 10_000, b"x")
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize("kind", COMPRESSED)
async def test_a_compressed_body_that_is_cut_off_is_an_error(kind: str) -> None:
    body, encoding = COMPRESSED[kind], kind.partition(" ")[0].rstrip(",")

    for cut in range(1, len(body)):
        with pytest.raises(BackendError, match="cut off"):
            await inflated(encoding, body[:cut])


@pytest.mark.parametrize(
    "body",
    [b"plain text", COMPRESSED["gzip"][:10] + b"\x07" * 20, COMPRESSED["gzip"][:-8] + b"\0" * 8],
    ids=["not compressed at all", "damaged", "wrong checksum"],
)
async def test_a_compressed_body_that_is_damaged_is_an_error(body: bytes) -> None:
    with pytest.raises(BackendError, match="damaged"):
        await inflated("gzip", body)


async def test_a_bomb_comes_out_in_steps_of_bounded_size() -> None:
    size = 50_000_000
    bomb = gzip.compress(b"\0" * size, 9)
    assert len(bomb) < size / 1000

    pieces = await pieces_of("gzip", bomb)

    assert max(len(piece) for piece in pieces) <= STEP
    assert sum(len(piece) for piece in pieces) == size


async def test_a_reader_that_stops_early_does_not_inflate_the_rest() -> None:
    asked = 0

    async def body() -> AsyncIterator[bytes]:
        nonlocal asked
        for chunk in (gzip.compress(b"\0" * 10_000_000), b"never asked for"):
            asked += 1
            yield chunk

    steps = decompressed(body(), "gzip")
    assert len(await anext(steps)) <= STEP
    assert asked == 1


def test_what_is_asked_for_is_what_can_be_undone() -> None:
    assert ACCEPT_ENCODING == "gzip, deflate"
