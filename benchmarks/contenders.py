"""Who is measured: our own backends, the libraries below them, and the SDKs of others."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from importlib import import_module, metadata
from importlib.util import find_spec
from typing import cast

from .peers import Peer
from .serving import Server


@dataclass(frozen=True)
class Contender:
    """One way to make calls.

    Attributes:
        name: what it is called in tables.
        module: where in `benchmarks.peers` it is written down.
        kind: the class there.
        dialect: in whose words the server must answer.
        needs: the modules that must be there.
        streams: whether it reads streams of events.
    """

    name: str
    module: str
    kind: str
    dialect: str
    needs: tuple[str, ...]
    streams: bool = True

    @property
    def installed(self) -> bool:
        """Whether everything is there."""
        return all(find_spec(name) is not None for name in self.needs)

    def open(self, server: Server, settings: str = "") -> Peer:
        """Make a client, of a server that answers in a special way if there are settings."""
        kind = getattr(import_module(f"benchmarks.peers.{self.module}"), self.kind)
        return cast("Peer", kind(server.url(f"{self.dialect}{settings}")))


OURS = Contender("ejento_async", "ejento", "Ejento", "ejento", ("ejento_async",))
OURS_AIOHTTP = Contender(
    "ejento_async, aiohttp",
    "ejento",
    "EjentoAiohttp",
    "ejento",
    ("ejento_async.backends.aiohttp", "aiohttp"),
)
OURS_SPEED = Contender(
    "ejento_async, speed", "ejento", "EjentoSpeed", "ejento", ("ejento_async", "msgspec")
)
OURS_TLS = Contender(
    "ejento_async, with TLS settings", "ejento", "EjentoTls", "ejento", ("ejento_async",)
)
HTTPX = Contender("httpx", "httpx", "Httpx", "ejento", ("httpx",))
HTTPX_UNLIMITED = Contender("httpx, no limits", "httpx", "HttpxUnlimited", "ejento", ("httpx",))
AIOHTTP = Contender("aiohttp", "aiohttp", "Aiohttp", "ejento", ("aiohttp",))
OTHERS = (
    Contender("openai", "openai", "Openai", "openai", ("openai",)),
    Contender("openai, aiohttp", "openai", "OpenaiAiohttp", "openai", ("openai", "aiohttp")),
    Contender("anthropic", "anthropic", "Anthropic", "anthropic", ("anthropic",)),
    Contender(
        "anthropic, aiohttp",
        "anthropic",
        "AnthropicAiohttp",
        "anthropic",
        ("anthropic", "aiohttp"),
    ),
    Contender("githubkit", "githubkit", "Githubkit", "github", ("githubkit",), streams=False),
)
ALL = (OURS, OURS_AIOHTTP, HTTPX, HTTPX_UNLIMITED, AIOHTTP, *OTHERS)

DISTRIBUTIONS = ("ejento-async", "httpx", "aiohttp", "openai", "anthropic", "githubkit", "msgspec")
"""Whose versions are told."""


def installed(contenders: Sequence[Contender]) -> list[Contender]:
    """Return those contenders that can run here."""
    return [contender for contender in contenders if contender.installed]


def versions() -> dict[str, str]:
    """Return the versions of all distributions, and "not installed" for those that are not."""
    found: dict[str, str] = {}
    for name in DISTRIBUTIONS:
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            found[name] = "not installed"
    return found


@asynccontextmanager
async def opened(
    contenders: Sequence[Contender], server: Server, settings: str = ""
) -> AsyncGenerator[dict[str, Peer]]:
    """Yield a client of each contender by its name, and close them all."""
    peers = {one.name: one.open(server, settings) for one in installed(contenders)}
    try:
        for peer in peers.values():
            await peer.start()
        yield peers
    finally:
        for peer in peers.values():
            await peer.aclose()
