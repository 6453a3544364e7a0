"""Rules for bodies: what requests carry and what answers promise."""

from __future__ import annotations

from ..answers import answer_of, at_path, unwrap
from ..graph import named_types, subschemas
from ..methods import page_size
from ..spec import JSON, Spec, list_in, object_in, objects_in
from .rules import Breaches, rule

_MEDIA_TYPES = ("application/json", "application/x-www-form-urlencoded", "multipart/form-data")


@rule("error-responses")
def error_responses(spec: Spec) -> Breaches:
    """Every operation refers to the shared error responses."""
    for op in spec.operations:
        answers = objects_in(op.raw, "responses")
        missing = [status for status in spec.api.errors if "$ref" not in answers.get(status, {})]
        if missing:
            yield op.where, f"has no $ref to a shared response for {', '.join(missing)}"


@rule("one-success")
def one_success(spec: Spec) -> Breaches:
    """Every operation has one good answer, with a description that says what callers get."""
    for op in spec.operations:
        if len(op.successes) != 1:
            yield op.where, f"has {len(op.successes)} good answers in place of one"
        elif not op.answer.description.strip():
            yield op.where, f"the answer {op.status} has no description"


@rule("one-media-type")
def one_media_type(spec: Spec) -> Breaches:
    """A body has one media type: of several, the generator takes whichever comes first."""
    for op in spec.operations:
        if op.body is not None and len(op.body.media_types) != 1:
            yield op.where, f"the request body has the media types {list(op.body.media_types)}"
        for status, content in op.successes.items():
            if len(content.media_types) > 1:
                yield op.where, f"the answer {status} has media types {list(content.media_types)}"


@rule("request-media-type")
def request_media_type(spec: Spec) -> Breaches:
    """Request bodies are JSON, a form or multipart: what the runtime can write."""
    for op in spec.operations:
        if op.body is not None and op.body.media_type not in _MEDIA_TYPES:
            yield op.where, f"the request body is {op.body.media_type or 'not declared'}"


@rule("inline-object")
def inline_object(spec: Spec) -> Breaches:
    """Objects are named components: an inline one gets a class with a name that nobody chose."""
    for op in spec.operations:
        if op.body is not None and _has_members(op.body.schema):
            yield op.where, "the request body is an inline object"
        for status, content in op.successes.items():
            _, data = unwrap(spec, content.schema)
            if data is not None and _has_members(data):
                yield op.where, f"the answer {status} is an inline object"
    for name, schema in spec.schemas.items():
        for place, inner in _below(name, schema):
            if _has_members(inner):
                yield place, "is an inline object; make it a component"


def _below(place: str, schema: JSON) -> list[tuple[str, JSON]]:
    """Return the schemas inside a component but for the parts of an `allOf` at its top."""
    parts = list_in(schema, "allOf")
    found: list[tuple[str, JSON]] = []
    for label, inner in subschemas(schema):
        if not any(inner is part for part in parts):
            found.append((f"{place}{label}", inner))
        found += _below(f"{place}{label}", inner)
    return found


def _has_members(schema: JSON) -> bool:
    return "properties" in schema or len(list_in(schema, "allOf")) > 1


@rule("pagination")
def pagination(spec: Spec) -> Breaches:
    """`x-pagination` names the items, page, pages and total, or the items, skip and take."""
    for op in spec.operations:
        if "x-pagination" not in op.raw:
            continue
        paths = dict(object_in(op.raw, "x-pagination"))
        if set(paths) == {"items", "skip", "take"}:
            query = {p.name for p in op.parameters if p.place == "query"}
            for name in ("skip", "take"):
                if paths.pop(name) not in query:
                    yield op.where, f"x-pagination: {name} is not a query parameter"
            if page_size(op) is None:
                yield op.where, "x-pagination: take has no default, so no page is known to be full"
        elif set(paths) != {"items", "page", "pages", "total"}:
            yield op.where, "x-pagination has neither items, page, pages, total nor skip and take"
            continue
        _, data = unwrap(spec, op.answer.schema)
        found = {name: at_path(spec, data or {}, str(path)) for name, path in paths.items()}
        for name, schema in found.items():
            if schema is None:
                yield op.where, f"x-pagination: {name} {paths[name]!r} is not in the schema"
        items = found["items"]
        if items is not None and "items" not in spec.deref(items):
            yield op.where, f"x-pagination: items {paths['items']!r} is not an array"


@rule("pagination-body")
def pagination_body(spec: Spec) -> Breaches:
    """A list that pages takes no body: the runtime asks for further pages by the query alone."""
    for op in spec.operations:
        if "x-pagination" in op.raw and op.body is not None:
            yield op.where, "has x-pagination and a request body"


@rule("stream-output")
def stream_output(spec: Spec) -> Breaches:
    """A stream names the model of its last event's output."""
    for op in spec.operations:
        answer = answer_of(spec, op)
        streams = answer.kind == "stream"
        if streams and not any(named_types(spec, answer.schema or {})):
            yield op.where, "streams events but has no x-stream with an output"
        elif "x-stream" in op.raw and not streams:
            yield op.where, "has x-stream but its answer is no text/event-stream"
