"""Rewrites a spec into what the generator understands.

What the generator sees is only there for the types in it. So every operation has one JSON answer,
the schema of what callers get: the data out of its envelope, the item of a page in an array, the
output of a stream. Errors, examples, descriptions and extensions are gone; the plan has them.
"""

from __future__ import annotations

from json import dumps

from .answers import answer_of
from .graph import reachable
from .spec import JSON, Spec, SpecOperation, list_in, object_in, objects_in

# What of a schema decides about types.
_KEPT = ("$ref", "type", "format", "enum", "const", "required")
_OPEN = "OpenObject"


def prepare(spec: Spec) -> JSON:
    """Return the document to generate from, of a spec that has passed the lint."""
    shapes = _Shapes(spec)
    paths: dict[str, JSON] = {}
    for operation in spec.operations:
        prepared = _operation(spec, shapes, operation)
        paths.setdefault(operation.path, {})[operation.method.lower()] = prepared
    used = reachable(spec, shapes.roots)
    components = {name: shapes.of(spec.schemas[name]) for name in spec.schemas if name in used}
    return {
        "openapi": "3.1.0",
        "info": {"title": "SDK", "version": "1"},
        "paths": paths,
        "components": {"schemas": components | shapes.added},
    }


def _operation(spec: Spec, shapes: _Shapes, operation: SpecOperation) -> JSON:
    answer = answer_of(spec, operation)
    response: JSON = {"description": ""}
    if answer.schema is not None:
        schema = shapes.root(answer.schema)
        schema = {"type": "array", "items": schema} if answer.kind == "page" else schema
        response["content"] = {"application/json": {"schema": schema}}
    prepared: JSON = {
        "operationId": operation.id,
        "tags": [operation.tag],
        "parameters": [
            {
                "name": parameter.name,
                "in": parameter.place,
                "required": parameter.required,
                "schema": shapes.root(parameter.schema),
            }
            for parameter in operation.parameters
        ],
        "responses": {"200": response},
    }
    if operation.body is not None:
        media = {"schema": shapes.root(operation.body.schema)}
        prepared["requestBody"] = {
            "required": True,
            "content": {operation.body.media_type: media},
        }
    return prepared


class _Shapes:
    """Reduces schemas to their types.

    The generator makes a class of every inline object, under a name of its own choice. Objects
    without members, which are to become dictionaries, are therefore made references to
    components, one for each kind.
    """

    def __init__(self, spec: Spec) -> None:
        self.spec = spec
        self.roots: list[JSON] = []
        self.added: dict[str, JSON] = {}
        self._names: dict[str, str] = {}

    def root(self, schema: JSON) -> JSON:
        """Reduce a schema that an operation uses."""
        self.roots.append(schema)
        return self.of(schema)

    def of(self, schema: JSON) -> JSON:
        """Reduce a schema."""
        if "$ref" in schema:
            return {"$ref": schema["$ref"]}
        kinds = list_in(schema, "type")
        if "object" in kinds or ("enum" in schema and kinds):
            choices = [
                {"type": "null"} if kind == "null" else {**schema, "type": kind} for kind in kinds
            ]
            return {"oneOf": [self.of(choice) for choice in choices]}
        if (
            schema.get("type") == "object"
            and not schema.get("properties")
            and "allOf" not in schema
        ):
            return self._dictionary(schema)

        if "allOf" in schema and not set(schema).isdisjoint(("properties", "required")):
            return self.of(_merged(schema))

        shape = {key: schema[key] for key in _KEPT if key in schema}
        if "contentMediaType" in schema:
            shape["format"] = "binary"
        for keyword in ("allOf", "anyOf", "oneOf"):
            if keyword in schema:
                shape[keyword] = [self.of(part) for part in schema[keyword]]
        if "items" in schema:
            shape["items"] = self.of(schema["items"])
        if "properties" in schema:
            members = objects_in(schema, "properties")
            shape["properties"] = {name: self.of(member) for name, member in members.items()}
        return shape

    def _dictionary(self, schema: JSON) -> JSON:
        values = object_in(schema, "additionalProperties")
        shape: JSON = {"type": "object"}
        if values:
            shape["additionalProperties"] = self.of(values)
        key = dumps(shape, sort_keys=True)
        name = self._names.setdefault(key, f"{_OPEN}{len(self._names)}")
        self.added[name] = shape
        return {"$ref": f"#/components/schemas/{name}"}


def _merged(schema: JSON) -> JSON:
    """Make the members that stand beside an `allOf` one more part of it.

    Of a reference that is the only part, the generator takes the component for the whole schema,
    and forgets what stands beside it.
    """
    own = {key: schema[key] for key in ("properties", "required") if key in schema}
    return {"type": "object", "allOf": [*list_in(schema, "allOf"), own]}
