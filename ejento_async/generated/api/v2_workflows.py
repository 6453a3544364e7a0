"""`client.v2.workflows`: workflows, in which several agents work on one answer.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._protocol import UNSET, Operation, Resource, Unset
from .. import models

if TYPE_CHECKING:
    from ..._streaming import AnswerStream

_STREAM = Operation(
    id="v2_workflows_stream",
    method="POST",
    path="/response-service/api/v2/workflows/{workflow_id}/responses/stream",
    body="json",
    accept="text/event-stream",
)


class V2WorkflowsApi(Resource):
    """Workflows, in which several agents work on one answer."""

    __slots__ = ()

    def stream(
        self,
        workflow_id: int,
        *,
        user_query: str,
        chat_thread_id: int | None | Unset = UNSET,
        history: list[models.HistoryTurnInput] | Unset = UNSET,
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
