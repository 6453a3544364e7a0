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
_GET_ROUTINES = Operation(
    id="v2_feature_flags_get_routines",
    method="GET",
    path="/api/v2/feature-flags/routines",
    idempotent=True,
)
_LIST = Operation(
    id="v2_feature_flags_list", method="GET", path="/api/v2/feature-flags", idempotent=True
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

    async def get_routines(self) -> models.FeatureFlag:
        """Get Routines Feature Flag.

        `GET /api/v2/feature-flags/routines`

        Tells whether routines are switched on in the deployment.

        Returns:
            The feature.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/get-routines-feature-flag-47278878e0, title only;
        path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_GET_ROUTINES, models.FeatureFlag.read)

    async def list(self) -> models.FeatureFlagList:
        """List Feature Flags.

        `GET /api/v2/feature-flags`

        Tells which features are switched on in the deployment. The vendor's navigation of V2 does
        not name this operation; title, path and verb follow Get All Feature Flags of V2 Legacy by
        the naming rule.

        Returns:
            The features.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Feature Flag, Get All Feature
        Flags; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST, models.FeatureFlagList.read)


class V2FeatureFlagsWithResponse(Resource):
    """The methods of `client.v2.feature_flags`, returning whole responses."""

    __slots__ = ()

    async def list_logins(self) -> APIResponse[models.LoginFlags]:
        """Get Login Feature Flags.

        `GET /auth-service/api/v2/feature-flags/logins`

        Takes the arguments of `list_logins` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST_LOGINS, models.LoginFlags.read)

    async def get_routines(self) -> APIResponse[models.FeatureFlag]:
        """Get Routines Feature Flag.

        `GET /api/v2/feature-flags/routines`

        Takes the arguments of `get_routines` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_GET_ROUTINES, models.FeatureFlag.read)

    async def list(self) -> APIResponse[models.FeatureFlagList]:
        """List Feature Flags.

        `GET /api/v2/feature-flags`

        Takes the arguments of `list` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST, models.FeatureFlagList.read)
