"""What the clients of all APIs have in common: their life cycle, and calls that no spec knows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import TracebackType
from typing import Any, Self

from ._checks import Duration, retries, seconds
from ._config import Limits, Settings, Timeout, phases
from ._errors import ConfigurationError
from ._life import Life
from ._observe import Observer
from ._protocol import UNSET, Operation
from ._response import APIResponse
from ._sender import CallOptions, Sender
from ._transport import Transport
from .backends.protocol import Backend

_METHODS = ("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE")
_PATH = re.compile(r"/(?!/)([A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2}){0,8000}")
"""What HTTP libraries send as it is: RFC 3986, section 3.3."""
_REPEATABLE = ("GET", "HEAD", "OPTIONS", "PUT", "DELETE")


class BaseClient:
    """Base of the clients.

    Args:
        settings: what the client was told.
        backend: "httpx", "aiohttp" or a `Backend`; the client closes it.

    Raises:
        ConfigurationError: there is no such backend, or it is not installed.
    """

    def __init__(self, settings: Settings, backend: str | Backend) -> None:
        self._base_url = settings.base_url
        self._dialect = settings.dialect
        sender = Sender(settings, _backend(backend, settings.limits))
        self._life = Life(repr(self), sender)
        self._serve(Transport(sender))

    def _serve(self, transport: Transport) -> None:
        """Make all calls go this way from now on."""
        self._transport = transport

    @property
    def base_url(self) -> str:
        """URL of the deployment."""
        return self._base_url

    def with_options(
        self,
        *,
        timeout: Duration | Timeout | None = None,
        deadline: Duration | None = None,
        max_retries: int | None = None,
    ) -> Self:
        """Return a client with other settings for its calls, on the same connections and tokens.

            impatient = client.with_options(timeout=5, max_retries=0)

        Closing either closes both.

        Args:
            timeout: as in the constructor.
            deadline: as in the constructor, and for uploads and streams too.
            max_retries: as in the constructor.
        """
        options = CallOptions(
            timeout=None if timeout is None else phases(timeout, "timeout"),
            deadline=None if deadline is None else seconds(deadline, "deadline"),
            max_retries=None if max_retries is None else retries(max_retries, "max_retries"),
        )
        return self._beside(self._transport.with_options(options))

    def _beside(self, transport: Transport) -> Self:
        """Return another client, that lives and closes with this one."""
        other = object.__new__(type(self))
        other._base_url = self._base_url
        other._dialect = self._dialect
        other._life = self._life
        other._serve(transport)
        return other

    async def request(
        self,
        method: str,
        path: str,
        *,
        params: Mapping[str, object] | None = None,
        json: object = UNSET,
        form: Mapping[str, object] | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> APIResponse[Any]:
        """Make a call that the spec lacks, with the same credentials, retries and errors.

        Args:
            method: the HTTP verb.
            path: the path from the root of the deployment, with its parameters filled in and
                percent-encoded, such as `/api/v2/anything`.
            params: query arguments; `UNSET` and None are left out.
            json: a body to send as JSON.
            form: a body to send form-encoded; not together with `json`.
            headers: more headers.

        Returns:
            The response; its `data` is what the envelope holds in `data` (or in `result`, where
            Document360 has it), or the whole body without one.

        Raises:
            APIError: as any call.
            ValueError: an argument cannot be sent.
        """
        verb = method.upper()
        if verb not in _METHODS:
            msg = f"method: expected one of {', '.join(_METHODS)}, got {method!r}"
            raise ValueError(msg)
        if _PATH.fullmatch(path) is None:
            # Not quoted beyond its beginning: somebody may have put a key into a query.
            start = re.split(r"[^\x21-\x7e]|[?#\\]", path)[0][:100]
            msg = f"path: expected an encoded path from the root, without query, got {start!r}..."
            raise ValueError(msg)
        if re.search(r"(?i)/(\.|%2e){1,2}(/|;|%3b|$)", path):
            msg = f"path: expected a path without '.' and '..', got {path!r}"
            raise ValueError(msg)
        if json is not UNSET and form is not None:
            msg = "json and form: expected one of them, got both"
            raise ValueError(msg)

        operation = Operation(
            id="",
            method=verb,
            path=path,
            security=self._dialect.security,
            body="form" if form is not None else None if json is UNSET else "json",
            payload=self._dialect.payload,
            idempotent=verb in _REPEATABLE,
        )
        request = self._transport.request(
            operation, params=params, headers=headers, body=json if form is None else form
        )
        # Whoever is shown an error is shown the variables of this frame.
        del params, headers, json, form
        return await request

    async def aclose(self) -> None:
        """Close all connections. Calls that are under way fail; later ones are refused.

        May be called at any time, more than once.

        Raises:
            RuntimeError: the client is in use on another event loop; it stays open.
        """
        await self._transport.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.aclose()

    def __repr__(self) -> str:
        # It may have none yet, for whoever shows why it could not be made.
        return f"<{type(self).__name__} {getattr(self, '_base_url', '?')}>"


def observe(client: BaseClient, observer: Observer) -> None:
    """Let an observer look at all calls of a client, in place of the one before."""
    client._transport.observe(observer)  # pyright: ignore[reportPrivateUsage] - users have no need


def _backend(choice: str | Backend, limits: Limits) -> Backend:
    if not isinstance(choice, str):
        return choice
    if choice == "httpx":
        from .backends.httpx import HttpxBackend

        return HttpxBackend(max_connections=limits.max_connections, keepalive=limits.keepalive)
    if choice == "aiohttp":
        from .backends.aiohttp import AiohttpBackend

        return AiohttpBackend(max_connections=limits.max_connections, keepalive=limits.keepalive)
    msg = f"backend: expected 'httpx', 'aiohttp' or a Backend, got {choice!r}"
    raise ConfigurationError(msg)
