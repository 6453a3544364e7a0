"""The faults that are in force, and which of them befall a request."""

from __future__ import annotations

import random
import re
import threading
from collections.abc import Iterator

from ._fault_kinds import Fault
from ._spec import packaged_specs


class FaultRule:
    """A fault that is in force.

    Attributes:
        fault: what goes wrong.
        fired: how often it has.
    """

    __slots__ = ("_path", "fault", "fired")

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        self.fired = 0
        self._path = re.compile(fault.path or "")

    @property
    def spent(self) -> bool:
        """Whether it has fired as often as it should."""
        return self.fault.times is not None and self.fired >= self.fault.times

    def fits(self, method: str, path: str, operation: str | None, *, reused: bool) -> bool:
        """Whether a request is one that the fault befalls."""
        fault = self.fault
        return (
            (fault.operation is None or fault.operation == operation)
            and (fault.method is None or fault.method.upper() == method)
            and (fault.reused is None or fault.reused == reused)
            and self._path.search(path) is not None
        )


class Faults:
    """The faults in force, in the order of their adding. Safe to use from any thread.

        sandbox.faults.add(Fault.status(503, times=2, operation="v2_agents_get"))

    A third of all answers go wrong, in one of three ways:

        sandbox.faults.add(Fault.status(503, probability=1 / 9))
        sandbox.faults.add(Fault.drop(probability=1 / 8))  # of those that are left
        sandbox.faults.add(Fault.cut_body(20, probability=1 / 7))
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._rules: list[FaultRule] = []
        self._random = random.Random(0)

    def seed(self, number: int) -> None:
        """Draw other chances for `probability`, the same ones for the same number.

        Which request meets which chance is a matter of the order in which they arrive.
        """
        with self._lock:
            self._random = random.Random(number)

    def add(self, fault: Fault) -> FaultRule:
        """Put a fault in force; the rule that is returned counts how often it fires.

        Raises:
            ValueError: if the spec has no such operation, so that it never would.
        """
        wanted = fault.operation
        if wanted is not None and all(wanted not in spec.operations for spec in packaged_specs()):
            msg = f"there is no operation {wanted} in the spec"
            raise ValueError(msg)
        rule = FaultRule(fault)
        with self._lock:
            self._rules.append(rule)
        return rule

    def remove(self, rule: FaultRule) -> None:
        """Take a fault out of force, if it still is."""
        with self._lock:
            self._rules = [other for other in self._rules if other is not rule]

    def clear(self) -> None:
        """Take all faults out of force."""
        with self._lock:
            self._rules = []

    def __iter__(self) -> Iterator[FaultRule]:
        with self._lock:
            return iter(list(self._rules))

    def take(self, method: str, path: str, operation: str | None, *, reused: bool) -> list[Fault]:
        """Return the faults that befall a request, the last of which may end it, and count them."""
        if not self._rules:
            return []
        taken: list[Fault] = []
        with self._lock:
            for rule in self._rules:
                if rule.spent or not rule.fits(method, path, operation, reused=reused):
                    continue
                if self._random.random() >= rule.fault.probability:
                    continue
                rule.fired += 1
                taken.append(rule.fault)
                if not rule.fault.passes:
                    break
        return taken
