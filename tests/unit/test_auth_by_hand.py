"""Tokens that the user renews by hand: in turn with the renewals that nobody asks for."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
import respx

from ejento_async._auth import Password, TokenPair
from ejento_async._errors import (
    APIResponseError,
    APITimeoutError,
    AuthenticationError,
    AuthRefreshError,
    ClientClosedError,
    ServerError,
)
from ejento_async._model import ShapeError, anything
from ejento_async._sender import CallOptions
from ejento_async._tokens import FileTokenStore, Tokens
from ejento_async._transport import Transport
from tests.support import LIST, LOGIN_PATH, REFRESH, REFRESH_PATH, TokenServer, first_pair, ok, pair
from tests.unit.conftest import Clock
from tests.wire import eventually

Make = Callable[..., Transport]


async def test_tokens_renewed_by_hand_are_the_ones_that_the_client_goes_on_with(
    server: respx.MockRouter, transport: Make, tmp_path: Path
) -> None:
    store = FileTokenStore(tmp_path / "tokens.json")
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

    with pytest.raises(ServerError) as caught:
        await client.send(REFRESH, anything)
    await client.send(LIST, anything)

    assert caught.value.operation == REFRESH.id
    assert caught.value.maybe_applied
    assert route.calls.last.request.headers["authorization"] == "Bearer access-1"


async def test_renewals_by_hand_and_others_take_turns_and_never_use_a_token_twice(
    transport: Make, ejento: TokenServer
) -> None:
    client = transport(credentials=first_pair())
    ejento.expire()

    answers = await asyncio.gather(
        *(client.send(LIST if number % 10 else REFRESH, anything) for number in range(100))
    )

    # Ten by hand and one of the others: the server refuses an auth token that comes again.
    assert [answer for number, answer in enumerate(answers) if number % 10] == ["served"] * 90
    assert {answer["access_token"] for answer in answers[::10]} <= {
        f"auth-{number}" for number in range(2, 13)
    }
    assert 10 <= ejento.renewals <= 11
    assert await client.send(LIST, anything) == "served"


async def test_calls_that_find_their_token_expired_wait_for_the_renewal_by_hand(
    transport: Make, ejento: TokenServer
) -> None:
    client = transport(credentials=first_pair())
    ejento.expire()
    ejento.gate.clear()

    by_hand = asyncio.create_task(client.send(REFRESH, anything))
    await ejento.renewing.wait()
    others = [asyncio.create_task(client.send(LIST, anything)) for _ in range(50)]
    await eventually(lambda: ejento.refused == 50)
    ejento.gate.set()

    assert await asyncio.gather(*others) == ["served"] * 50
    assert (await by_hand)["access_token"] == "auth-2"
    assert ejento.renewals == 1


async def test_calls_that_wait_for_a_renewal_by_hand_that_fails_get_its_failure(
    transport: Make, ejento: TokenServer
) -> None:
    client = transport(credentials=first_pair())
    ejento.expire()
    ejento.gate.clear()
    ejento.answers = [httpx.Response(401, json={"detail": "log in again"})]

    by_hand = asyncio.create_task(client.send(REFRESH, anything))
    await ejento.renewing.wait()
    other = asyncio.create_task(client.send(LIST, anything))
    await eventually(lambda: ejento.refused == 1)
    ejento.gate.set()

    with pytest.raises(AuthenticationError, match="log in again"):
        await by_hand
    with pytest.raises(AuthRefreshError, match="no new tokens: log in again"):
        await other
    assert ejento.renewals == 1


async def test_a_renewal_by_hand_waits_for_the_one_that_is_under_way_and_uses_its_auth_token(
    transport: Make, ejento: TokenServer
) -> None:
    client = transport(credentials=first_pair())
    ejento.expire()
    ejento.gate.clear()

    other = asyncio.create_task(client.send(LIST, anything))
    await ejento.renewing.wait()
    by_hand = [asyncio.create_task(client.send(REFRESH, anything)) for _ in range(2)]
    await asyncio.wait(by_hand, timeout=0.01)
    assert ejento.renewals == 1
    ejento.gate.set()

    assert await other == "served"
    assert [(await each)["access_token"] for each in by_hand] == ["auth-3", "auth-4"]
    assert ejento.renewals == 3


async def test_a_renewal_by_hand_whose_caller_is_cancelled_is_not_lost(
    transport: Make, ejento: TokenServer
) -> None:
    client = transport(credentials=first_pair())
    ejento.gate.clear()

    by_hand = asyncio.create_task(client.send(REFRESH, anything))
    await ejento.renewing.wait()
    by_hand.cancel()
    with pytest.raises(asyncio.CancelledError):
        await by_hand
    ejento.gate.set()
    await eventually(lambda: ejento.generation == 2)

    assert await client.send(LIST, anything) == "served"
    assert ejento.renewals == 1


async def test_a_renewal_by_hand_that_takes_longer_than_its_deadline_is_not_lost(
    transport: Make, ejento: TokenServer, clock: Clock
) -> None:
    client = transport(credentials=first_pair())
    ejento.gate.clear()

    with pytest.raises(APITimeoutError, match="deadline of 5 s") as caught:
        await client.with_options(CallOptions(deadline=5)).send(REFRESH, anything)
    assert caught.value.maybe_applied
    ejento.gate.set()
    await eventually(lambda: ejento.generation == 2)

    assert await client.send(LIST, anything) == "served"
    assert ejento.renewals == 1


async def test_the_wait_for_its_turn_counts_for_the_deadline_of_a_renewal_by_hand(
    transport: Make, ejento: TokenServer, clock: Clock
) -> None:
    client = transport(credentials=first_pair())
    ejento.expire()
    ejento.gate.clear()
    other = asyncio.create_task(client.send(LIST, anything))
    await ejento.renewing.wait()

    with pytest.raises(APITimeoutError, match="deadline of 5 s") as caught:
        await client.with_options(CallOptions(deadline=5)).send(REFRESH, anything)
    assert not caught.value.maybe_applied
    ejento.gate.set()

    assert await other == "served"
    assert ejento.renewals == 1


async def test_a_renewal_by_hand_that_hangs_makes_way_for_others_in_the_end(
    transport: Make, ejento: TokenServer, clock: Clock
) -> None:
    client = transport(credentials=first_pair())
    ejento.gate.clear()

    with pytest.raises(APITimeoutError, match="no answer to the renewal for 30 s") as caught:
        await client.send(REFRESH, anything)
    assert 30 <= clock.now < 31
    assert caught.value.maybe_applied
    ejento.gate.set()

    ejento.renewals = 0
    assert (await client.send(REFRESH, anything))["access_token"] == "auth-2"


async def test_the_first_renewal_by_hand_logs_in_before(
    server: respx.MockRouter, transport: Make
) -> None:
    login = server.post(LOGIN_PATH).mock(return_value=pair("auth-1", "access-1"))
    refresh = server.post(REFRESH_PATH).mock(return_value=pair("auth-2", "access-2"))
    client = transport(credentials=Password("a@b.example", "x"))

    await client.send(REFRESH, anything)

    assert login.call_count == 1
    assert refresh.calls.last.request.headers["authorization"] == "Bearer auth-1"


async def test_a_renewal_by_hand_takes_the_newest_auth_token_out_of_the_store(
    transport: Make, ejento: TokenServer, tmp_path: Path
) -> None:
    path = tmp_path / "tokens.json"
    await FileTokenStore(path).save(Tokens.of("access-1", "auth-1"))
    clients = [transport(credentials=TokenPair(store=FileTokenStore(path))) for _ in range(3)]
    for client in clients:
        await client.send(LIST, anything)

    answers = await asyncio.gather(*(client.send(REFRESH, anything) for client in clients))

    assert {answer["access_token"] for answer in answers} == {"auth-2", "auth-3", "auth-4"}
    assert await FileTokenStore(path).load() == Tokens.of("access-4", "auth-4")
    for client in clients:
        assert await client.send(LIST, anything) == "served"
    assert ejento.renewals == 3


async def test_a_pair_is_kept_although_the_rest_of_the_answer_cannot_be_read(
    transport: Make, ejento: TokenServer
) -> None:
    client = transport(credentials=first_pair())

    def unreadable(_: object) -> None:
        raise ShapeError("text", 5)

    with pytest.raises(APIResponseError):
        await client.send(REFRESH, unreadable)

    assert await client.send(LIST, anything) == "served"
    assert ejento.renewals == 1


async def test_a_renewal_by_hand_of_a_client_that_closes_ends_with_it(
    transport: Make, ejento: TokenServer, clock: Clock
) -> None:
    client = transport(credentials=first_pair())
    ejento.gate.clear()
    by_hand = asyncio.create_task(client.send(REFRESH, anything))
    await ejento.renewing.wait()

    await client.aclose()

    with pytest.raises(ClientClosedError):
        await by_hand
