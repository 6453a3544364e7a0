"""Tokens that are kept in a store, alone or shared with other processes."""

from __future__ import annotations

import asyncio
import base64
import json
import time
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
import respx

from ejento_async._auth import Password, TokenPair
from ejento_async._errors import (
    APITimeoutError,
    AuthenticationError,
    AuthRefreshError,
    ConfigurationError,
)
from ejento_async._model import anything
from ejento_async._sender import CallOptions
from ejento_async._tokens import FileTokenStore, Tokens
from ejento_async._transport import Transport
from tests.support import LIST, REFRESH_PATH, TokenServer, first_pair, jwt, ok, pair
from tests.unit.conftest import Clock
from tests.wire import eventually

Make = Callable[..., Transport]


class MemoryStore(FileTokenStore):
    """A store on a file that notes what is done to it."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.saved: list[str] = []
        self.failure: Exception | None = None
        self.hangs: asyncio.Event | None = None

    async def save(self, tokens: Tokens) -> None:
        if self.failure is not None:
            raise self.failure
        if self.hangs is not None:
            await self.hangs.wait()
        await super().save(tokens)
        self.saved.append(tokens.access.reveal())


@pytest.fixture
def store(tmp_path: Path) -> MemoryStore:
    return MemoryStore(tmp_path / "tokens.json")


async def test_new_tokens_are_saved_before_they_are_used(
    server: respx.MockRouter, transport: Make, store: MemoryStore
) -> None:
    server.post(REFRESH_PATH).mock(return_value=pair("auth-2", "access-2"))

    def serve(_: httpx.Request) -> httpx.Response:
        assert store.saved == ["access-2"]
        return ok("served")

    server.get("/api/v2/things").mock(side_effect=serve)
    client = transport(credentials=TokenPair("auth-1", store=store))

    assert await client.send(LIST, anything) == "served"
    assert await store.load() == Tokens.of("access-2", "auth-2")


async def test_what_the_store_holds_wins_over_the_arguments(
    server: respx.MockRouter, transport: Make, store: MemoryStore
) -> None:
    await store.save(Tokens.of("access-9", "auth-9"))
    route = server.get("/api/v2/things").mock(return_value=ok())

    await transport(credentials=first_pair(store=store)).send(LIST, anything)

    assert route.calls.last.request.headers["authorization"] == "Bearer access-9"
    assert len(server.calls) == 1


async def test_a_second_run_of_a_program_begins_where_the_first_one_ended(
    transport: Make, ejento: TokenServer, store: MemoryStore
) -> None:
    ejento.expire()
    await transport(credentials=first_pair(store=store)).send(LIST, anything)
    await transport(credentials=first_pair(store=store)).send(LIST, anything)

    assert ejento.renewals == 1


async def test_the_pair_that_was_given_is_saved_at_the_first_call(
    transport: Make, ejento: TokenServer, store: MemoryStore
) -> None:
    assert await transport(credentials=first_pair(store=store)).send(LIST, anything) == "served"

    assert await store.load() == Tokens.of("access-1", "auth-1")
    assert ejento.renewals == 0


async def test_a_kept_pair_that_is_refused_gives_way_to_the_one_that_was_given(
    server: respx.MockRouter, transport: Make, store: MemoryStore
) -> None:
    await store.save(Tokens.of("access-old", "auth-old"))
    used: list[str] = []

    def renew(request: httpx.Request) -> httpx.Response:
        used.append(request.headers["authorization"])
        return httpx.Response(401) if "old" in used[-1] else pair("auth-2", "access-2")

    def serve(request: httpx.Request) -> httpx.Response:
        good = request.headers["authorization"] in ("Bearer access-2", "Bearer access-new")
        return ok("served") if good else httpx.Response(401)

    server.post(REFRESH_PATH).mock(side_effect=renew)
    server.get("/api/v2/things").mock(side_effect=serve)
    given = TokenPair("auth-new", "access-new", store=store)

    assert await transport(credentials=given).send(LIST, anything) == "served"
    assert used == ["Bearer auth-old"]
    assert await store.load() == Tokens.of("access-new", "auth-new")


async def test_a_passing_fault_is_no_reason_to_give_up_a_kept_pair(
    server: respx.MockRouter, transport: Make, store: MemoryStore, clock: Clock
) -> None:
    await store.save(Tokens.of("access-9", "auth-9"))
    refresh = server.post(REFRESH_PATH).respond(503)
    server.get("/api/v2/things").respond(401)

    with pytest.raises(AuthRefreshError):
        await transport(credentials=first_pair(store=store)).send(LIST, anything)
    assert {call.request.headers["authorization"] for call in refresh.calls} == {"Bearer auth-9"}
    assert await store.load() == Tokens.of("access-9", "auth-9")


async def test_two_processes_on_one_file_renew_once_between_them(
    transport: Make, ejento: TokenServer, tmp_path: Path
) -> None:
    path = tmp_path / "tokens.json"
    await FileTokenStore(path).save(Tokens.of("access-1", "auth-1"))
    clients = [
        transport(credentials=TokenPair("auth-1", store=FileTokenStore(path))) for _ in range(5)
    ]
    for client in clients:
        await client.send(LIST, anything)
    ejento.expire()

    answers = await asyncio.gather(
        *(client.send(LIST, anything) for client in clients for _ in range(10))
    )

    assert answers == ["served"] * 50
    assert ejento.renewals == 1


async def test_a_process_that_finds_the_work_done_does_not_save_it_again(
    transport: Make, ejento: TokenServer, store: MemoryStore
) -> None:
    other = MemoryStore(store.path)
    await FileTokenStore(store.path).save(Tokens.of("access-1", "auth-1"))
    clients = [transport(credentials=TokenPair(store=each)) for each in (store, other)]
    for client in clients:
        await client.send(LIST, anything)
    ejento.expire()
    for client in clients:
        await client.send(LIST, anything)

    assert (store.saved, other.saved) == (["access-2"], [])
    assert ejento.renewals == 1


@pytest.mark.parametrize("left", [-5, 30], ids=["ended", "near its end"])
async def test_a_kept_token_that_is_due_is_renewed_before_a_program_begins_with_it(
    left: float, transport: Make, ejento: TokenServer, store: MemoryStore
) -> None:
    now = time.time()
    claims = base64.urlsafe_b64encode(json.dumps({"iat": now - 9000, "exp": now}).encode())
    await store.save(Tokens.of(f"h.{claims.decode().rstrip('=')}.s", "auth-1", now + left))

    assert await transport(credentials=TokenPair(store=store)).send(LIST, anything) == "served"
    assert (ejento.renewals, ejento.refused) == (1, 0)


async def test_a_password_looks_into_its_store_before_it_logs_in(
    server: respx.MockRouter, transport: Make, store: MemoryStore
) -> None:
    await store.save(Tokens.of("access-9", "auth-9"))
    route = server.get("/api/v2/things").mock(return_value=ok())

    await transport(credentials=Password("a@b.example", "x", store=store)).send(LIST, anything)

    assert route.calls.last.request.headers["authorization"] == "Bearer access-9"


async def test_a_damaged_file_is_an_error_and_no_reason_to_use_up_the_pair(
    server: respx.MockRouter, transport: Make, store: MemoryStore
) -> None:
    store.path.write_text("{")

    with pytest.raises(ConfigurationError, match="damaged"):
        await transport(credentials=first_pair(store=store)).send(LIST, anything)
    assert not server.calls


async def test_tokens_that_cannot_be_saved_are_used_all_the_same_and_it_is_logged(
    transport: Make, ejento: TokenServer, store: MemoryStore, caplog: pytest.LogCaptureFixture
) -> None:
    client = transport(credentials=first_pair(store=store))
    await client.send(LIST, anything)
    ejento.expire()
    store.failure = ConfigurationError("no space left for access-2")

    answers = await asyncio.gather(*(client.send(LIST, anything) for _ in range(100)))

    assert answers == ["served"] * 100
    assert ejento.renewals == 1
    (told,) = caplog.records
    assert told.levelname == "ERROR"
    assert "could not be saved" in told.getMessage()
    assert told.getMessage().endswith("ConfigurationError: no space left for ***")
    assert told.exc_info is None


async def test_after_a_failed_save_the_tokens_in_use_are_renewed_and_not_the_older_ones_in_store(
    transport: Make, ejento: TokenServer, store: MemoryStore
) -> None:
    client = transport(credentials=first_pair(store=store))
    await client.send(LIST, anything)
    ejento.expire()
    store.failure = ConfigurationError("no space left")
    await client.send(LIST, anything)
    store.failure = None
    ejento.expire()

    assert await client.send(LIST, anything) == "served"
    assert ejento.renewals == 2
    assert await store.load() == Tokens.of("access-3", "auth-3")


async def test_tokens_that_could_not_be_saved_are_replaced_by_such_that_can_after_a_minute(
    transport: Make, ejento: TokenServer, store: MemoryStore, clock: Clock
) -> None:
    client = transport(credentials=first_pair(store=store))
    await client.send(LIST, anything)
    ejento.expire()
    store.failure = OSError("no space left")
    await client.send(LIST, anything)
    store.failure = None
    clock.skipped += 59
    await client.send(LIST, anything)
    assert ejento.renewals == 1
    clock.skipped += 2
    await client.send(LIST, anything)
    await eventually(lambda: store.saved == ["access-1", "access-3"])

    assert await client.send(LIST, anything) == "served"
    assert ejento.renewals == 2


async def test_what_another_process_saved_wins_over_tokens_that_could_not_be_saved(
    transport: Make, ejento: TokenServer, store: MemoryStore
) -> None:
    client = transport(credentials=first_pair(store=store))
    await client.send(LIST, anything)
    ejento.expire()
    store.failure = ConfigurationError("no space left")
    await client.send(LIST, anything)
    # Somebody logged in again.
    ejento.generation = 9
    await FileTokenStore(store.path).save(Tokens.of("access-9", "auth-9"))

    assert await client.send(LIST, anything) == "served"
    assert ejento.renewals == 1


async def test_a_save_that_hangs_is_given_up(
    transport: Make, ejento: TokenServer, store: MemoryStore, clock: Clock
) -> None:
    client = transport(credentials=first_pair(store=store))
    await client.send(LIST, anything)
    ejento.expire()
    store.hangs = asyncio.Event()

    assert await client.send(LIST, anything) == "served"
    assert 30 <= clock.now < 31
    assert ejento.renewals == 1


async def test_a_folder_that_is_not_there_is_found_before_a_token_is_used_up(
    server: respx.MockRouter, transport: Make, tmp_path: Path
) -> None:
    store = FileTokenStore(tmp_path / "missing" / "tokens.json")

    with pytest.raises(ConfigurationError, match="tokens.json cannot be used: No such file"):
        await transport(credentials=TokenPair("auth-1", store=store)).send(LIST, anything)
    assert not server.calls


# A store that somebody holds on to.


async def test_a_store_that_is_never_let_go_of_bounds_the_wait_of_all_calls(
    server: respx.MockRouter, transport: Make, store: MemoryStore, clock: Clock
) -> None:
    client = transport(credentials=first_pair(store=store))
    async with FileTokenStore(store.path).lock():
        failures = await asyncio.gather(
            *(client.send(LIST, anything) for _ in range(10)), return_exceptions=True
        )
    assert 30 <= clock.now < 31
    for failure in failures:
        assert isinstance(failure, AuthRefreshError)
        assert "in the hands of another for 30 s" in str(failure)
        assert isinstance(failure.__cause__, APITimeoutError)
    assert not server.calls

    server.get("/api/v2/things").mock(return_value=ok("served"))
    assert await client.send(LIST, anything) == "served"


async def test_calls_go_on_while_the_store_is_held_and_their_token_lives(
    transport: Make, ejento: TokenServer, store: MemoryStore, clock: Clock
) -> None:
    await store.save(Tokens.of("access-1", "auth-1", time.time() + 600))
    client = transport(credentials=TokenPair(store=store))
    await client.send(LIST, anything)
    clock.skipped += 550

    async with FileTokenStore(store.path).lock():
        for _ in range(20):
            assert await client.send(LIST, anything) == "served"
    await eventually(lambda: ejento.renewals == 1)


async def test_a_call_that_waits_for_a_store_does_so_no_longer_than_its_own_deadline(
    transport: Make, ejento: TokenServer, store: MemoryStore, clock: Clock
) -> None:
    client = transport(credentials=first_pair(store=store))
    async with FileTokenStore(store.path).lock():
        with pytest.raises(APITimeoutError, match="deadline of 5 s"):
            await client.with_options(CallOptions(deadline=5)).send(LIST, anything)
    assert 5 <= clock.now < 6

    assert await client.send(LIST, anything) == "served"


# A store and nothing else.


async def test_a_store_that_was_filled_by_a_login_is_all_that_is_needed(
    transport: Make, ejento: TokenServer, store: MemoryStore
) -> None:
    await store.save(Tokens.of("access-1", "auth-1"))
    client = transport(credentials=TokenPair(store=store))

    assert await client.send(LIST, anything) == "served"
    ejento.expire()
    assert await client.send(LIST, anything) == "served"
    assert ejento.renewals == 1
    assert await store.load() == Tokens.of("access-2", "auth-2")


async def test_an_empty_store_and_nothing_else_is_an_error_that_says_to_log_in_until_one_does(
    transport: Make, ejento: TokenServer, store: MemoryStore
) -> None:
    client = transport(credentials=TokenPair(store=store))

    for _ in range(2):
        with pytest.raises(ConfigurationError, match="log in first") as caught:
            await client.send(LIST, anything)
        assert str(store.path) in str(caught.value)
        assert "EJENTO_TOKEN_FILE" in str(caught.value)

    await store.save(Tokens.of("access-1", "auth-1"))
    assert await client.send(LIST, anything) == "served"


async def test_a_store_without_auth_token_serves_until_its_token_is_refused(
    transport: Make, ejento: TokenServer, store: MemoryStore
) -> None:
    await store.save(Tokens.of("access-1"))
    client = transport(credentials=TokenPair(store=store))

    assert await client.send(LIST, anything) == "served"
    ejento.expire()
    with pytest.raises(ConfigurationError, match="holds no auth token: log in first"):
        await client.send(LIST, anything)


async def test_a_login_while_the_program_runs_is_noticed_when_the_old_tokens_are_refused(
    transport: Make, ejento: TokenServer, store: MemoryStore
) -> None:
    await store.save(Tokens.of("access-1", "auth-dead"))
    client = transport(credentials=TokenPair(store=store))
    await client.send(LIST, anything)
    ejento.generation = 7
    with pytest.raises(AuthRefreshError):
        await client.send(LIST, anything)

    await FileTokenStore(store.path).save(Tokens.of("access-7", "auth-7"))
    assert await client.send(LIST, anything) == "served"
    assert ejento.renewals == 1


@pytest.mark.parametrize("access", [None, "access"])
def test_a_pair_without_auth_token_and_store_is_refused(access: str | None) -> None:
    with pytest.raises(ConfigurationError, match="auth_token: expected one, or a store"):
        TokenPair(access_token=access)


def test_an_access_token_without_its_auth_token_is_refused_beside_a_store(
    store: MemoryStore,
) -> None:
    with pytest.raises(ConfigurationError, match="auth_token: expected one, or a store"):
        TokenPair(access_token="access", store=store)


# Auth tokens that are used up.


async def test_an_auth_token_that_was_used_up_is_never_sent_again(
    server: respx.MockRouter, transport: Make
) -> None:
    answers = [pair("auth-2", "access-2"), httpx.Response(401), httpx.Response(401)]
    refresh = server.post(REFRESH_PATH).mock(side_effect=answers)
    server.get("/api/v2/things").respond(401)
    client = transport(credentials=first_pair())

    for expected in (AuthenticationError, AuthRefreshError, AuthRefreshError):
        with pytest.raises(expected):
            await client.send(LIST, anything)
    assert [call.request.headers["authorization"] for call in refresh.calls] == [
        "Bearer auth-1",
        "Bearer auth-2",
        "Bearer auth-2",
    ]


async def test_a_pair_that_was_given_and_has_ended_is_renewed_before_its_first_use(
    server: respx.MockRouter, transport: Make, store: MemoryStore
) -> None:
    server.post(REFRESH_PATH).mock(return_value=pair("auth-2", "access-2"))
    route = server.get("/api/v2/things").mock(return_value=ok())
    ended = TokenPair("auth-1", jwt(time.time() - 600), store=store)

    await transport(credentials=ended).send(LIST, anything)

    assert {call.request.headers["authorization"] for call in route.calls} == {"Bearer access-2"}


async def test_a_cancelled_call_leaves_the_lock_of_the_store_to_the_renewal(
    transport: Make, ejento: TokenServer, store: MemoryStore
) -> None:
    client = transport(credentials=TokenPair("auth-1", store=store))
    ejento.gate.clear()

    leader = asyncio.create_task(client.send(LIST, anything))
    await ejento.renewing.wait()
    leader.cancel()
    with pytest.raises(asyncio.CancelledError):
        await leader
    ejento.gate.set()

    assert await client.send(LIST, anything) == "served"
    assert ejento.renewals == 1
    async with asyncio.timeout(1), store.lock():
        pass
