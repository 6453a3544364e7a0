"""The generated code is what the spec says: constants, signatures, and no method too many."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from typing import Any, Literal

from ejento_async._protocol import UNSET, Pagination, Security
from ejento_async._protocol import Operation as Constant
from ejento_async.generated import api

from .arguments import argument_names
from .spec import OPERATIONS, Operation

SCHEMES = {
    frozenset({"subscriptionKey", "accessToken"}): Security.ACCESS,
    frozenset({"subscriptionKey"}): Security.KEY,
    frozenset({"subscriptionKey", "authToken"}): Security.AUTH,
}
BODIES: dict[str, Literal["json", "form", "multipart"]] = {
    "application/json": "json",
    "application/x-www-form-urlencoded": "form",
    "multipart/form-data": "multipart",
}

ACCEPT = {"bytes": "*/*", "stream": "text/event-stream"}


def constants() -> dict[str, Constant]:
    """Return what the generated code knows of each operation."""
    found: dict[str, Constant] = {}
    for module in pkgutil.iter_modules(api.__path__):
        for value in vars(importlib.import_module(f"{api.__name__}.{module.name}")).values():
            if isinstance(value, Constant):
                assert value.id not in found, f"{value.id} stands in two modules"
                found[value.id] = value
    return found


def test_the_code_knows_every_operation_of_the_spec_as_the_spec_has_it() -> None:
    found = constants()

    assert set(OPERATIONS) == set(found)
    for operation in OPERATIONS.values():
        node = operation.node
        schemes = frozenset(operation.security[0]) if operation.security else None
        pagination = node.get("x-pagination")
        expected = Constant(
            id=operation.id,
            method=operation.method,
            path=operation.path,
            security=Security.NONE if schemes is None else SCHEMES[schemes],
            body=BODIES[operation.body.media_type] if operation.body else None,
            envelope=operation.kind not in ("data", "page") or operation.enveloped,
            idempotent=node.get("x-idempotent", operation.method in ("GET", "PUT", "DELETE")),
            accept=ACCEPT.get(operation.kind, "application/json"),
            redirect=operation.kind == "redirect",
            pagination=Pagination(**pagination) if pagination else None,
            timeout=node.get("x-timeout"),
            deprecated=_told(operation),
        )
        assert expected == found[operation.id]


def _told(operation: Operation) -> str | None:
    """Return what a program is told that uses a deprecated operation."""
    if not operation.node.get("deprecated"):
        return None
    symbol = f"{operation.generation}.{operation.resource}.{operation.name}"
    return f"{symbol} is deprecated by the vendor: use {operation.node['x-replacement']}"


def test_every_method_takes_what_its_operation_takes_and_nothing_else() -> None:
    for operation in OPERATIONS.values():
        in_path, by_name = arguments_of(operation)
        for method in methods_of(operation):
            found = list(inspect.signature(method).parameters.values())[1:]
            positional = [item for item in found if item.kind is item.POSITIONAL_OR_KEYWORD]
            keywords = [item for item in found if item.kind is item.KEYWORD_ONLY]
            if method.__name__.startswith("iter"):
                # The last argument of a walk is about the walk, and not for the server.
                ahead = keywords.pop()
                assert (ahead.name, ahead.default) == ("prefetch", 0), operation.id
                found.remove(ahead)

            assert len(found) == len(positional) + len(keywords), operation.id
            assert in_path == [item.name for item in positional], operation.id
            assert all(item.default is item.empty for item in positional), operation.id
            assert by_name == {item.name: item.default is UNSET for item in keywords}, operation.id
            assert all(item.default in (item.empty, UNSET) for item in keywords), operation.id


def arguments_of(operation: Operation) -> tuple[list[str], dict[str, bool]]:
    """Return the arguments that go into the path, and whether each of the others is optional."""
    names = argument_names(operation)
    body = operation.body
    required: set[tuple[str, str]] = {
        (item.place, item.name) for item in operation.parameters if item.required
    }
    required |= {("body", name) for name in body.required} if body else set()
    in_path = [name for (place, _), name in names.items() if place == "path"]
    by_name = {names[key]: key not in required for key in names if key[0] != "path"}
    return in_path, by_name | ({"body": False} if body is not None and body.open else {})


def test_no_method_is_without_an_operation() -> None:
    expected: dict[type, set[str]] = {}
    found: dict[type, set[str]] = {}
    for operation in OPERATIONS.values():
        methods = methods_of(operation)
        for owner in classes_of(operation):
            names = {method.__name__ for method in methods if method in vars(owner).values()}
            expected.setdefault(owner, set()).update(names)
            found[owner] = {name for name in vars(owner) if not name.startswith("_")}

    assert expected == {owner: names - {"with_response"} for owner, names in found.items()}
    assert len(expected) > len({operation.tag for operation in OPERATIONS.values()})


def methods_of(operation: Operation) -> list[Any]:
    """Return all methods of an operation: plain, with the whole response, over all pages."""
    plain, *whole = classes_of(operation)
    found = [getattr(plain, operation.name)]
    if operation.kind in ("data", "page", "redirect"):
        found.append(getattr(whole[0], operation.name))
    if operation.iterator:
        found.append(getattr(plain, operation.iterator))
    return found


def classes_of(operation: Operation) -> list[type]:
    """Return the classes that have methods of the operation's tag, the plain one first.

    There is no other where all methods give bytes or streams.
    """
    module = importlib.import_module(f"{api.__name__}.{operation.tag.replace(' ', '_').lower()}")
    return [
        value
        for ending in ("Api", "WithResponse")
        for name, value in vars(module).items()
        if name.endswith(ending) and isinstance(value, type) and value.__module__ == module.__name__
    ]
