"""What is kept of an evaluation, and what is said of it."""

from __future__ import annotations

import csv
import os
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, fields
from pathlib import Path

from rich.table import Table

from .asking import Row

PERCENTILES = (50, 90, 95, 99)


def write(rows: Sequence[Row], out: Path) -> None:
    """Write rows to a `.csv` or a `.parquet` file, in the order of the questions.

    The file appears at once and whole, in place of the one before.
    """
    ordered = sorted(rows, key=lambda row: row.number)
    unfinished = out.with_name(f".{out.name}.{os.getpid()}")
    try:
        if out.suffix == ".parquet":
            _write_parquet(ordered, unfinished)
        else:
            _write_csv(ordered, unfinished)
        unfinished.replace(out)
    finally:
        unfinished.unlink(missing_ok=True)


def _write_csv(rows: Iterable[Row], path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        lines = csv.DictWriter(file, [field.name for field in fields(Row)])
        lines.writeheader()
        for row in rows:
            lines.writerow(asdict(row) | {"references": " ".join(row.references)})


def _write_parquet(rows: Sequence[Row], path: Path) -> None:
    import polars as pl

    whole, number, text = pl.Int64(), pl.Float64(), pl.String()
    kinds = {"int": whole, "float": number, "bool": pl.Boolean(), "list[str]": pl.List(text)}
    # Types are told and not guessed: a column in which nothing is known has one too.
    schema = {
        field.name: kinds.get(str(field.type).removesuffix(" | None"), text)
        for field in fields(Row)
    }
    pl.DataFrame([asdict(row) for row in rows], schema=schema).write_parquet(path)


def percentile(values: Sequence[float], percent: int) -> float:
    """Return the smallest value that so many percent of the values do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * percent // 100) - 1)]


def summary(rows: Sequence[Row], elapsed: float) -> tuple[Table, list[str]]:
    """Return a table of times, and what else there is to say, line by line.

    Args:
        rows: the results.
        elapsed: seconds that all of it took.
    """
    good = [row for row in rows if row.error is None]
    table = Table("seconds until", *(f"p{percent}" for percent in PERCENTILES), "longest")
    for column in table.columns[1:]:
        column.justify = "right"
    for title, values in (
        ("the first text", [row.first_text for row in good if row.first_text is not None]),
        ("the end", [row.seconds for row in good if row.seconds is not None]),
    ):
        if values:
            shown = [*(percentile(values, percent) for percent in PERCENTILES), max(values)]
            table.add_row(title, *(f"{value:.3f}" for value in shown))

    said = [f"{len(good):,} of {len(rows):,} answered in {elapsed:.1f} s"]
    said += [f"failed: {count:,} {error}" for error, count in Counter(_errors(rows)).most_common()]
    blocked = sum(row.blocked is True for row in good)
    if blocked:
        said.append(f"blocked by a guardrail: {blocked:,}")
    prompt = sum(row.prompt_tokens or 0 for row in good)
    completion = sum(row.completion_tokens or 0 for row in good)
    said.append(
        f"tokens: {prompt:,} of prompts, {completion:,} of answers, "
        f"{completion / max(elapsed, 1e-9):,.0f} of answers per second"
    )
    shares = [row.words_found for row in good if row.words_found is not None]
    if shares:
        said.append(f"expected words found: {sum(shares) / len(shares):.0%} on average")
    return table, said


def _errors(rows: Iterable[Row]) -> list[str]:
    return [row.error for row in rows if row.error is not None]
