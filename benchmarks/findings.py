"""What a program found out: goals with their values, and tables."""

from __future__ import annotations

from dataclasses import dataclass, field

from .measure import Spread

MIB = 1024 * 1024


@dataclass(frozen=True)
class Goal:
    """A promise about speed or memory, and what was measured.

    Attributes:
        what: what was measured.
        goal: what is promised, in words.
        value: what was found, in words.
        reached: whether the promise is kept; None when it could not be measured.
    """

    what: str
    goal: str
    value: str
    reached: bool | None


@dataclass(frozen=True)
class Table:
    """Figures beside the goals.

    Attributes:
        title: what the table shows, and in which unit.
        head: the names of the columns.
        rows: the cells, a name first.
        note: what one must know to read it.
    """

    title: str
    head: tuple[str, ...]
    rows: list[tuple[str, ...]]
    note: str = ""


@dataclass
class Findings:
    """All that one program found.

    Attributes:
        goals: what is promised, and whether it is kept.
        tables: figures beside the goals.
        busy: the part of the time that the server was at work.
    """

    goals: list[Goal] = field(default_factory=list[Goal])
    tables: list[Table] = field(default_factory=list[Table])
    busy: float = 0.0


def at_most(what: str, found: Spread, limit: float, unit: str = "x") -> Goal:
    """Judge a value that should be small."""
    return Goal(what, f"<= {number(limit)} {unit}", spread(found, unit), found.middle <= limit)


def at_least(what: str, found: Spread, limit: float, unit: str = "x") -> Goal:
    """Judge a value that should be large."""
    return Goal(what, f">= {number(limit)} {unit}", spread(found, unit), found.middle >= limit)


def not_measured(what: str, goal: str, why: str) -> Goal:
    """Tell that a goal could not be measured here."""
    return Goal(what, goal, why, reached=None)


def spread(found: Spread, unit: str = "") -> str:
    """Write a median with the least and the most."""
    text = f"{number(found.middle)} {unit}".rstrip()
    if found.least == found.most:
        return text
    return f"{text} ({number(found.least)} to {number(found.most)})"


def number(value: float) -> str:
    """Write a number with as many digits as anybody wants to read."""
    if abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}"


def cells(*values: float) -> tuple[str, ...]:
    """Write the numbers of one row of a table."""
    return tuple(number(value) for value in values)
