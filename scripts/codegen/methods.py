"""What the method of an operation is called, what it takes, and what its `Operation` says."""

from __future__ import annotations

from dataclasses import dataclass

from .answers import PAYLOAD, Kind, answer_of
from .names import argument_name, snake
from .security import security_of
from .spec import JSON, Spec, SpecOperation, object_in
from .target import Generation

IDEMPOTENT = frozenset(["GET", "HEAD", "PUT", "DELETE"])
_BODIES = {
    "application/json": "json",
    "application/x-www-form-urlencoded": "form",
    "multipart/form-data": "multipart",
}


@dataclass(frozen=True)
class Argument:
    """An argument of a method.

    Attributes:
        name: its name in Python.
        wire: its name on the wire.
        place: where it goes: path, query, header, body (one member of it) or whole (all of it).
        required: whether it must be given.
        description: what the docstring says.
        secret: whether it is a credential (`format: password`), which no traceback may show.
    """

    name: str
    wire: str
    place: str
    required: bool
    description: str
    secret: bool


@dataclass(frozen=True)
class Method:
    """A method of a resource class, from one operation.

    Attributes:
        name: name of the method.
        id: operationId.
        kind: how the answer is delivered.
        returns: whether there is anything to return.
        operation: arguments of the `Operation` constant, name to Python source.
        arguments: in the order of the signature.
        spec: the operation as the spec has it.
    """

    name: str
    id: str
    kind: Kind
    returns: bool
    operation: dict[str, str]
    arguments: tuple[Argument, ...]
    spec: SpecOperation

    @property
    def constant(self) -> str:
        """The `Operation` constant that the method uses."""
        return f"_{self.name.upper()}"

    @property
    def walk_name(self) -> str:
        """The iterator that goes with the method when it is paged."""
        return walk_name(self.name)

    @property
    def path(self) -> list[Argument]:
        """The arguments that go into the path."""
        return self.at("path")

    @property
    def keywords(self) -> list[Argument]:
        """The arguments that are given by name."""
        return [argument for argument in self.arguments if argument.place != "path"]

    @property
    def secrets(self) -> list[Argument]:
        """The arguments that are credentials."""
        return [argument for argument in self.arguments if argument.secret]

    def at(self, place: str) -> list[Argument]:
        """Return the arguments that go to one place."""
        return [argument for argument in self.arguments if argument.place == place]


def resource_name(generation: Generation, tag: str) -> str:
    """Return the attribute of the namespace that holds the resource of a tag."""
    return snake(tag[len(generation.tag_prefix) :])


def method_name(spec: Spec, operation: SpecOperation) -> str:
    """Return the name of the method of an operation, or nothing when its id does not fit its tag."""
    generation = spec.api.generation_of(operation.tag)
    if generation is None:
        return ""
    prefix = generation.id_prefix(resource_name(generation, operation.tag))
    return operation.id[len(prefix) :] if operation.id.startswith(prefix) else ""


def _symbol(spec: Spec, operation: SpecOperation) -> str:
    """Return how users write the method of an operation, without the client."""
    generation = spec.api.generation_of(operation.tag)
    if generation is None:
        return operation.id
    resource = generation.access(resource_name(generation, operation.tag))
    return f"{resource}.{method_name(spec, operation)}"


def walk_name(method: str) -> str:
    """Return the name of the iterator that goes with a paged method: `list_x` has `iter_x`."""
    return f"iter{method[4:]}" if method.partition("_")[0] == "list" else f"iter_{method}"


def make_method(spec: Spec, operation: SpecOperation) -> Method:
    """Plan the method of an operation."""
    answer = answer_of(spec, operation)
    return Method(
        name=method_name(spec, operation),
        id=operation.id,
        kind=answer.kind,
        returns=answer.schema is not None or answer.kind == "download",
        operation=_operation_arguments(spec, operation),
        arguments=_arguments(spec, operation),
        spec=operation,
    )


def _operation_arguments(spec: Spec, operation: SpecOperation) -> dict[str, str]:
    raw = operation.raw
    answer = answer_of(spec, operation)
    source = {"id": repr(operation.id), "method": repr(operation.method)}
    source["path"] = repr(operation.path)
    security = security_of(spec, operation)
    if security != "ACCESS":
        source["security"] = f"Security.{security}"
    if operation.body is not None:
        source["body"] = repr(_BODIES[operation.body.media_type])
    if not answer.envelope:
        source["envelope"] = "False"
    if answer.payload != PAYLOAD:
        source["payload"] = repr(answer.payload)
    if raw.get("x-idempotent", operation.method in IDEMPOTENT):
        source["idempotent"] = "True"
    if answer.kind in ("stream", "download"):
        source["accept"] = repr("text/event-stream" if answer.kind == "stream" else "*/*")
    if answer.kind == "redirect":
        source["redirect"] = "True"
    if answer.kind == "page":
        source["pagination"] = _pagination(operation)
    if "x-timeout" in raw:
        source["timeout"] = repr(float(raw["x-timeout"]))
    if raw.get("deprecated"):
        symbol, replacement = _symbol(spec, operation), raw["x-replacement"]
        source["deprecated"] = repr(f"{symbol} is deprecated by the vendor: use {replacement}")
    return source


def _pagination(operation: SpecOperation) -> str:
    given = operation.raw["x-pagination"]
    names = ("items", "skip", "take") if "skip" in given else ("items", "page", "pages", "total")
    listed = ", ".join(f"{name}={given[name]!r}" for name in names)
    if "skip" in given:
        return f"SkipTake({listed}, size={page_size(operation)!r})"
    return f"Pagination({listed})"


def page_size(operation: SpecOperation) -> int | None:
    """Return how many items the server puts on a page of skip and take when nobody asks.

    Without totals, only that tells whether a page is full, and so whether there may be another.
    """
    take = object_in(operation.raw, "x-pagination").get("take")
    for parameter in operation.parameters:
        if parameter.place == "query" and parameter.name == take:
            size = parameter.schema.get("default")
            return size if isinstance(size, int) and size > 0 else None
    return None


def _arguments(spec: Spec, operation: SpecOperation) -> tuple[Argument, ...]:
    """Path arguments come first and in the order of the path, then what must be given."""
    parameters = {(p.place, p.name): p for p in operation.parameters}
    ordered = sorted(
        parameters.values(),
        key=lambda p: (
            operation.path.find(f"{{{p.name}}}") if p.place == "path" else len(operation.path)
        ),
    )
    found = [
        (p.name, str(p.place), p.required, p.description, _is_secret(p.schema)) for p in ordered
    ]
    if operation.body is not None:
        members = spec.members(operation.body.schema)
        found += [
            (
                member.name,
                "body",
                member.required,
                spec.description(member.schema),
                _is_secret(member.schema),
            )
            for member in members.values()
        ]
        if not members:
            secret = _is_secret(spec.deref(operation.body.schema))
            found.append(("body", "whole", True, operation.body.description, secret))

    taken: set[str] = set()
    arguments: list[Argument] = []
    for wire, place, required, description, secret in found:
        name = argument_name(wire)
        name = f"{place}_{name}" if name in taken else name
        taken.add(name)
        arguments.append(Argument(name, wire, place, required, description, secret))
    return tuple(sorted(arguments, key=lambda a: (a.place != "path", not a.required)))


def _is_secret(schema: JSON) -> bool:
    return schema.get("format") == "password"
