"""Links that work in the repository, turned into links that work on the site.

Pages such as operations.md are read in both places. What they link to in the repository has a page
of its own here, or none: then its name is left, and the link is dropped. And the name of a method
in backticks leads to its reference.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Final, TypeAlias

from scripts.docs.namespaces import ROOT, Namespace

PAGES_OF_FILES: Final = {
    "CHANGELOG.md": "changelog.md",
    "SECURITY.md": "security.md",
    "CONTRIBUTING.md": "maintaining.md",
    "README.md": "index.md",
    "examples": "examples.md",
}
"""Pages that stand for files and folders of the repository."""

_Change: TypeAlias = Callable[[str], str]
_LINK = re.compile(r"(?<!!)\[(?P<text>[^\]\n]+)\]\((?P<target>[^)\s#]+)(?P<anchor>#[^)\s]*)?\)")
_FENCE = re.compile(r"^(?P<mark>```+|~~~+).*?^(?P=mark)\s*$", re.MULTILINE | re.DOTALL)
_METHOD = re.compile(
    r"(?<![\[`])`(?:(?:ejento|client)\.)?"
    r"(?P<name>(?:v1|v2_legacy|v2|document360)\.\w+\.\w+)(?:\(\))?`(?![\]`])"
)


def pages_of_files(namespaces: Iterable[Namespace]) -> dict[str, str]:
    """Return the page of each file of the repository that has one."""
    generated = {
        f"{namespace.class_path.rpartition('.')[0].replace('.', '/')}.py": namespace.page
        for namespace in namespaces
        if ".api." in namespace.class_path
    }
    # The class with uploads stands for the generated one that it extends.
    generated["ejento_async/generated/api/v2_documents.py"] = "reference/v2/documents.md"
    return PAGES_OF_FILES | generated


def relinked(
    markdown: str, source: str, page: str, pages: Mapping[str, str], methods: Collection[str]
) -> str:
    """Return a page with links for the site.

    Args:
        markdown: its text.
        source: the file of the repository whose links it holds, such as `docs/operations.md`.
        page: where it is on the site, below `docs/`.
        pages: of files, see `pages_of_files`.
        methods: names such as `ejento.v2.agents.get` that have a reference.
    """
    here = posixpath.dirname(source)
    there = posixpath.dirname(page)

    def link(found: re.Match[str]) -> str:
        target = found["target"]
        if ":" in target:
            return found[0]
        file = posixpath.normpath(posixpath.join(here, target))
        if file in pages:
            new = pages[file]
        elif file.startswith("docs/"):
            new = file.removeprefix("docs/")
        else:
            # A file that is not there stays a link, so that the strict build tells of it.
            return found["text"] if (ROOT / file).exists() else found[0]
        return f"[{found['text']}]({posixpath.relpath(new, there or '.')}{found['anchor'] or ''})"

    def method(found: re.Match[str]) -> str:
        name = found["name"]
        full = name if name.startswith("document360") else f"ejento.{name}"
        return f"[{found[0]}][{full}]" if full in methods else found[0]

    return _outside_code(markdown, lambda line: _METHOD.sub(method, _LINK.sub(link, line)))


def _outside_code(markdown: str, change: _Change) -> str:
    parts: list[str] = []
    end = 0
    for fence in _FENCE.finditer(markdown):
        parts += [_changed(markdown[end : fence.start()], change), fence[0]]
        end = fence.end()
    return "".join([*parts, _changed(markdown[end:], change)])


def _changed(text: str, change: _Change) -> str:
    lines = text.split("\n")
    return "\n".join(line if line.startswith("#") else change(line) for line in lines)
