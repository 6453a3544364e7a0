"""Reads what users see of a generated package: its operations and records, without importing it."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from pathlib import Path

import griffe

from .target import Api


@dataclass(frozen=True)
class Item:
    """An argument of an operation or a member of a record.

    Attributes:
        type: its annotation.
        required: whether it must be given.
        position: place among the positional arguments, or None for keywords and members.
    """

    type: str
    required: bool
    position: int | None = None


@dataclass(frozen=True)
class Call:
    """An operation as callers see it; `wire` is its method and path."""

    items: dict[str, Item]
    returns: str
    wire: str
    deprecated: bool


@dataclass(frozen=True)
class Record:
    """A record or alias; `kind` is the name of its base, or the type that it is an alias of."""

    kind: str
    items: dict[str, Item]


@dataclass(frozen=True)
class Surface:
    """All operations and records by the names that users write."""

    operations: dict[str, Call]
    records: dict[str, Record]


def surface_of(package: Path, api: Api) -> Surface:
    """Read the surface of a generated package."""
    root = griffe.load(
        package.name, search_paths=[package.parent], allow_inspection=False, store_source=False
    )
    resources = {
        name: (module, member)
        for module in root["api"].modules.values()
        for name, member in module.classes.items()
    }
    operations: dict[str, Call] = {}
    for generation in api.generations:
        for name, tag in root[f"namespaces.{generation.class_name}"].attributes.items():
            module, resource = resources.get(str(tag.annotation), (None, None))
            if module is not None and resource is not None:
                for method, function in resource.functions.items():
                    constant = _constant(module, method)
                    operations[f"{generation.access(name)}.{method}"] = _callable(
                        function, constant
                    )
    records: dict[str, Record] = {}
    for module in root["models"].modules.values():
        for name, class_ in module.classes.items():
            records[f"models.{name}"] = _record(class_)
        for name, alias in module.attributes.items():
            if not name.startswith("_"):
                records[f"models.{name}"] = _alias(alias)
    return Surface(operations, records)


def _constant(module: griffe.Module, method: str) -> dict[str, str]:
    """Return the arguments of the `Operation` that a method or its iterator uses."""
    for name in (method, method.replace("iter", "list", 1), method.removeprefix("iter_")):
        attribute = module.attributes.get(f"_{name.upper()}")
        if attribute is not None:
            match ast.parse(str(attribute.value), mode="eval").body:
                case ast.Call(keywords=keywords):
                    return {str(keyword.arg): ast.unparse(keyword.value) for keyword in keywords}
                case _:
                    pass
    return {}


def _callable(function: griffe.Function, constant: dict[str, str]) -> Call:
    items: dict[str, Item] = {}
    for position, parameter in enumerate(function.parameters):
        if parameter.name != "self":
            positional = parameter.kind is griffe.ParameterKind.positional_or_keyword
            items[parameter.name] = Item(
                _type(parameter.annotation),
                parameter.default is None,
                position if positional else None,
            )
    return Call(
        items=items,
        returns=_type(function.returns),
        wire=f"{constant.get('method')} {constant.get('path')} {function.name.startswith('iter')}",
        deprecated="deprecated" in constant,
    )


def _record(class_: griffe.Class) -> Record:
    items: dict[str, Item] = {}
    for name, member in class_.attributes.items():
        if member.annotation and not name.startswith("_") and name != "additional_properties":
            items[name] = _entry(_type(member.annotation), given=member.value is not None)
    return Record(str(class_.bases[0]) if class_.bases else "", items)


def _type(annotation: object) -> str:
    # `list` is written `builtins.list` in a class that has a method of that name.
    return str(annotation).replace("builtins.", "")


def _entry(annotation: str, *, given: bool = False) -> Item:
    """Make an item of an annotation; `given` says that it has a default."""
    if annotation.startswith("NotRequired["):
        return Item(annotation[len("NotRequired[") : -1], required=False)
    return Item(annotation, required=not given)


def _alias(alias: griffe.Attribute) -> Record:
    value = str(alias.value)
    match ast.parse(value, mode="eval").body:
        case ast.Call(func=ast.Name(id="TypedDict"), args=[_, ast.Dict(keys, values)]):
            entries = zip(keys, values, strict=True)
            named = {
                ast.literal_eval(key): ast.literal_eval(entry) for key, entry in entries if key
            }
            return Record("TypedDict", {name: _entry(entry) for name, entry in named.items()})
        case _:
            return Record("alias", {"": Item(value, required=False)})
