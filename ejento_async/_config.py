"""Arguments and `EJENTO_*` variables become one frozen settings object, or a clear error."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import cast

from attrs import field, frozen

from ._auth import AccessToken, Password, TokenPair, UserToken, bare_token, required_text
from ._checks import Duration, given, number, retries, seconds, some_given, url_of
from ._credentials import Credentials
from ._errors import ConfigurationError
from ._protocol import Security
from ._scalar import HEADER_NAME
from ._secret import Secret
from ._tokens import FileTokenStore

KEY_HEADER = "Ocp-Apim-Subscription-Key"
"""The header that carries the API key (ejento-facts §1.1)."""

SERVICES = ("auth-service", "response-service", "indexing-service")
"""Path prefixes that may have a base URL and a key of their own (ejento-facts §2)."""


def _phase(value: Duration) -> float:
    return seconds(value, "timeout")


def _as_secret(value: str | Secret | None) -> Secret | None:
    return Secret(value) if isinstance(value, str) else value


@frozen(kw_only=True)
class Timeout:
    """How long one attempt may wait, by phase. Each is seconds or a `timedelta`.

    Attributes:
        connect: to connect, TLS included. Default 10 seconds.
        read: for the next byte of the answer. Default 60 seconds.
        write: for the network to take the next piece of the request. Default 60 seconds.
    """

    connect: float = field(default=10.0, converter=_phase)
    read: float = field(default=60.0, converter=_phase)
    write: float = field(default=60.0, converter=_phase)


@frozen(kw_only=True)
class Limits:
    """How much one client may ask for at a time.

    Attributes:
        max_connections: calls that are under way at once, each on a connection of its own; more
            wait their turn, for as long as their deadline allows. Default 20.
        keepalive: seconds that an idle connection is kept for the next call. Default 30.
        max_response_bytes: the largest body that is read into memory, after decompression.
            Downloads and streams are not bounded. Default 100 MiB.
    """

    max_connections: int = 20
    keepalive: float = 30.0
    max_response_bytes: int = 100 * 1024 * 1024

    def __attrs_post_init__(self) -> None:
        seconds(self.keepalive, "limits.keepalive")
        for name in ("max_connections", "max_response_bytes"):
            value: object = getattr(self, name)
            if not isinstance(value, int) or isinstance(value, bool) or value < 1:
                msg = f"limits.{name}: expected a whole number from 1, got {value!r}"
                raise ConfigurationError(msg)


@frozen(kw_only=True)
class Service:
    """Where one service is reached when it is not under the client's base URL.

    Attributes:
        base_url: takes the place of the client's base URL *and* of the service's prefix:
            `/indexing-service/api/v2/x` becomes `{base_url}/api/v2/x`.
        api_key: the service's own subscription key; the client's key if not given.
        api_key_header: the header for it.
    """

    base_url: str | None = None
    api_key: Secret | None = field(default=None, converter=_as_secret)
    api_key_header: str = KEY_HEADER


@frozen(kw_only=True)
class Dialect:
    """What each of the APIs that the SDK speaks to has in a way of its own; Ejento's by default.

    Attributes:
        key_header: the header that carries the API key.
        security: the credentials of calls that the spec does not know.
        payload: the member of their answers that callers get, if these have an envelope.
        errors: the member of envelopes that lists what went wrong, whatever `success` says; None
            when they have none.
    """

    key_header: str = KEY_HEADER
    security: Security = Security.ACCESS
    payload: str = "data"
    errors: str | None = None


def _check_credentials(_settings: object, _field: object, value: Credentials) -> None:
    if not isinstance(cast("object", value), Credentials):
        # Not the value: it may be a token.
        kind = type(value).__name__
        raise ConfigurationError(f"credentials: expected Credentials such as TokenPair, got {kind}")


@frozen(kw_only=True)
class Settings:
    """Everything that a client was told, checked."""

    base_url: str
    api_key: Secret
    credentials: Credentials = field(validator=_check_credentials)
    timeout: Timeout
    deadline: float
    max_retries: int
    limits: Limits
    services: Mapping[str, Service]
    dialect: Dialect = Dialect()

    def secrets(self) -> list[str]:
        """All that must be masked wherever it shows up."""
        keys = [self.api_key, *(s.api_key for s in self.services.values() if s.api_key is not None)]
        return [key.reveal() for key in keys] + self.credentials.secrets()


def resolve(
    *,
    base_url: str | None,
    api_key: str | None,
    access_token: str | None,
    credentials: Credentials | None,
    timeout: Duration | Timeout | None,
    deadline: Duration | None,
    max_retries: int | None,
    limits: Limits | None,
    services: Mapping[str, Service] | None,
    environ: Mapping[str, str] | None = None,
) -> Settings:
    """Combine arguments with the environment; an argument wins over its variable.

    Raises:
        ConfigurationError: a setting is missing or malformed; the message names the argument and
            the variable.
    """
    env = os.environ if environ is None else environ
    if credentials is not None and access_token is not None:
        msg = "credentials and access_token: expected one of them, got both"
        raise ConfigurationError(msg)

    variables = {"base_url": "EJENTO_BASE_URL", "api_key": "EJENTO_API_KEY"}
    some_given({"base_url": base_url, "api_key": api_key}, env, variables)
    key = given(api_key, "api_key", env, "EJENTO_API_KEY")
    if credentials is None and access_token is not None:
        credentials = AccessToken(bare_token(access_token, "access_token (EJENTO_ACCESS_TOKEN)"))
    return Settings(
        base_url=url_of(
            given(base_url, "base_url", env, "EJENTO_BASE_URL"), "base_url (EJENTO_BASE_URL)"
        ),
        api_key=Secret(bare_token(key, "api_key (EJENTO_API_KEY)")),
        credentials=credentials or credentials_from(env),
        timeout=timeout_of(timeout, env, "EJENTO_TIMEOUT"),
        deadline=deadline_of(deadline),
        max_retries=retries_of(max_retries, env, "EJENTO_MAX_RETRIES"),
        limits=limits or Limits(),
        services=_services(services or {}, env),
    )


def credentials_from(env: Mapping[str, str]) -> Credentials:
    """Choose the kind of credentials that the environment has variables for."""
    store = FileTokenStore(env["EJENTO_TOKEN_FILE"]) if env.get("EJENTO_TOKEN_FILE") else None
    access, auth = env.get("EJENTO_ACCESS_TOKEN"), env.get("EJENTO_AUTH_TOKEN")
    email = env.get("EJENTO_EMAIL")
    if auth:
        access = bare_token(access, "EJENTO_ACCESS_TOKEN") if access else None
        return TokenPair(bare_token(auth, "EJENTO_AUTH_TOKEN"), access, store=store)
    if access:
        return AccessToken(bare_token(access, "EJENTO_ACCESS_TOKEN"))
    if env.get("EJENTO_PASSWORD"):
        return Password(
            required_text(email or "", "EJENTO_EMAIL"), env["EJENTO_PASSWORD"], store=store
        )
    if env.get("EJENTO_APPLICATION_SECRET"):
        return UserToken(
            required_text(email or "", "EJENTO_EMAIL"),
            required_text(env.get("EJENTO_FULL_NAME", ""), "EJENTO_FULL_NAME"),
            env["EJENTO_APPLICATION_SECRET"],
            store=store,
        )
    if store is not None:
        return TokenPair(store=store)
    msg = (
        "no credentials: pass access_token or credentials, or set EJENTO_ACCESS_TOKEN, "
        "EJENTO_AUTH_TOKEN, EJENTO_TOKEN_FILE, EJENTO_EMAIL with EJENTO_PASSWORD, or EJENTO_EMAIL "
        "with EJENTO_FULL_NAME and EJENTO_APPLICATION_SECRET (no account? "
        "python -m ejento_async.sandbox starts a local Ejento)"
    )
    raise ConfigurationError(msg)


def timeout_of(value: Duration | Timeout | None, env: Mapping[str, str], variable: str) -> Timeout:
    """Return the timeouts of an argument, or else of its variable, or else the default ones."""
    name = f"timeout ({variable})"
    if value is None and env.get(variable):
        value = number(env[variable], name)
    return Timeout() if value is None else phases(value, name)


def deadline_of(value: Duration | None) -> float:
    """Return the seconds that a call may take in all."""
    return 120.0 if value is None else seconds(value, "deadline")


def phases(value: Duration | Timeout, name: str) -> Timeout:
    """Return the timeouts of all phases; one number is for each of them, but 10 to connect."""
    if isinstance(value, Timeout):
        return value
    phase = seconds(value, name)
    return Timeout(connect=min(phase, 10.0), read=phase, write=phase)


def retries_of(value: int | None, env: Mapping[str, str], variable: str) -> int:
    """Return how often a call is repeated at most, from an argument or else from its variable."""
    text = env.get(variable)
    if value is None and text:
        value = int(text) if text.strip().isdecimal() else cast("int", text)
    return 2 if value is None else retries(value, f"max_retries ({variable})")


def _services(chosen: Mapping[str, Service], env: Mapping[str, str]) -> Mapping[str, Service]:
    for name in chosen:
        if name not in SERVICES:
            msg = f"services: expected names among {', '.join(SERVICES)}, got {name!r}"
            raise ConfigurationError(msg)

    services: dict[str, Service] = {}
    for name in SERVICES:
        variable = f"EJENTO_{name.replace('-', '_').upper()}"
        found = chosen[name] if name in chosen else _service_from(env, variable)
        service = cast("object", found)
        if not isinstance(service, Service):
            msg = f"services[{name!r}]: expected a Service, got {type(service).__name__}"
            raise ConfigurationError(msg)
        if service != Service():
            services[name] = _checked(service, f"services[{name!r}]", variable)
    return services


def _service_from(env: Mapping[str, str], variable: str) -> Service:
    return Service(
        base_url=env.get(f"{variable}_URL") or None,
        api_key=env.get(f"{variable}_KEY") or None,
        api_key_header=env.get(f"{variable}_KEY_HEADER") or KEY_HEADER,
    )


def _checked(service: Service, name: str, variable: str) -> Service:
    url, key, header = service.base_url, service.api_key, service.api_key_header
    if not HEADER_NAME.fullmatch(header):
        msg = f"{name}.api_key_header ({variable}_KEY_HEADER): expected the name of a header"
        raise ConfigurationError(msg)
    if key is not None:
        key = Secret(bare_token(key.reveal(), f"{name}.api_key ({variable}_KEY)"))
    if url is not None:
        url = url_of(url, f"{name}.base_url ({variable}_URL)")
    return Service(base_url=url, api_key=key, api_key_header=header)
