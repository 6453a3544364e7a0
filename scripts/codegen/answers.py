"""What the good answer of an operation gives a caller."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from .spec import JSON, Spec, SpecOperation, component, list_in, object_in, objects_in

ENVELOPE = "Envelope"
"""The component that answers with `success` and what goes with it are built on."""

PAYLOAD = "data"
"""The default of `Operation.payload`: what most envelopes call the member for callers."""

Kind: TypeAlias = Literal["value", "page", "stream", "download", "redirect"]


@dataclass(frozen=True)
class Answer:
    """What callers get.

    Attributes:
        kind: how the body is delivered.
        envelope: whether the body is an envelope, of which callers get the payload.
        schema: schema of what callers get: the data, an item of a page, or the output of a
            stream; None when nothing is promised.
        payload: the member of the envelope that holds the payload.
    """

    kind: Kind
    envelope: bool
    schema: JSON | None
    payload: str = PAYLOAD


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

    payload, schema = unwrap(spec, content.schema)
    envelope = payload is not None
    pagination = object_in(operation.raw, "x-pagination")
    if pagination and schema is not None:
        items = at_path(spec, schema, str(pagination.get("items", ""))) or {}
        schema = object_in(spec.deref(items), "items")
        return Answer("page", envelope, schema, payload or PAYLOAD)
    return Answer("value", envelope, schema, payload or PAYLOAD)


def unwrap(spec: Spec, schema: JSON) -> tuple[str | None, JSON | None]:
    """Take the envelope off: return the name of the payload, None without one, and its schema."""
    parts: list[JSON] = [schema, *list_in(schema, "allOf")]
    if not any(component(part.get("$ref", "")) == ENVELOPE for part in parts):
        return None, schema
    for name in spec.api.payloads:
        for part in parts:
            if name in objects_in(part, "properties"):
                return name, objects_in(part, "properties")[name]
    return spec.api.payloads[0], None


def at_path(spec: Spec, schema: JSON, path: str) -> JSON | None:
    """Return the schema of a member that is named by a dotted path, or None; `.` is the whole."""
    for name in path.split(".") if path != "." else ():
        member = spec.members(schema).get(name)
        if member is None:
            return None
        schema = member.schema
    return schema
