"""Who may call what: the subscription key of the gateway and the tokens of the services."""

from __future__ import annotations

from collections.abc import Mapping

from ._exchange import Exchange
from ._records import User
from ._replies import Refusal
from ._settings import Credentials
from ._spec import SpecOperation
from ._state import State
from ._tokens import Kind, TokenRefused

_KEY_HEADER = "ocp-apim-subscription-key"
# The vendor's template asks for an agent with the key alone, to see whether key and agent exist.
_KEY_ALONE = frozenset({"v2_agents_get"})
_KINDS: Mapping[str, Kind] = {"accessToken": "access", "authToken": "auth"}
_MISSING_KEY = (
    "Access denied due to missing subscription key. "
    "Make sure to include subscription key when making requests to an API."
)
_INVALID_KEY = (
    "Access denied due to invalid subscription key. "
    "Make sure to provide a valid key for an active subscription."
)


def authenticate(
    exchange: Exchange, operation: SpecOperation, state: State, credentials: Credentials
) -> User | None:
    """Check the credentials of a request and return the user that its token stands for.

    There is none when the operation asks for no token.

    Raises:
        Refusal: if they are missing or wrong.
    """
    schemes = frozenset[str]().union(*operation.security)
    if "apiToken" in schemes:
        _check_api_token(exchange, credentials)
    if "subscriptionKey" in schemes:
        _check_key(exchange, credentials)
    token = exchange.bearer
    kind: Kind | None = next((_KINDS[scheme] for scheme in _KINDS if scheme in schemes), None)
    if kind is None:
        return None
    if token is None:
        optional = any(_KINDS.keys().isdisjoint(schemes) for schemes in operation.security)
        if optional or operation.id in _KEY_ALONE:
            return None
        raise _unauthorized("Authentication credentials were not provided.")
    try:
        user = state.users.get(state.tokens.check(token, kind))
    except TokenRefused as error:
        raise _unauthorized(str(error)) from None
    if user is None:
        raise _unauthorized("User not found")
    return user


def _check_api_token(exchange: Exchange, credentials: Credentials) -> None:
    token = exchange.headers.get("api_token")
    if token != credentials.document360_api_token:
        raise Refusal(401, "The API token is wrong." if token else "The API token is missing.")


def _check_key(exchange: Exchange, credentials: Credentials) -> None:
    key = exchange.headers.get(_KEY_HEADER)
    if key == credentials.read_only_api_key:
        if exchange.record.method not in ("GET", "HEAD"):
            raise Refusal(403, "This API key is read only.")
    elif key != credentials.api_key:
        challenge = (
            'AzureApiManagementKey realm="sandbox",name="Ocp-Apim-Subscription-Key",type="header"'
        )
        raise Refusal(
            401,
            _INVALID_KEY if key else _MISSING_KEY,
            headers={"WWW-Authenticate": challenge},
            gateway=True,
        )


def _unauthorized(message: str) -> Refusal:
    return Refusal(401, message, headers={"WWW-Authenticate": "Bearer"})
