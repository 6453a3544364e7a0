"""`client.v2.chat_threads`: chat threads, in which the questions to one agent and its answers are kept
together.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._model import nothing
from ..._protocol import UNSET, Operation, Pagination, Resource, Unset
from .. import models

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from ..._pagination import Page
    from ..._response import APIResponse

_LIST_BY_AGENT = Operation(
    id="v2_chat_threads_list_by_agent",
    method="GET",
    path="/api/v2/agents/{agent_id}/chat-threads",
    idempotent=True,
    pagination=Pagination(
        items="chat_threads", page="meta.current_page", pages="meta.num_pages", total="meta.count"
    ),
)
_CREATE = Operation(
    id="v2_chat_threads_create",
    method="POST",
    path="/api/v2/agents/{agent_id}/chat-threads",
    body="json",
)
_UPDATE = Operation(
    id="v2_chat_threads_update",
    method="PUT",
    path="/api/v2/chat-threads/{chat_thread_id}",
    body="json",
    idempotent=True,
)
_DELETE = Operation(
    id="v2_chat_threads_delete",
    method="DELETE",
    path="/api/v2/chat-threads/{chat_thread_id}",
    idempotent=True,
)
_GET = Operation(
    id="v2_chat_threads_get",
    method="GET",
    path="/api/v2/chat-threads/{chat_thread_id}",
    idempotent=True,
)
_GET_CORPUS = Operation(
    id="v2_chat_threads_get_corpus",
    method="GET",
    path="/api/v2/chat-threads/{chat_thread_id}/corpora",
    idempotent=True,
)
_ADD_CORPUS = Operation(
    id="v2_chat_threads_add_corpus",
    method="POST",
    path="/api/v2/chat-threads/{chat_thread_id}/corpora/{corpus_id}",
)
_REMOVE_CORPUS = Operation(
    id="v2_chat_threads_remove_corpus",
    method="DELETE",
    path="/api/v2/chat-threads/{chat_thread_id}/corpora/{corpus_id}",
    idempotent=True,
)


class V2ChatThreadsApi(Resource):
    """Chat threads, in which the questions to one agent and its answers are kept together."""

    __slots__ = ()

    @property
    def with_response(self) -> V2ChatThreadsWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V2ChatThreadsWithResponse(self._core)

    async def list_by_agent(
        self,
        agent_id: int,
        *,
        query_source: str | Unset = UNSET,
        include_call_threads: bool | Unset = UNSET,
        paginated: bool | Unset = UNSET,
        page: int | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
    ) -> Page[models.ChatThread]:
        """Get Chat Threads of an Agent.

        `GET /api/v2/agents/{agent_id}/chat-threads`

        Returns the chat threads with an agent, page by page. The parameter `paginated` suggests
        that the server pages only when it is asked to.

        Args:
            agent_id: Id of the agent.
            query_source: Return only what was asked through this channel. Values seen are `web`,
                `app-ejento`, `teams-ejento` and `slack-ejento`.
            include_call_threads: Whether to return call threads as well.
            paginated: Whether to return the list in pages.
            page: Number of the page, counted from 1.
            items_per_page: How many items a page holds.

        Returns:
            One page of chat threads.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: documented (api.ejento.ai/v2/get-chat-threads-of-an-agent-19061086e0).
        """
        return await self._core.send_page(
            _LIST_BY_AGENT,
            models.ChatThread.read,
            (agent_id,),
            query={
                "query_source": query_source,
                "include_call_threads": include_call_threads,
                "paginated": paginated,
                "page": page,
                "items_per_page": items_per_page,
            },
        )

    def iter_by_agent(
        self,
        agent_id: int,
        *,
        query_source: str | Unset = UNSET,
        include_call_threads: bool | Unset = UNSET,
        paginated: bool | Unset = UNSET,
        page: int | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
        prefetch: int = 0,
    ) -> AsyncGenerator[models.ChatThread]:
        """Get Chat Threads of an Agent.

        `GET /api/v2/agents/{agent_id}/chat-threads`, for each page

        Walks all items of `list_by_agent`, fetching pages as they are needed, from `page` on.

        Args:
            agent_id: Id of the agent.
            query_source: Return only what was asked through this channel. Values seen are `web`,
                `app-ejento`, `teams-ejento` and `slack-ejento`.
            include_call_threads: Whether to return call threads as well.
            paginated: Whether to return the list in pages.
            page: Number of the page, counted from 1.
            items_per_page: How many items a page holds.
            prefetch: How many pages to fetch ahead, all at a time, while the items of one are
                walked; none by default. Whoever leaves such a walk before its end closes it, best
                with `contextlib.aclosing`.

        Yields:
            The items, in order.

        Raises:
            APIError: a page cannot be had; `page` of the error says which.

        Evidence: documented (api.ejento.ai/v2/get-chat-threads-of-an-agent-19061086e0).
        """
        return self._core.iterate(
            _LIST_BY_AGENT,
            models.ChatThread.read,
            (agent_id,),
            query={
                "query_source": query_source,
                "include_call_threads": include_call_threads,
                "paginated": paginated,
                "page": page,
                "items_per_page": items_per_page,
            },
            prefetch=prefetch,
        )

    async def create(
        self, agent_id: int, *, agent: int | Unset = UNSET, created_by: str | Unset = UNSET
    ) -> models.ChatThread:
        """Create Chat Thread for an Agent.

        `POST /api/v2/agents/{agent_id}/chat-threads`

        Opens a new chat thread with an agent. The path alone suffices; all members of the body are
        optional.

        Args:
            agent_id: Id of the agent.
            agent: Id of the agent, as in the path.
            created_by: E-mail address of the creator.

        Returns:
            The new chat thread.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: vendor-client (ejentoai/Quickstart-Template src/api.ts; ejentoai/ejento-slack-app
        src/services/ejentoApi.js).
        """
        return await self._core.send(
            _CREATE,
            models.ChatThread.read,
            (agent_id,),
            body={"agent": agent, "created_by": created_by},
        )

    async def update(self, chat_thread_id: int, *, title: str) -> None:
        """Update Chat Thread.

        `PUT /api/v2/chat-threads/{chat_thread_id}`

        Gives a chat thread another title.

        Args:
            chat_thread_id: Id of the chat thread.
            title: New title of the thread.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: vendor-client (ejentoai/Quickstart-Template src/api.ts); title and form of the
        answer are inferred.
        """
        await self._core.send(_UPDATE, nothing, (chat_thread_id,), body={"title": title})

    async def delete(self, chat_thread_id: int) -> None:
        """Delete Chat Thread.

        `DELETE /api/v2/chat-threads/{chat_thread_id}`

        Deletes a chat thread.

        Args:
            chat_thread_id: Id of the chat thread.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: vendor-client (ejentoai/Quickstart-Template src/api.ts); title and form of the
        answer are inferred.
        """
        await self._core.send(_DELETE, nothing, (chat_thread_id,))

    async def get(self, chat_thread_id: int) -> models.ChatThread:
        """Get a Chat Thread.

        `GET /api/v2/chat-threads/{chat_thread_id}`

        Returns one chat thread. The vendor's navigation of V2 does not name this operation; title,
        path and verb follow Get Chat Thread of V2 Legacy by the naming rule.

        Args:
            chat_thread_id: Id of the chat thread.

        Returns:
            The chat thread.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Chat Thread, Get Chat Thread;
        path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_GET, models.ChatThread.read, (chat_thread_id,))

    async def get_corpus(self, chat_thread_id: int) -> models.ChatThreadCorpusConnection:
        """Get Chat Thread Corpus Connection.

        `GET /api/v2/chat-threads/{chat_thread_id}/corpora`

        Returns the corpus that holds the attachments of a chat thread. A 404 means that the thread
        has none.

        Args:
            chat_thread_id: Id of the chat thread.

        Returns:
            The connection, with the corpus.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: vendor-client (ejentoai/Quickstart-Template src/api.ts); title is inferred.
        """
        return await self._core.send(
            _GET_CORPUS, models.ChatThreadCorpusConnection.read, (chat_thread_id,)
        )

    async def add_corpus(self, chat_thread_id: int, corpus_id: int) -> models.RecordReference:
        """Create Chat Thread Corpus Connection.

        `POST /api/v2/chat-threads/{chat_thread_id}/corpora/{corpus_id}`

        Connects a chat thread with a corpus, which is to hold its attachments.

        Args:
            chat_thread_id: Id of the chat thread.
            corpus_id: Id of the corpus.

        Returns:
            An id, presumably that of the new connection.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: vendor-client (ejentoai/Quickstart-Template src/api.ts; ejentoai/ejento-slack-app
        src/services/ejentoApi.js); title is inferred.
        """
        return await self._core.send(
            _ADD_CORPUS, models.RecordReference.read, (chat_thread_id, corpus_id)
        )

    async def remove_corpus(self, chat_thread_id: int, corpus_id: int) -> None:
        """Delete Chat Thread Corpus Connection.

        `DELETE /api/v2/chat-threads/{chat_thread_id}/corpora/{corpus_id}`

        Removes the connection of a chat thread with the corpus of its attachments. The corpus
        remains. The vendor's navigation of V2 does not name this operation; title, path and verb
        follow Delete ChatThread-Corpus Connection of V2 Legacy by the naming rule.

        Args:
            chat_thread_id: Id of the chat thread.
            corpus_id: Id of the corpus.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Chat Thread, Delete
        ChatThread-Corpus Connection; path, method and bodies follow the pattern of the generation.
        """
        await self._core.send(_REMOVE_CORPUS, nothing, (chat_thread_id, corpus_id))


class V2ChatThreadsWithResponse(Resource):
    """The methods of `client.v2.chat_threads`, returning whole responses."""

    __slots__ = ()

    async def list_by_agent(
        self,
        agent_id: int,
        *,
        query_source: str | Unset = UNSET,
        include_call_threads: bool | Unset = UNSET,
        paginated: bool | Unset = UNSET,
        page: int | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
    ) -> APIResponse[Page[models.ChatThread]]:
        """Get Chat Threads of an Agent.

        `GET /api/v2/agents/{agent_id}/chat-threads`

        Takes the arguments of `list_by_agent` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond_page(
            _LIST_BY_AGENT,
            models.ChatThread.read,
            (agent_id,),
            query={
                "query_source": query_source,
                "include_call_threads": include_call_threads,
                "paginated": paginated,
                "page": page,
                "items_per_page": items_per_page,
            },
        )

    async def create(
        self, agent_id: int, *, agent: int | Unset = UNSET, created_by: str | Unset = UNSET
    ) -> APIResponse[models.ChatThread]:
        """Create Chat Thread for an Agent.

        `POST /api/v2/agents/{agent_id}/chat-threads`

        Takes the arguments of `create` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _CREATE,
            models.ChatThread.read,
            (agent_id,),
            body={"agent": agent, "created_by": created_by},
        )

    async def update(self, chat_thread_id: int, *, title: str) -> APIResponse[None]:
        """Update Chat Thread.

        `PUT /api/v2/chat-threads/{chat_thread_id}`

        Takes the arguments of `update` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_UPDATE, nothing, (chat_thread_id,), body={"title": title})

    async def delete(self, chat_thread_id: int) -> APIResponse[None]:
        """Delete Chat Thread.

        `DELETE /api/v2/chat-threads/{chat_thread_id}`

        Takes the arguments of `delete` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_DELETE, nothing, (chat_thread_id,))

    async def get(self, chat_thread_id: int) -> APIResponse[models.ChatThread]:
        """Get a Chat Thread.

        `GET /api/v2/chat-threads/{chat_thread_id}`

        Takes the arguments of `get` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_GET, models.ChatThread.read, (chat_thread_id,))

    async def get_corpus(
        self, chat_thread_id: int
    ) -> APIResponse[models.ChatThreadCorpusConnection]:
        """Get Chat Thread Corpus Connection.

        `GET /api/v2/chat-threads/{chat_thread_id}/corpora`

        Takes the arguments of `get_corpus` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _GET_CORPUS, models.ChatThreadCorpusConnection.read, (chat_thread_id,)
        )

    async def add_corpus(
        self, chat_thread_id: int, corpus_id: int
    ) -> APIResponse[models.RecordReference]:
        """Create Chat Thread Corpus Connection.

        `POST /api/v2/chat-threads/{chat_thread_id}/corpora/{corpus_id}`

        Takes the arguments of `add_corpus` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _ADD_CORPUS, models.RecordReference.read, (chat_thread_id, corpus_id)
        )

    async def remove_corpus(self, chat_thread_id: int, corpus_id: int) -> APIResponse[None]:
        """Delete Chat Thread Corpus Connection.

        `DELETE /api/v2/chat-threads/{chat_thread_id}/corpora/{corpus_id}`

        Takes the arguments of `remove_corpus` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_REMOVE_CORPUS, nothing, (chat_thread_id, corpus_id))
