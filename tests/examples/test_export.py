"""The export of a project: whole, in order, and whole again after it was stopped anywhere."""

from __future__ import annotations

import asyncio
import json
import signal
import subprocess
import sys
from collections.abc import Callable, Generator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from ejento_async import EjentoClient
from ejento_async.sandbox import Fault, Sandbox
from ejento_async.sandbox._answers import Question, answer
from examples.export_project.__main__ import main
from examples.export_project.export import Pace, export_agent
from examples.export_project.export_file import ExportFile

ROOT = Path(__file__).parents[2]
THREADS = 14
ARGUMENTS = ("--page-size", "5", "-j", "4")
PROGRAM = (sys.executable, "-u", "-W", "error", "-m", "examples.export_project")
LIST = "v2_chat_threads_list_by_agent"
READ = "v2_agent_responses_list_by_chat_thread"


@pytest.fixture(scope="module")
def world() -> Generator[Sandbox]:
    """Yield a sandbox with threads of two agents, the last of which has two pages of responses."""
    with Sandbox() as sandbox:
        state = sandbox.state
        for number in range(THREADS):
            agent = state.agents[(42, 43)[number % 2]]
            first = answer(state, agent, state.users[1], Question(f"What is {number}? 日本"))
            for more in range(10 if number == THREADS - 1 else number % 3):
                again = Question(f"And {more}?", thread_id=first.thread_id)
                answer(state, agent, state.users[1], again)
        yield sandbox


@pytest.fixture(scope="module")
def exported(world: Sandbox, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return what an export holds that nobody stopped."""
    out = tmp_path_factory.mktemp("whole") / "whole.jsonl"
    with pytest.MonkeyPatch.context() as patch:
        for name, value in world.env.items():
            patch.setenv(name, value)
        assert main(["1", str(out), *ARGUMENTS]) == 0
    return out.read_bytes()


@pytest.fixture
def sandbox(world: Sandbox, monkeypatch: pytest.MonkeyPatch) -> Generator[Sandbox]:
    """Yield the sandbox, to which the program and this process are pointed."""
    for name, value in world.env.items():
        monkeypatch.setenv(name, value)
    world.requests.clear()
    yield world
    world.faults.clear()


@pytest.fixture
def started(sandbox: Sandbox, tmp_path: Path) -> Callable[[int], subprocess.Popen[str]]:
    """Return a function that starts the program, and waits until it reads a certain thread.

    That thread is never answered, so that there is something to stop.
    """

    def start(thread_id: int) -> subprocess.Popen[str]:
        rule = sandbox.faults.add(Fault.silence(operation=READ, path=f"/{thread_id}/"))
        program = subprocess.Popen(
            [*PROGRAM, "1", str(tmp_path / "out.jsonl"), *ARGUMENTS],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        while not rule.fired:
            with pytest.raises(subprocess.TimeoutExpired):
                program.wait(0.01)
        return program

    return start


def records(content: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in content.splitlines()]


def test_every_thread_and_every_response_of_all_agents_is_there_once(
    sandbox: Sandbox, exported: bytes
) -> None:
    found = records(exported)
    threads = [record["record"]["id"] for record in found if record["kind"] == "thread"]
    responses = [record["record"]["id"] for record in found if record["kind"] == "response"]

    assert sorted(sandbox.state.threads) == sorted(threads)
    assert sorted(sandbox.state.responses) == sorted(responses)
    assert "日本".encode() in exported
    # A thread is followed by its responses.
    current = None
    for record in found:
        current = record["thread"] if record["kind"] == "thread" else current
        assert current == record["thread"]


def test_threads_of_others_that_the_list_does_not_show_are_told(
    sandbox: Sandbox, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    state = sandbox.state
    other = answer(state, state.agents[2], state.users[2], Question("What is mine?"))
    code = main(["1", str(tmp_path / "out.jsonl"), "--agent", "2"])
    del state.responses[other.id], state.threads[other.thread_id]

    assert 0 == code
    assert "the server counts beyond these: 1;" in capsys.readouterr().out


def test_stopped_at_any_byte_it_goes_on_without_loss_and_without_doublet(
    sandbox: Sandbox, exported: bytes, tmp_path: Path
) -> None:
    """A killed run leaves some bytes of the state, and of the lines at least what those count."""
    out, part, state = (tmp_path / f"out.jsonl{end}" for end in ("", ".part", ".state"))
    sandbox.faults.add(Fault.status(400, operation="v2_agent_responses_list_by_agent", times=1))
    assert main(["1", str(out), *ARGUMENTS]) == 1  # at the very end
    lines, notes = part.read_bytes(), state.read_bytes()
    assert lines == exported
    ends = [0, *(json.loads(note)["size"] for note in notes.splitlines()[1:])]

    for number, cut in enumerate(range(0, len(notes) + 1, len(notes) // 5)):
        sandbox.requests.clear()
        complete = max(0, notes[:cut].count(b"\n") - 1)
        # From just what counts up to a thread that was written and not yet noted.
        most = ends[min(complete + 1, len(ends) - 1)]
        tail = (ends[complete], (ends[complete] + most) // 2, most)[number % 3]
        if cut:
            state.write_bytes(notes[:cut])
        part.write_bytes(lines[:tail] if cut else b"")

        assert main(["1", str(out), *ARGUMENTS]) == 0
        assert exported == out.read_bytes()
        read = {request.path for request in sandbox.requests.of(READ)}
        assert len(sandbox.state.threads) - complete == len(read)
        assert not part.exists()
        assert not state.exists()
        out.unlink()


def test_killed_and_interrupted_for_real_it_still_comes_out_the_same(
    sandbox: Sandbox,
    exported: bytes,
    started: Callable[[int], subprocess.Popen[str]],
    tmp_path: Path,
) -> None:
    out, part = tmp_path / "out.jsonl", tmp_path / "out.jsonl.part"
    with started(1008) as program:
        program.kill()
    assert -signal.SIGKILL == program.returncode
    assert not out.exists()
    assert exported.startswith(part.read_bytes())
    sandbox.faults.clear()

    with started(1005) as program:
        program.send_signal(signal.SIGINT)
        said, errors = program.communicate(timeout=20)
    assert 130 == program.returncode
    assert "Interrupted. The same command goes on." in said
    assert "" == errors
    assert not out.exists()
    sandbox.faults.clear()

    sandbox.requests.clear()
    assert main(["1", str(out), *ARGUMENTS]) == 0
    assert exported == out.read_bytes()
    assert len({request.path for request in sandbox.requests.of(READ)}) < THREADS / 2


async def test_no_more_than_some_threads_and_pages_are_asked_for_ahead_of_the_file(
    sandbox: Sandbox, tmp_path: Path
) -> None:
    """What is in memory does not grow with the project: the oldest thread holds up the rest."""
    newest = max(thread.id for thread in sandbox.state.threads.values() if thread.agent_id == 42)
    sandbox.faults.add(Fault.silence(operation=READ, path=f"/{newest}/"))
    out = ExportFile(tmp_path / "out.jsonl", {})
    pace = Pace(jobs=3, prefetch=1, page_size=2)
    async with EjentoClient() as ejento, asyncio.timeout(30):
        export = asyncio.create_task(export_agent(ejento, 42, out, pace, lambda: None))
        # Four calls after the last that there can be: whoever asks for more has done so by then.
        for _ in range(4):
            while len([r for r in sandbox.requests.of(READ) if r.status]) < pace.jobs - 1:
                await ejento.v2.users.get_me()
            await ejento.v2.users.get_me()
        export.cancel()
        with pytest.raises(asyncio.CancelledError):
            await export
    out.close()

    assert pace.jobs == len({request.path for request in sandbox.requests.of(READ)})
    # Three threads are two pages, and one more came ahead.
    assert ["1", "2", "3"] == sorted(r.params["page"] for r in sandbox.requests.of(LIST))
    assert b"" == (tmp_path / "out.jsonl.part").read_bytes()


async def test_a_thread_that_is_begun_meanwhile_doubles_none_of_the_others(
    sandbox: Sandbox, tmp_path: Path
) -> None:
    """The newest is the first: what was the last of a page is then the first of the next."""
    state = sandbox.state
    before = {thread.id for thread in state.threads.values() if thread.agent_id == 42}
    begun: list[int] = []

    def begin_another() -> None:
        if not begun:
            begun.append(
                answer(state, state.agents[42], state.users[1], Question("New?")).thread_id
            )

    async with EjentoClient() as ejento:
        with closing(ExportFile(tmp_path / "out.jsonl", {})) as out:
            pace = Pace(jobs=4, prefetch=1, page_size=2)
            await export_agent(ejento, 42, out, pace, begin_another)
    for response in state.responses_of(thread_id=begun[0]):
        del state.responses[response.id]
    del state.threads[begun[0]]

    found = records((tmp_path / "out.jsonl.part").read_bytes())
    threads = [record["thread"] for record in found if record["kind"] == "thread"]
    assert sorted(before) == sorted(threads)


def test_a_thread_that_is_deleted_meanwhile_is_left_out(sandbox: Sandbox, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    sandbox.faults.add(Fault.status(404, operation=READ, path="/1009/"))

    assert main(["1", str(out), *ARGUMENTS]) == 0
    assert {*sandbox.state.threads} - {1009} == {r["thread"] for r in records(out.read_bytes())}


def test_a_call_that_fails_ends_it_in_one_line_and_what_is_there_is_kept(
    sandbox: Sandbox, exported: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.jsonl"
    rule = sandbox.faults.add(Fault.status(403, operation=READ, path="/1009/"))
    capsys.readouterr()

    assert main(["1", str(out), *ARGUMENTS]) == 1
    assert rule.fired
    said = capsys.readouterr().out.splitlines()
    assert 1 == len(said)
    assert said[0].startswith("PermissionDeniedError: ")
    sandbox.faults.clear()
    assert main(["1", str(out), *ARGUMENTS]) == 0
    assert exported == out.read_bytes()


def test_a_whole_export_and_the_state_of_another_are_never_written_over(
    sandbox: Sandbox, exported: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "whole.jsonl"
    out.write_bytes(exported)
    assert main(["1", str(out)]) == 2
    assert "is there already" in capsys.readouterr().out
    assert exported == out.read_bytes()

    out = tmp_path / "out.jsonl"
    (tmp_path / "out.jsonl.part").write_text("mine")
    assert main(["1", str(out)]) == 2
    assert "mine" == (tmp_path / "out.jsonl.part").read_text()
    (tmp_path / "out.jsonl.part").unlink()

    sandbox.faults.add(Fault.status(403, operation=READ, path="/1009/"))
    assert main(["1", str(out), *ARGUMENTS]) == 1
    part = (tmp_path / "out.jsonl.part").read_bytes()
    assert main(["2", str(out), *ARGUMENTS]) == 2
    assert "belongs to another export" in capsys.readouterr().out
    assert part == (tmp_path / "out.jsonl.part").read_bytes()


def test_a_file_that_lost_more_than_the_state_says_is_read_again_from_there(
    sandbox: Sandbox, exported: bytes, tmp_path: Path
) -> None:
    """After a power cut the state may be younger than the lines that it counts."""
    out, part = tmp_path / "out.jsonl", tmp_path / "out.jsonl.part"
    sandbox.faults.add(Fault.status(403, operation=READ, path="/1005/"))
    assert main(["1", str(out), *ARGUMENTS]) == 1
    sandbox.faults.clear()
    part.write_bytes(part.read_bytes()[: len(part.read_bytes()) // 2])

    assert main(["1", str(out), *ARGUMENTS]) == 0
    assert exported == out.read_bytes()


def test_a_line_of_the_state_that_was_cut_off_does_not_spoil_those_after_it(
    sandbox: Sandbox, exported: bytes, tmp_path: Path
) -> None:
    out, state = tmp_path / "out.jsonl", tmp_path / "out.jsonl.state"
    for thread_id in (1010, 1004):
        sandbox.faults.add(Fault.status(403, operation=READ, path=f"/{thread_id}/"))
        assert main(["1", str(out), *ARGUMENTS]) == 1
        sandbox.faults.clear()
        state.write_bytes(state.read_bytes()[:-7])

    assert main(["1", str(out), *ARGUMENTS]) == 0
    assert exported == out.read_bytes()
