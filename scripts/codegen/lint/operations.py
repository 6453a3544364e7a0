"""Rules for operations: their ids, tags, paths and security."""

from __future__ import annotations

import re
from keyword import iskeyword

from ..answers import answer_of
from ..methods import method_name, resource_name, walk_name
from ..names import snake
from ..security import security_of
from ..spec import Spec, list_in
from .rules import Breaches, repeated, rule

# A method so called would hide what the annotations and decorators below it need.
_RESERVED_METHODS = frozenset(["bool", "float", "int", "property", "str", "with_response"])


@rule("operation-id")
def operation_id(spec: Spec) -> Breaches:
    """Ids are in snake case and begin with their generation."""
    form = spec.api.id_pattern
    for op in spec.operations:
        if not re.match(form, op.id) or snake(op.id) != op.id:
            yield op.where, f"operationId {op.id!r} is not of the form {form}, in snake case"


@rule("operation-id-of-tag")
def operation_id_of_tag(spec: Spec) -> Breaches:
    """Ids are made of the generation's prefix, the tag and the name of the method."""
    beginnings = " or ".join(one.tag_prefix for one in spec.api.generations)
    for op in spec.operations:
        generation = spec.api.generation_of(op.tag)
        if generation is None:
            yield op.where, f"the tag {op.tag!r} does not begin with {beginnings}"
        elif not method_name(spec, op):
            prefix = generation.id_prefix(resource_name(generation, op.tag))
            yield op.where, f"operationId does not begin with {prefix} as its tag demands"


@rule("method-name")
def method_name_is_usable(spec: Spec) -> Breaches:
    """What remains of the id is a name that a Python method can have."""
    for op in spec.operations:
        name = method_name(spec, op)
        if name and (not name.isidentifier() or iskeyword(name) or name in _RESERVED_METHODS):
            yield op.where, f"the method would be called {name!r}, which Python or we need"


@rule("operation-id-collision")
def operation_id_collision(spec: Spec) -> Breaches:
    """Ids stay different in snake case: of two equal ones the generator keeps one."""
    named = [(op.where, snake(op.id)) for op in spec.operations]
    for where, name, first in repeated(named):
        yield where, f"operationId becomes {name}, as that of {first} does"


@rule("method-collision")
def method_collision(spec: Spec) -> Breaches:
    """The iterator that a paged operation brings is not called like another operation."""
    methods = {(op.tag, method_name(spec, op)): op.where for op in spec.operations}
    for op in spec.operations:
        walk = walk_name(method_name(spec, op))
        other = methods.get((op.tag, walk))
        if other and answer_of(spec, op).kind == "page":
            yield op.where, f"its iterator {walk} has the name of {other}"


@rule("one-tag")
def one_tag(spec: Spec) -> Breaches:
    """Every operation has exactly one tag: the class that it becomes a method of."""
    for op in spec.operations:
        if len(op.tags) != 1:
            yield op.where, f"has {len(op.tags)} tags in place of one"


@rule("unknown-tag")
def unknown_tag(spec: Spec) -> Breaches:
    """Tags stand in the list at the root."""
    for op in spec.operations:
        for tag in op.tags:
            if tag not in spec.tags:
                yield op.where, f"the tag {tag!r} is not in the list at the root"


@rule("tag-description")
def tag_description(spec: Spec) -> Breaches:
    """Tags have descriptions: they become docstrings of classes."""
    for tag, description in spec.tags.items():
        if not description.strip():
            yield tag, "the tag has no description"


@rule("tag-collision")
def tag_collision(spec: Spec) -> Breaches:
    """Tags stay different in snake case: the generator would merge equal ones."""
    tags = [tag["name"] for tag in list_in(spec.document, "tags")]
    for tag, name, first in repeated((tag, snake(tag)) for tag in tags):
        yield tag, f"the tag becomes {name}, as {first!r} does"


@rule("missing-summary")
def missing_summary(spec: Spec) -> Breaches:
    """Every operation has the title that the vendor gives it."""
    for op in spec.operations:
        if not str(op.raw.get("summary") or "").strip():
            yield op.where, "has no summary"


@rule("path-of-generation")
def path_of_generation(spec: Spec) -> Breaches:
    """Paths look like those of the generation."""
    for op in spec.operations:
        generation = spec.api.generation_of(op.tag)
        if generation is not None and not generation.allows(op.path):
            name = generation.tag_prefix or spec.title
            yield op.where, f"{op.path} is not a path of {name}: {generation.paths}"


@rule("security")
def security(spec: Spec) -> Breaches:
    """Operations ask for one of the combinations of credentials that the runtime knows."""
    for op in spec.operations:
        if security_of(spec, op) is None:
            yield op.where, "asks for credentials in a combination that the runtime does not know"


@rule("missing-replacement")
def missing_replacement(spec: Spec) -> Breaches:
    """A deprecated operation names the method to use in its place."""
    known = {
        f"{generation.access(resource_name(generation, op.tag))}.{method_name(spec, op)}"
        for op in spec.operations
        if (generation := spec.api.generation_of(op.tag)) is not None
    }
    for op in spec.operations:
        replacement = op.raw.get("x-replacement")
        if op.raw.get("deprecated") and replacement not in known | spec.api.hand_written:
            yield op.where, f"is deprecated; x-replacement {replacement!r} is no method"
