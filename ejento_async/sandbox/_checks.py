"""Is a request what the spec says? Parameters and bodies are read, typed and checked here."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from starlette.datastructures import UploadFile

from ._replies import Refusal
from ._schemas import Complaint, Schemas
from ._spec import Body, Json, Parameter, Spec, SpecOperation
from .shapes import document360

_INTEGER = re.compile(r"-?\d{1,18}")
_NUMBER = re.compile(r"-?\d+(\.\d+)?([eE][+-]?\d+)?")

# What FastAPI calls the kinds of errors for which there is a keyword of JSON Schema.
_ERROR_TYPES = {"required": "missing", "type": "type_error", "enum": "enum"}


@dataclass(frozen=True, slots=True)
class Arguments:
    """The typed arguments of a checked request; absent ones are not in the mappings."""

    path: dict[str, Any]
    query: dict[str, Any]
    headers: dict[str, Any]
    body: Any


class Checks:
    """Checks requests against a spec.

    Args:
        strict: whether a query parameter that the spec does not know is refused; a real server
            ignores it.
    """

    def __init__(self, spec: Spec, schemas: Schemas, *, strict: bool) -> None:
        self._spec = spec
        self._schemas = schemas
        self._strict = strict

    def parameters(
        self,
        operation: SpecOperation,
        path: Mapping[str, str],
        query: Mapping[str, list[str]],
        headers: Mapping[str, str],
    ) -> Arguments:
        """Type and check the parameters of a request.

        Raises:
            Refusal: if one is missing or not what the spec says.
        """
        arguments = Arguments({}, {}, {}, None)
        for parameter in operation.parameters:
            if parameter.place == "path":
                texts, typed = [path[parameter.name]], arguments.path
            elif parameter.place == "query":
                texts, typed = query.get(parameter.name, []), arguments.query
            else:
                name = parameter.name.lower()
                texts, typed = [headers[name]] if name in headers else [], arguments.headers
            if texts:
                typed[parameter.name] = self._typed(operation, parameter, texts)
            elif parameter.required:
                complaint = Complaint([], f"'{parameter.name}' is a required parameter", "required")
                raise _refusal(operation, [parameter.place, parameter.name], complaint)
        if self._strict:
            known = {
                parameter.name for parameter in operation.parameters if parameter.place == "query"
            }
            for name in query.keys() - known:
                complaint = Complaint(
                    [], f"'{name}' is not a parameter of {operation.id}", "unknown"
                )
                raise _refusal(operation, ["query", name], complaint)
        return arguments

    def body(self, operation: SpecOperation, value: Any) -> None:
        """Check a body; files in a form count as texts.

        Raises:
            Refusal: if it is not what the spec says.
        """
        assert operation.body is not None
        if operation.body.media_type == "multipart/form-data":
            form = cast("dict[str, Any]", value)
            value = {
                name: "" if isinstance(item, UploadFile) else item for name, item in form.items()
            }
        complaint = self._schemas.complaint(operation.body.pointer, value)
        if complaint is not None:
            raise _refusal(operation, ["body"], complaint)

    def form(self, body: Body, items: list[tuple[str, Any]]) -> dict[str, Any]:
        """Type the fields of a form by the schema.

        Of a repeated field that is no list the last counts: the vendor's template sends `source`
        twice.
        """
        schema, _ = self._spec.resolve(body.schema, body.pointer)
        properties: dict[str, Json] = schema.get("properties", {})
        values: dict[str, Any] = {}
        for name, item in items:
            field = properties.get(name, {})
            if "array" in self._types(field):
                values.setdefault(name, []).append(item)
            elif isinstance(item, str):
                values[name] = self._coerced(field, item)
            else:
                values[name] = item
        return values

    def _typed(self, operation: SpecOperation, parameter: Parameter, texts: list[str]) -> Any:
        schema, _ = self._spec.resolve(parameter.schema, parameter.pointer)
        value: Any
        if "array" in self._types(schema):
            value = [self._coerced(schema.get("items", {}), text) for text in texts]
        else:
            value = self._coerced(schema, texts[-1])
        complaint = self._schemas.complaint(parameter.pointer, value)
        if complaint is not None:
            raise _refusal(operation, [parameter.place, parameter.name], complaint)
        return value

    def _coerced(self, schema: Json, text: str) -> Any:
        types = self._types(schema)
        if "integer" in types and _INTEGER.fullmatch(text):
            return int(text)
        if "number" in types and _NUMBER.fullmatch(text):
            return float(text)
        if "boolean" in types and text in ("true", "false"):
            return text == "true"
        return text

    def _types(self, raw: Json) -> set[str]:
        schema, _ = self._spec.resolve(raw, "")
        types = schema.get("type", [])
        found = {types} if isinstance(types, str) else set(cast("list[str]", types))
        for keyword in ("anyOf", "oneOf", "allOf"):
            for part in cast("list[Json]", schema.get(keyword, [])):
                found |= self._types(part)
        return found


def _refusal(operation: SpecOperation, place: list[str], complaint: Complaint) -> Refusal:
    path = [*place, *complaint.path]
    if operation.service == "document360":
        message = f"{'.'.join(map(str, path))}: {complaint.message}"
        missing = re.match("'(.+)' is a required", complaint.message)
        if missing is not None:
            message = f"The {_pascal(missing.group(1))} field is required."
        return Refusal(400, message, body=document360.refusal(400, message, operation.id))
    if operation.service != "auth-service":
        return Refusal(400, f"{'.'.join(map(str, path))}: {complaint.message}")
    kind = _ERROR_TYPES.get(complaint.keyword, "value_error")
    return Refusal(
        422, complaint.message, detail=[{"loc": path, "msg": complaint.message, "type": kind}]
    )


def _pascal(name: str) -> str:
    """Write the name of a member as Document360's framework does in its complaints."""
    return "".join(word[:1].upper() + word[1:] for word in name.split("_"))
