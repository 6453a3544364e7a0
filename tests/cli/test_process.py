"""The command in a process of its own: pipes, Ctrl-C, a terminal, and what it loads."""

from __future__ import annotations

import json
import os
import pty
import re
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ejento_async.sandbox import Fault, Sandbox

SECONDS = 20.0
EJENTO = [sys.executable, "-m", "ejento_async.cli"]
TAKE_TERMINAL = (
    "import fcntl, os, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); "
    "os.execv(sys.argv[1], sys.argv[1:])"
)
"""Makes stdin the terminal of the session, so that Ctrl-C comes from there, as for people."""

ESCAPES = re.compile(r"\x1b\][^\x1b]*\x1b\\|\x1b\[[?0-9;]*[A-Za-z]|[\x01\x02\r]")


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    """Yield a sandbox whose answers stop after their first status: they would take for ever."""
    with Sandbox(stream_delay=1000) as sandbox:
        yield sandbox


@pytest.fixture
def environment(sandbox: Sandbox, tmp_path: Path) -> dict[str, str]:
    mine = {"HOME": str(tmp_path), "TERM": "xterm", "COLUMNS": "80"}
    return {**os.environ, **sandbox.env, **mine, "PYTHONUNBUFFERED": "1"}


def until(condition: Callable[[], object], what: Callable[[], object] = str) -> None:
    """Wait until something is so; fail with what there is when that takes too long."""
    deadline = time.monotonic() + SECONDS
    while not condition():
        if time.monotonic() > deadline:
            pytest.fail(f"waited too long: {what()!r}")
        select.select([], [], [], 0.005)


class Terminal:
    """A terminal with the command on it."""

    def __init__(self, arguments: list[str], environment: dict[str, str]) -> None:
        self._end, other = pty.openpty()
        self._raw = ""
        self.process = subprocess.Popen(
            [sys.executable, "-IS", "-c", TAKE_TERMINAL, *EJENTO, *arguments],
            stdin=other,
            stdout=other,
            stderr=other,
            env=environment,
            start_new_session=True,
        )
        os.close(other)

    @property
    def shown(self) -> str:
        """What the terminal shows since something was typed, without escape codes."""
        return ESCAPES.sub("", self._raw)

    def type(self, keys: str) -> None:
        self._raw = ""
        os.write(self._end, keys.encode())

    def wait_for(self, words: str) -> None:
        until(lambda: words in self._read(), lambda: self.shown)

    def wait_for_end(self) -> int:
        until(lambda: (self._read(), self.process.poll() is not None)[1], lambda: self.shown)
        return self.process.wait()

    def _read(self) -> str:
        while select.select([self._end], [], [], 0)[0]:
            try:
                data = os.read(self._end, 65536)
            except OSError:  # the command has ended
                break
            if not data:
                break
            self._raw += data.decode(errors="replace")
        return self.shown

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self._end)


@pytest.fixture
def open_terminal(environment: dict[str, str]) -> Iterator[Callable[..., Terminal]]:
    terminals: list[Terminal] = []

    def start(*arguments: str) -> Terminal:
        terminals.append(Terminal(list(arguments), environment))
        return terminals[-1]

    yield start
    for terminal in terminals:
        terminal.close()


def streams(sandbox: Sandbox) -> int:
    return len(sandbox.requests.of("v2_agent_responses_stream"))


def test_a_conversation_on_a_terminal_goes_on_after_an_answer_is_stopped(
    sandbox: Sandbox, open_terminal: Callable[..., Terminal]
) -> None:
    terminal = open_terminal("chat", "42")
    terminal.wait_for("HR Assistant")
    terminal.wait_for("> ")
    terminal.type("What is our leave policy?\n")
    terminal.wait_for("Preparing response...")
    assert 1 == sandbox.open_connections

    terminal.type("\x03")
    terminal.wait_for("Stopped.")
    until(lambda: sandbox.open_connections == 0)  # and so the answer is not written any further
    terminal.wait_for("> ")

    terminal.type("!fail please\n")
    terminal.wait_for("ejento: ")
    terminal.wait_for("> ")
    assert 2 == streams(sandbox)

    terminal.type("\x03")
    assert 130 == terminal.wait_for_end()
    assert "Traceback" not in terminal.shown


def test_ctrl_c_ends_an_upload_with_a_report(
    sandbox: Sandbox, environment: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "a.md").write_text("Alpha")
    (tmp_path / "b.md").write_text("Beta")
    sandbox.faults.add(Fault.silence(operation="v2_documents_create", times=1))
    process = subprocess.Popen(
        [*EJENTO, "upload", "7", str(tmp_path / "a.md"), str(tmp_path / "b.md"), "--json", "-j1"],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    until(lambda: sandbox.requests.of("v2_documents_create"))
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=SECONDS)

    assert (130, "ejento: interrupted\n") == (process.returncode, err)
    assert {"interrupted"} == {one["error"] for one in json.loads(out)}
    until(lambda: sandbox.open_connections == 0)


def test_a_reader_that_goes_away_ends_a_walk_quietly(
    sandbox: Sandbox, environment: dict[str, str]
) -> None:
    process = subprocess.Popen(
        [*EJENTO, "call", "v2.agents.iter_history", "42", "--items-per-page", "1"],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stdout.readline().startswith(b'{"history_id"')
    process.stdout.close()
    assert process.stderr is not None
    err = process.stderr.read()
    process.stderr.close()

    assert (141, b"") == (process.wait(SECONDS), err)
    assert len(sandbox.requests) < 23


def test_help_loads_no_more_than_it_shows(environment: dict[str, str]) -> None:
    program = """
import sys
from ejento_async.cli import main
for line in (["--help"], ["call"], ["call", "v2.agents.get", "--help"]):
    assert main(line) == 0
print(*sys.modules, file=sys.stderr)
"""
    done = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True
    )
    loaded = set(done.stderr.split())

    assert "GET /api/v2/agents/{agent_id}" in done.stdout
    heavy = {"httpx", "aiohttp", "rich", "asyncio.base_events", "ejento_async._client"}
    assert set() == loaded & heavy
    resources = {name for name in loaded if name.startswith("ejento_async.generated.api.")}
    assert {"ejento_async.generated.api.v2_agents"} == resources
