"""Bodies that are not what was promised: damaged, odd, huge, or with bad news in them."""

from __future__ import annotations

import codecs
import gzip
import json
import tracemalloc
import zlib
from typing import Any

import pytest

from ejento_async import (
    APIConnectionError,
    APIError,
    APIResponseError,
    BadRequestError,
    EjentoClient,
    Limits,
    ResponseTooLargeError,
)
from ejento_async.sandbox import Fault
from tests.reliability.scene import Scene
from tests.reliability.table import Row, read, told, write
from tests.wire import GOOD_JSON, Connection, Saying, whole

JSON = "content-type: application/json\r\n"
FLAT = zlib.compressobj(wbits=-zlib.MAX_WBITS)
FLAT_JSON = FLAT.compress(GOOD_JSON) + FLAT.flush()


def encoded(name: str) -> str:
    return f"{JSON}content-encoding: {name}\r\n"


async def delete(ejento: EjentoClient) -> None:
    """A call that promises no data."""
    await ejento.v2.chat_threads.delete(1)


async def second_generation(ejento: EjentoClient) -> object:
    return await ejento.v2_legacy.user.get(147)


async def first_generation(ejento: EjentoClient) -> object:
    return await ejento.v1.projects.get(1)


# A fault, the body, and what the error says.
NOT_AS_PROMISED: tuple[tuple[str, bytes, str], ...] = (
    ("JSON that breaks off", GOOD_JSON[:-5], "expected JSON, got application/json that is not"),
    ("JSON with more behind it", GOOD_JSON + b"]", "Extra data at character"),
    ("text that is not UTF-8", b'{"success": true, "data": "\xff\xfe"}', "invalid text"),
    ("half a surrogate pair in UTF-16", GOOD_JSON.decode().encode("utf-16")[:-1], "invalid text"),
    ("NaN", b'{"success": true, "data": {"id": NaN}}', "NaN is not JSON"),
    ("Infinity", b'{"success": true, "data": {"id": -Infinity}}', "-Infinity is not JSON"),
    ("a number of 5,000 digits", b'{"data": {"id": %s}}' % (b"9" * 5000), "expected JSON"),
    ("lists 100,000 deep", b"[" * 100_000 + b"]" * 100_000, "nested too deeply"),
    ("objects 100,000 deep", b'{"a":' * 100_000 + b"1" + b"}" * 100_000, "nested too deeply"),
    ("null", b"null", "body: expected an object, found NoneType"),
    ("a list in place of an object", b"[]", "body: expected an object, found list"),
    ("a text in place of an object", b'"good"', "body: expected an object, found str"),
    ("a list for its data", b'{"success": true, "data": []}', "data: expected an object"),
    ("null for its data", b'{"success": true, "data": null}', "data: expected an object"),
    ("data without its id", b'{"success": true, "data": {}}', "data.id: expected an integer"),
    ("an envelope without data", b'{"success": true}', "expected an object, found nothing"),
    ("a text for a number", b'{"data": {"id": "many"}}', "data.id: expected an integer"),
    ("nothing at all", b"", "expected an object, found NoneType"),
    ("blanks", b" \r\n", "expected an object, found NoneType"),
    ("NUL bytes", b"\0" * 100, "expected JSON"),
    ("success: false without a word", b'{"success": false}', "the server reports a failure"),
)

GOOD: tuple[tuple[str, bytes, str], ...] = (
    ("JSON after a byte order mark", codecs.BOM_UTF8 + GOOD_JSON, JSON),
    ("JSON in UTF-16", GOOD_JSON.decode().encode("utf-16"), JSON),
    ("JSON in UTF-32", GOOD_JSON.decode().encode("utf-32-be"), JSON),
    ("JSON between blanks", b"\r\n\t " + GOOD_JSON + b"\n" * 100, JSON),
    ("members twice, of which the last counts", b'{"data": 1, "data": {"id": 42}}', JSON),
    (
        "members that nobody knows",
        b'{"success": true, "x": 1, "data": {"id": 42, "y": [{}]}}',
        JSON,
    ),
    ("a number of 400 digits", b'{"data": {"id": 42, "n": %s}}' % (b"9" * 400), JSON),
    ("a bare object", b'{"id": 42}', JSON),
    ("JSON that is called HTML", GOOD_JSON, "content-type: text/html\r\n"),
    ("JSON of no type at all", GOOD_JSON, ""),
    ("gzip", gzip.compress(GOOD_JSON), encoded("gzip")),
    ("gzip by its old name", gzip.compress(GOOD_JSON), encoded("x-gzip")),
    ("gzip in capitals", gzip.compress(GOOD_JSON), encoded("GZIP")),
    (
        "gzip in two parts",
        gzip.compress(GOOD_JSON[:9]) + gzip.compress(GOOD_JSON[9:]),
        encoded("gzip"),
    ),
    ("gzip with padding", gzip.compress(GOOD_JSON) + b"\0" * 9, encoded("gzip")),
    ("deflate", zlib.compress(GOOD_JSON), encoded("deflate")),
    ("deflate without its header", FLAT_JSON, encoded("deflate")),
    ("an encoding called identity", GOOD_JSON, encoded("identity")),
    ("an encoding without a name", GOOD_JSON, encoded("")),
)

DAMAGED: tuple[tuple[str, bytes, str, str], ...] = (
    ("plain text called gzip", GOOD_JSON, "gzip", "damaged"),
    ("gzip that breaks off", gzip.compress(GOOD_JSON)[:-9], "gzip", "cut off"),
    ("gzip with a wrong checksum", gzip.compress(GOOD_JSON)[:-8] + b"\0" * 8, "gzip", "damaged"),
    ("nothing, called gzip, but one byte", b"\x1f", "gzip", "cut off"),
    ("an encoding that nobody asked for", b"\x0b\x02\x80", "br", "unknown content encoding: br"),
    ("an encoding upon another", gzip.compress(GOOD_JSON), "gzip, gzip", "unknown content enc"),
)

# A refusal, and the words of it that the caller gets to see.
REFUSALS: tuple[tuple[str, bytes, str], ...] = (
    ("in message", b'{"message": "no such thing"}', "no such thing"),
    ("in error", b'{"error": "no such thing"}', "no such thing"),
    ("in an object in error", b'{"error": {"message": "no such thing"}}', "no such thing"),
    ("in detail", b'{"detail": "no such thing"}', "no such thing"),
    (
        "in a list in detail",
        b'{"detail": [{"loc": ["body", "id"], "msg": "too big"}, {"msg": "too old"}]}',
        "body.id: too big; too old",
    ),
    ("in a list of texts", b'["too big", "too old"]', "too big; too old"),
    ("in a text", b'"no such thing"', "no such thing"),
    ("in plain text", b"no such thing", "no such thing"),
    ("nowhere", b"{}", "the server answered 400 (Bad Request)"),
    ("in no body", b"", "the server answered 400 (Bad Request)"),
    ("in null", b"null", "the server answered 400 (Bad Request)"),
    ("in numbers", b'{"message": 1, "error": [2, null, {}]}', "the server answered 400"),
    ("on a page", b"<!doctype html><h1>No</h1>", "the server answered 400 (Bad Request)"),
    ("in bytes that are no text", b"\xff\xfe\xfd", "\ufffd"),
    ("in JSON 100,000 deep", b'{"error":' * 100_000, '{"error":{"error":'),
    ("in 5 MB of JSON", json.dumps({"message": "ab " * 1_700_000}).encode(), "ab ab ab"),
    ("in 5 MB of text", b"ab " * 1_700_000, "ab ab ab"),
)


async def test_bodies_that_are_not_as_promised_are_errors_of_their_own(scene: Scene) -> None:
    server = await scene.server(saying := Saying())
    client = scene.client(server)
    for fault, body, words in NOT_AS_PROMISED:
        saying.answer = whole(body, headers=JSON)
        outcome = await scene.attempt(read(client))

        scene.note(fault, "APIResponseError, 1 attempt", told(outcome))
        assert type(outcome.failure) is APIResponseError, fault
        assert words in str(outcome.failure), fault
        assert (outcome.failure.status, outcome.failure.attempts) == (200, 1), fault
    assert len(server.requests) == len(NOT_AS_PROMISED)
    assert server.accepted == 1


async def test_bodies_that_are_odd_but_good_are_read(scene: Scene) -> None:
    server = await scene.server(saying := Saying())
    client = scene.client(server)
    for oddity, body, headers in GOOD:
        saying.answer = whole(body, headers=headers)
        outcome = await scene.attempt(read(client))

        scene.note(oddity, "ok, 1 attempt", told(outcome))
        assert outcome.error is None, oddity
        assert outcome.value.id == 42, oddity
    assert len(server.requests) == len(GOOD)
    assert server.accepted == 1


async def test_bodies_that_cannot_be_unpacked_have_not_arrived(scene: Scene) -> None:
    server = await scene.server(saying := Saying())
    for call, attempts in ((read, 3), (write, 1)):
        for fault, body, encoding, words in DAMAGED:
            saying.answer = whole(body, headers=encoded(encoding))
            server.requests.clear()
            outcome = await scene.attempt(call(scene.client(server)))

            applied = call is write
            scene.note(
                f"{fault}, to a {call.__name__}",
                f"APIConnectionError, {'1 attempt, maybe applied' if applied else '3 attempts'}",
                told(outcome, len(server.requests)),
            )
            assert type(outcome.failure) is APIConnectionError, fault
            assert words in str(outcome.failure), fault
            assert len(server.requests) == outcome.failure.attempts == attempts, fault
            assert outcome.failure.maybe_applied == applied, fault


@pytest.mark.parametrize("status", ["400 Bad Request", "200 OK"])
async def test_refusals_are_told_in_the_words_of_the_server(status: str, scene: Scene) -> None:
    kind: type[APIError] = BadRequestError
    refusals = REFUSALS
    if status == "200 OK":
        kind = APIResponseError
        refusals = tuple(
            (place, body.replace(b"{", b'{"success": false, ', 1), words)
            for place, body, words in REFUSALS
            if body.startswith(b"{") and words in body.decode() and "deep" not in place
        )
    server = await scene.server(saying := Saying())
    client = scene.client(server)
    for place, body, words in refusals:
        saying.answer = whole(body, status=status, headers=JSON)
        outcome = await scene.attempt(read(client))

        fault = f"{status[:3]}, the reason {place}"
        scene.note(fault, f"{kind.__name__}, 1 attempt", told(outcome))
        assert type(outcome.failure) is kind, fault
        assert words in str(outcome.failure), fault
        # However much the server says, the error stays handy: it is logged, pickled, kept.
        assert len(str(outcome.failure)) < 1000, fault
        assert len(repr(outcome.failure.body)) < 500_000, fault
    assert len(server.requests) == len(refusals)
    assert server.accepted == 1


ROWS = [
    Row(
        fault="JSON that breaks off, in answer to a write",
        given=(Fault.invalid_json(),),
        call=write,
        raises=APIResponseError,
        applied=True,
    ),
    Row(
        fault="no body in answer to a write that promises one",
        given=(Fault.empty(),),
        call=write,
        raises=APIResponseError,
        applied=True,
    ),
    Row(fault="no body in answer to a call without data", given=(Fault.empty(),), call=delete),
    Row(
        fault="a page to log in",
        given=(Fault.status(200, body="<html><form action='/login'></form></html>"),),
        raises=APIResponseError,
        says="expected JSON, got text/html; charset=utf-8 that is not",
    ),
    *(
        Row(
            fault=f"success: false with 200, in the {name} generation",
            given=(Fault.unsuccessful("the index is being rebuilt"),),
            call=call,
            raises=APIResponseError,
            says=r"^the index is being rebuilt \| .* status 200",
        )
        for name, call in (
            ("first", first_generation),
            ("second", second_generation),
            ("third", read),
        )
    ),
    Row(
        fault="success: false with 200, to a write",
        given=(Fault.unsuccessful(),),
        call=write,
        raises=APIResponseError,
        applied=True,
    ),
    Row(
        fault="a proper answer that says it is text/csv",
        given=(Fault.with_headers({"content-type": "text/csv"}),),
    ),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.fault)
async def test_a_body_ends_as_the_table_says(row: Row, scene: Scene) -> None:
    await row.prove(scene)


# Bodies without end.


CHUNKED = "transfer-encoding: chunked\r\n"
MEGABYTE = 1024 * 1024
LIMIT = Limits(max_response_bytes=MEGABYTE)


@pytest.mark.parametrize("framing", ["by its length", "in chunks", "by the end of the connection"])
@pytest.mark.parametrize("status", ["200 OK", "400 Bad Request"])
async def test_a_body_of_a_gigabyte_is_left_where_it_is(
    framing: str, status: str, scene: Scene
) -> None:
    sent = 0

    async def endless(connection: Connection) -> None:
        nonlocal sent
        await connection.request()
        headers = {"by its length": "content-length: 1000000000\r\n", "in chunks": CHUNKED}
        head = f"HTTP/1.1 {status}\r\n{headers.get(framing, '')}\r\n"
        await connection.send(head.encode())
        piece = b"0" * 65_536
        if framing == "in chunks":
            piece = b"10000\r\n" + piece + b"\r\n"
        while sent < 1_000_000_000:
            await connection.send(piece)
            sent += len(piece)

    server = await scene.server(endless)
    client = scene.client(server, limits=LIMIT)
    tracemalloc.start()
    try:
        outcome = await scene.attempt(read(client))
        await scene.settled()
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    kind = BadRequestError if status[0] == "4" else ResponseTooLargeError
    scene.note(
        f"{status[:3]} with 1 GB, delimited {framing}",
        f"{kind.__name__}, 1 attempt",
        told(outcome),
    )
    assert type(outcome.failure) is kind
    if kind is ResponseTooLargeError:
        assert "limits.max_response_bytes (1048576 bytes)" in str(outcome.failure)
    assert server.accepted == 1
    # What the buffers of the kernel took, which grow to some megabytes.
    assert sent < 100 * MEGABYTE
    assert peak < 8 * MEGABYTE


@pytest.mark.parametrize("call", [read, write])
@pytest.mark.parametrize("compressed", [False, True], ids=["plain", "bomb"])
async def test_a_bomb_does_not_go_off(call: Any, compressed: bool, scene: Scene) -> None:
    sandbox = await scene.sandbox(Fault.huge_body(1_000_000_000, compressed=compressed))
    client = scene.client(sandbox, limits=LIMIT)
    tracemalloc.start()
    try:
        outcome = await scene.attempt(call(client))
        await scene.settled()
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    what = "a bomb of gzip" if compressed else "plain JSON"
    applied = "" if call is read else ", maybe applied"
    scene.note(
        f"1 GB of {what}, to a {call.__name__}",
        f"ResponseTooLargeError, 1 attempt{applied}",
        told(outcome),
    )
    assert type(outcome.failure) is ResponseTooLargeError
    assert outcome.failure.maybe_applied == (call is write)
    assert len(sandbox.requests) == 1
    assert peak < 8 * MEGABYTE


@pytest.mark.parametrize("compressed", [False, True], ids=["plain", "gzip"])
async def test_a_body_of_just_the_limit_is_taken(compressed: bool, scene: Scene) -> None:
    body = GOOD_JSON.ljust(10_000)
    packed = gzip.compress(body) if compressed else body
    server = await scene.server(saying := Saying())
    saying.answer = whole(packed, headers=encoded("gzip") if compressed else JSON)
    enough = scene.client(server, limits=Limits(max_response_bytes=len(body)))
    too_little = scene.client(server, limits=Limits(max_response_bytes=len(body) - 1))
    good = await scene.attempt(read(enough))
    bad = await scene.attempt(read(too_little))

    kind = "gzip" if compressed else "plain"
    scene.note(f"{kind}: as many bytes as the limit", "ok, 1 attempt", told(good))
    scene.note(
        f"{kind}: one byte more than the limit", "ResponseTooLargeError, 1 attempt", told(bad)
    )
    assert good.error is None
    assert type(bad.failure) is ResponseTooLargeError


def test_the_limit_is_a_hundred_megabytes_unless_it_is_set() -> None:
    assert Limits().max_response_bytes == 100 * MEGABYTE
