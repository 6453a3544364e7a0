"""`client.v2_legacy.agent_tool_connection`: tools that are enabled for an agent.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._model import list_of, nothing
from ..._protocol import Operation, Resource
from .. import models

if TYPE_CHECKING:
    import builtins

    from ..._response import APIResponse

_LIST = Operation(
    id="v2l_agent_tool_connection_list",
    method="GET",
    path="/v2/api/agent/{agent_id}/tool",
    idempotent=True,
)
_ENABLE = Operation(
    id="v2l_agent_tool_connection_enable",
    method="POST",
    path="/v2/api/agent/{agent_id}/tool/{tool_id}",
)
_DISABLE = Operation(
    id="v2l_agent_tool_connection_disable",
    method="DELETE",
    path="/v2/api/agent/{agent_id}/tool/{tool_id}",
    idempotent=True,
)


class V2LegacyAgentToolConnectionApi(Resource):
    """Tools that are enabled for an agent."""

    __slots__ = ()

    @property
    def with_response(self) -> V2LegacyAgentToolConnectionWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V2LegacyAgentToolConnectionWithResponse(self._core)

    async def list(self, agent_id: int) -> builtins.list[models.Tool]:
        """Get All Agent Tools.

        `GET /v2/api/agent/{agent_id}/tool`

        Returns the tools of an agent.

        Args:
            agent_id: Id of the agent.

        Returns:
            The tools.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Agent Tool Connection, Get All
        Agent Tools; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST, list_of(models.Tool.read), (agent_id,))

    async def enable(self, agent_id: int, tool_id: int) -> models.Tool:
        """Enable Agent Tool.

        `POST /v2/api/agent/{agent_id}/tool/{tool_id}`

        Enables a tool for an agent.

        Args:
            agent_id: Id of the agent.
            tool_id: Id of the tool.

        Returns:
            The tool.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Agent Tool Connection, Enable
        Agent Tool; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_ENABLE, models.Tool.read, (agent_id, tool_id))

    async def disable(self, agent_id: int, tool_id: int) -> None:
        """Disable Agent Tool.

        `DELETE /v2/api/agent/{agent_id}/tool/{tool_id}`

        Disables a tool for an agent.

        Args:
            agent_id: Id of the agent.
            tool_id: Id of the tool.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Agent Tool Connection, Disable
        Agent Tool; path, method and bodies follow the pattern of the generation.
        """
        await self._core.send(_DISABLE, nothing, (agent_id, tool_id))


class V2LegacyAgentToolConnectionWithResponse(Resource):
    """The methods of `client.v2_legacy.agent_tool_connection`, returning whole responses."""

    __slots__ = ()

    async def list(self, agent_id: int) -> APIResponse[builtins.list[models.Tool]]:
        """Get All Agent Tools.

        `GET /v2/api/agent/{agent_id}/tool`

        Takes the arguments of `list` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST, list_of(models.Tool.read), (agent_id,))

    async def enable(self, agent_id: int, tool_id: int) -> APIResponse[models.Tool]:
        """Enable Agent Tool.

        `POST /v2/api/agent/{agent_id}/tool/{tool_id}`

        Takes the arguments of `enable` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_ENABLE, models.Tool.read, (agent_id, tool_id))

    async def disable(self, agent_id: int, tool_id: int) -> APIResponse[None]:
        """Disable Agent Tool.

        `DELETE /v2/api/agent/{agent_id}/tool/{tool_id}`

        Takes the arguments of `disable` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_DISABLE, nothing, (agent_id, tool_id))
