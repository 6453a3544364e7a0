"""`client.v2.agent_types`: types of agents, such as QnA and Custom.

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
    id="v2_agent_types_get",
    method="GET",
    path="/api/v2/agents/types/{agent_type_id}",
    idempotent=True,
)
_UPDATE = Operation(
    id="v2_agent_types_update",
    method="PUT",
    path="/api/v2/agents/types/{agent_type_id}",
    body="json",
    idempotent=True,
)
_LIST = Operation(
    id="v2_agent_types_list", method="GET", path="/api/v2/agents/types", idempotent=True
)


class V2AgentTypesApi(Resource):
    """Types of agents, such as QnA and Custom."""

    __slots__ = ()

    @property
    def with_response(self) -> V2AgentTypesWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V2AgentTypesWithResponse(self._core)

    async def get(self, agent_type_id: int) -> models.AgentType:
        """Get a specific Agent Type.

        `GET /api/v2/agents/types/{agent_type_id}`

        Returns one type of agent.

        Args:
            agent_type_id: Id of the kind of agent.

        Returns:
            The type.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2, Agents, Agent Type, Get a specific
        Agent Type; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_GET, models.AgentType.read, (agent_type_id,))

    async def update(
        self, agent_type_id: int, *, name: str | Unset = UNSET, description: str | Unset = UNSET
    ) -> models.AgentType:
        """Update a specific Agent Type.

        `PUT /api/v2/agents/types/{agent_type_id}`

        Changes name or description of a type of agent.

        Args:
            agent_type_id: Id of the kind of agent.
            name: Name of the kind. Inferred from the agent's kind in its record.
            description: Description of the kind. Inferred from the agent's kind in its record.

        Returns:
            The type.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2, Agents, Agent Type, Update a specific
        Agent Type; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _UPDATE,
            models.AgentType.read,
            (agent_type_id,),
            body={"name": name, "description": description},
        )

    async def list(self) -> builtins.list[models.AgentType]:
        """Get all Agent Types.

        `GET /api/v2/agents/types`

        Returns the types that agents can have, such as QnA and Custom.

        Returns:
            The types.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2, Agents, Agent Type, Get all Agent
        Types; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST, list_of(models.AgentType.read))


class V2AgentTypesWithResponse(Resource):
    """The methods of `client.v2.agent_types`, returning whole responses."""

    __slots__ = ()

    async def get(self, agent_type_id: int) -> APIResponse[models.AgentType]:
        """Get a specific Agent Type.

        `GET /api/v2/agents/types/{agent_type_id}`

        Takes the arguments of `get` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_GET, models.AgentType.read, (agent_type_id,))

    async def update(
        self, agent_type_id: int, *, name: str | Unset = UNSET, description: str | Unset = UNSET
    ) -> APIResponse[models.AgentType]:
        """Update a specific Agent Type.

        `PUT /api/v2/agents/types/{agent_type_id}`

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
        """Get all Agent Types.

        `GET /api/v2/agents/types`

        Takes the arguments of `list` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST, list_of(models.AgentType.read))
