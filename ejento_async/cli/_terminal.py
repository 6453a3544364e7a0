"""Answers on a terminal: what the agent is doing, then its words as they come, then links."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from typing import Final

import click
from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.control import Control
from rich.segment import ControlType
from rich.text import Text

from .. import (
    AnswerFile,
    ReflectionUpdate,
    StatusUpdate,
    TaskList,
    TextDelta,
    ThoughtDelta,
)
from ..models import AgentAnswer
from ._screens import Event, facts, name_of, references_of
from ._words import tame

_PIECES: Final = re.compile(r"\n|[^\S\n]+|\S+")
_ERASE: Final = Control((ControlType.CARRIAGE_RETURN,), (ControlType.ERASE_IN_LINE, 2))
_LONGEST_HELD: Final = 20
"""Characters that wait for the end of their word: languages without blanks are not to wait."""


class Flow:
    """Text that is written as it comes, broken between words at the edge of the terminal.

    Lines within a fence of code are left alone: breaks would spoil what is copied.

    Args:
        write: takes what is to be written.
        width: columns of the terminal.
    """

    def __init__(self, write: Callable[[str], object], width: int) -> None:
        self._write = write
        self._width = width
        self._held = ""
        self._column = 0
        self._gap = ""
        self._line = ""
        self._code = False

    def add(self, text: str) -> None:
        """Write text, but for a word at its end that may go on."""
        text = self._held + text.expandtabs(4)
        self._held = ""
        pieces = _PIECES.findall(text)
        if pieces and not pieces[-1].isspace() and len(pieces[-1]) < _LONGEST_HELD:
            self._held = pieces.pop()
        for piece in pieces:
            self._add(piece)

    def end(self) -> None:
        """Write what was held back."""
        if self._held:
            self._add(self._held)
        self._held = ""

    def _add(self, piece: str) -> None:
        if piece == "\n":
            if self._line.lstrip().startswith("```"):
                self._code = not self._code
            self._write("\n")
            self._column, self._gap, self._line = 0, "", ""
            return
        self._line += piece
        if piece.isspace():
            self._gap += piece
            return
        column = self._column + cell_len(self._gap) + cell_len(piece)
        if self._column and self._gap and column > self._width and not self._code:
            self._write(f"\n{piece}")
            column = cell_len(piece)
        else:
            self._write(self._gap + piece)
        # What is longer than a line the terminal breaks by itself, so that links stay whole.
        self._column = column if column <= self._width else column % self._width
        self._gap = ""


class TerminalScreen:
    """Shows answers on a terminal.

    Args:
        verbose: whether to say what the answer took.
        console: the terminal; by default that of stdout.
    """

    def __init__(self, *, verbose: bool, console: Console | None = None) -> None:
        self._verbose = verbose
        self._console = console or Console(highlight=False, markup=False, emoji=False)
        self._flow: Flow | None = None
        self._status = False

    def show(self, event: Event) -> None:
        match event:
            case TextDelta(text):
                self._text(text)
            case StatusUpdate(message) | ReflectionUpdate(message):
                self._say(message)
            case ThoughtDelta():
                self._say("Thinking...")
            case TaskList(tasks):
                done = sum(task.status == "completed" for task in tasks)
                now = next((task.content for task in tasks if task.status == "in_progress"), "")
                self._say(f"{done} of {len(tasks)} tasks done{now and f': {now}'}")
            case AnswerFile(name):
                self._erase()
                self._line(f"Wrote {tame(name)}.")
            case _:
                pass

    def finish(self, answer: AgentAnswer, seconds: float) -> None:
        if self._flow is None:
            self._text(answer.answer or "")
        self.stop()
        references = references_of(answer)
        if references:
            self._console.print()
        for one in references:
            url = tame(one.url or "")
            line = Text(f"[{one.number}] ", style="cyan")
            line.append(name_of(url) or url, style=f"link {url} not dim")
            line.append(f"  {url}", style=f"dim link {url}")
            self._console.print(line, soft_wrap=True)
        if self._verbose:
            self._line(f"{facts(answer, seconds)}.")

    def stop(self) -> None:
        self._erase()
        if self._flow is not None:
            self._flow.end()
            self._console.print()
        self._flow = None

    def _text(self, text: str) -> None:
        self._erase()
        if self._flow is None:
            text = text.lstrip()
            if not text:
                return
            self._flow = Flow(self._console.file.write, self._console.width)
        self._flow.add(tame(text))
        self._console.file.flush()

    def _say(self, words: str) -> None:
        """Put a line where the status before was; not into the middle of the text."""
        if self._flow is not None or self._console.is_dumb_terminal:
            return
        self._erase()
        line = " ".join(tame(words).split())
        if cell_len(line) >= self._console.width:
            line = set_cell_size(line, self._console.width - 2).rstrip() + "…"
        self._console.print(Text(line, style="dim"), end="")
        self._status = bool(line)

    def _erase(self) -> None:
        if self._status:
            self._console.control(_ERASE)
        self._status = False

    def _line(self, words: str) -> None:
        self._console.print(Text(words, style="dim"))


def read_line() -> str | None:
    """Ask for a question; None when there will be no more."""
    with suppress(ImportError):
        import_module("readline")  # gives input() its keys and its history

    # What takes no room is marked, so that long lines are broken at the right place.
    prompt = "\001\033[1;36m\002>\001\033[0m\002 "
    while True:
        try:
            line = input(prompt if _coloured() else "> ").strip()
        except EOFError:
            click.echo()
            return None
        if line in ("/exit", "/quit"):
            return None
        if line:
            return line


def _coloured() -> bool:
    console = Console(file=sys.stdout)
    return console.is_terminal and not console.is_dumb_terminal and not console.no_color
