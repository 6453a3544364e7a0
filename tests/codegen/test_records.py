"""What the generated records make of answers."""

from __future__ import annotations

from datetime import UTC, date, datetime
from types import ModuleType
from typing import Any

import pytest

RECORD: dict[str, Any] = {
    "id": 1,
    "title": "one",
    "ok": True,
    "share": 0.5,
    "part_ids": [1, 2],
    "nothing_certain": None,
    "state": "new",
}


def shape_error() -> type[Exception]:
    from torture_sdk._model import ShapeError  # type: ignore[import-not-found]

    found: type[Exception] = ShapeError
    return found


def test_a_record_with_only_its_required_members_reads_and_the_others_are_none(
    models: ModuleType,
) -> None:
    record = models.TestRecord.read(RECORD)

    assert (record.id, record.title, record.ok, record.share) == (1, "one", True, 0.5)
    assert record.part_ids == [1, 2]
    assert record.owner is None
    assert record.parts is None
    assert record.created_on is None


def test_null_reads_as_none_for_every_optional_member(models: ModuleType) -> None:
    names = [
        *("created_on", "owner", "parts", "maybe_parts", "either", "eithers", "scalar", "by_name"),
        *("counts", "settings", "free", "free_or_null", "days", "date", "level", "key", "constant"),
    ]

    record = models.TestRecord.read(RECORD | dict.fromkeys(names))

    for name in names:
        assert getattr(record, "date_" if name == "date" else name) is None


def test_members_are_read_as_their_types_say(models: ModuleType) -> None:
    record = models.TestRecord.read(
        RECORD
        | {
            "created_on": "2025-10-15T12:00:00Z",
            "owner": {"name": "Ann", "boss": {"name": "Bo"}},
            "parts": [{"number": 1, "children": [{"number": "2"}]}, None],
            "by_name": {"a": {"number": 3}},
            "counts": {"x": 1},
            "settings": {"deep": {"er": 1}},
            "days": ["2025-10-15", "", None],
            "date": "2025-10-15T12:00:00Z",
            "matrix": [[1.5], []],
        }
    )

    assert record.created_on == datetime(2025, 10, 15, 12, tzinfo=UTC)
    assert record.owner.boss.name == "Bo"
    assert [part.number for part in record.parts] == [1]
    assert record.parts[0].children[0].number == 2
    assert record.by_name["a"].number == 3
    assert record.counts == {"x": 1}
    assert record.settings == {"deep": {"er": 1}}
    assert record.days == [datetime(2025, 10, 15)]
    assert record.date_ == date(2025, 10, 15)
    assert record.matrix == [[1.5], []]


def test_unknown_values_of_an_enum_are_kept(models: ModuleType) -> None:
    record = models.TestRecord.read(RECORD | {"state": "exploded", "level": 99})

    assert (record.state, record.level) == ("exploded", 99)


def test_unknown_members_are_kept_and_written_again(models: ModuleType) -> None:
    record = models.TestRecord.read(RECORD | {"new member": {"a": [1]}})

    assert record.additional_properties == {"new member": {"a": [1]}}
    assert record.to_dict()["new member"] == {"a": [1]}


def test_a_scalar_of_another_type_passes_where_it_is_optional(models: ModuleType) -> None:
    record = models.Owner.read({"name": 7})

    assert record.name == 7


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"id": None}, "id"),
        ({"id": "x"}, "id"),
        ({"title": 1}, "title"),
        ({"ok": "yes"}, "ok"),
        ({"share": True}, "share"),
        ({"part_ids": {}}, "part_ids"),
        ({"owner": []}, "owner"),
        ({"owner": {"record": {"id": 1}}}, "owner.record.title"),
        ({"parts": [{"number": 1}, {"children": []}]}, "parts[1].number"),
        ({"by_name": {"a": {"number": None}}}, "by_name.a.number"),
        ({"created_on": "soon"}, "created_on"),
        ({"free": []}, "free"),
    ],
)
def test_what_cannot_be_the_promised_shape_is_refused_with_its_path(
    models: ModuleType, change: dict[str, Any], path: str
) -> None:
    with pytest.raises(shape_error()) as caught:
        models.TestRecord.read(RECORD | change)

    assert getattr(caught.value, "path", None) == path


@pytest.mark.parametrize("name", ["id", "title", "ok", "share", "part_ids", "nothing_certain"])
def test_a_required_member_that_is_missing_is_refused_with_its_path(
    models: ModuleType, name: str
) -> None:
    with pytest.raises(shape_error(), match=f"^{name}: expected .*, found nothing$"):
        models.TestRecord.read({key: RECORD[key] for key in RECORD if key != name})


@pytest.mark.parametrize("value", [None, [], "text", 1])
def test_what_is_no_object_is_no_record(models: ModuleType, value: object) -> None:
    with pytest.raises(shape_error(), match="expected an object"):
        models.TestRecord.read(value)


@pytest.mark.parametrize("value", [{"name": "Ann"}, 7, "Ann"])
def test_a_union_of_an_object_and_scalars_reads_either(models: ModuleType, value: object) -> None:
    record = models.TestRecord.read(RECORD | {"either": value, "eithers": [value]})

    expected = models.Owner.read(value) if isinstance(value, dict) else value
    assert record.either == expected
    assert record.eithers == [expected]


def test_records_that_lead_back_to_each_other_read_each_other(models: ModuleType) -> None:
    record = models.TestRecord.read(RECORD | {"owner": {"record": RECORD | {"owner": {}}}})

    assert type(record.owner.record) is models.TestRecord
    assert type(record.owner.record.owner) is models.Owner


def test_members_beside_a_merged_record_are_its_members_too(models: ModuleType) -> None:
    record = models.TestRecord.read(RECORD | {"manager": {"name": "Ann", "rank": 1}})

    assert (record.manager.name, record.manager.rank) == ("Ann", 1)
    with pytest.raises(shape_error(), match=r"^manager\.rank: expected an integer, found nothing"):
        models.TestRecord.read(RECORD | {"manager": {"name": "Ann"}})


ODD: dict[str, Any] = {
    "class": "c",
    "from": "f",
    "list": ["l"],
    "str": "s",
    "field": "i",
    "self": "e",
    "cls": "k",
    "src": "r",
    "d": "d",
    "id": 1,
    "type": "t",
    "text": "x",
    "required": True,
    "optional": [1],
    "2fa": True,
    "camelCase": "h",
    "with-dash": "-",
    "with space": " ",
    "_private": "p",
    'quo"te\\': "q",
    "$ref_like": "$",
    "date": "2025-10-15",
}


def test_members_whose_names_python_cannot_have_are_renamed(models: ModuleType) -> None:
    odd = models.Odd.read(ODD)

    assert (odd.class_, odd.from_, odd.list_, odd.str_, odd.field_) == ("c", "f", ["l"], "s", "i")
    assert (odd.self_, odd.cls, odd.src, odd.d, odd.id, odd.type) == ("e", "k", "r", "d", 1, "t")
    assert (odd.text, odd.required, odd.optional, odd.field_2fa) == ("x", True, [1], True)
    assert (odd.camel_case, odd.with_dash, odd.with_space) == ("h", "-", " ")
    assert (odd.field_private, odd.quote, odd.ref_like) == ("p", "q", "$")
    assert odd.additional_properties == {}


def test_records_are_written_under_the_names_of_the_wire(models: ModuleType) -> None:
    assert models.Odd.read(ODD).to_dict() == ODD


def test_records_are_compared_and_shown_by_their_members(models: ModuleType) -> None:
    part = models.Part.read({"number": 1, "new": 2})

    assert part == models.Part(number=1, additional_properties={"new": 2})
    assert repr(part) == "Part(number=1, children=None)"


def test_a_member_that_is_a_password_is_in_the_record_and_not_in_its_repr(
    models: ModuleType,
) -> None:
    record = models.TestRecord.read(RECORD | {"pin": "canary"})

    assert record.pin == "canary"
    assert "canary" not in repr(record)
