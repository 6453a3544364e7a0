"""The benchmarks run, in a tiny form; what they measure is nobody's business here."""

from __future__ import annotations

import sys
from collections.abc import Awaitable, Callable, Iterator

import pytest

from benchmarks import (
    calls,
    contenders,
    events,
    importing,
    memory,
    pages,
    regeneration,
    report,
    uploads,
    walking,
)
from benchmarks.__main__ import main
from benchmarks.findings import Findings, Goal, Table, at_least, at_most
from benchmarks.measure import Effort, Samples, Spread, interleaved, turns
from benchmarks.serving import Server, serving

TINY = Effort(rounds=1, share=0.002, extent=0.01, warm=False)
OURS, RAW = contenders.OURS.name, contenders.HTTPX.name


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving(apart=False) as server:
        yield server


@pytest.fixture(autouse=True)
def _few_contenders(monkeypatch: pytest.MonkeyPatch) -> None:
    few = (contenders.OURS, contenders.HTTPX, contenders.HTTPX_UNLIMITED)
    monkeypatch.setattr(contenders, "ALL", few)


@pytest.mark.parametrize(
    "measure",
    [
        events.measure,
        importing.measure,
        memory.measure,
        pages.measure,
        uploads.measure,
    ],
    ids=lambda measure: measure.__module__.rpartition(".")[2],
)
async def test_a_program_judges_goals_and_tells_our_figures_and_those_of_httpx(
    measure: Callable[[Server, Effort], Awaitable[Findings]], server: Server
) -> None:
    findings = await measure(server, TINY)

    assert any(goal.reached is not None for goal in findings.goals)
    assert {OURS, RAW} <= {row[0] for row in findings.tables[-1].rows}


async def test_calls_are_compared_and_none_of_ours_fails(server: Server) -> None:
    findings = await calls.measure(server, TINY)

    assert {OURS, RAW} <= {row[0] for row in findings.tables[0].rows}
    errors = next(goal for goal in findings.goals if goal.goal == "none")
    assert errors.reached


async def test_a_walk_tells_how_many_pages_are_fetched_ahead(server: Server) -> None:
    findings = await walking.measure(server, TINY)

    assert [str(ahead) for ahead in walking.AHEAD] == [row[0] for row in findings.tables[0].rows]
    ahead = [goal for goal in findings.goals if goal.goal.endswith("pages")]
    assert len(ahead) == 6
    assert all(goal.reached for goal in ahead)


def test_a_spec_that_was_cut_down_is_generated() -> None:
    command = [sys.executable, "-m", "scripts.codegen"]
    findings = regeneration.regenerated(TINY, [3], command)

    assert ["3"] == [row[0] for row in findings.tables[0].rows]


async def test_contenders_take_turns_and_each_round_begins_with_another() -> None:
    ran: list[str] = []

    def run(name: str) -> Callable[[], Awaitable[int]]:
        async def done() -> int:
            ran.append(name)
            return 1

        return done

    samples = await interleaved({name: run(name) for name in "ab"}, Effort(rounds=2))

    assert list("abab" + "ba") == ran
    assert ["a", "b"] == sorted(samples)
    assert [("a", True)] == list(turns(["a"], TINY))


def test_two_are_compared_round_by_round() -> None:
    samples = Samples()
    for ours, theirs in ((1.0, 2.0), (9.0, 3.0), (4.0, 4.0)):
        samples.add("ours", ours)
        samples.add("theirs", theirs)

    assert Spread(1.0, 0.5, 3.0) == samples.ratio("ours", "theirs")
    assert Spread(0.0, -1.0, 6.0) == samples.difference("ours", "theirs")
    assert Spread(4.0, 1.0, 9.0) == samples["ours"]


def test_the_median_decides_whether_a_goal_is_reached() -> None:
    found = Spread(1.0, 0.5, 3.0)

    assert Goal("x", "<= 1.00 x", "1.00 x (0.50 to 3.00)", reached=True) == at_most("x", found, 1)
    assert not at_most("x", found, 0.9).reached
    assert at_least("x", found, 1).reached
    assert not at_least("x", found, 1.1).reached


def test_the_page_has_every_goal_and_every_figure() -> None:
    goals = [
        Goal("a call", "<= 1.00 x", "0.70 x", reached=True),
        Goal("a page", "<= 1.25 x", "1.74 x", reached=False),
        Goal("a walk", "<= 1.15 x", "not there", reached=None),
    ]
    table = Table("Calls", ("", "1"), [("httpx", "800")], "Lower is better.")

    page = report.markdown([Findings(goals, [table])], Effort(), cores=2)

    for line in (
        "| a call | ≤ 1.00 x | 0.70 x | pass |",
        "| a page | ≤ 1.25 x | 1.74 x | **miss** |",
        "| a walk | ≤ 1.15 x | not there | not measured |",
        "1 of 3 reached.",
        "### Calls",
        "| httpx | 800 |",
        "Lower is better.",
    ):
        assert line in page.splitlines()


def test_a_page_is_written_only_of_everything(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--write", "--only", "calls"])

    assert "--write is for a full run" in capsys.readouterr().err
