"""Rules for schemas."""

from __future__ import annotations

from collections.abc import Iterator

from ..answers import answer_of
from ..graph import nested, reachable, request_schemas, response_schemas
from ..names import argument_name, class_name, member_name, module_name
from ..spec import JSON, Spec, list_in, object_in
from .rules import Breaches, repeated, rule

# Attributes and methods of every record.
_FORBIDDEN = frozenset(["additional_properties", "from_dict", "read", "to_dict"])
# Names that generated modules import for themselves.
_RESERVED = {
    *("APIResponse", "AnswerStream", "Client", "Core", "Download", "File", "Model", "Operation"),
    *("Page", "Pagination", "Resource", "Response", "Security", "SkipTake", "Unset"),
    *("Any", "AsyncIterator", "List", "Literal", "Mapping", "NotRequired", "Required", "Self"),
    *("TypeAlias", "TypedDict"),
}


def schemas_of(spec: Spec) -> Iterator[tuple[str, JSON]]:
    """Yield every schema of the spec once, with its place."""
    for name, schema in spec.schemas.items():
        yield from nested(name, schema)
    for op in spec.operations:
        for parameter in op.parameters:
            yield from nested(f"{op.where} {parameter.name}", parameter.schema)
        for content in [op.body, *op.successes.values()]:
            if content is not None:
                yield from nested(f"{op.where} body", content.schema)


@rule("property-name")
def property_name(spec: Spec) -> Breaches:
    """No member is called like something that every record has."""
    for place, schema in schemas_of(spec):
        for name in object_in(schema, "properties"):
            if member_name(name) in _FORBIDDEN:
                yield place, f"a member may not be called {name}"


@rule("property-collision")
def property_collision(spec: Spec) -> Breaches:
    """Members stay different in snake case."""
    for name, schema in spec.schemas.items():
        members = [(member, member_name(member)) for member in spec.members(schema)]
        for member, python, first in repeated(members):
            yield name, f"the members {first} and {member} both become {python}"


@rule("class-name")
def class_name_is_free(spec: Spec) -> Breaches:
    """Components are called as their classes are, by names that generated code leaves free."""
    for name in spec.schemas:
        if class_name(name) in _RESERVED:
            yield name, f"the class name {class_name(name)} is needed by the generated code"
        elif class_name(name) != name:
            yield name, f"is not in Pascal case: its class would be called {class_name(name)}"


@rule("class-collision")
def class_collision(spec: Spec) -> Breaches:
    """Classes and their modules have different names: of equal ones one would vanish."""
    named = [(name, module_name(class_name(name))) for name in spec.schemas]
    for name, module, first in repeated(named):
        yield name, f"its module would be called {module}, as that of {first}"


@rule("both-sides")
def both_sides(spec: Spec) -> Breaches:
    """A schema is used in requests or in responses: absent and null differ only in requests."""
    answers = reachable(spec, response_schemas(spec))
    for name in reachable(spec, request_schemas(spec)):
        if name in answers:
            yield name, "is used in requests and in responses; make two components of it"


@rule("required-date-time")
def required_date_time(spec: Spec) -> Breaches:
    """Timestamps of responses are optional: the vendor sends empty ones."""
    for name in reachable(spec, response_schemas(spec)):
        for member in spec.members(spec.schemas[name]).values():
            if member.required and spec.deref(member.schema).get("format") in ("date-time", "date"):
                yield name, f"the timestamp {member.name} may not be required"


@rule("required-member")
def required_member(spec: Spec) -> Breaches:
    """What is required is also declared: else it would be forgotten."""
    for name, schema in spec.schemas.items():
        for member in spec.required(schema):
            if member not in spec.members(schema):
                yield name, f"requires {member}, which is not among its properties"


@rule("nullable")
def nullable(spec: Spec) -> Breaches:
    """Null is an entry of a type list or of a oneOf: `nullable` means nothing in OpenAPI 3.1."""
    for place, schema in schemas_of(spec):
        if "nullable" in schema:
            yield place, "nullable: write type: [..., 'null'] or oneOf with type: 'null'"
        if None in list_in(schema, "enum"):
            yield place, "null in an enum: write oneOf with type: 'null'"


@rule("response-union")
def response_union(spec: Spec) -> Breaches:
    """Unions in responses have at most one object or array: the rest are scalars or null."""
    answers = [spec.schemas[name] for name in reachable(spec, response_schemas(spec))]
    places = {id(schema) for root in answers for _, schema in nested("", root)}
    for place, schema in schemas_of(spec):
        options = [
            spec.deref(part) for kind in ("oneOf", "anyOf") for part in list_in(schema, kind)
        ]
        structured = [option for option in options if not _is_scalar(option)]
        alone = len(options) - sum(option.get("type") == "null" for option in options) == 1
        arrays = [option for option in structured if option.get("type") == "array"]
        if id(schema) in places and (len(structured) > 1 or (arrays and not alone)):
            yield place, "a union may have one object, and beside it only scalars and null"


def _is_scalar(schema: JSON) -> bool:
    types = list_in(schema, "type") or [schema.get("type")]
    return "properties" not in schema and not {"object", "array", None} & set(types)


@rule("mixed-all-of")
def mixed_all_of(spec: Spec) -> Breaches:
    """A schema merges or chooses, not both: the generator would keep the choice only."""
    for place, schema in schemas_of(spec):
        kinds = [kind for kind in ("oneOf", "anyOf") if kind in schema]
        if kinds and (len(kinds) > 1 or "allOf" in schema or "properties" in schema):
            yield place, f"a schema with {kinds[0]} may not have properties or allOf beside it"


@rule("discriminator")
def discriminator(spec: Spec) -> Breaches:
    """No discriminator: the generator ignores it."""
    for place, schema in schemas_of(spec):
        if "discriminator" in schema:
            yield place, "discriminator is not supported"


@rule("enum-values")
def enum_values(spec: Spec) -> Breaches:
    """Values of an enum are different, and all text or all whole numbers."""
    for place, schema in schemas_of(spec):
        values = [value for value in list_in(schema, "enum") if value is not None]
        if len({repr(value) for value in values}) != len(values):
            yield place, "two values of the enum are equal"
        if len({isinstance(value, str) for value in values}) > 1:
            yield place, "the enum has text and numbers among its values"


@rule("inline-response-enum")
def inline_response_enum(spec: Spec) -> Breaches:
    """Enums of responses are components: the alias needs a name, and stays open to new values."""
    for name in reachable(spec, response_schemas(spec)):
        for place, schema in nested(name, spec.schemas[name]):
            if "enum" in schema and schema is not spec.schemas[name]:
                yield place, "an enum of a response must be a component"


@rule("closed-object")
def closed_object(spec: Spec) -> Breaches:
    """No object is closed: that one side adds a member must not break the other."""
    for place, schema in schemas_of(spec):
        if schema.get("additionalProperties") is False:
            yield place, "additionalProperties: false"


@rule("argument-name")
def argument_name_is_free(spec: Spec) -> Breaches:
    """No argument hides a function that its method needs to read the answer."""
    for op in spec.operations:
        answer = answer_of(spec, op)
        hidden = {"anything", "dict_of", "json_object", "list_of", "nothing"}
        hidden |= {"nullable", "or_empty"}
        if answer.schema is not None and _is_scalar(spec.deref(answer.schema)):
            hidden |= {"boolean", "integer", "number", "text"}
        names = [parameter.name for parameter in op.parameters]
        names += [] if op.body is None else spec.members(op.body.schema)
        for name in names:
            if argument_name(name) in hidden:
                yield op.where, f"an argument may not be called {name}"
