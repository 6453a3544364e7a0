"""A few calls a second for a long time, to a server that restarts, moves, and is cut off."""

from __future__ import annotations

import asyncio
import gc
import random
import socket
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count, cycle
from typing import Any
from unittest.mock import patch

from ejento_async import APIError, EjentoClient, Timeout
from tests.quick import QuickServer
from tests.soak.clients import client_on
from tests.soak.measures import blocks, descriptors, memory
from tests.soak.program import run

CALLERS = 5
BETWEEN_CALLS = 0.15
"""Seconds on average."""

BETWEEN_FAULTS = 3.0
DOWN = 0.3
"""Seconds that a restart takes."""

PATIENCE = Timeout(connect=0.5, read=0.5, write=0.5)


@dataclass(frozen=True)
class Restarts:
    """What came of it.

    Attributes:
        calls: how many there were.
        faults: how often the server restarted, moved or was cut off.
        failed: reads that did not succeed.
        uncertain: writes of which nobody knows whether they were applied.
        refused: writes that failed and were certainly not applied.
        twice: writes that the server got twice.
        connections: the most that were open at a time.
        files: file descriptors that are open afterwards and were not before.
        grown: megabytes that the process has more than after the first faults.
        kept: objects that are alive and were not then.
    """

    calls: int
    faults: int
    failed: int
    uncertain: int
    refused: int
    twice: int
    connections: int
    files: int
    grown: float
    kept: int

    @property
    def complaints(self) -> list[str]:
        """What is not as it should be."""
        found = {
            "reads failed": self.failed > 0,
            "writes failed that were not applied": self.refused > 0,
            "writes were applied twice": self.twice > 0,
            # One write for each caller at the most, whenever the server goes.
            "too many writes are uncertain": self.uncertain > CALLERS * self.faults,
            "files left open": self.files > 0,
            "memory grew": self.grown > 2,
            "something was kept": self.kept > 2000,
        }
        return [what for what, so in found.items() if so]


async def restarts(way: str, seconds: int) -> Restarts:
    """Make calls for so many seconds."""
    server, town = QuickServer(), _Town()
    outcomes: Counter[str] = Counter()
    numbers = count()
    with town.known():
        listener = await server.listen(town.host)
        files = descriptors()
        async with client_on(
            way, f"http://localhost:{server.port}", timeout=PATIENCE, max_retries=6
        ) as ejento:
            callers = [
                asyncio.create_task(_calls(ejento, numbers, outcomes)) for _ in range(CALLERS)
            ]
            faults, before, memory_before = 0, 0, 0.0
            loop = asyncio.get_running_loop()
            end = loop.time() + seconds
            for fault in cycle(("restart", "move", "cut off")):
                if faults == 3:
                    before, memory_before = _objects(), memory()
                if loop.time() + BETWEEN_FAULTS > end:
                    break
                await asyncio.sleep(BETWEEN_FAULTS)
                faults += 1
                if fault == "cut off":
                    server.go_deaf()
                    continue
                listener.close()
                server.abort()
                if fault == "move":
                    town.move()
                await asyncio.sleep(DOWN)
                listener = await server.listen(town.host)
            grown, kept = memory() - memory_before, _objects() - before
            for caller in callers:
                caller.cancel()
            await asyncio.wait(callers)
        listener.close()
        server.abort()
        await blocks()

    arrived = Counter(number for number in server.arrived if _writes(number))
    return Restarts(
        calls=next(numbers),
        faults=faults,
        failed=outcomes["failed"],
        uncertain=outcomes["uncertain"],
        refused=outcomes["refused"],
        twice=sum(times > 1 for times in arrived.values()),
        connections=server.most_open,
        files=descriptors() - files + 1,  # the listener was open before
        grown=grown,
        kept=kept,
    )


async def _calls(ejento: EjentoClient, numbers: Iterator[int], outcomes: Counter[str]) -> None:
    chance = random.Random(4711)
    for number in numbers:
        await asyncio.sleep(chance.expovariate(1 / BETWEEN_CALLS))
        method = "POST" if _writes(number) else "GET"
        try:
            await ejento.request(method, f"/api/v2/things/{number}")
        except APIError as error:
            outcomes["failed" if method == "GET" else _of_write(error)] += 1


def _writes(number: int) -> bool:
    return number % 4 == 0


def _of_write(error: APIError) -> str:
    return "uncertain" if error.maybe_applied else "refused"


def _objects() -> int:
    gc.collect()
    return sys.getallocatedblocks()


class _Town:
    """Where `localhost` is: an address of this machine, and later another."""

    def __init__(self) -> None:
        self._hosts = cycle(("127.0.0.1", "127.0.0.2"))
        self.host = next(self._hosts)

    def move(self) -> None:
        """Let the name lead elsewhere from now on."""
        self.host = next(self._hosts)

    @contextmanager
    def known(self) -> Iterator[None]:
        """Let this process see the name so."""
        resolve = socket.getaddrinfo

        def resolved(host: Any, *args: Any, **kwargs: Any) -> Any:
            found = self.host if host in ("localhost", b"localhost") else host
            return resolve(found, *args, **kwargs)

        with patch.object(socket, "getaddrinfo", resolved):
            yield


if __name__ == "__main__":
    run(restarts)
