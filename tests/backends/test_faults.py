"""A backend against a server that misbehaves byte by byte."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable

import pytest
from attrs import evolve

from ejento_async.backends.protocol import BackendError, BackendRequest
from tests.backends.conftest import Make
from tests.wire import (
    GOOD,
    HASTY,
    HEAD,
    PATIENT,
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
)

# What can go wrong before a request has left.


async def test_a_refused_connection_says_that_nothing_was_sent(backend: Make) -> None:
    async with serving(polite) as server:
        pass

    error = await failed(backend(), get(server))
    assert (error.sent, error.timeout) == (False, False)


async def test_a_name_that_does_not_resolve_says_that_nothing_was_sent(
    backend: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    request = BackendRequest("GET", "http://ejento.invalid/x", [], None, PATIENT)

    error = await failed(backend(), request)
    assert (error.sent, error.timeout) == (False, False)


async def test_a_connection_that_never_completes_is_a_timeout_with_nothing_sent(
    backend: Make,
) -> None:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        address = listener.getsockname()
        waiting = [socket.socket() for _ in range(4)]
        for each in waiting:
            each.setblocking(False)
            each.connect_ex(address)
        request = BackendRequest("GET", f"http://127.0.0.1:{address[1]}/x", [], None, HASTY)

        error = await failed(backend(), request)
        for each in waiting:
            each.close()

    assert (error.sent, error.timeout) == (False, True)


async def test_a_server_that_speaks_no_tls_says_that_nothing_was_sent(backend: Make) -> None:
    async with serving(answering(GOOD)) as server:
        request = evolve(get(server), url=server.url.replace("http:", "https:"), timeouts=HASTY)
        error = await failed(backend(), request)

    assert error.sent is False


@pytest.mark.parametrize(
    "url",
    [
        "ftp://127.0.0.1/x",
        "http://\u2603.example/",
        "http://[::1/",
        "http://127.0.0.1/" + "x" * 70_000,
    ],
    ids=lambda url: url[:20],
)
async def test_a_url_that_cannot_be_called_is_an_error_of_the_backend(
    url: str, backend: Make
) -> None:
    error = await failed(backend(), BackendRequest("GET", url, [], None, PATIENT))

    assert error.sent is False


# What can go wrong afterwards.


async def reset_at_once(connection: Connection) -> None:
    connection.reset()


async def reset_after_the_request(connection: Connection) -> None:
    await connection.request()
    connection.reset()


async def close_after_the_request(connection: Connection) -> None:
    await connection.request()


@pytest.mark.parametrize(
    "behaviour",
    [
        reset_at_once,
        reset_after_the_request,
        close_after_the_request,
        answering(HEAD + b"content-length: 10\r\n\r\nshort", close=True),
        answering(HEAD + b"transfer-encoding: chunked\r\n\r\n5\r\nshort\r\n", close=True),
        answering(HEAD + b"transfer-encoding: chunked\r\n\r\nnonsense\r\n"),
        answering(HEAD + b"content-len", close=True),
        answering(b"garbage\r\n\r\n"),
        answering(b"\0\xff" * 100),
        answering(b"HTTP/x.y 200 OK\r\n\r\n"),
        answering(b"HTTP/1.1 abc OK\r\n\r\n"),
        answering(HEAD + b"no colon\r\n\r\n"),
        answering(HEAD + b"x: " + b"y" * 300_000 + b"\r\n\r\n"),
        answering(HEAD + b"content-length: 4\r\ncontent-length: 5\r\n\r\ngood!"),
        answering(HEAD + b"content-length: -1\r\n\r\n"),
    ],
    ids=[
        "reset at once",
        "reset after the request",
        "closed without an answer",
        "short body",
        "chunked body cut off",
        "bad chunk",
        "headers cut off",
        "no status line",
        "binary garbage",
        "bad version",
        "bad status",
        "bad header",
        "huge header",
        "two lengths",
        "negative length",
    ],
)
async def test_a_fault_after_the_request_says_that_it_may_have_arrived(
    behaviour: Callable[[Connection], Awaitable[None]], backend: Make
) -> None:
    async with serving(behaviour) as server:
        each = backend()
        error = await failed(each, get(server))

        assert (error.sent, error.timeout) == (True, False)
        assert str(error)
        await eventually(lambda: server.open == 0)


@pytest.mark.parametrize("encoding", ["br", "gzip"], ids=["unknown", "damaged"])
async def test_a_body_that_cannot_be_decompressed_is_an_error(encoding: str, backend: Make) -> None:
    answer = HEAD + f"content-encoding: {encoding}\r\n".encode() + b"content-length: 4\r\n\r\ngood"

    async with serving(answering(answer)) as server:
        each = backend(max_connections=1)
        for _ in range(2):
            error = await failed(each, get(server))
            assert (error.sent, error.timeout) == (True, False)


@pytest.mark.parametrize(
    "behaviour",
    [silence, answering(HEAD), answering(HEAD + b"content-length: 10\r\n\r\nshort")],
    ids=["no answer", "no end of headers", "no end of body"],
)
async def test_a_server_that_goes_quiet_is_a_timeout(
    behaviour: Callable[[Connection], Awaitable[None]], backend: Make
) -> None:
    async with serving(behaviour) as server:
        error = await failed(backend(), get(server, timeouts=HASTY))

        assert (error.sent, error.timeout) == (True, True)
        await eventually(lambda: server.open == 0)


async def test_a_server_that_takes_nothing_in_is_a_timeout(backend: Make) -> None:
    async def deaf(connection: Connection) -> None:
        connection.reader._transport.pause_reading()  # type: ignore[attr-defined]
        await asyncio.Event().wait()

    async with serving(deaf) as server:
        body = Pieces(*[b"x" * 1_000_000] * 20, length=20_000_000)
        error = await failed(backend(), post(server, body, timeouts=HASTY))

        assert (error.sent, error.timeout) == (True, True)


async def test_an_answer_that_comes_while_the_body_is_sent_is_the_answer(backend: Make) -> None:
    async def refuse(connection: Connection) -> None:
        await connection.head()
        await connection.send(
            b"HTTP/1.1 413 Too Large\r\nconnection: close\r\ncontent-length: 4\r\n\r\ntoo!"
        )
        connection.writer.write_eof()
        while await connection.reader.read(1_000_000):
            pass

    async with serving(refuse) as server:
        body = Pieces(*[b"x" * 100_000] * 50, length=5_000_000)
        assert await fetched(backend(), post(server, body)) == (413, b"too!")


@pytest.mark.parametrize(
    "error",
    [
        ValueError("a fault of the body"),
        OSError(5, "disk"),
        RuntimeError("x"),
        TimeoutError("slow"),
    ],
    ids=lambda error: type(error).__name__,
)
async def test_an_error_of_the_body_itself_is_not_one_of_the_network(
    error: Exception, backend: Make
) -> None:
    async with serving(polite) as server:
        each = backend()
        with pytest.raises(type(error)) as caught:
            await each.send(post(server, Pieces(b"abc", error, length=10)))

        assert caught.value is error
        assert (await fetched(each, get(server)))[0] == 200
        await eventually(lambda: server.open == 1)


@pytest.mark.parametrize("length", [0, 2, 5, 10])
async def test_a_body_that_has_another_length_than_it_says_is_an_error(
    length: int, backend: Make
) -> None:
    async with serving(polite) as server:
        each = backend()
        error = await failed(each, post(server, Pieces(b"abc", b"def", length=length)))

        assert error.sent
        assert str(error) == f"the body does not have the {length} bytes that it says"
        assert (await fetched(each, get(server)))[0] == 200


# What a server does on a connection that it has served before.


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "HEAD", "POST"])
async def test_a_request_is_never_sent_again_by_itself(method: str, backend: Make) -> None:
    async def once(connection: Connection) -> None:
        await connection.request()
        await connection.answer()
        await connection.request()

    async with serving(once) as server:
        each = backend()
        assert (await fetched(each, get(server)))[0] == 200
        request = evolve(get(server), method=method)
        error = await failed(each, request)

        assert (error.sent, error.timeout, request.sent) == (True, False, True)
        assert len(server.requests) == 2
        assert server.accepted == 1


@pytest.mark.parametrize("method", ["GET", "POST"])
async def test_a_connection_that_has_just_been_closed_is_not_used_again(
    method: str, backend: Make
) -> None:
    left = asyncio.Event()

    async def leave(connection: Connection) -> None:
        await connection.request()
        await connection.answer()
        connection.writer.write_eof()
        left.set()

    async with serving(leave) as server:
        each = backend()
        for number in (1, 2):
            response = await each.send(evolve(get(server), method=method))
            await left.wait()
            left.clear()
            await response.read(1000)
            assert server.accepted == number


# What a server does once the answer has begun.


@pytest.mark.parametrize(
    "framing",
    [b"", b"content-length: 100\r\n", b"transfer-encoding: chunked\r\n"],
    ids=["until the end", "length", "chunked"],
)
async def test_a_body_whose_connection_is_reset_is_not_whole(framing: bytes, backend: Make) -> None:
    reset = asyncio.Event()

    async def behave(connection: Connection) -> None:
        await connection.request()
        await connection.send(HEAD + framing + b"\r\n")
        await reset.wait()
        connection.reset()

    async with serving(behave) as server:
        response = await backend().send(get(server))
        reset.set()
        with pytest.raises(BackendError) as caught:
            await response.read(1000)

    assert (caught.value.sent, caught.value.timeout) == (True, False)


async def test_a_chunk_that_is_damaged_later_ends_the_body(backend: Make) -> None:
    damage = asyncio.Event()

    async def behave(connection: Connection) -> None:
        await connection.request()
        await connection.send(HEAD + b"transfer-encoding: chunked\r\n\r\n5\r\nstart\r\n")
        await damage.wait()
        await connection.send(b"nonsense\r\n")
        await connection.reader.read()

    async with serving(behave) as server:
        response = await backend().send(get(server))
        chunks = response.chunks()
        assert await anext(chunks) == b"start"
        damage.set()
        async with asyncio.timeout(2):
            with pytest.raises(BackendError) as caught:
                await anext(chunks)
        await response.aclose()

        assert (caught.value.sent, caught.value.timeout) == (True, False)
        await eventually(lambda: server.open == 0)


async def test_silence_after_a_hint_is_a_timeout_as_well(backend: Make) -> None:
    async with serving(answering(b"HTTP/1.1 103 Early Hints\r\n\r\n")) as server:
        error = await failed(backend(), get(server, timeouts=HASTY))

        assert (error.sent, error.timeout) == (True, True)
        await eventually(lambda: server.open == 0)


async def test_an_answer_that_nobody_asked_for_is_not_given_to_the_next_call(
    ours: Make,
) -> None:
    stray = b"HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nstray"
    each = ours()

    async with serving(answering(GOOD + stray)) as server:
        for number in range(1, 4):
            assert await fetched(each, get(server)) == (200, b"good")
            assert server.accepted == number
