"""The command `ejento`: its subcommands, loaded when they are named, and its exit status."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from importlib import import_module
from types import MappingProxyType
from typing import Final

import click

from .. import EjentoError, __version__
from ._connection import connection_options
from ._failures import INTERRUPTED, NOT_READY, PIPE_CLOSED, explain, status_of

COMMANDS: Final = MappingProxyType(
    {
        "call": ("_call", "Make any call of the API."),
        "chat": ("_chat", "Ask an agent, once or in a conversation."),
        "completion": ("_completion", "Print the completion script of a shell."),
        "login": ("_login", "Log in with e-mail and password."),
        "logout": ("_login", "Forget the tokens of the login."),
        "sandbox": ("_programs", "Run a local Ejento to try all this on."),
        "upload": ("_upload", "Upload files and folders to a corpus."),
        "verify": ("_programs", "Hold the SDK's spec against your deployment."),
        "whoami": ("_login", "Show who is logged in."),
    }
)
"""Name of a command, the module that has it, and what `ejento --help` says, which loads none."""


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f".{COMMANDS[cmd_name][0]}", __package__)
        command: click.Command = getattr(module, cmd_name)
        return command

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            if sys.stderr.isatty():
                click.echo(err=True)  # behind the ^C that the terminal shows
            click.echo("ejento: interrupted", err=True)
            raise click.exceptions.Exit(INTERRUPTED) from None
        except BrokenPipeError:
            _let_go_of_stdout()
            raise click.exceptions.Exit(PIPE_CLOSED) from None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.NoSuchCommand as error:
            raise click.NoSuchCommand(error.command_name, possibilities=COMMANDS, ctx=ctx) from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl([(name, words) for name, (_, words) in COMMANDS.items()])


@connection_options
@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Settings come from the environment: EJENTO_BASE_URL, EJENTO_API_KEY, and credentials as "
    "`ejento login` leaves them or as EJENTO_* variables.",
)
@click.version_option(__version__, prog_name="ejento")
def ejento() -> None:
    """Talk to an Ejento deployment from the shell."""


def run(arguments: Sequence[str]) -> int:
    """Run a command line and return the exit status; failures become one line on stderr."""
    with _one_line_for_failures() as status:
        result = ejento.main(
            list(arguments),
            prog_name="ejento",
            complete_var="_EJENTO_COMPLETE",
            standalone_mode=False,
        )
        status.append(result if isinstance(result, int) else 0)
        sys.stdout.flush()
    return status[0]


@contextmanager
def _one_line_for_failures() -> Generator[list[int]]:
    """Yield where the exit status goes."""
    status: list[int] = []
    words = ""
    try:
        yield status
    except click.Abort:  # at a question
        status[:], words = [INTERRUPTED], "interrupted"
    except click.ClickException as error:
        error.show()
        status[:] = [error.exit_code]
    except BrokenPipeError:
        status[:] = [PIPE_CLOSED]
        _let_go_of_stdout()
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("ejento_async"):
            raise
        status[:], words = [NOT_READY], missing(error)
    except (EjentoError, OSError, ValueError, TypeError) as error:
        status[:], words = [status_of(error)], explain(error)
    if words:
        click.echo(f"ejento: {words}", err=True)


def missing(error: ModuleNotFoundError) -> str:
    """Say which extra brings a module that is not installed."""
    words = str(error)
    if "pip install" in words:
        return words
    return f"this command needs {error.name}: pip install 'ejento-async[cli]'"


def _let_go_of_stdout() -> None:
    """Keep Python from writing the rest, at its end, to a pipe that nobody reads."""
    try:
        descriptor = sys.stdout.fileno()
    except (OSError, ValueError):
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, descriptor)
    os.close(nowhere)
