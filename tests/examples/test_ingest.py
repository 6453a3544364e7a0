"""A folder becomes a corpus: each file once, whatever happens on the way."""

from __future__ import annotations

import asyncio
import json
import os
import resource
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Generator
from contextlib import closing
from pathlib import Path

import pytest
from rich.console import Console

from ejento_async import EjentoClient
from ejento_async.sandbox import Fault, Sandbox
from examples.ingest_folder.__main__ import console, main
from examples.ingest_folder.display import Display
from examples.ingest_folder.files import TYPES, Outcome, find
from examples.ingest_folder.ingest import Ingest, Manner, corpus_url
from examples.ingest_folder.journal import Entry, Journal

ROOT = Path(__file__).parents[2]
QUICK = ("--poll-interval", "0.001", "--settle", "0")
UPLOAD = "v2_documents_create"
CORPUS = 9  # empty at the start

Program = Callable[..., int]


@pytest.fixture(scope="module")
def world() -> Generator[Sandbox]:
    with Sandbox() as sandbox:
        yield sandbox


@pytest.fixture
def sandbox(world: Sandbox, monkeypatch: pytest.MonkeyPatch) -> Generator[Sandbox]:
    """Yield a sandbox with an empty corpus, to which the program is pointed."""
    for name, value in world.env.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("EJENTO_MAX_RETRIES", "0")
    world.requests.clear()
    yield world
    world.faults.clear()
    for document in world.state.documents_of(CORPUS):
        del world.state.documents[document.id]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with three files."""
    folder = tmp_path / "handbook"
    (folder / "guides").mkdir(parents=True)
    (folder / "leave.md").write_text("Leave is 25 days.")
    (folder / "travel.txt").write_text("Travel by train.")
    (folder / "guides" / "leave.md").write_text("How to ask for leave.")
    return folder


@pytest.fixture
def ingest(sandbox: Sandbox, folder: Path) -> Program:
    """Return the program, which takes what comes after folder and corpus."""
    return lambda *arguments: main([str(folder), str(CORPUS), *QUICK, *arguments])


def names(sandbox: Sandbox) -> list[str]:
    return sorted(document.name for document in sandbox.state.documents_of(CORPUS))


def journal(folder: Path) -> list[tuple[str, str]]:
    lines = (folder / ".ejento-ingest.jsonl").read_text().splitlines()
    return [(entry["name"], entry["state"]) for entry in map(json.loads, lines)]


ALL = ["guides--leave.md", "leave.md", "travel.txt"]


def test_all_files_are_uploaded_under_names_of_their_own_and_indexed(
    sandbox: Sandbox, folder: Path, ingest: Program
) -> None:
    assert ingest() == 0
    assert ALL == names(sandbox)
    assert {"completed"} == {d.step for d in sandbox.state.documents_of(CORPUS)}
    assert {(name, "indexed") for name in ALL} <= set(journal(folder))


def test_a_second_run_uploads_only_what_is_new_or_changed_and_may_replace_the_version_before(
    sandbox: Sandbox, folder: Path, ingest: Program, capsys: pytest.CaptureFixture[str]
) -> None:
    ingest()
    sandbox.requests.clear()
    assert ingest() == 0
    assert [] == sandbox.requests.of(UPLOAD)

    (folder / "new.txt").write_text("New.")
    (folder / "travel.txt").write_text("Travel by bicycle.")
    capsys.readouterr()
    assert ingest() == 0
    assert 2 == len(sandbox.requests.of(UPLOAD))
    assert "the version before stays" in capsys.readouterr().out
    assert Counter([*ALL, "new.txt", "travel.txt"]) == Counter(names(sandbox))

    (folder / "travel.txt").write_text("Travel by boat.")
    assert ingest("--replace") == 0
    assert 2 == names(sandbox).count("travel.txt")


def test_a_document_that_was_deleted_from_the_corpus_is_uploaded_again(
    sandbox: Sandbox, ingest: Program
) -> None:
    ingest()
    for document in sandbox.state.documents_of(CORPUS):
        if document.name == "leave.md":
            del sandbox.state.documents[document.id]

    assert ingest() == 0
    assert ALL == names(sandbox)


def test_the_same_content_is_uploaded_once_also_after_a_file_was_moved(
    sandbox: Sandbox, folder: Path, ingest: Program, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "copy.md").write_bytes((folder / "leave.md").read_bytes())
    assert ingest() == 0
    assert 3 == len(sandbox.requests.of(UPLOAD))
    assert "1 duplicate" in capsys.readouterr().out

    (folder / "copy.md").unlink()
    (folder / "leave.md").rename(folder / "guides" / "moved.md")
    assert ingest() == 0
    assert 3 == len(sandbox.requests.of(UPLOAD))


def test_a_name_that_somebody_else_has_put_there_is_skipped_unless_wanted(
    sandbox: Sandbox, folder: Path, ingest: Program, capsys: pytest.CaptureFixture[str]
) -> None:
    ingest("--journal", str(folder / ".another.jsonl"))
    capsys.readouterr()

    assert ingest() == 0
    assert "3 skipped" in capsys.readouterr().out
    assert ingest("--same-name") == 0
    assert 6 == len(names(sandbox))


def test_what_cannot_be_uploaded_is_reported_and_stops_nothing(
    sandbox: Sandbox, folder: Path, ingest: Program, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "empty.txt").touch()
    (folder / "program.exe").write_bytes(b"MZ")
    (folder / ".hidden.txt").write_text("hidden")
    (folder / ".git").mkdir()
    (folder / ".git" / "config.txt").write_text("hidden")
    (folder / "link.txt").symlink_to(folder / "leave.md")
    (folder / "round").symlink_to(folder)
    os.mkfifo(folder / "pipe.txt")
    (folder / "will-fail.txt").write_text("cannot be indexed")
    (folder / os.fsdecode(b"not-utf8-\xff.txt")).write_text("odd")
    (folder / "guides--leave.md").write_text("the name that the other has on the server")

    assert ingest() == 1
    said = capsys.readouterr().out
    for line in (
        "skipped empty.txt: empty",
        "skipped program.exe: unsupported type .exe",
        "skipped link.txt: a symbolic link",
        "skipped round: a symbolic link",
        "skipped pipe.txt: not a regular file",
        "skipped guides/leave.md: on the server it would have the name of ",
    ):
        assert line in said
    assert "hidden" not in said
    assert "failed will-fail.txt: document " in said
    assert set(ALL) <= set(names(sandbox))

    sandbox.requests.clear()
    assert ingest() == 1
    assert [] == sandbox.requests.of(UPLOAD)  # it would fail again
    assert ingest("--retry-failed") == 1
    assert 1 == len(sandbox.requests.of(UPLOAD))


def test_what_cannot_be_read_fails_and_the_rest_is_found(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Simulated, because the tests of a container run as root, who can read everything."""
    lstat, scandir = Path.lstat, os.scandir
    locked = folder / "guides"

    def refuse(path: Path) -> os.stat_result:
        if path.name == "travel.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return lstat(path)

    def refuse_folder(path: str) -> object:
        if Path(path) == locked:
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(Path, "lstat", refuse)
    monkeypatch.setattr(os, "scandir", refuse_folder)
    found, left = find(folder, TYPES)

    reason = "cannot be read: Permission denied"
    assert [folder / "leave.md"] == found
    assert {folder / "travel.txt", locked} == {outcome.path for outcome in left}
    assert {("failed", reason)} == {(outcome.kind, outcome.note) for outcome in left}
    assert all(isinstance(outcome, Outcome) for outcome in left)


@pytest.mark.parametrize("arrived", [True, False])
def test_an_upload_whose_answer_is_lost_is_recognised_or_made_again(
    sandbox: Sandbox, ingest: Program, arrived: bool
) -> None:
    cut = Fault.cut_body(5, operation=UPLOAD, times=2)
    sandbox.faults.add(cut if arrived else Fault.drop(operation=UPLOAD, times=1))

    assert ingest("-j", "1") == 0
    assert ALL == names(sandbox)
    assert (3 if arrived else 4) == len(sandbox.requests.of(UPLOAD))


def test_a_document_of_the_same_name_is_not_taken_for_an_upload_that_did_not_arrive(
    sandbox: Sandbox, folder: Path, ingest: Program
) -> None:
    ingest("--journal", str(folder / ".another.jsonl"))
    sandbox.faults.add(Fault.drop(operation=UPLOAD, times=1))

    assert ingest("--same-name", "-j", "1") == 0
    assert sorted(2 * ALL) == names(sandbox)


def test_a_closed_pipe_ends_the_words_and_not_the_work(
    sandbox: Sandbox, folder: Path, ingest: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(console, "quiet", False)  # and so it is afterwards
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w") as nobody_reads:
        monkeypatch.setattr(sys, "stdout", nobody_reads)

        assert ingest() == 0
        assert console.quiet
    assert ALL == names(sandbox)


def test_stopped_in_the_middle_of_an_upload_it_goes_on_with_neither_loss_nor_doublet(
    sandbox: Sandbox, folder: Path, ingest: Program
) -> None:
    """The worst moment: the server has the document, and its answer never comes."""
    rule = sandbox.faults.add(Fault.stall_body(0, operation=UPLOAD, times=1))
    arguments = [str(folder), str(CORPUS), *QUICK, "-j", "1"]
    with subprocess.Popen(
        [sys.executable, "-u", "-W", "error", "-m", "examples.ingest_folder", *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as program:
        while not rule.fired or not names(sandbox):
            with pytest.raises(subprocess.TimeoutExpired):
                program.wait(0.01)
        program.send_signal(signal.SIGINT)
        said, errors = program.communicate(timeout=20)

    assert 130 == program.returncode
    assert "" == errors
    assert "Interrupted. The same command goes on." in said
    assert [state for _, state in journal(folder)] == ["sending"]
    # What was being written when it was killed is no obstacle.
    with (folder / ".ejento-ingest.jsonl").open("a") as file:
        file.write('{"corpus": "http')

    assert ingest() == 0
    assert ingest() == 0
    assert ALL == names(sandbox)
    assert {(name, "indexed") for name in ALL} <= set(journal(folder))


def test_a_document_that_takes_too_long_is_waited_for_in_the_next_run(
    sandbox: Sandbox, folder: Path, ingest: Program, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ingest("--timeout", "0.000001") == 1
    assert "was not indexed in time" in capsys.readouterr().out
    assert ALL == names(sandbox)

    assert ingest() == 0
    assert ALL == names(sandbox)


@pytest.mark.parametrize(
    ("fault", "code", "message"),
    [
        (
            Fault.status(403, body={"message": "[no] way"}, operation=UPLOAD),
            1,
            "PermissionDeniedError: [no] way | ",
        ),
        (Fault.status(404, operation="v2_corpora_list_documents"), 1, "NotFoundError: "),
    ],
)
def test_what_befalls_every_file_ends_the_program_in_one_line(
    sandbox: Sandbox,
    ingest: Program,
    capsys: pytest.CaptureFixture[str],
    fault: Fault,
    code: int,
    message: str,
) -> None:
    sandbox.faults.add(fault)

    assert code == ingest()
    assert capsys.readouterr().out.splitlines()[-1].startswith(message)


def test_an_outage_ends_the_program_before_every_file_has_failed(
    sandbox: Sandbox, folder: Path, ingest: Program
) -> None:
    for number in range(40):
        (folder / f"{number}.txt").write_text(f"{number}")
    sandbox.faults.add(Fault.status(503, operation=UPLOAD))

    assert ingest("-j", "2", "--waiting", "2") == 1
    assert len(sandbox.requests.of(UPLOAD)) < 30


async def test_no_more_than_the_limit_are_uploaded_at_a_time(
    sandbox: Sandbox, folder: Path
) -> None:
    sandbox.faults.add(Fault.silence(operation=UPLOAD))
    async with EjentoClient() as ejento, asyncio.timeout(30):
        journal = Journal(folder / ".journal", corpus_url(ejento, CORPUS))
        display = Display(Console(quiet=True), 3, folder)
        files = Ingest(ejento, CORPUS, folder, journal, display, Manner(uploads=2))
        work = asyncio.create_task(files.run(find(folder, TYPES)[0]))
        # Some calls after the last upload that there can be: a third would have come by then.
        for _ in range(8):
            while len(sandbox.requests.of(UPLOAD)) < 2:
                await ejento.v2.users.get_me()
            await ejento.v2.users.get_me()
        work.cancel()
        with pytest.raises(asyncio.CancelledError):
            await work
        journal.close()

    assert 2 == len(sandbox.requests.of(UPLOAD))


def test_a_huge_file_is_never_whole_in_memory(
    sandbox: Sandbox, folder: Path, ingest: Program
) -> None:
    size = 32 * 1024 * 1024
    with (folder / "huge.pdf").open("wb") as file:
        file.truncate(size)  # sparse: takes no room on the disk
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert ingest() == 0
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before

    assert "huge.pdf" in names(sandbox)
    assert grown * (1 if sys.platform == "darwin" else 1024) < size / 4


def test_one_journal_serves_several_corpora(folder: Path) -> None:
    entry = Entry("https://a.test/corpora/1", "leave.md", "5e", "indexed", 17)
    with closing(Journal(folder / "journal", entry.corpus)) as journal:
        journal.add(entry)
    with closing(Journal(folder / "journal", "https://b.test/corpora/1")) as other:
        assert other.of_content("5e") is None
        assert set() == other.documents
    with closing(Journal(folder / "journal", entry.corpus)) as again:
        assert entry == again.of_content("5e")
        assert 17 == again.document_of("leave.md")


def test_what_is_no_folder_and_what_is_no_journal_is_refused(
    sandbox: Sandbox, folder: Path, ingest: Program, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(folder / "leave.md"), "7"]) == 2
    for text in ("Travel by train.", "[1]", '{"corpus": 1}\n{"corpus": 2', ""):
        (folder / "travel.txt").write_text(text)
        assert ingest("--journal", str(folder / "travel.txt")) == (0 if text == "" else 2)
        assert text in (folder / "travel.txt").read_text()
