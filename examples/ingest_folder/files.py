"""Which files of a folder are to be uploaded, and what became of each."""

from __future__ import annotations

import asyncio
import hashlib
import os
import threading
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISLNK, S_ISREG
from typing import Literal

PIECE_BYTES = 1024 * 1024

_TEXTS = ("pdf", "doc", "docx", "ppt", "pptx", "rtf", "txt", "md", "html", "htm")
_TABLES = ("xls", "xlsx", "csv", "json", "xml")
_IMAGES = ("png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff", "webp")

TYPES = frozenset([*_TEXTS, *_TABLES, *_IMAGES])
"""Endings of the names of files that can be indexed: the vendor's template says "PDF, Word, Excel,
CSV, PPTX, RTF, images, text, JSON, XML, HTML", and not which images."""

Kind = Literal["indexed", "there already", "duplicate", "skipped", "failed"]


@dataclass(frozen=True)
class Outcome:
    """What became of a file, with more in words if there is more to say."""

    path: Path
    kind: Kind
    note: str = ""


def find(folder: Path, types: Collection[str]) -> tuple[list[Path], list[Outcome]]:
    """Walk over a folder and those below it, in the order of their names.

    Hidden files and folders are passed over in silence, as most tools do. Symbolic links are not
    followed: they may lead anywhere, and round in circles.

    Args:
        folder: where to begin.
        types: endings of names, in lower case and without their dot.

    Returns:
        The files to upload, and what is to be reported of the others.
    """
    found: dict[str, Path] = {}
    left: list[Outcome] = []

    def cannot_list(error: OSError) -> None:
        left.append(Outcome(Path(error.filename), "failed", f"cannot be read: {error.strerror}"))

    for place, folders, names in os.walk(folder, onerror=cannot_list):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        links = [name for name in folders if Path(place, name).is_symlink()]
        for entry in sorted([*names, *links]):
            path = Path(place, entry)
            if entry.startswith("."):
                continue
            try:
                why_not = _why_not(path, types)
            except OSError as error:
                left.append(Outcome(path, "failed", f"cannot be read: {error.strerror}"))
                continue
            name = name_for_server(path, folder)
            if name in found:
                why_not = f"on the server it would have the name of {readable(found[name])}"
            if why_not:
                left.append(Outcome(path, "skipped", why_not))
            else:
                found[name] = path
    return list(found.values()), left


def _why_not(path: Path, types: Collection[str]) -> str:
    about = path.lstat()
    if S_ISLNK(about.st_mode):
        return "a symbolic link"
    if not S_ISREG(about.st_mode):
        return "not a regular file"
    if path.suffix.lower().removeprefix(".") not in types:
        return f"unsupported type {path.suffix or '(none)'}"
    return "" if about.st_size else "empty"


def name_for_server(path: Path, folder: Path) -> str:
    """Return the name under which a file is uploaded: with its folders, which the server lacks.

    Without them, the README of one folder would be taken for that of another.
    """
    return "--".join(readable(part) for part in path.relative_to(folder).parts)


def readable(path: Path | str) -> str:
    """Return a path as text; file systems have names that are no text, which none could write."""
    return os.fsencode(path).decode(errors="replace")


async def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file; may be cancelled in the middle of a huge one."""
    stop = threading.Event()
    try:
        return await asyncio.to_thread(_digest, path, stop)
    finally:
        stop.set()


def _digest(path: Path, stop: threading.Event) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while not stop.is_set() and (piece := file.read(PIECE_BYTES)):
            digest.update(piece)
    return digest.hexdigest()
