"""The results as a picture: how long answers took, and how many tokens they have."""

# pyright: reportUnknownMemberType=false
# Many methods of matplotlib pass keywords on that have no types.

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import PercentFormatter

from .asking import Row
from .results import percentile

FIRST, WHOLE, INK, FAINT = "#e07b39", "#2b6cb0", "#222222", "#d9d9d9"


def draw(rows: Sequence[Row], title: str, path: Path) -> None:
    """Draw the results of an evaluation into a PNG file.

    On the left is the share of answers that had come after so many seconds, from which every
    percentile can be read. On the right each answer is a dot: a long one that came quickly is to
    the lower right.
    """
    good = [row for row in rows if row.error is None and row.seconds is not None]
    figure = Figure(figsize=(10, 4.4), layout="constrained", dpi=120)
    times, tokens = figure.subplots(1, 2)
    failed = len(rows) - len(good)
    figure.suptitle(
        f"{title}: {len(good):,} answers" + (f", {failed:,} failed" if failed else ""),
        fontsize=13,
        color=INK,
    )
    first = [row.first_text for row in good if row.first_text is not None]
    whole = [row.seconds for row in good if row.seconds is not None]
    _shares(times, first, "first text", FIRST)
    _shares(times, whole, "whole answer", WHOLE)
    times.set_title("How long until …", loc="left", fontsize=11, color=INK)
    times.set_xlabel("seconds")
    times.set_ylabel("share of answers")
    times.set_ylim(0, 1.02)
    times.yaxis.set_major_formatter(PercentFormatter(1))

    dots = [(row.completion_tokens, row.seconds) for row in good if row.completion_tokens]
    tokens.scatter(
        [count for count, _ in dots],
        [seconds or 0 for _, seconds in dots],
        s=22,
        color=WHOLE,
        alpha=0.55,
        linewidths=0,
    )
    tokens.set_title("Tokens and time of each answer", loc="left", fontsize=11, color=INK)
    tokens.set_xlabel("tokens of the answer")
    tokens.set_ylabel("seconds until its end")
    for axes in (times, tokens):
        axes.set_xlim(left=0, right=axes.get_xlim()[1] * 1.02)
        axes.grid(color=FAINT, linewidth=0.6)
        axes.set_axisbelow(True)
        axes.spines[["top", "right"]].set_visible(False)
    tokens.set_ylim(bottom=0)
    if first or whole:
        times.legend(frameon=False, loc="lower right", fontsize=9, labelspacing=0.9)
    figure.savefig(path)


def _shares(axes: Axes, seconds: Sequence[float], label: str, colour: str) -> None:
    if not seconds:
        return
    median, nearly_all = percentile(seconds, 50), percentile(seconds, 95)
    told = f"{label}\n50% in {median:.2g} s, 95% in {nearly_all:.2g} s"
    axes.ecdf(seconds, label=told, color=colour, linewidth=2)
    axes.plot([median, nearly_all], [0.5, 0.95], "o", color=colour, markersize=6)
