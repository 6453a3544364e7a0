"""No answer of a server breaks a service at night: every record, every member, every way to differ.

Each record is read where it stands in an answer, through the whole call. An optional member that
is missing or null reads as None, a new value of an enum is kept, a new member is kept and can be
reached. What cannot be what the spec says raises `APIResponseError` with the path of the member
and the body, and never anything else.
"""

from __future__ import annotations

import copy
import importlib
import json
import pkgutil
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ejento_async import APIResponseError, EjentoClient
from ejento_async._model import Model, ShapeError
from ejento_async.generated import models

from .arguments import arguments_for, instance
from .backends import CannedBackend
from .calling import call, method_of
from .comparing import compare
from .places import Place, Steps, body_of, places, written
from .spec import Json, Operation, Shape, shape_of

RECORDS: dict[str, type[Model]] = {
    record.__name__: record
    for module in pkgutil.iter_modules(models.__path__)
    for record in vars(importlib.import_module(f"{models.__name__}.{module.name}")).values()
    if isinstance(record, type) and issubclass(record, Model) and record is not Model
}
UNKNOWN: Json = {
    "member of tomorrow": {"deep": [{"er": None}], "é": 1.5},
    "null of tomorrow": None,
    "list of tomorrow": [1, "two", [3]],
}
JSON_TYPES: dict[str, type | tuple[type, ...]] = {
    "boolean": bool,
    "integer": int,
    "number": (int, float),
    "string": str,
}
ANYTHING: tuple[Any, ...] = ({"an": "object"}, ["a", "list"], "a text", 7, 0.5, True)

every_record = pytest.mark.parametrize("component", sorted(places()))


class Reader:
    """Calls the operation of a place with an answer that was made up."""

    def __init__(self, client: EjentoClient, canned: CannedBackend, place: Place) -> None:
        self.place = place
        self.operation = place.operation
        self._canned = canned
        self._method = method_of(client, place.operation)
        self._arguments = arguments_for(place.operation)

    async def read(self, body: Any) -> Any:
        """Return the typed result of a body."""
        if self.operation.kind == "stream":
            event = f"event: end\ndata: {json.dumps(body)}\n\n".encode()
            self._canned.answer(event, content_type="text/event-stream")
            return (await call(self._method, self._arguments)).final
        self._canned.answer_json(body)
        return await call(self._method, self._arguments)

    async def reads_as_it_came(self, body: Any) -> None:
        """Fail unless every member of the body is in the result as the spec says."""
        result = await self.read(body)
        if self.operation.kind == "page":
            name = self.operation.node["x-pagination"]["items"]
            items = shape_of(self.operation.data or {}).members[name]
            compare(result.items, body["data"][name], items, name)
        else:
            compare(result, data_of(self.operation, body), self.operation.data, "data")

    async def refuses(self, body: Any, steps: Steps) -> None:
        """Fail unless the body is refused with the path of the member and the body itself."""
        with pytest.raises(APIResponseError) as caught:
            await self.read(body)
        error = caught.value

        assert error.path == written(steps)
        assert error.operation == self.operation.id
        assert error.status == 200
        assert error.body == masked(body)


def data_of(operation: Operation, body: Any) -> Any:
    """Return what callers get of a body."""
    if operation.kind == "stream":
        return body["output"]
    return body["data"] if operation.enveloped else body


def masked(value: Any, name: str = "") -> Any:
    """Return a body as errors show it: without tokens."""
    if isinstance(value, dict):
        inner = name if name.endswith("token") else ""
        return {key: masked(item, inner or key) for key, item in value.items()}
    if isinstance(value, list):
        return [masked(item) for item in value]
    return "***" if isinstance(value, str) and name.endswith("token") else value


def record_in(body: Any, steps: Steps) -> Any:
    """Return the record at a place of a body."""
    for step in steps:
        body = body[step]
    return body


def changed(place: Place, name: str, *value: Any) -> Any:
    """Return an answer with another value of one member, or without the member."""
    body = body_of(place.operation)
    record = record_in(body, place.steps)
    record.pop(name, None)
    if value:
        record[name] = copy.deepcopy(value[0])
    return body


def members(component: str) -> Iterator[tuple[Place, str, Shape, bool]]:
    """Yield every member of a record at each of its places, and whether it is always there."""
    record = shape_of(reference(component))
    for place in places()[component]:
        for name, schema in record.members.items():
            yield place, name, shape_of(schema), name in record.required


@cache
def reference(component: str) -> Json:
    return {"$ref": f"#/components/schemas/{component}"}


def wrong_values(shape: Shape, *, always: bool) -> Iterator[tuple[Any, Steps]]:
    """Yield values that a member cannot have, each with the steps from it to what is wrong."""
    if shape.component is not None:
        if shape.types <= {"object", "null"}:
            yield from ((value, ()) for value in ANYTHING if not isinstance(value, dict))
        for name in shape_of(reference(shape.component)).required:
            yield {}, (name,)
    elif "array" in shape.types:
        yield from ((value, ()) for value in ANYTHING if not isinstance(value, list))
        good = instance(shape.items)
        yield from (([good, value], (1, *steps)) for value, steps in within(shape.items))
    elif "object" in shape.types:
        yield from ((value, ()) for value in ANYTHING if not isinstance(value, dict))
        if shape.values is not None:
            yield from (({"x": value}, ("x", *steps)) for value, steps in within(shape.values))
    elif shape.format in ("date-time", "date"):
        yield from ((value, ()) for value in ANYTHING)
    elif always and len(shape.types) == 1:
        kind = JSON_TYPES[min(shape.types)]
        yield from ((value, ()) for value in ANYTHING if not is_a(value, kind))


def within(schema: Json) -> Iterator[tuple[Any, Steps]]:
    """Yield wrong values for what is inside a list or an object, where scalars are not looked at."""
    return wrong_values(shape_of(schema), always=False)


def is_a(value: Any, kind: type | tuple[type, ...]) -> bool:
    """Tell as JSON does, where true is no number."""
    return isinstance(value, kind) and (kind is bool or not isinstance(value, bool))


def any_values(shape: Shape, *, always: bool) -> Iterator[Any]:
    """Yield values that are taken as they come, though the spec may promise others."""
    plain = shape.format not in ("date-time", "date") and not {"array", "object"} & shape.types
    if plain and not (always and len(shape.types) == 1):
        yield from ANYTHING
    elif shape.component is not None and not shape.types <= {"object", "null"}:
        yield from (value for value in ANYTHING if not isinstance(value, dict))


def test_there_is_a_place_for_every_record() -> None:
    assert set(RECORDS) == set(places())


@every_record
async def test_a_record_reads_wherever_it_stands_and_keeps_what_is_new(
    offline: EjentoClient, canned: CannedBackend, component: str
) -> None:
    for place in places()[component]:
        reader = Reader(offline, canned, place)
        body = body_of(place.operation)
        await reader.reads_as_it_came(body)
        record_in(body, place.steps).update(copy.deepcopy(UNKNOWN))
        await reader.reads_as_it_came(body)


@every_record
async def test_a_member_that_is_missing_or_null_reads_as_none(
    offline: EjentoClient, canned: CannedBackend, component: str
) -> None:
    for place, name, shape, always in members(component):
        reader = Reader(offline, canned, place)
        missing, null = changed(place, name), changed(place, name, None)
        if always:
            await reader.refuses(missing, (*place.steps, name))
        else:
            await reader.reads_as_it_came(missing)
        if always and "null" not in shape.types:
            await reader.refuses(null, (*place.steps, name))
        else:
            await reader.reads_as_it_came(null)


@every_record
async def test_a_member_takes_new_values_of_its_enum_and_lists_with_holes(
    offline: EjentoClient, canned: CannedBackend, component: str
) -> None:
    for place, name, shape, _ in members(component):
        reader = Reader(offline, canned, place)
        if shape.enum:
            await reader.reads_as_it_came(changed(place, name, "a value of tomorrow"))
        if "array" in shape.types:
            item = instance(shape.items)
            await reader.reads_as_it_came(changed(place, name, []))
            await reader.reads_as_it_came(changed(place, name, [None, item, None, item]))


@every_record
async def test_a_member_that_cannot_be_what_the_spec_says_is_refused_with_its_path(
    offline: EjentoClient, canned: CannedBackend, component: str
) -> None:
    for place, name, shape, always in members(component):
        reader = Reader(offline, canned, place)
        for value, steps in wrong_values(shape, always=always):
            await reader.refuses(changed(place, name, value), (*place.steps, name, *steps))
        for value in any_values(shape, always=always):
            await reader.reads_as_it_came(changed(place, name, value))


# Records by themselves.


@pytest.mark.parametrize("component", sorted(RECORDS))
def test_a_record_is_written_as_it_came_and_reads_the_same_again(component: str) -> None:
    record_class = RECORDS[component]
    for everything in (True, False):
        sample = instance(reference(component), everything=everything) | UNKNOWN
        record = record_class.read(sample)
        again = json.loads(json.dumps(record.to_dict()))

        assert record == record_class.read(again)
        compare(record, again, reference(component))
        assert sample.keys() == again.keys()


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "name", "user", "x"]), inner, max_size=3)
    ),
    max_leaves=5,
)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(sorted(RECORDS)), st.data())
def test_whatever_comes_is_read_or_refused_with_a_path_that_is_there(
    component: str, data: st.DataObject
) -> None:
    # A copy: what the sample repeats is one object, and a change to it would show in two places.
    body: Any = json.loads(json.dumps({"data": instance(reference(component))}))
    holder, step, steps = body, "data", ["data"]
    while isinstance(holder[step], dict | list) and holder[step] and data.draw(st.booleans()):
        holder = holder[step]
        step = data.draw(st.sampled_from(list(holder) if isinstance(holder, dict) else [0, 1]))
        steps.append(step)
    holder[step] = data.draw(json_values)
    try:
        record = RECORDS[component].read(body["data"])
    except ShapeError as error:
        found = error.inside("data").path
        assert found == written(tuple(steps)) or found.startswith(written(tuple(steps)))
    else:
        assert record == RECORDS[component].read(json.loads(json.dumps(record.to_dict())))
