"""A sandbox to be told to differ, and the command that is run against it."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from ejento_async.sandbox import RecordedRequest, Sandbox
from ejento_async.verify._cli import main

Command = Callable[..., "Run"]


@dataclass
class Run:
    """What a run of the command did."""

    status: int
    out: str
    err: str
    pauses: list[float]
    requests: list[RecordedRequest]

    @property
    def report(self) -> dict[str, Any]:
        report: dict[str, Any] = json.loads(self.out)
        return report

    def of(self, symbol: str) -> dict[str, Any]:
        """Return the entry of an operation in the JSON report."""
        (entry,) = [one for one in self.report["operations"] if one["operation"] == symbol]
        found: dict[str, Any] = entry
        return found

    def found(self, symbol: str) -> list[str]:
        """Return the differences of an operation, in short."""
        return [
            f"{one['path']}: {one['expected']} / {one['found']}"
            for one in self.of(symbol)["differences"]
        ]


@pytest.fixture
def sandbox(monkeypatch: pytest.MonkeyPatch) -> Iterator[Sandbox]:
    """Yield a running sandbox to which the environment points."""
    with Sandbox(strict=True) as sandbox:
        for name, value in sandbox.env.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setenv("EJENTO_MAX_RETRIES", "0")
        yield sandbox


@pytest.fixture
def verify(
    sandbox: Sandbox, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Command:
    """Return a function that runs the command; `answer` is what stands in stdin."""

    def run(*arguments: str, answer: str | None = None) -> Run:
        pauses: list[float] = []

        async def sleep(seconds: float) -> None:
            pauses.append(seconds)

        monkeypatch.setattr("sys.stdin", io.StringIO(answer or ""))
        asked = () if answer is not None else ("--yes",)
        status = main([*arguments, *asked], sleep=sleep)
        printed = capsys.readouterr()
        return Run(status, printed.out, printed.err, pauses, sandbox.requests.snapshot())

    return run
