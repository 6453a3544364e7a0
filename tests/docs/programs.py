"""Python blocks, run in this process: an interpreter for each of them would take too long."""

from __future__ import annotations

import ast
import asyncio
import inspect
import io
import logging
from collections.abc import Generator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from types import CodeType
from typing import Any

from ejento_async import EjentoClient

from .blocks import ROOT, Block, Run
from .shown import difference


def run(blocks: Run) -> None:
    """Run blocks that belong together and compare what they print with what is shown.

    A block that calls `asyncio.run` is a program of its own. Any other runs, with the tests that
    it defines, within `async with EjentoClient() as ejento:`, and may await at its top level.

    Raises:
        AssertionError: something else was printed than is shown.
    """
    if "asyncio.run(" not in blocks.steps[0][0].text:
        asyncio.run(_run_in_client(blocks))
        return
    names = _names()
    for block, shown in blocks.steps:
        with compared(block, shown):
            exec(_compiled(block), names)


async def _run_in_client(blocks: Run) -> None:
    async with EjentoClient() as ejento:
        names = _names() | {"ejento": ejento}
        for block, shown in blocks.steps:
            with compared(block, shown):
                await _finished(eval(_compiled(block), names))
                for test in block.tests:
                    await _finished(names[test.name]())


async def _finished(result: object) -> None:
    if inspect.isawaitable(result):
        await result


@contextmanager
def compared(block: Block, shown: str | None) -> Generator[None]:
    """Compare what is printed meanwhile, to either stream, with what is shown."""
    with captured() as printed:
        yield
    if shown is not None:
        found = difference(shown, printed.getvalue())
        assert found is None, f"{block.page}:{block.line} prints something else:\n{found}"


@contextmanager
def captured() -> Generator[io.StringIO]:
    """Catch what is printed, and forget the settings of the logging module that are made."""
    root, own = logging.getLogger(), logging.getLogger("ejento_async")
    before = root.handlers[:], root.level, own.handlers[:], own.level, own.propagate
    root.handlers[:] = []
    printed = io.StringIO()
    try:
        with redirect_stdout(printed), redirect_stderr(printed):
            yield printed
    finally:
        root.handlers[:], own.handlers[:] = before[0], before[2]
        root.setLevel(before[1])
        own.setLevel(before[3])
        own.propagate = before[4]


def _names() -> dict[str, Any]:
    return {"__name__": "__main__"}


def _compiled(block: Block) -> CodeType:
    """Compile a block so that tracebacks lead to its lines on the page."""
    tree = ast.parse(block.text, str(ROOT / block.page))
    ast.increment_lineno(tree, block.line - 1)
    flags = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
    code: CodeType = compile(tree, str(ROOT / block.page), "exec", flags, dont_inherit=True)
    return code
