"""The ids that operations need: given by the user, or found in earlier answers; never guessed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from attrs import frozen

from ._operations import JSON, Parameter, ReadOperation

_WORDS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")

RECORDS = {
    "AgentSummary": "agent_id",
    "EvaluationDataset": "dataset_id",
    "EvaluationTest": "test_id",
    "LegacyAgentResponse": "agent_response_id",
    "PinnedAgentResponse": "agent_response_id",
    "SharepointItem": "item_id",
    "UserReference": "user_id",
}
"""Records whose `id` is a parameter that is not called after them; the `id` of `Agent` is."""

SYNONYMS = {"chatthread_id": "chat_thread_id", "chatlog_id": "agent_response_id"}
"""Parameters that are called differently elsewhere."""


@frozen
class Known:
    """The value of a parameter, and where it is from."""

    value: int | str
    origin: str


Arguments: TypeAlias = dict[str, Known]


class Ids:
    """What is known of the parameters of operations.

    Args:
        operations: those whose parameters are of interest.
        given: values from the command line, which win over those that are found.
    """

    def __init__(
        self, operations: Iterable[ReadOperation], given: Mapping[str, int | str] | None = None
    ) -> None:
        self._wanted = {_plain(one.name) for op in operations for one in op.parameters}
        self._known: dict[str, Known] = {
            _plain(name): Known(value, "--id") for name, value in (given or {}).items()
        }

    def arguments(self, operation: ReadOperation) -> Arguments:
        """Return the arguments that are known, by the names of their parameters."""
        found = {one.name: self._value(one) for one in operation.parameters}
        return {name: known for name, known in found.items() if known is not None}

    def missing(self, operation: ReadOperation) -> list[str]:
        """Return the names of the parameters for which there is no value."""
        known = self.arguments(operation)
        return list(dict.fromkeys(p.name for p in operation.parameters if p.name not in known))

    def learn(self, records: Iterable[tuple[str, JSON]], origin: str) -> None:
        """Note the ids of records that came, the first of each kind.

        Args:
            records: with the names of their components.
            origin: the operation that answered with them.
        """
        for component, record in records:
            own = RECORDS.get(component, f"{_WORDS.sub('_', component).lower()}_id")
            self._note(own, record.get("id"), origin)
            for name, value in record.items():
                if name.endswith("_id"):
                    self._note(_plain(name), value, origin)

    def _note(self, name: str, value: Any, origin: str) -> None:
        number = isinstance(value, int) and not isinstance(value, bool) and value > 0
        if name in self._wanted and name not in self._known and number:
            self._known[name] = Known(value, origin)

    def _value(self, parameter: Parameter) -> Known | None:
        known = self._known.get(_plain(parameter.name))
        if known is None:
            choice = parameter.choice
            return None if choice is None else Known(choice, "the spec")
        return known


class BadValueError(ValueError):
    """A value from the command line does not fit its parameter."""


def read_given(texts: Iterable[str], operations: Iterable[ReadOperation]) -> dict[str, int | str]:
    """Read `NAME=VALUE`.

    Raises:
        BadValueError: no operation has such a parameter, or cannot take such a value.
    """
    parameters: dict[str, list[Parameter]] = {}
    for operation in operations:
        for parameter in () if operation.left_out else operation.parameters:
            parameters.setdefault(parameter.name, []).append(parameter)
    given: dict[str, int | str] = {}
    for text in texts:
        name, _, value = text.partition("=")
        if name not in parameters or not value:
            raise BadValueError(
                f"--id: expected NAME=VALUE with one of {', '.join(sorted(parameters))}, got {text!r}"
            )
        number = any(parameter.wants_number for parameter in parameters[name])
        if number and not value.isdecimal():
            raise BadValueError(f"--id {name}: expected a whole number, got {value!r}")
        given[name] = int(value) if number else value
    return given


def _plain(name: str) -> str:
    return SYNONYMS.get(name, name)
