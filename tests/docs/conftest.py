"""A sandbox and a folder for each block that is run."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Generator
from pathlib import Path

import pytest

from ejento_async import DocumentHandle
from ejento_async.sandbox import Sandbox

from .blocks import ROOT, blocks_of


@pytest.fixture
def sandbox(monkeypatch: pytest.MonkeyPatch) -> Generator[Sandbox]:
    """Run a sandbox, and set its `EJENTO_*` variables and those of every kind of credentials."""
    with Sandbox(strict=True) as sandbox:
        for name, value in {
            **sandbox.env,
            "EJENTO_EMAIL": sandbox.email,
            "EJENTO_PASSWORD": sandbox.password,
            "EJENTO_FULL_NAME": "Ada Lovelace",
            "EJENTO_APPLICATION_SECRET": sandbox.application_secret,
        }.items():
            monkeypatch.setenv(name, value)
        yield sandbox


@pytest.fixture
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look at documents, and repeat calls, without the time between."""

    async def no_time(seconds: float) -> None:
        await asyncio.sleep(0)

    monkeypatch.setattr(DocumentHandle, "_sleep", staticmethod(no_time))
    monkeypatch.setattr("ejento_async._retry.FIRST_WAIT", 0.001)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder that holds the files that the pages upload."""
    shutil.copy(ROOT / "README.md", tmp_path)
    (tmp_path / "handbook.pdf").write_bytes(b"%PDF-1.7 Employees have thirty days of leave.")
    monkeypatch.chdir(tmp_path)
    # Programs that keep something for their user keep it there, and fit into a narrow window.
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    return tmp_path


def write_files_of(page: str, folder: Path) -> None:
    """Write the blocks of a page that have a title, which commands on it may need."""
    for block in blocks_of(page):
        if block.title:
            file = folder / block.title
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(block.text, encoding="utf-8")
