"""`client.v2_legacy.agent_rating`: ratings of agents.

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

_GET = Operation(
    id="v2l_agent_rating_get", method="GET", path="/v2/api/agent/{agent_id}/rating", idempotent=True
)
_UPDATE = Operation(
    id="v2l_agent_rating_update",
    method="PUT",
    path="/v2/api/agent/{agent_id}/rating",
    body="json",
    idempotent=True,
)
_LIST = Operation(
    id="v2l_agent_rating_list", method="GET", path="/v2/api/agent/rating", idempotent=True
)


class V2LegacyAgentRatingApi(Resource):
    """Ratings of agents."""

    __slots__ = ()

    @property
    def with_response(self) -> V2LegacyAgentRatingWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V2LegacyAgentRatingWithResponse(self._core)

    async def get(self, agent_id: int) -> models.Rating:
        """Get Agent Rating.

        `GET /v2/api/agent/{agent_id}/rating`

        Returns the rating of an agent.

        Args:
            agent_id: Id of the agent.

        Returns:
            The rating.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/legacy-get-agent-rating, title only; path, method and
        bodies follow the pattern of the generation.
        """
        return await self._core.send(_GET, models.Rating.read, (agent_id,))

    async def update(self, agent_id: int, *, body: builtins.dict[str, Any]) -> models.Rating:
        """Update Agent Rating.

        `PUT /v2/api/agent/{agent_id}/rating`

        Changes the rating that the caller gives an agent.

        Args:
            agent_id: Id of the agent.
            body: The rating. The vendor documents no member of it.

        Returns:
            The rating as it is now.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Agent Rating, Update Agent
        Rating; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_UPDATE, models.Rating.read, (agent_id,), body=body)

    async def list(self) -> builtins.list[models.Rating]:
        """Get All Agent Ratings.

        `GET /v2/api/agent/rating`

        Returns the ratings of all agents that the caller may see.

        Returns:
            The ratings.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/legacy-get-all-agent-ratings, title only; path, method
        and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST, list_of(models.Rating.read))


class V2LegacyAgentRatingWithResponse(Resource):
    """The methods of `client.v2_legacy.agent_rating`, returning whole responses."""

    __slots__ = ()

    async def get(self, agent_id: int) -> APIResponse[models.Rating]:
        """Get Agent Rating.

        `GET /v2/api/agent/{agent_id}/rating`

        Takes the arguments of `get` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_GET, models.Rating.read, (agent_id,))

    async def update(
        self, agent_id: int, *, body: builtins.dict[str, Any]
    ) -> APIResponse[models.Rating]:
        """Update Agent Rating.

        `PUT /v2/api/agent/{agent_id}/rating`

        Takes the arguments of `update` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_UPDATE, models.Rating.read, (agent_id,), body=body)

    async def list(self) -> APIResponse[builtins.list[models.Rating]]:
        """Get All Agent Ratings.

        `GET /v2/api/agent/rating`

        Takes the arguments of `list` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST, list_of(models.Rating.read))
