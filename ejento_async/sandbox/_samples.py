"""Answers made from the spec alone, for operations that have no handler of their own."""

from __future__ import annotations

from typing import Any, cast

from ._spec import Answer, Json, Spec

_DEEPEST = 6
_BY_FORMAT = {
    "date-time": "2026-01-15T09:30:00.000000Z",
    "date": "2026-01-15",
    "time": "09:30:00Z",
    "uuid": "3f2b8c1e-6d4a-4f7b-9a1e-2c5d8e7f9a10",
    "email": "ada@example.com",
    "uri": "https://example.com/",
    "binary": "",
}


class Samples:
    """Makes an instance of a schema: its example if it has one, else what its keywords allow."""

    def __init__(self, spec: Spec) -> None:
        self._spec = spec

    def of(self, answer: Answer) -> Any:
        """Return a body for an answer of the spec."""
        if "example" in answer.content:
            return answer.content["example"]
        examples: dict[str, Json] = answer.content.get("examples", {})
        for example in examples.values():
            node, _ = self._spec.resolve(example, "")
            return node["value"]
        return self.make(answer.content.get("schema", {}))

    def make(self, schema: Any, depth: int = 0) -> Any:
        """Return an instance of a schema; below some depth only what is required."""
        if not isinstance(schema, dict):
            return {}
        node, _ = self._spec.resolve(cast("Json", schema), "")
        for keyword in ("const", "default", "example"):
            if keyword in node:
                return node[keyword]
        for keyword in ("examples", "enum"):
            if node.get(keyword):
                return node[keyword][0]
        for keyword in ("oneOf", "anyOf"):
            if keyword in node:
                return self._merged([self._preferred(node[keyword])], node, depth)
        if "allOf" in node:
            return self._merged(node["allOf"], node, depth)
        return self._plain(node, depth)

    def _merged(self, parts: list[Json], node: Json, depth: int) -> Any:
        made = [self.make(part, depth) for part in parts]
        if "properties" in node:
            made.append(self._object(node, depth))
        if not all(isinstance(value, dict) for value in made):
            return made[0]
        merged: Json = {}
        for value in made:
            merged |= value
        return merged

    def _preferred(self, parts: list[Json]) -> Json:
        return next((part for part in parts if part.get("type") != "null"), parts[0])

    def _plain(self, node: Json, depth: int) -> Any:
        kind = node.get("type")
        if isinstance(kind, list):
            kinds = cast("list[str]", kind)
            kind = next((name for name in kinds if name != "null"), "null")
        if kind == "object" or (kind is None and "properties" in node):
            return self._object(node, depth)
        if kind == "array":
            if depth >= _DEEPEST and not node.get("minItems"):
                return []
            return [self.make(node.get("items", {}), depth + 1)] * max(1, node.get("minItems", 1))
        if kind == "string":
            return self._string(node)
        if kind in ("integer", "number"):
            return _number(node)
        return True if kind == "boolean" else None if kind == "null" else {}

    def _object(self, node: Json, depth: int) -> Json:
        properties: dict[str, Json] = node.get("properties", {})
        required: list[str] = node.get("required", [])
        return {
            name: self.make(schema, depth + 1)
            for name, schema in properties.items()
            if depth < _DEEPEST or name in required
        }

    def _string(self, node: Json) -> str:
        if "format" in node:
            return _BY_FORMAT.get(node["format"], "string")
        text = "text"
        shortest: int = node.get("minLength", 0)
        longest: int = node.get("maxLength", max(shortest, len(text)))
        return text.ljust(shortest, "x")[:longest]


def _number(node: Json) -> int | float:
    low = node.get("minimum", node.get("exclusiveMinimum", 0) + 1)
    high = node.get("maximum", low)
    return cast("int | float", min(low, high))
