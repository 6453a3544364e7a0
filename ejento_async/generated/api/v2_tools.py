"""`client.v2.tools`: tools that agents can use.

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

_GET = Operation(id="v2_tools_get", method="GET", path="/api/v2/tools/{tool_id}", idempotent=True)
_UPDATE = Operation(
    id="v2_tools_update", method="PUT", path="/api/v2/tools/{tool_id}", body="json", idempotent=True
)
_DELETE = Operation(
    id="v2_tools_delete", method="DELETE", path="/api/v2/tools/{tool_id}", idempotent=True
)
_LIST = Operation(id="v2_tools_list", method="GET", path="/api/v2/tools", idempotent=True)
_CREATE = Operation(id="v2_tools_create", method="POST", path="/api/v2/tools", body="json")


class V2ToolsApi(Resource):
    """Tools that agents can use."""

    __slots__ = ()

    @property
    def with_response(self) -> V2ToolsWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V2ToolsWithResponse(self._core)

    async def get(self, tool_id: int) -> models.Tool:
        """Get a Tool.

        `GET /api/v2/tools/{tool_id}`

        Returns one tool. The vendor's navigation of V2 does not name this operation; title, path
        and verb follow Get Tool of V2 Legacy by the naming rule.

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
        """Update a Tool.

        `PUT /api/v2/tools/{tool_id}`

        Changes a tool. The vendor's navigation of V2 does not name this operation; title, path and
        verb follow Edit Tool of V2 Legacy by the naming rule.

        Args:
            tool_id: Id of the tool.

        Returns:
            The tool.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Tool, Edit Tool; path, method
        and bodies follow the pattern of the generation.
        """
        return await self._core.send(_UPDATE, models.Tool.read, (tool_id,), body=body)

    async def delete(self, tool_id: int) -> None:
        """Delete a Tool.

        `DELETE /api/v2/tools/{tool_id}`

        Deletes a tool. The vendor's navigation of V2 does not name this operation; title, path and
        verb follow Delete Tool of V2 Legacy by the naming rule.

        Args:
            tool_id: Id of the tool.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Tool, Delete Tool; path,
        method and bodies follow the pattern of the generation.
        """
        await self._core.send(_DELETE, nothing, (tool_id,))

    async def list(self) -> builtins.list[models.Tool]:
        """List Tools.

        `GET /api/v2/tools`

        Returns the tools that agents can use. The vendor's navigation of V2 does not name this
        operation; title, path and verb follow Get All Tools of V2 Legacy by the naming rule.

        Returns:
            The tools.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Tool, Get All Tools; path,
        method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST, list_of(models.Tool.read))

    async def create(self, *, body: builtins.dict[str, Any]) -> models.Tool:
        """Create a Tool.

        `POST /api/v2/tools`

        Creates a tool. The vendor's navigation of V2 does not name this operation; title, path and
        verb follow Create Tool of V2 Legacy by the naming rule.

        Returns:
            The new tool.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Tool, Create Tool; path,
        method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_CREATE, models.Tool.read, body=body)


class V2ToolsWithResponse(Resource):
    """The methods of `client.v2.tools`, returning whole responses."""

    __slots__ = ()

    async def get(self, tool_id: int) -> APIResponse[models.Tool]:
        """Get a Tool.

        `GET /api/v2/tools/{tool_id}`

        Takes the arguments of `get` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_GET, models.Tool.read, (tool_id,))

    async def update(
        self, tool_id: int, *, body: builtins.dict[str, Any]
    ) -> APIResponse[models.Tool]:
        """Update a Tool.

        `PUT /api/v2/tools/{tool_id}`

        Takes the arguments of `update` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_UPDATE, models.Tool.read, (tool_id,), body=body)

    async def delete(self, tool_id: int) -> APIResponse[None]:
        """Delete a Tool.

        `DELETE /api/v2/tools/{tool_id}`

        Takes the arguments of `delete` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_DELETE, nothing, (tool_id,))

    async def list(self) -> APIResponse[builtins.list[models.Tool]]:
        """List Tools.

        `GET /api/v2/tools`

        Takes the arguments of `list` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST, list_of(models.Tool.read))

    async def create(self, *, body: builtins.dict[str, Any]) -> APIResponse[models.Tool]:
        """Create a Tool.

        `POST /api/v2/tools`

        Takes the arguments of `create` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_CREATE, models.Tool.read, body=body)
