"""The openai SDK, as its README uses it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from . import StreamingPeer

if TYPE_CHECKING:
    from collections.abc import Sequence


class Openai(StreamingPeer):
    """openai on its default HTTP library."""

    def __init__(self, url: str) -> None:
        openai: Any = import_module("openai")
        self._client = openai.AsyncOpenAI(
            base_url=f"{url}/v1", api_key="key", **self._options(openai)
        )

    def _options(self, openai: Any) -> dict[str, Any]:  # noqa: ARG002
        return {}

    async def call(self, number: int) -> object:
        return await self._client.models.retrieve(f"model-{number}")

    async def page(self, number: int, size: int) -> Sequence[object]:
        page = await self._client.batches.list(after=f"batch_{number}", limit=size)
        items: list[object] = page.data
        return items

    async def events(self) -> int:
        count = 0
        question = {"role": "user", "content": "How much?"}
        stream = await self._client.chat.completions.create(
            model="model-1", messages=[question], stream=True
        )
        async for _ in stream:
            count += 1
        return count

    async def aclose(self) -> None:
        await self._client.close()


class OpenaiAiohttp(Openai):
    """openai on aiohttp, which its README advises for concurrency."""

    def _options(self, openai: Any) -> dict[str, Any]:
        return {"http_client": openai.DefaultAioHttpClient()}
