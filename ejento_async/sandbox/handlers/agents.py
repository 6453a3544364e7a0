"""Agents: made, shown, listed, deleted, and their history."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any, cast

from .. import _kinds as kinds
from .._call import Call, handles
from .._paging import page_of, with_totals
from .._records import Agent, AgentChange
from .._replies import Reply, done, success
from ..shapes import agents as shapes

_HISTORY_PAGE = 10
_OF_AGENTS = (
    kinds.STARTER,
    kinds.ALIAS,
    kinds.COMMENT,
    kinds.REVIEW,
    kinds.RATING,
    kinds.VOTE,
    kinds.EVALUATION_TEST,
    kinds.DATASET,
)


@handles("v2_agents_get")
def get_agent(call: Call) -> Reply:
    """Show an agent with its pattern."""
    agent = call.state.agent(call.path["agent_id"])
    return success(shapes.agent_v2(agent), "Agent fetched successfully")


@handles("v2l_agent_get")
def get_agent_legacy(call: Call) -> Reply:
    """Show an agent."""
    agent = call.state.agent(call.path["agent_id"])
    return success(shapes.agent_legacy(agent), "All Agent data fetched successfully")


@handles("v2_agents_list", "v2l_agent_list", "v2l_agent_list_filtered")
def list_all(call: Call) -> Reply:
    """List all agents."""
    shown = [shapes.agent_for(call.generation, agent) for agent in call.state.agents.values()]
    return success(shown, "Agents fetched successfully")


@handles("v2_agents_delete")
def delete(call: Call) -> Reply:
    """Delete an agent with its threads, its answers, and what was said about it."""
    state = call.state
    agent = state.agent(call.path["agent_id"])
    for connection in state.connections_of(agent.id):
        del state.agent_corpora[connection.id]
    for response in state.responses_of(agent_id=agent.id):
        del state.responses[response.id]
    for number in [item.id for item in state.threads.values() if item.agent_id == agent.id]:
        del state.threads[number]
    state.open.remove_below(_OF_AGENTS, "agent", agent.id)
    del state.agents[agent.id]
    return done("Agent deleted successfully")


@handles("v2_agents_list_history")
def list_history(call: Call) -> Reply:
    """List the versions of an agent, ten a page unless asked otherwise."""
    agent = call.state.agent(call.path["agent_id"])
    records = [shapes.agent_change(agent, change) for change in agent.history]
    page = page_of(records, call.query, default_size=_HISTORY_PAGE)
    return success(with_totals("history_records", page), "Agent history fetched successfully")


@handles("v2l_agent_create")
def create_agent(call: Call) -> Reply:
    """Make an agent from a form."""
    body = call.body
    owner = call.state.user(body["user_id"]) if "user_id" in body else call.user
    agent = Agent(
        call.state.new_id("agent"),
        body.get("name", ""),
        owner,
        call.state.trail(call.user),
        type=body.get("type", "QnA"),
        domain=body.get("description", ""),
        prefix_prompt=body.get("prefix_prompt", ""),
        instructions=_instructions(body.get("custom_instructions", "")),
        sample_questions=[body.get(f"sample_q{number}", "") for number in (1, 2, 3)],
        access=body.get("access", "Only me"),
        project=body.get("project_id", 1),
    )
    enter(call, agent, "Created")
    return success(shapes.agent_legacy(agent), "Agent created successfully")


@handles("v2l_agent_create_by_builder")
def create_agent_by_builder(call: Call) -> Reply:
    """Make an agent after the model of another."""
    model = call.state.agent(call.body["agent_id"])
    agent = replace(
        model,
        id=call.state.new_id("agent"),
        owner=call.user,
        trail=call.state.trail(call.user),
        project=call.body["project_id"],
        alias=None,
        cloned_from=model.id,
        users={},
        history=[],
    )
    enter(call, agent, "Created by the agent builder")
    return success(shapes.agent_legacy(agent), "Agent chat created successfully")


def enter(call: Call, agent: Agent, reason: str) -> None:
    """Put a new agent among the others."""
    state = call.state
    state.agents[agent.id] = agent
    agent.users = {state.new_id("permission"): agent.owner.id}
    agent.tools = {
        tool.id: tool.name
        for tool in state.open.all(kinds.TOOL)
        if tool.members.get("is_default") is True or tool.id in agent.tools
    }
    note(call, agent, reason)


def note(call: Call, agent: Agent, reason: str) -> None:
    """Add a version to the history of an agent."""
    number = call.state.new_id("history")
    change = AgentChange(number, call.now(), reason, agent.instructions, call.user.email)
    agent.history.insert(0, change)


def _instructions(text: str) -> list[str]:
    """Read the list that comes as JSON in a text; a text that is none is one instruction."""
    if not text:
        return []
    try:
        value: Any = json.loads(text)
    except ValueError:
        return [text]
    if not isinstance(value, list):
        return [text]
    return [str(item) for item in cast("list[object]", value)]
