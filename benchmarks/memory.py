"""Whether memory grows with the calls; `python -m benchmarks.memory MODULE KIND URL N` tells."""

from __future__ import annotations

import asyncio
import gc
import json
import sys
from importlib import import_module

from . import contenders
from .contenders import HTTPX_UNLIMITED, OURS, OURS_AIOHTTP, Contender
from .findings import MIB, Findings, Table, at_most, cells
from .measure import Effort, Spread
from .peers import Peer
from .processes import memory, told
from .serving import Server

CALLS = 1000
TASKS = 20

SLACK = 1.0
"""MiB: Python takes memory from the system in arenas of this size, so that one may come or go."""

NOTE = f"{TASKS} tasks make the calls, in one process that makes nothing else."


async def measure(server: Server, effort: Effort) -> Findings:
    """Make 10,000 calls in a fresh process of each contender, and compare with the first 1,000."""
    calls = effort.of(CALLS)
    findings = Findings()
    rows: list[tuple[str, ...]] = []
    for one in contenders.installed(contenders.ALL):
        if one is HTTPX_UNLIMITED:
            continue
        found = told(*_program(one, server, calls))
        growth = found["late"] - found["early"]
        rows.append((one.name, *cells(found["early"], found["late"], growth)))
        if one in (OURS, OURS_AIOHTTP):
            what = f"growth from {calls:,} to {10 * calls:,} calls, {one.name}"
            findings.goals.append(at_most(what, Spread.of([growth]), SLACK, "MiB"))
    head = ("", f"after {calls:,} calls", f"after {10 * calls:,} calls", "growth")
    findings.tables.append(Table("Memory of a process, MiB", head, rows, NOTE))
    return findings


def _program(one: Contender, server: Server, calls: int) -> tuple[str, ...]:
    return "-m", "benchmarks.memory", one.module, one.kind, server.url(one.dialect), str(calls)


async def _calls(module: str, kind: str, url: str, calls: int) -> dict[str, float]:
    peer: Peer = getattr(import_module(f"benchmarks.peers.{module}"), kind)(url)
    await peer.start()
    await _make(peer, calls, 0)
    early = _resident()
    await _make(peer, 9 * calls, calls)
    late = _resident()
    await peer.aclose()
    return {"early": early, "late": late}


async def _make(peer: Peer, calls: int, first: int) -> None:
    numbers = iter(range(first, first + calls))

    async def work() -> None:
        for number in numbers:
            await peer.call(number)

    await asyncio.gather(*(work() for _ in range(TASKS)))


def _resident() -> float:
    gc.collect()
    return memory("VmRSS") / MIB


if __name__ == "__main__":
    _, named, called, base_url, amount = sys.argv
    print(json.dumps(asyncio.run(_calls(named, called, base_url, int(amount)))))
