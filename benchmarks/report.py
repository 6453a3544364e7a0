"""Tells what was found: in the terminal, and as docs/performance.md."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from .contenders import versions
from .findings import Findings, Goal, Table
from .measure import Effort

VERDICTS = {True: "pass", False: "**miss**", None: "not measured"}

PAGE = """\
# How fast it is

Measured on {date} by `make bench`, which writes this page; nothing on it is typed in by hand.

{machine}. Client and server are processes of their own, {cores}; the server is a bare protocol with \
prebuilt answers on loopback, at work for at most {busy:.0%} of the time of any program. Each figure is the median of {rounds} rounds in which all contenders take turns; ratios are taken \
round by round, and behind each stand the least and the most that a round gave. Lower is better, but for what is "a second".

{versions}

## Goals

{goals}

{reached}

## Figures

{tables}

## How to repeat it

```console
$ make bench         # everything, and this page
$ make bench-quick   # fewer rounds and calls, only some minutes; writes nothing
```

Both need a Linux machine with two cores or more that does nothing else, and install the other SDKs into an environment of their own. \
[benchmarks/](../benchmarks/README.md) holds the programs.

## What this does not tell

- A real network: TLS, distance and loss cost every client the same, and hide most differences on this page.
- Other machines, other Pythons, other event loops than asyncio's own.
- HTTP/2, which no contender uses unless asked to.
- What the other SDKs do besides: each speaks to a service of its own, with records of its own, of about the same size here.
"""


def markdown(found: Sequence[Findings], effort: Effort, cores: int) -> str:
    """Write the page."""
    goals = [goal for findings in found for goal in findings.goals]
    reached = sum(goal.reached is True for goal in goals)
    apart = "each on a core of its own" if cores > 1 else "both on the only core"
    return PAGE.format(
        date=f"{datetime.now(UTC):%d %B %Y}",
        machine=machine(),
        cores=apart,
        busy=max(findings.busy for findings in found),
        rounds=effort.rounds,
        versions=_versions(),
        goals=_table(("what", "goal", "value", ""), [_cells(goal) for goal in goals]),
        reached=f"{reached} of {len(goals)} reached.",
        tables="\n\n".join(_figures(table) for findings in found for table in findings.tables),
    )


def terminal(findings: Findings) -> Iterator[str]:
    """Write what one program found, line by line."""
    for goal in findings.goals:
        verdict = VERDICTS[goal.reached].strip("*")
        yield f"  {verdict:<5} {goal.what}: {goal.value}, goal {goal.goal}"
    for table in findings.tables:
        yield ""
        yield f"  {table.title}"
        widths = [max(map(len, column)) for column in zip(table.head, *table.rows, strict=True)]
        for cells in (table.head, *table.rows):
            first, *rest = (cell.rjust(width) for cell, width in zip(cells, widths, strict=True))
            yield "  ".join([f"  {first.strip():<{widths[0]}}", *rest])


def machine() -> str:
    """Say in a line what machine this is."""
    name = _processor() or platform.machine()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    system = platform.platform(terse=True)
    return f"{os.cpu_count()} cores ({name}), {memory:.0f} GiB, {system}, Python {platform.python_version()}"


def decoder() -> str:
    """Say what decodes JSON in ejento_async, once it was used."""
    return "msgspec" if "msgspec" in sys.modules else "the standard library's json"


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return ""


def _versions() -> str:
    found = [f"{name} {version}" for name, version in versions().items()]
    return f"{', '.join(found)}. ejento_async decodes JSON with {decoder()}."


def _cells(goal: Goal) -> tuple[str, ...]:
    return (
        goal.what,
        goal.goal.replace("<=", "≤").replace(">=", "≥"),
        goal.value,
        VERDICTS[goal.reached],
    )


def _figures(table: Table) -> str:
    parts = [f"### {table.title}", _table(table.head, table.rows)]
    return "\n\n".join([*parts, table.note] if table.note else parts)


def _table(head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" if not place else "---:" for place in range(len(head))), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
