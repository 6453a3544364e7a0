"""Keys and tokens: who gets in, how long, and all the ways to log in."""

from __future__ import annotations

import base64
import json
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from ejento_async.sandbox import Sandbox

from .wire import ASK, KEY, REFRESH, client_of, headers_of

ME = "/api/v2/users/me"
LOGIN = "/auth-service/api/v2/login/access-token"
OTP = "/auth-service/api/v2/users/verify-otp"
MAGIC = "/auth-service/api/v2/users/passwordless-auth"
VALIDATE = "/auth-service/api/v2/users/validate-magic-link"
REQUEST_CODE = "/auth-service/api/v2/login/passwordless/request-token"
EXCHANGE = "/auth-service/api/v2/login/passwordless/exchange-tokens"


def claims_of(token: str) -> dict[str, Any]:
    """Read the claims of a JWT."""
    payload = token.split(".")[1]
    claims: dict[str, Any] = json.loads(
        base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4))
    )
    return claims


async def me_with(http: httpx.AsyncClient, token: str) -> int:
    """Ask who I am with a token and return the status."""
    return (await http.get(ME, headers={"Authorization": f"Bearer {token}"})).status_code


@pytest.mark.parametrize(
    ("headers", "words"),
    [({}, "missing subscription key"), ({KEY: "wrong"}, "invalid subscription key")],
)
async def test_the_gateway_refuses_a_missing_or_wrong_key_in_its_own_form(
    sandbox: Sandbox, headers: dict[str, str], words: str
) -> None:
    async with client_of(sandbox, {}) as http:
        response = await http.get(ME, headers=headers)

    assert response.status_code == 401
    assert response.json()["statusCode"] == 401
    assert words in response.json()["message"]


async def test_a_missing_or_foreign_token_is_refused_in_the_form_of_the_core(
    sandbox: Sandbox,
) -> None:
    async with client_of(sandbox, {KEY: sandbox.api_key}) as http:
        missing = await http.get(ME)
        foreign = await http.get(ME, headers={"Authorization": "Bearer abc"})
        basic = await http.get(ME, headers={"Authorization": "Basic YTpi"})

    assert missing.json() == {
        "success": False,
        "message": "Authentication credentials were not provided.",
    }
    assert foreign.json() == {"success": False, "message": "Invalid token"}
    assert [missing.status_code, foreign.status_code, basic.status_code] == [401] * 3


async def test_the_two_tokens_are_not_interchangeable(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    refresh = await http.post(REFRESH)

    assert await me_with(http, sandbox.auth_token) == 401
    assert refresh.status_code == 401
    assert refresh.json() == {"detail": "Invalid token"}


async def test_an_agent_can_be_looked_at_with_the_key_alone_but_not_with_a_bad_token(
    sandbox: Sandbox,
) -> None:
    async with client_of(sandbox, {KEY: sandbox.api_key}) as http:
        alone = await http.get("/api/v2/agents/42")
        bad = await http.get("/api/v2/agents/42", headers={"Authorization": "Bearer old"})

    assert [alone.status_code, bad.status_code] == [200, 401]


async def test_a_read_only_key_is_good_for_get_only(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    http.headers[KEY] = sandbox.read_only_api_key
    get = await http.get(ME)
    post = await http.post(ASK, json={"user_query": "Hi"})

    assert [get.status_code, post.status_code] == [200, 403]


def test_both_tokens_are_jwts_that_say_when_they_end() -> None:
    with Sandbox(token_lifetime=90) as sandbox:
        access, auth = claims_of(sandbox.access_token), claims_of(sandbox.auth_token)

    assert access["exp"] - access["iat"] == 90
    assert (access["sub"], auth["sub"]) == ("1", "1")
    assert access["exp"] == auth["exp"]


async def test_tokens_expire_after_their_lifetime(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    week = 7 * 24 * 3600
    sandbox.advance(week - 60)
    assert await me_with(http, sandbox.access_token) == 200
    sandbox.advance(61)
    response = await http.get(ME)

    assert response.status_code == 401
    assert response.json()["message"] == "Token has expired"


async def test_a_test_can_let_tokens_expire_at_once(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    sandbox.expire_access_token()
    assert await me_with(http, sandbox.access_token) == 401
    assert await me_with(http, sandbox.issue_tokens().access) == 200
    sandbox.expire_auth_token()
    headers = {"Authorization": f"Bearer {sandbox.auth_token}"}

    assert (await http.post(REFRESH, headers=headers)).json() == {"detail": "Token has expired"}


async def test_a_refresh_rotates_both_tokens_and_the_old_ones_are_dead(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    headers = {"Authorization": f"Bearer {sandbox.auth_token}"}
    first = await http.post(REFRESH, headers=headers)
    second = await http.post(REFRESH, headers=headers)
    new = first.json()["data"]

    assert first.status_code == 200
    assert first.json()["success"] is True
    assert new["access_token"] != sandbox.auth_token
    assert second.status_code == 401
    assert await me_with(http, sandbox.access_token) == 401
    assert await me_with(http, new["ejento_access_token"]) == 200
    assert sandbox.refresh_count == 1


async def test_old_tokens_can_be_given_a_grace() -> None:
    with Sandbox(rotation_grace=30) as sandbox:
        async with client_of(sandbox, {KEY: sandbox.api_key}) as http:
            headers = {"Authorization": f"Bearer {sandbox.auth_token}"}
            statuses = [(await http.post(REFRESH, headers=headers)).status_code for _ in range(2)]
            in_grace = await me_with(http, sandbox.access_token)
            sandbox.advance(31)

            assert [*statuses, in_grace] == [200, 200, 200]
            assert await me_with(http, sandbox.access_token) == 401
            assert (await http.post(REFRESH, headers=headers)).status_code == 401


async def test_a_password_gives_both_tokens_and_a_wrong_one_none(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    form = {"username": sandbox.email.upper(), "password": sandbox.password}
    good = await http.post(LOGIN, data=form)
    bad = await http.post(LOGIN, data={**form, "password": "x"})
    tokens = good.json()["data"]

    assert await me_with(http, tokens["ejento_access_token"]) == 200
    assert claims_of(tokens["access_token"])["type"] == "auth"
    assert bad.status_code == 401
    assert bad.json() == {"detail": "Incorrect email or password"}


async def test_an_exchange_code_works_once_and_for_ten_minutes(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    async def mailed() -> str:
        assert (await http.post(REQUEST_CODE, json={"email": sandbox.email})).json()["success"]
        return sandbox.mailbox[-1].code

    code = await mailed()
    first = await http.post(EXCHANGE, json={"code": code})
    again = await http.post(EXCHANGE, json={"code": code})
    late = await mailed()
    sandbox.advance(601)

    assert await me_with(http, first.json()["data"]["ejento_access_token"]) == 200
    assert again.json() == {"detail": "Invalid or expired code"}
    assert (await http.post(EXCHANGE, json={"code": late})).status_code == 401
    assert [mail.kind for mail in sandbox.mailbox] == ["exchange_code"] * 2


async def test_a_one_time_password_has_six_characters_and_a_fresh_one_replaces_it(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    body = {"email": sandbox.email, "next": "https://app.example.com/auth/confirmation/"}
    session = (await http.post(MAGIC, json=body)).json()["data"]["otp_session_id"]
    again = await http.post(MAGIC, json={**body, "otp_session_id": session})
    first, second = (mail.code for mail in sandbox.mailbox)
    stale = await http.post(OTP, json={"otp_session_id": session, "code": first})
    good = await http.post(OTP, json={"otp_session_id": session, "code": second.lower()})
    used = await http.post(OTP, json={"otp_session_id": session, "code": second})

    assert again.json()["data"]["otp_session_id"] == session
    assert len(second) == 6
    assert second.isalnum()
    assert [stale.status_code, good.status_code, used.status_code] == [401, 200, 401]
    assert await me_with(http, good.json()["data"]["ejento_access_token"]) == 200


async def test_a_magic_link_comes_back_with_both_tokens_and_a_token_to_validate(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    await http.post(
        MAGIC, json={"email": sandbox.email, "next": "https://app.example.com/?from=mail"}
    )
    query = parse_qs(urlsplit(sandbox.mailbox[-1].link).query)
    first = await http.post(VALIDATE, json={"token": query["x"][0]})
    again = await http.post(VALIDATE, json={"token": query["x"][0]})

    assert query["from"] == ["mail"]
    assert query["x"] == [sandbox.mailbox[-1].token]
    assert await me_with(http, query["ejento_access_token"][0]) == 200
    assert first.json() == {"success": True, "message": "Magic link validated successfully"}
    assert again.json() == {"detail": "Invalid or expired magic link"}


async def test_codes_are_not_mailed_to_strangers(sandbox: Sandbox, http: httpx.AsyncClient) -> None:
    response = await http.post(REQUEST_CODE, json={"email": "nobody@example.com"})

    assert response.status_code == 401
    assert sandbox.mailbox == []


@pytest.mark.parametrize("provider", ["google", "microsoft", "linkedin", "okta"])
async def test_single_sign_on_comes_back_to_next_with_both_tokens(
    sandbox: Sandbox, http: httpx.AsyncClient, provider: str
) -> None:
    path = f"/auth-service/api/v2/sso/{provider}/login"
    async with client_of(sandbox, {}) as browser:
        response = await browser.get(path, params={"next": "https://app.example.com/chat"})
        without = await browser.get(path)
    target = urlsplit(response.headers["location"])
    query = parse_qs(target.query)

    assert response.status_code == 302
    assert target.netloc == "app.example.com"
    assert claims_of(query["token"][0])["type"] == "auth"
    assert await me_with(http, query["ejento_access_token"][0]) == 200
    assert without.status_code == 422


async def test_a_target_with_line_breaks_cannot_add_headers(sandbox: Sandbox) -> None:
    async with client_of(sandbox, {}) as browser:
        response = await browser.get(
            "/auth-service/api/v2/sso/google/login",
            params={"next": "https://app.example.com/\r\nSet-Cookie: a=b"},
        )

    assert response.status_code == 302
    assert "set-cookie" not in response.headers


async def test_login_flags_need_the_key_only(sandbox: Sandbox) -> None:
    async with client_of(sandbox, {KEY: sandbox.api_key}) as http:
        response = await http.get("/auth-service/api/v2/feature-flags/logins")
    flags = {item["name"]: item["is_active"] for item in response.json()["data"]["items"]}

    assert set(flags) == {"otp", "microsoft_sso", "google_sso", "linkedin_sso", "okta_sso"}
    assert flags["otp"] is True


async def test_a_trusted_server_gets_a_token_for_a_user_who_is_made_if_unknown(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    body = {"email": "kim@example.com", "full_name": "Kim Lee Park"}
    headers = {"ejento-auth-key": sandbox.application_secret}
    async with client_of(sandbox, {}) as server:
        first = await server.post("/user-token", json=body, headers=headers)
        again = await server.post("/user-token", json=body, headers=headers)
        wrong = await server.post("/user-token", json=body, headers={"ejento-auth-key": "x"})
    granted = first.json()
    shown = await http.get(ME, headers={"Authorization": f"Bearer {granted['token']}"})
    sandbox.advance(3601)

    assert first.status_code == 201
    assert set(granted) == {"token", "user_id", "role", "expires_on"}
    assert granted["role"] == "User"
    assert granted["user_id"] == again.json()["user_id"]
    assert shown.json()["data"]["full_name"] == "Kim Lee Park"
    assert wrong.status_code == 401
    assert await me_with(http, granted["token"]) == 401


async def test_only_admins_may_make_users(sandbox: Sandbox, http: httpx.AsyncClient) -> None:
    path = "/api/v2/organizations/1/users"
    body = {
        "first_name": "Alan",
        "last_name": "Turing",
        "email": "alan@example.com",
        "password": "enigma",
        "role": "Application Admin",
    }
    plain = {"Authorization": f"Bearer {sandbox.issue_tokens('grace@example.com').access}"}
    refused = await http.post(path, json=body, headers=plain)
    made = await http.post(path, json=body)
    twice = await http.post(path, json=body)
    elsewhere = await http.post("/api/v2/organizations/99/users", json=body)
    login = await http.post(LOGIN, data={"username": "alan@example.com", "password": "enigma"})

    assert refused.status_code == 403
    assert refused.json()["success"] is False
    assert made.status_code == 201
    assert made.json()["data"]["is_staff"] is True
    assert made.json()["data"]["organization"]["description"]
    assert [twice.status_code, elsewhere.status_code, login.status_code] == [400, 404, 200]


def test_tokens_for_an_unknown_user_are_an_error(sandbox: Sandbox) -> None:
    with pytest.raises(LookupError, match=r"nobody@example\.com"):
        sandbox.issue_tokens("nobody@example.com")


def test_the_clock_does_not_go_back(sandbox: Sandbox) -> None:
    with pytest.raises(ValueError, match="forward"):
        sandbox.advance(-1)


async def test_two_users_have_their_own_tokens(sandbox: Sandbox, http: httpx.AsyncClient) -> None:
    headers = headers_of(sandbox, sandbox.issue_tokens("admin@example.com").access)
    shown = await http.get(ME, headers=headers)

    assert shown.json()["data"]["id"] == 2
