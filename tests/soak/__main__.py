"""Run all programs on all ways to the network, and print what came of them."""

from __future__ import annotations

import argparse
import asyncio
import sys
from typing import Any

from tests.soak.clients import WAYS
from tests.soak.program import measured


async def soak(ways: list[str], calls: int, clients: int, seconds: int) -> bool:
    """Run everything and return whether all is well."""
    programs = {"crowd": calls, "steady": calls, "lives": clients, "restarts": seconds}
    well = True
    for program, number in programs.items():
        for way in ways:
            found = await measured(program, way, number)
            complaints = found.pop("complaints")
            well = well and not complaints
            verdict = f"WRONG: {', '.join(complaints)}" if complaints else "ok"
            print(f"{program:<9} {way:<11} {verdict:<3} {_figures(found)}", flush=True)
    return well


def _figures(found: dict[str, Any]) -> str:
    words = (
        f"{name} {value:,.1f}" if isinstance(value, float) else f"{name} {value:,}"
        for name, value in found.items()
    )
    return ", ".join(words)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("--way", choices=WAYS, action="append", help="default: all of them")
    parser.add_argument("--calls", type=int, default=10_000, help="default: 10000")
    parser.add_argument("--clients", type=int, default=500, help="default: 500")
    parser.add_argument("--seconds", type=int, default=60, help="of restarts; default: 60")
    given = parser.parse_args()
    all_well = asyncio.run(soak(given.way or list(WAYS), given.calls, given.clients, given.seconds))
    sys.exit(not all_well)
