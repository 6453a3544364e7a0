"""Documents with uploads, and the wait until a document is indexed.

Uploading returns as soon as the document is queued. Indexing takes seconds to minutes; the server
tells its step when asked (ejento-facts §6).
"""

from __future__ import annotations

import asyncio
import inspect
import time
from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING, Final, TypeAlias

from ._call import describe
from ._checks import Duration, seconds
from ._decoding import server_message
from ._disk import in_thread
from ._errors import (
    APIConnectionError,
    APIError,
    IndexingFailed,
    IndexingTimeoutError,
    NotFoundError,
    RateLimitError,
    ServerError,
)
from ._protocol import UNSET, Core
from ._secret import redact_text
from ._upload import File, FileSource, OnSent
from .generated.api.v2_documents import V2DocumentsApi
from .generated.api.v2_users import V2UsersApi

if TYPE_CHECKING:
    from .generated import models

LONGEST_INTERVAL: Final = 5.0
"""Seconds: the time between two looks grows up to this."""

GROWTH: Final = 1.25
"""... by this factor."""

NOT_THERE_YET: Final = 10.0
"""Seconds for which a document that was just uploaded may be unknown to the service that tells the
step: it is not the one that took the upload."""

OnStep: TypeAlias = Callable[["models.Document"], object]
"""Takes a document whose step has changed; may be a coroutine function."""


class Documents(V2DocumentsApi):
    """Documents: upload, follow the indexing, read."""

    __slots__ = ("_asking", "_user_id")

    def __init__(self, core: Core) -> None:
        super().__init__(core)
        self._asking: tuple[asyncio.AbstractEventLoop, asyncio.Lock] | None = None
        self._user_id: int | None = None

    async def upload(
        self,
        corpus_id: int,
        source: File | FileSource,
        *,
        name: str | None = None,
        content_type: str | None = None,
        user_id: int | None = None,
        tags: Sequence[str] = (),
        attachment: bool = False,
        upload_from: str = "web",
        on_progress: OnSent | None = None,
    ) -> DocumentHandle:
        """Upload a file to a corpus; returns when it is queued for indexing.

        `POST /indexing-service/api/v2/corpora/{corpus_id}/documents`

            document = await ejento.v2.documents.upload(7, Path("handbook.pdf"))
            await document.wait()

        The file is read piece by piece, off the event loop, whatever its size. Cancelling stops
        the upload; the server keeps nothing of a request that it did not get whole.

        Args:
            corpus_id: id of the corpus.
            source: a `Path` (not a `str`), bytes, a file object opened in binary mode, an async
                iterable of bytes, or a `File`, which says all about itself.
            name: the file name for the server. Default: that of the path or of the file object.
            content_type: the media type. Default: guessed from the name.
            user_id: whose document it is. Default: the current user, asked for once.
            tags: tags of the document; none may hold a comma.
            attachment: whether the document belongs to a chat.
            upload_from: what the document comes through, for the vendor's statistics.
            on_progress: called, or awaited, with the bytes sent so far and in all (None: unknown).

        Returns:
            The document, to wait for.

        Raises:
            OSError: the path is not there, or is not a file.
            TypeError: the source is none of the above.
            UploadError: the file changed, or could not be read, while it was sent.
            APIError: as any call.

        Evidence: documented (api.ejento.ai/guides/indexing-api-migration).
        """
        joined = _joined(tags)
        if isinstance(source, File):
            if not (name is None and content_type is None and on_progress is None):
                msg = "name, content_type and on_progress belong in the File that is the source"
                raise TypeError(msg)
            file = source
        else:
            _refuse_text(source)
            file = await in_thread(
                File, source, name=name, content_type=content_type, on_progress=on_progress
            )
        document = await self.create(
            corpus_id,
            user_id=await self._current_user() if user_id is None else user_id,
            content_type="file",
            source=file,
            upload_from=upload_from,
            tags=joined or UNSET,
            attachment=attachment or UNSET,
        )
        return DocumentHandle(
            self,
            document.id,
            corpus_id=corpus_id,
            source=document.source,
            access_url=document.access_url,
            step=document.step,
        )

    def handle(self, document_id: int) -> DocumentHandle:
        """Return a handle on a document by its id, for example to wait for it in another process."""
        return DocumentHandle(self, document_id)

    async def _current_user(self) -> int:
        """Return the id of the current user, whom the first caller asks for."""
        if self._user_id is None:
            loop = asyncio.get_running_loop()
            if self._asking is None or self._asking[0] is not loop:
                # A lock that was waited for is of no use on another event loop.
                self._asking = (loop, asyncio.Lock())
            async with self._asking[1]:
                if self._user_id is None:
                    self._user_id = (await V2UsersApi(self._core).get_me()).id
        return self._user_id


class DocumentHandle:
    """A document on its way into the index.

    Attributes:
        id: id of the document; keep it to go on waiting in another process (`documents.handle`).
        corpus_id: id of the corpus, or None for a handle made of an id.
        source: where the document comes from, as the server says it, or None.
        access_url: where the document can be read, or None.
        step: the step of indexing that was seen last, or None.
    """

    __slots__ = ("_documents", "access_url", "corpus_id", "id", "source", "step")

    # Replaced in tests, which have no time to lose.
    _sleep = staticmethod(asyncio.sleep)
    _now = staticmethod(time.monotonic)

    def __init__(
        self,
        documents: V2DocumentsApi,
        document_id: int,
        *,
        corpus_id: int | None = None,
        source: str | None = None,
        access_url: str | None = None,
        step: str | None = None,
    ) -> None:
        self._documents = documents
        self.id = document_id
        self.corpus_id = corpus_id
        self.source = source
        self.access_url = access_url
        self.step: str | None = step

    async def wait(
        self,
        *,
        timeout: Duration | None = 300.0,
        poll_interval: Duration = 1.0,
        done_steps: Collection[str] = ("completed",),
        on_progress: OnStep | None = None,
    ) -> models.Document:
        """Wait until the document is indexed.

        Steps that are not known yet, and steps that go back, are waited through; so are failures
        of the server that pass. Cancelling stops the waiting and not the indexing; waiting again
        is fine.

        Args:
            timeout: seconds (or a `timedelta`) to wait at most; None: as long as it takes.
                Default 300.
            poll_interval: seconds (or a `timedelta`) between the first two looks. The time grows
                with every look, up to 5 seconds. Default 1.
            done_steps: the steps that count as indexed; `("uploaded", "completed")` is done as
                soon as the file is stored.
            on_progress: called, or awaited, with the document at the first look and whenever its
                step has changed.

        Returns:
            The indexed document.

        Raises:
            IndexingFailed: the server gave up.
            IndexingTimeoutError: it was not indexed in time.
            NotFoundError: there is no such document, also not ten seconds later.
            APIError: a failure that waiting does not mend, such as a missing permission.
        """
        interval = seconds(poll_interval, "poll_interval")
        longest = max(interval, LONGEST_INTERVAL)
        started = self._now()
        deadline = None if timeout is None else started + seconds(timeout, "timeout")
        done = {done_steps} if isinstance(done_steps, str) else set(done_steps)
        problem: APIError | None = None
        seen = False

        while deadline is None or self._now() < deadline:
            pause = interval
            document = None
            try:
                document = await self._look(deadline)
            except NotFoundError as error:
                if seen or self._now() - started >= NOT_THERE_YET:
                    raise
                problem = error
            except (ServerError, APIConnectionError, RateLimitError) as error:
                problem = error
                if isinstance(error, RateLimitError):
                    pause = max(pause, error.retry_after or 0)
            except TimeoutError:
                break

            if document is not None:
                changed = not seen or document.step != self.step
                seen, self.step = True, document.step
                if changed and on_progress is not None:
                    await _call(on_progress, document)
                if self._indexed(document, done):
                    return document
            if deadline is not None:
                pause = min(pause, max(0.0, deadline - self._now()))
            await self._sleep(pause)
            interval = min(interval * GROWTH, longest)

        msg = f"document {self.id} was not indexed in time; last step: {self.step or 'unknown'}"
        raise IndexingTimeoutError(msg, document_id=self.id, step=self.step) from problem

    async def _look(self, deadline: float | None) -> models.Document:
        """Ask for the document; `TimeoutError` when the answer does not come in time."""
        async with asyncio.timeout(None if deadline is None else deadline - self._now()):
            return await self._documents.get(self.id)

    def _indexed(self, document: models.Document, done: Collection[str]) -> bool:
        """Whether the document is indexed; `IndexingFailed` when it never will be."""
        if document.is_failed or document.step == "failed":
            msg = f"document {self.id} could not be indexed; last step: {document.step}"
            # The spec knows no reason; if the server gives one, it is where others are.
            reason = server_message(document.additional_properties)
            msg = f"{msg}: {describe(redact_text(reason))}" if reason else msg
            raise IndexingFailed(msg, document_id=self.id, step=document.step)
        return document.step in done

    def __repr__(self) -> str:
        return f"<DocumentHandle {self.id}: {self.step or 'step unknown'}>"


async def _call(on_progress: OnStep, document: models.Document) -> None:
    result = on_progress(document)
    if inspect.isawaitable(result):
        await result


def _joined(tags: Sequence[str]) -> str:
    """Write tags as the server wants them: with commas between them."""
    if isinstance(tags, str):
        return tags
    for tag in tags:
        if "," in tag:
            msg = f"tags: a tag cannot hold a comma, got {tag!r}"
            raise ValueError(msg)
    return ",".join(tags)


def _refuse_text(source: object) -> None:
    if isinstance(source, str):
        msg = (
            "source: pass pathlib.Path(...) for a file, or use "
            "create(content_type='text' or 'weblink', source=...)"
        )
        raise TypeError(msg)
