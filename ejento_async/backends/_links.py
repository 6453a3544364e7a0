"""The connections of aiohttp, handed out by our own pool and opened by aiohttp's connector."""

from __future__ import annotations

import asyncio
import ssl

import aiohttp

from .._errors import ConfigurationError
from ._link import Link, new_connector, opened, words_of
from ._pool import CLOSED, Pool
from ._tls import default_context
from .protocol import BackendError


class Links(Pool[Link]):
    """Hands out links.

    Args:
        max_connections: links in use at once; who comes later waits its turn.
        keepalive: seconds that an idle link is kept.
        verify: the TLS settings, or None for the shared default.
    """

    def __init__(
        self, max_connections: int, keepalive: float, verify: ssl.SSLContext | None
    ) -> None:
        super().__init__(max_connections, keepalive)
        self._verify = verify
        self._connector: aiohttp.TCPConnector | None = None

    async def _begin(self) -> None:
        self._connector = new_connector()

    async def _end(self) -> None:
        connector, self._connector = self._connector, None
        if connector is not None:
            await connector.close()
        # The sockets are closed in the next turn of the event loop.
        await asyncio.sleep(0)

    async def _connect(self, origin: str, seconds: float | None) -> Link:
        context = self._verify
        if context is None and origin.startswith("https:"):
            context = await default_context()
        connector = self._connector
        self._make_room()
        if connector is None:
            self._refuse()
        scope = asyncio.timeout(seconds)
        self._connecting.add(scope)
        try:
            async with scope:
                return await opened(connector, origin, context)
        except TimeoutError:
            failure = BackendError(
                CLOSED if self.closed else "no connection in time",
                timeout=not self.closed,
                sent=False,
            )
        except ConfigurationError:
            raise
        except (aiohttp.ClientError, OSError, ValueError) as error:
            # Not chained: errors of aiohttp hold the address of the proxy, with its password.
            failure = BackendError(words_of(error), sent=False)
        finally:
            self._connecting.discard(scope)
        raise failure
