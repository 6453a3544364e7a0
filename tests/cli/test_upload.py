"""`ejento upload`: files and folders, progress, waiting, failures."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.console import Console

from ejento_async import DocumentHandle, EjentoClient
from ejento_async.cli._progress import ProgressDisplay
from ejento_async.cli._uploading import Uploading
from ejento_async.sandbox import Fault, Sandbox
from tests.cli.conftest import Command

UPLOAD = "v2_documents_create"


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(indexing_steps=("pending", "completed")) as sandbox:
        yield sandbox


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look at documents again and again without a pause."""

    async def sleep(_: float) -> None:
        await asyncio.sleep(0)

    monkeypatch.setattr(DocumentHandle, "_sleep", staticmethod(sleep))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with files in it and below it; it is the one that commands run in."""
    (tmp_path / "docs" / "sub").mkdir(parents=True)
    (tmp_path / "docs" / ".git").mkdir()
    (tmp_path / "docs" / "a.md").write_text("Alpha")
    (tmp_path / "docs" / "sub" / "b.md").write_text("Beta")
    (tmp_path / "docs" / ".git" / "config").write_text("hidden")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "docs"


def test_a_folder_is_uploaded_and_indexed_but_for_hidden_files(
    ejento: Command, folder: Path
) -> None:
    run = ejento("upload", 7, "docs", "docs/a.md", "-j", 1)

    assert (0, "") == (run.status, run.err)
    assert [
        "docs/a.md: indexed, 5 B, document 1001",
        "docs/sub/b.md: indexed, 4 B, document 1002",
        "2 files indexed, 9 B.",
    ] == run.lines


def test_without_waiting_documents_are_only_sent(
    ejento: Command, sandbox: Sandbox, folder: Path
) -> None:
    run = ejento("upload", 7, "docs/a.md", "--no-wait", "--tag", "hr", "--tag", "new")

    assert 0 == run.status
    assert "docs/a.md: pending, 5 B, document" in run.out
    assert "1 file sent, 5 B." in run.out
    assert 0 == len(sandbox.requests.of("v2_documents_get"))
    assert b"hr,new" in sandbox.requests.of(UPLOAD)[0].body


def test_some_that_fail_do_not_stop_the_others(ejento: Command, folder: Path) -> None:
    (folder / "fail.md").write_text("never indexed")
    run = ejento("upload", 7, "docs")

    assert 1 == run.status
    assert 2 == run.out.count(": indexed, ")
    assert "2 files indexed" in run.out
    assert "1 file failed:\n  docs/fail.md: document " in run.err


def test_the_report_as_json_has_every_file(ejento: Command, folder: Path) -> None:
    (folder / "fail.md").write_text("never indexed")
    run = ejento("upload", 7, "docs", "--json")
    report = {one["path"]: one for one in run.json}

    assert (1, "") == (run.status, run.err)
    assert {"docs/a.md", "docs/fail.md", "docs/sub/b.md"} == report.keys()
    assert (5, "completed", True, None) == tuple(
        report["docs/a.md"][name] for name in ("size", "step", "indexed", "error")
    )
    assert "could not be indexed" in report["docs/fail.md"]["error"]


def test_a_corpus_that_is_not_there_fails_each_file_and_says_why(
    ejento: Command, folder: Path
) -> None:
    run = ejento("upload", 999, "docs")

    assert 1 == run.status
    assert 2 == run.out.count("404 Not Found")


def test_what_would_fail_for_all_stops_the_rest(
    ejento: Command, sandbox: Sandbox, folder: Path
) -> None:
    for number in range(30):
        (folder / f"{number}.md").write_text("x")
    sandbox.faults.add(Fault.status(403, operation=UPLOAD))
    run = ejento("upload", 7, "docs", "-j", 1)

    assert 1 == run.status
    assert "403 Forbidden" in run.err
    assert len(sandbox.requests.of(UPLOAD)) < 30


def test_bad_credentials_send_no_file(
    ejento: Command, sandbox: Sandbox, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EJENTO_ACCESS_TOKEN", "not-a-token")
    run = ejento("upload", 7, "docs")

    assert (3, "") == (run.status, run.out)
    assert 0 == len(sandbox.requests.of(UPLOAD))


@pytest.mark.parametrize(
    ("paths", "words"), [(["nowhere"], "does not exist"), (["empty"], "no files"), ([], "Missing")]
)
def test_nothing_to_upload_is_a_mistake(
    ejento: Command, folder: Path, paths: list[str], words: str
) -> None:
    Path("empty").mkdir()
    run = ejento("upload", 7, *paths)

    assert 2 == run.status
    assert words in run.err


def test_no_more_files_are_sent_at_a_time_than_were_allowed(
    ejento: Command, sandbox: Sandbox, folder: Path
) -> None:
    for number in range(12):
        (folder / f"{number}.md").write_text("x" * 1000)
    sandbox.faults.add(Fault.delay(0.01, operation=UPLOAD))
    before = sandbox.total_connections
    run = ejento("upload", 7, "docs", "-j", 3, "--no-wait")

    assert 0 == run.status
    assert 14 == len(sandbox.requests.of(UPLOAD))
    assert sandbox.total_connections - before <= 3


def test_a_terminal_shows_bars_that_end_as_lines(sandbox: Sandbox, folder: Path) -> None:
    (folder / ("long" * 20 + ".md")).write_bytes(b"x" * 600_000)
    (folder / "fail.md").write_text("never indexed")
    file = io.StringIO()
    console = Console(file=file, force_terminal=True, width=100, _environ={"TERM": "xterm"})
    files = sorted(one for one in folder.rglob("*.md"))

    async def upload(display: ProgressDisplay) -> Uploading:
        uploading = Uploading(7, files, display, jobs=2, tags=(), patience=60)
        async with EjentoClient(
            base_url=sandbox.base_url, api_key=sandbox.api_key, access_token=sandbox.access_token
        ) as client:
            await uploading.run(client)
        return uploading

    with ProgressDisplay(files, console) as display:
        uploading = asyncio.run(upload(display))

    text = file.getvalue()
    assert 3 == sum(one.indexed for one in uploading.outcomes)
    assert "0 of 4" in text
    assert "a.md: indexed, 5 B, document" in text
    assert "600 kB" in text
    assert "fail.md: failed: document" in text
