"""Answers where no terminal shows them: as text, as JSON, as lines of JSON."""

from __future__ import annotations

import re
from typing import Any, Final, Protocol
from urllib.parse import unquote, urlsplit

import attrs
import click

from .. import (
    AnswerEvent,
    AnswerFile,
    FinalAnswer,
    ReflectionUpdate,
    StatusUpdate,
    TaskList,
    TextDelta,
    ThoughtDelta,
)
from ..models import AgentAnswer, Reference
from ._words import json_text, tame

Event = AnswerEvent[AgentAnswer]


class Screen(Protocol):
    """Shows answers, one after the other."""

    def show(self, event: Event) -> None:
        """Show an event of the answer that is being written."""
        ...

    def finish(self, answer: AgentAnswer, seconds: float) -> None:
        """Show what is known when the whole answer is there."""
        ...

    def stop(self) -> None:
        """Leave what is shown of an answer that will not be whole, so that a line can follow."""
        ...


class PlainScreen:
    """Text as it comes, and the references below it; no escape codes.

    Args:
        verbose: whether to say what the answer took, on stderr.
    """

    def __init__(self, *, verbose: bool) -> None:
        self._verbose = verbose
        self._begun = False

    def show(self, event: Event) -> None:
        if isinstance(event, TextDelta):
            self._begun = True
            click.echo(tame(event.text), nl=False)

    def finish(self, answer: AgentAnswer, seconds: float) -> None:
        # An answer that was blocked, or comes from the cache, may come all at once.
        click.echo("" if self._begun else tame(answer.answer or ""))
        self._begun = False
        references = [f"[{one.number}] {tame(one.url or '')}" for one in references_of(answer)]
        if references:
            click.echo("\n" + "\n".join(references))
        if self._verbose:
            click.echo(f"{facts(answer, seconds)}.", err=True)

    def stop(self) -> None:
        if self._begun:
            click.echo()
        self._begun = False


class JsonScreen:
    """The whole answer as one JSON document, when it is there."""

    def show(self, event: Event) -> None:
        """Wait for the rest."""

    def finish(self, answer: AgentAnswer, seconds: float) -> None:  # noqa: ARG002
        click.echo(json_text(answer.to_dict(), indent=2))

    def stop(self) -> None:
        """Nothing was shown."""


class JsonLinesScreen:
    """Each event as a line of JSON: `event` is its kind, the rest its members."""

    def show(self, event: Event) -> None:
        click.echo(json_text({"event": _KINDS.get(type(event), "unknown"), **_members(event)}))

    def finish(self, answer: AgentAnswer, seconds: float) -> None:
        """Nothing more: the last event had it."""

    def stop(self) -> None:
        """Lines are whole."""


def references_of(answer: AgentAnswer) -> list[Reference]:
    """Return what the answer refers to, in the order of its numbers, each once."""
    found = {one.url: one for one in reversed(answer.references or []) if one.url}
    return sorted(found.values(), key=lambda one: (one.number is None, one.number or 0))


def name_of(url: str) -> str:
    """Return the file name at the end of a URL, without the number that the server puts before it."""
    last = unquote(urlsplit(url).path.rstrip("/").rpartition("/")[2])
    return re.sub(r"^\d+-(?=.)", "", last)


def facts(answer: AgentAnswer, seconds: float) -> str:
    """Say what an answer took."""
    parts = [f"{seconds:.1f} s"]
    if answer.total_tokens is not None:
        parts.append(
            f"{answer.total_tokens} tokens "
            f"({answer.prompt_tokens} in, {answer.completion_tokens} out)"
        )
    if answer.thread_id is not None:
        parts.append(f"thread {answer.thread_id}")
    if answer.cache_hit:
        parts.append("from the cache")
    return ", ".join(parts)


_KINDS: Final[dict[type[object], str]] = {
    TextDelta: "text",
    ThoughtDelta: "thought",
    StatusUpdate: "status",
    ReflectionUpdate: "reflection",
    TaskList: "tasks",
    AnswerFile: "file",
    FinalAnswer: "final",
}


def _members(event: Event) -> dict[str, Any]:
    if isinstance(event, FinalAnswer):
        return {"step": event.step, "message": event.message, "output": event.output.to_dict()}
    members = attrs.asdict(
        event, filter=lambda attribute, _: attribute.name not in ("data", "event")
    )
    return {
        name: value.isoformat() if hasattr(value, "isoformat") else value
        for name, value in members.items()
    }
