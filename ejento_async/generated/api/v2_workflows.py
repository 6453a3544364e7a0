"""`client.v2.workflows`: workflows, in which several agents work on one answer.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._model import list_of, nothing
from ..._protocol import UNSET, Operation, Pagination, Resource, Unset
from .. import models

if TYPE_CHECKING:
    import builtins
    from collections.abc import AsyncGenerator

    from ..._pagination import Page
    from ..._response import APIResponse
    from ..._streaming import AnswerStream

_STREAM = Operation(
    id="v2_workflows_stream",
    method="POST",
    path="/response-service/api/v2/workflows/{workflow_id}/responses/stream",
    body="json",
    accept="text/event-stream",
)
_GET = Operation(
    id="v2_workflows_get", method="GET", path="/api/v2/workflows/{workflow_id}", idempotent=True
)
_UPDATE = Operation(
    id="v2_workflows_update",
    method="PUT",
    path="/api/v2/workflows/{workflow_id}",
    body="json",
    idempotent=True,
)
_DELETE = Operation(
    id="v2_workflows_delete",
    method="DELETE",
    path="/api/v2/workflows/{workflow_id}",
    idempotent=True,
)
_LIST = Operation(
    id="v2_workflows_list",
    method="GET",
    path="/api/v2/workflows",
    idempotent=True,
    pagination=Pagination(
        items="workflows", page="meta.current_page", pages="meta.num_pages", total="meta.count"
    ),
)
_CREATE = Operation(id="v2_workflows_create", method="POST", path="/api/v2/workflows", body="json")
_LIST_CHAT_THREADS = Operation(
    id="v2_workflows_list_chat_threads",
    method="GET",
    path="/api/v2/workflows/{workflow_id}/chat-threads",
    idempotent=True,
    pagination=Pagination(
        items="chat_threads", page="meta.current_page", pages="meta.num_pages", total="meta.count"
    ),
)
_CREATE_CHAT_THREAD = Operation(
    id="v2_workflows_create_chat_thread",
    method="POST",
    path="/api/v2/workflows/{workflow_id}/chat-threads",
    body="json",
)
_LIST_RESPONSES = Operation(
    id="v2_workflows_list_responses",
    method="GET",
    path="/api/v2/workflows/{workflow_id}/responses",
    idempotent=True,
    pagination=Pagination(
        items="workflow_responses",
        page="meta.current_page",
        pages="meta.num_pages",
        total="meta.count",
    ),
)
_LIST_RESPONSE_REVIEWS = Operation(
    id="v2_workflows_list_response_reviews",
    method="GET",
    path="/api/v2/workflow-responses/{workflow_response_id}/reviews",
    idempotent=True,
)
_CREATE_RESPONSE_REVIEW = Operation(
    id="v2_workflows_create_response_review",
    method="POST",
    path="/api/v2/workflow-responses/{workflow_response_id}/reviews",
    body="json",
)
_CREATE_RESPONSE = Operation(
    id="v2_workflows_create_response",
    method="POST",
    path="/response-service/api/v2/workflows/{workflow_id}/responses",
    body="json",
    timeout=300.0,
)
_GET_RESPONSE_FEEDBACK = Operation(
    id="v2_workflows_get_response_feedback",
    method="GET",
    path="/api/v2/workflow-responses/{workflow_response_id}/feedbacks",
    idempotent=True,
)
_CREATE_RESPONSE_FEEDBACK = Operation(
    id="v2_workflows_create_response_feedback",
    method="POST",
    path="/api/v2/workflow-responses/{workflow_response_id}/feedbacks",
    body="json",
)


class V2WorkflowsApi(Resource):
    """Workflows, in which several agents work on one answer."""

    __slots__ = ()

    @property
    def with_response(self) -> V2WorkflowsWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V2WorkflowsWithResponse(self._core)

    def stream(
        self,
        workflow_id: int,
        *,
        user_query: str,
        chat_thread_id: int | None | Unset = UNSET,
        history: builtins.list[models.HistoryTurnInput] | Unset = UNSET,
        query_source: str | Unset = UNSET,
    ) -> AnswerStream[models.WorkflowAnswer]:
        """Stream Workflow Response (SSE).

        `POST /response-service/api/v2/workflows/{workflow_id}/responses/stream`

        Asks a workflow and returns the answer piece by piece, as its agents write it. The events
        are documented; where and how to ask is inferred from agents.

        Args:
            workflow_id: Id of the workflow.
            user_query: The question. Inferred from agents.
            chat_thread_id: Id of the chat thread to ask in. Inferred from agents.
            history: Turns before this question, oldest first. Inferred from agents.
            query_source: Channel of the question. Inferred from agents.

        Returns:
            Server-sent events, each with one line of JSON as its data; the last one has the whole
            answer.

        Raises:
            APIError: on entering or reading the stream: the call failed; the subclass says how.

        Evidence: documented (api.ejento.ai/v2/stream-workflow-response;
        api.ejento.ai/workflows.md); path, method and body are inferred.
        """
        return self._core.stream(
            _STREAM,
            models.WorkflowAnswer.read,
            (workflow_id,),
            body={
                "user_query": user_query,
                "chat_thread_id": chat_thread_id,
                "history": history,
                "query_source": query_source,
            },
        )

    async def get(self, workflow_id: int) -> models.Workflow:
        """Get a Workflow.

        `GET /api/v2/workflows/{workflow_id}`

        Returns one workflow.

        Args:
            workflow_id: Id of the workflow.

        Returns:
            The workflow.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/get-workflow, title only; api.ejento.ai/workflows.md;
        path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_GET, models.Workflow.read, (workflow_id,))

    async def update(self, workflow_id: int, *, body: builtins.dict[str, Any]) -> models.Workflow:
        """Update a Workflow.

        `PUT /api/v2/workflows/{workflow_id}`

        Changes a workflow.

        Args:
            workflow_id: Id of the workflow.

        Returns:
            The workflow.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/update-workflow, title only;
        api.ejento.ai/workflows.md; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_UPDATE, models.Workflow.read, (workflow_id,), body=body)

    async def delete(self, workflow_id: int) -> None:
        """Delete a Workflow.

        `DELETE /api/v2/workflows/{workflow_id}`

        Deletes a workflow.

        Args:
            workflow_id: Id of the workflow.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/delete-workflow, title only;
        api.ejento.ai/workflows.md; path, method and bodies follow the pattern of the generation.
        """
        await self._core.send(_DELETE, nothing, (workflow_id,))

    async def list(
        self, *, page: int | Unset = UNSET, items_per_page: int | Unset = UNSET
    ) -> Page[models.Workflow]:
        """Get all Workflows.

        `GET /api/v2/workflows`

        Returns the workflows that the caller may see. They can be paged, says the vendor; how is
        inferred from other lists.

        Args:
            page: Number of the page, counted from 1. Inferred from other lists; not seen for this
                one.
            items_per_page: How many items a page holds. Inferred from other lists; not seen for
                this one.

        Returns:
            The workflows.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/get-all-workflows, title only;
        api.ejento.ai/workflows.md; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send_page(
            _LIST, models.Workflow.read, query={"page": page, "items_per_page": items_per_page}
        )

    def iter(
        self, *, page: int | Unset = UNSET, items_per_page: int | Unset = UNSET, prefetch: int = 0
    ) -> AsyncGenerator[models.Workflow]:
        """Get all Workflows.

        `GET /api/v2/workflows`, for each page

        Walks all items of `list`, fetching pages as they are needed, from `page` on.

        Args:
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

        Evidence: inferred from api.ejento.ai/get-all-workflows, title only;
        api.ejento.ai/workflows.md; path, method and bodies follow the pattern of the generation.
        """
        return self._core.iterate(
            _LIST,
            models.Workflow.read,
            query={"page": page, "items_per_page": items_per_page},
            prefetch=prefetch,
        )

    async def create(self, *, body: builtins.dict[str, Any]) -> models.Workflow:
        """Create a Workflow.

        `POST /api/v2/workflows`

        Creates a workflow. What it is made of is not documented.

        Returns:
            The new workflow.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/create-workflow, title only;
        api.ejento.ai/workflows.md; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_CREATE, models.Workflow.read, body=body)

    async def list_chat_threads(
        self, workflow_id: int, *, page: int | Unset = UNSET, items_per_page: int | Unset = UNSET
    ) -> Page[models.ChatThread]:
        """Get all Workflow Chat Threads.

        `GET /api/v2/workflows/{workflow_id}/chat-threads`

        Returns the chat threads with a workflow. That the list can be paged is inferred from the
        chat threads of an agent.

        Args:
            workflow_id: Id of the workflow.
            page: Number of the page, counted from 1. Inferred from other lists; not seen for this
                one.
            items_per_page: How many items a page holds. Inferred from other lists; not seen for
                this one.

        Returns:
            The chat threads.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/get-all-workflow-chatthreads, title only;
        api.ejento.ai/workflows.md; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send_page(
            _LIST_CHAT_THREADS,
            models.ChatThread.read,
            (workflow_id,),
            query={"page": page, "items_per_page": items_per_page},
        )

    def iter_chat_threads(
        self,
        workflow_id: int,
        *,
        page: int | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
        prefetch: int = 0,
    ) -> AsyncGenerator[models.ChatThread]:
        """Get all Workflow Chat Threads.

        `GET /api/v2/workflows/{workflow_id}/chat-threads`, for each page

        Walks all items of `list_chat_threads`, fetching pages as they are needed, from `page` on.

        Args:
            workflow_id: Id of the workflow.
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

        Evidence: inferred from api.ejento.ai/get-all-workflow-chatthreads, title only;
        api.ejento.ai/workflows.md; path, method and bodies follow the pattern of the generation.
        """
        return self._core.iterate(
            _LIST_CHAT_THREADS,
            models.ChatThread.read,
            (workflow_id,),
            query={"page": page, "items_per_page": items_per_page},
            prefetch=prefetch,
        )

    async def create_chat_thread(
        self, workflow_id: int, *, title: str | Unset = UNSET
    ) -> models.ChatThread:
        """Create a Workflow Chat Thread.

        `POST /api/v2/workflows/{workflow_id}/chat-threads`

        Opens a new chat thread with a workflow.

        Args:
            workflow_id: Id of the workflow.
            title: Title of the thread. Inferred from the record of a chat thread.

        Returns:
            The new chat thread.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/create-workflow-chatthread, title only;
        api.ejento.ai/workflows.md; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _CREATE_CHAT_THREAD, models.ChatThread.read, (workflow_id,), body={"title": title}
        )

    async def list_responses(
        self, workflow_id: int, *, page: int | Unset = UNSET, items_per_page: int | Unset = UNSET
    ) -> Page[models.WorkflowResponse]:
        """Get all Workflow Responses.

        `GET /api/v2/workflows/{workflow_id}/responses`

        Returns the stored answers of a workflow. They can be filtered and paged, says the vendor;
        the filters are not documented, and how to page is inferred from other lists.

        Args:
            workflow_id: Id of the workflow.
            page: Number of the page, counted from 1. Inferred from other lists; not seen for this
                one.
            items_per_page: How many items a page holds. Inferred from other lists; not seen for
                this one.

        Returns:
            The stored answers.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/get-all-workflow-responses, title only;
        api.ejento.ai/workflows.md; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send_page(
            _LIST_RESPONSES,
            models.WorkflowResponse.read,
            (workflow_id,),
            query={"page": page, "items_per_page": items_per_page},
        )

    def iter_responses(
        self,
        workflow_id: int,
        *,
        page: int | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
        prefetch: int = 0,
    ) -> AsyncGenerator[models.WorkflowResponse]:
        """Get all Workflow Responses.

        `GET /api/v2/workflows/{workflow_id}/responses`, for each page

        Walks all items of `list_responses`, fetching pages as they are needed, from `page` on.

        Args:
            workflow_id: Id of the workflow.
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

        Evidence: inferred from api.ejento.ai/get-all-workflow-responses, title only;
        api.ejento.ai/workflows.md; path, method and bodies follow the pattern of the generation.
        """
        return self._core.iterate(
            _LIST_RESPONSES,
            models.WorkflowResponse.read,
            (workflow_id,),
            query={"page": page, "items_per_page": items_per_page},
            prefetch=prefetch,
        )

    async def list_response_reviews(
        self, workflow_response_id: int
    ) -> builtins.list[models.Review]:
        """Get Reviews of a Workflow Response.

        `GET /api/v2/workflow-responses/{workflow_response_id}/reviews`

        Returns the reviews of a stored answer of a workflow. The vendor names the ability only; the
        title is not its own.

        Args:
            workflow_response_id: Id of the workflow's stored answer.

        Returns:
            The reviews.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from docsearch.algolia.com/mcp/docs/website/api.ejento.ai, which names
        the ability; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _LIST_RESPONSE_REVIEWS, list_of(models.Review.read), (workflow_response_id,)
        )

    async def create_response_review(
        self, workflow_response_id: int, *, body: builtins.dict[str, Any]
    ) -> models.Review:
        """Create a Review for a Workflow Response.

        `POST /api/v2/workflow-responses/{workflow_response_id}/reviews`

        Writes a review of a stored answer of a workflow. The vendor names the ability only; the
        title is not its own.

        Args:
            workflow_response_id: Id of the workflow's stored answer.

        Returns:
            The new review.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from docsearch.algolia.com/mcp/docs/website/api.ejento.ai, which names
        the ability; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _CREATE_RESPONSE_REVIEW, models.Review.read, (workflow_response_id,), body=body
        )

    async def create_response(
        self,
        workflow_id: int,
        *,
        user_query: str,
        chat_thread_id: int | None | Unset = UNSET,
        history: builtins.list[models.HistoryTurnInput] | Unset = UNSET,
        query_source: str | Unset = UNSET,
    ) -> models.WorkflowAnswer:
        """Create a Workflow Chat Response.

        `POST /response-service/api/v2/workflows/{workflow_id}/responses`

        Asks a workflow and waits for the whole answer. That it is asked at the response service is
        inferred from agents.

        Args:
            workflow_id: Id of the workflow.
            user_query: The question. Inferred from agents.
            chat_thread_id: Id of the chat thread to ask in. Inferred from agents.
            history: Turns before this question, oldest first. Inferred from agents.
            query_source: Channel of the question. Inferred from agents.

        Returns:
            The answer.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/workflows.md; path, method and bodies follow the
        pattern of the generation.
        """
        return await self._core.send(
            _CREATE_RESPONSE,
            models.WorkflowAnswer.read,
            (workflow_id,),
            body={
                "user_query": user_query,
                "chat_thread_id": chat_thread_id,
                "history": history,
                "query_source": query_source,
            },
        )

    async def get_response_feedback(self, workflow_response_id: int) -> models.Feedback:
        """Get Feedback of a Workflow Response.

        `GET /api/v2/workflow-responses/{workflow_response_id}/feedbacks`

        Returns the vote on a stored answer of a workflow. The vendor names the ability only; the
        title is not its own.

        Args:
            workflow_response_id: Id of the workflow's stored answer.

        Returns:
            The vote.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from docsearch.algolia.com/mcp/docs/website/api.ejento.ai, which names
        the ability; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _GET_RESPONSE_FEEDBACK, models.Feedback.read, (workflow_response_id,)
        )

    async def create_response_feedback(
        self, workflow_response_id: int, *, vote_type: models.VoteTypeInput
    ) -> models.Feedback:
        """Create Feedback for a Workflow Response.

        `POST /api/v2/workflow-responses/{workflow_response_id}/feedbacks`

        Votes for or against a stored answer of a workflow. The vendor names the ability only; the
        title is not its own.

        Args:
            workflow_response_id: Id of the workflow's stored answer.
            vote_type: A vote for or against an answer.

        Returns:
            The vote.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from docsearch.algolia.com/mcp/docs/website/api.ejento.ai, which names
        the ability; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _CREATE_RESPONSE_FEEDBACK,
            models.Feedback.read,
            (workflow_response_id,),
            body={"vote_type": vote_type},
        )


class V2WorkflowsWithResponse(Resource):
    """The methods of `client.v2.workflows`, returning whole responses."""

    __slots__ = ()

    async def get(self, workflow_id: int) -> APIResponse[models.Workflow]:
        """Get a Workflow.

        `GET /api/v2/workflows/{workflow_id}`

        Takes the arguments of `get` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_GET, models.Workflow.read, (workflow_id,))

    async def update(
        self, workflow_id: int, *, body: builtins.dict[str, Any]
    ) -> APIResponse[models.Workflow]:
        """Update a Workflow.

        `PUT /api/v2/workflows/{workflow_id}`

        Takes the arguments of `update` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_UPDATE, models.Workflow.read, (workflow_id,), body=body)

    async def delete(self, workflow_id: int) -> APIResponse[None]:
        """Delete a Workflow.

        `DELETE /api/v2/workflows/{workflow_id}`

        Takes the arguments of `delete` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_DELETE, nothing, (workflow_id,))

    async def list(
        self, *, page: int | Unset = UNSET, items_per_page: int | Unset = UNSET
    ) -> APIResponse[Page[models.Workflow]]:
        """Get all Workflows.

        `GET /api/v2/workflows`

        Takes the arguments of `list` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond_page(
            _LIST, models.Workflow.read, query={"page": page, "items_per_page": items_per_page}
        )

    async def create(self, *, body: builtins.dict[str, Any]) -> APIResponse[models.Workflow]:
        """Create a Workflow.

        `POST /api/v2/workflows`

        Takes the arguments of `create` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_CREATE, models.Workflow.read, body=body)

    async def list_chat_threads(
        self, workflow_id: int, *, page: int | Unset = UNSET, items_per_page: int | Unset = UNSET
    ) -> APIResponse[Page[models.ChatThread]]:
        """Get all Workflow Chat Threads.

        `GET /api/v2/workflows/{workflow_id}/chat-threads`

        Takes the arguments of `list_chat_threads` without `with_response`, and returns its result
        as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond_page(
            _LIST_CHAT_THREADS,
            models.ChatThread.read,
            (workflow_id,),
            query={"page": page, "items_per_page": items_per_page},
        )

    async def create_chat_thread(
        self, workflow_id: int, *, title: str | Unset = UNSET
    ) -> APIResponse[models.ChatThread]:
        """Create a Workflow Chat Thread.

        `POST /api/v2/workflows/{workflow_id}/chat-threads`

        Takes the arguments of `create_chat_thread` without `with_response`, and returns its result
        as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _CREATE_CHAT_THREAD, models.ChatThread.read, (workflow_id,), body={"title": title}
        )

    async def list_responses(
        self, workflow_id: int, *, page: int | Unset = UNSET, items_per_page: int | Unset = UNSET
    ) -> APIResponse[Page[models.WorkflowResponse]]:
        """Get all Workflow Responses.

        `GET /api/v2/workflows/{workflow_id}/responses`

        Takes the arguments of `list_responses` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond_page(
            _LIST_RESPONSES,
            models.WorkflowResponse.read,
            (workflow_id,),
            query={"page": page, "items_per_page": items_per_page},
        )

    async def list_response_reviews(
        self, workflow_response_id: int
    ) -> APIResponse[builtins.list[models.Review]]:
        """Get Reviews of a Workflow Response.

        `GET /api/v2/workflow-responses/{workflow_response_id}/reviews`

        Takes the arguments of `list_response_reviews` without `with_response`, and returns its
        result as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _LIST_RESPONSE_REVIEWS, list_of(models.Review.read), (workflow_response_id,)
        )

    async def create_response_review(
        self, workflow_response_id: int, *, body: builtins.dict[str, Any]
    ) -> APIResponse[models.Review]:
        """Create a Review for a Workflow Response.

        `POST /api/v2/workflow-responses/{workflow_response_id}/reviews`

        Takes the arguments of `create_response_review` without `with_response`, and returns its
        result as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _CREATE_RESPONSE_REVIEW, models.Review.read, (workflow_response_id,), body=body
        )

    async def create_response(
        self,
        workflow_id: int,
        *,
        user_query: str,
        chat_thread_id: int | None | Unset = UNSET,
        history: builtins.list[models.HistoryTurnInput] | Unset = UNSET,
        query_source: str | Unset = UNSET,
    ) -> APIResponse[models.WorkflowAnswer]:
        """Create a Workflow Chat Response.

        `POST /response-service/api/v2/workflows/{workflow_id}/responses`

        Takes the arguments of `create_response` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _CREATE_RESPONSE,
            models.WorkflowAnswer.read,
            (workflow_id,),
            body={
                "user_query": user_query,
                "chat_thread_id": chat_thread_id,
                "history": history,
                "query_source": query_source,
            },
        )

    async def get_response_feedback(
        self, workflow_response_id: int
    ) -> APIResponse[models.Feedback]:
        """Get Feedback of a Workflow Response.

        `GET /api/v2/workflow-responses/{workflow_response_id}/feedbacks`

        Takes the arguments of `get_response_feedback` without `with_response`, and returns its
        result as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _GET_RESPONSE_FEEDBACK, models.Feedback.read, (workflow_response_id,)
        )

    async def create_response_feedback(
        self, workflow_response_id: int, *, vote_type: models.VoteTypeInput
    ) -> APIResponse[models.Feedback]:
        """Create Feedback for a Workflow Response.

        `POST /api/v2/workflow-responses/{workflow_response_id}/feedbacks`

        Takes the arguments of `create_response_feedback` without `with_response`, and returns its
        result as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _CREATE_RESPONSE_FEEDBACK,
            models.Feedback.read,
            (workflow_response_id,),
            body={"vote_type": vote_type},
        )
