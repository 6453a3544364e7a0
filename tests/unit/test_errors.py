"""What every error carries, and that it survives being copied and pickled."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable

import httpx
import pytest
import respx

from ejento_async import _errors
from ejento_async._errors import (
    APIConnectionError,
    APIError,
    APIStatusError,
    APITimeoutError,
    EjentoError,
    IndexingFailed,
    IndexingTimeoutError,
    ServerError,
    error_for_status,
)
from ejento_async._model import anything
from ejento_async._transport import Transport
from ejento_async.backends._translation import failure_of
from tests.support import GET, LIST
from tests.unit.conftest import Clock

Make = Callable[..., Transport]


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
    assert "no data in time | GET https://ejento.test/api/v2/things" in str(caught.value)
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


def test_every_status_has_a_class() -> None:
    for status in (*range(300, 700), 999, 10**9):
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


@pytest.mark.parametrize("words", ["", "peer closed connection."])
@pytest.mark.parametrize(
    "kind",
    [
        *(httpx.ConnectTimeout, httpx.ReadTimeout, httpx.WriteTimeout, httpx.PoolTimeout),
        *(httpx.ConnectError, httpx.ReadError, httpx.WriteError, httpx.CloseError),
        *(httpx.ProxyError, httpx.RemoteProtocolError, httpx.LocalProtocolError),
        *(httpx.UnsupportedProtocol, ConnectionResetError),
    ],
)
def test_failures_of_httpx_are_told_in_words_and_not_by_the_names_of_its_classes(
    kind: type[httpx.TransportError | OSError], words: str
) -> None:
    told = str(failure_of(kind(words)))

    assert told
    assert kind.__name__ not in told
    assert words.rstrip(".") in told or "in time" in told
