"""Stored answers, what users think of them, and which of them are pinned."""

from __future__ import annotations

from .._call import Call, handles
from .._paging import flat, page_of, with_meta
from .._records import Comment, Feedback
from .._replies import Reply, done, success
from ..shapes import chats

_FOUND = "Agent Response Found Successfully."


@handles("v2l_agent_response_list_by_agent")
def list_by_agent_legacy(call: Call) -> Reply:
    """List the answers of an agent, in pages if asked for."""
    agent = call.state.agent(call.path["agent_id"])
    source: str | None = call.query.get("query_source")
    responses = [
        chats.response_legacy(response)
        for response in call.state.responses_of(agent_id=agent.id)
        if source in (None, response.query_source)
    ]
    page = page_of(responses, call.query)
    return success(flat("agent_responses", page), _FOUND)


@handles("v2l_agent_response_list_by_chat_thread")
def list_by_chat_thread_legacy(call: Call) -> Reply:
    """List the answers of a thread."""
    thread = call.state.thread(call.path["chatthread_id"])
    responses = call.state.responses_of(thread_id=thread.id)
    return success([chats.response_legacy(response) for response in responses], _FOUND)


@handles("v2l_agent_response_list_pinned")
def list_pinned_legacy(call: Call) -> Reply:
    """List the pinned answers of an agent."""
    agent = call.state.agent(call.path["agent_id"])
    pinned = [
        chats.response_pinned(response)
        for response in call.state.responses_of(agent_id=agent.id)
        if response.is_pinned
    ]
    return success(pinned, "Pinned chat logs retrieved successfully")


@handles("v2_agent_responses_list_by_chat_thread")
def list_by_chat_thread(call: Call) -> Reply:
    """List the answers of a thread, with the steps that led to them if asked for."""
    thread = call.state.thread(call.path["chat_thread_id"])
    with_steps: bool = call.query.get("include_steps", False)
    responses = [
        chats.response_v2(response, with_steps=with_steps)
        for response in call.state.responses_of(thread_id=thread.id)
    ]
    page = page_of(responses, call.query)
    shown = with_meta("agent_responses", page)
    return success(shown, "Agent responses fetched successfully")


@handles("v2_agent_responses_delete")
def delete(call: Call) -> Reply:
    """Delete an answer."""
    response = call.state.response(call.path["agent_response_id"])
    del call.state.responses[response.id]
    return done("Agent response deleted successfully")


@handles("v2_agent_responses_create_feedback")
def create_feedback(call: Call) -> Reply:
    """Vote on an answer. The id in the reply is that of the answer, as clients expect."""
    state = call.state
    response = state.response(call.path["agent_response_id"])
    vote = Feedback(
        state.new_id("feedback"), call.body["vote_type"] == "upvote", state.trail(call.user)
    )
    # A user has one vote; a second one replaces the first.
    others = [other for other in response.feedback if other.trail.created_by != call.user.email]
    response.feedback = [*others, vote]
    shown = {**chats.feedback(vote, response), "id": response.id}
    return success(shown, "Feedback created successfully")


@handles("v2_agent_responses_create_comment")
def create_comment(call: Call) -> Reply:
    """Comment on an answer."""
    state = call.state
    response = state.response(call.path["agent_response_id"])
    trail = state.trail(call.user, created_by=call.body.get("created_by"))
    comment = Comment(state.new_id("comment"), call.body["comment"], trail)
    response.comments.append(comment)
    return success(chats.comment(comment, response), "Comment created successfully")
