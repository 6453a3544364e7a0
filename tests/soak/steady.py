"""Thousands of calls, a hundred at a time: what is left of each?"""

from __future__ import annotations

import asyncio
import time
from array import array
from dataclasses import dataclass

from ejento_async import EjentoClient
from tests.quick import quick_server
from tests.soak.clients import client_on
from tests.soak.measures import blocks, memory
from tests.soak.program import run

AT_A_TIME = 100
FIRST = 1000


@dataclass(frozen=True)
class Steady:
    """What came of it.

    Attributes:
        calls: how many there were.
        seconds: how long they took.
        grown: megabytes that the process has more than after the first thousand calls.
        kept: objects that are alive and were not after the first thousand calls.
    """

    calls: int
    seconds: float
    grown: float
    kept: int

    @property
    def complaints(self) -> list[str]:
        """What is not as it should be."""
        found = {
            # What the allocator likes to keep; a leak of 100 bytes for each call would be as much.
            "memory grew": self.grown > 1,
            "something was kept": self.kept > self.calls / 10,
        }
        return [what for what, so in found.items() if so]


async def steady(way: str, calls: int) -> Steady:
    """Make so many calls, and a thousand before, that count for nothing."""
    async with quick_server() as server, client_on(way, server.url) as ejento:
        await _made(ejento, FIRST, server.arrived)
        before, memory_before = await blocks(), memory()
        started = time.monotonic()
        await _made(ejento, calls, server.arrived)
        return Steady(
            calls=calls,
            seconds=time.monotonic() - started,
            grown=memory() - memory_before,
            kept=await blocks() - before,
        )


async def _made(ejento: EjentoClient, calls: int, arrived: array[int]) -> None:
    left = iter(range(calls))

    async def work() -> None:
        for number in left:
            await ejento.v2.agents.get(number)

    async with asyncio.TaskGroup() as group:
        for _ in range(AT_A_TIME):
            group.create_task(work())
    del arrived[:]


if __name__ == "__main__":
    run(steady)
