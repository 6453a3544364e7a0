"""The report: a table for people, or JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date

from ._patch import patch
from ._results import Result, counts


def as_text(results: Sequence[Result], base_url: str, day: date, stopped: str) -> str:
    """Return the report as a table, followed by the list of patches."""
    rows = [("operation", "evidence", "outcome"), *map(_row, results)]
    widths = [max(len(row[column]) for row in rows) for column in (0, 1)]
    lines = [f"{base_url} against the spec, {day}", ""]
    for place, (symbol, evidence, outcome) in enumerate(rows):
        lines.append(f"{symbol:{widths[0]}}  {evidence:{widths[1]}}  {outcome}".rstrip())
        if place:
            lines += [f"    {line}" for line in _below(results[place - 1])]
    lines += ["", "; ".join(f"{number} {name}" for name, number in counts(results).items())]
    lines += [stopped] if stopped else []
    patches = patch(results, base_url, day)
    return "\n".join([*lines, "", patches] if patches else [*lines, ""])


def as_json(results: Sequence[Result], base_url: str, day: date, stopped: str) -> str:
    """Return the report as JSON."""
    report = {
        "base_url": base_url,
        "date": str(day),
        "stopped": stopped or None,
        "counts": counts(results),
        "operations": [_entry(result) for result in results],
        "patch": patch(results, base_url, day),
    }
    return json.dumps(report, indent=2) + "\n"


def _row(result: Result) -> tuple[str, str, str]:
    operation = result.operation
    detail = f" ({result.detail})" if result.detail else ""
    return operation.symbol, operation.evidence, f"{result.outcome.value}{detail}"


def _below(result: Result) -> list[str]:
    lines = [*map(str, result.differences), *result.notes]
    if result.arguments and (result.outcome.is_difference or "record" in result.outcome.value):
        used = [
            f"{name} {known.value} from {known.origin}" for name, known in result.arguments.items()
        ]
        lines.append(f"called with {', '.join(used)}")
    return lines


def _entry(result: Result) -> dict[str, object]:
    operation = result.operation
    return {
        "operation": operation.symbol,
        "operation_id": operation.id,
        "path": operation.path,
        "evidence": operation.evidence,
        "outcome": result.outcome.value,
        "status": result.status,
        "detail": result.detail or None,
        "differences": [difference._asdict() for difference in result.differences],
        "notes": result.notes,
        "arguments": {
            name: {"value": known.value, "from": known.origin}
            for name, known in result.arguments.items()
        },
    }
