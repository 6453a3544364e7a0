"""Credentials: what each kind sends, and what it makes of the answer."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl

import httpx
import pytest
import respx

from ejento_async._auth import AccessToken, Password, TokenPair, UserToken
from ejento_async._errors import AuthenticationError, AuthRefreshError, ConfigurationError
from ejento_async._model import anything
from ejento_async._protocol import Operation, Security
from ejento_async._secret import Secret
from ejento_async._transport import Transport
from tests import support
from tests.support import (
    LIST,
    LOGIN_PATH,
    REFRESH,
    REFRESH_PATH,
    TokenServer,
    first_pair,
    jwt,
    ok,
    pair,
)
from tests.unit.conftest import Clock

Make = Callable[..., Transport]


# What goes over the wire.


async def test_a_static_token_is_sent_as_it_is_and_never_renewed(
    server: respx.MockRouter, transport: Make
) -> None:
    route = server.get("/api/v2/things").respond(401, json={"detail": "expired"})

    with pytest.raises(AuthenticationError, match="expired") as caught:
        await transport(credentials=AccessToken("Bearer static")).send(LIST, anything)
    assert caught.value.attempts == 1
    assert len(server.calls) == 1
    assert route.calls.last.request.headers["authorization"] == "Bearer static"


async def test_a_static_token_cannot_be_renewed_by_force(transport: Make) -> None:
    credentials = AccessToken("static")

    async def exchange(*_: object, **__: object) -> None:
        pytest.fail("there is nobody to ask")

    with pytest.raises(AuthRefreshError, match="static access token"):
        await credentials.renewed(Secret("static"), exchange)


async def test_a_static_token_is_used_beyond_its_end(
    server: respx.MockRouter, transport: Make
) -> None:
    server.get("/api/v2/things").mock(return_value=ok(1))

    ended = AccessToken(jwt(time.time() - 600))
    assert await transport(credentials=ended).send(LIST, anything) == 1


async def test_a_pair_renews_with_its_auth_token_and_no_body(
    server: respx.MockRouter, transport: Make, ejento: TokenServer
) -> None:
    ejento.expire()

    assert await transport(credentials=first_pair()).send(LIST, anything) == "served"

    refresh = next(c.request for c in server.calls if c.request.url.path == REFRESH_PATH)
    assert refresh.method == "POST"
    assert refresh.headers["authorization"] == "Bearer auth-1"
    assert refresh.headers["ocp-apim-subscription-key"] == support.API_KEY
    assert refresh.content == b""
    assert server.calls.last.request.headers["authorization"] == "Bearer access-2"


async def test_an_auth_token_alone_gets_its_access_token_at_the_first_call(
    server: respx.MockRouter, transport: Make, ejento: TokenServer
) -> None:
    ejento.expire()

    assert await transport(credentials=TokenPair("auth-1")).send(LIST, anything) == "served"
    assert [call.request.url.path for call in server.calls] == [REFRESH_PATH, "/api/v2/things"]


async def test_a_password_is_sent_as_a_form_and_with_the_key_only(
    server: respx.MockRouter, transport: Make
) -> None:
    login = server.post(LOGIN_PATH).mock(return_value=pair("auth", "access"))
    server.get("/api/v2/things").mock(return_value=ok(1))

    await transport(credentials=Password("a@b.example", "p w&d")).send(LIST, anything)

    request = login.calls.last.request
    assert request.headers["content-type"] == "application/x-www-form-urlencoded"
    assert parse_qsl(request.content.decode()) == [
        ("username", "a@b.example"),
        ("password", "p w&d"),
    ]
    assert request.headers["ocp-apim-subscription-key"] == support.API_KEY
    assert "authorization" not in request.headers
    assert server.calls.last.request.headers["authorization"] == "Bearer access"


async def test_a_login_that_ends_is_renewed_with_its_auth_token_and_not_with_the_password(
    server: respx.MockRouter, transport: Make
) -> None:
    login = server.post(LOGIN_PATH).mock(return_value=pair("auth-1", "access-1"))
    refresh = server.post(REFRESH_PATH).mock(return_value=pair("auth-2", "access-2"))
    server.get("/api/v2/things").mock(side_effect=[ok(1), httpx.Response(401), ok(2)])
    client = transport(credentials=Password("a@b.example", "x"))

    assert [await client.send(LIST, anything) for _ in range(2)] == [1, 2]
    assert (login.call_count, refresh.call_count) == (1, 1)
    assert refresh.calls.last.request.headers["authorization"] == "Bearer auth-1"


@pytest.mark.parametrize("status", [400, 401, 403, 422])
async def test_an_auth_token_that_is_refused_is_replaced_by_logging_in_again(
    status: int, server: respx.MockRouter, transport: Make
) -> None:
    login = server.post(LOGIN_PATH).mock(
        side_effect=[pair("auth-1", "access-1"), pair("auth-2", "access-2")]
    )
    server.post(REFRESH_PATH).respond(status)
    server.get("/api/v2/things").mock(side_effect=[ok(1), httpx.Response(401), ok(2)])
    client = transport(credentials=Password("a@b.example", "x"))

    assert [await client.send(LIST, anything) for _ in range(2)] == [1, 2]
    assert login.call_count == 2


async def test_a_renewal_that_fails_on_the_way_is_no_reason_to_send_the_password(
    server: respx.MockRouter, transport: Make, clock: Clock
) -> None:
    login = server.post(LOGIN_PATH).mock(return_value=pair("auth-1", "access-1"))
    server.post(REFRESH_PATH).mock(side_effect=httpx.ReadTimeout("slow"))
    server.get("/api/v2/things").mock(side_effect=[ok(1), httpx.Response(401)])
    client = transport(credentials=Password("a@b.example", "x"))

    await client.send(LIST, anything)
    with pytest.raises(AuthRefreshError):
        await client.send(LIST, anything)
    assert login.call_count == 1


async def test_an_application_asks_for_a_token_with_its_secret_and_nothing_else(
    server: respx.MockRouter, transport: Make
) -> None:
    exchange = server.post("/user-token").respond(
        201, json={"token": "access", "user_id": 1, "role": "user", "expires_on": None}
    )
    server.get("/api/v2/things").mock(return_value=ok(1))

    credentials = UserToken("a@b.example", "Ann B.", "the-secret")
    await transport(credentials=credentials).send(LIST, anything)

    request = exchange.calls.last.request
    assert json.loads(request.content) == {"email": "a@b.example", "full_name": "Ann B."}
    assert request.headers["ejento-auth-key"] == "the-secret"
    assert "authorization" not in request.headers
    assert "ocp-apim-subscription-key" not in request.headers
    assert server.calls.last.request.headers["authorization"] == "Bearer access"


@pytest.mark.parametrize(
    ("security", "key", "bearer"),
    [
        (Security.ACCESS, True, "Bearer access-1"),
        (Security.AUTH, True, "Bearer auth-1"),
        (Security.KEY, True, None),
        (Security.NONE, False, None),
    ],
)
async def test_a_call_carries_just_the_credentials_that_its_operation_needs(
    security: Security, key: bool, bearer: str | None, server: respx.MockRouter, transport: Make
) -> None:
    route = server.get("/x").mock(return_value=pair("auth-2", "access-2"))
    operation = Operation(id="x", method="GET", path="/x", security=security)

    await transport(credentials=first_pair()).send(operation, anything)

    headers = route.calls.last.request.headers
    assert ("ocp-apim-subscription-key" in headers) is key
    assert headers.get("authorization") == bearer


async def test_an_operation_for_the_auth_token_needs_credentials_that_have_one(
    server: respx.MockRouter, transport: Make
) -> None:
    with pytest.raises(ConfigurationError, match="EJENTO_AUTH_TOKEN"):
        await transport().send(REFRESH, anything)
    assert not server.calls


# Answers to a renewal.


@pytest.mark.parametrize("envelope", [True, False])
async def test_both_tokens_are_taken_from_an_envelope_and_from_a_bare_body(
    envelope: bool, server: respx.MockRouter, transport: Make
) -> None:
    tokens = {"access_token": "auth-2", "ejento_access_token": "access-2"}
    server.post(REFRESH_PATH).respond(
        json={"success": True, "data": tokens} if envelope else tokens
    )
    route = server.get("/api/v2/things").mock(return_value=ok())

    await transport(credentials=TokenPair("auth-1")).send(LIST, anything)

    assert route.calls.last.request.headers["authorization"] == "Bearer access-2"


GOOD = {"access_token": "a", "ejento_access_token": "b"}


@pytest.mark.parametrize(
    "response",
    [
        httpx.Response(204),
        httpx.Response(200, json={}),
        httpx.Response(200, json=[]),
        httpx.Response(200, json={"data": None}),
        httpx.Response(200, json={"data": [GOOD]}),
        httpx.Response(200, json={"access_token": "canary"}),
        httpx.Response(200, json={"ejento_access_token": "canary"}),
        httpx.Response(200, json=GOOD | {"access_token": ""}),
        httpx.Response(200, json=GOOD | {"access_token": 5}),
        httpx.Response(200, json=GOOD | {"ejento_access_token": None}),
        httpx.Response(200, json=GOOD | {"ejento_access_token": "canary\r\nX-Evil: 1"}),
        httpx.Response(200, json=GOOD | {"access_token": "canary \u00e9"}),
        httpx.Response(200, json={"success": False, "message": "no"}),
        httpx.Response(200, html="<html>log in</html>"),
        httpx.Response(302, headers={"Location": "https://idp.example/"}),
    ],
    ids=lambda response: repr(response.content[:60]),
)
async def test_half_a_pair_is_no_pair(
    response: httpx.Response, server: respx.MockRouter, transport: Make
) -> None:
    server.post(REFRESH_PATH).mock(return_value=response)

    with pytest.raises(AuthRefreshError, match="^no new tokens: ") as caught:
        await transport(credentials=TokenPair("auth-1")).send(LIST, anything)
    assert caught.value.operation == LIST.id
    assert caught.value.__cause__ is not None
    assert "canary" not in f"{caught.value!s} {caught.value.__cause__!r}"


@pytest.mark.parametrize(
    ("expires_on", "renewals"),
    [
        (lambda now: time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(now + 3600)), 1),
        (lambda now: time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(now + 3600)), 1),
        (lambda now: time.strftime("%Y-%m-%dT%H:%M:%S+00:00", time.gmtime(now + 30)), 2),
        (lambda now: time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(now + 30)), 2),
        (lambda now: time.strftime("%Y-%m-%dT%H:%M:%S+00:00", time.gmtime(now + 300)), 1),
        (lambda _: None, 1),
        (lambda _: "soon", 1),
        (lambda _: 5, 1),
        (lambda _: "9999-12-31T23:59:59+00:00", 1),
    ],
    ids=[
        "in an hour",
        "no zone",
        "in 30 s",
        "in 30 s, no zone",
        "in 5 minutes",
        "null",
        "nonsense",
        "number",
        "never",
    ],
)
async def test_the_end_of_a_user_token_is_what_the_server_says(
    expires_on: Callable[[float], Any],
    renewals: int,
    server: respx.MockRouter,
    transport: Make,
    monkeypatch: pytest.MonkeyPatch,
    clock: Clock,
) -> None:
    monkeypatch.setenv("TZ", "America/New_York")
    time.tzset()
    try:
        exchange = server.post("/user-token").respond(
            201, json={"token": "access", "expires_on": expires_on(time.time())}
        )
        server.get("/api/v2/things").mock(return_value=ok())
        client = transport(credentials=UserToken("a@b.example", "Ann", "s"))

        await client.send(LIST, anything)
        clock.skipped += 40
        await client.send(LIST, anything)
        assert exchange.call_count == renewals
    finally:
        monkeypatch.delenv("TZ")
        time.tzset()


@pytest.mark.parametrize("body", [{}, {"token": ""}, {"token": 5}, {"token": "a\nb"}, [], None])
async def test_a_user_token_that_is_none_is_refused(
    body: object, server: respx.MockRouter, transport: Make
) -> None:
    server.post("/user-token").respond(201, json=body)

    with pytest.raises(AuthRefreshError, match="the answer has no `token`"):
        await transport(credentials=UserToken("a@b.example", "Ann", "s")).send(LIST, anything)
