"""Records whose members the spec does not know: kept as they were sent, with an id and a trail."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ._links import linked
from ._records import Trail
from ._replies import not_found
from ._spec import Json


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of open records.

    Attributes:
        label: what messages call one of them.
        parameter: the path parameter that holds the id of one.
        page: the name of the list in paged answers; none if the list is not paged.
        defaults: what a new record has unless it is sent.
    """

    label: str
    parameter: str = ""
    page: str = ""
    defaults: Mapping[str, Any] = field(default_factory=dict[str, Any], hash=False)


@dataclass(slots=True)
class OpenRecord:
    """One record with the members that it was sent with."""

    id: int
    members: Json
    trail: Trail

    @property
    def name(self) -> str:
        """What the record calls itself, or nothing."""
        name = self.members.get("name")
        return name if isinstance(name, str) else ""


class OpenRecords:
    """The open records of a sandbox, by kind and id."""

    def __init__(self, new_id: Callable[[str], int]) -> None:
        self._new_id = new_id
        self._tables: defaultdict[str, dict[int, OpenRecord]] = defaultdict(dict)

    def add(
        self, kind: Kind, members: Json, trail: Trail, *, number: int | None = None
    ) -> OpenRecord:
        """Keep a new record, under a number of its own unless one is given."""
        number = self._new_id(kind.label) if number is None else number
        record = OpenRecord(number, {**kind.defaults, **members}, trail)
        self._tables[kind.label][number] = record
        return record

    def get(self, kind: Kind, number: int) -> OpenRecord:
        """Return a record; raises a 404 refusal."""
        record = self._tables[kind.label].get(number)
        if record is None:
            raise not_found(kind.label)
        return record

    def all(self, kind: Kind) -> list[OpenRecord]:
        """Return the records of a kind, oldest first."""
        return list(self._tables[kind.label].values())

    def of(self, kind: Kind, name: str, number: int) -> list[OpenRecord]:
        """Return the records of a kind that refer to a record of that name and number."""
        return [record for record in self.all(kind) if number in linked(record.members, name)]

    def find(self, kind: Kind, members: Json) -> OpenRecord | None:
        """Return the first record that has some members, or None."""
        wanted = members.items()
        return next((item for item in self.all(kind) if wanted <= item.members.items()), None)

    def remove(self, kind: Kind, number: int) -> None:
        """Forget a record; raises a 404 refusal."""
        self.get(kind, number)
        del self._tables[kind.label][number]

    def remove_below(self, kinds: Iterable[Kind], name: str, number: int) -> None:
        """Forget the records of some kinds that belong to a record which is deleted."""
        for kind in kinds:
            for record in self.of(kind, name, number):
                del self._tables[kind.label][record.id]
