"""The way of files into a corpus: read, uploaded, indexed; each once, whatever happens."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Protocol

from ejento_async import (
    APIConnectionError,
    APIError,
    AuthenticationError,
    AuthRefreshError,
    EjentoClient,
    EjentoError,
    File,
    IndexingFailed,
    NotFoundError,
    PermissionDeniedError,
    ServerError,
)
from ejento_async.models import Document

from .files import Outcome, digest_of, name_for_server
from .journal import Entry, Journal

FATAL = (AuthenticationError, AuthRefreshError, PermissionDeniedError)
"""What no other file would be spared."""

OUTAGE = (APIConnectionError, ServerError, NotFoundError)
"""What may befall one file, or all of them when the server or the corpus is gone ..."""

MOST_IN_A_ROW = 10
"""... which so many of them one after the other make likely."""


class Watcher(Protocol):
    """Is told what happens."""

    def sending(self, path: Path, sent: int, total: int | None) -> None:
        """So many bytes of a file are sent."""

    def indexing(self, path: Path, step: str) -> None:
        """A document has come to a step of the indexing."""

    def ended(self, outcome: Outcome) -> None:
        """A file has come to its end."""


@dataclass(frozen=True)
class Manner:
    """How files are ingested.

    Attributes:
        uploads: how many at a time.
        waiting: how many more may wait for their indexing meanwhile.
        timeout: seconds until a document must be indexed.
        poll_interval: seconds between the first two looks at its step.
        settle: seconds after which an upload whose answer was lost is looked for in the corpus.
        replace: whether the version before of a changed file is deleted.
        same_name: whether a file is uploaded though the corpus has a document of its name that
            somebody else has put there.
        retry_failed: whether files are uploaded again that could not be indexed before.
    """

    uploads: int = 4
    waiting: int = 16
    timeout: float = 600.0
    poll_interval: float = 1.0
    settle: float = 2.0
    replace: bool = False
    same_name: bool = False
    retry_failed: bool = False


@dataclass
class Ingest:
    """Uploads files of a folder to a corpus."""

    ejento: EjentoClient
    corpus_id: int
    folder: Path
    journal: Journal
    watcher: Watcher
    manner: Manner = field(default_factory=Manner)

    def __post_init__(self) -> None:
        self._corpus = corpus_url(self.ejento, self.corpus_id)
        self._held: dict[int, Document] = {}
        self._names: dict[str, list[int]] = {}
        self._first: dict[str, Path] = {}
        self._uploads = asyncio.Semaphore(self.manner.uploads)
        self._troubles = 0

    async def run(self, paths: Iterable[Path]) -> None:
        """Ingest files. What fails for one file goes to the watcher; what fails for all is raised.

        Raises:
            ExceptionGroup: of an `EjentoError`: the credentials are refused, there is no such
                corpus, or the server is down. What was under way is cancelled.
        """
        await self._look()
        todo = iter(paths)

        async def work() -> None:
            for path in todo:  # the workers share one iterator, so each file has one of them
                self.watcher.ended(await self._ingest(path))

        async with asyncio.TaskGroup() as group:
            for _ in range(self.manner.uploads + self.manner.waiting):
                group.create_task(work())

    async def _ingest(self, path: Path) -> Outcome:
        try:
            outcome = await self._attempt(path)
        except FATAL:
            raise
        except (EjentoError, OSError, ValueError) as error:
            self._troubles += isinstance(error, OUTAGE)
            if self._troubles >= MOST_IN_A_ROW:
                raise
            what = "" if isinstance(error, EjentoError) else "cannot be read: "
            outcome = Outcome(path, "failed", f"{what}{error}")
        else:
            self._troubles = 0
        return outcome

    async def _attempt(self, path: Path) -> Outcome:
        name = name_for_server(path, self.folder)
        async with self._uploads:
            # The `File` comes before the digest: it refuses to send what has changed since.
            file = await asyncio.to_thread(self._file, path, name)
            sha256 = await digest_of(path)
            entry = Entry(self._corpus, name, sha256, "sending")
            outcome, document_id = self._known(path, entry)
            if outcome is not None:
                return outcome
            older = self.journal.document_of(name)
            if document_id is None:
                document_id = await self._upload(file, entry)
            entry = replace(entry, state="sent", document=document_id)
            self.journal.add(entry)

        # No longer counted as an upload: indexing takes minutes, in which others can be sent.
        try:
            await self.ejento.v2.documents.handle(document_id).wait(
                timeout=self.manner.timeout,
                poll_interval=self.manner.poll_interval,
                on_progress=lambda document: self.watcher.indexing(path, document.step or "?"),
            )
        except IndexingFailed:
            self.journal.add(replace(entry, state="failed"))
            raise
        self.journal.add(replace(entry, state="indexed"))
        return Outcome(path, "indexed", await self._retire(older, document_id))

    def _file(self, path: Path, name: str) -> File:
        def on_progress(sent: int, total: int | None) -> None:
            self.watcher.sending(path, sent, total)

        return File(path, name=name, on_progress=on_progress)

    def _known(self, path: Path, entry: Entry) -> tuple[Outcome | None, int | None]:
        """Return what became of a file before, or else its document if it was uploaded already."""
        # Nothing is awaited in here: of two files with the same content, one is the first.
        first = self._first.setdefault(entry.sha256, path)
        if first is not path:
            note = f"the same as {name_for_server(first, self.folder)}"
            return Outcome(path, "duplicate", note), None
        last = self.journal.of_content(entry.sha256)
        if last is not None and last.document in self._held:
            if last.state == "indexed":
                return Outcome(path, "there already", f"document {last.document}"), None
            if last.state == "sent":
                return None, last.document
            if last.state == "failed" and not self.manner.retry_failed:
                note = f"could not be indexed before, as document {last.document}"
                return Outcome(path, "failed", note), None
        if last is not None and last.state == "sending":
            arrived = self._unknown(last.name, last.before)
            if arrived is not None:
                return None, arrived
        other = self._unknown(entry.name, [])
        if other is not None and not self.manner.same_name:
            return Outcome(path, "skipped", f"document {other} has the same name"), None
        return None, None

    async def _upload(self, file: File, entry: Entry) -> int:
        """Upload a file; return the id of its document.

        The SDK repeats an upload that cannot have reached the server. Of one that can, it says
        `maybe_applied`, and whoever knows the corpus can find out.
        """
        before = list(self._names.get(entry.name, []))
        self.journal.add(replace(entry, before=before))
        upload = self.ejento.v2.documents.upload
        try:
            return (await upload(self.corpus_id, file)).id
        except APIError as error:
            if isinstance(error, FATAL) or not error.maybe_applied:
                raise
        await asyncio.sleep(self.manner.settle)
        await self._look()
        arrived = self._unknown(entry.name, before)
        return (await upload(self.corpus_id, file)).id if arrived is None else arrived

    async def _look(self) -> None:
        """See what the corpus holds."""
        listed = await self.ejento.v2.corpora.list_documents(self.corpus_id)
        self._held = {document.id: document for document in listed.documents or []}
        self._names.clear()
        for number, document in self._held.items():
            # The server puts a number before the name.
            name = re.sub(r"^[0-9]+-", "", document.source or "")
            for known_as in {name, document.source or ""}:
                self._names.setdefault(known_as, []).append(number)

    def _unknown(self, name: str, before: list[int]) -> int | None:
        """Return a document of a name that is neither one of these nor in the journal, or None.

        Of an upload whose answer did not come, it is the document.
        """
        known = self.journal.documents.union(before)
        return max((n for n in self._names.get(name, []) if n not in known), default=None)

    async def _retire(self, older: int | None, document_id: int) -> str:
        """Delete the version before of a file, if so wanted; return what is to be said."""
        if older is None or older == document_id or older not in self._held:
            return ""
        if not self.manner.replace:
            return f"the version before stays, as document {older}"
        await self.ejento.v2.corpora.delete_documents(self.corpus_id, document_ids=[older])
        return f"in place of document {older}"


def corpus_url(ejento: EjentoClient, corpus_id: int) -> str:
    """Return what a corpus is called in the journal."""
    return f"{ejento.base_url}/corpora/{corpus_id}"
