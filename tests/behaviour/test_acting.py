"""One client that acts for many users, over a real socket."""

from __future__ import annotations

import asyncio
import gc
import warnings
from pathlib import Path

import pytest

from ejento_async import (
    ClientClosedError,
    ConfigurationError,
    EjentoClient,
    FileTokenStore,
    UserToken,
)
from ejento_async.sandbox import Sandbox


def token_of(sandbox: Sandbox, name: str, store: FileTokenStore | None = None) -> UserToken:
    return UserToken(f"{name}@example.com", name, sandbox.application_secret, store=store)


async def test_users_share_the_connections_and_not_the_tokens(
    sandbox: Sandbox, ejento: EjentoClient
) -> None:
    people = {f"user{n}": token_of(sandbox, f"user{n}") for n in range(30)}
    found = await asyncio.gather(
        *(ejento.acting_as(people[name]).v2.users.get_me() for name in [*people, *people])
    )
    me = await ejento.v2.users.get_me()

    assert [f"{name}@example.com" for name in [*people, *people]] == [each.email for each in found]
    assert sandbox.email == me.email
    assert 30 == len(sandbox.requests.of("v2_authentication_create_user_token"))
    assert sandbox.total_connections <= 20


async def test_options_hold_for_whoever_the_client_acts_for(
    sandbox: Sandbox, ejento: EjentoClient
) -> None:
    ann = ejento.with_options(max_retries=0).acting_as(token_of(sandbox, "ann"))

    assert ann.with_options(timeout=5).base_url == ejento.base_url
    assert "ann@example.com" == (await ann.with_options(timeout=5).v2.users.get_me()).email


async def test_the_token_of_a_user_outlives_the_client_in_a_store(
    sandbox: Sandbox, ejento: EjentoClient, tmp_path: Path
) -> None:
    store = FileTokenStore(tmp_path / "ann")
    for _ in range(2):
        await ejento.acting_as(token_of(sandbox, "ann", store)).v2.users.get_me()

    assert 1 == len(sandbox.requests.of("v2_authentication_create_user_token"))


async def test_closing_any_of_them_closes_all(sandbox: Sandbox, ejento: EjentoClient) -> None:
    ann = ejento.acting_as(token_of(sandbox, "ann"))
    await ann.v2.users.get_me()
    await ann.aclose()

    with pytest.raises(ClientClosedError):
        await ejento.v2.users.get_me()


async def test_one_that_is_dropped_leaves_nothing_behind(
    sandbox: Sandbox, ejento: EjentoClient
) -> None:
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        await ejento.acting_as(token_of(sandbox, "ann")).v2.users.get_me()
        gc.collect()
    senders = len(ejento._transport._sender._shared.senders)

    assert [] == said
    assert 1 == senders


def test_who_is_no_credentials_is_refused_at_once_and_not_quoted(ejento: EjentoClient) -> None:
    with pytest.raises(ConfigurationError, match=r"^credentials: expected .*, got str$"):
        ejento.acting_as("a-token")  # type: ignore[arg-type]
    with pytest.raises(ConfigurationError, match=r"^credentials: expected .*, got str$"):
        EjentoClient(base_url="http://127.0.0.1:1", api_key="k", credentials="a-token")  # type: ignore[arg-type]
