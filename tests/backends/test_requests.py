"""What a backend sends, and what it makes of what comes back."""

from __future__ import annotations

import asyncio
import gzip
import tracemalloc

import pytest
from attrs import evolve

from ejento_async.backends.protocol import BackendRequest, BackendResponse, BodyTooLargeError
from tests.backends.conftest import Make
from tests.wire import (
    GOOD,
    HEAD,
    PATIENT,
    Connection,
    Pieces,
    Received,
    answering,
    eventually,
    fetched,
    get,
    polite,
    post,
    serving,
    whole,
)


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


async def test_our_own_connections_add_no_header_that_was_not_given(ours: Make) -> None:
    received: list[Received] = []

    async def behave(connection: Connection) -> None:
        while (request := await connection.request()) is not None:
            received.append(request)
            await connection.answer()

    async with serving(behave) as server:
        await fetched(ours(), get(server))

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


@pytest.mark.parametrize("size", [70_000, 3_000_000])
async def test_a_large_body_arrives_whole(size: int, backend: Make) -> None:
    content = bytes(range(256)) * (size // 256)

    async with serving(polite) as server:
        each = backend()
        for _ in range(2):
            assert (await fetched(each, post(server, content)))[0] == 200
        assert [request.body == content for request in server.requests] == [True, True]
        assert server.accepted == 1


async def test_an_answer_may_begin_before_the_request_has_ended(backend: Make) -> None:
    async def both_at_once(connection: Connection) -> None:
        await connection.head()
        await connection.send(HEAD + b"transfer-encoding: chunked\r\n\r\n5\r\nstart\r\n")
        await connection.reader.readexactly(1_000_000)
        await connection.send(b"3\r\nend\r\n0\r\n\r\n")

    async with serving(both_at_once) as server:
        body = Pieces(*[b"x" * 100_000] * 10, length=1_000_000)
        assert await fetched(backend(), post(server, body)) == (200, b"startend")


@pytest.mark.parametrize(
    ("url", "target"),
    [
        ("http://{}", "/"),
        ("http://{}?q", "/?q"),
        ("http://{}/a//b/", "/a//b/"),
        ("http://{}/%2e%2E/%2f;x=%41", "/%2e%2E/%2f;x=%41"),
        ("http://{}/x?a=%20+%2B&b=%C3%A9&&c", "/x?a=%20+%2B&b=%C3%A9&&c"),
        ("http://{}/x#here", "/x"),
    ],
)
async def test_a_url_is_sent_byte_for_byte(url: str, target: str, backend: Make) -> None:
    async with serving(polite) as server:
        host = server.url.removeprefix("http://")
        await fetched(backend(), evolve(get(server), url=url.format(host)))

        (request,) = server.requests
        assert (request.target, request.header("host")) == (target, host)


@pytest.mark.parametrize(
    ("method", "body", "framing"),
    [
        ("GET", None, None),
        ("GET", b"x", "1"),
        ("DELETE", None, None),
        ("POST", None, "0"),
        ("PUT", b"", "0"),
        ("PATCH", b"xy", "2"),
    ],
)
async def test_a_request_says_how_long_it_is_where_that_is_expected(
    method: str, body: bytes | None, framing: str | None, backend: Make
) -> None:
    async with serving(polite) as server:
        await fetched(backend(), evolve(get(server), method=method, body=body))

        (request,) = server.requests
        assert request.header("content-length") == framing
        assert request.header("transfer-encoding") is None


# Reading a whole answer at once.

BODY = b"0123456789" * 20_000
WHOLE = {
    "length": whole(BODY),
    "chunked": HEAD
    + b"transfer-encoding: chunked\r\n\r\n"
    + b"".join(b"3e8\r\n" + BODY[at : at + 1000] + b"\r\n" for at in range(0, len(BODY), 1000))
    + b"0\r\n\r\n",
    "until the end": HEAD + b"\r\n" + BODY,
    "compressed": whole(gzip.compress(BODY), headers="content-encoding: gzip\r\n"),
}


@pytest.mark.parametrize("kind", WHOLE)
async def test_a_body_is_read_whole(kind: str, backend: Make) -> None:
    async with serving(answering(WHOLE[kind], close=kind == "until the end")) as server:
        each = backend(max_connections=1)
        for _ in range(2):
            response = await each.send(get(server))
            assert await response.read(len(BODY)) == BODY
            await response.aclose()
        assert server.accepted == (2 if kind == "until the end" else 1)


@pytest.mark.parametrize("kind", WHOLE)
async def test_a_body_that_is_larger_than_allowed_is_refused_and_frees_its_place(
    kind: str, backend: Make
) -> None:
    async with serving(answering(WHOLE[kind], close=kind == "until the end")) as server:
        each = backend(max_connections=1)
        for _ in range(2):
            response = await each.send(get(server))
            with pytest.raises(BodyTooLargeError):
                await response.read(len(BODY) - 1)
        await eventually(lambda: server.open <= 1)


async def test_a_body_that_says_it_is_too_large_is_refused_before_it_comes(ours: Make) -> None:
    async with serving(answering(HEAD + b"content-length: 1000000\r\n\r\nstart")) as server:
        response = await ours().send(get(server))
        with pytest.raises(BodyTooLargeError):
            await response.read(1000)
        await eventually(lambda: server.open == 0)


async def test_a_bomb_is_refused_before_it_unfolds(backend: Make) -> None:
    bomb = gzip.compress(b"\0" * 50_000_000, 9)

    async with serving(answering(whole(bomb, headers="content-encoding: gzip\r\n"))) as server:
        response = await backend().send(get(server))
        tracemalloc.start()
        try:
            with pytest.raises(BodyTooLargeError):
                await response.read(1_000_000)
            assert tracemalloc.get_traced_memory()[1] < 5_000_000
        finally:
            tracemalloc.stop()


async def test_headers_of_an_answer_are_plain_text_and_no_type_of_the_library(
    backend: Make,
) -> None:
    async with serving(polite) as server:
        response: BackendResponse = await backend().send(get(server))
        await response.aclose()

    assert type(response.headers) is dict
    assert {type(part) for pair in response.headers.items() for part in pair} == {str}
