"""The bytes of uploaded documents: in a temporary directory, never whole in memory."""

from __future__ import annotations

import asyncio
import hashlib
import mimetypes
import tempfile
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from starlette.datastructures import UploadFile

_CHUNK = 256 * 1024
TEXT_LIMIT = 1024 * 1024

_TEXT_TYPES = ("application/json", "application/xml", "application/x-ndjson", "application/yaml")


@dataclass(frozen=True, slots=True)
class Stored:
    """Where some bytes are kept and what is known of them.

    Attributes:
        head: the first MiB.
    """

    file: Path
    size: int
    sha256: str
    media_type: str
    head: bytes


class Storage:
    """A directory that is made with the first document and removed with the sandbox."""

    def __init__(self) -> None:
        self._directory: tempfile.TemporaryDirectory[str] | None = None

    async def save_upload(self, key: str, upload: UploadFile) -> Stored:
        """Keep an uploaded file."""
        file = self._path(key)
        digest = hashlib.sha256()
        head = b""
        size = 0
        with file.open("wb") as out:
            while chunk := upload.file.read(_CHUNK):
                out.write(chunk)
                digest.update(chunk)
                head += chunk[: max(0, TEXT_LIMIT - len(head))]
                size += len(chunk)
                # A large file must not keep the other requests waiting.
                await asyncio.sleep(0)
        media_type = media_type_of(file_name(upload.filename), upload.content_type)
        return Stored(file, size, digest.hexdigest(), media_type, head)

    def save_text(self, key: str, text: str) -> Stored:
        """Keep a text."""
        data = text.encode()
        file = self._path(key)
        file.write_bytes(data)
        digest = hashlib.sha256(data).hexdigest()
        return Stored(file, len(data), digest, "text/plain", data[:TEXT_LIMIT])

    def remove(self, file: Path | None) -> None:
        """Forget the bytes of a document."""
        if file is not None:
            file.unlink(missing_ok=True)

    def close(self) -> None:
        """Remove everything."""
        if self._directory is not None:
            self._directory.cleanup()
            self._directory = None

    def _path(self, key: str) -> Path:
        if self._directory is None:
            self._directory = tempfile.TemporaryDirectory(prefix="ejento-sandbox-")
        return Path(self._directory.name) / key


class FileAnswer:
    """A file as an answer: an ASGI app that sends it chunk by chunk."""

    status_code = 200

    def __init__(self, file: Path, size: int, media_type: str) -> None:
        self._file = file
        self._size = size
        self._media_type = media_type

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:  # noqa: ARG002 - ASGI
        """Send the file."""
        headers = [
            (b"content-type", self._media_type.encode("latin-1")),
            (b"content-length", str(self._size).encode()),
        ]
        await send({"type": "http.response.start", "status": self.status_code, "headers": headers})
        with self._file.open("rb") as file:
            while chunk := file.read(_CHUNK):
                await send({"type": "http.response.body", "body": chunk, "more_body": True})
                await asyncio.sleep(0)
        await send({"type": "http.response.body", "body": b"", "more_body": False})


def file_name(name: str | None) -> str:
    """Return the last part of the name that a client gave a file."""
    return (name or "").replace("\\", "/").rpartition("/")[2] or "file"


def media_type_of(name: str, declared: str | None = None) -> str:
    """Return the media type of a file: the declared one if it says something, else by name."""
    if declared and declared != "application/octet-stream":
        return declared
    if name.lower().endswith((".md", ".markdown")):
        return "text/markdown"
    return mimetypes.guess_type(name)[0] or "application/octet-stream"


def text_of(stored: Stored) -> str:
    """Return the text in the first MiB, or an empty text if it is not a kind of text."""
    kind = stored.media_type.partition(";")[0].strip().lower()
    if not kind.startswith("text/") and kind not in _TEXT_TYPES:
        return ""
    text = stored.head.decode("utf-8", errors="replace")
    return text_of_html(text) if kind == "text/html" else text


def text_of_html(page: str) -> str:
    """Return what a browser would show of a page, with the headings as in Markdown."""
    reader = _HtmlText()
    reader.feed(page)
    reader.close()
    return reader.text()


class _HtmlText(HTMLParser):
    """Collects what a browser would show."""

    _HIDDEN = frozenset({"script", "style", "head", "template"})
    _HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
    _BLOCKS = _HEADINGS | {"p", "div", "li", "br", "tr"}

    def __init__(self) -> None:
        super().__init__()
        self._blocks = [""]
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - HTMLParser's
        if tag in self._HIDDEN:
            self._hidden += 1
        if tag in self._BLOCKS:
            self._blocks.append("# " if tag in self._HEADINGS else "")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._HIDDEN and self._hidden:
            self._hidden -= 1
        if tag in self._BLOCKS:
            self._blocks.append("")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self._blocks[-1] += data

    def text(self) -> str:
        """Return the text, with an empty line between blocks."""
        blocks = (" ".join(block.split()) for block in self._blocks)
        return "\n\n".join(block for block in blocks if block)
