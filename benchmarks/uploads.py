"""Uploading a large file from disk; `python -m benchmarks.uploads MODULE KIND URL FILE` does one."""

from __future__ import annotations

import asyncio
import json
import os
import sys
import time
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from . import contenders
from .contenders import HTTPX, OURS, OURS_AIOHTTP, Contender
from .findings import MIB, Findings, Table, at_most, cells
from .measure import Effort
from .processes import interleaved, memory
from .serving import Server

SIZE = 1024 * MIB

HTTPX_ASYNC_FILE = Contender(
    "httpx, file read in threads", "httpx", "HttpxAsyncFile", "ejento", ("httpx",)
)

NOTE = """\
httpx sends a form with a file, as its documentation does; it reads the file on the event loop, \
which does nothing else meanwhile. "Read in threads" is its way for streams, with anyio. Memory is \
the most that a process had during the upload, more than before it. The file is in the page cache."""


async def measure(server: Server, effort: Effort) -> Findings:
    """Measure uploads in fresh processes, one after the other."""
    size = effort.of(SIZE)
    everyone = contenders.installed([OURS, OURS_AIOHTTP, HTTPX, HTTPX_ASYNC_FILE])
    with TemporaryDirectory() as directory:
        file = Path(directory) / "file.bin"
        _write(file, size)
        server.counts()
        samples = interleaved({one.name: _program(one, server, file) for one in everyone}, effort)
    sent = effort.rounds * len(everyone) * size
    assert server.counts()["uploaded"] >= sent, "the server did not get all bytes"

    seconds, taken = samples["seconds"], samples["bytes"]
    amount = f"{size / MIB:,.0f} MiB"
    what = f"uploading {amount}"
    goals = [at_most(f"{what}, against httpx", seconds.ratio(OURS.name, HTTPX.name), 1.1)]
    growth = taken[OURS.name].times(1 / MIB)
    goals.append(at_most(f"{what}, memory", growth, 16, "MiB"))
    rows: list[tuple[str, ...]] = []
    for one in everyone:
        middle = seconds[one.name].middle
        rows.append((one.name, *cells(middle, size / MIB / middle, taken[one.name].middle / MIB)))
    head = ("", "seconds", "MiB a second", "MiB of memory")
    return Findings(goals, [Table(f"Uploading {amount} from disk", head, rows, NOTE)])


def _write(file: Path, size: int) -> None:
    block = os.urandom(MIB)
    with file.open("wb") as out:
        for start in range(0, size, MIB):
            out.write(block[: size - start])


def _program(one: Contender, server: Server, file: Path) -> tuple[str, ...]:
    return "-m", "benchmarks.uploads", one.module, one.kind, server.url(one.dialect), str(file)


async def _upload(module: str, kind: str, url: str, file: Path) -> dict[str, float]:
    peer: Any = getattr(import_module(f"benchmarks.peers.{module}"), kind)(url)
    first = file.with_name("first.bin")
    first.write_bytes(bytes(MIB))
    await peer.upload(first)  # imports what it needs, and connects
    before = memory("VmRSS")
    started = time.perf_counter()
    await peer.upload(file)
    elapsed = time.perf_counter() - started
    await peer.aclose()
    return {"seconds": elapsed, "bytes": memory("VmHWM") - before}


if __name__ == "__main__":
    _, named, called, base_url, source = sys.argv
    print(json.dumps(asyncio.run(_upload(named, called, base_url, Path(source)))))
