"""`client.v2_legacy.agent_alias`: aliases, which are further names of agents.

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
    id="v2l_agent_alias_list", method="GET", path="/v2/api/agent/alias", idempotent=True
)
_CREATE = Operation(
    id="v2l_agent_alias_create", method="POST", path="/v2/api/agent/{agent_id}/alias", body="json"
)
_UPDATE = Operation(
    id="v2l_agent_alias_update",
    method="PUT",
    path="/v2/api/agent/{agent_id}/alias",
    body="json",
    idempotent=True,
)
_DELETE = Operation(
    id="v2l_agent_alias_delete",
    method="DELETE",
    path="/v2/api/agent/{agent_id}/alias",
    idempotent=True,
)


class V2LegacyAgentAliasApi(Resource):
    """Aliases, which are further names of agents."""

    __slots__ = ()

    @property
    def with_response(self) -> V2LegacyAgentAliasWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V2LegacyAgentAliasWithResponse(self._core)

    async def list(self) -> builtins.list[models.AgentAlias]:
        """Get All Agent Aliases.

        `GET /v2/api/agent/alias`

        Returns the aliases of all agents that the caller may see.

        Returns:
            The aliases.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Agent Alias, Get All Agent
        Aliases; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST, list_of(models.AgentAlias.read))

    async def create(self, agent_id: int, *, alias: str) -> models.AgentAlias:
        """Create Agent Alias.

        `POST /v2/api/agent/{agent_id}/alias`

        Gives an agent an alias.

        Args:
            agent_id: Id of the agent.
            alias: The alias. Inferred from the record of an agent.

        Returns:
            The new alias.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/v2-legacy/create-agent-alias-legacy, title only; path,
        method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _CREATE, models.AgentAlias.read, (agent_id,), body={"alias": alias}
        )

    async def update(self, agent_id: int, *, alias: str) -> models.AgentAlias:
        """Update Agent Alias.

        `PUT /v2/api/agent/{agent_id}/alias`

        Changes the alias of an agent.

        Args:
            agent_id: Id of the agent.
            alias: The alias. Inferred from the record of an agent.

        Returns:
            The alias as it is now.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Agent Alias, Update Agent
        Alias; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _UPDATE, models.AgentAlias.read, (agent_id,), body={"alias": alias}
        )

    async def delete(self, agent_id: int) -> None:
        """Delete Agent Alias.

        `DELETE /v2/api/agent/{agent_id}/alias`

        Deletes the alias of an agent.

        Args:
            agent_id: Id of the agent.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Agent Alias, Delete Agent
        Alias; path, method and bodies follow the pattern of the generation.
        """
        await self._core.send(_DELETE, nothing, (agent_id,))


class V2LegacyAgentAliasWithResponse(Resource):
    """The methods of `client.v2_legacy.agent_alias`, returning whole responses."""

    __slots__ = ()

    async def list(self) -> APIResponse[builtins.list[models.AgentAlias]]:
        """Get All Agent Aliases.

        `GET /v2/api/agent/alias`

        Takes the arguments of `list` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST, list_of(models.AgentAlias.read))

    async def create(self, agent_id: int, *, alias: str) -> APIResponse[models.AgentAlias]:
        """Create Agent Alias.

        `POST /v2/api/agent/{agent_id}/alias`

        Takes the arguments of `create` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _CREATE, models.AgentAlias.read, (agent_id,), body={"alias": alias}
        )

    async def update(self, agent_id: int, *, alias: str) -> APIResponse[models.AgentAlias]:
        """Update Agent Alias.

        `PUT /v2/api/agent/{agent_id}/alias`

        Takes the arguments of `update` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _UPDATE, models.AgentAlias.read, (agent_id,), body={"alias": alias}
        )

    async def delete(self, agent_id: int) -> APIResponse[None]:
        """Delete Agent Alias.

        `DELETE /v2/api/agent/{agent_id}/alias`

        Takes the arguments of `delete` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_DELETE, nothing, (agent_id,))
