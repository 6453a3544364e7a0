"""httpx without anything above it: one client for all calls, answers as decoded JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import httpx

from . import StreamingPeer

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence
    from pathlib import Path

HEADERS = {"Ocp-Apim-Subscription-Key": "key", "Authorization": "Bearer token"}


class Httpx(StreamingPeer):
    """httpx with its own limits and timeouts."""

    def __init__(self, url: str) -> None:
        self.client = httpx.AsyncClient(base_url=url, headers=HEADERS)

    async def call(self, number: int) -> object:
        response = await self.client.get(f"/api/v2/agents/{number}")
        return response.json()

    async def page(self, number: int, size: int) -> Sequence[object]:
        query = {"page": number, "items_per_page": size}
        response = await self.client.get("/api/v2/agent-responses", params=query)
        items: list[object] = response.json()["data"]["agent_responses"]
        return items

    async def events(self) -> int:
        """Read line by line, with nothing typed and nothing checked."""
        count = 0
        question = {"user_query": "How much?"}
        async with self.client.stream("POST", "/stream", json=question) as response:
            async for line in response.aiter_lines():
                if line.startswith("data:"):
                    json.loads(line[5:])
                    count += 1
        return count

    async def upload(self, path: Path) -> None:
        """Send a file in a form, as the documentation does; it is read on the event loop."""
        with path.open("rb") as file:
            await self.client.post("/upload", files={"source": file}, timeout=None)

    async def aclose(self) -> None:
        await self.client.aclose()


class HttpxUnlimited(Httpx):
    """httpx with no limit of connections and no timeouts, which make a thousand calls at once fail."""

    def __init__(self, url: str) -> None:
        limits = httpx.Limits(max_connections=None, max_keepalive_connections=None)
        self.client = httpx.AsyncClient(base_url=url, headers=HEADERS, limits=limits, timeout=None)


class HttpxAsyncFile(Httpx):
    """httpx with a file that is read in threads, as the documentation does for async streams."""

    async def upload(self, path: Path) -> None:
        import anyio

        size = str((await anyio.Path(path).stat()).st_size)
        await self.client.post(
            "/upload", content=_pieces(path), headers={"Content-Length": size}, timeout=None
        )


async def _pieces(path: Path) -> AsyncIterator[bytes]:
    import anyio

    async with await anyio.open_file(path, "rb") as file:
        while piece := await file.read(64 * 1024):
            yield piece
