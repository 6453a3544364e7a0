"""Who talks to the bot, and what is remembered of them between two runs of the program."""

from __future__ import annotations

import asyncio
import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from ejento_async import FileTokenStore


@dataclass(frozen=True)
class Person:
    """A user of the chat platform.

    The platform must have proved the address: whoever names it is that user at Ejento.
    """

    email: str
    full_name: str


class Shelf:
    """A folder with two files for each person, which nobody but the owner of the program can read.

    Args:
        folder: where; it is made if it is not there.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        folder.chmod(0o700)  # it may have been there, with another mode
        self._folder = folder

    def tokens(self, person: Person) -> FileTokenStore:
        """Return where the tokens of a person are kept."""
        return FileTokenStore(self._file(person, "tokens"))

    async def thread(self, person: Person) -> int | None:
        """Return the chat thread of a person, if there is one."""
        return await asyncio.to_thread(_read, self._file(person, "thread"))

    async def keep_thread(self, person: Person, thread: int | None) -> None:
        """Remember the chat thread of a person; None forgets it."""
        await asyncio.to_thread(_write, self._file(person, "thread"), thread)

    def _file(self, person: Person, kind: str) -> Path:
        # An address may hold what no name of a file should.
        name = hashlib.sha256(person.email.casefold().encode()).hexdigest()[:32]
        return self._folder / f"{name}.{kind}"


def _read(file: Path) -> int | None:
    try:
        return int(file.read_text())
    except (FileNotFoundError, ValueError):
        return None


def _write(file: Path, thread: int | None) -> None:
    if thread is None:
        file.unlink(missing_ok=True)
        return
    # Two steps, so that a crash leaves the old number or the new one.
    new = file.with_suffix(".new")
    with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as out:
        out.write(str(thread))
    new.replace(file)
