"""`ejento sandbox` and `ejento verify`: programs of the package with options of their own."""

from __future__ import annotations

import os
from collections.abc import Generator
from contextlib import contextmanager

import click

from ._connection import Connection, connection_of

_AS_THEY_ARE = {"ignore_unknown_options": True, "help_option_names": list[str]()}


@click.command(context_settings=_AS_THEY_ARE, add_help_option=False)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def sandbox(arguments: tuple[str, ...]) -> int:
    """Run a local Ejento to try all this on."""
    from ..sandbox.__main__ import main

    return main(arguments, prog="ejento sandbox")


@click.command(context_settings=_AS_THEY_ARE, add_help_option=False)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
@click.pass_context
def verify(context: click.Context, arguments: tuple[str, ...]) -> int:
    """Hold the SDK's spec against your deployment."""
    from ..verify._cli import main

    with _environment(connection_of(context)):
        return main(arguments, prog="ejento verify")


@contextmanager
def _environment(connection: Connection) -> Generator[None]:
    """Say in the environment, where the program looks, what was said to the command line."""
    file = connection.login_file()
    said = {
        "EJENTO_BASE_URL": connection.base_url,
        "EJENTO_TIMEOUT": connection.timeout,
        "EJENTO_TOKEN_FILE": file,
    }
    before = dict(os.environ)
    os.environ.update({name: str(value) for name, value in said.items() if value})
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)
