"""URLs: what a user passes as an argument reaches the server as that argument, or is refused.

An input is text, cut into arguments at its line separators. Bytes that are no text become lone
surrogates.
"""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, unquote, urlsplit

import httpx

from ejento_async import ConfigurationError
from ejento_async._checks import url_of
from ejento_async._request import build_headers, build_path, build_query, encode_json
from ejento_async._secret import Secret

from .judging import BASE_URL, canned, expect, run

SEPARATOR = "\N{LINE SEPARATOR}"


def judge(data: bytes) -> None:
    """Build everything that there is of some arguments."""
    text = data.decode("utf-8", "surrogateescape")
    first, _, rest = text.partition(SEPARATOR)
    second, _, third = rest.partition(SEPARATOR)
    _judge_path(first, second)
    _judge_path(first, "x")
    _judge_query({first: second, "q": [third, first]})
    _judge_headers(first, second)
    _judge_json({first: [second, {third: first}]})
    _judge_raw_path(first)
    _judge_base_url(first)


def _judge_path(first: str, second: str) -> None:
    try:
        path = build_path("/api/v2/agents/{agent}/threads/{thread}", (first, second))
    except ValueError as error:
        expect(re.match("(agent|thread): ", str(error)) is not None, f"nameless: {error}")
        return
    sent = _as_sent(path)
    expect(sent == path, "the library sends another path")
    parts = sent.split("/")
    expect(len(parts) == 7, "an argument is not one segment")
    expect([*parts[:4], parts[5]] == ["", "api", "v2", "agents", "threads"], "another route")
    expect([unquote(parts[4], errors="strict"), unquote(parts[6])] == [first, second], "another id")
    expect(not {".", ".."} & set(parts), "a dot segment is sent")


def _judge_query(arguments: dict[str, object]) -> None:
    try:
        query = build_query(arguments)
    except ValueError as error:
        expect(not isinstance(error, UnicodeError), f"nameless: {error!r}")
        return
    pairs: list[tuple[str, object]] = []
    for name, value in arguments.items():
        pairs += [(name, each) for each in (value if isinstance(value, list) else [value])]
    sent = _as_sent(f"/x{query}")
    expect(sent == f"/x{query}", "the library sends another query")
    expect(parse_qsl(query[1:], keep_blank_values=True, max_num_fields=9) == pairs, "another query")


def _judge_headers(name: str, value: str) -> None:
    try:
        headers = build_headers({name: value})
    except ValueError:
        return
    for each, sent in headers:
        text = sent.reveal() if isinstance(sent, Secret) else sent
        expect(text == value, "another value")
        expect(not re.search("[\r\n\0]", f"{each}{text}"), "a line break")
        expect(not re.search(r"[\s:]", each), "no name of a header")
        expect(each.lower() not in ("authorization", "host", "content-length"), "a header of ours")


def _judge_json(body: object) -> None:
    try:
        encoded = encode_json(body)
    except ValueError as error:
        expect(not isinstance(error, UnicodeError), f"nameless: {error!r}")
        return
    expect(httpx.Response(200, content=encoded).json() == body, "another body")


def _judge_raw_path(path: str) -> None:
    client, backend = canned()
    backend.status, backend.headers, backend.pieces = 200, {}, [b"{}"]
    backend.request = None
    try:
        run(lambda: client.request("GET", path))
    except ValueError:
        expect(backend.request is None, "a path is refused after it was sent")
        return
    request = backend.request
    if request is None:
        expect(False, "nothing was sent")
        return
    expect(request.url == BASE_URL + path, "another path")
    expect(_as_sent(path) == path, "the library sends another path")
    expect(urlsplit(request.url).path == path, "a part of the path is no path")
    decoded = re.sub("(?i)%2e", ".", path).split("/")
    expect(not {".", ".."} & set(decoded), "a dot segment is sent")


def _judge_base_url(value: str) -> None:
    try:
        url = url_of(value, "base_url")
    except ConfigurationError as error:
        expect(str(error).startswith("base_url: "), "nameless")
        return
    sent = httpx.URL(f"{url}/x")
    loopback = sent.raw_host in (b"localhost", b"127.0.0.1", b"::1")
    expect(sent.scheme == "https" or loopback, "credentials travel unencrypted")
    expect(not sent.userinfo and not sent.query and not sent.fragment, "no mere base URL")
    expect(sent.raw_path.decode("ascii") == urlsplit(url).path + "/x", "another path")


def _as_sent(target: str) -> str:
    """Return the target of the request line that the HTTP library makes of it."""
    return httpx.URL(BASE_URL + target).raw_path.decode("ascii")
