"""Where the examples run: on your deployment, or on a sandbox."""

from __future__ import annotations

import os
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

from rich.console import Console

from ejento_async import EjentoClient, Limits


@asynccontextmanager
async def deployment(console: Console, *, at_once: int = 0) -> AsyncGenerator[EjentoClient]:
    """Yield a client of the deployment that the EJENTO_* variables name.

    If none of them is set, it is that of a sandbox, a local Ejento that lives as long as the block.

    Args:
        console: where that is said.
        at_once: how many calls the program makes at a time. The client has as many connections:
            with fewer, calls would wait for each other, and what is measured would hold that wait.
    """
    limits = Limits(max_connections=max(at_once, Limits().max_connections))
    if any(name.startswith("EJENTO_") for name in os.environ):
        async with EjentoClient(limits=limits) as ejento:
            yield ejento
        return

    # Only here: a program that is deployed does without the sandbox and what it needs.
    from ejento_async.sandbox import Sandbox

    async with (
        Sandbox() as sandbox,
        EjentoClient(
            base_url=sandbox.base_url,
            api_key=sandbox.api_key,
            access_token=sandbox.access_token,
            limits=limits,
        ) as ejento,
    ):
        console.print("No EJENTO_* variable is set: this runs on a sandbox, a local Ejento.")
        yield ejento
