"""`client.v2_legacy.agent_reviews`: reviews of agents by their users.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._model import list_of, nothing
from ..._protocol import Operation, Resource
from .. import models

if TYPE_CHECKING:
    import builtins

    from ..._response import APIResponse

_LIST = Operation(id="v2l_agent_reviews_list", method="GET", path="/v2/api/review", idempotent=True)
_LIST_BY_AGENT = Operation(
    id="v2l_agent_reviews_list_by_agent",
    method="GET",
    path="/v2/api/agent/{agent_id}/review",
    idempotent=True,
)
_CREATE = Operation(
    id="v2l_agent_reviews_create",
    method="POST",
    path="/v2/api/agent/{agent_id}/review",
    body="json",
)
_DELETE = Operation(
    id="v2l_agent_reviews_delete",
    method="DELETE",
    path="/v2/api/review/{review_id}",
    idempotent=True,
)


class V2LegacyAgentReviewsApi(Resource):
    """Reviews of agents by their users."""

    __slots__ = ()

    @property
    def with_response(self) -> V2LegacyAgentReviewsWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V2LegacyAgentReviewsWithResponse(self._core)

    async def list(self) -> builtins.list[models.Review]:
        """Get All Reviews.

        `GET /v2/api/review`

        Returns the reviews of all agents that the caller may see.

        Returns:
            The reviews.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/legacy-get-all-reviews, title only; path, method and
        bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST, list_of(models.Review.read))

    async def list_by_agent(self, agent_id: int) -> builtins.list[models.Review]:
        """Get Reviews by Agent.

        `GET /v2/api/agent/{agent_id}/review`

        Returns the reviews of one agent.

        Args:
            agent_id: Id of the agent.

        Returns:
            The reviews.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Agent Reviews, Get Reviews by
        Agent; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST_BY_AGENT, list_of(models.Review.read), (agent_id,))

    async def create(self, agent_id: int, *, body: builtins.dict[str, Any]) -> models.Review:
        """Create Review.

        `POST /v2/api/agent/{agent_id}/review`

        Writes a review of an agent.

        Args:
            agent_id: Id of the agent.
            body: The review. The vendor documents no member of it.

        Returns:
            The new review.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Agent Reviews, Create Review;
        path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_CREATE, models.Review.read, (agent_id,), body=body)

    async def delete(self, review_id: int) -> None:
        """Delete Review.

        `DELETE /v2/api/review/{review_id}`

        Deletes a review.

        Args:
            review_id: Id of the review.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Agent Reviews, Delete Review;
        path, method and bodies follow the pattern of the generation.
        """
        await self._core.send(_DELETE, nothing, (review_id,))


class V2LegacyAgentReviewsWithResponse(Resource):
    """The methods of `client.v2_legacy.agent_reviews`, returning whole responses."""

    __slots__ = ()

    async def list(self) -> APIResponse[builtins.list[models.Review]]:
        """Get All Reviews.

        `GET /v2/api/review`

        Takes the arguments of `list` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST, list_of(models.Review.read))

    async def list_by_agent(self, agent_id: int) -> APIResponse[builtins.list[models.Review]]:
        """Get Reviews by Agent.

        `GET /v2/api/agent/{agent_id}/review`

        Takes the arguments of `list_by_agent` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST_BY_AGENT, list_of(models.Review.read), (agent_id,))

    async def create(
        self, agent_id: int, *, body: builtins.dict[str, Any]
    ) -> APIResponse[models.Review]:
        """Create Review.

        `POST /v2/api/agent/{agent_id}/review`

        Takes the arguments of `create` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_CREATE, models.Review.read, (agent_id,), body=body)

    async def delete(self, review_id: int) -> APIResponse[None]:
        """Delete Review.

        `DELETE /v2/api/review/{review_id}`

        Takes the arguments of `delete` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_DELETE, nothing, (review_id,))
