"""`ejento login`, `logout`, `whoami`: tokens in a file, and nothing else of a login anywhere."""

from __future__ import annotations

import json
import stat
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from ejento_async.cli._connection import Connection
from ejento_async.sandbox import Sandbox
from tests.cli.conftest import Command, runner

PASSWORD = b"sandbox-password\n"


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as sandbox:
        yield sandbox


@pytest.fixture
def ejento(
    sandbox: Sandbox, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Command:
    """Return a function that runs a command line of somebody who has no credentials yet."""
    monkeypatch.setenv("EJENTO_BASE_URL", sandbox.base_url)
    monkeypatch.setenv("EJENTO_API_KEY", sandbox.api_key)
    return runner(capsys, monkeypatch)


def only_file(folder: Path) -> Path:
    (file,) = folder.rglob("tokens-*.json")
    return file


def log_in(ejento: Command, *more: object) -> None:
    run = ejento("login", "--email", "ada@example.com", "--password-stdin", *more, stdin=PASSWORD)
    assert 0 == run.status, run.err


def test_after_a_login_commands_go_as_whoever_logged_in(
    ejento: Command, sandbox: Sandbox, tmp_path: Path
) -> None:
    run = ejento("login", "--email", sandbox.email, "--password-stdin", stdin=PASSWORD)
    who = ejento("whoami")
    file = only_file(tmp_path / "config")

    assert (0, "") == (run.status, run.err)
    assert run.lines[0] == "Logged in as Ada Lovelace <ada@example.com>."
    assert run.lines[-1] == f"  export EJENTO_TOKEN_FILE={file}"
    assert 0o600 == stat.S_IMODE(file.stat().st_mode)
    assert 0o700 == stat.S_IMODE(file.parent.stat().st_mode)
    assert ["Ada Lovelace <ada@example.com>", sandbox.base_url] == who.lines
    tokens = json.loads(file.read_text())
    for secret in (tokens["access_token"], tokens["auth_token"], sandbox.password):
        assert secret not in run.out + run.err + who.out


def test_the_tokens_of_a_login_renew_themselves_and_are_kept(
    ejento: Command, sandbox: Sandbox, tmp_path: Path
) -> None:
    log_in(ejento)
    before = only_file(tmp_path).read_text()
    sandbox.expire_access_token()

    assert [0, 0] == [ejento("whoami").status for _ in range(2)]
    assert 1 == sandbox.refresh_count
    assert before != only_file(tmp_path).read_text()


def test_tokens_are_not_sent_to_another_deployment(
    ejento: Command, sandbox: Sandbox, tmp_path: Path
) -> None:
    log_in(ejento)
    with Sandbox() as other:
        run = ejento("--base-url", other.base_url, "whoami")

        assert 3 == run.status
        assert "nobody is logged in" in run.err
        assert 0 == len(other.requests)


def test_each_deployment_has_a_file_of_its_own() -> None:
    urls = ("https://a.test", "https://a.test:8443", "https://a.test/8443", "https://b.test")
    files: set[Path] = set()
    for url in urls:
        connection = Connection()
        connection.base_url = url
        files.add(connection.token_file())
        connection.base_url = f"{url}/"
        files.add(connection.token_file())

    assert len(urls) == len(files)


def test_credentials_of_the_environment_win_over_a_login(
    ejento: Command, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    log_in(ejento)
    grace = sandbox.issue_tokens("grace@example.com")
    monkeypatch.setenv("EJENTO_ACCESS_TOKEN", grace.access)
    again = ejento("login", "--email", sandbox.email, "--password-stdin", stdin=PASSWORD)

    assert "grace@example.com" in ejento("whoami").out
    assert "use these tokens once you unset EJENTO_ACCESS_TOKEN; for programs" in again.out


def test_the_file_can_be_chosen(
    ejento: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "my tokens.json"
    run = ejento(
        "login",
        "--email=ada@example.com",
        "--password-stdin",
        f"--token-file={file}",
        stdin=PASSWORD,
    )

    assert f"  export EJENTO_TOKEN_FILE='{file}'" == run.lines[-1]
    assert 3 == ejento("whoami").status
    monkeypatch.setenv("EJENTO_TOKEN_FILE", str(file))
    assert 0 == ejento("whoami").status


def test_a_person_is_asked_without_echo(
    ejento: Command, sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, object]] = []

    def prompt(what: str, **settings: object) -> str:
        asked.append((what, settings["hide_input"]))
        return {"E-mail": sandbox.email, "Password": sandbox.password}[what]

    monkeypatch.setattr(click, "prompt", prompt)

    assert 0 == ejento("login", typed="").status
    assert [("E-mail", False), ("Password", True)] == asked


def test_a_wrong_password_leaves_the_old_login(ejento: Command, tmp_path: Path) -> None:
    log_in(ejento)
    before = only_file(tmp_path).read_text()
    run = ejento("login", "--email", "ada@example.com", "--password-stdin", stdin=b"hunter22\n")

    assert 3 == run.status
    assert "are e-mail and password right?" in run.err
    assert "hunter22" not in run.out + run.err
    assert before == only_file(tmp_path).read_text()


def test_without_a_terminal_the_password_comes_from_stdin_only(ejento: Command) -> None:
    run = ejento("login", "--email", "ada@example.com")

    assert 2 == run.status
    assert "use --password-stdin" in run.err
    assert 2 == ejento("login", "--password", "hunter22").status


def test_a_logout_forgets_the_tokens(ejento: Command, tmp_path: Path) -> None:
    log_in(ejento)
    first, second = ejento("logout"), ejento("logout")

    assert first.out.startswith("Removed ")
    assert "Nobody was logged in.\n" == second.out
    assert [] == [one for one in (tmp_path / "config").rglob("*") if one.is_file()]
    assert 3 == ejento("whoami").status


def test_whoami_has_json(ejento: Command) -> None:
    log_in(ejento)

    assert "ada@example.com" == ejento("whoami", "--json").json["email"]
