"""A backend under many calls, and many cancelled ones."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import cast

import pytest

from ejento_async._errors import APIResponseError
from ejento_async._model import nothing
from ejento_async.backends.protocol import BackendRequest
from tests import support
from tests.backends.conftest import Make, open_connections
from tests.wire import (
    GOOD,
    PATIENT,
    Connection,
    Pieces,
    eventually,
    fetched,
    get,
    polite,
    post,
    serving,
)


class Quick(asyncio.Protocol):
    """Answers every request with as little ado as possible."""

    open: int = 0
    most: int = 0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast("asyncio.Transport", transport)
        type(self).open += 1
        type(self).most = max(type(self).most, type(self).open)

    def connection_lost(self, exc: Exception | None) -> None:
        type(self).open -= 1

    def data_received(self, data: bytes) -> None:
        for _ in range(data.count(b"\r\n\r\n")):
            asyncio.get_running_loop().call_later(random.random() * 0.004, self._answer)

    def _answer(self) -> None:
        if not self.transport.is_closing():
            # In two parts, so that calls are cancelled in the middle of a body as well.
            self.transport.write(GOOD[:-2])
            asyncio.get_running_loop().call_soon(self.transport.write, GOOD[-2:])


@asynccontextmanager
async def quick_server() -> AsyncIterator[tuple[type[Quick], BackendRequest]]:
    class Counting(Quick):
        pass

    loop = asyncio.get_running_loop()
    listener = await loop.create_server(Counting, "127.0.0.1", 0, backlog=1000)
    port = listener.sockets[0].getsockname()[1]
    try:
        yield Counting, BackendRequest("GET", f"http://127.0.0.1:{port}/x", [], None, PATIENT)
    finally:
        listener.close()
        await listener.wait_closed()


async def test_a_thousand_calls_at_once_all_succeed_on_a_few_connections(ours: Make) -> None:
    async with quick_server() as (server, request):
        each = ours(max_connections=20)
        answers = await asyncio.gather(*(fetched(each, request) for _ in range(1000)))

        assert answers == [(200, b"good")] * 1000
        assert server.most == 20
        await each.aclose()


async def test_a_storm_of_cancelled_calls_leaves_the_backend_healthy(
    way: str, backend: Make
) -> None:
    calls, cancelled = (300, 60) if way == "own client" else (3000, 600)
    rng = random.Random(4711)
    before = asyncio.all_tasks()
    each = backend(max_connections=10)

    async with quick_server() as (server, request):
        tasks = [asyncio.create_task(fetched(each, request)) for _ in range(calls)]
        victims = rng.sample(tasks, cancelled)
        while victims:
            # Waves, so that calls are hit in every phase: waiting, connecting, sending, reading.
            await asyncio.sleep(0.002)
            under_way = [task for task in victims if not task.done()]
            for task in under_way[:20]:
                task.cancel()
            victims = under_way[20:]
        results = await asyncio.gather(*tasks, return_exceptions=True)

        hit = [result for result in results if isinstance(result, asyncio.CancelledError)]
        good = [result for result in results if result == (200, b"good")]
        assert len(hit) + len(good) == calls
        assert len(hit) > cancelled / 2

        async with asyncio.timeout(5):
            answers = await asyncio.gather(*(fetched(each, request) for _ in range(100)))
        assert answers == [(200, b"good")] * 100
        if way != "own client":
            await eventually(lambda: server.open == open_connections(each))
            assert server.open <= 10

            await each.aclose()
            await eventually(lambda: server.open == 0)
        await eventually(lambda: asyncio.all_tasks() == before)


@pytest.mark.parametrize("turns", range(0, 40, 3))
async def test_a_call_can_be_cancelled_at_any_step_and_gives_its_place_back(
    turns: int, backend: Make
) -> None:
    async with serving(polite) as server:
        each = backend(max_connections=1)
        call = asyncio.create_task(fetched(each, get(server)))
        for _ in range(turns):
            await asyncio.sleep(0)
        call.cancel()
        await asyncio.wait([call])

        async with asyncio.timeout(2):
            assert (await fetched(each, get(server)))[0] == 200
        await eventually(lambda: server.open <= 1)


async def test_a_call_that_is_cancelled_while_it_waits_its_turn_takes_no_turn(
    backend: Make,
) -> None:
    release = asyncio.Event()

    async def hold(connection: Connection) -> None:
        while await connection.request() is not None:
            await release.wait()
            await connection.answer()

    async with serving(hold) as server:
        each = backend(max_connections=1)
        first = asyncio.create_task(fetched(each, get(server)))
        await eventually(lambda: server.open == 1)
        waiting = [asyncio.create_task(fetched(each, get(server))) for _ in range(10)]
        await asyncio.sleep(0)
        for task in waiting[:9]:
            task.cancel()
        release.set()

        assert (await first)[0] == 200
        assert (await waiting[9])[0] == 200
        assert server.accepted == 1


async def test_a_cancelled_upload_stops_reading_its_body(ours: Make) -> None:
    read = 0

    class Endless(Pieces):
        async def chunks(self) -> AsyncIterator[bytes]:
            nonlocal read
            while True:
                read += 1
                yield b"x" * 10_000
                await asyncio.sleep(0)

    async def swallow(connection: Connection) -> None:
        while await connection.reader.read(1_000_000):
            pass

    async with serving(swallow) as server:
        each = ours()
        call = asyncio.create_task(fetched(each, post(server, Endless())))
        await eventually(lambda: read > 5)
        call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await call
        await eventually(lambda: server.open == 0)
        count = read
        await asyncio.sleep(0.01)
        assert read == count


async def test_calls_that_end_at_random_moments_leave_nothing_behind(ours: Make) -> None:
    rng = random.Random(4711)
    before = asyncio.all_tasks()

    async with quick_server() as (server, request):
        base_url = request.url.removesuffix("/x")
        each = ours(max_connections=5)
        client = support.transport(backend=each, base_url=base_url)

        async def call() -> bool:
            try:
                async with asyncio.timeout(rng.random() * 0.02):
                    await client.send(support.LIST, nothing)
            except (TimeoutError, APIResponseError):
                return False
            return True

        for _ in range(10):
            await asyncio.gather(*(call() for _ in range(30)))
        await eventually(lambda: server.open == open_connections(each) <= 5)
        await client.aclose()
        await eventually(lambda: server.open == 0)
    await eventually(lambda: asyncio.all_tasks() == before)
