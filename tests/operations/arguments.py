"""Arguments for a method, made from the schemas of its operation.

Deterministic: the same operation always gets the same arguments. Values that mean something to the
server, such as the id of a record that exists, come by name from the caller.
"""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ejento_async import File

from .spec import Json, Operation, shape_of

_TEXTS = {
    "date-time": "2026-01-15T09:30:00.123456Z",
    "date": "2026-01-15",
    "uuid": "3f2b8c1e-6d4a-4f7b-9a1e-2c5d8e7f9a10",
    "email": "ada@example.com",
    "uri": "https://example.com/",
    "password": "correct-horse",
}
_RANK = {"path": 0, "query": 1, "header": 2, "body": 3}
OPEN_BODY: Json = {"name": "A name", "of which": ["nothing", 1, 0.5, None, {"is": "documented"}]}
FILE_NAME = "leave.txt"
FILE_CONTENT = b"Sixteen weeks of leave."


@dataclass
class Arguments:
    """What to call a method with, and what the request must then hold."""

    positional: list[Any] = field(default_factory=list)
    keywords: dict[str, Any] = field(default_factory=dict)
    path: dict[str, Any] = field(default_factory=dict)
    query: dict[str, Any] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    body: dict[str, Any] = field(default_factory=dict)
    """Members by their names on the wire; a file is an `ejento_async.File`."""


def arguments_for(
    operation: Operation,
    values: Mapping[str, Any] | None = None,
    *,
    also: Iterable[str] = (),
    everything: bool = False,
) -> Arguments:
    """Make arguments for an operation.

    Args:
        operation: the operation.
        values: values by the name that a parameter or a member of the body has on the wire, as
            far as any will not do; `path.name` for one that means what is in the path alone.
        also: members of the body to give though they are optional.
        everything: give optional arguments too, and the last value of enums in place of the first.
    """
    values = values or {}
    names = argument_names(operation)
    made = Arguments()
    for parameter in operation.parameters:
        if not (parameter.required or everything):
            continue
        value = values.get(parameter.name, instance(parameter.schema, everything=everything))
        value = values.get(f"{parameter.place}.{parameter.name}", value)
        if parameter.place == "header" and parameter.name not in values:
            value = _ascii(value)
        if parameter.place == "path":
            made.positional.append(value)
            made.path[parameter.name] = value
            continue
        made.keywords[names[parameter.place, parameter.name]] = value
        if parameter.place == "query":
            made.query[parameter.name] = value
        else:
            made.headers[parameter.name] = str(value)
    body = operation.body
    if body is not None and body.open:
        made.body = dict(values.get("body", OPEN_BODY))
        made.keywords["body"] = made.body
    elif body is not None:
        for name, schema in body.properties.items():
            if name in body.required or everything or name in also:
                value = values.get(name, instance(schema, everything=everything))
                value = values.get(f"body.{name}", value)
                made.keywords[names["body", name]] = value
                made.body[name] = value
    return made


def argument_names(operation: Operation) -> dict[tuple[str, str], str]:
    """Return the names of the arguments of a method by place and name on the wire.

    A name that stands in two places means the one in the path, else the parameter; the other
    is called after its place.
    """
    names: dict[tuple[str, str], str] = {}
    places: list[tuple[str, str]] = [(item.place, item.name) for item in operation.parameters]
    if operation.body is not None:
        places += [("body", name) for name in operation.body.properties]
    for place, wire in sorted(places, key=lambda item: _RANK[item[0]]):
        name = python_name(wire)
        names[place, wire] = f"{place}_{name}" if name in names.values() else name
    return names


def python_name(wire: str) -> str:
    """Return the name of an argument: words in lower case with underscores between them."""
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", wire)
    name = re.sub(r"\W+", "_", words).lower()
    return f"{name}_" if keyword.iskeyword(name) else name


def instance(schema: Json, *, everything: bool = True, inside: tuple[str, ...] = ()) -> Any:
    """Make a value that a schema allows.

    Args:
        schema: the schema.
        everything: give objects their optional members too, arrays two items in place of one.
        inside: the records that the value is in; none of them comes again further inside.
    """
    shape = shape_of(schema)
    if shape.enum:
        return shape.enum[-1 if everything else 0]
    if shape.component is not None or shape.members:
        within = (*inside, shape.component or "")
        return {
            name: instance(member, everything=everything, inside=within)
            for name, member in shape.members.items()
            if (everything or name in shape.required) and not _repeats(member, within)
        }
    if not shape.types:
        return {"form": ["not documented", 1, None]}
    if "array" in shape.types:
        if _repeats(shape.items, inside):
            return []
        count = 2 if everything else 1
        return [instance(shape.items, everything=everything, inside=inside)] * count
    if "object" in shape.types:
        value = {} if shape.values is None else shape.values
        return {"any name": instance(value, everything=everything, inside=inside)}
    return _scalar(shape.types, shape.format, schema)


def _scalar(types: frozenset[str], written: str | None, schema: Json) -> Any:
    if "string" in types and written == "binary":
        return File(FILE_CONTENT, name=FILE_NAME)
    if "integer" in types:
        return schema.get("minimum", 3)
    if "number" in types:
        return 0.5
    if "boolean" in types:
        return True
    if "string" in types:
        return _TEXTS.get(written or "", "a text, not ASCII: é, 数 & <b>")
    return None


def _ascii(value: Any) -> Any:
    return value.encode("ascii", "ignore").decode() if isinstance(value, str) else value


def _repeats(schema: Json, inside: tuple[str, ...]) -> bool:
    """Whether a member leads back to a record that it is in."""
    shape = shape_of(schema)
    return (shape.component or shape_of(shape.items).component) in inside if inside else False
