"""What runs the pages notices when one of them is wrong."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest

from ejento_async import NotFoundError
from ejento_async.sandbox import Sandbox

from . import commands, programs
from .blocks import ROOT, Block, Run, all_blocks, blocks_of, pages, python_runs
from .shown import difference


def block(text: str, language: str = "python", mark: str = "") -> Block:
    return Block("docs/page.md", 10, language, "", mark, False, textwrap.dedent(text))


@pytest.mark.parametrize(
    ("shown", "printed"),
    [
        ("one\ntwo\n", "one\ntwo"),
        ("one\n...\nfour\n", "one\ntwo\nthree\nfour\n"),
        ("one\n...\ntwo\n", "one\ntwo\n"),
        ("token eyJ... of ada\n", "token eyJabc of ada\n"),
        ("http://127.0.0.1:1/x took 12 ms\n", "http://127.0.0.1:43343/x took 0.7 ms\n"),
        ("on 2026-11-22\n", "on 2027-01-01\n"),
    ],
)
def test_what_varies_or_is_left_out_makes_no_difference(shown: str, printed: str) -> None:
    assert difference(shown, printed) is None


@pytest.mark.parametrize(
    ("shown", "printed"),
    [
        ("one\n", "two\n"),
        ("one\n", ""),
        ("one\n", "one\ntwo\n"),
        ("one\n...\n", "two\none\n"),
        ("a.c\n", "abc\n"),
        ("12 files\n", "13 files\n"),
    ],
)
def test_anything_else_is_a_difference(shown: str, printed: str) -> None:
    assert difference(shown, printed)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("print('two')", "prints something else"),
        ("import sys; print('one'); print('two', file=sys.stderr)", "prints something else"),
        ("(await ejento.v2.agents.get(4711)) or print('one')", "Agent not found"),
        ("print('one')\nasync def test_it():\n    assert 1 + 1 == 3, 'wrong'", "wrong"),
        ("print('one')\ndef test_it():\n    assert 1 + 1 == 3, 'wrong'", "wrong"),
        ("import asyncio\nasyncio.run(asyncio.sleep(0, print('two')))", "prints something else"),
    ],
)
def test_a_python_block_that_does_something_else_fails(
    sandbox: Sandbox, folder: Path, text: str, says: str
) -> None:
    with pytest.raises((AssertionError, NotFoundError), match=says):
        programs.run(Run([(block(text), "one\n")]))


def test_a_traceback_leads_to_the_line_of_the_page(sandbox: Sandbox) -> None:
    with pytest.raises(ZeroDivisionError) as caught:
        programs.run(Run([(block("\n1 / 0\n"), None)]))

    last = caught.traceback[-1]
    assert last.path is not None
    assert (str(last.path).endswith("docs/page.md"), last.lineno + 1) == (True, 11)


@pytest.mark.parametrize(
    ("text", "mark", "says"),
    [
        ("$ echo two\none\n", "", "prints something else"),
        ("$ false\n", "", "ends with 1"),
        ("$ true\n", "status 1", "ends with 0"),
        ("$ python wrong.py\n", "", "ends with 1"),
        ("$ make no-such-target\n", "", "no such target"),
        ("$ pip install 'ejento-async[no-such-extra]'\n", "", "no such extra"),
        ("$ python -m examples.no_such_example\n", "", "there is no"),
        ("$ python -m ejento_async.verify --no-such-option\n", "", "ends with 2"),
    ],
)
def test_a_command_that_does_something_else_fails(
    sandbox: Sandbox,
    folder: Path,
    text: str,
    mark: str,
    says: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (folder / "wrong.py").write_text("raise SystemExit('wrong')")

    with pytest.raises(AssertionError, match=says):
        commands.run(block(text, "console", mark), monkeypatch)


def test_the_blocks_of_the_pages_are_found() -> None:
    shown = [shown for run in python_runs() for _, shown in run.steps]

    texts = [(ROOT / page).read_text(encoding="utf-8") for page in pages()]
    fences = sum(len(re.findall(r"^ *```python\b", text, re.MULTILINE)) for text in texts)
    assert fences == len(all_blocks("python"))
    assert len(shown) > 55
    assert sum(output is not None for output in shown) > 40
    assert {"python", "text", "console"} <= {one.language for one in blocks_of("README.md")}
