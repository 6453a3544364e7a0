"""Walking all pages of a list whose server takes its time."""

from __future__ import annotations

import asyncio
import math
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import cast

from ejento_async.models import AgentResponse

from .answers import PAGES
from .contenders import OURS
from .findings import Findings, Goal, Table, at_least, at_most, cells
from .measure import Effort, Run, Samples, Spread, interleaved
from .peers.ejento import Ejento
from .serving import Server

DELAY = 20
"""Milliseconds that the server takes for each page."""

ITEMS = 10
"""Items of a page."""

AHEAD = (0, 2, 5, 10)
"""How many pages are asked for ahead."""

ALONE = "one page"
"""Walks with nobody ahead: a few pages, one after the other."""

NOTE = f"""\
{PAGES} pages of {ITEMS} items; the server takes {DELAY} ms for each. Ideal is as long as one page \
takes, measured side by side, times the turns that there must be: the first page comes alone, since \
only a page tells how many there are, and then so many at once."""


async def measure(server: Server, effort: Effort) -> Findings:
    """Walk with several numbers of pages ahead, and see that no more than those are fetched."""
    peer = cast("Ejento", OURS.open(server, f",delay={DELAY}"))
    try:
        runs = {_name(ahead): _run(peer, ahead, effort.to(PAGES)) for ahead in AHEAD}
        samples = await interleaved({ALONE: _pages(peer, effort.to(10)), **runs}, effort)
        stopped = {ahead: await _stopped(server, peer, ahead) for ahead in AHEAD}
    finally:
        await peer.aclose()

    goals: list[Goal] = []
    for ahead in AHEAD[1:]:
        what = f"walking {PAGES} pages, prefetch={ahead}"
        goals.append(at_most(f"{what}, against the ideal", _to_ideal(samples, ahead), 1.15))
        under_way, fetched = stopped[ahead]["most_waiting"], stopped[ahead]["requests"]
        goals.append(at_least(f"{what}, under way at once", Spread.of([under_way]), ahead, "pages"))
        what = f"{what}, fetched for a reader of one"
        goals.append(at_most(what, Spread.of([fetched]), ahead + 1, "pages"))
    rows = [_row(samples, ahead) for ahead in AHEAD]
    head = ("prefetch", "seconds", "ideal", "against the ideal")
    return Findings(goals, [Table("Walking all pages of a slow list", head, rows, NOTE)])


def _row(samples: Samples, ahead: int) -> tuple[str, ...]:
    ideal = samples[ALONE].middle * _turns(ahead)
    walked = samples[_name(ahead)].middle * PAGES
    return (str(ahead), *cells(walked, ideal, _to_ideal(samples, ahead).middle))


def _name(ahead: int) -> str:
    return f"prefetch={ahead}"


def _to_ideal(samples: Samples, ahead: int) -> Spread:
    return samples.ratio(_name(ahead), ALONE).times(PAGES / _turns(ahead))


def _turns(ahead: int) -> int:
    return 1 + math.ceil((PAGES - 1) / max(1, ahead))


def _pages(peer: Ejento, pages: int) -> Run:
    async def run() -> int:
        for number in range(pages):
            await peer.page(number + 1, ITEMS)
        return pages

    return run


def _walk(peer: Ejento, ahead: int) -> AsyncGenerator[AgentResponse]:
    return peer.client.v2.agent_responses.iter(items_per_page=ITEMS, prefetch=ahead)


def _run(peer: Ejento, ahead: int, pages: int) -> Run:
    async def run() -> int:
        left = pages * ITEMS
        last = -1
        async with aclosing(_walk(peer, ahead)) as walk:
            async for item in walk:
                assert item.id > last, "the order of the items is lost"
                last = item.id
                left -= 1
                if not left:
                    break
        return pages

    return run


async def _stopped(server: Server, peer: Ejento, ahead: int) -> dict[str, float]:
    """Return what the server sees of a reader who stops at the first item for a while."""
    server.counts()
    async with aclosing(_walk(peer, ahead)) as walk:
        await anext(walk)
        await asyncio.sleep(10 * DELAY / 1000)
        return server.counts()
