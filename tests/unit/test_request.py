"""From typed arguments to URL, headers and body: nothing that a user passes changes the route."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum, IntEnum, StrEnum
from typing import Any
from urllib.parse import parse_qsl, unquote
from uuid import UUID

import pytest
import respx

from ejento_async._model import anything
from ejento_async._multipart import MultipartBody
from ejento_async._protocol import UNSET, Operation
from ejento_async._request import (
    build_body,
    build_headers,
    build_path,
    build_query,
    encode_json,
    segment,
)
from ejento_async._secret import Secret
from ejento_async._transport import Transport
from ejento_async.backends.protocol import BackendError, BackendRequest, BackendResponse
from tests import support
from tests.support import CREATE, GET, LIST, ok

Make = Callable[..., Transport]
MOMENT = datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC)


class Kind(str, Enum):  # noqa: UP042 - the kind of enum that services have
    PUBLIC = "public one"


class Level(IntEnum):
    HIGH = 3


class Colour(StrEnum):
    RED = "red"


class Mixed(Enum):
    FIVE = 5


# Path arguments.


INJECTIONS = [
    "a/b",
    "/",
    "//",
    "../admin",
    "..%2fadmin",
    "%2e%2e",
    "%2E",
    "...",
    "a?x=1",
    "?",
    "a#b",
    "a;b=c",
    "a\\b",
    "a b",
    "a\r\nX-Evil: 1",
    "\n",
    "a\0b",
    "\t",
    "caf\u00e9",
    "\u202e",
    "\U0001f600",
    "https://evil.example/",
    "@evil.example",
    ":8080",
    "{id}",
    "%",
    "%zz",
    "a&b",
    "~user",
    "x" * 5000,
]


@pytest.mark.parametrize("value", INJECTIONS, ids=lambda value: ascii(value)[:30])
async def test_whatever_is_in_a_path_argument_it_is_one_segment_on_the_wire(
    value: str, server: respx.MockRouter, transport: Make
) -> None:
    route = server.route().mock(return_value=ok())

    await transport().send(GET, anything, (value,))

    target = route.calls.last.request.url.raw_path.decode("ascii")
    prefix, _, last = target.rpartition("/")
    assert prefix == "/api/v2/things"
    assert unquote(last) == value
    assert route.calls.last.request.url.host == "ejento.test"
    assert not route.calls.last.request.url.query
    assert not route.calls.last.request.url.fragment


@pytest.mark.parametrize(
    ("value", "error"),
    [
        ("", ValueError),
        (".", ValueError),
        ("..", ValueError),
        ("lone \ud800", ValueError),
        (None, TypeError),
        (True, TypeError),
        (1.5, TypeError),
        (b"a", TypeError),
        (["a"], TypeError),
        (UNSET, TypeError),
        (MOMENT, TypeError),
        (UUID(int=5), TypeError),
    ],
    ids=repr,
)
async def test_a_path_argument_that_is_no_segment_is_refused_by_name_before_anything_is_sent(
    value: Any, error: type[Exception], server: respx.MockRouter, transport: Make
) -> None:
    with pytest.raises(error, match=r"^id: expected"):
        await transport().send(GET, anything, (value,))
    assert not server.calls


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (5, "5"),
        (-5, "-5"),
        (10**30, str(10**30)),
        (Level.HIGH, "3"),
        (Kind.PUBLIC, "public%20one"),
        (Colour.RED, "red"),
        (Mixed.FIVE, "5"),
        ("a.b-c_d~e", "a.b-c_d~e"),
    ],
    ids=repr,
)
def test_numbers_text_and_members_of_enums_can_be_segments(value: object, expected: str) -> None:
    assert segment(value, "id") == expected


def test_arguments_fill_their_places_in_order() -> None:
    assert build_path("/a/{x}/b/{y}", (1, "2/3")) == "/a/1/b/2%2F3"
    assert build_path("/a", ()) == "/a"


@pytest.mark.parametrize("arguments", [(1,), (1, 2, 3)])
def test_arguments_that_do_not_fit_their_places_are_refused(arguments: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="zip"):
        build_path("/a/{x}/b/{y}", arguments)


# Query arguments.


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (None, ""),
        ({}, ""),
        ({"a": None, "b": UNSET}, ""),
        ({"a": True, "b": False}, "?a=true&b=false"),
        ({"a": 0, "b": 1.5, "c": ""}, "?a=0&b=1.5&c="),
        ({"a": [1, "x", True]}, "?a=1&a=x&a=true"),
        ({"a": []}, ""),
        ({"a": (1, 2)}, "?a=1&a=2"),
        ({"a": MOMENT}, "?a=2024-05-06T07%3A08%3A09%2B00%3A00"),
        ({"a": date(2024, 5, 6)}, "?a=2024-05-06"),
        ({"a": "x y&z=/?#+%"}, "?a=x%20y%26z%3D%2F%3F%23%2B%25"),
        ({"a": "\u00e9\U0001f600\r\n\0"}, "?a=%C3%A9%F0%9F%98%80%0D%0A%00"),
        ({"n&=": "1"}, "?n%26%3D=1"),
        ({"a": Kind.PUBLIC, "b": Level.HIGH, "c": Colour.RED}, "?a=public%20one&b=3&c=red"),
    ],
)
def test_query_arguments_are_written_the_way_that_servers_read_them(
    arguments: Mapping[str, object] | None, expected: str
) -> None:
    assert build_query(arguments) == expected


async def test_a_query_arrives_as_it_was_meant(server: respx.MockRouter, transport: Make) -> None:
    route = server.get("/api/v2/things").mock(return_value=ok())
    text = "x y&z=/?#+%25 \u00e9\U0001f600\r\n"

    await transport().send(LIST, anything, query={"a": text, "b": [1, 2], "c": None})

    query = route.calls.last.request.url.query.decode()
    assert parse_qsl(query) == [("a", text), ("b", "1"), ("b", "2")]


@pytest.mark.parametrize("value", [object(), b"x", {"a": 1}, [None], [[1]], [UNSET], Decimal(1)])
def test_a_query_argument_without_a_form_is_refused_by_name(value: object) -> None:
    with pytest.raises(TypeError, match="^limit: expected"):
        build_query({"limit": value})


def test_a_query_argument_that_is_no_text_at_all_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="^search: expected"):
        build_query({"search": "lone \ud800"})


# Headers.


@pytest.mark.parametrize(
    "value", ["a\r\nX-Evil: 1", "a\n", "\r", "a\0", "\x7f", "\u20ac", "\U0001f600", "\ud800"]
)
async def test_a_header_value_that_could_end_its_line_is_refused_by_name(
    value: str, server: respx.MockRouter, transport: Make
) -> None:
    with pytest.raises(ValueError, match="^X-Thing: expected"):
        await transport().send(LIST, anything, headers={"X-Thing": value})
    assert not server.calls


@pytest.mark.parametrize("name", ["", "a b", "a:b", "a\r\nX-Evil", "\u00e9", "a\0"])
async def test_a_header_name_that_is_none_is_refused(
    name: str, server: respx.MockRouter, transport: Make
) -> None:
    with pytest.raises(ValueError, match="cannot be set"):
        await transport().send(LIST, anything, headers={name: "x"})
    assert not server.calls


@pytest.mark.parametrize(
    "name",
    [
        "Authorization",
        "host",
        "Content-Length",
        "Transfer-Encoding",
        "connection",
        "accept-encoding",
    ],
)
async def test_headers_that_say_who_calls_and_how_long_a_message_is_cannot_be_given(
    name: str, server: respx.MockRouter, transport: Make
) -> None:
    with pytest.raises(ValueError, match="cannot be set"):
        await transport().send(LIST, anything, headers={name: "5"})
    assert not server.calls


async def test_headers_arrive_as_they_were_given(server: respx.MockRouter, transport: Make) -> None:
    route = server.get("/api/v2/things").mock(return_value=ok())

    await transport().send(
        LIST,
        anything,
        headers={"X-A": "caf\u00e9 \t;", "X-B": 5, "X-C": True, "X-D": None, "X-E": UNSET},
    )

    raw = {name.decode().lower(): value for name, value in route.calls.last.request.headers.raw}
    assert raw["x-a"] == b"caf\xe9 \t;"
    assert (raw["x-b"], raw["x-c"]) == (b"5", b"true")
    assert "x-d" not in raw
    assert "x-e" not in raw


async def test_a_header_that_is_given_takes_the_place_of_the_usual_one(
    server: respx.MockRouter, transport: Make
) -> None:
    route = server.post("/api/v2/things").mock(return_value=ok())

    await transport().send(
        CREATE,
        anything,
        headers={"Accept": "text/csv", "content-type": "application/json; charset=utf-8"},
        body={},
    )

    headers = route.calls.last.request.headers
    assert headers.get_list("accept") == ["text/csv"]
    assert headers.get_list("content-type") == ["application/json; charset=utf-8"]


def test_a_secret_header_stays_one_until_it_is_sent() -> None:
    (header,) = build_headers({"ejento-auth-key": Secret("canary")})

    assert "canary" not in repr(header)


async def test_every_call_says_who_it_is_and_what_it_wants(
    server: respx.MockRouter, transport: Make
) -> None:
    route = server.post("/api/v2/things").mock(return_value=ok())

    await transport().send(CREATE, anything, body={"a": 1})

    headers = route.calls.last.request.headers
    assert headers["ocp-apim-subscription-key"] == support.API_KEY
    assert headers["authorization"] == f"Bearer {support.ACCESS_TOKEN}"
    assert headers["accept"] == "application/json"
    assert headers["content-type"] == "application/json"
    assert headers["user-agent"].startswith("ejento-async/")
    assert headers["content-length"] == "7"
    assert len(headers.get_list("host")) == 1


# Bodies.


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({}, {}),
        ({"a": UNSET, "b": None, "c": 0, "d": ""}, {"b": None, "c": 0, "d": ""}),
        (
            {"a": MOMENT, "b": date(2024, 5, 6)},
            {"a": "2024-05-06T07:08:09+00:00", "b": "2024-05-06"},
        ),
        ({"a": (1, 2), "b": frozenset([3])}, {"a": [1, 2], "b": [3]}),
        ({"a": {"b": [{"c": None}]}}, {"a": {"b": [{"c": None}]}}),
        ({"a": Kind.PUBLIC, "b": Level.HIGH}, {"a": "public one", "b": 3}),
        ([1, 2], [1, 2]),
        ("text", "text"),
        (None, None),
        (True, True),
    ],
)
def test_a_json_body_is_written_as_json(body: object, expected: object) -> None:
    assert json.loads(encode_json(body)) == expected


def test_text_in_a_json_body_is_utf_8_and_not_escaped() -> None:
    assert encode_json({"a": "caf\u00e9 \U0001f600"}) == '{"a":"caf\u00e9 \U0001f600"}'.encode()


def test_a_record_can_be_sent_back_as_it_came() -> None:
    class Record:
        def to_dict(self) -> dict[str, object]:
            return {"id": 1}

    assert encode_json({"record": Record()}) == b'{"record":{"id":1}}'


def circle() -> list[object]:
    found: list[object] = []
    found.append(found)
    return found


def deep() -> list[object]:
    found: list[object] = []
    for _ in range(100_000):
        found = [found]
    return found


@pytest.mark.parametrize(
    "value",
    [float("nan"), float("inf"), -float("inf"), "lone \ud800", circle(), deep()],
    ids=["nan", "inf", "-inf", "surrogate", "circle", "deep"],
)
def test_what_json_cannot_hold_is_a_value_error_about_the_body(value: object) -> None:
    with pytest.raises(ValueError, match="^body: "):
        encode_json({"a": value})


@pytest.mark.parametrize("value", [object(), b"x", {1}.__iter__(), UNSET, UUID(int=5), Decimal(1)])
def test_what_has_no_form_in_json_is_a_type_error_about_the_body(value: object) -> None:
    with pytest.raises(TypeError, match="^body: cannot send a"):
        encode_json({"a": [value]})


FORM = Operation(id="form", method="POST", path="/x", body="form")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            {"username": "a@b.example", "password": "p&w=d +%"},
            b"username=a%40b.example&password=p%26w%3Dd+%2B%25",
        ),
        ({"a": True, "b": None, "c": UNSET, "d": 5}, b"a=true&d=5"),
        ({"a": "caf\u00e9"}, b"a=caf%C3%A9"),
        ({}, b""),
    ],
)
def test_a_form_is_written_the_way_that_browsers_do(
    body: Mapping[str, object], expected: bytes
) -> None:
    assert build_body(FORM, body) == (expected, "application/x-www-form-urlencoded")


def test_a_password_that_is_no_text_is_refused_and_does_not_show_in_the_error() -> None:
    with pytest.raises(ValueError, match="^password: expected") as caught:
        build_body(FORM, {"password": "canary \udcff"})
    assert "canary" not in repr(caught.value)


def test_a_member_of_a_form_that_has_no_form_is_refused_by_name() -> None:
    with pytest.raises(TypeError, match="^tags: expected"):
        build_body(FORM, {"tags": ["a"]})


def test_an_operation_without_a_body_sends_none() -> None:
    assert build_body(LIST, {"a": 1}) == (None, None)
    assert build_body(CREATE, UNSET) == (None, None)


def test_a_body_that_is_null_is_sent_as_null() -> None:
    assert build_body(CREATE, None) == (b"null", "application/json")


def test_a_multipart_body_brings_its_own_content_type() -> None:
    body, content_type = build_body(support.UPLOAD, {"name": "x"})

    assert isinstance(body, MultipartBody)
    assert content_type == body.content_type


# All of it before any I/O.


class NoNetwork:
    """A backend that must not be used."""

    async def send(self, request: BackendRequest) -> BackendResponse:
        raise BackendError("used")

    async def aclose(self) -> None:
        pass


@pytest.mark.parametrize(
    ("operation", "arguments"),
    [
        (GET, {"path": ("",)}),
        (LIST, {"query": {"a": object()}}),
        (LIST, {"headers": {"a": "\n"}}),
        (CREATE, {"body": {"a": float("nan")}}),
    ],
)
async def test_what_is_wrong_with_arguments_shows_before_anything_is_sent(
    operation: Operation, arguments: dict[str, Any]
) -> None:
    ejento = support.transport(backend=NoNetwork())

    with pytest.raises((TypeError, ValueError)):
        await ejento.send(operation, anything, **arguments)


@pytest.mark.parametrize("way", ["stream", "download", "iterate"])
def test_bad_arguments_of_what_is_read_later_show_when_it_is_made(way: str) -> None:
    ejento = support.transport(backend=NoNetwork())

    with pytest.raises(ValueError, match="^id: expected"):
        if way == "stream":
            ejento.stream(GET, anything, ("..",))
        elif way == "download":
            ejento.download(GET, ("..",))
        else:
            paged = GET._replace(pagination=support.PAGED.pagination)
            ejento.iterate(paged, anything, ("..",))
