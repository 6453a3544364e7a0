"""Validators for the schemas of the spec, each made when it is first needed and then kept."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol, cast

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match  # pyright: ignore[reportUnknownVariableType]
from referencing import Registry
from referencing.jsonschema import DRAFT202012, Schema

from ._spec import Json

_URI = "urn:ejento:spec"
_LONGEST = 300


class _Validator(Protocol):
    """What we use of a validator; the stubs leave its types half open."""

    def is_valid(self, instance: Any) -> bool: ...

    def iter_errors(self, instance: Any) -> Iterable[Any]: ...


class Schemas:
    """The schemas of one spec, by their place in it."""

    def __init__(self, document: Json) -> None:
        resource = DRAFT202012.create_resource(cast("Schema", document))
        empty: Registry[Schema] = Registry()
        self._registry = empty.with_resource(_URI, resource)
        self._validators: dict[str, _Validator] = {}

    def complaint(self, pointer: str, value: Any) -> Complaint | None:
        """Return what a schema has against a value, or None."""
        validator = self._validators.get(pointer)
        if validator is None:
            schema = {"$ref": f"{_URI}#{_quoted(pointer)}"}
            made = Draft202012Validator(schema, registry=self._registry)
            validator = cast("_Validator", made)
            self._validators[pointer] = validator
        if validator.is_valid(value):
            return None
        error = cast("Any", best_match(validator.iter_errors(value)))
        return Complaint(list(error.absolute_path), error.message[:_LONGEST], str(error.validator))


class Complaint:
    """What a schema has against a value.

    Attributes:
        path: names and indexes that lead to the offending member.
        message: what is wrong, in words.
        keyword: the keyword of the schema that is not met.
    """

    __slots__ = ("keyword", "message", "path")

    def __init__(self, path: list[str | int], message: str, keyword: str) -> None:
        self.path = path
        self.message = message
        self.keyword = keyword

    def __str__(self) -> str:
        where = ".".join(map(str, self.path))
        return f"{where}: {self.message}" if where else self.message


def _quoted(pointer: str) -> str:
    return pointer.replace("%", "%25").replace("{", "%7B").replace("}", "%7D")
