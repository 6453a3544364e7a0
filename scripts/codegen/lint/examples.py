"""The rule for examples: they are valid, since the sandbox answers with them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker

from ..spec import JSON, Spec, list_in, object_in, objects_in
from .rules import Breaches, rule
from .schemas import schemas_of


@rule("example")
def example(spec: Spec) -> Breaches:
    """Every example validates against its schema."""
    document: Any = Draft202012Validator(spec.document, format_checker=FormatChecker())
    for place, schema, value in _examples(spec):
        for error in document.evolve(schema=schema).iter_errors(value):
            yield place, f"the example is not valid at {error.json_path}: {error.message[:200]}"


def _examples(spec: Spec) -> Iterator[tuple[str, JSON, Any]]:
    for place, schema in schemas_of(spec):
        yield from ((place, schema, value) for value in list_in(schema, "examples"))
        if "example" in schema:
            yield place, schema, schema["example"]
    for op in spec.operations:
        for parameter in op.parameters:
            yield from _of_holder(f"{op.where} {parameter.name}", parameter.raw)
        bodies = [op.raw["requestBody"]] if "requestBody" in op.raw else []
        for node in [*bodies, *objects_in(op.raw, "responses").values()]:
            for media in objects_in(spec.deref(node), "content").values():
                yield from _of_holder(op.where, media)


def _of_holder(place: str, holder: JSON) -> Iterator[tuple[str, JSON, Any]]:
    """Yield the examples of a parameter or media type."""
    schema = object_in(holder, "schema")
    if "example" in holder:
        yield place, schema, holder["example"]
    for named in objects_in(holder, "examples").values():
        if "value" in named:
            yield place, schema, named["value"]
