"""What each operation makes of answers that are errors, or nothing like what the spec promises."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from ejento_async import (
    APIError,
    APIResponseError,
    APIStatusError,
    AuthenticationError,
    BadRequestError,
    EjentoClient,
    NotFoundError,
    PermissionDeniedError,
    RateLimitError,
    ServerError,
    StreamError,
    UnprocessableEntityError,
)

from .arguments import arguments_for
from .backends import CannedBackend
from .calling import answer_well, call, method_of
from .places import body_of
from .spec import OPERATIONS, Operation, shape_of

ERRORS: dict[int, type[APIStatusError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    422: UnprocessableEntityError,
    429: RateLimitError,
    500: ServerError,
}
UNDECLARED: dict[int, type[APIStatusError]] = {
    418: APIStatusError,
    503: ServerError,
    599: ServerError,
}
NOT_JSON = [
    b"<html><body>Log in</body></html>",
    b'{"success": true, "data": {"id": 1, "na',
    b'{"success": true, "data": "\xff\xfe"}',
    b'{"success": true, "data": NaN}',
    b"[" * 1_500,
]

every_operation = pytest.mark.parametrize("operation", OPERATIONS.values(), ids=list(OPERATIONS))
in_json = [o for o in OPERATIONS.values() if o.kind in ("data", "page")]


async def failure(client: EjentoClient, operation: Operation) -> APIError | None:
    """Call an operation and return the error, if it is one of the SDK."""
    try:
        await call(method_of(client, operation), arguments_for(operation))
    except APIError as error:
        return error
    return None


@every_operation
async def test_an_error_raises_its_own_class_with_the_words_of_the_server(
    offline: EjentoClient, offline_static: EjentoClient, canned: CannedBackend, operation: Operation
) -> None:
    # With tokens that can be renewed, a 401 is not the end.
    renewable = {"authToken"} <= {name for schemes in operation.security for name in schemes}
    client = offline if renewable else offline_static
    assert {400, 401, 403, 404, 429, 500} <= set(operation.errors)
    for status in operation.errors:
        for member in ("message", "error", "detail"):
            canned.answer_json({member: "Not today"}, status=status)
            error = await failure(client, operation)

            assert type(error) is ERRORS[status]
            assert error.operation == operation.id
            assert (error.status, error.message, error.attempts) == (status, "Not today", 1)
            assert error.body == {member: "Not today"}
    for status, kind in UNDECLARED.items():
        canned.answer(b"<h1>no</h1>", status=status, content_type="text/html")
        error = await failure(client, operation)

        assert type(error) is kind
        assert (error.status, error.body) == (status, "<h1>no</h1>")


@pytest.mark.parametrize("operation", in_json, ids=lambda operation: operation.id)
async def test_an_answer_that_is_not_what_the_spec_says_raises_with_its_place_and_the_body(
    offline: EjentoClient, canned: CannedBackend, operation: Operation
) -> None:
    for body, path in other_shapes(operation):
        canned.answer_json(body)
        error = await failure(offline, operation)

        assert type(error) is APIResponseError, f"{operation.id} takes {body!r}"
        assert (error.operation, error.status) == (operation.id, 200)
        assert (error.path, error.body) == (path, body)
    for content in NOT_JSON:
        canned.answer(content)
        error = await failure(offline, operation)

        assert type(error) is APIResponseError
        assert (error.operation, error.status) == (operation.id, 200)
        assert error.body == content.decode("utf-8", "replace")
    body = {"success": False, "message": "Not today", "data": None}
    canned.answer_json(body)
    error = await failure(offline, operation)

    assert type(error) is APIResponseError
    assert (error.operation, error.status) == (operation.id, 200)
    assert (error.message, error.body) == ("Not today", body)


def other_shapes(operation: Operation) -> Iterator[tuple[Any, str]]:
    """Yield bodies that cannot be the answer, each with the path of what is wrong."""
    if operation.data is None:
        return  # nothing is promised, so nothing can be missing
    types = shape_of(operation.data).types
    wrong: list[Any] = ["text", 7, None] if types in ({"object"}, {"array"}) else []
    if types == {"array"}:
        wrong.append({})
    elif types == {"object"} and operation.kind != "page":
        wrong.append([])  # where it has pages, it is a list that comes whole
    path = expected_path(operation)
    for value in wrong:
        yield ({"success": True, "message": "", "data": value} if path else value), path
    if wrong and path:
        yield {"success": True, "message": ""}, path


def expected_path(operation: Operation) -> str:
    """Return where what is wrong with the data is found to be."""
    if operation.kind == "page":
        return f"data.{operation.node['x-pagination']['items']}"
    return "data" if operation.enveloped else ""


@pytest.mark.parametrize("content", NOT_JSON)
async def test_a_stream_with_an_end_that_cannot_be_read_raises(
    offline: EjentoClient, canned: CannedBackend, content: bytes
) -> None:
    for operation in OPERATIONS.values():
        if operation.kind == "stream":
            event = b"event: end\ndata: " + content + b"\n\n"
            canned.answer(event, content_type="text/event-stream")

            assert isinstance(await failure(offline, operation), StreamError | APIResponseError)


async def test_a_creation_may_be_answered_with_200_or_201(
    offline: EjentoClient, canned: CannedBackend
) -> None:
    for operation in in_json:
        for status in (200, 201):
            canned.answer_json(body_of(operation), status=status)

            assert await failure(offline, operation) is None


async def test_null_is_sent_where_the_spec_allows_it(
    offline: EjentoClient, canned: CannedBackend
) -> None:
    sent = 0
    for operation in in_json:
        body = operation.body
        nulls = {
            name: None
            for name, schema in (body.properties.items() if body else ())
            if "null" in shape_of(schema).types
        }
        if nulls:
            answer_well(canned, operation)
            arguments = arguments_for(operation, nulls, also=nulls)
            await call(method_of(offline, operation), arguments)

            assert arguments.body == canned.requests[-1].json
            sent += len(nulls)

    assert sent >= 7
