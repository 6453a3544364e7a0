"""`client.v2.agent_ratings`: ratings of agents.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._model import list_of
from ..._protocol import Operation, Resource
from .. import models

if TYPE_CHECKING:
    import builtins

    from ..._response import APIResponse

_LIST = Operation(
    id="v2_agent_ratings_list", method="GET", path="/api/v2/agents/ratings", idempotent=True
)
_LIST_BY_AGENT = Operation(
    id="v2_agent_ratings_list_by_agent",
    method="GET",
    path="/api/v2/agents/{agent_id}/ratings",
    idempotent=True,
)
_UPDATE = Operation(
    id="v2_agent_ratings_update",
    method="PUT",
    path="/api/v2/agents/{agent_id}/ratings",
    body="json",
    idempotent=True,
)


class V2AgentRatingsApi(Resource):
    """Ratings of agents."""

    __slots__ = ()

    @property
    def with_response(self) -> V2AgentRatingsWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V2AgentRatingsWithResponse(self._core)

    async def list(self) -> builtins.list[models.Rating]:
        """Get all Agent Ratings.

        `GET /api/v2/agents/ratings`

        Returns the ratings of all agents that the caller may see.

        Returns:
            The ratings.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2, Agents, Agent Rating, Get all Agent
        Ratings; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST, list_of(models.Rating.read))

    async def list_by_agent(self, agent_id: int) -> builtins.list[models.Rating]:
        """Get Ratings of an Agent.

        `GET /api/v2/agents/{agent_id}/ratings`

        Returns the ratings that users have given to one agent.

        Args:
            agent_id: Id of the agent.

        Returns:
            The ratings.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2, Agents, Agent Rating, Get Ratings of
        an Agent; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST_BY_AGENT, list_of(models.Rating.read), (agent_id,))

    async def update(self, agent_id: int, *, body: builtins.dict[str, Any]) -> models.Rating:
        """Update Agent Rating.

        `PUT /api/v2/agents/{agent_id}/ratings`

        Rates an agent. That it is the caller's own rating which changes is presumed.

        Args:
            agent_id: Id of the agent.

        Returns:
            The rating.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2, Agents, Agent Rating, Update Agent
        Rating; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_UPDATE, models.Rating.read, (agent_id,), body=body)


class V2AgentRatingsWithResponse(Resource):
    """The methods of `client.v2.agent_ratings`, returning whole responses."""

    __slots__ = ()

    async def list(self) -> APIResponse[builtins.list[models.Rating]]:
        """Get all Agent Ratings.

        `GET /api/v2/agents/ratings`

        Takes the arguments of `list` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST, list_of(models.Rating.read))

    async def list_by_agent(self, agent_id: int) -> APIResponse[builtins.list[models.Rating]]:
        """Get Ratings of an Agent.

        `GET /api/v2/agents/{agent_id}/ratings`

        Takes the arguments of `list_by_agent` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST_BY_AGENT, list_of(models.Rating.read), (agent_id,))

    async def update(
        self, agent_id: int, *, body: builtins.dict[str, Any]
    ) -> APIResponse[models.Rating]:
        """Update Agent Rating.

        `PUT /api/v2/agents/{agent_id}/ratings`

        Takes the arguments of `update` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_UPDATE, models.Rating.read, (agent_id,), body=body)
