"""Which calls are repeated, when, how often, and for how long at most."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import AsyncIterator, Callable
from itertools import pairwise
from statistics import fmean
from typing import Any

import httpx
import pytest
import respx

from ejento_async._auth import TokenPair
from ejento_async._errors import (
    APIConnectionError,
    APIError,
    APIResponseError,
    APITimeoutError,
    AuthenticationError,
    AuthRefreshError,
    ConflictError,
    NotFoundError,
    RateLimitError,
    ServerError,
)
from ejento_async._model import anything
from ejento_async._multipart import File
from ejento_async._protocol import Operation
from ejento_async._retry import (
    FIRST_WAIT,
    LONGEST_RETRY_AFTER,
    LONGEST_WAIT,
    RETRYABLE,
    RetryBudget,
    retry_after,
    wait_before_retry,
)
from ejento_async._sender import CallOptions
from ejento_async._transport import Transport
from tests import support
from tests.support import CREATE, DELETE, LIST, SEARCH, UPDATE, UPLOAD, ok
from tests.unit.conftest import Clock

Make = Callable[..., Transport]
NOW = 1_700_000_000.0


# Retry-After.


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("0", 0),
        ("1", 1),
        (" 120 ", 120),
        ("99999", 99999),
        ("Tue, 14 Nov 2023 22:13:50 GMT", 30),
        ("Tue, 14 Nov 2023 22:13:50", 30),
        ("Tue, 14 Nov 2023 23:13:50 +0100", 30),
        ("Tue, 14 Nov 2000 22:13:50 GMT", 0),
    ],
)
def test_retry_after_is_read_as_seconds_or_as_a_date(
    value: str, expected: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(time, "time", lambda: NOW)

    assert retry_after(value) == expected


@pytest.mark.parametrize(
    "value",
    [
        None,
        "",
        "-1",
        "+1",
        "1.5",
        "1e3",
        "soon",
        "1, 2",
        "\u00b2",
        "Mon, 99 Foo 2023",
        "Mon, 01 Jan 99999999999999999999 00:00:00 GMT",
        "Mon, 01 Jan 2024 00:00:00 +99999999999",
        ":",
        "0 0 0",
    ],
)
def test_a_retry_after_that_makes_no_sense_is_as_good_as_none(value: str | None) -> None:
    assert retry_after(value) is None


# How long to wait.


def unavailable(**headers: str) -> ServerError:
    return ServerError(
        "down", status=503, headers={k.replace("_", "-"): v for k, v in headers.items()}
    )


@pytest.mark.parametrize("retries", range(8))
def test_waits_are_spread_over_all_of_a_span_that_doubles_up_to_a_limit(retries: int) -> None:
    rng = random.Random(4711)
    longest = min(FIRST_WAIT * 2**retries, LONGEST_WAIT)

    waits = [
        wait_before_retry(unavailable(), retries, idempotent=True, rng=rng) for _ in range(2000)
    ]

    found = sorted(wait for wait in waits if wait is not None)
    assert len(found) == len(waits)
    assert found[0] >= 0
    assert found[-1] <= longest
    assert fmean(found) == pytest.approx(longest / 2, rel=0.05)
    for tenth in range(10):
        inside = [w for w in found if tenth * longest / 10 <= w < (tenth + 1) * longest / 10]
        assert len(inside) == pytest.approx(200, rel=0.35)


def test_no_number_of_retries_makes_a_wait_longer_than_the_limit() -> None:
    wait = wait_before_retry(unavailable(), 5000, idempotent=True)

    assert wait is not None
    assert wait <= LONGEST_WAIT


@pytest.mark.parametrize("idempotent", [True, False])
@pytest.mark.parametrize("asked", [0, 1, 60])
def test_a_wait_is_as_long_as_the_server_asks_and_a_little_more(
    asked: int, idempotent: bool
) -> None:
    error = unavailable(retry_after=str(asked))

    for _ in range(100):
        wait = wait_before_retry(error, 0, idempotent=idempotent)
        assert wait is not None
        assert asked <= wait <= asked + FIRST_WAIT / 4


@pytest.mark.parametrize("idempotent", [True, False])
def test_a_server_that_asks_for_too_long_is_not_asked_again(idempotent: bool) -> None:
    error = unavailable(retry_after=str(int(LONGEST_RETRY_AFTER) + 1))

    assert wait_before_retry(error, 0, idempotent=idempotent) is None


@pytest.mark.parametrize(
    "error",
    [
        NotFoundError("x", status=404),
        NotFoundError("x", status=404, headers={"retry-after": "1"}),
        ServerError("x", status=501),
        ServerError("x", status=520),
        ConflictError("x", status=409),
        APIResponseError("x", status=200),
        AuthRefreshError("x", status=503),
        APIError("x"),
    ],
    ids=lambda error: f"{type(error).__name__}-{error.status}",
)
def test_what_another_attempt_would_not_mend_is_never_tried_again(error: APIError) -> None:
    assert wait_before_retry(error, 0, idempotent=True) is None


# The budget.


def test_a_budget_holds_a_reserve_and_then_a_tenth_of_a_retry_for_each_call() -> None:
    budget = RetryBudget()

    assert [budget.withdraw() for _ in range(11)] == [True] * 10 + [False]
    for _ in range(11):
        budget.deposit()
    assert [budget.withdraw() for _ in range(2)] == [True, False]


def test_a_budget_does_not_grow_for_ever_while_all_is_well() -> None:
    budget = RetryBudget()
    for _ in range(10_000):
        budget.deposit()

    assert sum(budget.withdraw() for _ in range(100)) == 20


# The matrix: what fails, how, and how often it is tried (with at most 2 retries).

OPERATIONS: dict[str, Operation] = {
    "GET": LIST,
    "PUT": UPDATE,
    "DELETE": DELETE,
    "POST": CREATE,
    "POST that only reads": SEARCH,
}
SAFE = {"GET", "PUT", "DELETE", "POST that only reads"}
FAULTS: dict[str, Any] = {
    "503": httpx.Response(503),
    "500": httpx.Response(500),
    "408": httpx.Response(408),
    "502 page": httpx.Response(502, html="<html>bad gateway</html>"),
    "504": httpx.Response(504),
    "503 with Retry-After": httpx.Response(503, headers={"retry-after": "1"}),
    "503 with too long a Retry-After": httpx.Response(503, headers={"retry-after": "61"}),
    "429": httpx.Response(429),
    "429 with Retry-After": httpx.Response(429, headers={"retry-after": "1"}),
    "429 with too long a Retry-After": httpx.Response(429, headers={"retry-after": "3600"}),
    "409": httpx.Response(409),
    "400": httpx.Response(400),
    "403": httpx.Response(403),
    "404": httpx.Response(404),
    "422": httpx.Response(422),
    "501": httpx.Response(501),
    "520": httpx.Response(520),
    "success: false": httpx.Response(200, json={"success": False}),
    "no JSON": httpx.Response(200, text="<html>"),
    "connect error": httpx.ConnectError("refused"),
    "connect timeout": httpx.ConnectTimeout("too slow"),
    "reset after sending": httpx.ReadError("reset"),
    "read timeout": httpx.ReadTimeout("too slow"),
    "write error": httpx.WriteError("reset"),
    "closed without an answer": httpx.RemoteProtocolError("disconnected"),
}
FOR_ALL = {
    "503 with Retry-After",
    "429",
    "429 with Retry-After",
    "connect error",
    "connect timeout",
}
FOR_NONE = {
    "503 with too long a Retry-After",
    "429 with too long a Retry-After",
    *("400", "403", "404", "409", "422", "501", "520"),
    "success: false",
    "no JSON",
}
NOT_SENT = {"connect error", "connect timeout"}


def expected_attempts(verb: str, fault: str) -> int:
    if fault in FOR_NONE:
        return 1
    return 3 if fault in FOR_ALL or verb in SAFE else 1


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("verb", OPERATIONS)
async def test_a_call_is_tried_as_often_as_its_verb_and_its_failure_allow(
    verb: str, fault: str, server: respx.MockRouter, transport: Make, clock: Clock
) -> None:
    operation = OPERATIONS[verb]
    broken = FAULTS[fault]
    route = server.route(path="/api/v2/things").mock(
        side_effect=broken if isinstance(broken, Exception) else lambda _: broken
    )

    with pytest.raises(APIError) as caught:
        await transport().send(operation, anything, body={} if operation.body else None)

    attempts = expected_attempts(verb, fault)
    assert route.call_count == attempts
    assert caught.value.attempts == attempts
    assert caught.value.method == operation.method


@pytest.mark.parametrize("verb", OPERATIONS)
async def test_a_failure_that_passes_is_not_seen_where_a_retry_is_allowed(
    verb: str, server: respx.MockRouter, transport: Make, clock: Clock
) -> None:
    operation = OPERATIONS[verb]

    for fault, effect in FAULTS.items():
        server.route(path="/api/v2/things").mock(side_effect=[effect, ok("done")])
        call = transport().respond(operation, anything, body={} if operation.body else None)
        if expected_attempts(verb, fault) > 1:
            response = await call
            assert (response.data, response.attempts) == ("done", 2), fault
        else:
            with pytest.raises(APIError):
                await call


@pytest.mark.parametrize("verb", OPERATIONS)
async def test_a_failure_of_the_network_says_whether_the_server_may_have_acted(
    verb: str, server: respx.MockRouter, transport: Make
) -> None:
    operation = OPERATIONS[verb]
    client = transport(max_retries=0)

    for fault in [name for name in FAULTS if isinstance(FAULTS[name], Exception)]:
        server.route(path="/api/v2/things").mock(side_effect=FAULTS[fault])
        with pytest.raises(APIConnectionError) as caught:
            await client.send(operation, anything, body={} if operation.body else None)
        assert caught.value.maybe_applied is (verb != "GET" and fault not in NOT_SENT), fault
        assert isinstance(caught.value, APITimeoutError) is ("timeout" in fault), fault


# How often, and how long.


@pytest.mark.parametrize("max_retries", [0, 1, 2, 5])
async def test_a_call_is_repeated_no_more_often_than_the_client_says(
    max_retries: int, server: respx.MockRouter, transport: Make, clock: Clock
) -> None:
    route = server.get("/api/v2/things").respond(503)

    with pytest.raises(ServerError) as caught:
        await transport(max_retries=max_retries).send(LIST, anything)
    assert route.call_count == max_retries + 1
    assert caught.value.attempts == max_retries + 1


async def test_with_options_sets_the_retries_of_some_calls_and_leaves_the_others_alone(
    server: respx.MockRouter, transport: Make, clock: Clock
) -> None:
    server.get("/api/v2/things").respond(503)
    patient = transport()
    impatient = patient.with_options(CallOptions(max_retries=0))

    for each, attempts in ((impatient, 1), (patient, 3)):
        with pytest.raises(ServerError) as caught:
            await each.send(LIST, anything)
        assert caught.value.attempts == attempts


async def test_the_time_between_two_attempts_is_what_the_server_asks_for(
    server: respx.MockRouter, transport: Make, clock: Clock
) -> None:
    times: list[float] = []

    def answer(_: httpx.Request) -> httpx.Response:
        times.append(clock.now)
        return httpx.Response(429, headers={"retry-after": "7"})

    server.get("/api/v2/things").mock(side_effect=answer)
    with pytest.raises(RateLimitError) as caught:
        await transport().send(LIST, anything)

    assert caught.value.retry_after == 7
    for before, after in pairwise(times):
        assert 7 <= after - before <= 7.5


async def test_the_waits_of_a_crowd_that_failed_together_are_spread(
    server: respx.MockRouter, transport: Make, clock: Clock
) -> None:
    times: list[float] = []

    def answer(_: httpx.Request) -> httpx.Response:
        times.append(clock.now)
        return httpx.Response(503, headers={"retry-after": "5"})

    server.get("/api/v2/things").mock(side_effect=answer)
    ejento = transport(max_retries=1)
    await asyncio.gather(*(ejento.send(LIST, anything) for _ in range(10)), return_exceptions=True)

    again = [moment for moment in times if moment > 4]
    assert len(again) == 10
    assert max(again) - min(again) > 0.02


@pytest.mark.parametrize("retry_after", ["2", "59"])
async def test_no_wait_goes_past_the_deadline(
    retry_after: str, server: respx.MockRouter, transport: Make, clock: Clock
) -> None:
    server.get("/api/v2/things").respond(503, headers={"retry-after": retry_after})

    with pytest.raises(ServerError) as caught:
        await transport(deadline=1.5).send(LIST, anything)
    assert clock.now < 0.5
    assert caught.value.attempts == 1


@pytest.mark.parametrize("deadline", [0.5, 3.0, 20.0])
async def test_all_attempts_and_waits_together_end_before_the_deadline(
    deadline: float, server: respx.MockRouter, transport: Make, clock: Clock
) -> None:
    server.get("/api/v2/things").respond(503)

    with pytest.raises(ServerError):
        await transport(deadline=deadline, max_retries=1000).send(LIST, anything)
    assert clock.now <= deadline


async def never(_: httpx.Request) -> httpx.Response:
    await asyncio.sleep(1e6)
    raise AssertionError


@pytest.mark.parametrize("operation", [LIST, CREATE], ids=["GET", "POST"])
async def test_a_deadline_that_passes_ends_the_call_in_the_middle_of_an_attempt(
    operation: Operation, server: respx.MockRouter, transport: Make, clock: Clock
) -> None:
    server.route(path="/api/v2/things").mock(side_effect=never)

    with pytest.raises(APITimeoutError, match="deadline of 30 s") as caught:
        await transport(deadline=30).send(operation, anything, body={})
    assert 30 <= clock.now < 31
    assert caught.value.elapsed == pytest.approx(30, abs=0.5)
    assert caught.value.attempts == 1
    assert caught.value.maybe_applied is (operation is CREATE)


async def test_a_body_that_drips_for_ever_is_ended_by_the_deadline(
    server: respx.MockRouter, transport: Make, clock: Clock
) -> None:
    async def drip() -> AsyncIterator[bytes]:
        while True:
            yield b" "
            await asyncio.sleep(1)

    server.get("/api/v2/things").respond(content=drip())

    with pytest.raises(APITimeoutError, match="deadline of 5 s"):
        await transport(deadline=5).send(LIST, anything)
    assert 5 <= clock.now < 6


@pytest.mark.parametrize(
    ("operation", "expected"),
    [(LIST, 120), (LIST._replace(timeout=300), 600), (LIST._replace(timeout=10), 120)],
    ids=["usual", "slow operation", "quick operation"],
)
async def test_every_call_has_a_deadline_that_fits_its_operation(
    operation: Operation, expected: float, server: respx.MockRouter, transport: Make, clock: Clock
) -> None:
    server.get("/api/v2/things").mock(side_effect=never)

    with pytest.raises(APITimeoutError, match=f"deadline of {expected} s"):
        await transport().send(operation, anything)


async def test_with_options_sets_the_deadline_of_some_calls(
    server: respx.MockRouter, transport: Make, clock: Clock
) -> None:
    server.get("/api/v2/things").mock(side_effect=never)
    hasty = transport().with_options(CallOptions(deadline=2.5))

    with pytest.raises(APITimeoutError, match=r"deadline of 2.5 s"):
        await hasty.send(LIST, anything)


async def test_a_timeout_around_a_call_is_the_callers_own_and_not_translated(
    server: respx.MockRouter, transport: Make, clock: Clock
) -> None:
    server.get("/api/v2/things").mock(side_effect=never)

    with pytest.raises(TimeoutError) as caught:
        async with asyncio.timeout(5):
            await transport().send(LIST, anything)
    assert not isinstance(caught.value, APIError)


async def test_a_storm_of_failures_sends_at_most_a_fifth_more_requests_than_there_are_calls(
    server: respx.MockRouter, transport: Make, clock: Clock
) -> None:
    route = server.get("/api/v2/things").respond(503)
    ejento = transport()

    failures = await asyncio.gather(
        *(ejento.send(LIST, anything) for _ in range(200)), return_exceptions=True
    )

    assert all(isinstance(failure, ServerError) for failure in failures)
    assert route.call_count <= 1.2 * 200


async def test_all_that_share_connections_share_the_budget(
    server: respx.MockRouter, transport: Make, clock: Clock
) -> None:
    route = server.get("/api/v2/things").respond(503)
    ejento = transport()

    for _ in range(100):
        with pytest.raises(ServerError):
            await ejento.with_options(CallOptions(max_retries=9)).send(LIST, anything)

    assert route.call_count <= 1.2 * 100


# Bodies.


async def pieces() -> AsyncIterator[bytes]:
    yield b"abc"
    yield b"def"


async def test_a_body_that_can_be_sent_again_is_the_same_in_every_attempt(
    server: respx.MockRouter, transport: Make, clock: Clock
) -> None:
    route = server.post("/api/v2/things").mock(
        side_effect=[httpx.Response(429), httpx.Response(429), ok("done")]
    )
    files = File(b"some content", name="a.txt")

    await transport().send(UPLOAD, anything, body={"file": files, "name": "x"})

    bodies = [call.request.content for call in route.calls]
    assert len(bodies) == 3
    assert len(set(bodies)) == 1
    assert b"some content" in bodies[0]


@pytest.mark.parametrize(
    "fault", [httpx.Response(429), httpx.ConnectError("refused")], ids=["429", "connect error"]
)
async def test_a_body_that_can_be_read_only_once_is_sent_only_once(
    fault: Any, server: respx.MockRouter, transport: Make, clock: Clock
) -> None:
    route = server.post("/api/v2/things").mock(side_effect=[fault, ok("done")])

    with pytest.raises(APIError) as caught:
        await transport().send(UPLOAD, anything, body={"file": File(pieces(), name="a.txt")})
    assert route.call_count == 1
    assert caught.value.attempts == 1


async def test_a_401_does_not_repeat_a_body_that_can_be_read_only_once(
    server: respx.MockRouter, transport: Make
) -> None:
    route = server.post("/api/v2/things").respond(401)
    renewal = server.post(support.REFRESH_PATH).mock(
        return_value=support.pair("auth-2", "access-2")
    )

    with pytest.raises(AuthenticationError):
        await transport(credentials=TokenPair("auth", "access")).send(
            UPLOAD, anything, body={"file": File(pieces(), name="a.txt")}
        )
    assert route.call_count == 1
    # ... but gets another token for the calls after it.
    assert renewal.call_count == 1


def test_the_statuses_worth_another_attempt_are_the_documented_ones() -> None:
    assert {408, 429, 500, 502, 503, 504} == RETRYABLE
