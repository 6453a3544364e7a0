"""A page of a list into typed records."""

from __future__ import annotations

from itertools import cycle

from . import contenders
from .contenders import HTTPX, HTTPX_UNLIMITED, OURS, OURS_SPEED, Contender
from .findings import Findings, Goal, Table, at_most, cells, not_measured
from .measure import Effort, Run, Samples, interleaved
from .peers import Peer
from .serving import Server

PAGES = {10: 100, 100: 40, 1000: 6}
"""How many pages one run fetches, by the number of items of a page."""

NOTE = """\
Of ejento_async, httpx and aiohttp an item is a stored answer with all of its 15 members, four of \
which are records or lists of records. Of openai it is a batch with 15 plain members, of anthropic \
a batch with 10, one of them a record, of githubkit a user with 18 plain members. httpx and aiohttp \
only decode the JSON. "Speed" is the extra of that name: msgspec decodes the JSON."""


async def measure(server: Server, effort: Effort) -> Findings:
    """Measure all contenders with 10 to 1,000 items a page."""
    everyone = [OURS, OURS_SPEED, *contenders.ALL[1:]]
    everyone.remove(HTTPX_UNLIMITED)
    async with contenders.opened(everyone, server) as peers:
        runs = {
            _name(name, size): _run(peer, size, effort.of(PAGES[size]))
            for size in PAGES
            for name, peer in peers.items()
        }
        samples = await interleaved(runs, effort)
    table = Table(
        "One page, milliseconds, by the number of items",
        ("", *(f"{size:,}" for size in PAGES)),
        [
            (name, *cells(*(samples[_name(name, size)].middle * 1e3 for size in PAGES)))
            for name in peers
        ],
        NOTE,
    )
    return Findings([_goal(samples, one) for one in (OURS, OURS_SPEED)], [table])


def _goal(samples: Samples, one: Contender) -> Goal:
    what = f"a page of 100 items with 15 fields, {one.name}, against httpx"
    if _name(one.name, 100) not in samples:
        return not_measured(what, "<= 1.25 x", "msgspec is not installed")
    return at_most(what, samples.ratio(_name(one.name, 100), _name(HTTPX.name, 100)), 1.25)


def _name(contender: str, size: int) -> str:
    return f"{contender}, {size} items"


def _run(peer: Peer, size: int, pages: int) -> Run:
    numbers = cycle(range(1, 11))

    async def run() -> int:
        for _ in range(pages):
            items = await peer.page(next(numbers), size)
            assert len(items) == size
        return pages

    return run
