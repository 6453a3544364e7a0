"""Where in the answers of which operations each record stands."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from .arguments import instance
from .spec import OPERATIONS, Json, Operation, shape_of

Steps = tuple[str | int, ...]


@dataclass(frozen=True)
class Place:
    """One place where records of one kind stand.

    Attributes:
        component: name of the record.
        operation: the operation that answers with it.
        steps: names and indexes that lead to it from the root of the body.
        holder: the record that it is a member of, or how it stands in `data`.
    """

    component: str
    operation: Operation
    steps: Steps
    holder: str

    @property
    def path(self) -> str:
        """The path as errors write it."""
        return written(self.steps)


def written(steps: Steps) -> str:
    """Write a path as errors do: `data.documents[1].id`."""
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps)
    return text.removeprefix(".")


@cache
def places() -> dict[str, list[Place]]:
    """Return the places of each record: one for each kind of holder, in the shortest answer."""
    found: dict[tuple[str, str], Place] = {}
    for operation in OPERATIONS.values():
        if operation.kind in ("data", "page", "stream") and operation.data is not None:
            for place in _places_in(operation):
                key = (place.component, place.holder)
                if key not in found or _cost(place) < _cost(found[key]):
                    found[key] = place
    by_component: dict[str, list[Place]] = {}
    for place in found.values():
        by_component.setdefault(place.component, []).append(place)
    return by_component


def _cost(place: Place) -> tuple[bool, int]:
    return place.operation.node.get("deprecated", False), len(_text_of(place.operation.id))


@cache
def _text_of(operation_id: str) -> str:
    operation = OPERATIONS[operation_id]
    if operation.data is None:
        return json.dumps({"success": True, "message": "Done."})
    data = instance(operation.data)
    if operation.kind == "page":
        for name in ("page", "pages"):
            put(data, operation.node["x-pagination"][name], 1)
    if operation.kind == "stream":
        return json.dumps({"step": "end", "message": "", "success": True, "output": data})
    enveloped = {"success": True, "message": "Done.", "data": data}
    return json.dumps(enveloped if operation.enveloped else data)


def body_of(operation: Operation) -> Any:
    """Make an answer with everything in it, anew each time; of a stream, its last event."""
    return json.loads(_text_of(operation.id))


def put(data: Json, path: str, value: Any) -> None:
    """Set a member by its dotted path."""
    *outer, name = path.split(".")
    for step in outer:
        data = data[step]
    data[name] = value


def _places_in(operation: Operation) -> Iterator[Place]:
    assert operation.data is not None
    if operation.kind == "page":
        # The object with the pages of a list is taken apart, it is no record.
        name = operation.node["x-pagination"]["items"]
        items = shape_of(operation.data).members[name]
        yield from _walk(operation, items, ("data", name), "page", ())
    else:
        root = "output" if operation.kind == "stream" else "data"
        steps: Steps = (root,) if operation.kind == "stream" or operation.enveloped else ()
        yield from _walk(operation, operation.data, steps, operation.kind, ())


def _walk(
    operation: Operation, schema: Json, steps: Steps, holder: str, inside: tuple[str, ...]
) -> Iterator[Place]:
    shape = shape_of(schema)
    if "array" in shape.types:
        # The second item, so that the index is seen to be counted.
        yield from _walk(operation, shape.items, (*steps, 1), f"{holder}[]", inside)
    elif shape.values is not None:
        yield from _walk(operation, shape.values, (*steps, "any name"), f"{holder} by name", inside)
    elif shape.component is not None and shape.component not in inside:
        yield Place(shape.component, operation, steps, holder)
        for name, member in shape.members.items():
            within = (*inside, shape.component)
            yield from _walk(operation, member, (*steps, name), f"{shape.component}.{name}", within)
