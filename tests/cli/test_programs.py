"""`ejento sandbox` and `ejento verify` are the programs of the package."""

from __future__ import annotations

import pytest

from ejento_async.sandbox import Sandbox
from tests.cli.conftest import Command


def test_verify_is_told_what_the_command_line_was_told(
    ejento: Command, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EJENTO_BASE_URL", "http://127.0.0.1:1")
    run = ejento(
        "--base-url", sandbox.base_url, "verify", "--only=v2.users.get_me", "--yes", "--pace=0"
    )

    assert 0 == run.status, run.err
    assert "v2.users.get_me" in run.out
    assert 1 == len(sandbox.requests.of("v2_users_get_me"))


def test_verify_goes_as_whoever_logged_in(
    ejento: Command, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("EJENTO_ACCESS_TOKEN")
    monkeypatch.delenv("EJENTO_AUTH_TOKEN")
    password = sandbox.password.encode()
    ejento("login", "--email", sandbox.email, "--password-stdin", stdin=password)
    run = ejento("verify", "--only=v2.users.get_me", "--yes", "--pace=0", "--json")

    assert 0 == run.status, run.err
    assert ["v2.users.get_me"] == [one["operation"] for one in run.json["operations"]]


def test_the_sandbox_has_its_own_options_and_help(
    ejento: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        ejento("sandbox", "--help")

    assert 0 == left.value.code
    assert "--stream-delay" in capsys.readouterr().out
    assert 2 == ejento("sandbox", "--host", "192.0.2.1").status
