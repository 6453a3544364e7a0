"""Faults of a stream of events: of its bytes, of its words, of its opening."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import Any

import pytest

from ejento_async import (
    AnswerFailedError,
    APIConnectionError,
    APIResponseError,
    APIStatusError,
    APITimeoutError,
    AuthenticationError,
    EjentoClient,
    ServerError,
    StreamError,
    StreamIdleTimeoutError,
    StreamInterruptedError,
    TokenPair,
)
from ejento_async._sse import EventDecoder
from ejento_async.sandbox import Fault
from tests.reliability.scene import CANARIES, HASTY, Outcome, Scene
from tests.reliability.table import Call, Row
from tests.reliability.transcripts import (
    ANSWER,
    END,
    HEAD,
    HELLO,
    START,
    WORLD,
    ask,
    chunk,
    cut,
    dripping,
    event,
    instead,
    silent,
    stream_of,
    streaming,
    token,
)
from tests.wire import Connection, eventually, silence

SECRET = CANARIES["access_token"]
STREAM = "v2_agent_responses_stream"


@dataclass(frozen=True, kw_only=True)
class StreamRow(Row):
    """A fault of a stream.

    Attributes:
        partial: the text that the error must hold.
    """

    call: Call = ask
    partial: str = ""

    async def prove(self, scene: Scene) -> Outcome:
        outcome = await super().prove(scene)
        if isinstance(outcome.error, StreamError):
            assert outcome.error.partial == self.partial
        return outcome


def gzipped(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=31)
    return packer.compress(data) + packer.flush()


def interrupted(fault: str, *pieces: bytes, partial: str = "Hello") -> StreamRow:
    """Say that a stream which is cut after these pieces is an error with the text so far."""
    return StreamRow(
        fault=fault,
        given=streaming(*pieces, then=cut),
        raises=StreamInterruptedError,
        applied=True,
        partial=partial,
        idle=0,
    )


def broken(fault: str, *pieces: bytes, raises: type[APIResponseError | StreamError]) -> StreamRow:
    """Say that a stream with these pieces is an error, after `Hello`."""
    return StreamRow(
        fault=fault,
        given=streaming(HELLO, *pieces, then=silent),
        raises=raises,
        applied=True,
        partial="Hello",
        idle=0,
    )


def taken(fault: str, *pieces: bytes) -> StreamRow:
    """Say that a stream of these pieces is as good as any."""
    return StreamRow(fault=fault, given=streaming(*pieces))


async def impatient(ejento: EjentoClient) -> object:
    return await ask(ejento.with_options(deadline=0.2))


CRLF = HELLO.replace(b"\n", b"\r\n"), END.replace(b"\n", b"\r\n")

CUTS = [
    interrupted("the connection closes between two events", START, HELLO),
    interrupted("the connection closes before the first event", partial=""),
    interrupted("the connection closes in an event", HELLO, WORLD[:20]),
    interrupted(
        "the connection closes in a character",
        HELLO,
        token("é").partition("é".encode()[1:])[0],
    ),
    interrupted("the connection closes between CR and LF", CRLF[0], CRLF[1][:-3]),
    interrupted("the connection closes before the blank line of the last event", HELLO, END[:-1]),
    taken("all but the LF after the last CR has come", CRLF[0], CRLF[1][:-1]),
    StreamRow(
        fault="the stream ends in good order without its last event",
        given=streaming(START, HELLO),
        raises=StreamInterruptedError,
        applied=True,
        partial="Hello",
        says="the stream ended too early",
    ),
    StreamRow(
        fault="the stream is empty",
        given=streaming(),
        raises=StreamInterruptedError,
        applied=True,
    ),
    StreamRow(
        fault="the stream goes quiet",
        given=streaming(START, HELLO, then=silent),
        raises=StreamIdleTimeoutError,
        applied=True,
        partial="Hello",
        idle=0,
        settings={"timeout": HASTY},
    ),
    StreamRow(
        fault="heartbeats byte by byte for longer than the read timeout",
        given=dripping(b": ok\n", 0.1),
        settings={"timeout": 0.4},
    ),
    StreamRow(
        fault="a server that drips until the deadline of the call",
        given=dripping(token("x" * 1000), 0.01),
        call=impatient,
        raises=APITimeoutError,
        applied=True,
        says="deadline",
        within=1.0,
        idle=0,
    ),
]

EVENTS = [
    taken("an event of 2 MB", token("x" * 2_000_000), ANSWER),
    taken("comments, unknown fields, a retry and an id", b": hi\nx: y\nretry: 5\nid: 1\n", ANSWER),
    taken("an event of an unknown kind", event("telemetry", step="dance", x=[1]), ANSWER),
    taken("line separators of Unicode in a text", token("a\u2028b\u2029c\u0085d"), ANSWER),
    taken("bytes that are no text", token("?").replace(b"?", b"\xff\xfe"), ANSWER),
    StreamRow(
        fault="a stream that is compressed",
        given=instead(
            b"200 OK\r\ncontent-type: text/event-stream\r\ncontent-encoding: gzip",
            gzipped(ANSWER),
        ),
    ),
    broken("an event that is no JSON", b"data: {oops\n\n", raises=StreamError),
    broken("an event that is no object", b"data: [1]\n\n", raises=StreamError),
    broken("an event that nests without end", b"data: %b\n\n" % (b"[" * 9000), raises=StreamError),
    broken(
        "an error event",
        event("error", step="error", message="m", output={"error": {"details": "no model"}}),
        raises=AnswerFailedError,
    ),
    broken("an end without success", event("end", success=False), raises=AnswerFailedError),
    broken("an end without output", event("end", success=True), raises=APIResponseError),
    broken("an end with another output", event("end", output="Hello"), raises=APIResponseError),
    broken(
        "a broken event with a token where the error stops to quote it",
        b"data: " + b"x" * 180 + SECRET.encode() + b"x" * 500 + b"\n\n",
        raises=StreamError,
    ),
    broken(
        "an error event with a token where the error stops to quote it",
        event("error", message="x" * 190 + SECRET, more=[SECRET]),
        raises=AnswerFailedError,
    ),
    broken(
        "an output of another shape with a token in it",
        event("end", output=[SECRET]),
        raises=APIResponseError,
    ),
    StreamRow(
        fault="a page with a token in it in place of the stream",
        given=instead(
            b"200 OK\r\ncontent-type: text/html",
            b"x" * 1980 + SECRET.encode() + b"x" * 5000,
        ),
        raises=APIResponseError,
        applied=True,
    ),
    interrupted("a cut after a token was told", event("status", message=SECRET), HELLO),
]

OPENINGS = [
    StreamRow(
        fault="a page in place of the stream",
        given=instead(b"200 OK\r\ncontent-type: text/html", b"<html>Log in</html>"),
        raises=APIResponseError,
        applied=True,
        says="expected text/event-stream, got text/html",
    ),
    StreamRow(
        fault="JSON in place of the stream",
        given=instead(
            b"200 OK\r\ncontent-type: application/json",
            b'{"success": false, "message": "The agent is archived"}',
        ),
        raises=APIResponseError,
        applied=True,
        says="The agent is archived",
    ),
    StreamRow(
        fault="a page that says it is a stream",
        given=instead(b"200 OK\r\ncontent-type: text/event-stream", b"<html>Log in</html>"),
        raises=StreamInterruptedError,
        applied=True,
    ),
    StreamRow(
        fault="a redirect to a login page",
        given=instead(b"302 Found\r\nlocation: /login", b""),
        raises=APIStatusError,
    ),
    StreamRow(
        fault="401, and nothing to renew with",
        given=(Fault.status(401),),
        raises=AuthenticationError,
    ),
    StreamRow(fault="429 once", given=(Fault.status(429, operation=STREAM, times=1),), attempts=2),
    StreamRow(
        fault="503, which a question is not repeated after",
        given=(Fault.status(503, operation=STREAM),),
        raises=ServerError,
        applied=True,
    ),
    StreamRow(
        fault="503 once, with the wish to be asked again",
        given=(Fault.status(503, operation=STREAM, times=1, headers={"Retry-After": "0"}),),
        attempts=2,
    ),
    StreamRow(
        fault="a reset in place of the stream",
        given=(Fault.drop(reset=True),),
        raises=APIConnectionError,
        applied=True,
        idle=0,
    ),
    StreamRow(
        fault="silence in place of the stream",
        given=silence,
        raises=APITimeoutError,
        applied=True,
        idle=0,
        settings={"timeout": HASTY},
    ),
]


@pytest.mark.parametrize("row", [*CUTS, *EVENTS, *OPENINGS], ids=lambda row: row.fault)
async def test_a_fault_of_a_stream_ends_as_the_table_says(row: StreamRow, scene: Scene) -> None:
    await row.prove(scene)


# Where the network cuts a stream.


@pytest.fixture
def fed(monkeypatch: pytest.MonkeyPatch) -> bytearray:
    """All bytes that decoders were given so far."""
    seen = bytearray()
    feed = EventDecoder.feed

    def spy(decoder: EventDecoder, chunk: bytes) -> Any:
        seen.extend(chunk)
        return feed(decoder, chunk)

    monkeypatch.setattr(EventDecoder, "feed", spy)
    return seen


TRICKY = (
    b"\xef\xbb\xbf: hi\r\n"
    + HELLO.replace(b"Hello", "Grüße 🌍".encode()).replace(b"\n", b"\r\n")
    + b"data: {\ndata: }\n\n"
    + END
)
PLACES = {
    "in the byte order mark": 1,
    "between CR and LF": TRICKY.index(b"\r\n") + 1,
    "in the name of a field": TRICKY.index(b"event") + 2,
    "in a character of two bytes": TRICKY.index("ü".encode()) + 1,
    "in a character of four bytes": TRICKY.index("🌍".encode()) + 2,
    "before a blank line": TRICKY.index(b"\r\n\r\n") + 2,
    "between CR and LF of a blank line": TRICKY.index(b"\r\n\r\n") + 3,
    "between two lines of data": TRICKY.index(b"data: }"),
    "before the last LF": len(TRICKY) - 1,
}


async def test_the_network_may_cut_a_stream_anywhere(scene: Scene, fed: bytearray) -> None:
    places = list(PLACES.values())

    async def in_two_pieces(connection: Connection) -> None:
        for place in places:
            await connection.request()
            fed.clear()
            await connection.send(HEAD + chunk(TRICKY[:place]))
            await eventually(lambda: len(fed) == place)  # noqa: B023
            await connection.send(chunk(TRICKY[place:]) + chunk(b""))

    client = scene.client(await scene.server(in_two_pieces))
    for place in PLACES:
        stream = stream_of(client)
        async with stream:
            kinds = [type(event).__name__ async for event in stream]

        scene.note(f"a stream in two pieces, cut {place}", "ok", "ok")
        assert kinds == ["TextDelta", "UnknownEvent", "FinalAnswer"]
        assert stream.text_so_far == "Grüße 🌍"


# Tokens that expire.


async def test_an_opening_with_an_old_token_is_repeated_with_a_new_one(scene: Scene) -> None:
    sandbox = await scene.sandbox()
    tokens = TokenPair(sandbox.auth_token, sandbox.access_token)
    client = scene.client(sandbox, credentials=tokens)
    sandbox.expire_access_token()

    outcome = await scene.attempt(ask(client))

    asked = sandbox.requests.of(STREAM)
    scene.note(
        "a token that has expired at the opening",
        "ok, 2 attempts",
        f"{outcome.name}, {len(asked)} attempts",
    )
    assert outcome.value
    assert sandbox.refresh_count == 1
    assert asked[0].body == asked[1].body
    await scene.settled(1)


async def test_a_stream_outlives_its_token(scene: Scene) -> None:
    sandbox = await scene.sandbox()
    tokens = TokenPair(sandbox.auth_token, sandbox.access_token)
    client = scene.client(sandbox, credentials=tokens)
    async with stream_of(client) as stream:
        await anext(stream)
        sandbox.expire_access_token()
        outcome = await scene.attempt(stream.collect())
    renewed_meanwhile = sandbox.refresh_count
    await client.v2.users.get_me()

    scene.note(
        "a token that expires in the middle of a stream",
        "ok, 1 attempt",
        f"{outcome.name}, {len(sandbox.requests.of(STREAM))} attempt",
    )
    assert outcome.value.answer
    assert (renewed_meanwhile, sandbox.refresh_count) == (0, 1)
    assert len(sandbox.requests.of(STREAM)) == 1
    await scene.settled(1)
