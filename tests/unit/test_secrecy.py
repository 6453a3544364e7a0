"""No secret is in anything that a failure leaves behind: text, attributes, logs, local variables."""

from __future__ import annotations

import logging
import pickle
import traceback
from collections.abc import Callable, Iterable
from typing import Any

import httpx
import pytest
import respx

from ejento_async._auth import Password, TokenPair, UserToken
from ejento_async._config import Limits, Service
from ejento_async._errors import AuthRefreshError, EjentoError, NotFoundError, ServerError
from ejento_async._model import anything, json_object
from ejento_async._protocol import Operation
from ejento_async._transport import Transport
from tests import support
from tests.support import GET, LIST, ok
from tests.unit.conftest import Clock

Make = Callable[..., Transport]


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
    server.post("/user-token").respond(201, json={"token": SECRETS["access"], "expires_on": None})
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
    logged = [
        record.getMessage() + repr(record.args) + repr(vars(record)) for record in caplog.records
    ]
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


async def test_nothing_is_logged_above_info(
    server: respx.MockRouter, transport: Make, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    server.get("/api/v2/things").respond(503)

    with pytest.raises(ServerError):
        await transport().send(LIST, anything)
    assert not [record for record in caplog.records if record.levelno > logging.INFO]


async def test_the_local_variables_of_the_callers_own_errors_stay(
    server: respx.MockRouter, transport: Make
) -> None:
    server.get("/api/v2/things").respond(404)

    def fail() -> None:
        mine = "mine"
        raise KeyError(mine)

    with pytest.raises(NotFoundError) as caught:
        try:
            fail()
        except KeyError:
            await transport().send(LIST, anything)

    own = caught.value.__context__
    assert isinstance(own, KeyError)
    assert own.__traceback__ is not None
    assert own.__traceback__.tb_next is not None
    assert own.__traceback__.tb_next.tb_frame.f_locals == {"mine": "mine"}


async def test_a_traceback_still_tells_on_which_line_a_call_failed(
    server: respx.MockRouter, transport: Make
) -> None:
    server.get("/api/v2/things").respond(404)

    with pytest.raises(NotFoundError) as caught:
        await transport().send(LIST, anything)

    names = [frame.name for frame in traceback.extract_tb(caught.value.__traceback__)]
    assert names[-1] == "_attempt"
    assert "perform" in names
