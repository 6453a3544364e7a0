"""Is a typed result what came over the wire? Told from the spec, member by member.

The spec says what each member must have become (a record of which class, a timestamp, a list ...);
nothing of this is taken from the code under test but the names of the attributes of a record.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, cast

from ejento_async._model import Model

from .spec import Json, Shape, shape_of


def compare(value: Any, wire: Any, schema: Json | None, at: str = "") -> None:
    """Fail with the place of the first difference between a result and what came.

    Args:
        value: the typed result.
        wire: the decoded JSON that it was read from.
        schema: what the spec says of it; None when it promises nothing.
        at: where in the body this is, for the message.
    """
    if schema is None or wire is None:
        assert value is None, f"{at}: {value!r}, where nothing was promised or null came"
        return
    shape = shape_of(schema)
    if isinstance(wire, dict) and shape.component is not None:
        _compare_record(value, cast("Json", wire), shape, at)
    elif isinstance(wire, list) and "array" in shape.types:
        _compare_list(value, wire, shape, at)
    elif isinstance(wire, dict) and shape.values is not None:
        assert isinstance(value, dict), f"{at}: {value!r} is no dict"
        assert list(cast("Json", value)) == list(cast("Json", wire)), f"{at}: other names"
        for name, member in cast("Json", wire).items():
            compare(value[name], member, shape.values, f"{at}.{name}")
    elif shape.format in ("date-time", "date"):
        _compare_time(value, wire, shape.format, at)
    else:
        assert type(value) is type(wire), f"{at}: {value!r} in place of {wire!r}"
        assert value == wire, f"{at}: {value!r} in place of {wire!r}"


def members_of(record: type[Model]) -> dict[str, str]:
    """Return the attributes of a record class by the names that their members have on the wire."""
    if record not in _members:
        _members[record] = _members_of(record)
    return _members[record]


_members: dict[type[Model], dict[str, str]] = {}


def _members_of(record: type[Model]) -> dict[str, str]:
    wire_names: Mapping[str, str] = record._wire_names
    fields = cast("Any", record).__attrs_attrs__
    names = [field.name for field in fields if field.name != "additional_properties"]
    return {wire_names.get(name, name): name for name in names}


def _compare_record(value: Any, wire: Json, shape: Shape, at: str) -> None:
    assert isinstance(value, Model), f"{at}: {value!r} is no record"
    assert type(value).__name__ == shape.component, f"{at}: a {type(value).__name__}"
    attributes = members_of(type(value))
    assert attributes.keys() == shape.members.keys(), f"{at}: other members than in the spec"
    for name, attribute in attributes.items():
        compare(getattr(value, attribute), wire.get(name), shape.members[name], f"{at}.{name}")
    unknown = {name: member for name, member in wire.items() if name not in attributes}
    assert value.additional_properties == unknown, f"{at}: unknown members are not all kept"


def _compare_list(value: Any, wire: list[Any], shape: Shape, at: str) -> None:
    assert type(value) is list, f"{at}: {value!r} is no list"
    came = [item for item in wire if item is not None]
    assert len(value) == len(came), f"{at}: {len(value)} items of {len(came)}"
    for place, (item, sent) in enumerate(zip(value, came, strict=True)):
        compare(item, sent, shape.items, f"{at}[{place}]")


def _compare_time(value: Any, wire: Any, written: str, at: str) -> None:
    kind = datetime if written == "date-time" else date
    assert type(value) is kind, f"{at}: {value!r} is no {kind.__name__}"
    expected = datetime.fromisoformat(wire)
    assert value == (expected if written == "date-time" else expected.date()), f"{at}: {value!r}"
    if isinstance(value, datetime):
        assert value.utcoffset() == expected.utcoffset(), f"{at}: another zone"
