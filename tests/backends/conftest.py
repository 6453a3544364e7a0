"""Ways to the network: what one of them promises is tested with all of them."""

from __future__ import annotations

import ssl
from collections.abc import AsyncIterator, Callable
from typing import Any, TypeAlias

import httpx
import pytest

from ejento_async.backends.aiohttp import AiohttpBackend
from ejento_async.backends.httpx import HttpxBackend
from ejento_async.backends.protocol import Backend

Make: TypeAlias = Callable[..., Backend]
"""Makes backends that are closed after the test."""

OURS: dict[str, Callable[..., HttpxBackend | AiohttpBackend]] = {
    "httpx": HttpxBackend,
    "aiohttp": AiohttpBackend,
}
"""Backends that keep their connections themselves."""


def own_client(**arguments: Any) -> httpx.AsyncClient:
    """Make a client of httpx, without the certificates that take their time to read."""
    return httpx.AsyncClient(verify=ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT), **arguments)


def open_connections(backend: Backend) -> int:
    """Return how many connections a backend of ours thinks that it has."""
    assert isinstance(backend, HttpxBackend | AiohttpBackend)
    return backend._lanes.open if isinstance(backend, HttpxBackend) else backend._links.open


@pytest.fixture(params=[*OURS, "own client"])
def way(request: pytest.FixtureRequest) -> str:
    """A way to the network: a backend of ours, or httpx with a client of the caller."""
    found: str = request.param
    return found


@pytest.fixture
async def backend(way: str) -> AsyncIterator[Make]:
    """Make backends that go this way."""
    clients: list[httpx.AsyncClient] = []
    made: list[Backend] = []

    def make(**arguments: Any) -> Backend:
        if way in OURS:
            made.append(OURS[way](**arguments))
        else:
            limits = httpx.Limits(max_connections=arguments.get("max_connections", 20))
            clients.append(own_client(limits=limits))
            made.append(HttpxBackend(client=clients[-1], **arguments))
        return made[-1]

    yield make
    for each in made:
        await each.aclose()
    for client in clients:
        await client.aclose()


@pytest.fixture(params=OURS)
async def ours(request: pytest.FixtureRequest) -> AsyncIterator[Make]:
    """Make backends that keep their connections themselves."""
    made: list[Backend] = []

    def make(**arguments: Any) -> Backend:
        made.append(OURS[request.param](**arguments))
        return made[-1]

    yield make
    for each in made:
        await each.aclose()
