"""What a rule is, and the list that the other modules of this package add theirs to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TypeAlias

from ..spec import Spec


class Finding(NamedTuple):
    """One breach of one rule.

    Attributes:
        file: the spec.
        place: the operation or component.
        rule: name of the rule.
        reason: what is wrong, in words.
    """

    file: str
    place: str
    rule: str
    reason: str

    def __str__(self) -> str:
        return f"{self.file}: {self.place}: {self.rule}: {self.reason}"


Breaches: TypeAlias = Iterator[tuple[str, str]]
"""Place and reason of each breach."""

Check: TypeAlias = Callable[[Spec], Breaches]

RULES: dict[str, Check] = {}


def rule(name: str) -> Callable[[Check], Check]:
    """Add a function to the rules."""

    def add(check: Check) -> Check:
        RULES[name] = check
        return check

    return add


def apply(spec: Spec, names: Iterable[str]) -> list[Finding]:
    """Run rules in their order and collect what they find."""
    return [
        Finding(spec.file, place, name, reason)
        for name in names
        for place, reason in RULES[name](spec)
    ]


def repeated(named: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str, str]]:
    """Of pairs of a thing and its name, yield each whose name an earlier one has, and that one."""
    first: dict[str, str] = {}
    for thing, name in named:
        if name in first:
            yield thing, name, first[name]
        first.setdefault(name, thing)
