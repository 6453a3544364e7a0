"""What a user passes as an argument, and what stands on the wire then: that argument, or nothing.

The raw server tells what a library has made of a URL: they normalise them in ways of their own.
"""

from __future__ import annotations

from enum import Enum
from typing import Any, NamedTuple

import pytest

from ejento_async import ConfigurationError, EjentoClient
from tests.reliability.hostile import (
    Call,
    Good,
    encoded,
    have_only_our_headers,
    refusal,
    walked,
)
from tests.reliability.scene import Scene


class Route(NamedTuple):
    """A call with one argument in its path, the line that it sends, and an answer that it takes."""

    call: Call
    line: str
    data: object = None
    raw: bytes | None = None


STREAM = b'data: {"step": "end", "success": true, "output": {"answer": "x"}}\n\n'
HEAD = "HTTP/1.1 200 OK\r\ncontent-type: %s\r\ncontent-length: %d\r\n\r\n"
ROUTES = [
    Route(lambda e, x: e.v1.agents.delete_review(x, 5), "DELETE /agent/review/{}/5"),
    Route(lambda e, x: e.v1.agents.delete_review(5, x), "DELETE /agent/review/5/{}"),
    Route(lambda e, x: e.v2_legacy.user.get(x), "GET /v2/api/user/{}", {"id": 1}),
    Route(lambda e, x: e.v2.agents.with_response.get(x), "GET /api/v2/agents/{}", {"id": 1}),
    Route(
        lambda e, x: e.v2.agent_responses.create_voice_token(x),
        "POST /response-service/api/v2/agents/{}/voice-token",
        {},
    ),
    Route(
        lambda e, x: walked(e.v2.agent_responses.iter_by_agent(x)),
        "GET /api/v2/agents/{}/responses?page=1",
        [],
    ),
    Route(
        lambda e, x: e.v2.agent_responses.stream(x, user_query="?").collect(),
        "POST /response-service/api/v2/agents/{}/responses/stream",
        raw=(HEAD % ("text/event-stream", len(STREAM))).encode() + STREAM,
    ),
    Route(
        lambda e, x: e.v2.citations.download(x).read(),
        "GET /api/v2/citation/{}",
        raw=(HEAD % ("text/plain", 4)).encode() + b"text",
    ),
    Route(
        lambda e, x: e.v2.documents.upload(x, b"text", name="a.txt", user_id=1),
        "POST /indexing-service/api/v2/corpora/{}/documents",
        {"id": 1},
    ),
]


class Kind(Enum):
    """An argument that is a member of an enumeration."""

    HOSTILE = "../x"


SEGMENTS: dict[str, list[Any]] = {
    "slashes in a path argument": ["a/b", "../admin", "/", "//evil.example", "\\", "..\\admin"],
    "dots in a path argument": [
        "...",
        ".a",
        "a..",
        "..;",
        "..%2f..",
        "%2e",
        "%2e%2e",
        "%252e%252e",
    ],
    "the syntax of URLs in a path argument": [
        *("a?x=1", "#a", "a;b=c", "a&b=c", "@h", ":", "%", "%zz", "{id}", "*", "+", "a%00b"),
    ],
    "line breaks and NUL in a path argument": [
        *("a\r\nX-Evil: 1\r\n\r\n", "\r", "\n", "\0", "a\0b", "\t", "\x7f", "\x85", "\u2028"),
    ],
    "text of all scripts in a path argument": ["é", "日本", "🙂", "e\u0301", "\u202e", "\ufeff"],
    "blanks in a path argument": [" ", " 1", "1 ", "a b", "\u00a0"],
    "a path argument of 8000 characters": ["x" * 8000],
    "numbers and enumerations as path arguments": [0, -1, 10**30, Kind.HOSTILE],
}


@pytest.mark.parametrize("fault", SEGMENTS)
async def test_a_path_argument_is_one_segment_on_the_wire(fault: str, scene: Scene) -> None:
    good = Good()
    server = await scene.server(good)
    ejento = scene.client(server, max_retries=0)

    sent: list[str] = []
    expected: list[str] = []
    for number, value in enumerate(SEGMENTS[fault]):
        # Three of the routes for each argument, in turn: all of them for each kind of argument.
        for route in (ROUTES * 2)[3 * number % len(ROUTES) :][:3]:
            good.data, good.raw = route.data, route.raw
            await scene.attempt(route.call(ejento, value))
            text = str(value.value if isinstance(value, Enum) else value)
            expected.append(f"{route.line.format(encoded(text))} HTTP/1.1")
            sent.append(server.requests[-1].line)

    right = sum(map(str.__eq__, sent, expected))
    scene.note(fault, "one segment, byte for byte", f"{right} of {len(expected)} calls")
    assert sent == expected
    assert len(server.requests) == len(expected)
    have_only_our_headers(server.requests)


REFUSED: dict[str, list[Any]] = {
    "an empty path argument, or one of dots alone": ["", ".", ".."],
    "a path argument that is no text": ["\ud800", "a\udcffb"],
    "a path argument of 100,000 characters": ["x" * 100_000, "é" * 20_000],
    "a path argument of another type": [None, True, 1.5, b"1", ["1"], {"a": 1}, object()],
}


async def test_a_path_argument_that_cannot_be_sent_is_refused_by_name(scene: Scene) -> None:
    server = await scene.server(Good())
    ejento = scene.client(server)

    for fault, values in REFUSED.items():
        for route in ROUTES:
            for value in values:
                error = await refusal(scene, route.call, ejento, value)
                assert str(error).split(":")[0] in NAMES, str(error)
                assert len(str(error)) < 200
        scene.note(fault, "refused by name, before any I/O", f"{server.accepted} connections")
    assert server.accepted == 0


NAMES = {"user_id", "agent_id", "review_id", "chatthread_id", "name", "corpus_id", "team_id"}


async def test_an_argument_of_document360_is_one_segment_as_well(scene: Scene) -> None:
    good = Good()
    good.raw = (
        b'HTTP/1.1 200 OK\r\ncontent-length: 41\r\n\r\n{"success":true,"result":{"user_id":"x"}}'
    )
    server = await scene.server(good)
    document360 = scene.document360(server)

    for value in ("../admin", "a?b#c", "é"):
        outcome = await scene.attempt(document360.teams.get(value))
        assert outcome.error is None
        assert server.requests[-1].line == f"GET /v2/Teams/{encoded(value)} HTTP/1.1"
    for value in ("", ".."):
        error = await refusal(scene, lambda e, x: e.teams.get(x), document360, value)
        assert str(error).startswith("userId: ")
    scene.note(
        "a hostile argument to Document360",
        "one segment, or refused by name",
        f"{len(server.requests)} sent as they are, 2 refused",
    )


QUERY = [
    "a b",
    "a&b=c",
    "a+b",
    "?",
    "#x",
    "%2e",
    "é🙂",
    "\r\nX-Evil: 1",
    "\0",
    "",
    "/..",
    "a;b",
    '"',
]


async def test_a_query_argument_stays_within_its_value(scene: Scene) -> None:
    server = await scene.server(Good())
    ejento = scene.client(server)

    for value in QUERY:
        await ejento.request("GET", "/x", params={value or "q": value, "list": [value, 1]})
        name, text = encoded(value or "q"), encoded(value)
        target = f"/x?{name}={text}&list={text}&list=1"
        assert server.requests[-1].line == f"GET {target} HTTP/1.1"
    for refused in ("\ud800", object()):
        for params in ({"q": refused}, {"list": [refused]}):
            error = await refusal(scene, _asked, ejento, params)
            assert str(error).split(":")[0] in params

    scene.note("hostile query arguments", "within their value, or refused by name", "so")
    assert len(server.requests) == len(QUERY)
    have_only_our_headers(server.requests)


async def _asked(ejento: EjentoClient, params: dict[str, object]) -> object:
    return await ejento.request("GET", "/x", params=params)


RAW_PATHS = [
    "/api/v2/%41%7e%2f%3A;x=1/a//b/",
    "/a/...",
    "/a%252e%252e/b",
    "/~a/(b)!$&'*+,;=:@",
    "/%e2%98%83",
]
REFUSED_PATHS = [
    *("", "x", "//evil.example/x", "https://evil.example/x", "/a/../b", "/.", "/a/%2E%2e/b"),
    *("/a/.%2e", "/a?x=1", "/a#b", "/a\\b", "/a b", "/a\r\nX-Evil: 1", "/a\0", "/é", "/\ud800"),
    *("/a\n", "/a\t", "@evil.example/", "/a/..;/b", "/a/..;x=1/b"),
]


async def test_a_path_of_the_callers_own_is_sent_as_it_is_or_refused(scene: Scene) -> None:
    server = await scene.server(Good())
    ejento = scene.client(server)

    for path in RAW_PATHS:
        await ejento.request("GET", path)
        assert server.requests[-1].line == f"GET {path} HTTP/1.1"
    for path in REFUSED_PATHS:
        error = await refusal(scene, lambda e, x: e.request("GET", x), ejento, path)
        assert str(error).startswith("path: "), str(error)
    for method in ("GET /evil HTTP/1.1\r\nX: ", "CONNECT", "TRACE", "", "GET\n"):
        error = await refusal(scene, lambda e, x: e.request(x, "/x"), ejento, method)
        assert str(error).startswith("method: "), str(error)

    scene.note("hostile paths of client.request()", "as they are, or refused by name", "so")
    assert len(server.requests) == len(RAW_PATHS)


HEADERS_REFUSED: list[tuple[str, Any]] = [
    *(("X-A", value) for value in ("a\r\nX-Evil: 1", "\r", "\n", "a\0", "\x7f", "日本", "\ud800")),
    *(("X-A", value) for value in (" ", "\t", " a", "a ")),
    *((name, "1") for name in ("", "X A", "X:A", "X\r\nX-Evil", "é", "Host", "AUTHORIZATION")),
    *((name, "1") for name in ("Content-Length", "transfer-encoding", "Connection", "Upgrade")),
    *((name, "1") for name in ("Expect", "TE", "Trailer", "Keep-Alive", "Proxy-Authorization")),
]


async def test_a_header_argument_stays_within_its_line(scene: Scene) -> None:
    server = await scene.server(Good())
    ejento = scene.client(server)

    for value in ("plain", "a: b; c,\td", '"q"', "\u00e9\u00ff", ""):
        await ejento.request("GET", "/x", headers={"X-A": value})
        found = [text for name, text in server.requests[-1].headers if name.lower() == "x-a"]
        assert found == [value]
    sent = len(server.requests)
    for name, value in HEADERS_REFUSED:
        call: Call = lambda e, x: e.request("GET", "/x", headers={x[0]: x[1]})  # noqa: E731
        error = await refusal(scene, call, ejento, (name, value))
        assert (name or "headers") in str(error) or "headers: " in str(error), str(error)
    error = await refusal(
        scene, lambda e, x: e.v2.teams.get(7, organization_id=x), ejento, "1\r\nX-Evil: 1"
    )
    assert str(error).startswith("Organization-Id: ")

    scene.note("hostile header arguments", "within their line, or refused by name", "so")
    assert len(server.requests) == sent
    have_only_our_headers(server.requests, "x-a")


URLS_REFUSED = [
    *("http://ejento.example.com", "http://10.0.0.1", "http://127.0.0.1.evil.example"),
    *("http://localhost.evil.example", "ftp://h", "file:///etc/passwd", "h", "//h", "https://"),
    *("https://user:pw@h", "https://user@h", "https://h?x=1", "https://h#x", "https://h/a?b"),
    *("https://h/a b", "https://h\r\nX-Evil: 1", "https://h\\@evil.example", "https://h:99999"),
    *("https://..", "https://h/../x", "https://h/%2e%2E/x", "https://h//x", "https://é.example"),
    *("https://h;x", "https://[::zz]", "https://a..b", "http://0", "http://0x7f000001", "\ud800"),
]


async def test_a_base_url_that_could_lead_elsewhere_is_refused(scene: Scene) -> None:
    server = await scene.server(Good())
    for url in URLS_REFUSED:
        with pytest.raises(ConfigurationError, match=r"base_url \(EJENTO_BASE_URL\)") as caught:
            scene.client(url)
        assert "user:pw" not in str(caught.value)
        assert "pw" not in str(caught.value)

    for suffix in ("", "/", "/base/"):
        ejento = scene.client(server.url.replace("http", "HTTP") + suffix)
        await ejento.request("GET", "/x")
        assert server.requests[-1].target == f"{suffix.rstrip('/')}/x"
    scene.note(
        "base URLs: plain http to another machine, user, query, fragment, dots",
        "refused by name",
        f"{len(URLS_REFUSED)} refused",
    )


async def test_what_looks_like_another_route_is_still_the_argument_for_a_server(
    scene: Scene,
) -> None:
    """The sandbox decodes the path as ASGI servers do, and must still find the route."""
    sandbox = await scene.sandbox()
    ejento = scene.client(sandbox, max_retries=0)
    for value in ("1/chat-threads", "../users/me", "me?x=1", "%2e%2e"):
        call: Any = ejento.v2.agents.get
        outcome = await scene.attempt(call(value))
        assert outcome.failure.status in (400, 404), outcome.failure
        assert sandbox.requests[-1].operation in (None, "v2_agents_get")
    scene.note("an argument that spells another route, to a real router", "400 or 404", "so")
