"""`client.v2.conversation_starters`: questions that an agent offers to begin a conversation with.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._model import list_of
from ..._protocol import Operation, Resource
from .. import models

if TYPE_CHECKING:
    from ..._response import APIResponse

_LIST_BY_AGENT = Operation(
    id="v2_conversation_starters_list_by_agent",
    method="GET",
    path="/api/v2/agents/{agent_id}/conversation-starters",
    idempotent=True,
)
_CREATE = Operation(
    id="v2_conversation_starters_create",
    method="POST",
    path="/api/v2/agents/{agent_id}/conversation-starters",
    body="json",
)


class V2ConversationStartersApi(Resource):
    """Questions that an agent offers to begin a conversation with."""

    __slots__ = ()

    @property
    def with_response(self) -> V2ConversationStartersWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V2ConversationStartersWithResponse(self._core)

    async def list_by_agent(self, agent_id: int) -> list[models.ConversationStarter]:
        """List Conversation Starters of an Agent.

        `GET /api/v2/agents/{agent_id}/conversation-starters`

        Returns the questions that an agent offers to begin a conversation with. The vendor's
        navigation of V2 does not name this operation; title, path and verb follow Get Conversation
        Starters of V2 Legacy by the naming rule.

        Args:
            agent_id: Id of the agent.

        Returns:
            The conversation starters.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Conversation Starters, Get
        Conversation Starters; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _LIST_BY_AGENT, list_of(models.ConversationStarter.read), (agent_id,)
        )

    async def create(self, agent_id: int, *, body: dict[str, Any]) -> models.ConversationStarter:
        """Create a Conversation Starter.

        `POST /api/v2/agents/{agent_id}/conversation-starters`

        Gives an agent a question to begin a conversation with. The vendor's navigation of V2 does
        not name this operation; title, path and verb follow Create Conversation Starter of V2
        Legacy by the naming rule.

        Args:
            agent_id: Id of the agent.

        Returns:
            The new conversation starter.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Conversation Starters, Create
        Conversation Starter; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _CREATE, models.ConversationStarter.read, (agent_id,), body=body
        )


class V2ConversationStartersWithResponse(Resource):
    """The methods of `client.v2.conversation_starters`, returning whole responses."""

    __slots__ = ()

    async def list_by_agent(self, agent_id: int) -> APIResponse[list[models.ConversationStarter]]:
        """List Conversation Starters of an Agent.

        `GET /api/v2/agents/{agent_id}/conversation-starters`

        Takes the arguments of `list_by_agent` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _LIST_BY_AGENT, list_of(models.ConversationStarter.read), (agent_id,)
        )

    async def create(
        self, agent_id: int, *, body: dict[str, Any]
    ) -> APIResponse[models.ConversationStarter]:
        """Create a Conversation Starter.

        `POST /api/v2/agents/{agent_id}/conversation-starters`

        Takes the arguments of `create` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _CREATE, models.ConversationStarter.read, (agent_id,), body=body
        )
