"""Rules for references: they lead somewhere, inside the file, and not in circles."""

from __future__ import annotations

from collections.abc import Iterator

from ..graph import reach
from ..spec import JSON, Spec, component, list_in, objects_in, walk
from .rules import Breaches, rule


@rule("unresolved-reference")
def unresolved_reference(spec: Spec) -> Breaches:
    """Every `$ref` leads to something in the file."""
    for path, node in _references(spec):
        try:
            spec.deref(node)
        except (KeyError, TypeError):
            yield _place(path), f"{node['$ref']} leads to nothing in this file"


@rule("schema-reference")
def schema_reference(spec: Spec) -> Breaches:
    """Where a schema stands, a reference leads to a named schema, not to a part of one."""
    for path, node in _references(spec):
        reference = node["$ref"]
        of_schema = path[:2] == ("components", "schemas") or "schema" in path
        named = reference == f"#/components/schemas/{component(reference)}"
        if of_schema and reference.startswith("#") and not named:
            yield _place(path), f"{reference} is not a named schema"


def _references(spec: Spec) -> Iterator[tuple[tuple[str, ...], JSON]]:
    """Yield the objects that are references, those in examples left out."""
    for path, node in walk(spec.document):
        if isinstance(node.get("$ref"), str) and not {"example", "examples"} & set(path):
            yield path, node


@rule("circular-all-of")
def circular_all_of(spec: Spec) -> Breaches:
    """No schema is merged into itself."""
    for name in spec.schemas:
        if name in reach(_merged(spec, name), lambda inner: _merged(spec, inner)):
            yield name, "allOf leads back to the schema itself"


def _merged(spec: Spec, name: str) -> list[str]:
    parts = list_in(spec.schemas[name], "allOf") if name in spec.schemas else []
    return [component(part["$ref"]) for part in parts if "$ref" in part]


@rule("path-item-reference")
def path_item_reference(spec: Spec) -> Breaches:
    """No path item is a reference: the generator would drop its operations without a word."""
    for path, item in objects_in(spec.document, "paths").items():
        if "$ref" in item:
            yield path, "a path item may not be a $ref; write its operations here"


def _place(path: tuple[str, ...]) -> str:
    return path[2] if path[:2] == ("components", "schemas") else "/".join(path[:3])
