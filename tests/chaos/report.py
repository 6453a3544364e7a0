"""The report of a run, in words and numbers."""

from __future__ import annotations

from collections.abc import Iterator

from .run import Report

OUTCOMES = ("ok", "failed", "unsure", "cancelled")
SHOWN = 20


def lines(report: Report) -> Iterator[str]:
    """Write what happened, and the verdict."""
    plan, ledger = report.plan, report.ledger
    yield (
        f"chaos: {plan.backend}, {plan.tasks} tasks, {plan.seconds:g} s, seed {plan.seed}: "
        f"{sum(ledger.outcomes.values())} calls, {report.requests} requests on "
        f"{report.connections} connections, "
        f"{sum(report.faults.values()) / report.requests:.0%} of the answers went wrong"
    )
    yield f"  {'call':<18}" + "".join(f"{outcome:>11}" for outcome in OUTCOMES)
    for what in sorted({what for what, _ in ledger.outcomes}):
        numbers = (ledger.outcomes[what, outcome] for outcome in OUTCOMES)
        yield f"  {what:<18}" + "".join(f"{number:>11}" for number in numbers)
    yield "  faults: " + _counted(report.faults)
    yield "  errors: " + _counted(ledger.errors)
    unsure = sum(len(entry.possible) > 1 for entry in ledger.entries)
    yield (
        f"  {len(ledger.entries)} records, {unsure} of them in doubt; {report.renewals} renewals, "
        f"{report.failed_renewals} failed ones; the slowest call took {ledger.slowest:.1f} s"
    )
    found = report.violations
    yield from (f"  VIOLATION {violation}" for violation in found[:SHOWN])
    if len(found) > SHOWN:
        yield f"  ... and {len(found) - SHOWN} more"
    yield f"  verdict: {f'{len(found)} VIOLATIONS' if found else 'nothing lost, nothing doubled'}"


def _counted(numbers: dict[str, int]) -> str:
    ordered = sorted(numbers.items(), key=lambda item: -item[1])
    return ", ".join(f"{name} {number}" for name, number in ordered if number)
