"""Finding the operation for a request: a walk down a tree of path segments, not a list of patterns.

With 450 operations the depth of the path counts, not their number. The path is split before it is
decoded, so that an id with a `%2F` in it stays one segment.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote

from ._spec import SpecOperation


@dataclass(frozen=True, slots=True)
class Route:
    """Where a path leads.

    Attributes:
        operation: what to do, or None if there is nothing for this path and method.
        arguments: the decoded path arguments by name.
        allowed: the methods for which there is an operation at this path.
    """

    operation: SpecOperation | None
    arguments: dict[str, str]
    allowed: tuple[str, ...]


@dataclass(slots=True)
class _Node:
    fixed: dict[str, _Node] = field(default_factory=dict[str, "_Node"])
    variable: _Node | None = None
    operations: dict[str, tuple[SpecOperation, tuple[str, ...]]] = field(
        default_factory=dict[str, tuple[SpecOperation, tuple[str, ...]]]
    )


class Routes:
    """The paths of all operations."""

    def __init__(self, operations: Iterable[SpecOperation]) -> None:
        self._root = _Node()
        for operation in operations:
            self._add(operation)

    def find(self, method: str, raw_path: str) -> Route:
        """Return where an encoded path leads; a fixed segment comes before a variable one."""
        segments = raw_path.split("/")[1:]
        allowed: list[str] = []
        for node, values in _walk(self._root, segments, ()):
            if method in node.operations:
                operation, names = node.operations[method]
                return Route(operation, dict(zip(names, map(unquote, values), strict=True)), ())
            allowed += node.operations
        return Route(None, {}, tuple(sorted(set(allowed))))

    def _add(self, operation: SpecOperation) -> None:
        node = self._root
        names: list[str] = []
        for segment in operation.path.split("/")[1:]:
            if segment.startswith("{"):
                names.append(segment[1:-1])
                if node.variable is None:
                    node.variable = _Node()
                node = node.variable
            else:
                node = node.fixed.setdefault(segment, _Node())
        node.operations[operation.method] = (operation, tuple(names))


def _walk(
    node: _Node, segments: list[str], values: tuple[str, ...]
) -> Iterator[tuple[_Node, tuple[str, ...]]]:
    if not segments:
        if node.operations:
            yield node, values
        return
    first, rest = segments[0], segments[1:]
    if first in node.fixed:
        yield from _walk(node.fixed[first], rest, values)
    if node.variable is not None and first:
        yield from _walk(node.variable, rest, (*values, first))
