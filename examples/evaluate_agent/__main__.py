"""Ask an agent the questions of a CSV file, and measure its answers.

    python -m examples.evaluate_agent 42 questions.csv --out results.parquet --plot results.png

The file has a column `question`, and `expected` if you like. Of each answer is kept how long the
first text and the end took, its tokens and references, which share of the expected words it has,
or else how it failed: see the attributes of `Row` in asking.py. Each question gets a thread of its
own, and none is asked twice. Ctrl-C ends it early; what there is by then is written all the same.

Results are a .csv or a .parquet file. Parquet needs polars, and a plot needs matplotlib.

Runs on the deployment that the EJENTO_* variables name, or on a sandbox if none is set. Exit codes:
0 all questions were answered, 1 some were not, 2 it cannot start, 130 interrupted.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from ..command_line import FAILED, CannotStart, Voice, parser_for, positive, run
from ..deployment import deployment
from .asking import Row, ask_all, read_questions
from .results import summary, write

console = Voice()


@dataclass
class Evaluation:
    """What there is so far; outlives Ctrl-C.

    Attributes:
        rows: the questions that came to their end, in that order.
        started: when the first was asked, on `time.perf_counter()`.
    """

    rows: list[Row] = field(default_factory=list[Row])
    started: float = 0.0


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = parser_for("examples.evaluate_agent", __doc__)
    add = parser.add_argument
    add("agent", type=int, help="id of the agent (the sandbox has 42)")
    add("questions", type=Path, help="a CSV file")
    add(
        *("-n", "--at-once"),
        type=positive,
        default=4,
        metavar="N",
        help="questions that are asked at a time (%(default)s)",
    )
    add(
        "--out",
        type=Path,
        default=Path("results.csv"),
        metavar="FILE",
        help="where to write the results (%(default)s); what is there is replaced",
    )
    add("--plot", type=Path, metavar="PNG", help="where to draw them")
    add(
        "--deadline",
        type=float,
        default=300.0,
        metavar="SECONDS",
        help="how long an answer may take (%(default)s)",
    )
    add("--delete-threads", action="store_true", help="delete the thread of each question again")
    return parser.parse_args(arguments)


def check(args: argparse.Namespace) -> None:
    """Refuse now what would fail when all questions have been asked."""
    if args.out.suffix not in (".csv", ".parquet"):
        msg = f"--out: expected a name that ends in .csv or .parquet, got {args.out}"
        raise CannotStart(msg)
    needs = {"polars": args.out.suffix == ".parquet", "matplotlib": args.plot is not None}
    for package, needed in needs.items():
        if needed and find_spec(package) is None:
            msg = f"this needs {package}: pip install {package}"
            raise CannotStart(msg)
    for path in (args.out, args.plot):
        if path is not None and not path.parent.is_dir():
            msg = f"{path.parent} is not a folder"
            raise CannotStart(msg)


async def evaluate(args: argparse.Namespace, evaluation: Evaluation) -> int:
    """Ask all questions; keep each row as soon as it is complete."""
    check(args)
    questions = read_questions(args.questions)
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn()
    async with deployment(console, at_once=args.at_once) as ejento:
        # Wrong credentials and a wrong id show here, once, and not as the failure of each question.
        agent = await ejento.v2.agents.get(args.agent)
        console.print(
            f"{escape(agent.agent_name or 'agent')} ({args.agent}), {len(questions):,} questions"
        )
        with Progress(
            *columns, TimeRemainingColumn(), console=console, disable=not console.is_terminal
        ) as display:
            bar = display.add_task("asking", total=len(questions))

            def on_row(row: Row) -> None:
                evaluation.rows.append(row)
                display.advance(bar)
                if row.error is not None:
                    note = escape(f"{row.error}: {row.message}")
                    display.console.print(f"[red]question {row.number}[/] {note}")

            evaluation.started = time.perf_counter()
            await ask_all(
                ejento.with_options(deadline=args.deadline),
                args.agent,
                questions,
                at_once=args.at_once,
                delete_threads=args.delete_threads,
                on_row=on_row,
            )
    return FAILED if any(row.error is not None for row in evaluation.rows) else 0


def report(args: argparse.Namespace, rows: Sequence[Row], elapsed: float) -> None:
    """Write the results, draw them, and say what they are."""
    # Files first: what is said may end in a pipe that nobody reads.
    write(rows, args.out)
    if args.plot is not None:
        from .plot import draw

        draw(rows, f"Agent {args.agent}", args.plot)
    table, said = summary(rows, elapsed)
    if table.row_count:
        console.print(table)
    for text in said:
        console.print(text)
    for path in (args.out, args.plot):
        if path is not None:
            console.print(f"written: [bold green]{escape(str(path))}[/]")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program; return its exit code."""
    args = parse(arguments)
    evaluation = Evaluation()
    code = run(evaluate(args, evaluation), console, interrupted="Interrupted.")
    if evaluation.rows:  # however it ended: what these answers have cost is spent
        report(args, evaluation.rows, time.perf_counter() - evaluation.started)
    return code


if __name__ == "__main__":
    sys.exit(main())
