"""The way of one call: where it goes, what it may cost, and what is left when it is over."""

from __future__ import annotations

import asyncio
import warnings
from collections.abc import AsyncIterator, Callable, Mapping
from typing import Any

import httpx
import pytest
import respx

from ejento_async._config import Limits, Service, Timeout
from ejento_async._errors import (
    APIConnectionError,
    APIResponseError,
    APITimeoutError,
    ClientClosedError,
    NotFoundError,
    ResponseTooLargeError,
    ServerError,
)
from ejento_async._model import anything, text
from ejento_async._multipart import File
from ejento_async._protocol import Operation, Security
from ejento_async._sender import CallOptions
from ejento_async._transport import Transport
from ejento_async.backends.protocol import (
    BackendError,
    BackendRequest,
    BackendResponse,
    PhaseTimeouts,
    gathered,
)
from tests import support
from tests.support import API_KEY, CREATE, GET, LIST, UPLOAD, ok
from tests.unit.conftest import Clock

Make = Callable[..., Transport]
INDEX = Operation(
    id="v2_documents_create", method="GET", path="/indexing-service/api/v2/x", idempotent=True
)


class Answer:
    """An answer that notes whether it was closed."""

    def __init__(self, *chunks: bytes | Exception, status: int = 200) -> None:
        self.status = status
        self.headers: Mapping[str, str] = {}
        self.closings = 0
        self._chunks = chunks

    async def chunks(self) -> AsyncIterator[bytes]:
        for chunk in self._chunks:
            if isinstance(chunk, Exception):
                raise chunk
            await asyncio.sleep(0)
            yield chunk

    async def read(self, max_bytes: int) -> bytes:
        try:
            return await gathered(self.chunks(), max_bytes)
        finally:
            await self.aclose()

    async def aclose(self) -> None:
        self.closings += 1


class Network:
    """A backend that gives the same answer to every request."""

    def __init__(self, answer: Answer | None = None) -> None:
        self.answer = answer or Answer(b'{"data": 1}')
        self.requests: list[BackendRequest] = []
        self.closings = 0

    async def send(self, request: BackendRequest) -> BackendResponse:
        self.requests.append(request)
        await asyncio.sleep(0)
        return self.answer

    async def aclose(self) -> None:
        self.closings += 1


# Where a call goes.


async def test_a_call_goes_to_the_base_url_with_its_path_in_front(
    server: respx.MockRouter, transport: Make
) -> None:
    route = server.get("/tenant/api/v2/things").mock(return_value=ok())

    await transport(base_url=f"{support.BASE_URL}/tenant/").send(LIST, anything)

    assert route.called


async def test_a_service_without_settings_of_its_own_is_under_the_base_url(
    server: respx.MockRouter, transport: Make
) -> None:
    route = server.get("/indexing-service/api/v2/x").mock(return_value=ok())

    await transport().send(INDEX, anything)

    assert route.calls.last.request.headers["ocp-apim-subscription-key"] == API_KEY


@respx.mock(base_url="https://indexing.test", using="httpcore")
async def test_a_service_with_a_base_url_of_its_own_is_reached_there_without_its_prefix(
    respx_mock: respx.MockRouter,
) -> None:
    route = respx_mock.get("/v1/api/v2/x").mock(return_value=ok())
    service = Service(base_url="https://indexing.test/v1", api_key="k2", api_key_header="X-Key")
    client = support.transport(services={"indexing-service": service})

    await client.send(INDEX, anything)
    await client.aclose()

    headers = route.calls.last.request.headers
    assert headers["x-key"] == "k2"
    assert "ocp-apim-subscription-key" not in headers
    assert headers["authorization"] == f"Bearer {support.ACCESS_TOKEN}"


@pytest.mark.parametrize(
    ("service", "header", "key"),
    [
        (Service(api_key="k2"), "ocp-apim-subscription-key", "k2"),
        (Service(api_key="k2", api_key_header="X-Key"), "x-key", "k2"),
        (Service(api_key_header="X-Key"), "x-key", API_KEY),
    ],
)
async def test_a_service_may_have_its_own_key_under_the_same_base_url(
    service: Service, header: str, key: str, server: respx.MockRouter, transport: Make
) -> None:
    server.route().mock(return_value=ok())
    client = transport(services={"indexing-service": service})

    await client.send(INDEX, anything)
    await client.send(LIST, anything)

    of_service, of_others = (call.request.headers for call in server.calls)
    assert of_service[header] == key
    assert list(of_service).count("ocp-apim-subscription-key") == (header != "x-key")
    assert of_others["ocp-apim-subscription-key"] == API_KEY


@pytest.mark.parametrize(
    "path", ["/indexing-services/x", "/indexing", "/api/indexing-service/x", "/Indexing-Service/x"]
)
async def test_only_the_whole_first_segment_makes_a_service(
    path: str, server: respx.MockRouter, transport: Make
) -> None:
    route = server.route(path=path).mock(return_value=ok())

    service = Service(api_key="k2")
    await transport(services={"indexing-service": service}).send(
        INDEX._replace(path=path), anything
    )
    assert route.calls.last.request.headers["ocp-apim-subscription-key"] == API_KEY


async def test_no_cookie_is_kept_from_one_call_to_the_next(
    server: respx.MockRouter, transport: Make
) -> None:
    good = ok()
    good.headers["Set-Cookie"] = "tenant=a; Path=/"
    route = server.get("/api/v2/things").mock(return_value=good)
    client = transport()

    for _ in range(2):
        await client.send(LIST, anything)
    assert "cookie" not in route.calls.last.request.headers


# What a call may cost.


@pytest.mark.parametrize(
    ("operation", "client", "options", "expected"),
    [
        (LIST, None, None, (10, 60, 60)),
        (LIST, 5, None, (5, 5, 5)),
        (LIST, 90, None, (10, 90, 90)),
        (LIST, Timeout(connect=1, read=2, write=3), None, (1, 2, 3)),
        (LIST, 5, Timeout(connect=7, read=8, write=9), (7, 8, 9)),
        (LIST._replace(timeout=300), None, None, (10, 300, 60)),
        (LIST._replace(timeout=300), 900, None, (10, 900, 900)),
        (LIST._replace(timeout=300), None, Timeout(read=20), (10, 20, 60)),
    ],
)
async def test_the_timeouts_of_a_call_are_the_clients_its_own_or_its_operations(
    operation: Operation, client: Any, options: Timeout | None, expected: tuple[float, ...]
) -> None:
    network = Network()
    ejento = support.transport(backend=network, timeout=client)

    await ejento.with_options(CallOptions(timeout=options)).send(operation, anything)

    assert network.requests[0].timeouts == PhaseTimeouts(*expected)


async def test_options_add_to_those_that_were_given_before() -> None:
    network = Network(Answer(b"", status=503))
    first = support.transport(backend=network).with_options(CallOptions(max_retries=0))
    both = first.with_options(CallOptions(timeout=Timeout(read=5)))

    with pytest.raises(ServerError):
        await both.send(LIST, anything)
    assert len(network.requests) == 1
    assert network.requests[0].timeouts.read == 5


async def test_an_upload_has_no_deadline_unless_it_is_given_one(clock: Clock) -> None:
    class Slow(Network):
        async def send(self, request: BackendRequest) -> BackendResponse:
            await asyncio.sleep(100_000)
            return self.answer

    ejento = support.transport(backend=Slow())

    assert await ejento.send(UPLOAD, anything, body={"a": "x"}) == 1
    with pytest.raises(APITimeoutError, match="deadline of 50 s"):
        await ejento.with_options(CallOptions(deadline=50)).send(UPLOAD, anything, body={"a": "x"})


# What is left when it is over.


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (Answer(b'{"data":', b" 1}"), None),
        (Answer(b"nonsense"), APIResponseError),
        (Answer(b"{}", status=404), NotFoundError),
        (Answer(b"{", BackendError("reset")), APIConnectionError),
        (Answer(b"{", BackendError("slow", timeout=True)), APITimeoutError),
        (Answer(b"{", KeyError("a fault of our own")), KeyError),
        (Answer(b"x" * 2000, b"never read"), ResponseTooLargeError),
    ],
    ids=["good", "no json", "404", "reset", "timeout", "bug", "too large"],
)
async def test_every_answer_is_closed_whatever_becomes_of_it(
    answer: Answer, error: type[Exception] | None
) -> None:
    limits = Limits(max_response_bytes=1000)
    client = support.transport(backend=Network(answer), max_retries=0, limits=limits)

    if error is None:
        assert await client.send(LIST, anything) == 1
    else:
        with pytest.raises(error):
            await client.send(LIST, anything)
    assert answer.closings == 1


async def test_an_answer_is_closed_when_its_call_is_cancelled() -> None:
    class Endless(Answer):
        async def chunks(self) -> AsyncIterator[bytes]:
            yield b"{"
            await asyncio.Event().wait()

    answer = Endless()
    call = asyncio.create_task(support.transport(backend=Network(answer)).send(LIST, anything))
    for _ in range(5):
        await asyncio.sleep(0)
    call.cancel()

    with pytest.raises(asyncio.CancelledError):
        await call
    assert answer.closings == 1


@pytest.mark.parametrize("turns", range(12))
async def test_a_call_can_be_cancelled_at_any_step_of_its_way(
    turns: int, server: respx.MockRouter, transport: Make
) -> None:
    server.get("/api/v2/things").mock(return_value=ok(5))
    before = asyncio.all_tasks()
    client = transport()
    await client.send(LIST, anything)

    call = asyncio.create_task(client.send(LIST, anything))
    for _ in range(turns):
        await asyncio.sleep(0)
    if not call.cancel():
        assert call.result() == 5

    await asyncio.wait([call])
    assert await client.send(LIST, anything) == 5
    await client.aclose()
    assert asyncio.all_tasks() == before


@pytest.mark.parametrize("error", [TimeoutError("slow"), OSError(5, "disk"), KeyError("bug")])
async def test_an_error_of_the_callers_own_body_is_neither_wrapped_nor_repeated(
    error: Exception, server: respx.MockRouter, transport: Make
) -> None:
    reads = 0

    async def body() -> AsyncIterator[bytes]:
        nonlocal reads
        reads += 1
        yield b"abc"
        raise error

    server.post("/api/v2/things").mock(return_value=ok())
    with pytest.raises(type(error)) as caught:
        await transport().send(UPLOAD, anything, body={"file": File(body(), name="a.txt")})

    assert caught.value is error
    assert reads == 1


async def test_a_stream_and_a_download_hold_their_answer_until_they_are_closed() -> None:
    answer = Answer(b"data: {}\n\n", b"more")
    client = support.transport(backend=Network(answer))

    async with client.download(LIST):
        assert answer.closings == 0
    assert answer.closings == 1


async def test_a_stream_is_opened_like_any_call(server: respx.MockRouter, transport: Make) -> None:
    route = server.post("/api/v2/things").respond(404, json={"message": "no such agent"})

    with pytest.raises(NotFoundError, match="no such agent"):
        async with transport().stream(CREATE, anything, body={}):
            pytest.fail("there is no stream")
    assert route.calls.last.request.headers["authorization"] == f"Bearer {support.ACCESS_TOKEN}"


async def test_a_request_without_a_spec_takes_its_path_as_it_is(
    server: respx.MockRouter, transport: Make
) -> None:
    route = server.post("/api/v2/any%2Fthing").mock(return_value=ok({"a": 1}))
    operation = Operation(id="", method="POST", path="/api/v2/any%2Fthing", body="json")

    response = await transport().request(
        operation, params={"page": 1}, headers={"X-A": "b"}, body={"x": None}
    )

    assert response.data == {"a": 1}
    request = route.calls.last.request
    assert request.url.raw_path == b"/api/v2/any%2Fthing?page=1"
    assert request.headers["x-a"] == "b"
    assert request.content == b'{"x":null}'


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"success": True, "message": "deleted"}, None),
        ({"success": True, "data": None}, None),
        ({"success": True, "data": [1]}, [1]),
        ([1], [1]),
        ({"id": 1}, {"id": 1}),
    ],
)
async def test_a_request_without_a_spec_takes_any_answer(
    body: object, expected: object, server: respx.MockRouter, transport: Make
) -> None:
    server.delete("/x").respond(json=body)
    operation = Operation(id="", method="DELETE", path="/x")

    response = await transport().request(operation, params=None, headers=None, body=None)

    assert response.data == expected
    assert response.body == body


async def test_an_error_of_a_request_without_a_spec_names_no_operation(
    server: respx.MockRouter, transport: Make
) -> None:
    server.get("/x").respond(404)

    with pytest.raises(NotFoundError) as caught:
        await transport().request(
            Operation(id="", method="GET", path="/x"), params=None, headers=None, body=None
        )
    assert caught.value.operation is None


# Closing.


async def test_a_closed_client_refuses_calls_of_every_kind(
    server: respx.MockRouter, transport: Make
) -> None:
    client = transport()
    other = client.with_options(CallOptions(max_retries=0))
    await client.aclose()

    for each in (client, other):
        with pytest.raises(ClientClosedError, match="closed"):
            await each.send(LIST, anything)
        with pytest.raises(ClientClosedError):
            each.stream(CREATE, anything, body={})
        with pytest.raises(ClientClosedError):
            each.download(LIST)
        with pytest.raises(ClientClosedError):
            each.iterate(support.PAGED, anything)
    assert not server.calls


async def test_a_client_may_be_closed_more_than_once() -> None:
    network = Network()
    client = support.transport(backend=network)

    await client.aclose()
    await client.aclose()

    assert network.closings >= 1


async def test_a_walk_over_pages_ends_when_its_client_is_closed(
    server: respx.MockRouter, transport: Make
) -> None:
    data = {"things": [1], "meta": {"current_page": 1, "num_pages": 2}}
    server.get("/api/v2/things").mock(return_value=ok(data))
    client = transport()

    with pytest.raises(ClientClosedError):
        async for _ in client.iterate(support.PAGED, anything):
            await client.aclose()


async def test_a_call_that_waits_to_be_repeated_is_not_repeated_after_the_close(
    server: respx.MockRouter, transport: Make, clock: Clock
) -> None:
    route = server.get("/api/v2/things").respond(503, headers={"retry-after": "30"})
    client = transport()

    call = asyncio.create_task(client.send(LIST, anything))
    while not route.called:
        await asyncio.sleep(0)
    await asyncio.sleep(1)
    await client.aclose()

    with pytest.raises(ClientClosedError):
        await call
    assert route.call_count == 1


# Deprecated operations.

OLD = GET._replace(deprecated="v1.agent.get is deprecated by the vendor: use v2.agents.get")


class Resource:
    """Calls the runtime the way that generated code does."""

    def __init__(self, core: Transport) -> None:
        self._core = core

    async def get(self) -> Any:
        return await self._core.send(OLD, anything, (1,))

    async def get_response(self) -> Any:
        return await self._core.respond(OLD, anything, (1,))

    async def list(self) -> Any:
        return await self._core.send_page(
            OLD._replace(pagination=support.PAGED.pagination), anything, (1,)
        )

    def iter(self) -> Any:
        return self._core.iterate(OLD._replace(pagination=support.PAGED.pagination), anything, (1,))


@pytest.mark.parametrize("method", ["get", "get_response", "list"])
async def test_a_deprecated_operation_says_what_to_use_and_blames_the_line_that_calls_it(
    method: str, server: respx.MockRouter, transport: Make
) -> None:
    server.get("/api/v2/things/1").mock(return_value=ok([]))
    resource = Resource(transport())

    with pytest.warns(DeprecationWarning, match=r"use v2\.agents\.get") as caught:
        await getattr(resource, method)()
    (warning,) = caught
    assert warning.filename == __file__


async def test_a_walk_over_a_deprecated_list_warns_once(
    server: respx.MockRouter, transport: Make
) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        page = int(request.url.params["page"])
        return ok({"things": [page], "meta": {"current_page": page, "num_pages": 3}})

    server.get("/api/v2/things/1").mock(side_effect=answer)
    resource = Resource(transport())

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        assert [item async for item in resource.iter()] == [1, 2, 3]
    assert len(caught) == 1


# What goes to whom.


async def test_an_operation_that_needs_no_credentials_gets_none(
    server: respx.MockRouter, transport: Make
) -> None:
    route = server.get("/sso").respond(302, headers={"Location": "https://idp.example/"})
    operation = Operation(
        id="sso", method="GET", path="/sso", security=Security.NONE, redirect=True
    )

    await transport().send(operation, text)

    headers = route.calls.last.request.headers
    assert "authorization" not in headers
    assert "ocp-apim-subscription-key" not in headers
