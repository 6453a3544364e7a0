"""Decoding JSON quickly, and what a piece of it is, in a way that type checkers understand."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, TypeGuard, TypeVar

D = TypeVar("D", bytes, str)

LARGE = 2048
"""Characters from which on it pays to decode quickly: below, there is nothing to be gained."""


@cache
def quick() -> Callable[[bytes | str], Any] | None:
    """Return a decoder that is faster than Python's own, if there is one: the extra `speed`."""
    try:
        from msgspec.json import decode
    except ImportError:
        return None
    return decode


def decode_with(thorough: Callable[[D], Any], data: D) -> Any:
    """Decode JSON by the quick decoder if it is large, and what that refuses by another one.

    So what is JSON, and what it means, does not depend on which decoders are installed.

    Raises:
        ValueError: as the thorough one does.
        RecursionError: likewise.
    """
    decode = quick() if len(data) >= LARGE else None
    if decode is not None:
        try:
            return decode(data)
        except (ValueError, RecursionError):
            pass
    return thorough(data)


def is_object(value: object) -> TypeGuard[dict[str, Any]]:
    """Whether it is an object."""
    return isinstance(value, dict)


def is_array(value: object) -> TypeGuard[list[Any]]:
    """Whether it is an array."""
    return isinstance(value, list)
