"""Clients that close while tokens are renewed: no answer is lost, and nothing is left behind."""

from __future__ import annotations

import asyncio
import gc
import logging
import sys
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
import respx

from ejento_async._auth import Password, TokenPair
from ejento_async._errors import ClientClosedError
from ejento_async._model import anything
from ejento_async._tokens import FileTokenStore, Tokens
from ejento_async._transport import Transport
from tests import support
from tests.support import LIST, LOGIN_PATH, TokenServer, first_pair, pair
from tests.unit.conftest import Clock
from tests.wire import eventually

Make = Callable[..., Transport]


async def renewing(client: Transport, ejento: TokenServer) -> asyncio.Task[object]:
    """Begin a call that waits for a renewal, which waits for its gate."""
    ejento.expire()
    ejento.gate.clear()
    call = asyncio.create_task(client.send(LIST, anything))
    await ejento.renewing.wait()
    return call


async def test_a_client_that_closes_waits_for_the_answer_to_its_renewal(
    transport: Make, ejento: TokenServer, tmp_path: Path
) -> None:
    store = FileTokenStore(tmp_path / "tokens.json")
    client = transport(credentials=first_pair(store=store))
    call = await renewing(client, ejento)

    closing = asyncio.create_task(client.aclose())
    done, _ = await asyncio.wait([closing], timeout=0.01)
    assert not done
    ejento.gate.set()
    await closing

    assert await store.load() == Tokens.of("access-2", "auth-2")
    with pytest.raises(ClientClosedError):
        await call


async def test_a_client_that_closes_gives_up_a_renewal_that_hangs(
    transport: Make, ejento: TokenServer, clock: Clock
) -> None:
    before = asyncio.all_tasks()
    client = transport(credentials=first_pair())
    call = await renewing(client, ejento)

    await client.aclose()

    assert 5 <= clock.now < 6
    with pytest.raises(ClientClosedError):
        await call
    assert asyncio.all_tasks() == before


async def test_a_client_that_closes_gives_up_a_renewal_that_waits_for_its_store(
    server: respx.MockRouter, transport: Make, clock: Clock, tmp_path: Path
) -> None:
    before = asyncio.all_tasks()
    store = FileTokenStore(tmp_path / "tokens.json")
    client = transport(credentials=first_pair(store=store))
    async with FileTokenStore(store.path).lock():
        call = asyncio.create_task(client.send(LIST, anything))
        await asyncio.wait([call], timeout=0.01)

        await client.aclose()

        assert 5 <= clock.now < 6
        with pytest.raises(ClientClosedError):
            await call
        assert asyncio.all_tasks() == before


async def test_closing_one_client_leaves_the_renewal_of_another_with_the_same_tokens_alone(
    transport: Make, ejento: TokenServer, clock: Clock
) -> None:
    credentials = first_pair()
    client, other = (transport(credentials=credentials) for _ in range(2))
    call = await renewing(client, ejento)

    await other.aclose()
    assert clock.now < 1
    ejento.gate.set()

    assert await call == "served"
    assert ejento.renewals == 1


async def test_calls_whose_renewal_ends_with_another_client_run_one_of_their_own(
    transport: Make, ejento: TokenServer, clock: Clock
) -> None:
    credentials = first_pair()
    client, other = (transport(credentials=credentials) for _ in range(2))
    call = await renewing(client, ejento)
    others = [asyncio.create_task(other.send(LIST, anything)) for _ in range(10)]
    await eventually(lambda: ejento.refused == 11)

    await client.aclose()
    with pytest.raises(ClientClosedError):
        await call
    # The server never acted on the first one.
    ejento.renewals = 0
    ejento.gate.set()

    assert await asyncio.gather(*others) == ["served"] * 10
    assert ejento.renewals == 1


async def test_calls_whose_renewal_cannot_go_on_through_another_client_run_one_of_their_own(
    server: respx.MockRouter, transport: Make, ejento: TokenServer
) -> None:
    login = server.post(LOGIN_PATH).mock(
        side_effect=[pair("auth-1", "access-1"), pair("auth-9", "access-9")]
    )
    credentials = Password("a@b.example", "x")
    client, other = (transport(credentials=credentials) for _ in range(2))
    await client.send(LIST, anything)
    call = await renewing(client, ejento)
    waiting = asyncio.create_task(other.send(LIST, anything))
    await eventually(lambda: ejento.refused == 2)

    closing = asyncio.create_task(client.aclose())
    await asyncio.sleep(0)
    # The auth token is refused, and the client is closed when it wants to log in.
    ejento.answers = [httpx.Response(401), httpx.Response(401)]
    ejento.generation = 9
    ejento.gate.set()

    with pytest.raises(ClientClosedError):
        await call
    await closing
    assert await waiting == "served"
    assert (ejento.renewals, login.call_count) == (2, 2)


async def test_connections_are_closed_although_nobody_waits_for_the_end_of_closing(
    transport: Make, ejento: TokenServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = transport(credentials=first_pair())
    closed: list[bool] = []
    backend = client._sender._shared.backend
    real = backend.aclose

    async def aclose() -> None:
        closed.append(True)
        await real()

    monkeypatch.setattr(backend, "aclose", aclose)
    call = await renewing(client, ejento)
    closing = asyncio.create_task(client.aclose())
    await asyncio.sleep(0)
    closing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await closing

    assert closed
    ejento.gate.set()
    with pytest.raises(ClientClosedError):
        await call


@pytest.mark.parametrize("closes", [True, False], ids=["closed", "left open"])
def test_a_program_that_ends_while_tokens_are_renewed_complains_of_nothing(
    closes: bool, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    store = FileTokenStore(tmp_path / "tokens.json")
    complaints: list[object] = []

    async def main() -> None:
        await store.save(Tokens.of("access-1", "auth-1"))
        with respx.mock(base_url=support.BASE_URL, assert_all_called=False) as router:
            ejento = TokenServer(router)
            credentials = TokenPair(store=store)
            client = support.transport(credentials=credentials)
            await client.send(LIST, anything)
            credentials._keeper.due = 0.0
            if not closes:
                ejento.gate.clear()
            assert await client.send(LIST, anything) == "served"
            await eventually(lambda: ejento.renewals == 1)
            if closes:
                await client.aclose()

    hook = sys.unraisablehook
    sys.unraisablehook = complaints.append
    try:
        with caplog.at_level(logging.WARNING):
            asyncio.run(main())
        gc.collect()
    finally:
        sys.unraisablehook = hook

    assert complaints == []
    assert caplog.records == []
    kept = asyncio.run(store.load())
    assert kept == (Tokens.of("access-2", "auth-2") if closes else Tokens.of("access-1", "auth-1"))
