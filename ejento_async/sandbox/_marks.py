"""What users used last and what they gave a star."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

Mark = Literal["Recent agent", "Starred agent", "Recent project", "Recent team"]


class Marks:
    """Marks that users put on records, each with an id of its own."""

    def __init__(self, new_id: Callable[[str], int]) -> None:
        self._new_id = new_id
        self._ids: dict[tuple[Mark, int, int], int] = {}

    def add(self, mark: Mark, user_id: int, record_id: int) -> int:
        """Mark a record, or make its mark the latest; return the id of the mark."""
        key = (mark, user_id, record_id)
        number = self._ids.pop(key, None) or self._new_id(mark)
        self._ids[key] = number
        return number

    def remove(self, mark: Mark, user_id: int, record_id: int) -> bool:
        """Take a mark away; return whether there was one."""
        return self._ids.pop((mark, user_id, record_id), None) is not None

    def of(self, mark: Mark, user_id: int) -> dict[int, int]:
        """Return the ids of a user's marks by the ids of the records, the latest first."""
        return {
            record_id: number
            for (kind, owner_id, record_id), number in reversed(self._ids.items())
            if kind == mark and owner_id == user_id
        }
