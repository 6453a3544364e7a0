"""Tokens that end, renewals that go wrong, and who gets to know of it."""

from __future__ import annotations

import asyncio
import logging
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Any

import pytest

from ejento_async import (
    APIStatusError,
    APITimeoutError,
    AuthenticationError,
    AuthRefreshError,
    ConfigurationError,
    EjentoClient,
    FileTokenStore,
    Password,
    PermissionDeniedError,
    TokenPair,
    Tokens,
)
from ejento_async.sandbox import Fault, Sandbox
from tests.reliability.kinds import KINDS, QUESTION
from tests.reliability.scene import HASTY, Scene
from tests.reliability.table import read, write
from tests.wire import eventually

REFRESH = "v2_authentication_refresh"
GET = "v2_agents_get"

Later = Callable[[float], None]


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Later:
    """Let it be so many seconds later, for the client and for the sandbox."""
    real, ahead = time.time, 0.0

    def pass_time(seconds: float) -> None:
        nonlocal ahead
        ahead += seconds

    monkeypatch.setattr(time, "time", lambda: real() + ahead)
    return pass_time


def signed_in(scene: Scene, sandbox: Sandbox, **settings: Any) -> EjentoClient:
    """Make a client whose tokens renew themselves."""
    pair = TokenPair(sandbox.auth_token, sandbox.access_token)
    return scene.client(sandbox, **{"credentials": pair, **settings})


def refreshes(sandbox: Sandbox) -> list[int | None]:
    """Return how each request for new tokens was answered."""
    return [request.status for request in sandbox.requests.of(REFRESH)]


async def outcomes(scene: Scene, calls: list[Awaitable[object]]) -> list[str]:
    """Make calls at once and return how each of them ended."""
    return [found.name for found in await asyncio.gather(*map(scene.attempt, calls))]


def note(scene: Scene, sandbox: Sandbox, fault: str, expected: str, *seen: str) -> None:
    """Put what was seen into the table, with the number of renewals that the server saw."""
    count = len(refreshes(sandbox))
    words = {0: "no renewal", 1: "1 renewal"}.get(count, f"{count} renewals")
    scene.note(fault, expected, ", ".join([*seen, words]))
    # All that were ever issued, the new ones too, must not show anywhere.
    scene.secrets += sandbox.state.tokens._issued


# A token that ends.


async def test_five_hundred_calls_that_find_their_token_expired_cause_one_renewal(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Twenty lines of traces for each call would take longer than all calls.
    monkeypatch.setattr(logging.getLogger("httpcore"), "level", logging.WARNING)
    sandbox = await scene.sandbox()
    ejento = signed_in(scene, sandbox)
    await read(ejento)
    sandbox.expire_access_token()
    # The pool of httpx takes its time over hundreds that wait.
    calls = 100 if scene.way == "own client" else 500

    found = await outcomes(scene, [read(ejento) for _ in range(calls)])

    note(
        scene,
        sandbox,
        "the token ends under 500 concurrent calls (100 for a client of one's own)",
        "all ok, 1 renewal",
        "all ok" if found == ["ok"] * calls else f"{found.count('ok')} ok",
    )
    assert found == ["ok"] * calls
    assert refreshes(sandbox) == [200]


@pytest.mark.parametrize("kind", ["read", "write", "page walk", "stream", "upload"])
async def test_a_call_of_any_kind_outlives_the_end_of_its_token(kind: str, scene: Scene) -> None:
    sandbox = await scene.sandbox()
    ejento = signed_in(scene, sandbox)
    sandbox.expire_access_token()

    outcome = await scene.attempt(KINDS[kind](ejento))

    note(scene, sandbox, f"the token has ended: {kind}", "ok, 1 renewal", outcome.name)
    assert outcome.error is None
    assert refreshes(sandbox) == [200]


async def test_a_token_that_ends_in_the_middle_of_a_page_walk_costs_no_record(
    scene: Scene,
) -> None:
    sandbox = await scene.sandbox()
    ejento = signed_in(scene, sandbox)
    whole = [r.history_date async for r in ejento.v2.agents.iter_history(42, items_per_page=5)]
    found = []

    async for record in ejento.v2.agents.iter_history(42, items_per_page=5):
        found.append(record.history_date)
        if len(found) in (3, 12):
            sandbox.expire_access_token()

    note(
        scene,
        sandbox,
        "the token ends twice in a page walk",
        "all records, 2 renewals",
        "all records" if found == whole else f"{len(found)} of {len(whole)}",
    )
    assert found == whole
    assert len(whole) > 15
    assert refreshes(sandbox) == [200, 200]


async def test_a_token_that_ends_in_the_middle_of_an_upload_does_not_end_the_upload(
    scene: Scene,
) -> None:
    sandbox = await scene.sandbox()
    ejento = signed_in(scene, sandbox)

    def expire(sent: int, total: int | None) -> None:
        if sent > 500_000:
            sandbox.expire_access_token()

    upload = ejento.v2.documents.upload(7, b"x" * 3_000_000, name="a.txt", on_progress=expire)
    outcome = await scene.attempt(upload)
    after = await scene.attempt(read(ejento))

    note(
        scene,
        sandbox,
        "the token ends in an upload",
        "upload ok, next call ok, 1 renewal",
        f"upload {outcome.name}",
        f"next call {after.name}",
    )
    assert (outcome.error, after.error) == (None, None)
    assert refreshes(sandbox) == [200]


async def test_a_token_that_ends_in_the_middle_of_a_stream_does_not_end_the_stream(
    scene: Scene,
) -> None:
    sandbox = await scene.sandbox()
    ejento = signed_in(scene, sandbox)
    text = ""

    async with ejento.v2.agent_responses.stream(42, user_query=QUESTION) as answer:
        async for piece in answer.text():
            text += piece
            sandbox.expire_access_token()
    after = await scene.attempt(read(ejento))

    note(
        scene,
        sandbox,
        "the token ends in a stream",
        "stream ok, next call ok, 1 renewal",
        f"stream {'ok' if text == answer.final.answer else 'cut'}",
        f"next call {after.name}",
    )
    assert text == answer.final.answer
    assert after.error is None
    assert refreshes(sandbox) == [200]


async def test_an_upload_that_cannot_be_repeated_fails_with_its_401_but_not_the_next_one(
    scene: Scene,
) -> None:
    sandbox = await scene.sandbox(Fault.expire_token(path="/documents$", method="POST", times=1))
    ejento = signed_in(scene, sandbox)

    async def once() -> AsyncIterator[bytes]:
        yield b"x" * 1000

    first, second = [
        await scene.attempt(ejento.v2.documents.upload(7, once(), name="a.txt")) for _ in range(2)
    ]

    note(
        scene,
        sandbox,
        "the token has ended: uploads from an iterator",
        "AuthenticationError, next ok, 1 renewal",
        first.name,
        f"next {second.name}",
    )
    assert type(first.error) is AuthenticationError
    assert second.error is None
    assert refreshes(sandbox) == [200]


async def test_a_token_is_renewed_ahead_of_time_and_no_call_waits_or_is_lost(
    scene: Scene, later: Later
) -> None:
    sandbox = await scene.sandbox(token_lifetime=600)
    ejento = signed_in(scene, sandbox)
    await read(ejento)
    later(545)

    found = []
    for _ in range(5):
        found += await outcomes(scene, [read(ejento) for _ in range(20)])
    await eventually(lambda: refreshes(sandbox) == [200])

    note(
        scene,
        sandbox,
        "the token is near its end under 100 calls",
        "100 ok, 1 renewal",
        f"{found.count('ok')} ok",
    )
    assert found == ["ok"] * 100


# A renewal that goes wrong.


HALF = {"success": True, "data": {"access_token": "canary-half"}}
WRONG: dict[str, tuple[Fault, str]] = {
    "503": (Fault.status(503, operation=REFRESH), "503"),
    "400": (Fault.status(400, operation=REFRESH), "400"),
    "401": (Fault.status(401, operation=REFRESH), "401"),
    "half a pair": (Fault.status(200, body=HALF, operation=REFRESH), "does not hold both"),
    "success: false": (Fault.unsuccessful("go away", operation=REFRESH), "go away"),
    "a page": (Fault.status(200, html=True, operation=REFRESH), "expected JSON"),
    "nothing": (Fault.empty(operation=REFRESH), "does not hold both"),
    "a reset": (Fault.drop(reset=True, operation=REFRESH), "no new tokens"),
    "no answer": (Fault.silence(operation=REFRESH), "no new tokens"),
}


@pytest.mark.parametrize("wrong", WRONG)
async def test_a_renewal_that_goes_wrong_is_one_error_for_all_and_the_next_call_tries_again(
    wrong: str, scene: Scene
) -> None:
    fault, words = WRONG[wrong]
    sandbox = await scene.sandbox(fault)
    # Without an access token, all of them wait for the renewal before they are sent.
    pair = TokenPair(sandbox.auth_token)
    ejento = signed_in(scene, sandbox, credentials=pair, timeout=HASTY)

    found = await asyncio.gather(*(scene.attempt(read(ejento)) for _ in range(20)))
    asked = len(refreshes(sandbox))
    sandbox.faults.clear()
    after = await scene.attempt(read(ejento))

    names = {each.name for each in found}
    note(
        scene,
        sandbox,
        f"a renewal for 20 calls is answered with {wrong}",
        "AuthRefreshError, next call ok, 2 renewals",
        *names,
        f"next call {after.name}",
    )
    assert names == {"AuthRefreshError"}
    for each in found:
        assert words in str(each.failure)
        assert each.failure.operation == GET
        assert each.failure.__cause__ is not None
    assert asked == 1
    assert after.error is None


async def test_a_renewal_that_takes_longer_than_a_call_may_goes_on_without_it(
    scene: Scene,
) -> None:
    sandbox = await scene.sandbox(Fault.delay(0.4, operation=REFRESH))
    ejento = signed_in(scene, sandbox)
    sandbox.expire_access_token()

    hasty = ejento.with_options(deadline=0.1)
    found = await asyncio.gather(*(scene.attempt(read(hasty)) for _ in range(20)))
    after = await scene.attempt(read(ejento))

    names = {each.name for each in found}
    note(
        scene,
        sandbox,
        "a renewal takes longer than 20 calls may",
        "APITimeoutError, next call ok, 1 renewal",
        *names,
        f"next call {after.name}",
    )
    assert names == {"APITimeoutError"}
    assert all(isinstance(each.error, APITimeoutError) for each in found)
    assert after.error is None
    assert refreshes(sandbox) == [200]


async def test_calls_go_on_while_a_renewal_ahead_of_time_fails(
    scene: Scene, later: Later, monkeypatch: pytest.MonkeyPatch
) -> None:
    # However slow the machine is, the calls are over before another renewal is due.
    monkeypatch.setattr("ejento_async._keeper.PAUSE", 60.0)
    sandbox = await scene.sandbox(Fault.status(503, operation=REFRESH), token_lifetime=600)
    ejento = signed_in(scene, sandbox)
    later(545)

    found = []
    for _ in range(20):
        found += await outcomes(scene, [read(ejento) for _ in range(5)])
    await eventually(lambda: len(refreshes(sandbox)) == 1)
    later(60)
    ended = await scene.attempt(read(ejento))

    note(
        scene,
        sandbox,
        "the auth service is down when the token is near its end",
        "100 ok, AuthRefreshError when it has ended, 2 renewals",
        f"{found.count('ok')} ok",
        f"{ended.name} when it has ended",
    )
    assert found == ["ok"] * 100
    assert type(ended.error) is AuthRefreshError
    assert refreshes(sandbox) == [503, 503]


async def test_a_password_logs_in_again_when_its_auth_token_is_refused(scene: Scene) -> None:
    sandbox = await scene.sandbox()
    ejento = signed_in(scene, sandbox, credentials=Password(sandbox.email, sandbox.password))
    await read(ejento)
    sandbox.expire_access_token()
    sandbox.expire_auth_token()

    found = await outcomes(scene, [read(ejento) for _ in range(20)])

    logins = len(sandbox.requests.of("v2_authentication_login"))
    note(
        scene,
        sandbox,
        "both tokens of a password have ended, 20 calls",
        "20 ok, 2 logins, 1 renewal",
        f"{found.count('ok')} ok",
        f"{logins} logins",
    )
    assert found == ["ok"] * 20
    assert (logins, refreshes(sandbox)) == (2, [401])


@pytest.mark.parametrize(
    ("status", "attempts", "renewals", "error"),
    [(401, 2, 1, AuthenticationError), (403, 1, 0, PermissionDeniedError)],
)
async def test_a_refusal_that_is_not_about_the_token_ends_the_call(
    status: int, attempts: int, renewals: int, error: type[APIStatusError], scene: Scene
) -> None:
    sandbox = await scene.sandbox(Fault.status(status, operation=GET))

    outcome = await scene.attempt(read(signed_in(scene, sandbox)))

    note(
        scene,
        sandbox,
        f"a {status} whatever the token",
        f"{error.__name__}, {_times(attempts)}, {_renewals(renewals)}",
        outcome.name,
        _times(len(sandbox.requests.of(GET))),
    )
    assert type(outcome.error) is error
    assert outcome.failure.attempts == len(sandbox.requests.of(GET)) == attempts
    assert refreshes(sandbox) == [200] * renewals


async def test_a_401_that_comes_after_its_token_was_replaced_renews_nothing(scene: Scene) -> None:
    sandbox = await scene.sandbox(
        Fault.delay(0.2, operation="v2_users_get_me", times=1),
        Fault.expire_token(operation="v2_users_get_me", times=1),
    )
    ejento = signed_in(scene, sandbox)

    late = asyncio.create_task(scene.attempt(ejento.v2.users.get_me()))
    await eventually(lambda: len(sandbox.requests.of("v2_users_get_me")) == 1)
    sandbox.expire_access_token()
    early = await scene.attempt(read(ejento))

    note(
        scene,
        sandbox,
        "a late 401 for a token that was replaced since",
        "ok, ok, 1 renewal",
        early.name,
        (await late).name,
    )
    assert (early.error, (await late).error) == (None, None)
    assert refreshes(sandbox) == [200]


@pytest.mark.parametrize("who", ["the one that began it", "all"])
async def test_a_renewal_goes_on_when_calls_that_wait_for_it_are_cancelled(
    who: str, scene: Scene
) -> None:
    sandbox = await scene.sandbox(Fault.delay(0.4, operation=REFRESH))
    ejento = signed_in(scene, sandbox)
    sandbox.expire_access_token()

    first = asyncio.create_task(scene.attempt(read(ejento)))
    await eventually(lambda: len(refreshes(sandbox)) == 1)
    others = [asyncio.create_task(scene.attempt(read(ejento))) for _ in range(20)]
    await eventually(lambda: len(sandbox.requests.of(GET)) == 21)
    cancelled = [first] if who != "all" else [first, *others]
    for task in cancelled:
        task.cancel()
    await asyncio.wait(cancelled)
    left = [task for task in others if not task.cancelled()]
    found = [(await task).name for task in left] + [(await scene.attempt(read(ejento))).name]

    note(
        scene,
        sandbox,
        f"cancelled while they wait for a renewal: {who}",
        "the others ok, 1 renewal",
        "the others ok" if set(found) == {"ok"} else str(found),
    )
    assert set(found) == {"ok"}
    assert refreshes(sandbox) == [200]


# Clocks, and renewals by hand.


async def test_a_server_whose_clock_is_fast_does_not_mislead_about_the_end_of_its_tokens(
    scene: Scene, later: Later
) -> None:
    sandbox = await scene.sandbox(token_lifetime=300)
    sandbox.advance(600)
    given = sandbox.issue_tokens()
    ejento = signed_in(scene, sandbox, credentials=TokenPair(given.auth, given.access))
    # By our clock it would have ten minutes more.
    sandbox.expire_access_token()

    found = await outcomes(scene, [read(ejento) for _ in range(10)])
    later(275)
    found += await outcomes(scene, [read(ejento) for _ in range(10)])
    await eventually(lambda: len(refreshes(sandbox)) == 2)

    note(
        scene,
        sandbox,
        "the server's clock is 10 minutes fast, tokens live 5",
        "20 ok, 2 renewals",
        f"{found.count('ok')} ok",
    )
    assert found == ["ok"] * 20
    assert refreshes(sandbox) == [200, 200]


async def test_a_server_whose_clock_is_slow_causes_no_storm_of_renewals(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    sandbox = await scene.sandbox(token_lifetime=300)
    real = time.time
    monkeypatch.setattr(sandbox.state.clock, "now", real)
    # By our clock the pair has ended, and so have all that the server will issue.
    monkeypatch.setattr(time, "time", lambda: real() + 600)
    ejento = signed_in(scene, sandbox)

    found = []
    for _ in range(5):
        found += await outcomes(scene, [read(ejento) for _ in range(10)])

    note(
        scene,
        sandbox,
        "the server's clock is 10 minutes slow, tokens live 5",
        "50 ok, 1 renewal",
        f"{found.count('ok')} ok",
    )
    assert found == ["ok"] * 50
    assert refreshes(sandbox) == [200]


async def test_renewals_by_hand_and_others_never_use_up_each_others_token(scene: Scene) -> None:
    sandbox = await scene.sandbox()
    ejento = signed_in(scene, sandbox)
    sandbox.expire_access_token()

    by_hand = ejento.v2.authentication.refresh
    found = await outcomes(
        scene, [by_hand() if number % 30 == 0 else read(ejento) for number in range(90)]
    )

    note(
        scene,
        sandbox,
        "3 renewals by hand among 87 calls with an expired token",
        "90 ok, 3 renewals",
        f"{found.count('ok')} ok",
    )
    assert found == ["ok"] * 90
    assert refreshes(sandbox) == [200] * 3


async def test_a_client_that_closes_while_it_renews_loses_no_token(
    scene: Scene, tmp_path: Path
) -> None:
    sandbox = await scene.sandbox(Fault.delay(0.1, operation=REFRESH))
    store = FileTokenStore(tmp_path / "tokens.json")
    await store.save(Tokens.of(sandbox.access_token, sandbox.auth_token))
    first = signed_in(scene, sandbox, credentials=TokenPair(store=store))
    await read(first)
    sandbox.expire_access_token()
    caught = asyncio.create_task(scene.attempt(read(first)))
    await eventually(lambda: len(refreshes(sandbox)) == 1)
    await first.aclose()

    second = signed_in(scene, sandbox, credentials=TokenPair(store=store))
    outcome = await scene.attempt(read(second))

    note(
        scene,
        sandbox,
        "a client closes while it renews",
        "ClientClosedError, next run ok, 1 renewal",
        (await caught).name,
        f"next run {outcome.name}",
    )
    assert outcome.error is None
    assert refreshes(sandbox) == [200]


# Tokens in a file.


async def test_a_disk_that_is_full_costs_no_call(
    scene: Scene, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sandbox = await scene.sandbox()
    store = FileTokenStore(tmp_path / "tokens.json")
    await store.save(Tokens.of(sandbox.access_token, sandbox.auth_token))
    ejento = signed_in(scene, sandbox, credentials=TokenPair(store=store))
    await read(ejento)

    def full(_: Tokens) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(store, "_write", full)
    found = []
    for _ in range(2):
        sandbox.expire_access_token()
        found += await outcomes(scene, [read(ejento) for _ in range(20)])

    note(
        scene,
        sandbox,
        "no space left for new tokens, twice",
        "40 ok, logged, 2 renewals",
        f"{found.count('ok')} ok",
        "logged" if "could not be saved" in scene._log.getvalue() else "not logged",
    )
    assert found == ["ok"] * 40
    assert "No space left on device" in scene._log.getvalue()
    assert refreshes(sandbox) == [200, 200]


async def test_a_token_file_that_is_not_there_is_an_error_that_says_to_log_in(
    scene: Scene, tmp_path: Path
) -> None:
    sandbox = await scene.sandbox()
    path = tmp_path / "tokens.json"
    ejento = signed_in(scene, sandbox, credentials=TokenPair(store=FileTokenStore(path)))

    missing = await scene.attempt(write(ejento))
    await FileTokenStore(path).save(Tokens.of(sandbox.access_token, sandbox.auth_token))
    after = await scene.attempt(write(ejento))

    note(
        scene,
        sandbox,
        "the token file is not there",
        "ConfigurationError, ok after a login, no renewal",
        missing.name,
        f"{after.name} after a login",
    )
    assert isinstance(missing.error, ConfigurationError)
    assert "log in first" in str(missing.error)
    assert after.error is None


@pytest.mark.parametrize("way", ["httpx", "aiohttp"], indirect=True)
async def test_two_processes_with_one_token_file_renew_once_between_them(
    scene: Scene, tmp_path: Path
) -> None:
    sandbox = await scene.sandbox()
    path = tmp_path / "tokens.json"
    # Near its end, so that both want to renew it as soon as they begin.
    due = Tokens.of(sandbox.access_token, sandbox.auth_token, time.time() + 30)
    await FileTokenStore(path).save(due)
    environment = {
        "EJENTO_BASE_URL": sandbox.base_url,
        "EJENTO_API_KEY": sandbox.api_key,
        "EJENTO_TOKEN_FILE": str(path),
    }
    said: list[str] = []
    async with AsyncExitStack() as stack:
        programs = [await _sharer(stack, scene.way, environment) for _ in range(2)]
        for _ in range(5):
            for program in programs:
                assert program.stdin is not None
                program.stdin.write(b"20\n")
            said += [await _line(program) for program in programs]
            sandbox.expire_access_token()

    ok = sum(20 for line in said if line == "20 ok")
    note(
        scene,
        sandbox,
        "2 processes with one token file, 5 lives, 20 calls each",
        "200 ok, 5 renewals",
        f"{ok} ok",
    )
    assert said == ["20 ok"] * 10
    assert refreshes(sandbox) == [200] * 5


async def _sharer(
    stack: AsyncExitStack, backend: str, environment: dict[str, str]
) -> asyncio.subprocess.Process:
    program = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.reliability.sharer",
        backend,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        cwd=Path(__file__).parent.parent.parent,
        env=environment,
    )

    async def end() -> None:
        assert program.stdin is not None
        program.stdin.close()
        try:
            await asyncio.wait_for(program.wait(), 10)
        except TimeoutError:
            program.kill()
            await program.wait()

    stack.push_async_callback(end)
    assert await _line(program) == "ready"
    return program


async def _line(program: asyncio.subprocess.Process) -> str:
    assert program.stdout is not None
    async with asyncio.timeout(30):
        return (await program.stdout.readline()).decode().strip()


def _times(attempts: int) -> str:
    return "1 attempt" if attempts == 1 else f"{attempts} attempts"


def _renewals(count: int) -> str:
    return "no renewal" if count == 0 else "1 renewal"
