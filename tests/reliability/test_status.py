"""Statuses: what each becomes, which are tried again, and that no redirect is followed."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

import pytest

from ejento_async import (
    APIResponseError,
    APIStatusError,
    BadRequestError,
    ConflictError,
    EjentoClient,
    NotFoundError,
    RateLimitError,
    ServerError,
    Timeout,
    _sender,
)
from ejento_async.sandbox import Fault
from tests.reliability.scene import Scene
from tests.reliability.table import Call, Row, read, told, write
from tests.wire import GOOD_JSON, Connection, Saying, answering, whole


async def delete(ejento: EjentoClient) -> None:
    """A call that promises no data."""
    await ejento.v2.chat_threads.delete(1)


def refusing(status: str, rest: bytes, headers: str = "") -> Any:
    """Answer with a status and, after its headers, whatever comes."""
    head = f"HTTP/1.1 {status}\r\n{headers}\r\n".encode()
    return answering(head + rest, close=True)


ROWS = [
    # Which are tried again?
    Row(
        fault="503 twice, to a read",
        given=(Fault.status(503, times=2),),
        attempts=3,
    ),
    Row(
        fault="503, to a write",
        given=(Fault.status(503),),
        call=write,
        raises=ServerError,
        applied=True,
    ),
    Row(
        fault="503 with Retry-After, to a write",
        given=(Fault.status(503, headers={"Retry-After": "0"}, times=1),),
        call=write,
        attempts=2,
    ),
    Row(
        fault="409, to a write",
        given=(Fault.status(409),),
        call=write,
        raises=ConflictError,
    ),
    Row(
        fault="429 once, to a write",
        given=(Fault.status(429, times=1),),
        call=write,
        attempts=2,
    ),
    Row(
        fault="503 with retries off",
        given=(Fault.status(503),),
        settings={"max_retries": 0},
        raises=ServerError,
    ),
    Row(
        fault="999",
        given=answering(whole(b"odd", status="999 Odd")),
        raises=ServerError,
        says=r"^odd \| .* status 999",
    ),
    Row(
        fault="600 without a reason or a body",
        given=answering(whole(b"", status="600")),
        raises=ServerError,
        says="the server answered 600",
    ),
    # Answers that have no body.
    Row(fault="204 to a call without data", given=(Fault.status(204),), call=delete),
    Row(
        fault="204 to a call that promises data",
        given=(Fault.status(204),),
        raises=APIResponseError,
        says="status 204",
    ),
    Row(
        fault="304, which nobody asked for",
        given=(Fault.status(304),),
        raises=APIStatusError,
        says="status 304",
    ),
    Row(
        fault="304 with the length of what it does not send",
        given=answering(b"HTTP/1.1 304 Not Modified\r\ncontent-length: 500\r\n\r\n"),
        raises=APIStatusError,
        says="status 304",
    ),
    # An error status counts, whatever becomes of its body.
    *(
        Row(
            fault=f"404 whose body {what}",
            given=refusing("404 Not Found", rest, headers),
            raises=NotFoundError,
            says="status 404",
            idle=0,
        )
        for what, headers, rest in (
            ("is cut off", "content-length: 100\r\n", b'{"message": "no'),
            ("lacks its last chunk", "transfer-encoding: chunked\r\n", b"3\r\nabc\r\n"),
            (
                "has an unknown encoding",
                "content-encoding: br\r\ncontent-length: 3\r\n",
                b"\x0b\x01\x80",
            ),
            (
                "has a damaged encoding",
                "content-encoding: gzip\r\ncontent-length: 3\r\n",
                b"abc",
            ),
        )
    ),
    Row(
        fault="404 whose body falls silent",
        given=(Fault.stall_body(5), Fault.status(404)),
        settings={"timeout": Timeout(read=0.1)},
        raises=NotFoundError,
        idle=0,
    ),
    Row(
        fault="404 whose body is reset",
        given=(Fault.cut_body(5, reset=True), Fault.status(404)),
        raises=NotFoundError,
        idle=0,
    ),
    Row(
        fault="503 whose body is cut off, to a read",
        given=(Fault.cut_body(5, times=1), Fault.status(503, times=1)),
        attempts=2,
    ),
    Row(
        fault="500 whose body is cut off, to a write",
        given=(Fault.cut_body(5), Fault.status(500)),
        call=write,
        raises=ServerError,
        applied=True,
        idle=0,
    ),
]


STATUSES: dict[int, tuple[type[APIStatusError], int, str]] = {
    400: (BadRequestError, 1, "Bad Request"),
    404: (NotFoundError, 1, "Not Found"),
    408: (APIStatusError, 3, "Request Timeout"),
    409: (ConflictError, 1, "Conflict"),
    418: (APIStatusError, 1, "I'm a Teapot"),
    429: (RateLimitError, 3, "Too Many Requests"),
    500: (ServerError, 3, "Internal Server Error"),
    501: (ServerError, 1, "Not Implemented"),
    502: (ServerError, 3, "Bad Gateway"),
    503: (ServerError, 3, "Service Unavailable"),
    504: (ServerError, 3, "Gateway Timeout"),
    520: (ServerError, 1, "unknown status"),
    599: (ServerError, 1, "unknown status"),
}
"""What each becomes, how often a read is tried, and how it is called."""


@pytest.mark.parametrize("html", [False, True], ids=["json", "page"])
async def test_each_status_becomes_the_error_of_its_kind(html: bool, scene: Scene) -> None:
    sandbox = await scene.sandbox()
    for status, (kind, attempts, name) in STATUSES.items():
        sandbox.faults.clear()
        sandbox.requests.clear()
        sandbox.faults.add(Fault.status(status, html=html))
        outcome = await scene.attempt(read(scene.client(sandbox)))

        times = "1 attempt" if attempts == 1 else f"{attempts} attempts"
        scene.note(
            f"{'a page of a gateway with ' * html}{status}, to a read",
            f"{kind.__name__}, {times}",
            told(outcome, len(sandbox.requests)),
        )
        assert type(outcome.failure) is kind, status
        assert outcome.failure.status == status
        assert outcome.failure.attempts == len(sandbox.requests) == attempts, status
        words = f"the server answered {status} ({name}) |"
        if not html:
            words = f"The sandbox was told to answer {status} |"
        assert str(outcome.failure).startswith(words)
    await scene.settled(len(STATUSES))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.fault)
async def test_a_status_ends_as_the_table_says(row: Row, scene: Scene) -> None:
    await row.prove(scene)


async def test_the_body_of_an_error_status_is_not_waited_for_for_ever(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_sender, "REFUSAL_PATIENCE", 0.05)
    sandbox = await scene.sandbox(Fault.slow_body(0.01), Fault.status(404))
    outcome = await scene.attempt(read(scene.client(sandbox)))

    scene.note("404 whose body drips", "NotFoundError, 1 attempt", told(outcome))
    assert type(outcome.failure) is NotFoundError
    assert outcome.failure.body is None
    await scene.settled()


# Redirects.


@pytest.mark.parametrize("call", [read, write])
async def test_no_redirect_is_followed(call: Call, scene: Scene) -> None:
    other = await scene.server(answering(whole(GOOD_JSON)))
    sandbox = await scene.sandbox()
    client = scene.client(sandbox)
    for where, place in {
        "the same host": "/api/v2/agents/43",
        "another port": f"{other.url}/api/v2/agents/43",
        "another host": f"//localhost:{other.port}/api/v2/agents/43",
    }.items():
        for status in (301, 302, 303, 307, 308):
            sandbox.faults.add(Fault.redirect(place, status=status, times=1))
            outcome = await scene.attempt(call(client))

            assert type(outcome.failure) is APIStatusError
            assert outcome.failure.status == status
            assert outcome.failure.attempts == 1
            assert outcome.failure.headers["location"] == place
            assert not outcome.failure.maybe_applied
        scene.note(
            f"301, 302, 303, 307 or 308 to {where}, to a {call.__name__}",
            "APIStatusError, 1 attempt",
            told(outcome),
        )
    assert len(sandbox.requests) == 15
    assert other.accepted == 0


async def test_a_redirect_that_is_the_answer_is_returned_and_not_followed(scene: Scene) -> None:
    other = await scene.server(answering(whole(GOOD_JSON)))
    place = f"{other.url}/login?state=1"
    sandbox = await scene.sandbox(Fault.redirect(place, status=302))
    outcome = await scene.attempt(
        scene.client(sandbox).v2.sso.login_google(next="https://app.example.com/")
    )

    scene.note("a redirect that single sign-on promises", "ok, 1 attempt", told(outcome))
    assert outcome.value == place
    assert other.accepted == 0


async def test_a_redirect_that_leads_nowhere_is_no_answer(scene: Scene) -> None:
    sandbox = await scene.sandbox(Fault.status(302, body=b""))
    outcome = await scene.attempt(
        scene.client(sandbox).v2.sso.login_google(next="https://app.example.com/")
    )

    scene.note("a redirect without a Location", "APIResponseError, 1 attempt", told(outcome))
    assert type(outcome.failure) is APIResponseError


async def test_credentials_that_a_server_sends_back_are_not_shown(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Below that, httpx writes down the headers of all answers: who turns it on gets what it says.
    monkeypatch.setattr(logging.getLogger("httpcore"), "level", logging.INFO)
    logging.getLogger("httpcore.http11").manager._clear_cache()  # type: ignore[attr-defined]
    sandbox = await scene.sandbox()
    secrets = f"{sandbox.access_token}&key={sandbox.api_key}"
    sandbox.faults.add(Fault.redirect(f"/login?token={secrets}", times=1))
    sandbox.faults.add(
        Fault.status(400, body={"message": f"bad {secrets}", "key": sandbox.api_key})
    )
    client = scene.client(sandbox)
    outcomes = [await scene.attempt(read(client)) for _ in range(2)]

    # The scene looks for them in all that the errors hold.
    scene.note("credentials in a Location", "APIStatusError, 1 attempt", told(outcomes[0]))
    scene.note("credentials in an error body", "BadRequestError, 1 attempt", told(outcomes[1]))
    assert [type(outcome.failure) for outcome in outcomes] == [APIStatusError, BadRequestError]
    assert outcomes[0].failure.headers["location"].startswith("/login?")
    assert str(outcomes[1].failure).startswith("bad ")


# Answers that nobody asked for.


STRAY = b'{"success": true, "data": {"id": 666}}'

LEFT_OVER = {
    "a second answer after the first": whole(GOOD_JSON) + whole(STRAY),
    "a body after 204": b"HTTP/1.1 204 None\r\n\r\n" + STRAY,
    "another answer after 204": b"HTTP/1.1 204 None\r\n\r\n" + whole(STRAY),
    "a body after 304": b"HTTP/1.1 304 Same\r\ncontent-length: 38\r\n\r\n" + STRAY,
}


@pytest.mark.parametrize("by_proxy", [False, True], ids=["", "by proxy"])
@pytest.mark.parametrize("call", [read, write])
async def test_no_call_gets_what_was_left_over_from_another(
    call: Call, by_proxy: bool, scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = await scene.server(saying := Saying())
    if by_proxy:
        monkeypatch.setenv("http_proxy", server.url)
    for fault, first in LEFT_OVER.items():
        client = scene.client("http://localhost:9" if by_proxy else server, max_retries=0)
        server.requests.clear()
        saying.answer = first
        await scene.attempt(read(client))
        saying.answer = whole(GOOD_JSON)
        outcome = await scene.attempt(call(client))

        way = ", by proxy" if by_proxy else ""
        scene.note(f"{fault}; then a {call.__name__}{way}", "ok, 1 attempt", told(outcome))
        assert outcome.error is None, fault
        assert outcome.value.id == 42, fault
        assert len(server.requests) == 2, fault


async def test_a_408_to_an_idle_connection_is_no_answer_to_the_next_call(scene: Scene) -> None:
    spoken = asyncio.Event()

    async def impatient(connection: Connection) -> None:
        await connection.request()
        await connection.send(whole(GOOD_JSON))
        if connection.number == 1:
            await connection.send(whole(b"", status="408 Request Timeout"))
            spoken.set()
        await connection.request()

    server = await scene.server(impatient)
    client = scene.client(server)
    await read(client)
    await spoken.wait()
    outcome = await scene.attempt(write(client))

    scene.note("408 to an idle connection, then a write", "ok, 1 attempt", told(outcome))
    assert outcome.error is None
    assert server.accepted == 2
