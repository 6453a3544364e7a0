"""The code blocks of README.md and of the pages in docs/, and which of them belong together.

A block is run as it stands on the page. What a reader need not see is in a comment on the line
before its fence:

- `<!-- block: continues -->`: goes on where the last Python block of the page ended, with its
  variables, its client and its sandbox
- `<!-- block: status 1 -->`: the last command ends with this exit status
- `<!-- block: not run, REASON -->`: only shown

A `text` block right behind a Python block is what that block prints. A block that includes a file
(`--8<-- "path"`) is not run here: the file has tests of its own.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from textwrap import dedent

ROOT = Path(__file__).parents[2]

# Not by a Markdown library: those of GitHub and of MkDocs disagree about blocks that are indented
# because they stand in a note or a tab.
_FENCE = re.compile(r"(?P<indent> *)(?P<fence>```+)(?P<info>[^`]*)")
_MARK = re.compile(r"\s*<!-- block: (?P<mark>.+?) -->\s*")


@dataclass(frozen=True)
class Block:
    """One code block.

    Attributes:
        page: path of the page, from the root of the repository.
        line: number of the line at which its text begins.
        language: the first word behind its fence, such as `python`.
        title: the name of the file that it is, where it says so.
        mark: what the comment before it says.
        follows: whether it stands right behind another block.
        text: what is in it.
    """

    page: str
    line: int
    language: str
    title: str
    mark: str
    follows: bool
    text: str

    @property
    def is_run(self) -> bool:
        """Whether it is more than something to look at."""
        return not self.mark.startswith("not run") and not self.text.startswith("--8<--")

    @property
    def is_printing(self) -> bool:
        """Whether what it prints may be shown behind it."""
        return self.language == "python" and self.is_run and not self.wants_fixtures

    @property
    def tests(self) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
        """The tests that it defines."""
        functions = ast.FunctionDef | ast.AsyncFunctionDef
        defined = [each for each in ast.parse(self.text).body if isinstance(each, functions)]
        return [each for each in defined if each.name.startswith("test_")]

    @property
    def wants_fixtures(self) -> bool:
        """Whether it holds tests that only pytest can run."""
        return any(test.args.args for test in self.tests)


@dataclass(frozen=True)
class Run:
    """Blocks that are run one after the other, each with what it is said to print."""

    steps: list[tuple[Block, str | None]] = field(default_factory=list[tuple[Block, str | None]])

    @property
    def place(self) -> str:
        """Where it begins, as editors take it."""
        first = self.steps[0][0]
        return f"{first.page}:{first.line}"


def pages() -> list[str]:
    """Return the paths of all pages, from the root of the repository."""
    found = sorted((ROOT / "docs").rglob("*.md"))
    return ["README.md", *(path.relative_to(ROOT).as_posix() for path in found)]


@cache
def blocks_of(page: str) -> tuple[Block, ...]:
    """Read the blocks of a page."""
    return tuple(_read(page, (ROOT / page).read_text(encoding="utf-8").splitlines()))


def all_blocks(*languages: str) -> list[Block]:
    """Return the blocks of all pages, or only those in some languages."""
    every = (block for page in pages() for block in blocks_of(page))
    return [block for block in every if not languages or block.language in languages]


def files_of_tests() -> dict[str, str]:
    """Return the Python blocks of all pages that only pytest can run, by names of files."""
    blocks = [block for block in all_blocks("python") if block.is_run and block.wants_fixtures]
    return {f"test_{Path(block.page).stem}_{block.line}.py": block.text for block in blocks}


def python_runs() -> list[Run]:
    """Return all other Python blocks that are run, those that belong together in one run."""
    runs: list[Run] = []
    for page in pages():
        before = len(runs)
        last: Block | None = None
        for block in blocks_of(page):
            if block.is_printing:
                if block.mark != "continues":
                    runs.append(Run())
                assert len(runs) > before, f"{block.page}:{block.line} continues nothing"
                runs[-1].steps.append((block, None))
            elif block.language == "text" and block.follows and last and last.is_printing:
                runs[-1].steps[-1] = (last, block.text)
            last = block
    return runs


def _read(page: str, lines: list[str]) -> Iterator[Block]:
    mark, begin, opened, follows = "", 0, None, False
    for number, line in enumerate(lines, start=1):
        fence = _FENCE.fullmatch(line)
        if opened is not None:
            if fence and not fence["info"].strip() and fence["fence"] >= opened["fence"]:
                language, _, attributes = opened["info"].strip().partition(" ")
                title = re.search(r'title="([^"]+)"', attributes)
                text = dedent("\n".join(lines[begin : number - 1]) + "\n")
                name = title[1] if title else ""
                yield Block(page, begin + 1, language, name, mark, follows, text)
                opened, mark, follows = None, "", True
        elif fence:
            opened, begin = fence, number
        elif found := _MARK.fullmatch(line):
            mark = found["mark"]
        elif line.strip():
            mark, follows = "", False
    assert opened is None, f"{page}: a code block has no end"
