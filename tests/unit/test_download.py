"""Binary downloads: streamed, read into memory, saved to a file."""

from __future__ import annotations

import asyncio
import stat
from collections.abc import AsyncIterator, Mapping
from pathlib import Path
from typing import TypeVar

import pytest

from ejento_async import _download
from ejento_async._download import Download
from ejento_async._errors import (
    APIConnectionError,
    APIError,
    APITimeoutError,
    ResponseTooLargeError,
)

E = TypeVar("E", bound=APIError)


class FakeIncoming:
    """An answer that yields the given pieces; an error among them is raised, None never comes."""

    status = 200

    def __init__(
        self, *pieces: bytes | Exception | None, headers: Mapping[str, str] | None = None
    ) -> None:
        self.headers = headers or {}
        self.pieces = list(pieces)
        self.waiting = asyncio.Event()
        self.closings = 0

    async def chunks(self) -> AsyncIterator[bytes]:
        while self.pieces:
            piece = self.pieces.pop(0)
            if piece is None:
                self.waiting.set()
                await asyncio.Event().wait()
            elif isinstance(piece, Exception):
                raise piece
            else:
                yield piece

    def about(self, error: E) -> E:
        error.operation = "v2_citations_download"
        return error

    async def aclose(self) -> None:
        self.closings += 1


def download_of(incoming: FakeIncoming, **options: float) -> Download:
    async def open_stream() -> FakeIncoming:
        return incoming

    return Download(open_stream, **options)


def files_in(folder: Path) -> list[Path]:
    return list(folder.iterdir())


async def test_a_download_yields_its_bytes_as_they_arrive() -> None:
    incoming = FakeIncoming(b"ab", b"c")
    async with download_of(incoming) as download:
        pieces = [piece async for piece in download]

    assert pieces == [b"ab", b"c"]
    assert incoming.closings == 1


async def test_the_headers_tell_type_size_and_name() -> None:
    headers = {
        "content-type": "application/pdf",
        "content-length": "3",
        "content-disposition": 'attachment; filename="cities.pdf"',
    }
    async with download_of(FakeIncoming(b"abc", headers=headers)) as download:
        assert download.content_type == "application/pdf"
        assert download.size == 3
        assert download.filename == "cities.pdf"


@pytest.mark.parametrize(
    "headers", [{}, {"content-length": "x"}, {"content-length": "3", "content-encoding": "gzip"}]
)
async def test_what_the_headers_do_not_tell_is_none(headers: dict[str, str]) -> None:
    async with download_of(FakeIncoming(headers=headers)) as download:
        assert download.content_type == "application/octet-stream"
        assert download.size is None
        assert download.filename is None


@pytest.mark.parametrize(
    ("disposition", "filename"),
    [
        ("attachment; filename=plain.pdf", "plain.pdf"),
        ("inline; FileName = spaced.pdf ; size=3", "spaced.pdf"),
        (r'attachment; filename="a \"quoted\"; name.pdf"', 'a "quoted"; name.pdf'),
        ("attachment; filename=\"x.pdf\"; filename*=UTF-8''%C3%BCber.pdf", "über.pdf"),
        ("attachment; filename*=iso-8859-1'de'%FCber.pdf", "über.pdf"),
        ("attachment; filename*=klingon''x%C3%BC.pdf", "xü.pdf"),
        ("attachment; filename*=broken; filename=x.pdf", "x.pdf"),
        ('attachment; filename="../../etc/passwd"', "passwd"),
        (r'attachment; filename="C:\\temp\\a.pdf"', "a.pdf"),
        ("attachment; filename*=UTF-8''..%2F..%2Fa%00%0A.pdf", "a.pdf"),
        ('attachment; filename=".."', None),
        ('attachment; filename=""', None),
        ("attachment", None),
    ],
)
async def test_the_name_is_read_without_folders_and_control_characters(
    disposition: str, filename: str | None
) -> None:
    incoming = FakeIncoming(headers={"content-disposition": disposition})
    async with download_of(incoming) as download:
        assert download.filename == filename


async def test_read_returns_the_whole_body_and_needs_no_block() -> None:
    incoming = FakeIncoming(b"ab", b"c")

    assert await download_of(incoming).read() == b"abc"
    assert incoming.closings == 1


async def test_read_refuses_more_than_it_may_take() -> None:
    incoming = FakeIncoming(b"ab", b"cd", b"ef")

    with pytest.raises(ResponseTooLargeError, match="3 bytes") as caught:
        await download_of(incoming).read(max_bytes=3)

    assert caught.value.operation == "v2_citations_download"
    assert incoming.closings == 1
    assert incoming.pieces == [b"ef"]


@pytest.mark.parametrize("max_bytes", [3, None])
async def test_read_takes_what_is_within_the_limit(max_bytes: int | None) -> None:
    assert await download_of(FakeIncoming(b"abc")).read(max_bytes=max_bytes) == b"abc"


async def test_save_writes_the_file_and_returns_its_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_download, "WRITE_BYTES", 4)
    target = tmp_path / "cities.pdf"
    async with download_of(FakeIncoming(b"abc", b"def", b"g")) as download:
        assert await download.save(str(target)) == target

    assert target.read_bytes() == b"abcdefg"
    assert files_in(tmp_path) == [target]


async def test_save_replaces_a_file_and_gives_it_the_usual_permissions(tmp_path: Path) -> None:
    usual, target = tmp_path / "usual", tmp_path / "target"
    usual.touch()
    target.write_bytes(b"old")

    await download_of(FakeIncoming(b"new")).save(target)

    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == stat.S_IMODE(usual.stat().st_mode)


async def test_save_keeps_the_old_file_when_the_body_breaks(tmp_path: Path) -> None:
    target = tmp_path / "cities.pdf"
    target.write_bytes(b"old")
    incoming = FakeIncoming(b"new", APIConnectionError("reset"))

    with pytest.raises(APIConnectionError, match="reset"):
        await download_of(incoming).save(target)

    assert target.read_bytes() == b"old"
    assert files_in(tmp_path) == [target]
    assert incoming.closings == 1


async def test_cancelling_save_leaves_no_file_and_no_connection(tmp_path: Path) -> None:
    incoming = FakeIncoming(b"new", None)
    task = asyncio.create_task(download_of(incoming).save(tmp_path / "cities.pdf"))
    await incoming.waiting.wait()
    assert len(files_in(tmp_path)) == 1
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task

    assert files_in(tmp_path) == []
    assert incoming.closings == 1


async def test_save_says_when_the_folder_is_not_there(tmp_path: Path) -> None:
    incoming = FakeIncoming(b"new")

    with pytest.raises(FileNotFoundError):
        await download_of(incoming).save(tmp_path / "missing" / "cities.pdf")
    assert incoming.closings == 1


async def test_a_download_that_is_not_open_says_what_is_missing() -> None:
    download = download_of(FakeIncoming())

    with pytest.raises(RuntimeError, match="async with"):
        _ = download.size
    with pytest.raises(RuntimeError, match="async with"):
        await anext(download)


@pytest.mark.parametrize("rest", [None, b"more"], ids=["waits", "never waits"])
async def test_the_deadline_ends_a_download(rest: bytes | None) -> None:
    incoming = FakeIncoming(b"ab", *[rest] * 10_000)
    deadline = asyncio.get_running_loop().time() + 0.01

    with pytest.raises(APITimeoutError, match="deadline") as caught:
        async with download_of(incoming, deadline=deadline) as download:
            async for _ in download:
                await asyncio.sleep(0.001)

    assert caught.value.operation == "v2_citations_download"
    assert caught.value.__cause__ is None
    assert incoming.closings == 1


async def test_leaving_the_block_early_closes_the_connection() -> None:
    incoming = FakeIncoming(b"ab", None)
    async with download_of(incoming) as download:
        async for _ in download:
            break

    assert incoming.closings == 1
    with pytest.raises(RuntimeError, match="closed"):
        await anext(download)
