"""From a finished answer to its result, or to the error that it stands for."""

from __future__ import annotations

import asyncio
import copy
import gzip
import json
import logging
import pickle
import time
import traceback
from collections.abc import Callable, Iterable
from typing import Any

import httpx
import pytest
import respx

from ejento_async import _errors
from ejento_async._auth import Password, TokenPair, UserToken
from ejento_async._config import Limits, Service
from ejento_async._errors import (
    APIConnectionError,
    APIError,
    APIResponseError,
    APIStatusError,
    APITimeoutError,
    AuthenticationError,
    AuthRefreshError,
    BadRequestError,
    ConflictError,
    EjentoError,
    IndexingFailed,
    IndexingTimeoutError,
    NotFoundError,
    PermissionDeniedError,
    RateLimitError,
    ResponseTooLargeError,
    ServerError,
    UnprocessableEntityError,
    error_for_status,
)
from ejento_async._model import (
    ShapeError,
    anything,
    integer,
    json_object,
    list_of,
    nothing,
    required,
    text,
)
from ejento_async._protocol import Operation, Security
from ejento_async._sender import CallOptions
from ejento_async._transport import Transport
from tests import support
from tests.support import CREATE, GET, LIST, ok
from tests.unit.conftest import Clock

Make = Callable[..., Transport]
BARE = LIST._replace(envelope=False)
CANARY = "canary-8c1f"


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
    operation: Operation,
    body: object,
    expected: object,
    server: respx.MockRouter,
    transport: Make,
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


@pytest.mark.parametrize("name", ["X-Request-ID", "request-id", "X-Correlation-ID", "apim-request-id"])
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
        (b'{"detail": [{"loc": ["body", "email"], "msg": "field required"}]}', "body.email: field required"),
        (b'["x", "y"]', "x; y"),
        (b"plain words", "plain words"),
        (b"", "the server answered 404 (Not Found)"),
        (b"<html><h1>404 Not Found</h1></html>", "the server answered 404 (Not Found)"),
        (b"{}", "the server answered 404 (Not Found)"),
        (b"null", "the server answered 404 (Not Found)"),
        (b"\xff\xfe\x00", "\ufffd"),
        (b"[" * 100_000, "["),
        (b'{"message": "' + b"x" * 5_000_000 + b'"}', "x" * 200 + "..."),
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


@pytest.mark.parametrize("status", [200, 500])
async def test_a_body_over_the_limit_is_an_error_of_its_own(
    status: int, server: respx.MockRouter, transport: Make
) -> None:
    server.get("/api/v2/things").respond(status, content=b'"' + b"x" * 2000 + b'"')

    with pytest.raises(ResponseTooLargeError, match=r"max_response_bytes \(1000 bytes\)") as caught:
        await transport(limits=Limits(max_response_bytes=1000)).send(LIST, anything)
    assert caught.value.status == status


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


# What every error carries.


async def test_an_error_says_which_call_failed_and_how(
    server: respx.MockRouter, transport: Make, clock: Clock
) -> None:
    server.get("/api/v2/things/7").respond(
        503, json={"message": "down"}, headers={"X-Request-Id": "r-1", "X-Other": "x"}
    )

    with pytest.raises(ServerError) as caught:
        await transport().send(GET, anything, (7,), query={"filter": "private"})

    error = caught.value
    assert error.operation == "v2_things_get"
    assert error.method == "GET"
    assert error.url == "https://ejento.test/api/v2/things/7"
    assert error.status == 503
    assert error.headers["x-other"] == "x"
    assert error.body == {"message": "down"}
    assert error.attempts == 3
    assert 0 < error.elapsed < 3
    assert str(error) == (
        "down | GET https://ejento.test/api/v2/things/7 | status 503 | 3 attempts | request id r-1"
    )
    assert "private" not in f"{error!s} {error!r} {vars(error)}"


async def test_an_error_of_the_network_says_which_call_failed(
    server: respx.MockRouter, transport: Make
) -> None:
    server.get("/api/v2/things").mock(side_effect=httpx.ReadTimeout("no byte in time"))

    with pytest.raises(APITimeoutError) as caught:
        await transport(max_retries=0).send(LIST, anything, query={"filter": "private"})
    assert caught.value.status is None
    assert caught.value.attempts == 1
    assert "ReadTimeout: no byte in time | GET https://ejento.test/api/v2/things" in str(caught.value)
    assert "private" not in str(caught.value)


async def test_no_error_of_the_http_library_gets_out(
    server: respx.MockRouter, transport: Make
) -> None:
    failures = [
        kind("x")
        for kind in (
            httpx.ConnectError,
            httpx.ConnectTimeout,
            httpx.ReadError,
            httpx.ReadTimeout,
            httpx.WriteError,
            httpx.WriteTimeout,
            httpx.CloseError,
            httpx.PoolTimeout,
            httpx.ProxyError,
            httpx.LocalProtocolError,
            httpx.RemoteProtocolError,
            httpx.UnsupportedProtocol,
        )
    ]
    for failure in [*failures, OSError(5, "Input/output error"), ConnectionResetError()]:
        server.get("/api/v2/things").mock(side_effect=failure)
        with pytest.raises(APIConnectionError):
            await transport(max_retries=0).send(LIST, anything)


def every_error() -> list[EjentoError]:
    kinds = [kind for kind in vars(_errors).values() if isinstance(kind, type)]
    return [kind("what went wrong") for kind in kinds if issubclass(kind, EjentoError)]


@pytest.mark.parametrize("error", every_error(), ids=lambda error: type(error).__name__)
def test_every_error_survives_pickling_and_copying(error: EjentoError) -> None:
    if isinstance(error, APIError):
        error.status, error.method, error.url = 418, "GET", "https://ejento.test/x"
        error.body, error.headers = {"a": [1]}, {"x": "y"}
        error.attempts, error.elapsed, error.request_id = 3, 1.5, "r-1"
    if isinstance(error, IndexingFailed | IndexingTimeoutError):
        error.document_id, error.step = 7, "parsing"

    for again in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
        assert type(again) is type(error)
        assert str(again) == str(error)
        assert vars(again) == vars(error)


@pytest.mark.parametrize("status", [*range(400, 600), 999])
def test_every_status_has_a_class(status: int) -> None:
    kind = error_for_status(status)

    assert issubclass(kind, APIStatusError)
    assert issubclass(kind, ServerError) is (status >= 500)


def test_errors_are_the_built_in_ones_that_a_caller_would_catch() -> None:
    assert issubclass(APIConnectionError, ConnectionError)
    assert issubclass(APITimeoutError, TimeoutError)
    assert issubclass(IndexingTimeoutError, TimeoutError)
    assert issubclass(_errors.StreamIdleTimeoutError, TimeoutError)
    assert issubclass(_errors.ClientClosedError, RuntimeError)
    assert issubclass(_errors.ConfigurationError, ValueError)


# No secret in anything that a failure leaves behind.

SECRETS = {
    "api key": "canary-key-11",
    "access": "canary-access-22",
    "auth": "canary-auth-33",
    "password": "canary-password-44",
    "application": "canary-application-55",
    "service": "canary-service-66",
}
KNOWN = {
    "pair": ("auth", "access"),
    "password": ("password", "auth", "access"),
    "user token": ("application", "access"),
}


def echo(names: Iterable[str]) -> dict[str, Any]:
    """Return a body in which a server gives away what it was sent."""
    secrets = [SECRETS[name] for name in names]
    return {
        "message": f"denied: {' '.join(secrets)}",
        "request": {"headers": secrets, "deep": [{"x": f"<{secrets[-1]}>"}]},
        **dict.fromkeys(secrets, 1),
    }


FAILURES: dict[str, Callable[[dict[str, Any]], Any]] = {
    "401 echoing": lambda body: httpx.Response(401, json=body),
    "500 echoing": lambda body: httpx.Response(500, json=body),
    "400 echoing in text": lambda body: httpx.Response(400, text=str(body)),
    "400 echoing in a page": lambda body: httpx.Response(400, html=f"<p>{body}</p>"),
    "404 echoing in headers": lambda body: httpx.Response(
        404, headers={"X-Echo": body["message"], "Set-Cookie": "sid=canary-cookie"}
    ),
    "200 that is no JSON": lambda body: httpx.Response(200, text=f"{{{body}"),
    "200 with broken UTF-8": lambda body: httpx.Response(200, content=str(body).encode() + b"\xff"),
    "200 success: false": lambda body: httpx.Response(200, json={"success": False, **body}),
    "200 of another shape": lambda body: httpx.Response(200, json={"data": body["message"]}),
    "200 too large": lambda body: httpx.Response(200, json=[body] * 1000),
    "302": lambda body: httpx.Response(
        302, headers={"Location": f"https://x.example/?token={body['message'].split()[-1]}"}
    ),
    "connect error": lambda _: httpx.ConnectError("refused"),
    "read timeout": lambda _: httpx.ReadTimeout("slow"),
    "protocol error": lambda _: httpx.RemoteProtocolError("gone"),
}


def tell_all(error: BaseException) -> str:
    """Return all that a crash reporter could get hold of."""
    shown = [repr(tuple(SECRETS))]
    for each in support.chain(error):
        shown += [str(each), repr(each), repr(vars(each)), repr(each.args)]
        if isinstance(each, EjentoError):
            shown.append(repr(pickle.loads(pickle.dumps(each)).__dict__))
        frames = traceback.TracebackException.from_exception(each, capture_locals=True)
        for frame in frames.stack:
            # The frames of the tests hold the secrets in their own right.
            if "/tests/" not in frame.filename and "respx" not in frame.filename:
                shown += [f"{frame.name} {name} = {v}" for name, v in (frame.locals or {}).items()]
    return "\n".join(shown)


def credentials(kind: str) -> Any:
    if kind == "pair":
        return TokenPair(SECRETS["auth"], SECRETS["access"])
    if kind == "password":
        return Password("a@b.example", SECRETS["password"])
    return UserToken("a@b.example", "Ann", SECRETS["application"])


@pytest.mark.parametrize("kind", ["pair", "password", "user token"])
@pytest.mark.parametrize("failure", FAILURES)
async def test_no_secret_is_in_anything_that_a_failure_leaves_behind(
    failure: str,
    kind: str,
    server: respx.MockRouter,
    transport: Make,
    clock: Clock,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    body = echo(["api key", "service", *KNOWN[kind]])
    answer = FAILURES[failure](body)
    effect = answer if isinstance(answer, Exception) else lambda _: answer
    server.get("/response-service/x").mock(side_effect=effect)
    server.post("/user-token").respond(
        201, json={"token": SECRETS["access"], "expires_on": None}
    )
    server.post(support.LOGIN_PATH).mock(
        return_value=support.pair(SECRETS["auth"], SECRETS["access"])
    )
    server.post(support.REFRESH_PATH).respond(401, json=body)
    ejento = transport(
        api_key=SECRETS["api key"],
        credentials=credentials(kind),
        services={"response-service": Service(api_key=SECRETS["service"])},
        limits=Limits(max_response_bytes=100_000),
    )
    operation = Operation(id="x", method="GET", path="/response-service/x", idempotent=True)

    with pytest.raises(EjentoError) as caught:
        await ejento.send(operation, json_object)

    assert "canary" not in tell_all(caught.value)
    logged = [record.getMessage() + repr(record.args) + repr(vars(record)) for record in caplog.records]
    assert "canary" not in "\n".join(logged)
    assert any(record.name == "ejento_async" for record in caplog.records)
    assert "canary" not in repr(vars(ejento)) + repr(vars(ejento._sender))


@pytest.mark.parametrize("kind", ["pair", "password", "user token"])
async def test_no_secret_is_in_the_failure_of_a_renewal(
    kind: str, server: respx.MockRouter, transport: Make, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    server.route().respond(401, json=echo(["api key", KNOWN[kind][0]]))
    ejento = transport(api_key=SECRETS["api key"], credentials=credentials(kind))

    with pytest.raises(AuthRefreshError) as caught:
        await ejento.send(LIST, anything)

    assert "***" in str(caught.value)
    assert "canary" not in tell_all(caught.value)
    assert "canary" not in caplog.text


async def test_a_log_line_of_a_call_has_no_arguments_in_it(
    server: respx.MockRouter, transport: Make, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "ejento_async")
    server.get(path__startswith="/api/v2/things/").mock(return_value=ok())

    await transport().send(GET, anything, ("private",), query={"q": "private"})

    (line,) = [record.getMessage() for record in caplog.records if record.name == "ejento_async"]
    assert line.startswith("GET /api/v2/things/{id} 200, attempts 1, ")
    assert "private" not in line


async def test_nothing_is_logged_above_debug(
    server: respx.MockRouter, transport: Make, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    server.get("/api/v2/things").respond(503)

    with pytest.raises(ServerError):
        await transport().send(LIST, anything)
    assert not [record for record in caplog.records if record.levelno > logging.DEBUG]


async def test_a_read_that_takes_too_long_is_a_timeout_and_not_an_endless_wait(
    server: respx.MockRouter, transport: Make, clock: Clock
) -> None:
    async def drip() -> Any:
        while True:
            yield b" "
            await asyncio.sleep(1)

    server.get("/api/v2/things").respond(content=drip())

    start = time.time()
    with pytest.raises(APITimeoutError, match="deadline of 5 s"):
        await transport().with_options(CallOptions(deadline=5)).send(LIST, anything)
    assert time.time() - start < 7
