"""Clients on each way to the network."""

from __future__ import annotations

import ssl
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from functools import cache
from typing import Any

import httpx

from ejento_async import EjentoClient, HttpxBackend

WAYS = ("httpx", "aiohttp", "own client")


@asynccontextmanager
async def client_on(way: str, url: str, **settings: Any) -> AsyncGenerator[EjentoClient]:
    """Yield a client that goes this way to the network, and close it."""
    given: dict[str, Any] = {
        "base_url": url,
        "api_key": "key",
        "access_token": "token",
        "backend": way,
        **settings,
    }
    if way != "own client":
        async with EjentoClient(**given) as ejento:
            yield ejento
        return
    del given["backend"]
    async with (
        httpx.AsyncClient(verify=_context()) as own,
        EjentoClient(**given, backend=HttpxBackend(client=own)) as ejento,
    ):
        yield ejento


@cache
def _context() -> ssl.SSLContext:
    """Return the TLS settings that a caller who makes many clients of httpx shares among them."""
    return httpx.create_ssl_context()
