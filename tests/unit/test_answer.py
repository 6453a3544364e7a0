"""From a finished answer to its result, or to the error that it stands for."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest
import respx

from ejento_async._config import Limits
from ejento_async._errors import (
    APIError,
    APIResponseError,
    APIStatusError,
    AuthenticationError,
    BadRequestError,
    ConflictError,
    NotFoundError,
    PermissionDeniedError,
    RateLimitError,
    ResponseTooLargeError,
    ServerError,
    UnprocessableEntityError,
)
from ejento_async._model import ShapeError, anything, integer, list_of, nothing, required, text
from ejento_async._protocol import Operation, Security
from ejento_async._transport import Transport
from tests.support import CREATE, LIST, ok
from tests.unit.conftest import Clock

Make = Callable[..., Transport]
BARE = LIST._replace(envelope=False)


def record(value: object) -> int:
    """Read a record that has an id."""
    if not isinstance(value, dict):
        raise ShapeError("an object", value)
    return required(value, "id", integer)


# Good answers.


@pytest.mark.parametrize(
    ("operation", "body", "expected"),
    [
        (LIST, {"success": True, "message": "m", "data": {"id": 1}}, {"id": 1}),
        (LIST, {"success": True, "data": []}, []),
        (LIST, {"message": "m", "data": 5}, 5),
        (LIST, {"data": {"id": 1}}, {"id": 1}),
        (LIST, {"success": True, "message": "m", "data": None}, None),
        (LIST, {"id": 1, "name": "bare"}, {"id": 1, "name": "bare"}),
        (LIST, [1, 2], [1, 2]),
        (BARE, {"id": 1}, {"id": 1}),
        (BARE, {"id": 1, "data": [1]}, {"id": 1, "data": [1]}),
        (BARE, {"success": True, "data": {"id": 1}}, {"id": 1}),
        (BARE, {"message": "bare", "id": 1}, {"message": "bare", "id": 1}),
        (BARE, "text", "text"),
    ],
    ids=repr,
)
async def test_callers_get_the_data_of_an_envelope_or_the_bare_body(
    operation: Operation, body: object, expected: object, server: respx.MockRouter, transport: Make
) -> None:
    server.get("/api/v2/things").respond(json=body)

    assert await transport().send(operation, anything) == expected


@pytest.mark.parametrize("status", [200, 201, 202, 203, 206, 299])
async def test_every_2xx_is_a_good_answer(
    status: int, server: respx.MockRouter, transport: Make
) -> None:
    server.get("/api/v2/things").mock(return_value=ok(5, status=status))

    assert await transport().send(LIST, integer) == 5


@pytest.mark.parametrize(
    "response",
    [
        httpx.Response(204),
        httpx.Response(200, content=b""),
        httpx.Response(200, content=b" \r\n"),
        httpx.Response(200, json={"success": True, "message": "deleted"}),
        httpx.Response(200, json={"success": True, "message": "deleted", "data": None}),
        httpx.Response(200, json={"message": "deleted"}),
        httpx.Response(200, json=None),
        httpx.Response(205),
    ],
)
async def test_an_operation_that_promises_no_data_takes_every_form_of_none(
    response: httpx.Response, server: respx.MockRouter, transport: Make
) -> None:
    server.get("/api/v2/things").mock(return_value=response)

    await transport().send(LIST, nothing)


async def test_the_whole_response_is_there_for_those_who_ask(
    server: respx.MockRouter, transport: Make, clock: Clock
) -> None:
    good = ok([1], message="as you wish", extra=1)
    good.headers["X-Request-Id"] = "r-1"
    server.get("/api/v2/things").mock(side_effect=[httpx.Response(503), good])

    response = await transport().respond(LIST, list_of(integer))

    assert response.data == [1]
    assert response.status == 200
    assert response.headers["x-request-id"] == "r-1"
    assert response.message == "as you wish"
    assert response.body == {"success": True, "message": "as you wish", "data": [1], "extra": 1}
    assert response.request_id == "r-1"
    assert response.attempts == 2
    assert 0 < response.elapsed <= 1


@pytest.mark.parametrize(
    "name", ["X-Request-ID", "request-id", "X-Correlation-ID", "apim-request-id"]
)
async def test_the_id_of_a_request_is_found_under_its_usual_names(
    name: str, server: respx.MockRouter, transport: Make
) -> None:
    server.get("/api/v2/things").respond(404, headers={name: "r-1"})

    with pytest.raises(NotFoundError) as caught:
        await transport().send(LIST, anything)
    assert caught.value.request_id == "r-1"
    assert "request id r-1" in str(caught.value)


@pytest.mark.parametrize("message", [None, 5, ["x"]])
async def test_a_message_that_is_no_text_is_none(
    message: object, server: respx.MockRouter, transport: Make
) -> None:
    server.get("/api/v2/things").mock(return_value=ok(1, message=message))

    assert (await transport().respond(LIST, anything)).message is None


# Good statuses with bodies that are not what the spec says.


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b'{"success": true, "da', "expected JSON"),
        (b'{"data": "\xff"}', "invalid text"),
        (b'{"data": NaN}', "NaN is not JSON"),
        (b"[" * 100_000, "nested too deeply"),
        (b"not json", "expected JSON"),
        (b"<html>please log in</html>", "expected JSON"),
        (b"", "expected an object, found NoneType"),
        (b"null", "expected an object, found NoneType"),
        (b"[]", "expected an object, found list"),
        (b'"text"', "expected an object, found str"),
        (b"{}", "id: expected an integer, found nothing"),
        (b'{"success": true}', "data: expected an object, found nothing"),
        (b'{"success": true, "data": null}', "data: expected an object, found NoneType"),
        (b'{"success": true, "data": []}', "data: expected an object, found list"),
        (b'{"success": true, "data": {"id": "x"}}', "data.id: expected an integer, found str"),
    ],
    ids=lambda value: repr(value)[:40],
)
async def test_a_body_that_is_not_what_the_spec_says_is_an_error_of_its_own(
    body: bytes, words: str, server: respx.MockRouter, transport: Make
) -> None:
    route = server.get("/api/v2/things").respond(content=body)

    with pytest.raises(APIResponseError) as caught:
        await transport().send(LIST, record)
    assert words in str(caught.value)
    assert caught.value.status == 200
    assert route.call_count == 1


async def test_a_login_page_in_place_of_json_is_told_by_its_type(
    server: respx.MockRouter, transport: Make
) -> None:
    server.get("/api/v2/things").respond(html="<html>Sign in to continue</html>")

    with pytest.raises(APIResponseError, match="expected JSON, got text/html") as caught:
        await transport().send(LIST, anything)
    assert caught.value.body == "<html>Sign in to continue</html>"


@pytest.mark.parametrize("bom", [b"\xef\xbb\xbf", b""])
@pytest.mark.parametrize("kind", ["application/json", "text/plain", "text/html", None])
async def test_json_is_taken_whatever_it_is_called(
    bom: bytes, kind: str | None, server: respx.MockRouter, transport: Make
) -> None:
    headers = {} if kind is None else {"content-type": kind}
    server.get("/api/v2/things").respond(content=bom + b'{"data": 5}', headers=headers)

    assert await transport().send(LIST, integer) == 5


async def test_the_place_of_the_offending_member_is_an_attribute_too(
    server: respx.MockRouter, transport: Make
) -> None:
    server.get("/api/v2/things").mock(return_value=ok([{"id": 1}, {"id": None}]))

    with pytest.raises(APIResponseError) as caught:
        await transport().send(LIST, list_of(record))
    assert caught.value.path == "data[1].id"


async def test_the_place_in_a_bare_body_has_no_envelope_in_it(
    server: respx.MockRouter, transport: Make
) -> None:
    server.get("/api/v2/things").respond(json={"id": "x"})

    with pytest.raises(APIResponseError) as caught:
        await transport().send(BARE, record)
    assert caught.value.path == "id"


async def test_a_record_that_is_nested_too_deeply_is_an_error_of_the_sdk(
    server: respx.MockRouter, transport: Make
) -> None:
    def endless(value: Any) -> Any:
        return endless(value)

    server.get("/api/v2/things").mock(return_value=ok(1))
    with pytest.raises(APIResponseError, match="nested too deeply"):
        await transport().send(LIST, endless)


# `success: false` with a good status.


@pytest.mark.parametrize("operation", [LIST, BARE], ids=["envelope", "bare"])
@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({"success": False, "message": "no such agent"}, "no such agent"),
        ({"success": False, "error": {"message": "quota used up"}}, "quota used up"),
        ({"success": False, "detail": [{"msg": "bad"}]}, "bad"),
        ({"success": False, "data": {"id": 1}}, "the server reports a failure"),
        ({"success": False}, "the server reports a failure"),
    ],
)
async def test_success_false_is_an_error_in_the_words_of_the_server(
    operation: Operation,
    body: dict[str, Any],
    words: str,
    server: respx.MockRouter,
    transport: Make,
) -> None:
    server.get("/api/v2/things").respond(json=body)

    with pytest.raises(APIResponseError, match=f"^{words}") as caught:
        await transport().send(operation, anything)
    assert caught.value.body == body


@pytest.mark.parametrize("success", [None, 0, "false", "no", []])
async def test_only_false_itself_is_a_failure(
    success: object, server: respx.MockRouter, transport: Make
) -> None:
    server.get("/api/v2/things").respond(json={"success": success, "data": 5})

    assert await transport().send(LIST, anything) == 5


# Bad statuses.


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, BadRequestError),
        (401, AuthenticationError),
        (403, PermissionDeniedError),
        (404, NotFoundError),
        (409, ConflictError),
        (422, UnprocessableEntityError),
        (429, RateLimitError),
        (402, APIStatusError),
        (418, APIStatusError),
        (499, APIStatusError),
        (500, ServerError),
        (502, ServerError),
        (503, ServerError),
        (504, ServerError),
        (520, ServerError),
        (599, ServerError),
        (999, ServerError),
        (300, APIStatusError),
        (301, APIStatusError),
        (302, APIStatusError),
        (304, APIStatusError),
        (307, APIStatusError),
        (308, APIStatusError),
    ],
)
async def test_every_other_status_is_an_error_of_its_kind(
    status: int, kind: type[APIStatusError], server: respx.MockRouter, transport: Make
) -> None:
    server.get("/api/v2/things").respond(status, json={"message": "said so"})

    with pytest.raises(APIStatusError, match="^said so") as caught:
        await transport(max_retries=0).send(LIST, anything)
    assert type(caught.value) is kind
    assert caught.value.status == status
    assert caught.value.body == {"message": "said so"}
    assert f"status {status}" in str(caught.value)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b'{"message": "a"}', "a"),
        (b'{"error": "b"}', "b"),
        (b'{"detail": "c"}', "c"),
        (
            b'{"detail": [{"loc": ["body", "email"], "msg": "field required"}]}',
            "body.email: field required",
        ),
        (b'["x", "y"]', "x; y"),
        (b"plain words", "plain words"),
        (b"", "the server answered 404 (Not Found)"),
        (b"<html><h1>404 Not Found</h1></html>", "the server answered 404 (Not Found)"),
        (b"{}", "the server answered 404 (Not Found)"),
        (b"null", "the server answered 404 (Not Found)"),
        (b"\xff\xfe\x00", "\ufffd"),
        (b"[" * 100_000, "["),
        (b'{"message": "' + b"x" * 1_000_000 + b'"}', "x" * 200 + "..."),
        (b'{"message": "two\\nlines"}', "two lines"),
    ],
    ids=lambda value: repr(value)[:40],
)
async def test_whatever_a_server_says_with_a_bad_status_makes_a_typed_error(
    body: bytes, words: str, server: respx.MockRouter, transport: Make
) -> None:
    server.get("/api/v2/things").respond(404, content=body)

    with pytest.raises(NotFoundError) as caught:
        await transport().send(LIST, anything)
    assert caught.value.message.startswith(words)
    assert len(str(caught.value)) < 400


@pytest.mark.parametrize("depth", range(100, 1001, 100))
@pytest.mark.parametrize("status", [200, 404])
async def test_words_at_any_depth_make_a_typed_error(
    status: int, depth: int, server: respx.MockRouter, transport: Make
) -> None:
    body = b'{"success": false, "message":' + b'{"message":' * depth + b'"x"' + b"}" * depth + b"}"
    server.get("/api/v2/things").respond(status, content=body)

    with pytest.raises((APIResponseError, NotFoundError)):
        await transport().send(LIST, anything)


async def test_a_status_that_nobody_has_heard_of_says_so(
    server: respx.MockRouter, transport: Make
) -> None:
    server.get("/api/v2/things").respond(799)

    with pytest.raises(ServerError, match=r"the server answered 799 \(unknown status\)"):
        await transport(max_retries=0).send(LIST, anything)


async def test_the_page_of_a_gateway_is_kept_as_the_body_and_not_as_the_message(
    server: respx.MockRouter, transport: Make
) -> None:
    server.get("/api/v2/things").respond(502, html="<html>Bad Gateway</html>")

    with pytest.raises(ServerError) as caught:
        await transport(max_retries=0).send(LIST, anything)
    assert "<html>" not in str(caught.value)
    assert caught.value.body == "<html>Bad Gateway</html>"


@pytest.mark.parametrize(
    ("header", "expected"), [("7", 7), ("nonsense", None), (None, None), ("99999", 99999)]
)
async def test_a_rate_limit_says_when_to_come_back(
    header: str | None, expected: float | None, server: respx.MockRouter, transport: Make
) -> None:
    headers = {} if header is None else {"Retry-After": header}
    server.get("/api/v2/things").respond(429, headers=headers)

    with pytest.raises(RateLimitError) as caught:
        await transport(max_retries=0).send(LIST, anything)
    assert caught.value.retry_after == expected


@pytest.mark.parametrize(
    ("operation", "status", "expected"),
    [
        (LIST, 500, False),
        (CREATE, 500, True),
        (CREATE, 504, True),
        (CREATE, 400, False),
        (CREATE, 401, False),
        (CREATE, 302, False),
        (CREATE, 200, True),
        (LIST, 200, False),
    ],
)
async def test_an_error_says_whether_the_server_may_have_acted(
    operation: Operation, status: int, expected: bool, server: respx.MockRouter, transport: Make
) -> None:
    server.route(path="/api/v2/things").respond(status, text="no json")

    with pytest.raises(APIError) as caught:
        await transport(max_retries=0).send(operation, anything, body={})
    assert caught.value.maybe_applied is expected


# Redirects.

REDIRECT = Operation(
    id="sso", method="GET", path="/sso", security=Security.NONE, redirect=True, idempotent=True
)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_the_target_of_a_redirect_is_what_a_redirect_operation_returns(
    status: int, server: respx.MockRouter, transport: Make
) -> None:
    route = server.get("/sso").respond(status, headers={"Location": "https://idp.example/x?y=1"})

    assert await transport().send(REDIRECT, text) == "https://idp.example/x?y=1"
    assert route.call_count == 1


async def test_a_redirect_without_a_target_is_not_what_the_spec_says(
    server: respx.MockRouter, transport: Make
) -> None:
    server.get("/sso").respond(302)

    with pytest.raises(APIResponseError, match="expected a string, found nothing"):
        await transport().send(REDIRECT, text)


@pytest.mark.parametrize("status", [200, 204])
async def test_a_redirect_operation_that_does_not_redirect_has_failed(
    status: int, server: respx.MockRouter, transport: Make
) -> None:
    server.get("/sso").respond(status)

    with pytest.raises(APIStatusError) as caught:
        await transport().send(REDIRECT, text)
    assert caught.value.status == status


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize(
    "target", ["https://evil.example/", "http://ejento.test/", "https://ejento.test:444/", "/other"]
)
async def test_no_redirect_is_ever_followed(
    status: int, target: str, server: respx.MockRouter, transport: Make
) -> None:
    server.get("/api/v2/things").respond(status, headers={"Location": target})

    with pytest.raises(APIStatusError):
        await transport().send(LIST, anything)
    assert [call.request.url.path for call in server.calls] == ["/api/v2/things"]


# Large answers.


async def test_a_body_over_the_limit_is_an_error_of_its_own(
    server: respx.MockRouter, transport: Make
) -> None:
    server.get("/api/v2/things").respond(content=b'"' + b"x" * 2000 + b'"')

    with pytest.raises(ResponseTooLargeError, match=r"max_response_bytes \(1000 bytes\)") as caught:
        await transport(limits=Limits(max_response_bytes=1000)).send(LIST, anything)
    assert caught.value.status == 200


async def test_an_error_status_counts_however_large_its_body_is(
    server: respx.MockRouter, transport: Make
) -> None:
    server.get("/api/v2/things").respond(404, content=b'"' + b"x" * 2000 + b'"')

    with pytest.raises(NotFoundError) as caught:
        await transport(limits=Limits(max_response_bytes=1000)).send(LIST, anything)
    assert caught.value.body is None


async def test_a_body_of_just_the_limit_is_taken(server: respx.MockRouter, transport: Make) -> None:
    body = json.dumps({"data": "x"}).encode()
    server.get("/api/v2/things").respond(content=body)

    limits = Limits(max_response_bytes=len(body))
    assert await transport(limits=limits).send(LIST, anything) == "x"


async def test_the_limit_holds_for_what_a_compressed_body_becomes(
    server: respx.MockRouter, transport: Make
) -> None:
    bomb = gzip.compress(b"0" * 5_000_000)
    assert len(bomb) < 10_000
    server.get("/api/v2/things").respond(content=bomb, headers={"content-encoding": "gzip"})

    with pytest.raises(ResponseTooLargeError):
        await transport(limits=Limits(max_response_bytes=1_000_000)).send(LIST, anything)
