"""The command line, run in this process against a sandbox."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from ejento_async.cli import main
from ejento_async.sandbox import Sandbox


@dataclass
class Run:
    """What a command did."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def lines(self) -> list[str]:
        return self.out.splitlines()


Command = Callable[..., Run]


class Terminal(io.StringIO):
    """Stdin of a person, whose answers are these lines."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    """Yield a running sandbox; tests that change records make their own."""
    with Sandbox() as sandbox:
        yield sandbox


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep tokens out of the folder of whoever runs the tests; make the terminal a certain one."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    for name in ("COLUMNS", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def ejento(
    sandbox: Sandbox, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Command:
    """Return a function that runs a command line; the environment points at the sandbox."""
    sandbox.faults.clear()
    sandbox.requests.clear()
    for name, value in sandbox.env.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("EJENTO_MAX_RETRIES", "0")
    return runner(capsys, monkeypatch)


def runner(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    """Return a function that runs a command line; `typed` is what a person types, `stdin` a pipe."""

    def run(*arguments: object, stdin: bytes = b"", typed: str | None = None) -> Run:
        pipe = io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8")
        monkeypatch.setattr(sys, "stdin", pipe if typed is None else Terminal(typed))
        status = main([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        return Run(status, printed.out, printed.err)

    return run
