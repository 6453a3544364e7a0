"""What was uploaded before: the memory of a program that may be stopped at any moment."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Literal

State = Literal["sending", "sent", "indexed", "failed"]

BEGINNING = b'{"corpus": '
"""How every line begins: what does not is somebody's file, named by mistake, and stays as it is."""


@dataclass(frozen=True)
class Entry:
    """One step of one file.

    Attributes:
        corpus: URL of the corpus, so that one journal serves several.
        name: the name of the file for the server.
        sha256: digest of what is in the file.
        state: `sending` before the upload, `sent` after it, then `indexed` or `failed`.
        document: id of the document, from `sent` on.
        before: while `sending`, the documents that had the same name before. If there is another
            one later, that upload arrived, though its answer did not.
    """

    corpus: str
    name: str
    sha256: str
    state: State
    document: int | None = None
    before: list[int] = field(default_factory=list[int])


class Journal:
    """A file of JSON Lines that only ever grows; of each file the last line counts.

    Each line is written at once. It is in the memory of the operating system then, and outlives a
    killed process; a power cut may lose the last ones, whose files are recognised by their names.

    Attributes:
        documents: ids of all documents in the corpus that were uploaded by way of this journal.
    """

    def __init__(self, path: Path, corpus: str) -> None:
        """Read what is there about a corpus, and open the file for more.

        Raises:
            OSError: the file cannot be read or written.
            ValueError: it is no such journal.
        """
        self.documents: set[int] = set()
        self._by_content: dict[str, Entry] = {}
        self._by_name: dict[str, int] = {}
        good = self._read(path, corpus) if path.exists() else 0
        self._file = path.open("ab")
        self._file.truncate(good)

    def _read(self, path: Path, corpus: str) -> int:
        """Take in what is there; return how many bytes of it are good."""
        good = 0
        with path.open("rb") as lines:
            for line in lines:
                if not line.endswith(b"\n") and BEGINNING.startswith(line[: len(BEGINNING)]):
                    break  # killed while this line was written
                entry = Entry(**json.loads(line))
                good += len(line)
                if entry.corpus == corpus:
                    self._note(entry)
        return good

    def of_content(self, sha256: str) -> Entry | None:
        """Return the last step of whatever file had this content, or None."""
        return self._by_content.get(sha256)

    def document_of(self, name: str) -> int | None:
        """Return the document that was last made of the file of a name, or None."""
        return self._by_name.get(name)

    def add(self, entry: Entry) -> None:
        """Remember a step."""
        self._file.write(json.dumps(asdict(entry)).encode() + b"\n")
        self._file.flush()
        self._note(entry)

    def _note(self, entry: Entry) -> None:
        self._by_content[entry.sha256] = entry
        if entry.document is not None:
            self.documents.add(entry.document)
            self._by_name[entry.name] = entry.document

    def close(self) -> None:
        """Close the file."""
        self._file.close()
