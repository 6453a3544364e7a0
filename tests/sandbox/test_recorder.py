"""The record of what arrived."""

from __future__ import annotations

import socket
import time

import httpx
import pytest

from ejento_async.sandbox import Sandbox

from .wire import ASK, KEY, client_of

ME = "/api/v2/users/me"


async def test_a_request_is_recorded_as_it_came_over_the_wire(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    began = time.monotonic()
    await http.post(
        ASK + "?trace=a%20b&empty=", json={"user_query": "Hi"}, headers={"X-Thing": "1"}
    )
    request = sandbox.requests[0]

    assert (request.method, request.path) == ("POST", ASK)
    assert request.query == "trace=a%20b&empty="
    assert request.params == {"trace": "a b", "empty": ""}
    assert request.operation == "v2_agent_responses_create"
    assert request.header("ocp-apim-subscription-key") == sandbox.api_key
    assert request.header(KEY) == sandbox.api_key
    assert request.header("X-THING") == "1"
    assert request.header("x-other") is None
    assert request.json == {"user_query": "Hi"}
    assert request.body_size == len(request.body)
    assert began <= request.time <= time.monotonic()
    assert (request.connection, request.reused, request.status) == (1, False, 400)


async def test_requests_that_are_refused_are_recorded_too(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    await http.post(ASK, json={"user_query": "Hi"}, headers={KEY: "wrong"})
    await http.get("/nowhere/a%2Fb")

    assert [request.status for request in sandbox.requests] == [401, 404]
    assert sandbox.requests[0].json == {"user_query": "Hi"}
    assert sandbox.requests[-1].operation is None
    assert sandbox.requests[-1].path == "/nowhere/a%2Fb"


async def test_requests_can_be_chosen_and_forgotten(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    await http.get(ME)
    await http.get("/api/v2/agents/42")
    await http.post(ASK, json={"user_query": "Hi"})
    requests = sandbox.requests

    assert len(requests) == 3
    assert [request.path for request in requests.of("v2_users_get_me")] == [ME]
    assert len(requests.matching(method="get")) == 2
    assert len(requests.matching(path=r"agents/\d+$")) == 1
    assert len(requests.matching(method="POST", path="agents")) == 1
    before = requests.snapshot()
    requests.clear()
    assert len(requests) == 0
    assert len(before) == 3


async def test_only_so_many_requests_and_bytes_are_kept() -> None:
    with Sandbox(record_limit=2, record_bytes=16) as sandbox:
        async with client_of(sandbox) as http:
            for _ in range(3):
                await http.post(ASK, json={"user_query": "A long question " * 10})
    request = sandbox.requests[0]

    assert len(sandbox.requests) == 2
    assert len(request.body) == 16
    assert request.body_size > 160


async def test_connections_are_counted(sandbox: Sandbox, http: httpx.AsyncClient) -> None:
    for _ in range(3):
        await http.get(ME)
    async with client_of(sandbox, {}) as other:
        await other.get(ME)

    assert [request.connection for request in sandbox.requests] == [1, 1, 1, 2]
    assert sandbox.total_connections == 2


async def test_no_answer_is_held_back_until_another_is_acknowledged(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    await http.get(ME)
    [connection] = sandbox._connections._open.values()
    peer = connection.transport.get_extra_info("socket")

    # Nagle's algorithm would cost each small answer 40 ms.
    assert peer.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_an_empty_recorder_has_no_first_request(sandbox: Sandbox) -> None:
    with pytest.raises(IndexError):
        _ = sandbox.requests[0]
