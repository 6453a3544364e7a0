"""Every code block of README.md and of the pages in docs/ does what it says."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

from ejento_async.sandbox import Sandbox

from . import commands, programs
from .blocks import Block, Run, all_blocks, files_of_tests, python_runs
from .conftest import write_files_of

SETTINGS = (
    *("-p", "pytest_asyncio.plugin", "-p", "ejento_async.pytest_plugin"),
    *("-o", "asyncio_mode=auto", "-o", "asyncio_default_fixture_loop_scope=function"),
)
KNOWN = {"console", "json", "python", "text", "toml", "yaml"}


def place(case: Block | Run) -> str:
    return case.place if isinstance(case, Run) else f"{case.page}:{case.line}"


@pytest.mark.usefixtures("no_waiting")
@pytest.mark.parametrize("run", python_runs(), ids=place)
def test_python_runs_and_prints_what_is_shown(sandbox: Sandbox, folder: Path, run: Run) -> None:
    programs.run(run)


def test_tests_that_want_fixtures_pass_where_they_are_copied_to(tmp_path: Path) -> None:
    for name, text in files_of_tests().items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-W", "error", *SETTINGS, str(tmp_path)],
        # Other plugins than these two would take longer than the tests.
        env=os.environ | {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=commands.PATIENCE,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.usefixtures("no_waiting")
@pytest.mark.parametrize(
    "block", [block for block in all_blocks("console") if block.is_run], ids=place
)
def test_commands_run_and_print_what_is_shown(
    sandbox: Sandbox, folder: Path, block: Block, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files_of(block.page, folder)
    commands.run(block, monkeypatch)


def test_settings_can_be_parsed() -> None:
    for block in all_blocks("toml"):
        tomllib.loads(block.text)
    for block in all_blocks("yaml"):
        yaml.safe_load(block.text)
    for block in all_blocks("json"):
        json.loads(block.text)


def test_every_block_says_its_language_and_why_it_is_not_run() -> None:
    for block in all_blocks():
        assert block.language in KNOWN, place(block)
        assert re.fullmatch(r"|continues|status \d+|not run, .+", block.mark), place(block)
