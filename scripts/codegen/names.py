"""How names of the spec become names of Python."""

from __future__ import annotations

from collections.abc import Iterable
from keyword import iskeyword

from openapi_python_client.strings import ClassName, PythonIdentifier, pascal_case, snake_case

FIELD_PREFIX = "field_"

# Names that the body of a record class needs: a member so called would hide them.
_NEEDED_IN_CLASS_BODY = frozenset(
    ["bool", "classmethod", "date", "datetime", "dict", "field", "float", "int", "list", "str"]
)
# Names that the body of a method needs: an argument so called would hide them.
_NEEDED_IN_METHODS = frozenset(["models", "self"])


def snake(name: str) -> str:
    """Return a name in snake case, as the generator writes it."""
    return str(snake_case(name))


def class_name(name: str) -> str:
    """Return the class that the generator makes of a component."""
    return str(ClassName(name, FIELD_PREFIX))


def pascal(name: str) -> str:
    """Return a name in Pascal case, as the generator writes it."""
    return str(pascal_case(name))


def module_name(class_: str) -> str:
    """Return the module of a generated class."""
    return str(PythonIdentifier(class_, FIELD_PREFIX))


def argument_name(name: str) -> str:
    """Return the Python name of a parameter or of a member of a request body."""
    return _identifier(name, _NEEDED_IN_METHODS)


def member_name(name: str) -> str:
    """Return the Python name of a member of a record."""
    return _identifier(name, _NEEDED_IN_CLASS_BODY | {"self"})


def member_names(names: Iterable[str]) -> dict[str, str]:
    """Return the Python names of the members of a record by their names on the wire."""
    return {name: member_name(name) for name in names}


def _identifier(name: str, needed: frozenset[str]) -> str:
    plain = snake(name)
    if name.startswith("_") or not plain.isidentifier():
        return f"{FIELD_PREFIX}{plain}"
    if iskeyword(plain) or plain in needed:
        return f"{plain}_"
    return plain
