"""Which named schemas lead to which, and which side of a call each one is on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from .answers import answer_of
from .spec import JSON, Spec, component, list_in, object_in, objects_in

_LISTS = ("allOf", "anyOf", "oneOf", "prefixItems")


def subschemas(schema: JSON) -> Iterator[tuple[str, JSON]]:
    """Yield the schemas directly inside a schema, with what a message calls them."""
    for name, member in objects_in(schema, "properties").items():
        yield f".{name}", member
    for keyword in _LISTS:
        for place, part in enumerate(list_in(schema, keyword)):
            yield f".{keyword}[{place}]", part
    for keyword, label in (("items", "[]"), ("additionalProperties", ".*")):
        if isinstance(schema.get(keyword), dict):
            yield label, schema[keyword]


def nested(place: str, schema: JSON) -> Iterator[tuple[str, JSON]]:
    """Yield a schema and all schemas inside it, references not followed."""
    yield place, schema
    for inner, part in subschemas(schema):
        yield from nested(f"{place}{inner}", part)


def references(schema: JSON) -> Iterator[str]:
    """Yield the components that a schema refers to in any way."""
    for _, part in nested("", schema):
        if "$ref" in part:
            yield component(part["$ref"])


def named_types(spec: Spec, schema: JSON) -> Iterator[str]:
    """Yield the components that the type of a value of this schema names.

    Components that are only merged by `allOf` do not appear in a type, their members do.
    """
    if "$ref" in schema:
        yield component(schema["$ref"])
        return
    merged = list_in(schema, "allOf")
    choices = [*merged, *list_in(schema, "anyOf"), *list_in(schema, "oneOf")]
    alone = len(choices) == 1 and set(schema).isdisjoint(("properties", "required"))
    for _, part in subschemas(schema):
        if "$ref" in part and not alone and any(part is one for one in merged):
            yield from named_types(spec, spec.deref(part))
        else:
            yield from named_types(spec, part)


def reach(starts: Iterable[str], step: Callable[[str], Iterable[str]]) -> dict[str, None]:
    """Return everything that can be reached, in the order of discovery."""
    found = dict.fromkeys(starts)
    waiting = list(found)
    while waiting:
        for name in step(waiting.pop(0)):
            if name not in found:
                found[name] = None
                waiting.append(name)
    return found


def reachable(spec: Spec, schemas: Iterable[JSON]) -> dict[str, None]:
    """Return the components that schemas refer to, directly or not."""
    return reach(
        [name for schema in schemas for name in references(schema)],
        lambda name: references(spec.schemas[name]),
    )


def types_in(spec: Spec, schemas: Iterable[JSON]) -> dict[str, None]:
    """Return the components that appear in the types of values, directly or not."""
    return reach(
        [name for schema in schemas for name in named_types(spec, schema)],
        lambda name: named_types(spec, spec.schemas[name]),
    )


def cycles(spec: Spec, names: Iterable[str]) -> dict[str, set[str]]:
    """Return, for each component, the other components that lead to it and that it leads to."""
    names = list(names)
    reached = {
        name: set(
            reach(
                named_types(spec, spec.schemas[name]),
                lambda inner: named_types(spec, spec.schemas[inner]),
            )
        )
        for name in names
    }
    return {
        name: {other for other in reached[name] if other != name and name in reached.get(other, ())}
        for name in names
    }


def request_schemas(spec: Spec) -> list[JSON]:
    """Return the schemas of parameters and request bodies."""
    schemas = [parameter.schema for op in spec.operations for parameter in op.parameters]
    return schemas + [op.body.schema for op in spec.operations if op.body is not None]


def response_schemas(spec: Spec) -> list[JSON]:
    """Return the schemas of all answers, errors included, and of the outputs of streams."""
    schemas: list[JSON] = []
    for operation in spec.operations:
        for node in objects_in(operation.raw, "responses").values():
            content = objects_in(spec.deref(node), "content")
            schemas += [object_in(media, "schema") for media in content.values()]
        answer = answer_of(spec, operation)
        if answer.kind == "stream" and answer.schema is not None:
            schemas.append(answer.schema)
    return schemas
