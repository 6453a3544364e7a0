"""The table of faults in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from tests.reliability.scene import WAYS


def lines(rows: Iterable[dict[str, str]]) -> Iterator[str]:
    """Write the table: fault, what was expected, and what was seen on each way to the network."""
    ordered = sorted(rows, key=lambda row: row["section"])
    for section, found in groupby(ordered, key=lambda row: row["section"]):
        faults = _by_fault(found)
        widths = [
            max(len(cell) for cell in column)
            for column in zip(*((fault, expected) for fault, expected, _ in faults), strict=True)
        ]
        yield ""
        yield f"{section.capitalize().replace('_', ' ')} ({len(faults)} faults)"
        for fault, expected, seen in faults:
            yield f"  {fault:<{widths[0]}}  {expected:<{widths[1]}}  {seen}"


def _by_fault(rows: Iterable[dict[str, str]]) -> list[tuple[str, str, str]]:
    table: dict[tuple[str, str], dict[str, str]] = {}
    for row in rows:
        seen = table.setdefault((row["fault"], row["expected"]), {})
        mark = "" if row["verdict"] == "passed" else "FAILED: "
        if not seen.get(row["way"], "").startswith("FAILED"):
            seen[row["way"]] = mark + row["seen"]
    return [(fault, expected, _seen(seen)) for (fault, expected), seen in table.items()]


def _seen(by_way: dict[str, str]) -> str:
    """Say once what is the same everywhere."""
    outcomes = {way: by_way[way] for way in WAYS if way in by_way}
    if len(set(outcomes.values())) == 1:
        ways = "every way" if len(outcomes) == len(WAYS) else ", ".join(outcomes)
        return f"{next(iter(outcomes.values()))} ({ways})"
    return "; ".join(f"{way}: {outcome}" for way, outcome in outcomes.items())
