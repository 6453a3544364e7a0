"""How a backend keeps its connections."""

from __future__ import annotations

import asyncio

import pytest
from attrs import evolve

from ejento_async.backends.protocol import BackendError
from tests.backends.conftest import Make, open_connections
from tests.wire import (
    GOOD,
    HEAD,
    Connection,
    answering,
    eventually,
    failed,
    fetched,
    get,
    polite,
    post,
    serving,
    silence,
)


async def deaf(connection: Connection) -> None:
    """Take in nothing beyond what the network holds."""
    connection.reader._transport.pause_reading()  # type: ignore[attr-defined]
    await asyncio.Event().wait()


async def test_a_name_with_two_addresses_is_reached_at_the_one_that_answers(backend: Make) -> None:
    async with serving(polite) as server:
        request = evolve(get(server), url=f"http://localhost:{server.port}/x")
        assert (await fetched(backend(), request))[0] == 200


async def test_a_connection_serves_one_call_after_the_other(backend: Make) -> None:
    async with serving(polite) as server:
        each = backend()
        for _ in range(20):
            assert (await fetched(each, get(server)))[0] == 200
        assert server.accepted == 1


async def test_a_connection_that_the_server_has_closed_is_replaced_unseen(backend: Make) -> None:
    async with serving(answering(GOOD, close=True)) as server:
        each = backend()
        for number in range(1, 4):
            assert await fetched(each, get(server)) == (200, b"good")
            assert server.accepted == number
            await eventually(lambda: server.open == 0)


async def test_a_connection_that_was_idle_for_too_long_is_replaced_unseen(ours: Make) -> None:
    async with serving(polite) as server:
        each = ours(keepalive=0.02)
        await fetched(each, get(server))
        await asyncio.sleep(0.05)
        await fetched(each, get(server))

        assert server.accepted == 2
        await eventually(lambda: server.open == 1)


@pytest.mark.parametrize("most", [1, 5])
async def test_there_are_never_more_connections_than_allowed(most: int, backend: Make) -> None:
    async with serving(polite) as server:
        each = backend(max_connections=most)
        answers = await asyncio.gather(*(fetched(each, get(server)) for _ in range(100)))

        assert {status for status, _ in answers} == {200}
        assert server.most_open == most
        assert server.accepted == most


async def test_connections_to_several_hosts_count_together(ours: Make) -> None:
    async with serving(polite) as one, serving(polite) as two, serving(polite) as three:
        each = ours(max_connections=2)
        for _ in range(3):
            for server in (one, two, three):
                assert (await fetched(each, get(server)))[0] == 200
                assert open_connections(each) <= 2
        answers = await asyncio.gather(
            *(fetched(each, get(server)) for _ in range(20) for server in (one, two, three))
        )
        assert {status for status, _ in answers} == {200}
        await eventually(lambda: one.open + two.open + three.open <= 2)


async def test_an_answer_that_is_not_read_to_its_end_takes_its_connection_with_it(
    backend: Make,
) -> None:
    async with serving(answering(HEAD + b"content-length: 1000000\r\n\r\nstart")) as server:
        each = backend(max_connections=1)
        for number in range(1, 4):
            response = await each.send(get(server))
            await response.aclose()
            await response.aclose()
            assert server.accepted == number
        await eventually(lambda: server.open == 0)


async def test_an_answer_that_is_left_in_the_middle_takes_its_connection_with_it(
    backend: Make,
) -> None:
    async with serving(
        answering(HEAD + b"content-length: 1000000\r\n\r\n" + b"x" * 5000)
    ) as server:
        each = backend(max_connections=1)
        for _ in range(3):
            response = await each.send(get(server))
            async for chunk in response.chunks():
                assert chunk
                break
            await response.aclose()
        await eventually(lambda: server.open == 0)


async def test_closing_closes_all_connections(ours: Make) -> None:
    async with serving(polite) as server:
        each = ours()
        await asyncio.gather(*(fetched(each, get(server)) for _ in range(10)))
        assert server.open > 1

        await each.aclose()
        await each.aclose()

        await eventually(lambda: server.open == 0)
        assert open_connections(each) == 0


async def test_calls_that_are_under_way_or_waiting_fail_when_the_backend_is_closed(
    ours: Make,
) -> None:
    async with serving(silence) as server:
        each = ours(max_connections=2)
        calls = [asyncio.create_task(fetched(each, get(server))) for _ in range(5)]
        await eventually(lambda: server.open == 2)

        await each.aclose()
        failures = await asyncio.gather(*calls, return_exceptions=True)

        assert {type(failure) for failure in failures} == {BackendError}
        await eventually(lambda: server.open == 0)
        assert server.accepted == 2


@pytest.mark.parametrize("turns", range(0, 30, 2))
async def test_a_call_is_ended_by_closing_whatever_step_it_is_at(turns: int, ours: Make) -> None:
    async with serving(silence) as server:
        each = ours()
        call = asyncio.create_task(fetched(each, get(server)))
        for _ in range(turns):
            await asyncio.sleep(0)
        await each.aclose()

        async with asyncio.timeout(2):
            (failure,) = await asyncio.gather(call, return_exceptions=True)
        assert isinstance(failure, BackendError)
        await eventually(lambda: server.open == 0)
        assert server.accepted <= 1


async def test_nothing_is_sent_by_a_backend_that_is_closed(ours: Make) -> None:
    async with serving(polite) as server:
        each = ours()
        await fetched(each, get(server))
        await each.aclose()

        error = await failed(each, get(server))
        assert error.sent is False
        assert server.accepted == 1


async def test_a_backend_may_be_closed_twice_at_once(ours: Make) -> None:
    async with serving(silence) as server:
        each = ours()
        call = asyncio.create_task(failed(each, get(server)))
        await eventually(lambda: server.open == 1)

        await asyncio.gather(each.aclose(), each.aclose())

        assert str(await call) == "the connections were closed"
        await eventually(lambda: server.open == 0)


async def test_closing_ends_a_call_that_reads_a_body_without_an_end(ours: Make) -> None:
    async with serving(answering(HEAD + b"\r\nstart")) as server:
        each = ours()
        response = await each.send(get(server))
        reading = asyncio.create_task(response.read(1000))
        await asyncio.sleep(0)
        await each.aclose()

        with pytest.raises(BackendError):
            await reading
        await eventually(lambda: server.open == 0)


async def test_closing_does_not_wait_for_a_server_that_takes_nothing_in(ours: Make) -> None:
    async with serving(deaf) as server:
        each = ours()
        sending = asyncio.create_task(each.send(post(server, b"x" * 20_000_000)))
        await eventually(lambda: server.open == 1)
        await asyncio.sleep(0.01)
        async with asyncio.timeout(2):
            await each.aclose()
            (failure,) = await asyncio.gather(sending, return_exceptions=True)

        assert isinstance(failure, BackendError)


async def test_a_connection_is_closed_when_it_was_idle_for_too_long(ours: Make) -> None:
    each = ours(keepalive=0.02)

    async with serving(polite) as one, serving(polite) as two:
        await fetched(each, get(one))
        await fetched(each, get(two))
        await eventually(lambda: one.open == two.open == 0)
        assert open_connections(each) == 0
        assert (await fetched(each, get(one)))[0] == 200
