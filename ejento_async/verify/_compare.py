"""Where a body differs from its schema: by path, with what is expected and what was found.

Written for this, and not left to a validator: members that the schema does not name are of interest
here, a validator takes them for good; and no message may quote a value, since it may be anybody's.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple, cast

from attrs import Factory, frozen

from .._json import is_array, is_object
from .._model import ShapeError, moment
from ._operations import JSON

_PLAIN_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_-]{0,40}")
_MOST_ITEMS = 100
_MOST_NAMES = 20
NOTHING = "nothing"


class Difference(NamedTuple):
    """One place where a body differs, with kinds of values, never a value itself."""

    path: str
    expected: str
    found: str

    def __str__(self) -> str:
        expected = "not in the spec" if self.expected == NOTHING else f"expected {self.expected}"
        return f"{self.path or 'body'}: {expected}, found {self.found}"


@frozen
class Comparison:
    """What a comparison found.

    Attributes:
        differences: all of them, each once.
        open: what stands where the spec leaves everything open, by path.
        empty: paths of lists that had no items to compare.
        records: the records that came, with the names of their components, outer ones first.
    """

    differences: list[Difference] = Factory(list[Difference])
    open: dict[str, str] = Factory(dict[str, str])
    empty: list[str] = Factory(list[str])
    records: list[tuple[str, JSON]] = Factory(list[tuple[str, JSON]])


def compare(schema: JSON, value: Any, find: Callable[[str], JSON]) -> Comparison:
    """Compare a body with a schema; `find` returns what a reference points to."""
    walk = _Walk(find)
    walk.check(schema, value, "")
    found: dict[tuple[str, str], list[str]] = {}
    for path, expected, kind in walk.result.differences:
        kinds = found.setdefault((path, expected), [])
        if kind not in kinds:
            kinds.append(kind)
    walk.result.differences[:] = [
        Difference(path, expected, " or ".join(kinds)) for (path, expected), kinds in found.items()
    ]
    return walk.result


class _Flat(NamedTuple):
    """A schema with its references and the parts of `allOf` put into one."""

    kinds: tuple[str, ...]
    choices: list[JSON]
    members: dict[str, JSON]
    required: list[str]
    others: JSON | None
    items: JSON
    values: list[Any]
    format: str
    name: str


class _Walk:
    def __init__(self, find: Callable[[str], JSON]) -> None:
        self._find = find
        self.result = Comparison()

    def check(self, schema: JSON, value: Any, path: str) -> None:
        flat = self._flat(schema)
        if flat.choices:
            self._choose(flat.choices, value, path)
            return
        kind = kind_of(value)
        if not _fits(kind, flat.kinds):
            self._differ(path, self._expected(schema), kind)
        elif is_object(value):
            self._object(flat, value, path)
        elif is_array(value):
            self._array(flat, value, path)
        elif isinstance(value, str):
            self._text(flat, value, path)
        elif not flat.kinds:
            self.result.open.setdefault(path, kind)

    def _object(self, flat: _Flat, value: JSON, path: str) -> None:
        if flat.name:
            self.result.records.append((flat.name, value))
        for name in flat.required:
            if name not in value:
                self._differ(_at(path, name), self._expected(flat.members.get(name, {})), NOTHING)
        if not flat.members and not flat.others:
            self.result.open.setdefault(path, shape(value))
            return
        for name, member in value.items():
            if name in flat.members:
                self.check(flat.members[name], member, _at(path, name))
            elif flat.others is not None:
                self.check(flat.others, member, _at(path, "*"))
            else:
                self._differ(_at(path, _shown(name)), NOTHING, kind_of(member))

    def _array(self, flat: _Flat, value: list[Any], path: str) -> None:
        if not value:
            self.result.empty.append(path)
        for item in value[:_MOST_ITEMS]:
            self.check(flat.items, item, f"{path}[]")

    def _text(self, flat: _Flat, value: str, path: str) -> None:
        if not flat.kinds and not flat.values:
            self.result.open.setdefault(path, "string")
        elif flat.values and value not in flat.values:
            self._differ(
                path,
                f"one of the {len(flat.values)} values of {flat.name or 'the enum'}",
                "another",
            )
        elif flat.format == "date-time" and not _is_moment(value):
            self._differ(path, "date-time", "string")

    def _choose(self, choices: list[JSON], value: Any, path: str) -> None:
        """Hold a value against the alternative that it is of."""
        kind = kind_of(value)
        fitting = [choice for choice in choices if _fits(kind, self._flat(choice).kinds)]
        if not fitting:
            expected = dict.fromkeys(self._expected(choice) for choice in choices)
            self._differ(path, " or ".join(expected), kind)
        else:
            self.check(fitting[0], value, path)

    def _flat(self, schema: JSON) -> _Flat:
        name = ""
        while "$ref" in schema:
            name = str(schema["$ref"]).rpartition("/")[2]
            schema = self._find(schema["$ref"])
        parts = [self._flat(part) for part in cast("list[JSON]", schema.get("allOf", []))]
        members: dict[str, JSON] = {}
        for part in parts:
            members |= part.members
        members |= schema.get("properties", {})
        kinds = schema.get("type", [])
        kinds = (kinds,) if isinstance(kinds, str) else tuple(kinds)
        kinds = kinds or next((part.kinds for part in parts if part.kinds), ())
        own = schema.get("additionalProperties")
        named = (part.name for part in parts if part.name)
        return _Flat(
            kinds=kinds or (("object",) if members else ()),
            choices=[*schema.get("oneOf", []), *schema.get("anyOf", [])],
            members=members,
            required=[
                *(name for part in parts for name in part.required),
                *schema.get("required", []),
            ],
            others=own if is_object(own) else next((p.others for p in parts if p.others), None),
            items=schema.get("items", {}),
            values=schema.get("enum", []),
            format=schema.get("format", ""),
            name=name or next(named, ""),
        )

    def _expected(self, schema: JSON) -> str:
        flat = self._flat(schema)
        if flat.choices:
            return " or ".join(dict.fromkeys(self._expected(choice) for choice in flat.choices))
        return " or ".join(flat.kinds) or "a value"

    def _differ(self, path: str, expected: str, found: str) -> None:
        self.result.differences.append(Difference(path, expected, found))


def kind_of(value: Any) -> str:
    """Return the kind of a decoded JSON value."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int):
        return "integer"
    if isinstance(value, float):
        return "number"
    if isinstance(value, str):
        return "string"
    return "array" if is_array(value) else "object"


def shape(value: Any, depth: int = 2) -> str:
    """Say what a value is made of: the names of members and the kinds of values."""
    if is_object(value) and value and depth:
        members = [
            f"{_shown(name)}: {shape(member, depth - 1)}"
            for name, member in list(value.items())[:_MOST_NAMES]
        ]
        return f"object {{{', '.join(dict.fromkeys(members))}}}"
    if is_array(value) and value and depth:
        return f"array of {shape(value[0], depth)}"
    return kind_of(value)


def _fits(kind: str, kinds: tuple[str, ...]) -> bool:
    return not kinds or kind in kinds or (kind == "integer" and "number" in kinds)


def _is_moment(value: str) -> bool:
    try:
        moment(value)
    except ShapeError:
        return False
    return True


def _at(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _shown(name: str) -> str:
    """Return the name of a member; one that may be a value, such as an address, is not shown."""
    return name if _PLAIN_NAME.fullmatch(name) else "(a name that is not shown)"
