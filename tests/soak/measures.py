"""What is measured of this process."""

from __future__ import annotations

import asyncio
import gc
import os
import re
import sys
from pathlib import Path

MEGABYTE = 2**20


def memory() -> float:
    """Return the megabytes that the process has in memory."""
    return _status("VmRSS")


def most_memory() -> float:
    """Return the megabytes that it had in memory at most."""
    return _status("VmHWM")


async def blocks() -> int:
    """Return how many objects, more or less, are alive when all tasks but this one have ended."""
    while len(asyncio.all_tasks()) > 1:
        await asyncio.sleep(0)
    # One more turn, so that the event loop lets go of the last ones.
    await asyncio.sleep(0)
    gc.collect()
    return sys.getallocatedblocks()


def descriptors() -> int:
    """Return how many files and sockets are open."""
    return len(os.listdir("/proc/self/fd"))  # noqa: PTH208 - no Path for each


def _status(name: str) -> float:
    found = re.search(rf"{name}:\s+(\d+) kB", Path("/proc/self/status").read_text())
    assert found is not None
    return int(found[1]) * 1024 / MEGABYTE
