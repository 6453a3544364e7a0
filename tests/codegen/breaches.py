"""For every rule of the lint, edits of the torture spec that break this rule and no other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from scripts.codegen.spec import JSON

from .support import operation, schema

Edit = Callable[[JSON], Any]


def op(operation_id: str, **changes: object) -> Edit:
    """Change members of an operation; None removes one."""

    def edit(document: JSON) -> None:
        node = operation(document, operation_id)
        for name, value in changes.items():
            name = name.replace("_", "-") if name.startswith("x_") else name
            node[name] = value
            if value is None:
                del node[name]

    return edit


def parameter(**changes: object) -> Edit:
    """Add a parameter to an operation."""
    node: JSON = {"name": "extra", "in": "query", "description": "Extra.", "schema": {}} | changes

    def edit(document: JSON) -> None:
        added = {name: value for name, value in node.items() if value is not None}
        operation(document, "v2_records_list")["parameters"].append(added)

    return edit


def member(name: str, of: str = "Part", **node: object) -> Edit:
    """Add a member to a named schema."""
    return lambda document: schema(document, of)["properties"].update({name: node})


def component(name: str, **node: object) -> Edit:
    """Add a named schema that nothing uses."""
    return lambda document: document["components"]["schemas"].update({name: node})


def ref(name: str) -> str:
    return f"#/components/schemas/{name}"


def both(*edits: Edit) -> Edit:
    def edit(document: JSON) -> None:
        for one in edits:
            one(document)

    return edit


def move(old: str, new: str) -> Edit:
    return lambda document: document["paths"].update({new: document["paths"].pop(old)})


def tag(place: int, **changes: object) -> Edit:
    return lambda document: document["tags"][place].update(changes)


def answer(operation_id: str, status: str, **changes: object) -> Edit:
    return lambda document: (
        operation(document, operation_id)["responses"].setdefault(status, {}).update(changes)
    )


OBJECT = {"type": "object", "properties": {"a": {"type": "string", "description": "A."}}}
CLOSE = {"allOf": [{"$ref": ref("AskRequest")}, {"$ref": ref("LoginRequest")}]}

BREACHES: dict[str, list[Edit]] = {
    # References
    "unresolved-reference": [
        member("lost", **{"$ref": ref("Nobody")}),
        member("elsewhere", **{"$ref": "other.yaml#/Thing"}),
        parameter(name="x", schema={"$ref": ref("Nobody")}),
    ],
    "schema-reference": [member("name", **{"$ref": ref("Owner/properties/name")})],
    "circular-all-of": [
        both(
            component("Circle", allOf=[{"$ref": ref("Ring")}]),
            component("Ring", allOf=[{"$ref": ref("Circle")}]),
        )
    ],
    "path-item-reference": [
        lambda d: d["paths"].update({"/lost": {"$ref": "#/paths/~1odds~1{id}"}})
    ],
    # Operations
    "operation-id": [
        op("v2_records_get", operationId="v2_records_Get"),
        op("v2_records_get", operationId="v2_records_get_"),
    ],
    "operation-id-of-tag": [
        op("v2_records_get", operationId="v2_others_get"),
        op("v2_records_get", operationId="v2l_records_get"),
        both(tag(0, name="V3 Odds"), op("v1_odds_get_odd", tags=["V3 Odds"])),
    ],
    "method-name": [
        op("v2_records_get", operationId="v2_records_class"),
        op("v2_records_get", operationId="v2_records_with_response"),
        op("v2_records_get", operationId="v2_records_2nd"),
    ],
    "operation-id-collision": [op("v2_records_delete", operationId="v2_records_get")],
    "method-collision": [op("v2l_lists_list_nested", operationId="v2l_lists_iter")],
    "one-tag": [
        op("v2_records_get", tags=["V2 Records", "V2 Bodies"]),
    ],
    "unknown-tag": [lambda d: d["tags"].pop(0)],
    "tag-description": [tag(0, description=" ")],
    "tag-collision": [lambda d: d["tags"].append({"name": "V2-Records", "description": "Again."})],
    "missing-summary": [op("v2_records_get", summary=None)],
    "path-of-generation": [
        move("/odds/{id}", "/api/v2/odds/{id}"),
        move("/v2/api/lists/nested", "/api/v2/lists/nested"),
        move("/api/v2/records/count", "/v2/api/records/count"),
    ],
    "security": [
        op("v2_records_get", security=[{"accessToken": []}]),
        op("v2_records_get", security=[{"subscriptionKey": []}, {"authToken": []}]),
    ],
    "missing-replacement": [
        op("v2_bodies_login", x_replacement=None),
        op("v2_bodies_login", x_replacement="v2.bodies.nope"),
    ],
    # Evidence
    "missing-evidence": [
        op("v2_records_get", x_evidence=None),
        op("v2_records_get", x_evidence="heard of"),
    ],
    "missing-evidence-source": [op("v2_records_get", x_evidence_source=" ")],
    "live-date": [op("v2_records_get", x_evidence="live", x_evidence_source="seen in May")],
    "candidate": [
        op("v2_records_get_part", x_candidate=False),
        op("v2_records_get", x_candidate=True, description="The vendor does not name it."),
        op("v2_records_get_part", x_evidence="inferred", x_candidate=True, description="A part."),
    ],
    "inferred-parts": [
        op("v2_records_get", x_inferred="path"),
        op("v2_records_get", x_inferred=[]),
    ],
    "inferred-says-so": [
        parameter(**{"x-evidence": "inferred"}),
        member("guess", **{"x-evidence": "inferred", "description": "A guess."}),
    ],
    # Parameters
    "parameter-content": [parameter(schema=None, content={"application/json": {}})],
    "parameter-style": [
        parameter(style="deepObject"),
        parameter(explode=False),
    ],
    "parameter-place": [parameter(**{"in": "cookie"})],
    "parameter-description": [parameter(description=None)],
    "argument-description": [member("bare", of="AskRequest", type="string")],
    "parameter-name": [parameter(name="Headers"), parameter(name="self")],
    "parameter-collision": [both(parameter(name="fooBar"), parameter(name="foo_bar"))],
    "page-default": [
        parameter(name="page", schema={"type": "integer", "default": 1}),
        parameter(name="pageSize", schema={"type": "integer", "default": 10}),
    ],
    "path-parameters": [move("/odds/{id}", "/odds/{odd_id}")],
    # Bodies
    "error-responses": [lambda d: operation(d, "v2_records_get")["responses"].pop("404")],
    "one-success": [
        answer("v2_records_get", "201", description="Again."),
        answer("v2_records_delete", "204", description=""),
        lambda d: operation(d, "v2_records_delete")["responses"].pop("204"),
    ],
    "one-media-type": [
        lambda d: operation(d, "v2_bodies_create")["requestBody"]["content"].update(
            {"multipart/form-data": {}}
        ),
        lambda d: operation(d, "v2_records_count")["responses"]["200"]["content"].update(
            {"text/plain": {}}
        ),
    ],
    "request-media-type": [
        op("v2_records_search", requestBody={"content": {"text/plain": {"schema": {}}}})
    ],
    "inline-object": [
        lambda d: schema(d, "Part")["properties"].update(inner=OBJECT),
        member("inner", type="array", items=OBJECT),
        answer("v2_records_count", "200", content={"application/json": {"schema": OBJECT}}),
        op("v2_records_search", requestBody={"content": {"application/json": {"schema": CLOSE}}}),
    ],
    "pagination": [
        op("v2l_lists_list", x_pagination={"items": "agent_responses"}),
        op(
            "v2l_lists_list",
            x_pagination={"items": "count", "page": "count", "pages": "count", "total": "count"},
        ),
        op(
            "v2l_lists_list",
            x_pagination={
                "items": "agent_responses",
                "page": "meta.page",
                "pages": "num_pages",
                "total": "count",
            },
        ),
    ],
    "pagination-body": [
        op(
            "v2l_lists_list",
            requestBody={
                "content": {"application/json": {"schema": {"$ref": ref("LoginRequest")}}}
            },
        )
    ],
    "stream-output": [
        op("v2_streams_answer", x_stream=None),
        op("v2_records_count", x_stream={"output": ref("Tokens")}),
    ],
    # Schemas
    "property-name": [
        member("to_dict", type="string"),
        member("additionalProperties", type="string"),
    ],
    "property-collision": [both(member("fooBar", type="string"), member("foo_bar", type="string"))],
    "class-name": [component("Page", type="object"), component("my_thing", type="object")],
    "class-collision": [both(component("HTTPThing"), component("HttpThing"))],
    "both-sides": [member("shade", **{"$ref": ref("ShadeInput")})],
    "required-date-time": [
        lambda d: schema(d, "Base")["required"].append("created_on"),
    ],
    "required-member": [lambda d: schema(d, "Part")["required"].append("lost")],
    "nullable": [
        member("maybe", type="string", nullable=True),
        member("choice", of="TurnInput", enum=["a", None]),
    ],
    "closed-object": [component("Closed", type="object", additionalProperties=False)],
    "response-union": [
        member("either", oneOf=[{"$ref": ref("Part")}, {"$ref": ref("Owner")}]),
        member("either", oneOf=[{"type": "array", "items": {}}, {"type": "string"}]),
    ],
    "mixed-all-of": [
        member(
            "mixed", oneOf=[{"$ref": ref("Owner")}, {"type": "null"}], allOf=[{"$ref": ref("Part")}]
        ),
        member("mixed", oneOf=[{"type": "string"}], anyOf=[{"type": "string"}]),
    ],
    "discriminator": [member("kind", type="string", discriminator={"propertyName": "kind"})],
    "enum-values": [
        component("Twice", enum=["a", "a"]),
        component("Mixed", enum=["a", 1]),
    ],
    "inline-response-enum": [member("colour", type="string", enum=["red"])],
    "argument-name": [
        parameter(name="nothing"),
        lambda d: operation(d, "v2_sso_login_google")["parameters"][0].update(name="text"),
    ],
    # Examples
    "example": [
        lambda d: schema(d, "Tokens").update(example={"access_token": 1}),
        lambda d: schema(d, "Base").update(examples=[{"id": 1, "created_on": "soon"}]),
        parameter(schema={"type": "integer"}, example="one"),
        parameter(schema={"type": "integer"}, examples={"one": {"value": "one"}}),
        lambda d: operation(d, "v2_bodies_create")["requestBody"]["content"][
            "application/json"
        ].update(example={"title": "t"}),
        lambda d: d["components"]["responses"]["Error"]["content"]["application/json"].update(
            example={"message": 1}
        ),
    ],
}
