"""The client: what a user of the SDK holds in hand."""

from __future__ import annotations

import asyncio
import copy
import json
import pickle
from collections.abc import AsyncIterator, Callable
from typing import Any

import httpx
import pytest
import respx

from ejento_async import (
    AccessToken,
    APIResponse,
    APITimeoutError,
    ClientClosedError,
    ConfigurationError,
    EjentoClient,
    HttpxBackend,
    Limits,
    NotFoundError,
    Page,
    ServerError,
    Service,
    Timeout,
    TokenPair,
)
from ejento_async.backends.protocol import Backend, BackendRequest, BackendResponse
from tests import support
from tests.support import ACCESS_TOKEN, API_KEY, BASE_URL, ok, pair
from tests.unit.conftest import Clock
from tests.wire import Connection, Received, serving

Make = Callable[..., EjentoClient]


@pytest.fixture
async def client() -> AsyncIterator[Make]:
    """Make clients that are closed after the test."""
    made: list[EjentoClient] = []

    def make(**changes: Any) -> EjentoClient:
        arguments: dict[str, Any] = {
            "base_url": BASE_URL,
            "api_key": API_KEY,
            "access_token": None if "credentials" in changes else ACCESS_TOKEN,
        }
        made.append(EjentoClient(**arguments | changes))
        return made[-1]

    yield make
    for each in made:
        await each.aclose()


# Making one.


async def test_a_client_can_be_made_from_the_environment_alone(
    server: respx.MockRouter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EJENTO_BASE_URL", BASE_URL)
    monkeypatch.setenv("EJENTO_API_KEY", API_KEY)
    monkeypatch.setenv("EJENTO_ACCESS_TOKEN", f"Bearer {ACCESS_TOKEN}")
    route = server.get("/api/v2/users/me").mock(return_value=ok({"id": 7, "email": "a@b.example"}))

    async with EjentoClient() as ejento:
        me = await ejento.v2.users.get_me()

    assert me.id == 7
    headers = route.calls.last.request.headers
    assert headers["authorization"] == f"Bearer {ACCESS_TOKEN}"
    assert headers["ocp-apim-subscription-key"] == API_KEY


def test_a_client_without_settings_says_how_to_get_them() -> None:
    with pytest.raises(ConfigurationError, match=r"EJENTO_API_KEY.*python -m ejento_async.sandbox"):
        EjentoClient()


def test_a_client_can_be_made_without_an_event_loop() -> None:
    ejento = EjentoClient(base_url=BASE_URL, api_key="k", access_token="t")

    assert ejento.base_url == BASE_URL
    asyncio.run(ejento.aclose())


@pytest.mark.parametrize(
    "changes",
    [
        {"base_url": "http://ejento.example.com"},
        {"api_key": ""},
        {"access_token": "two words"},
        {"timeout": 0},
        {"deadline": -1},
        {"max_retries": -1},
        {"services": {"nonsense": Service()}},
        {"backend": "carrier pigeon"},
        {"credentials": AccessToken("x"), "access_token": "y"},
    ],
    ids=repr,
)
def test_a_malformed_argument_is_refused_by_name(changes: dict[str, Any], client: Make) -> None:
    with pytest.raises(ConfigurationError, match=next(iter(changes))):
        client(**changes)


def test_arguments_are_given_by_name_only() -> None:
    with pytest.raises(TypeError):
        EjentoClient(BASE_URL, "k", "t")  # type: ignore[call-arg]


async def test_limits_reach_the_network(client: Make) -> None:
    release = asyncio.Event()

    async def hold(connection: Connection) -> None:
        while await connection.request() is not None:
            await release.wait()
            await connection.answer({"id": 1})

    async with serving(hold) as server:
        ejento = client(base_url=server.url, limits=Limits(max_connections=3))
        calls = [asyncio.create_task(ejento.v2.users.get_me()) for _ in range(10)]
        while server.open < 3:
            await asyncio.sleep(0)
        release.set()
        await asyncio.gather(*calls)

        assert server.most_open == 3


class Recorder:
    """A backend of the user's own."""

    def __init__(self) -> None:
        self.requests: list[BackendRequest] = []
        self.closed = False
        self._inner = HttpxBackend()

    async def send(self, request: BackendRequest) -> BackendResponse:
        self.requests.append(request)
        return await self._inner.send(request)

    async def aclose(self) -> None:
        self.closed = True
        await self._inner.aclose()


async def test_a_backend_of_the_users_own_sends_all_requests_and_is_closed(
    server: respx.MockRouter, client: Make
) -> None:
    server.get("/api/v2/users/me").mock(return_value=ok({"id": 7}))
    recorder: Backend = Recorder()

    async with client(backend=recorder, timeout=Timeout(read=7)) as ejento:
        await ejento.v2.users.get_me()

    assert isinstance(recorder, Recorder)
    assert [request.url for request in recorder.requests] == [f"{BASE_URL}/api/v2/users/me"]
    assert recorder.requests[0].timeouts.read == 7
    assert recorder.closed


async def test_a_secret_does_not_show_in_the_request_that_a_backend_is_given(
    server: respx.MockRouter, client: Make
) -> None:
    server.get("/api/v2/users/me").mock(return_value=ok({"id": 7}))
    recorder = Recorder()

    await client(backend=recorder).v2.users.get_me()

    assert API_KEY not in repr(recorder.requests)
    assert ACCESS_TOKEN not in repr(recorder.requests)


# Namespaces.


@pytest.mark.parametrize(
    ("call", "path", "query"),
    [
        (lambda e: e.v2.users.get_me(), "/api/v2/users/me", ""),
        (lambda e: e.v2.agents.get(42), "/api/v2/agents/42", ""),
        (lambda e: e.v2_legacy.user.get(147), "/v2/api/user/147", ""),
    ],
    ids=["v2.users.get_me", "v2.agents.get", "v2_legacy.user.get"],
)
async def test_each_generation_of_the_api_has_its_namespace(
    call: Callable[[EjentoClient], Any],
    path: str,
    query: str,
    server: respx.MockRouter,
    client: Make,
) -> None:
    route = server.get(path).mock(return_value=ok({"id": 42, "new member": 1}))

    record = await call(client())

    assert record.id == 42
    assert record.additional_properties == {"new member": 1}
    assert route.calls.last.request.url.query.decode() == query


def test_the_namespaces_are_the_same_each_time(client: Make) -> None:
    ejento = client()

    assert ejento.v1 is ejento.v1
    assert ejento.v2 is ejento.v2
    assert ejento.v2_legacy is ejento.v2_legacy
    assert ejento.v2.documents is ejento.v2.documents


async def test_the_whole_response_is_a_word_away(server: respx.MockRouter, client: Make) -> None:
    server.get("/api/v2/agents/42").mock(return_value=ok({"id": 42}, message="here you are"))

    response = await client().v2.agents.with_response.get(42)

    assert isinstance(response, APIResponse)
    assert (response.data.id, response.message, response.attempts) == (42, "here you are", 1)


async def test_a_list_can_be_had_page_by_page_or_as_a_walk(
    server: respx.MockRouter, client: Make
) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        page = int(request.url.params.get("page", 1))
        meta = {"count": 2, "num_pages": 2, "current_page": page}
        return ok({"chat_threads": [{"id": page}], "meta": meta})

    server.get("/api/v2/agents/42/chat-threads").mock(side_effect=answer)
    threads = client().v2.chat_threads

    page = await threads.list_by_agent(42)
    assert isinstance(page, Page)
    assert (page.total, [thread.id for thread in page]) == (2, [1])
    assert [thread.id async for thread in threads.iter_by_agent(42)] == [1, 2]


# Options.


async def test_with_options_changes_only_the_copy(
    server: respx.MockRouter, client: Make, clock: Clock
) -> None:
    server.get("/api/v2/users/me").respond(503)
    ejento = client()
    impatient = ejento.with_options(max_retries=0)

    for each, attempts in ((impatient, 1), (ejento, 3), (impatient.with_options(timeout=5), 1)):
        with pytest.raises(ServerError) as caught:
            await each.v2.users.get_me()
        assert caught.value.attempts == attempts


async def test_with_options_keeps_the_tokens_and_the_namespaces_with_uploads(
    server: respx.MockRouter, client: Make
) -> None:
    refresh = server.post(support.REFRESH_PATH).mock(return_value=pair("auth-2", "access-2"))
    server.get("/api/v2/users/me").mock(return_value=ok({"id": 7}))
    ejento = client(credentials=TokenPair("auth-1"))
    other = ejento.with_options(deadline=50)

    await asyncio.gather(ejento.v2.users.get_me(), other.v2.users.get_me())

    assert refresh.call_count == 1
    assert type(other.v2.documents) is type(ejento.v2.documents)
    assert other.base_url == ejento.base_url


async def test_a_deadline_of_some_calls(
    server: respx.MockRouter, client: Make, clock: Clock
) -> None:
    async def never(_: httpx.Request) -> httpx.Response:
        await asyncio.sleep(1e6)
        raise AssertionError

    server.get("/api/v2/users/me").mock(side_effect=never)

    with pytest.raises(APITimeoutError, match="deadline of 3 s"):
        await client().with_options(deadline=3).v2.users.get_me()


@pytest.mark.parametrize(
    "options",
    [
        {"timeout": 0},
        {"timeout": "5"},
        {"deadline": 0},
        {"max_retries": -1},
        {"max_retries": 1.5},
        {"max_retries": True},
        {"max_retries": "2"},
    ],
    ids=repr,
)
def test_malformed_options_are_refused_by_name(options: dict[str, Any], client: Make) -> None:
    with pytest.raises(ConfigurationError, match=next(iter(options))):
        client().with_options(**options)


# Calls that the spec lacks.


async def test_a_call_that_the_spec_lacks_has_the_same_credentials_and_errors(
    server: respx.MockRouter, client: Make
) -> None:
    route = server.get("/api/v2/anything").mock(
        side_effect=[ok([1]), httpx.Response(404, json={"detail": "gone"})]
    )
    ejento = client()

    response = await ejento.request("get", "/api/v2/anything", params={"page": 1, "x": None})
    assert (response.data, response.status) == ([1], 200)
    request = route.calls.last.request
    assert request.url.query == b"page=1"
    assert request.headers["authorization"] == f"Bearer {ACCESS_TOKEN}"
    with pytest.raises(NotFoundError, match="gone"):
        await ejento.request("GET", "/api/v2/anything")


@pytest.mark.parametrize(
    ("arguments", "content", "content_type"),
    [
        ({}, b"", None),
        ({"json": {"a": None}}, b'{"a":null}', "application/json"),
        ({"json": None}, b"null", "application/json"),
        ({"json": [1]}, b"[1]", "application/json"),
        ({"form": {"a": "b c"}}, b"a=b+c", "application/x-www-form-urlencoded"),
    ],
)
async def test_a_body_may_be_json_or_a_form(
    arguments: dict[str, Any],
    content: bytes,
    content_type: str | None,
    server: respx.MockRouter,
    client: Make,
) -> None:
    route = server.post("/x").mock(return_value=ok())

    await client().request("POST", "/x", **arguments)

    request = route.calls.last.request
    assert request.content == content
    assert request.headers.get("content-type") == content_type


@pytest.mark.parametrize(
    ("method", "attempts"),
    [("GET", 3), ("HEAD", 3), ("OPTIONS", 3), ("PUT", 3), ("DELETE", 3), ("POST", 1), ("PATCH", 1)],
)
async def test_a_call_that_the_spec_lacks_is_repeated_as_its_verb_allows(
    method: str, attempts: int, server: respx.MockRouter, client: Make, clock: Clock
) -> None:
    route = server.route(path="/x").respond(503)

    with pytest.raises(ServerError):
        await client().request(method, "/x")
    assert route.call_count == attempts


@pytest.mark.parametrize(
    "path", ["/", "/a", "/a/b/", "/a%2Fb", "/a;b=c", "/a:b@c", "/%2e%2ea", "/..."]
)
async def test_a_path_is_sent_as_it_is_given(
    path: str, server: respx.MockRouter, client: Make
) -> None:
    route = server.route().mock(return_value=ok())

    await client().request("GET", path)

    assert route.calls.last.request.url.raw_path.decode() == path


@pytest.mark.parametrize(
    "path",
    [
        "",
        "a",
        "//evil.example/x",
        "https://evil.example/x",
        "/a b",
        "/a?x=1",
        "/a#b",
        "/a\\b",
        "/a\r\nX: y",
        "/a\n",
        "/caf\u00e9",
        "/a\0",
        "/..",
        "/a/../b",
        "/./a",
        "/%2e%2E/a",
        "/.%2e",
        "/a/%2e",
        "@evil.example/",
        ".evil.example/",
        ":99/",
    ],
)
async def test_a_path_that_could_lead_elsewhere_is_refused(
    path: str, server: respx.MockRouter, client: Make
) -> None:
    with pytest.raises(ValueError, match="^path: expected"):
        await client().request("GET", path)
    assert not server.calls


@pytest.mark.parametrize("method", ["", "GETT", "CONNECT", "TRACE", "GET ", "GET\r\n", "G\u00cbT"])
async def test_a_method_that_is_none_is_refused(method: str, client: Make) -> None:
    with pytest.raises(ValueError, match="^method: expected"):
        await client().request(method, "/x")


async def test_two_bodies_at_once_are_refused(client: Make) -> None:
    with pytest.raises(ValueError, match="json and form"):
        await client().request("POST", "/x", json={}, form={})


async def test_a_call_that_the_spec_lacks_reaches_the_services_too(
    server: respx.MockRouter, client: Make
) -> None:
    route = server.get("/indexing-service/x").mock(return_value=ok())

    ejento = client(services={"indexing-service": Service(api_key="k2")})
    await ejento.request("GET", "/indexing-service/x")

    assert route.calls.last.request.headers["ocp-apim-subscription-key"] == "k2"


# Life and end.


async def test_leaving_the_block_closes_the_client(server: respx.MockRouter, client: Make) -> None:
    async with client() as ejento:
        pass

    with pytest.raises(ClientClosedError):
        await ejento.v2.users.get_me()
    with pytest.raises(ClientClosedError):
        await ejento.request("GET", "/x")


async def test_a_client_is_closed_when_its_block_ends_with_an_error(client: Make) -> None:
    ejento = client()
    with pytest.raises(KeyError):
        async with ejento:
            raise KeyError

    with pytest.raises(ClientClosedError):
        await ejento.v2.users.get_me()


async def test_closing_a_client_closes_its_copies_and_the_other_way_round(client: Make) -> None:
    ejento = client()
    await ejento.with_options(timeout=5).aclose()

    with pytest.raises(ClientClosedError):
        await ejento.v2.users.get_me()


async def test_a_client_may_be_closed_twice(client: Make) -> None:
    ejento = client()

    await ejento.aclose()
    await ejento.aclose()


async def test_closing_leaves_no_connection_and_no_task_behind(client: Make) -> None:
    before = asyncio.all_tasks()
    received: list[Received] = []

    async def behave(connection: Connection) -> None:
        while (request := await connection.request()) is not None:
            received.append(request)
            await connection.answer({"id": 1})

    async with serving(behave) as server:
        async with client(base_url=server.url) as ejento:
            await asyncio.gather(*(ejento.v2.users.get_me() for _ in range(50)))
            assert server.open > 1
        while server.open:
            await asyncio.sleep(0)

    assert len(received) == 50
    assert asyncio.all_tasks() == before


def test_a_client_can_be_used_in_one_asyncio_run_after_the_other(client: Make) -> None:
    with respx.mock(base_url=BASE_URL) as router:
        router.get("/api/v2/users/me").mock(return_value=ok({"id": 7}))
        ejento = EjentoClient(base_url=BASE_URL, api_key="k", access_token="t")

        async def use() -> int | None:
            return (await ejento.v2.users.get_me()).id

        assert [asyncio.run(use()) for _ in range(3)] == [7, 7, 7]
        asyncio.run(ejento.aclose())


def test_credentials_can_be_renewed_in_one_asyncio_run_after_the_other() -> None:
    with respx.mock(base_url=BASE_URL) as router:
        router.post(support.REFRESH_PATH).mock(
            side_effect=[pair("auth-2", "access-2"), pair("auth-3", "access-3")]
        )
        unauthorised = httpx.Response(401)
        router.get("/api/v2/users/me").mock(
            side_effect=[unauthorised, ok({"id": 7}), unauthorised, ok({"id": 8})]
        )
        ejento = EjentoClient(
            base_url=BASE_URL, api_key="k", credentials=TokenPair("auth-1", "access-1")
        )

        async def use() -> int | None:
            return (await ejento.v2.users.get_me()).id

        assert [asyncio.run(use()) for _ in range(2)] == [7, 8]
        asyncio.run(ejento.aclose())


def test_a_client_shows_where_it_leads_and_no_secret(client: Make) -> None:
    ejento = client()

    assert repr(ejento) == f"<EjentoClient {BASE_URL}>"
    shown = json.dumps([repr(vars(ejento)), str(ejento), repr(ejento.v2.users)])
    assert API_KEY not in shown
    assert ACCESS_TOKEN not in shown


def test_a_client_with_its_secrets_cannot_be_pickled_or_copied(client: Make) -> None:
    with pytest.raises(TypeError):
        pickle.dumps(client())
    with pytest.raises(TypeError):
        copy.deepcopy(client())
