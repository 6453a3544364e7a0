"""ejento_async, as its README uses it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, ClassVar, Literal

from ejento_async import EjentoClient, _json

from . import StreamingPeer

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_quick = _json.quick


def _decode_quickly(quickly: bool) -> None:
    """Use the extra `speed` from now on, or do as if it were not installed."""
    _json.quick = _quick if quickly else cache(lambda: None)


class Ejento(StreamingPeer):
    """The SDK on its default backend, without the extra `speed`."""

    backend: ClassVar[Literal["httpx", "aiohttp"]] = "httpx"
    speed: ClassVar[bool] = False

    def __init__(self, url: str) -> None:
        self.client = EjentoClient(
            base_url=url, api_key="key", access_token="token", backend=self.backend
        )

    async def call(self, number: int) -> object:
        return await self.client.v2.agents.get(number)

    async def page(self, number: int, size: int) -> Sequence[object]:
        _decode_quickly(self.speed)
        page = await self.client.v2.agent_responses.list(page=number, items_per_page=size)
        return page.items

    async def events(self) -> int:
        _decode_quickly(self.speed)
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

    speed = True


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
