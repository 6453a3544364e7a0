"""What the page of the chat service does, without a browser."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncGenerator, Callable
from typing import Any, NamedTuple

import httpx


class Seen(NamedTuple):
    """One event as it came."""

    kind: str
    data: dict[str, Any]


async def events(
    http: httpx.AsyncClient, text: str, thread: str | None = None
) -> AsyncGenerator[Seen]:
    """Ask, and yield what comes; closing this leaves the server, as a browser does."""
    question = {"text": text, "thread": thread}
    async with http.stream("POST", "/questions", json=question) as response:
        assert response.headers["content-type"].startswith("text/event-stream")
        kind = ""
        async for line in response.aiter_lines():
            name, _, value = line.partition(": ")
            if name == "event":
                kind = value
            elif name == "data":
                yield Seen(kind, json.loads(value))


async def asked(http: httpx.AsyncClient, text: str, thread: str | None = None) -> list[Seen]:
    """Ask, and return all that comes."""
    return [event async for event in events(http, text, thread)]


def last(seen: list[Seen], kind: str) -> dict[str, Any]:
    """Return the data of the last event, which must be of this kind."""
    assert kind == seen[-1].kind, seen[-1]
    return seen[-1].data


async def until(condition: Callable[[], bool]) -> None:
    """Let other tasks and threads run until something is so."""
    async with asyncio.timeout(10):
        while not condition():
            await asyncio.sleep(0.001)
