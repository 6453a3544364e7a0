"""Formats, compares and swaps what was generated, and writes the spec as JSON."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from json import dumps
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from typing import cast

from .spec import JSON

# Isolated from the settings of this project. A comma at the end of a list means nothing here, so
# that templates may write one after every item, and what fits on a line is put on a line.
_ISOLATED = "--isolated --no-cache --quiet --line-length 100"
_RUFF = (
    f"check . {_ISOLATED} --select F401,I --fix-only --config lint.isort.split-on-trailing-comma=false",
    f"format . {_ISOLATED} --config format.skip-magic-trailing-comma=true",
)


def format_package(directory: Path) -> None:
    """Remove unused imports, sort the others and format, untouched by settings of this project."""
    for command in _RUFF:
        ruff = [sys.executable, "-I", "-m", "ruff", *command.split()]
        subprocess.run(ruff, cwd=directory, check=True)


def bundle(document: JSON) -> str:
    """Return a spec as JSON in its own order: compact, but each path and component on a line."""
    depths = {"paths": 1, "components": 2}
    members = {name: _broken(value, depths.get(name, 0)) for name, value in document.items()}
    return f"{_lines(members)}\n"


def _broken(value: object, depth: int) -> str:
    if not depth or not isinstance(value, dict):
        return _compact(value)
    return _lines({name: _broken(v, depth - 1) for name, v in cast("JSON", value).items()})


def _lines(members: dict[str, str]) -> str:
    lines = [f"{_compact(name)}:{value}" for name, value in members.items()]
    return "{\n" + ",\n".join(lines) + "\n}"


def _compact(value: object) -> str:
    return dumps(value, separators=(",", ":"), ensure_ascii=True)


def differences(old: Path, new: Path) -> list[str]:
    """Compare two packages and return what differs, one line per file."""
    before, after = _files(old), _files(new)
    lines: list[str] = []
    for name in sorted(before | after):
        if name not in before:
            lines.append(f"missing  {name}")
        elif name not in after:
            lines.append(f"stale    {name}")
        elif before[name].read_bytes() != after[name].read_bytes():
            lines.append(f"differs  {name}")
    return lines


def _files(directory: Path) -> dict[str, Path]:
    return {
        str(file.relative_to(directory)): file
        for file in directory.rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }


def swap(new: Path, target: Path) -> None:
    """Put a directory in the place of another; when that fails, the old one is there as before."""
    old = Path(mkdtemp(prefix=".old-", dir=target.parent)) / target.name
    try:
        if target.exists():
            target.rename(old)
        try:
            new.rename(target)
        except OSError:
            if old.exists():
                old.rename(target)
            raise
    finally:
        shutil.rmtree(old.parent, ignore_errors=True)


@contextmanager
def workshop(target: Path) -> Generator[Path]:
    """Offer an empty directory next to the target, on its file system, and tidy it away."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix=".new-", dir=target.parent) as directory:
        yield Path(directory) / target.name
