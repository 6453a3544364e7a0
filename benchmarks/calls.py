"""One small typed call: in sequence, and by many tasks at once."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, replace

from . import contenders
from .contenders import AIOHTTP, HTTPX, HTTPX_UNLIMITED, OURS, OURS_AIOHTTP
from .findings import Findings, Goal, Table, at_most, not_measured, number
from .measure import Effort, Samples, Spread, interleaved
from .peers import Peer
from .peers.ejento import Ejento
from .serving import Server

CALLS = {1: 300, 10: 50, 50: 20, 200: 3, 1000: 1}
"""How many calls each task makes in a run, by the number of tasks."""

MANY = 1000
FEW_ROUNDS = 2
"""For peers with that many tasks: a thousand calls at once take some of them most of a minute."""

NOTE = f"""\
httpx gives a call up that waits five seconds for one of its 100 connections; "no limits" is its way \
to have it wait: no limit of connections, no timeouts. The others have the limits that they come with. With {MANY:,} \
tasks the peers have {FEW_ROUNDS} rounds; goals are about ours."""


@dataclass
class Crowd:
    """Many tasks that share one client.

    Attributes:
        peer: the client.
        tasks: how many there are.
        calls: how many calls each of them makes in a run.
        made: the calls so far.
        failed: those that failed.
    """

    peer: Peer
    tasks: int
    calls: int
    made: int = 0
    failed: int = 0

    async def run(self) -> int:
        """Let each task make its calls, one after the other."""
        await asyncio.gather(*(self._work(place) for place in range(self.tasks)))
        self.made += self.tasks * self.calls
        return self.tasks * self.calls

    async def _work(self, place: int) -> None:
        # No record is asked for twice.
        first = self.tasks * 1_000_000 + self.made + place * self.calls
        for record in range(first, first + self.calls):
            try:
                await self.peer.call(record)
            except Exception:  # each library has errors of its own
                self.failed += 1


async def measure(server: Server, effort: Effort) -> Findings:
    """Measure all contenders with 1 to 1,000 tasks."""
    async with contenders.opened(contenders.ALL, server) as peers:
        crowds = {
            _name(name, tasks): Crowd(peer, effort.to(tasks), effort.of(CALLS[tasks]))
            for tasks in CALLS
            for name, peer in peers.items()
        }
        runs = {name: crowd.run for name, crowd in crowds.items()}
        slow = {
            name: runs.pop(name)
            for name, crowd in crowds.items()
            if crowd.tasks >= effort.to(MANY) and not isinstance(crowd.peer, Ejento)
        }
        samples = await interleaved(runs, effort)
        few = replace(effort, rounds=min(effort.rounds, FEW_ROUNDS), warm=False)
        samples.include(await interleaved(slow, few))
    return Findings(_goals(samples, crowds), [_table(samples, crowds, list(peers))])


def _name(contender: str, tasks: int) -> str:
    return f"{contender}, {tasks} tasks"


def _goals(samples: Samples, crowds: Mapping[str, Crowd]) -> list[Goal]:
    ours, raw, unlimited = OURS.name, HTTPX.name, HTTPX_UNLIMITED.name
    goals = [
        at_most("a call, in sequence, against httpx", _ratio(samples, ours, raw, 1), 1.0),
        at_most("a call, 50 tasks, against httpx", _ratio(samples, ours, raw, 50), 0.6),
        at_most(
            "the same, against httpx with no limits", _ratio(samples, ours, unlimited, 50), 0.6
        ),
    ]
    crowd = crowds[_name(ours, MANY)]
    errors = f"{crowd.failed} of {crowd.made:,} calls"
    goals.append(Goal("errors of 1,000 tasks", "none", errors, reached=crowd.failed == 0))
    growth = samples.ratio(_name(ours, MANY), _name(ours, 50))
    goals.append(at_most("a call, 1,000 tasks, against 50 tasks", growth, 1.0))

    for tasks, how in ((1, "in sequence"), (50, "50 tasks")):
        what = f"a call on the aiohttp backend, {how}, against aiohttp"
        if _name(OURS_AIOHTTP.name, tasks) in samples:
            found = _ratio(samples, OURS_AIOHTTP.name, AIOHTTP.name, tasks)
            goals.append(at_most(what, found, 1.3))
        else:
            goals.append(not_measured(what, "<= 1.30 x", "aiohttp is not installed"))
    return goals


def _ratio(samples: Samples, ours: str, theirs: str, tasks: int) -> Spread:
    return samples.ratio(_name(ours, tasks), _name(theirs, tasks))


def _table(samples: Samples, crowds: Mapping[str, Crowd], names: list[str]) -> Table:
    def cell(name: str, tasks: int) -> str:
        crowd = crowds[_name(name, tasks)]
        if crowd.failed:
            return f"{100 * crowd.failed / crowd.made:.0f} % fail"
        return number(samples[_name(name, tasks)].middle * 1e6)

    return Table(
        "One small typed call, microseconds, by the number of tasks",
        ("", *(f"{tasks:,}" for tasks in CALLS)),
        [(name, *(cell(name, tasks) for tasks in CALLS)) for name in names],
        NOTE,
    )
