"""What the docstrings of resource methods say, taken apart for help on the command line."""

from __future__ import annotations

import inspect
import re
from dataclasses import dataclass, field, replace
from typing import Final

_ROUTE: Final = re.compile(r"`([A-Z]+) (/\S*)`(?:, for each page)?")
_ENTRY: Final = re.compile(r"(\w+): (.*)", re.DOTALL)


@dataclass(frozen=True)
class Described:
    """The parts of a docstring.

    Attributes:
        summary: its first sentence, without the full stop.
        verb: the HTTP method, or empty.
        route: the path, with placeholders, or empty.
        text: what it says besides, paragraph by paragraph.
        arguments: what it says of each argument, by name.
        returns: what comes back, or empty.
        evidence: where path and method are known from, or empty.
        deprecated: what to use instead, or empty.
    """

    summary: str = ""
    verb: str = ""
    route: str = ""
    text: tuple[str, ...] = ()
    arguments: dict[str, str] = field(default_factory=dict[str, str])
    returns: str = ""
    evidence: str = ""
    deprecated: str = ""


def read_docstring(docstring: str | None) -> Described:
    """Take a docstring apart."""
    paragraphs = inspect.cleandoc(docstring or "").split("\n\n")
    summary = _flowing(paragraphs[0]).removesuffix(".")
    found = Described(summary=summary)
    for paragraph in paragraphs[1:]:
        head, _, body = paragraph.partition("\n")
        route = _ROUTE.fullmatch(paragraph)
        if route is not None:
            found = replace(found, verb=route[1], route=route[2])
        elif head == "Args:":
            found = replace(found, arguments=_entries(body))
        elif head in ("Returns:", "Yields:"):
            found = replace(found, returns=_flowing(body))
        elif paragraph.startswith("Evidence: "):
            found = replace(found, evidence=_flowing(paragraph.removeprefix("Evidence: ")))
        elif paragraph.startswith("Deprecated: "):
            found = replace(found, deprecated=_flowing(paragraph.removeprefix("Deprecated: ")))
        elif head not in ("Raises:", "Attributes:") and not paragraph.startswith("    "):
            # What is indented is a program, and no help in a shell.
            found = replace(found, text=(*found.text, _flowing(paragraph)))
    return found


def _entries(body: str) -> dict[str, str]:
    """Read the entries of a section; their further lines are indented more."""
    entries: dict[str, str] = {}
    for entry in re.split(r"\n(?! )", inspect.cleandoc(body)):
        match = _ENTRY.match(entry)
        if match is not None:
            entries[match[1]] = _flowing(match[2])
    return entries


def _flowing(text: str) -> str:
    return " ".join(text.split())
