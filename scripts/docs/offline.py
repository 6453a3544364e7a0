"""Proof that a built site needs no other host: `make docs` fails when a page would fetch from one.

Links that a reader may click are no matter; what a browser loads by itself is. Scripts cannot be
read this way, so each page forbids them other hosts by its Content-Security-Policy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

_HOST = r"(?:https?:|wss?:)?//"
_LOADED = re.compile(
    rf"<(?:script|img|iframe|source|video|audio|embed|object|image|use|track|input)\b[^>]*?"
    rf"\s(?:src|srcset|data|href|xlink:href|poster)\s*=\s*[\"']?\s*{_HOST}[^\s\"'>]*",
    re.IGNORECASE,
)
_LINKED = re.compile(
    rf"<link\b(?![^>]*\brel=[\"']?canonical\b)[^>]*?\shref\s*=\s*[\"']?{_HOST}", re.IGNORECASE
)
_STYLED = re.compile(
    rf"@import\s*(?:url\()?\s*[\"']?{_HOST}|\burl\(\s*[\"']?{_HOST}[^)]*", re.IGNORECASE
)
_POLICY = re.compile(r"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'self';")


def outside(text: str) -> list[str]:
    """Return what a browser would load from other hosts for a page, a style sheet or a drawing."""
    return [found[0] for pattern in (_LOADED, _LINKED, _STYLED) for found in pattern.finditer(text)]


def complaints(site: Path) -> Iterator[str]:
    """Yield a sentence for each file of a built site that is not content with its own host."""
    for file in sorted(site.rglob("*")):
        if file.suffix not in {".html", ".css", ".svg"}:
            continue
        text = file.read_text(encoding="utf-8")
        name = file.relative_to(site)
        yield from (f"{name} loads from another host: {found}" for found in outside(text))
        if file.suffix == ".html" and not _POLICY.search(text):
            yield f"{name} has no Content-Security-Policy"
