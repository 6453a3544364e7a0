"""Which calls are made again after what, when, and how often in all."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from email.utils import formatdate
from math import inf
from typing import Any

import pytest

from ejento_async import (
    APIConnectionError,
    APIError,
    APITimeoutError,
    ConflictError,
    EjentoClient,
    RateLimitError,
    ServerError,
    Timeout,
    _retry,
    _sender,
)
from ejento_async.sandbox import Fault
from tests.reliability.scene import Scene
from tests.reliability.table import read, told, write

BRIEF = Timeout(connect=1, read=0.04, write=1)


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float | None]:
    """What was waited for between attempts; nothing is."""
    found: list[float | None] = []

    def note(error: APIError, retries: int, *, idempotent: bool) -> float | None:
        found.append(_retry.wait_before_retry(error, retries, idempotent=idempotent))
        return None if found[-1] is None else 0.0

    monkeypatch.setattr(_sender, "wait_before_retry", note)
    monkeypatch.setattr(_retry, "FIRST_WAIT", 0.5)
    return found


# What 429 asks for in Retry-After, how long is waited then, and how long the error says.
ASKED: dict[str, tuple[Callable[[], str | None], tuple[float, float] | None, float | None]] = {
    "1": (lambda: "1", (1, 1.125), 1),
    "0": (lambda: "0", (0, 0.125), 0),
    "a date to come": (lambda: formatdate(time.time() + 30, usegmt=True), (20, 30.125), 30),
    "a date that has passed": (lambda: formatdate(0, usegmt=True), (0, 0.125), 0),
    "nothing": (lambda: None, (0, 1), None),
    "-1": (lambda: "-1", (0, 1), None),
    "soon": (lambda: "soon", (0, 1), None),
    "1.5": (lambda: "1.5", (0, 1), None),
    "an impossible date": (lambda: "Wed, 99 Nov 2026 99:99:99 GMT", (0, 1), None),
    "an empty text": (lambda: "", (0, 1), None),
    "99999": (lambda: "99999", None, 99_999),
    "400 digits": (lambda: "9" * 400, None, inf),
    "a date tomorrow": (lambda: formatdate(time.time() + 86_400, usegmt=True), None, 86_400),
}


async def test_what_429_asks_for_is_done_if_it_makes_sense(
    waits: list[float | None], scene: Scene
) -> None:
    sandbox = await scene.sandbox()
    for asked, (value, waited, told_to_wait) in ASKED.items():
        waits.clear()
        sandbox.requests.clear()
        sandbox.faults.clear()
        found = value()
        headers = {} if found is None else {"Retry-After": found}
        sandbox.faults.add(Fault.status(429, headers=headers))
        outcome = await scene.attempt(write(scene.client(sandbox)))

        attempts = 1 if waited is None else 3
        scene.note(
            f"429 that asks to wait for {asked}",
            f"RateLimitError, {'1 attempt' if waited is None else '3 attempts'}",
            told(outcome, len(sandbox.requests)),
        )
        assert isinstance(outcome.failure, RateLimitError), asked
        assert outcome.failure.attempts == len(sandbox.requests) == attempts, asked
        assert outcome.failure.retry_after == pytest.approx(told_to_wait, abs=10), asked
        if waited is None:
            assert waits == [None], asked
        else:
            least, most = waited
            assert all(wait is not None and least <= wait <= most for wait in waits[:2]), asked


async def test_the_deadline_is_not_slept_past(scene: Scene) -> None:
    sandbox = await scene.sandbox(Fault.status(503, headers={"Retry-After": "5"}))
    client = scene.client(sandbox, deadline=3)
    outcome = await scene.attempt(read(client))

    scene.note("503 that asks to wait past the deadline", "ServerError, 1 attempt", told(outcome))
    assert type(outcome.failure) is ServerError
    assert outcome.elapsed < 3
    assert len(sandbox.requests) == 1


async def test_retries_can_be_off_for_one_call(scene: Scene) -> None:
    sandbox = await scene.sandbox(Fault.status(503))
    client = scene.client(sandbox)
    outcome = await scene.attempt(read(client.with_options(max_retries=0)))
    once = len(sandbox.requests)
    await scene.attempt(read(client))

    scene.note("503 with retries off for the call", "ServerError, 1 attempt", told(outcome, once))
    assert type(outcome.failure) is ServerError
    assert (once, len(sandbox.requests)) == (1, 4)


async def test_an_outage_is_not_made_worse(scene: Scene, waits: list[float | None]) -> None:
    calls = 100
    sandbox = await scene.sandbox(Fault.status(503))
    client = scene.client(sandbox)
    outcomes = await asyncio.gather(*(scene.attempt(read(client)) for _ in range(calls)))
    requests = len(sandbox.requests)

    scene.note(
        f"an outage: 503 to each of {calls} calls at once",
        f"ServerError, at most {int(1.2 * calls)} requests",
        f"{outcomes[0].name}, {requests} requests",
    )
    assert {type(outcome.error) for outcome in outcomes} == {ServerError}
    assert sum(outcome.failure.attempts for outcome in outcomes) == requests
    assert calls < requests <= 1.2 * calls
    # The repetitions are spread over the whole time in which they may come.
    drawn = sorted(wait for wait in waits if wait is not None)
    assert len(set(drawn)) == len(drawn)
    assert drawn[0] < 0.05
    assert drawn[len(drawn) // 4] < 0.25
    assert drawn[3 * len(drawn) // 4] > 0.25


# Which calls are made again after what.


Verb = Callable[[EjentoClient], Awaitable[object]]

VERBS: dict[str, tuple[bool, Verb]] = {
    "GET": (True, lambda ejento: ejento.request("GET", "/api/v2/agents/42")),
    "PUT": (True, lambda ejento: ejento.request("PUT", "/x", json={})),
    "DELETE": (True, lambda ejento: ejento.request("DELETE", "/x")),
    "POST": (False, lambda ejento: ejento.request("POST", "/x", json={})),
    "PATCH": (False, lambda ejento: ejento.request("PATCH", "/x", json={})),
    "a POST that only looks": (
        True,
        lambda ejento: ejento.v2.corpora.check_duplicates(7, documents=[]),
    ),
    "a PUT that toggles": (False, lambda ejento: ejento.v1.agents.toggle_rating(42)),
}
"""Whether a call may be made twice, and the call."""

FAULTS: dict[str, tuple[Fault | None, type[APIError], bool]] = {
    "503": (Fault.status(503), ServerError, False),
    "429": (Fault.status(429), RateLimitError, True),
    "409": (Fault.status(409), ConflictError, False),
    "a reset after the request": (Fault.drop(reset=True), APIConnectionError, False),
    "no answer in time": (Fault.silence(), APITimeoutError, False),
    "a refused connection": (None, APIConnectionError, True),
}
"""What happens, what it becomes, and whether the server is known not to have acted."""


@pytest.mark.parametrize("verb", VERBS)
async def test_a_call_is_made_again_only_if_that_can_do_no_harm(verb: str, scene: Scene) -> None:
    twice, call = VERBS[verb]
    sandbox = await scene.sandbox()
    for name, (fault, error, unmoved) in FAULTS.items():
        sandbox.faults.clear()
        sandbox.requests.clear()
        if fault is not None:
            sandbox.faults.add(fault)
        settings: dict[str, Any] = {}
        if fault is None:
            settings["base_url"] = "http://127.0.0.1:1"
        elif error is APITimeoutError:
            settings["timeout"] = BRIEF
        client = scene.client(sandbox, **settings)
        outcome = await scene.attempt(call(client))

        again = name != "409" and (twice or unmoved)
        unclear = not unmoved and name != "409" and verb != "GET"
        scene.note(
            f"{name}, to {verb}",
            f"{error.__name__}, {'3 attempts' if again else '1 attempt'}"
            + (", maybe applied" if unclear else ""),
            told(outcome),
        )
        assert type(outcome.failure) is error, name
        assert outcome.failure.attempts == (3 if again else 1), name
        assert fault is None or len(sandbox.requests) == outcome.failure.attempts, name
        assert outcome.failure.maybe_applied == unclear, name
