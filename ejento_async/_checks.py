"""Checks of what a client is told; a refusal names the argument, and its variable if it has one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import timedelta
from ipaddress import IPv4Address, IPv6Address
from math import inf
from typing import TypeAlias, cast
from urllib.parse import urlsplit

from ._auth import required_text
from ._errors import ConfigurationError

Duration: TypeAlias = float | timedelta
"""A length of time: seconds, or a `timedelta`."""

_LOOPBACK = ("localhost", "127.0.0.1", "::1")
_HOST = re.compile(r"[a-z0-9_-]+(\.[a-z0-9_-]+)*\.?")
_PATH = re.compile(r"(/([A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})+)*/*")
_DOTS = re.compile(r"/(\.|%2e){1,2}(/|$)", re.IGNORECASE)


def seconds(value: Duration, name: str) -> float:
    """Return a duration as seconds; `ConfigurationError` when it is not a positive length of time."""
    number = value.total_seconds() if isinstance(value, timedelta) else cast("object", value)
    if isinstance(number, bool) or not isinstance(number, int | float) or not 0 < number < inf:
        msg = f"{name}: expected a positive number of seconds or a timedelta, got {value!r}"
        raise ConfigurationError(msg)
    return float(number)


def retries(value: int, name: str) -> int:
    """Return a number of repetitions; `ConfigurationError` when it is not a whole number from 0."""
    if not isinstance(cast("object", value), int) or isinstance(value, bool) or value < 0:
        msg = f"{name}: expected a whole number from 0, got {value!r}"
        raise ConfigurationError(msg)
    return value


def number(text: str, name: str) -> float:
    """Return the number that a variable holds; `ConfigurationError` when it is none."""
    try:
        return float(text)
    except ValueError:
        msg = f"{name}: expected a number, got {text!r}"
        raise ConfigurationError(msg) from None


def given(value: str | None, name: str, env: Mapping[str, str], variable: str) -> str:
    """Return an argument, or else its variable; `ConfigurationError` when there is neither."""
    found = env.get(variable) if value is None else value
    if not found:
        raise _not_given([name], [variable])
    return required_text(found, f"{name} ({variable})")


def some_given(
    values: Mapping[str, str | None], env: Mapping[str, str], variables: Mapping[str, str]
) -> None:
    """Refuse settings of which none is there: whoever lacks them all is told so at once.

    Args:
        values: the arguments, by name.
        env: the environment.
        variables: the variable of each argument.

    Raises:
        ConfigurationError: all of them are missing.
    """
    if not any(
        env.get(variables[name]) if value is None else value for name, value in values.items()
    ):
        raise _not_given(list(values), [variables[name] for name in values])


def _not_given(names: list[str], variables: list[str]) -> ConfigurationError:
    them = "it" if len(names) == 1 else "them"
    return ConfigurationError(
        f"{' and '.join(names)}: not given; pass {them} or set {' and '.join(variables)} "
        "(no account? python -m ejento_async.sandbox starts a local Ejento)"
    )


def url_of(value: str, name: str, *, like: str = "https://ejento.example.com") -> str:
    """Return a base URL without a slash at its end; `ConfigurationError` when it cannot be one."""
    try:
        parts = urlsplit(value.strip())
        host, port = parts.hostname or "", parts.port
    except ValueError:
        # Its words quote the URL, where a password may stand.
        msg = f"{name}: expected a URL like {like}"
        raise ConfigurationError(msg) from None
    readable = _is_host(host) and _PATH.fullmatch(parts.path) and value.isprintable()
    # A path of dots would be resolved: to another one than it seems to be.
    if parts.scheme not in ("http", "https") or not readable or _DOTS.search(parts.path):
        msg = f"{name}: expected a URL like {like}"
        raise ConfigurationError(msg)
    if "@" in parts.netloc or "?" in value or "#" in value:
        msg = f"{name}: expected a URL without user, password, query and fragment"
        raise ConfigurationError(msg)
    if parts.scheme == "http" and host not in _LOOPBACK:
        msg = f"{name}: expected https, because credentials would travel unencrypted"
        raise ConfigurationError(msg)
    host = f"[{host}]" if ":" in host else host
    authority = host if port is None else f"{host}:{port}"
    return f"{parts.scheme}://{authority}{parts.path.rstrip('/')}"


def _is_host(text: str) -> bool:
    try:
        if ":" in text:
            return "%" not in text and bool(IPv6Address(text))
        if text.rpartition(".")[2].isdecimal():
            return bool(IPv4Address(text))
        # A name that is marked as encoded (xn--) and is not makes HTTP libraries stumble.
        return _HOST.fullmatch(text) is not None and bool(text.encode().decode("idna"))
    except ValueError:
        return False
