"""`client.v2.feature_flags`: features that are switched on or off in a deployment.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._protocol import Operation, Resource, Security
from .. import models

if TYPE_CHECKING:
    from ..._response import APIResponse

_LIST_LOGINS = Operation(
    id="v2_feature_flags_list_logins",
    method="GET",
    path="/auth-service/api/v2/feature-flags/logins",
    security=Security.KEY,
    idempotent=True,
)


class V2FeatureFlagsApi(Resource):
    """Features that are switched on or off in a deployment."""

    __slots__ = ()

    @property
    def with_response(self) -> V2FeatureFlagsWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V2FeatureFlagsWithResponse(self._core)

    async def list_logins(self) -> models.LoginFlags:
        """Get Login Feature Flags.

        `GET /auth-service/api/v2/feature-flags/logins`

        Returns which ways to log in are open in this deployment. It needs the API key only.

        Returns:
            The ways to log in.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: vendor-client (ejentoai/Quickstart-Template src/api.ts,
        src/app/auth/(login-flow)/login/page.tsx).
        """
        return await self._core.send(_LIST_LOGINS, models.LoginFlags.read)


class V2FeatureFlagsWithResponse(Resource):
    """The methods of `client.v2.feature_flags`, returning whole responses."""

    __slots__ = ()

    async def list_logins(self) -> APIResponse[models.LoginFlags]:
        """`list_logins`, with the whole response."""
        return await self._core.respond(_LIST_LOGINS, models.LoginFlags.read)
