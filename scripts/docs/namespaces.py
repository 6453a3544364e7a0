"""The namespaces of the client and their methods, as a user writes them, read from the code.

Nothing is imported: griffe reads the sources, as it does for the reference itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import griffe

from scripts.docs.marks import DEPRECATED, EVIDENCE, WIRE

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Generation:
    """A family of namespaces, which is a part of the navigation.

    Attributes:
        title: what it is called.
        folder: where its pages are, below `reference/`.
        prefix: what a user writes before the name of a namespace.
        path: of the class whose properties are the namespaces.
    """

    title: str
    folder: str
    prefix: str
    path: str


GENERATIONS = (
    Generation("V2", "v2", "ejento.v2", "_client.V2"),
    Generation("V2 Legacy", "v2_legacy", "ejento.v2_legacy", "generated.namespaces.V2Legacy"),
    Generation("V1", "v1", "ejento.v1", "generated.namespaces.V1"),
    Generation("Document360", "document360", "document360", "_document360.Document360Client"),
)


@dataclass(frozen=True)
class Method:
    """A method of a namespace.

    Attributes:
        name: `get`.
        path: of the function in the code.
        summary: first sentence of its docstring.
        verb: of HTTP, or "" when the method makes no single call.
        route: path of the URL, likewise.
        arguments: what must be given, as one writes it in a call.
        evidence: grade of the evidence, or "".
        deprecated: whether its docstring names a better one.
    """

    name: str
    path: str
    summary: str
    verb: str
    route: str
    arguments: str
    evidence: str
    deprecated: bool


@dataclass(frozen=True)
class Namespace:
    """A namespace of the client, which has a page of its own.

    Attributes:
        generation: whose it is.
        name: `agents`.
        class_path: of its class in the code.
        summary: what it is about.
        methods: its own ones, then those that it inherits.
    """

    generation: Generation
    name: str
    class_path: str
    summary: str
    methods: tuple[Method, ...]

    @property
    def title(self) -> str:
        """What a user writes: `ejento.v2.agents`."""
        return f"{self.generation.prefix}.{self.name}"

    @property
    def page(self) -> str:
        """Its page below `docs/`."""
        return f"reference/{self.generation.folder}/{self.name}.md"


def package() -> griffe.Module:
    """Return the package as griffe sees it."""
    loader = griffe.GriffeLoader(search_paths=[ROOT])
    loader.load("ejento_async")
    code: griffe.Module = loader.modules_collection["ejento_async"]
    return code


def namespaces(code: griffe.Module) -> list[Namespace]:
    """Return all namespaces, by generation and in the order of their names."""
    return [found for generation in GENERATIONS for found in _of_generation(code, generation)]


def _of_generation(code: griffe.Module, generation: Generation) -> Iterator[Namespace]:
    properties = code[generation.path].all_members
    for name, member in sorted(properties.items()):
        if name.startswith("_") or "property" not in member.labels:
            continue
        class_ = _returned(code, member)
        if class_ is None or not any(base.name == "Resource" for base in class_.mro()):
            continue
        yield Namespace(
            generation=generation,
            name=name,
            class_path=class_.canonical_path,
            summary=_text(member).partition("\n\n")[0],
            methods=tuple(_methods(class_)),
        )


def _returned(code: griffe.Module, member: griffe.Object | griffe.Alias) -> griffe.Class | None:
    found = member.final_target if isinstance(member, griffe.Alias) else member
    if not isinstance(found, griffe.Attribute) or not isinstance(found.annotation, griffe.Expr):
        return None
    package, _, rest = found.annotation.canonical_path.partition(".")
    class_ = code[rest] if package == code.path else None
    return class_ if isinstance(class_, griffe.Class) else None


def _methods(class_: griffe.Class) -> Iterator[Method]:
    for name, member in (class_.members | class_.inherited_members).items():
        if name.startswith("_") or not member.is_function or "property" in member.labels:
            continue
        text = _text(member)
        wire = WIRE.search(text)
        evidence = EVIDENCE.search(text)
        yield Method(
            name=name,
            path=member.canonical_path,
            summary=" ".join(text.partition("\n\n")[0].split()),
            verb=wire["verb"] if wire else "",
            route=wire["path"] if wire else "",
            arguments=_arguments(member),
            evidence=evidence["grade"] if evidence else "",
            deprecated=DEPRECATED.search(text) is not None,
        )


def _arguments(member: griffe.Object | griffe.Alias) -> str:
    method = member.final_target if isinstance(member, griffe.Alias) else member
    if not isinstance(method, griffe.Function):
        return ""
    needed = [one for one in method.parameters if one.required and one.name != "self"]
    by_name = griffe.ParameterKind.keyword_only
    return ", ".join(f"{one.name}=..." if one.kind is by_name else one.name for one in needed)


def _text(member: griffe.Object | griffe.Alias) -> str:
    return member.docstring.value if member.docstring else ""
