"""Many calls at once, many that are given up, and few connections for all of them."""

from __future__ import annotations

import asyncio
import logging
import random
import socket
import ssl
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest

from ejento_async import APITimeoutError, EjentoClient, Limits, Service, Timeout, TokenPair
from ejento_async.sandbox import Fault
from tests.quick import QuickServer
from tests.reliability.kinds import KINDS
from tests.reliability.scene import Scene
from tests.reliability.table import read, write
from tests.soak.program import measured
from tests.wire import GOOD, Connection, eventually, silence

FEW = Limits(max_connections=2)
ONE = Limits(max_connections=1)
TEN = Limits(max_connections=10)


@pytest.fixture
def quiet() -> Iterator[None]:
    """Let httpcore not log ten lines for each call, where there are thousands of them."""
    logger = logging.getLogger("httpcore")
    logger.setLevel(logging.INFO)
    yield
    logger.setLevel(logging.NOTSET)


async def test_thousands_of_calls_at_once_all_succeed_in_turn_on_twenty_connections(
    scene: Scene,
) -> None:
    # On the default way all ten thousand; `make soak` does so on the others too.
    found = await measured("crowd", scene.way, 10_000 if scene.way == "httpx" else 1_000)

    scene.note(
        "thousands of calls at once, default limits",
        "all ok, at most 20 connections, in turn, < 12 kB for each",
        _words(
            found,
            f"{found['calls']:,} ok, {found['connections']} connections, in turn, "
            f"{found['kilobytes']:.0f} kB for each",
        ),
    )
    assert found["complaints"] == []


async def test_hundreds_of_clients_one_after_the_other_leave_nothing(scene: Scene) -> None:
    found = await measured("lives", scene.way, 500 if scene.way == "httpx" else 100)

    scene.note(
        "hundreds of clients made and closed, a call each",
        "no connection, no file, < 4 MB",
        _words(found, f"{found['clients']} ok, {found['grown']:.1f} MB"),
    )
    assert found["complaints"] == []


async def test_clients_share_one_set_of_tls_settings(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    loads = 0
    load = ssl.SSLContext.load_verify_locations

    def counted(*args: Any, **kwargs: Any) -> None:
        nonlocal loads
        loads += 1
        load(*args, **kwargs)

    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        url = f"https://127.0.0.1:{nobody.getsockname()[1]}"
        clients = [scene.client(url, max_retries=0) for _ in range(5)]
        # What follows is ours; a caller who makes clients of httpx loads the certificates for each.
        monkeypatch.setattr(ssl.SSLContext, "load_verify_locations", counted)
        for client in clients:
            assert (await scene.attempt(read(client))).name == "APIConnectionError"

    scene.note("5 clients over TLS", "certificates loaded once", _at_most_once(loads))
    assert loads <= 1


async def test_the_wait_for_a_turn_counts_for_no_timeout(scene: Scene) -> None:
    server = await scene.quick_server(pause=lambda: 0.01)
    client = scene.client(server, limits=FEW, timeout=Timeout(connect=0.1, read=0.1, write=0.1))
    outcomes = await asyncio.gather(*(scene.attempt(read(client)) for _ in range(60)))

    names = {outcome.name for outcome in outcomes}
    scene.note("60 calls wait thrice as long as any timeout", "ok", ", ".join(sorted(names)))
    assert {"ok"} == names
    assert max(outcome.elapsed for outcome in outcomes) > 0.3


async def test_a_deadline_that_passes_in_the_queue_says_that_nothing_was_sent(
    scene: Scene,
) -> None:
    server = await scene.server(silence)
    client = scene.client(server, limits=ONE)
    stuck = asyncio.create_task(read(client))
    await eventually(lambda: len(server.requests) == 1)
    outcome = await scene.attempt(write(client.with_options(deadline=0.05)))
    stuck.cancel()
    await asyncio.wait([stuck])

    error = outcome.failure
    seen = f"{outcome.name}{', maybe applied' if error.maybe_applied else ''}"
    scene.note("a deadline passes while a write waits its turn", "APITimeoutError", seen)
    assert type(error) is APITimeoutError
    assert error.message == "no connection within the deadline of 0.05 s"
    assert not error.maybe_applied
    assert len(server.requests) == 1
    assert outcome.elapsed < 0.5


async def test_calls_to_several_hosts_take_turns_and_share_the_connections(scene: Scene) -> None:
    servers = [await scene.quick_server(), await scene.quick_server()]
    client = scene.client(
        servers[0], limits=FEW, services={"indexing-service": Service(base_url=servers[1].url)}
    )
    order: list[int] = []

    async def call(number: int) -> None:
        prefix = "/indexing-service" if number % 2 else ""
        await client.request("GET", f"{prefix}/api/v2/things/{number}")
        order.append(number)

    await asyncio.gather(*(call(number) for number in range(100)))

    late = max(abs(place - number) for place, number in enumerate(order))
    scene.note("calls to two hosts on 2 connections", "ok, in turn", f"ok, {_in_turn(late <= 2)}")
    assert late <= 2
    assert [50, 50] == [len(server.arrived) for server in servers]
    if scene.way != "own client":  # the pool of a caller has limits of its own
        await scene.settled(2)


@pytest.mark.usefixtures("quiet")
async def test_a_thousand_calls_cancelled_at_random_leave_a_client_that_works(
    scene: Scene,
) -> None:
    chance = random.Random(4711)
    server = await scene.quick_server(pause=lambda: chance.random() * 0.004)
    client = scene.client(server, limits=TEN)
    calls = [asyncio.create_task(read(client)) for _ in range(1400)]
    victims = chance.sample(calls, 1000)
    for number, victim in enumerate(victims):
        if number % 10 == 0:
            # Some get on meanwhile: those that are hit wait, connect, send or read.
            await asyncio.sleep(chance.random() * 0.002)
        victim.cancel()
    outcomes = await asyncio.gather(*calls, return_exceptions=True)

    failed = [o for o in outcomes if isinstance(o, Exception)]
    assert failed == []
    cancelled = sum(isinstance(o, asyncio.CancelledError) for o in outcomes)
    assert cancelled > 600

    await _all_places_are_good(scene, client, server)
    scene.note("1,000 of 1,400 calls are cancelled", "10 of 10 places left", "10 of 10 places left")


@pytest.mark.usefixtures("quiet")
async def test_a_storm_of_cancellations_loses_no_place(scene: Scene) -> None:
    chance = random.Random(42)
    server = await scene.quick_server(pause=lambda: chance.random() * 0.002)
    client = scene.client(server, limits=TEN)
    cancelled = 0

    async def work() -> None:
        nonlocal cancelled
        for _ in range(30):
            call = asyncio.create_task(read(client))
            done, _ = await asyncio.wait([call], timeout=chance.random() * 0.006)
            if not done:
                call.cancel()
                await asyncio.wait([call])
                cancelled += call.cancelled()
            if not call.cancelled():
                call.result()

    await asyncio.gather(*(work() for _ in range(12)))

    assert cancelled > 50
    await _all_places_are_good(scene, client, server)
    scene.note("12 workers cancel each third call", "10 of 10 places left", "10 of 10 places left")


async def test_a_call_may_be_cancelled_at_any_step(scene: Scene) -> None:
    async def once(connection: Connection) -> None:
        if await connection.request() is not None:
            await connection.answer({"id": 42}, headers="connection: close\r\n")

    server = await scene.server(once)
    client = scene.client(server, limits=ONE).with_options(deadline=1)
    # Each call connects anew, on the only place that there is.
    for turns in range(50):
        call = asyncio.create_task(read(client))
        for _ in range(turns):
            await asyncio.sleep(0)
        call.cancel()
        await asyncio.wait([call])
        outcome = await scene.attempt(read(client))
        assert outcome.name == "ok", f"cancelled after {turns} turns of the event loop"

    scene.note("cancelled after 0 to 49 turns of the event loop", "then ok", "then ok")


@pytest.mark.parametrize("kind", KINDS)
async def test_any_call_may_run_out_of_time_anywhere(scene: Scene, kind: str) -> None:
    chance = random.Random(kind)
    sandbox = await scene.sandbox()
    client = scene.client(sandbox, limits=Limits(max_connections=3))
    await KINDS[kind](client)
    outcome = await scene.attempt(KINDS[kind](client))
    assert outcome.error is None

    ended_early = 0
    for tenths in range(12):
        try:
            async with asyncio.timeout(outcome.elapsed * chance.random() * tenths / 10):
                await KINDS[kind](client)
        except TimeoutError:
            ended_early += 1

    assert ended_early > 0
    healthy = await asyncio.gather(*(scene.attempt(read(client)) for _ in range(6)))
    names = {outcome.name for outcome in healthy}
    scene.note(f"asyncio.timeout at random: {kind}", "then ok", f"then {', '.join(names)}")
    assert {"ok"} == names
    await scene.settled(3)


async def test_a_call_cancelled_while_it_waits_its_turn_takes_none(scene: Scene) -> None:
    release = asyncio.Event()

    async def hold(connection: Connection) -> None:
        while await connection.request() is not None:
            await release.wait()
            await connection.answer({"id": 42})

    server = await scene.server(hold)
    client = scene.client(server, limits=ONE)
    first = asyncio.create_task(read(client))
    await eventually(lambda: len(server.requests) == 1)
    waiting = [asyncio.create_task(read(client)) for _ in range(10)]
    await asyncio.sleep(0)
    for call in waiting[:9]:
        call.cancel()
    release.set()
    await asyncio.gather(first, waiting[9])

    scene.note(
        "cancelled while waiting for a turn", "2 requests", f"{len(server.requests)} requests"
    )
    assert len(server.requests) == 2
    assert server.accepted == 1


async def test_a_call_cancelled_while_it_connects_gives_its_place_back(scene: Scene) -> None:
    with socket.create_server(("127.0.0.1", 0), backlog=0) as deaf:
        address = deaf.getsockname()
        # Once these wait to be accepted, the system answers nobody.
        fillers = [socket.socket() for _ in range(2)]
        for filler in fillers:
            filler.setblocking(False)
            filler.connect_ex(address)
        client = scene.client(f"http://127.0.0.1:{address[1]}", limits=ONE, max_retries=0)
        call = asyncio.create_task(read(client))
        await eventually(lambda: _connecting(address[1]) > len(fillers))
        call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await call
        second = await scene.attempt(read(client.with_options(timeout=0.05)))
        for filler in fillers:
            filler.close()

    scene.note("cancelled while connecting", "the next gets its turn", _next(second.error))
    assert type(second.failure) is APITimeoutError


async def test_a_call_cancelled_during_the_tls_handshake_gives_its_place_back(
    scene: Scene,
) -> None:
    async def never_greet(connection: Connection) -> None:
        while await connection.reader.read(1000):
            pass

    server = await scene.server(never_greet)
    url = server.url.replace("http:", "https:")
    client = scene.client(url, limits=ONE, max_retries=0)
    call = asyncio.create_task(read(client))
    await eventually(lambda: server.open == 1)
    await asyncio.sleep(0.005)
    call.cancel()
    with pytest.raises(asyncio.CancelledError):
        await call
    await scene.settled()
    second = await scene.attempt(read(client.with_options(timeout=0.05)))

    scene.note("cancelled during the TLS handshake", "the next gets its turn", _next(second.error))
    assert type(second.failure) is APITimeoutError
    await scene.settled()
    assert server.accepted == 2


async def test_a_call_cancelled_while_it_sends_gives_its_place_back(scene: Scene) -> None:
    sent = 0
    release = asyncio.Event()

    async def endless() -> AsyncIterator[bytes]:
        nonlocal sent
        while True:
            yield b"x" * 65536
            sent += 1

    async def take_no_body(connection: Connection) -> None:
        request = await connection.head()
        if request is not None and request.method == "GET":
            await connection.answer({"id": 42})
        await release.wait()
        while await connection.reader.read(1_000_000):
            pass

    server = await scene.server(take_no_body)
    client = scene.client(server, limits=ONE)
    call = asyncio.create_task(client.v2.documents.upload(7, endless(), name="a", user_id=1))
    await eventually(lambda: sent > 10 and len(server.requests) == 1)
    call.cancel()
    with pytest.raises(asyncio.CancelledError):
        await call
    count = sent
    outcome = await scene.attempt(read(client))
    release.set()

    scene.note("cancelled while a body is sent", "ok next", f"{outcome.name} next")
    assert outcome.name == "ok"
    assert sent == count


async def test_a_call_cancelled_while_it_reads_gives_its_place_back(scene: Scene) -> None:
    async def half(connection: Connection) -> None:
        await connection.request()
        if connection.number == 1:
            await connection.send(GOOD[:-2])
            await connection.reader.read(1)
        else:
            await connection.answer({"id": 42})

    server = await scene.server(half)
    client = scene.client(server, limits=ONE)
    call = asyncio.create_task(read(client))
    await eventually(lambda: len(server.requests) == 1)
    await asyncio.sleep(0.005)
    call.cancel()
    with pytest.raises(asyncio.CancelledError):
        await call
    outcome = await scene.attempt(read(client))

    scene.note("cancelled while an answer is read", "ok next", f"{outcome.name} next")
    assert outcome.name == "ok"
    assert server.accepted == 2


async def test_all_callers_may_be_cancelled_while_tokens_are_renewed(scene: Scene) -> None:
    sandbox = await scene.sandbox(Fault.delay(0.03, operation="v2_authentication_refresh"))
    client = scene.client(
        sandbox, limits=FEW, credentials=TokenPair(sandbox.auth_token, sandbox.access_token)
    )
    sandbox.expire_access_token()
    calls = [asyncio.create_task(read(client)) for _ in range(10)]
    await eventually(lambda: len(sandbox.requests.of("v2_authentication_refresh")) == 1)
    for call in calls:
        call.cancel()
    await asyncio.wait(calls)
    assert all(call.cancelled() for call in calls)
    outcome = await scene.attempt(read(client))

    seen = f"{outcome.name} next, {sandbox.refresh_count} renewal"
    scene.note("cancelled while tokens are renewed", "ok next, 1 renewal", seen)
    assert outcome.name == "ok"
    assert sandbox.refresh_count == 1


async def test_a_call_cancelled_between_attempts_holds_no_place(scene: Scene) -> None:
    sandbox = await scene.sandbox(Fault.status(503, headers={"Retry-After": "30"}, times=1))
    client = scene.client(sandbox, limits=ONE)
    call = asyncio.create_task(read(client))
    await eventually(lambda: len(sandbox.requests) == 1)
    # While it waits, others get their turn.
    meanwhile = await scene.attempt(read(client))
    call.cancel()
    with pytest.raises(asyncio.CancelledError):
        await call
    outcome = await scene.attempt(read(client))

    seen = f"{meanwhile.name} meanwhile, {outcome.name} next"
    scene.note("cancelled between two attempts", "ok meanwhile, ok next", seen)
    assert meanwhile.name == outcome.name == "ok"
    assert len(sandbox.requests) == 3


async def _all_places_are_good(scene: Scene, client: EjentoClient, server: QuickServer) -> None:
    """Check that ten calls are under way at once, and a hundred get through."""
    server.pause = lambda: 60
    del server.arrived[:]
    stuck = [asyncio.create_task(read(client)) for _ in range(11)]
    await eventually(lambda: len(server.arrived) == 10)
    for call in stuck:
        call.cancel()
    await asyncio.wait(stuck)

    server.pause = None
    outcomes = await asyncio.gather(*(scene.attempt(read(client)) for _ in range(100)))
    assert {"ok"} == {outcome.name for outcome in outcomes}
    if scene.way != "own client":
        await scene.settled(10)


def _connecting(port: int) -> int:
    """Return how many connections to a port this machine has or tries to make."""
    rows = Path("/proc/net/tcp").read_text().splitlines()[1:]
    return sum(row.split()[2] == f"0100007F:{port:04X}" for row in rows)


def _words(found: dict[str, Any], good: str) -> str:
    return good if not found["complaints"] else f"{', '.join(found['complaints'])}: {found}"


def _at_most_once(times: int) -> str:
    return "certificates loaded once" if times <= 1 else f"{times} times"


def _in_turn(so: bool) -> str:
    return "in turn" if so else "out of turn"


def _next(error: Exception | None) -> str:
    return "the next gets its turn" if isinstance(error, APITimeoutError) else repr(error)
