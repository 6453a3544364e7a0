"""A program of its own that shares a token file with others, for test_tokens.py.

    python -m tests.reliability.sharer BACKEND

For each line on its standard input it makes so many calls at once, and writes how many of them
went well. What it is told beside that is in its environment.
"""

from __future__ import annotations

import asyncio
import sys
from typing import Literal, cast

from ejento_async import EjentoClient


async def main(backend: str) -> None:
    """Make calls until there are no more lines."""
    chosen = cast("Literal['httpx']", backend)
    async with EjentoClient(backend=chosen) as ejento:
        print("ready", flush=True)
        while line := await asyncio.to_thread(sys.stdin.readline):
            calls = [ejento.v2.users.get_me() for _ in range(int(line))]
            found = await asyncio.gather(*calls, return_exceptions=True)
            lost = {repr(each) for each in found if isinstance(each, BaseException)}
            print(*(lost or {f"{len(found)} ok"}), flush=True)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
