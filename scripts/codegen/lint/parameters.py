"""Rules for parameters."""

from __future__ import annotations

import re

from ..names import argument_name, snake
from ..spec import Spec
from .rules import Breaches, repeated, rule

# Names that mean something else in and around the generated code.
_FORBIDDEN = frozenset(
    ["body", "client", "cls", "core", "headers", "models", "params", "quote", "self", "url"]
)
_PAGING = re.compile(r"(^|_)(page|size|limit|offset|per_page)(_|$)")


@rule("parameter-content")
def parameter_content(spec: Spec) -> Breaches:
    """Parameters have a `schema`: those with `content` the generator drops without a word."""
    for op in spec.operations:
        for parameter in op.parameters:
            if "content" in parameter.raw:
                yield op.where, f"the parameter {parameter.name} has content in place of schema"


@rule("parameter-style")
def parameter_style(spec: Spec) -> Breaches:
    """Parameters are written in the plain way, the only one that the runtime knows."""
    for op in spec.operations:
        for parameter in op.parameters:
            style = parameter.raw.get("style", "form" if parameter.place == "query" else "simple")
            if style not in ("form", "simple") or parameter.raw.get("explode") is False:
                yield op.where, f"the parameter {parameter.name} has a style other than the default"


@rule("parameter-place")
def parameter_place(spec: Spec) -> Breaches:
    """No cookies: the runtime keeps and sends none."""
    for op in spec.operations:
        for parameter in op.parameters:
            if parameter.place == "cookie":
                yield op.where, f"the parameter {parameter.name} is a cookie"


@rule("parameter-description")
def parameter_description(spec: Spec) -> Breaches:
    """Every parameter is described: it becomes an argument of a method."""
    for op in spec.operations:
        for parameter in op.parameters:
            if not parameter.description.strip():
                yield op.where, f"the parameter {parameter.name} has no description"


@rule("argument-description")
def argument_description(spec: Spec) -> Breaches:
    """Every member of a request body is described: it becomes an argument of a method."""
    for op in spec.operations:
        members = {} if op.body is None else spec.members(op.body.schema)
        for member in members.values():
            if not spec.description(member.schema).strip():
                yield op.where, f"the member {member.name} of the request body has no description"


@rule("parameter-name")
def parameter_name(spec: Spec) -> Breaches:
    """No parameter has a name that the generated code needs."""
    for op in spec.operations:
        for parameter in op.parameters:
            if snake(parameter.name) in _FORBIDDEN:
                yield op.where, f"a parameter may not be called {parameter.name}"


@rule("parameter-collision")
def parameter_collision(spec: Spec) -> Breaches:
    """Parameters of one place stay different in snake case."""
    for op in spec.operations:
        named = [
            (parameter.name, f"{parameter.place} {argument_name(parameter.name)}")
            for parameter in op.parameters
        ]
        for name, python, first in repeated(named):
            yield op.where, f"the parameters {first} and {name} both become {python.split()[-1]}"


@rule("page-default")
def page_default(spec: Spec) -> Breaches:
    """Parameters of paging have no default: the server's own is not ours to repeat."""
    for op in spec.operations:
        for parameter in op.parameters:
            paging = _PAGING.search(snake(parameter.name))
            if parameter.place == "query" and paging and "default" in parameter.schema:
                yield op.where, f"the parameter {parameter.name} has a default"


@rule("path-parameters")
def path_parameters(spec: Spec) -> Breaches:
    """The path and the list of path parameters name the same things."""
    for op in spec.operations:
        placeholders = re.findall(r"{([^}]*)}", op.path)
        declared = [p.name for p in op.parameters if p.place == "path"]
        if sorted(placeholders) != sorted(declared):
            yield op.where, f"{op.path} has other placeholders than its parameters: {declared}"
