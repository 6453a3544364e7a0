"""Who is calling: the kinds of credentials, and the one renewal that all calls wait for.

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
from datetime import UTC, datetime
from functools import partial
from typing import Any, Protocol, TypeVar, cast

from ._errors import APIError, AuthRefreshError, ConfigurationError
from ._frames import forget_locals, forgetting
from ._json import is_object
from ._keeper import TokenKeeper, revealed
from ._protocol import Operation, Security
from ._renewal import SingleFlight, step
from ._secret import Secret
from ._tokens import Tokens, TokenStore, is_token

T = TypeVar("T")

_LOGIN = Operation(
    id="v2_authentication_login",
    method="POST",
    path="/auth-service/api/v2/login/access-token",
    security=Security.KEY,
    body="form",
    envelope=False,
    # Whoever logs in twice is logged in.
    idempotent=True,
)
_REFRESH = Operation(
    id="v2_authentication_refresh",
    method="POST",
    path="/auth-service/api/v2/users/refresh-access-token",
    security=Security.AUTH,
    envelope=False,
)
_USER_TOKEN = Operation(
    id="v2_authentication_create_user_token",
    method="POST",
    path="/user-token",
    security=Security.NONE,
    body="json",
    envelope=False,
    idempotent=True,
)


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


class AccessToken(Credentials):
    """A token that somebody else takes care of; when it is rejected, calls fail.

    Args:
        token: the Ejento access token, with or without a leading `Bearer `.
    """

    @forgetting
    def __init__(self, token: str) -> None:
        super().__init__(Tokens.of(bare_token(token, "token")))

    @property
    def renewable(self) -> bool:
        return False

    async def obtain(self, current: Tokens | None, exchange: Exchange) -> Tokens:  # noqa: ARG002
        msg = "a static access token cannot be renewed"
        raise AuthRefreshError(msg)


class TokenPair(Credentials):
    """The two tokens of a login; renewed with the auth token, which replaces both.

    Args:
        auth_token: the token of the auth service (`access_token` in its answers). Not needed with
            a store that somebody who logged in has filled.
        access_token: the Ejento access token; without it, one is fetched at the first call.
        store: where the pair is kept; what it holds wins over the arguments.
    """

    @forgetting
    def __init__(
        self,
        auth_token: str | None = None,
        access_token: str | None = None,
        *,
        store: TokenStore | None = None,
    ) -> None:
        if auth_token is None and (store is None or access_token is not None):
            msg = "auth_token: expected one, or a store and no access_token"
            raise ConfigurationError(msg)
        auth = None if auth_token is None else bare_token(auth_token, "auth_token")
        access = None if access_token is None else bare_token(access_token, "access_token")
        # With a store the first call looks there: an earlier run may have used up this pair.
        known = None if access is None or store is not None else Tokens.of(access, auth)
        super().__init__(known, store=store)
        # What we were given, until it is used.
        self._auth = None if auth is None else Secret(auth)
        self._access = None if access is None else Secret(access)
        self._store = store

    def secrets(self) -> list[str]:
        given = [self._auth, self._access]
        return [*super().secrets(), *(each.reveal() for each in given if each is not None)]

    async def obtain(self, current: Tokens | None, exchange: Exchange) -> Tokens:
        auth, given = None if current is None else current.auth, self._auth
        if auth is not None and auth != given:
            try:
                return read_pair(await exchange(_REFRESH, bearer=auth))
            except APIError as error:
                # The kept pair is dead: what we were given may be of a newer login.
                if given is None or not is_refusal(error):
                    raise
        if given is None:
            msg = f"{self._store!r} (EJENTO_TOKEN_FILE) holds no auth token: log in first"
            raise ConfigurationError(msg)

        first, self._access = self._access, None
        if first is not None and (current is None or current.access != first):
            pair = Tokens.of(first.reveal(), given.reveal())
            if not pair.expires_within(0):
                return pair
        pair = read_pair(await exchange(_REFRESH, bearer=given))
        # Used up: a server may take it for stolen if it came again.
        self._auth = None
        return pair


class Password(Credentials):
    """E-mail and password; renewed with the auth token, or by logging in again.

    Args:
        email: the user's e-mail address.
        password: the user's password.
        store: where the tokens are kept.
    """

    @forgetting
    def __init__(self, email: str, password: str, *, store: TokenStore | None = None) -> None:
        super().__init__(store=store)
        self._email = required_text(email, "email")
        self._password = Secret(required_text(password, "password"))

    def secrets(self) -> list[str]:
        return [*super().secrets(), self._password.reveal()]

    async def obtain(self, current: Tokens | None, exchange: Exchange) -> Tokens:
        if current is not None and current.auth is not None:
            try:
                return read_pair(await exchange(_REFRESH, bearer=current.auth))
            except APIError as error:
                # A refusal means that the auth token is dead; anything else is not about it.
                if not is_refusal(error):
                    raise
        form = {"username": self._email, "password": self._password}
        return read_pair(await exchange(_LOGIN, body=form))


class UserToken(Credentials):
    """Server to server: one application acts for a user whom it names.

    Args:
        email: the user's e-mail address.
        full_name: the user's name; a user who does not exist yet gets it.
        application_secret: the secret of the application (`ejento-auth-key`).
    """

    @forgetting
    def __init__(self, email: str, full_name: str, application_secret: str) -> None:
        super().__init__()
        self._email = required_text(email, "email")
        self._full_name = required_text(full_name, "full_name")
        self._secret = Secret(required_text(application_secret, "application_secret"))

    def secrets(self) -> list[str]:
        return [*super().secrets(), self._secret.reveal()]

    async def obtain(self, current: Tokens | None, exchange: Exchange) -> Tokens:  # noqa: ARG002
        answer = await exchange(
            _USER_TOKEN,
            headers={"ejento-auth-key": self._secret},
            body={"email": self._email, "full_name": self._full_name},
        )
        token, expires_on = _members(answer, "token", "expires_on")
        if not is_token(token):
            msg = "the answer has no `token`"
            raise AuthRefreshError(msg)
        return Tokens.issued(token, expires_at=_timestamp(expires_on))


def is_renewal(operation: Operation) -> bool:
    """Whether an operation replaces both tokens."""
    return operation.path == _REFRESH.path


def is_refusal(error: APIError) -> bool:
    """Whether the server says that the token is no good, as against a fault on the way."""
    return error.status in (400, 401, 403, 422)


def read_pair(answer: Any) -> Tokens:
    """Read both tokens of a login or renewal, in an envelope or bare.

    Raises:
        AuthRefreshError: one of them is missing.
    """
    (data,) = _members(answer, "data")
    auth, access = _members(answer if data is None else data, "access_token", "ejento_access_token")
    if not (is_token(auth) and is_token(access)):
        msg = "the answer does not hold both `access_token` and `ejento_access_token`"
        raise AuthRefreshError(msg)
    return Tokens.issued(access, auth)


def bare_token(value: str, name: str) -> str:
    """Return a token without a leading `Bearer `.

    Raises:
        ConfigurationError: it is empty, or can not stand in a header.
    """
    token = required_text(value, name).strip()
    kind, _, rest = token.partition(" ")
    if kind.lower() == "bearer":
        token = rest.strip()
    if not is_token(token):
        msg = f"{name}: expected a token of visible ASCII characters"
        raise ConfigurationError(msg)
    return token


def required_text(value: str, name: str) -> str:
    """Return a setting that must be text with something in it; `ConfigurationError` if not."""
    if not isinstance(cast("object", value), str) or not value.strip():
        msg = f"{name}: expected a non-empty string"
        raise ConfigurationError(msg)
    return value


def _timestamp(value: Any) -> float | None:
    try:
        moment = datetime.fromisoformat(value)
        # Times without a zone are UTC (ejento-facts §7).
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
    except (TypeError, ValueError, OverflowError):
        return None


def _members(value: Any, *names: str) -> list[Any]:
    members = value if is_object(value) else {}
    return [members.get(name) for name in names]
