"""Export all chat threads of a project, each with its responses, as JSON Lines.

    python -m examples.export_project 1 export.jsonl

Each line is one record: {"kind": "thread" or "response", "agent": 42, "thread": 7, "record": {...}}.
Members of a record that are null are left out. A thread is followed by its responses.

`export.jsonl` appears when it is whole; until then its lines are in `export.jsonl.part`, and
`export.jsonl.state` says which threads are complete. Stop or kill the program whenever you like:
the same command goes on, and does not read those threads again.

How the records are found, and what that rests on:

- Agents of the project: v2.projects.list_agents. Inferred: the vendor names this operation in the
  older generation only. Where it is missing, name the agents with --agent.
- Threads of an agent: v2.chat_threads.iter_by_agent. Documented, pages and all, but for whether it
  shows the threads of other users.
- Responses of a thread: v2.agent_responses.iter_by_chat_thread. The vendor's own client reads a
  chat this way. That it has pages is inferred; a server that sends all at once is fine too.

In the end the server is asked how many responses the agents have given to anybody
(v2.agent_responses.list_by_agent, inferred), and you are told if there are more than were exported.
"Get Agent Responses By Project" of V2 Legacy looks like a short cut, but its path is inferred and
its answer is one piece of any size.

Runs on the deployment that the EJENTO_* variables name, or on a sandbox if none is set. Exit codes:
0 the export is whole, 1 a call failed, 2 it cannot start, 130 interrupted.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from ..command_line import Voice, parser_for, positive, run
from ..deployment import deployment
from .export import Pace, count_responses, count_threads, export_agent
from .export_file import ExportFile

console = Voice()


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = parser_for("examples.export_project", __doc__)
    default = Pace()
    add = parser.add_argument
    add("project", type=int, help="id of the project (the sandbox has 1)")
    add("out", type=Path, help="the file to write, which must not be there yet")
    add(
        "--agent",
        type=int,
        action="append",
        default=[],
        metavar="ID",
        help="export this agent in place of all agents of the project; may be repeated",
    )
    add(
        *("-j", "--jobs"),
        type=positive,
        default=default.jobs,
        metavar="N",
        help="threads that are read at a time (%(default)s)",
    )
    add(
        "--prefetch",
        type=positive,
        default=default.prefetch,
        metavar="N",
        help="pages of the list of threads that are fetched ahead (%(default)s)",
    )
    add(
        "--page-size",
        type=positive,
        default=default.page_size,
        metavar="N",
        help="records of a page (%(default)s)",
    )
    return parser.parse_args(arguments)


async def export(args: argparse.Namespace) -> int:
    """Export the project, and say what came of it; return the exit code."""
    pace = Pace(args.jobs, args.prefetch, args.page_size)
    started = time.perf_counter()
    async with deployment(console, at_once=pace.jobs + pace.prefetch) as ejento:
        about = {"deployment": ejento.base_url, "project": args.project, "agents": args.agent}
        with closing(ExportFile(args.out, about)) as out:
            before = len(out.done)
            if before:
                console.print(f"threads that are complete already: {before:,}")
            agents: list[int] = args.agent or [
                agent.id for agent in await ejento.v2.projects.list_agents(args.project)
            ]
            columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn()
            with Progress(
                *columns, TimeRemainingColumn(), console=console, disable=not console.is_terminal
            ) as display:
                for agent_id in agents:
                    bar = display.add_task(
                        f"agent {agent_id}", total=await count_threads(ejento, agent_id)
                    )
                    await export_agent(ejento, agent_id, out, pace, partial(display.advance, bar))
            there = await count_responses(ejento, agents)
            out.finish()

    console.print(
        f"[bold green]{escape(str(args.out))}[/] agents: {len(agents)}, "
        f"threads: {len(out.done):,}, responses: {out.responses:,}, bytes: {out.size:,} "
        f"(threads read now: {len(out.done) - before:,}, in {time.perf_counter() - started:.1f} s)"
    )
    if there is not None and there > out.responses:
        console.print(
            f"[yellow]Responses that the server counts beyond these: {there - out.responses:,}[/]; "
            "given since, or in threads that it does not list for you."
        )
    return 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; return its exit code."""
    args = parse(arguments)
    return run(export(args), console, interrupted="Interrupted. The same command goes on.")


if __name__ == "__main__":
    sys.exit(main())
