"""`client.v1.chat`: questions to agents in the first generation of the API, their threads and the
feedback on answers.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._model import list_of
from ..._protocol import UNSET, Operation, Resource, Unset
from .. import models

if TYPE_CHECKING:
    from ..._response import APIResponse

_LIST_THREADS_BY_AGENT = Operation(
    id="v1_chat_list_threads_by_agent",
    method="GET",
    path="/chat/threads/{agent_id}",
    idempotent=True,
)
_RUN = Operation(id="v1_chat_run", method="POST", path="/chat", body="json", timeout=300.0)
_CREATE_INSTRUCTIONS = Operation(
    id="v1_chat_create_instructions", method="POST", path="/chat/custom-instructions", body="json"
)
_CREATE_COMMENT = Operation(
    id="v1_chat_create_comment", method="POST", path="/chat/comment", body="json"
)
_CREATE_UPVOTE = Operation(
    id="v1_chat_create_upvote", method="POST", path="/chat/upvote", body="json"
)
_CREATE_DOWNVOTE = Operation(
    id="v1_chat_create_downvote", method="POST", path="/chat/downvote", body="json"
)
_GET_THREAD = Operation(
    id="v1_chat_get_thread", method="GET", path="/chat/thread/{chat_thread_id}", idempotent=True
)
_GET_THOUGHT_PROCESS = Operation(
    id="v1_chat_get_thought_process",
    method="GET",
    path="/chat/thought-process/{chatlog_id}",
    idempotent=True,
)
_GET_SUPPORTING_CONTENT = Operation(
    id="v1_chat_get_supporting_content",
    method="GET",
    path="/chat/supporting-content/{chatlog_id}",
    idempotent=True,
)


class V1ChatApi(Resource):
    """Questions to agents in the first generation of the API, their threads and the feedback on
    answers.
    """

    __slots__ = ()

    @property
    def with_response(self) -> V1ChatWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V1ChatWithResponse(self._core)

    async def list_threads_by_agent(self, agent_id: int) -> list[models.ChatThread]:
        """Get All Agent Threads.

        `GET /chat/threads/{agent_id}`

        Returns all chat threads with an agent.

        Args:
            agent_id: Id of the agent.

        Returns:
            The chat threads.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of api.ejento.ai/v1/get-all-agent-threads-16255343e0 (title and
        verb); path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _LIST_THREADS_BY_AGENT, list_of(models.ChatThread.read), (agent_id,)
        )

    async def run(
        self,
        *,
        agent_id: int | Unset = UNSET,
        user_query: str | Unset = UNSET,
        history: list[models.HistoryTurnInput] | Unset = UNSET,
        model: str | Unset = UNSET,
        chat_thread_id: int | Unset = UNSET,
        overrides: models.LegacyResponseOverridesInput | Unset = UNSET,
        query_source: str | Unset = UNSET,
    ) -> models.AgentAnswer:
        """Run Chat.

        `POST /chat`

        Asks an agent and waits for the whole answer.

        Args:
            agent_id: Id of the agent to ask. Inferred from older requests of the vendor's client.
            user_query: The question. Inferred from V2; it may have the name `question` here, or
                stand in the last turn of `history`, as it presumably does in V2 Legacy.
            history: Turns of the conversation, oldest first. Inferred from V2 Legacy.
            model: Language model. Inferred from V2 Legacy.
            chat_thread_id: Id of the chat thread to ask in. Inferred from V2 Legacy.
            overrides: Settings that apply to this answer, in place of those of the agent. Inferred
                from V2 Legacy.
            query_source: Channel of the question, for example `web`. Inferred from V2 Legacy.

        Returns:
            The answer.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/v1/run-chat-16255335e0; nav of
        api.ejento.ai/v1/get-all-agent-threads-16255343e0 (title and verb); path, method and bodies
        follow the pattern of the generation.
        """
        return await self._core.send(
            _RUN,
            models.AgentAnswer.read,
            body={
                "agent_id": agent_id,
                "user_query": user_query,
                "history": history,
                "model": model,
                "chat_thread_id": chat_thread_id,
                "overrides": overrides,
                "query_source": query_source,
            },
        )

    async def create_instructions(self, *, instruction: str) -> models.AgentInstruction:
        """Create Custom Instructions.

        `POST /chat/custom-instructions`

        Adds an instruction that agents follow beside their prompt. How to name the agent is not
        documented.

        Args:
            instruction: Text of the instruction. Inferred from the instructions of an agent.

        Returns:
            The new instruction.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of api.ejento.ai/v1/get-all-agent-threads-16255343e0 (title and
        verb); path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _CREATE_INSTRUCTIONS, models.AgentInstruction.read, body={"instruction": instruction}
        )

    async def create_comment(self, *, chatlog_id: int, comment: str) -> models.Comment:
        """Add Comment Feedback.

        `POST /chat/comment`

        Comments on a stored answer.

        Args:
            chatlog_id: Id of the stored answer. Inferred from the older name that answers have for
                it.
            comment: Text of the comment. Inferred from comments in V2.

        Returns:
            The new comment.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of api.ejento.ai/v1/get-all-agent-threads-16255343e0 (title and
        verb); path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _CREATE_COMMENT,
            models.Comment.read,
            body={"chatlog_id": chatlog_id, "comment": comment},
        )

    async def create_upvote(self, *, chatlog_id: int) -> models.Feedback:
        """Add Upvote Feedback.

        `POST /chat/upvote`

        Votes for a stored answer.

        Args:
            chatlog_id: Id of the stored answer. Inferred from the older name that answers have for
                it.

        Returns:
            The new vote.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of api.ejento.ai/v1/get-all-agent-threads-16255343e0 (title and
        verb); path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _CREATE_UPVOTE, models.Feedback.read, body={"chatlog_id": chatlog_id}
        )

    async def create_downvote(self, *, chatlog_id: int) -> models.Feedback:
        """Add Downvote Feedback.

        `POST /chat/downvote`

        Votes against a stored answer.

        Args:
            chatlog_id: Id of the stored answer. Inferred from the older name that answers have for
                it.

        Returns:
            The new vote.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of api.ejento.ai/v1/get-all-agent-threads-16255343e0 (title and
        verb); path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _CREATE_DOWNVOTE, models.Feedback.read, body={"chatlog_id": chatlog_id}
        )

    async def get_thread(self, chat_thread_id: int) -> models.ChatThread:
        """Get Chat Thread.

        `GET /chat/thread/{chat_thread_id}`

        Returns one chat thread.

        Args:
            chat_thread_id: Id of the chat thread.

        Returns:
            The chat thread.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of api.ejento.ai/v1/get-all-agent-threads-16255343e0 (title and
        verb); path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_GET_THREAD, models.ChatThread.read, (chat_thread_id,))

    async def get_thought_process(self, chatlog_id: int) -> models.ThoughtProcess:
        """Get Thought Process.

        `GET /chat/thought-process/{chatlog_id}`

        Returns how an agent came to a stored answer.

        Args:
            chatlog_id: Id of the stored answer, which older interfaces call chatlog.

        Returns:
            The thought process.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of api.ejento.ai/v1/get-all-agent-threads-16255343e0 (title and
        verb); path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _GET_THOUGHT_PROCESS, models.ThoughtProcess.read, (chatlog_id,)
        )

    async def get_supporting_content(self, chatlog_id: int) -> models.SupportingContent:
        """Get Supporting Content.

        `GET /chat/supporting-content/{chatlog_id}`

        Returns the passages that a stored answer draws on.

        Args:
            chatlog_id: Id of the stored answer, which older interfaces call chatlog.

        Returns:
            The passages.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of api.ejento.ai/v1/get-all-agent-threads-16255343e0 (title and
        verb); path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _GET_SUPPORTING_CONTENT, models.SupportingContent.read, (chatlog_id,)
        )


class V1ChatWithResponse(Resource):
    """The methods of `client.v1.chat`, returning whole responses."""

    __slots__ = ()

    async def list_threads_by_agent(self, agent_id: int) -> APIResponse[list[models.ChatThread]]:
        """Get All Agent Threads.

        `GET /chat/threads/{agent_id}`

        Takes the arguments of `list_threads_by_agent` without `with_response`, and returns its
        result as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _LIST_THREADS_BY_AGENT, list_of(models.ChatThread.read), (agent_id,)
        )

    async def run(
        self,
        *,
        agent_id: int | Unset = UNSET,
        user_query: str | Unset = UNSET,
        history: list[models.HistoryTurnInput] | Unset = UNSET,
        model: str | Unset = UNSET,
        chat_thread_id: int | Unset = UNSET,
        overrides: models.LegacyResponseOverridesInput | Unset = UNSET,
        query_source: str | Unset = UNSET,
    ) -> APIResponse[models.AgentAnswer]:
        """Run Chat.

        `POST /chat`

        Takes the arguments of `run` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _RUN,
            models.AgentAnswer.read,
            body={
                "agent_id": agent_id,
                "user_query": user_query,
                "history": history,
                "model": model,
                "chat_thread_id": chat_thread_id,
                "overrides": overrides,
                "query_source": query_source,
            },
        )

    async def create_instructions(
        self, *, instruction: str
    ) -> APIResponse[models.AgentInstruction]:
        """Create Custom Instructions.

        `POST /chat/custom-instructions`

        Takes the arguments of `create_instructions` without `with_response`, and returns its result
        as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _CREATE_INSTRUCTIONS, models.AgentInstruction.read, body={"instruction": instruction}
        )

    async def create_comment(self, *, chatlog_id: int, comment: str) -> APIResponse[models.Comment]:
        """Add Comment Feedback.

        `POST /chat/comment`

        Takes the arguments of `create_comment` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _CREATE_COMMENT,
            models.Comment.read,
            body={"chatlog_id": chatlog_id, "comment": comment},
        )

    async def create_upvote(self, *, chatlog_id: int) -> APIResponse[models.Feedback]:
        """Add Upvote Feedback.

        `POST /chat/upvote`

        Takes the arguments of `create_upvote` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _CREATE_UPVOTE, models.Feedback.read, body={"chatlog_id": chatlog_id}
        )

    async def create_downvote(self, *, chatlog_id: int) -> APIResponse[models.Feedback]:
        """Add Downvote Feedback.

        `POST /chat/downvote`

        Takes the arguments of `create_downvote` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _CREATE_DOWNVOTE, models.Feedback.read, body={"chatlog_id": chatlog_id}
        )

    async def get_thread(self, chat_thread_id: int) -> APIResponse[models.ChatThread]:
        """Get Chat Thread.

        `GET /chat/thread/{chat_thread_id}`

        Takes the arguments of `get_thread` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_GET_THREAD, models.ChatThread.read, (chat_thread_id,))

    async def get_thought_process(self, chatlog_id: int) -> APIResponse[models.ThoughtProcess]:
        """Get Thought Process.

        `GET /chat/thought-process/{chatlog_id}`

        Takes the arguments of `get_thought_process` without `with_response`, and returns its result
        as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _GET_THOUGHT_PROCESS, models.ThoughtProcess.read, (chatlog_id,)
        )

    async def get_supporting_content(
        self, chatlog_id: int
    ) -> APIResponse[models.SupportingContent]:
        """Get Supporting Content.

        `GET /chat/supporting-content/{chatlog_id}`

        Takes the arguments of `get_supporting_content` without `with_response`, and returns its
        result as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _GET_SUPPORTING_CONTENT, models.SupportingContent.read, (chatlog_id,)
        )
