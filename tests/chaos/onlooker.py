"""Counts what observers are told of calls: each begins once and ends once, whatever befalls it."""

from __future__ import annotations

from collections.abc import Iterator

from ejento_async._observe import Observation, Seen


class Onlooker:
    """Looks at all calls of a run."""

    def __init__(self) -> None:
        self._looks: list[_Look] = []

    def started(self, call: Seen) -> Observation:
        look = _Look(call)
        self._looks.append(look)
        return look

    @property
    def calls(self) -> int:
        """How many calls there were, renewals and single pages included."""
        return len(self._looks)

    def complaints(self) -> Iterator[str]:
        """Yield what was told not at all or more than once; all calls must be over."""
        for look in self._looks:
            ends = 1 if look.streamed and not look.failed else 0
            if (look.answers, look.ends) != (1, ends):
                yield (
                    f"an observer was told of {look.answers} answers and {look.ends} ends of "
                    f"{look.operation}"
                )


class _Look:
    def __init__(self, call: Seen) -> None:
        self._call = call
        self.operation = call.operation.id
        self.answers = 0
        self.ends = 0
        self.failed = False

    @property
    def streamed(self) -> bool:
        return self._call.streamed

    def repeats(self, error: type[BaseException], wait: float) -> None:
        pass

    def answered(self, error: type[BaseException] | None) -> None:
        self.answers += 1
        self.failed = error is not None

    def ended(self, error: type[BaseException] | None) -> None:
        self.ends += 1
