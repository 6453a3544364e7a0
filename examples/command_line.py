"""What the command lines of the examples have in common: their help, and how they end."""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
from collections.abc import Coroutine

from rich.console import Console
from rich.markup import escape

from ejento_async import ConfigurationError, EjentoError

FAILED = 1
CANNOT_START = 2
INTERRUPTED = 130
"""Exit codes; argparse has 2 for what it refuses, and shells 130 for Ctrl-C."""


class CannotStart(Exception):
    """What the program was told makes no sense; the message says why."""


class Voice(Console):
    """What a program says. When nobody listens any more, it goes on with its work in silence."""

    def __init__(self) -> None:
        super().__init__(highlight=False, soft_wrap=True)

    def on_broken_pipe(self) -> None:
        """Say nothing more: the output went to a pipe that was closed, as by `| head`."""
        self.quiet = True
        # What is left in the buffer of stdout goes nowhere, too.
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def parser_for(package: str, text: str | None) -> argparse.ArgumentParser:
    """Return a parser whose help is the docstring of a program."""
    about, _, more = (text or "").partition("\n")
    return argparse.ArgumentParser(
        prog=f"python -m {package}",
        description=about,
        epilog=more,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )


def positive(text: str) -> int:
    """Read a whole number from 1; for argparse."""
    number = int(text)
    if number < 1:
        msg = f"expected a whole number from 1, got {number}"
        raise argparse.ArgumentTypeError(msg)
    return number


def run(program: Coroutine[None, None, int], console: Console, *, interrupted: str) -> int:
    """Run a program to its end, which may be Ctrl-C or a failure; return the exit code.

    Args:
        program: what to run; returns the exit code.
        console: where it is said how it ended, if not well.
        interrupted: what to say after Ctrl-C.
    """
    code = FAILED
    try:
        code = asyncio.run(program)
    except* KeyboardInterrupt:
        # asyncio.run has cancelled the program and waited until it had cleaned up.
        console.print(f"[yellow]{interrupted}[/]")
        code = INTERRUPTED
    except* (CannotStart, EjentoError, OSError) as errors:
        # In a group of tasks the first failure ends the others, so it is the one to tell.
        error = errors.exceptions[0]
        console.print(f"[bold red]{type(error).__name__}:[/] {escape(str(error))}")
        if isinstance(error, CannotStart | ConfigurationError):
            code = CANNOT_START
    return code
