"""What SECURITY.md names is there."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "SECURITY.md").read_text()


def test_every_test_that_proves_a_promise_exists() -> None:
    named = re.findall(r"`(test_\w+)`", PAGE)
    sources = "".join(path.read_text() for path in (ROOT / "tests").rglob("test_*.py"))

    assert len(named) > 20
    assert [name for name in named if f"def {name}(" not in sources] == []


def test_every_promise_is_proved_by_some_test() -> None:
    rows = [line for line in PAGE.splitlines() if line.startswith("| ")][1:]

    assert len(rows) > 10
    assert all("`test_" in row for row in rows)
