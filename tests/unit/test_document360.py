"""What Document360 has in a way of its own: settings, envelopes, refusals, and its limit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import httpx
import pytest
import respx
from attrs import evolve

from ejento_async import Document360Client, EjentoClient, HttpxBackend
from ejento_async._answer import unwrap
from ejento_async._config import Settings
from ejento_async._decoding import server_message
from ejento_async._document360 import DIALECT, resolve
from ejento_async._errors import (
    APIResponseError,
    BadRequestError,
    ClientClosedError,
    ConfigurationError,
    RateLimitError,
)
from ejento_async._model import MISSING, ShapeError, anything, integer, list_of, or_empty
from ejento_async._protocol import Security
from ejento_async._retry import asked_wait
from ejento_async._sender import Sender
from ejento_async._transport import Transport
from tests import support
from tests.support import LIST

CANARY = "canary-8c1f"
URL = "https://apihub.document360.io"
NAMES = ("base_url", "api_key", "timeout", "deadline", "max_retries", "limits")
RESULT = LIST._replace(payload="result")
ERROR = {"description": "The user id does not exist.", "error_code": None}


def settings(environ: Mapping[str, str] | None = None, **arguments: Any) -> Settings:
    env = {"DOCUMENT360_API_TOKEN": "the-token"} if environ is None else environ
    return resolve(**dict.fromkeys(NAMES) | arguments, environ=env)


def refused(environ: Mapping[str, str] | None = None, **arguments: Any) -> str:
    """Return the words with which settings are refused."""
    with pytest.raises(ConfigurationError) as caught:
        settings(environ, **arguments)
    return str(caught.value)


def speaking(dialect: bool) -> Transport:
    """Return a transport that speaks Document360's dialect, or Ejento's."""
    found = support.settings(max_retries=0)
    return Transport(Sender(evolve(found, dialect=DIALECT) if dialect else found, HttpxBackend()))


# Settings.


def test_a_token_is_all_that_must_be_given() -> None:
    found = settings()

    assert found.base_url == URL
    assert found.api_key.reveal() == "the-token"
    assert found.secrets() == ["the-token"]
    assert (found.dialect.key_header, found.dialect.security) == ("api_token", Security.KEY)
    assert not found.credentials.renewable


def test_arguments_win_over_their_variables() -> None:
    environ = {
        "DOCUMENT360_API_TOKEN": "one",
        "DOCUMENT360_BASE_URL": "https://apihub.us.document360.io/",
        "DOCUMENT360_TIMEOUT": "5",
        "DOCUMENT360_MAX_RETRIES": "7",
    }
    found = settings(environ)

    assert found.base_url == "https://apihub.us.document360.io"
    assert (found.timeout.read, found.max_retries) == (5, 7)
    found = settings(environ, api_key="two", base_url=URL, timeout=9, max_retries=0, deadline=30)
    assert (found.api_key.reveal(), found.base_url) == ("two", URL)
    assert (found.timeout.read, found.max_retries, found.deadline) == (9, 0, 30)


def test_an_empty_variable_is_none() -> None:
    environ = {"DOCUMENT360_API_TOKEN": "t", "DOCUMENT360_BASE_URL": "", "DOCUMENT360_TIMEOUT": ""}

    assert settings(environ).base_url == URL


def test_variables_of_ejento_are_not_its_business() -> None:
    environ = {"EJENTO_API_KEY": "k", "EJENTO_BASE_URL": "https://x", "EJENTO_TIMEOUT": "no number"}

    assert "api_key: not given; pass it or set DOCUMENT360_API_TOKEN" in refused(environ)
    assert settings(environ | {"DOCUMENT360_API_TOKEN": "t"}).base_url == URL


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        ({"api_key": ""}, "api_key"),
        ({"api_key": f"{CANARY}\nx"}, "api_key (DOCUMENT360_API_TOKEN)"),
        ({"api_key": 5}, "api_key (DOCUMENT360_API_TOKEN)"),
        ({"base_url": ""}, "base_url (DOCUMENT360_BASE_URL)"),
        ({"base_url": 5}, "base_url (DOCUMENT360_BASE_URL)"),
        ({"base_url": "apihub"}, f"base_url (DOCUMENT360_BASE_URL): expected a URL like {URL}"),
        ({"base_url": "http://apihub.document360.io"}, "expected https"),
        ({"base_url": f"https://u:{CANARY}@h"}, "without user, password"),
        ({"timeout": 0}, "timeout (DOCUMENT360_TIMEOUT)"),
        ({"deadline": -1}, "deadline"),
        ({"max_retries": 1.5}, "max_retries (DOCUMENT360_MAX_RETRIES)"),
    ],
)
def test_a_malformed_setting_is_named_with_its_variable(
    arguments: dict[str, Any], named: str
) -> None:
    found = refused(**arguments)

    assert named in found
    assert CANARY not in found


def test_a_backend_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="backend"):
        Document360Client(api_key="t", backend="carrier pigeon")  # type: ignore[arg-type]


@pytest.fixture
def network() -> Iterator[respx.MockRouter]:
    with respx.mock(base_url=URL) as router:
        yield router


async def test_both_clients_have_the_same_life_cycle(network: respx.MockRouter) -> None:
    route = network.get("/v2/Teams/roles").respond(json={"success": True, "result": []})
    async with Document360Client(api_key=CANARY, backend=HttpxBackend()) as client:
        assert await client.teams.list_roles() == []
        assert client.base_url == URL
        assert repr(client) == f"<Document360Client {URL}>"
        other = client.with_options(timeout=1, deadline=2, max_retries=0)
        assert isinstance(other, Document360Client)
        assert not isinstance(other, EjentoClient)
        assert await other.teams.list_roles() == []

    headers = route.calls.last.request.headers
    assert headers["api_token"] == CANARY
    assert "authorization" not in headers
    with pytest.raises(ClientClosedError):
        await other.teams.list_roles()


# Envelopes.


@pytest.mark.parametrize(
    ("operation", "body", "expected"),
    [
        (RESULT, {"success": True, "result": 1}, ("result", 1)),
        (RESULT, {"success": True, "result": None}, ("result", None)),
        (RESULT, {"result": 1}, ("result", 1)),
        (RESULT, {"success": True, "data": 1}, ("data", 1)),
        (RESULT, {"success": True, "data": 1, "result": 2}, ("result", 2)),
        (RESULT, {"success": True, "errors": []}, ("result", MISSING)),
        (RESULT, [1], ("", [1])),
        (LIST, {"success": True, "data": 1}, ("data", 1)),
        (LIST, {"success": True, "result": 1}, ("data", MISSING)),
        (LIST._replace(envelope=False), {"result": 1}, ("", {"result": 1})),
    ],
)
def test_the_payload_is_where_the_operation_has_it(
    operation: Any, body: Any, expected: tuple[str, Any]
) -> None:
    assert unwrap(operation, body) == expected


async def test_the_place_in_an_answer_begins_with_the_name_of_the_payload(
    server: respx.MockRouter,
) -> None:
    server.get("/api/v2/things").respond(json={"success": True, "result": [1, "x"]})

    with pytest.raises(APIResponseError) as caught:
        await speaking(dialect=True).send(RESULT, list_of(integer))
    assert caught.value.path == "result[1]"


@pytest.mark.parametrize("success", [True, False])
async def test_errors_in_a_good_answer_are_a_failure_in_this_dialect_only(
    success: bool, server: respx.MockRouter
) -> None:
    body = {"success": success, "result": 1, "data": 1, "errors": [ERROR]}
    server.get("/api/v2/things").respond(json=body)

    with pytest.raises(APIResponseError, match=r"^The user id does not exist\."):
        await speaking(dialect=True).send(RESULT, integer)
    if success:
        assert await speaking(dialect=False).send(LIST, integer) == 1


@pytest.mark.parametrize("errors", [None, [], "none", {}, 0])
async def test_no_errors_are_no_failure(errors: object, server: respx.MockRouter) -> None:
    server.get("/api/v2/things").respond(json={"success": True, "result": 1, "errors": errors})

    assert await speaking(dialect=True).send(RESULT, integer) == 1


async def test_a_body_without_an_envelope_is_taken_as_it_is(server: respx.MockRouter) -> None:
    server.get("/api/v2/things").respond(json=[{"errors": [1]}])

    assert await speaking(dialect=True).send(RESULT, anything) == [{"errors": [1]}]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"errors": [ERROR]}, "The user id does not exist."),
        ({"errors": [ERROR, {"description": "Nor does the group."}]}, None),
        ({"errors": None, "success": True}, "the server answered 400 (Bad Request)"),
        ({"errors": [{"description": None}]}, "the server answered 400 (Bad Request)"),
        ({"errors": {"EmailId": ["taken"]}, "title": "x"}, "the server answered 400 (Bad Request)"),
        ({"message": "first", "errors": [ERROR]}, "first"),
    ],
    ids=repr,
)
async def test_a_refusal_is_told_in_the_words_of_its_errors(
    body: dict[str, Any], expected: str | None, server: respx.MockRouter
) -> None:
    server.get("/api/v2/things").respond(400, json=body)

    with pytest.raises(BadRequestError) as caught:
        await speaking(dialect=True).send(RESULT, anything)
    assert caught.value.message == (expected or "The user id does not exist.; Nor does the group.")


def test_a_description_is_the_last_place_to_look_for_words() -> None:
    assert server_message({"description": "a", "detail": "b"}) == "b"
    assert server_message({"description": "a"}) == "a"


# Arrays that may be null.


@pytest.mark.parametrize(
    ("value", "expected"), [(None, []), (MISSING, []), ([], []), ([1, None], [1])]
)
def test_an_array_that_is_null_or_not_there_is_an_empty_list(
    value: object, expected: list[int]
) -> None:
    assert or_empty(list_of(integer))(value) == expected


@pytest.mark.parametrize("value", [{}, "", 0, False])
def test_what_is_neither_an_array_nor_null_is_refused(value: object) -> None:
    with pytest.raises(ShapeError, match="expected an array"):
        or_empty(list_of(integer))(value)


# The limit.


@pytest.mark.parametrize(
    ("status", "headers", "expected"),
    [
        (429, {"x-ratelimit-reset": "17"}, 17),
        (429, {"x-ratelimit-reset": " 0 "}, 0),
        (429, {"x-ratelimit-reset": "17", "retry-after": "3"}, 3),
        (429, {"x-ratelimit-reset": "17", "retry-after": "soon"}, 17),
        (429, {"x-ratelimit-reset": "1700000000"}, None),
        (429, {"x-ratelimit-reset": "-1"}, None),
        (429, {"x-ratelimit-reset": "soon"}, None),
        (429, {"x-ratelimit-reset": ""}, None),
        (429, {}, None),
        (503, {"x-ratelimit-reset": "17"}, None),
        (503, {"retry-after": "17"}, 17),
    ],
    ids=repr,
)
def test_the_reset_of_a_limit_is_a_wait_only_where_nothing_better_is_said(
    status: int, headers: dict[str, str], expected: float | None
) -> None:
    assert asked_wait(status, headers) == expected


async def test_an_error_tells_the_seconds_to_the_reset(server: respx.MockRouter) -> None:
    server.get("/api/v2/things").respond(429, headers={"X-RateLimit-Reset": "17"})

    with pytest.raises(RateLimitError) as caught:
        await speaking(dialect=True).send(RESULT, anything)
    assert caught.value.retry_after == 17


async def test_a_call_over_the_limit_waits_for_the_reset(
    server: respx.MockRouter, clock: Any
) -> None:
    answers = [httpx.Response(429, headers={"X-RateLimit-Reset": "17"}), support.ok(1)]
    route = server.get("/api/v2/things").mock(side_effect=answers)

    found = await support.transport(max_retries=1).send(LIST, integer)

    assert (found, route.call_count) == (1, 2)
    assert 17 <= clock.skipped < 18
