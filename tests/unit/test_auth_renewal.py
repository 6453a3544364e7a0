"""The one renewal that all calls wait for, whatever number of them there is."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from typing import Any

import httpx
import pytest
import respx

from ejento_async._auth import TokenPair
from ejento_async._credentials import Credentials
from ejento_async._errors import (
    APIConnectionError,
    APITimeoutError,
    AuthenticationError,
    AuthRefreshError,
    PermissionDeniedError,
)
from ejento_async._model import anything
from ejento_async._protocol import Operation, Security
from ejento_async._sender import CallOptions
from ejento_async._tokens import Tokens
from ejento_async._transport import Transport
from ejento_async._upload import File
from tests.support import (
    CREATE,
    LIST,
    REFRESH_PATH,
    UPLOAD,
    TokenServer,
    first_pair,
    jwt,
    ok,
    pair,
)
from tests.unit.conftest import Clock
from tests.wire import eventually

Make = Callable[..., Transport]


# One renewal, whatever number of calls need it.


@pytest.mark.parametrize("tasks", [2, 200, 500])
async def test_exactly_one_renewal_runs_for_all_calls_that_find_their_token_expired(
    tasks: int, transport: Make, ejento: TokenServer
) -> None:
    client = transport(credentials=first_pair())
    ejento.expire()

    answers = await asyncio.gather(*(client.send(LIST, anything) for _ in range(tasks)))

    assert answers == ["served"] * tasks
    assert ejento.renewals == 1


@pytest.mark.parametrize("tasks", [200, 500])
async def test_exactly_one_renewal_runs_for_all_calls_that_have_no_token_yet(
    tasks: int, transport: Make, ejento: TokenServer
) -> None:
    client = transport(credentials=TokenPair("auth-1"))

    answers = await asyncio.gather(*(client.send(LIST, anything) for _ in range(tasks)))

    assert answers == ["served"] * tasks
    assert (ejento.renewals, ejento.refused) == (1, 0)


async def test_clients_that_share_credentials_share_their_renewal(
    transport: Make, ejento: TokenServer
) -> None:
    credentials = first_pair()
    clients = [transport(credentials=credentials) for _ in range(10)]
    ejento.expire()

    answers = await asyncio.gather(*(client.send(LIST, anything) for client in clients))

    assert answers == ["served"] * 10
    assert ejento.renewals == 1


async def test_tokens_are_renewed_again_each_time_that_they_end(
    transport: Make, ejento: TokenServer
) -> None:
    client = transport(credentials=first_pair())

    for round_ in range(1, 4):
        ejento.expire()
        answers = await asyncio.gather(*(client.send(LIST, anything) for _ in range(20)))
        assert answers == ["served"] * 20
        assert ejento.renewals == round_


async def test_a_late_401_for_a_token_that_has_been_replaced_renews_nothing(
    server: respx.MockRouter, transport: Make
) -> None:
    slow = asyncio.Event()
    refresh = server.post(REFRESH_PATH).mock(return_value=pair("auth-2", "access-2"))

    async def serve(request: httpx.Request) -> httpx.Response:
        if request.headers["authorization"] == "Bearer access-2":
            return ok("served")
        if request.url.params.get("slow"):
            await slow.wait()
        return httpx.Response(401)

    server.get("/api/v2/things").mock(side_effect=serve)
    client = transport(credentials=first_pair())

    late = asyncio.create_task(client.send(LIST, anything, query={"slow": 1}))
    await client.send(LIST, anything)
    slow.set()

    assert await late == "served"
    assert refresh.call_count == 1


async def test_the_call_that_began_the_renewal_may_be_cancelled_without_harm_to_the_others(
    transport: Make, ejento: TokenServer
) -> None:
    client = transport(credentials=first_pair())
    ejento.expire()
    ejento.gate.clear()

    leader = asyncio.create_task(client.send(LIST, anything))
    await ejento.renewing.wait()
    others = [asyncio.create_task(client.send(LIST, anything)) for _ in range(50)]
    leader.cancel()
    with pytest.raises(asyncio.CancelledError):
        await leader
    ejento.gate.set()

    assert await asyncio.gather(*others) == ["served"] * 50
    assert ejento.renewals == 1


async def test_a_renewal_goes_on_when_all_that_waited_for_it_are_gone(
    transport: Make, ejento: TokenServer
) -> None:
    client = transport(credentials=first_pair())
    ejento.expire()
    ejento.gate.clear()

    waiting = [asyncio.create_task(client.send(LIST, anything)) for _ in range(10)]
    await ejento.renewing.wait()
    for task in waiting:
        task.cancel()
    await asyncio.wait(waiting)
    ejento.gate.set()

    assert await client.send(LIST, anything) == "served"
    assert ejento.renewals == 1


async def test_a_second_401_is_the_error_of_the_call(
    server: respx.MockRouter, transport: Make
) -> None:
    refresh = server.post(REFRESH_PATH).mock(return_value=pair("auth-2", "access-2"))
    route = server.get("/api/v2/things").respond(401, json={"detail": "no such user"})

    with pytest.raises(AuthenticationError, match="no such user") as caught:
        await transport(credentials=first_pair()).send(LIST, anything)
    assert (route.call_count, refresh.call_count) == (2, 1)
    assert caught.value.attempts == 2


@pytest.mark.parametrize(
    ("rotations", "max_retries", "attempts", "served"),
    [(1, 2, 3, True), (2, 2, 4, True), (3, 2, 4, False), (1, 0, 2, False)],
)
async def test_a_second_401_for_a_token_that_others_replaced_meanwhile_is_worth_a_retry(
    rotations: int,
    max_retries: int,
    attempts: int,
    served: bool,
    server: respx.MockRouter,
    transport: Make,
) -> None:
    refresh = server.post(REFRESH_PATH).mock(return_value=pair("auth-2", "access-2"))
    credentials = first_pair()

    async def serve(request: httpx.Request) -> httpx.Response:
        number = int(request.headers["authorization"].rpartition("-")[2])
        if number == rotations + 2:
            return ok("served")
        if number > 1:
            await credentials.adopt(Tokens.of(f"access-{number + 1}", f"auth-{number + 1}"))
        return httpx.Response(401)

    route = server.get("/api/v2/things").mock(side_effect=serve)
    call = transport(credentials=credentials, max_retries=max_retries).send(LIST, anything)

    if served:
        assert await call == "served"
    else:
        with pytest.raises(AuthenticationError):
            await call
    assert (route.call_count, refresh.call_count) == (attempts, 1)


async def test_a_403_renews_nothing(server: respx.MockRouter, transport: Make) -> None:
    server.get("/api/v2/things").respond(403)

    with pytest.raises(PermissionDeniedError):
        await transport(credentials=first_pair()).send(LIST, anything)
    assert len(server.calls) == 1


@pytest.mark.parametrize("security", [Security.KEY, Security.AUTH, Security.NONE])
async def test_a_401_of_a_call_without_access_token_renews_nothing(
    security: Security, server: respx.MockRouter, transport: Make
) -> None:
    server.get("/x").respond(401)
    operation = Operation(id="x", method="GET", path="/x", security=security)

    with pytest.raises(AuthenticationError):
        await transport(credentials=first_pair()).send(operation, anything)
    assert len(server.calls) == 1


async def test_a_post_is_repeated_after_a_renewal_because_a_401_did_nothing(
    transport: Make, ejento: TokenServer
) -> None:
    ejento.expire()

    response = await transport(credentials=first_pair()).respond(CREATE, anything, body={"a": 1})

    assert (response.data, response.attempts) == ("served", 2)


async def test_a_renewal_takes_no_retry_away_from_the_call(
    server: respx.MockRouter, transport: Make, clock: Clock
) -> None:
    server.post(REFRESH_PATH).mock(return_value=pair("auth-2", "access-2"))
    server.get("/api/v2/things").mock(
        side_effect=[httpx.Response(503), httpx.Response(401), httpx.Response(503), ok(5)]
    )

    response = await transport(credentials=first_pair(), max_retries=2).respond(LIST, anything)
    assert (response.data, response.attempts) == (5, 4)


# Calls that cannot be repeated.


async def once() -> AsyncIterator[bytes]:
    yield b"content"


async def test_a_call_that_cannot_be_repeated_fails_with_its_401_but_renews_for_the_next_one(
    server: respx.MockRouter, transport: Make, ejento: TokenServer
) -> None:
    client = transport(credentials=first_pair())
    ejento.expire()

    with pytest.raises(AuthenticationError, match="token expired") as caught:
        await client.send(UPLOAD, anything, body={"file": File(once(), name="a.txt")})
    assert caught.value.attempts == 1
    assert ejento.renewals == 1

    body = {"file": File(once(), name="a.txt")}
    assert await client.send(UPLOAD, anything, body=body) == "served"
    assert (ejento.renewals, ejento.refused) == (1, 1)


async def test_a_call_that_cannot_be_repeated_waits_for_the_renewal_that_is_under_way(
    server: respx.MockRouter, transport: Make, ejento: TokenServer
) -> None:
    client = transport(credentials=first_pair())
    ejento.expire()
    ejento.gate.clear()
    refused = asyncio.create_task(client.send(LIST, anything))
    await ejento.renewing.wait()

    body = {"file": File(once(), name="a.txt")}
    upload = asyncio.create_task(client.send(UPLOAD, anything, body=body))
    done, _ = await asyncio.wait([upload], timeout=0.01)
    assert not done
    ejento.gate.set()

    assert [await refused, await upload] == ["served", "served"]
    assert (ejento.renewals, ejento.refused) == (1, 1)


# A renewal that fails.


async def test_all_that_wait_for_a_renewal_that_fails_get_the_same_error(
    transport: Make, ejento: TokenServer
) -> None:
    client = transport(credentials=first_pair())
    ejento.expire()
    ejento.gate.clear()
    ejento.answers = [httpx.Response(401, json={"detail": "log in again"})]

    tasks = [asyncio.create_task(client.send(LIST, anything)) for _ in range(20)]
    await ejento.renewing.wait()
    while ejento.refused < 20:
        await asyncio.sleep(0)
    ejento.gate.set()
    failures = await asyncio.gather(*tasks, return_exceptions=True)

    assert ejento.renewals == 1
    for failure in failures:
        assert isinstance(failure, AuthRefreshError)
        assert failure.message == "no new tokens: log in again"
        assert failure.status == 401
        assert failure.url.endswith("/api/v2/things")
    assert len({id(failure) for failure in failures}) == 20
    assert len({id(f.__cause__) for f in failures if isinstance(f, Exception)}) == 1


@pytest.mark.parametrize(
    "fault",
    [
        httpx.Response(400, json={"detail": "invalid grant"}),
        httpx.Response(500),
        httpx.Response(200, json={}),
        httpx.Response(200, json={"data": {"access_token": "half"}}),
        httpx.Response(200, json={"success": False, "message": "no"}),
        httpx.Response(200, html="<html>log in</html>"),
        httpx.Response(204),
        httpx.ConnectError("refused"),
        httpx.ReadTimeout("slow"),
    ],
    ids=[
        "400",
        "500",
        "no tokens",
        "half a pair",
        "success false",
        "page",
        "nothing",
        "connect error",
        "timeout",
    ],
)
async def test_after_a_renewal_that_failed_the_next_call_tries_again_with_the_same_token(
    fault: Any, transport: Make, ejento: TokenServer, clock: Clock
) -> None:
    client = transport(credentials=first_pair(), max_retries=0)
    ejento.expire()
    ejento.answers = [fault]

    with pytest.raises(AuthRefreshError):
        await client.send(LIST, anything)
    ejento.renewals = 0

    assert await client.send(LIST, anything) == "served"
    assert ejento.renewals == 1


async def test_a_renewal_that_may_have_happened_is_not_tried_twice(
    transport: Make, ejento: TokenServer, clock: Clock
) -> None:
    ejento.expire()
    ejento.answers = [httpx.ReadTimeout("slow")]

    with pytest.raises(AuthRefreshError) as caught:
        await transport(credentials=first_pair()).send(LIST, anything)
    assert isinstance(caught.value.__cause__, APITimeoutError)
    assert ejento.renewals == 1


async def test_a_renewal_has_a_deadline_of_its_own(
    transport: Make, ejento: TokenServer, clock: Clock
) -> None:
    ejento.expire()
    ejento.gate.clear()

    with pytest.raises(AuthRefreshError, match="deadline of 30 s"):
        await transport(credentials=first_pair()).send(LIST, anything)
    assert 30 <= clock.now < 31


async def test_a_renewal_that_takes_longer_than_a_call_may_goes_on_without_it(
    transport: Make, ejento: TokenServer, clock: Clock
) -> None:
    client = transport(credentials=first_pair())
    ejento.expire()
    ejento.gate.clear()

    with pytest.raises(APITimeoutError, match="deadline of 5 s"):
        await client.with_options(CallOptions(deadline=5)).send(LIST, anything)
    assert 5 <= clock.now < 6
    ejento.gate.set()

    assert await client.send(LIST, anything) == "served"
    assert ejento.renewals == 1


async def test_no_task_is_left_behind_by_renewals_good_or_bad(
    transport: Make, ejento: TokenServer
) -> None:
    before = asyncio.all_tasks()
    client = transport(credentials=first_pair())
    ejento.expire()
    ejento.answers = [httpx.Response(401)]

    with pytest.raises(AuthRefreshError):
        await client.send(LIST, anything)
    ejento.renewals = 0
    await client.send(LIST, anything)
    await client.aclose()

    assert asyncio.all_tasks() == before


async def test_an_error_inside_the_credentials_themselves_reaches_the_caller(
    server: respx.MockRouter, transport: Make
) -> None:
    class Broken(Credentials):
        async def obtain(self, current: Any, exchange: Any) -> Tokens:
            raise KeyError("broken")

    with pytest.raises(KeyError, match="broken"):
        await transport(credentials=Broken()).send(LIST, anything)


async def test_credentials_of_ones_own_may_use_the_exchange(
    server: respx.MockRouter, transport: Make
) -> None:
    class Vault(Credentials):
        async def obtain(self, current: Any, exchange: Any) -> Tokens:
            operation = Operation(id="", method="GET", path="/vault", security=Security.NONE)
            return Tokens.of((await exchange(operation))["token"])

    server.get("/vault").respond(json={"token": ["from", "the-vault"][1]})
    route = server.get("/api/v2/things").mock(return_value=ok())

    await transport(credentials=Vault()).send(LIST, anything)
    assert route.calls.last.request.headers["authorization"] == "Bearer the-vault"


# Tokens that tell their end.


async def test_a_token_that_has_ended_is_renewed_before_it_is_used(
    server: respx.MockRouter, transport: Make
) -> None:
    old, new = jwt(time.time() - 600, "old"), jwt(time.time() + 3600, "new")
    refresh = server.post(REFRESH_PATH).mock(return_value=pair("auth-2", new))
    route = server.get("/api/v2/things").mock(return_value=ok())
    client = transport(credentials=TokenPair("auth-1", old))

    await asyncio.gather(*(client.send(LIST, anything) for _ in range(50)))

    assert refresh.call_count == 1
    assert {call.request.headers["authorization"] for call in route.calls} == {f"Bearer {new}"}


@pytest.mark.parametrize(
    "fault",
    [
        httpx.ConnectError("down"),
        httpx.ReadTimeout("slow"),
        httpx.Response(503),
        httpx.Response(429),
        httpx.Response(401),
    ],
    ids=["connect error", "timeout", "503", "429", "401"],
)
async def test_no_call_comes_to_harm_by_a_fault_of_a_renewal_ahead_of_time(
    fault: Any, server: respx.MockRouter, transport: Make, clock: Clock
) -> None:
    refresh = server.post(REFRESH_PATH).mock(
        side_effect=fault if isinstance(fault, Exception) else lambda _: fault
    )
    server.get("/api/v2/things").mock(return_value=ok("served"))
    client = transport(credentials=TokenPair("auth-1", jwt(time.time() + 500)), max_retries=0)
    await client.send(LIST, anything)
    clock.skipped += 470

    for _ in range(20):
        assert await client.send(LIST, anything) == "served"
    await eventually(lambda: refresh.call_count == 1)


async def test_a_passing_fault_is_an_error_once_the_old_token_has_ended(
    server: respx.MockRouter, transport: Make, clock: Clock
) -> None:
    server.post(REFRESH_PATH).mock(side_effect=httpx.ConnectError("down"))

    client = transport(credentials=TokenPair("auth-1", jwt(time.time() - 5)))
    with pytest.raises(AuthRefreshError) as caught:
        await client.send(LIST, anything)
    assert isinstance(caught.value.__cause__, APIConnectionError)
