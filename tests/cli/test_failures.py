"""What failed is one line on stderr, and a number for programs."""

from __future__ import annotations

import errno
import io
import json
import sys

import pytest

from ejento_async import (
    APIConnectionError,
    APITimeoutError,
    AuthenticationError,
    IndexingFailed,
    NotFoundError,
    RateLimitError,
    ServerError,
)
from ejento_async.cli import _failures, main
from ejento_async.cli._words import LONGEST, json_text, one_line, size_of, tame
from ejento_async.sandbox import Fault, Sandbox
from tests.cli.conftest import Command


@pytest.mark.parametrize(
    ("fault", "status", "words"),
    [
        (Fault.status(400), 1, "400 Bad Request"),
        (Fault.status(401), 3, "401 Unauthorized); unset EJENTO_ACCESS_TOKEN, EJENTO_AUTH_TOKEN"),
        (Fault.status(403), 1, "403 Forbidden"),
        (Fault.status(404), 4, "404 Not Found"),
        (Fault.status(429, headers={"Retry-After": "7"}), 1, "try again in 7 s"),
        (Fault.status(503), 1, "503 Service Unavailable"),
        (Fault.drop(), 5, "GET http://127.0.0.1"),
    ],
)
def test_a_failed_call_is_one_line_and_its_own_exit_status(
    ejento: Command, sandbox: Sandbox, fault: Fault, status: int, words: str
) -> None:
    sandbox.faults.add(fault)
    run = ejento("call", "v2.users.get_me")

    assert (status, "", 1) == (run.status, run.out, run.err.count("\n"))
    assert run.err.startswith("ejento: ")
    assert words in run.err
    assert sandbox.access_token not in run.err
    assert sandbox.api_key not in run.err


def test_a_wrong_key_is_not_taken_for_a_wrong_token(
    ejento: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EJENTO_API_KEY", "wrong-key")
    run = ejento("whoami")

    assert 3 == run.status
    assert "is EJENTO_API_KEY right?" in run.err
    assert "wrong-key" not in run.err


def test_a_server_that_is_not_there_is_no_answer(
    ejento: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = ejento("--base-url", "http://127.0.0.1:1", "call", "v2.users.get_me")

    assert (5, "") == (run.status, run.out)
    assert "is EJENTO_BASE_URL right?" in run.err


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("EJENTO_BASE_URL", "", "EJENTO_BASE_URL"),
        ("EJENTO_BASE_URL", "ftp://example.com", "EJENTO_BASE_URL"),
        ("EJENTO_API_KEY", "", "EJENTO_API_KEY"),
        ("EJENTO_TIMEOUT", "soon", "EJENTO_TIMEOUT"),
    ],
)
def test_a_bad_setting_is_named(
    ejento: Command, monkeypatch: pytest.MonkeyPatch, name: str, value: str, words: str
) -> None:
    monkeypatch.setenv(name, value)
    run = ejento("call", "v2.users.get_me")

    assert (3, "", 1) == (run.status, run.out, run.err.count("\n"))
    assert words in run.err


def test_nobody_logged_in_is_told_how(ejento: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("EJENTO_ACCESS_TOKEN")
    monkeypatch.delenv("EJENTO_AUTH_TOKEN")
    run = ejento("whoami")

    assert 3 == run.status
    assert "nobody is logged in: use `ejento login`" in run.err


def test_a_token_that_cannot_be_kept_is_not_renewed(
    ejento: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A renewal would end the pair of the shell, and the new one would be lost."""
    with Sandbox() as other:
        for name, value in other.env.items():
            monkeypatch.setenv(name, value)
        other.expire_access_token()
        run = ejento("whoami")

        assert 3 == run.status
        assert "Token has expired" in run.err
        assert 0 == other.refresh_count


def test_verbose_shows_the_log_of_the_sdk_in_front_or_behind(ejento: Command) -> None:
    in_front = ejento("-v", "call", "v2.users.get_me", "--json")
    behind = ejento("call", "v2.users.get_me", "--json", "--verbose")
    quiet = ejento("call", "v2.users.get_me", "--json")

    for run in (in_front, behind):
        assert "ejento: GET /api/v2/users/me 200" in run.err
        assert "ada@example.com" == run.json["email"]
    assert "" == quiet.err


@pytest.mark.parametrize(
    ("error", "status", "words"),
    [
        (NotFoundError("No such agent.", status=404), 4, "No such agent (404 Not Found)"),
        (ServerError("Oops", status=599, request_id="r-1"), 1, "Oops (599, request id r-1)"),
        (APITimeoutError("too slow"), 5, "too slow (APITimeoutError); give it more time with --ti"),
        (APIConnectionError("cut", maybe_applied=True), 5, "cut (the server may have acted on it)"),
        (RateLimitError("slow down", status=429), 1, "slow down (429 Too Many Requests)"),
        (AuthenticationError("no", status=401), 3, "no (401 Unauthorized); log in with `ejento l"),
        (IndexingFailed("document 7 could not be indexed"), 1, "document 7 could not be indexed"),
        (OSError(errno.ENOENT, "No such file", "a.md"), 1, "No such file: 'a.md'"),
        (ServerError("two\nlines \x1b[2J", status=500), 1, "two lines [2J (500 Internal"),
    ],
)
def test_each_error_has_its_words_and_its_status(error: Exception, status: int, words: str) -> None:
    assert status == _failures.status_of(error)
    assert words in _failures.explain(error)


def test_words_are_short_and_harmless() -> None:
    assert "" == tame("\x00\x1b\x7f\x9b\u202e")
    assert "a\tb\nc" == tame("a\tb\nc")
    assert LONGEST + 3 == len(one_line("x" * 10_000))
    sizes = (0, 999, 1000, 1_250_000, 12_000_000, 5_000_000_000_000)
    assert ["0 B", "999 B", "1.0 kB", "1.2 MB", "12 MB", "5000 GB"] == [*map(size_of, sizes)]


def test_json_can_always_be_written(monkeypatch: pytest.MonkeyPatch) -> None:
    value = {"half": "\ud83d", "whole": "\U0001f600 ä"}
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), encoding="utf-8"))
    assert r'{"half": "\ud83d", "whole": "' + '\U0001f600 ä"}' == json_text(value)
    assert value == json.loads(json_text(value))
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), encoding="latin-1"))
    assert json_text(value).isascii()
    assert value == json.loads(json_text(value))


def test_a_missing_extra_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in list(sys.modules):
        if name.startswith(("ejento_async.cli._", "click")):
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "click", None)

    assert 3 == main(["--help"])
    assert "pip install 'ejento-async[cli]'" in capsys.readouterr().err


def test_a_missing_part_of_an_extra_is_one_line(
    ejento: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in list(sys.modules):
        if name.startswith(("rich.", "ejento_async.cli._tables")) or name == "rich":
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "rich.cells", None)
    run = ejento("call", "v2.agents.list")

    assert (3, "", 1) == (run.status, run.out, run.err.count("\n"))
    assert "needs rich" in run.err
    assert "pip install 'ejento-async[cli]'" in run.err
