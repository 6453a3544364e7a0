"""What a person sees: a bar for each file that is under way, one for all, and a report."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Self

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeRemainingColumn
from rich.table import Column

from .files import Kind, Outcome, readable

COLOURS: dict[Kind, str] = {
    "indexed": "green",
    "there already": "dim",
    "duplicate": "dim",
    "skipped": "yellow",
    "failed": "bold red",
}


class Display:
    """Bars on a terminal, a line for each file that came to its end, and at last the report.

    Attributes:
        outcomes: what became of the files so far.
    """

    def __init__(self, console: Console, files: int, folder: Path) -> None:
        self.outcomes: list[Outcome] = []
        self._console = console
        self._folder = folder
        self._files = files
        names = Column(max_width=40, no_wrap=True, overflow="ellipsis")
        self._progress = Progress(
            TextColumn("{task.description}", markup=False, table_column=names),
            BarColumn(bar_width=30),
            TextColumn("{task.fields[note]}", markup=False),
            TimeRemainingColumn(),
            console=console,
            disable=not console.is_terminal,
            transient=True,
        )
        self._all = self._progress.add_task("all files", total=files, note="")
        self._bars: dict[Path, TaskID] = {}

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()
        failures = [outcome for outcome in self.outcomes if outcome.kind == "failed"]
        if failures:
            self._console.print("\n[bold red]Failed:[/]")
        for outcome in failures:
            self._console.print(f"  {escape(self._name(outcome.path))}: {escape(outcome.note)}")
        counts = Counter(outcome.kind for outcome in self.outcomes)
        summary = ", ".join(f"{count:,} {kind}" for kind, count in counts.items())
        self._console.print(f"\n[bold]{summary or 'no files'}[/]")

    def sending(self, path: Path, sent: int, total: int | None) -> None:
        """Show how many bytes of a file are sent."""
        note = f"{sent:,} bytes" if total is None else f"{sent:,} of {total:,} bytes"
        self._progress.update(self._bar(path), completed=sent, total=total, note=note)

    def indexing(self, path: Path, step: str) -> None:
        """Show to which step of the indexing a file has come."""
        self._progress.update(self._bar(path), note=f"indexing: {step}")

    def ended(self, outcome: Outcome) -> None:
        """Show what became of a file."""
        self.outcomes.append(outcome)
        note = f"{len(self.outcomes):,} of {self._files:,}"
        self._progress.update(self._all, advance=1, note=note)
        bar = self._bars.pop(outcome.path, None)
        if bar is not None:
            self._progress.remove_task(bar)
        name = escape(self._name(outcome.path))
        note = escape(f": {outcome.note}" if outcome.note else "")
        self._console.print(f"[{COLOURS[outcome.kind]}]{outcome.kind}[/] {name}{note}")

    def _bar(self, path: Path) -> TaskID:
        if path not in self._bars:
            self._bars[path] = self._progress.add_task(self._name(path), note="")
        return self._bars[path]

    def _name(self, path: Path) -> str:
        return readable(path.relative_to(self._folder))
