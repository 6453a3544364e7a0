"""A sandbox of its own for each test, and a client of it."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Generator

import pytest

from ejento_async import EjentoClient
from ejento_async.sandbox import Sandbox

from .clients import client_of


@pytest.fixture
async def sandbox() -> AsyncGenerator[Sandbox]:
    """Yield a running sandbox that checks its own answers against the spec."""
    async with Sandbox(strict=True) as sandbox:
        yield sandbox


@pytest.fixture
async def ejento(sandbox: Sandbox) -> AsyncGenerator[EjentoClient]:
    """Yield a client with tokens that renew themselves."""
    async with client_of(sandbox) as ejento:
        yield ejento


@pytest.fixture
def sandbox_for_programs() -> Generator[Sandbox]:
    """Yield a sandbox for a program that runs in a process of its own."""
    with Sandbox(strict=True) as sandbox:
        yield sandbox
