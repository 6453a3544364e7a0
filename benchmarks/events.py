"""Server-sent events, from the wire to typed ones."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast
from urllib.parse import urlsplit

from . import contenders
from .contenders import HTTPX_UNLIMITED, OURS
from .findings import Findings, Table, at_least, cells
from .measure import Effort, Run, Samples, Spread, interleaved
from .peers import StreamingPeer
from .serving import Server

BARE = "a bare line reader"


@dataclass(frozen=True)
class Form:
    """A form that a stream can have: how many events of how much text, and bytes of a chunk."""

    title: str
    count: int
    size: int
    chunk: int

    def settings(self, effort: Effort) -> str:
        """Return what the server must be told."""
        return f",count={effort.of(self.count)},size={self.size},chunk={self.chunk}"


LARGE_CHUNKS = Form("small, 64 KiB chunks", 10_000, 20, 64 * 1024)
OTHERS = (
    Form("small, 1 KiB chunks", 10_000, 20, 1024),
    Form("small, a chunk each", 5_000, 20, 0),
    Form("4 KiB, 64 KiB chunks", 1_000, 4096, 64 * 1024),
)

NOTE = f"""\
{BARE.capitalize()} takes lines from an `asyncio.StreamReader`, without HTTP chunks around them, and \
decodes the JSON of those with data. httpx and aiohttp do the same with the lines that they offer. \
Small events have 20 characters of text."""


async def measure(server: Server, effort: Effort) -> Findings:
    """Measure all contenders that stream, in each form."""
    findings = Findings()
    rates: dict[str, list[float]] = {}
    for form in (LARGE_CHUNKS, *OTHERS):
        samples = await _samples(server, effort, form)
        for name in samples:
            rates.setdefault(name, []).append(1 / samples[name].middle)
        if form is LARGE_CHUNKS:
            found = _rate(samples, OURS.name)
            findings.goals.append(at_least(f"events, {form.title}", found, 100_000, "a second"))
        else:
            found = samples.ratio(BARE, OURS.name)
            findings.goals.append(at_least(f"events, {form.title}, against {BARE}", found, 0.8))
    head = ("", *(form.title for form in (LARGE_CHUNKS, *OTHERS)))
    rows = [(name, *cells(*found)) for name, found in rates.items()]
    findings.tables.append(Table("Typed events, a second", head, rows, NOTE))
    return findings


async def _samples(server: Server, effort: Effort, form: Form) -> Samples:
    everyone = [one for one in contenders.ALL if one.streams and one is not HTTPX_UNLIMITED]
    settings = form.settings(effort)
    async with contenders.opened(everyone, server, settings) as peers:
        runs: Mapping[str, Run] = {
            **{name: cast("StreamingPeer", peer).events for name, peer in peers.items()},
            BARE: lambda: _read_lines(server.url(f"{OURS.dialect}{settings}")),
        }
        return await interleaved(runs, effort)


def _rate(samples: Samples, name: str) -> Spread:
    found = samples[name]
    return Spread(1 / found.middle, 1 / found.most, 1 / found.least)


async def _read_lines(url: str) -> int:
    parts = urlsplit(url)
    reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
    count = 0
    try:
        # A client of HTTP 1.0 is sent no chunks: the stream ends with the connection.
        writer.write(f"POST {parts.path}/stream HTTP/1.0\r\nContent-Length: 0\r\n\r\n".encode())
        while line := await reader.readline():
            if line.startswith(b"data:"):
                json.loads(line[5:])
                count += 1
    finally:
        writer.close()
        await writer.wait_closed()
    return count
