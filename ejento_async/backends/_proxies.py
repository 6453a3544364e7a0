"""The proxies that the environment names, in the variables that most programs read."""

from __future__ import annotations

import re
from ipaddress import IPv6Address
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from .._errors import ConfigurationError

_SCHEMES = ("http", "https", "socks5", "socks5h")
_NAME = re.compile(r"[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*\.?")


def proxy_for(scheme: str, host: str) -> str | None:
    """Return the URL of the proxy for a host, or None where there is none.

    Raises:
        ConfigurationError: what the environment names is no proxy; the message does not quote it,
            because a password may stand there.
    """
    found = getproxies()
    proxy = found.get(scheme) or found.get("all")
    if proxy is None or proxy_bypass(host):
        return None
    # Programs that read the same variables take a bare host and port too.
    proxy = proxy if "://" in proxy else f"http://{proxy}"
    if not _is_proxy(proxy):
        name = scheme if found.get(scheme) else "all"
        msg = f"{name}_proxy: expected the URL of a proxy, like http://proxy.example.com:3128"
        raise ConfigurationError(msg)
    return proxy


def _is_proxy(url: str) -> bool:
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port
        named = bool(IPv6Address(host)) if ":" in host else _NAME.fullmatch(host) is not None
    except ValueError:
        return False
    return named and parts.scheme in _SCHEMES
