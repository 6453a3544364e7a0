"""What users think of stored answers: votes and comments."""

from __future__ import annotations

from functools import partial

from .._call import Call, handles
from .._records import AgentResponse, Comment, Feedback
from .._replies import Reply, success
from ..shapes import chats


@handles("v2l_agent_response_create_feedback", "v2_agent_responses_create_feedback")
def create_feedback(call: Call) -> Reply:
    """Vote on an answer. In V2 the id in the reply is that of the answer, as clients expect."""
    return _vote(call.body["vote_type"] == "upvote", call)


def _vote(upvote: bool, call: Call) -> Reply:
    state = call.state
    response = _response(call)
    vote = Feedback(state.new_id("feedback"), upvote, state.trail(call.user))
    # A user has one vote; a second one replaces the first.
    others = [other for other in response.feedback if other.trail.created_by != call.user.email]
    response.feedback = [*others, vote]
    shown = chats.feedback(vote, response)
    if call.generation == "v2":
        shown["id"] = response.id
    return success(shown, "Feedback created successfully")


handles("v1_chat_create_upvote")(partial(_vote, True))
handles("v1_chat_create_downvote")(partial(_vote, False))


@handles(
    "v1_chat_create_comment",
    "v2l_agent_response_create_comment",
    "v2_agent_responses_create_comment",
)
def create_comment(call: Call) -> Reply:
    """Comment on an answer."""
    state = call.state
    response = _response(call)
    trail = state.trail(call.user, created_by=call.body.get("created_by"))
    comment = Comment(state.new_id("comment"), call.body["comment"], trail)
    response.comments.append(comment)
    return success(chats.comment(comment, response), "Comment created successfully")


@handles("v2l_agent_response_list_comments", "v2_agent_responses_list_comments")
def list_comments(call: Call) -> Reply:
    """List the comments on an answer."""
    response = _response(call)
    shown = [chats.comment(comment, response) for comment in response.comments]
    return success(shown, "Comments fetched successfully")


def _response(call: Call) -> AgentResponse:
    """Return the answer that is named by the path, or, in V1, by the body as a chat log."""
    numbers = {**call.body, **call.path}
    name = "agent_response_id" if "agent_response_id" in numbers else "chatlog_id"
    return call.state.response(numbers[name])
