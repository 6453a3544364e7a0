"""The anthropic SDK, as its README uses it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from . import StreamingPeer

if TYPE_CHECKING:
    from collections.abc import Sequence


class Anthropic(StreamingPeer):
    """anthropic on its default HTTP library."""

    def __init__(self, url: str) -> None:
        anthropic: Any = import_module("anthropic")
        self._client = anthropic.AsyncAnthropic(
            base_url=url, api_key="key", **self._options(anthropic)
        )

    def _options(self, anthropic: Any) -> dict[str, Any]:  # noqa: ARG002
        return {}

    async def call(self, number: int) -> object:
        return await self._client.models.retrieve(f"model-{number}")

    async def page(self, number: int, size: int) -> Sequence[object]:
        page = await self._client.messages.batches.list(after_id=f"msgbatch_{number}", limit=size)
        items: list[object] = page.data
        return items

    async def events(self) -> int:
        count = 0
        question = {"role": "user", "content": "How much?"}
        stream = await self._client.messages.create(
            model="model-1", max_tokens=1024, messages=[question], stream=True
        )
        async for _ in stream:
            count += 1
        return count

    async def aclose(self) -> None:
        await self._client.close()


class AnthropicAiohttp(Anthropic):
    """anthropic on aiohttp, which its README advises for concurrency."""

    def _options(self, anthropic: Any) -> dict[str, Any]:
        return {"http_client": anthropic.DefaultAioHttpClient()}
