"""Which operations are called: those of the spec that only read, and why the others are not.

The spec is the copy that comes with the sandbox; nothing else of the sandbox is needed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from importlib import resources
from typing import Any, TypeAlias, cast

from attrs import frozen

JSON: TypeAlias = dict[str, Any]
"""An object of the spec."""

EVIDENCE = ("live", "documented", "vendor-client", "inferred")
"""The grades of evidence, the best first."""

_GENERATIONS = (("V1", "v1", "v1"), ("V2 Legacy", "v2_legacy", "v2l"), ("V2", "v2", "v2"))
"""How tags begin, the client's attribute, how operationIds begin; the longer of two tags first."""

_ENVELOPE = "#/components/schemas/Envelope"

_ACTING = re.compile(
    r"(?:^|_)("
    r"activate|begin|cancel|confirm|connect|create|delete|disable|disconnect|download"
    r"|enable|exchange|export|generate|initiate|issue|login|logout|mark|open|pin|refresh"
    r"|register|reindex|remove|reset|restore|revoke|run|send|start|stop|stream|subscribe"
    r"|sync|toggle|trigger|unpin|unsubscribe|update|upload|validate|verify"
    r")(?=_|$)"
)
"""Words in the name of a method that does something, whatever its HTTP method."""

_LEFT_OUT = {
    "v2_sharepoint_initiate_oauth": "begins a login to SharePoint on the server",
}
"""What only looks as if it would just read."""

_FIRST_PAGE = {"page": 1, "items_per_page": 10, "paginated": "true"}
"""Without these, some lists come whole (ejento-facts §4): a burden to the server, and unpaged."""


@frozen
class Parameter:
    """A parameter that must be given."""

    name: str
    place: str
    schema: JSON

    @property
    def wants_number(self) -> bool:
        """Whether its values are whole numbers."""
        return self.schema.get("type") == "integer"

    @property
    def choice(self) -> str | None:
        """The first of the values that the spec lists, if it lists them."""
        values: list[Any] = self.schema.get("enum") or []
        return str(values[0]) if values else None


@frozen
class ReadOperation:
    """A GET operation of the spec.

    Attributes:
        symbol: what users write, for example `v2.agents.get`.
        evidence: its grade.
        source: where the evidence is.
        inferred: parts that are inferred all the same.
        parameters: those that must be given, those in the path in the order of the path.
        query: what is sent in the query besides.
        status: status of the good answer.
        schema: what the good answer must be.
        left_out: why it is not called; empty when it is.
    """

    id: str
    symbol: str
    tag: str
    path: str
    evidence: str
    source: str
    inferred: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    query: Mapping[str, object]
    status: int
    schema: JSON
    left_out: str

    def belongs_to(self, name: str) -> bool:
        """Whether a name is that of the operation, of its tag or of its generation."""
        wanted, own = name.casefold(), f"{self.symbol}."
        return (
            own.startswith(f"{wanted}.")
            or wanted in (self.tag.casefold(), self.id)
            or wanted == _generation(self.tag)[0].casefold()
        )


def packaged_document() -> JSON:
    """Return the spec that comes with the package."""
    file = resources.files("ejento_async").joinpath("sandbox", "openapi.json")
    return cast("JSON", json.loads(file.read_text(encoding="utf-8")))


def find(document: JSON, reference: str) -> JSON:
    """Return what a reference of the spec points to."""
    node: Any = document
    for part in reference.split("/")[1:]:
        node = node[part.replace("~1", "/").replace("~0", "~")]
    return cast("JSON", node)


def read_operations(document: JSON) -> list[ReadOperation]:
    """Return all GET operations, in the order of the spec; those left out say why."""
    return [
        _operation(document, path, item["get"], item.get("parameters", []))
        for path, item in cast("dict[str, JSON]", document["paths"]).items()
        if "get" in item
    ]


def _operation(document: JSON, path: str, raw: JSON, shared: list[JSON]) -> ReadOperation:
    nodes = [
        find(document, node["$ref"]) if "$ref" in node else node
        for node in [*shared, *cast("list[JSON]", raw.get("parameters", []))]
    ]
    status, answer = next(
        (int(status), find(document, node["$ref"]) if "$ref" in node else node)
        for status, node in cast("dict[str, JSON]", raw["responses"]).items()
        if status < "4"
    )
    content = cast("dict[str, JSON]", answer.get("content", {}))
    media_type = next(iter(content), "")
    tag: str = raw["tags"][0]
    symbol, method = _names(tag, raw["operationId"])
    paged = raw.get("x-pagination") is not None
    return ReadOperation(
        id=raw["operationId"],
        symbol=symbol,
        tag=tag,
        path=path,
        evidence=raw["x-evidence"],
        source=str(raw["x-evidence-source"]),
        inferred=tuple(raw.get("x-inferred", ())),
        parameters=_required(path, nodes),
        query={node["name"]: _FIRST_PAGE[node["name"]] for node in nodes if paged and _pages(node)},
        status=status,
        schema=_promised(content.get(media_type, {}).get("schema", {})),
        left_out=_reason(raw["operationId"], method, nodes, status, media_type),
    )


def _required(path: str, nodes: Iterable[JSON]) -> tuple[Parameter, ...]:
    found = [
        Parameter(node["name"], node["in"], node["schema"])
        for node in nodes
        if node.get("required") and node["in"] in ("path", "query")
    ]
    return tuple(sorted(found, key=lambda one: (one.place, path.find(f"{{{one.name}}}"))))


def _pages(node: JSON) -> bool:
    return node["in"] == "query" and node["name"] in _FIRST_PAGE


def _promised(schema: JSON) -> JSON:
    """Return what an answer must be: an envelope says how it went, and holds what is promised."""
    parts = cast("list[JSON]", [schema, *schema.get("allOf", [])])
    if not any(part.get("$ref") == _ENVELOPE for part in parts):
        return schema
    data = any("data" in part.get("properties", {}) for part in parts)
    return {"allOf": [schema, {"required": ["success", "data"] if data else ["success"]}]}


def _reason(id: str, method: str, nodes: list[JSON], status: int, media_type: str) -> str:
    acting = _ACTING.search(method)
    headers = [node["name"] for node in nodes if node.get("required") and node["in"] == "header"]
    if id in _LEFT_OUT:
        return _LEFT_OUT[id]
    if status >= 300:
        return "answers with a redirect, which begins a login"
    if media_type == "text/event-stream":
        return "streams"
    if not media_type.endswith("json"):
        return "downloads a file" if media_type else "promises nothing that could be compared"
    if headers:
        return f"needs the header {headers[0]}"
    return f"may do more than read, by its name ({acting.group(1)})" if acting else ""


def _generation(tag: str) -> tuple[str, str, str]:
    return next((one for one in _GENERATIONS if tag.startswith(f"{one[0]} ")), ("", "", ""))


def _names(tag: str, id: str) -> tuple[str, str]:
    """Return what users write, and the last part of it."""
    beginning, attribute, prefix = _generation(tag)
    resource = tag[len(beginning) :].strip().lower().replace(" ", "_")
    method = id.removeprefix(f"{prefix}_{resource}_")
    return f"{attribute}.{resource}.{method}", method
