"""How single values are written in a query, a form, a header or a part of a body."""

from __future__ import annotations

import math
from datetime import UTC, date, datetime
from enum import Enum

import pytest

from ejento_async._protocol import UNSET
from ejento_async._scalar import encodable, number, scalar
from ejento_async._secret import Secret


class Kind(Enum):
    ONE = "one"
    TWO = 2


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("text", "text"),
        ("", ""),
        (True, "true"),
        (False, "false"),
        (-5, "-5"),
        (1.5, "1.5"),
        (math.inf, "inf"),
        (Kind.ONE, "one"),
        (Kind.TWO, "2"),
        (date(2024, 1, 2), "2024-01-02"),
        (datetime(2024, 1, 2, 3, 4, tzinfo=UTC), "2024-01-02T03:04:00+00:00"),
        (Secret("x"), "x"),
    ],
)
def test_a_value_is_written_as_servers_read_it(value: object, written: str) -> None:
    assert scalar(value, "name") == written


@pytest.mark.parametrize("value", [None, UNSET, b"x", [1], {"a": 1}, object()])
def test_what_is_no_single_value_is_refused_by_name(value: object) -> None:
    with pytest.raises(TypeError, match=r"^name: expected text, a number"):
        scalar(value, "name")


@pytest.mark.parametrize("value", ["\ud800", "a\udcff", 10**5000], ids=["high", "low", "long"])
def test_what_cannot_be_written_is_refused_by_name_and_not_quoted(value: object) -> None:
    with pytest.raises(ValueError, match=r"^name: expected ") as caught:
        scalar(value, "name")

    assert not isinstance(caught.value, UnicodeError)
    assert caught.value.__suppress_context__


def test_a_text_or_number_that_can_be_written_is_what_it_was() -> None:
    assert encodable("é🙂", "name") == "é🙂"
    assert number(10**4000, "name") == f"1{'0' * 4000}"
