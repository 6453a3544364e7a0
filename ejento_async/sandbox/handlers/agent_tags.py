"""The tags of agents."""

from __future__ import annotations

from collections.abc import Iterable

from .._call import Call, handles
from .._kinds import PROJECT, TEAM
from .._memberships import agents_in, projects_in
from .._records import Agent
from .._replies import Reply, success


@handles("v2l_agent_tags_update", "v2_agent_tags_update")
def update(call: Call) -> Reply:
    """Replace the tags of an agent: what is not sent any more is removed."""
    agent = call.state.agent(call.path["agent_id"])
    agent.tags = call.body.get("tags", agent.tags)
    agent.trail.touch(call.user.email, call.now())
    return success({"agent": agent.id, "tags": agent.tags}, "Tags updated successfully")


@handles("v2l_agent_tags_list", "v2_agent_tags_list")
def list_all(call: Call) -> Reply:
    """List the tags of all agents, or of those of a project, a team or an organization."""
    tags = dict.fromkeys(tag for agent in _agents(call) for tag in agent.tags)
    return success(list(tags), "Tags fetched successfully")


@handles("v2_agent_tags_list_grouped_by_agent")
def list_grouped(call: Call) -> Reply:
    """List the tags of the same agents, agent by agent."""
    shown = [{"agent": agent.id, "tags": agent.tags} for agent in _agents(call)]
    return success(shown, "Tags fetched successfully")


def _agents(call: Call) -> Iterable[Agent]:
    state, query = call.state, call.query
    agents = list(state.agents.values())
    if "project_id" in query:
        chosen = agents_in(state, [state.open.get(PROJECT, query["project_id"])])
        agents = [agent for agent in agents if agent in chosen]
    if "team_id" in query:
        chosen = agents_in(state, projects_in(state, [state.open.get(TEAM, query["team_id"])]))
        agents = [agent for agent in agents if agent in chosen]
    if "organization_id" in query:
        organization = state.organization(query["organization_id"])
        agents = [agent for agent in agents if agent.owner.organization is organization]
    return agents
