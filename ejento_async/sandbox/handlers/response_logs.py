"""Answers that were given elsewhere and are only logged here."""

from __future__ import annotations

import json
from typing import Any, cast

from .._call import Call, handles
from .._records import Agent, AgentResponse, Thread
from .._replies import Reply, done, success
from .._spec import Json
from ..shapes import chats

# The members of answers that have a type, which what is sent under their names may not have.
_TYPED = frozenset(
    {
        "agent_mode",
        "agent_response_id",
        "agents_used",
        "artifacts",
        "blocked",
        "cache_hit",
        "chat_thread_name",
        "chatlog_id",
        "completion_tokens",
        "corpus_ids",
        "followup_questions",
        "guardrail_triggered",
        "history",
        "indexes",
        "instructions",
        "message",
        "prompt_prefix",
        "prompt_tokens",
        "query",
        "references",
        "run_id",
        "sources",
        "success",
        "thread_id",
        "thread_name",
        "total_tokens",
    }
)


@handles("v2l_agent_response_create_log", "v2_agent_responses_create_log")
def create_log(call: Call) -> Reply:
    """Keep a question with its answer, in a thread of its own."""
    response = _logged(call, call.state.agent(call.path["agent_id"]), call.body)
    shown = chats.response_for(call.generation, response)
    return success(shown, "Agent response logged successfully")


@handles("v2_agent_responses_create_logs")
def create_logs(call: Call) -> Reply:
    """Keep several; they are the first list in the body, whatever its name is."""
    agent = call.state.agent(call.path["agent_id"])
    for item in _first_list(call.body):
        if isinstance(item, dict):
            _logged(call, agent, cast("Json", item))
    return done("Agent responses logged successfully")


@handles("v2_agent_responses_update")
def update(call: Call) -> Reply:
    """Change a stored answer."""
    response = call.state.response(call.path["agent_response_id"])
    response.question = call.body.get("question", response.question)
    response.query_source = call.body.get("query_source", response.query_source)
    if "response" in call.body:
        response.answer = _written(response.answer, call.body["response"])
    response.trail.touch(call.user.email, call.now())
    shown = chats.response_for(call.generation, response)
    return success(shown, "Agent response updated successfully")


@handles("v2_agent_responses_stop")
def stop(call: Call) -> Reply:
    """Stop to answer; nothing to do, as the sandbox knows its answers when it begins."""
    call.state.agent(call.path["agent_id"])
    return done("Response stopped successfully")


def _logged(call: Call, agent: Agent, item: Json) -> AgentResponse:
    state = call.state
    question = _text(item.get("question", ""))
    thread = Thread(state.new_id("thread"), agent.id, call.user.id, state.trail(call.user))
    thread.title = question or thread.title
    state.threads[thread.id] = thread
    number = state.new_id("response")
    blank: Json = {
        "answer": "",
        "query": question,
        "references": [],
        "success": True,
        "cache_hit": False,
        "thread_id": thread.id,
        "chat_thread_name": thread.title,
        "agent_response_id": number,
        "total_tokens": 0,
        "prompt_tokens": 0,
        "completion_tokens": 0,
    }
    response = AgentResponse(
        number,
        agent.id,
        thread.id,
        call.user.id,
        question,
        _written(blank, item.get("response", "")),
        state.trail(call.user),
        _text(item.get("query_source", "log")),
    )
    state.responses[number] = response
    return response


def _written(answer: Json, sent: Any) -> Json:
    """Put what was sent into an answer: its text, and members that answers do not have."""
    if not isinstance(sent, dict):
        return {**answer, "answer": _text(sent)}
    members = cast("Json", sent)
    own = {name: value for name, value in members.items() if name not in _TYPED}
    return {**answer, **own, "answer": _text(members.get("answer", answer["answer"]))}


def _first_list(body: Json) -> list[object]:
    for value in body.values():
        if isinstance(value, list):
            return cast("list[object]", value)
    return []


def _text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)
