"""`client.v2_legacy.chat_thread`: chat threads, in which the questions to one agent and its answers
are kept together.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._model import list_of, nothing
from ..._protocol import UNSET, Operation, Resource, Unset
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
_GET = Operation(
    id="v2l_chat_thread_get",
    method="GET",
    path="/v2/api/chat-thread/{chatthread_id}",
    idempotent=True,
)
_UPDATE = Operation(
    id="v2l_chat_thread_update",
    method="PUT",
    path="/v2/api/chat-thread/{chatthread_id}",
    body="json",
    idempotent=True,
)
_DELETE = Operation(
    id="v2l_chat_thread_delete",
    method="DELETE",
    path="/v2/api/chat-thread/{chatthread_id}",
    idempotent=True,
)
_LIST_FOR_ADMIN = Operation(
    id="v2l_chat_thread_list_for_admin",
    method="POST",
    path="/v2/api/chat-thread/admin",
    body="json",
)
_LIST_CHATLOGS_FOR_ADMIN = Operation(
    id="v2l_chat_thread_list_chatlogs_for_admin",
    method="GET",
    path="/v2/api/chat-thread/{chatthread_id}/chatlogs",
    idempotent=True,
)
_ADD_CORPUS = Operation(
    id="v2l_chat_thread_add_corpus",
    method="POST",
    path="/v2/api/chat-thread/{chatthread_id}/corpus/{corpus_id}",
)
_REMOVE_CORPUS = Operation(
    id="v2l_chat_thread_remove_corpus",
    method="DELETE",
    path="/v2/api/chat-thread/{chatthread_id}/corpus/{corpus_id}",
    idempotent=True,
)
_GET_CORPUS = Operation(
    id="v2l_chat_thread_get_corpus",
    method="GET",
    path="/v2/api/chat-thread/{chatthread_id}/corpus",
    idempotent=True,
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

    async def get(self, chatthread_id: int) -> models.ChatThread:
        """Get Chat Thread.

        `GET /v2/api/chat-thread/{chatthread_id}`

        Returns one chat thread.

        Args:
            chatthread_id: Id of the chat thread.

        Returns:
            The chat thread.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Chat Thread, Get Chat Thread;
        path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_GET, models.ChatThread.read, (chatthread_id,))

    async def update(self, chatthread_id: int, *, title: str) -> models.ChatThread:
        """Edit Chat Thread.

        `PUT /v2/api/chat-thread/{chatthread_id}`

        Changes the title of a chat thread.

        Args:
            chatthread_id: Id of the chat thread.
            title: New title of the thread.

        Returns:
            The chat thread as it is now.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Chat Thread, Edit Chat Thread;
        path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _UPDATE, models.ChatThread.read, (chatthread_id,), body={"title": title}
        )

    async def delete(self, chatthread_id: int) -> None:
        """Delete Chat Thread.

        `DELETE /v2/api/chat-thread/{chatthread_id}`

        Deletes a chat thread.

        Args:
            chatthread_id: Id of the chat thread.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Chat Thread, Delete Chat
        Thread; path, method and bodies follow the pattern of the generation.
        """
        await self._core.send(_DELETE, nothing, (chatthread_id,))

    async def list_for_admin(
        self,
        *,
        body: dict[str, Any],
        page: int | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
    ) -> models.LegacyChatThreadPage:
        """Get All Chat Threads With Admin Panel Filters And Pagination.

        `POST /v2/api/chat-thread/admin`

        Returns the chat threads for the admin panel by filters, page by page. It is a POST, though
        it reads.

        Args:
            body: The filters. The vendor documents no member of it.
            page: Number of the page, counted from 1. Inferred from other lists; not seen for this
                one.
            items_per_page: How many items a page holds. Inferred from other lists; not seen for
                this one.

        Returns:
            One page of chat threads.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Chat Thread, Get All Chat
        Threads With Admin Panel Filters And Pagination; path, method and bodies follow the pattern
        of the generation.
        """
        return await self._core.send(
            _LIST_FOR_ADMIN,
            models.LegacyChatThreadPage.read,
            query={"page": page, "items_per_page": items_per_page},
            body=body,
        )

    async def list_chatlogs_for_admin(self, chatthread_id: int) -> list[models.LegacyAgentResponse]:
        """Get Reduced Chatlogs by Thread ID for Admin Panel.

        `GET /v2/api/chat-thread/{chatthread_id}/chatlogs`

        Returns the stored answers of a chat thread for the admin panel, with fewer members than
        usual.

        Args:
            chatthread_id: Id of the chat thread.

        Returns:
            The stored answers, reduced.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Chat Thread, Get Reduced
        Chatlogs by Thread ID for Admin Panel; path, method and bodies follow the pattern of the
        generation.
        """
        return await self._core.send(
            _LIST_CHATLOGS_FOR_ADMIN, list_of(models.LegacyAgentResponse.read), (chatthread_id,)
        )

    async def add_corpus(self, chatthread_id: int, corpus_id: int) -> models.RecordReference:
        """Add ChatThread-Corpus Connection.

        `POST /v2/api/chat-thread/{chatthread_id}/corpus/{corpus_id}`

        Connects a chat thread with a corpus, which is to hold its attachments. The answer is
        inferred from V2.

        Args:
            chatthread_id: Id of the chat thread.
            corpus_id: Id of the corpus.

        Returns:
            An id, presumably that of the new connection.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Chat Thread, Add
        ChatThread-Corpus Connection; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _ADD_CORPUS, models.RecordReference.read, (chatthread_id, corpus_id)
        )

    async def remove_corpus(self, chatthread_id: int, corpus_id: int) -> None:
        """Delete ChatThread-Corpus Connection.

        `DELETE /v2/api/chat-thread/{chatthread_id}/corpus/{corpus_id}`

        Ends the connection of a chat thread with a corpus.

        Args:
            chatthread_id: Id of the chat thread.
            corpus_id: Id of the corpus.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Chat Thread, Delete
        ChatThread-Corpus Connection; path, method and bodies follow the pattern of the generation.
        """
        await self._core.send(_REMOVE_CORPUS, nothing, (chatthread_id, corpus_id))

    async def get_corpus(self, chatthread_id: int) -> models.ChatThreadCorpusConnection:
        """Get ChatThread-Corpus Connection.

        `GET /v2/api/chat-thread/{chatthread_id}/corpus`

        Returns the corpus that holds the attachments of a chat thread. The answer is inferred from
        V2.

        Args:
            chatthread_id: Id of the chat thread.

        Returns:
            The connection, with the corpus.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Chat Thread, Get
        ChatThread-Corpus Connection; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _GET_CORPUS, models.ChatThreadCorpusConnection.read, (chatthread_id,)
        )


class V2LegacyChatThreadWithResponse(Resource):
    """The methods of `client.v2_legacy.chat_thread`, returning whole responses."""

    __slots__ = ()

    async def list_by_agent(self, agent_id: int) -> APIResponse[list[models.ChatThread]]:
        """Get All Chat Threads Of An Agent.

        `GET /v2/api/agent/{agent_id}/chat-thread`

        Takes the arguments of `list_by_agent` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _LIST_BY_AGENT, list_of(models.ChatThread.read), (agent_id,)
        )

    async def create(self, agent_id: int) -> APIResponse[models.ChatThread]:
        """Create Chat Thread.

        `POST /v2/api/agent/{agent_id}/chat-thread`

        Takes the arguments of `create` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_CREATE, models.ChatThread.read, (agent_id,))

    async def get(self, chatthread_id: int) -> APIResponse[models.ChatThread]:
        """Get Chat Thread.

        `GET /v2/api/chat-thread/{chatthread_id}`

        Takes the arguments of `get` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_GET, models.ChatThread.read, (chatthread_id,))

    async def update(self, chatthread_id: int, *, title: str) -> APIResponse[models.ChatThread]:
        """Edit Chat Thread.

        `PUT /v2/api/chat-thread/{chatthread_id}`

        Takes the arguments of `update` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _UPDATE, models.ChatThread.read, (chatthread_id,), body={"title": title}
        )

    async def delete(self, chatthread_id: int) -> APIResponse[None]:
        """Delete Chat Thread.

        `DELETE /v2/api/chat-thread/{chatthread_id}`

        Takes the arguments of `delete` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_DELETE, nothing, (chatthread_id,))

    async def list_for_admin(
        self,
        *,
        body: dict[str, Any],
        page: int | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
    ) -> APIResponse[models.LegacyChatThreadPage]:
        """Get All Chat Threads With Admin Panel Filters And Pagination.

        `POST /v2/api/chat-thread/admin`

        Takes the arguments of `list_for_admin` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _LIST_FOR_ADMIN,
            models.LegacyChatThreadPage.read,
            query={"page": page, "items_per_page": items_per_page},
            body=body,
        )

    async def list_chatlogs_for_admin(
        self, chatthread_id: int
    ) -> APIResponse[list[models.LegacyAgentResponse]]:
        """Get Reduced Chatlogs by Thread ID for Admin Panel.

        `GET /v2/api/chat-thread/{chatthread_id}/chatlogs`

        Takes the arguments of `list_chatlogs_for_admin` without `with_response`, and returns its
        result as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _LIST_CHATLOGS_FOR_ADMIN, list_of(models.LegacyAgentResponse.read), (chatthread_id,)
        )

    async def add_corpus(
        self, chatthread_id: int, corpus_id: int
    ) -> APIResponse[models.RecordReference]:
        """Add ChatThread-Corpus Connection.

        `POST /v2/api/chat-thread/{chatthread_id}/corpus/{corpus_id}`

        Takes the arguments of `add_corpus` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _ADD_CORPUS, models.RecordReference.read, (chatthread_id, corpus_id)
        )

    async def remove_corpus(self, chatthread_id: int, corpus_id: int) -> APIResponse[None]:
        """Delete ChatThread-Corpus Connection.

        `DELETE /v2/api/chat-thread/{chatthread_id}/corpus/{corpus_id}`

        Takes the arguments of `remove_corpus` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_REMOVE_CORPUS, nothing, (chatthread_id, corpus_id))

    async def get_corpus(
        self, chatthread_id: int
    ) -> APIResponse[models.ChatThreadCorpusConnection]:
        """Get ChatThread-Corpus Connection.

        `GET /v2/api/chat-thread/{chatthread_id}/corpus`

        Takes the arguments of `get_corpus` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _GET_CORPUS, models.ChatThreadCorpusConnection.read, (chatthread_id,)
        )
