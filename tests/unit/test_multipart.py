"""Multipart bodies, and the files in them."""

from __future__ import annotations

import asyncio
import io
import os
from collections.abc import AsyncIterator, Callable
from datetime import date
from pathlib import Path
from typing import Any, cast

import pytest

from ejento_async import _upload
from ejento_async._errors import UploadError
from ejento_async._multipart import File, MultipartBody, encode_multipart
from ejento_async._protocol import UNSET


async def content_of(source: File | MultipartBody) -> bytes:
    return b"".join([chunk async for chunk in source.chunks()])


async def rest_of(chunks: AsyncIterator[bytes]) -> bytes:
    return b"".join([chunk async for chunk in chunks])


async def iterated(*pieces: bytes) -> AsyncIterator[bytes]:
    for piece in pieces:
        yield piece


def boundary_of(body: MultipartBody) -> str:
    return body.content_type.removeprefix("multipart/form-data; boundary=")


@pytest.fixture
def handbook(tmp_path: Path) -> Path:
    path = tmp_path / "handbook.pdf"
    path.write_bytes(b"0123456789" * 10)
    return path


@pytest.fixture
def small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_upload, "PIECE_BYTES", 30)


# The body.


async def test_fields_and_files_are_encoded_in_order() -> None:
    body = encode_multipart(
        {"user_id": 5, "source": File(b"a,b", name="t.csv"), "attachment": True, "tags": UNSET}
    )
    boundary = boundary_of(body)

    assert (
        await content_of(body)
        == (
            f"--{boundary}\r\n"
            'Content-Disposition: form-data; name="user_id"\r\n'
            "\r\n"
            "5\r\n"
            f"--{boundary}\r\n"
            'Content-Disposition: form-data; name="source"; filename="t.csv"\r\n'
            "Content-Type: text/csv\r\n"
            "\r\n"
            "a,b\r\n"
            f"--{boundary}\r\n"
            'Content-Disposition: form-data; name="attachment"\r\n'
            "\r\n"
            "true\r\n"
            f"--{boundary}--\r\n"
        ).encode()
    )


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (True, "true"),
        (False, "false"),
        (7, "7"),
        (0.5, "0.5"),
        ("ü\r\n", "ü\r\n"),
        (date(2026, 1, 2), "2026-01-02"),
    ],
)
async def test_values_are_written_as_text(value: object, text: str) -> None:
    content = await content_of(encode_multipart({"x": value}))

    assert f'name="x"\r\n\r\n{text}\r\n--'.encode() in content


async def test_a_list_becomes_a_part_for_each_item() -> None:
    content = await content_of(encode_multipart({"x": [1, File(b"two", name="2.txt")], "y": ()}))

    assert content.count(b'name="x"') == 2
    assert b'name="y"' not in content


async def test_unset_and_none_are_left_out_and_nothing_is_still_a_body() -> None:
    body = encode_multipart({"a": UNSET, "b": None})

    assert await content_of(body) == f"--{boundary_of(body)}--\r\n".encode()


@pytest.mark.parametrize("value", [b"bytes", Path("x"), {"a": 1}, object()])
def test_what_cannot_be_a_field_is_refused_by_name(value: object) -> None:
    with pytest.raises(TypeError, match=r"source: expected text, .* or a File"):
        encode_multipart({"source": value})


def test_every_body_has_a_boundary_of_its_own() -> None:
    assert boundary_of(encode_multipart({})) != boundary_of(encode_multipart({}))


async def test_names_cannot_break_out_of_their_header() -> None:
    hostile = 'a"; filename="b\r\nX-Evil: 1\r\n\r\n.txt'
    content = await content_of(encode_multipart({'na"me\r\n': File(b"", name=hostile)}))

    assert b'name="na%22me%0D%0A"' in content
    assert b'filename="a%22; filename=%22b%0D%0AX-Evil: 1%0D%0A%0D%0A.txt"' in content


async def test_the_length_is_exact() -> None:
    body = encode_multipart({"größe": "ü", "source": File(b"abc", name="日本.txt")})

    assert body.length == len(await content_of(body))


async def test_a_body_with_a_file_of_unknown_size_has_no_length_and_goes_out_once() -> None:
    body = encode_multipart({"x": "1", "source": File(iterated(b"ab"), name="a.bin")})

    assert body.length is None
    assert not body.replayable


async def test_a_body_can_be_sent_again_when_all_its_files_can(handbook: Path) -> None:
    stream = io.BytesIO(b"0123")
    stream.seek(1)
    body = encode_multipart(
        {"a": File(handbook), "b": File(b"x", name="b"), "c": File(stream, name="c")}
    )

    assert body.replayable
    assert await content_of(body) == await content_of(body)


# Where files come from.


def opened(path: Path) -> Any:
    return path.open("rb")


@pytest.mark.usefixtures("small_pieces")
@pytest.mark.parametrize(
    ("make", "size"),
    [
        (lambda path: path, 100),
        (lambda path: path.read_bytes(), 100),
        (lambda path: bytearray(path.read_bytes()), 100),
        (lambda path: io.BytesIO(path.read_bytes()), 100),
        (lambda path: iterated(path.read_bytes()[:40], b"", path.read_bytes()[40:]), None),
    ],
    ids=["path", "bytes", "bytearray", "file", "iterator"],
)
async def test_every_kind_of_source_gives_its_bytes(
    make: Callable[[Path], Any], size: int | None, handbook: Path
) -> None:
    file = File(make(handbook), name="x.pdf")

    assert file.size == size
    assert await content_of(file) == b"0123456789" * 10


@pytest.mark.parametrize("empty", [b"", io.BytesIO()], ids=["bytes", "file"])
async def test_an_empty_file_is_a_file(empty: Any) -> None:
    seen: list[tuple[int, int | None]] = []
    file = File(empty, name="x", on_progress=lambda *progress: seen.append(progress))

    assert await content_of(file) == b""
    assert file.size == 0
    assert seen == [(0, 0)]


async def test_an_empty_path_is_a_file(tmp_path: Path) -> None:
    path = tmp_path / "empty.txt"
    path.touch()

    assert await content_of(File(path)) == b""


async def test_a_file_object_is_read_from_where_it_stands_and_left_open(handbook: Path) -> None:
    with handbook.open("rb") as stream:
        stream.seek(95)
        file = File(stream)

        assert file.name == "handbook.pdf"
        assert file.size == 5
        assert await content_of(file) == b"56789"
        assert await content_of(file) == b"56789"
        assert not stream.closed


async def test_a_file_object_that_cannot_seek_is_read_once() -> None:
    reading, writing = os.pipe()
    os.write(writing, b"through a pipe")
    os.close(writing)
    with os.fdopen(reading, "rb") as stream:
        file = File(stream, name="pipe.bin")

        assert (file.size, file.replayable) == (None, False)
        assert await content_of(file) == b"through a pipe"


@pytest.mark.parametrize(
    ("source", "hint"),
    [
        ("handbook.pdf", "pathlib.Path"),
        (io.StringIO("text"), "binary mode"),
        (None, "NoneType"),
        ([b"a"], "list"),
    ],
)
def test_other_sources_are_refused(source: Any, hint: str) -> None:
    with pytest.raises(TypeError, match=hint):
        File(source, name="x")


def test_a_path_that_is_not_there_is_refused_at_once(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        File(tmp_path / "missing.pdf")


def test_a_folder_is_refused_at_once(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="not a regular file"):
        File(tmp_path)


async def test_an_iterator_that_fails_ends_the_upload_with_its_own_error() -> None:
    async def failing() -> AsyncIterator[bytes]:
        yield b"a"
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await content_of(encode_multipart({"source": File(failing(), name="x")}))


@pytest.mark.parametrize("read", [1, 2])
async def test_a_generator_whose_upload_is_given_up_is_closed(read: int) -> None:
    closed = []

    async def pieces() -> AsyncIterator[bytes]:
        try:
            yield b"a"
            yield b"b"
        finally:
            closed.append(True)

    chunks = cast("Any", encode_multipart({"source": File(pieces(), name="x")}).chunks())
    for _ in range(1 + read):
        await anext(chunks)
    await chunks.aclose()

    assert closed


async def test_a_file_object_whose_methods_are_async_is_taken_for_an_iterator() -> None:
    class AsyncFile:
        name = "a.bin"

        def seekable(self) -> object:
            raise AssertionError("to be awaited")

        read = seekable

        def __aiter__(self) -> AsyncIterator[bytes]:
            return iterated(b"one\n", b"two\n")

    file = File(AsyncFile())

    assert (file.name, file.size) == ("a.bin", None)
    assert await content_of(file) == b"one\ntwo\n"


async def test_an_iterator_of_text_is_refused() -> None:
    async def texts() -> AsyncIterator[Any]:
        yield "text"

    with pytest.raises(TypeError, match="got str in it"):
        await content_of(File(texts(), name="x"))


# Names and types.


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("report.pdf", "report.pdf"),
        ("/etc/passwd", "passwd"),
        ("..\\..\\windows\\win.ini", "win.ini"),
        ("日本 語.txt", "日本 語.txt"),
        ("...", "..."),
    ],
)
def test_folders_are_stripped_from_names(given: str, name: str) -> None:
    assert File(b"", name=given).name == name


@pytest.mark.parametrize("name", [None, "", "..", "a/..", "folder/"])
def test_a_name_that_is_none_is_refused(name: str | None) -> None:
    with pytest.raises(ValueError, match="name: expected a file name"):
        File(b"", name=name)


def test_a_file_without_a_name_of_its_own_needs_one() -> None:
    reading, writing = os.pipe()
    os.close(writing)
    with os.fdopen(reading, "rb") as stream, pytest.raises(ValueError, match="name: expected"):
        File(stream)  # its name is a number


async def test_bytes_in_a_file_name_that_are_no_text_are_replaced() -> None:
    content = await content_of(encode_multipart({"x": File(b"", name="a\udcffb")}))

    assert b'filename="a?b"' in content


@pytest.mark.parametrize(
    ("name", "content_type"),
    [
        ("a.pdf", "application/pdf"),
        ("A.TXT", "text/plain"),
        ("a.tar.gz", "application/octet-stream"),
        ("a", "application/octet-stream"),
    ],
)
def test_the_content_type_is_guessed_from_the_name(name: str, content_type: str) -> None:
    assert File(b"", name=name).content_type == content_type


def test_a_content_type_that_is_given_is_taken() -> None:
    file = File(b"", name="a.pdf", content_type="text/plain; charset=utf-8")

    assert repr(file) == "<File 'a.pdf': text/plain; charset=utf-8, 0 bytes>"


@pytest.mark.parametrize("content_type", ["text/plain\r\nX-Evil: 1", "text", "text/plain\n", "ü/ü"])
def test_a_malformed_content_type_is_refused(content_type: str) -> None:
    with pytest.raises(ValueError, match="content_type: expected a media type"):
        File(b"", name="a", content_type=content_type)


# Files that change.


@pytest.mark.usefixtures("small_pieces")
@pytest.mark.parametrize(
    "change",
    [
        lambda path: path.write_bytes(b"short"),
        lambda path: path.write_bytes(b"x" * 1000),
        lambda path: os.utime(path, ns=(1, 1)),
        lambda path: path.unlink(),
    ],
    ids=["shrinks", "grows", "is rewritten", "vanishes"],
)
async def test_a_path_that_changes_while_it_is_sent_is_an_error(
    change: Callable[[Path], object], handbook: Path
) -> None:
    chunks = File(handbook).chunks()
    await anext(chunks)
    change(handbook)

    with pytest.raises(UploadError, match=r"handbook\.pdf (changed|cannot be read)"):
        await anext(chunks)


@pytest.mark.usefixtures("small_pieces")
@pytest.mark.parametrize(
    "change",
    [lambda file: file.truncate(40), lambda file: file.write(b"x" * 1000)],
    ids=["shrinks", "grows"],
)
async def test_a_file_object_that_changes_while_it_is_sent_is_an_error(
    change: Callable[[io.BytesIO], object],
) -> None:
    stream = io.BytesIO(b"0123456789" * 10)
    chunks = File(stream, name="x").chunks()
    await anext(chunks)
    place = stream.tell()
    stream.seek(0, io.SEEK_END)
    change(stream)
    stream.seek(place)

    with pytest.raises(UploadError, match="had 100 bytes"):
        await rest_of(chunks)


async def test_a_file_object_that_was_closed_is_an_error(handbook: Path) -> None:
    with handbook.open("rb") as stream:
        file = File(stream)

    with pytest.raises(UploadError, match="closed file"):
        await content_of(file)


# Progress.


@pytest.mark.usefixtures("small_pieces")
async def test_progress_grows_to_the_total_and_does_not_go_back_on_a_second_attempt(
    handbook: Path,
) -> None:
    seen: list[tuple[int, int | None]] = []
    file = File(handbook, on_progress=lambda *progress: seen.append(progress))
    attempt = file.chunks()
    await anext(attempt)
    await anext(attempt)
    await attempt.aclose()
    await content_of(file)

    assert seen == [(30, 100), (60, 100), (90, 100), (100, 100)]


@pytest.mark.usefixtures("small_pieces")
async def test_one_file_in_two_bodies_tells_the_progress_of_both(handbook: Path) -> None:
    seen: list[tuple[int, int | None]] = []
    file = File(handbook, on_progress=lambda *progress: seen.append(progress))
    for _ in range(2):
        await content_of(encode_multipart({"source": file}))

    assert seen == [(30, 100), (60, 100), (90, 100), (100, 100)] * 2


async def test_progress_of_an_unknown_size_has_no_total() -> None:
    seen: list[tuple[int, int | None]] = []
    await content_of(
        File(iterated(b"ab", b"c"), name="x", on_progress=lambda *progress: seen.append(progress))
    )

    assert seen == [(2, None), (3, None)]


async def test_progress_may_be_awaited() -> None:
    seen: list[int] = []

    async def on_progress(sent: int, total: int | None) -> None:
        await asyncio.sleep(0)
        seen.append(sent)

    await content_of(File(b"abc", name="x", on_progress=on_progress))

    assert seen == [3]


async def test_an_error_in_on_progress_ends_the_upload() -> None:
    def on_progress(sent: int, total: int | None) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await content_of(
            encode_multipart({"source": File(b"abc", name="x", on_progress=on_progress)})
        )


async def test_reading_a_file_leaves_the_event_loop_free(handbook: Path) -> None:
    turns = 0

    async def count() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    counting = asyncio.create_task(count())
    await content_of(File(handbook))
    counting.cancel()

    assert turns > 1
