"""Settings: where they come from, which of two wins, and what is refused."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Mapping
from datetime import timedelta
from math import inf, nan
from pathlib import Path
from typing import Any

import pytest

from ejento_async._auth import AccessToken, Password, TokenPair, UserToken
from ejento_async._config import Limits, Service, Settings, Timeout, resolve
from ejento_async._credentials import Credentials
from ejento_async._errors import ConfigurationError, EjentoError
from tests.support import chain

URL = "https://ejento.example.com"
CANARY = "canary-8c1f"
COMPLETE = {
    "EJENTO_BASE_URL": URL,
    "EJENTO_API_KEY": "the-key",
    "EJENTO_ACCESS_TOKEN": "the-token",
}
CREDENTIALS = {name: value for name, value in COMPLETE.items() if "TOKEN" not in name}


def settings(environ: Mapping[str, str] = COMPLETE, **arguments: Any) -> Settings:
    names = [
        "base_url",
        "api_key",
        "access_token",
        "credentials",
        "timeout",
        "deadline",
        "max_retries",
        "limits",
        "services",
    ]
    return resolve(**dict.fromkeys(names) | arguments, environ=environ)


def refused(environ: Mapping[str, str] = COMPLETE, **arguments: Any) -> str:
    """Return the words with which settings are refused."""
    with pytest.raises(ConfigurationError) as caught:
        settings(environ, **arguments)
    return str(caught.value)


# Where settings come from.


def test_all_that_a_client_needs_may_come_from_the_environment() -> None:
    found = settings()

    assert found.base_url == URL
    assert found.api_key.reveal() == "the-key"
    assert found.credentials.secrets() == ["the-token"]


def test_the_environment_of_the_process_is_the_one_that_counts(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in COMPLETE.items():
        monkeypatch.setenv(name, value)

    assert settings(None).base_url == URL  # type: ignore[arg-type]


def test_what_nobody_sets_has_the_documented_defaults() -> None:
    found = settings()

    assert found.timeout == Timeout(connect=10, read=60, write=60)
    assert found.deadline == 120
    assert found.max_retries == 2
    assert found.limits == Limits(
        max_connections=20, keepalive=30, max_response_bytes=100 * 1024 * 1024
    )
    assert found.services == {}


@pytest.mark.parametrize(
    ("argument", "variable", "given", "expected"),
    [
        ("base_url", "EJENTO_BASE_URL", "https://other.example", "https://other.example"),
        ("timeout", "EJENTO_TIMEOUT", 5, Timeout(connect=5, read=5, write=5)),
        ("timeout", "EJENTO_TIMEOUT", 90.5, Timeout(connect=10, read=90.5, write=90.5)),
        ("max_retries", "EJENTO_MAX_RETRIES", 7, 7),
        ("max_retries", "EJENTO_MAX_RETRIES", 0, 0),
    ],
)
def test_a_setting_may_be_an_argument_or_a_variable(
    argument: str, variable: str, given: Any, expected: object
) -> None:
    assert getattr(settings(**{argument: given}), argument) == expected
    assert getattr(settings({**COMPLETE, variable: str(given)}), argument) == expected


@pytest.mark.parametrize(
    ("variable", "worse", "argument", "better"),
    [
        ("EJENTO_BASE_URL", "nonsense", "base_url", "https://other.example"),
        ("EJENTO_TIMEOUT", "nonsense", "timeout", 5),
        ("EJENTO_MAX_RETRIES", "nonsense", "max_retries", 1),
    ],
)
def test_an_argument_wins_over_its_variable(
    variable: str, worse: str, argument: str, better: Any
) -> None:
    settings({**COMPLETE, variable: worse}, **{argument: better})


def test_keys_and_tokens_given_as_arguments_win_over_their_variables() -> None:
    found = settings(api_key="other-key", access_token="other-token")

    assert found.secrets() == ["other-key", "other-token"]


def test_an_access_token_as_argument_wins_over_every_kind_of_credentials_in_variables() -> None:
    environ = COMPLETE | {"EJENTO_AUTH_TOKEN": "auth", "EJENTO_PASSWORD": "x"}

    assert isinstance(settings(environ, access_token="other").credentials, AccessToken)


def test_an_empty_variable_is_as_good_as_none() -> None:
    environ = COMPLETE | {
        "EJENTO_AUTH_TOKEN": "",
        "EJENTO_TIMEOUT": "",
        "EJENTO_MAX_RETRIES": "",
        "EJENTO_TOKEN_FILE": "",
        "EJENTO_INDEXING_SERVICE_URL": "",
    }

    found = settings(environ)
    assert isinstance(found.credentials, AccessToken)
    assert (found.timeout, found.max_retries, found.services) == (Timeout(), 2, {})


def test_durations_may_be_timedeltas() -> None:
    found = settings(timeout=timedelta(minutes=2), deadline=timedelta(minutes=5))

    assert found.timeout.read == 120
    assert found.deadline == 300
    assert Timeout(read=timedelta(seconds=3)).read == 3


# Tokens.


@pytest.mark.parametrize("prefix", ["", "Bearer ", "bearer ", "BEARER  ", " Bearer "])
def test_a_token_may_be_given_with_its_word_bearer_in_front(prefix: str) -> None:
    found = settings(COMPLETE | {"EJENTO_ACCESS_TOKEN": f"{prefix}the-token"})

    assert found.credentials.secrets() == ["the-token"]
    assert AccessToken(f"{prefix}the-token").secrets() == ["the-token"]
    assert "the-token" in TokenPair(f"{prefix}the-token").secrets()


@pytest.mark.parametrize(
    "token",
    ["Bearer", "Bearer ", "two words", "line\nbreak", "cr\rlf\n", "nul\0", "tökén", "\u2028", " "],
)
def test_a_token_that_cannot_stand_in_a_header_is_refused_unseen(token: str) -> None:
    for found in (
        refused(access_token=token),
        refused(COMPLETE | {"EJENTO_ACCESS_TOKEN": token}),
        refused(COMPLETE | {"EJENTO_AUTH_TOKEN": token}),
        refused(api_key=token),
        refused(COMPLETE | {"EJENTO_API_KEY": token}),
    ):
        assert "TOKEN" in found or "KEY" in found
        assert token.strip() in ("", "Bearer") or token not in found


# Kinds of credentials.


def test_an_auth_token_makes_a_pair_that_renews_itself(tmp_path: Path) -> None:
    environ = COMPLETE | {
        "EJENTO_AUTH_TOKEN": "the-auth",
        "EJENTO_TOKEN_FILE": str(tmp_path / "tokens.json"),
    }

    found = settings(environ).credentials
    assert isinstance(found, TokenPair)
    assert found.renewable


def test_a_token_file_alone_makes_a_pair_that_is_read_from_it(tmp_path: Path) -> None:
    environ = CREDENTIALS | {"EJENTO_TOKEN_FILE": str(tmp_path / "tokens.json")}

    found = settings(environ).credentials
    assert isinstance(found, TokenPair)
    assert found.secrets() == []


def test_e_mail_and_password_make_a_login() -> None:
    environ = CREDENTIALS | {"EJENTO_EMAIL": "a@b.example", "EJENTO_PASSWORD": "pass word"}

    assert isinstance(settings(environ).credentials, Password)


def test_an_application_secret_makes_a_user_token() -> None:
    environ = CREDENTIALS | {
        "EJENTO_EMAIL": "a@b.example",
        "EJENTO_FULL_NAME": "Ann B.",
        "EJENTO_APPLICATION_SECRET": "s",
    }

    assert isinstance(settings(environ).credentials, UserToken)


@pytest.mark.parametrize(
    ("environ", "missing"),
    [
        ({"EJENTO_PASSWORD": "x"}, "EJENTO_EMAIL"),
        ({"EJENTO_APPLICATION_SECRET": "x"}, "EJENTO_EMAIL"),
        ({"EJENTO_APPLICATION_SECRET": "x", "EJENTO_EMAIL": "a@b.c"}, "EJENTO_FULL_NAME"),
    ],
)
def test_half_a_login_names_the_variable_that_is_missing(
    environ: dict[str, str], missing: str
) -> None:
    assert missing in refused(CREDENTIALS | environ)


def test_without_any_credentials_all_ways_to_give_them_are_named() -> None:
    found = refused(CREDENTIALS)

    for name in ("access_token", "credentials", "EJENTO_ACCESS_TOKEN", "EJENTO_AUTH_TOKEN"):
        assert name in found
    for name in ("EJENTO_PASSWORD", "EJENTO_APPLICATION_SECRET", "EJENTO_TOKEN_FILE"):
        assert name in found
    assert "ejento_async.sandbox" in found


def test_an_access_token_beside_other_credentials_is_refused() -> None:
    found = refused(access_token="x", credentials=AccessToken("y"))

    assert "access_token" in found
    assert "credentials" in found


# What is refused.


@pytest.mark.parametrize("name", ["base_url", "api_key"])
@pytest.mark.parametrize("value", [None, ""])
def test_a_setting_that_is_missing_is_named_with_its_variable(name: str, value: str | None) -> None:
    environ = {key: text for key, text in COMPLETE.items() if key != f"EJENTO_{name.upper()}"}

    found = refused(environ, **{name: value})
    assert name in found
    assert f"EJENTO_{name.upper()}" in found
    assert "ejento_async.sandbox" in found


@pytest.mark.parametrize(
    "url",
    [
        "ejento.example.com",
        "//ejento.example.com",
        "ftp://ejento.example.com",
        "https://",
        "https:///path",
        "https://ejento.example.com:port",
        "https://ejento.example.com:99999",
        "https://[::1",
        "https://user:pass@ejento.example.com",
        "https://user@ejento.example.com",
        "https://ejento.example.com?x=1",
        "https://ejento.example.com#x",
        "https://ejento.example.com/a b",
        "https://ejento example.com",
        "https://ejento.example.com\r\nHost: evil",
        "https://ejento.example.com\0",
        "https://\u2603.example",
        "https://ejento.example.com\\@evil.example",
        "http://ejento.example.com",
        "http://127.0.0.1.evil.example",
        "http://localhost.evil.example",
        " ",
        5,
        b"https://ejento.example.com",
    ],
)
def test_a_base_url_that_cannot_be_one_is_refused(url: Any) -> None:
    found = refused(base_url=url)

    assert "base_url" in found
    assert "EJENTO_BASE_URL" in found


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://ejento.example.com/", "https://ejento.example.com"),
        ("https://ejento.example.com/tenant/", "https://ejento.example.com/tenant"),
        ("HTTPS://Ejento.Example.com:8443", "https://ejento.example.com:8443"),
        ("http://localhost:8000", "http://localhost:8000"),
        ("http://127.0.0.1", "http://127.0.0.1"),
        ("http://[::1]:9/x", "http://[::1]:9/x"),
    ],
)
def test_a_base_url_is_taken_in_its_usual_spellings(url: str, expected: str) -> None:
    assert settings(base_url=url).base_url == expected


def test_plain_http_is_for_loopback_only() -> None:
    assert "https" in refused(base_url="http://ejento.example.com")


@pytest.mark.parametrize(
    "url", [f"https://user:{CANARY}", f"https://u:{CANARY}@h.example", f"https://h?k={CANARY}"]
)
def test_a_password_in_a_refused_url_is_not_repeated(url: str) -> None:
    assert CANARY not in refused(base_url=url)


@pytest.mark.parametrize("value", [0, -1, nan, inf, True, "5", [], timedelta(0)])
@pytest.mark.parametrize("name", ["timeout", "deadline"])
def test_a_duration_must_be_a_positive_length_of_time(name: str, value: Any) -> None:
    assert name in refused(**{name: value})


@pytest.mark.parametrize("phase", ["connect", "read", "write"])
@pytest.mark.parametrize("value", [0, -1, nan, inf, True, "5", None])
def test_each_phase_of_a_timeout_is_checked(phase: str, value: Any) -> None:
    with pytest.raises(ConfigurationError, match="timeout"):
        Timeout(**{phase: value})


@pytest.mark.parametrize(
    ("variable", "argument", "text"),
    [
        ("EJENTO_TIMEOUT", "timeout", "soon"),
        ("EJENTO_TIMEOUT", "timeout", "-5"),
        ("EJENTO_TIMEOUT", "timeout", "nan"),
        ("EJENTO_TIMEOUT", "timeout", "inf"),
        ("EJENTO_MAX_RETRIES", "max_retries", "many"),
        ("EJENTO_MAX_RETRIES", "max_retries", "-1"),
        ("EJENTO_MAX_RETRIES", "max_retries", "1.5"),
        ("EJENTO_MAX_RETRIES", "max_retries", "inf"),
        ("EJENTO_MAX_RETRIES", "max_retries", "nan"),
    ],
)
def test_a_malformed_variable_is_named_with_its_argument_and_its_text(
    variable: str, argument: str, text: str
) -> None:
    found = refused(COMPLETE | {variable: text})

    assert variable in found
    assert argument in found
    assert text in found


@pytest.mark.parametrize("value", [-1, 1.5, nan, inf, True, "2", []])
def test_retries_must_be_a_whole_number(value: Any) -> None:
    assert "max_retries" in refused(max_retries=value)


@pytest.mark.parametrize("name", ["max_connections", "keepalive", "max_response_bytes"])
@pytest.mark.parametrize("value", [0, -1, nan, "20", None, True])
def test_limits_must_be_positive_numbers(name: str, value: Any) -> None:
    with pytest.raises(ConfigurationError, match=f"limits.{name}"):
        Limits(**{name: value})


@pytest.mark.parametrize("name", ["max_connections", "max_response_bytes"])
def test_limits_that_count_something_must_be_whole_numbers(name: str) -> None:
    with pytest.raises(ConfigurationError, match=f"limits.{name}"):
        Limits(**{name: 2.5})  # type: ignore[arg-type]


def test_every_refusal_is_a_value_error_and_an_error_of_the_sdk() -> None:
    assert issubclass(ConfigurationError, ValueError)
    assert issubclass(ConfigurationError, EjentoError)


# Services.


def test_a_service_may_have_url_key_and_header_of_its_own() -> None:
    service = Service(base_url="https://indexing.example/", api_key="k2", api_key_header="X-Key")

    found = settings(services={"indexing-service": service}).services
    assert list(found) == ["indexing-service"]
    assert found["indexing-service"].base_url == "https://indexing.example"
    assert found["indexing-service"].api_key_header == "X-Key"


def test_a_service_may_come_from_variables() -> None:
    environ = COMPLETE | {
        "EJENTO_INDEXING_SERVICE_URL": "https://indexing.example",
        "EJENTO_RESPONSE_SERVICE_KEY": "k2",
        "EJENTO_AUTH_SERVICE_KEY": "k3",
        "EJENTO_AUTH_SERVICE_KEY_HEADER": "X-Key",
    }

    found = settings(environ)
    assert found.services["indexing-service"].base_url == "https://indexing.example"
    assert found.services["indexing-service"].api_key is None
    assert found.services["auth-service"].api_key_header == "X-Key"
    assert {"k2", "k3"} <= set(found.secrets())


def test_a_service_as_argument_wins_over_its_variables() -> None:
    environ = COMPLETE | {"EJENTO_INDEXING_SERVICE_URL": "nonsense"}
    service = Service(base_url="https://indexing.example")

    found = settings(environ, services={"indexing-service": service})
    assert found.services["indexing-service"].base_url == "https://indexing.example"


def test_a_service_that_only_names_another_header_is_not_lost() -> None:
    found = settings(services={"indexing-service": Service(api_key_header="X-Key")})

    assert found.services["indexing-service"].api_key_header == "X-Key"


@pytest.mark.parametrize(
    ("service", "named"),
    [
        (Service(base_url="http://indexing.example"), "base_url (EJENTO_INDEXING_SERVICE_URL)"),
        (Service(base_url="indexing"), "base_url (EJENTO_INDEXING_SERVICE_URL)"),
        (Service(base_url=""), "base_url (EJENTO_INDEXING_SERVICE_URL)"),
        (Service(api_key="line\nbreak"), "api_key (EJENTO_INDEXING_SERVICE_KEY)"),
        (Service(api_key=""), "api_key (EJENTO_INDEXING_SERVICE_KEY)"),
        (
            Service(api_key="k", api_key_header="X: y\r\nZ"),
            "api_key_header (EJENTO_INDEXING_SERVICE_KEY_HEADER)",
        ),
    ],
)
def test_a_malformed_service_is_named_with_its_variable(service: Service, named: str) -> None:
    assert named in refused(services={"indexing-service": service})


def test_a_service_that_does_not_exist_is_refused() -> None:
    found = refused(services={"index-service": Service()})

    assert "index-service" in found
    assert "indexing-service" in found


@pytest.mark.parametrize("service", ["https://indexing.example", {"base_url": "x"}, None])
def test_a_service_must_be_a_service(service: Any) -> None:
    assert "services" in refused(services={"indexing-service": service})


# Secrets.


def every_kind() -> list[Credentials]:
    return [
        AccessToken(CANARY),
        TokenPair(CANARY, CANARY),
        Password("a@b.example", CANARY),
        UserToken("a@b.example", "Ann", CANARY),
    ]


@pytest.mark.parametrize("credentials", every_kind(), ids=repr)
def test_no_secret_shows_in_anything_that_is_made_of_settings(credentials: Credentials) -> None:
    service = Service(base_url=URL, api_key=CANARY)
    found = settings(
        CREDENTIALS,
        api_key=CANARY,
        credentials=credentials,
        services={"auth-service": service},
    )

    shown = [found, credentials, found.api_key, service, vars(credentials)]
    for value in shown:
        assert CANARY not in repr(value)
        assert CANARY not in str(value)
    assert CANARY in found.secrets()


@pytest.mark.parametrize("credentials", every_kind(), ids=repr)
def test_credentials_refuse_to_be_pickled_and_copied_by_value(credentials: Credentials) -> None:
    with pytest.raises(TypeError, match="Secret"):
        pickle.dumps(credentials)
    with pytest.raises(TypeError, match="Secret"):
        copy.deepcopy(credentials)


@pytest.mark.parametrize(
    "environ",
    [
        COMPLETE | {"EJENTO_ACCESS_TOKEN": f"{CANARY}\n"},
        COMPLETE | {"EJENTO_ACCESS_TOKEN": f"{CANARY} x"},
        COMPLETE | {"EJENTO_API_KEY": f"{CANARY}\u2028x"},
        COMPLETE | {"EJENTO_AUTH_TOKEN": f"{CANARY} x"},
        CREDENTIALS | {"EJENTO_PASSWORD": CANARY},
        CREDENTIALS | {"EJENTO_APPLICATION_SECRET": CANARY},
    ],
)
def test_no_refusal_repeats_a_secret(environ: dict[str, str]) -> None:
    with pytest.raises(ConfigurationError) as caught:
        settings(environ, timeout=-1)

    for error in chain(caught.value):
        assert CANARY not in f"{error!s} {error!r}"


def test_whoever_has_set_nothing_is_told_of_url_and_key_at_once() -> None:
    assert refused({}).startswith(
        "base_url and api_key: not given; pass them or set EJENTO_BASE_URL and EJENTO_API_KEY"
    )
