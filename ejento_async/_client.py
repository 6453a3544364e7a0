"""The client: what a user of the SDK holds in hand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, Self

from ._base import BaseClient
from ._checks import Duration
from ._config import Limits, Service, Timeout, resolve
from ._credentials import Credentials
from ._protocol import Core
from ._transport import Transport
from .backends.protocol import Backend
from .generated import namespaces
from .generated.namespaces import V1, V2Legacy

if TYPE_CHECKING:
    from ._documents import Documents
from ._frames import forgetting


class V2(namespaces.V2):
    """The current generation, with uploads on top of what the spec says."""

    __slots__ = ("_documents",)

    def __init__(self, core: Core) -> None:
        super().__init__(core)
        self._documents: Documents | None = None

    @property
    def documents(self) -> Documents:
        """Documents: upload, follow the indexing, read."""
        if self._documents is None:
            from ._documents import Documents

            self._documents = Documents(self._core)
        return self._documents


class EjentoClient(BaseClient):
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
            and 600 for answers of agents. Uploads have none, and neither has the reading of streams
            and downloads once they are open, unless `with_options` gives them one.
        max_retries: how often a call is repeated at most. Default 2 (`EJENTO_MAX_RETRIES`).
        limits: connections, idle time and size of answers.
        services: services (`auth-service`, `response-service`, `indexing-service`) that have a
            base URL or a key of their own (`EJENTO_INDEXING_SERVICE_URL`, `..._KEY`,
            `..._KEY_HEADER`).
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
        access_token: str | None = None,
        credentials: Credentials | None = None,
        timeout: Duration | Timeout | None = None,
        deadline: Duration | None = None,
        max_retries: int | None = None,
        limits: Limits | None = None,
        services: Mapping[str, Service] | None = None,
        backend: Literal["httpx", "aiohttp"] | Backend = "httpx",
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
        super().__init__(settings, backend)

    def _serve(self, transport: Transport) -> None:
        super()._serve(transport)
        self._v1 = V1(transport)
        self._v2_legacy = V2Legacy(transport)
        self._v2 = V2(transport)

    def acting_as(self, credentials: Credentials) -> Self:
        """Return a client that calls as somebody else, on the same connections.

        For services that act for many users. All of them share the pool, its limits, the budget of
        repetitions and whoever observes; each has tokens of its own. Keep the credentials of a user
        as long as you like: they hold the tokens, while the client made of them is cheap.

            ann = ejento.acting_as(UserToken("ann@example.com", "Ann Archer", secret))
            me = await ann.v2.users.get_me()

        Closing either closes both; a client that is only dropped leaves nothing behind.

        Args:
            credentials: who calls.

        Raises:
            ConfigurationError: these are no credentials.
        """
        return self._beside(self._transport.acting_as(credentials))

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
