"""Workflows: their threads, and the answers that their agents give together."""

from __future__ import annotations

from .._answers import NOTHING_FOUND, Question, compose, corpora_for
from .._call import Answered, Call, handles
from .._events import workflow_events
from .._kinds import WORKFLOW, WORKFLOW_FEEDBACK, WORKFLOW_RESPONSE, WORKFLOW_REVIEW
from .._links import linked
from .._open_records import OpenRecord
from .._paging import page_of, with_meta
from .._records import Agent, Thread
from .._replies import Reply, done, not_found, success
from .._spec import Json
from .._sse import EventStream
from ..shapes import chats
from ..shapes.open_records import open_record
from .open_acts import named


@handles("v2_workflows_stream")
def stream(call: Call) -> Answered:
    """Let the agents of a workflow answer a question as a stream of events."""
    output, agents, drafts = _answered(call, named(WORKFLOW, call))
    return EventStream(
        workflow_events(output, agents, [str(draft["answer"]) for draft in drafts]),
        call.connection,
        delay=call.state.settings.stream_delay,
        complain=call.complain,
    )


@handles("v2_workflows_create_response")
def create_response(call: Call) -> Reply:
    """Let the agents of a workflow answer a question in one piece."""
    output, _, _ = _answered(call, named(WORKFLOW, call))
    return success(output, "Successfully fetched the response")


@handles("v2_workflows_list_responses")
def list_responses(call: Call) -> Reply:
    """List the answers of a workflow."""
    workflow = named(WORKFLOW, call)
    responses = call.state.open.of(WORKFLOW_RESPONSE, "workflow", workflow.id)
    page = page_of([_response(call, response) for response in responses], call.query)
    return success(with_meta("workflow_responses", page), "Workflow responses fetched successfully")


@handles("v2_workflows_create_chat_thread")
def create_thread(call: Call) -> Reply:
    """Begin a thread with a workflow."""
    thread = _new_thread(call, named(WORKFLOW, call), call.body.get("title", "New Chat"))
    return success(chats.thread_v2(thread), "Chat thread created successfully")


@handles("v2_workflows_list_chat_threads")
def list_threads(call: Call) -> Reply:
    """List the caller's threads with a workflow, latest first."""
    workflow = named(WORKFLOW, call)
    threads = [
        chats.thread_v2(thread)
        for thread in reversed(call.state.threads.values())
        if thread.workflow_id == workflow.id and thread.user_id == call.user.id
    ]
    page = page_of(threads, call.query)
    return success(with_meta("chat_threads", page), "Chat threads fetched successfully")


@handles("v2_workflows_delete")
def delete(call: Call) -> Reply:
    """Delete a workflow with its threads and its answers."""
    state = call.state
    workflow = named(WORKFLOW, call)
    for number in [item.id for item in state.threads.values() if item.workflow_id == workflow.id]:
        del state.threads[number]
    for response in state.open.of(WORKFLOW_RESPONSE, "workflow", workflow.id):
        state.open.remove_below(
            (WORKFLOW_REVIEW, WORKFLOW_FEEDBACK), "workflow_response", response.id
        )
        state.open.remove(WORKFLOW_RESPONSE, response.id)
    state.open.remove(WORKFLOW, workflow.id)
    return done("Workflow deleted successfully")


@handles("v2_workflows_create_response_feedback")
def create_feedback(call: Call) -> Reply:
    """Vote on an answer of a workflow, once."""
    state = call.state
    response = named(WORKFLOW_RESPONSE, call)
    upvote = call.body["vote_type"] == "upvote"
    members: Json = {
        "workflow_response": response.id,
        "is_upvote": upvote,
        "is_downvote": not upvote,
    }
    for old in _feedback(call, response):
        if old.trail.created_by == call.user.email:
            state.open.remove(WORKFLOW_FEEDBACK, old.id)
    vote = state.open.add(WORKFLOW_FEEDBACK, members, state.trail(call.user))
    return success(open_record(vote), "Feedback created successfully")


@handles("v2_workflows_get_response_feedback")
def get_feedback(call: Call) -> Reply:
    """Show the latest vote on an answer of a workflow."""
    found = _feedback(call, named(WORKFLOW_RESPONSE, call))
    if not found:
        raise not_found("Feedback")
    return success(open_record(found[-1]), "Feedback fetched successfully")


def _answered(call: Call, workflow: OpenRecord) -> tuple[Json, list[Agent], list[Json]]:
    """Answer a question and keep the answer; return it with the agents and what each drafted."""
    state = call.state
    numbers = linked(workflow.members, "agent")
    agents = [state.agents[number] for number in numbers if number in state.agents]
    question = Question.read(call.body)
    thread_id = question.thread_id
    if thread_id is None:
        thread_id = _new_thread(call, workflow, question.title).id
    drafts = [
        compose(state, agent, question, corpora_for(state, agent, question)) for agent in agents
    ]
    output = _consolidated(drafts, agents, question)
    output["thread_id"] = f"thread_{thread_id}"
    members: Json = {
        "workflow": workflow.id,
        "thread": thread_id,
        "user": call.user.id,
        "question": question.text,
        "response": output,
        "query_source": question.query_source,
        "is_cleared": False,
    }
    kept = state.open.add(WORKFLOW_RESPONSE, members, state.trail(call.user))
    output["workflow_response_id"] = kept.id
    return output, agents, drafts


def _consolidated(drafts: list[Json], agents: list[Agent], question: Question) -> Json:
    """Make one answer of several: the longest, as agents with the same documents say the same."""
    nothing: Json = {"answer": NOTHING_FOUND, "sources": "", "references": []}
    best = max(drafts, key=lambda draft: len(str(draft["answer"])), default=nothing)
    return {
        "answer": best["answer"],
        "thread_name": question.title,
        "agents_used": [agent.name for agent in agents],
        "sources": best["sources"],
        "references": best["references"],
        "subqueries": [question.rewritten],
    }


def _new_thread(call: Call, workflow: OpenRecord, title: str) -> Thread:
    state = call.state
    thread = Thread(state.new_id("thread"), None, call.user.id, state.trail(call.user), title=title)
    thread.workflow_id = workflow.id
    state.threads[thread.id] = thread
    return thread


def _feedback(call: Call, response: OpenRecord) -> list[OpenRecord]:
    return call.state.open.of(WORKFLOW_FEEDBACK, "workflow_response", response.id)


def _response(call: Call, response: OpenRecord) -> Json:
    feedback = [open_record(vote) for vote in _feedback(call, response)]
    return {**open_record(response), "comments": [], "feedback": feedback}
