"""Outcomes and results of a verification."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from enum import Enum

from attrs import Factory, frozen

from ._compare import Difference
from ._ids import Arguments, Known
from ._operations import ReadOperation


class Outcome(Enum):
    """What became of an operation; the value is how the report calls it."""

    ANSWERS = "answers as the spec says"
    DIFFERS = "answers, body differs"
    UNKNOWN_PATH = "unknown path"
    UNKNOWN_RECORD = "unknown record"
    REFUSED = "refused"
    FAILED = "failed"
    NOT_TRIED = "not tried"

    @property
    def is_difference(self) -> bool:
        """Whether the deployment did not do what the spec says."""
        return self in (Outcome.DIFFERS, Outcome.UNKNOWN_PATH, Outcome.FAILED)


@frozen(kw_only=True)
class Result:
    """What became of one operation.

    Attributes:
        operation: the operation.
        outcome: the outcome.
        status: HTTP status of the answer, if there was one.
        detail: the reason, in words.
        differences: where the body differs from the spec.
        notes: what else a maintainer of the spec may want to know.
        arguments: what the call was made with.
    """

    operation: ReadOperation
    outcome: Outcome
    status: int | None = None
    detail: str = ""
    differences: list[Difference] = Factory(list[Difference])
    notes: list[str] = Factory(list[str])
    arguments: Arguments = Factory(dict[str, Known])

    @property
    def answered(self) -> bool:
        """Whether the operation gave a good answer, as the spec says or not."""
        return self.outcome in (Outcome.ANSWERS, Outcome.DIFFERS)


def counts(results: Iterable[Result]) -> dict[str, int]:
    """Return how many results there are of each outcome."""
    found = Counter(result.outcome for result in results)
    return {outcome.value: found[outcome] for outcome in Outcome if found[outcome]}
