"""What must not be printed is not, and what is printed has it masked."""

from __future__ import annotations

import copy
import html
import json
import logging
import pickle
import re
import traceback
from collections.abc import Callable
from urllib.parse import quote, quote_plus

import pytest

from ejento_async._secret import (
    MASK,
    Secret,
    conceal,
    redact,
    redact_headers,
    redact_text,
    sealed,
    secrets_in,
    without_stump,
)

CANARY = "canary-8c1f"


# Secret.


def test_a_secret_is_readable_through_reveal_only() -> None:
    secret = Secret(CANARY)

    assert secret.reveal() == CANARY
    for shown in (repr(secret), str(secret), f"{secret}", f"{secret!r}"):
        assert CANARY not in shown
    assert CANARY not in repr([secret, {"a": secret}])


def test_a_secret_has_no_attributes_to_list() -> None:
    with pytest.raises(TypeError):
        vars(Secret(CANARY))
    assert not hasattr(Secret(CANARY), "value")


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_a_secret_refuses_to_be_pickled(protocol: int) -> None:
    with pytest.raises(TypeError, match="cannot be pickled"):
        pickle.dumps(Secret(CANARY), protocol)


def test_a_secret_refuses_to_be_copied_and_serialised() -> None:
    with pytest.raises(TypeError, match="cannot be pickled"):
        copy.copy(Secret(CANARY))
    with pytest.raises(TypeError):
        json.dumps(Secret(CANARY))


def test_a_secret_does_not_show_in_a_log_record(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        logging.getLogger("test").debug("calling with %s %r", Secret(CANARY), Secret(CANARY))

    assert CANARY not in caplog.text


def test_a_secret_does_not_show_in_a_traceback_with_locals() -> None:
    def fail(secret: Secret) -> None:
        raise ValueError(secret)

    with pytest.raises(ValueError, match=r"\*\*\*") as caught:
        fail(Secret(CANARY))

    shown = traceback.TracebackException.from_exception(caught.value, capture_locals=True)
    assert CANARY not in "".join(
        line for frame in shown.stack[1:] for line in (frame.locals or {}).values()
    )


def test_secrets_are_equal_when_they_hold_the_same() -> None:
    assert Secret("a") == Secret("a")
    assert Secret("a") != Secret("b")
    assert Secret("a") != "a"
    assert len({Secret("a"), Secret("a"), Secret("b")}) == 2


def test_a_secret_cannot_be_derived_from() -> None:
    assert getattr(Secret, "__final__", False)


# Masking by the name of a member.


@pytest.mark.parametrize(
    "name",
    [
        "token",
        "access_token",
        "ejento_access_token",
        "refreshToken",
        "password",
        "new_password",
        "client_secret",
        "api_key",
        "api-key",
        "apiKey",
        "Authorization",
        "Ocp-Apim-Subscription-Key",
        "code",
        "otp",
    ],
)
def test_a_member_that_is_named_like_a_credential_is_masked(name: str) -> None:
    assert redact({name: CANARY}) == {name: MASK}
    assert redact([{"data": [{name: CANARY}]}]) == [{"data": [{name: MASK}]}]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("total_tokens", 512),
        ("prompt_tokens", "512"),
        ("token_type", "bearer"),
        ("token", None),
        ("token", ""),
        ("token", True),
        ("password", 5),
        ("message", "all is well"),
        ("passcode_hint", "none"),
    ],
)
def test_what_only_sounds_like_a_credential_stays(name: str, value: object) -> None:
    assert redact({name: value}) == {name: value}


def test_words_about_a_password_stay_where_a_server_lists_what_is_wrong_with_it() -> None:
    body = {"password": ["This field may not be blank."]}

    assert redact(body) == body


def test_the_body_that_is_redacted_stays_as_it_was() -> None:
    body = {"token": CANARY, "inner": [{"password": CANARY}]}

    redact(body)

    assert body == {"token": CANARY, "inner": [{"password": CANARY}]}


@pytest.mark.parametrize("value", [None, True, 5, 5.5, "", [], {}])
def test_what_holds_no_text_comes_back_as_it_is(value: object) -> None:
    assert redact(value) == value


def test_all_text_within_a_member_that_is_named_like_a_credential_is_masked() -> None:
    body = {"access_token": {"value": CANARY, "expires_in": 3600, "more": {"x": CANARY}}}

    assert redact(body) == {
        "access_token": {"value": MASK, "expires_in": 3600, "more": {"x": MASK}}
    }


def test_cookies_are_masked_in_headers() -> None:
    headers = {"set-cookie": f"sid={CANARY}", "content-type": "text/plain"}

    assert redact_headers(headers) == {"set-cookie": MASK, "content-type": "text/plain"}


# Masking by value, and in text.


ODD = "canary/+=&\"'<>\\ %2f\u00e9\U0001f642"
"""A password with everything in it that programs write in ways of their own."""


@pytest.mark.parametrize(
    "written",
    [
        lambda text: text,
        lambda text: quote(text, safe=""),
        quote,
        lambda text: quote(text, safe="!*'()"),
        quote_plus,
        lambda text: re.sub("%..", lambda found: found.group().lower(), quote(text, safe="")),
        lambda text: json.dumps(text)[1:-1],
        lambda text: json.dumps(text, ensure_ascii=False)[1:-1],
        lambda text: json.dumps(text)[1:-1].replace("/", "\\/"),
        html.escape,
        lambda text: html.escape(text, quote=False),
        lambda text: html.escape(text).replace("&#x27;", "&#39;").replace("&quot;", "&#34;"),
        lambda text: repr(text)[1:-1],
        lambda text: text.encode().decode("latin-1"),
    ],
)
@pytest.mark.parametrize(
    "sent", [lambda text: text, lambda text: json.dumps(text, ensure_ascii=False), quote_plus]
)
def test_a_known_secret_is_masked_however_it_was_sent_and_is_printed(
    sent: Callable[[str], str], written: Callable[[str], str]
) -> None:
    told = f"denied: {written(sent(ODD))}, again"

    assert "canary" not in redact_text(told, [ODD])
    assert "canary" not in conceal(told, [ODD])
    assert redact_text(told, [ODD]).endswith("again")


def test_a_number_that_was_sent_as_a_code_is_masked_as_a_number() -> None:
    assert redact({"x": [482913, 4829130, 48]}, ["482913"]) == {"x": [MASK, 4829130, 48]}


def test_a_secret_too_short_to_be_one_masks_nothing() -> None:
    assert redact_text("a cat sat", ["a", "at", "cat"]) == "a cat sat"
    assert redact_text("a cats sat", ["cats"]) == f"a {MASK} sat"


def test_concealing_leaves_what_only_looks_like_a_credential() -> None:
    text = f"data.access_token: expected a string, found nothing; {CANARY}"

    assert conceal(text, [CANARY]) == text.replace(CANARY, MASK)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a text", "a text"),
        ("a text sec", "a text "),
        ("a text secret-", "a text "),
        ("a text secret-1", "a text secret-1"),  # whole, and so masked as ever
        ("a text pass%20wo", "a text "),
        ("a text p\ufffd", "a text "),
        ("", ""),
        ("s", ""),
    ],
)
def test_the_beginning_of_a_secret_is_dropped_where_a_text_was_cut(text: str, left: str) -> None:
    assert without_stump(text, ["secret-1", "pass word"]) == left


# Credentials among the arguments of a call.


def test_credentials_are_found_by_the_names_of_arguments_at_any_depth() -> None:
    arguments = [
        {"password": "one", "deep": [{"client_secret": "two", "name": "Ann"}], "code": 482913},
        {"max_tokens": "512", "token": None, "api_key": {"value": "x", "secret": "three"}},
    ]

    assert list(secrets_in(arguments)) == ["one", "two", "482913", "three"]


def test_a_sealed_argument_shows_nothing_and_is_the_same() -> None:
    assert sealed("x") == Secret("x")
    assert sealed({"a": "x", "b": {"c": "y", "d": 1}}) == {
        "a": Secret("x"),
        "b": {"c": Secret("y"), "d": 1},
    }
    assert sealed(None) is None


def test_a_known_secret_is_masked_wherever_it_occurs() -> None:
    body = {"message": f"no user for {CANARY}!", "echo": [f"x{CANARY}y"], CANARY: 1}

    assert CANARY not in repr(redact(body, [CANARY]))


def test_a_secret_that_begins_like_another_does_not_leave_the_rest_of_it() -> None:
    assert redact_text("key=abc123 tok=abc123def", ["abc123", "abc123def"]) == "key=*** tok=***"


def test_an_empty_secret_masks_nothing() -> None:
    assert redact("text", ["", "zzz"]) == "text"
    assert redact_text("text", [""]) == "text"


@pytest.mark.parametrize(
    "text",
    [
        f"Authorization: Bearer {CANARY}",
        f"authorization: bearer {CANARY}, again",
        f'{{"access_token": "{CANARY}", "x": 1',
        f"{{'access_token': '{CANARY}'",
        f"https://h.example/cb?ejento_access_token={CANARY}&x=1",
        f"password={CANARY}",
        f"client_secret: {CANARY}",
        f"api_key={CANARY}",
        f"api-key = {CANARY}",
        f"<b>token:</b> <i>token={CANARY}</i>",
        f"Ocp-Apim-Subscription-Key: {CANARY}",
        f"authorization=Bearer%20{CANARY}&x=1",
        f'{{\\"access_token\\": \\"{CANARY}\\"}}',
        f"&quot;password&quot;: &quot;{CANARY}",
        f"https://h.example/cb?state=1&code={CANARY}#x",
        f"https://h.example/blob?sv=2024&sig={CANARY}",
        f"the token eyJ{CANARY}.eyJhbGciOiJIUzI1NiJ9.{CANARY} is over",
    ],
)
def test_text_is_masked_where_it_looks_like_a_credential(text: str) -> None:
    found = redact_text(text)

    assert CANARY not in found
    assert MASK in found


@pytest.mark.parametrize(
    "text",
    [
        "the token has expired",
        "password must not be empty",
        "bearer of good news? no",
        "tokens: 512",
    ],
)
def test_text_about_credentials_stays_readable(text: str) -> None:
    assert redact_text(text).split()[0] == text.split(maxsplit=1)[0]


def test_the_rest_of_a_masked_text_stays() -> None:
    found = redact_text(f"GET /cb?token={CANARY}&page=2 failed")

    assert found == f"GET /cb?token={MASK}&page=2 failed"


def test_masking_takes_a_time_in_proportion_to_the_text() -> None:
    """Were it the square of it, this would not come to an end."""
    text = "a" * 2_000_000 + "-token" * 100_000 + " " * 100_000 + "-eyJaaaaa" * 50_000
    text += "bearer++" * 20_000 + "?code=&quot;" * 20_000 + "token" + "\\" * 50_000

    assert MASK in redact_text(text)
