"""What is to be generated: resource classes with their methods, and records.

The plan is made from the spec alone. It says what things are called and what their docstrings
say; the types come from the generator, which knows them better.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from keyword import iskeyword

from .answers import answer_of
from .graph import cycles, types_in
from .methods import Method, make_method, resource_name
from .names import class_name, pascal, snake
from .spec import JSON, Spec, list_in
from .target import Generation


@dataclass(frozen=True)
class ResourcePlan:
    """One resource class, from one tag."""

    generation: Generation
    attribute: str
    module: str
    class_name: str
    description: str
    methods: tuple[Method, ...]

    @property
    def access(self) -> str:
        """How users reach it."""
        return f"client.{self.generation.access(self.attribute)}"

    @property
    def with_response(self) -> list[Method]:
        """The methods that can return whole responses."""
        return [method for method in self.methods if method.kind not in ("stream", "download")]

    @property
    def with_response_class(self) -> str:
        """The class of the methods that return whole responses."""
        return f"{self.class_name.removesuffix('Api')}WithResponse"

    @property
    def hidden(self) -> str:
        """`builtins.` when a method is called `list` or `dict` and so hides the type below it."""
        return "builtins." if {m.name for m in self.methods} & {"list", "dict"} else ""


@dataclass(frozen=True)
class RecordPlan:
    """One named schema.

    Attributes:
        class_name: its class.
        description: first lines of its docstring.
        members: descriptions of its members by their names on the wire.
        secret: names on the wire of the members that no repr may show (`format: password`).
        values: values of an enum, in the order of the spec.
        cyclic: classes that refer back to this one, which therefore must be imported late.
    """

    class_name: str
    description: str
    members: dict[str, str]
    secret: frozenset[str]
    values: tuple[str | int, ...]
    cyclic: frozenset[str]

    @property
    def has_plain_names(self) -> bool:
        """Whether all members have names that a class body can hold."""
        return all(
            name.isidentifier() and not iskeyword(name) and not name.startswith("__")
            for name in self.members
        )


@dataclass(frozen=True)
class Plan:
    """All that is to be generated.

    Attributes:
        source: the spec, as generated files name it.
        title: what the API is called.
        generations: the namespaces.
        resources: the resource classes by module.
        answers: records and enums that the server sends, by class name.
        inputs: objects and enums that requests carry below their top level, by class name.
    """

    source: str
    title: str
    generations: tuple[Generation, ...]
    resources: dict[str, ResourcePlan]
    answers: dict[str, RecordPlan]
    inputs: dict[str, RecordPlan]

    @property
    def records(self) -> dict[str, RecordPlan]:
        """All classes and aliases of the package of records."""
        return self.answers | self.inputs


def make_plan(spec: Spec) -> Plan:
    """Make the plan for a spec that has passed the lint."""
    answers = types_in(spec, answer_schemas(spec))
    inputs = types_in(spec, input_schemas(spec))
    loops = cycles(spec, [*answers, *inputs])
    resources = [
        _resource(spec, generation, tag)
        for tag in spec.tags
        if (generation := spec.api.generation_of(tag))
        and any(op.tag == tag for op in spec.operations)
    ]
    return Plan(
        source=spec.file,
        title=spec.title,
        generations=spec.api.generations,
        resources={resource.module: resource for resource in resources},
        answers=_records(spec, answers, loops),
        inputs=_records(spec, inputs, loops),
    )


def answer_schemas(spec: Spec) -> list[JSON]:
    """Return the schemas of what methods return."""
    schemas = [answer_of(spec, operation).schema for operation in spec.operations]
    return [schema for schema in schemas if schema is not None]


def input_schemas(spec: Spec) -> list[JSON]:
    """Return the schemas of what methods take: parameters, and the members of bodies."""
    schemas = [parameter.schema for op in spec.operations for parameter in op.parameters]
    for body in (op.body for op in spec.operations if op.body is not None):
        members = spec.members(body.schema)
        schemas += [member.schema for member in members.values()] if members else [body.schema]
    return schemas


def _resource(spec: Spec, generation: Generation, tag: str) -> ResourcePlan:
    operations = [operation for operation in spec.operations if operation.tag == tag]
    return ResourcePlan(
        generation=generation,
        attribute=resource_name(generation, tag),
        module=snake(tag),
        class_name=f"{pascal(tag)}Api",
        description=spec.tags[tag],
        methods=tuple(make_method(spec, operation) for operation in operations),
    )


def _records(spec: Spec, names: Iterable[str], loops: dict[str, set[str]]) -> dict[str, RecordPlan]:
    """Plan the components that become classes: enums, and objects that have members."""
    return {
        class_name(name): _record(spec, name, loops[name])
        for name in names
        if "enum" in spec.schemas[name] or spec.members(spec.schemas[name])
    }


def _record(spec: Spec, name: str, cyclic: set[str]) -> RecordPlan:
    schema = spec.schemas[name]
    members = spec.members(schema)
    return RecordPlan(
        class_name=class_name(name),
        description=spec.description(schema),
        members={wire: spec.description(member.schema) for wire, member in members.items()},
        secret=frozenset(
            wire for wire, member in members.items() if member.schema.get("format") == "password"
        ),
        values=tuple(list_in(schema, "enum")),
        cyclic=frozenset(class_name(other) for other in cyclic),
    )
