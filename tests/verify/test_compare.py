"""Where a body differs from its schema."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest

from ejento_async.verify._compare import Comparison, compare, shape
from ejento_async.verify._operations import JSON, find, packaged_document, read_operations

DOCUMENT: JSON = {
    "components": {
        "schemas": {
            "Thing": {
                "type": "object",
                "required": ["id"],
                "properties": {
                    "id": {"type": "integer"},
                    "size": {"type": ["number", "null"]},
                    "made_on": {"type": "string", "format": "date-time"},
                    "colour": {"$ref": "#/components/schemas/Colour"},
                    "owner": {
                        "oneOf": [{"$ref": "#/components/schemas/Owner"}, {"type": "integer"}]
                    },
                    "parts": {"type": "array", "items": {"$ref": "#/components/schemas/Thing"}},
                    "notes": {"type": "object", "additionalProperties": {"type": "string"}},
                    "extra": {},
                },
            },
            "Big": {
                "allOf": [
                    {"$ref": "#/components/schemas/Thing"},
                    {"required": ["height"], "properties": {"height": {"type": "integer"}}},
                ]
            },
            "Owner": {"type": "object", "properties": {"id": {"type": "integer"}}},
            "Colour": {"type": "string", "enum": ["red", "blue"]},
        }
    }
}


def ref(name: str) -> JSON:
    return {"$ref": f"#/components/schemas/{name}"}


def of(schema: JSON, value: Any) -> Comparison:
    return compare(schema, value, partial(find, DOCUMENT))


@pytest.mark.parametrize(
    "value",
    [
        {"id": 1},
        {"id": 1, "size": 2.5},
        {"id": 1, "size": 2},
        {"id": 1, "size": None},
        {"id": 1, "made_on": "2026-01-31T10:00:00Z", "colour": "red"},
        {"id": 1, "owner": {"id": 2}},
        {"id": 1, "owner": 2},
        {"id": 1, "notes": {"a": "b"}, "extra": [None]},
    ],
)
def test_what_the_schema_allows_is_no_difference(value: Any) -> None:
    assert of(ref("Thing"), value).differences == []


@pytest.mark.parametrize(
    ("value", "difference"),
    [
        (None, "body: expected object, found null"),
        ([], "body: expected object, found array"),
        ({}, "id: expected integer, found nothing"),
        ({"id": "1"}, "id: expected integer, found string"),
        ({"id": True}, "id: expected integer, found boolean"),
        ({"id": 1.5}, "id: expected integer, found number"),
        ({"id": 1, "size": "2"}, "size: expected number or null, found string"),
        ({"id": 1, "made_on": "soon"}, "made_on: expected date-time, found string"),
        ({"id": 1, "colour": "g"}, "colour: expected one of the 2 values of Colour, found another"),
        ({"id": 1, "owner": "Ada"}, "owner: expected object or integer, found string"),
        ({"id": 1, "owner": {"id": ""}}, "owner.id: expected integer, found string"),
        ({"id": 1, "notes": {"a": 1}}, "notes.*: expected string, found integer"),
        ({"id": 1, "weight": 1}, "weight: not in the spec, found integer"),
        ({"id": 1, "a@b.c": 1}, "(a name that is not shown): not in the spec, found integer"),
    ],
)
def test_what_it_does_not_allow_is(value: Any, difference: str) -> None:
    assert [str(one) for one in of(ref("Thing"), value).differences] == [difference]


def test_the_parts_of_all_of_count_together() -> None:
    assert of(ref("Big"), {"id": 1, "height": 2}).differences == []
    assert [str(one) for one in of(ref("Big"), {"width": 1}).differences] == [
        "id: expected integer, found nothing",
        "height: expected integer, found nothing",
        "width: not in the spec, found integer",
    ]


def test_the_items_of_a_list_are_compared_and_equal_differences_are_told_once() -> None:
    parts = [{"id": 1, "parts": [{"id": None}, {"id": "2"}]}, {"id": 3, "parts": [{"id": ""}]}]

    assert [str(one) for one in of(ref("Thing"), {"id": 0, "parts": parts}).differences] == [
        "parts[].parts[].id: expected integer, found null or string"
    ]


def test_what_the_spec_leaves_open_and_what_is_empty_is_noted() -> None:
    found = of(ref("Thing"), {"id": 1, "extra": [{"a": {"b": 1}, "c": []}], "parts": []})

    assert found.open == {"extra[]": "object {a: object {b: integer}, c: array}"}
    assert found.empty == ["parts"]


def test_records_come_with_the_names_of_their_components() -> None:
    value = {"id": 1, "owner": {"id": 2}, "parts": [{"id": 3}]}

    assert of(ref("Thing"), value).records == [
        ("Thing", value),
        ("Owner", {"id": 2}),
        ("Thing", {"id": 3}),
    ]


def test_a_shape_names_members_and_kinds_and_no_values() -> None:
    value = {"name": "Ada", "who@example.com": [1, "x"], "deep": {"er": {"est": 1}}}

    assert shape(value) == (
        "object {name: string, (a name that is not shown): array of integer, "
        "deep: object {er: object}}"
    )


def test_every_schema_of_the_spec_can_be_compared_with_anything() -> None:
    document = packaged_document()
    values: list[Any] = [None, [], {"success": True, "data": [{"id": 1}]}, {"data": {"id": {}}}, ""]
    for one in read_operations(document):
        for value in values:
            compare(one.schema, value, partial(find, document))
