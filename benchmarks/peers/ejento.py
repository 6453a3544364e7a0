"""ejento_async, as its README uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from ejento_async import EjentoClient, _json

from . import StreamingPeer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

_DECODER = _json.quick
"""Finds the decoder of the extra `speed`, which takes effect wherever it is installed."""


class Ejento(StreamingPeer):
    """The SDK on its default backend, without the extra `speed`."""

    backend: ClassVar[Literal["httpx", "aiohttp"]] = "httpx"
    decoder: ClassVar[Callable[[], Callable[[bytes | str], object] | None]] = lambda: None

    def __init__(self, url: str) -> None:
        self.client = EjentoClient(
            base_url=url, api_key="key", access_token="token", backend=self.backend
        )

    async def call(self, number: int) -> object:
        return await self.client.v2.agents.get(number)

    async def page(self, number: int, size: int) -> Sequence[object]:
        vars(_json)["quick"] = type(self).decoder
        page = await self.client.v2.agent_responses.list(page=number, items_per_page=size)
        return page.items

    async def events(self) -> int:
        vars(_json)["quick"] = type(self).decoder
        count = 0
        async with self.client.v2.agent_responses.stream(42, user_query="How much?") as answer:
            async for _ in answer:
                count += 1
        return count

    async def upload(self, path: Path) -> None:
        await self.client.v2.documents.upload(7, path, user_id=147)

    async def aclose(self) -> None:
        await self.client.aclose()


class EjentoSpeed(Ejento):
    """The SDK with the extra `speed`."""

    decoder = _DECODER


class EjentoAiohttp(Ejento):
    """The SDK on aiohttp."""

    backend = "aiohttp"


class EjentoTls(Ejento):
    """The SDK with the TLS settings made in advance, which plain HTTP does not need."""

    def __init__(self, url: str) -> None:
        import httpx

        from ejento_async import HttpxBackend

        backend = HttpxBackend(verify=httpx.create_ssl_context())
        self.client = EjentoClient(
            base_url=url, api_key="key", access_token="token", backend=backend
        )
