"""A backend and the event loops that it is used on."""

from __future__ import annotations

import asyncio
import gc
import threading
import warnings

import pytest

from ejento_async.backends.aiohttp import AiohttpBackend
from tests.backends.conftest import OURS, Make
from tests.wire import (
    GOOD,
    WireServer,
    answering,
    eventually,
    fetched,
    get,
    polite,
    serving,
)


@pytest.fixture(params=OURS)
def kind(request: pytest.FixtureRequest) -> Make:
    """A backend that keeps its connections itself, to be made without an event loop."""
    return OURS[request.param]


def test_a_backend_can_be_used_on_one_event_loop_after_the_other(kind: Make) -> None:
    each = kind()

    async def use() -> tuple[int, bytes]:
        async with serving(answering(GOOD)) as server:
            return await fetched(each, get(server))

    with warnings.catch_warnings():
        # The sockets of a loop that has ended cannot be closed any more, only dropped.
        warnings.simplefilter("ignore", ResourceWarning)
        for _ in range(3):
            assert asyncio.run(use()) == (200, b"good")
        asyncio.run(each.aclose())
        gc.collect()


def test_a_backend_cannot_be_closed_while_another_event_loop_uses_it(kind: Make) -> None:
    each = kind()

    async def main() -> None:
        async with serving(polite) as server:
            await fetched(each, get(server))
            with pytest.raises(RuntimeError, match="one client for each loop"):
                await asyncio.to_thread(asyncio.run, each.aclose())
            assert (await fetched(each, get(server)))[0] == 200
            await each.aclose()

    asyncio.run(main())


def test_a_backend_is_not_used_on_two_event_loops_at_once(kind: Make) -> None:
    each = kind()
    problems: list[str] = []

    async def use(server: WireServer) -> None:
        try:
            await fetched(each, get(server))
        except RuntimeError as error:
            problems.append(str(error))

    async def main() -> None:
        async with serving(polite) as server:
            await fetched(each, get(server))
            thread = threading.Thread(target=lambda: asyncio.run(use(server)))
            thread.start()
            await asyncio.to_thread(thread.join)
            assert (await fetched(each, get(server)))[0] == 200
            await each.aclose()

    asyncio.run(main())
    (problem,) = problems
    assert "one client for each loop" in problem


def test_a_backend_may_be_made_and_closed_without_an_event_loop_in_between(kind: Make) -> None:
    asyncio.run(kind().aclose())


async def test_the_connections_of_aiohttp_go_with_their_event_loop() -> None:
    each = AiohttpBackend()

    async def use() -> None:
        answers = await asyncio.gather(*(fetched(each, get(server)) for _ in range(5)))
        assert {status for status, _ in answers} == {200}

    async with serving(polite) as server:
        for number in (1, 2):
            await asyncio.to_thread(asyncio.run, use())
            await eventually(lambda: server.open == 0)
            assert server.accepted == 5 * number


async def test_a_loop_that_was_closed_without_a_word_is_forgotten() -> None:
    each = AiohttpBackend()

    def abandon() -> None:
        loop = asyncio.new_event_loop()
        loop.run_until_complete(fetched(each, get(server)))
        loop.close()

    async with serving(polite) as server:
        await asyncio.to_thread(abandon)
        with warnings.catch_warnings():
            # The sockets of a loop that was closed so cannot be closed any more, only dropped.
            warnings.simplefilter("ignore", ResourceWarning)
            assert (await fetched(each, get(server)))[0] == 200
            gc.collect()
        assert server.accepted == 2
        await each.aclose()
        await eventually(lambda: server.open == 0)
