"""What aiohttp is kept from doing, and what only it does."""

from __future__ import annotations

import asyncio
import logging
import sys
import traceback

import pytest
from attrs import evolve

from ejento_async import AiohttpBackend, ConfigurationError, EjentoClient
from ejento_async._secret import Secret
from ejento_async.backends.protocol import BackendError
from tests.support import chain
from tests.wire import (
    GOOD_JSON,
    HASTY,
    HEAD,
    Behaviour,
    Connection,
    Pieces,
    answering,
    eventually,
    failed,
    fetched,
    get,
    polite,
    post,
    serving,
    silence,
    whole,
)


async def test_the_backend_is_chosen_by_its_name() -> None:
    async with serving(answering(whole(GOOD_JSON))) as server:
        client = EjentoClient(
            base_url=server.url, api_key="key", access_token="token", backend="aiohttp"
        )
        async with client as ejento:
            assert (await ejento.request("GET", "/x")).data == {"id": 42}
        await eventually(lambda: server.open == 0)

    assert server.requests[0].header("authorization") == "Bearer token"


@pytest.mark.parametrize("make", [AiohttpBackend, lambda: EjentoClient(backend="aiohttp")])
def test_without_the_package_the_error_says_what_to_install(
    make: type[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("EJENTO_BASE_URL", "EJENTO_API_KEY", "EJENTO_ACCESS_TOKEN"):
        monkeypatch.setenv(name, "https://ejento.test")
    monkeypatch.setitem(sys.modules, "aiohttp", None)
    for name in ("_exchange", "_link", "_links", "_uploading"):
        monkeypatch.delitem(sys.modules, f"ejento_async.backends.{name}", raising=False)

    with pytest.raises(ConfigurationError) as caught:
        make()
    assert str(caught.value) == (
        "backend 'aiohttp' is not installed: pip install 'ejento-async[aiohttp]'"
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("x", "a\r\ny: b"),
        ("x", "a\nb"),
        ("x", "a\rb"),
        ("x", "a\0b"),
        ("x\r\ny", "b"),
        ("x", "\u20ac"),
    ],
)
async def test_a_header_that_would_end_its_line_is_not_sent(name: str, value: str) -> None:
    each = AiohttpBackend()
    async with serving(polite) as server:
        request = evolve(get(server), headers=[(name, value)])
        error = await failed(each, request)

        assert (error.sent, request.sent) == (False, False)
        assert str(error) == "a header holds a character that cannot be sent"
        assert (await fetched(each, get(server)))[0] == 200
        assert len(server.requests) == 1
        await each.aclose()


async def test_the_answer_comes_although_the_server_takes_no_more_of_the_body() -> None:
    async def refuse(connection: Connection) -> None:
        await connection.head()
        connection.reader._transport.pause_reading()  # type: ignore[attr-defined]
        await connection.send(whole(b"too!", status="413 Too Large"))
        await asyncio.Event().wait()

    read = 0

    class Long(Pieces):
        async def chunks(self):  # type: ignore[no-untyped-def]
            nonlocal read
            async for piece in super().chunks():
                read += 1
                yield piece

    each = AiohttpBackend(max_connections=1)
    async with serving(refuse) as server:
        body = Long(*[b"x" * 100_000] * 1000, length=100_000_000)
        for number in (1, 2):
            assert await fetched(each, post(server, body)) == (413, b"too!")
            assert server.accepted == number
        assert read < 1000
        await each.aclose()


@pytest.mark.parametrize("body", [b"x" * 20_000_000, Pieces(*[b"x" * 1_000_000] * 20)])
async def test_a_server_that_takes_nothing_in_is_a_timeout_however_the_body_is_given(
    body: bytes | Pieces,
) -> None:
    async def deaf(connection: Connection) -> None:
        connection.reader._transport.pause_reading()  # type: ignore[attr-defined]
        await asyncio.Event().wait()

    each = AiohttpBackend()
    async with serving(deaf) as server:
        error = await failed(each, post(server, body, timeouts=HASTY))
        await each.aclose()

    assert (error.sent, error.timeout) == (True, True)
    assert str(error) == "WriteTimeout: the network did not take the body in time"


async def test_a_body_that_is_slow_to_come_is_not_a_timeout_of_the_answer() -> None:
    class Slow(Pieces):
        async def chunks(self):  # type: ignore[no-untyped-def]
            async for piece in super().chunks():
                await asyncio.sleep(0.12)
                yield piece

    each = AiohttpBackend()
    async with serving(polite) as server:
        request = post(server, Slow(b"one", b"two"), timeouts=HASTY)
        assert (await fetched(each, request))[0] == 200
        await each.aclose()
    assert server.requests[0].body == b"onetwo"


async def test_an_error_of_the_body_after_the_answer_has_begun_ends_the_answer() -> None:
    fail = asyncio.Event()

    class Failing(Pieces):
        async def chunks(self):  # type: ignore[no-untyped-def]
            yield b"one"
            await fail.wait()
            raise ValueError("a fault of the body")

    async def begin(connection: Connection) -> None:
        await connection.head()
        await connection.send(HEAD + b"content-length: 10\r\n\r\nstart")
        await connection.reader.read()

    each = AiohttpBackend()
    async with serving(begin) as server:
        response = await each.send(post(server, Failing(length=10)))
        fail.set()
        with pytest.raises(ValueError, match="a fault of the body"):
            await response.read(1000)
        await eventually(lambda: server.open == 0)
        await each.aclose()


async def test_the_body_is_closed_when_its_call_ends() -> None:
    closed = asyncio.Event()

    class Guarded(Pieces):
        async def chunks(self):  # type: ignore[no-untyped-def]
            try:
                while True:
                    yield b"x" * 100_000
            finally:
                closed.set()

    async def swallow(connection: Connection) -> None:
        while await connection.reader.read(1_000_000):
            pass

    each = AiohttpBackend()
    before = asyncio.all_tasks()
    async with serving(swallow) as server:
        call = asyncio.create_task(each.send(post(server, Guarded())))
        await eventually(lambda: server.open == 1)
        call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await call
        await closed.wait()
        await eventually(lambda: server.open == 0)
        await each.aclose()
    await eventually(lambda: asyncio.all_tasks() == before)


async def test_a_backend_that_is_closed_stays_so_on_another_event_loop() -> None:
    each = AiohttpBackend()
    await each.aclose()

    async with serving(polite) as server:
        with pytest.raises(BackendError, match="the connections were closed"):
            await each.send(get(server))
        assert server.accepted == 0


CANARY = "canary-key"


async def interrupted(connection: Connection) -> None:
    await connection.request()
    await connection.send(HEAD + b"content-length: 10\r\nx-echo: canary-key\r\n\r\nstart")
    await connection.reader.read()


@pytest.mark.parametrize(
    "behaviour",
    [
        silence,
        interrupted,
        answering(b"canary-key\r\n\r\n"),
        answering(HEAD + b"canary-key\r\n\r\n"),
        answering(HEAD + b"x-echo: canary-key\r\ncontent-length: -1\r\n\r\n"),
        answering(HEAD + b"transfer-encoding: chunked\r\n\r\ncanary-key\r\n"),
        answering(HEAD + b"x-echo: canary-key\r\n", close=True),
        answering(HEAD + b"x-echo: canary-key" + b"x" * 70_000 + b"\r\n\r\n"),
    ],
    ids=["silence", "rest", "line", "header", "length", "chunk", "cut", "long"],
)
@pytest.mark.parametrize("cancelled", [False, True])
async def test_no_credential_is_in_anything_that_a_failure_leaves_behind(
    behaviour: Behaviour, cancelled: bool, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    each = AiohttpBackend()
    async with serving(behaviour) as server:
        request = evolve(get(server, timeouts=HASTY), headers=[("x-key", Secret(CANARY))])
        call = asyncio.create_task(fetched(each, request))
        await eventually(lambda: call.done() or bool(server.requests))
        if cancelled:
            call.cancel()
        try:
            await call
        except (BackendError, asyncio.CancelledError) as error:
            failure: BaseException = error
        await each.aclose()

    shown = [caplog.text]
    for one in chain(failure):
        shown += [str(one), repr(one), repr(vars(one)), repr(one.args)]
        frames = traceback.TracebackException.from_exception(one, capture_locals=True)
        for frame in frames.stack:
            # The frames of the tests hold the secret in their own right.
            if "/tests/" not in frame.filename:
                shown.append(repr(frame.locals))
    assert CANARY not in "\n".join(shown)
