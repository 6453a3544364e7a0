"""Every generated method is called over a socket; a validator reads the request, we the answer.

The sandbox is strict besides: it refuses requests that break the spec, and fails on answers that
do. That the request is what the spec says is for a library of other people's to say, and each
member of the typed result is compared with the bytes that came.
"""

from __future__ import annotations

import json
import warnings
from operator import attrgetter
from typing import Any

import pytest

from ejento_async import AnswerStream, APIResponse, EjentoClient, File, Page
from ejento_async.sandbox import Sandbox

from .arguments import (
    FILE_CONTENT,
    FILE_NAME,
    Arguments,
    arguments_for,
    instance,
)
from .backends import CannedBackend, Received, TappedBackend
from .calling import answer_well, call, iterator_of, method_of
from .comparing import compare
from .places import put
from .requests import body_of, path_of, query_of, validate
from .spec import OPERATIONS, Json, Operation, shape_of
from .world import NEEDED, values_for

every_operation = pytest.mark.parametrize("operation", OPERATIONS.values(), ids=list(OPERATIONS))
pages = [operation for operation in OPERATIONS.values() if operation.kind == "page"]
deprecated = [operation for operation in OPERATIONS.values() if operation.node.get("deprecated")]


# What goes out, and what comes back.


@every_operation
async def test_a_method_called_with_what_it_requires(
    sandbox: Sandbox, ejento: EjentoClient, tapped: TappedBackend, operation: Operation
) -> None:
    values = await values_for(operation, sandbox, ejento)
    arguments = arguments_for(operation, values, also=NEEDED.get(operation.id, ()))
    sandbox.requests.clear()
    result = await call(method_of(ejento, operation), arguments)

    check_request(sandbox, operation, arguments)
    check_result(operation, result, tapped.received[-1])


@every_operation
async def test_a_method_called_with_all_that_it_takes(
    sandbox: Sandbox, ejento: EjentoClient, tapped: TappedBackend, operation: Operation
) -> None:
    values = await values_for(operation, sandbox, ejento)
    arguments = arguments_for(operation, values, everything=True)
    whole = operation.kind in ("data", "page", "redirect")
    sandbox.requests.clear()
    result = await call(method_of(ejento, operation, with_response=whole), arguments)
    received = tapped.received[-1]
    if whole:
        check_response(operation, result, received)
        result = result.data

    check_request(sandbox, operation, arguments)
    check_result(operation, result, received)


def check_request(sandbox: Sandbox, operation: Operation, arguments: Arguments) -> None:
    """Check that one request was sent, as the spec says, with these arguments and nothing else."""
    (request,) = sandbox.requests
    validate(request)

    assert operation.id == request.operation
    assert in_texts(arguments.path) == path_of(request, operation)
    assert in_texts(arguments.query) == query_of(request)
    for name, value in arguments.headers.items():
        assert value == request.header(name)
    assert on_the_wire(operation, arguments) == body_of(request)
    check_credentials(sandbox, operation)


def check_credentials(sandbox: Sandbox, operation: Operation) -> None:
    """Check that a request carries the credentials that the spec asks for, and no others."""
    request = sandbox.requests[-1]
    schemes: Json = operation.security[0] if operation.security else {}
    token = {"accessToken": sandbox.access_token, "authToken": sandbox.auth_token}
    bearer = next((f"Bearer {token[name]}" for name in schemes if name in token), None)
    key = sandbox.api_key if "subscriptionKey" in schemes else None

    assert bearer == request.header("authorization")
    assert key == request.header("ocp-apim-subscription-key")
    assert request.header("cookie") is None


def on_the_wire(operation: Operation, arguments: Arguments) -> Json:
    """Return the body that arguments make, with texts in place of all else where forms have them."""
    if operation.body is None or operation.body.media_type == "application/json":
        return arguments.body
    return in_texts(arguments.body)


def in_texts(values: Json) -> Json:
    """Return values as texts; a file as its name and content."""
    texts: Json = {}
    for name, value in values.items():
        if isinstance(value, File):
            texts[name] = (FILE_NAME, FILE_CONTENT)
        else:
            texts[name] = str(value).lower() if isinstance(value, bool) else str(value)
    return texts


def check_response(operation: Operation, response: APIResponse[Any], received: Received) -> None:
    """Check the whole response against what came."""
    assert isinstance(response, APIResponse)
    assert received.status == response.status
    assert received.headers == response.headers
    assert response.attempts == 1
    if operation.kind != "redirect":
        assert received.json == response.body
        said = received.json.get("message") if operation.enveloped else None
        assert said == response.message


def check_result(operation: Operation, result: Any, received: Received) -> None:
    """Check a result, member by member, against the bytes that came."""
    assert operation.status == received.status
    if operation.kind == "redirect":
        assert result == received.headers["location"]
    elif operation.kind == "bytes":
        assert result == received.content
    elif operation.kind == "stream":
        check_stream(operation, result, received)
    elif operation.kind == "page":
        check_page(operation, result, received.json["data"])
    else:
        body = received.json
        wire = body.get("data") if operation.enveloped else body
        compare(result, wire if operation.data is not None else None, operation.data, "data")
        assert has_content(wire, operation), "nothing came to compare"


def has_content(wire: Any, operation: Operation) -> bool:
    """Tell whether something came that could differ, where the spec promises anything."""
    if operation.data is None or wire:
        return True
    return wire == {} and not shape_of(operation.data).members


def check_page(operation: Operation, page: Page[Any], wire: Any) -> None:
    """Check a page and its place in the list."""
    where: dict[str, str] = operation.node["x-pagination"]

    assert isinstance(page, Page)
    assert at(wire, where["items"]), "nothing came to compare"
    compare(page.items, at(wire, where["items"]), items_of(operation), where["items"])
    if operation.data is not None and isinstance(wire, dict):
        place = (page.number, page.pages, page.total)
        assert place == tuple(at(wire, where[name]) for name in ("page", "pages", "total"))


def items_of(operation: Operation) -> Json:
    """Return the schema of the list in a page."""
    return shape_of(operation.data or {}).members[operation.node["x-pagination"]["items"]]


def at(wire: Any, path: str) -> Any:
    """Find a member by its dotted path."""
    for name in path.split("."):
        wire = wire[name]
    return wire


def check_stream(operation: Operation, answer: AnswerStream[Any], received: Received) -> None:
    """Check the answer at the end of a stream against the last event that came."""
    last = received.content.decode().rstrip("\n").rpartition("\n\n")[2]
    data = json.loads(last.partition("\ndata: ")[2])

    assert last.startswith("event: end\n")
    compare(answer.final, data["output"], operation.data, "output")
    assert answer.final.answer == answer.text_so_far.rpartition(answer.final.answer)[1]


async def test_every_argument_lands_in_its_place(
    offline: EjentoClient, canned: CannedBackend
) -> None:
    for operation in OPERATIONS.values():
        arguments = arguments_for(operation, unlike_each_other(operation), everything=True)
        answer_well(canned, operation)
        for method in bound_methods_of(offline, operation):
            await call(method, arguments)
            request = canned.requests[-1]

            assert operation.method == request.method
            assert in_texts(arguments.path) == path_of(request, operation)
            assert in_texts(arguments.query) == query_of(request)
            assert all(request.header(name) == text for name, text in arguments.headers.items())
            assert on_the_wire(operation, arguments) == body_of(request)


def bound_methods_of(client: EjentoClient, operation: Operation) -> list[Any]:
    """Return all methods of an operation: plain, with the whole response, over all pages."""
    found = [method_of(client, operation)]
    if operation.kind in ("data", "page", "redirect"):
        found.append(method_of(client, operation, with_response=True))
    if operation.iterator:
        found.append(iterator_of(client, operation))
    return found


def unlike_each_other(operation: Operation) -> Json:
    """Return values of which no two are the same, for all numbers and texts that may be any."""
    places: dict[tuple[str, str], Json] = {
        (item.place, item.name): item.schema for item in operation.parameters
    }
    if operation.body is not None:
        places |= {("body", name): node for name, node in operation.body.properties.items()}
    values: Json = {}
    for number, ((place, name), schema) in enumerate(places.items(), start=9001):
        shape = shape_of(schema)
        if "integer" in shape.types and (place, name) != ("query", "page"):
            values[f"{place}.{name}"] = number
        elif "string" in shape.types and not (shape.enum or shape.format):
            values[f"{place}.{name}"] = f"{name} in the {place}"
    return values


# Pages.


@pytest.mark.parametrize("operation", pages, ids=lambda operation: operation.id)
async def test_every_list_that_pages_can_be_walked(
    offline: EjentoClient, canned: CannedBackend, operation: Operation
) -> None:
    where = operation.node["x-pagination"]
    bodies = [instance(operation.data or {}) for _ in range(3)]
    for number, data in enumerate(bodies, start=1):
        for path, value in (("page", number), ("pages", len(bodies)), ("total", 6)):
            put(data, where[path], value)
    canned.answer_in_turn([{"success": True, "message": "", "data": data} for data in bodies])
    walked = await call(iterator_of(offline, operation), arguments_for(operation))
    came = [item for data in bodies for item in at(data, where["items"])]

    assert len(came) == 6
    compare(walked, came, items_of(operation))
    assert ["1", "2", "3"] == [query_of(request)["page"] for request in canned.requests]


# What the vendor has deprecated.


@pytest.mark.parametrize("form", ["plain", "with_response"])
@pytest.mark.parametrize("operation", deprecated, ids=lambda operation: operation.id)
async def test_a_deprecated_method_warns_once_and_names_what_to_use(
    offline: EjentoClient, canned: CannedBackend, operation: Operation, form: str
) -> None:
    arguments = arguments_for(operation)
    answer_well(canned, operation)
    method = method_of(offline, operation, with_response=form == "with_response")
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        await method(*arguments.positional, **arguments.keywords)
    replacement: str = operation.node["x-replacement"]

    assert [DeprecationWarning] == [warning.category for warning in caught]
    assert replacement in str(caught[0].message)
    assert caught[0].filename == __file__
    assert callable(attrgetter(replacement)(offline))


def test_something_is_deprecated() -> None:
    assert len(deprecated) >= 3
