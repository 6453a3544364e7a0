"""Streams and downloads as the runtime opens them: same credentials, same errors, no secrets."""

from __future__ import annotations

import asyncio
import json
import logging
import pickle
from collections.abc import AsyncIterator, Callable
from typing import Any

import httpx
import pytest
import respx

from ejento_async._auth import TokenPair
from ejento_async._config import Limits
from ejento_async._errors import (
    AnswerFailedError,
    APIConnectionError,
    APIError,
    APIResponseError,
    APITimeoutError,
    NotFoundError,
    StreamIdleTimeoutError,
    StreamInterruptedError,
)
from ejento_async._model import anything, json_object
from ejento_async._sender import CallOptions
from ejento_async._transport import Transport
from ejento_async.backends.httpx import HttpxBackend
from tests import support
from tests.support import CREATE, GET, REFRESH_PATH, ok, pair
from tests.unit.conftest import Clock
from tests.wire import Connection, eventually, serving

Make = Callable[..., Transport]
STREAM = CREATE._replace(id="v2_things_stream", accept="text/event-stream")
CANARY = "canary-8c1f"


def event(**data: Any) -> bytes:
    return f"data: {json.dumps(data)}\n\n".encode()


DELTA = event(step="assistant_stream", delta="Hello")
END = event(step="end", success=True, output={"answer": "Hello"})


def streamed(*pieces: bytes | Exception) -> httpx.Response:
    """Return an answer whose pieces come one after the other."""

    async def body() -> AsyncIterator[bytes]:
        for piece in pieces:
            if isinstance(piece, Exception):
                raise piece
            yield piece

    headers = {"content-type": "text/event-stream", "x-request-id": "r-1"}
    return httpx.Response(200, content=body(), headers=headers)


async def test_a_stream_arrives_with_the_credentials_of_any_call(
    server: respx.MockRouter, transport: Make
) -> None:
    route = server.post("/api/v2/things").mock(return_value=streamed(DELTA, END))

    async with transport().stream(STREAM, anything, body={"user_query": "?"}) as answer:
        assert [text async for text in answer.text()] == ["Hello"]

    assert answer.final == {"answer": "Hello"}
    request = route.calls.last.request
    assert request.headers["authorization"] == f"Bearer {support.ACCESS_TOKEN}"
    assert request.headers["accept"] == "text/event-stream"
    assert json.loads(request.content) == {"user_query": "?"}


async def test_a_stream_is_opened_once_more_after_a_renewal(
    server: respx.MockRouter, transport: Make
) -> None:
    server.post(REFRESH_PATH).mock(return_value=pair("auth-2", "access-2"))
    route = server.post("/api/v2/things").mock(
        side_effect=[httpx.Response(401), streamed(DELTA, END)]
    )
    client = transport(credentials=TokenPair("auth-1", "access-1"))

    assert await client.stream(STREAM, anything, body={}).collect() == {"answer": "Hello"}
    assert route.calls.last.request.headers["authorization"] == "Bearer access-2"


async def test_a_stream_that_was_refused_for_the_moment_is_asked_for_again(
    server: respx.MockRouter, transport: Make, clock: Clock
) -> None:
    server.post("/api/v2/things").mock(
        side_effect=[httpx.Response(429), httpx.ConnectError("x"), streamed(DELTA, END)]
    )

    assert await transport().stream(STREAM, anything, body={}).collect() == {"answer": "Hello"}


@pytest.mark.parametrize(
    ("broken", "kind"),
    [
        (streamed(DELTA, httpx.ReadError("reset")), StreamInterruptedError),
        (streamed(DELTA, httpx.ReadTimeout("quiet")), StreamIdleTimeoutError),
        (streamed(DELTA), StreamInterruptedError),
        (streamed(DELTA, event(step="error", message="out of order")), AnswerFailedError),
    ],
    ids=["reset", "quiet", "ended early", "failed"],
)
async def test_a_stream_that_breaks_says_which_call_it_was_and_is_not_asked_for_again(
    broken: httpx.Response,
    kind: type[APIError],
    server: respx.MockRouter,
    transport: Make,
) -> None:
    route = server.post("/api/v2/things").mock(return_value=broken)

    with pytest.raises(kind) as caught:
        await transport().stream(STREAM, anything, body={}).collect()

    error = caught.value
    assert (error.operation, error.method, error.status) == ("v2_things_stream", "POST", 200)
    assert (error.url, error.request_id) == ("https://ejento.test/api/v2/things", "r-1")
    assert (error.attempts, error.maybe_applied) == (1, True)
    assert route.call_count == 1


@pytest.mark.parametrize("opened", [True, False])
async def test_the_deadline_of_a_stream_holds_before_and_after_it_is_opened(
    opened: bool, server: respx.MockRouter, transport: Make, clock: Clock
) -> None:
    async def drip() -> AsyncIterator[bytes]:
        while True:
            await asyncio.sleep(1)
            yield DELTA

    async def answer(_: httpx.Request) -> httpx.Response:
        if not opened:
            await asyncio.sleep(1e6)
        return httpx.Response(200, content=drip(), headers={"content-type": "text/event-stream"})

    server.post("/api/v2/things").mock(side_effect=answer)
    client = transport().with_options(CallOptions(deadline=5))

    with pytest.raises(APITimeoutError):
        await client.stream(STREAM, anything, body={}).collect()
    assert 4.9 <= clock.now < 6


async def test_a_stream_has_no_deadline_unless_it_is_given_one(
    server: respx.MockRouter, transport: Make, clock: Clock
) -> None:
    async def drip() -> AsyncIterator[bytes]:
        for _ in range(100):
            await asyncio.sleep(50)
            yield DELTA
        yield END

    server.post("/api/v2/things").respond(
        content=drip(), headers={"content-type": "text/event-stream"}
    )

    assert await transport().stream(STREAM, anything, body={}).collect() == {"answer": "Hello"}
    assert clock.now > 4000


@pytest.mark.parametrize(
    "told",
    [
        streamed(event(step="error", message=f"denied: {CANARY}", echo=[CANARY])),
        streamed(event(step="end", success=False, message=CANARY)),
        streamed(b"data: {" + CANARY.encode() + b"\n\n"),
        httpx.Response(200, html=f"<html>{CANARY}</html>", headers={"x-echo": CANARY}),
        httpx.Response(200, json={"message": CANARY}),
    ],
    ids=["error", "end", "unreadable", "page", "json"],
)
async def test_no_secret_is_in_the_failure_of_a_stream(
    told: httpx.Response,
    server: respx.MockRouter,
    transport: Make,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    server.post("/api/v2/things").mock(return_value=told)

    with pytest.raises(APIError) as caught:
        await transport(access_token=CANARY).stream(STREAM, anything, body={}).collect()

    error = caught.value
    assert CANARY not in f"{error!s} {error!r} {vars(error)} {error.__cause__!r}"
    assert CANARY not in repr(pickle.loads(pickle.dumps(error)))
    assert CANARY not in caplog.text


# Downloads.


async def test_a_download_arrives_piece_by_piece(server: respx.MockRouter, transport: Make) -> None:
    server.get("/api/v2/things/7").mock(return_value=httpx.Response(200, content=b"abc"))

    async with transport().download(GET, (7,)) as download:
        assert b"".join([chunk async for chunk in download]) == b"abc"


async def test_a_download_that_is_not_there_is_a_usual_error(
    server: respx.MockRouter, transport: Make
) -> None:
    server.get("/api/v2/things/7").respond(404, json={"message": "no such file"})

    with pytest.raises(NotFoundError, match="no such file"):
        async with transport().download(GET, (7,)):
            pytest.fail("there is nothing to download")


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (httpx.ReadError("reset"), APIConnectionError),
        (httpx.ReadTimeout("quiet"), APITimeoutError),
    ],
)
async def test_a_download_that_breaks_says_which_call_it_was(
    fault: Exception, kind: type[APIError], server: respx.MockRouter, transport: Make
) -> None:
    server.get("/api/v2/things/7").mock(return_value=streamed(b"abc", fault))

    with pytest.raises(kind) as caught:
        async with transport().download(GET, (7,)) as download:
            async for _ in download:
                pass
    assert caught.value.url == "https://ejento.test/api/v2/things/7"
    assert caught.value.maybe_applied is False


async def test_a_download_is_not_bounded_by_the_limit_for_answers(
    server: respx.MockRouter, transport: Make
) -> None:
    server.get("/api/v2/things/7").respond(content=b"x" * 10_000)

    async with transport(limits=Limits(max_response_bytes=10)).download(GET, (7,)) as download:
        assert sum([len(chunk) async for chunk in download]) == 10_000


# Connections.


@pytest.mark.parametrize("way", ["break", "error", "cancel", "aclose"])
async def test_a_stream_that_is_left_early_closes_its_connection(way: str) -> None:
    async def endless(connection: Connection) -> None:
        await connection.request()
        head = b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\n"
        await connection.send(head)
        while True:
            await connection.send(DELTA)
            await asyncio.sleep(0.001)

    async def use(client: Transport) -> None:
        async with client.stream(STREAM, anything, body={}) as answer:
            async for _ in answer:
                if way == "break":
                    break
                if way == "error":
                    raise KeyError
                if way == "cancel":
                    await asyncio.Event().wait()
                if way == "aclose":
                    await answer.aclose()
                    break

    async with serving(endless) as server:
        client = support.transport(backend=HttpxBackend(max_connections=1), base_url=server.url)
        for _ in range(3):
            task = asyncio.create_task(use(client))
            await eventually(lambda: server.open == 1)
            if way == "cancel":
                await asyncio.sleep(0.01)
                task.cancel()
            await asyncio.wait([task])
            await eventually(lambda: server.open == 0)
        await client.aclose()


async def test_a_stream_that_is_read_to_its_end_leaves_its_connection_to_the_next_call() -> None:
    async def behave(connection: Connection) -> None:
        while (request := await connection.request()) is not None:
            if request.method == "GET":
                await connection.answer(5)
                continue
            body = DELTA + END
            head = (
                b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ncontent-length: %d\r\n\r\n"
            )
            await connection.send(head % len(body) + body)

    async with serving(behave) as server:
        client = support.transport(base_url=server.url)
        for _ in range(3):
            await client.stream(STREAM, anything, body={}).collect()
            assert await client.send(GET, anything, (1,)) == 5
        assert server.accepted == 1
        await client.aclose()


async def test_a_final_answer_of_another_shape_says_where(
    server: respx.MockRouter, transport: Make
) -> None:
    server.post("/api/v2/things").mock(
        return_value=streamed(event(step="end", success=True, output=[1]))
    )

    with pytest.raises(APIResponseError) as caught:
        await transport().stream(STREAM, json_object, body={}).collect()
    assert caught.value.path == "output"


async def test_a_call_waits_its_turn_only_as_long_as_its_deadline_allows() -> None:
    async def busy(connection: Connection) -> None:
        await connection.request()
        await connection.reader.read()

    async with serving(busy) as server:
        client = support.transport(backend=HttpxBackend(max_connections=1), base_url=server.url)
        first = asyncio.create_task(client.send(GET, anything, (1,)))
        await eventually(lambda: server.open == 1)

        with pytest.raises(APITimeoutError, match=r"deadline of 0.05 s"):
            await client.with_options(CallOptions(deadline=0.05)).send(GET, anything, (2,))
        assert server.accepted == 1
        first.cancel()
        await asyncio.wait([first])
        await client.aclose()


async def test_an_answer_that_fits_is_good_after_one_that_did_not(
    server: respx.MockRouter, transport: Make
) -> None:
    server.get("/api/v2/things/7").mock(side_effect=[httpx.Response(200, text="nonsense"), ok(5)])
    client = transport()

    with pytest.raises(APIResponseError):
        await client.send(GET, anything, (7,))
    assert await client.send(GET, anything, (7,)) == 5
