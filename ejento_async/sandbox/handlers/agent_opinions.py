"""What users think of agents: ratings and votes, one of each for a user and an agent, and reviews.

Comments and reviews are plain open records.
"""

from __future__ import annotations

from .._call import Call, handles
from .._kinds import RATING, REVIEW, VOTE
from .._open_records import Kind, OpenRecord
from .._replies import Reply, not_found, success
from .._spec import Json
from ..shapes.open_records import open_record


@handles("v1_agents_toggle_rating", "v2l_agent_rating_update", "v2_agent_ratings_update")
def rate(call: Call) -> Reply:
    """Rate an agent, or change the caller's rating; V1 sends nothing and takes a star on or off."""
    body = call.body
    if call.generation == "v1":
        old = _own(RATING, call)
        body = {"is_rated": not (old and old.members.get("is_rated"))}
    return success(open_record(_put(RATING, call, body)), "Rating updated successfully")


@handles("v2l_agent_rating_get")
def get_rating(call: Call) -> Reply:
    """Show the caller's rating of an agent."""
    rating = _own(RATING, call)
    if rating is None:
        raise not_found("Rating")
    return success(open_record(rating), "Rating fetched successfully")


@handles("v2l_agent_vote_create", "v2_agent_votes_create")
def vote(call: Call) -> Reply:
    """Vote for or against an agent."""
    kind: str | None = call.body.get("vote_type")
    members = {"is_upvote": kind == "upvote", "is_downvote": kind == "downvote"}
    return success(open_record(_put(VOTE, call, members)), "Vote created successfully")


@handles("v2l_agent_vote_get", "v2_agent_votes_get")
def get_vote(call: Call) -> Reply:
    """Show the caller's vote on an agent, neither for nor against if there is none."""
    own = _own(VOTE, call)
    neither = {"agent": call.path["agent_id"], "is_upvote": False, "is_downvote": False}
    return success(open_record(own) if own else neither, "Vote fetched successfully")


@handles("v2_agent_reviews_list_mine")
def list_own_reviews(call: Call) -> Reply:
    """List the reviews that the caller wrote."""
    shown = [
        open_record(review)
        for review in call.state.open.all(REVIEW)
        if review.trail.created_by == call.user.email
    ]
    return success(shown, "Reviews fetched successfully")


def _keys(call: Call) -> Json:
    return {"agent": call.state.agent(call.path["agent_id"]).id, "user": call.user.id}


def _own(kind: Kind, call: Call) -> OpenRecord | None:
    return call.state.open.find(kind, _keys(call))


def _put(kind: Kind, call: Call, members: Json) -> OpenRecord:
    record = _own(kind, call)
    if record is None:
        return call.state.open.add(kind, members | _keys(call), call.state.trail(call.user))
    record.members |= members | _keys(call)
    record.trail.touch(call.user.email, call.now())
    return record
