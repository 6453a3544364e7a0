"""Reads a spec from YAML, fast and strictly."""

from __future__ import annotations

import re
from collections.abc import Hashable
from pathlib import Path
from typing import Any, cast

import yaml

from .spec import JSON


class SpecError(Exception):
    """The spec cannot be read."""


class _Loader(yaml.CSafeLoader):
    """The fast loader, with the scalars of JSON only, and strict about repeated keys.

    YAML 1.1 reads `on`, `no` and `2025-01-01` as something other than text, and lets the last of
    two equal keys win, which would lose an operation without a word.
    """

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen and key.value != "<<":
                line = key.start_mark.line + 1
                raise SpecError(f"line {line}: the key {key.value!r} stands here a second time")
            seen.add(key.value)
        mapping = super().construct_mapping(node, deep)
        return {str(key) if isinstance(key, int) else key: mapping[key] for key in mapping}


_Loader.yaml_implicit_resolvers = {
    first: [
        (tag, pattern)
        for tag, pattern in resolvers
        if tag not in ("tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:bool")
    ]
    for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}
_Loader.yaml_implicit_resolvers |= {
    first: [("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"))] for first in "tf"
}


def load(path: Path) -> JSON:
    """Read a spec.

    Raises:
        SpecError: it is not YAML, or a key stands twice in one mapping.
    """
    try:
        document = yaml.load(path.read_text(encoding="utf-8"), _Loader)  # noqa: S506
    except yaml.YAMLError as error:
        raise SpecError(str(error)) from error
    except SpecError as error:
        raise SpecError(f"{path}: {error}") from error
    if not isinstance(document, dict):
        raise SpecError(f"{path}: not a mapping")
    return cast("JSON", document)
