"""Each measurement runs in a process of its own, so that its memory is nobody else's."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Callable, Coroutine
from dataclasses import asdict
from pathlib import Path
from typing import Any, Protocol

ROOT = Path(__file__).parents[2]


class Measurement(Protocol):
    """A dataclass of figures that knows which of them are bad."""

    @property
    def complaints(self) -> list[str]: ...


def run(measure: Callable[[str, int], Coroutine[Any, Any, Any]]) -> None:
    """Measure on the way and with the number that the command line names, and print the figures."""
    way, number = sys.argv[1:]
    found = asyncio.run(measure(way, int(number)))
    print(json.dumps({**asdict(found), "complaints": found.complaints}))


async def measured(program: str, way: str, number: int) -> dict[str, Any]:
    """Run a program of this folder and return its figures.

    Raises:
        RuntimeError: it failed, or had something to say besides.
    """
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-W", "always", "-m", f"tests.soak.{program}", way, str(number)),
        cwd=ROOT,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    printed, said = await process.communicate()
    if process.returncode or said:
        raise RuntimeError(f"{program} on {way} ended with {process.returncode}: {said.decode()}")
    figures: dict[str, Any] = json.loads(printed)
    return figures
