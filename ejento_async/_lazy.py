"""Names of a package that are loaded when they are first used.

The table of names is read from the package's own `if TYPE_CHECKING:` block, the one that type
checkers read, so that there is nothing to keep in step.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import cache
from importlib import import_module
from types import FunctionType, ModuleType
from typing import Any


def lazy(package: str) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """Return `__getattr__` and `__dir__` for a package whose names are in its TYPE_CHECKING block."""
    module = sys.modules[package]

    @cache
    def table() -> dict[str, str]:
        return type_checking_imports(_source_of(module))

    def get(name: str) -> Any:
        if name.startswith("__") and name != "__version__":
            msg = f"module {package!r} has no attribute {name!r}"
            raise AttributeError(msg)
        origin = table().get(name)
        if origin is None:
            msg = f"module {package!r} has no attribute {name!r}"
            raise AttributeError(msg)
        value = getattr(import_module(origin, package), name)
        if isinstance(value, type | FunctionType) and value.__module__.startswith(f"{package}."):
            value.__module__ = package  # what reprs and tracebacks show
        setattr(module, name, value)
        return value

    def names() -> list[str]:
        return sorted({*vars(module), *table()})

    return get, names


def _source_of(module: ModuleType) -> str:
    loader = module.__spec__.loader if module.__spec__ is not None else None
    get_source: Callable[[str], str | None] | None = getattr(loader, "get_source", None)
    source = None if get_source is None else get_source(module.__name__)
    if source is not None:
        return source
    # pytest has a loader of its own for packages that bring a plugin; it does not tell the source.
    from pathlib import Path

    return Path(module.__file__ or "").read_text(encoding="utf-8")


def type_checking_imports(source: str) -> dict[str, str]:
    """Return name and module of each import in the `if TYPE_CHECKING:` blocks of a source."""
    import ast

    found: dict[str, str] = {}
    for block in ast.parse(source).body:
        if isinstance(block, ast.If) and getattr(block.test, "id", None) == "TYPE_CHECKING":
            for line in block.body:
                if isinstance(line, ast.ImportFrom):
                    origin = "." * line.level + (line.module or "")
                    found |= {alias.asname or alias.name: origin for alias in line.names}
    return found
