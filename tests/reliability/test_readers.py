"""Readers of a stream that stop, dawdle or disagree: the connection is free, whatever they do."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from ejento_async import (
    EjentoClient,
    Limits,
    StreamError,
    StreamInterruptedError,
    TextDelta,
    _streaming,
)
from ejento_async._sse import EventDecoder
from ejento_async._streaming import AnswerStream
from tests.reliability.scene import Scene
from tests.reliability.transcripts import (
    ANSWER,
    END,
    HEAD,
    HELLO,
    PATH,
    START,
    WORLD,
    ask,
    chunk,
    ended,
    event,
    silent,
    stream_of,
    streaming,
)
from tests.reliability.watching import memory, stuck
from tests.wire import Connection, WireServer, eventually

ONE = Limits(max_connections=1)

Reading = Callable[[AnswerStream[Any]], Awaitable[None]]


async def free(scene: Scene, client: EjentoClient, server: WireServer) -> None:
    """Wait until the server is left alone; then another call must get the only connection."""
    await scene.settled()
    async with asyncio.timeout(2):
        assert (await client.request("GET", "/other")).data == "served"
    await eventually(lambda: server.open == 1)


# Readers that stop.


async def leaves_the_loop(stream: AnswerStream[Any]) -> None:
    async with stream:
        async for event in stream:
            if isinstance(event, TextDelta):
                break


async def leaves_the_texts(stream: AnswerStream[Any]) -> None:
    async with stream:
        async for _ in stream.text():
            break


async def raises(stream: AnswerStream[Any]) -> None:
    async with stream:
        async for _ in stream.text():
            raise ZeroDivisionError


async def never_reads(stream: AnswerStream[Any]) -> None:
    async with stream:
        pass


async def closes_twice(stream: AnswerStream[Any]) -> None:
    async with stream:
        await anext(stream)
        await stream.aclose()
        await stream.close()


async def times_out(stream: AnswerStream[Any]) -> None:
    async with stream:
        async with asyncio.timeout(0.05):
            async for _ in stream:
                pass


async def is_cancelled(stream: AnswerStream[Any]) -> None:
    reading = asyncio.create_task(_read(stream))
    await eventually(lambda: stream.text_so_far == "Hello")
    reading.cancel()
    await reading


async def is_cancelled_twice(stream: AnswerStream[Any]) -> None:
    reading = asyncio.create_task(_read(stream))
    await eventually(lambda: stream.text_so_far == "Hello")
    reading.cancel()
    await asyncio.sleep(0)
    reading.cancel()
    await reading


async def _read(stream: AnswerStream[Any]) -> None:
    async with stream:
        async for _ in stream:
            pass


STOPS: list[tuple[Reading, str]] = [
    (leaves_the_loop, "ok"),
    (leaves_the_texts, "ok"),
    (raises, "ZeroDivisionError"),
    (never_reads, "ok"),
    (closes_twice, "ok"),
    (times_out, "TimeoutError"),
    (is_cancelled, "CancelledError"),
    (is_cancelled_twice, "CancelledError"),
]


@pytest.mark.parametrize(
    ("reading", "expected"), STOPS, ids=lambda value: getattr(value, "__name__", None)
)
async def test_a_reader_that_stops_frees_the_only_connection(
    reading: Reading, expected: str, scene: Scene
) -> None:
    server = await scene.server(streaming(START, HELLO, then=silent))
    client = scene.client(server, limits=ONE, timeout=3)

    async def read() -> object:
        try:
            await reading(stream_of(client))
        except BaseException as error:
            return type(error).__name__
        return "ok"

    outcome = await scene.attempt(read())

    scene.note(
        f"a reader that {_words(reading)}",
        f"{expected}, 1 attempt",
        f"{outcome.value}, {len(server.requests)} attempt",
    )
    assert outcome.value == expected
    assert len(server.requests) == 1
    await free(scene, client, server)


async def test_a_stream_that_is_never_entered_sends_nothing(scene: Scene) -> None:
    server = await scene.server(streaming(ANSWER))
    client = scene.client(server, limits=ONE, timeout=3)

    stream_of(client)
    await client.request("GET", "/other")

    scene.note("a stream that nobody enters", "no request", _requests(server))
    assert [request.target for request in server.requests] == ["/other"]


async def test_a_reader_that_is_cancelled_at_the_opening_frees_the_only_connection(
    scene: Scene,
) -> None:
    async def silent_at_first(connection: Connection) -> None:
        while (request := await connection.request()) is not None:
            if request.target == PATH:
                await silent(connection)
            else:
                await connection.answer("served")

    server = await scene.server(silent_at_first)
    client = scene.client(server, limits=ONE, timeout=3)
    opening = asyncio.create_task(_read(stream_of(client)))
    await eventually(lambda: len(server.requests) == 1)
    opening.cancel()
    with pytest.raises(asyncio.CancelledError):
        await opening

    scene.note(
        "a reader that is cancelled at the opening",
        "CancelledError, 1 attempt",
        "CancelledError, 1 attempt",
    )
    await free(scene, client, server)


async def test_a_stream_that_another_task_closes_ends_for_its_reader(scene: Scene) -> None:
    server = await scene.server(streaming(START, HELLO, then=silent))
    client = scene.client(server, limits=ONE, timeout=3)
    stream = stream_of(client)
    reading = asyncio.create_task(_read(stream))
    await eventually(lambda: stream.text_so_far == "Hello")

    await stream.aclose()
    async with asyncio.timeout(1):
        outcome = await scene.attempt(reading)

    scene.note("another task closes the stream", "StreamInterruptedError", outcome.name)
    assert isinstance(outcome.error, StreamInterruptedError)
    assert outcome.error.partial == "Hello"
    await free(scene, client, server)


async def test_a_second_reader_is_refused_and_the_first_goes_on(scene: Scene) -> None:
    asked = asyncio.Event()

    async def when_asked(connection: Connection) -> None:
        await asked.wait()
        await connection.send(chunk(WORLD + END))
        await ended(connection)

    client = scene.client(await scene.server(streaming(START, HELLO, then=when_asked)))
    stream = stream_of(client)
    reading = asyncio.create_task(_read(stream))
    await eventually(lambda: stream.text_so_far == "Hello")

    outcome = await scene.attempt(anext(stream))
    asked.set()
    await reading

    scene.note(
        "a second reader", "RuntimeError, the first reads on", f"{outcome.name}, the first reads on"
    )
    assert isinstance(outcome.error, RuntimeError)
    assert "another task is reading" in str(outcome.error)
    assert stream.final.answer == "Hello world"
    await scene.settled(1)


# Readers that dawdle.


class Flood:
    """Sends as much of a stream as the client takes; `sent` is how many bytes that was."""

    def __init__(self, start: bytes, piece: bytes, most: int = 200_000_000) -> None:
        self.sent = 0
        self._start = start
        self._piece = piece
        self._most = most

    async def __call__(self, connection: Connection) -> None:
        await connection.request()
        await connection.send(HEAD + chunk(self._start))
        while self.sent < self._most:
            await connection.send(chunk(self._piece))
            self.sent += len(self._piece)


async def test_a_slow_reader_holds_the_server_back(scene: Scene) -> None:
    flood = Flood(HELLO, event("telemetry", step="dance", pad="x" * 65_000))
    client = scene.client(await scene.server(flood))
    async with stream_of(client) as stream:
        await anext(stream)
        held = await stuck(lambda: flood.sent)
        before = memory()
        for _ in range(500):
            await anext(stream)
        grown = memory() - before
        read_on = flood.sent

    scene.note(
        "a reader that is slower than the server",
        "less than 16 MB ahead",
        "less than 16 MB ahead" if held < 16_000_000 else f"{held} bytes ahead",
    )
    assert held < 16_000_000
    assert read_on > 400 * 65_000
    assert grown < 16_000_000
    await scene.settled()


async def test_an_event_over_the_limit_ends_the_stream_before_it_fills_the_memory(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        _streaming, "EventDecoder", lambda **_: EventDecoder(max_event_bytes=1_000_000)
    )
    flood = Flood(HELLO + b"data: ", b"x" * 65_000)
    client = scene.client(await scene.server(flood))
    outcome = await scene.attempt(ask(client))

    scene.note("an event without end", "StreamError at its limit", f"{outcome.name} at its limit")
    assert isinstance(outcome.error, StreamError)
    assert "more than 1000000 bytes" in str(outcome.error)
    assert outcome.error.partial == "Hello"
    assert flood.sent < 16_000_000
    await scene.settled()


def _words(reading: Reading) -> str:
    return reading.__name__.replace("_", " ")


def _requests(server: WireServer) -> str:
    return f"{len(server.requests) - 1} requests"
