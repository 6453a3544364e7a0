"""The client of Document360, on the same transport as that of Ejento."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

from ._auth import bare_token, required_text
from ._base import BaseClient
from ._checks import Duration, given, url_of
from ._config import Dialect, Limits, Settings, Timeout, deadline_of, retries_of, timeout_of
from ._credentials import Credentials, Exchange
from ._errors import AuthRefreshError
from ._frames import forgetting
from ._protocol import Security
from ._secret import Secret
from ._tokens import Tokens
from ._transport import Transport
from .backends.protocol import Backend
from .document360.namespaces import V2

if TYPE_CHECKING:
    from .document360.api.teams import TeamsApi

BASE_URL = "https://apihub.document360.io"
"""The data centre in the EU, where projects are unless somebody chose another (document360-facts §1)."""

DIALECT = Dialect(key_header="api_token", security=Security.KEY, payload="result", errors="errors")


class _NoTokens(Credentials):
    """Stands for the lack of tokens: the API token is a key, and nothing is ever renewed."""

    @property
    def renewable(self) -> bool:
        return False

    async def obtain(self, current: Tokens | None, exchange: Exchange) -> Tokens:  # noqa: ARG002
        msg = "Document360 knows no tokens but the API token"
        raise AuthRefreshError(msg)


class Document360Client(BaseClient):
    """An async client of one Document360 project. One client serves any number of tasks.

    Everything may come from the environment: `DOCUMENT360_API_TOKEN` and, for projects that are not
    in the EU's data centre, `DOCUMENT360_BASE_URL`. An argument wins over its variable.

        async with Document360Client() as document360:
            account = await document360.teams.get("f11efc6f-e968-4e95-82eb-85ad61559de8")

    An id that does not exist is a `BadRequestError`: Document360 answers 400 where others have 404.

    Args:
        base_url: URL of the data centre. Default `https://apihub.document360.io`; that of the US is
            `https://apihub.us.document360.io`.
        api_key: the API token of the project, which goes into the header `api_token`.
        timeout: seconds (or a `timedelta`) that each phase of an attempt may wait, or a `Timeout`.
            Default: 10 to connect, 60 for the next byte (`DOCUMENT360_TIMEOUT`).
        deadline: seconds that a call may take in all, waits and repetitions included. Default 120.
        max_retries: how often a call is repeated at most. Default 2 (`DOCUMENT360_MAX_RETRIES`).
            A call over the rate limit waits for the next minute, if the deadline allows.
        limits: connections, idle time and size of answers.
        backend: how requests are sent: "httpx", "aiohttp" (needs that extra) or a `Backend` such as
            `HttpxBackend(client=...)`; the client closes it.

    Raises:
        ConfigurationError: a setting is missing or malformed.
    """

    @forgetting
    def __init__(
        self,
        *,
        base_url: str | None = None,
        api_key: str | None = None,
        timeout: Duration | Timeout | None = None,
        deadline: Duration | None = None,
        max_retries: int | None = None,
        limits: Limits | None = None,
        backend: Literal["httpx", "aiohttp"] | Backend = "httpx",
    ) -> None:
        settings = resolve(
            base_url=base_url,
            api_key=api_key,
            timeout=timeout,
            deadline=deadline,
            max_retries=max_retries,
            limits=limits,
        )
        super().__init__(settings, backend)

    def _serve(self, transport: Transport) -> None:
        super()._serve(transport)
        self._v2 = V2(transport)

    @property
    def teams(self) -> TeamsApi:
        """Team accounts of the project, with their roles and groups."""
        return self._v2.teams


def resolve(
    *,
    base_url: str | None,
    api_key: str | None,
    timeout: Duration | Timeout | None,
    deadline: Duration | None,
    max_retries: int | None,
    limits: Limits | None,
    environ: Mapping[str, str] | None = None,
) -> Settings:
    """Combine arguments with the environment; an argument wins over its variable.

    Raises:
        ConfigurationError: a setting is missing or malformed; the message names the argument and
            the variable.
    """
    env = os.environ if environ is None else environ
    url = (env.get("DOCUMENT360_BASE_URL") or BASE_URL) if base_url is None else base_url
    named = "base_url (DOCUMENT360_BASE_URL)"
    key = given(api_key, "api_key", env, "DOCUMENT360_API_TOKEN")
    return Settings(
        base_url=url_of(required_text(url, named), named, like=BASE_URL),
        api_key=Secret(bare_token(key, "api_key (DOCUMENT360_API_TOKEN)")),
        credentials=_NoTokens(),
        timeout=timeout_of(timeout, env, "DOCUMENT360_TIMEOUT"),
        deadline=deadline_of(deadline),
        max_retries=retries_of(max_retries, env, "DOCUMENT360_MAX_RETRIES"),
        limits=limits or Limits(),
        services={},
        dialect=DIALECT,
    )
