"""`client.v2.agent_comments`: comments of users on agents.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._model import list_of, nothing
from ..._protocol import UNSET, Operation, Resource, Unset
from .. import models

if TYPE_CHECKING:
    from ..._response import APIResponse

_LIST_BY_AGENT = Operation(
    id="v2_agent_comments_list_by_agent",
    method="GET",
    path="/api/v2/agents/{agent_id}/comments",
    idempotent=True,
)
_CREATE = Operation(
    id="v2_agent_comments_create",
    method="POST",
    path="/api/v2/agents/{agent_id}/comments",
    body="json",
)
_UPDATE = Operation(
    id="v2_agent_comments_update",
    method="PUT",
    path="/api/v2/agents/{agent_id}/comments/{comment_id}",
    body="json",
    idempotent=True,
)
_DELETE = Operation(
    id="v2_agent_comments_delete",
    method="DELETE",
    path="/api/v2/agents/{agent_id}/comments/{comment_id}",
    idempotent=True,
)


class V2AgentCommentsApi(Resource):
    """Comments of users on agents."""

    __slots__ = ()

    @property
    def with_response(self) -> V2AgentCommentsWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V2AgentCommentsWithResponse(self._core)

    async def list_by_agent(self, agent_id: int) -> list[models.AgentComment]:
        """Get all Comments for an Agent.

        `GET /api/v2/agents/{agent_id}/comments`

        Returns the comments of users on an agent. Comments on single answers are another thing.

        Args:
            agent_id: Id of the agent.

        Returns:
            The comments.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2, Agents, Agent Comment, Get all
        Comments for an Agent; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST_BY_AGENT, list_of(models.AgentComment.read), (agent_id,))

    async def create(self, agent_id: int, *, comment: str | Unset = UNSET) -> models.AgentComment:
        """Create a Comment.

        `POST /api/v2/agents/{agent_id}/comments`

        Comments on an agent as a whole.

        Args:
            agent_id: Id of the agent.
            comment: Text of the comment. Inferred from comments on answers.

        Returns:
            The new comment.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2, Agents, Agent Comment, Create a
        Comment; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _CREATE, models.AgentComment.read, (agent_id,), body={"comment": comment}
        )

    async def update(
        self, agent_id: int, comment_id: int, *, comment: str | Unset = UNSET
    ) -> models.AgentComment:
        """Update a Comment.

        `PUT /api/v2/agents/{agent_id}/comments/{comment_id}`

        Changes the text of a comment on an agent.

        Args:
            agent_id: Id of the agent.
            comment_id: Id of the comment.
            comment: New text of the comment. Inferred from comments on answers.

        Returns:
            The comment.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2, Agents, Agent Comment, Update a
        Comment; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _UPDATE, models.AgentComment.read, (agent_id, comment_id), body={"comment": comment}
        )

    async def delete(self, agent_id: int, comment_id: int) -> None:
        """Delete a Comment.

        `DELETE /api/v2/agents/{agent_id}/comments/{comment_id}`

        Deletes a comment on an agent.

        Args:
            agent_id: Id of the agent.
            comment_id: Id of the comment.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2, Agents, Agent Comment, Delete a
        Comment; path, method and bodies follow the pattern of the generation.
        """
        await self._core.send(_DELETE, nothing, (agent_id, comment_id))


class V2AgentCommentsWithResponse(Resource):
    """The methods of `client.v2.agent_comments`, returning whole responses."""

    __slots__ = ()

    async def list_by_agent(self, agent_id: int) -> APIResponse[list[models.AgentComment]]:
        """Get all Comments for an Agent.

        `GET /api/v2/agents/{agent_id}/comments`

        Takes the arguments of `list_by_agent` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _LIST_BY_AGENT, list_of(models.AgentComment.read), (agent_id,)
        )

    async def create(
        self, agent_id: int, *, comment: str | Unset = UNSET
    ) -> APIResponse[models.AgentComment]:
        """Create a Comment.

        `POST /api/v2/agents/{agent_id}/comments`

        Takes the arguments of `create` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _CREATE, models.AgentComment.read, (agent_id,), body={"comment": comment}
        )

    async def update(
        self, agent_id: int, comment_id: int, *, comment: str | Unset = UNSET
    ) -> APIResponse[models.AgentComment]:
        """Update a Comment.

        `PUT /api/v2/agents/{agent_id}/comments/{comment_id}`

        Takes the arguments of `update` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _UPDATE, models.AgentComment.read, (agent_id, comment_id), body={"comment": comment}
        )

    async def delete(self, agent_id: int, comment_id: int) -> APIResponse[None]:
        """Delete a Comment.

        `DELETE /api/v2/agents/{agent_id}/comments/{comment_id}`

        Takes the arguments of `delete` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_DELETE, nothing, (agent_id, comment_id))
