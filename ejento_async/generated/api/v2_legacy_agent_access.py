"""`client.v2_legacy.agent_access`: who may see an agent: everybody, its team, or its owner only.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._protocol import Operation, Resource
from .. import models

if TYPE_CHECKING:
    from ..._response import APIResponse

_GET = Operation(
    id="v2l_agent_access_get", method="GET", path="/v2/api/agent/{agent_id}/access", idempotent=True
)
_UPDATE = Operation(
    id="v2l_agent_access_update",
    method="PUT",
    path="/v2/api/agent/{agent_id}/access",
    body="json",
    idempotent=True,
)


class V2LegacyAgentAccessApi(Resource):
    """Who may see an agent: everybody, its team, or its owner only."""

    __slots__ = ()

    @property
    def with_response(self) -> V2LegacyAgentAccessWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V2LegacyAgentAccessWithResponse(self._core)

    async def get(self, agent_id: int) -> models.AgentAccessLevel:
        """Get Agent Access.

        `GET /v2/api/agent/{agent_id}/access`

        Returns who may use an agent.

        Args:
            agent_id: Id of the agent.

        Returns:
            Who may use the agent.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Agent Access, Get Agent
        Access; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_GET, models.AgentAccessLevel.read, (agent_id,))

    async def update(
        self, agent_id: int, *, access: models.AgentAccessInput
    ) -> models.AgentAccessLevel:
        """Update Agent Access.

        `PUT /v2/api/agent/{agent_id}/access`

        Changes who may use an agent.

        Args:
            agent_id: Id of the agent.
            access: Who may use the agent. Inferred from the record of an agent.

        Returns:
            Who may use the agent now.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Agent Access, Update Agent
        Access; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _UPDATE, models.AgentAccessLevel.read, (agent_id,), body={"access": access}
        )


class V2LegacyAgentAccessWithResponse(Resource):
    """The methods of `client.v2_legacy.agent_access`, returning whole responses."""

    __slots__ = ()

    async def get(self, agent_id: int) -> APIResponse[models.AgentAccessLevel]:
        """Get Agent Access.

        `GET /v2/api/agent/{agent_id}/access`

        Takes the arguments of `get` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_GET, models.AgentAccessLevel.read, (agent_id,))

    async def update(
        self, agent_id: int, *, access: models.AgentAccessInput
    ) -> APIResponse[models.AgentAccessLevel]:
        """Update Agent Access.

        `PUT /v2/api/agent/{agent_id}/access`

        Takes the arguments of `update` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _UPDATE, models.AgentAccessLevel.read, (agent_id,), body={"access": access}
        )
