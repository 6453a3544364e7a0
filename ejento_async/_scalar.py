"""A value as text: the way that it stands in a query, a form, a header or a part of a body."""

from __future__ import annotations

import re
from datetime import date, datetime
from enum import Enum

from ._protocol import Unset
from ._secret import Secret

HEADER_NAME = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")


def scalar(value: object, name: str) -> str:
    """Write a value as text.

    Raises:
        TypeError: it has no such form; the message has the name of the argument.
        ValueError: it cannot be written; likewise.
    """
    if isinstance(value, Secret):
        return value.reveal()
    if isinstance(value, Enum) and not isinstance(value, Unset):
        value = value.value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return encodable(str(value), name)
    if isinstance(value, int | float):
        return number(value, name)
    if isinstance(value, datetime | date):
        return value.isoformat()
    msg = f"{name}: expected text, a number, a bool, a date or a File, got {type(value).__name__}"
    raise TypeError(msg)


def number(value: float, name: str) -> str:
    """Write a number; `ValueError` when it has more digits than Python writes."""
    try:
        return str(value)
    except ValueError:
        msg = f"{name}: expected a number of fewer digits"
        raise ValueError(msg) from None


def encodable(text: str, name: str) -> str:
    """Return a text; `ValueError` when it is none in UTF-8, such as a file name of broken bytes."""
    try:
        text.encode()
    except UnicodeEncodeError:
        msg = f"{name}: expected text that can be encoded as UTF-8"
        raise ValueError(msg) from None
    return text
