"""The client: what a user of the SDK holds in hand."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import TracebackType
from typing import Any, Literal, Self

from ._auth import Credentials
from ._config import Duration, Limits, Service, Timeout, phases, resolve, retries, seconds
from ._documents import Documents
from ._errors import ConfigurationError
from ._protocol import UNSET, Core, Operation, Security
from ._response import APIResponse
from ._sender import CallOptions, Sender
from ._transport import Transport
from .backends.protocol import Backend
from .generated import namespaces
from .generated.namespaces import V1, V2Legacy

_METHODS = ("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE")
_REPEATABLE = ("GET", "HEAD", "OPTIONS", "PUT", "DELETE")


class V2(namespaces.V2):
    """The current generation, with uploads on top of what the spec says."""

    __slots__ = ("_documents",)

    def __init__(self, core: Core) -> None:
        super().__init__(core)
        self._documents = Documents(core)

    @property
    def documents(self) -> Documents:
        """Documents: upload, follow the indexing, read."""
        return self._documents


class EjentoClient:
    """An async client of one Ejento deployment. One client serves any number of tasks.

    Everything may come from the environment: `EJENTO_BASE_URL`, `EJENTO_API_KEY` and credentials
    (`EJENTO_ACCESS_TOKEN`; `EJENTO_AUTH_TOKEN` for tokens that renew themselves; `EJENTO_EMAIL`
    with `EJENTO_PASSWORD`; or `EJENTO_EMAIL`, `EJENTO_FULL_NAME` and
    `EJENTO_APPLICATION_SECRET`). An argument wins over its variable.

        async with EjentoClient() as ejento:
            me = await ejento.v2.users.get_me()

    Args:
        base_url: URL of the deployment, `https://...`; plain http is taken for loopback only.
        api_key: the subscription key.
        access_token: an Ejento access token that somebody else keeps fresh.
        credentials: how the client gets its tokens, in place of `access_token`: `TokenPair`,
            `Password`, `UserToken` or `AccessToken`.
        timeout: seconds (or a `timedelta`) that each phase of an attempt may wait, or a `Timeout`.
            Default: 10 to connect, 60 for the next byte (`EJENTO_TIMEOUT`).
        deadline: seconds that a call may take in all, waits and repetitions included. Default 120,
            and 600 for answers of agents. Uploads, downloads and streams have no deadline unless
            `with_options` gives them one.
        max_retries: how often a call is repeated at most. Default 2 (`EJENTO_MAX_RETRIES`).
        limits: connections, idle time and size of answers.
        services: services (`auth-service`, `response-service`, `indexing-service`) that have a
            base URL or a key of their own (`EJENTO_INDEXING_SERVICE_URL`, `..._KEY`,
            `..._KEY_HEADER`).
        backend: how requests are sent: "httpx", or a `Backend` such as
            `HttpxBackend(client=...)`; the client closes it.

    Raises:
        ConfigurationError: a setting is missing or malformed.
    """

    def __init__(
        self,
        *,
        base_url: str | None = None,
        api_key: str | None = None,
        access_token: str | None = None,
        credentials: Credentials | None = None,
        timeout: Duration | Timeout | None = None,
        deadline: Duration | None = None,
        max_retries: int | None = None,
        limits: Limits | None = None,
        services: Mapping[str, Service] | None = None,
        backend: Literal["httpx"] | Backend = "httpx",
    ) -> None:
        settings = resolve(
            base_url=base_url,
            api_key=api_key,
            access_token=access_token,
            credentials=credentials,
            timeout=timeout,
            deadline=deadline,
            max_retries=max_retries,
            limits=limits,
            services=services,
        )
        self._base_url = settings.base_url
        self._serve(Transport(Sender(settings, _backend(backend, settings.limits))))

    def _serve(self, transport: Transport) -> None:
        self._transport = transport
        self._v1 = V1(transport)
        self._v2_legacy = V2Legacy(transport)
        self._v2 = V2(transport)

    @property
    def v1(self) -> V1:
        """The first generation (`/agent/...`)."""
        return self._v1

    @property
    def v2_legacy(self) -> V2Legacy:
        """The second generation (`/v2/api/...`)."""
        return self._v2_legacy

    @property
    def v2(self) -> V2:
        """The current generation (`/api/v2/...` and the services)."""
        return self._v2

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

            user = await ejento.with_options(timeout=5, max_retries=0).v2.users.get_me()

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
        other = object.__new__(type(self))
        other._base_url = self._base_url
        other._serve(self._transport.with_options(options))
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
            The response; its `data` is the `data` of the envelope, or the whole body without one.

        Raises:
            APIError: as any call.
            ValueError: an argument cannot be sent.
        """
        verb = method.upper()
        if verb not in _METHODS:
            msg = f"method: expected one of {', '.join(_METHODS)}, got {method!r}"
            raise ValueError(msg)
        if not re.fullmatch(r"/(?!/)[\x21-\x7e]*", path) or re.search(r"[?#\\]", path):
            msg = f"path: expected an encoded path from the root, without query, got {path!r}"
            raise ValueError(msg)
        if any(part in (".", "..") for part in re.sub("(?i)%2e", ".", path).split("/")):
            msg = f"path: expected a path without '.' and '..', got {path!r}"
            raise ValueError(msg)
        if json is not UNSET and form is not None:
            msg = "json and form: expected one of them, got both"
            raise ValueError(msg)

        operation = Operation(
            id="",
            method=verb,
            path=path,
            security=Security.ACCESS,
            body="form" if form is not None else None if json is UNSET else "json",
            idempotent=verb in _REPEATABLE,
        )
        body = json if form is None else form
        return await self._transport.request(operation, params=params, headers=headers, body=body)

    async def aclose(self) -> None:
        """Close all connections. Calls that are under way fail; later ones are refused."""
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
        return f"<{type(self).__name__} {self._base_url}>"


def _backend(choice: str | Backend, limits: Limits) -> Backend:
    if not isinstance(choice, str):
        return choice
    if choice != "httpx":
        msg = f"backend: expected 'httpx' or a Backend, got {choice!r}"
        raise ConfigurationError(msg)

    from .backends.httpx import HttpxBackend

    return HttpxBackend(max_connections=limits.max_connections, keepalive=limits.keepalive)
