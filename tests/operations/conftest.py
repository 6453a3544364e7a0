"""Sandboxes, with clients of which every answer is kept; and clients without any network."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Iterator

import pytest

from ejento_async import EjentoClient, TokenPair
from ejento_async.sandbox import Sandbox

from .backends import CannedBackend, TappedBackend


@pytest.fixture
def fresh_sandbox() -> Iterator[Sandbox]:
    """Yield a running sandbox that checks its own answers against the spec."""
    with Sandbox(strict=True) as sandbox:
        yield sandbox


@pytest.fixture(scope="module")
def shared_sandbox() -> Iterator[Sandbox]:
    """Yield such a sandbox for operations that only read; what they need is added to it."""
    with Sandbox(strict=True) as sandbox:
        yield sandbox


@pytest.fixture
def sandbox(request: pytest.FixtureRequest) -> Sandbox:
    """Return a sandbox of its own for a test, but for tests of operations that only read."""
    params = getattr(getattr(request.node, "callspec", None), "params", {})
    reads = "operation" in params and params["operation"].method == "GET"
    sandbox: Sandbox = request.getfixturevalue("shared_sandbox" if reads else "fresh_sandbox")
    return sandbox


@pytest.fixture
def tapped() -> TappedBackend:
    """Return a backend that keeps every answer."""
    return TappedBackend()


@pytest.fixture
async def ejento(sandbox: Sandbox, tapped: TappedBackend) -> AsyncGenerator[EjentoClient]:
    """Yield a client of the sandbox."""
    credentials = TokenPair(sandbox.auth_token, sandbox.access_token)
    async with EjentoClient(
        base_url=sandbox.base_url,
        api_key=sandbox.api_key,
        credentials=credentials,
        backend=tapped,
        max_retries=0,
    ) as client:
        yield client


@pytest.fixture
def canned() -> CannedBackend:
    """Return a backend that makes up its answers."""
    return CannedBackend()


@pytest.fixture
async def offline(canned: CannedBackend) -> AsyncGenerator[EjentoClient]:
    """Yield a client that talks to no server."""
    async with EjentoClient(
        base_url="https://ejento.test",
        api_key="key-4711",
        credentials=TokenPair("auth-4711", "access-4711"),
        backend=canned,
        max_retries=0,
    ) as client:
        yield client


@pytest.fixture
async def offline_static(canned: CannedBackend) -> AsyncGenerator[EjentoClient]:
    """Yield a client that talks to no server, with a token that cannot be renewed."""
    async with EjentoClient(
        base_url="https://ejento.test",
        api_key="key-4711",
        access_token="access-4711",
        backend=canned,
        max_retries=0,
    ) as client:
        yield client
