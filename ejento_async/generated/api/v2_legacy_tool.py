"""`client.v2_legacy.tool`: tools that agents can use.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._model import list_of, nothing
from ..._protocol import Operation, Resource
from .. import models

if TYPE_CHECKING:
    import builtins

    from ..._response import APIResponse

_GET = Operation(id="v2l_tool_get", method="GET", path="/v2/api/tool/{tool_id}", idempotent=True)
_UPDATE = Operation(
    id="v2l_tool_update", method="PUT", path="/v2/api/tool/{tool_id}", body="json", idempotent=True
)
_DELETE = Operation(
    id="v2l_tool_delete", method="DELETE", path="/v2/api/tool/{tool_id}", idempotent=True
)
_LIST = Operation(id="v2l_tool_list", method="GET", path="/v2/api/tool", idempotent=True)
_CREATE = Operation(id="v2l_tool_create", method="POST", path="/v2/api/tool", body="json")


class V2LegacyToolApi(Resource):
    """Tools that agents can use."""

    __slots__ = ()

    @property
    def with_response(self) -> V2LegacyToolWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V2LegacyToolWithResponse(self._core)

    async def get(self, tool_id: int) -> models.Tool:
        """Get Tool.

        `GET /v2/api/tool/{tool_id}`

        Returns one tool.

        Args:
            tool_id: Id of the tool.

        Returns:
            The tool.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Tool, Get Tool; path, method
        and bodies follow the pattern of the generation.
        """
        return await self._core.send(_GET, models.Tool.read, (tool_id,))

    async def update(self, tool_id: int, *, body: builtins.dict[str, Any]) -> models.Tool:
        """Edit Tool.

        `PUT /v2/api/tool/{tool_id}`

        Changes a tool.

        Args:
            tool_id: Id of the tool.
            body: What to change. The vendor documents no member of it.

        Returns:
            The tool as it is now.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Tool, Edit Tool; path, method
        and bodies follow the pattern of the generation.
        """
        return await self._core.send(_UPDATE, models.Tool.read, (tool_id,), body=body)

    async def delete(self, tool_id: int) -> None:
        """Delete Tool.

        `DELETE /v2/api/tool/{tool_id}`

        Deletes a tool.

        Args:
            tool_id: Id of the tool.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Tool, Delete Tool; path,
        method and bodies follow the pattern of the generation.
        """
        await self._core.send(_DELETE, nothing, (tool_id,))

    async def list(self) -> builtins.list[models.Tool]:
        """Get All Tools.

        `GET /v2/api/tool`

        Returns the tools that there are.

        Returns:
            The tools.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Tool, Get All Tools; path,
        method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST, list_of(models.Tool.read))

    async def create(self, *, body: builtins.dict[str, Any]) -> models.Tool:
        """Create Tool.

        `POST /v2/api/tool`

        Creates a tool.

        Args:
            body: The tool. The vendor documents no member of it.

        Returns:
            The new tool.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Tool, Create Tool; path,
        method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_CREATE, models.Tool.read, body=body)


class V2LegacyToolWithResponse(Resource):
    """The methods of `client.v2_legacy.tool`, returning whole responses."""

    __slots__ = ()

    async def get(self, tool_id: int) -> APIResponse[models.Tool]:
        """Get Tool.

        `GET /v2/api/tool/{tool_id}`

        Takes the arguments of `get` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_GET, models.Tool.read, (tool_id,))

    async def update(
        self, tool_id: int, *, body: builtins.dict[str, Any]
    ) -> APIResponse[models.Tool]:
        """Edit Tool.

        `PUT /v2/api/tool/{tool_id}`

        Takes the arguments of `update` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_UPDATE, models.Tool.read, (tool_id,), body=body)

    async def delete(self, tool_id: int) -> APIResponse[None]:
        """Delete Tool.

        `DELETE /v2/api/tool/{tool_id}`

        Takes the arguments of `delete` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_DELETE, nothing, (tool_id,))

    async def list(self) -> APIResponse[builtins.list[models.Tool]]:
        """Get All Tools.

        `GET /v2/api/tool`

        Takes the arguments of `list` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST, list_of(models.Tool.read))

    async def create(self, *, body: builtins.dict[str, Any]) -> APIResponse[models.Tool]:
        """Create Tool.

        `POST /v2/api/tool`

        Takes the arguments of `create` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_CREATE, models.Tool.read, body=body)
