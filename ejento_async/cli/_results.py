"""What a call returned, shown to people or printed for programs."""

from __future__ import annotations

import sys
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, TypeGuard, cast

import click

from .. import AnswerStream, DocumentHandle, Download, Page, TextDelta
from .._json import is_array, is_object
from .._model import Model
from .._secret import MASK, is_secret_name
from ._words import count, json_text, size_of, tame

_HANDLE: Final = ("id", "corpus_id", "source", "access_url", "step")


@dataclass(frozen=True)
class Form:
    """How a result is wanted.

    Attributes:
        json: as JSON.
        columns: these columns of a table; none: those that fit.
        output: the file for a download; `-` is stdout.
        show_secrets: whether credentials are printed.
    """

    json: bool = False
    columns: tuple[str, ...] = ()
    output: str | None = None
    show_secrets: bool = False


async def show(result: Any, form: Form) -> None:
    """Print a result; streams, downloads and walks are read to their end."""
    if _is_stream(result):
        await _show_stream(result, form)
    elif isinstance(result, Download):
        await _save(result, form)
    elif isinstance(result, AsyncGenerator):
        async with aclosing(cast("AsyncGenerator[Any, None]", result)) as walk:
            async for item in walk:
                _print_json(_plain(item, form), indent=None)
    elif form.json:
        _print_json(_plain(result, form))
    else:
        _show_plain(result, form)


def _is_stream(value: object) -> TypeGuard[AnswerStream[Any]]:
    return isinstance(value, AnswerStream)


def _is_page(value: object) -> TypeGuard[Page[Any]]:
    return isinstance(value, Page)


def _show_plain(result: Any, form: Form) -> None:
    from ._tables import list_in, print_record, print_table

    plain = _plain(result, form)
    if _is_page(result):
        print_table(plain["items"], form.columns)
        click.echo(_place(result), err=True)
    elif is_array(plain) and all(is_object(row) for row in plain):
        print_table(cast("list[dict[str, Any]]", plain), form.columns)
    elif is_object(plain):
        wrapped = list_in(plain)
        rest = {name: value for name, value in plain.items() if name != wrapped}
        if rest or not wrapped:
            print_record(rest)
        if wrapped:
            print_table(plain[wrapped], form.columns)
    elif is_array(plain):
        for item in plain:
            click.echo(_text(item))
    elif plain is None:
        click.echo("Done.", err=True)
    else:
        click.echo(_text(plain))


def _place(page: Page[Any]) -> str:
    of = "" if page.pages is None else f" of {page.pages}"
    total = "" if page.total is None else f", {count(page.total, 'record')} in all"
    return f"Page {page.number}{of}{total}."


def _text(value: Any) -> str:
    return tame(value) if isinstance(value, str) else json_text(value)


async def _show_stream(stream: AnswerStream[Any], form: Form) -> None:
    async with stream as answer:
        async for event in answer:
            if isinstance(event, TextDelta) and not form.json:
                click.echo(tame(event.text), nl=False)
        if form.json:
            _print_json(_plain(answer.final, form))
        else:
            click.echo()


async def _save(download: Download, form: Form) -> None:
    if form.output not in (None, "-"):
        async with download as body:
            path = await body.save(str(form.output))
        click.echo(f"{path}: {size_of(path.stat().st_size)}", err=True)
        return
    if form.output is None and sys.stdout.isatty():
        msg = "a file is not for the terminal: name one with -o FILE"
        raise click.UsageError(msg)
    async with download as body:
        async for chunk in body:
            sys.stdout.buffer.write(chunk)
        sys.stdout.buffer.flush()


def _print_json(value: Any, *, indent: int | None = 2) -> None:
    click.echo(json_text(value, indent=indent))


def _plain(value: Any, form: Form) -> Any:
    """Return a result as JSON-ready data, credentials masked unless they are wanted."""
    plain = _data(value)
    return plain if form.show_secrets else masked(plain)


def _data(value: Any) -> Any:
    match value:
        case Model():
            return value.to_dict()
        case DocumentHandle():
            return {name: getattr(value, name) for name in _HANDLE}
        case _ if _is_page(value):
            return {
                "items": [_data(item) for item in value.items],
                "page": value.number,
                "pages": value.pages,
                "total": value.total,
                "has_next": value.has_next,
            }
        case date():
            return value.isoformat()
        case _ if is_object(value):
            return {str(name): _data(member) for name, member in value.items()}
        case _ if is_array(value):
            return [_data(item) for item in value]
        case _:
            return value


def masked(value: Any) -> Any:
    """Return JSON-ready data in which the text of members that are credentials is masked.

    Other text is left as it is: what people wrote into documents is theirs, whatever it looks like.
    """
    if is_object(value):
        return {
            name: MASK
            if isinstance(member, str) and member and is_secret_name(name)
            else masked(member)
            for name, member in value.items()
        }
    return [masked(item) for item in value] if is_array(value) else value
