"""The quick decoder changes how long decoding takes, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ejento_async import _json
from ejento_async._decoding import NotJSONError, decode_json
from ejento_async._sse import ServerSentEvent
from ejento_async._steps import data_of

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"])


@contextmanager
def decoding(*, quickly: bool) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_json, "LARGE", 0 if quickly else 10**9)
        yield


def outcome(body: bytes) -> tuple[str, object]:
    """What comes of decoding a body: equal only if the values are, down to their types."""
    try:
        return "json", repr(decode_json(body))
    except NotJSONError as error:
        return "no json", str(error)


def both(body: bytes) -> tuple[tuple[str, object], tuple[str, object]]:
    assert _json.quick() is not None
    with decoding(quickly=True):
        quick = outcome(body)
    with decoding(quickly=False):
        return quick, outcome(body)


@given(VALUES, ENCODINGS)
@example(2**64, "utf-8")
@example(-(2**80), "utf-8")
@example(float("inf"), "utf-8")
@example(float("nan"), "utf-8")
def test_any_value_is_decoded_to_the_same_one(value: Any, encoding: str) -> None:
    quick, thorough = both(json.dumps(value, ensure_ascii=False).encode(encoding, "replace"))

    assert quick == thorough


@given(st.binary() | st.text().map(str.encode))
@example(b'"\\ud800"')
@example(b'"\\ud83d\\ude00"')
@example(b"1e400")
@example(b"-0")
@example(b"1" * 400)
@example(b'{"a": 1, "a": 2}')
@example(b'"\x00"')
@example(b"[1,]")
@example(b"01")
@example(b"\xff\xfe")
@example(b"[" * 100_000)
def test_any_bytes_are_the_same_json_or_none(body: bytes) -> None:
    quick, thorough = both(body)

    assert quick == thorough


@given(VALUES | st.text())
@example({"score": float("nan")})
def test_any_event_has_the_same_data(value: Any) -> None:
    event = ServerSentEvent("message", value if isinstance(value, str) else json.dumps(value), "")

    with decoding(quickly=True):
        quick = data_of(event)
    with decoding(quickly=False):
        assert repr(quick) == repr(data_of(event))
