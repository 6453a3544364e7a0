"""What every call of a client has in common, over a real socket."""

from __future__ import annotations

import asyncio
import sys
from asyncio.subprocess import PIPE

import pytest

from ejento_async import (
    UNSET,
    APIConnectionError,
    APIResponseError,
    APITimeoutError,
    ClientClosedError,
    EjentoClient,
    NotFoundError,
    Page,
    RateLimitError,
    ServerError,
    Service,
)
from ejento_async.sandbox import Fault, Sandbox

from .clients import client_of


async def test_the_user_of_the_seed_page_arrives_with_every_value(ejento: EjentoClient) -> None:
    user = await ejento.v2_legacy.user.get(147)

    assert (147, "User", True) == (user.id, user.first_name, user.is_superuser)
    assert user.organization is not None
    assert "Data Science Dojo" == user.organization.org_name
    assert user.organization.org_logo_url is None
    assert user.date_joined is not None
    assert "2024-10-30T17:06:11+00:00" == user.date_joined.isoformat()


async def test_the_v1_seed_operation_sends_both_of_its_agent_ids(
    sandbox: Sandbox, ejento: EjentoClient
) -> None:
    found = await ejento.v1.agents.get_user("2", query_agent_id=2, action="userAgent")
    request = sandbox.requests[-1]

    assert "/agent/getuser/2" == request.path
    assert {"agent_id": "2", "action": "userAgent"} == request.params
    assert found[0].user is not None
    assert "John" == found[0].user.first_name


async def test_the_whole_response_is_there_on_demand(ejento: EjentoClient) -> None:
    response = await ejento.v2.agents.with_response.get(42)

    assert 200 == response.status
    assert 1 == response.attempts
    assert response.elapsed > 0
    assert response.body["success"] is True
    assert response.data.id == response.body["data"]["id"] == 42
    assert response.data == await ejento.v2.agents.get(42)


async def test_all_three_shapes_of_pages_are_walked_to_their_end(ejento: EjentoClient) -> None:
    first = await ejento.v2.agents.list_history(42, items_per_page=10)
    walked = [record async for record in ejento.v2.agents.iter_history(42, items_per_page=10)]

    assert isinstance(first, Page)
    assert (1, 10, 23) == (first.number, len(first), first.total)
    assert 23 == len(walked)

    for number in range(3):
        await ejento.v2.agent_responses.create(42, user_query=f"question {number}")
    threads = [
        thread.id async for thread in ejento.v2.chat_threads.iter_by_agent(42, items_per_page=2)
    ]
    responses = [
        response.id
        async for response in ejento.v2_legacy.agent_response.iter_by_agent(42, items_per_page=2)
    ]

    assert len(threads) == len(set(threads)) >= 3
    assert len(responses) == len(set(responses)) >= 3


async def test_a_connection_that_the_server_closed_while_idle_is_no_failure(
    sandbox: Sandbox, ejento: EjentoClient
) -> None:
    await ejento.v2.users.get_me()
    sandbox.close_connections()
    async with asyncio.timeout(5):
        while sandbox.open_connections:
            await asyncio.sleep(0)
    created = await ejento.v2.chat_threads.create(42)

    assert created.id
    assert 2 == sandbox.total_connections


@pytest.mark.parametrize(
    "fault",
    [
        Fault.status(503, times=1),
        Fault.status(502, html=True, times=1),
        Fault.status(429, headers={"Retry-After": "0"}, times=1),
        Fault.drop(times=1),
        Fault.drop(reset=True, times=1),
        Fault.cut_body(20, times=1),
        Fault.garbage(times=1),
    ],
    ids=lambda fault: f"{fault.kind} {fault.status_code or ''}",
)
async def test_a_passing_fault_of_a_read_is_not_noticed(
    sandbox: Sandbox, ejento: EjentoClient, fault: Fault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ejento_async._retry.FIRST_WAIT", 0.001)
    sandbox.faults.add(fault)
    response = await ejento.v2.users.with_response.get_me()

    assert sandbox.email == response.data.email
    assert 2 == response.attempts


async def test_a_write_is_repeated_only_when_the_server_says_that_it_did_not_act(
    sandbox: Sandbox, ejento: EjentoClient
) -> None:
    sandbox.faults.add(Fault.status(429, headers={"Retry-After": "0"}, times=1))
    await ejento.v2.chat_threads.create(42)

    assert 2 == len(sandbox.requests.of("v2_chat_threads_create"))

    sandbox.requests.clear()
    sandbox.faults.add(Fault.status(500, operation="v2_chat_threads_create"))
    with pytest.raises(ServerError) as caught:
        await ejento.v2.chat_threads.create(42)

    assert 1 == len(sandbox.requests.of("v2_chat_threads_create"))
    assert 500 == caught.value.status


async def test_an_error_says_everything_but_secrets(sandbox: Sandbox, ejento: EjentoClient) -> None:
    with pytest.raises(NotFoundError) as caught:
        await ejento.v2.agents.get(999_999)
    error = caught.value

    assert "v2_agents_get" == error.operation
    assert "GET" == error.method
    assert f"{sandbox.base_url}/api/v2/agents/999999" == error.url
    assert (404, 1) == (error.status, error.attempts)
    assert "not found" in error.message.lower()
    assert sandbox.access_token not in repr(vars(error)) + str(error)
    assert sandbox.api_key not in repr(vars(error)) + str(error)


async def test_a_failure_in_a_good_envelope_raises(sandbox: Sandbox, ejento: EjentoClient) -> None:
    sandbox.faults.add(Fault.unsuccessful("the index is being rebuilt"))
    with pytest.raises(APIResponseError, match="the index is being rebuilt"):
        await ejento.v2.users.get_me()


async def test_rate_limits_say_when_to_come_back(sandbox: Sandbox, ejento: EjentoClient) -> None:
    sandbox.faults.add(Fault.status(429, headers={"Retry-After": "3600"}))
    with pytest.raises(RateLimitError) as caught:
        await ejento.v2.users.get_me()

    assert (3600, 1) == (caught.value.retry_after, caught.value.attempts)


async def test_a_server_that_never_answers_meets_the_deadline(
    sandbox: Sandbox, ejento: EjentoClient
) -> None:
    sandbox.faults.add(Fault.delay(600))
    with pytest.raises(APITimeoutError, match="deadline"):
        await ejento.with_options(deadline=0.1).v2.users.get_me()


async def test_a_body_that_drips_meets_the_deadline(sandbox: Sandbox, ejento: EjentoClient) -> None:
    sandbox.faults.add(Fault.slow_body(0.05))
    with pytest.raises(APITimeoutError, match="deadline"):
        await ejento.with_options(deadline=0.2).v2.users.get_me()


async def test_request_makes_calls_that_the_spec_lacks_with_the_same_care(
    sandbox: Sandbox, ejento: EjentoClient
) -> None:
    sandbox.expire_access_token()
    response = await ejento.request(
        "GET", "/api/v2/agents/42/history", params={"page": 2, "items_per_page": UNSET}
    )

    assert 2 == response.data["current_page"]
    assert 1 == sandbox.refresh_count
    with pytest.raises(NotFoundError):
        await ejento.request("GET", "/api/v2/anything")


async def test_a_service_of_its_own_gets_its_own_address_and_key(sandbox: Sandbox) -> None:
    async with Sandbox() as elsewhere:
        services = {
            "indexing-service": Service(
                base_url=f"{elsewhere.base_url}/indexing-service",
                api_key=elsewhere.api_key,
            )
        }
        async with client_of(sandbox, services=services) as ejento:
            await ejento.v2.users.get_me()
            with pytest.raises(Exception, match="401"):
                # The other deployment does not know our token, which shows that it was asked.
                await ejento.with_options(max_retries=0).v2.documents.upload(
                    7, b"x", name="x.txt", user_id=1
                )

    assert [] == sandbox.requests.of("v2_documents_create")
    assert elsewhere.requests.of("v2_documents_create")


async def test_with_options_shares_connections_and_tokens(
    sandbox: Sandbox, ejento: EjentoClient
) -> None:
    await ejento.v2.users.get_me()
    await ejento.with_options(timeout=5, max_retries=0).v2.users.get_me()

    assert 1 == sandbox.total_connections


async def test_a_closed_client_refuses_calls_and_may_be_closed_again(sandbox: Sandbox) -> None:
    ejento = client_of(sandbox)
    await ejento.v2.users.get_me()
    await ejento.aclose()
    await ejento.aclose()
    with pytest.raises(ClientClosedError):
        await ejento.v2.users.get_me()
    async with asyncio.timeout(5):
        while sandbox.open_connections:
            await asyncio.sleep(0)


async def test_a_refused_connection_is_an_error_of_ours_after_the_retries(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("ejento_async._retry.FIRST_WAIT", 0.001)
    async with EjentoClient(
        base_url="http://127.0.0.1:1", api_key="key", access_token="token"
    ) as ejento:
        with pytest.raises(APIConnectionError) as caught:
            await ejento.v2.chat_threads.create(42)

    assert 3 == caught.value.attempts
    assert not caught.value.maybe_applied


async def test_one_client_may_serve_two_event_loops_one_after_the_other(
    sandbox: Sandbox,
) -> None:
    # In a process of its own: the connections that the first loop leaves behind are warned of.
    program = f"""
import asyncio
from ejento_async import EjentoClient

ejento = EjentoClient(
    base_url={sandbox.base_url!r}, api_key={sandbox.api_key!r},
    access_token={sandbox.access_token!r},
)

async def email():
    return (await ejento.v2.users.get_me()).email

print(asyncio.run(email()), asyncio.run(email()))
asyncio.run(ejento.aclose())
"""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", program, stdout=PIPE, stderr=PIPE
    )
    output, errors = await process.communicate()

    assert f"{sandbox.email} {sandbox.email}\n" == output.decode()
    assert b"" == errors
