"""A small typed view of the operations and schemas of a spec."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal, TypeAlias, cast

from .target import EJENTO, Api

JSON: TypeAlias = dict[str, Any]
"""An object of the spec."""

EVIDENCE = ("live", "documented", "vendor-client", "inferred")
"""The grades of `x-evidence`, the best first."""

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


def object_in(node: JSON, name: str) -> JSON:
    """Return a member that is an object; an empty one when it is not there."""
    value = node.get(name)
    return cast("JSON", value) if isinstance(value, dict) else {}


def objects_in(node: JSON, name: str) -> dict[str, JSON]:
    """Return those members of an object member that are objects themselves."""
    return {key: value for key, value in object_in(node, name).items() if isinstance(value, dict)}


def list_in(node: JSON, name: str) -> list[Any]:
    """Return a member that is a list; an empty one when it is not there."""
    value: list[Any] | None = node.get(name)
    return value if isinstance(value, list) else []


Place: TypeAlias = Literal["path", "query", "header", "cookie"]


@dataclass(frozen=True)
class Parameter:
    """A parameter of one operation, references resolved."""

    name: str
    place: Place
    required: bool
    description: str
    raw: JSON

    @property
    def schema(self) -> JSON:
        """The schema of its values."""
        return object_in(self.raw, "schema")


@dataclass(frozen=True)
class Member:
    """A member of an object schema."""

    name: str
    schema: JSON
    required: bool


@dataclass(frozen=True)
class Content:
    """The body of a request or of a good answer; of several media types the first.

    Attributes:
        media_types: the media types that are declared.
        schema: the schema of the first one.
        description: what the spec says about the body.
    """

    media_types: tuple[str, ...]
    schema: JSON
    description: str

    @property
    def media_type(self) -> str:
        """The first media type, or nothing."""
        return self.media_types[0] if self.media_types else ""


@dataclass(frozen=True)
class SpecOperation:
    """One operation of the spec."""

    id: str
    method: str
    path: str
    tags: tuple[str, ...]
    raw: JSON
    parameters: tuple[Parameter, ...]
    body: Content | None
    successes: Mapping[str, Content]

    @property
    def tag(self) -> str:
        """The first tag, or nothing."""
        return self.tags[0] if self.tags else ""

    @property
    def status(self) -> str:
        """The status of the good answer."""
        return next(iter(self.successes), "")

    @property
    def answer(self) -> Content:
        """The good answer."""
        return next(iter(self.successes.values()), Content((), {}, ""))

    @property
    def where(self) -> str:
        """What a message calls the operation."""
        return self.id or f"{self.method} {self.path}"


class Spec:
    """A spec, as far as the pipeline needs to understand it.

    Attributes:
        document: the whole spec.
        file: what messages call the file.
        api: the API that it describes.
    """

    def __init__(self, document: JSON, file: str, api: Api = EJENTO) -> None:
        self.document = document
        self.file = file
        self.api = api

    @property
    def title(self) -> str:
        """What the API is called."""
        return str(object_in(self.document, "info").get("title") or "API")

    @cached_property
    def schemas(self) -> dict[str, JSON]:
        """The named schemas."""
        return objects_in(object_in(self.document, "components"), "schemas")

    @property
    def tags(self) -> dict[str, str]:
        """Name to description of the tags, in the order of the spec."""
        return {tag["name"]: tag.get("description") or "" for tag in list_in(self.document, "tags")}

    def deref(self, node: JSON) -> JSON:
        """Follow `$ref` until something stands there.

        Raises:
            KeyError: a reference leads nowhere, or back to itself.
        """
        seen: set[str] = set()
        while "$ref" in node:
            if node["$ref"] in seen:
                raise KeyError(node["$ref"])
            seen.add(node["$ref"])
            node = self.find(node["$ref"])
        return node

    def find(self, reference: str) -> JSON:
        """Return what a local reference points to; `KeyError` when nothing is there."""
        if not reference.startswith("#/"):
            raise KeyError(reference)
        node: Any = self.document
        for part in reference[2:].split("/"):
            node = node[part.replace("~1", "/").replace("~0", "~")]
        return cast("JSON", node)

    @cached_property
    def operations(self) -> list[SpecOperation]:
        """All operations, in the order of the spec."""
        return [
            self._operation(path, method, item[method], list_in(item, "parameters"))
            for path, item in objects_in(self.document, "paths").items()
            for method in item
            if method in METHODS
        ]

    def _operation(self, path: str, method: str, raw: JSON, shared: list[JSON]) -> SpecOperation:
        parameters: dict[tuple[str, str], Parameter] = {}
        for found in [*shared, *list_in(raw, "parameters")]:
            node = self.deref(found)
            parameter = Parameter(
                node.get("name", ""),
                node.get("in", ""),
                bool(node.get("required")),
                node.get("description") or "",
                node,
            )
            parameters[parameter.place, parameter.name] = parameter
        body = self.deref(raw["requestBody"]) if "requestBody" in raw else None
        answers = {
            status: self.deref(node) for status, node in objects_in(raw, "responses").items()
        }
        return SpecOperation(
            id=raw.get("operationId") or "",
            method=method.upper(),
            path=path,
            tags=tuple(list_in(raw, "tags")),
            raw=raw,
            parameters=tuple(parameters.values()),
            body=None if body is None else _content(body),
            successes={
                status: _content(node)
                for status, node in answers.items()
                if status.startswith(("2", "3"))
            },
        )

    def members(self, schema: JSON) -> dict[str, Member]:
        """Return the members of an object schema, those of `allOf` parts first."""
        schema = self.deref(schema)
        members: dict[str, Member] = {}
        for part in list_in(schema, "allOf"):
            members |= self.members(part)
        for name, member in objects_in(schema, "properties").items():
            members[name] = Member(name, member, required=False)
        for name in self.required(schema):
            if name in members:
                members[name] = Member(name, members[name].schema, required=True)
        return members

    def required(self, schema: JSON) -> list[str]:
        """Return the names that an object schema requires itself, parts of it included."""
        inline = [part for part in list_in(schema, "allOf") if "$ref" not in part]
        return [name for part in [*inline, schema] for name in list_in(part, "required")]

    def description(self, schema: JSON) -> str:
        """Return what the spec says about a schema: where it is used, else where it is defined."""
        own = schema.get("description")
        if own:
            return str(own)
        for alternative in [*list_in(schema, "oneOf"), *list_in(schema, "allOf")]:
            if "$ref" in alternative:
                return self.description(alternative)
        return self.description(self.find(schema["$ref"])) if "$ref" in schema else ""


def _content(node: JSON) -> Content:
    content = objects_in(node, "content")
    schemas = [object_in(media, "schema") for media in content.values()]
    return Content(tuple(content), schemas[0] if schemas else {}, node.get("description") or "")


def component(reference: str) -> str:
    """Return the name of the component that a reference points to."""
    return reference.rsplit("/", 1)[-1]


def walk(node: object, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], JSON]]:
    """Yield every object of a JSON document with its path, outer ones first."""
    if isinstance(node, dict):
        members = cast("JSON", node)
        yield path, members
        for name, value in members.items():
            yield from walk(value, (*path, name))
    elif isinstance(node, list):
        for place, value in enumerate(cast("list[object]", node)):
            yield from walk(value, (*path, str(place)))
