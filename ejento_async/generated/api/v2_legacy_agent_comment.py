"""`client.v2_legacy.agent_comment`: comments of users on agents.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._model import list_of
from ..._protocol import Operation, Resource
from .. import models

if TYPE_CHECKING:
    from ..._response import APIResponse

_LIST_BY_AGENT = Operation(
    id="v2l_agent_comment_list_by_agent",
    method="GET",
    path="/v2/api/agent/{agent_id}/comment",
    idempotent=True,
)
_CREATE = Operation(
    id="v2l_agent_comment_create",
    method="POST",
    path="/v2/api/agent/{agent_id}/comment",
    body="json",
)
_UPDATE = Operation(
    id="v2l_agent_comment_update",
    method="PUT",
    path="/v2/api/agent/{agent_id}/comment/{comment_id}",
    body="json",
    idempotent=True,
)


class V2LegacyAgentCommentApi(Resource):
    """Comments of users on agents."""

    __slots__ = ()

    @property
    def with_response(self) -> V2LegacyAgentCommentWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V2LegacyAgentCommentWithResponse(self._core)

    async def list_by_agent(self, agent_id: int) -> list[models.AgentComment]:
        """Get Comments for an Agent.

        `GET /v2/api/agent/{agent_id}/comment`

        Returns the comments of users on an agent.

        Args:
            agent_id: Id of the agent.

        Returns:
            The comments.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Agent Comment, Get Comments
        for an Agent; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST_BY_AGENT, list_of(models.AgentComment.read), (agent_id,))

    async def create(self, agent_id: int, *, comment: str) -> models.AgentComment:
        """Create Comment on an Agent.

        `POST /v2/api/agent/{agent_id}/comment`

        Writes a comment on an agent.

        Args:
            agent_id: Id of the agent.
            comment: Text of the comment. Inferred from comments on answers.

        Returns:
            The new comment.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Agent Comment, Create Comment
        on an Agent; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _CREATE, models.AgentComment.read, (agent_id,), body={"comment": comment}
        )

    async def update(self, agent_id: int, comment_id: int, *, comment: str) -> models.AgentComment:
        """Edit Agent Comment.

        `PUT /v2/api/agent/{agent_id}/comment/{comment_id}`

        Changes the text of a comment on an agent.

        Args:
            agent_id: Id of the agent.
            comment_id: Id of the comment.
            comment: Text of the comment. Inferred from comments on answers.

        Returns:
            The comment as it is now.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Agent Comment, Edit Agent
        Comment; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _UPDATE, models.AgentComment.read, (agent_id, comment_id), body={"comment": comment}
        )


class V2LegacyAgentCommentWithResponse(Resource):
    """The methods of `client.v2_legacy.agent_comment`, returning whole responses."""

    __slots__ = ()

    async def list_by_agent(self, agent_id: int) -> APIResponse[list[models.AgentComment]]:
        """Get Comments for an Agent.

        `GET /v2/api/agent/{agent_id}/comment`

        Takes the arguments of `list_by_agent` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _LIST_BY_AGENT, list_of(models.AgentComment.read), (agent_id,)
        )

    async def create(self, agent_id: int, *, comment: str) -> APIResponse[models.AgentComment]:
        """Create Comment on an Agent.

        `POST /v2/api/agent/{agent_id}/comment`

        Takes the arguments of `create` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _CREATE, models.AgentComment.read, (agent_id,), body={"comment": comment}
        )

    async def update(
        self, agent_id: int, comment_id: int, *, comment: str
    ) -> APIResponse[models.AgentComment]:
        """Edit Agent Comment.

        `PUT /v2/api/agent/{agent_id}/comment/{comment_id}`

        Takes the arguments of `update` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _UPDATE, models.AgentComment.read, (agent_id, comment_id), body={"comment": comment}
        )
