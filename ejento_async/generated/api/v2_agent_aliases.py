"""`client.v2.agent_aliases`: aliases, which are further names of agents.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._model import list_of, nothing
from ..._protocol import UNSET, Operation, Resource, Unset
from .. import models

if TYPE_CHECKING:
    import builtins

    from ..._response import APIResponse

_GET = Operation(
    id="v2_agent_aliases_get", method="GET", path="/api/v2/agents/{agent_id}/alias", idempotent=True
)
_UPDATE = Operation(
    id="v2_agent_aliases_update",
    method="PUT",
    path="/api/v2/agents/{agent_id}/alias",
    body="json",
    idempotent=True,
)
_CREATE = Operation(
    id="v2_agent_aliases_create", method="POST", path="/api/v2/agents/{agent_id}/alias", body="json"
)
_DELETE = Operation(
    id="v2_agent_aliases_delete",
    method="DELETE",
    path="/api/v2/agents/{agent_id}/alias",
    idempotent=True,
)
_LIST = Operation(
    id="v2_agent_aliases_list", method="GET", path="/api/v2/agents/aliases", idempotent=True
)


class V2AgentAliasesApi(Resource):
    """Aliases, which are further names of agents."""

    __slots__ = ()

    @property
    def with_response(self) -> V2AgentAliasesWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V2AgentAliasesWithResponse(self._core)

    async def get(self, agent_id: int) -> models.AgentAlias:
        """Get Agent Alias.

        `GET /api/v2/agents/{agent_id}/alias`

        Returns the alias of an agent.

        Args:
            agent_id: Id of the agent.

        Returns:
            The alias.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2, Agents, Agent Alias, Get Agent Alias;
        path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_GET, models.AgentAlias.read, (agent_id,))

    async def update(self, agent_id: int, *, alias: str | Unset = UNSET) -> models.AgentAlias:
        """Update an Agent Alias.

        `PUT /api/v2/agents/{agent_id}/alias`

        Replaces the alias of an agent by another.

        Args:
            agent_id: Id of the agent.
            alias: The new alias. Inferred from the record of an agent.

        Returns:
            The alias.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2, Agents, Agent Alias, Update an Agent
        Alias; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _UPDATE, models.AgentAlias.read, (agent_id,), body={"alias": alias}
        )

    async def create(self, agent_id: int, *, alias: str | Unset = UNSET) -> models.AgentAlias:
        """Create an Agent Alias.

        `POST /api/v2/agents/{agent_id}/alias`

        Gives an agent an alias, which is a further name of it.

        Args:
            agent_id: Id of the agent.
            alias: The alias. Inferred from the record of an agent.

        Returns:
            The new alias.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2, Agents, Agent Alias, Create an Agent
        Alias; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _CREATE, models.AgentAlias.read, (agent_id,), body={"alias": alias}
        )

    async def delete(self, agent_id: int) -> None:
        """Delete an Agent Alias.

        `DELETE /api/v2/agents/{agent_id}/alias`

        Takes the alias of an agent away. The agent remains.

        Args:
            agent_id: Id of the agent.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2, Agents, Agent Alias, Delete an Agent
        Alias; path, method and bodies follow the pattern of the generation.
        """
        await self._core.send(_DELETE, nothing, (agent_id,))

    async def list(self) -> builtins.list[models.AgentAlias]:
        """Get all Agent Aliases.

        `GET /api/v2/agents/aliases`

        Returns the aliases of all agents that the caller may see.

        Returns:
            The aliases.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2, Agents, Agent Alias, Get all Agent
        Aliases; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST, list_of(models.AgentAlias.read))


class V2AgentAliasesWithResponse(Resource):
    """The methods of `client.v2.agent_aliases`, returning whole responses."""

    __slots__ = ()

    async def get(self, agent_id: int) -> APIResponse[models.AgentAlias]:
        """Get Agent Alias.

        `GET /api/v2/agents/{agent_id}/alias`

        Takes the arguments of `get` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_GET, models.AgentAlias.read, (agent_id,))

    async def update(
        self, agent_id: int, *, alias: str | Unset = UNSET
    ) -> APIResponse[models.AgentAlias]:
        """Update an Agent Alias.

        `PUT /api/v2/agents/{agent_id}/alias`

        Takes the arguments of `update` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _UPDATE, models.AgentAlias.read, (agent_id,), body={"alias": alias}
        )

    async def create(
        self, agent_id: int, *, alias: str | Unset = UNSET
    ) -> APIResponse[models.AgentAlias]:
        """Create an Agent Alias.

        `POST /api/v2/agents/{agent_id}/alias`

        Takes the arguments of `create` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _CREATE, models.AgentAlias.read, (agent_id,), body={"alias": alias}
        )

    async def delete(self, agent_id: int) -> APIResponse[None]:
        """Delete an Agent Alias.

        `DELETE /api/v2/agents/{agent_id}/alias`

        Takes the arguments of `delete` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_DELETE, nothing, (agent_id,))

    async def list(self) -> APIResponse[builtins.list[models.AgentAlias]]:
        """Get all Agent Aliases.

        `GET /api/v2/agents/aliases`

        Takes the arguments of `list` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST, list_of(models.AgentAlias.read))
