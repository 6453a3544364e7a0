"""Streams of answers: from bytes to typed events, and every way in which a stream can end."""

from __future__ import annotations

import asyncio
import gc
import json
import traceback
import warnings
from collections.abc import AsyncIterator, Mapping
from datetime import UTC, datetime
from typing import Any, TypeVar

import pytest

from ejento_async import _body
from ejento_async._errors import (
    AnswerFailedError,
    APIConnectionError,
    APIError,
    APIResponseError,
    APITimeoutError,
    StreamError,
    StreamIdleTimeoutError,
    StreamInterruptedError,
)
from ejento_async._events import (
    AnswerEvent,
    AnswerFile,
    FinalAnswer,
    ReflectionUpdate,
    StatusUpdate,
    Task,
    TaskList,
    TextDelta,
    ThoughtDelta,
    UnknownEvent,
)
from ejento_async._model import ShapeError
from ejento_async._streaming import AnswerStream

E = TypeVar("E", bound=APIError)


class FakeIncoming:
    """An answer that yields the given pieces; an error among them is raised, None never comes."""

    status = 200

    def __init__(
        self,
        *pieces: bytes | Exception | None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        self.headers = {"content-type": "text/event-stream"} if headers is None else headers
        self.pieces = list(pieces)
        self.closings = 0

    async def chunks(self) -> AsyncIterator[bytes]:
        while self.pieces:
            piece = self.pieces.pop(0)
            if piece is None:
                await asyncio.Event().wait()
            elif isinstance(piece, Exception):
                raise piece
            else:
                yield piece

    def about(self, error: E) -> E:
        error.operation = "v2_agent_responses_stream"
        return error

    async def aclose(self) -> None:
        await asyncio.sleep(0)
        self.closings += 1


def stream_of(incoming: FakeIncoming, **options: Any) -> AnswerStream[str]:
    async def open_stream() -> FakeIncoming:
        return incoming

    return AnswerStream(open_stream, read_answer, **options)


def read_answer(output: Any) -> str:
    if not isinstance(output, dict) or not isinstance(output.get("answer"), str):
        raise ShapeError("a string", output, at="answer")
    answer: str = output["answer"]
    return answer


def sent(event: str, /, **data: Any) -> bytes:
    return f"event: {event}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n".encode()


START = sent("start", message="Analyzing...", step="start")
HELLO = sent("token", delta="Hello", step="assistant_stream")
WORLD = sent("token", delta=" world", step="assistant_stream")
END = sent("end", message="Finished.", step="end", output={"answer": "Hello world"}, success=True)
DOCUMENTED = (
    START
    + sent("status", message="Processing query...", step="query_rewrite_start")
    + sent("status", message="Preparing response...", step="assistant_start")
    + HELLO
    + WORLD
    + END
)


async def events_of(*pieces: bytes) -> list[AnswerEvent[str]]:
    async with stream_of(FakeIncoming(*pieces)) as stream:
        return [event async for event in stream]


async def read_to_the_end(stream: AnswerStream[str]) -> None:
    async with stream:
        async for _ in stream:
            pass


async def failure_of(incoming: FakeIncoming, **options: Any) -> APIError:
    """Read a stream to its failure, checking what holds for every one of them."""
    stream = stream_of(incoming, **options)
    with pytest.raises(APIError) as caught:
        await read_to_the_end(stream)

    failure = caught.value
    assert failure.operation == "v2_agent_responses_stream"
    assert failure.status == 200
    assert failure.maybe_applied
    assert incoming.closings == 1
    with pytest.raises(type(failure)) as again:
        _ = stream.final
    assert again.value is failure
    with pytest.raises(type(failure)):
        await anext(stream)
    return failure


# A good answer.


async def test_the_documented_stream_yields_typed_events() -> None:
    events = await events_of(DOCUMENTED)

    assert events == [
        StatusUpdate("Analyzing...", "start", {}),
        StatusUpdate("Processing query...", "query_rewrite_start", {}),
        StatusUpdate("Preparing response...", "assistant_start", {}),
        TextDelta("Hello", "assistant_stream", {}),
        TextDelta(" world", "assistant_stream", {}),
        FinalAnswer("Hello world", "Finished.", "end", {}),
    ]
    assert events[0].data == {"message": "Analyzing...", "step": "start"}


@pytest.mark.parametrize("cut", range(1, len(DOCUMENTED)))
async def test_the_pieces_that_the_network_makes_do_not_matter(cut: int) -> None:
    assert await events_of(DOCUMENTED[:cut], DOCUMENTED[cut:]) == await events_of(DOCUMENTED)


async def test_text_yields_the_answer_alone_and_final_is_there_afterwards() -> None:
    stream = stream_of(FakeIncoming(DOCUMENTED))
    async with stream:
        pieces = [text async for text in stream.text()]

    assert pieces == ["Hello", " world"]
    assert stream.final == "Hello world"
    assert stream.text_so_far == "Hello world"


async def test_line_separators_within_json_do_not_cut_a_delta() -> None:
    text = "a\u2028b\u2029c\u0085d"

    events = await events_of(sent("token", delta=text, step="model_stream") + END)

    assert events[0] == TextDelta(text, "model_stream", {})


async def test_text_so_far_grows_with_what_was_read() -> None:
    async with stream_of(FakeIncoming(START + HELLO + WORLD + END)) as stream:
        seen = [stream.text_so_far async for _ in stream]

    assert seen == ["", "Hello", "Hello world", "Hello world"]


async def test_collect_opens_reads_and_closes_the_stream() -> None:
    incoming = FakeIncoming(DOCUMENTED)

    assert await stream_of(incoming).collect() == "Hello world"
    assert incoming.closings == 1


async def test_collect_reads_the_rest_of_an_open_stream() -> None:
    async with stream_of(FakeIncoming(DOCUMENTED)) as stream:
        assert isinstance(await anext(stream), StatusUpdate)
        assert await stream.collect() == "Hello world"
        assert await stream.collect() == "Hello world"


async def test_an_ended_stream_stays_ended() -> None:
    stream = stream_of(FakeIncoming(END + HELLO))
    async with stream:
        assert [type(event) for event in [e async for e in stream]] == [FinalAnswer]
        assert [event async for event in stream] == []

    assert [event async for event in stream] == []


# What events mean.


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (
            {"step": "status", "message": "m", "output": {"title": "Searching"}},
            StatusUpdate("Searching", "status", {}),
        ),
        ({"step": "reasoning", "message": "Hm"}, StatusUpdate("Hm", "reasoning", {})),
        ({"step": "planner_start", "message": None}, StatusUpdate("", "planner_start", {})),
        ({"step": "agent_stream", "delta": "x"}, ThoughtDelta("x", "agent_stream", {})),
        ({"step": "consolidator_stream", "delta": "x"}, TextDelta("x", "consolidator_stream", {})),
        ({"step": "assistant_stream", "delta": None}, TextDelta("", "assistant_stream", {})),
        ({"step": "tools_stream", "delta": "x"}, ThoughtDelta("x", "tools_stream", {})),
        ({"step": "tools_stream"}, ThoughtDelta("", "tools_stream", {})),
        ({"step": "reflection_end", "message": "ok"}, ReflectionUpdate("ok", "reflection_end", {})),
        ({"event": "cache_hit", "content": {"title": "Old"}}, StatusUpdate("Old", "cache_hit", {})),
        ({"delta": "no step at all"}, TextDelta("no step at all", "token", {})),
        (
            {"step": "tasks", "meta": {"todos": [{"content": "Read", "status": "new"}, 3, {}]}},
            TaskList((Task("Read", "new"),), "tasks", {}),
        ),
        (
            {"step": "tasks", "meta": {"todos": "none"}},
            UnknownEvent("token", "tasks", {"step": "tasks", "meta": {"todos": "none"}}),
        ),
        (
            {"step": "dance", "x": [1]},
            UnknownEvent("token", "dance", {"step": "dance", "x": [1]}),
        ),
        ({"step": ["odd"], "delta": "x"}, TextDelta("x", "token", {})),
        ({"step": "file"}, UnknownEvent("token", "file", {"step": "file"})),
    ],
)
async def test_the_step_says_what_an_event_is(
    data: dict[str, Any], expected: AnswerEvent[str]
) -> None:
    first, *_ = await events_of(sent("token", **data) + END)

    assert first == expected
    assert first.data == data


@pytest.mark.parametrize(
    "places",
    [
        {"meta": {"file": {}}},
        {"meta": {}},
        {"output": {"file": {}}},
        {"output": {}},
        {"content": {}},
        {"file": {}},
    ],
)
async def test_a_file_is_found_wherever_the_server_puts_it(places: dict[str, Any]) -> None:
    members = {"name": "a.md", "content": "# A", "createdAt": "2026-01-02T03:04:05Z"}

    def filled(value: dict[str, Any]) -> dict[str, Any]:
        return {k: filled(v) for k, v in value.items()} if value else members

    first, *_ = await events_of(sent("status", step="file", **filled(places)) + END)

    moment = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert first == AnswerFile("a.md", "# A", moment, None, "file", {})


async def test_an_odd_date_or_content_of_a_file_is_left_out() -> None:
    file = {"name": "a.md", "content": 5, "createdAt": 17, "modifiedAt": "yesterday"}

    first, *_ = await events_of(sent("status", step="file", file=file) + END)

    assert first == AnswerFile("a.md", None, None, None, "file", {})


async def test_an_event_without_data_is_kept() -> None:
    events = await events_of(b"event: ping\ndata\n\n" + END)

    assert events[0] == UnknownEvent("ping", "ping", {})


async def test_thoughts_are_gathered_apart_from_the_text() -> None:
    stream = stream_of(
        FakeIncoming(
            sent("token", step="tools_stream", delta="Let me "),
            sent("token", step="tools_stream", delta="see."),
            HELLO,
            END,
        )
    )
    await stream.collect()

    assert stream.thoughts == "Let me see."
    assert stream.text_so_far == "Hello"


async def test_a_guardrail_shows_on_the_stream() -> None:
    output = {"answer": "No.", "blocked": True, "guardrail_triggered": True}
    stream = stream_of(FakeIncoming(sent("end", step="end", output=output)))

    assert not stream.blocked
    await stream.collect()

    assert stream.blocked
    assert stream.guardrail_triggered


async def test_the_end_of_the_old_protocol_is_understood() -> None:
    events = await events_of(sent("message", event="end", content={"answer": "old"}))

    assert events == [FinalAnswer("old", "", "end", {})]


# Failures that the server reports.


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"output": {"error": {"details": "No credit"}}, "message": "m"}, "No credit"),
        ({"output": {"error": "Broken"}, "message": "m"}, "Broken"),
        ({"output": {"message": "Sorry"}}, "Sorry"),
        ({"message": "Model is away"}, "Model is away"),
        ({"output": None}, "the answer failed"),
        ({"message": ""}, "the answer failed"),
    ],
)
async def test_an_error_event_raises_the_words_of_the_server(
    data: dict[str, Any], message: str
) -> None:
    failure = await failure_of(FakeIncoming(HELLO + sent("error", step="error", **data) + END))

    assert isinstance(failure, AnswerFailedError)
    assert failure.message == message
    assert failure.partial == "Hello"
    assert failure.body == {"step": "error", **data}


async def test_an_end_without_success_raises_and_a_guardrail_still_shows() -> None:
    output = {"message": "Not allowed", "blocked": True}
    stream = stream_of(FakeIncoming(HELLO + sent("end", step="end", success=False, output=output)))

    with pytest.raises(AnswerFailedError, match="Not allowed"):
        await stream.collect()

    assert stream.blocked


async def test_credentials_in_a_failure_are_masked() -> None:
    details = "cannot refresh with token=hunter2"
    failure = await failure_of(
        FakeIncoming(sent("error", access_token="hunter2", output={"error": {"details": details}}))
    )

    assert "hunter2" not in str(failure)
    assert "hunter2" not in str(failure.body)


async def test_a_failure_that_is_nested_too_deeply_to_be_masked_is_still_raised() -> None:
    deep = "[" * 900 + "]" * 900
    failure = await failure_of(
        FakeIncoming(f'event: error\ndata: {{"message": "m", "x": {deep}}}\n\n'.encode())
    )

    assert isinstance(failure, AnswerFailedError)
    assert failure.body is None


# Streams that break.


async def test_a_stream_without_a_last_event_is_an_error_with_the_text_so_far() -> None:
    failure = await failure_of(FakeIncoming(START, HELLO))

    assert isinstance(failure, StreamInterruptedError)
    assert failure.partial == "Hello"


async def test_half_a_last_event_is_none() -> None:
    failure = await failure_of(FakeIncoming(HELLO, END[:-1]))

    assert isinstance(failure, StreamInterruptedError)
    assert failure.partial == "Hello"


async def test_an_empty_stream_is_an_error() -> None:
    failure = await failure_of(FakeIncoming())

    assert isinstance(failure, StreamInterruptedError)


async def test_a_lost_connection_is_an_error_with_the_text_so_far_and_the_cause() -> None:
    lost = APIConnectionError("connection reset")
    failure = await failure_of(FakeIncoming(HELLO, WORLD[:9], lost))

    assert isinstance(failure, StreamInterruptedError)
    assert failure.message == "connection reset"
    assert failure.partial == "Hello"
    assert failure.__cause__ is lost


async def test_a_stream_that_goes_quiet_is_an_error_of_its_own() -> None:
    quiet = APITimeoutError("nothing arrived for 60 s")
    failure = await failure_of(FakeIncoming(HELLO, quiet))

    assert isinstance(failure, StreamIdleTimeoutError)
    assert isinstance(failure, TimeoutError)
    assert failure.partial == "Hello"
    assert failure.__cause__ is quiet


async def test_the_deadline_ends_a_stream_that_waits() -> None:
    deadline = asyncio.get_running_loop().time() + 0.01
    failure = await failure_of(FakeIncoming(HELLO, None), deadline=deadline)

    assert isinstance(failure, APITimeoutError)
    assert "deadline" in failure.message


async def test_the_deadline_also_ends_a_stream_that_never_waits() -> None:
    deadline = asyncio.get_running_loop().time()
    failure = await failure_of(FakeIncoming(*[HELLO] * 10), deadline=deadline)

    assert isinstance(failure, APITimeoutError)


@pytest.mark.parametrize(
    "data", [b"{not json", b"[1]", b"null", b'"text"', b"[" * 20_000, b"1" * 5000]
)
async def test_an_event_that_is_no_json_object_is_an_error_that_quotes_it(data: bytes) -> None:
    failure = await failure_of(FakeIncoming(HELLO + b"data: " + data + b"\n\n" + END))

    assert type(failure) is StreamError
    assert failure.partial == "Hello"
    assert data[:9].decode() in failure.message
    assert len(failure.message) < 300


async def test_an_event_over_the_limit_is_an_error() -> None:
    failure = await failure_of(FakeIncoming(HELLO, b"data: " + b"x" * 90), max_event_bytes=80)

    assert type(failure) is StreamError
    assert failure.partial == "Hello"
    assert "80 bytes" in failure.message


@pytest.mark.parametrize("output", [None, {"answer": 5}, "text"])
async def test_a_final_answer_of_another_shape_says_where(output: Any) -> None:
    failure = await failure_of(FakeIncoming(sent("end", step="end", output=output)))

    assert isinstance(failure, APIResponseError)
    assert failure.path == "output.answer"
    assert "output.answer" in failure.message


@pytest.mark.parametrize(
    "pieces",
    [
        [b"data: {hunter2\n\n"],
        [sent("error", message="m", hunter2=1)],
        [sent("end", output="hunter2")],
        [sent("status", message="hunter2"), APIConnectionError("reset")],
        [sent("status", message="hunter2") + b"data: " + b"x" * 200],
    ],
    ids=["broken", "error", "end", "lost", "too large"],
)
async def test_no_frame_of_an_error_holds_what_the_server_sent(
    pieces: list[bytes | Exception],
) -> None:
    stream = stream_of(FakeIncoming(*pieces), max_event_bytes=100)
    async with stream:
        with pytest.raises(APIError) as caught:
            await stream.collect()

    found = traceback.TracebackException.from_exception(caught.value, capture_locals=True)
    frames = [frame for frame in _frames(found) if frame.filename != __file__]
    assert frames
    assert not [frame for frame in frames if "hunter2" in str(frame.locals)]


def _frames(found: traceback.TracebackException) -> list[traceback.FrameSummary]:
    others = [each for each in (found.__cause__, found.__context__) if each is not None]
    return [*found.stack, *(frame for each in others for frame in _frames(each))]


# Answers that are no streams.


async def refused(incoming: FakeIncoming) -> APIResponseError:
    stream = stream_of(incoming)
    with pytest.raises(APIResponseError) as caught:
        async with stream:
            raise AssertionError("entered")

    assert incoming.closings == 1
    return caught.value


async def test_json_in_place_of_a_stream_raises_with_the_words_of_the_server() -> None:
    body = b'{"success": false, "message": "Agent is archived"}'
    error = await refused(
        FakeIncoming(body[:9], body[9:], headers={"content-type": "application/json"})
    )

    assert error.message == "expected text/event-stream, got application/json: Agent is archived"
    assert error.body == {"success": False, "message": "Agent is archived"}


async def test_a_page_in_place_of_a_stream_raises_with_its_beginning() -> None:
    page = b"<html>Log in" + b"." * 100_000
    error = await refused(
        FakeIncoming(page, page, headers={"content-type": "text/html; charset=utf-8"})
    )

    assert error.message == "expected text/event-stream, got text/html; charset=utf-8"
    assert error.body.startswith("<html>Log in")
    assert len(error.body) < 10_000


async def test_no_stream_and_no_body_either_raises_the_same() -> None:
    lost = APIConnectionError("connection reset")
    error = await refused(FakeIncoming(lost, headers={"content-type": "text/plain"}))

    assert error.body is None


async def test_an_answer_without_a_content_type_is_taken_for_a_stream() -> None:
    assert await stream_of(FakeIncoming(DOCUMENTED, headers={})).collect() == "Hello world"


# Opening and closing.


async def test_a_stream_that_is_not_entered_sends_nothing_and_says_what_is_missing() -> None:
    stream = stream_of(FakeIncoming(DOCUMENTED))

    with pytest.raises(RuntimeError, match="async with"):
        await anext(stream)
    with pytest.raises(RuntimeError, match="async with"):
        _ = stream.headers
    with pytest.raises(RuntimeError, match="not complete"):
        _ = stream.final
    assert repr(stream) == "<AnswerStream: not open>"


async def test_what_opening_raises_shows_when_the_block_is_entered() -> None:
    error = APIConnectionError("refused")

    async def open_stream() -> FakeIncoming:
        raise error

    stream = AnswerStream(open_stream, read_answer)
    with pytest.raises(APIConnectionError) as caught:
        async with stream:
            raise AssertionError("entered")

    assert caught.value is error


async def test_a_stream_can_be_entered_once() -> None:
    stream = stream_of(FakeIncoming(DOCUMENTED))
    async with stream:
        with pytest.raises(RuntimeError, match="used already"):
            await stream.__aenter__()

    with pytest.raises(RuntimeError, match="used already"):
        await stream.__aenter__()


async def test_leaving_the_loop_early_closes_the_connection_and_the_stream() -> None:
    incoming = FakeIncoming(DOCUMENTED, None)
    async with stream_of(incoming) as stream:
        async for _ in stream:
            break

    assert incoming.closings == 1
    assert repr(stream) == "<AnswerStream: closed>"
    with pytest.raises(RuntimeError, match="closed"):
        await anext(stream)
    with pytest.raises(RuntimeError, match="not complete"):
        _ = stream.final


async def test_an_exception_in_the_loop_closes_the_connection_and_is_raised() -> None:
    incoming = FakeIncoming(DOCUMENTED)

    async def fail() -> None:
        async with stream_of(incoming) as stream:
            async for _ in stream:
                raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail()

    assert incoming.closings == 1


async def test_cancelling_the_reader_closes_the_connection() -> None:
    incoming = FakeIncoming(HELLO, None)
    reading = asyncio.Event()

    async def read() -> None:
        async with stream_of(incoming) as stream:
            async for _ in stream:
                reading.set()

    task = asyncio.create_task(read())
    await reading.wait()
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task

    assert incoming.closings == 1


async def test_a_timeout_around_one_step_closes_the_stream() -> None:
    incoming = FakeIncoming(HELLO, None)
    async with stream_of(incoming) as stream:
        await anext(stream)
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.01):
                await anext(stream)

        assert incoming.closings == 1


async def test_a_second_reader_is_refused_and_the_first_goes_on() -> None:
    incoming = FakeIncoming(HELLO, None)
    async with stream_of(incoming) as stream:
        await anext(stream)
        first = asyncio.create_task(anext(stream))
        await asyncio.sleep(0)
        with pytest.raises(RuntimeError, match="another task is reading this AnswerStream"):
            await anext(stream)
        await asyncio.sleep(0)

        assert not first.done()
        assert incoming.closings == 0
        first.cancel()
        with pytest.raises(asyncio.CancelledError):
            await first


async def test_cancelling_the_close_does_not_stop_it() -> None:
    class SlowToClose(FakeIncoming):
        async def aclose(self) -> None:
            closing.set()
            await go_on.wait()
            await super().aclose()

    closing, go_on = asyncio.Event(), asyncio.Event()
    incoming = SlowToClose(DOCUMENTED)
    stream = stream_of(incoming)
    await stream.__aenter__()
    task = asyncio.create_task(stream.aclose())
    await closing.wait()
    task.cancel()
    await asyncio.sleep(0)
    go_on.set()
    with pytest.raises(asyncio.CancelledError):
        await task

    assert incoming.closings == 1
    await stream.aclose()
    await stream.close()
    assert incoming.closings == 1


async def test_the_body_is_read_to_its_end_so_that_the_connection_can_be_used_again() -> None:
    incoming = FakeIncoming(DOCUMENTED, b": bye\n\n")
    async with stream_of(incoming) as stream:
        async for event in stream:
            if isinstance(event, FinalAnswer):
                break
        assert incoming.pieces != []

    assert incoming.pieces == []
    assert incoming.closings == 1


@pytest.mark.parametrize(
    "rest",
    [[None], [b": ping\n"] * 100, [APIConnectionError("reset")]],
    ids=["silent", "talkative", "broken"],
)
async def test_a_body_that_does_not_end_after_the_last_event_is_given_up(
    rest: list[bytes | Exception | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_body, "LINGER", 0.01)
    incoming = FakeIncoming(DOCUMENTED, *rest)

    assert await stream_of(incoming).collect() == "Hello world"
    assert incoming.closings == 1
    assert len(incoming.pieces) in (0, 100 - _body.LINGER_CHUNKS)


async def test_nothing_is_read_ahead_of_the_reader() -> None:
    incoming = FakeIncoming(HELLO, WORLD, END)
    async with stream_of(incoming) as stream:
        assert incoming.pieces == [HELLO, WORLD, END]
        await anext(stream)
        assert incoming.pieces == [WORLD, END]


async def test_a_stream_that_is_dropped_open_is_complained_about() -> None:
    streams = [stream_of(FakeIncoming(DOCUMENTED))]
    await streams[0].__aenter__()

    with pytest.warns(ResourceWarning, match="unclosed <AnswerStream: open>"):
        streams.clear()


async def test_a_stream_that_is_closed_or_never_entered_is_dropped_silently() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        async with stream_of(FakeIncoming(DOCUMENTED)) as stream:
            pass
        unused = stream_of(FakeIncoming(DOCUMENTED))
        del stream, unused
        gc.collect()
