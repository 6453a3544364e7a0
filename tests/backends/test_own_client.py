"""httpx with a client of the caller: it stays theirs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx

from ejento_async.backends.httpx import HttpxBackend
from tests.backends.conftest import own_client
from tests.wire import fetched, get, polite, serving


async def test_the_callers_client_is_the_caller_s_to_close() -> None:
    async with own_client() as client, serving(polite) as server:
        each = HttpxBackend(client=client)
        await fetched(each, get(server))
        await each.aclose()

        assert not client.is_closed
        assert (await client.get(server.url)).status_code == 200


async def test_the_callers_client_may_have_hooks_and_its_own_headers() -> None:
    seen: list[str] = []

    async def hook(request: httpx.Request) -> None:
        seen.append(request.url.path)

    hooks: dict[str, list[Callable[..., Any]]] = {"request": [hook]}
    async with own_client(event_hooks=hooks) as client, serving(polite) as server:
        each = HttpxBackend(client=client)
        await fetched(each, get(server))
        await each.aclose()

    assert seen == ["/x"]
