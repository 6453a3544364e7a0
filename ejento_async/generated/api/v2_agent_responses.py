"""`client.v2.agent_responses`: questions to agents, answered at once or as a stream, and the stored
answers with their feedback.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._model import json_object, list_of, nothing
from ..._protocol import UNSET, Operation, Pagination, Resource, Unset
from .. import models

if TYPE_CHECKING:
    import builtins
    from collections.abc import AsyncGenerator

    from ..._pagination import Page
    from ..._response import APIResponse
    from ..._streaming import AnswerStream

_CREATE = Operation(
    id="v2_agent_responses_create",
    method="POST",
    path="/response-service/api/v2/agents/{agent_id}/responses",
    body="json",
    timeout=300.0,
)
_STREAM = Operation(
    id="v2_agent_responses_stream",
    method="POST",
    path="/response-service/api/v2/agents/{agent_id}/responses/stream",
    body="json",
    accept="text/event-stream",
)
_CREATE_UNPREFIXED = Operation(
    id="v2_agent_responses_create_unprefixed",
    method="POST",
    path="/api/v2/agents/{agent_id}/responses",
    body="json",
    timeout=300.0,
    deprecated="v2.agent_responses.create_unprefixed is deprecated by the vendor: use v2.agent_responses.create",
)
_LIST_BY_AGENT = Operation(
    id="v2_agent_responses_list_by_agent",
    method="GET",
    path="/api/v2/agents/{agent_id}/responses",
    idempotent=True,
    pagination=Pagination(
        items="agent_responses",
        page="meta.current_page",
        pages="meta.num_pages",
        total="meta.count",
    ),
)
_LIST_BY_CHAT_THREAD = Operation(
    id="v2_agent_responses_list_by_chat_thread",
    method="GET",
    path="/api/v2/chat-threads/{chat_thread_id}/agent-responses",
    idempotent=True,
    pagination=Pagination(
        items="agent_responses",
        page="meta.current_page",
        pages="meta.num_pages",
        total="meta.count",
    ),
)
_DELETE = Operation(
    id="v2_agent_responses_delete",
    method="DELETE",
    path="/api/v2/agent-responses/{agent_response_id}",
    idempotent=True,
)
_GET = Operation(
    id="v2_agent_responses_get",
    method="GET",
    path="/api/v2/agent-responses/{agent_response_id}",
    idempotent=True,
)
_UPDATE = Operation(
    id="v2_agent_responses_update",
    method="PUT",
    path="/api/v2/agent-responses/{agent_response_id}",
    body="json",
    idempotent=True,
)
_CREATE_FEEDBACK = Operation(
    id="v2_agent_responses_create_feedback",
    method="POST",
    path="/api/v2/agent-responses/{agent_response_id}/feedbacks",
    body="json",
)
_CREATE_COMMENT = Operation(
    id="v2_agent_responses_create_comment",
    method="POST",
    path="/api/v2/agent-responses/{agent_response_id}/comments",
    body="json",
)
_LIST_COMMENTS = Operation(
    id="v2_agent_responses_list_comments",
    method="GET",
    path="/api/v2/agent-responses/{agent_response_id}/comments",
    idempotent=True,
)
_LIST = Operation(
    id="v2_agent_responses_list",
    method="GET",
    path="/api/v2/agent-responses",
    idempotent=True,
    pagination=Pagination(
        items="agent_responses",
        page="meta.current_page",
        pages="meta.num_pages",
        total="meta.count",
    ),
)
_LIST_PINNED = Operation(
    id="v2_agent_responses_list_pinned",
    method="GET",
    path="/api/v2/agents/{agent_id}/responses/pin",
    idempotent=True,
)
_CREATE_VOICE_TOKEN = Operation(
    id="v2_agent_responses_create_voice_token",
    method="POST",
    path="/response-service/api/v2/agents/{agent_id}/voice-token",
)
_PIN = Operation(
    id="v2_agent_responses_pin",
    method="PUT",
    path="/api/v2/agent-responses/{agent_response_id}/pin",
    idempotent=True,
)
_UNPIN = Operation(
    id="v2_agent_responses_unpin",
    method="DELETE",
    path="/api/v2/agent-responses/{agent_response_id}/pin",
    idempotent=True,
)
_GET_SUPPORTING_CONTENT = Operation(
    id="v2_agent_responses_get_supporting_content",
    method="GET",
    path="/api/v2/agent-responses/{agent_response_id}/supporting-content",
    idempotent=True,
)
_GET_THOUGHTS = Operation(
    id="v2_agent_responses_get_thoughts",
    method="GET",
    path="/api/v2/agent-responses/{agent_response_id}/thoughts",
    idempotent=True,
)
_CREATE_LOG = Operation(
    id="v2_agent_responses_create_log",
    method="POST",
    path="/api/v2/agents/{agent_id}/responses/logs",
    body="json",
)
_CREATE_LOGS = Operation(
    id="v2_agent_responses_create_logs",
    method="POST",
    path="/api/v2/agents/{agent_id}/responses/logs/bulk",
    body="json",
)
_STOP = Operation(
    id="v2_agent_responses_stop",
    method="POST",
    path="/response-service/api/v2/agents/{agent_id}/responses/stop",
    body="json",
)


class V2AgentResponsesApi(Resource):
    """Questions to agents, answered at once or as a stream, and the stored answers with their
    feedback.
    """

    __slots__ = ()

    @property
    def with_response(self) -> V2AgentResponsesWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V2AgentResponsesWithResponse(self._core)

    async def create(
        self,
        agent_id: int,
        *,
        user_query: str,
        chat_thread_id: int | None | Unset = UNSET,
        history: builtins.list[models.HistoryTurnInput] | Unset = UNSET,
        query_source: str | Unset = UNSET,
        created_by: str | Unset = UNSET,
        caching_enabled: bool | Unset = UNSET,
        is_file_attached: bool | Unset = UNSET,
        overrides: models.ResponseOverridesInput | Unset = UNSET,
    ) -> models.AgentAnswer:
        """Generate Agent Response (Non-Streaming).

        `POST /response-service/api/v2/agents/{agent_id}/responses`

        Asks an agent and waits for the whole answer, which the server also stores. Without a chat
        thread it opens a new one, whose id is in the answer.

        Args:
            agent_id: Id of the agent.
            user_query: The question.
            chat_thread_id: Id of the chat thread to ask in. With null, or without it, the server
                opens a new one.
            history: Turns before this question, oldest first.
            query_source: Channel of the question. Values seen are `web`, `app-ejento`,
                `teams-ejento` and `slack-ejento`.
            created_by: E-mail address of who asks.
            caching_enabled: Whether the answer may come from the cache.
            is_file_attached: Whether a file is attached to the chat thread.
            overrides: Settings that apply to one answer, in place of those of the agent.

        Returns:
            The answer.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: documented (api.ejento.ai/guides/response-api-migration).
        """
        return await self._core.send(
            _CREATE,
            models.AgentAnswer.read,
            (agent_id,),
            body={
                "user_query": user_query,
                "chat_thread_id": chat_thread_id,
                "history": history,
                "query_source": query_source,
                "created_by": created_by,
                "caching_enabled": caching_enabled,
                "is_file_attached": is_file_attached,
                "overrides": overrides,
            },
        )

    def stream(
        self,
        agent_id: int,
        *,
        user_query: str,
        chat_thread_id: int | None | Unset = UNSET,
        history: builtins.list[models.HistoryTurnInput] | Unset = UNSET,
        query_source: str | Unset = UNSET,
        created_by: str | Unset = UNSET,
        caching_enabled: bool | Unset = UNSET,
        is_file_attached: bool | Unset = UNSET,
        overrides: models.ResponseOverridesInput | Unset = UNSET,
    ) -> AnswerStream[models.AgentAnswer]:
        """Stream Agent Response (SSE).

        `POST /response-service/api/v2/agents/{agent_id}/responses/stream`

        Asks an agent and returns the answer piece by piece, as it is written. The last event
        carries the whole answer.

        Args:
            agent_id: Id of the agent.
            user_query: The question.
            chat_thread_id: Id of the chat thread to ask in. With null, or without it, the server
                opens a new one.
            history: Turns before this question, oldest first.
            query_source: Channel of the question. Values seen are `web`, `app-ejento`,
                `teams-ejento` and `slack-ejento`.
            created_by: E-mail address of who asks.
            caching_enabled: Whether the answer may come from the cache.
            is_file_attached: Whether a file is attached to the chat thread.
            overrides: Settings that apply to one answer, in place of those of the agent.

        Returns:
            Server-sent events called `start`, `status`, `token`, `error` and `end`, each with one
            line of JSON as its data. Nothing after an `error` counts.

        Raises:
            APIError: on entering or reading the stream: the call failed; the subclass says how.

        Evidence: documented (api.ejento.ai/v2/stream-agent-response).
        """
        return self._core.stream(
            _STREAM,
            models.AgentAnswer.read,
            (agent_id,),
            body={
                "user_query": user_query,
                "chat_thread_id": chat_thread_id,
                "history": history,
                "query_source": query_source,
                "created_by": created_by,
                "caching_enabled": caching_enabled,
                "is_file_attached": is_file_attached,
                "overrides": overrides,
            },
        )

    async def create_unprefixed(
        self,
        agent_id: int,
        *,
        user_query: str,
        chat_thread_id: int | None | Unset = UNSET,
        history: builtins.list[models.HistoryTurnInput] | Unset = UNSET,
        query_source: str | Unset = UNSET,
        created_by: str | Unset = UNSET,
        caching_enabled: bool | Unset = UNSET,
        is_file_attached: bool | Unset = UNSET,
        overrides: models.ResponseOverridesInput | Unset = UNSET,
    ) -> models.AgentAnswer:
        """Create Agent Response (deprecated, unprefixed).

        `POST /api/v2/agents/{agent_id}/responses`

        Asks an agent at the address without the prefix of the response service. The vendor
        deprecated it on 15 October 2025 and named 14 November 2025 as its end.

        Args:
            agent_id: Id of the agent.
            user_query: The question.
            chat_thread_id: Id of the chat thread to ask in. With null, or without it, the server
                opens a new one.
            history: Turns before this question, oldest first.
            query_source: Channel of the question. Values seen are `web`, `app-ejento`,
                `teams-ejento` and `slack-ejento`.
            created_by: E-mail address of who asks.
            caching_enabled: Whether the answer may come from the cache.
            is_file_attached: Whether a file is attached to the chat thread.
            overrides: Settings that apply to one answer, in place of those of the agent.

        Returns:
            The answer.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: documented (api.ejento.ai/guides/response-api-migration); title and form of the
        answer are inferred.

        Deprecated: use `v2.agent_responses.create`.
        """
        return await self._core.send(
            _CREATE_UNPREFIXED,
            models.AgentAnswer.read,
            (agent_id,),
            body={
                "user_query": user_query,
                "chat_thread_id": chat_thread_id,
                "history": history,
                "query_source": query_source,
                "created_by": created_by,
                "caching_enabled": caching_enabled,
                "is_file_attached": is_file_attached,
                "overrides": overrides,
            },
        )

    async def list_by_agent(
        self,
        agent_id: int,
        *,
        query_source: str | Unset = UNSET,
        page: int | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
    ) -> Page[models.AgentResponse]:
        """Get Agent Responses of an Agent.

        `GET /api/v2/agents/{agent_id}/responses`

        Returns the stored answers of one agent. That the list can be paged and filtered is inferred
        from the same list of V2 Legacy.

        Args:
            agent_id: Id of the agent.
            query_source: Return only what was asked through this channel, for example `web`.
                Inferred from other lists; not seen for this one.
            page: Number of the page, counted from 1. Inferred from other lists; not seen for this
                one.
            items_per_page: How many items a page holds. Inferred from other lists; not seen for
                this one.

        Returns:
            The stored answers.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, Stable, Agent Response, Get Agent
        Responses of an Agent; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send_page(
            _LIST_BY_AGENT,
            models.AgentResponse.read,
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
        prefetch: int = 0,
    ) -> AsyncGenerator[models.AgentResponse]:
        """Get Agent Responses of an Agent.

        `GET /api/v2/agents/{agent_id}/responses`, for each page

        Walks all items of `list_by_agent`, fetching pages as they are needed, from `page` on.

        Args:
            agent_id: Id of the agent.
            query_source: Return only what was asked through this channel, for example `web`.
                Inferred from other lists; not seen for this one.
            page: Number of the page, counted from 1. Inferred from other lists; not seen for this
                one.
            items_per_page: How many items a page holds. Inferred from other lists; not seen for
                this one.
            prefetch: How many pages to fetch ahead, all at a time, while the items of one are
                walked; none by default. Whoever leaves such a walk before its end closes it, best
                with `contextlib.aclosing`.

        Yields:
            The items, in order.

        Raises:
            APIError: a page cannot be had; `page` of the error says which.

        Evidence: inferred from api.ejento.ai, navigation, Stable, Agent Response, Get Agent
        Responses of an Agent; path, method and bodies follow the pattern of the generation.
        """
        return self._core.iterate(
            _LIST_BY_AGENT,
            models.AgentResponse.read,
            (agent_id,),
            query={"query_source": query_source, "page": page, "items_per_page": items_per_page},
            prefetch=prefetch,
        )

    async def list_by_chat_thread(
        self,
        chat_thread_id: int,
        *,
        include_steps: bool | Unset = UNSET,
        page: int | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
    ) -> Page[models.AgentResponse]:
        """Get Agent Responses of a Chat Thread.

        `GET /api/v2/chat-threads/{chat_thread_id}/agent-responses`

        Returns the stored answers of a chat thread, with their comments and votes. The vendor's
        client reads them all at once; that the list can be paged is inferred from other lists.

        Args:
            chat_thread_id: Id of the chat thread.
            include_steps: Whether to return the steps on the way to each answer as well.
            page: Number of the page, counted from 1. Inferred from other lists; not seen for this
                one.
            items_per_page: How many items a page holds. Inferred from other lists; not seen for
                this one.

        Returns:
            The stored answers.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: vendor-client (ejentoai/Quickstart-Template src/api.ts, src/model.ts); title and
        pages are inferred.
        """
        return await self._core.send_page(
            _LIST_BY_CHAT_THREAD,
            models.AgentResponse.read,
            (chat_thread_id,),
            query={"include_steps": include_steps, "page": page, "items_per_page": items_per_page},
        )

    def iter_by_chat_thread(
        self,
        chat_thread_id: int,
        *,
        include_steps: bool | Unset = UNSET,
        page: int | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
        prefetch: int = 0,
    ) -> AsyncGenerator[models.AgentResponse]:
        """Get Agent Responses of a Chat Thread.

        `GET /api/v2/chat-threads/{chat_thread_id}/agent-responses`, for each page

        Walks all items of `list_by_chat_thread`, fetching pages as they are needed, from `page` on.

        Args:
            chat_thread_id: Id of the chat thread.
            include_steps: Whether to return the steps on the way to each answer as well.
            page: Number of the page, counted from 1. Inferred from other lists; not seen for this
                one.
            items_per_page: How many items a page holds. Inferred from other lists; not seen for
                this one.
            prefetch: How many pages to fetch ahead, all at a time, while the items of one are
                walked; none by default. Whoever leaves such a walk before its end closes it, best
                with `contextlib.aclosing`.

        Yields:
            The items, in order.

        Raises:
            APIError: a page cannot be had; `page` of the error says which.

        Evidence: vendor-client (ejentoai/Quickstart-Template src/api.ts, src/model.ts); title and
        pages are inferred.
        """
        return self._core.iterate(
            _LIST_BY_CHAT_THREAD,
            models.AgentResponse.read,
            (chat_thread_id,),
            query={"include_steps": include_steps, "page": page, "items_per_page": items_per_page},
            prefetch=prefetch,
        )

    async def delete(self, agent_response_id: int) -> None:
        """Delete an Agent Response.

        `DELETE /api/v2/agent-responses/{agent_response_id}`

        Deletes a stored question and its answer.

        Args:
            agent_response_id: Id of the stored answer.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: vendor-client (ejentoai/Quickstart-Template src/api.ts).
        """
        await self._core.send(_DELETE, nothing, (agent_response_id,))

    async def get(self, agent_response_id: int) -> models.AgentResponse:
        """Get an Agent Response.

        `GET /api/v2/agent-responses/{agent_response_id}`

        Returns one stored question and its answer.

        Args:
            agent_response_id: Id of the stored answer.

        Returns:
            The stored answer.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, Stable, Agent Response, Get an Agent
        Response; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_GET, models.AgentResponse.read, (agent_response_id,))

    async def update(
        self,
        agent_response_id: int,
        *,
        question: str | Unset = UNSET,
        response: Any | Unset = UNSET,
        query_source: str | Unset = UNSET,
    ) -> models.AgentResponse:
        """Update an Agent Response.

        `PUT /api/v2/agent-responses/{agent_response_id}`

        Changes a stored question or its answer.

        Args:
            agent_response_id: Id of the stored answer.
            question: What was asked. Inferred from the record of a stored answer.
            response: The answer. Its form is not documented. Inferred from the record of a stored
                answer.
            query_source: Channel of the question, for example `web`. Inferred from the record of a
                stored answer.

        Returns:
            The stored answer.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/update-agent-response, title only; path, method and
        bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _UPDATE,
            models.AgentResponse.read,
            (agent_response_id,),
            body={"question": question, "response": response, "query_source": query_source},
        )

    async def create_feedback(
        self, agent_response_id: int, *, vote_type: models.VoteTypeInput
    ) -> models.RecordReference:
        """Create a Feedback for an Agent Response.

        `POST /api/v2/agent-responses/{agent_response_id}/feedbacks`

        Votes for or against a stored answer.

        Args:
            agent_response_id: Id of the stored answer.
            vote_type: A vote for or against an answer.

        Returns:
            The id of the stored answer.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: vendor-client (ejentoai/Quickstart-Template src/api.ts, message-actions.tsx).
        """
        return await self._core.send(
            _CREATE_FEEDBACK,
            models.RecordReference.read,
            (agent_response_id,),
            body={"vote_type": vote_type},
        )

    async def create_comment(
        self, agent_response_id: int, *, comment: str, created_by: str | Unset = UNSET
    ) -> None:
        """Create a Comment for Agent Response.

        `POST /api/v2/agent-responses/{agent_response_id}/comments`

        Comments on a stored answer.

        Args:
            agent_response_id: Id of the stored answer.
            comment: Text of the comment. The vendor's app offers `Irrelevant`, `Not Accurate` and
                `Other`.
            created_by: E-mail address of the author.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: vendor-client (ejentoai/Quickstart-Template src/api.ts); form of the answer is
        inferred.
        """
        await self._core.send(
            _CREATE_COMMENT,
            nothing,
            (agent_response_id,),
            body={"comment": comment, "created_by": created_by},
        )

    async def list_comments(self, agent_response_id: int) -> builtins.list[models.Comment]:
        """Get Comments for Agent Response.

        `GET /api/v2/agent-responses/{agent_response_id}/comments`

        Returns the comments on a stored answer.

        Args:
            agent_response_id: Id of the stored answer.

        Returns:
            The comments.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, Stable, Agent Response, Get Comments for
        Agent Response; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _LIST_COMMENTS, list_of(models.Comment.read), (agent_response_id,)
        )

    async def list(
        self,
        *,
        query_source: str | Unset = UNSET,
        page: int | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
    ) -> Page[models.AgentResponse]:
        """Get Agent Responses based on filters.

        `GET /api/v2/agent-responses`

        Returns the stored answers that fit the filters. The filters are not documented; that the
        list can be paged is inferred from other lists.

        Args:
            query_source: Return only what was asked through this channel, for example `web`.
                Inferred from other lists; not seen for this one.
            page: Number of the page, counted from 1. Inferred from other lists; not seen for this
                one.
            items_per_page: How many items a page holds. Inferred from other lists; not seen for
                this one.

        Returns:
            The stored answers.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/v2/get-responses-based-on-filters, title only; path,
        method and bodies follow the pattern of the generation.
        """
        return await self._core.send_page(
            _LIST,
            models.AgentResponse.read,
            query={"query_source": query_source, "page": page, "items_per_page": items_per_page},
        )

    def iter(
        self,
        *,
        query_source: str | Unset = UNSET,
        page: int | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
        prefetch: int = 0,
    ) -> AsyncGenerator[models.AgentResponse]:
        """Get Agent Responses based on filters.

        `GET /api/v2/agent-responses`, for each page

        Walks all items of `list`, fetching pages as they are needed, from `page` on.

        Args:
            query_source: Return only what was asked through this channel, for example `web`.
                Inferred from other lists; not seen for this one.
            page: Number of the page, counted from 1. Inferred from other lists; not seen for this
                one.
            items_per_page: How many items a page holds. Inferred from other lists; not seen for
                this one.
            prefetch: How many pages to fetch ahead, all at a time, while the items of one are
                walked; none by default. Whoever leaves such a walk before its end closes it, best
                with `contextlib.aclosing`.

        Yields:
            The items, in order.

        Raises:
            APIError: a page cannot be had; `page` of the error says which.

        Evidence: inferred from api.ejento.ai/v2/get-responses-based-on-filters, title only; path,
        method and bodies follow the pattern of the generation.
        """
        return self._core.iterate(
            _LIST,
            models.AgentResponse.read,
            query={"query_source": query_source, "page": page, "items_per_page": items_per_page},
            prefetch=prefetch,
        )

    async def list_pinned(self, agent_id: int) -> builtins.list[models.PinnedAgentResponse]:
        """Get Pinned Agent Responses.

        `GET /api/v2/agents/{agent_id}/responses/pin`

        Returns the stored answers of an agent that are pinned.

        Args:
            agent_id: Id of the agent.

        Returns:
            The pinned answers.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, Stable, Agent Response, Get Pinned Agent
        Responses; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _LIST_PINNED, list_of(models.PinnedAgentResponse.read), (agent_id,)
        )

    async def create_voice_token(self, agent_id: int) -> builtins.dict[str, Any]:
        """Generate Token for Voice Call.

        `POST /response-service/api/v2/agents/{agent_id}/voice-token`

        Makes a token with which a voice call with an agent can be opened. The call itself is not
        part of this API.

        Args:
            agent_id: Id of the agent.

        Returns:
            The token. Its form is not documented.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, Stable, Agent Response, Generate Token
        for Voice Call; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_CREATE_VOICE_TOKEN, json_object, (agent_id,))

    async def pin(self, agent_response_id: int) -> models.AgentResponse:
        """Pin an Agent Response.

        `PUT /api/v2/agent-responses/{agent_response_id}/pin`

        Pins a stored answer, so that it is easily found again.

        Args:
            agent_response_id: Id of the stored answer.

        Returns:
            The pinned answer.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, Stable, Agent Response, Pin an Agent
        Response; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_PIN, models.AgentResponse.read, (agent_response_id,))

    async def unpin(self, agent_response_id: int) -> None:
        """Unpin an Agent Response.

        `DELETE /api/v2/agent-responses/{agent_response_id}/pin`

        Takes the pin off a stored answer. The answer remains.

        Args:
            agent_response_id: Id of the stored answer.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, Stable, Agent Response, Unpin an Agent
        Response; path, method and bodies follow the pattern of the generation.
        """
        await self._core.send(_UNPIN, nothing, (agent_response_id,))

    async def get_supporting_content(self, agent_response_id: int) -> models.SupportingContent:
        """Get Supporting Content of an Agent Response.

        `GET /api/v2/agent-responses/{agent_response_id}/supporting-content`

        Returns the passages of documents that a stored answer draws on.

        Args:
            agent_response_id: Id of the stored answer.

        Returns:
            The passages.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, Stable, Agent Response, Get Supporting
        Content of an Agent Response; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _GET_SUPPORTING_CONTENT, models.SupportingContent.read, (agent_response_id,)
        )

    async def get_thoughts(self, agent_response_id: int) -> models.ThoughtProcess:
        """Get Thoughts of an Agent Response.

        `GET /api/v2/agent-responses/{agent_response_id}/thoughts`

        Returns how the agent came to a stored answer.

        Args:
            agent_response_id: Id of the stored answer.

        Returns:
            The thoughts.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, Stable, Agent Response, Get Thoughts of
        an Agent Response; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _GET_THOUGHTS, models.ThoughtProcess.read, (agent_response_id,)
        )

    async def create_log(
        self,
        agent_id: int,
        *,
        question: str | Unset = UNSET,
        response: Any | Unset = UNSET,
        query_source: str | Unset = UNSET,
    ) -> models.AgentResponse:
        """Create Agent Response Log.

        `POST /api/v2/agents/{agent_id}/responses/logs`

        Stores a question and its answer. Presumably it is for answers that were made elsewhere, and
        no agent is asked.

        Args:
            agent_id: Id of the agent.
            question: What was asked. Inferred from the record of a stored answer.
            response: The answer. Its form is not documented. Inferred from the record of a stored
                answer.
            query_source: Channel of the question, for example `web`. Inferred from the record of a
                stored answer.

        Returns:
            The stored answer.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, Stable, Agent Response, Create Agent
        Response Log; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _CREATE_LOG,
            models.AgentResponse.read,
            (agent_id,),
            body={"question": question, "response": response, "query_source": query_source},
        )

    async def create_logs(self, agent_id: int, *, body: builtins.dict[str, Any]) -> None:
        """Create Bulk Agent Response Logs.

        `POST /api/v2/agents/{agent_id}/responses/logs/bulk`

        Stores several questions and their answers at once. How the body holds them is not
        documented.

        Args:
            agent_id: Id of the agent.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, Stable, Agent Response, Create Bulk Agent
        Response Logs; path, method and bodies follow the pattern of the generation.
        """
        await self._core.send(_CREATE_LOGS, nothing, (agent_id,), body=body)

    async def stop(self, agent_id: int, *, body: builtins.dict[str, Any]) -> None:
        """Stop an in-flight streaming response.

        `POST /response-service/api/v2/agents/{agent_id}/responses/stop`

        Stops an answer that an agent is still streaming. How the body says which one is not
        documented.

        Args:
            agent_id: Id of the agent.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/stop-an-in-flight-streaming-response, title only;
        path, method and bodies follow the pattern of the generation.
        """
        await self._core.send(_STOP, nothing, (agent_id,), body=body)


class V2AgentResponsesWithResponse(Resource):
    """The methods of `client.v2.agent_responses`, returning whole responses."""

    __slots__ = ()

    async def create(
        self,
        agent_id: int,
        *,
        user_query: str,
        chat_thread_id: int | None | Unset = UNSET,
        history: builtins.list[models.HistoryTurnInput] | Unset = UNSET,
        query_source: str | Unset = UNSET,
        created_by: str | Unset = UNSET,
        caching_enabled: bool | Unset = UNSET,
        is_file_attached: bool | Unset = UNSET,
        overrides: models.ResponseOverridesInput | Unset = UNSET,
    ) -> APIResponse[models.AgentAnswer]:
        """Generate Agent Response (Non-Streaming).

        `POST /response-service/api/v2/agents/{agent_id}/responses`

        Takes the arguments of `create` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _CREATE,
            models.AgentAnswer.read,
            (agent_id,),
            body={
                "user_query": user_query,
                "chat_thread_id": chat_thread_id,
                "history": history,
                "query_source": query_source,
                "created_by": created_by,
                "caching_enabled": caching_enabled,
                "is_file_attached": is_file_attached,
                "overrides": overrides,
            },
        )

    async def create_unprefixed(
        self,
        agent_id: int,
        *,
        user_query: str,
        chat_thread_id: int | None | Unset = UNSET,
        history: builtins.list[models.HistoryTurnInput] | Unset = UNSET,
        query_source: str | Unset = UNSET,
        created_by: str | Unset = UNSET,
        caching_enabled: bool | Unset = UNSET,
        is_file_attached: bool | Unset = UNSET,
        overrides: models.ResponseOverridesInput | Unset = UNSET,
    ) -> APIResponse[models.AgentAnswer]:
        """Create Agent Response (deprecated, unprefixed).

        `POST /api/v2/agents/{agent_id}/responses`

        Takes the arguments of `create_unprefixed` without `with_response`, and returns its result
        as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _CREATE_UNPREFIXED,
            models.AgentAnswer.read,
            (agent_id,),
            body={
                "user_query": user_query,
                "chat_thread_id": chat_thread_id,
                "history": history,
                "query_source": query_source,
                "created_by": created_by,
                "caching_enabled": caching_enabled,
                "is_file_attached": is_file_attached,
                "overrides": overrides,
            },
        )

    async def list_by_agent(
        self,
        agent_id: int,
        *,
        query_source: str | Unset = UNSET,
        page: int | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
    ) -> APIResponse[Page[models.AgentResponse]]:
        """Get Agent Responses of an Agent.

        `GET /api/v2/agents/{agent_id}/responses`

        Takes the arguments of `list_by_agent` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond_page(
            _LIST_BY_AGENT,
            models.AgentResponse.read,
            (agent_id,),
            query={"query_source": query_source, "page": page, "items_per_page": items_per_page},
        )

    async def list_by_chat_thread(
        self,
        chat_thread_id: int,
        *,
        include_steps: bool | Unset = UNSET,
        page: int | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
    ) -> APIResponse[Page[models.AgentResponse]]:
        """Get Agent Responses of a Chat Thread.

        `GET /api/v2/chat-threads/{chat_thread_id}/agent-responses`

        Takes the arguments of `list_by_chat_thread` without `with_response`, and returns its result
        as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond_page(
            _LIST_BY_CHAT_THREAD,
            models.AgentResponse.read,
            (chat_thread_id,),
            query={"include_steps": include_steps, "page": page, "items_per_page": items_per_page},
        )

    async def delete(self, agent_response_id: int) -> APIResponse[None]:
        """Delete an Agent Response.

        `DELETE /api/v2/agent-responses/{agent_response_id}`

        Takes the arguments of `delete` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_DELETE, nothing, (agent_response_id,))

    async def get(self, agent_response_id: int) -> APIResponse[models.AgentResponse]:
        """Get an Agent Response.

        `GET /api/v2/agent-responses/{agent_response_id}`

        Takes the arguments of `get` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_GET, models.AgentResponse.read, (agent_response_id,))

    async def update(
        self,
        agent_response_id: int,
        *,
        question: str | Unset = UNSET,
        response: Any | Unset = UNSET,
        query_source: str | Unset = UNSET,
    ) -> APIResponse[models.AgentResponse]:
        """Update an Agent Response.

        `PUT /api/v2/agent-responses/{agent_response_id}`

        Takes the arguments of `update` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _UPDATE,
            models.AgentResponse.read,
            (agent_response_id,),
            body={"question": question, "response": response, "query_source": query_source},
        )

    async def create_feedback(
        self, agent_response_id: int, *, vote_type: models.VoteTypeInput
    ) -> APIResponse[models.RecordReference]:
        """Create a Feedback for an Agent Response.

        `POST /api/v2/agent-responses/{agent_response_id}/feedbacks`

        Takes the arguments of `create_feedback` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _CREATE_FEEDBACK,
            models.RecordReference.read,
            (agent_response_id,),
            body={"vote_type": vote_type},
        )

    async def create_comment(
        self, agent_response_id: int, *, comment: str, created_by: str | Unset = UNSET
    ) -> APIResponse[None]:
        """Create a Comment for Agent Response.

        `POST /api/v2/agent-responses/{agent_response_id}/comments`

        Takes the arguments of `create_comment` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _CREATE_COMMENT,
            nothing,
            (agent_response_id,),
            body={"comment": comment, "created_by": created_by},
        )

    async def list_comments(
        self, agent_response_id: int
    ) -> APIResponse[builtins.list[models.Comment]]:
        """Get Comments for Agent Response.

        `GET /api/v2/agent-responses/{agent_response_id}/comments`

        Takes the arguments of `list_comments` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _LIST_COMMENTS, list_of(models.Comment.read), (agent_response_id,)
        )

    async def list(
        self,
        *,
        query_source: str | Unset = UNSET,
        page: int | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
    ) -> APIResponse[Page[models.AgentResponse]]:
        """Get Agent Responses based on filters.

        `GET /api/v2/agent-responses`

        Takes the arguments of `list` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond_page(
            _LIST,
            models.AgentResponse.read,
            query={"query_source": query_source, "page": page, "items_per_page": items_per_page},
        )

    async def list_pinned(
        self, agent_id: int
    ) -> APIResponse[builtins.list[models.PinnedAgentResponse]]:
        """Get Pinned Agent Responses.

        `GET /api/v2/agents/{agent_id}/responses/pin`

        Takes the arguments of `list_pinned` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _LIST_PINNED, list_of(models.PinnedAgentResponse.read), (agent_id,)
        )

    async def create_voice_token(self, agent_id: int) -> APIResponse[builtins.dict[str, Any]]:
        """Generate Token for Voice Call.

        `POST /response-service/api/v2/agents/{agent_id}/voice-token`

        Takes the arguments of `create_voice_token` without `with_response`, and returns its result
        as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_CREATE_VOICE_TOKEN, json_object, (agent_id,))

    async def pin(self, agent_response_id: int) -> APIResponse[models.AgentResponse]:
        """Pin an Agent Response.

        `PUT /api/v2/agent-responses/{agent_response_id}/pin`

        Takes the arguments of `pin` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_PIN, models.AgentResponse.read, (agent_response_id,))

    async def unpin(self, agent_response_id: int) -> APIResponse[None]:
        """Unpin an Agent Response.

        `DELETE /api/v2/agent-responses/{agent_response_id}/pin`

        Takes the arguments of `unpin` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_UNPIN, nothing, (agent_response_id,))

    async def get_supporting_content(
        self, agent_response_id: int
    ) -> APIResponse[models.SupportingContent]:
        """Get Supporting Content of an Agent Response.

        `GET /api/v2/agent-responses/{agent_response_id}/supporting-content`

        Takes the arguments of `get_supporting_content` without `with_response`, and returns its
        result as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _GET_SUPPORTING_CONTENT, models.SupportingContent.read, (agent_response_id,)
        )

    async def get_thoughts(self, agent_response_id: int) -> APIResponse[models.ThoughtProcess]:
        """Get Thoughts of an Agent Response.

        `GET /api/v2/agent-responses/{agent_response_id}/thoughts`

        Takes the arguments of `get_thoughts` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _GET_THOUGHTS, models.ThoughtProcess.read, (agent_response_id,)
        )

    async def create_log(
        self,
        agent_id: int,
        *,
        question: str | Unset = UNSET,
        response: Any | Unset = UNSET,
        query_source: str | Unset = UNSET,
    ) -> APIResponse[models.AgentResponse]:
        """Create Agent Response Log.

        `POST /api/v2/agents/{agent_id}/responses/logs`

        Takes the arguments of `create_log` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _CREATE_LOG,
            models.AgentResponse.read,
            (agent_id,),
            body={"question": question, "response": response, "query_source": query_source},
        )

    async def create_logs(
        self, agent_id: int, *, body: builtins.dict[str, Any]
    ) -> APIResponse[None]:
        """Create Bulk Agent Response Logs.

        `POST /api/v2/agents/{agent_id}/responses/logs/bulk`

        Takes the arguments of `create_logs` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_CREATE_LOGS, nothing, (agent_id,), body=body)

    async def stop(self, agent_id: int, *, body: builtins.dict[str, Any]) -> APIResponse[None]:
        """Stop an in-flight streaming response.

        `POST /response-service/api/v2/agents/{agent_id}/responses/stop`

        Takes the arguments of `stop` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_STOP, nothing, (agent_id,), body=body)
