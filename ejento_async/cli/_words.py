"""Words of other people, made safe to show on a terminal."""

from __future__ import annotations

import json
import os
import re
import sys
from typing import Any, Final

import click

_CONTROL: Final = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
"""All that moves a cursor, changes colours or the direction of writing, and halves of characters,
which cannot be written at all; not tab and new line."""

LONGEST: Final = 500
"""Characters of a line about a failure."""


def tame(text: str) -> str:
    """Drop control characters: what a server sends is not to steer the terminal."""
    return _CONTROL.sub("", text)


def one_line(text: str) -> str:
    """Make one line of a text, and not an endless one."""
    line = tame(" ".join(text.split()))
    return line if len(line) <= LONGEST else f"{line[:LONGEST]}..."


def aside(text: str, *, err: bool = False) -> None:
    """Print what is said beside the matter itself, dim where that can be seen."""
    plain = os.environ.get("TERM") == "dumb" or os.environ.get("NO_COLOR")
    click.echo(text if plain else click.style(text, dim=True), err=err)


def json_text(value: Any, *, indent: int | None = None) -> str:
    """Write JSON, readable as far as stdout has the characters for it."""
    unicode = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    text = json.dumps(value, ensure_ascii=not unicode, indent=indent)
    # Halves of characters, which JSON has an escape for and UTF-8 nothing.
    return text.encode("utf-8", "backslashreplace").decode()


def size_of(number: int) -> str:
    """Write a number of bytes for people."""
    if number < 1000:
        return f"{number} B"
    power = min((len(str(number)) - 1) // 3, 3)
    size, unit = number / 1000**power, ("B", "kB", "MB", "GB")[power]
    return f"{size:.1f} {unit}" if size < 10 else f"{size:.0f} {unit}"


def count(number: int, noun: str) -> str:
    """Write `1 file`, `2 files`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
