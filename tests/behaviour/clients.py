"""Clients of a sandbox."""

from __future__ import annotations

from typing import Any

from ejento_async import EjentoClient, TokenPair
from ejento_async.sandbox import Sandbox


def client_of(sandbox: Sandbox, **settings: Any) -> EjentoClient:
    """Make a client of a sandbox, with tokens that renew themselves."""
    return EjentoClient(
        base_url=sandbox.base_url,
        api_key=sandbox.api_key,
        credentials=TokenPair(sandbox.auth_token, sandbox.access_token),
        **settings,
    )
