"""Asking agents and workflows, for a whole answer or for a stream of events."""

from __future__ import annotations

from .._answers import FAILURE, Question, answer, compose, corpora_for
from .._call import Answered, Call, handles
from .._connections import ConnectionGone
from .._events import agent_events, workflow_events
from .._records import Agent
from .._replies import Refusal, Reply, not_found, success
from .._spec import Json
from .._sse import EventStream


@handles(
    "v2_agent_responses_create",
    "v2_agent_responses_create_unprefixed",
    "v2l_agent_response_create",
)
async def ask(call: Call) -> Reply:
    """Answer a question in one piece."""
    agent = call.state.agent(call.path["agent_id"])
    question = Question.read(call.body)
    if question.trick == "!error":
        raise Refusal(500, "The language model is not available")
    response = answer(call.state, agent, call.user, question)
    if question.trick == "!fail":
        return Reply({"success": False, "message": FAILURE, "data": response.answer})
    if question.trick == "!cut":
        call.connection.write(b'HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{"success": true, ')
        call.connection.close()
    if question.trick in ("!cut", "!silent"):
        await call.connection.wait_closed()
        raise ConnectionGone
    shown = response.answer
    if question.trick == "!unknown":
        shown = {**shown, "certainty": 0.5, "trace": ["a", 1]}
    return success(shown, "Successfully fetched the response")


@handles("v2_agent_responses_stream")
def stream(call: Call) -> Answered:
    """Answer a question as a stream of events."""
    agent = call.state.agent(call.path["agent_id"])
    question = Question.read(call.body)
    response = answer(call.state, agent, call.user, question)
    return EventStream(
        agent_events(response, agent, question.trick),
        call.connection,
        delay=call.state.settings.stream_delay,
        complain=call.complain,
    )


@handles("v2_workflows_stream")
def stream_workflow(call: Call) -> Answered:
    """Let the agents of a workflow answer a question as a stream of events."""
    state = call.state
    workflow = state.workflows.get(call.path["workflow_id"])
    if workflow is None:
        raise not_found("Workflow")
    agents = [state.agents[number] for number in workflow.agents if number in state.agents]
    question = Question.read(call.body)
    thread = question.thread_id or state.new_id("workflow thread")
    drafts = [
        compose(state, agent, question, corpora_for(state, agent, question)) for agent in agents
    ]
    output = _consolidated(drafts, agents, question)
    output["thread_id"] = f"thread_{thread}"
    output["workflow_response_id"] = state.new_id("workflow response")
    return EventStream(
        workflow_events(output, agents, [str(draft["answer"]) for draft in drafts]),
        call.connection,
        delay=state.settings.stream_delay,
        complain=call.complain,
    )


def _consolidated(drafts: list[Json], agents: list[Agent], question: Question) -> Json:
    """Make one answer of several: the longest, as agents with the same documents say the same."""
    best = max(drafts, key=lambda draft: len(str(draft["answer"])))
    return {
        "answer": best["answer"],
        "thread_name": question.title,
        "agents_used": [agent.name for agent in agents],
        "sources": best["sources"],
        "references": best["references"],
        "subqueries": [question.rewritten],
    }
