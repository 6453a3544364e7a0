"""What the targets share: a network that answers what it is told, and how a finding is reported."""

from __future__ import annotations

import asyncio
import atexit
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from functools import cache
from typing import TypeVar

from ejento_async import EjentoClient
from ejento_async.backends import BackendRequest, BackendResponse
from ejento_async.backends.protocol import gathered

T = TypeVar("T")

BASE_URL = "https://ejento.test"
CANARY = "kestrel-8c1f-5e7a"
"""The API key and the access token of the client: nothing may show it.

Its first letter is no hexadecimal digit: "anary" after a form feed is shown as `\\x0canary`.
"""


class Finding(AssertionError):
    """Something that must hold for every input does not."""


def expect(holds: bool, what: str) -> None:
    """Report a finding unless something holds."""
    if not holds:
        raise Finding(what)


class CannedBackend:
    """Answers every request with the same pieces, and keeps the last request."""

    def __init__(self) -> None:
        self.status = 200
        self.headers: Mapping[str, str] = {}
        self.pieces: Sequence[bytes] = ()
        self.request: BackendRequest | None = None

    async def send(self, request: BackendRequest) -> BackendResponse:
        """Answer as it was told."""
        self.request = request
        return _CannedResponse(self.status, self.headers, self.pieces)

    async def aclose(self) -> None:
        """Do nothing: there is no connection."""


class _CannedResponse:
    def __init__(self, status: int, headers: Mapping[str, str], pieces: Sequence[bytes]) -> None:
        self.status = status
        self.headers = headers
        self._pieces = pieces

    async def chunks(self) -> AsyncIterator[bytes]:
        for piece in self._pieces:
            yield piece

    async def read(self, max_bytes: int) -> bytes:
        return await gathered(self.chunks(), max_bytes)

    async def aclose(self) -> None:
        pass


@cache
def canned() -> tuple[EjentoClient, CannedBackend]:
    """Return a client, always the same, and the network that it is on."""
    backend = CannedBackend()
    client = EjentoClient(
        base_url=BASE_URL, api_key=CANARY, access_token=CANARY, max_retries=0, backend=backend
    )
    atexit.register(_end, client)
    return client, backend


def _end(client: EjentoClient) -> None:
    run(client.aclose)
    _loop().close()


@cache
def _loop() -> asyncio.AbstractEventLoop:
    return asyncio.new_event_loop()


def run(work: Callable[[], Awaitable[T]]) -> T:
    """Run work on an event loop, always the same: a new one would be most of the work."""

    async def begun() -> T:
        return await work()

    return _loop().run_until_complete(begun())
