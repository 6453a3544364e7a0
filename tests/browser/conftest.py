"""A page of the chat service in Chromium, on a sandbox."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

from ejento_async.sandbox import Sandbox

if TYPE_CHECKING:
    from playwright.async_api import Browser, Page

# What the fixtures need is imported in them: `make test` reads this file, too, and runs nothing here.


@pytest_asyncio.fixture(loop_scope="session")
async def sandbox(monkeypatch: pytest.MonkeyPatch) -> AsyncGenerator[Sandbox]:
    """Yield a sandbox that the environment points at."""
    async with Sandbox() as sandbox:
        for name, value in sandbox.env.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setenv("EJENTO_AGENT_ID", "42")
        yield sandbox


@pytest_asyncio.fixture(loop_scope="session")
async def url(sandbox: Sandbox) -> AsyncGenerator[str]:
    """Yield where the chat service is."""
    from examples.chat_service.app import app
    from tests.examples.serving import serving

    async with serving(app) as url:
        yield url


@pytest_asyncio.fixture(loop_scope="session", scope="session")
async def browser() -> AsyncGenerator[Browser]:
    """Yield a browser, the same for all tests."""
    from .chromium import chromium

    async with chromium() as browser:
        yield browser


@pytest_asyncio.fixture(loop_scope="session")
async def page(browser: Browser, url: str) -> AsyncGenerator[Page]:
    """Yield the page, which must speak to its own server alone and complain of nothing."""
    page = await browser.new_page()  # with cookies and storage of its own
    page.set_default_timeout(10_000)
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda line: complaints.append(line.text))
    await page.goto(url)
    await page.get_by_role("button", name="What is our leave policy?").wait_for()
    yield page
    await page.close()

    assert [] == [address for address in asked if not address.startswith(url)]
    assert [] == complaints
