"""Uploads several files at a time, waits for their indexing, and keeps what became of each."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Final, Self

import click

from .. import (
    AuthenticationError,
    AuthRefreshError,
    ConfigurationError,
    EjentoClient,
    EjentoError,
    File,
    PermissionDeniedError,
)
from ._failures import explain
from ._words import size_of, tame

_WAITING: Final = 8
"""How many times as many files may wait for their indexing as are sent: each asks the server."""

_HOPELESS: Final = (
    AuthenticationError,
    AuthRefreshError,
    ConfigurationError,
    PermissionDeniedError,
)
"""Failures that all other files would have too."""


class Outcome:
    """What became of one file.

    Attributes:
        path: the file.
        size: its bytes.
        document_id: the document that was made of it, or None.
        step: the step of indexing that was seen last, or None.
        indexed: whether it was waited for, to a good end.
        error: why it failed, or None.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.size = 0
        self.document_id: int | None = None
        self.step: str | None = None
        self.indexed = False
        self.error: str | None = None

    @property
    def name(self) -> str:
        """The path, fit to be shown."""
        return tame(str(self.path))

    def as_json(self) -> dict[str, object]:
        return {
            "path": str(self.path),
            "size": self.size,
            "document_id": self.document_id,
            "step": self.step,
            "indexed": self.indexed,
            "error": self.error,
        }


class Display:
    """Shows how uploads go; this one shows nothing."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Stop showing."""

    def begin(self, outcome: Outcome) -> None:
        """A file is about to be sent."""

    def sent(self, outcome: Outcome, number: int) -> None:
        """So many bytes of a file have left."""

    def step(self, outcome: Outcome) -> None:
        """A document is at another step of indexing."""

    def end(self, outcome: Outcome) -> None:
        """A file is done with, for good or bad."""


class LineDisplay(Display):
    """A line for each file when it is done with: for logs and pipes."""

    def end(self, outcome: Outcome) -> None:
        click.echo(line_of(outcome))


def line_of(outcome: Outcome) -> str:
    """Say in a line what became of a file."""
    if outcome.error:
        return f"{outcome.name}: failed: {outcome.error}"
    words = "indexed" if outcome.indexed else outcome.step or "sent"
    return f"{outcome.name}: {words}, {size_of(outcome.size)}, document {outcome.document_id}"


class Uploading:
    """One run of uploads.

    Args:
        corpus: id of the corpus.
        files: the files.
        display: shows how it goes.
        jobs: how many files are sent at a time.
        tags: tags of all documents.
        patience: seconds to wait for the indexing of each; None: not at all.

    Attributes:
        outcomes: what became of the files that were begun, in the order of the files.
    """

    def __init__(
        self,
        corpus: int,
        files: Sequence[Path],
        display: Display,
        *,
        jobs: int,
        tags: Sequence[str],
        patience: float | None,
    ) -> None:
        self._corpus = corpus
        self._files = files
        self._display = display
        self._jobs = jobs
        self._tags = tags
        self._patience = patience
        self._sending = asyncio.Semaphore(jobs)
        self.outcomes: list[Outcome] = []

    async def run(self, client: EjentoClient) -> None:
        """Upload all files.

        Raises:
            APIError: a failure that all files would have, such as a missing permission.
        """
        # Asked before the first file is opened: without good credentials nothing is begun.
        user = await client.v2.users.get_me()
        left = iter(self._files)

        async def work() -> None:
            for path in left:
                await self._one(client, path, user.id)

        workers = [asyncio.create_task(work()) for _ in range(self._jobs * _WAITING)]
        try:
            await asyncio.gather(*workers)
        finally:
            for worker in workers:
                worker.cancel()
            await asyncio.gather(*workers, return_exceptions=True)

    async def _one(self, client: EjentoClient, path: Path, user_id: int) -> None:
        outcome = Outcome(path)
        self.outcomes.append(outcome)
        try:
            await self._upload(client, outcome, user_id)
        except _HOPELESS as error:
            outcome.error = explain(error)
            raise
        except (EjentoError, OSError, ValueError) as error:
            outcome.error = explain(error)
        except asyncio.CancelledError:
            outcome.error = "interrupted"
            raise
        finally:
            self._display.end(outcome)

    async def _upload(self, client: EjentoClient, outcome: Outcome, user_id: int) -> None:
        async with self._sending:
            self._display.begin(outcome)
            file = await asyncio.to_thread(
                File, outcome.path, on_progress=lambda number, _: self._sent(outcome, number)
            )
            outcome.size = file.size or 0
            document = await client.v2.documents.upload(
                self._corpus, file, user_id=user_id, tags=self._tags
            )
            outcome.document_id, outcome.step = document.id, document.step
            self._display.step(outcome)
        if self._patience is not None:
            try:
                await document.wait(
                    timeout=self._patience, on_progress=lambda seen: self._step(outcome, seen.step)
                )
            finally:
                outcome.step = document.step
            outcome.indexed = True

    def _sent(self, outcome: Outcome, number: int) -> None:
        self._display.sent(outcome, number)

    def _step(self, outcome: Outcome, step: str | None) -> None:
        outcome.step = step
        self._display.step(outcome)
