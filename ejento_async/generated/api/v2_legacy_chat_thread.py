"""`client.v2_legacy.chat_thread`: chat threads, in which the questions to one agent and its answers
are kept together.

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
    id="v2l_chat_thread_list_by_agent",
    method="GET",
    path="/v2/api/agent/{agent_id}/chat-thread",
    idempotent=True,
)
_CREATE = Operation(
    id="v2l_chat_thread_create", method="POST", path="/v2/api/agent/{agent_id}/chat-thread"
)


class V2LegacyChatThreadApi(Resource):
    """Chat threads, in which the questions to one agent and its answers are kept together."""

    __slots__ = ()

    @property
    def with_response(self) -> V2LegacyChatThreadWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V2LegacyChatThreadWithResponse(self._core)

    async def list_by_agent(self, agent_id: int) -> list[models.ChatThread]:
        """Get All Chat Threads Of An Agent.

        `GET /v2/api/agent/{agent_id}/chat-thread`

        Returns all chat threads with an agent at once.

        Args:
            agent_id: Id of the agent.

        Returns:
            The chat threads.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: documented (ejentoapi.apidog.io/legacy-get-all-chat-threads-of-an-agent).
        """
        return await self._core.send(_LIST_BY_AGENT, list_of(models.ChatThread.read), (agent_id,))

    async def create(self, agent_id: int) -> models.ChatThread:
        """Create Chat Thread.

        `POST /v2/api/agent/{agent_id}/chat-thread`

        Opens a new chat thread with an agent.

        Args:
            agent_id: Id of the agent.

        Returns:
            The new chat thread.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: documented (api.ejento.ai/legacy-create-chat-thread).
        """
        return await self._core.send(_CREATE, models.ChatThread.read, (agent_id,))


class V2LegacyChatThreadWithResponse(Resource):
    """The methods of `client.v2_legacy.chat_thread`, returning whole responses."""

    __slots__ = ()

    async def list_by_agent(self, agent_id: int) -> APIResponse[list[models.ChatThread]]:
        """`list_by_agent`, with the whole response."""
        return await self._core.respond(
            _LIST_BY_AGENT, list_of(models.ChatThread.read), (agent_id,)
        )

    async def create(self, agent_id: int) -> APIResponse[models.ChatThread]:
        """`create`, with the whole response."""
        return await self._core.respond(_CREATE, models.ChatThread.read, (agent_id,))
