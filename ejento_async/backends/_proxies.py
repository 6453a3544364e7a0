"""The proxies that the environment names, in the variables that most programs read."""

from __future__ import annotations

from urllib.request import getproxies, proxy_bypass


def proxy_for(scheme: str, host: str) -> str | None:
    """Return the URL of the proxy for a host, or None where there is none."""
    found = getproxies()
    proxy = found.get(scheme) or found.get("all")
    if proxy is None or proxy_bypass(host):
        return None
    # Programs that read the same variables take a bare host and port too.
    return proxy if "://" in proxy else f"http://{proxy}"
