"""An extension of griffe that dresses docstrings for a browser.

In an editor a docstring is read as it stands. Here the line with the HTTP call gets colours and a
badge with the grade of the evidence, what stands at its end becomes small print, and examples
that are only indented are marked as Python.
"""

from __future__ import annotations

import ast
import re
from textwrap import dedent, indent
from typing import Any

import griffe

from scripts.docs.marks import DEPRECATED, EVIDENCE, WIRE, badge, verb

_SECTION = re.compile(r"^[A-Z][a-z]+:$", re.MULTILINE)
_EXAMPLE = re.compile(r"(?<=\n\n)(?:(?: {4}.*)?\n)*? {4}.*(?=\n\n(?! {4})|\Z)")


class Dressed(griffe.Extension):
    """Rewrites the docstrings of a package after it was read."""

    def on_object(self, *, obj: griffe.Object, **kwargs: Any) -> None:  # noqa: ARG002
        """Rewrite the docstring of one object."""
        if obj.docstring:
            obj.docstring.value = dressed(obj.docstring.value)


def dressed(text: str) -> str:
    """Return the text of a docstring as Markdown that is meant for a page."""
    evidence = EVIDENCE.search(text)
    grade = badge(evidence["grade"]) if evidence else ""
    text = WIRE.sub(lambda wire: _wire(wire, grade), text)
    text = EVIDENCE.sub(r"Evidence: \g<grade>\g<rest>\n{: .evidence }", text)
    text = DEPRECATED.sub(r"**Deprecated:** \g<rest>\n{: .deprecation }", text)
    section = _SECTION.search(text)
    end = section.start() if section else len(text)
    return _EXAMPLE.sub(lambda example: _fenced(example[0]), text[:end]) + text[end:]


def _wire(wire: re.Match[str], grade: str) -> str:
    return f"{verb(wire['verb'])} `{wire['path']}`{wire['often']} {grade}\n{{: .wire }}"


def _fenced(block: str) -> str:
    code = dedent(block).strip("\n")
    return f"```{'python' if _is_python(code) else 'text'}\n{code}\n```"


def _is_python(code: str) -> bool:
    try:
        ast.parse(f"async def example():\n{indent(code, '    ')}")
    except SyntaxError:
        return False
    return True
