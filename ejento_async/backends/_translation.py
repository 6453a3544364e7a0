"""What httpx and httpcore say, in the words of the protocol."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar, cast

import httpx

from .protocol import BackendError, BackendRequest

E = TypeVar("E", bound=BaseException)

_NOT_SENT = (
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.ProxyError,
    httpx.UnsupportedProtocol,
)


class Progress:
    """What httpcore tells of how far a request is: while it connects, nothing can have left."""

    __slots__ = ("_request",)

    def __init__(self, request: BackendRequest) -> None:
        self._request = request

    async def __call__(self, event: str, info: Mapping[str, Any]) -> None:
        if event == "connection.connect_tcp.started":
            self._request.sent = False
        elif is_leaving(event, info):
            self._request.sent = True


def is_leaving(event: str, info: Mapping[str, Any]) -> bool:
    """Whether an event is the one before the first byte of a request leaves."""
    # A request for a tunnel is for the proxy alone.
    return event.endswith("send_request_headers.started") and info["request"].method != b"CONNECT"


def spoke_unasked(response: httpx.Response) -> bool:
    """Whether more has come than the answer: httpcore would take it for the next one.

    It keeps that to itself. Should a later version keep it elsewhere, a test says so.
    """
    found: Any = response.stream
    while found is not None and not hasattr(found, "_h11_state"):
        inner = (
            getattr(found, name, None) for name in ("_stream", "_httpcore_stream", "_connection")
        )
        found = next((each for each in inner if each is not None), None)
    return found is not None and bool(found._h11_state.trailing_data[0])


def headers_of(response: httpx.Response) -> dict[str, str]:
    """Return header values by lower-case name."""
    headers: dict[str, str] = {}
    for raw_name, raw_value in response.headers.raw:
        name, value = raw_name.decode("latin-1").lower(), raw_value.decode("latin-1")
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return headers


def without_frames(error: E) -> E:
    """Drop what an error of the library holds of the request: frames, headers and body."""
    if isinstance(error, httpx.RequestError):
        error.request = cast("httpx.Request", None)
    return error.with_traceback(None)


def failure_of(error: httpx.TransportError | OSError, *, sent: bool = True) -> BackendError:
    """Return what to raise instead of an error of the library."""
    return BackendError(
        _words_of(error),
        timeout=isinstance(error, httpx.TimeoutException),
        sent=sent and not isinstance(error, _NOT_SENT),
    )


_WORDS: dict[type[Exception], str] = {
    httpx.ConnectTimeout: "no connection in time",
    httpx.ReadTimeout: "no data in time",
    httpx.WriteTimeout: "the network takes no data in time",
    httpx.PoolTimeout: "no free connection in time",
    httpx.ConnectError: "no connection",
    httpx.ReadError: "the connection broke",
    httpx.WriteError: "the connection broke",
    httpx.CloseError: "the connection broke",
    httpx.ProxyError: "the proxy refused",
}


def _words_of(error: Exception) -> str:
    """Say what went wrong: names of classes of the library would tell the caller little."""
    what = _WORDS.get(type(error), "")
    details = "" if what.endswith("in time") else str(error).rstrip(".")
    return ": ".join(filter(None, [what, details])) or "the connection failed"
