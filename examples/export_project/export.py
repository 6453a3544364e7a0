"""The walk over a project: its agents, their threads, the responses of each thread."""

from __future__ import annotations

import asyncio
import json
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass

from ejento_async import EjentoClient, NotFoundError
from ejento_async.models import AgentResponse, ChatThread

from .export_file import ExportFile


@dataclass(frozen=True)
class Pace:
    """How much is fetched at a time.

    Attributes:
        jobs: threads that are read at a time.
        prefetch: pages of the list of threads that are fetched ahead.
        page_size: records of a page.
    """

    jobs: int = 8
    prefetch: int = 2
    page_size: int = 100


async def count_threads(ejento: EjentoClient, agent_id: int) -> int | None:
    """Return how many threads an agent has, or None if the server does not tell."""
    page = await ejento.v2.chat_threads.list_by_agent(
        agent_id, include_call_threads=True, paginated=True, page=1, items_per_page=1
    )
    return page.total


async def count_responses(ejento: EjentoClient, agents: Sequence[int]) -> int | None:
    """Return how many responses agents have given to anybody, or None if that is not told."""
    total = 0
    for agent_id in agents:
        try:
            page = await ejento.v2.agent_responses.list_by_agent(agent_id, page=1, items_per_page=1)
        except NotFoundError:
            return None  # the path is only inferred
        if page.total is None:
            return None
        total += page.total
    return total


async def export_agent(
    ejento: EjentoClient, agent_id: int, out: ExportFile, pace: Pace, advance: Callable[[], object]
) -> None:
    """Export the threads of an agent, in the order of the list.

    Pages of the list come ahead of the walk, and some threads are read at a time. No more than
    those are in memory: the walk goes on when the oldest of them is written.

    Args:
        ejento: the client.
        agent_id: the agent.
        out: where to.
        pace: how much at a time.
        advance: called for each thread that is complete.
    """
    threads = ejento.v2.chat_threads.iter_by_agent(
        agent_id,
        include_call_threads=True,
        paginated=True,
        items_per_page=pace.page_size,
        prefetch=pace.prefetch,
    )
    coming: deque[tuple[int, asyncio.Task[list[bytes]]]] = deque()
    seen: set[int] = set()

    async def write_oldest() -> None:
        thread_id, lines = coming.popleft()
        out.add(thread_id, await lines)
        advance()

    # The group is the outer one: when something fails, the walk is closed first, with the pages
    # that are on their way, and then the threads are given up that are being read.
    async with asyncio.TaskGroup() as group, aclosing(threads):
        async for thread in threads:
            if thread.id in seen:
                continue  # a thread that is begun meanwhile pushes another to the next page
            seen.add(thread.id)
            if thread.id in out.done:
                advance()
                continue
            lines = group.create_task(read_thread(ejento, agent_id, thread, pace.page_size))
            coming.append((thread.id, lines))
            if len(coming) >= pace.jobs:
                await write_oldest()
        while coming:
            await write_oldest()


async def read_thread(
    ejento: EjentoClient, agent_id: int, thread: ChatThread, page_size: int
) -> list[bytes]:
    """Return a thread and its responses, each as a line."""
    lines = [_line("thread", agent_id, thread.id, thread)]
    responses = ejento.v2.agent_responses.iter_by_chat_thread(
        thread.id, include_steps=True, items_per_page=page_size, prefetch=1
    )
    try:
        async with aclosing(responses):
            lines += [_line("response", agent_id, thread.id, item) async for item in responses]
    except NotFoundError:
        return []  # deleted since the list named it
    return lines


def _line(kind: str, agent_id: int, thread_id: int, record: ChatThread | AgentResponse) -> bytes:
    whole = {"kind": kind, "agent": agent_id, "thread": thread_id, "record": record.to_dict()}
    return json.dumps(whole, ensure_ascii=False).encode() + b"\n"
