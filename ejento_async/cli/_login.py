"""`ejento login`, `logout` and `whoami`: the tokens that later commands use."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ._connection import CREDENTIALS, Connection, connection_of, connection_options
from ._words import tame

if TYPE_CHECKING:
    from ..models import User

_TOKEN_FILE = "EJENTO_TOKEN_FILE"  # noqa: S105 - the name of a variable
_file_option = click.option(
    "--token-file",
    type=click.Path(dir_okay=False, path_type=Path),
    help=f"Where the tokens are kept [{_TOKEN_FILE}]. By default in a file for this deployment in "
    "your configuration folder.",
)


@connection_options
@click.command()
@click.option("--email", help="E-mail address to log in with [EJENTO_EMAIL]; asked for otherwise.")
@click.option("--password-stdin", is_flag=True, help="Read the password from stdin.")
@_file_option
@click.pass_context
def login(
    context: click.Context, *, email: str | None, password_stdin: bool, token_file: Path | None
) -> None:
    """Log in with e-mail and password.

    Keeps the tokens in a file that only you can read; they renew themselves for as long as they
    are used. The password is kept nowhere.
    """
    connection = connection_of(context)
    email = email or os.environ.get("EJENTO_EMAIL") or _asked("E-mail", "--email")
    if password_stdin:
        password = sys.stdin.readline().rstrip("\r\n")
    else:
        password = os.environ.get("EJENTO_PASSWORD") or _asked("Password", "--password-stdin")
    file = _file(connection, token_file)
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    user = asyncio.run(_log_in(connection, email, password, file))
    click.echo(f"Logged in as {_words(user)}.")
    if file == connection.token_file():
        others = [name for name in CREDENTIALS if os.environ.get(name)]
        note = f" once you unset {', '.join(others)}" if others else ""
        click.echo(f"Later commands use these tokens{note}; for programs that use the SDK:")
    elif os.environ.get(_TOKEN_FILE) != str(file):
        click.echo("For later commands, and for programs that use the SDK:")
    click.echo(f"  export {_TOKEN_FILE}={_quoted(file)}")


@connection_options
@click.command()
@_file_option
@click.pass_context
def logout(context: click.Context, *, token_file: Path | None) -> None:
    """Forget the tokens of the login.

    Ejento has no call that ends a login: the tokens are good until they expire, but nobody here
    knows them any more.
    """
    file = _file(connection_of(context), token_file)
    known = file.exists()
    for one in (file, file.with_name(f"{file.name}.lock")):
        one.unlink(missing_ok=True)
    click.echo(f"Removed {file}." if known else "Nobody was logged in.")


@connection_options
@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON, for programs.")
@click.pass_context
def whoami(context: click.Context, *, as_json: bool) -> None:
    """Show who is logged in."""
    connection = connection_of(context)

    async def ask() -> None:
        async with connection.client() as client:
            user, place = await client.v2.users.get_me(), client.base_url
        if as_json:
            from ._results import Form, show

            await show(user, Form(json=True))
        else:
            click.echo(f"{_words(user)}\n{place}")

    asyncio.run(ask())


async def _log_in(connection: Connection, email: str, password: str, file: Path) -> User:
    from .. import FileTokenStore, Password, TokenPair, Tokens

    # The login needs the API key alone; the credentials are for the case that more is wanted.
    async with connection.client(credentials=Password(email, password)) as client:
        pair = await client.v2.authentication.login(username=email, password=password)
    del password
    store = FileTokenStore(file)
    async with store.lock():
        await store.save(Tokens.issued(pair.ejento_access_token, pair.access_token))
    # Asked with what was kept, so that whoever is greeted can go on.
    async with connection.client(credentials=TokenPair(store=store)) as client:
        return await client.v2.users.get_me()


def _file(connection: Connection, chosen: Path | None) -> Path:
    named = os.environ.get(_TOKEN_FILE)
    return chosen or (Path(named) if named else connection.token_file())


def _asked(what: str, option: str) -> str:
    if not sys.stdin.isatty():
        msg = f"there is no terminal to ask for the {what.lower()}: use {option}"
        raise click.UsageError(msg)
    answer: str = click.prompt(what, hide_input=what == "Password", err=True)
    return answer


def _words(user: User) -> str:
    name = " ".join(part for part in (user.first_name, user.last_name) if part)
    return tame(f"{name} <{user.email}>" if name else str(user.email))


def _quoted(file: Path) -> str:
    import shlex

    return shlex.quote(str(file))
