"""What the good answer of an operation gives a caller."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from .spec import JSON, Spec, SpecOperation, component, list_in, object_in, objects_in

ENVELOPE = "Envelope"
"""The component that answers with `success`, `message` and `data` are built on."""

Kind: TypeAlias = Literal["value", "page", "stream", "download", "redirect"]


@dataclass(frozen=True)
class Answer:
    """What callers get.

    Attributes:
        kind: how the body is delivered.
        envelope: whether the body is `{success, message, data}`, of which callers get `data`.
        schema: schema of what callers get: the data, an item of a page, or the output of a
            stream; None when nothing is promised.
    """

    kind: Kind
    envelope: bool
    schema: JSON | None


def answer_of(spec: Spec, operation: SpecOperation) -> Answer:
    """Work out what the good answer of an operation gives a caller."""
    content = operation.answer
    if operation.status.startswith("3"):
        return Answer("redirect", envelope=True, schema={"type": "string"})
    if content.media_type == "text/event-stream":
        output = object_in(operation.raw, "x-stream").get("output")
        return Answer("stream", envelope=True, schema={"$ref": output} if output else {})
    if content.media_type and not content.media_type.endswith("json"):
        return Answer("download", envelope=True, schema=None)
    if not content.media_type:
        return Answer("value", envelope=False, schema=None)

    envelope, schema = unwrap(content.schema)
    pagination = object_in(operation.raw, "x-pagination")
    if pagination and schema is not None:
        items = at_path(spec, schema, str(pagination.get("items", ""))) or {}
        return Answer("page", envelope, object_in(spec.deref(items), "items"))
    return Answer("value", envelope, schema)


def unwrap(schema: JSON) -> tuple[bool, JSON | None]:
    """Take the envelope off: return whether there was one, and the schema of its data."""
    parts: list[JSON] = [schema, *list_in(schema, "allOf")]
    if not any(component(part.get("$ref", "")) == ENVELOPE for part in parts):
        return False, schema
    data = [objects_in(part, "properties").get("data") for part in parts]
    return True, next((schema for schema in data if schema is not None), None)


def at_path(spec: Spec, schema: JSON, path: str) -> JSON | None:
    """Return the schema of a member that is named by a dotted path, or None."""
    for name in path.split("."):
        member = spec.members(schema).get(name)
        if member is None:
            return None
        schema = member.schema
    return schema
