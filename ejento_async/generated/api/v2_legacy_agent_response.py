"""`client.v2_legacy.agent_response`: questions to agents and the stored answers.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._model import list_of
from ..._protocol import UNSET, Operation, Pagination, Resource, Unset
from .. import models

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from ..._pagination import Page
    from ..._response import APIResponse

_LIST_BY_AGENT = Operation(
    id="v2l_agent_response_list_by_agent",
    method="GET",
    path="/v2/api/agent/{agent_id}/response",
    idempotent=True,
    pagination=Pagination(
        items="agent_responses", page="current_page", pages="num_pages", total="count"
    ),
)
_CREATE = Operation(
    id="v2l_agent_response_create",
    method="POST",
    path="/v2/api/agent/{agent_id}/response",
    body="json",
    timeout=300.0,
    deprecated="v2.agent_responses.create",
)
_LIST_PINNED = Operation(
    id="v2l_agent_response_list_pinned",
    method="GET",
    path="/v2/api/agent/{agent_id}/response/pin",
    idempotent=True,
)
_LIST_BY_CHAT_THREAD = Operation(
    id="v2l_agent_response_list_by_chat_thread",
    method="GET",
    path="/v2/api/chat-thread/{chatthread_id}/agent-response",
    idempotent=True,
)


class V2LegacyAgentResponseApi(Resource):
    """Questions to agents and the stored answers."""

    __slots__ = ()

    @property
    def with_response(self) -> V2LegacyAgentResponseWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V2LegacyAgentResponseWithResponse(self._core)

    async def list_by_agent(
        self,
        agent_id: int,
        *,
        query_source: str | Unset = UNSET,
        page: int | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
    ) -> Page[models.LegacyAgentResponse]:
        """Get All Agent Responses.

        `GET /v2/api/agent/{agent_id}/response`

        Returns the stored answers of an agent, page by page.

        Args:
            agent_id: Id of the agent.
            query_source: Return only what was asked through this channel. Values seen are `web`,
                `app-ejento`, `teams-ejento` and `slack-ejento`.
            page: Number of the page, counted from 1.
            items_per_page: How many items a page holds.

        Returns:
            One page of stored answers.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: documented (api.ejento.ai/legacy-get-all-agent-responses).
        """
        return await self._core.send_page(
            _LIST_BY_AGENT,
            models.LegacyAgentResponse.read,
            (agent_id,),
            query={"query_source": query_source, "page": page, "items_per_page": items_per_page},
        )

    def iter_by_agent(
        self,
        agent_id: int,
        *,
        query_source: str | Unset = UNSET,
        page: int | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
    ) -> AsyncIterator[models.LegacyAgentResponse]:
        """Walk all items of `list_by_agent`, fetching pages as they are needed.

        Takes the arguments of `list_by_agent`; the walk begins at `page`.
        """
        return self._core.iterate(
            _LIST_BY_AGENT,
            models.LegacyAgentResponse.read,
            (agent_id,),
            query={"query_source": query_source, "page": page, "items_per_page": items_per_page},
        )

    async def create(
        self,
        agent_id: int,
        *,
        model: str,
        history: list[models.HistoryTurnInput] | Unset = UNSET,
        chat_thread_id: int | Unset = UNSET,
        overrides: models.LegacyResponseOverridesInput | Unset = UNSET,
        query_source: str | Unset = UNSET,
    ) -> models.AgentAnswer:
        """Create Agent Response.

        `POST /v2/api/agent/{agent_id}/response`

        Asks an agent and waits for the whole answer. The vendor deprecated it on 15 October 2025
        and named 14 November 2025 as its end.

        Args:
            agent_id: Id of the agent.
            model: Language model. The current endpoint chooses it on the server.
            history: The turns of the conversation, oldest first. No other documented member holds
                the question, so it is presumably the `user` of the last turn.
            chat_thread_id: Id of the chat thread to ask in.
            overrides: Settings that apply to one answer, in place of those of the agent.
            query_source: Channel of the question, for example `web`.

        Returns:
            The answer.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: documented (api.ejento.ai/legacy-create-agent-response;
        api.ejento.ai/guides/response-api-migration).

        Deprecated: use `v2.agent_responses.create`.
        """
        return await self._core.send(
            _CREATE,
            models.AgentAnswer.read,
            (agent_id,),
            body={
                "model": model,
                "history": history,
                "chat_thread_id": chat_thread_id,
                "overrides": overrides,
                "query_source": query_source,
            },
        )

    async def list_pinned(self, agent_id: int) -> list[models.PinnedAgentResponse]:
        """Get Pinned Agent Responses.

        `GET /v2/api/agent/{agent_id}/response/pin`

        Returns the stored answers of an agent that are pinned.

        Args:
            agent_id: Id of the agent.

        Returns:
            The pinned answers.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: documented (api.ejento.ai/legacy-get-pinned-agent-responses).
        """
        return await self._core.send(
            _LIST_PINNED, list_of(models.PinnedAgentResponse.read), (agent_id,)
        )

    async def list_by_chat_thread(self, chatthread_id: int) -> list[models.LegacyAgentResponse]:
        """Get Agent Responses By Chat Thread.

        `GET /v2/api/chat-thread/{chatthread_id}/agent-response`

        Returns all stored answers of a chat thread at once.

        Args:
            chatthread_id: Id of the chat thread.

        Returns:
            The stored answers.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: documented (api.ejento.ai/legacy-get-agent-responses-by-chat-thread).
        """
        return await self._core.send(
            _LIST_BY_CHAT_THREAD, list_of(models.LegacyAgentResponse.read), (chatthread_id,)
        )


class V2LegacyAgentResponseWithResponse(Resource):
    """The methods of `client.v2_legacy.agent_response`, returning whole responses."""

    __slots__ = ()

    async def list_by_agent(
        self,
        agent_id: int,
        *,
        query_source: str | Unset = UNSET,
        page: int | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
    ) -> APIResponse[Page[models.LegacyAgentResponse]]:
        """`list_by_agent`, with the whole response."""
        return await self._core.respond_page(
            _LIST_BY_AGENT,
            models.LegacyAgentResponse.read,
            (agent_id,),
            query={"query_source": query_source, "page": page, "items_per_page": items_per_page},
        )

    async def create(
        self,
        agent_id: int,
        *,
        model: str,
        history: list[models.HistoryTurnInput] | Unset = UNSET,
        chat_thread_id: int | Unset = UNSET,
        overrides: models.LegacyResponseOverridesInput | Unset = UNSET,
        query_source: str | Unset = UNSET,
    ) -> APIResponse[models.AgentAnswer]:
        """`create`, with the whole response."""
        return await self._core.respond(
            _CREATE,
            models.AgentAnswer.read,
            (agent_id,),
            body={
                "model": model,
                "history": history,
                "chat_thread_id": chat_thread_id,
                "overrides": overrides,
                "query_source": query_source,
            },
        )

    async def list_pinned(self, agent_id: int) -> APIResponse[list[models.PinnedAgentResponse]]:
        """`list_pinned`, with the whole response."""
        return await self._core.respond(
            _LIST_PINNED, list_of(models.PinnedAgentResponse.read), (agent_id,)
        )

    async def list_by_chat_thread(
        self, chatthread_id: int
    ) -> APIResponse[list[models.LegacyAgentResponse]]:
        """`list_by_chat_thread`, with the whole response."""
        return await self._core.respond(
            _LIST_BY_CHAT_THREAD, list_of(models.LegacyAgentResponse.read), (chatthread_id,)
        )
