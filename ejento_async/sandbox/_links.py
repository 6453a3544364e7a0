"""Reading and writing the ids by which an open record refers to others.

The spec does not say how bodies name users, teams or agents, so the usual forms are all understood:
`user`, `user_id`, `users`, `user_ids`, each with a number, an object with an `id`, or a list.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from ._spec import Json


def linked(members: Json, name: str) -> list[int]:
    """Return the ids that some members hold for a name; the first form that has any counts."""
    for key in _forms(name):
        found = _ids(members.get(key))
        if found:
            return list(dict.fromkeys(found))
    return []


def link(members: Json, name: str, numbers: Iterable[int]) -> None:
    """Add ids to those that the members hold for a name."""
    _write(members, name, [*linked(members, name), *numbers])


def unlink(members: Json, name: str, numbers: Iterable[int]) -> None:
    """Remove ids from those that the members hold for a name."""
    gone = set(numbers)
    _write(members, name, [number for number in linked(members, name) if number not in gone])


def _write(members: Json, name: str, numbers: list[int]) -> None:
    for key in _forms(name):
        members.pop(key, None)
    members[f"{name}s"] = list(dict.fromkeys(numbers))


def _forms(name: str) -> tuple[str, ...]:
    return name, f"{name}_id", f"{name}s", f"{name}_ids"


def _ids(value: Any) -> list[int]:
    if isinstance(value, int):
        return [] if isinstance(value, bool) else [value]
    if isinstance(value, dict):
        return _ids(cast("Json", value).get("id"))
    if isinstance(value, list):
        return [number for item in cast("list[object]", value) for number in _ids(item)]
    return []
