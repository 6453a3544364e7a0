"""What the HTTP library logs of our calls: that something happens, and not with what.

The DEBUG lines of httpcore hold the headers of answers, cookies included, and bytes that it cannot
read; the INFO line of httpx holds the query of the URL and words of the server. What others log who
use the same libraries in the same process stays as it is.
"""

from __future__ import annotations

import logging
from contextvars import ContextVar

import httpx

_ours: ContextVar[bool] = ContextVar("_ours", default=False)


class _Discreet:
    """Keeps the contents of messages out of what is logged in a block, and in tasks made there."""

    __slots__ = ()

    def __enter__(self) -> None:
        _ours.set(True)

    def __exit__(self, *_: object) -> None:
        # Not reset(): an abandoned coroutine is closed in somebody else's context.
        _ours.set(False)


discreet = _Discreet()
"""`with discreet:` around each step of a call."""


def _without_contents(record: logging.LogRecord) -> bool:
    if _ours.get():
        if record.name == "httpx" and isinstance(record.args, tuple):
            record.args = tuple(map(_short, record.args))
        else:
            # "receive_response_headers.complete return_value=...", for example.
            record.msg = str(record.msg).partition(" ")[0]
    return True


def _short(value: object) -> object:
    """Shorten an argument of httpx's line: method, URL, version, status, and reason of the status."""
    if isinstance(value, httpx.URL):
        return value.copy_with(query=None)
    return value if isinstance(value, int) or value in _WORDS else ""


_WORDS = ("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "HTTP/1.0", "HTTP/1.1")

for _name in (
    "httpx",
    "httpcore.connection",
    "httpcore.http11",
    "httpcore.proxy",
    "httpcore.socks",
):
    logging.getLogger(_name).addFilter(_without_contents)
