"""Bodies of forms: what a user passes as a name, a value or a file stays within its part."""

from __future__ import annotations

import io
from collections.abc import Iterator

from python_multipart.multipart import MultipartParser

from ejento_async import File
from ejento_async._model import anything
from tests.reliability.hostile import Call, Good, have_only_our_headers, refusal
from tests.reliability.scene import Scene
from tests.support import UPLOAD
from tests.wire import Received

NAMES_OF_PARTS = ["a", 'a"; filename="x', "a\r\nX-Evil: 1\r\n\r\n", "é", "\n--b\n", "\0", ""]


async def test_a_part_of_a_form_stays_within_its_part(scene: Scene) -> None:
    server = await scene.server(Good())
    transport = scene.client(server)._transport

    for name in NAMES_OF_PARTS:
        text = f'{name}\r\n--x\r\nContent-Disposition: form-data; name="evil"\r\n\r\n'
        file = File(text.encode(), name=f"x{name}", content_type="text/plain")
        await transport.send(UPLOAD, anything, body={name: text, "file": file})
        escaped = name.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")
        assert list(_parts(server.requests[-1])) == [
            (f'form-data; name="{escaped}"'.encode(), None, text.encode()),
            (
                f'form-data; name="file"; filename="x{escaped}"'.encode(),
                b"text/plain",
                text.encode(),
            ),
        ]
    sent = len(server.requests)
    for value in ("\ud800", object()):
        call: Call = lambda _, x: transport.send(UPLOAD, anything, body={"field": x})  # noqa: E731
        error = await refusal(scene, call, None, value)
        assert str(error).startswith("field: "), str(error)

    scene.note("hostile names and values in a form", "within their part, or refused by name", "so")
    assert len(server.requests) == sent
    have_only_our_headers(server.requests)


FILE_NAMES = {
    'a".txt': "a%22.txt",
    "a\r\nX-Evil: 1.txt": "a%0D%0AX-Evil: 1.txt",
    "../../etc/passwd": "passwd",
    "C:\\Users\\a.txt": "a.txt",
    "é🙂.txt": "é🙂.txt",
    "a\ud800.txt": "a?.txt",
    "a;b=c.txt": "a;b=c.txt",
    " ": " ",
}


async def test_a_file_name_is_a_name_and_nothing_else(scene: Scene) -> None:
    good = Good()
    good.data = {"id": 1}
    server = await scene.server(good)
    ejento = scene.client(server)

    for name, sent in FILE_NAMES.items():
        file = File(io.BytesIO(b"text"), name=name, content_type="text/x")
        await ejento.v2.documents.upload(7, file, user_id=1)
        (part,) = [part for part in _parts(server.requests[-1]) if b"filename" in part[0]]
        assert part[0].split(b"; ", 2)[2] == f'filename="{sent}"'.encode()
        assert part[1:] == (b"text/x", b"text")
    for name in ("", ".", "..", "a/", "/"):
        call: Call = lambda e, x: e.v2.documents.upload(7, b"text", name=x)  # noqa: E731
        error = await refusal(scene, call, ejento, name)
        assert str(error).startswith("name: ")
    for kind in ("text/plain\r\nX-Evil: 1", "text", "text/é", "\n/\n"):
        call = lambda e, x: e.v2.documents.upload(7, b"", name="a", content_type=x)  # noqa: E731
        error = await refusal(scene, call, ejento, kind)
        assert str(error).startswith("content_type: ")

    scene.note("hostile names and types of files", "a bare name, or refused by name", "so")
    assert len(server.requests) == len(FILE_NAMES)


def _parts(request: Received) -> Iterator[tuple[bytes, bytes | None, bytes]]:
    """Read a form with another parser: disposition, type and content of each part."""
    parts: list[dict[bytes, bytes]] = []
    held = {"name": b"", "value": b""}

    def name(data: bytes, start: int, end: int) -> None:
        held["name"] += data[start:end]

    def value(data: bytes, start: int, end: int) -> None:
        held["value"] += data[start:end]

    def header() -> None:
        parts[-1][held["name"].lower()] = held["value"]
        held.update(name=b"", value=b"")

    def content(data: bytes, start: int, end: int) -> None:
        parts[-1][b""] += data[start:end]

    kind = request.header("content-type") or ""
    parser = MultipartParser(
        kind.partition("boundary=")[2],
        {
            "on_part_begin": lambda: parts.append({b"": b""}),
            "on_header_field": name,
            "on_header_value": value,
            "on_header_end": header,
            "on_part_data": content,
        },
    )
    parser.write(request.body)
    parser.finalize()
    for part in parts:
        assert set(part) <= {b"", b"content-disposition", b"content-type"}
        yield part[b"content-disposition"], part.get(b"content-type"), part[b""]
