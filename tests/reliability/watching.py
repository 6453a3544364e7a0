"""What readers and writers are watched with."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from tests.wire import eventually


def memory() -> int:
    """Bytes of this process that are in memory."""
    pages = Path("/proc/self/statm").read_text().split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


async def stuck(count: Callable[[], int]) -> int:
    """Wait until a count has stood still for thirty looks, and return it."""
    seen: list[int] = []

    def same() -> bool:
        seen.append(count())
        return len(seen) > 30 and len(set(seen[-30:])) == 1

    await eventually(same)
    return seen[-1]
