"""A short chaos run on every way to the network, and the ledger that judges it.

`make chaos` runs the same for a minute.
"""

from __future__ import annotations

import asyncio

import pytest

from ejento_async import APIConnectionError, EjentoError, NotFoundError
from tests.chaos.ledger import Ledger
from tests.chaos.report import lines
from tests.chaos.run import Plan, run

LOST = APIConnectionError("the answer was lost", maybe_applied=True)
REFUSED = APIConnectionError("refused")


async def test_in_chaos_nothing_is_lost_nothing_doubled_and_nothing_left_behind(way: str) -> None:
    report = await run(Plan(seed=1, seconds=1.0, tasks=20, backend=way, timeout=0.3))

    assert report.violations == [], "\n".join(lines(report))
    assert sum(report.faults.values()) > 10
    assert {outcome for _, outcome in report.ledger.outcomes} == {
        "ok",
        "failed",
        "unsure",
        "cancelled",
    }


def judged(told: Exception | asyncio.CancelledError | None, *found: str) -> list[str]:
    """Return what a ledger has to say if a creation ended like this, and this was found."""
    ledger = Ledger()
    entry = ledger.open("team", "t")
    if told is None:
        entry.done("create", "new")
    else:
        entry.failed("create", "new", told)
    ledger.judge({"team": [("t", value) for value in found]})
    return ledger.violations


@pytest.mark.parametrize(
    ("told", "found"),
    [
        (None, ["new"]),
        (REFUSED, []),
        (LOST, []),
        (LOST, ["new"]),
        (asyncio.CancelledError(), []),
        (asyncio.CancelledError(), ["new"]),
    ],
)
def test_the_ledger_takes_what_a_task_was_told(
    told: EjentoError | asyncio.CancelledError | None, found: list[str]
) -> None:
    assert judged(told, *found) == []


@pytest.mark.parametrize(
    ("told", "found", "complaint"),
    [
        (None, [], "the server has None"),
        (None, ["new", "new"], "there are 2"),
        (None, ["another"], "the server has 'another'"),
        (REFUSED, ["new"], "the server has 'new'"),
        (LOST, ["new", "new"], "there are 2"),
        (NotFoundError("gone", status=404), ["new"], "the server has 'new'"),
    ],
)
def test_the_ledger_complains_of_what_a_task_was_not_told(
    told: EjentoError | None, found: list[str], complaint: str
) -> None:
    (violation,) = judged(told, *found)

    assert complaint in violation


def test_the_ledger_complains_of_a_record_that_nobody_made() -> None:
    ledger = Ledger()
    ledger.judge({"team": [("t", "new")]})

    assert ledger.violations == ["team t: nobody made it"]


def test_the_ledger_complains_of_a_read_that_shows_another_value() -> None:
    entry = Ledger().open("team", "t")
    entry.done("create", "new")

    assert entry.seen("read", "new") is None
    assert "a read saw 'old'" in (entry.seen("read", "old") or "")
    assert "a read saw None" in (entry.seen("read", None) or "")
