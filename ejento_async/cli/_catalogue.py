"""What can be called: found by looking at the generated classes, one module at a time.

Nothing is called and no client is made, so that help and completion come at once.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache, cached_property
from importlib import import_module
from typing import Any, Final, cast

from .._protocol import Core, Resource
from ._docstrings import Described, read_docstring

GENERATIONS: Final = {
    "v1": ("generated.namespaces", "V1"),
    "v2_legacy": ("generated.namespaces", "V2Legacy"),
    "v2": ("generated.namespaces", "V2"),
    "document360": ("document360.namespaces", "V2"),
}
"""Where the namespaces of each generation are, under the name that users write."""

_NEWEST_FIRST: Final = ("v2", "v2_legacy", "v1", "document360")

_BY_HAND: Final = {"v2.documents": ("_documents", "Documents")}
"""Resources that the client extends by hand."""

_NO_CORE: Final = cast("Core", None)
"""Resources that are only looked at need no runtime."""

_RESULTS: Final = ("AsyncGenerator[", "AnswerStream[", "Download")
"""What methods that are no coroutines return, if they make a call."""


@dataclass(frozen=True)
class Method:
    """A method that makes a call.

    Attributes:
        namespace: for example `v2.agents`.
        name: for example `get`.
        function: the function of the class.
    """

    namespace: str
    name: str
    function: Callable[..., Any]

    @property
    def path(self) -> str:
        """What users write, for example `v2.agents.get`."""
        return f"{self.namespace}.{self.name}"

    @property
    def result(self) -> str:
        """The annotation of what it returns."""
        return str(self.function.__annotations__.get("return", ""))

    @cached_property
    def parameters(self) -> tuple[inspect.Parameter, ...]:
        """All parameters but `self`."""
        return tuple(inspect.signature(self.function).parameters.values())[1:]

    @cached_property
    def described(self) -> Described:
        """What its docstring says."""
        return read_docstring(self.function.__doc__)

    @property
    def walks(self) -> bool:
        """Whether it walks all pages of a list."""
        return self.result.startswith("AsyncGenerator[")

    @property
    def removes(self) -> bool:
        """Whether something is gone after it."""
        return self.described.verb == "DELETE" or self.name.startswith(("delete", "remove"))

    @property
    def wants_auth_token(self) -> bool:
        """Whether it is called with the token of the auth service, as renewals are."""
        from .._protocol import Operation, Security

        module = import_module(self.function.__module__)
        operation: object = getattr(module, f"_{self.name.upper()}", None)
        return isinstance(operation, Operation) and operation.security is Security.AUTH


@cache
def namespaces() -> dict[str, str]:
    """Return all namespaces, such as `v2.agents`, and what each is about."""
    return {
        f"{generation}.{name}": inspect.cleandoc(getattr(root, name).__doc__ or "")
        for generation, root in _roots()
        for name in vars(root)
        if not name.startswith("_")
    }


def methods(namespace: str) -> dict[str, Method]:
    """Return the methods of a namespace that make calls, in the order of the alphabet.

    Raises:
        KeyError: there is no such namespace.
    """
    kind = _resource(namespace)
    return {
        name: Method(namespace, name, function)
        for name, function in inspect.getmembers(kind, inspect.isfunction)
        if not name.startswith("_") and _calls(function)
    }


def find(path: str) -> Method | None:
    """Return the method of a path such as `v2.agents.get`, or None."""
    namespace, _, name = path.rpartition(".")
    try:
        function = getattr(_resource(namespace), name, None)
    except KeyError:
        return None
    if not inspect.isfunction(function) or name.startswith("_") or not _calls(function):
        return None
    return Method(namespace, name, function)


def alike(path: str) -> list[str]:
    """Return paths of methods or namespaces that are written like this one, the likeliest first."""
    known = list(namespaces())
    generation, _, rest = path.partition(".")
    if path.count(".") < 2 and generation not in GENERATIONS:
        # The generation was left out: the newest that has such a method comes first.
        whole = [f"{one}.{path}" for one in _NEWEST_FIRST]
        found = [one for one in whole if find(one) or one in known]
        near = [one for there in whole if there.rpartition(".")[0] in known for one in alike(there)]
        return found or near or _closest(path, known)
    namespace, _, name = path.rpartition(".") if rest.count(".") else (path, "", "")
    if namespace in known:
        return [f"{namespace}.{found}" for found in get_close_matches(name, methods(namespace))]
    if not name:
        return get_close_matches(namespace, known)
    for close in get_close_matches(namespace, known):
        there = methods(close)
        found = [name] if name in there else get_close_matches(name, there)
        if found:
            return [f"{close}.{one}" for one in found]
    return get_close_matches(namespace, known)


def completions(incomplete: str) -> list[tuple[str, str]]:
    """Return namespaces, or as soon as only one is left its methods, each with its summary."""
    known = namespaces()
    left = [name for name in known if name.startswith(incomplete)]
    namespace = incomplete.rpartition(".")[0] if incomplete.count(".") > 1 else ""
    if namespace in known:
        left = [namespace]
    if len(left) != 1:
        return [(name, known[name]) for name in left]
    return [
        (method.path, method.described.summary)
        for method in methods(left[0]).values()
        if method.path.startswith(incomplete)
    ]


def _closest(path: str, known: list[str]) -> list[str]:
    """Return namespaces of any generation whose last part is written like the first of the path."""
    by_part: dict[str, list[str]] = {}
    for name in known:
        by_part.setdefault(name.partition(".")[2], []).append(name)
    close = get_close_matches(path.partition(".")[0], by_part)
    return [name for part in close for name in by_part[part]]


def _roots() -> list[tuple[str, type[Resource]]]:
    return [
        (generation, getattr(import_module(f"ejento_async.{module}"), name))
        for generation, (module, name) in GENERATIONS.items()
    ]


def _resource(namespace: str) -> type:
    by_hand = _BY_HAND.get(namespace)
    if by_hand is not None:
        found: type = getattr(import_module(f"ejento_async.{by_hand[0]}"), by_hand[1])
        return found
    generation, _, name = namespace.partition(".")
    module, root = GENERATIONS[generation]
    kind = getattr(import_module(f"ejento_async.{module}"), root)
    if name.startswith("_") or name not in vars(kind):
        raise KeyError(namespace)
    resource: object = getattr(kind(_NO_CORE), name)
    return type(resource)


def _calls(function: Callable[..., Any]) -> bool:
    result = str(function.__annotations__.get("return", ""))
    return inspect.iscoroutinefunction(function) or result.startswith(_RESULTS)
