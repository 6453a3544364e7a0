"""`client.v2_legacy.agent_type`: types of agents, such as QnA and Custom.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._model import list_of
from ..._protocol import UNSET, Operation, Resource, Unset
from .. import models

if TYPE_CHECKING:
    import builtins

    from ..._response import APIResponse

_GET = Operation(
    id="v2l_agent_type_get",
    method="GET",
    path="/v2/api/agent-type/{agent_type_id}",
    idempotent=True,
)
_UPDATE = Operation(
    id="v2l_agent_type_update",
    method="PUT",
    path="/v2/api/agent-type/{agent_type_id}",
    body="json",
    idempotent=True,
)
_LIST = Operation(
    id="v2l_agent_type_list", method="GET", path="/v2/api/agent-type", idempotent=True
)


class V2LegacyAgentTypeApi(Resource):
    """Types of agents, such as QnA and Custom."""

    __slots__ = ()

    @property
    def with_response(self) -> V2LegacyAgentTypeWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V2LegacyAgentTypeWithResponse(self._core)

    async def get(self, agent_type_id: int) -> models.AgentType:
        """Get Agent Type.

        `GET /v2/api/agent-type/{agent_type_id}`

        Returns one kind of agent.

        Args:
            agent_type_id: Id of the kind of agent.

        Returns:
            The kind of agent.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Agent Type, Get Agent Type;
        path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_GET, models.AgentType.read, (agent_type_id,))

    async def update(
        self, agent_type_id: int, *, name: str | Unset = UNSET, description: str | Unset = UNSET
    ) -> models.AgentType:
        """Update Agent Type.

        `PUT /v2/api/agent-type/{agent_type_id}`

        Changes name or description of a kind of agent.

        Args:
            agent_type_id: Id of the kind of agent.
            name: Name of the kind. Inferred from the agent's kind in its record.
            description: Description of the kind. Inferred from the agent's kind in its record.

        Returns:
            The kind of agent as it is now.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Agent Type, Update Agent Type;
        path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _UPDATE,
            models.AgentType.read,
            (agent_type_id,),
            body={"name": name, "description": description},
        )

    async def list(self) -> builtins.list[models.AgentType]:
        """Get All Agent Types.

        `GET /v2/api/agent-type`

        Returns the kinds of agents that there are.

        Returns:
            The kinds of agents.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Agent Type, Get All Agent
        Types; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST, list_of(models.AgentType.read))


class V2LegacyAgentTypeWithResponse(Resource):
    """The methods of `client.v2_legacy.agent_type`, returning whole responses."""

    __slots__ = ()

    async def get(self, agent_type_id: int) -> APIResponse[models.AgentType]:
        """Get Agent Type.

        `GET /v2/api/agent-type/{agent_type_id}`

        Takes the arguments of `get` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_GET, models.AgentType.read, (agent_type_id,))

    async def update(
        self, agent_type_id: int, *, name: str | Unset = UNSET, description: str | Unset = UNSET
    ) -> APIResponse[models.AgentType]:
        """Update Agent Type.

        `PUT /v2/api/agent-type/{agent_type_id}`

        Takes the arguments of `update` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _UPDATE,
            models.AgentType.read,
            (agent_type_id,),
            body={"name": name, "description": description},
        )

    async def list(self) -> APIResponse[builtins.list[models.AgentType]]:
        """Get All Agent Types.

        `GET /v2/api/agent-type`

        Takes the arguments of `list` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST, list_of(models.AgentType.read))
