"""Chat threads and stored answers as they go over the wire."""

from __future__ import annotations

from .._records import AgentResponse, Comment, Feedback, Thread
from .._spec import Json
from .trails import trail

_PRICE_PER_TOKEN = 0.00001


def thread_legacy(thread: Thread) -> Json:
    """A chat thread as V2 Legacy shows it."""
    shown: Json = {
        "id": thread.id,
        "corpus_id": thread.corpus_id,
        **trail(thread.trail),
        "title": thread.title,
        "is_deleted": False,
        "chat_id": None,
        "agent": thread.agent_id,
        "user": thread.user_id,
    }
    if thread.agent_id is None:
        del shown["agent"]
        shown["workflow"] = thread.workflow_id
    return shown


def thread_v2(thread: Thread) -> Json:
    """A chat thread as V2 shows it."""
    return {**thread_legacy(thread), "is_system_created": False}


def thread_for(generation: str, thread: Thread) -> Json:
    """A chat thread as a generation of the API shows it."""
    return thread_v2(thread) if generation == "v2" else thread_legacy(thread)


def response_legacy(response: AgentResponse) -> Json:
    """A stored answer as V2 Legacy shows it."""
    answer = response.answer
    return {
        "id": response.id,
        "comments": [comment(item, response) for item in response.comments],
        "feedback": [feedback(item, response) for item in response.feedback],
        "question": response.question,
        "response": answer,
        "created_by": response.trail.created_by,
        "created_on": response.trail.created_on,
        "is_deleted": False,
        **_tokens(answer),
        "cache_hit": answer["cache_hit"],
        "query_source": response.query_source,
        "message_id": None,
        "cost": f"{answer['total_tokens'] * _PRICE_PER_TOKEN:.5f}",
        "chat_thread": response.thread_id,
        "agent": response.agent_id,
        "user": response.user_id,
        "llm_config": 1,
    }


def response_pinned(response: AgentResponse) -> Json:
    """A stored answer in the list of the pinned ones."""
    answer: Json = {"thoughts": "", "data_points": [], **response.answer}
    return {
        "id": response.id,
        "question": response.question,
        "response": answer,
        "created_by": response.trail.created_by,
        "created_on": response.trail.created_on,
        **_tokens(answer),
        "pinned": response.is_pinned,
        "chat_thread_id": response.thread_id,
    }


def response_v2(response: AgentResponse, *, with_steps: bool) -> Json:
    """A stored answer as V2 shows it."""
    record: Json = {
        "id": response.id,
        "question": response.question,
        "response": response.answer,
        "stage": None,
        "query_source": response.query_source,
        "is_cleared": False,
        "created_by": response.trail.created_by,
        "created_on": response.trail.created_on,
        "modified_on": response.trail.modified_on,
        # The vendor's client has integers here and in `workflow_response`, for agents as well.
        "workflow": response.agent_id,
        "thread": response.thread_id,
        "user": response.user_id,
        "comments": [comment(item, response) for item in response.comments],
        "feedback": [feedback(item, response) for item in response.feedback],
    }
    if with_steps:
        record["response_steps"] = [{"friendly_message": message} for message in response.steps]
    return record


def response_for(generation: str, response: AgentResponse) -> Json:
    """A stored answer as a generation of the API shows it."""
    if generation == "v2":
        return response_v2(response, with_steps=False)
    return response_legacy(response)


def comment(record: Comment, response: AgentResponse) -> Json:
    """A comment on an answer."""
    return {
        "id": record.id,
        "comment": record.text,
        "created_by": record.trail.created_by,
        "created_on": record.trail.created_on,
        "workflow_response": response.id,
        "response": response.id,
    }


def feedback(record: Feedback, response: AgentResponse) -> Json:
    """A vote on an answer."""
    return {
        "id": record.id,
        "is_upvote": record.is_upvote,
        "is_downvote": not record.is_upvote,
        "created_by": record.trail.created_by,
        "created_on": record.trail.created_on,
        "workflow_response": response.id,
        "response": response.id,
    }


def _tokens(answer: Json) -> Json:
    return {name: answer[name] for name in ("total_tokens", "prompt_tokens", "completion_tokens")}
