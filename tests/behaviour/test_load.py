"""Many calls at once, cancelled calls, expiring tokens: one client stays whole."""

from __future__ import annotations

import asyncio
import random

from ejento_async import EjentoClient
from ejento_async.sandbox import Fault, Sandbox


async def test_a_thousand_calls_at_once_on_default_settings_all_succeed(
    sandbox: Sandbox, ejento: EjentoClient
) -> None:
    users = await asyncio.gather(*(ejento.v2.users.get_me() for _ in range(1000)))

    assert {sandbox.email} == {user.email for user in users}
    assert sandbox.total_connections <= 20


async def test_after_600_of_3000_calls_were_cancelled_the_next_100_succeed_at_once(
    sandbox: Sandbox, ejento: EjentoClient
) -> None:
    chance = random.Random(1)
    calls = [asyncio.create_task(ejento.v2.users.get_me()) for _ in range(3000)]
    for victim in chance.sample(calls, 600):
        # Let the others get on, by some turns of the event loop.
        for _ in range(chance.randrange(4)):
            await asyncio.sleep(0)
        victim.cancel()
    outcomes = await asyncio.gather(*calls, return_exceptions=True)
    cancelled = [o for o in outcomes if isinstance(o, asyncio.CancelledError)]
    failed = [o for o in outcomes if isinstance(o, Exception)]

    assert failed == []
    assert len(cancelled) > 300

    async with asyncio.timeout(10):
        users = await asyncio.gather(*(ejento.v2.users.get_me() for _ in range(100)))

    assert len(users) == 100
    assert sandbox.open_connections <= 20
    assert {asyncio.current_task()} == asyncio.all_tasks()


async def test_cancelling_calls_that_the_server_never_answers_frees_their_connections(
    sandbox: Sandbox, ejento: EjentoClient
) -> None:
    sandbox.faults.add(Fault.delay(600, operation="v2_agents_get"))
    stuck = [asyncio.create_task(ejento.v2.agents.get(42)) for _ in range(50)]
    while len(sandbox.requests.of("v2_agents_get")) < 20:
        await asyncio.sleep(0)
    for call in stuck:
        call.cancel()
    await asyncio.gather(*stuck, return_exceptions=True)

    async with asyncio.timeout(5):
        me = await ejento.v2.users.get_me()

    assert sandbox.email == me.email


async def test_200_tasks_that_meet_an_expired_token_cause_one_refresh_and_all_succeed(
    sandbox: Sandbox, ejento: EjentoClient
) -> None:
    await ejento.v2.users.get_me()
    sandbox.expire_access_token()

    users = await asyncio.gather(*(ejento.v2.users.get_me() for _ in range(200)))

    assert {sandbox.email} == {user.email for user in users}
    assert sandbox.refresh_count == 1


async def test_the_task_that_renews_may_be_cancelled_and_the_others_go_on(
    sandbox: Sandbox, ejento: EjentoClient
) -> None:
    sandbox.expire_access_token()
    sandbox.faults.add(Fault.delay(0.05, operation="v2_authentication_refresh", times=1))
    calls = [asyncio.create_task(ejento.v2.users.get_me()) for _ in range(10)]
    while not sandbox.requests.of("v2_authentication_refresh"):
        await asyncio.sleep(0)
    calls[0].cancel()
    outcomes = await asyncio.gather(*calls, return_exceptions=True)

    assert isinstance(outcomes[0], asyncio.CancelledError)
    assert len([user for user in outcomes[1:] if not isinstance(user, BaseException)]) == 9
    assert sandbox.refresh_count == 1
