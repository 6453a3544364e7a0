"""Clients that are made for one call each, as in a program which does not know better."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from tests.quick import QuickServer, quick_server
from tests.soak.clients import client_on
from tests.soak.measures import blocks, descriptors, memory
from tests.soak.program import run

FIRST = 100


@dataclass(frozen=True)
class Lives:
    """What came of it.

    Attributes:
        clients: how many there were.
        connections: how many are open afterwards.
        files: file descriptors that are open afterwards and were not before.
        grown: megabytes that the process has more than before.
        kept: objects that are alive and were not before.
    """

    clients: int
    connections: int
    files: int
    grown: float
    kept: int

    @property
    def complaints(self) -> list[str]:
        """What is not as it should be."""
        found = {
            "connections left open": self.connections > 0,
            "files left open": self.files > 0,
            "memory grew": self.grown > 4,
            # A client has hundreds of objects; the process itself gets some more, once.
            "something was kept": self.kept > 1000,
        }
        return [what for what, so in found.items() if so]


async def lives(way: str, clients: int) -> Lives:
    """Make so many clients, one after the other, each for one call."""
    async with quick_server() as server:
        await _lived(way, server, FIRST)
        before, memory_before, files = await blocks(), memory(), descriptors()
        await _lived(way, server, clients)
        return Lives(
            clients=clients,
            connections=server.open,
            files=descriptors() - files,
            grown=memory() - memory_before,
            kept=await blocks() - before,
        )


async def _lived(way: str, server: QuickServer, clients: int) -> None:
    for number in range(clients):
        async with client_on(way, server.url) as ejento:
            await ejento.v2.agents.get(number)
    del server.arrived[:]
    async with asyncio.timeout(5):
        while server.open:
            await asyncio.sleep(0.001)


if __name__ == "__main__":
    run(lives)
