"""What all credentials have in common: the one renewal that all calls wait for.

Ejento has two tokens. The *access token* goes with nearly every call; the *auth token* is good
only for getting a new pair, and each renewal replaces both, so a second renewal with the same auth
token is refused. Hence whatever number of calls find the access token expired, exactly one renewal
runs; it belongs to no caller and goes on when any of them is cancelled.

A renewal ahead of time is only advice: it runs in the background while calls go on with the old
token, and when it fails, the next one waits a while. A token whose end has come, or which the
server has refused, must be renewed: calls wait for that, and fail with it.
"""

from __future__ import annotations

import asyncio
import time
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import Any, Protocol, TypeVar

from ._errors import APIError, AuthRefreshError, ConfigurationError
from ._frames import forget_locals
from ._keeper import TokenKeeper, revealed
from ._protocol import Operation
from ._renewal import SingleFlight, step
from ._secret import Secret
from ._tokens import Tokens, TokenStore

T = TypeVar("T")


class Exchange(Protocol):
    """Makes one call to get tokens and returns the decoded body; no renewal is tried for it."""

    async def __call__(
        self,
        operation: Operation,
        *,
        bearer: Secret | None = None,
        headers: Mapping[str, object] | None = None,
        body: object = None,
    ) -> Any: ...


class Credentials(ABC):
    """Base of all credentials. One object may serve several clients: they share its tokens."""

    def __init__(self, tokens: Tokens | None = None, *, store: TokenStore | None = None) -> None:
        self._keeper = TokenKeeper(tokens, store)
        self._flight = SingleFlight(type(self).__name__)

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"

    async def current(self, exchange: Exchange, *, patient: bool = False) -> Tokens:
        """Return tokens that are good for now, getting or renewing them if need be.

        Args:
            exchange: how to get new ones.
            patient: wait for a renewal that is under way or due, although the old token still
                lives. A call that cannot be repeated must: the renewal ends the old token.

        Raises:
            AuthRefreshError: there are none to be had.
        """
        tokens = self._keeper.tokens
        if tokens is None:
            return await self.renewed(None, exchange)
        # Every call comes by here: it is not to do more when there is nothing to do.
        fresh = time.time() < self._keeper.due and not (patient and self._flight.under_way)
        if fresh or not self.renewable:
            return tokens
        if tokens.expires_within(0):
            return await self.renewed(tokens.access, exchange)
        renewal = self._flight.under_way or self._flight.begin(
            partial(self._renew, tokens.access, exchange, ahead=True), exchange
        )
        if patient:
            await asyncio.wait([renewal])
        return self._keeper.tokens or tokens

    async def renewed(self, rejected: Secret | None, exchange: Exchange) -> Tokens:
        """Return tokens other than the rejected one.

        A rejection that arrives late, for a token that has been replaced since, renews nothing.

        Raises:
            AuthRefreshError: the renewal failed; every waiter gets this error.
        """
        tokens = self._keeper.tokens
        if tokens is not None and tokens.access != rejected:
            return tokens
        renewal = await self._flight.join(partial(self._renew, rejected, exchange), exchange)
        cause = renewal.exception()
        if isinstance(cause, APIError):
            forget_locals(cause, None)
            raise AuthRefreshError(
                f"no new tokens: {cause.message}",
                status=cause.status,
                headers=cause.headers,
                body=cause.body,
                request_id=cause.request_id,
            ) from cause
        return renewal.result()

    def has_other_than(self, rejected: Secret) -> bool:
        """Whether a rejected token has been replaced since it was sent."""
        tokens = self._keeper.tokens
        return tokens is not None and tokens.access != rejected

    async def by_hand(self, renew: Callable[[Secret], Awaitable[T]], exchange: Exchange) -> T:
        """Let the user renew the tokens, in turn with every other renewal.

        Args:
            renew: uses up the newest auth token and adopts what it gets. Like any renewal it goes
                on when the caller is cancelled.
            exchange: how to get tokens if there are none yet.
        """
        if self._keeper.tokens is None:
            await self.renewed(None, exchange)
        answers: list[T] = []

        async def work() -> Tokens:
            async with self._keeper.held() as newest:
                if newest is None or newest.auth is None:
                    msg = "credentials: expected ones with an auth token (EJENTO_AUTH_TOKEN)"
                    raise ConfigurationError(msg)
                async with step("no answer to the renewal", maybe_applied=True):
                    answers.append(await renew(newest.auth))
                return self._keeper.tokens or newest

        await self._flight.take_turn(work, exchange)
        return answers[0]

    async def adopt(self, tokens: Tokens) -> None:
        """Use these tokens from now on, after keeping them in the store."""
        await self._keeper.adopt(tokens)

    async def end_renewal(self, exchange: Exchange) -> None:
        """Wait for the renewal that goes through a client that closes; cancel it if it lasts."""
        await self._flight.end(exchange)

    def secrets(self) -> list[str]:
        """All that must be masked wherever it shows up."""
        return revealed(self._keeper.tokens)

    @property
    def renewable(self) -> bool:
        """Whether a rejected access token can be replaced."""
        return True

    @abstractmethod
    async def obtain(self, current: Tokens | None, exchange: Exchange) -> Tokens:
        """Get new tokens from the server; `current` are the ones that are not good any more."""

    async def _renew(
        self, rejected: Secret | None, exchange: Exchange, *, ahead: bool = False
    ) -> Tokens:
        try:
            async with self._keeper.held() as newest:
                if newest is None or newest.access == rejected or time.time() >= newest.renew_at:
                    tokens = await self.obtain(newest, exchange)
                else:
                    tokens = newest  # Another process was faster.
                await self.adopt(tokens)
                return tokens
        except Exception:
            if ahead:
                self._keeper.put_off()
            raise
