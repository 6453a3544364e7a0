"""Stored answers: shown, listed, changed, pinned, deleted."""

from __future__ import annotations

from .._call import Call, handles
from .._kinds import PROJECT
from .._paging import flat, page_of, with_meta
from .._records import AgentResponse
from .._replies import Reply, done, success
from ..shapes import chats

_FOUND = "Agent Response Found Successfully."


@handles("v2l_agent_response_get", "v2_agent_responses_get")
def get(call: Call) -> Reply:
    """Show an answer."""
    return success(chats.response_for(call.generation, _response(call)), _FOUND)


@handles("v2l_agent_response_list_by_agent")
def list_by_agent_legacy(call: Call) -> Reply:
    """List the answers of an agent, in pages if asked for."""
    agent = call.state.agent(call.path["agent_id"])
    responses = _by_source(call, call.state.responses_of(agent_id=agent.id))
    page = page_of([chats.response_legacy(response) for response in responses], call.query)
    return success(flat("agent_responses", page), _FOUND)


@handles("v2_agent_responses_list", "v2_agent_responses_list_by_agent")
def list_all(call: Call) -> Reply:
    """List the answers of an agent, or of all agents, in pages if asked for."""
    number: int | None = call.path.get("agent_id")
    agent_id = None if number is None else call.state.agent(number).id
    responses = _by_source(call, call.state.responses_of(agent_id=agent_id))
    shown = [chats.response_v2(response, with_steps=False) for response in responses]
    page = page_of(shown, call.query)
    return success(with_meta("agent_responses", page), "Agent responses fetched successfully")


@handles("v2l_agent_response_list_by_chat_thread", "v2l_chat_thread_list_chatlogs_for_admin")
def list_by_chat_thread_legacy(call: Call) -> Reply:
    """List the answers of a thread."""
    thread = call.state.thread(call.path["chatthread_id"])
    responses = call.state.responses_of(thread_id=thread.id)
    return success([chats.response_legacy(response) for response in responses], _FOUND)


@handles("v2l_agent_response_list_by_user")
def list_by_user(call: Call) -> Reply:
    """List the answers to the questions of a user."""
    user = call.state.user(call.path["user_id"])
    responses = [item for item in call.state.responses.values() if item.user_id == user.id]
    return success([chats.response_legacy(response) for response in responses], _FOUND)


@handles("v2l_agent_response_list_by_project")
def list_by_project(call: Call) -> Reply:
    """List the answers of the agents of a project."""
    state = call.state
    project = state.open.get(PROJECT, call.path["project_id"])
    responses = [
        item
        for item in state.responses.values()
        if state.agents[item.agent_id].project == project.id
    ]
    return success([chats.response_legacy(response) for response in responses], _FOUND)


@handles("v2l_agent_response_list_pinned", "v2_agent_responses_list_pinned")
def list_pinned(call: Call) -> Reply:
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


@handles("v2l_agent_response_delete", "v2_agent_responses_delete")
def delete(call: Call) -> Reply:
    """Delete an answer."""
    del call.state.responses[_response(call).id]
    return done("Agent response deleted successfully")


@handles("v2l_agent_response_pin", "v2_agent_responses_pin")
def pin(call: Call) -> Reply:
    """Pin an answer."""
    response = _response(call)
    response.is_pinned = True
    shown = chats.response_for(call.generation, response)
    return success(shown, "Agent response pinned successfully")


@handles("v2l_agent_response_unpin", "v2_agent_responses_unpin")
def unpin(call: Call) -> Reply:
    """Take the pin from an answer."""
    _response(call).is_pinned = False
    return done("Agent response unpinned successfully")


@handles("v2_agent_responses_get_thoughts", "v1_chat_get_thought_process")
def get_thoughts(call: Call) -> Reply:
    """Show how an agent came to an answer, as far as that was logged."""
    response = _response(call)
    shown = {"thoughts": response.answer.get("thoughts", " ".join(response.steps))}
    return success(shown, "Thought process fetched successfully")


@handles("v2_agent_responses_get_supporting_content", "v1_chat_get_supporting_content")
def get_supporting_content(call: Call) -> Reply:
    """Show what an answer was made from, as far as that was retrieved."""
    shown = {"data_points": _response(call).answer.get("data_points", [])}
    return success(shown, "Supporting content fetched successfully")


def _response(call: Call) -> AgentResponse:
    """Return the answer that the path names; V1 calls answers chat logs."""
    numbers = call.path
    name = "agent_response_id" if "agent_response_id" in numbers else "chatlog_id"
    return call.state.response(numbers[name])


def _by_source(call: Call, responses: list[AgentResponse]) -> list[AgentResponse]:
    source: str | None = call.query.get("query_source")
    return [response for response in responses if source in (None, response.query_source)]
