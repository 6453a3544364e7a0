"""What README.md shows works as it stands there."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from ejento_async.sandbox import Sandbox

ROOT = Path(__file__).parents[2]
BLOCKS: list[str] = re.findall(
    r"^```python\n(.*?)^```$",
    (ROOT / "README.md").read_text(encoding="utf-8"),
    re.MULTILINE | re.DOTALL,
)


def without_port(text: str) -> list[str]:
    return re.sub(r"127\.0\.0\.1:\d+", "127.0.0.1", text).split()


def shown_output() -> list[str]:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = re.search(r"^```text\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    assert shown is not None
    return without_port(shown[1])


def test_its_first_program_reaches_an_answer_and_its_references_in_under_20_lines(
    sandbox_for_programs: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in sandbox_for_programs.env.items():
        monkeypatch.setenv(name, value)
    program = BLOCKS[0]
    lines = [line for line in program.splitlines() if line.strip()]
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert done.stderr == ""
    assert done.returncode == 0
    assert shown_output() == without_port(done.stdout)
    assert re.search(r"^\[\w+\] http.*README\.md", done.stdout, re.MULTILINE)
    assert len(lines) < 20


@pytest.mark.parametrize("block", BLOCKS[1:], ids=lambda block: block.strip().splitlines()[0])
def test_every_other_block_runs_in_a_client(
    sandbox_for_programs: Sandbox, block: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in sandbox_for_programs.env.items():
        monkeypatch.setenv(name, value)
    body = "\n".join(f"        {line}" for line in block.splitlines())
    tests = re.findall(r"async def (test_\w+)\(\)", block)
    calls = "".join(f"        await {test}()\n" for test in tests)
    program = (
        "import asyncio\n"
        "import ejento_async\n"
        "async def main():\n"
        "    async with ejento_async.EjentoClient() as ejento:\n"
        f"{body}\n{calls}"
        "asyncio.run(main())\n"
    )
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert done.stderr == ""
    assert done.returncode == 0


@pytest.mark.parametrize("module", ["examples/demo.py"])
def test_the_demo_does_what_it_says(module: str) -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", module],
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
