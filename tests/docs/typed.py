"""`python -m tests.docs.typed`: has mypy check the Python blocks of all pages, strictly.

Apart from the suite: it wants the cache that mypy keeps of the SDK, which `make types` has.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import indent

from mypy import api

from .blocks import ROOT, Run, files_of_tests, python_runs

# Few annotate the functions of their tests; what is in them is checked all the same.
_LENIENT = ("--allow-untyped-defs", "--allow-incomplete-defs", "--allow-untyped-calls")

_HEAD = "async def page(ejento: ejento_async.EjentoClient) -> None:"
_END = "import ejento_async"


def main() -> int:
    """Check all blocks and return the exit status of mypy."""
    modules = {_name(run): _module(run) for run in python_runs()} | files_of_tests()
    with TemporaryDirectory() as folder:
        files = [Path(folder) / name for name in modules]
        for file, text in zip(files, modules.values(), strict=True):
            file.write_text(text, encoding="utf-8")
        config = str(ROOT / "pyproject.toml")
        report, problems, status = api.run(["--config-file", config, *_LENIENT, *map(str, files)])
    print(report.replace(f"{folder}/", "").strip())
    print(problems, end="", file=sys.stderr)
    return status


def _name(run: Run) -> str:
    page = run.place.replace("/", "_").replace(".md:", "_").replace("-", "_")
    return f"{page}.py"


def _module(run: Run) -> str:
    """Return a module whose lines have the numbers that they have on the page."""
    program = "asyncio.run(" in run.steps[0][0].text
    lines: list[str] = []
    for block, _ in run.steps:
        lines += [""] * (block.line - 1 - len(lines))
        if not (program or block is not run.steps[0][0]):
            lines[-1] = _HEAD
        lines += (block.text if program else indent(block.text, "    ")).splitlines()
    return "\n".join(["from __future__ import annotations", *lines[1:], _END]) + "\n"


if __name__ == "__main__":
    sys.exit(main())
