"""`client.v2_legacy.email_indexing_authorization`: authorization to index e-mail.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._model import anything
from ..._protocol import Operation, Resource

if TYPE_CHECKING:
    from ..._response import APIResponse

_CREATE = Operation(
    id="v2l_email_indexing_authorization_create",
    method="POST",
    path="/v2/api/email/authorize",
    body="json",
)


class V2LegacyEmailIndexingAuthorizationApi(Resource):
    """Authorization to index e-mail."""

    __slots__ = ()

    @property
    def with_response(self) -> V2LegacyEmailIndexingAuthorizationWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V2LegacyEmailIndexingAuthorizationWithResponse(self._core)

    async def create(self, *, body: dict[str, Any]) -> Any:
        """Email Authorize.

        `POST /v2/api/email/authorize`

        Authorizes the indexing of e-mail.

        Args:
            body: What is needed for the authorization. The vendor documents no member of it.

        Returns:
            What the authorization gives. The form is not documented.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Email Indexing Authorization,
        Email Authorize; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_CREATE, anything, body=body)


class V2LegacyEmailIndexingAuthorizationWithResponse(Resource):
    """The methods of `client.v2_legacy.email_indexing_authorization`, returning whole responses."""

    __slots__ = ()

    async def create(self, *, body: dict[str, Any]) -> APIResponse[Any]:
        """Email Authorize.

        `POST /v2/api/email/authorize`

        Takes the arguments of `create` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_CREATE, anything, body=body)
