"""Records: read tolerantly, with the place of what cannot be read, and written back as they came."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any, ClassVar, Self

import pytest
from attrs import define, field

from ejento_async._model import (
    MISSING,
    Model,
    ShapeError,
    anything,
    boolean,
    day,
    dict_of,
    integer,
    json_object,
    list_member,
    list_of,
    member,
    moment,
    nothing,
    nullable,
    number,
    object_or_scalar,
    required,
    text,
    unknown_members,
)


@define(kw_only=True)
class Tag(Model):
    id: int
    created_on: datetime | None = None
    additional_properties: dict[str, Any] = field(factory=dict, repr=False)

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        created = src.get("created_on")
        return cls(
            id=required(src, "id", integer),
            created_on=None if created is None else member("created_on", created, moment),
            additional_properties=unknown_members(src, frozenset({"id", "created_on"})),
        )


@define(kw_only=True)
class Agent(Model):
    """A record with a member of each kind."""

    name: str | None = None
    from_: str | None = None
    due: date | None = None
    tag: Tag | None = None
    tags: list[Tag] | None = None
    by_name: dict[str, Tag] | None = None
    open_: dict[str, Any] | None = None
    additional_properties: dict[str, Any] = field(factory=dict, repr=False)
    _wire_names: ClassVar[Mapping[str, str]] = {"from_": "from", "open_": "open-object"}

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        known = frozenset({"name", "from", "due", "tag", "tags", "by_name", "open-object"})
        due, tag, tags, by_name = (src.get(name) for name in ("due", "tag", "tags", "by_name"))
        return cls(
            name=src.get("name"),
            from_=src.get("from"),
            due=None if due is None else member("due", due, day),
            tag=None if tag is None else member("tag", tag, Tag.read),
            tags=None if tags is None else list_member("tags", tags, Tag.read),
            by_name=None if by_name is None else member("by_name", by_name, dict_of(Tag.read)),
            open_=src.get("open-object"),
            additional_properties=unknown_members(src, known),
        )


FULL = {
    "name": "HR",
    "from": "x",
    "due": "2024-05-06",
    "tag": {"id": 1, "created_on": "2024-05-06T07:08:09+00:00", "new": [1]},
    "tags": [{"id": 2}, {"id": 3}],
    "by_name": {"a": {"id": 4}},
    "open-object": {"deep": [{"x": None}]},
    "member of tomorrow": {"y": 1},
}


# Records.


def test_a_record_is_written_back_as_it_came() -> None:
    assert Agent.read(FULL).to_dict() == FULL


def test_members_that_nobody_knows_are_kept() -> None:
    record = Agent.read(FULL)

    assert record.additional_properties == {"member of tomorrow": {"y": 1}}
    assert record.tag is not None
    assert record.tag.additional_properties == {"new": [1]}


@pytest.mark.parametrize("name", ["due", "tag", "tags", "by_name"])
def test_an_optional_member_that_is_null_reads_like_one_that_is_not_there(name: str) -> None:
    without = {key: value for key, value in FULL.items() if key != name}

    assert Agent.read(FULL | {name: None}) == Agent.read(without)


def test_a_record_without_any_of_its_members_is_one_all_the_same() -> None:
    assert Agent.read({}) == Agent()
    assert Agent.read({}).to_dict() == {}


def test_members_that_are_none_are_left_out_when_a_record_is_written() -> None:
    assert Agent(name="x").to_dict() == {"name": "x"}


def test_a_record_can_be_copied_and_pickled() -> None:
    record = Agent.read(FULL)

    assert copy.deepcopy(record) == record
    assert pickle.loads(pickle.dumps(record)) == record


def test_writing_a_record_does_not_share_its_lists_with_the_result() -> None:
    record = Agent.read(FULL)

    record.to_dict()["tags"].clear()

    assert record.tags
    assert len(record.tags) == 2


@pytest.mark.parametrize("value", [None, [], "text", 5, True, MISSING])
def test_only_an_object_can_be_a_record(value: object) -> None:
    with pytest.raises(ShapeError, match="expected an object"):
        Agent.read(value)


def test_the_base_of_all_records_reads_nothing() -> None:
    with pytest.raises(ShapeError):
        Model.from_dict({})


# Where the offending member is.


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"tag": []}, "tag: expected an object, found list"),
        ({"tag": {}}, "tag.id: expected an integer, found nothing"),
        ({"tag": {"id": None}}, "tag.id: expected an integer, found NoneType"),
        (
            {"tag": {"id": 1, "created_on": 5}},
            "tag.created_on: expected a timestamp (ISO 8601), found int",
        ),
        ({"tags": {}}, "tags: expected an array, found dict"),
        ({"tags": [{"id": 1}, "x"]}, "tags[1]: expected an object, found str"),
        ({"tags": [{"id": 1}, {"id": []}]}, "tags[1].id: expected an integer, found list"),
        ({"by_name": {"b": {"id": 1.5}}}, "by_name.b.id: expected an integer, found float"),
        ({"by_name": []}, "by_name: expected an object, found list"),
    ],
)
def test_an_error_names_the_place_what_should_be_there_and_what_is(
    changes: dict[str, Any], words: str
) -> None:
    with pytest.raises(ShapeError) as caught:
        Agent.read(FULL | changes)
    assert str(caught.value) == words


def test_the_place_of_a_list_in_a_list_is_readable() -> None:
    with pytest.raises(ShapeError) as caught:
        list_of(list_of(integer))([[1], [1, "x"]])
    assert caught.value.inside("data").path == "data[1][1]"


def test_an_error_about_the_whole_body_says_so() -> None:
    with pytest.raises(ShapeError, match="^body: expected an object, found str$"):
        Agent.read("x")


def test_an_error_never_holds_the_value_itself() -> None:
    with pytest.raises(ShapeError) as caught:
        Agent.read({"tag": "canary-8c1f"})

    error = caught.value
    assert "canary" not in f"{error!s} {error!r} {vars(error)}"
    assert pickle.loads(pickle.dumps(error)).found == "str"


# Readers.


@pytest.mark.parametrize(
    ("read", "value", "expected"),
    [
        (integer, 5, 5),
        (integer, -5, -5),
        (integer, "42", 42),
        (integer, "-42", -42),
        (integer, "007", 7),
        (integer, 10**30, 10**30),
        (number, 5, 5),
        (number, 5.5, 5.5),
        (text, "", ""),
        (text, "x", "x"),
        (boolean, True, True),
        (boolean, False, False),
        (json_object, {"a": 1}, {"a": 1}),
        (anything, None, None),
        (anything, [1], [1]),
        (nothing, [1], None),
        (nothing, MISSING, None),
        (nullable(text), None, None),
        (nullable(text), MISSING, None),
        (nullable(text), "x", "x"),
        (list_of(integer), [], []),
        (list_of(integer), [1, "2"], [1, 2]),
        (dict_of(integer), {"a": 1}, {"a": 1}),
        (object_or_scalar(Tag.read), {"id": 1}, Tag(id=1)),
        (object_or_scalar(Tag.read), "x", "x"),
        (object_or_scalar(Tag.read), None, None),
        (object_or_scalar(Tag.read), [1], [1]),
    ],
)
def test_a_reader_takes_what_its_name_says(
    read: Callable[[Any], Any], value: object, expected: object
) -> None:
    found = read(value)

    assert found == expected
    assert type(found) is type(expected)


@pytest.mark.parametrize(
    ("read", "values"),
    [
        (
            integer,
            [
                True,
                1.0,
                None,
                "",
                "-",
                "--5",
                "1.0",
                " 1",
                "1e3",
                "\u00b2",
                "\u0663",
                "1" * 5000,
                [],
                {},
            ],
        ),
        (number, [True, "5", None, []]),
        (text, [5, None, [], {}, True]),
        (boolean, [0, 1, "true", None]),
        (json_object, [[], "x", None, MISSING]),
        (anything, [MISSING]),
        (list_of(integer), [None, {}, "x", MISSING, (1,)]),
        (dict_of(integer), [None, [], "x", MISSING]),
        (object_or_scalar(Tag.read), [MISSING]),
        (nullable(text), [5]),
    ],
)
def test_a_reader_refuses_what_it_cannot_be_with_its_own_error_and_no_other(
    read: Callable[[Any], Any], values: list[object]
) -> None:
    for value in values:
        with pytest.raises(ShapeError):
            read(value)


def test_null_items_of_a_list_are_skipped_and_the_others_keep_their_places() -> None:
    assert list_of(integer)([1, None, 3]) == [1, 3]
    with pytest.raises(ShapeError, match=r"\[2\]"):
        list_of(integer)([1, None, "x"])


# Timestamps.

UTC_MOMENT = datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2024-05-06T07:08:09Z", UTC_MOMENT),
        ("2024-05-06T07:08:09+00:00", UTC_MOMENT),
        ("2024-05-06T07:08:09.123456Z", UTC_MOMENT.replace(microsecond=123456)),
        ("2024-05-06 07:08:09Z", UTC_MOMENT),
        ("2024-05-06T09:08:09+02:00", UTC_MOMENT),
        ("2024-05-06T07:08:09", UTC_MOMENT.replace(tzinfo=None)),
        ("2024-05-06", datetime(2024, 5, 6)),
        ("Mon, 06 May 2024 07:08:09 GMT", UTC_MOMENT),
        ("", None),
    ],
)
def test_a_timestamp_is_read_in_every_form_that_servers_use(
    value: str, expected: datetime | None
) -> None:
    assert moment(value) == expected


@pytest.mark.parametrize(
    "value",
    [
        " ",
        "yesterday",
        "2024-13-01",
        "2024-05-06T25:00:00Z",
        5,
        1_700_000_000.5,
        True,
        [],
        {},
        None,
        MISSING,
        "1 Jan 99999999999999999999 00:00:00",
        "Mon, 01 Jan 2024 00:00:00 +99999999999",
        "0" * 5000,
    ],
)
def test_what_is_no_timestamp_is_refused_with_the_error_of_readers(value: object) -> None:
    with pytest.raises(ShapeError, match="timestamp"):
        moment(value)
    with pytest.raises(ShapeError, match="timestamp"):
        day(value)


@pytest.mark.parametrize(
    "value", ["2024-05-06", "2024-05-06T23:59:59Z", "2024-05-06T00:00:00+14:00"]
)
def test_a_date_is_the_date_part_of_whatever_timestamp_comes(value: str) -> None:
    assert day(value) == date(2024, 5, 6)


def test_a_zone_is_kept_as_the_server_sent_it() -> None:
    found = moment("2024-05-06T09:08:09+02:00")

    assert found is not None
    assert found.tzinfo == timezone(timedelta(hours=2))


def test_timestamps_are_written_in_iso_8601() -> None:
    assert Tag(id=1, created_on=UTC_MOMENT).to_dict()["created_on"] == "2024-05-06T07:08:09+00:00"
