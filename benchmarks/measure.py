"""How everything here is measured: side by side, in rounds, and told as medians.

In every round each contender runs once, and each round begins with another one: what disturbs the
machine for a while disturbs all of them. Two are compared round by round, and the median of these
ratios is what counts.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from statistics import median
from typing import TypeAlias

Run: TypeAlias = Callable[[], Awaitable[int]]
"""One run of a contender; returns how much it did: how many calls, pages, events."""


@dataclass(frozen=True)
class Effort:
    """How much to measure.

    Attributes:
        rounds: how often each contender runs.
        share: the part of the full amount of calls, bytes and events that one run has.
        extent: the part of the tasks at once and of the pages of a walk. Less than all of them is
            another question; it is there to try the programs.
        warm: whether each contender runs once before it counts.
    """

    rounds: int = 7
    share: float = 1.0
    extent: float = 1.0
    warm: bool = True

    def of(self, amount: int) -> int:
        """Return this effort's part of an amount; at least one."""
        return max(1, round(amount * self.share))

    def to(self, number: int) -> int:
        """Return how far this effort goes towards a number of tasks or pages; at least one."""
        return max(1, round(number * self.extent))


@dataclass(frozen=True)
class Spread:
    """A median, and the least and the most that was seen."""

    middle: float
    least: float
    most: float

    @classmethod
    def of(cls, values: list[float]) -> Spread:
        """Return the spread of some values."""
        return cls(median(values), min(values), max(values))

    def times(self, factor: float) -> Spread:
        """Return the spread in another unit."""
        return Spread(self.middle * factor, self.least * factor, self.most * factor)


class Samples:
    """What was measured of each contender, one value a round."""

    def __init__(self) -> None:
        self._values: dict[str, list[float]] = {}

    def add(self, name: str, value: float) -> None:
        """Keep the value of another round."""
        self._values.setdefault(name, []).append(value)

    def include(self, others: Samples) -> None:
        """Take over what was measured apart."""
        self._values.update(others._values)

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __contains__(self, name: str) -> bool:
        return name in self._values

    def __getitem__(self, name: str) -> Spread:
        return Spread.of(self._values[name])

    def ratio(self, ours: str, theirs: str) -> Spread:
        """Compare two contenders, round by round."""
        pairs = zip(self._values[ours], self._values[theirs], strict=True)
        return Spread.of([one / other for one, other in pairs])

    def difference(self, ours: str, theirs: str) -> Spread:
        """Return how much more the one has than the other, round by round."""
        pairs = zip(self._values[ours], self._values[theirs], strict=True)
        return Spread.of([one - other for one, other in pairs])


async def interleaved(runs: Mapping[str, Run], effort: Effort) -> Samples:
    """Time all runs in rounds.

    Returns:
        Seconds that one call (or page, or event) took.
    """
    samples = Samples()
    for name, counts in turns(runs, effort):
        gc.collect()  # so that none pays for another's garbage
        started = time.perf_counter()
        done = await runs[name]()
        if counts:
            samples.add(name, (time.perf_counter() - started) / done)
    return samples


def turns(contenders: Iterable[str], effort: Effort) -> Iterator[tuple[str, bool]]:
    """Yield whose turn it is, and whether it counts: in each round another one begins."""
    names = list(contenders)
    if effort.warm:
        yield from ((name, False) for name in names)
    for number in range(effort.rounds):
        first = number % len(names)
        yield from ((name, True) for name in names[first:] + names[:first])
