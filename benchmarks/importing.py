"""What a program pays before it gets anything: the import, the client, the first call."""

from __future__ import annotations

from . import contenders
from .contenders import HTTPX, HTTPX_UNLIMITED, OURS, OURS_TLS, Contender
from .findings import MIB, Findings, Table, at_most, cells
from .measure import Effort, Samples
from .processes import interleaved
from .serving import Server

PROGRAM = """\
def memory():
    with open("/proc/self/status", encoding="ascii") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) * 1024

import time
before = memory()
started = time.perf_counter()
{program}
elapsed = time.perf_counter() - started
memory = memory() - before
print('{{"seconds":', elapsed, ', "bytes":', memory, '}}')
"""

FIRST_CALL = """\
import asyncio
from benchmarks.peers.{module} import {kind}

async def main():
    peer = {kind}("{url}")
    await peer.start()
    await peer.call(1)
    await peer.aclose()

asyncio.run(main())
"""

NOTE = """\
Each in a process of its own, from the first statement on. The first call goes to plain HTTP, for \
which ejento_async reads no CA certificates; in "with TLS settings" it reads them all the same, as \
httpx always does."""


async def measure(server: Server, effort: Effort) -> Findings:
    """Measure the import and the first call of all contenders, each in a fresh process."""
    modules = dict.fromkeys(one.needs[0].partition(".")[0] for one in _installed())
    imports = interleaved({name: _program(f"import {name}") for name in modules}, effort)
    everyone = [*_installed(), OURS_TLS]
    calls = interleaved({one.name: _first_call(one, server) for one in everyone}, effort)

    seconds, taken = imports["seconds"], imports["bytes"]
    goals = [
        at_most("import, time, against httpx", seconds.ratio("ejento_async", "httpx"), 0.5),
        at_most("import, memory, against httpx", taken.ratio("ejento_async", "httpx"), 0.5),
    ]
    seconds, taken = calls["seconds"], calls["bytes"]
    for one in (OURS, OURS_TLS):
        what = f"import, client and first call, {one.name}"
        goals.append(
            at_most(f"{what}, time, against httpx", seconds.ratio(one.name, HTTPX.name), 1.15)
        )
        more = taken.difference(one.name, HTTPX.name).times(1 / MIB)
        goals.append(at_most(f"{what}, memory, more than httpx", more, 6, "MiB"))
    tables = [
        _table("Import", imports, list(modules)),
        _table("Import, client and first call", calls, [one.name for one in everyone], NOTE),
    ]
    return Findings(goals, tables)


def _installed() -> list[Contender]:
    return [one for one in contenders.installed(contenders.ALL) if one is not HTTPX_UNLIMITED]


def _first_call(one: Contender, server: Server) -> tuple[str, ...]:
    url = server.url(one.dialect)
    return _program(FIRST_CALL.format(module=one.module, kind=one.kind, url=url))


def _program(text: str) -> tuple[str, ...]:
    return "-c", PROGRAM.format(program=text)


def _table(title: str, samples: dict[str, Samples], names: list[str], note: str = "") -> Table:
    seconds, taken = samples["seconds"], samples["bytes"]
    rows = [(name, *cells(seconds[name].middle * 1e3, taken[name].middle / MIB)) for name in names]
    return Table(title, ("", "ms", "MiB"), rows, note)
