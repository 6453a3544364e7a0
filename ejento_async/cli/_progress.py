"""Uploads on a terminal: a bar for each file that is under way, and one for all."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn
from rich.text import Text

from ._uploading import Display, Outcome, line_of
from ._words import tame

_LONGEST_NAME = 32


class ProgressDisplay(Display):
    """Bars that disappear when their file is done with, in whose place a line stays.

    Args:
        files: all files, for the bar of the whole.
        console: the terminal; by default that of stdout.
    """

    def __init__(self, files: Sequence[Path], console: Console | None = None) -> None:
        self._console = console or Console(highlight=False, markup=False, emoji=False)
        self._progress = Progress(
            TextColumn("{task.description}", markup=False),
            BarColumn(bar_width=24),
            TextColumn("{task.fields[state]}", style="dim", markup=False),
            console=self._console,
            transient=True,
        )
        self._tasks: dict[Path, TaskID] = {}
        self._number = len(files)
        self._done = 0
        self._whole = self._progress.add_task("all files", total=len(files), state="")

    def __enter__(self) -> Self:
        self._tell()
        self._progress.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._progress.stop()

    def begin(self, outcome: Outcome) -> None:
        name = tame(outcome.path.name)
        short = name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"
        self._tasks[outcome.path] = self._progress.add_task(short, total=None, state="sending")

    def sent(self, outcome: Outcome, number: int) -> None:
        size = outcome.size or None
        self._progress.update(self._tasks[outcome.path], completed=number, total=size)

    def step(self, outcome: Outcome) -> None:
        words = f"indexing: {tame(outcome.step)}" if outcome.step else "indexing"
        # A bar without a total moves to and fro: how long it takes nobody knows.
        self._progress.reset(self._tasks[outcome.path], total=None, state=words)

    def end(self, outcome: Outcome) -> None:
        task = self._tasks.pop(outcome.path, None)
        if task is not None:
            self._progress.remove_task(task)
        self._done += 1
        style = "red" if outcome.error else ""
        self._console.print(Text(line_of(outcome), style=style), soft_wrap=True)
        self._tell()

    def _tell(self) -> None:
        state = f"{self._done} of {self._number}"
        self._progress.update(self._whole, completed=self._done, state=state)
