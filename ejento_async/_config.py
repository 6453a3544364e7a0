"""Arguments and `EJENTO_*` variables become one frozen settings object, or a clear error."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from datetime import timedelta
from math import inf
from typing import TypeAlias, cast
from urllib.parse import urlsplit

from attrs import field, frozen

from ._auth import (
    AccessToken,
    Credentials,
    Password,
    TokenPair,
    UserToken,
    bare_token,
    required_text,
)
from ._errors import ConfigurationError
from ._scalar import HEADER_NAME
from ._secret import Secret
from ._tokens import FileTokenStore

Duration: TypeAlias = float | timedelta
"""A length of time: seconds, or a `timedelta`."""

KEY_HEADER = "Ocp-Apim-Subscription-Key"
"""The header that carries the API key (ejento-facts §1.1)."""

SERVICES = ("auth-service", "response-service", "indexing-service")
"""Path prefixes that may have a base URL and a key of their own (ejento-facts §2)."""

_LOOPBACK = ("localhost", "127.0.0.1", "::1")
_HOST = re.compile(r"[a-z0-9._:-]+")
_PATH = re.compile(r"[\x21-\x7e]*")


def seconds(value: Duration, name: str) -> float:
    """Return a duration as seconds; `ConfigurationError` when it is not a positive length of time."""
    number = value.total_seconds() if isinstance(value, timedelta) else cast("object", value)
    if isinstance(number, bool) or not isinstance(number, int | float) or not 0 < number < inf:
        msg = f"{name}: expected a positive number of seconds or a timedelta, got {value!r}"
        raise ConfigurationError(msg)
    return float(number)


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
class Settings:
    """Everything that a client was told, checked."""

    base_url: str
    api_key: Secret
    credentials: Credentials
    timeout: Timeout
    deadline: float
    max_retries: int
    limits: Limits
    services: Mapping[str, Service]

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

    key = _text(api_key, "api_key", env, "EJENTO_API_KEY")
    if credentials is None and access_token is not None:
        credentials = AccessToken(bare_token(access_token, "access_token (EJENTO_ACCESS_TOKEN)"))
    return Settings(
        base_url=_base_url(
            _text(base_url, "base_url", env, "EJENTO_BASE_URL"), "base_url (EJENTO_BASE_URL)"
        ),
        api_key=Secret(bare_token(key, "api_key (EJENTO_API_KEY)")),
        credentials=credentials or credentials_from(env),
        timeout=_timeout(timeout, env),
        deadline=120.0 if deadline is None else seconds(deadline, "deadline"),
        max_retries=_retries(max_retries, env),
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
        )
    msg = (
        "no credentials: pass access_token or credentials, or set EJENTO_ACCESS_TOKEN, "
        "EJENTO_AUTH_TOKEN, EJENTO_EMAIL with EJENTO_PASSWORD, or EJENTO_EMAIL with "
        "EJENTO_FULL_NAME and EJENTO_APPLICATION_SECRET (no account? python -m ejento_async.sandbox "
        "starts a local Ejento)"
    )
    raise ConfigurationError(msg)


def _text(value: str | None, name: str, env: Mapping[str, str], variable: str) -> str:
    found = env.get(variable) if value is None else value
    if not found:
        msg = (
            f"{name}: not given; pass it or set {variable} "
            "(no account? python -m ejento_async.sandbox starts a local Ejento)"
        )
        raise ConfigurationError(msg)
    return required_text(found, f"{name} ({variable})")


def _base_url(value: str, name: str) -> str:
    try:
        parts = urlsplit(value.strip())
        host, port = parts.hostname or "", parts.port
    except ValueError:
        # Its words quote the URL, where a password may stand.
        msg = f"{name}: expected a URL like https://ejento.example.com"
        raise ConfigurationError(msg) from None
    readable = _HOST.fullmatch(host) and _PATH.fullmatch(parts.path)
    if parts.scheme not in ("http", "https") or not readable or not value.isprintable():
        msg = f"{name}: expected a URL like https://ejento.example.com"
        raise ConfigurationError(msg)
    if parts.username or parts.password or parts.query or parts.fragment:
        msg = f"{name}: expected a URL without user, password, query and fragment"
        raise ConfigurationError(msg)
    if parts.scheme == "http" and host not in _LOOPBACK:
        msg = f"{name}: expected https, because credentials would travel unencrypted"
        raise ConfigurationError(msg)
    host = f"[{host}]" if ":" in host else host
    authority = host if port is None else f"{host}:{port}"
    return f"{parts.scheme}://{authority}{parts.path.rstrip('/')}"


def _timeout(value: Duration | Timeout | None, env: Mapping[str, str]) -> Timeout:
    text = env.get("EJENTO_TIMEOUT")
    if value is None and text:
        value = _number(text, "timeout (EJENTO_TIMEOUT)")
    return Timeout() if value is None else phases(value, "timeout (EJENTO_TIMEOUT)")


def phases(value: Duration | Timeout, name: str) -> Timeout:
    """Return the timeouts of all phases; one number is for each of them, but 10 to connect."""
    if isinstance(value, Timeout):
        return value
    phase = seconds(value, name)
    return Timeout(connect=min(phase, 10.0), read=phase, write=phase)


def _retries(value: int | None, env: Mapping[str, str]) -> int:
    text = env.get("EJENTO_MAX_RETRIES")
    if value is None and text:
        value = int(text) if text.strip().isdecimal() else cast("int", text)
    if value is None:
        return 2
    return retries(value, "max_retries (EJENTO_MAX_RETRIES)")


def retries(value: int, name: str) -> int:
    """Return a number of repetitions; `ConfigurationError` when it is not a whole number from 0."""
    if not isinstance(cast("object", value), int) or isinstance(value, bool) or value < 0:
        msg = f"{name}: expected a whole number from 0, got {value!r}"
        raise ConfigurationError(msg)
    return value


def _services(given: Mapping[str, Service], env: Mapping[str, str]) -> Mapping[str, Service]:
    for name in given:
        if name not in SERVICES:
            msg = f"services: expected names among {', '.join(SERVICES)}, got {name!r}"
            raise ConfigurationError(msg)

    services: dict[str, Service] = {}
    for name in SERVICES:
        variable = f"EJENTO_{name.replace('-', '_').upper()}"
        chosen = given[name] if name in given else _service_from(env, variable)
        service = cast("object", chosen)
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
        url = _base_url(url, f"{name}.base_url ({variable}_URL)")
    return Service(base_url=url, api_key=key, api_key_header=header)


def _number(text: str, variable: str) -> float:
    try:
        return float(text)
    except ValueError:
        msg = f"{variable}: expected a number, got {text!r}"
        raise ConfigurationError(msg) from None
