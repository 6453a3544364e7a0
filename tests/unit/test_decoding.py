"""Bodies of answers: what is JSON, what is not, and what the server has to say about a failure."""

from __future__ import annotations

import json
from typing import Any

import pytest

from ejento_async._decoding import (
    KEPT_TEXT,
    NotJSONError,
    decode_json,
    decode_leniently,
    looks_like_html,
    server_message,
)

CANARY = "canary-8c1f"


# Strictly: the body of a good answer.


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (b"{}", {}),
        (b'\xef\xbb\xbf{"a": 1}', {"a": 1}),
        ('{"a": "\u00e9\U0001f600"}'.encode(), {"a": "\u00e9\U0001f600"}),
        ('{"a": 1}'.encode("utf-16"), {"a": 1}),
        ('{"a": 1}'.encode("utf-16-le"), {"a": 1}),
        ('{"a": 1}'.encode("utf-32"), {"a": 1}),
        (b" \r\n\t[1, 2]\n ", [1, 2]),
        (b"null", None),
        (b'"text"', "text"),
        (b"0", 0),
        (b'{"a": 1, "a": 2}', {"a": 2}),
        (b"1" * 4000, int("1" * 4000)),
        (b"1e400", float("inf")),
        (b'"\\ud83d\\ude00"', "\U0001f600"),
        (b'"\\ud800"', "\ud800"),
    ],
    ids=lambda value: repr(value)[:40],
)
def test_json_is_decoded_in_every_encoding_that_servers_use(body: bytes, expected: object) -> None:
    assert decode_json(body) == expected


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "at character 0"),
        (b'{"a": 1', "at character 7"),
        (b'{"a": 1}}', "Extra data"),
        (b"{'a': 1}", "at character 1"),
        (b"<html>", "at character 0"),
        (b'{"a": NaN}', "NaN is not JSON"),
        (b"[Infinity]", "Infinity is not JSON"),
        (b"-Infinity", "-Infinity is not JSON"),
        (b'"\xff\xfe"', "invalid text: invalid start byte at byte 1"),
        (b'"caf\xe9"', "invalid text"),
        (b"\xff\xfe{", "invalid text"),
        (b'"\n"', "control character"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"a":' * 100_000, "nested too deeply"),
        (b"1" * 5000, "digits"),
        (b"\0\0\0\0", ""),
    ],
    ids=lambda value: repr(value)[:40],
)
def test_what_is_not_json_is_one_error_with_the_reason_in_words(body: bytes, reason: str) -> None:
    with pytest.raises(NotJSONError) as caught:
        decode_json(body)
    assert reason in str(caught.value)


def test_the_reason_does_not_repeat_the_body() -> None:
    with pytest.raises(NotJSONError) as caught:
        decode_json(b'{"a": "' + CANARY.encode() + b'"')
    assert CANARY not in str(caught.value)


# Leniently: the body of a failure.


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (b"", None),
        (b'{"message": "no"}', {"message": "no"}),
        (b'["a"]', ["a"]),
        (b'"text"', "text"),
        (b"null", None),
        (b"plain words", "plain words"),
        (b"<html>page</html>", "<html>page</html>"),
        (b'{"a": 1', '{"a": 1'),
        (b"caf\xe9", "caf\ufffd"),
        (b"\0\xff", "\0\ufffd"),
        (b'{"a": NaN}', '{"a": NaN}'),
    ],
    ids=lambda value: repr(value)[:40],
)
def test_any_body_at_all_can_be_shown(body: bytes, expected: object) -> None:
    assert decode_leniently(body, []) == expected


@pytest.mark.parametrize("body", [b"[" * 100_000, b"[" * 900 + b"]" * 900, b'{"a":' * 100_000])
def test_a_body_that_is_nested_too_deeply_is_shown_as_text_or_as_it_is(body: bytes) -> None:
    found = decode_leniently(body, [])

    assert isinstance(found, str | list)


def test_only_the_beginning_of_a_long_text_is_kept() -> None:
    assert decode_leniently(b"x" * 5_000_000, []) == "x" * KEPT_TEXT
    assert decode_leniently("\U0001f600".encode() * 5000, []) == "\U0001f600" * KEPT_TEXT


def test_secrets_are_masked_whether_the_body_is_json_or_text() -> None:
    assert CANARY not in repr(decode_leniently(json.dumps({"x": CANARY}).encode(), [CANARY]))
    assert CANARY not in repr(decode_leniently(f"<p>{CANARY}".encode(), [CANARY]))
    assert CANARY not in repr(decode_leniently(b'{"password": "' + CANARY.encode(), []))


@pytest.mark.parametrize("place", range(KEPT_TEXT - 15, KEPT_TEXT + 5))
def test_no_part_of_a_secret_is_left_where_a_text_is_cut(place: int) -> None:
    found = decode_leniently(b"x" * place + CANARY.encode() + b"x" * 100, [CANARY])

    assert "cana" not in found


def test_of_a_huge_body_of_a_failure_little_is_kept() -> None:
    body = json.dumps({"message": "a" * 2_000_000, "rows": ["-token" * 10] * 20_000}).encode()

    kept = decode_leniently(body, [CANARY])

    assert isinstance(kept, str)
    assert 0 < len(kept) <= KEPT_TEXT


# The server's words.


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"message": "no such agent"}, "no such agent"),
        ({"error": "no such agent"}, "no such agent"),
        ({"detail": "no such agent"}, "no such agent"),
        ({"details": "no such agent"}, "no such agent"),
        ({"message": "first", "error": "second"}, "first"),
        ({"message": "", "error": "second"}, "second"),
        ({"message": None, "detail": "third"}, "third"),
        ({"message": 5, "detail": "third"}, "third"),
        ({"error": {"message": "nested"}}, "nested"),
        ({"error": {"details": "nested"}}, "nested"),
        ({"message": {"email": ["taken"]}, "detail": "x"}, "x"),
        (
            {"detail": [{"loc": ["body", "email"], "msg": "field required", "type": "missing"}]},
            "body.email: field required",
        ),
        (
            {"detail": [{"loc": ["query", 0], "msg": "a"}, {"msg": "b"}, {"loc": 5, "msg": "c"}]},
            "query.0: a; b; c",
        ),
        ({"detail": ["a", "b"]}, "a; b"),
        (["a", {"message": "b"}], "a; b"),
        ("  words  ", "words"),
        ({"data": {"message": "not this one"}}, None),
        ({}, None),
        ([], None),
        (None, None),
        (5, None),
        (True, None),
        ("", None),
        ([[], {}], None),
        ({"detail": []}, None),
    ],
    ids=repr,
)
def test_the_words_of_the_server_are_found_wherever_its_services_put_them(
    body: Any, expected: str | None
) -> None:
    assert server_message(body) == expected


def test_of_many_complaints_the_first_few_are_told() -> None:
    found = server_message({"detail": [{"msg": str(number)} for number in range(100)]})

    assert found == "0; 1; 2; 3; 4"


def test_long_words_are_cut() -> None:
    assert server_message({"message": "x" * 10**6}) == "x" * KEPT_TEXT


@pytest.mark.parametrize("page", ["<html>", " \n<!doctype html>", "<?xml version='1.0'?>"])
def test_a_page_is_told_from_words(page: str) -> None:
    assert looks_like_html(page)


@pytest.mark.parametrize("body", ["a < b", "", None, {}, ["<"], 5])
def test_words_are_told_from_a_page(body: object) -> None:
    assert not looks_like_html(body)


@pytest.mark.parametrize("secret", [CANARY, "canary-pass/word &é"])
@pytest.mark.parametrize("place", range(7960, 8010, 3))
def test_a_secret_that_is_cut_where_looking_ends_leaves_no_piece(secret: str, place: int) -> None:
    """Masking shortens what stands before it, and so brings that place into what is kept."""
    long = "canary-" + "y" * 2000
    start = f"<{long}{long}{long}"
    body = (start + "." * (place - len(start)) + secret + "." * 100).encode()

    found = decode_leniently(body, [secret, long])

    assert "canary" not in found
    assert found.startswith("<*********")
