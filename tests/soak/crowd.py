"""Thousands of calls that are started at once."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Coroutine, Iterable
from dataclasses import dataclass
from typing import Any

from tests.quick import quick_server
from tests.soak.clients import client_on
from tests.soak.measures import blocks, memory, most_memory
from tests.soak.program import run

CONNECTIONS = 20
"""What a client has by default."""


@dataclass(frozen=True)
class Crowd:
    """What came of it.

    Attributes:
        calls: how many there were.
        failed: how many of them did not succeed.
        seconds: until the last one had its answer.
        connections: the most that were open at a time.
        displaced: by how many places at most a call was out of turn.
        kept: objects that are alive afterwards and were not before.
        kilobytes: of memory for each call that waits.
    """

    calls: int
    failed: int
    seconds: float
    connections: int
    displaced: int
    kept: int
    kilobytes: float

    @property
    def complaints(self) -> list[str]:
        """What is not as it should be."""
        found = {
            "calls failed": self.failed > 0,
            "too many connections": self.connections > CONNECTIONS,
            # As many as there are connections start at once, and may overtake each other.
            "out of turn": self.displaced > CONNECTIONS,
            # Each call has hundreds of objects; the process itself gets some more in a crowd.
            "something was kept": self.kept > 2000,
            # A task, the frames of its coroutines, the call with its headers: 8 kilobytes.
            "too much memory": self.kilobytes > 12,
        }
        return [what for what, so in found.items() if so]


async def crowd(way: str, calls: int) -> Crowd:
    """Start so many calls at once, on a client with default limits."""
    async with quick_server() as server, client_on(way, server.url) as ejento:
        # What comes with the first calls is not the crowd's: modules, connections.
        for _ in range(2):
            await asyncio.gather(*(ejento.v2.agents.get(1) for _ in range(50)))
        del server.arrived[:]
        before, memory_before = await blocks(), memory()

        started = time.monotonic()
        failed = await _failed(ejento.v2.agents.get(number) for number in range(calls))
        seconds = time.monotonic() - started
        return Crowd(
            calls=calls,
            failed=failed,
            seconds=seconds,
            connections=server.most_open,
            displaced=server.displaced,
            kept=await blocks() - before,
            kilobytes=(most_memory() - memory_before) * 1024 / calls,
        )


async def _failed(calls: Iterable[Coroutine[Any, Any, object]]) -> int:
    outcomes = await asyncio.gather(*calls, return_exceptions=True)
    return sum(isinstance(outcome, BaseException) for outcome in outcomes)


if __name__ == "__main__":
    run(crowd)
