"""Uploads, and the wait until a document is indexed."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Callable, Coroutine, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any, cast

import pytest

from ejento_async._documents import DocumentHandle, Documents
from ejento_async._errors import (
    APIConnectionError,
    APITimeoutError,
    ConfigurationError,
    IndexingFailed,
    IndexingTimeoutError,
    NotFoundError,
    PermissionDeniedError,
    RateLimitError,
    ServerError,
)
from ejento_async._multipart import File, encode_multipart
from ejento_async._protocol import Core, Operation, Read, T

QUEUED = {"id": 11, "source": "1-handbook.pdf", "access_url": "https://x/1", "step": "pending"}


class Call:
    """A call that the runtime was asked to make."""

    def __init__(self, operation: Operation, path: tuple[object, ...], body: Any) -> None:
        self.id = operation.id
        self.path = path
        self.body = body


class FakeCore:
    """A runtime that answers each operation with what is scripted for it, the last one for ever."""

    def __init__(self, **answers: list[Any]) -> None:
        self.answers: dict[str, list[Any]] = {
            "v2_users_get_me": [{"id": 5}],
            "v2_documents_create": [QUEUED],
            **answers,
        }
        self.calls: list[Call] = []

    async def send(
        self,
        operation: Operation,
        read: Read[T],
        path: tuple[object, ...] = (),
        *,
        query: Mapping[str, object] | None = None,
        headers: Mapping[str, object] | None = None,
        body: Any = None,
    ) -> T:
        self.calls.append(Call(operation, path, body))
        await asyncio.sleep(0)
        answers = self.answers[operation.id]
        answer = answers.pop(0) if len(answers) > 1 else answers[0]
        if isinstance(answer, BaseException):
            raise answer
        if callable(answer):
            answer = await cast("Callable[[], Coroutine[Any, Any, Any]]", answer)()
        return read(answer)

    def called(self, operation_id: str) -> list[Call]:
        return [call for call in self.calls if call.id == operation_id]


class FakeTime:
    """A clock that only sleeping moves."""

    def __init__(self) -> None:
        self.now = 0.0
        self.sleeps: list[float] = []

    async def sleep(self, duration: float) -> None:
        await asyncio.sleep(0)
        self.sleeps.append(duration)
        self.now += duration


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> FakeTime:
    clock = FakeTime()
    monkeypatch.setattr(DocumentHandle, "_sleep", clock.sleep)
    monkeypatch.setattr(DocumentHandle, "_now", lambda _: clock.now)
    return clock


@pytest.fixture
def handbook(tmp_path: Path) -> Path:
    path = tmp_path / "handbook.pdf"
    path.write_bytes(b"%PDF-")
    return path


def documents_of(core: FakeCore) -> Documents:
    return Documents(cast("Core", core))


def handle_of(*looks: Any) -> DocumentHandle:
    return documents_of(FakeCore(v2_documents_get=list(looks))).handle(11)


def at(step: str | None, *, is_failed: bool | None = False) -> dict[str, Any]:
    return {"id": 11, "step": step, "is_failed": is_failed}


# Upload.


async def test_upload_sends_the_form_that_the_vendor_documents(handbook: Path) -> None:
    core = FakeCore()
    document = await documents_of(core).upload(7, handbook)

    [call] = core.called("v2_documents_create")
    sent = b"".join([chunk async for chunk in encode_multipart(call.body).chunks()])
    assert call.path == (7,)
    assert b'name="user_id"\r\n\r\n5\r\n' in sent
    assert b'name="content_type"\r\n\r\nfile\r\n' in sent
    assert b'name="upload_from"\r\n\r\nweb\r\n' in sent
    assert b'name="source"; filename="handbook.pdf"\r\nContent-Type: application/pdf\r\n' in sent
    assert b"%PDF-" in sent
    assert b'name="tags"' not in sent
    assert b'name="attachment"' not in sent
    assert document.id == 11
    assert document.corpus_id == 7
    assert document.source == "1-handbook.pdf"
    assert document.access_url == "https://x/1"
    assert document.step == "pending"
    assert repr(document) == "<DocumentHandle 11: pending>"


async def test_upload_passes_on_all_that_it_is_told() -> None:
    core = FakeCore()
    seen: list[tuple[int, int | None]] = []
    await documents_of(core).upload(
        7,
        io.BytesIO(b"abc"),
        name="a.bin",
        content_type="text/csv",
        user_id=9,
        tags=["hr", "2026"],
        attachment=True,
        upload_from="slack",
        on_progress=lambda *progress: seen.append(progress),
    )

    [call] = core.calls
    sent = b"".join([chunk async for chunk in encode_multipart(call.body).chunks()])
    assert b'name="user_id"\r\n\r\n9\r\n' in sent
    assert b'name="tags"\r\n\r\nhr,2026\r\n' in sent
    assert b'name="attachment"\r\n\r\ntrue\r\n' in sent
    assert b'name="upload_from"\r\n\r\nslack\r\n' in sent
    assert b'filename="a.bin"\r\nContent-Type: text/csv\r\n' in sent
    assert seen == [(3, 3)]


async def test_upload_takes_a_file_that_says_all_about_itself() -> None:
    core = FakeCore()
    file = File(b"abc", name="a.txt")
    await documents_of(core).upload(7, file, tags="a,b")

    [call] = core.called("v2_documents_create")
    assert call.body["source"] is file
    assert call.body["tags"] == "a,b"

    with pytest.raises(TypeError, match="belong in the File"):
        await documents_of(core).upload(7, file, name="b.txt")


async def test_upload_refuses_a_str_and_says_what_to_pass() -> None:
    core = FakeCore()
    with pytest.raises(TypeError, match=r"pathlib\.Path\(\.\.\.\).*content_type='text'"):
        await documents_of(core).upload(7, cast("Any", "handbook.pdf"))

    assert core.calls == []


async def test_upload_refuses_a_tag_with_a_comma_and_a_missing_file(tmp_path: Path) -> None:
    core = FakeCore()
    with pytest.raises(ValueError, match="cannot hold a comma"):
        await documents_of(core).upload(7, b"x", name="x", tags=["a,b"])
    with pytest.raises(FileNotFoundError):
        await documents_of(core).upload(7, tmp_path / "missing.pdf")

    assert core.calls == []


async def test_the_current_user_is_asked_for_once_however_many_uploads_there_are() -> None:
    core = FakeCore()
    documents = documents_of(core)
    await asyncio.gather(*(documents.upload(7, File(b"x", name="x")) for _ in range(20)))
    await documents.upload(7, b"x", name="x")

    assert len(core.called("v2_users_get_me")) == 1
    assert len(core.called("v2_documents_create")) == 21


async def test_a_failure_to_ask_for_the_user_is_raised_and_not_kept() -> None:
    core = FakeCore(v2_users_get_me=[ServerError("down", status=503), {"id": 5}])
    documents = documents_of(core)

    with pytest.raises(ServerError):
        await documents.upload(7, b"x", name="x")
    assert (await documents.upload(7, b"x", name="x")).id == 11


# Waiting.


async def test_wait_returns_the_document_once_it_is_completed(clock: FakeTime) -> None:
    handle = handle_of(at("pending"), at("uploaded"), at("completed"))
    document = await handle.wait()

    assert document.step == "completed"
    assert handle.step == "completed"
    assert len(clock.sleeps) == 2


async def test_a_document_that_is_there_already_is_not_waited_for(clock: FakeTime) -> None:
    await handle_of(at("completed")).wait()

    assert clock.sleeps == []


async def test_the_time_between_looks_grows_up_to_five_seconds(clock: FakeTime) -> None:
    await handle_of(*[at("pending")] * 12, at("completed")).wait()

    assert clock.sleeps[:4] == [1.0, 1.25, 1.5625, 1.953125]
    assert clock.sleeps == sorted(clock.sleeps)
    assert clock.sleeps[-3:] == [5.0, 5.0, 5.0]


async def test_a_longer_interval_that_was_asked_for_is_kept(clock: FakeTime) -> None:
    interval = timedelta(seconds=20)
    await handle_of(at("pending"), at("pending"), at("completed")).wait(poll_interval=interval)

    assert clock.sleeps == [20.0, 20.0]


async def test_steps_may_come_in_any_order_and_be_unknown(clock: FakeTime) -> None:
    steps = ["uploaded", "pending", "ocr", None, "completed"]
    seen: list[str | None] = []
    await handle_of(*map(at, steps)).wait(on_progress=lambda document: seen.append(document.step))

    assert seen == steps


async def test_progress_is_told_at_the_first_look_and_when_the_step_changes(
    clock: FakeTime,
) -> None:
    seen: list[str | None] = []

    async def on_progress(document: Any) -> None:
        await asyncio.sleep(0)
        seen.append(document.step)

    looks = [at("pending"), at("pending"), at("uploaded"), at("uploaded"), at("completed")]
    core = FakeCore(v2_documents_get=looks)
    handle = await documents_of(core).upload(7, b"x", name="x")
    await handle.wait(on_progress=on_progress)

    assert seen == ["pending", "uploaded", "completed"]


@pytest.mark.parametrize("error", [ZeroDivisionError(), TimeoutError(), ServerError("mine")])
async def test_an_error_in_on_progress_is_raised(clock: FakeTime, error: Exception) -> None:
    def on_progress(_: object) -> None:
        raise error

    with pytest.raises(type(error)) as caught:
        await handle_of(at("pending")).wait(on_progress=on_progress)
    assert caught.value is error


@pytest.mark.parametrize("done_steps", ["uploaded", ("uploaded", "completed")])
async def test_other_steps_may_count_as_done(clock: FakeTime, done_steps: Any) -> None:
    document = await handle_of(at("pending"), at("uploaded")).wait(done_steps=done_steps)

    assert document.step == "uploaded"


@pytest.mark.parametrize(
    "look",
    [
        at("failed"),
        at("failed", is_failed=None),
        at("ocr", is_failed=True),
        at("completed", is_failed=True),
    ],
)
async def test_a_document_that_failed_raises(clock: FakeTime, look: dict[str, Any]) -> None:
    with pytest.raises(IndexingFailed, match="document 11 could not be indexed") as caught:
        await handle_of(at("pending"), look).wait()

    assert caught.value.document_id == 11
    assert caught.value.step == look["step"]


async def test_the_reason_of_a_failure_is_told_if_the_server_gives_one(clock: FakeTime) -> None:
    look = at("failed") | {"error": {"message": "no text; password=hunter2"}}
    with pytest.raises(IndexingFailed, match="last step: failed: no text; password=") as caught:
        await handle_of(look).wait()

    assert "hunter2" not in str(caught.value)


async def test_a_document_that_takes_too_long_raises_with_its_last_step(clock: FakeTime) -> None:
    with pytest.raises(IndexingTimeoutError, match="last step: uploaded") as caught:
        await handle_of(at("uploaded")).wait(timeout=timedelta(minutes=1))

    assert isinstance(caught.value, TimeoutError)
    assert caught.value.document_id == 11
    assert caught.value.step == "uploaded"
    assert sum(clock.sleeps) == 60.0


async def test_waiting_may_be_repeated_after_a_timeout(clock: FakeTime) -> None:
    handle = handle_of(at("pending"), at("pending"), at("completed"))
    with pytest.raises(IndexingTimeoutError):
        await handle.wait(timeout=1.5)

    assert (await handle.wait()).step == "completed"


async def test_no_timeout_waits_as_long_as_it_takes(clock: FakeTime) -> None:
    await handle_of(*[at("pending")] * 1000, at("completed")).wait(timeout=None)

    assert sum(clock.sleeps) > 4000


async def test_an_answer_that_does_not_come_does_not_outlast_the_timeout() -> None:
    async def never() -> None:
        await asyncio.Event().wait()

    with pytest.raises(IndexingTimeoutError, match="last step: unknown"):
        await handle_of(never).wait(timeout=0.01)


@pytest.mark.parametrize(
    "failure",
    [
        ServerError("down", status=503),
        APIConnectionError("reset"),
        APITimeoutError("slow"),
        RateLimitError("slow down", status=429),
    ],
)
async def test_failures_that_pass_are_waited_through(clock: FakeTime, failure: Exception) -> None:
    document = await handle_of(at("pending"), failure, failure, at("completed")).wait()

    assert document.step == "completed"


async def test_a_failure_that_does_not_pass_is_the_cause_of_the_timeout(clock: FakeTime) -> None:
    failure = ServerError("down", status=503)
    with pytest.raises(IndexingTimeoutError) as caught:
        await handle_of(failure).wait(timeout=10)

    assert caught.value.__cause__ is failure


async def test_a_server_that_says_when_to_come_back_is_obeyed(clock: FakeTime) -> None:
    failure = RateLimitError("slow down", status=429)
    failure.retry_after = 30.0
    await handle_of(failure, at("completed")).wait()

    assert clock.sleeps == [30.0]


async def test_a_document_may_be_unknown_for_a_moment_after_the_upload(clock: FakeTime) -> None:
    missing = NotFoundError("no such document", status=404)

    assert (await handle_of(missing, missing, at("completed")).wait()).step == "completed"


async def test_a_document_that_stays_unknown_raises_after_ten_seconds(clock: FakeTime) -> None:
    with pytest.raises(NotFoundError):
        await handle_of(NotFoundError("no such document", status=404)).wait()

    assert 10 <= clock.now < 15


async def test_a_document_that_disappears_raises_at_once(clock: FakeTime) -> None:
    with pytest.raises(NotFoundError):
        await handle_of(at("pending"), NotFoundError("gone", status=404)).wait()

    assert len(clock.sleeps) == 1


async def test_a_failure_that_waiting_does_not_mend_raises_at_once(clock: FakeTime) -> None:
    with pytest.raises(PermissionDeniedError):
        await handle_of(PermissionDeniedError("no", status=403)).wait()

    assert clock.sleeps == []


async def test_cancelling_the_wait_is_a_cancellation() -> None:
    looked = asyncio.Event()
    handle = handle_of(at("pending"))
    task = asyncio.create_task(handle.wait(on_progress=lambda _: looked.set()))
    await looked.wait()
    task.cancel()

    with pytest.raises(asyncio.CancelledError):
        await task


@pytest.mark.parametrize("options", [{"timeout": 0}, {"timeout": -1}, {"poll_interval": 0}])
async def test_durations_must_be_positive(options: dict[str, Any]) -> None:
    with pytest.raises(ConfigurationError, match="positive"):
        await handle_of(at("completed")).wait(**options)
