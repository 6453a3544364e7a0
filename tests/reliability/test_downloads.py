"""Faults of downloads: a file is replaced by the whole of another, or stays as it was."""

from __future__ import annotations

import asyncio
import gzip
import resource
import signal
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from ejento_async import (
    APIConnectionError,
    APIError,
    APITimeoutError,
    EjentoClient,
    Limits,
    NotFoundError,
    ResponseTooLargeError,
)
from ejento_async._download import Download
from ejento_async.sandbox import Fault
from tests.reliability.scene import HASTY, Scene
from tests.reliability.transcripts import chunk, cut, silent
from tests.reliability.watching import memory
from tests.wire import Behaviour, Connection, eventually

HEAD = b"HTTP/1.1 200 OK\r\ncontent-type: application/pdf\r\n"
FRAMED = HEAD + b"content-length: 1000000\r\n\r\n"
CHUNKED = HEAD + b"transfer-encoding: chunked\r\n\r\n"
HALF = bytes(500_000)
PACKED = gzip.compress(bytes(range(256)) * 1000)

Saving = Callable[[EjentoClient, Path], Awaitable[object]]


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A file that is there already."""
    path = tmp_path / "cities.pdf"
    path.write_bytes(b"old")
    return path


def download_of(client: EjentoClient) -> Download:
    return client.v2.citations.download("cities.pdf")


async def save(client: EjentoClient, target: Path) -> object:
    return await download_of(client).save(target)


async def save_soon(client: EjentoClient, target: Path) -> object:
    return await save(client.with_options(deadline=0.2), target)


def sending(*parts: bytes, then: Behaviour) -> Behaviour:
    """Answer each download with these bytes and then do something; other calls with an answer."""

    async def behave(connection: Connection) -> None:
        while (request := await connection.request()) is not None:
            if request.target == "/other":
                await connection.answer("served")
            else:
                for part in parts:
                    await connection.send(part)
                await then(connection)

    return behave


async def reset_when_read(connection: Connection) -> None:
    """Reset the connection when all that was sent has left."""
    await eventually(lambda: not connection.writer.transport.get_write_buffer_size())
    connection.reset()


async def drip(connection: Connection) -> None:
    """Send a byte now and then, for a second."""
    for _ in range(100):
        await connection.send(b"x")
        await asyncio.sleep(0.01)
    connection.writer.close()


BREAKS: dict[str, tuple[Behaviour, type[APIError], Saving]] = {
    "closes before the length it gave": (
        sending(FRAMED, HALF, then=cut),
        APIConnectionError,
        save,
    ),
    "closes before the last chunk": (
        sending(CHUNKED, chunk(HALF), then=cut),
        APIConnectionError,
        save,
    ),
    "resets in the middle": (sending(FRAMED, HALF, then=reset_when_read), APIConnectionError, save),
    "ends before its compression does": (
        sending(
            HEAD + b"content-encoding: gzip\r\ncontent-length: 500\r\n\r\n",
            PACKED[:500],
            then=silent,
        ),
        APIConnectionError,
        save,
    ),
    "falls silent": (sending(FRAMED, HALF, then=silent), APITimeoutError, save),
    "drips until the deadline": (sending(FRAMED, HALF, then=drip), APITimeoutError, save_soon),
}


@pytest.mark.parametrize("fault", BREAKS)
async def test_a_download_that_breaks_leaves_the_old_file(
    fault: str, scene: Scene, target: Path
) -> None:
    behaviour, expected, saving = BREAKS[fault]
    server = await scene.server(behaviour)
    client = scene.client(server, timeout=HASTY)
    outcome = await scene.attempt(saving(client, target))

    scene.note(
        f"a download that {fault}",
        f"{expected.__name__}, 1 attempt, old file",
        f"{outcome.name}, {len(server.requests)} attempt, {target.read_bytes().decode()} file",
    )
    assert type(outcome.error) is expected
    assert outcome.failure.operation == "v2_citations_download"
    assert not outcome.failure.maybe_applied
    assert outcome.elapsed < 1
    assert len(server.requests) == 1
    assert target.read_bytes() == b"old"
    assert list(target.parent.iterdir()) == [target]
    # What is whole as HTTP sees it leaves a connection that is as good as any.
    await scene.settled(1 if "compression" in fault else 0)


async def test_a_body_without_length_is_whole_when_its_connection_closes(
    scene: Scene, target: Path
) -> None:
    client = scene.client(await scene.server(sending(HEAD + b"\r\n", HALF, then=cut)))
    outcome = await scene.attempt(save(client, target))

    scene.note("a body without length whose connection closes", "ok", outcome.name)
    assert outcome.value == target
    assert target.read_bytes() == HALF
    await scene.settled()


async def test_the_opening_of_a_download_is_repeated(scene: Scene, target: Path) -> None:
    sandbox = await scene.sandbox()
    client = scene.client(sandbox)
    document = await client.v2.documents.upload(7, b"new", name="a.txt", user_id=1)
    name = str(document.source)
    for fault, expected, attempts in (
        (Fault.status(503, times=1), "ok", 2),
        (Fault.drop(reset=True, times=1), "ok", 2),
        (Fault.status(404), "NotFoundError", 1),
    ):
        sandbox.faults.clear()
        sandbox.faults.add(fault)
        before = len(sandbox.requests)
        outcome = await scene.attempt(client.v2.citations.download(name).save(target))

        seen = len(sandbox.requests) - before
        words = fault.status_code or "a reset"
        scene.note(
            f"{words} in place of a download",
            f"{expected}, {attempts} attempts",
            f"{outcome.name}, {seen} attempts",
        )
        assert outcome.name == expected
        assert seen == attempts
        assert outcome.error is None or type(outcome.error) is NotFoundError
    assert target.read_bytes() == b"new"
    await scene.settled(1)


# Disks that do not take it.


@contextmanager
def little_room(size: int) -> Iterator[None]:
    """Let no file grow beyond a size."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)


async def test_a_disk_that_is_full_keeps_the_old_file(scene: Scene, target: Path) -> None:
    client = scene.client(await scene.server(sending(FRAMED, HALF, HALF, then=silent)))
    with little_room(600_000):
        outcome = await scene.attempt(save(client, target))

    scene.note("no room on the disk", "OSError, old file", f"{outcome.name}, old file")
    assert type(outcome.error) is OSError
    assert target.read_bytes() == b"old"
    assert list(target.parent.iterdir()) == [target]
    await scene.settled(1)


@pytest.mark.parametrize(
    ("place", "expected"),
    [("missing/cities.pdf", FileNotFoundError), (".", IsADirectoryError)],
    ids=["no folder", "a folder"],
)
async def test_a_place_that_is_none_is_an_error_of_the_system(
    place: str, expected: type[OSError], scene: Scene, tmp_path: Path
) -> None:
    folder = tmp_path / "downloads"
    folder.mkdir()
    client = scene.client(await scene.server(sending(FRAMED, HALF, HALF, then=silent)))
    outcome = await scene.attempt(save(client, folder / place))

    scene.note(f"saving to {place!r}", expected.__name__, outcome.name)
    assert type(outcome.error) is expected
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    await scene.settled(1)


# Readers that stop.


async def leaves_the_loop(download: Download, target: Path) -> None:
    async with download:
        async for _ in download:
            break


async def raises(download: Download, target: Path) -> None:
    async with download:
        async for _ in download:
            raise ZeroDivisionError


async def takes_no_more(download: Download, target: Path) -> None:
    await download.read(max_bytes=1000)


async def is_cancelled_while_it_saves(download: Download, target: Path) -> None:
    saving = asyncio.create_task(download.save(target))
    await eventually(lambda: len(list(target.parent.iterdir())) == 2)
    saving.cancel()
    await saving


STOPS: list[tuple[Callable[[Download, Path], Awaitable[None]], str]] = [
    (leaves_the_loop, "ok"),
    (raises, "ZeroDivisionError"),
    (takes_no_more, "ResponseTooLargeError"),
    (is_cancelled_while_it_saves, "CancelledError"),
]


@pytest.mark.parametrize(("reading", "expected"), STOPS, ids=lambda v: getattr(v, "__name__", None))
async def test_a_download_that_is_given_up_frees_the_only_connection(
    reading: Callable[[Download, Path], Awaitable[None]],
    expected: str,
    scene: Scene,
    target: Path,
) -> None:
    server = await scene.server(sending(FRAMED, HALF, then=silent))
    client = scene.client(server, limits=Limits(max_connections=1), timeout=3)

    async def read() -> str:
        try:
            await reading(download_of(client), target)
        except BaseException as error:
            if isinstance(error, ResponseTooLargeError):
                scene.watch(error)
            return type(error).__name__
        return "ok"

    outcome = await scene.attempt(read())

    scene.note(
        f"a download whose reader {reading.__name__.replace('_', ' ')}", expected, outcome.value
    )
    assert outcome.value == expected
    assert list(target.parent.iterdir()) == [target]
    assert target.read_bytes() == b"old"
    await scene.settled()
    assert (await client.request("GET", "/other")).data == "served"
    await eventually(lambda: server.open == 1)


async def test_a_large_download_takes_little_memory(scene: Scene, target: Path) -> None:
    size, piece = 60_000_000, bytes(1_000_000)

    async def pieces(connection: Connection) -> None:
        await connection.request()
        await connection.send(HEAD + b"content-length: %d\r\n\r\n" % size)
        for _ in range(size // len(piece)):
            await connection.send(piece)

    client = scene.client(await scene.server(pieces))
    highest = before = memory()

    async def watched(chunks: AsyncIterator[bytes]) -> int:
        nonlocal highest
        read = 0
        async for each in chunks:
            read += len(each)
            highest = max(highest, memory())
        return read

    async with download_of(client) as download:
        outcome = await scene.attempt(watched(download))

    scene.note("a download of 60 MB", "ok, in 20 MB", f"{outcome.name}, in 20 MB")
    assert outcome.value == size
    assert highest - before < 20_000_000
    await scene.settled()
