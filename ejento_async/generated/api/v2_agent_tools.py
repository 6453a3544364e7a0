"""`client.v2.agent_tools`: tools of an agent, enabled or not.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._model import list_of, nothing
from ..._protocol import Operation, Resource
from .. import models

if TYPE_CHECKING:
    from ..._response import APIResponse

_LIST_BY_AGENT = Operation(
    id="v2_agent_tools_list_by_agent",
    method="GET",
    path="/api/v2/agents/{agent_id}/tools",
    idempotent=True,
)
_LIST_CONNECTED = Operation(
    id="v2_agent_tools_list_connected",
    method="GET",
    path="/api/v2/agents/{agent_id}/tools/connected",
    idempotent=True,
)
_ENABLE = Operation(
    id="v2_agent_tools_enable", method="POST", path="/api/v2/agents/{agent_id}/tools/{tool_id}"
)
_DISABLE = Operation(
    id="v2_agent_tools_disable",
    method="DELETE",
    path="/api/v2/agents/{agent_id}/tools/{tool_id}",
    idempotent=True,
)


class V2AgentToolsApi(Resource):
    """Tools of an agent, enabled or not."""

    __slots__ = ()

    @property
    def with_response(self) -> V2AgentToolsWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V2AgentToolsWithResponse(self._core)

    async def list_by_agent(self, agent_id: int) -> list[models.AgentTool]:
        """List all Tools with their enabled status for the given Agent.

        `GET /api/v2/agents/{agent_id}/tools`

        Returns all tools, and of each whether the agent may use it.

        Args:
            agent_id: Id of the agent.

        Returns:
            The tools.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2, Agents, Agent Tools, List all Tools
        with their enabled status for the given Agent; path, method and bodies follow the pattern of
        the generation.
        """
        return await self._core.send(_LIST_BY_AGENT, list_of(models.AgentTool.read), (agent_id,))

    async def list_connected(self, agent_id: int) -> list[models.Tool]:
        """List all tools that are connected to the Agent.

        `GET /api/v2/agents/{agent_id}/tools/connected`

        Returns the tools that the agent may use, and no others.

        Args:
            agent_id: Id of the agent.

        Returns:
            The tools.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2, Agents, Agent Tools, List all tools
        that are connected to the Agent; path, method and bodies follow the pattern of the
        generation.
        """
        return await self._core.send(_LIST_CONNECTED, list_of(models.Tool.read), (agent_id,))

    async def enable(self, agent_id: int, tool_id: int) -> models.Tool:
        """Link an Agent to a Tool.

        `POST /api/v2/agents/{agent_id}/tools/{tool_id}`

        Allows an agent to use a tool. The path says all; no body is sent.

        Args:
            agent_id: Id of the agent.
            tool_id: Id of the tool.

        Returns:
            What the server says of the tool.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2, Agents, Agent Tools, Link an Agent to
        a Tool; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_ENABLE, models.Tool.read, (agent_id, tool_id))

    async def disable(self, agent_id: int, tool_id: int) -> None:
        """Unlink an Agent from a Tool.

        `DELETE /api/v2/agents/{agent_id}/tools/{tool_id}`

        Forbids an agent to use a tool. The tool itself remains.

        Args:
            agent_id: Id of the agent.
            tool_id: Id of the tool.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2, Agents, Agent Tools, Unlink an Agent
        from a Tool; path, method and bodies follow the pattern of the generation.
        """
        await self._core.send(_DISABLE, nothing, (agent_id, tool_id))


class V2AgentToolsWithResponse(Resource):
    """The methods of `client.v2.agent_tools`, returning whole responses."""

    __slots__ = ()

    async def list_by_agent(self, agent_id: int) -> APIResponse[list[models.AgentTool]]:
        """List all Tools with their enabled status for the given Agent.

        `GET /api/v2/agents/{agent_id}/tools`

        Takes the arguments of `list_by_agent` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST_BY_AGENT, list_of(models.AgentTool.read), (agent_id,))

    async def list_connected(self, agent_id: int) -> APIResponse[list[models.Tool]]:
        """List all tools that are connected to the Agent.

        `GET /api/v2/agents/{agent_id}/tools/connected`

        Takes the arguments of `list_connected` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST_CONNECTED, list_of(models.Tool.read), (agent_id,))

    async def enable(self, agent_id: int, tool_id: int) -> APIResponse[models.Tool]:
        """Link an Agent to a Tool.

        `POST /api/v2/agents/{agent_id}/tools/{tool_id}`

        Takes the arguments of `enable` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_ENABLE, models.Tool.read, (agent_id, tool_id))

    async def disable(self, agent_id: int, tool_id: int) -> APIResponse[None]:
        """Unlink an Agent from a Tool.

        `DELETE /api/v2/agents/{agent_id}/tools/{tool_id}`

        Takes the arguments of `disable` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_DISABLE, nothing, (agent_id, tool_id))
