"""aiohttp without anything above it: one session for all calls, answers as decoded JSON."""

from __future__ import annotations

import json
from importlib import import_module
from typing import TYPE_CHECKING, Any

from . import StreamingPeer

if TYPE_CHECKING:
    from collections.abc import Sequence

HEADERS = {"Ocp-Apim-Subscription-Key": "key", "Authorization": "Bearer token"}


class Aiohttp(StreamingPeer):
    """aiohttp with its own limits and timeouts."""

    def __init__(self, url: str) -> None:
        aiohttp: Any = import_module("aiohttp")
        self._url = url
        self._session = aiohttp.ClientSession(headers=HEADERS)

    async def call(self, number: int) -> object:
        async with self._session.get(f"{self._url}/api/v2/agents/{number}") as response:
            return await response.json()

    async def page(self, number: int, size: int) -> Sequence[object]:
        url = f"{self._url}/api/v2/agent-responses"
        query = {"page": number, "items_per_page": size}
        async with self._session.get(url, params=query) as response:
            items: list[object] = (await response.json())["data"]["agent_responses"]
        return items

    async def events(self) -> int:
        """Read line by line, with nothing typed and nothing checked."""
        count = 0
        question = {"user_query": "How much?"}
        async with self._session.post(f"{self._url}/stream", json=question) as response:
            async for line in response.content:
                if line.startswith(b"data:"):
                    json.loads(line[5:])
                    count += 1
        return count

    async def aclose(self) -> None:
        await self._session.close()
