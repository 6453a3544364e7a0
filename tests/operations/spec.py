"""The spec as the tests of this package read it: by themselves, not with the code under test."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Literal, cast

Json = dict[str, Any]
Kind = Literal["data", "page", "stream", "bytes", "redirect"]

DOCUMENT: Json = json.loads(
    (Path(__file__).parents[2] / "ejento_async/sandbox/openapi.json").read_text(encoding="utf-8")
)
SCHEMAS: dict[str, Json] = DOCUMENT["components"]["schemas"]

_GENERATIONS = {"v1": "v1", "v2l": "v2_legacy", "v2": "v2"}
_METHODS = ("get", "put", "post", "delete", "patch")
_REFERENCE = "#/components/schemas/"
_ENVELOPE = {"$ref": f"{_REFERENCE}Envelope"}


def resolved(node: Json) -> Json:
    """Follow the references of a node."""
    while "$ref" in node:
        found: Any = DOCUMENT
        for part in node["$ref"].removeprefix("#/").split("/"):
            found = found[part]
        node = found
    return node


@dataclass(frozen=True)
class Parameter:
    """One parameter of an operation."""

    name: str
    place: Literal["path", "query", "header"]
    required: bool
    schema: Json


@dataclass(frozen=True)
class Body:
    """The body that an operation takes: an object, whose members need not be documented."""

    media_type: str
    properties: dict[str, Json]
    required: frozenset[str]

    @property
    def open(self) -> bool:
        """Whether no member is documented, so that the method takes the object as a whole."""
        return not self.properties


@dataclass(frozen=True)
class Operation:
    """One operation of the spec."""

    id: str
    method: str
    path: str
    node: Json

    @cached_property
    def tag(self) -> str:
        """The one tag."""
        return cast("str", self.node["tags"][0])

    @cached_property
    def generation(self) -> str:
        """The namespace of the client: v1, v2_legacy or v2."""
        return _GENERATIONS[self.id.partition("_")[0]]

    @cached_property
    def resource(self) -> str:
        """The namespace within: the tag without its generation."""
        words = re.sub(r"^(v1|v2 legacy|v2) ", "", self.tag.lower())
        return words.replace(" ", "_")

    @cached_property
    def name(self) -> str:
        """The name of the method."""
        return self.id.partition("_")[2].removeprefix(f"{self.resource}_")

    @cached_property
    def iterator(self) -> str | None:
        """The name of the method that walks over all pages, if there are any."""
        return self.name.replace("list", "iter", 1) if self.kind == "page" else None

    @cached_property
    def parameters(self) -> list[Parameter]:
        """The parameters, those of the path in the order of the path."""
        nodes = [resolved(node) for node in self.node.get("parameters", [])]
        found = [
            Parameter(node["name"], node["in"], node.get("required", False), node["schema"])
            for node in nodes
        ]
        order = re.findall(r"\{(.+?)\}", self.path)
        in_path = {item.name: item for item in found if item.place == "path"}
        return [in_path[name] for name in order] + [i for i in found if i.place != "path"]

    @cached_property
    def body(self) -> Body | None:
        """The body, if there is one."""
        if "requestBody" not in self.node:
            return None
        ((media_type, content),) = resolved(self.node["requestBody"])["content"].items()
        schema = resolved(content["schema"])
        return Body(media_type, schema.get("properties", {}), frozenset(schema.get("required", ())))

    @cached_property
    def security(self) -> list[Json]:
        """The alternatives of credentials."""
        return cast("list[Json]", self.node.get("security", DOCUMENT["security"]))

    @cached_property
    def status(self) -> int:
        """The status of the good answer."""
        return min(int(status) for status in self.node["responses"])

    @cached_property
    def errors(self) -> list[int]:
        """The statuses of the answers that are errors."""
        return [int(status) for status in self.node["responses"] if int(status) >= 400]

    @cached_property
    def answer(self) -> Json:
        """The media types and contents of the good answer."""
        return cast("Json", resolved(self.node["responses"][str(self.status)]).get("content", {}))

    @cached_property
    def kind(self) -> Kind:
        """What kind of thing the method gives."""
        if not self.answer:
            return "redirect"
        if "text/event-stream" in self.answer:
            return "stream"
        if "application/octet-stream" in self.answer:
            return "bytes"
        return "page" if "x-pagination" in self.node else "data"

    @cached_property
    def enveloped(self) -> bool:
        """Whether the answer is `{success, message, data}`."""
        schema = self.answer["application/json"]["schema"]
        return schema == _ENVELOPE or _ENVELOPE in schema.get("allOf", [])

    @cached_property
    def data(self) -> Json | None:
        """The schema of what callers get, or None for an answer without data."""
        if self.kind == "stream":
            return {"$ref": self.node["x-stream"]["output"]}
        schema: Json = self.answer["application/json"]["schema"]
        if not self.enveloped:
            return schema
        if schema == _ENVELOPE:
            return None
        (rest,) = (part for part in schema["allOf"] if part != _ENVELOPE)
        return cast("Json", rest["properties"]["data"])


def _operations() -> Iterator[Operation]:
    for path, item in DOCUMENT["paths"].items():
        for method in _METHODS:
            if method in item:
                node = item[method]
                yield Operation(node["operationId"], method.upper(), path, node)


OPERATIONS: dict[str, Operation] = {operation.id: operation for operation in _operations()}


@dataclass(frozen=True)
class Shape:
    """What a schema promises, whichever way it says it."""

    component: str | None
    """Name of the record, when it is one with members."""
    types: frozenset[str]
    """JSON types; none at all when anything goes."""
    members: dict[str, Json]
    required: frozenset[str]
    items: Json
    values: Json | None
    """Schema of the values of an object with any names, or None when nothing is said."""
    format: str | None
    enum: tuple[Any, ...]


# By identity: the schemas are parts of one document, and each is asked for very often.
_shapes: dict[int, tuple[Json, Shape]] = {}


def shape_of(schema: Json) -> Shape:
    """Say what a schema promises; a union with an object counts as that object and the scalars."""
    if id(schema) not in _shapes:
        _shapes[id(schema)] = schema, _shape_of(schema)
    return _shapes[id(schema)][1]


def _shape_of(schema: Json) -> Shape:
    component = None
    if "$ref" in schema:
        component = schema["$ref"].removeprefix(_REFERENCE)
        schema = resolved(schema)
    kinds = schema.get("type", [])
    types = {kinds} if isinstance(kinds, str) else set(kinds)
    members: Json = dict(schema.get("properties", {}))
    required = set(schema.get("required", ()))
    items, values = schema.get("items", {}), schema.get("additionalProperties")
    written, enum = schema.get("format"), tuple(schema.get("enum", ()))
    for keyword in ("allOf", "oneOf", "anyOf"):
        for part in schema.get(keyword, []):
            inner = shape_of(part)
            types |= inner.types
            members |= inner.members
            if inner.members and not schema.get("properties"):
                component = inner.component if component is None else component
            required |= inner.required
            items, values = items or inner.items, values or inner.values
            written, enum = written or inner.format, enum or inner.enum
    return Shape(
        component=component if members else None,
        types=frozenset(types),
        members=members,
        required=frozenset(required),
        items=items,
        values=values if isinstance(values, dict) else None,
        format=written,
        enum=enum,
    )
