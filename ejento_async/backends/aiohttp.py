"""The fast way to the network: aiohttp over HTTP/1.1.

This module loads aiohttp only when a backend is made: without the extra it can still be imported.
"""

from __future__ import annotations

import ssl

from .._errors import ConfigurationError
from .protocol import BackendRequest, BackendResponse


class AiohttpBackend:
    """Sends requests with aiohttp over HTTP/1.1; needs `pip install 'ejento-async[aiohttp]'`.

    Proxies are taken from the usual environment variables.

    Args:
        max_connections: calls under way at once; more wait their turn.
        keepalive: seconds that an idle connection is kept.
        verify: the TLS settings; by default those of httpx, made once and shared by all clients.

    Raises:
        ConfigurationError: aiohttp is not installed.
    """

    def __init__(
        self,
        *,
        max_connections: int = 20,
        keepalive: float = 30.0,
        verify: ssl.SSLContext | None = None,
    ) -> None:
        try:
            from ._exchange import exchange
            from ._links import Links
        except ModuleNotFoundError as error:
            if error.name != "aiohttp":
                raise
            msg = "backend 'aiohttp' is not installed: pip install 'ejento-async[aiohttp]'"
            raise ConfigurationError(msg) from None
        self._links = Links(max_connections, keepalive, verify)
        self._exchange = exchange

    async def send(self, request: BackendRequest) -> BackendResponse:
        """Send a request; see `Backend.send`."""
        return await self._exchange(self._links, request)

    async def aclose(self) -> None:
        """Close all connections, also those of calls that are under way."""
        await self._links.aclose()
