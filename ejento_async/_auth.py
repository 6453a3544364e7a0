"""Who is calling: the kinds of credentials, and the one renewal that all calls wait for.

Ejento has two tokens. The *access token* goes with nearly every call; the *auth token* is good
only for getting a new pair, and each renewal replaces both, so a second renewal with the same auth
token is refused. Hence whatever number of calls find the access token expired, exactly one renewal
runs; it belongs to no caller and goes on when any of them is cancelled.
"""

from __future__ import annotations

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Mapping
from contextlib import nullcontext
from datetime import UTC, datetime
from typing import Any, Protocol, cast

from ._errors import (
    APIConnectionError,
    APIError,
    APIStatusError,
    AuthRefreshError,
    ConfigurationError,
)
from ._frames import forget_locals
from ._json import is_object
from ._protocol import Operation, Security
from ._secret import Secret
from ._tokens import Tokens, TokenStore, is_token

AHEAD = 60.0
"""Seconds before its known end at which an access token is renewed."""

_LOGIN = Operation(
    id="v2_authentication_login",
    method="POST",
    path="/auth-service/api/v2/login/access-token",
    security=Security.KEY,
    body="form",
    envelope=False,
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
        self._tokens = tokens
        self._store = store
        self._renewal: asyncio.Task[Tokens] | None = None

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"

    async def current(self, exchange: Exchange) -> Tokens:
        """Return tokens that are good for now, getting or renewing them if need be.

        Raises:
            AuthRefreshError: there are none to be had.
        """
        tokens = self._tokens
        if tokens is None:
            return await self.renewed(None, exchange)
        if tokens.expires_within(AHEAD) and self.renewable:
            try:
                return await self.renewed(tokens.access, exchange)
            except AuthRefreshError as error:
                # Renewed ahead of time: while the old token lives, a passing fault does no harm.
                if tokens.expires_within(0) or not _is_passing(error.__cause__):
                    raise
        return tokens

    async def renewed(self, rejected: Secret | None, exchange: Exchange) -> Tokens:
        """Return tokens other than the rejected one.

        A rejection that arrives late, for a token that has been replaced since, renews nothing.

        Raises:
            AuthRefreshError: the renewal failed; every waiter gets this error.
        """
        tokens = self._tokens
        if tokens is not None and tokens.access != rejected:
            return tokens

        renewal = self._renewal
        if (
            renewal is None
            or renewal.done()
            or renewal.get_loop() is not asyncio.get_running_loop()
        ):
            renewal = asyncio.create_task(self._renew(rejected, exchange))
            renewal.add_done_callback(_retrieve)
            self._renewal = renewal
        try:
            return await asyncio.shield(renewal)
        except APIError as cause:
            forget_locals(cause, None)
            raise AuthRefreshError(
                f"no new tokens: {cause.message}",
                status=cause.status,
                headers=cause.headers,
                body=cause.body,
                request_id=cause.request_id,
            ) from cause

    async def adopt(self, tokens: Tokens) -> None:
        """Use these tokens from now on, after keeping them in the store."""
        try:
            if self._store is not None:
                await self._store.save(tokens)
        finally:
            # Also when they could not be kept: the ones before are used up.
            self._tokens = tokens

    def secrets(self) -> list[str]:
        """All that must be masked wherever it shows up."""
        tokens = self._tokens
        found = [] if tokens is None else [tokens.access, tokens.auth]
        return [secret.reveal() for secret in found if secret is not None]

    @property
    def renewable(self) -> bool:
        """Whether a rejected access token can be replaced."""
        return True

    @abstractmethod
    async def obtain(self, current: Tokens | None, exchange: Exchange) -> Tokens:
        """Get new tokens from the server; `current` are the ones that are not good any more."""

    async def _renew(self, rejected: Secret | None, exchange: Exchange) -> Tokens:
        store = self._store
        async with nullcontext() if store is None else store.lock():
            kept = None if store is None else await store.load()
            if kept is not None and kept.access != rejected and not kept.expires_within(AHEAD):
                # Another process was faster.
                self._tokens = kept
                return kept

            tokens = await self.obtain(kept or self._tokens, exchange)
            await self.adopt(tokens)
            return tokens


class AccessToken(Credentials):
    """A token that somebody else takes care of; when it is rejected, calls fail.

    Args:
        token: the Ejento access token, with or without a leading `Bearer `.
    """

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
        auth_token: the token of the auth service (`access_token` in its answers).
        access_token: the Ejento access token; without it, one is fetched at the first call.
        store: where the pair is kept; what it holds wins over the arguments.
    """

    def __init__(
        self,
        auth_token: str,
        access_token: str | None = None,
        *,
        store: TokenStore | None = None,
    ) -> None:
        auth = bare_token(auth_token, "auth_token")
        self._auth = Secret(auth)
        # With a store the first call looks there: an earlier run may have used up this pair.
        tokens = None
        if access_token is not None and store is None:
            tokens = Tokens.of(bare_token(access_token, "access_token"), auth)
        super().__init__(tokens, store=store)
        self._first = (
            None if access_token is None else Secret(bare_token(access_token, "access_token"))
        )

    def secrets(self) -> list[str]:
        first = [] if self._first is None else [self._first.reveal()]
        return [*super().secrets(), self._auth.reveal(), *first]

    async def obtain(self, current: Tokens | None, exchange: Exchange) -> Tokens:
        if current is not None and current.auth is not None and current.auth != self._auth:
            try:
                return read_pair(await exchange(_REFRESH, bearer=current.auth))
            except APIError as error:
                # The kept pair is dead: what we were given may be of a newer login.
                if not is_refusal(error):
                    raise
        if self._first is not None and current is not None and current.access == self._first:
            self._first = None
        if self._first is not None:
            first, self._first = self._first, None
            return Tokens.of(first.reveal(), self._auth.reveal())
        return read_pair(await exchange(_REFRESH, bearer=self._auth))


class Password(Credentials):
    """E-mail and password; renewed with the auth token, or by logging in again.

    Args:
        email: the user's e-mail address.
        password: the user's password.
        store: where the tokens are kept.
    """

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
        return Tokens.of(token, expires_at=_timestamp(expires_on))


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
    return Tokens.of(access, auth)


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


def _is_passing(cause: BaseException | None) -> bool:
    """Whether a renewal failed for a reason that says nothing about the token."""
    return isinstance(cause, APIConnectionError | APIStatusError) and not is_refusal(cause)


def _members(value: Any, *names: str) -> list[Any]:
    members = value if is_object(value) else {}
    return [members.get(name) for name in names]


def _retrieve(task: asyncio.Task[Tokens]) -> None:
    """Look at the outcome, so that a failure whose waiters are all gone is not reported as lost."""
    if not task.cancelled():
        task.exception()
