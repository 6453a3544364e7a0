"""Whatever a server, a user or a file comes up with: the documented error, and no other."""

from __future__ import annotations

import asyncio
import base64
import gzip
import json
import zlib
from collections.abc import AsyncIterator, Callable
from functools import partial
from itertools import pairwise
from typing import Any

import httpx
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ejento_async._answer import Answer, decode, read_result, status_error
from ejento_async._auth import bare_token, read_pair
from ejento_async._decoding import NotJSONError, decode_json, decode_leniently, server_message
from ejento_async._errors import (
    APIResponseError,
    APIStatusError,
    AuthRefreshError,
    ConfigurationError,
)
from ejento_async._model import (
    ShapeError,
    boolean,
    day,
    dict_of,
    integer,
    json_object,
    list_of,
    moment,
    number,
    object_or_scalar,
    text,
)
from ejento_async._pagination import Page, read_page
from ejento_async._protocol import Pagination
from ejento_async._request import build_headers, build_path, build_query, encode_json
from ejento_async._retry import retry_after
from ejento_async._secret import redact, redact_headers, redact_text
from ejento_async._tokens import is_token, jwt_expiry
from ejento_async.backends._compression import decompressed
from ejento_async.backends.protocol import BackendError
from tests import support
from tests.support import LIST

ANY_TEXT = st.text(st.characters())
ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | ANY_TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(ANY_TEXT, inner, max_size=4),
    max_leaves=15,
)
NAMES = st.sampled_from(
    [
        "message",
        "error",
        "detail",
        "details",
        "msg",
        "loc",
        "data",
        "success",
        "token",
        "password",
        "things",
        "meta",
        "current_page",
        "num_pages",
        "count",
        "access_token",
        "id",
    ]
)
ENVELOPES = st.recursive(
    ANY_JSON,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=5),
    max_leaves=10,
)
BYTES = st.binary(max_size=200) | ENVELOPES.map(lambda body: json.dumps(body).encode())
HEADERS = st.dictionaries(
    st.sampled_from(["content-type", "retry-after", "x-request-id", "set-cookie", "location"]),
    ANY_TEXT,
)
DATES = st.sampled_from(
    ["Mon, 01 Jan 2024 00:00:00 GMT", "2024-01-01T00:00:00Z", "1 Jan 99999999999 0:0:0", "0 0 0"]
)

SECRET = "canary-8c1f"

FEW = settings(deadline=None, max_examples=40)
"""Enough of each, every time that the tests run: they draw other examples then."""


def no_secrets() -> list[str]:
    return []


def outcome(work: Callable[[], Any], kind: type[Exception]) -> Any:
    """Return what comes of some work: its result, or an error of the kind that it may raise."""
    try:
        return work()
    except kind as error:
        return error


# What comes from the server.


@given(body=BYTES)
@FEW
def test_a_body_is_json_or_not_and_nothing_else(body: bytes) -> None:
    outcome(lambda: decode_json(body), NotJSONError)


@given(body=BYTES, status=st.integers(100, 999), headers=HEADERS)
@FEW
def test_every_answer_with_a_bad_status_makes_a_typed_error(
    body: bytes, status: int, headers: dict[str, str]
) -> None:
    error = status_error(Answer(status, headers, body), no_secrets)

    assert isinstance(error, APIStatusError)
    assert str(error)
    json.dumps(error.body, default=repr)


@given(body=BYTES, headers=HEADERS, envelope=st.booleans())
@FEW
def test_every_good_answer_makes_a_result_or_a_typed_error(
    body: bytes, headers: dict[str, str], envelope: bool
) -> None:
    operation = LIST._replace(envelope=envelope)
    answer = Answer(200, headers, body)

    def work() -> list[int]:
        decoded = decode(operation, answer, no_secrets)
        return read_result(operation, answer, decoded, list_of(integer), no_secrets)

    found = outcome(work, APIResponseError)
    assert isinstance(found, list | APIResponseError)
    assert str(found)


@given(data=ENVELOPES, asked=st.integers(1, 3))
@FEW
def test_every_page_is_a_page_or_an_error_that_says_where(data: Any, asked: int) -> None:
    where = Pagination("things", "meta.current_page", "meta.num_pages", "meta.count")

    async def fetch(number: int) -> Any:
        raise AssertionError(number)

    found = outcome(lambda: read_page(data, where, integer, asked=asked, fetch=fetch), ShapeError)
    assert str(found)
    if isinstance(found, Page):
        assert found.number == asked


READERS: list[Callable[[Any], Any]] = [
    *(boolean, day, integer, json_object, moment, number, text),
    list_of(integer),
    dict_of(moment),
    object_or_scalar(dict_of(text)),
]


@given(value=ENVELOPES | DATES | st.from_regex(r"-?[0-9]{1,6}", fullmatch=True))
@example(value="1 Jan 99999999999999999999 00:00:00")
@example(value="--5")
@example(value="9" * 5000)
@FEW
def test_a_reader_raises_its_own_error_or_none(value: Any) -> None:
    for read in READERS:
        assert str(outcome(partial(read, value), ShapeError)) is not None


@given(body=ENVELOPES)
@FEW
def test_the_words_of_a_server_are_text_with_something_in_it_or_none(body: Any) -> None:
    found = server_message(body)

    assert found is None or found.strip()


@given(value=ANY_TEXT | DATES | st.integers().map(str) | st.floats().map(str))
@FEW
def test_a_retry_after_is_a_number_of_seconds_or_none(value: str) -> None:
    found = retry_after(value)

    assert found is None or found >= 0


@given(answer=ENVELOPES)
@FEW
def test_the_answer_to_a_renewal_holds_two_tokens_or_is_refused(answer: Any) -> None:
    tokens = outcome(lambda: read_pair(answer), AuthRefreshError)

    assert isinstance(tokens, AuthRefreshError) or is_token(tokens.access.reveal())


@given(body=st.binary(max_size=100), cuts=st.lists(st.integers(0, 100), max_size=5))
@example(body=gzip.compress(b"x")[:-3], cuts=[1])
@example(body=zlib.compress(b"x" * 500), cuts=[1, 2])
@FEW
def test_a_compressed_body_is_inflated_or_is_an_error_of_the_backend(
    body: bytes, cuts: list[int]
) -> None:
    places = [0, *sorted(cuts), len(body)]
    pieces = [body[start:end] for start, end in pairwise(places)]

    async def chunks() -> AsyncIterator[bytes]:
        for piece in pieces:
            yield piece

    async def inflate(encoding: str) -> bytes:
        return b"".join([chunk async for chunk in decompressed(chunks(), encoding)])

    for encoding in ("gzip", "deflate", "identity", "br"):
        found = outcome(lambda: asyncio.run(inflate(encoding)), BackendError)  # noqa: B023
        assert isinstance(found, bytes | BackendError)


@given(data=st.binary(max_size=300), level=st.integers(-1, 9), size=st.integers(1, 50))
@FEW
def test_what_was_compressed_comes_back_however_it_is_cut(
    data: bytes, level: int, size: int
) -> None:
    async def inflate(body: bytes, encoding: str) -> bytes:
        async def chunks() -> AsyncIterator[bytes]:
            for start in range(0, len(body), size):
                yield body[start : start + size]

        return b"".join([chunk async for chunk in decompressed(chunks(), encoding)])

    for wbits, encoding in ((31, "gzip"), (15, "deflate"), (-15, "deflate")):
        body = zlib.compress(data, level, wbits=wbits)
        assert asyncio.run(inflate(body, encoding)) == data


# What comes from the user, the environment, a file.


@given(value=ANY_TEXT, name=ANY_TEXT)
@FEW
def test_text_of_the_user_is_sent_or_refused_as_a_value_error(value: str, name: str) -> None:
    for build in (
        lambda: build_path("/a/{b}", (value,)),
        lambda: build_query({name: value}),
        lambda: build_headers({name: value}),
        lambda: encode_json({name: value}),
    ):
        assert not isinstance(outcome(build, ValueError), UnicodeError)


URLS = st.lists(
    st.sampled_from(
        ["https://", "http://", "ejento.test", ":", "@", "/", "?", "#", "[", "]", "::1"]
    )
    | st.sampled_from(
        ["localhost", "8443", "user", " ", "\\", "%", "\n", "\u2603", "..", "99999999"]
    )
    | ANY_TEXT,
    max_size=8,
).map("".join)


@given(url=URLS | st.from_regex(r"https?://[a-z.]{1,9}(:[0-9]{1,6})?/[a-z]*", fullmatch=True))
@FEW
def test_a_base_url_is_one_that_can_be_called_or_is_refused(url: str) -> None:
    found = outcome(lambda: support.settings(base_url=url), ConfigurationError)

    if isinstance(found, ConfigurationError):
        assert "EJENTO_BASE_URL" in str(found)
        return
    request = httpx.Request("GET", f"{found.base_url}/api/v2/things")
    assert request.url.scheme == "https" or request.url.host in ("localhost", "127.0.0.1", "::1")
    assert request.url.path.endswith("/api/v2/things")
    assert not request.url.userinfo


@given(value=ANY_TEXT)
@FEW
def test_a_token_is_one_that_a_header_can_hold_or_is_refused(value: str) -> None:
    found = outcome(lambda: bare_token(value, "token"), ConfigurationError)

    if isinstance(found, ConfigurationError):
        assert len(value) < 12 or value.strip() not in str(found)
    else:
        assert is_token(found)
        build_headers({"X-Token": found})


@given(claims=ANY_JSON, exp=ANY_JSON, raw=st.binary(max_size=50))
@FEW
def test_the_end_of_a_token_is_a_finite_time_or_not_known(
    claims: Any, exp: Any, raw: bytes
) -> None:
    for payload in (raw, json.dumps(claims).encode(), json.dumps({"exp": exp}).encode()):
        encoded = base64.urlsafe_b64encode(payload).decode().rstrip("=")
        found = jwt_expiry(f"h.{encoded}.s")
        assert found is None or abs(found) < float("inf")


# Secrets.


def planted(body: Any, path: list[int], secret: str) -> Any:
    """Put a secret somewhere into a body."""
    if isinstance(body, list) and body:
        place = path[0] % len(body) if path else 0
        return [planted(x, path[1:], secret) if n == place else x for n, x in enumerate(body)]
    if isinstance(body, dict) and body:
        place = path[0] % len(body) if path else 0
        return {
            key: planted(x, path[1:], secret) if n == place else x
            for n, (key, x) in enumerate(body.items())
        }
    return f"x{secret}y"


@given(body=ENVELOPES, path=st.lists(st.integers(0, 10), max_size=5))
@FEW
def test_a_known_secret_is_masked_wherever_a_server_puts_it(body: Any, path: list[int]) -> None:
    told = planted(body, path, SECRET)
    error = status_error(Answer(500, {}, json.dumps(told).encode()), lambda: [SECRET])

    assert SECRET not in repr(redact(told, [SECRET]))
    assert SECRET not in f"{error!s} {error.body!r}"


@given(before=ANY_TEXT, after=ANY_TEXT, size=st.integers(0, 2100))
@FEW
def test_a_known_secret_is_masked_in_any_text(before: str, after: str, size: int) -> None:
    told = f"{before}{'x' * size}{SECRET}{after}"

    assert SECRET not in redact_text(told, [SECRET])
    assert SECRET not in repr(redact_headers({"x": told}, [SECRET]))
    body = b"<" + told.encode("utf-8", "replace")
    assert SECRET[:5] not in repr(decode_leniently(body, [SECRET])) or SECRET[:5] in before + after


@pytest.mark.parametrize("secret", ["a", "***", "Bearer", "token", '"', "\\", "\u00e9"])
@given(text_=ANY_TEXT)
@FEW
def test_masking_ends_whatever_the_secret_is(secret: str, text_: str) -> None:
    redact_text(text_ + secret, [secret, "***"])
