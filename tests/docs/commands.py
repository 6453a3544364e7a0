"""Console blocks: lines that begin with `$ ` are commands, the lines below one are its output.

Commands about the SDK run in this process where they can, others in a shell. What would change the
machine is not run: of `pip install` the extras must exist, of `make` the targets. Nor are the
programs of examples/, which tests of their own run: they must exist.
"""

from __future__ import annotations

import io
import os
import re
import runpy
import shlex
import signal
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from threading import Timer

import pytest

from .blocks import ROOT, Block
from .programs import captured
from .shown import difference

PATIENCE = 60.0
"""Seconds that a command may take."""

_ENDLESS = re.compile(r"(python -m ejento_async\.|ejento )sandbox\b")
"""Runs until Ctrl-C, which it gets when it has said something."""

_EXAMPLE = re.compile(r"python -m examples\.")
"""A program that has tests of its own."""

_SHELL = re.compile(r"[|&;<>$`*]")
"""What only a shell understands."""


def run(block: Block, patch: pytest.MonkeyPatch) -> None:
    """Run the commands of a block in the current folder.

    Args:
        block: the block.
        patch: sets the variables that the commands export.

    Raises:
        AssertionError: one of them fails, or prints something else than is shown.
    """
    status = re.fullmatch(r"status (\d+)", block.mark)
    commands = list(_commands(block))
    for number, (command, shown) in enumerate(commands, start=1):
        expected = int(status[1]) if status and number == len(commands) else 0
        if _ENDLESS.match(command):
            got, printed = _run_until_interrupted(*shlex.split(command, comments=True))
        else:
            got, printed = _ran(command, patch)
        where = f"{block.page}:{block.line}: {command}"
        assert got == expected, f"{where} ends with {got}:\n{printed}"
        found = difference(shown, printed) if shown else None
        assert found is None, f"{where} prints something else:\n{found}"


def _commands(block: Block) -> Iterator[tuple[str, str]]:
    assert block.text.startswith("$ "), f"{block.page}:{block.line}: expected `$ ` and a command"
    for part in re.split(r"^\$ ", block.text, flags=re.MULTILINE)[1:]:
        command, shown = re.split(r"(?<!\\)\n", part, maxsplit=1)
        yield command.replace("\\\n", " "), shown.strip("\n")


def _ran(command: str, patch: pytest.MonkeyPatch) -> tuple[int, str]:
    """Return the exit status of a command and what it prints."""
    words = shlex.split(command, comments=True)
    if words[0] == "export":
        # Whoever writes `...` has a value of their own.
        for name, value in (word.split("=", 1) for word in words[1:]):
            if value != "...":
                patch.setenv(name, value)
        return 0, ""
    if words[0] in ("pip", "make"):
        check = _check_install if words[0] == "pip" else _check_targets
        check(words[1:])
        return 0, ""
    if _EXAMPLE.match(command):
        name = command.split()[2]
        assert find_spec(name) is not None, f"there is no {name}"
        return 0, ""
    plain = not _SHELL.search(command)
    if plain and words[0] == "python" and words[1].endswith(".py"):
        return _run_here(lambda: runpy.run_path(words[1], run_name="__main__"), words[1:])
    if plain and words[:2] == ["python", "-m"]:
        return _run_here(lambda: _run_module(words[2]), words[2:])
    if plain and words[0] == "ejento":
        from ejento_async.cli import main

        return _run_here(lambda: sys.exit(main(words[1:])), words)
    return _run_in_shell(command)


def _run_module(name: str) -> None:
    """Run a package as `python -m` does, which is not to be had of pytest's loader."""
    spec = find_spec(f"{name}.__main__")
    assert spec is not None, f"there is no {name}"
    assert spec.origin is not None
    scope = {"__name__": "__main__", "__package__": name}
    exec(compile(Path(spec.origin).read_bytes(), spec.origin, "exec"), scope)


def _run_here(program: Callable[[], object], words: list[str]) -> tuple[int, str]:
    with pytest.MonkeyPatch.context() as patch, captured() as printed:
        patch.setattr(sys, "argv", words)
        patch.setattr(sys, "stdin", io.StringIO())
        status: object = None
        try:
            program()
        except SystemExit as end:
            status = end.code
            if isinstance(status, str):
                print(status)
    return status if isinstance(status, int) else int(status is not None), printed.getvalue()


def _run_in_shell(command: str) -> tuple[int, str]:
    done = subprocess.run(
        ["bash", "-c", command],
        env=_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    return done.returncode, done.stdout


@cache
def _run_until_interrupted(*words: str) -> tuple[int, str]:
    """Run a program until it has said something, and end it as Ctrl-C does.

    Once for all pages: it begins in the same way each time, and loading it takes a while.
    """
    with subprocess.Popen(
        words,
        env=_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        assert process.stdout is not None
        patience = Timer(PATIENCE, process.kill)
        patience.start()
        begin = process.stdout.readline()
        process.send_signal(signal.SIGINT)
        rest = process.stdout.read()
        patience.cancel()
        return process.wait(), begin + rest


def _environment() -> dict[str, str]:
    return os.environ | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}


def _check_install(words: list[str]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert words[0] == "install"
    for word in words[1:]:
        wanted = re.fullmatch(r"([A-Za-z0-9_-]+)(?:\[([a-z0-9,-]+)\])?", word)
        assert wanted is not None, f"pip install {word}"
        if wanted[1] == project["name"]:
            extras = set((wanted[2] or "").split(",")) - {""}
            assert extras <= set(project["optional-dependencies"]), f"no such extra: {word}"


def _check_targets(words: list[str]) -> None:
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE)
    for word in words:
        assert "=" in word or word in targets, f"no such target: make {word}"
