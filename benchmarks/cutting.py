"""Cuts a spec down to its first operations: `python -m benchmarks.cutting SPEC OPERATIONS`.

Runs in the environment of the code generation, which can read YAML.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import cast

import yaml

from scripts.codegen.loading import load
from scripts.codegen.spec import JSON, METHODS


def cut(document: JSON, operations: int) -> int:
    """Take all but the first operations out of a spec, and every component that only they use.

    Returns:
        How many operations are left.
    """
    left = operations
    for path, item in list(document["paths"].items()):
        for method in [name for name in item if name in METHODS]:
            if left:
                left -= 1
            else:
                del item[method]
        if not any(method in item for method in METHODS):
            del document["paths"][path]

    used = _used(document)
    components: dict[str, JSON] = document["components"]
    for kind, members in components.items():
        if kind != "securitySchemes":
            components[kind] = {
                n: m for n, m in members.items() if f"#/components/{kind}/{n}" in used
            }
    return operations - left


def _used(document: JSON) -> set[str]:
    """Return all references that can be reached from the paths."""
    used: set[str] = set()
    nodes: list[object] = [document["paths"]]
    while nodes:
        node = nodes.pop()
        if isinstance(node, list):
            nodes.extend(cast("list[object]", node))
        elif isinstance(node, dict):
            members = cast("JSON", node)
            nodes.extend(members.values())
            reference = members.get("$ref")
            if isinstance(reference, str) and reference not in used:
                used.add(reference)
                nodes.append(_target(document, reference))
    return used


def _target(document: JSON, reference: str) -> object:
    kind, name = reference.removeprefix("#/components/").split("/")
    return document["components"][kind][name]


if __name__ == "__main__":
    file = Path(sys.argv[1])
    spec = load(file)
    print(cut(spec, int(sys.argv[2])))
    file.write_text(yaml.safe_dump(spec, sort_keys=False, allow_unicode=True), encoding="utf-8")
