"""`client.v2.agent_reviews`: reviews of agents by their users.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._model import list_of, nothing
from ..._protocol import Operation, Resource
from .. import models

if TYPE_CHECKING:
    from ..._response import APIResponse

_LIST_BY_AGENT = Operation(
    id="v2_agent_reviews_list_by_agent",
    method="GET",
    path="/api/v2/agents/{agent_id}/reviews",
    idempotent=True,
)
_CREATE = Operation(
    id="v2_agent_reviews_create",
    method="POST",
    path="/api/v2/agents/{agent_id}/reviews",
    body="json",
)
_LIST_MINE = Operation(
    id="v2_agent_reviews_list_mine", method="GET", path="/api/v2/agents/reviews", idempotent=True
)
_UPDATE = Operation(
    id="v2_agent_reviews_update",
    method="PUT",
    path="/api/v2/agents/{agent_id}/reviews/{review_id}",
    body="json",
    idempotent=True,
)
_DELETE = Operation(
    id="v2_agent_reviews_delete",
    method="DELETE",
    path="/api/v2/agents/{agent_id}/reviews/{review_id}",
    idempotent=True,
)


class V2AgentReviewsApi(Resource):
    """Reviews of agents by their users."""

    __slots__ = ()

    @property
    def with_response(self) -> V2AgentReviewsWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V2AgentReviewsWithResponse(self._core)

    async def list_by_agent(self, agent_id: int) -> list[models.Review]:
        """Get all Reviews for specific Agent.

        `GET /api/v2/agents/{agent_id}/reviews`

        Returns the reviews of one agent by its users.

        Args:
            agent_id: Id of the agent.

        Returns:
            The reviews.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2, Agents, Agent Review, Get all Reviews
        for specific Agent; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST_BY_AGENT, list_of(models.Review.read), (agent_id,))

    async def create(self, agent_id: int, *, body: dict[str, Any]) -> models.Review:
        """Create a new Review.

        `POST /api/v2/agents/{agent_id}/reviews`

        Writes a review of an agent.

        Args:
            agent_id: Id of the agent.

        Returns:
            The new review.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2, Agents, Agent Review, Create a new
        Review; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_CREATE, models.Review.read, (agent_id,), body=body)

    async def list_mine(self) -> list[models.Review]:
        """Get all Reviews of the Authenticated User.

        `GET /api/v2/agents/reviews`

        Returns the reviews that the caller has written, of whatever agent.

        Returns:
            The reviews.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2, Agents, Agent Review, Get all Reviews
        of the Authenticated User; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST_MINE, list_of(models.Review.read))

    async def update(self, agent_id: int, review_id: int, *, body: dict[str, Any]) -> models.Review:
        """Update a Review.

        `PUT /api/v2/agents/{agent_id}/reviews/{review_id}`

        Changes a review of an agent.

        Args:
            agent_id: Id of the agent.
            review_id: Id of the review.

        Returns:
            The review.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2, Agents, Agent Review, Update a
        Review; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_UPDATE, models.Review.read, (agent_id, review_id), body=body)

    async def delete(self, agent_id: int, review_id: int) -> None:
        """Delete a Review.

        `DELETE /api/v2/agents/{agent_id}/reviews/{review_id}`

        Deletes a review of an agent.

        Args:
            agent_id: Id of the agent.
            review_id: Id of the review.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2, Agents, Agent Review, Delete a
        Review; path, method and bodies follow the pattern of the generation.
        """
        await self._core.send(_DELETE, nothing, (agent_id, review_id))


class V2AgentReviewsWithResponse(Resource):
    """The methods of `client.v2.agent_reviews`, returning whole responses."""

    __slots__ = ()

    async def list_by_agent(self, agent_id: int) -> APIResponse[list[models.Review]]:
        """Get all Reviews for specific Agent.

        `GET /api/v2/agents/{agent_id}/reviews`

        Takes the arguments of `list_by_agent` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST_BY_AGENT, list_of(models.Review.read), (agent_id,))

    async def create(self, agent_id: int, *, body: dict[str, Any]) -> APIResponse[models.Review]:
        """Create a new Review.

        `POST /api/v2/agents/{agent_id}/reviews`

        Takes the arguments of `create` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_CREATE, models.Review.read, (agent_id,), body=body)

    async def list_mine(self) -> APIResponse[list[models.Review]]:
        """Get all Reviews of the Authenticated User.

        `GET /api/v2/agents/reviews`

        Takes the arguments of `list_mine` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST_MINE, list_of(models.Review.read))

    async def update(
        self, agent_id: int, review_id: int, *, body: dict[str, Any]
    ) -> APIResponse[models.Review]:
        """Update a Review.

        `PUT /api/v2/agents/{agent_id}/reviews/{review_id}`

        Takes the arguments of `update` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _UPDATE, models.Review.read, (agent_id, review_id), body=body
        )

    async def delete(self, agent_id: int, review_id: int) -> APIResponse[None]:
        """Delete a Review.

        `DELETE /api/v2/agents/{agent_id}/reviews/{review_id}`

        Takes the arguments of `delete` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_DELETE, nothing, (agent_id, review_id))
