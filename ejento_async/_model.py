"""How answers of the server become typed records, tolerantly.

A server that adds a member, drops an optional one, sends null or a new enum value must not break
a running service. So absent and null both read as `None`, unknown members are kept, and only what
cannot be the promised shape at all (an array in place of an object, a missing required member)
raises `ShapeError`, which names the path of the offending member.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from typing import Any, ClassVar, Self, TypeVar, cast

from ._json import is_array, is_object

T = TypeVar("T")

_WHOLE_NUMBER = re.compile(r"-?[0-9]{1,100}")


class ShapeError(ValueError):
    """A decoded body is not of the shape that the spec promises.

    Attributes:
        path: where the offending member is, for example `data.documents[3].id`.
        expected: what should be there, in words.
    """

    def __init__(self, expected: str, found: object, *, at: str = "") -> None:
        # Only what kind of value it is: the value itself may be anybody's secret.
        self.found = "nothing" if found is MISSING else type(found).__name__
        super().__init__(expected, self.found)
        self.path = at
        self.expected = expected

    def inside(self, place: str) -> Self:
        """Say that the offending member is somewhere inside `place`."""
        separator = "" if not self.path or self.path.startswith("[") else "."
        self.path = f"{place}{separator}{self.path}"
        return self

    def __str__(self) -> str:
        return f"{self.path or 'body'}: expected {self.expected}, found {self.found}"


class Missing:
    """The type of `MISSING`: a member that is not there, as against one that is null."""


MISSING = Missing()


class Model:
    """Base of all records that the server returns.

    Records are attrs classes. Members that the spec does not know are in
    `additional_properties`, under the names that the server uses.
    """

    __slots__ = ()

    additional_properties: dict[str, Any]
    _wire_names: ClassVar[Mapping[str, str]] = {}
    """Python name to member name, for members whose names are not valid in Python."""

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        """Read a record from a decoded JSON object.

        Raises:
            ShapeError: a member cannot be what the spec says.
        """
        raise ShapeError("a record class of the API", src)

    @classmethod
    def read(cls, value: object) -> Self:
        """Read a record from any decoded JSON value; `ShapeError` when it is not an object."""
        if isinstance(value, dict):
            return cls.from_dict(value)  # pyright: ignore[reportUnknownArgumentType]
        if isinstance(value, Mapping):
            return cls.from_dict(cast("Mapping[str, Any]", value))
        raise ShapeError("an object", value)

    def to_dict(self) -> dict[str, Any]:
        """Return the record as JSON-ready data, without the members that are `None`."""
        members: dict[str, Any] = {}
        wire_names = self._wire_names
        for field in cast("Any", type(self)).__attrs_attrs__:
            name: str = field.name
            value = getattr(self, name)
            if value is not None and name != "additional_properties":
                members[wire_names.get(name, name)] = _plain(value)

        return members | self.additional_properties


def _plain(value: object) -> object:
    if isinstance(value, Model):
        return value.to_dict()
    if is_array(value):
        return [_plain(item) for item in value]
    if is_object(value):
        return {name: _plain(member) for name, member in value.items()}
    if isinstance(value, datetime | date):
        return value.isoformat()
    return value


# Readers: each makes a typed value of decoded JSON. Generated code combines them.


def member(name: str, value: Any, read: Callable[[Any], T]) -> T:
    """Read the value of a member, which is there and not null."""
    try:
        return read(value)
    except ShapeError as error:
        raise error.inside(name) from None


def list_member(name: str, value: Any, read: Callable[[Any], T | None]) -> list[T]:
    """Read the value of a member that is an array, from a reader of its items."""
    try:
        return read_list(value, read)
    except ShapeError as error:
        raise error.inside(name) from None


def required(src: Mapping[str, Any], name: str, read: Callable[[Any], T]) -> T:
    """Read a member that is always there and never null."""
    value = src.get(name, MISSING)
    try:
        return read(value)
    except ShapeError as error:
        raise error.inside(name) from None


def unknown_members(src: Mapping[str, Any], known: frozenset[str]) -> dict[str, Any]:
    """Return the members of `src` that the spec does not know."""
    if known.issuperset(src):
        return {}
    return {name: value for name, value in src.items() if name not in known}


def anything(value: Any) -> Any:
    """Return the value as it came; a missing one is refused."""
    if value is MISSING:
        raise ShapeError("a value", value)
    return value


def nothing(value: object) -> None:
    """Ignore the value: the operation promises no data."""


def nullable(read: Callable[[Any], T]) -> Callable[[Any], T | None]:
    """Make a reader that takes null as well, and a missing value for null."""

    def read_or_none(value: Any) -> T | None:
        return None if value is None or value is MISSING else read(value)

    return read_or_none


def or_empty(read: Callable[[Any], list[T]]) -> Callable[[Any], list[T]]:
    """Make a reader of an array in whose place null may stand, or nothing: callers get an empty one."""

    def read_or_empty(value: Any) -> list[T]:
        return [] if value is None or value is MISSING else read(value)

    return read_or_empty


def list_of(read: Callable[[Any], T | None]) -> Callable[[Any], list[T]]:
    """Make a reader of arrays from a reader of items; those that are null or empty are skipped."""
    return lambda value: read_list(value, read)


def read_list(value: Any, read: Callable[[Any], T | None]) -> list[T]:
    """Read an array; items that are null or empty are skipped."""
    if not is_array(value):
        raise ShapeError("an array", value)

    items: list[T] = []
    for place, item in enumerate(value):
        if item is not None:
            try:
                read_item = read(item)
            except ShapeError as error:
                raise error.inside(f"[{place}]") from None
            if read_item is not None:
                items.append(read_item)
    return items


def dict_of(read: Callable[[Any], T]) -> Callable[[Any], dict[str, T]]:
    """Make a reader of objects with arbitrary member names from a reader of their values."""

    def read_dict(value: Any) -> dict[str, T]:
        if not is_object(value):
            raise ShapeError("an object", value)

        members: dict[str, T] = {}
        for name, member in value.items():
            try:
                members[name] = read(member)
            except ShapeError as error:
                raise error.inside(name) from None
        return members

    return read_dict


def object_or_scalar(read: Callable[[Any], T]) -> Callable[[Any], T | Any]:
    """Make a reader of a union: objects are read with `read`, anything else is kept as it came."""

    def read_either(value: Any) -> T | Any:
        return read(value) if isinstance(value, dict) else anything(value)

    return read_either


def json_object(value: Any) -> dict[str, Any]:
    """Read an object whose members the spec does not name."""
    if isinstance(value, dict):
        return cast("dict[str, Any]", value)
    raise ShapeError("an object", value)


def boolean(value: Any) -> bool:
    """Read a truth value."""
    if isinstance(value, bool):
        return value
    raise ShapeError("true or false", value)


def number(value: Any) -> float:
    """Read a number."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    raise ShapeError("a number", value)


def integer(value: Any) -> int:
    """Read a whole number; numeric text is taken too, as old endpoints send ids as strings."""
    if type(value) is int:
        return value
    if isinstance(value, str) and _WHOLE_NUMBER.fullmatch(value):
        return int(value)
    raise ShapeError("an integer", value)


def text(value: Any) -> str:
    """Read a string."""
    if isinstance(value, str):
        return value
    raise ShapeError("a string", value)


def moment(value: Any) -> datetime | None:
    """Read a timestamp: ISO 8601 with or without a zone, or the HTTP date form; empty text is None."""
    if isinstance(value, str):
        try:
            return datetime.fromisoformat(value)
        except ValueError:
            if not value:
                return None
            try:
                return parsedate_to_datetime(value)
            except (ValueError, OverflowError):
                pass
    raise ShapeError("a timestamp (ISO 8601)", value)


def day(value: Any) -> date | None:
    """Read a date; the date part of a timestamp is taken, empty text is None."""
    read = moment(value)
    return None if read is None else read.date()
