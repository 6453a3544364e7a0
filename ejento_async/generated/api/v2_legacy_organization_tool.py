"""`client.v2_legacy.organization_tool`: tools that are enabled for a whole organization.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._protocol import Operation, Resource
from .. import models

if TYPE_CHECKING:
    from ..._response import APIResponse

_ENABLE = Operation(
    id="v2l_organization_tool_enable",
    method="POST",
    path="/v2/api/organization/{organization_id}/tool/{tool_id}",
)


class V2LegacyOrganizationToolApi(Resource):
    """Tools that are enabled for a whole organization."""

    __slots__ = ()

    @property
    def with_response(self) -> V2LegacyOrganizationToolWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V2LegacyOrganizationToolWithResponse(self._core)

    async def enable(self, organization_id: int, tool_id: int) -> models.Tool:
        """Enable Organization Tool.

        `POST /v2/api/organization/{organization_id}/tool/{tool_id}`

        Enables a tool for a whole organization.

        Args:
            organization_id: Id of the organization.
            tool_id: Id of the tool.

        Returns:
            The tool.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Organization Tool, Enable
        Organization Tool; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_ENABLE, models.Tool.read, (organization_id, tool_id))


class V2LegacyOrganizationToolWithResponse(Resource):
    """The methods of `client.v2_legacy.organization_tool`, returning whole responses."""

    __slots__ = ()

    async def enable(self, organization_id: int, tool_id: int) -> APIResponse[models.Tool]:
        """Enable Organization Tool.

        `POST /v2/api/organization/{organization_id}/tool/{tool_id}`

        Takes the arguments of `enable` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_ENABLE, models.Tool.read, (organization_id, tool_id))
