"""A page of a list into typed records; `python -m benchmarks.pages MODULE KIND URL PAGES` fetches some."""

from __future__ import annotations

import asyncio
import json
import sys
import time
from importlib import import_module

from . import contenders
from .contenders import HTTPX, HTTPX_UNLIMITED, OURS, OURS_SPEED, Contender
from .findings import Findings, Goal, Table, at_most, cells, not_measured
from .measure import Effort, Samples
from .peers import Peer
from .processes import interleaved
from .serving import Server

PAGES = {10: 100, 100: 60, 1000: 10}
"""How many pages one run fetches, by the number of items of a page."""

NOTE = """\
Each in a process of its own, as in a service: how long Python's garbage collector takes depends on \
all that is loaded. Of ejento_async, httpx and aiohttp an item is a stored answer with all of its 15 \
members, four of which are records or lists of records. Of openai it is a batch with 15 plain \
members, of anthropic a batch with 10, one of them a record, of githubkit a user with 18 plain \
members. httpx and aiohttp only decode the JSON. "Speed" is the extra of that name: msgspec decodes \
the JSON."""


async def measure(server: Server, effort: Effort) -> Findings:
    """Measure all contenders with 10 to 1,000 items a page."""
    everyone = [OURS, OURS_SPEED, *contenders.ALL[1:]]
    everyone.remove(HTTPX_UNLIMITED)
    present = contenders.installed(everyone)
    programs = {one.name: _program(one, server, effort) for one in present}
    samples = interleaved(programs, effort)
    table = Table(
        "One page, milliseconds, by the number of items",
        ("", *(f"{size:,}" for size in PAGES)),
        [
            (name, *cells(*(samples[str(size)][name].middle * 1e3 for size in PAGES)))
            for name in programs
        ],
        NOTE,
    )
    return Findings([_goal(samples["100"], one) for one in (OURS, OURS_SPEED)], [table])


def _goal(samples: Samples, one: Contender) -> Goal:
    what = f"a page of 100 items with 15 fields, {one.name}, against httpx"
    if one.name not in samples:
        return not_measured(what, "<= 1.25 x", "msgspec is not installed")
    return at_most(what, samples.ratio(one.name, HTTPX.name), 1.25)


def _program(one: Contender, server: Server, effort: Effort) -> tuple[str, ...]:
    pages = json.dumps({size: effort.of(PAGES[size]) for size in PAGES})
    return "-m", "benchmarks.pages", one.module, one.kind, server.url(one.dialect), pages


async def _fetch(module: str, kind: str, url: str, pages: dict[int, int]) -> dict[int, float]:
    """Return the seconds that a page takes, by the number of its items."""
    peer: Peer = getattr(import_module(f"benchmarks.peers.{module}"), kind)(url)
    await peer.start()
    seconds: dict[int, float] = {}
    for size, count in pages.items():
        await peer.page(1, size)  # what the first page loads is another question
        started = time.perf_counter()
        for number in range(count):
            items = await peer.page(number % 10 + 1, size)
            assert len(items) == size
        seconds[size] = (time.perf_counter() - started) / count
    await peer.aclose()
    return seconds


if __name__ == "__main__":
    _, named, called, base_url, asked = sys.argv
    amounts = {int(size): count for size, count in json.loads(asked).items()}
    print(json.dumps(asyncio.run(_fetch(named, called, base_url, amounts))))
