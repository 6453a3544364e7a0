"""The TLS settings that all connections of a process share, unless a backend is given its own."""

from __future__ import annotations

import asyncio
import ssl
import threading
from functools import cache

import httpx


async def default_context() -> ssl.SSLContext:
    """Return the settings of httpx, made once.

    Reading the CA bundle takes some 20 ms, the first time: not on the event loop.
    """
    if _default_context.cache_info().currsize:
        return _default_context()
    return await asyncio.to_thread(_shared_context)


_making_context = threading.Lock()


def _shared_context() -> ssl.SSLContext:
    with _making_context:
        return _default_context()


@cache
def _default_context() -> ssl.SSLContext:
    return httpx.create_ssl_context()
