"""The lines by which a generated docstring says what is called, and how that is known."""

from __future__ import annotations

import re
from typing import Final

_TO_THE_END_OF_THE_PARAGRAPH: Final = r"(?P<rest>(?:.|\n(?!\n))*)"

WIRE: Final = re.compile(r"^`(?P<verb>[A-Z]+) (?P<path>/\S*)`(?P<often>.*)$", re.MULTILINE)
"""The HTTP call, on a line of its own, with what stands behind it: `, for each page`."""

EVIDENCE: Final = re.compile(
    rf"^Evidence: (?P<grade>[a-z-]+){_TO_THE_END_OF_THE_PARAGRAPH}", re.MULTILINE
)
"""How well the call is known, and from where."""

DEPRECATED: Final = re.compile(rf"^Deprecated: {_TO_THE_END_OF_THE_PARAGRAPH}", re.MULTILINE)
"""What to use instead."""


def verb(name: str) -> str:
    """Return an HTTP method as a coloured word."""
    return f'<span class="verb {name.lower()}">{name}</span>'


def badge(grade: str) -> str:
    """Return a grade of evidence as a badge, or nothing for none."""
    return f'<span class="badge {grade}">{grade}</span>' if grade else ""
