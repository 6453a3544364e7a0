"""The default way to the network: what it sends, and how it keeps its connections.

Every test runs with the connections of the SDK's own and, where that is something else, with an
`httpx.AsyncClient` of the caller.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from attrs import evolve

from ejento_async.backends.httpx import HttpxBackend
from ejento_async.backends.protocol import BackendError, BackendRequest
from tests.unit.conftest import caller_s_client
from tests.wire import (
    GOOD,
    HEAD,
    PATIENT,
    Connection,
    Pieces,
    Received,
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

Make = Callable[..., HttpxBackend]


# What goes over the wire.


async def test_a_request_arrives_as_it_was_given_and_its_answer_comes_back(backend: Make) -> None:
    received: list[Received] = []

    async def behave(connection: Connection) -> None:
        while (request := await connection.request()) is not None:
            received.append(request)
            await connection.send(
                b"HTTP/1.1 201 Made\r\nX-One: 1\r\nSet-Cookie: a=1\r\nset-cookie: b=2\r\n"
                b"X-Latin: caf\xe9\r\ncontent-length: 4\r\n\r\ngood"
            )

    async with serving(behave) as server:
        request = BackendRequest(
            "PUT", f"{server.url}/a%2Fb/%2E?q=%20%2F'", [("X-A", "caf\u00e9")], b"body", PATIENT
        )
        response = await backend().send(request)
        assert response.status == 201
        assert dict(response.headers) == {
            "x-one": "1",
            "set-cookie": "a=1, b=2",
            "x-latin": "caf\u00e9",
            "content-length": "4",
        }
        assert [chunk async for chunk in response.chunks()] == [b"good"]
        await response.aclose()

    (request_line,) = [each.line for each in received]
    assert request_line == "PUT /a%2Fb/%2E?q=%20%2F' HTTP/1.1"
    headers = [(name.lower(), value) for name, value in received[0].headers]
    assert sorted(headers) == sorted(
        [
            ("host", server.url.removeprefix("http://")),
            ("x-a", "caf\u00e9"),
            ("accept-encoding", "gzip, deflate"),
            ("content-length", "4"),
        ]
        + [header for header in headers if header[0] in ("accept", "connection", "user-agent")]
    )
    assert received[0].body == b"body"


async def test_our_own_connections_add_no_header_that_was_not_given(lanes: Make) -> None:
    received: list[Received] = []

    async def behave(connection: Connection) -> None:
        while (request := await connection.request()) is not None:
            received.append(request)
            await connection.answer()

    async with serving(behave) as server:
        await fetched(lanes(), get(server))

    assert {name.lower() for name, _ in received[0].headers} == {"host", "accept-encoding"}


@pytest.mark.parametrize(
    ("length", "framing"), [(7, "content-length"), (None, "transfer-encoding")]
)
async def test_a_body_in_pieces_is_framed_by_its_length_where_it_is_known(
    length: int | None, framing: str, backend: Make
) -> None:
    received: list[Received] = []

    async def behave(connection: Connection) -> None:
        while (request := await connection.request()) is not None:
            received.append(request)
            await connection.answer()

    async with serving(behave) as server:
        body = Pieces(b"one", b"", b"more", length=length)
        assert (await fetched(backend(), post(server, body)))[0] == 200

    assert received[0].body == b"onemore"
    names = [name.lower() for name, _ in received[0].headers]
    assert [name for name in names if name in ("content-length", "transfer-encoding")] == [framing]


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_a_redirect_is_an_answer_like_any_other(status: int, backend: Make) -> None:
    body = f"HTTP/1.1 {status} Go\r\nlocation: /other\r\ncontent-length: 0\r\n\r\n".encode()

    async with serving(answering(body)) as server:
        assert await fetched(backend(), get(server)) == (status, b"")
        assert server.accepted == 1


@pytest.mark.parametrize(
    "early",
    [b"HTTP/1.1 100 Continue\r\n\r\n", b"HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n" * 3],
    ids=["100", "103"],
)
async def test_hints_before_the_answer_are_passed_over(early: bytes, backend: Make) -> None:
    async with serving(answering(early, GOOD)) as server:
        assert await fetched(backend(), get(server)) == (200, b"good")


@pytest.mark.parametrize(
    ("method", "answer"),
    [
        ("HEAD", b"HTTP/1.1 200 OK\r\ncontent-length: 400\r\n\r\n"),
        ("DELETE", b"HTTP/1.1 204 No Content\r\n\r\n"),
        ("GET", b"HTTP/1.1 304 Not Modified\r\ncontent-length: 400\r\n\r\n"),
        ("GET", b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n"),
    ],
    ids=["HEAD", "204", "304", "empty"],
)
async def test_an_answer_without_a_body_leaves_its_connection_for_the_next_call(
    method: str, answer: bytes, backend: Make
) -> None:
    async with serving(answering(answer)) as server:
        each = backend()
        for _ in range(3):
            request = evolve(get(server), method=method)
            assert (await fetched(each, request))[1] == b""
        assert server.accepted == 1


@pytest.mark.parametrize("cuts", [1, 2, 7])
async def test_an_answer_is_the_same_however_it_is_cut(cuts: int, backend: Make) -> None:
    chunked = (
        b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\ngo\r\n2\r\nod\r\n0\r\n\r\n"
    )

    async def behave(connection: Connection) -> None:
        while await connection.request() is not None:
            for start in range(0, len(chunked), cuts):
                await connection.send(chunked[start : start + cuts])
                await asyncio.sleep(0)

    async with serving(behave) as server:
        assert await fetched(backend(), get(server)) == (200, b"good")


async def test_a_body_that_ends_with_its_connection_is_whole(backend: Make) -> None:
    async with serving(answering(b"HTTP/1.1 200 OK\r\n\r\ngood", close=True)) as server:
        each = backend()
        assert await fetched(each, get(server)) == (200, b"good")
        assert await fetched(each, get(server)) == (200, b"good")


async def test_a_name_with_two_addresses_is_reached_at_the_one_that_answers(backend: Make) -> None:
    async with serving(polite) as server:
        request = evolve(get(server), url=f"http://localhost:{server.port}/x")
        assert (await fetched(backend(), request))[0] == 200


# Connections.


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


async def test_a_connection_that_was_idle_for_too_long_is_replaced_unseen(lanes: Make) -> None:
    async with serving(polite) as server:
        each = lanes(keepalive=0.02)
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


async def test_connections_to_several_hosts_count_together(lanes: Make) -> None:
    async with serving(polite) as one, serving(polite) as two, serving(polite) as three:
        each = lanes(max_connections=2)
        for _ in range(3):
            for server in (one, two, three):
                assert (await fetched(each, get(server)))[0] == 200
                assert each._lanes.open <= 2
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


async def test_closing_closes_all_connections(lanes: Make) -> None:
    async with serving(polite) as server:
        each = lanes()
        await asyncio.gather(*(fetched(each, get(server)) for _ in range(10)))
        assert server.open > 1

        await each.aclose()
        await each.aclose()

        await eventually(lambda: server.open == 0)
        assert each._lanes.open == 0


async def test_calls_that_are_under_way_or_waiting_fail_when_the_backend_is_closed(
    lanes: Make,
) -> None:
    async with serving(silence) as server:
        each = lanes(max_connections=2)
        calls = [asyncio.create_task(fetched(each, get(server))) for _ in range(5)]
        await eventually(lambda: server.open == 2)

        await each.aclose()
        failures = await asyncio.gather(*calls, return_exceptions=True)

        assert {type(failure) for failure in failures} == {BackendError}
        await eventually(lambda: server.open == 0)
        assert server.accepted == 2


@pytest.mark.parametrize("turns", range(0, 30, 2))
async def test_a_call_is_ended_by_closing_whatever_step_it_is_at(turns: int, lanes: Make) -> None:
    async with serving(silence) as server:
        each = lanes()
        call = asyncio.create_task(fetched(each, get(server)))
        for _ in range(turns):
            await asyncio.sleep(0)
        await each.aclose()

        async with asyncio.timeout(2):
            (failure,) = await asyncio.gather(call, return_exceptions=True)
        assert isinstance(failure, BackendError)
        await eventually(lambda: server.open == 0)
        assert server.accepted <= 1


async def test_nothing_is_sent_by_a_backend_that_is_closed(lanes: Make) -> None:
    async with serving(polite) as server:
        each = lanes()
        await fetched(each, get(server))
        await each.aclose()

        error = await failed(each, get(server))
        assert error.sent is False
        assert server.accepted == 1


async def test_the_callers_client_is_the_caller_s_to_close() -> None:
    async with caller_s_client() as client, serving(polite) as server:
        each = HttpxBackend(client=client)
        await fetched(each, get(server))
        await each.aclose()

        assert not client.is_closed
        assert (await client.get(server.url)).status_code == 200


async def test_the_callers_client_may_have_hooks_and_its_own_headers() -> None:
    seen: list[str] = []

    async def hook(request: httpx.Request) -> None:
        seen.append(request.url.path)

    hooks: dict[str, list[Callable[..., Any]]] = {"request": [hook]}
    async with caller_s_client(event_hooks=hooks) as client, serving(polite) as server:
        each = HttpxBackend(client=client)
        await fetched(each, get(server))
        await each.aclose()

    assert seen == ["/x"]
