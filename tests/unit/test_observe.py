"""What the log says of a call, when, and what it must never say."""

from __future__ import annotations

import asyncio
import json
import logging
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import httpx
import pytest
import respx

from ejento_async._auth import TokenPair
from ejento_async._errors import EjentoError, RateLimitError, ServerError
from ejento_async._model import anything
from ejento_async._observe import Observation, Observers, Seen, note_renewal, observed
from ejento_async._protocol import Operation
from ejento_async._transport import Transport
from tests import support
from tests.support import CREATE, GET, LIST, REFRESH_PATH, ok
from tests.unit import observing
from tests.unit.conftest import Clock
from tests.unit.observing import DELTA, END, STREAM, UNKNOWN, FakeCall, answer_in_pieces

Make = Callable[..., Transport]

NAMES = {
    "ejento_event",
    "ejento_operation",
    "ejento_method",
    "ejento_route",
    "ejento_status",
    "ejento_attempts",
    "ejento_elapsed_ms",
    "ejento_wait_ms",
    "ejento_error",
    "ejento_request_id",
}


def facts(record: logging.LogRecord) -> dict[str, Any]:
    """Return the attributes of a record that are ours, without the prefix."""
    named = vars(record).items()
    return {name.removeprefix("ejento_"): v for name, v in named if name.startswith("ejento_")}


def records(caplog: pytest.LogCaptureFixture, event: str = "") -> list[logging.LogRecord]:
    ours = [record for record in caplog.records if record.name == "ejento_async"]
    return [record for record in ours if event in ("", facts(record)["event"])]


def observation(call: FakeCall, *secrets: str) -> Observation:
    found = Observers().of(call, lambda: secrets)
    assert found is not None
    return found


@pytest.fixture
def log(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """The log at its most talkative."""
    caplog.set_level(logging.DEBUG, "ejento_async")
    return caplog


# What is in a line


def test_a_call_is_one_debug_line_with_the_same_facts_as_attributes(
    log: pytest.LogCaptureFixture,
) -> None:
    observation(FakeCall()).answered(None)

    (record,) = records(log)
    assert record.levelno == logging.DEBUG
    assert record.getMessage() == "GET /api/v2/things/{id} 200, attempts 1, 12 ms, v2_things_get"
    assert facts(record) == {
        "event": "call",
        "operation": "v2_things_get",
        "method": "GET",
        "route": "/api/v2/things/{id}",
        "status": 200,
        "attempts": 1,
        "elapsed_ms": 12.3,
        "wait_ms": None,
        "error": None,
        "request_id": "r-1",
    }


def test_a_call_without_an_answer_says_so_and_names_the_class_of_the_error(
    log: pytest.LogCaptureFixture,
) -> None:
    call = FakeCall(status=None, attempts=3, request_id=None)

    observation(call).answered(asyncio.CancelledError)

    (record,) = records(log)
    assert record.getMessage() == (
        "GET /api/v2/things/{id} no answer, attempts 3, 12 ms, v2_things_get, CancelledError"
    )
    assert facts(record)["status"] is None
    assert facts(record)["error"] == "CancelledError"


def test_a_repetition_is_an_info_line_that_says_why_and_how_long_the_wait(
    log: pytest.LogCaptureFixture,
) -> None:
    observation(FakeCall(status=429)).repeats(RateLimitError, 0.4567)

    (record,) = records(log)
    assert record.levelno == logging.INFO
    assert record.getMessage() == (
        "GET /api/v2/things/{id} 429, attempts 1, 12 ms, v2_things_get, RateLimitError, "
        "once more in 0.46 s"
    )
    assert facts(record)["event"] == "retry"
    assert facts(record)["wait_ms"] == 456.7
    assert facts(record)["error"] == "RateLimitError"


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (None, "tokens renewed, Password"),
        (ServerError, "tokens not renewed, Password, ServerError"),
    ],
)
def test_a_renewal_is_an_info_line_that_says_whether_it_worked(
    error: type[Exception] | None, line: str, log: pytest.LogCaptureFixture
) -> None:
    note_renewal("Password", error)

    (record,) = records(log)
    assert record.levelno == logging.INFO
    assert record.getMessage() == line
    assert facts(record)["event"] == "renewal"


def test_the_path_of_a_call_that_the_spec_does_not_know_is_not_told(
    log: pytest.LogCaptureFixture,
) -> None:
    observation(FakeCall(operation=UNKNOWN)).answered(None)

    (record,) = records(log)
    assert record.getMessage() == "GET (unspecified) 200, attempts 1, 12 ms"
    assert facts(record)["operation"] == ""
    assert facts(record)["route"] == "(unspecified)"


def test_a_request_id_in_which_a_server_hands_a_secret_back_is_masked(
    log: pytest.LogCaptureFixture,
) -> None:
    observation(FakeCall(request_id="r-canary-7"), "canary").answered(None)

    (record,) = records(log)
    assert facts(record)["request_id"] == "r-***-7"


def test_every_record_has_all_documented_attributes_and_none_is_the_stdlib_s(
    log: pytest.LogCaptureFixture,
) -> None:
    look = observation(FakeCall())
    look.repeats(ServerError, 1.0)
    look.answered(None)
    look.ended(ServerError)
    note_renewal("Password", None)

    assert [{f"ejento_{name}" for name in facts(record)} for record in records(log)] == [NAMES] * 4
    assert not NAMES & set(vars(logging.makeLogRecord({})))


def test_the_documentation_names_all_attributes() -> None:
    documented = sys.modules[Observers.__module__].__doc__ or ""

    assert {name for name in NAMES if f"- `{name}`: " in documented} == NAMES


def test_a_formatter_for_json_finds_plain_values(log: pytest.LogCaptureFixture) -> None:
    look = observation(FakeCall(attempts=2))
    look.repeats(ServerError, 1.0)
    look.answered(ServerError)

    for record in records(log):
        assert json.loads(json.dumps(facts(record))) == facts(record)


# Who looks


def test_with_the_log_off_and_nobody_else_a_call_is_not_looked_at(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.WARNING, "ejento_async")

    assert Observers().of(FakeCall(), tuple) is None


def test_at_info_there_are_repetitions_but_no_lines_of_calls(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO, "ejento_async")
    look = observation(FakeCall())
    look.repeats(ServerError, 1.0)
    look.answered(None)
    look.ended(None)

    assert [facts(record)["event"] for record in records(caplog)] == ["retry"]


class Notes:
    """An observer that writes down what it is told, among the lines of the log."""

    def __init__(self, told: list[str]) -> None:
        self.told = told

    def started(self, call: Seen) -> Observation:
        self.told.append(f"started {call.operation.id}")
        return self

    def repeats(self, error: type[BaseException], wait: float) -> None:
        self.told.append(f"repeats {error.__name__} {wait}")

    def answered(self, error: type[BaseException] | None) -> None:
        self.told.append(f"answered {error and error.__name__}")

    def ended(self, error: type[BaseException] | None) -> None:
        self.told.append(f"ended {error and error.__name__}")


@pytest.mark.parametrize("level", [logging.DEBUG, logging.WARNING])
def test_another_observer_is_told_whether_or_not_there_is_a_log(
    level: int, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(level, "ejento_async")
    told: list[str] = []
    observers = Observers()
    observers.more = Notes(told)
    look = observers.of(FakeCall(), tuple)
    assert look is not None
    look.repeats(ServerError, 1.5)
    look.answered(None)
    look.ended(ServerError)

    assert told == [
        "started v2_things_get",
        "repeats ServerError 1.5",
        "answered None",
        "ended ServerError",
    ]
    assert len(records(caplog)) == (3 if level == logging.DEBUG else 0)


def test_the_line_of_a_call_is_written_before_the_other_observer_ends_its_look(
    log: pytest.LogCaptureFixture,
) -> None:
    lines: list[int] = []

    class Counts(Notes):
        def answered(self, error: type[BaseException] | None) -> None:
            lines.append(len(records(log)))

    observers = Observers()
    observers.more = Counts([])
    look = observers.of(FakeCall(), tuple)
    assert look is not None
    look.answered(None)

    assert lines == [1]


async def test_who_looks_on_learns_of_a_result_an_error_and_a_cancellation() -> None:
    told: list[str] = []

    async def good() -> str:
        return "result"

    async def bad() -> str:
        raise ServerError("no")

    assert await observed(Notes(told), good()) == "result"
    with pytest.raises(ServerError):
        await observed(Notes(told), bad())
    waiting = asyncio.create_task(observed(Notes(told), asyncio.sleep(600)))
    await asyncio.sleep(0)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting

    assert told == ["answered None", "answered ServerError", "answered CancelledError"]


def test_a_program_that_sets_up_no_logging_sees_nothing_of_it() -> None:
    program = (
        "from ejento_async._observe import Observers, note_renewal\n"
        "from ejento_async._errors import ServerError\n"
        "from tests.unit.observing import FakeCall\n"
        "note_renewal('Password', ServerError)\n"
        "assert Observers().of(FakeCall(), tuple) is None\n"
    )

    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True)

    assert (done.stdout, done.stderr) == (b"", b"")


# In the way of a call


async def test_a_call_that_is_repeated_is_a_line_for_each_repetition_and_one_for_the_call(
    server: respx.MockRouter, transport: Make, clock: Clock, log: pytest.LogCaptureFixture
) -> None:
    refused = httpx.Response(429, headers={"retry-after": "0", "x-request-id": "r-1"})
    good = httpx.Response(200, json={"data": 1}, headers={"x-request-id": "r-2"})
    server.get("/api/v2/things").mock(side_effect=[refused, refused, good])

    await transport().send(LIST, anything)

    found = [facts(record) for record in records(log)]
    assert [(f["event"], f["attempts"], f["status"], f["error"]) for f in found] == [
        ("retry", 1, 429, "RateLimitError"),
        ("retry", 2, 429, "RateLimitError"),
        ("call", 3, 200, None),
    ]
    assert [f["request_id"] for f in found] == ["r-1", "r-1", "r-2"]
    assert found[0]["wait_ms"] < 1000
    assert found[-1]["wait_ms"] is None


async def test_the_status_of_an_attempt_is_not_told_of_the_next_one_that_has_no_answer(
    server: respx.MockRouter, transport: Make, clock: Clock, log: pytest.LogCaptureFixture
) -> None:
    unavailable = httpx.Response(503, headers={"x-request-id": "r-1"})
    server.get("/api/v2/things").mock(side_effect=[unavailable, *[httpx.ReadTimeout("")] * 2])

    with pytest.raises(TimeoutError):
        await transport().send(LIST, anything)

    found = [(f["status"], f["request_id"]) for f in map(facts, records(log))]
    assert found == [(503, "r-1"), (None, None), (None, None)]


async def test_a_cancelled_call_is_a_line_too(
    server: respx.MockRouter, transport: Make, log: pytest.LogCaptureFixture
) -> None:
    asked = asyncio.Event()

    async def never(_: httpx.Request) -> httpx.Response:
        asked.set()
        await asyncio.Event().wait()
        return ok()

    server.get("/api/v2/things").mock(side_effect=never)
    call = asyncio.create_task(transport().send(LIST, anything))
    await asked.wait()
    call.cancel()
    with pytest.raises(asyncio.CancelledError):
        await call

    (record,) = records(log)
    assert facts(record)["error"] == "CancelledError"
    assert facts(record)["status"] is None


async def test_a_renewal_is_a_line_besides_those_of_the_calls_that_it_is_made_of(
    server: respx.MockRouter,
    transport: Make,
    ejento: support.TokenServer,
    log: pytest.LogCaptureFixture,
) -> None:
    ejento.expire()

    await transport(credentials=support.first_pair()).send(LIST, anything)

    assert [(f["event"], f["operation"], f["attempts"]) for f in map(facts, records(log))] == [
        ("call", "v2_authentication_refresh", 1),
        ("renewal", None, None),
        ("retry", "v2_things_list", 1),
        ("call", "v2_things_list", 2),
    ]
    (renewal,) = records(log, "renewal")
    assert renewal.getMessage() == "tokens renewed, TokenPair"


async def test_a_renewal_that_fails_is_a_line_with_the_class_of_its_error(
    server: respx.MockRouter, transport: Make, log: pytest.LogCaptureFixture
) -> None:
    server.get("/api/v2/things").respond(401)
    server.post(REFRESH_PATH).respond(403)

    with pytest.raises(EjentoError):
        await transport(credentials=support.first_pair()).send(LIST, anything)

    (renewal,) = records(log, "renewal")
    assert renewal.getMessage() == "tokens not renewed, TokenPair, PermissionDeniedError"


@pytest.mark.parametrize(
    ("pieces", "error"),
    [
        ((DELTA, END), None),
        ((DELTA, httpx.ReadError("gone")), "StreamInterruptedError"),
        ((DELTA,), "StreamInterruptedError"),
        ((observing.event(step="error", message="no"),), "AnswerFailedError"),
    ],
)
async def test_a_stream_is_a_line_when_it_opens_and_one_when_it_is_closed(
    pieces: tuple[bytes | Exception, ...],
    error: str | None,
    server: respx.MockRouter,
    transport: Make,
    log: pytest.LogCaptureFixture,
) -> None:
    server.post("/api/v2/things").mock(return_value=answer_in_pieces(*pieces))

    with suppress(EjentoError):
        async with transport().stream(STREAM, anything) as answer:
            opened = len(records(log))
            async for _ in answer:
                pass

    assert opened == 1
    found = [facts(record) for record in records(log)]
    assert [(f["event"], f["error"]) for f in found] == [("call", None), ("stream", error)]
    assert records(log)[-1].getMessage().endswith("stream closed")
    assert found[0]["elapsed_ms"] <= found[1]["elapsed_ms"]


async def test_a_stream_that_is_left_early_is_closed_without_an_error_and_only_once(
    server: respx.MockRouter, transport: Make, log: pytest.LogCaptureFixture
) -> None:
    server.post("/api/v2/things").mock(return_value=answer_in_pieces(DELTA, DELTA, END))

    async with transport().stream(STREAM, anything) as answer:
        async for _ in answer:
            break
        await answer.aclose()
    await answer.aclose()

    (record,) = records(log, "stream")
    assert facts(record)["error"] is None


async def test_a_stream_that_does_not_open_is_one_line(
    server: respx.MockRouter, transport: Make, log: pytest.LogCaptureFixture
) -> None:
    server.post("/api/v2/things").respond(404)

    with pytest.raises(EjentoError):
        async with transport().stream(STREAM, anything):
            pass

    (record,) = records(log)
    assert (facts(record)["event"], facts(record)["error"]) == ("call", "NotFoundError")


async def test_a_download_that_breaks_off_tells_so_when_it_is_closed(
    server: respx.MockRouter, transport: Make, log: pytest.LogCaptureFixture
) -> None:
    broken = answer_in_pieces(b"half", httpx.ReadError("gone"))
    server.get(path__startswith="/api/v2/things/").mock(return_value=broken)

    with pytest.raises(EjentoError):
        await transport().download(GET, (1,)).read()

    found = [(f["event"], f["error"]) for f in map(facts, records(log))]
    assert found == [("call", None), ("stream", "APIConnectionError")]


async def test_an_observer_sees_all_calls_that_go_the_same_way(
    server: respx.MockRouter, transport: Make
) -> None:
    server.route().mock(return_value=ok())
    told: list[str] = []
    ejento = transport()
    ejento.observe(Notes(told))

    await ejento.send(LIST, anything)
    await ejento.send(CREATE, anything, body={})

    assert [line for line in told if line.startswith("started")] == [
        "started v2_things_list",
        "started v2_things_create",
    ]
    assert told.count("answered None") == 2


@pytest.mark.parametrize("way", observing.WAYS)
@pytest.mark.parametrize("cause", observing.CAUSES)
async def test_no_argument_and_no_secret_is_in_any_attribute_of_a_record(
    cause: str,
    way: str,
    server: respx.MockRouter,
    transport: Make,
    clock: Clock,
    log: pytest.LogCaptureFixture,
) -> None:
    server.post(REFRESH_PATH).mock(return_value=support.pair("canary-auth-2", "canary-access-2"))
    server.route().mock(side_effect=observing.causing(cause))
    ejento = transport(
        api_key="canary-key-1", credentials=TokenPair("canary-auth-1", "canary-access-1")
    )

    with suppress(EjentoError):
        await observing.WAYS[way](ejento)

    told = [f"{record.getMessage()} {vars(record)}" for record in records(log)]
    assert told
    assert "canary" not in "\n".join(told)


async def test_the_route_is_the_template_also_at_a_service_and_whatever_the_arguments(
    server: respx.MockRouter, transport: Make, log: pytest.LogCaptureFixture
) -> None:
    server.route().mock(return_value=ok())
    operation = Operation(id="x", method="GET", path="/indexing-service/api/v2/x/{x_id}")

    await transport().send(operation, anything, ("canary/../x",))

    (record,) = records(log)
    assert facts(record)["route"] == "/indexing-service/api/v2/x/{x_id}"
