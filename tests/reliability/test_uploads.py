"""Faults of what is uploaded: of files, of iterators, of names and of those who watch."""

from __future__ import annotations

import asyncio
import io
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest
from python_multipart.multipart import parse_options_header

from ejento_async import (
    APIConnectionError,
    APITimeoutError,
    EjentoClient,
    File,
    UploadError,
)
from ejento_async.sandbox import Fault
from tests.reliability.scene import Outcome, Scene
from tests.reliability.shelves import SIZE, Shelf, Source, upload
from tests.wire import eventually


@pytest.fixture
def handbook(tmp_path: Path) -> Path:
    path = tmp_path / "handbook.pdf"
    path.write_bytes(bytes(SIZE))
    return path


async def refused(
    scene: Scene,
    client: EjentoClient,
    shelf: Shelf,
    fault: str,
    outcome: Outcome,
    expected: type[BaseException],
) -> None:
    """Check an upload that failed by itself: the server got no whole file, and all goes on."""
    scene.note(
        fault,
        f"{expected.__name__}, nothing uploaded",
        f"{outcome.name}, {len(shelf.whole) or 'nothing'} uploaded",
    )
    assert type(outcome.error) is expected
    assert shelf.whole == []
    await scene.settled()
    assert (await client.request("GET", "/other")).data == "served"


# Files that change or cannot be read.


def _become_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


CHANGES: dict[str, Callable[[Path], object]] = {
    "shrinks": lambda path: path.write_bytes(b"short"),
    "grows": lambda path: path.write_bytes(bytes(2 * SIZE)),
    "vanishes": lambda path: path.unlink(),
    "becomes a folder": _become_a_folder,
}


@pytest.mark.parametrize("change", CHANGES)
async def test_a_file_that_changes_while_it_is_sent_is_refused(
    change: str, scene: Scene, handbook: Path
) -> None:
    shelf = Shelf()
    client = scene.client(await scene.server(shelf))
    changes = iter([CHANGES[change]])

    def on_progress(sent: int, total: int | None) -> None:
        for do in changes:
            do(handbook)

    outcome = await scene.attempt(upload(client, handbook, on_progress=on_progress))

    await refused(
        scene, client, shelf, f"a file that {change} while it is sent", outcome, UploadError
    )
    assert "handbook.pdf" in str(outcome.error)


async def test_a_file_object_that_cannot_be_read_is_refused(scene: Scene) -> None:
    class Damaged(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            if self.tell():
                raise OSError(5, "Input/output error")
            return super().read(size)

    shelf = Shelf()
    client = scene.client(await scene.server(shelf))
    outcome = await scene.attempt(upload(client, Damaged(bytes(SIZE))))

    await refused(scene, client, shelf, "a file object that cannot be read", outcome, UploadError)
    assert "Input/output error" in str(outcome.error)


# Iterators that go wrong.


@pytest.mark.parametrize(
    "error",
    [
        ZeroDivisionError(),
        OSError(5, "disk"),
        TimeoutError(),
        ConnectionResetError(),
    ],
    ids=lambda error: type(error).__name__,
)
async def test_what_an_iterator_raises_is_what_the_caller_gets(
    error: Exception, scene: Scene
) -> None:
    shelf = Shelf()
    client = scene.client(await scene.server(shelf))
    source = Source(error)
    outcome = await scene.attempt(upload(client, source.pieces()))

    await refused(
        scene,
        client,
        shelf,
        f"an iterator that raises {type(error).__name__}",
        outcome,
        type(error),
    )
    assert outcome.error is error
    assert source.closed


@pytest.mark.parametrize("piece", ["text", None], ids=repr)
async def test_an_iterator_of_something_else_is_refused(piece: object, scene: Scene) -> None:
    async def pieces() -> AsyncIterator[Any]:
        yield b"begun"
        yield piece

    shelf = Shelf()
    client = scene.client(await scene.server(shelf))
    outcome = await scene.attempt(upload(client, pieces()))

    await refused(scene, client, shelf, f"an iterator that yields {piece!r}", outcome, TypeError)


async def test_an_upload_that_is_cancelled_closes_its_source_and_its_connection(
    scene: Scene,
) -> None:
    shelf = Shelf()
    client = scene.client(await scene.server(shelf))
    async with Source(None).held() as source:
        uploading = asyncio.create_task(upload(client, source.pieces()))
        await asyncio.gather(source.waiting.wait(), shelf.begun.wait())
        uploading.cancel()
        with pytest.raises(asyncio.CancelledError):
            await uploading

        scene.note(
            "an iterator without end, cancelled",
            "closed, nothing uploaded",
            f"closed, {len(shelf.whole) or 'nothing'} uploaded",
        )
        await eventually(lambda: source.closed)
        await scene.settled()
    assert shelf.whole == []
    assert (await client.request("GET", "/other")).data == "served"


async def test_an_upload_beyond_its_deadline_closes_its_source_and_its_connection(
    scene: Scene,
) -> None:
    shelf = Shelf()
    client = scene.client(await scene.server(shelf))
    async with Source(None).held() as source:
        hasty = client.with_options(deadline=0.1)
        outcome = await scene.attempt(upload(hasty, source.pieces()))
        await eventually(lambda: source.closed)
        await refused(
            scene, client, shelf, "an iterator without end, late", outcome, APITimeoutError
        )
    assert outcome.failure.maybe_applied
    assert outcome.elapsed < 1


async def test_a_download_that_is_cut_while_it_is_passed_on_says_so_itself(scene: Scene) -> None:
    sandbox = await scene.sandbox(Fault.cut_body(10, operation="v2_citations_download"))
    shelf = Shelf()
    origin = scene.client(sandbox)
    target = scene.client(await scene.server(shelf))
    source = (await origin.v2.documents.upload(7, bytes(SIZE), name="big.txt", user_id=1)).source

    async def pass_on() -> None:
        async with origin.v2.citations.download(str(source)) as download:
            await upload(target, download)

    outcome = await scene.attempt(pass_on())

    await refused(
        scene,
        target,
        shelf,
        "a download that is cut while it is passed on",
        outcome,
        APIConnectionError,
    )
    assert outcome.failure.operation == "v2_citations_download"


# Progress.


async def test_an_error_in_on_progress_ends_the_upload(scene: Scene) -> None:
    def on_progress(sent: int, total: int | None) -> None:
        raise ZeroDivisionError

    shelf = Shelf()
    client = scene.client(await scene.server(shelf))
    outcome = await scene.attempt(upload(client, bytes(SIZE), on_progress=on_progress))

    await refused(scene, client, shelf, "an on_progress that raises", outcome, ZeroDivisionError)


async def test_one_file_in_two_uploads_tells_the_progress_of_both(scene: Scene) -> None:
    told: list[tuple[int, int | None]] = []
    file = File(bytes(SIZE), name="a.bin", on_progress=lambda *progress: told.append(progress))
    client = scene.client(await scene.server(Shelf()))
    await upload(client, file)
    middle = len(told)
    outcome = await scene.attempt(upload(client, file))

    scene.note(
        "one File in two uploads", "ok, progress of both", f"{outcome.name}, progress of both"
    )
    assert told[:middle] == told[middle:]
    assert told[-1] == (SIZE, SIZE)
    await scene.settled(1)


# Sizes and names.


async def _nothing() -> AsyncIterator[bytes]:
    for piece in list[bytes]():
        yield piece


async def test_empty_files_are_uploaded(scene: Scene, tmp_path: Path) -> None:
    path = tmp_path / "empty"
    path.touch()
    shelf = Shelf()
    client = scene.client(await scene.server(shelf))
    sources: dict[str, Any] = {
        "a path": path,
        "bytes": b"",
        "a file object": io.BytesIO(),
        "an iterator": _nothing(),
    }
    for kind, source in sources.items():
        told: list[tuple[int, int | None]] = []
        outcome = await scene.attempt(
            upload(client, source, on_progress=lambda *progress: told.append(progress))  # noqa: B023
        )

        scene.note(f"0 bytes from {kind}", "ok", outcome.name)
        assert outcome.value == 11
        assert b"application/pdf\r\n\r\n\r\n--" in shelf.whole[-1].body
        assert told == [(0, None if kind == "an iterator" else 0)]
    await scene.settled(1)


NAMES = {
    "日本 é.txt": "日本 é.txt",
    'a"b.txt': "a%22b.txt",
    "a\r\nX-Evil: 1.txt": "a%0D%0AX-Evil: 1.txt",
    "../../etc/passwd": "passwd",
    "C:\\temp\\a.txt": "a.txt",
}


async def test_a_name_arrives_as_one_name_without_folders(scene: Scene) -> None:
    shelf = Shelf()
    client = scene.client(await scene.server(shelf))
    for name, expected in NAMES.items():
        outcome = await scene.attempt(upload(client, b"abc", name=name))

        body = shelf.whole[-1].body
        [line] = [line for line in body.split(b"\r\n") if b"filename=" in line]
        found = parse_options_header(line)[1][b"filename"].decode()
        scene.note(f"a file named {name!r}", expected, found)
        assert outcome.value == 11
        assert found == expected
        assert b"X-Evil" not in body.replace(line, b"")
    await scene.settled(1)
