"""Command line: `python -m benchmarks [--only NAME ...] [--rounds N] [--quick] [--write]`."""

from __future__ import annotations

import argparse
import asyncio
import os
import resource
import sys
import time
from collections.abc import Awaitable, Callable, Mapping

from . import (
    calls,
    contenders,
    events,
    importing,
    memory,
    pages,
    regeneration,
    report,
    uploads,
    walking,
)
from .findings import Findings
from .measure import Effort
from .serving import ROOT, Server, serving

PAGE = ROOT / "docs" / "performance.md"

FULL = Effort()
QUICK = Effort(rounds=3, share=0.2)

PROGRAMS: Mapping[str, Callable[[Server, Effort], Awaitable[Findings]]] = {
    "importing": importing.measure,
    "calls": calls.measure,
    "pages": pages.measure,
    "events": events.measure,
    "walking": walking.measure,
    "uploads": uploads.measure,
    "memory": memory.measure,
    "regeneration": regeneration.measure,
}


def main(arguments: list[str] | None = None) -> int:
    """Measure, tell, and return 1 when a goal is missed."""
    options = _options(arguments)
    effort = QUICK if options.quick else FULL
    effort = Effort(options.rounds or effort.rounds, effort.share)
    # A thousand calls at once need more open files than some systems allow at first.
    many = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (many, many))

    cores = len(os.sched_getaffinity(0))
    print(report.machine(), flush=True)
    missing = [one.name for one in contenders.ALL if not one.installed]
    if missing:
        print(f"not installed, and left out: {'; '.join(missing)}", flush=True)
    found: list[Findings] = []
    with serving() as server:
        for name in options.only or PROGRAMS:
            started = time.perf_counter()
            findings = asyncio.run(_measured(name, server, effort))
            elapsed = time.perf_counter() - started
            found.append(findings)
            print(f"\n{name} ({elapsed:.0f} s, server busy {findings.busy:.0%})")
            print("\n".join(report.terminal(findings)), flush=True)

    if options.write:
        PAGE.write_text(report.markdown(found, effort, cores), encoding="utf-8")
        print(f"\nwrote {PAGE.relative_to(ROOT)}")
    return int(any(goal.reached is False for findings in found for goal in findings.goals))


async def _measured(name: str, server: Server, effort: Effort) -> Findings:
    started, before = time.perf_counter(), server.counts()["cpu"]
    findings = await PROGRAMS[name](server, effort)
    findings.busy = (server.counts()["cpu"] - before) / (time.perf_counter() - started)
    return findings


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--only", nargs="+", choices=PROGRAMS, help="run only these programs")
    parser.add_argument("--rounds", type=int, help=f"rounds of each (default: {FULL.rounds})")
    parser.add_argument("--quick", action="store_true", help="fewer rounds and calls")
    parser.add_argument("--write", action="store_true", help=f"write docs/{PAGE.name}")
    options = parser.parse_args(arguments)
    if options.write and (options.only or options.quick):
        parser.error("--write is for a full run")
    return options


if __name__ == "__main__":
    sys.exit(main())
