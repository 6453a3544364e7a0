"""Tokens that are kept in a store, and tokens that the user renews by hand."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
import respx

from ejento_async._auth import Password, TokenPair
from ejento_async._errors import AuthRefreshError, ConfigurationError, ServerError
from ejento_async._model import anything
from ejento_async._tokens import FileTokenStore, Tokens
from ejento_async._transport import Transport
from tests.support import LIST, REFRESH, REFRESH_PATH, TokenServer, first_pair, ok, pair
from tests.unit.conftest import Clock

Make = Callable[..., Transport]


class MemoryStore(FileTokenStore):
    """A store on a file that notes what is done to it."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.saved: list[str] = []
        self.failure: Exception | None = None

    async def save(self, tokens: Tokens) -> None:
        if self.failure is not None:
            raise self.failure
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


async def test_tokens_that_cannot_be_saved_are_an_error_but_not_lost(
    transport: Make, ejento: TokenServer, store: MemoryStore
) -> None:
    client = transport(credentials=first_pair(store=store))
    await client.send(LIST, anything)
    ejento.expire()
    store.failure = ConfigurationError("no space left")

    with pytest.raises(ConfigurationError, match="no space left"):
        await client.send(LIST, anything)

    assert await client.send(LIST, anything) == "served"
    assert ejento.renewals == 1


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


# Tokens that the user renews by hand.


async def test_tokens_renewed_by_hand_are_the_ones_that_the_client_goes_on_with(
    server: respx.MockRouter, transport: Make, store: MemoryStore
) -> None:
    server.post(REFRESH_PATH).mock(return_value=pair("auth-2", "access-2"))
    route = server.get("/api/v2/things").mock(return_value=ok())
    client = transport(credentials=first_pair(store=store))

    data = await client.send(REFRESH, anything)
    await client.send(LIST, anything)

    assert data == {"access_token": "auth-2", "ejento_access_token": "access-2"}
    assert route.calls.last.request.headers["authorization"] == "Bearer access-2"
    assert await store.load() == Tokens.of("access-2", "auth-2")


async def test_a_renewal_by_hand_that_fails_changes_nothing(
    server: respx.MockRouter, transport: Make, clock: Clock
) -> None:
    server.post(REFRESH_PATH).respond(500)
    route = server.get("/api/v2/things").mock(return_value=ok())
    client = transport(credentials=first_pair())

    with pytest.raises(ServerError):
        await client.send(REFRESH, anything)
    await client.send(LIST, anything)

    assert route.calls.last.request.headers["authorization"] == "Bearer access-1"
