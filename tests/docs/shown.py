"""Output that a page shows, held against what was printed."""

from __future__ import annotations

import difflib
import re

_VARIES = (
    (re.compile(r"(127\.0\.0\.1|localhost):\d+"), "127.0.0.1:0"),
    (re.compile(r"\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d([.,]\d+)?)?(Z|\+00:00)?)?"), "1970-01-01"),
    (re.compile(r"\b\d+(\.\d+)? (ms|s)\b"), r"0 \2"),
)
"""Ports, days and lengths of time are never the same twice, and need not be."""


def difference(shown: str, printed: str) -> str | None:
    """Return how two outputs differ, or None when they do not.

    In what is shown, a line `...` stands for any lines, and `...` within a line for any text.
    """
    expected, got = _lines(shown), _lines(printed)
    if re.fullmatch("".join(map(_pattern, expected)), "".join(f"{line}\n" for line in got)):
        return None
    return "\n".join(difflib.unified_diff(expected, got, "shown", "printed", lineterm=""))


def _pattern(line: str) -> str:
    if line.strip() == "...":
        return r"(?:.*\n)*?"
    return ".*?".join(map(re.escape, line.split("..."))) + r"\n"


def _lines(text: str) -> list[str]:
    for varies, constant in _VARIES:
        text = varies.sub(constant, text)
    return [line.rstrip() for line in text.strip("\n").splitlines()]
