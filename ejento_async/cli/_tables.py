"""Records for people: many as a table of the columns that fit, one as a list of its members."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

import click
from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.table import Table
from rich.text import Text

from .._json import is_array, is_object
from ._words import aside, count, tame

WIDTH: Final = 100
"""Columns of characters where there is no terminal to ask, and no COLUMNS."""

_WIDEST: Final = 40
"""Characters of a cell."""

_GAP: Final = 2
_MOST: Final = 8
"""Columns of a table."""

_ENOUGH: Final = 4
"""Columns after which those that say little are left out, although there is room."""

_WRAPPING: Final = 4
"""Members that a wrapping around a list may have; more make it a record of its own."""

_NAMES: Final = re.compile(
    r"(?:\w+_)?(?:name|title|email\w*|subject|question)|user_query|alias|comment|mode|tag"
)
_LAST: Final = re.compile(r"is_\w+|created_\w+|modified_\w+|\w+_(?:url|id)|org|owner")
_MOMENT: Final = re.compile(
    r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?"
)


def print_table(rows: Sequence[Mapping[str, Any]], columns: Sequence[str] = ()) -> None:
    """Print records as a table.

    Args:
        rows: the records.
        columns: names of members, dotted for those of members; by default as many as fit, those
            first by which people know a record.
    """
    if not rows:
        click.echo("Nothing.", err=True)
        return
    console = _console()
    names = list(columns) or _fitting(rows, console.width)
    if console.is_terminal:
        table = Table(box=None, pad_edge=False, padding=(0, _GAP, 0, 0), header_style="bold")
        for name in names:
            table.add_column(name, overflow="ellipsis", no_wrap=True)
        for row in rows:
            table.add_row(*(Text(_cell(_member(row, name))) for name in names))
        console.print(table)
    else:
        # Who names the columns wants all that is in them.
        _print_plain(rows, names, _one_line if columns else _cell)
    left = len(_all_names(rows)) - len(names)
    if left > 0 and not columns:
        words = f"{count(len(rows), 'record')}; {left} more members: --columns or --json"
        aside(words, err=True)


def _print_plain(
    rows: Sequence[Mapping[str, Any]], names: Sequence[str], write: Callable[[Any], str]
) -> None:
    """Print a table without a terminal: no escape codes, no trailing blanks."""
    lines = [list(names), *([write(_member(row, name)) for name in names] for row in rows)]
    widths = [max(cell_len(line[place]) for line in lines) for place in range(len(names))]
    for line in lines:
        cells = (set_cell_size(cell, width) for cell, width in zip(line, widths, strict=True))
        click.echo((" " * _GAP).join(cells).rstrip())


def list_in(record: Mapping[str, Any]) -> str | None:
    """Return the member that is a list of records, of what is only a wrapping around one."""
    lists = [name for name, value in record.items() if is_array(value) and _is_nested(value)]
    wraps = len(lists) == 1 and "id" not in record and len(record) <= _WRAPPING
    return lists[0] if wraps else None


def print_record(record: Mapping[str, Any]) -> None:
    """Print one record whole: a line for each member, those of members under dotted names."""
    # By what people know it comes first, what is a record of its own last.
    names = sorted(
        record,
        key=lambda name: (_is_nested(record[name]), name != "id", not _NAMES.fullmatch(name)),
    )
    members = {name: record[name] for name in names}
    entries = [(name, _line(value)) for name, value in _flat(members)]
    width = max((cell_len(name) for name, _ in entries), default=0)
    console = _console()
    if console.is_terminal:
        table = Table.grid(padding=(0, _GAP, 0, 0))
        table.add_column(style="cyan", no_wrap=True)
        table.add_column(overflow="fold")
        for name, value in entries:
            table.add_row(Text(name), Text(value))
        console.print(table)
        return
    for name, value in entries:
        first, *more = value.split("\n")
        click.echo(f"{set_cell_size(name, width)}  {first}".rstrip())
        for line in more:
            click.echo(f"{' ' * width}  {line}".rstrip())


def _console() -> Console:
    console = Console(highlight=False, emoji=False, markup=False)
    if not console.is_terminal and not os.environ.get("COLUMNS"):
        console = Console(highlight=False, emoji=False, markup=False, width=WIDTH)
    return console


def _fitting(rows: Sequence[Mapping[str, Any]], width: int) -> list[str]:
    """Choose the columns that fit into so many characters, those first that matter most."""
    table = {name: [_cell(_member(row, name)) for row in rows] for name in _all_names(rows)}
    own_id = next(iter(table))

    def rank(name: str) -> int:
        if name == "id" or (name == own_id and name.endswith("_id")):
            return 0
        if len(rows) > 1 and len(set(table[name])) == 1:
            return 4  # says nothing of the records but what they have in common
        return _rank(name)

    chosen: list[str] = []
    room = width
    for name in sorted(table, key=rank):
        cells = table[name]
        if not any(cells) or (len(chosen) >= _ENOUGH and rank(name) > 2):
            continue
        needed = max(cell_len(cell) for cell in (name, *cells)) + (_GAP if chosen else 0)
        if needed <= room and len(chosen) < _MOST:
            chosen.append(name)
            room -= needed
    return chosen or [own_id]


def _rank(name: str) -> int:
    if _NAMES.fullmatch(name):
        return 1
    return 3 if _LAST.fullmatch(name) else 2


def _all_names(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    return list(dict.fromkeys(name for row in rows for name in row))


def _member(row: Mapping[str, Any], name: str) -> Any:
    """Return a member by its name, or by a dotted path; None when it is not there."""
    value: Any = row
    for part in [name] if name in row else name.split("."):
        value = value.get(part) if is_object(value) else None
    return value


def _cell(value: Any) -> str:
    cell = _one_line(value)
    return cell if cell_len(cell) <= _WIDEST else set_cell_size(cell, _WIDEST - 1).rstrip() + "…"


def _one_line(value: Any) -> str:
    return " ".join(_line(_short(value)).split())


def _short(value: Any) -> Any:
    """Return what stands for a member in a table: of a record what people know it by."""
    if is_object(value):
        names = [name for name in value if _NAMES.fullmatch(name)]
        known = [name for name in ("name", "title", "answer", *names, "id") if name in value]
        return value[known[0]] if known else ""
    if is_array(value):
        return count(len(value), "record") if any(map(is_object, value)) else value
    return value


def _line(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case str():
            moment = _MOMENT.fullmatch(value)
            return f"{moment[1]} {moment[2]}" if moment else tame(value)
        case _ if is_array(value):
            return ", ".join(_line(item) for item in value)
        case _:
            return str(value)


def _flat(value: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    if is_object(value) and value:
        for member, inner in value.items():
            yield from _flat(inner, f"{name}.{member}" if name else str(member))
    elif is_array(value) and _is_nested(value):
        for place, item in enumerate(value):
            yield from _flat(item, f"{name}[{place}]")
    else:
        yield name, "" if is_object(value) or value == [] else value


def _is_nested(value: Any) -> bool:
    if is_array(value):
        return any(is_object(item) or is_array(item) for item in value)
    return is_object(value)
