"""The spec, read once per process: which operations there are and what each takes and gives."""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any, Literal, cast

Json = dict[str, Any]
Service = Literal["core", "auth-service", "response-service", "indexing-service", "document360"]

_METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
_SERVICES: tuple[Service, ...] = ("auth-service", "response-service", "indexing-service")

SPECS = ("openapi.json", "document360.json")
"""The specs that come with the package: that of Ejento, and that of Document360."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of an operation, with the place of its schema in the spec."""

    name: str
    place: Literal["path", "query", "header"]
    required: bool
    schema: Json
    pointer: str


@dataclass(frozen=True, slots=True)
class Body:
    """The body that an operation takes, with the place of its schema in the spec."""

    media_type: str
    required: bool
    schema: Json
    pointer: str


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer that an operation gives: a media type, or none for an answer without a body."""

    media_type: str | None
    content: Json
    pointer: str


@dataclass(frozen=True, slots=True)
class SpecOperation:
    """One operation of the spec.

    Attributes:
        security: alternatives, each a set of schemes that are all needed; none at all when the
            operation is open to everybody.
        status: the status of its good answer.
        answers: the answers by status.
    """

    id: str
    method: str
    path: str
    service: Service
    security: tuple[frozenset[str], ...]
    parameters: tuple[Parameter, ...]
    body: Body | None
    status: int
    answers: Mapping[int, Answer]


class Spec:
    """An OpenAPI document and the operations in it."""

    def __init__(self, document: Json) -> None:
        self.document = document
        self.operations: dict[str, SpecOperation] = {}
        for path, item in cast("dict[str, Json]", document["paths"]).items():
            for method in _METHODS:
                if method in item:
                    operation = self._operation(path, method, item)
                    self.operations[operation.id] = operation

    def resolve(self, node: Json, pointer: str) -> tuple[Json, str]:
        """Follow the references at a place of the document; return what is there and its place."""
        while "$ref" in node:
            pointer = cast("str", node["$ref"]).removeprefix("#")
            found: Any = self.document
            for part in pointer.split("/")[1:]:
                found = found[part.replace("~1", "/").replace("~0", "~")]
            node = found
        return node, pointer

    def _operation(self, path: str, method: str, item: Json) -> SpecOperation:
        node: Json = item[method]
        place = f"/paths/{_escape(path)}"
        parameters = [
            *self._parameters(item.get("parameters", []), f"{place}/parameters"),
            *self._parameters(node.get("parameters", []), f"{place}/{method}/parameters"),
        ]
        answers = self._answers(node["responses"], f"{place}/{method}/responses")
        security: Any = node.get("security", self.document.get("security", []))
        return SpecOperation(
            id=node["operationId"],
            method=method.upper(),
            path=path,
            service=_service_of(path),
            security=tuple(frozenset[str](alternative) for alternative in security),
            parameters=tuple(parameters),
            body=self._body(node.get("requestBody"), f"{place}/{method}/requestBody"),
            status=min(status for status in answers if status < 400),
            answers=answers,
        )

    def _parameters(self, nodes: list[Json], place: str) -> list[Parameter]:
        found: list[Parameter] = []
        for index, raw in enumerate(nodes):
            node, pointer = self.resolve(raw, f"{place}/{index}")
            found.append(
                Parameter(
                    name=node["name"],
                    place=node["in"],
                    required=node.get("required", False),
                    schema=node["schema"],
                    pointer=f"{pointer}/schema",
                )
            )
        return found

    def _body(self, raw: Json | None, place: str) -> Body | None:
        if raw is None:
            return None
        node, pointer = self.resolve(raw, place)
        media_type, content = next(iter(cast("dict[str, Json]", node["content"]).items()))
        return Body(
            media_type=media_type,
            required=node.get("required", False),
            schema=content["schema"],
            pointer=f"{pointer}/content/{_escape(media_type)}/schema",
        )

    def _answers(self, nodes: dict[str, Json], place: str) -> dict[int, Answer]:
        found: dict[int, Answer] = {}
        for status, raw in nodes.items():
            if not status.isdigit():
                continue
            node, pointer = self.resolve(raw, f"{place}/{status}")
            contents: dict[str, Json] = node.get("content", {})
            if contents:
                media_type, content = next(iter(contents.items()))
                schema = f"{pointer}/content/{_escape(media_type)}/schema"
                found[int(status)] = Answer(media_type, content, schema)
            else:
                found[int(status)] = Answer(None, {}, pointer)
        return found


@functools.cache
def packaged_spec(name: str = SPECS[0]) -> Spec:
    """Return a spec that comes with the package."""
    text = resources.files("ejento_async.sandbox").joinpath(name).read_text(encoding="utf-8")
    return Spec(json.loads(text))


def packaged_specs() -> list[Spec]:
    """Return all specs that come with the package."""
    return [packaged_spec(name) for name in SPECS]


def is_document360(path: str) -> bool:
    """Whether a path is one of Document360 and not of Ejento."""
    return f"{path}/".startswith("/v2/Teams/")


def _service_of(path: str) -> Service:
    if is_document360(path):
        return "document360"
    for service in _SERVICES:
        if path.startswith(f"/{service}/"):
            return service
    return "core"


def _escape(part: str) -> str:
    return part.replace("~", "~0").replace("/", "~1")
