"""`python -m tests.chaos`: run, print, and fail if a rule was broken."""

from __future__ import annotations

import argparse
import asyncio
import sys
import time

from .report import lines
from .run import BACKENDS, Plan, run


def main() -> int:
    """Run on one way to the network, or on all of them."""
    parser = argparse.ArgumentParser(prog="python -m tests.chaos")
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--tasks", type=int, default=100)
    parser.add_argument("--seed", type=int, default=None, help="default: another one each time")
    parser.add_argument("--backend", choices=(*BACKENDS, "all"), default="all")
    given = parser.parse_args()
    seed = time.time_ns() % 1_000_000 if given.seed is None else given.seed
    broken = 0
    for backend in BACKENDS if given.backend == "all" else (given.backend,):
        plan = Plan(seed=seed, seconds=given.seconds, tasks=given.tasks, backend=backend)
        report = asyncio.run(run(plan))
        print(*lines(report), sep="\n", flush=True)
        broken += len(report.violations)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
