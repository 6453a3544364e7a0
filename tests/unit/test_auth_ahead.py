"""Renewal ahead of time: when it comes, and that no call waits for it while the old token lives."""

from __future__ import annotations

import asyncio
import base64
import gc
import json
import logging
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ejento_async._auth import TokenPair, UserToken
from ejento_async._credentials import Credentials
from ejento_async._errors import (
    APIConnectionError,
    APIError,
    APITimeoutError,
    AuthenticationError,
    AuthRefreshError,
    ServerError,
)
from ejento_async._tokens import FileTokenStore, Tokens
from tests.unit.conftest import Clock
from tests.wire import eventually


class Issuer:
    """A server with one pair at a time, whose clock may differ from ours.

    Attributes:
        life: seconds that a token lives.
        skew: seconds that its clock is ahead of ours.
        claims: which of its times a token tells.
        took: seconds that a renewal takes.
        gate: closed, it holds renewals up.
        fault: what renewals fail with.
        renewals: how many were asked for.
        used: the auth tokens that it was asked with.
    """

    def __init__(
        self, life: float = 600.0, *, skew: float = 0.0, claims: tuple[str, ...] = ("iat", "exp")
    ) -> None:
        self.life, self.skew, self.claims = life, skew, claims
        self.took = 0.0
        self.gate = asyncio.Event()
        self.gate.set()
        self.fault: APIError | None = None
        self.renewals = 0
        self.used: list[str] = []
        self._serial = 0
        self.issue()

    def issue(self) -> None:
        """Let a new pair take the place of the old one."""
        self._serial += 1
        self._end = time.time() + self.life
        times = {"iat": time.time() + self.skew, "exp": self._end + self.skew}
        told = {name: value for name, value in times.items() if name in self.claims}
        payload = json.dumps({**told, "jti": self._serial}).encode()
        self.access = f"h.{base64.urlsafe_b64encode(payload).decode().rstrip('=')}.s"
        self.auth = f"auth-{self._serial}"

    def accepts(self, tokens: Tokens) -> bool:
        """Whether an access token is good."""
        return tokens.access.reveal() == self.access and time.time() < self._end

    def pair(self, **settings: Any) -> TokenPair:
        """Make credentials of what is good now."""
        return TokenPair(self.auth, self.access, **settings)

    async def exchange(self, operation: Any, *, bearer: Any = None, **_: Any) -> Any:
        self.renewals += 1
        self.used.append(bearer.reveal())
        if self.took:
            await asyncio.sleep(self.took)
        await self.gate.wait()
        if self.fault is not None:
            raise self.fault
        if bearer.reveal() != self.auth:
            raise AuthenticationError("this auth token was used before", status=401)
        self.issue()
        return {"access_token": self.auth, "ejento_access_token": self.access}


def pass_time(clock: Clock, seconds: float) -> None:
    """Let it be later at once."""
    clock.skipped += seconds


async def idle(credentials: Credentials) -> None:
    """Wait until no renewal is under way."""
    await eventually(lambda: credentials._flight.under_way is None)


# When.


@pytest.mark.parametrize(
    ("life", "left", "renewals"),
    [(3600, 61, 0), (3600, 59, 1), (600, 61, 0), (600, 59, 1), (30, 3.5, 0), (30, 2.5, 1)],
)
async def test_a_token_near_its_known_end_is_renewed(
    life: float, left: float, renewals: int, clock: Clock
) -> None:
    issuer = Issuer(life)
    credentials = issuer.pair()
    old = issuer.access
    pass_time(clock, life - left)

    for _ in range(50):
        assert (await credentials.current(issuer.exchange)).access.reveal() == old
    await idle(credentials)

    assert issuer.renewals == renewals
    assert issuer.accepts(await credentials.current(issuer.exchange))


async def test_a_token_whose_end_has_come_is_renewed_before_it_is_used(clock: Clock) -> None:
    issuer = Issuer(600)
    credentials = issuer.pair()
    pass_time(clock, 600)

    found = await asyncio.gather(*(credentials.current(issuer.exchange) for _ in range(50)))

    assert issuer.renewals == 1
    assert all(map(issuer.accepts, found))


@pytest.mark.parametrize("claims", [("iat", "exp"), ("exp",)], ids=["begin and end", "end"])
async def test_tokens_that_live_two_seconds_are_renewed_once_a_life_under_a_hundred_tasks(
    claims: tuple[str, ...], clock: Clock
) -> None:
    issuer = Issuer(2.0, claims=claims)
    issuer.took = 0.05
    credentials = issuer.pair()
    refused = 0

    async def work(number: int) -> None:
        nonlocal refused
        await asyncio.sleep(number / 1000)
        for _ in range(100):
            tokens = await credentials.current(issuer.exchange)
            if not issuer.accepts(tokens):
                # What the sender does on a 401.
                refused += 1
                tokens = await credentials.renewed(tokens.access, issuer.exchange)
            assert issuer.accepts(tokens)
            await asyncio.sleep(0.1)

    start = clock.now
    await asyncio.gather(*(work(number) for number in range(100)))
    lives = (clock.now - start) / 1.8

    # The last one may still be under way, or the first not yet due.
    assert lives - 2 < issuer.renewals < lives + 1
    assert refused == 0
    assert len(set(issuer.used)) == issuer.renewals


@pytest.mark.parametrize(
    ("skew", "claims"),
    [
        (-600.0, ("iat", "exp")),
        (-600.0, ("exp",)),
        (-240.0, ("iat", "exp")),
        (600.0, ("iat", "exp")),
        (600.0, ("exp",)),
    ],
)
async def test_clocks_that_differ_by_minutes_cause_one_renewal_a_life_at_most(
    skew: float, claims: tuple[str, ...], clock: Clock
) -> None:
    issuer = Issuer(300.0, skew=skew, claims=claims)
    credentials = issuer.pair()
    refused = 0

    for _ in range(100):
        tokens = await credentials.current(issuer.exchange)
        await idle(credentials)
        tokens = await credentials.current(issuer.exchange)
        if not issuer.accepts(tokens):
            refused += 1
            tokens = await credentials.renewed(tokens.access, issuer.exchange)
        assert issuer.accepts(tokens)
        pass_time(clock, 9.0)

    # 900 s are three lives; the pair that we were given may seem to have ended.
    assert issuer.renewals <= 5
    assert refused <= 3


async def test_a_user_token_that_ends_before_it_begins_is_used_until_it_is_refused(
    clock: Clock,
) -> None:
    asked = 0

    async def exchange(*_: Any, **__: Any) -> Any:
        nonlocal asked
        asked += 1
        return {"token": f"access-{asked}", "expires_on": "2001-01-01T00:00:00"}

    credentials = UserToken("a@b.example", "Ann", "secret")
    for _ in range(20):
        tokens = await credentials.current(exchange)
    await idle(credentials)
    assert tokens.expires_at is None
    assert asked == 1

    await credentials.renewed(tokens.access, exchange)
    assert asked == 2


async def test_credentials_of_ones_own_whose_tokens_are_always_old_are_not_renewed_in_a_storm(
    clock: Clock,
) -> None:
    class Vault(Credentials):
        asked = 0

        async def obtain(self, current: Any, exchange: Any) -> Tokens:
            self.asked += 1
            return Tokens.of(f"access-{self.asked}", expires_at=5.0)

    credentials = Vault()
    for _ in range(20):
        await credentials.current(Issuer().exchange)
        await idle(credentials)

    assert credentials.asked == 1


async def test_credentials_of_ones_own_that_cannot_be_renewed_are_not_renewed_ahead_of_time(
    clock: Clock,
) -> None:
    class Once(Credentials):
        asked = 0

        @property
        def renewable(self) -> bool:
            return False

        async def obtain(self, current: Any, exchange: Any) -> Tokens:
            self.asked += 1
            return Tokens.of("access", expires_at=time.time() + 100)

    credentials = Once()
    for _ in range(5):
        await credentials.current(Issuer().exchange)
        await idle(credentials)
        pass_time(clock, 99)

    assert credentials.asked == 1


# Who waits.


async def test_calls_go_on_with_the_old_token_while_a_new_one_is_fetched(clock: Clock) -> None:
    issuer = Issuer(600)
    credentials = issuer.pair()
    old = issuer.access
    pass_time(clock, 550)
    issuer.gate.clear()

    async with asyncio.timeout(1):
        found = await asyncio.gather(*(credentials.current(issuer.exchange) for _ in range(500)))
    assert {tokens.access.reveal() for tokens in found} == {old}
    await eventually(lambda: issuer.renewals == 1)

    issuer.gate.set()
    await idle(credentials)
    assert issuer.accepts(await credentials.current(issuer.exchange))
    assert issuer.renewals == 1


async def test_a_call_that_cannot_be_repeated_waits_for_the_new_token(clock: Clock) -> None:
    issuer = Issuer(600)
    credentials = issuer.pair()
    pass_time(clock, 550)

    assert issuer.accepts(await credentials.current(issuer.exchange, patient=True))
    assert issuer.renewals == 1


async def test_a_call_that_cannot_be_repeated_waits_for_the_renewal_after_a_refusal(
    clock: Clock,
) -> None:
    issuer = Issuer(600)
    credentials = issuer.pair()
    old = await credentials.current(issuer.exchange)
    issuer.gate.clear()
    refused = asyncio.create_task(credentials.renewed(old.access, issuer.exchange))
    await eventually(lambda: issuer.renewals == 1)

    upload = asyncio.create_task(credentials.current(issuer.exchange, patient=True))
    assert (await credentials.current(issuer.exchange)).access == old.access
    issuer.gate.set()

    assert issuer.accepts(await upload)
    assert await refused == await upload
    assert issuer.renewals == 1


async def test_a_call_that_cannot_be_repeated_takes_the_old_token_when_no_new_one_is_to_be_had(
    clock: Clock,
) -> None:
    issuer = Issuer(600)
    credentials = issuer.pair()
    issuer.fault = ServerError("down", status=503)
    pass_time(clock, 550)

    for _ in range(3):
        assert issuer.accepts(await credentials.current(issuer.exchange, patient=True))
    assert issuer.renewals == 1


async def test_two_that_share_a_store_renew_ahead_of_time_once_between_them(
    clock: Clock, tmp_path: Path
) -> None:
    issuer = Issuer(600)
    path = tmp_path / "tokens.json"
    await FileTokenStore(path).save(Tokens.of(issuer.access, issuer.auth))
    sharing = [TokenPair(store=FileTokenStore(path)) for _ in range(2)]
    for credentials in sharing:
        await credentials.current(issuer.exchange)

    for renewals in range(1, 4):
        pass_time(clock, 545)
        for credentials in sharing:
            assert (await credentials.current(issuer.exchange)).expires_within(60)
        for credentials in sharing:
            await idle(credentials)
            assert issuer.accepts(await credentials.current(issuer.exchange))
        assert issuer.renewals == renewals


# When it fails.


FAULTS = [
    APIConnectionError("down"),
    APITimeoutError("slow"),
    ServerError("down", status=503),
    AuthRefreshError("half a pair"),
    AuthenticationError("log in again", status=401),
]


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: type(fault).__name__)
async def test_a_renewal_that_fails_is_not_tried_again_for_a_while_and_harms_no_call(
    fault: APIError, clock: Clock
) -> None:
    issuer = Issuer(600)
    credentials = issuer.pair()
    issuer.fault = fault
    pass_time(clock, 541)

    for tries in range(1, 12):
        for _ in range(50):
            assert issuer.accepts(await credentials.current(issuer.exchange))
            await idle(credentials)
        assert issuer.renewals == tries
        pass_time(clock, 5.05)

    pass_time(clock, 10)
    with pytest.raises(AuthRefreshError, match="no new tokens"):
        await credentials.current(issuer.exchange)

    issuer.fault = None
    assert issuer.accepts(await credentials.current(issuer.exchange))


async def test_the_end_of_a_token_is_not_slept_through_after_a_failure(clock: Clock) -> None:
    issuer = Issuer(20)
    credentials = issuer.pair()
    issuer.fault = ServerError("down", status=503)
    pass_time(clock, 18.5)
    await credentials.current(issuer.exchange)
    await idle(credentials)
    issuer.fault = None
    pass_time(clock, 1.6)

    assert issuer.accepts(await credentials.current(issuer.exchange))
    assert issuer.renewals == 2


async def test_calls_that_find_their_token_ended_join_the_renewal_that_is_under_way(
    clock: Clock,
) -> None:
    issuer = Issuer(20)
    credentials = issuer.pair()
    issuer.gate.clear()
    pass_time(clock, 19)
    await credentials.current(issuer.exchange)
    pass_time(clock, 5)
    waiting = [asyncio.create_task(credentials.current(issuer.exchange)) for _ in range(10)]
    await eventually(lambda: issuer.renewals == 1)
    issuer.gate.set()

    assert all(map(issuer.accepts, await asyncio.gather(*waiting)))
    assert issuer.renewals == 1


# The end of the program.


def run(main: Callable[[], Any], caplog: pytest.LogCaptureFixture) -> list[str]:
    """Run a program to its end and return what was complained about."""
    complaints: list[str] = []
    hook = sys.unraisablehook
    sys.unraisablehook = lambda lost: complaints.append(repr(lost))
    try:
        with caplog.at_level(logging.WARNING):
            asyncio.run(main())
        gc.collect()
    finally:
        sys.unraisablehook = hook
    return complaints + [record.getMessage() for record in caplog.records]


@pytest.mark.parametrize("way", ["hangs", "fails"])
def test_a_program_may_end_while_tokens_are_renewed(
    way: str, caplog: pytest.LogCaptureFixture
) -> None:
    async def main() -> None:
        issuer = Issuer()
        credentials = issuer.pair()
        credentials._keeper.due = 0.0
        issuer.fault = ServerError("down", status=503)
        if way == "hangs":
            issuer.gate.clear()
        assert issuer.accepts(await credentials.current(issuer.exchange))
        await eventually(lambda: issuer.renewals == 1)

    assert run(main, caplog) == []


def test_credentials_do_not_wait_for_a_renewal_of_an_event_loop_that_stands_still() -> None:
    credentials = TokenPair("auth-1")
    issuers: list[Issuer] = []

    async def first() -> None:
        issuers.append(Issuer())
        issuers[0].gate.clear()
        await asyncio.wait([asyncio.create_task(use(issuers[0]))], timeout=0.01)

    async def use(issuer: Issuer) -> Tokens:
        return await credentials.current(issuer.exchange)

    async def second() -> None:
        issuer = Issuer()
        async with asyncio.timeout(2):
            assert issuer.accepts(await use(issuer))

    with asyncio.Runner() as runner:
        runner.run(first())
        assert issuers[0].renewals == 1
        with asyncio.Runner() as other:
            other.run(second())


def test_credentials_outlive_an_event_loop_that_ended_while_they_were_renewed(
    caplog: pytest.LogCaptureFixture,
) -> None:
    credentials = TokenPair("auth-1")
    found: list[Tokens] = []

    async def first() -> None:
        issuer = Issuer()
        issuer.gate.clear()
        waiting = asyncio.create_task(credentials.current(issuer.exchange))
        await eventually(lambda: issuer.renewals == 1)
        assert not waiting.done()

    async def second() -> None:
        issuer = Issuer()
        found.append(await credentials.current(issuer.exchange))
        assert issuer.accepts(found[0])

    assert run(first, caplog) == []
    assert run(second, caplog) == []
    assert found
