"""What holds for every multipart body: another parser finds in it what was put there."""

from __future__ import annotations

import asyncio
import io
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from python_multipart.multipart import MultipartParser, parse_options_header

from ejento_async._disk import bare_name
from ejento_async._multipart import File, MultipartBody, encode_multipart

# Lone surrogates are no text; a backslash is an escape for the parser, and none for browsers.
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\\"), max_size=20)
FILE_NAMES = TEXT.filter(bare_name)
CONTENTS = st.one_of(
    st.binary(max_size=100),
    st.lists(st.sampled_from([b"--", b"\r\n", b"--\r\n", b"boundary", b"a" * 32]), max_size=9).map(
        b"".join
    ),
)
FILES = st.tuples(FILE_NAMES, CONTENTS)


def escaped(name: str) -> bytes:
    return name.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A").encode()


def parsed(body: MultipartBody) -> list[tuple[bytes, bytes | None, bytes]]:
    """Parse a body into name, file name and content of each part."""

    async def read() -> bytes:
        return b"".join([chunk async for chunk in body.chunks()])

    content = asyncio.run(read())
    assert body.length == len(content)

    parts: list[dict[bytes, bytes]] = []
    contents: list[bytearray] = []
    header: list[bytes] = []
    ends = 0

    def on_part_begin() -> None:
        parts.append({})
        contents.append(bytearray())

    def on_header_field(data: bytes, start: int, end: int) -> None:
        header.append(data[start:end].lower())

    def on_header_value(data: bytes, start: int, end: int) -> None:
        name = b"".join(header)
        parts[-1][name] = parts[-1].get(name, b"") + data[start:end]

    def on_part_data(data: bytes, start: int, end: int) -> None:
        contents[-1] += data[start:end]

    def on_end() -> None:
        nonlocal ends
        ends += 1

    callbacks: Any = {
        "on_part_begin": on_part_begin,
        "on_header_field": on_header_field,
        "on_header_value": on_header_value,
        "on_header_end": header.clear,
        "on_part_data": on_part_data,
        "on_end": on_end,
    }
    _, options = parse_options_header(body.content_type)
    parser = MultipartParser(options[b"boundary"], callbacks)
    parser.write(content)
    parser.finalize()
    assert ends == 1

    found: list[tuple[bytes, bytes | None, bytes]] = []
    for part, data in zip(parts, contents, strict=True):
        _, options = parse_options_header(part[b"content-disposition"])
        found.append((options[b"name"], options.get(b"filename"), bytes(data)))
    return found


@given(fields=st.dictionaries(TEXT, TEXT | FILES, max_size=5))
def test_another_parser_finds_the_same_names_texts_and_files(
    fields: dict[str, str | tuple[str, bytes]],
) -> None:
    sent: dict[str, object] = {}
    expected: list[tuple[bytes, bytes | None, bytes]] = []
    for name, value in fields.items():
        if isinstance(value, str):
            sent[name] = value
            expected.append((escaped(name), None, value.encode()))
        else:
            file_name, content = value
            sent[name] = File(io.BytesIO(content), name=file_name)
            expected.append((escaped(name), escaped(bare_name(file_name)), content))

    assert parsed(encode_multipart(sent)) == expected
