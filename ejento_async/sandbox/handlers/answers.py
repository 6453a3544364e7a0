"""Asking agents, for a whole answer or for a stream of events."""

from __future__ import annotations

from .._answers import FAILURE, Question, answer
from .._call import Answered, Call, handles
from .._connections import ConnectionGone
from .._events import agent_events
from .._replies import Refusal, Reply, success
from .._sse import EventStream


@handles(
    "v2_agent_responses_create",
    "v2_agent_responses_create_unprefixed",
    "v2l_agent_response_create",
    "v1_chat_run",
)
async def ask(call: Call) -> Reply:
    """Answer a question in one piece; V1 names the agent in the body."""
    number: int | None = {**call.body, **call.path}.get("agent_id")
    if number is None:
        raise Refusal(400, "agent_id: This field is required.")
    agent = call.state.agent(number)
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
