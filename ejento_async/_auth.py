"""Who is calling: the kinds of credentials, and how each of them gets its tokens."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, cast

from ._credentials import Credentials, Exchange
from ._errors import APIError, AuthRefreshError, ConfigurationError
from ._frames import forgetting
from ._json import is_object
from ._protocol import Operation, Security
from ._secret import Secret
from ._tokens import Tokens, TokenStore, is_token

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
        store: where the token is kept; one for each user.
    """

    @forgetting
    def __init__(
        self,
        email: str,
        full_name: str,
        application_secret: str,
        *,
        store: TokenStore | None = None,
    ) -> None:
        super().__init__(store=store)
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
