"""The kinds of credentials, against a server whose tokens expire and rotate."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from ejento_async import (
    AuthenticationError,
    AuthRefreshError,
    EjentoClient,
    FileTokenStore,
    Password,
    TokenPair,
    UserToken,
)
from ejento_async.sandbox import Sandbox


def client_with(sandbox: Sandbox, credentials: object) -> EjentoClient:
    return EjentoClient(
        base_url=sandbox.base_url,
        api_key=sandbox.api_key,
        credentials=credentials,  # type: ignore[arg-type]
    )


async def test_a_client_can_be_configured_by_the_environment_alone(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in sandbox.env.items():
        monkeypatch.setenv(name, value)
    async with EjentoClient() as ejento:
        me = await ejento.v2.users.get_me()

    assert sandbox.email == me.email


async def test_a_static_token_may_begin_with_bearer_and_fails_when_it_expires(
    sandbox: Sandbox,
) -> None:
    async with EjentoClient(
        base_url=sandbox.base_url,
        api_key=sandbox.api_key,
        access_token=f"Bearer {sandbox.access_token}",
    ) as ejento:
        await ejento.v2.users.get_me()
        sandbox.expire_access_token()

        with pytest.raises(AuthenticationError) as caught:
            await ejento.v2.users.get_me()

    assert caught.value.attempts == 1
    assert sandbox.refresh_count == 0


async def test_a_password_logs_in_by_itself_and_then_renews_without_it(sandbox: Sandbox) -> None:
    async with client_with(sandbox, Password(sandbox.email, sandbox.password)) as ejento:
        await ejento.v2.users.get_me()
        sandbox.expire_access_token()
        await ejento.v2.users.get_me()

    assert len(sandbox.requests.of("v2_authentication_login")) == 1
    assert sandbox.refresh_count == 1


async def test_a_wrong_password_is_an_error_that_says_so_without_the_password(
    sandbox: Sandbox,
) -> None:
    async with client_with(sandbox, Password(sandbox.email, "wrong-canary")) as ejento:
        with pytest.raises(AuthRefreshError) as caught:
            await ejento.v2.users.get_me()

    assert isinstance(caught.value.__cause__, AuthenticationError)
    assert "wrong-canary" not in repr(caught.value) + str(caught.value.__cause__)


async def test_a_server_gets_a_token_for_a_user_by_its_application_secret(
    sandbox: Sandbox,
) -> None:
    credentials = UserToken("new.user@example.com", "New User", sandbox.application_secret)
    async with client_with(sandbox, credentials) as ejento:
        me = await ejento.v2.users.get_me()
    request = sandbox.requests.of("v2_authentication_create_user_token")[0]

    assert me.email == "new.user@example.com"
    assert sandbox.application_secret == request.header("ejento-auth-key")
    assert request.header("authorization") is None
    assert request.header("ocp-apim-subscription-key") is None


async def test_a_renewal_by_hand_is_the_one_that_the_client_goes_on_with(
    sandbox: Sandbox, ejento: EjentoClient
) -> None:
    pair = await ejento.v2.authentication.refresh()
    await ejento.v2.users.get_me()

    assert f"Bearer {pair.ejento_access_token}" == sandbox.requests[-1].header("authorization")
    assert sandbox.refresh_count == 1


async def test_renewed_tokens_outlive_the_client_in_a_file(
    sandbox: Sandbox, tmp_path: Path
) -> None:
    store = FileTokenStore(tmp_path / "tokens.json")
    for _ in range(2):
        # The pair that the second client was given is used up by then.
        pair = TokenPair(sandbox.auth_token, sandbox.access_token, store=store)
        async with client_with(sandbox, pair) as ejento:
            await ejento.v2.users.get_me()
            sandbox.expire_access_token()
            await ejento.v2.users.get_me()

    assert sandbox.refresh_count == 2
    assert (tmp_path / "tokens.json").stat().st_mode & 0o777 == 0o600


async def test_a_dead_auth_token_raises_the_same_kind_of_error_at_every_call(
    sandbox: Sandbox,
) -> None:
    async with client_with(sandbox, TokenPair("dead", sandbox.access_token)) as ejento:
        sandbox.expire_access_token()
        for _ in range(2):
            with pytest.raises(AuthRefreshError):
                await ejento.v2.users.get_me()


async def test_a_login_by_mailed_code_gives_a_pair_that_works(
    sandbox: Sandbox, ejento: EjentoClient
) -> None:
    await ejento.v2.authentication.request_passwordless_code(email=sandbox.email)
    code = sandbox.mailbox[-1].code
    assert code is not None
    pair = await ejento.v2.authentication.exchange_passwordless_code(code=code)
    assert pair.access_token is not None
    credentials = TokenPair(pair.access_token, pair.ejento_access_token)
    async with client_with(sandbox, credentials) as other:
        me = await other.v2.users.get_me()

    assert sandbox.email == me.email


async def test_a_login_by_one_time_code_gives_a_pair_that_works(
    sandbox: Sandbox, ejento: EjentoClient
) -> None:
    session = await ejento.v2.authentication.request_magic_link(
        email=sandbox.email, next="https://app.example.com/home"
    )
    assert session.otp_session_id is not None
    code = sandbox.mailbox[-1].code
    assert code is not None
    pair = await ejento.v2.authentication.verify_otp(
        otp_session_id=session.otp_session_id, code=code
    )
    assert pair.access_token is not None
    async with client_with(sandbox, TokenPair(pair.access_token)) as other:
        me = await other.v2.users.get_me()

    assert sandbox.email == me.email


async def test_single_sign_on_returns_the_address_to_send_the_browser_to(
    sandbox: Sandbox, ejento: EjentoClient
) -> None:
    target = await ejento.v2.sso.login_google(next="https://app.example.com/home")

    assert urlsplit(target).hostname == "app.example.com"
    assert {"token", "ejento_access_token"} <= parse_qs(urlsplit(target).query).keys()
    assert sandbox.requests[-1].header("authorization") is None
    assert sandbox.requests[-1].header("ocp-apim-subscription-key") is None


async def test_operations_that_need_only_the_key_carry_only_the_key(
    sandbox: Sandbox, ejento: EjentoClient
) -> None:
    flags = await ejento.v2.feature_flags.list_logins()

    assert "otp" in [flag.name for flag in flags.items or []]
    assert sandbox.requests[-1].header("authorization") is None
    assert sandbox.api_key == sandbox.requests[-1].header("ocp-apim-subscription-key")
