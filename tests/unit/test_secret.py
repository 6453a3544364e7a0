"""What must not be printed is not, and what is printed has it masked."""

from __future__ import annotations

import copy
import json
import logging
import pickle
import time
import traceback

import pytest

from ejento_async._secret import MASK, Secret, redact, redact_text

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


# Masking by value, and in text.


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


def test_masking_a_long_text_takes_no_time_to_speak_of() -> None:
    text = "a" * 2_000_000 + "-token" * 100_000 + " " * 100_000

    start = time.perf_counter()
    redact_text(text)

    assert time.perf_counter() - start < 2
