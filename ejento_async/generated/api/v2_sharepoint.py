"""`client.v2.sharepoint`: connection to SharePoint and the synchronization of its drives.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._model import json_object, nothing
from ..._protocol import Operation, Resource

if TYPE_CHECKING:
    from ..._response import APIResponse

_INITIATE_OAUTH = Operation(
    id="v2_sharepoint_initiate_oauth",
    method="GET",
    path="/api/v2/sharepoint/oauth/initiate",
    idempotent=True,
)
_ENABLE_SYNC = Operation(
    id="v2_sharepoint_enable_sync",
    method="POST",
    path="/api/v2/sharepoint/drive-maps/{drive_map_id}/sync",
)


class V2SharepointApi(Resource):
    """Connection to SharePoint and the synchronization of its drives."""

    __slots__ = ()

    @property
    def with_response(self) -> V2SharepointWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V2SharepointWithResponse(self._core)

    async def initiate_oauth(self) -> dict[str, Any]:
        """Initiate Sharepoint OAuth Flow.

        `GET /api/v2/sharepoint/oauth/initiate`

        Begins the login to SharePoint, by which the deployment gets access to it. Whether the
        server answers or redirects is not documented.

        Returns:
            The beginning of the login. Its form is not documented.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/initiate-sharepoint-oauth-flow-46160278e0, title only;
        path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_INITIATE_OAUTH, json_object)

    async def enable_sync(self, drive_map_id: int) -> None:
        """Enable Sync for Drive Map.

        `POST /api/v2/sharepoint/drive-maps/{drive_map_id}/sync`

        Switches the synchronization of a drive map of SharePoint on. The path says all; no body is
        sent.

        Args:
            drive_map_id: Id of the drive map, the link to a drive of SharePoint.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/enable-sync-for-drive-map-46160280e0, title only;
        path, method and bodies follow the pattern of the generation.
        """
        await self._core.send(_ENABLE_SYNC, nothing, (drive_map_id,))


class V2SharepointWithResponse(Resource):
    """The methods of `client.v2.sharepoint`, returning whole responses."""

    __slots__ = ()

    async def initiate_oauth(self) -> APIResponse[dict[str, Any]]:
        """Initiate Sharepoint OAuth Flow.

        `GET /api/v2/sharepoint/oauth/initiate`

        Takes the arguments of `initiate_oauth` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_INITIATE_OAUTH, json_object)

    async def enable_sync(self, drive_map_id: int) -> APIResponse[None]:
        """Enable Sync for Drive Map.

        `POST /api/v2/sharepoint/drive-maps/{drive_map_id}/sync`

        Takes the arguments of `enable_sync` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_ENABLE_SYNC, nothing, (drive_map_id,))
