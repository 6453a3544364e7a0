"""A program that does not close its client, for what cannot be tried within the tests.

    python -m tests.reliability.program WHAT WAY URL

It is run with `-W always::ResourceWarning`, as it would be by who looks for what was left open.
"""

from __future__ import annotations

import asyncio
import os
import sys
import traceback
from collections.abc import Callable, Coroutine
from typing import Any

import httpx

from ejento_async import EjentoClient, HttpxBackend

CALLS = 5
ROUNDS = 5


def make(url: str, backend: Any) -> EjentoClient:
    """Make a client of a server."""
    return EjentoClient(base_url=url, api_key="key", access_token="token", backend=backend)


async def calls(client: EjentoClient, first: int) -> None:
    """Make some calls at once, each of which must get the answer to itself."""
    numbers = range(first, first + CALLS)
    agents = await asyncio.gather(*(client.v2.agents.get(number) for number in numbers))
    assert [agent.id for agent in agents] == list(numbers)


async def ends(way: str, url: str) -> None:
    """End without closing the client."""
    client = make(url, HttpxBackend(client=httpx.AsyncClient()) if way == "own client" else way)
    await calls(client, 0)


async def forks(way: str, url: str) -> None:
    """Fork, and use the client on both sides at the same time."""
    async with httpx.AsyncClient() as own:
        if way == "own client":
            await parts(make(url, HttpxBackend(client=own)), is_refused)
        else:
            await parts(make(url, way), uses)


async def parts(
    client: EjentoClient, in_child: Callable[[EjentoClient, int], Coroutine[Any, Any, None]]
) -> None:
    """Make calls, then fork, then make more on both sides."""
    await calls(client, 0)
    child = os.fork()
    if child == 0:
        try:
            asyncio.run(in_child(client, 1000))
        except BaseException:
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    await uses(client, 2000)
    _, status = await asyncio.to_thread(os.waitpid, child, 0)
    assert status == 0
    await client.aclose()


async def is_refused(client: EjentoClient, first: int) -> None:
    """Make a call that is refused."""
    refused = False
    try:
        await client.v2.agents.get(first)
    except RuntimeError as error:
        refused = "make one client for each loop" in str(error)
    assert refused


async def uses(client: EjentoClient, first: int) -> None:
    """Make more calls."""
    for more in range(0, ROUNDS * CALLS, CALLS):
        await calls(client, first + more)


if __name__ == "__main__":
    what, way, url = sys.argv[1:]
    asyncio.run({"ends": ends, "forks": forks}[what](way, url))
