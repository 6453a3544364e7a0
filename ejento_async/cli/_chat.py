"""`ejento chat`: one question, or a conversation."""

from __future__ import annotations

import asyncio
import sys
import time
from typing import TYPE_CHECKING, Final, Literal

import click

from ._connection import Connection, connection_of, connection_options
from ._words import aside, tame

if TYPE_CHECKING:
    from .. import AnswerStream, EjentoClient
    from ..models import AgentAnswer
    from ._screens import Screen


_LOG_FROM: Final = 2
"""-v says what an answer took, and only -vv what the SDK does: its lines would stand in the text."""


@connection_options
@click.command()
@click.argument("agent", type=int, help="Id of the agent.")
@click.argument(
    "question", nargs=-1, help="The question; `-` reads it from stdin, none begins a conversation."
)
@click.option("--thread", type=int, metavar="ID", help="Go on in this chat thread.")
@click.option("--json", "form", flag_value="json", help="Print the whole answer as JSON.")
@click.option(
    "--jsonl", "form", flag_value="jsonl", help="Print each event, as it comes, as a line of JSON."
)
@click.pass_context
def chat(
    context: click.Context,
    *,
    agent: int,
    question: tuple[str, ...],
    thread: int | None,
    form: Literal["json", "jsonl"] | None,
) -> int:
    """Ask an agent, once or in a conversation.

    The answer appears as it is written, then what it refers to. With -v it also says how many
    tokens it took, and how long.
    """
    connection = connection_of(context)
    words = " ".join(question)
    if not words:
        return _converse(connection, agent, thread, form)
    if words == "-":
        words = sys.stdin.read().strip()
        if not words:
            raise click.UsageError("there is no question in stdin")

    async def ask_once() -> None:
        async with connection.client(log_from=_LOG_FROM) as client:
            await ask(client, agent, words, thread, _screen(connection, form))

    asyncio.run(ask_once())
    return 0


async def ask(
    client: EjentoClient, agent: int, question: str, thread: int | None, screen: Screen
) -> AgentAnswer:
    """Ask one question and show the answer as it comes. Cancelling stops the answer upstream."""
    started = time.monotonic()
    responses = client.v2.agent_responses
    stream: AnswerStream[AgentAnswer] = (
        responses.stream(agent, user_query=question)
        if thread is None
        else responses.stream(agent, user_query=question, chat_thread_id=thread)
    )
    try:
        async with stream as answer:
            async for event in answer:
                screen.show(event)
    except BaseException:
        screen.stop()
        raise
    screen.finish(stream.final, time.monotonic() - started)
    return stream.final


def _screen(connection: Connection, form: str | None) -> Screen:
    from . import _screens

    if form == "json":
        return _screens.JsonScreen()
    if form == "jsonl":
        return _screens.JsonLinesScreen()
    if sys.stdout.isatty():
        from ._terminal import TerminalScreen

        return TerminalScreen(verbose=connection.verbose > 0)
    return _screens.PlainScreen(verbose=connection.verbose > 0)


def _converse(connection: Connection, agent: int, thread: int | None, form: str | None) -> int:
    """Ask question after question in one thread, until /exit, Ctrl-D, or Ctrl-C at the prompt."""
    if not sys.stdin.isatty() or form is not None:
        raise click.UsageError("give a question, or `-` to read it from stdin")
    from .. import EjentoError
    from ._failures import NOT_READY, explain, status_of
    from ._terminal import read_line

    screen = _screen(connection, form)
    with asyncio.Runner() as runner:
        client = connection.client(log_from=_LOG_FROM)
        try:
            found = runner.run(client.v2.agents.get(agent))
            name = tame(found.agent_name or f"agent {agent}")
            aside(f"{name}. Ctrl-C stops an answer; /exit, or Ctrl-D, leaves.\n")
            while (question := read_line()) is not None:
                try:
                    answer = runner.run(ask(client, agent, question, thread, screen))
                    thread = answer.thread_id or thread
                except KeyboardInterrupt:
                    aside("Stopped.")
                except EjentoError as error:
                    click.echo(f"ejento: {explain(error)}", err=True)
                    if status_of(error) == NOT_READY:
                        return NOT_READY
                click.echo()
        finally:
            runner.run(client.aclose())
    if thread is not None:
        aside(f"To go on: ejento chat {agent} --thread {thread}")
    return 0
