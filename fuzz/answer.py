"""Answers: whatever bytes a server sends become a typed result, or an error of the SDK.

The first byte of an input chooses the call, the second the status, the third the headers. What
follows is the body; or, when the third byte is odd, what a JSON body is made of: a fuzzer that writes
JSON letter by letter does not get far.
"""

from __future__ import annotations

import json
import pickle
from collections.abc import Awaitable, Callable, Iterator
from json import detect_encoding
from typing import Any

from ejento_async import APIError, EjentoClient
from ejento_async._decoding import NotJSONError, decode_json
from ejento_async._json import LARGE

from .judging import CANARY, Finding, canned, expect, run

CALLS: tuple[Callable[[EjentoClient], Awaitable[object]], ...] = (
    lambda ejento: ejento.v2.agents.get(42),
    lambda ejento: ejento.v2.users.get_me(),
    lambda ejento: ejento.v2.chat_threads.create(42),
    lambda ejento: ejento.v2.agent_responses.list_by_agent(42),
    lambda ejento: ejento.v2.authentication.login(username="a@b.example", password=CANARY),
    lambda ejento: ejento.v2_legacy.user.get(147),
    lambda ejento: ejento.v2.documents.get(7),
    lambda ejento: ejento.request("GET", "/api/v2/anything"),
    lambda ejento: ejento.v2.citations.download("x").read(),
)
STATUSES = (200, 200, 200, 201, 204, 206, 302, 400, 401, 403, 404, 409, 422, 429, 500, 502, 599)
HEADERS: tuple[dict[str, str], ...] = (
    {"content-type": "application/json"},
    {},
    {"content-type": "text/html", "x-request-id": f"for {CANARY}"},
    {"content-type": f"text/{CANARY}", "location": f"/?token={CANARY}", "retry-after": "-1"},
)
NAMES = (
    *("success", "data", "message", "detail", "details", "error", "errors", "msg", "loc", "result"),
    *("id", "user", "agent_name", "created_on", "tags", "access", "status", "instructions", "step"),
    *(
        "responses",
        "documents",
        "meta",
        "pagination",
        "current_page",
        "num_pages",
        "count",
        "total",
    ),
    *("access_token", "ejento_access_token", "token", "password", "code", "input", "", CANARY),
)
VALUES: tuple[object, ...] = (
    *(None, True, False, 0, 1, 42, -1, 10**30, 1.5, float("inf"), float("nan"), "", "x", "42", " "),
    *("2024-01-01T00:00:00Z", "2024-13-01", "-0001-01-01", "Mon, 01 Jan 2024 00:00:00 GMT", "1e9"),
    *(CANARY, f"Bearer {CANARY}", f"?token={CANARY}&x", "\ud800", "\0", "x" * 300, "<html>", "é🙂"),
)


def judge(data: bytes) -> None:
    """Let a server answer a call with these bytes."""
    choice, body = (data[:3], data[3:]) if len(data) > 3 else (b"\0\0\0", data)
    client, backend = canned()
    backend.status = STATUSES[choice[1] % len(STATUSES)]
    backend.headers = HEADERS[(choice[2] >> 1) % len(HEADERS)]
    backend.pieces = [json.dumps(_made_of(iter(body))).encode() if choice[2] & 1 else body]
    call = CALLS[choice[0] % len(CALLS)]
    _judge_decoders(backend.pieces[0])

    try:
        run(lambda: call(client))
    except APIError as error:
        _judge_error(error)


def _judge_decoders(body: bytes) -> None:
    """What a body means does not depend on the decoder: large ones may have one of their own."""
    large = body + b" " * LARGE
    if detect_encoding(body) == detect_encoding(large) == "utf-8":
        expect(_decoded(body) == _decoded(large), "the two decoders disagree")


def _decoded(body: bytes) -> str:
    try:
        return repr(decode_json(body))
    except NotJSONError:
        return "no JSON"


def _made_of(source: Iterator[int], depth: int = 0) -> Any:
    """Make a JSON value of bytes, each of which is a decision."""
    kind = next(source, 255)
    if kind < 128 and depth < 8:
        names = (NAMES[next(source, 0) % len(NAMES)] for _ in range(kind % 8))
        return {name: _made_of(source, depth + 1) for name in names}
    if kind < 160 and depth < 8:
        return [_made_of(source, depth + 1) for _ in range(kind % 8)]
    return VALUES[kind % len(VALUES)]


def _judge_error(error: APIError) -> None:
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own
    shown = f"{error} {error!r} {vars(error)!r} {again!r} {vars(again)!r}"
    if CANARY in shown:
        raise Finding(f"an error shows a credential: {shown}")
    expect(error.method in ("GET", "POST"), "an error does not tell the call")
    expect(error.attempts == 1, "an error does not tell the attempts")
