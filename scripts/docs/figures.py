"""The figures of the front page: counted in the code, or read from what `make bench` wrote."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import griffe

from scripts.docs.namespaces import ROOT, Namespace

PERFORMANCE: Final = ROOT / "docs" / "performance.md"

_MEASURED: Final = {
    "a call, 50 tasks, against httpx": "the time of httpx's own client, 50 calls at once",
    "import, time, against httpx": "the time to import httpx",
    "errors of 1,000 tasks": "failed, by 1,000 tasks on one client",
}
"""Goals of performance.md, by their names there, and what to say of each."""


def strip(namespaces: Iterable[Namespace], code: griffe.Module) -> str:
    """Return the figures as cards, those of the code first."""
    cards = "\n".join(
        f"<div><b>{value}</b><span>{meaning}</span></div>"
        for value, meaning in (*_counted(list(namespaces), code), *measured())
    )
    return f'<div class="figures">\n{cards}\n</div>'


def _counted(namespaces: list[Namespace], code: griffe.Module) -> Iterator[tuple[str, str]]:
    ejento = [space for space in namespaces if space.generation.prefix.startswith("ejento")]
    calls = {(m.verb, m.route) for space in ejento for m in space.methods if m.verb}
    yield str(len(calls)), "operations of three generations, each typed"
    yield str(len(code["generated.models"].exports or ())), "records, inputs and values"
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    yield str(len(project["dependencies"])), "dependencies at run time"


def measured(page: Path = PERFORMANCE) -> Iterator[tuple[str, str]]:
    """Yield what was measured; a page that is not there, or has no such row, yields nothing."""
    text = page.read_text(encoding="utf-8") if page.exists() else ""
    for goal, meaning in _MEASURED.items():
        row = re.search(rf"^\| {re.escape(goal)} \|[^|]*\| (?P<value>[^|(]+)", text, re.MULTILINE)
        if row:
            value = (
                row["value"].strip().replace(" x", " \N{MULTIPLICATION SIGN}").replace(" calls", "")
            )
            yield value, meaning
