"""`client.v2_legacy.agent_response`: questions to agents and the stored answers.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._model import anything, list_of, nothing
from ..._protocol import UNSET, Operation, Pagination, Resource, Unset
from .. import models

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

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
    deprecated="v2_legacy.agent_response.create is deprecated by the vendor: use v2.agent_responses.create",
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
_GET = Operation(
    id="v2l_agent_response_get",
    method="GET",
    path="/v2/api/agent-response/{agent_response_id}",
    idempotent=True,
)
_DELETE = Operation(
    id="v2l_agent_response_delete",
    method="DELETE",
    path="/v2/api/agent-response/{agent_response_id}",
    idempotent=True,
)
_LIST_BY_USER = Operation(
    id="v2l_agent_response_list_by_user",
    method="GET",
    path="/v2/api/user/{user_id}/agent-response",
    idempotent=True,
)
_LIST_BY_PROJECT = Operation(
    id="v2l_agent_response_list_by_project",
    method="GET",
    path="/v2/api/project/{project_id}/agent-response",
    idempotent=True,
)
_LIST_COMMENTS = Operation(
    id="v2l_agent_response_list_comments",
    method="GET",
    path="/v2/api/agent-response/{agent_response_id}/comment",
    idempotent=True,
)
_CREATE_COMMENT = Operation(
    id="v2l_agent_response_create_comment",
    method="POST",
    path="/v2/api/agent-response/{agent_response_id}/comment",
    body="json",
)
_GET_DASHBOARD = Operation(
    id="v2l_agent_response_get_dashboard",
    method="POST",
    path="/v2/api/agent-response/dashboard",
    body="json",
)
_CREATE_FEEDBACK = Operation(
    id="v2l_agent_response_create_feedback",
    method="POST",
    path="/v2/api/agent-response/{agent_response_id}/feedback",
    body="json",
)
_CREATE_LOG = Operation(
    id="v2l_agent_response_create_log",
    method="POST",
    path="/v2/api/agent/{agent_id}/response/log",
    body="json",
)
_PIN = Operation(
    id="v2l_agent_response_pin",
    method="PUT",
    path="/v2/api/agent-response/{agent_response_id}/pin",
    idempotent=True,
)
_UNPIN = Operation(
    id="v2l_agent_response_unpin",
    method="DELETE",
    path="/v2/api/agent-response/{agent_response_id}/pin",
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
        prefetch: int = 0,
    ) -> AsyncGenerator[models.LegacyAgentResponse]:
        """Get All Agent Responses.

        `GET /v2/api/agent/{agent_id}/response`, for each page

        Walks all items of `list_by_agent`, fetching pages as they are needed, from `page` on.

        Args:
            agent_id: Id of the agent.
            query_source: Return only what was asked through this channel. Values seen are `web`,
                `app-ejento`, `teams-ejento` and `slack-ejento`.
            page: Number of the page, counted from 1.
            items_per_page: How many items a page holds.
            prefetch: How many pages to fetch ahead, all at a time, while the items of one are
                walked; none by default. Whoever leaves such a walk before its end closes it, best
                with `contextlib.aclosing`.

        Yields:
            The items, in order.

        Raises:
            APIError: a page cannot be had; `page` of the error says which.

        Evidence: documented (api.ejento.ai/legacy-get-all-agent-responses).
        """
        return self._core.iterate(
            _LIST_BY_AGENT,
            models.LegacyAgentResponse.read,
            (agent_id,),
            query={"query_source": query_source, "page": page, "items_per_page": items_per_page},
            prefetch=prefetch,
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

    async def get(self, agent_response_id: int) -> models.LegacyAgentResponse:
        """Get Agent Response.

        `GET /v2/api/agent-response/{agent_response_id}`

        Returns one stored answer with its question.

        Args:
            agent_response_id: Id of the stored answer.

        Returns:
            The stored answer.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/legacy-get-agent-response, title only; path, method
        and bodies follow the pattern of the generation.
        """
        return await self._core.send(_GET, models.LegacyAgentResponse.read, (agent_response_id,))

    async def delete(self, agent_response_id: int) -> None:
        """Delete Agent Response.

        `DELETE /v2/api/agent-response/{agent_response_id}`

        Deletes a stored answer.

        Args:
            agent_response_id: Id of the stored answer.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Agent Response, Delete Agent
        Response; path, method and bodies follow the pattern of the generation.
        """
        await self._core.send(_DELETE, nothing, (agent_response_id,))

    async def list_by_user(self, user_id: int) -> list[models.LegacyAgentResponse]:
        """Get Agent Responses By User.

        `GET /v2/api/user/{user_id}/agent-response`

        Returns the stored answers to the questions of one user.

        Args:
            user_id: Id of the user.

        Returns:
            The stored answers.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Agent Response, Get Agent
        Responses By User; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _LIST_BY_USER, list_of(models.LegacyAgentResponse.read), (user_id,)
        )

    async def list_by_project(self, project_id: int) -> list[models.LegacyAgentResponse]:
        """Get Agent Responses By Project.

        `GET /v2/api/project/{project_id}/agent-response`

        Returns the stored answers of the agents of one project.

        Args:
            project_id: Id of the project.

        Returns:
            The stored answers.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Agent Response, Get Agent
        Responses By Project; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _LIST_BY_PROJECT, list_of(models.LegacyAgentResponse.read), (project_id,)
        )

    async def list_comments(self, agent_response_id: int) -> list[models.Comment]:
        """Get Agent Response Comment.

        `GET /v2/api/agent-response/{agent_response_id}/comment`

        Returns the comments on a stored answer. The title speaks of one comment; a list is
        presumed, since an answer can have several.

        Args:
            agent_response_id: Id of the stored answer.

        Returns:
            The comments.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Agent Response, Get Agent
        Response Comment; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _LIST_COMMENTS, list_of(models.Comment.read), (agent_response_id,)
        )

    async def create_comment(
        self, agent_response_id: int, *, comment: str, created_by: str | Unset = UNSET
    ) -> models.Comment:
        """Create Agent Response Comment.

        `POST /v2/api/agent-response/{agent_response_id}/comment`

        Writes a comment on a stored answer.

        Args:
            agent_response_id: Id of the stored answer.
            comment: Text of the comment. The vendor's app offers `Irrelevant`, `Not Accurate` and
                `Other`.
            created_by: E-mail address of the author.

        Returns:
            The new comment.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/legacy-create-agent-response-comment, title only;
        path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _CREATE_COMMENT,
            models.Comment.read,
            (agent_response_id,),
            body={"comment": comment, "created_by": created_by},
        )

    async def get_dashboard(self, *, body: dict[str, Any]) -> Any:
        """Get Agent Response Dashboard.

        `POST /v2/api/agent-response/dashboard`

        Returns what the dashboard of stored answers shows. It is a POST, as the vendor's navigation
        says, though it reads.

        Args:
            body: What the dashboard is to show. The vendor documents no member of it.

        Returns:
            What the dashboard shows. The form is not documented.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/v2-legacy/get-agent-response-dashboard-legacy, title
        only; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_GET_DASHBOARD, anything, body=body)

    async def create_feedback(
        self, agent_response_id: int, *, vote_type: models.VoteTypeInput
    ) -> models.Feedback:
        """Create Agent Response Feedback.

        `POST /v2/api/agent-response/{agent_response_id}/feedback`

        Votes for or against a stored answer.

        Args:
            agent_response_id: Id of the stored answer.
            vote_type: A vote for or against an answer.

        Returns:
            The vote.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/v2-legacy/create-agent-response-feedback-legacy, title
        only; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _CREATE_FEEDBACK,
            models.Feedback.read,
            (agent_response_id,),
            body={"vote_type": vote_type},
        )

    async def create_log(
        self,
        agent_id: int,
        *,
        question: str | Unset = UNSET,
        response: Any | Unset = UNSET,
        query_source: str | Unset = UNSET,
    ) -> models.LegacyAgentResponse:
        """Create Agent Response Log.

        `POST /v2/api/agent/{agent_id}/response/log`

        Stores a question and its answer that came about elsewhere.

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

        Evidence: inferred from api.ejento.ai/v2-legacy/create-agent-response-log-legacy, title
        only; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _CREATE_LOG,
            models.LegacyAgentResponse.read,
            (agent_id,),
            body={"question": question, "response": response, "query_source": query_source},
        )

    async def pin(self, agent_response_id: int) -> models.LegacyAgentResponse:
        """Pin Agent Response.

        `PUT /v2/api/agent-response/{agent_response_id}/pin`

        Pins a stored answer.

        Args:
            agent_response_id: Id of the stored answer.

        Returns:
            The stored answer.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Agent Response, Pin Agent
        Response; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_PIN, models.LegacyAgentResponse.read, (agent_response_id,))

    async def unpin(self, agent_response_id: int) -> None:
        """Unpin Agent Response.

        `DELETE /v2/api/agent-response/{agent_response_id}/pin`

        Takes the pin off a stored answer.

        Args:
            agent_response_id: Id of the stored answer.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/v2-legacy/unpin-agent-response-legacy, title only;
        path, method and bodies follow the pattern of the generation.
        """
        await self._core.send(_UNPIN, nothing, (agent_response_id,))


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
        """Get All Agent Responses.

        `GET /v2/api/agent/{agent_id}/response`

        Takes the arguments of `list_by_agent` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
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
        """Create Agent Response.

        `POST /v2/api/agent/{agent_id}/response`

        Takes the arguments of `create` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
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
        """Get Pinned Agent Responses.

        `GET /v2/api/agent/{agent_id}/response/pin`

        Takes the arguments of `list_pinned` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _LIST_PINNED, list_of(models.PinnedAgentResponse.read), (agent_id,)
        )

    async def list_by_chat_thread(
        self, chatthread_id: int
    ) -> APIResponse[list[models.LegacyAgentResponse]]:
        """Get Agent Responses By Chat Thread.

        `GET /v2/api/chat-thread/{chatthread_id}/agent-response`

        Takes the arguments of `list_by_chat_thread` without `with_response`, and returns its result
        as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _LIST_BY_CHAT_THREAD, list_of(models.LegacyAgentResponse.read), (chatthread_id,)
        )

    async def get(self, agent_response_id: int) -> APIResponse[models.LegacyAgentResponse]:
        """Get Agent Response.

        `GET /v2/api/agent-response/{agent_response_id}`

        Takes the arguments of `get` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_GET, models.LegacyAgentResponse.read, (agent_response_id,))

    async def delete(self, agent_response_id: int) -> APIResponse[None]:
        """Delete Agent Response.

        `DELETE /v2/api/agent-response/{agent_response_id}`

        Takes the arguments of `delete` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_DELETE, nothing, (agent_response_id,))

    async def list_by_user(self, user_id: int) -> APIResponse[list[models.LegacyAgentResponse]]:
        """Get Agent Responses By User.

        `GET /v2/api/user/{user_id}/agent-response`

        Takes the arguments of `list_by_user` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _LIST_BY_USER, list_of(models.LegacyAgentResponse.read), (user_id,)
        )

    async def list_by_project(
        self, project_id: int
    ) -> APIResponse[list[models.LegacyAgentResponse]]:
        """Get Agent Responses By Project.

        `GET /v2/api/project/{project_id}/agent-response`

        Takes the arguments of `list_by_project` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _LIST_BY_PROJECT, list_of(models.LegacyAgentResponse.read), (project_id,)
        )

    async def list_comments(self, agent_response_id: int) -> APIResponse[list[models.Comment]]:
        """Get Agent Response Comment.

        `GET /v2/api/agent-response/{agent_response_id}/comment`

        Takes the arguments of `list_comments` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _LIST_COMMENTS, list_of(models.Comment.read), (agent_response_id,)
        )

    async def create_comment(
        self, agent_response_id: int, *, comment: str, created_by: str | Unset = UNSET
    ) -> APIResponse[models.Comment]:
        """Create Agent Response Comment.

        `POST /v2/api/agent-response/{agent_response_id}/comment`

        Takes the arguments of `create_comment` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _CREATE_COMMENT,
            models.Comment.read,
            (agent_response_id,),
            body={"comment": comment, "created_by": created_by},
        )

    async def get_dashboard(self, *, body: dict[str, Any]) -> APIResponse[Any]:
        """Get Agent Response Dashboard.

        `POST /v2/api/agent-response/dashboard`

        Takes the arguments of `get_dashboard` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_GET_DASHBOARD, anything, body=body)

    async def create_feedback(
        self, agent_response_id: int, *, vote_type: models.VoteTypeInput
    ) -> APIResponse[models.Feedback]:
        """Create Agent Response Feedback.

        `POST /v2/api/agent-response/{agent_response_id}/feedback`

        Takes the arguments of `create_feedback` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _CREATE_FEEDBACK,
            models.Feedback.read,
            (agent_response_id,),
            body={"vote_type": vote_type},
        )

    async def create_log(
        self,
        agent_id: int,
        *,
        question: str | Unset = UNSET,
        response: Any | Unset = UNSET,
        query_source: str | Unset = UNSET,
    ) -> APIResponse[models.LegacyAgentResponse]:
        """Create Agent Response Log.

        `POST /v2/api/agent/{agent_id}/response/log`

        Takes the arguments of `create_log` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _CREATE_LOG,
            models.LegacyAgentResponse.read,
            (agent_id,),
            body={"question": question, "response": response, "query_source": query_source},
        )

    async def pin(self, agent_response_id: int) -> APIResponse[models.LegacyAgentResponse]:
        """Pin Agent Response.

        `PUT /v2/api/agent-response/{agent_response_id}/pin`

        Takes the arguments of `pin` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_PIN, models.LegacyAgentResponse.read, (agent_response_id,))

    async def unpin(self, agent_response_id: int) -> APIResponse[None]:
        """Unpin Agent Response.

        `DELETE /v2/api/agent-response/{agent_response_id}/pin`

        Takes the arguments of `unpin` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_UNPIN, nothing, (agent_response_id,))
