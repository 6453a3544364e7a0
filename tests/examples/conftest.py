"""A sandbox that the environment points at, as a deployment would be."""

from __future__ import annotations

from collections.abc import AsyncGenerator

import pytest

from ejento_async.sandbox import Sandbox


@pytest.fixture
async def sandbox(monkeypatch: pytest.MonkeyPatch) -> AsyncGenerator[Sandbox]:
    """Yield a running sandbox; clients that are told nothing else talk to it."""
    async with Sandbox() as sandbox:
        for name, value in sandbox.env.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setenv("EJENTO_AGENT_ID", "42")
        yield sandbox
