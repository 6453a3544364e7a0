"""The demo does what it says, on the sandbox and where nothing answers."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def test_the_demo_does_what_it_says() -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", "examples/demo.py"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert done.stderr == ""
    assert done.returncode == 0
    assert "did what they say" in done.stdout


def test_the_demo_ends_with_a_failure_when_a_deployment_does_not_answer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("EJENTO_BASE_URL", "http://127.0.0.1:1")
    monkeypatch.setenv("EJENTO_API_KEY", "key")
    monkeypatch.setenv("EJENTO_ACCESS_TOKEN", "token-canary")
    monkeypatch.setenv("EJENTO_AGENT_ID", "42")
    monkeypatch.setenv("EJENTO_MAX_RETRIES", "0")
    done = subprocess.run(
        [sys.executable, "examples/demo.py"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert done.returncode == 1
    assert "APIConnectionError" in done.stdout
    assert "token-canary" not in done.stdout + done.stderr
