"""What the tasks were told of their records, and so what the server may have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ejento_async import EjentoError


def is_unsure(error: BaseException) -> bool:
    """Whether an outcome leaves it open if the server acted: a cancellation, or what says so."""
    return not isinstance(error, EjentoError) or bool(getattr(error, "maybe_applied", False))


@dataclass
class Entry:
    """One record, which one task alone works on.

    Attributes:
        kind: what it is a record of.
        name: what it is found by on the server; no other record has it.
        key: its id, once the server has told it.
        possible: what the server may have: None for no record, else its value.
        sure: whether nothing that is still under way may change it.
        told: what its task was told, for the report of a violation.
    """

    kind: str
    name: str
    key: int | None = None
    possible: set[str | None] = field(default_factory=lambda: {None})
    sure: bool = True
    told: list[str] = field(default_factory=list[str])

    def done(self, what: str, value: str | None) -> None:
        """Note a success: now the server has this and nothing else."""
        self.possible = {value}
        self.told.append(f"{what}: ok")

    def failed(self, what: str, value: str | None, error: BaseException) -> None:
        """Note a failure, which may or may not have had its effect."""
        unsure = is_unsure(error)
        if unsure:
            self.possible.add(value)
            self.sure = False
        attempts = getattr(error, "attempts", "?")
        kind = type(error).__name__
        self.told.append(f"{what}: {kind}, attempts {attempts}, {'unsure' if unsure else 'sure'}")

    def seen(self, what: str, value: str | None) -> str | None:
        """Note what a read has shown; return a complaint if it cannot be."""
        self.told.append(f"{what}: saw {value!r}")
        return None if value in self.possible else self._complaint(f"a read saw {value!r}")

    def judged(self, found: list[str]) -> str | None:
        """Return a complaint if this is not what the server may have at the end."""
        if len(found) > 1:
            return self._complaint(f"there are {len(found)}")
        value = found[0] if found else None
        return None if value in self.possible else self._complaint(f"the server has {value!r}")

    def _complaint(self, found: str) -> str:
        told = "; ".join(self.told)
        return f"{self.kind} {self.name}: {found}, possible are {self.possible} ({told})"


class Ledger:
    """All entries, and all that broke a rule."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.violations: list[str] = []
        self.outcomes: Counter[tuple[str, str]] = Counter()
        self.errors: Counter[str] = Counter()
        self.slowest = 0.0

    def open(self, kind: str, name: str) -> Entry:
        """Begin to note what becomes of a record."""
        entry = Entry(kind, name)
        self.entries.append(entry)
        return entry

    def complain(self, complaint: str | None) -> None:
        """Note a broken rule, if one was."""
        if complaint is not None:
            self.violations.append(complaint)

    def count(self, what: str, error: BaseException | None, elapsed: float) -> None:
        """Count how a call ended, and after how many seconds."""
        self.slowest = max(self.slowest, elapsed)
        self.outcomes[what, _outcome(error)] += 1
        if error is not None:
            self.errors[type(error).__name__] += 1

    def judge(self, server: Mapping[str, Iterable[tuple[str, str]]]) -> None:
        """Hold the notes against what the server has: name and value of each record, by kind."""
        found: dict[tuple[str, str], list[str]] = {}
        for kind, records in server.items():
            for name, value in records:
                found.setdefault((kind, name), []).append(value)
        for entry in self.entries:
            self.complain(entry.judged(found.pop((entry.kind, entry.name), [])))
        self.violations += [f"{kind} {name}: nobody made it" for kind, name in found]


def _outcome(error: BaseException | None) -> str:
    if error is None:
        return "ok"
    if not isinstance(error, EjentoError):
        return "cancelled"
    return "unsure" if is_unsure(error) else "failed"
