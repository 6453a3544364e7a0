"""A strict sandbox for each test, and plain httpx to talk to it over a real socket."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Iterator

import httpx
import pytest

from ejento_async.sandbox import Sandbox

from .wire import client_of


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    """Yield a running sandbox that holds its own answers against the spec."""
    with Sandbox(strict=True) as sandbox:
        yield sandbox


@pytest.fixture
async def http(sandbox: Sandbox) -> AsyncGenerator[httpx.AsyncClient]:
    """Yield a client that sends the subscription key and the access token."""
    async with client_of(sandbox) as http:
        yield http
