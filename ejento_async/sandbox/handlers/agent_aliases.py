"""The e-mail aliases of agents, one for each agent at most."""

from __future__ import annotations

from .._call import Call, handles
from .._kinds import ALIAS
from .._open_records import OpenRecord
from .._replies import Reply, done, not_found, success
from ..shapes.open_records import open_record


@handles("v1_agents_list_aliases", "v2l_agent_alias_list", "v2_agent_aliases_list")
def list_all(call: Call) -> Reply:
    """List all aliases."""
    shown = [open_record(alias) for alias in call.state.open.all(ALIAS)]
    return success(shown, "Agent aliases fetched successfully")


@handles("v2_agent_aliases_get")
def get(call: Call) -> Reply:
    """Show the alias of an agent."""
    return success(open_record(_alias(call)), "Agent alias fetched successfully")


@handles("v1_agents_create_alias", "v2l_agent_alias_create", "v2_agent_aliases_create")
def create(call: Call) -> Reply:
    """Give an agent an alias in place of the one that it has."""
    state = call.state
    agent = state.agent({**call.body, **call.path}["agent_id"])
    for old in state.open.of(ALIAS, "agent", agent.id):
        state.open.remove(ALIAS, old.id)
    agent.alias = call.body.get("alias", "")
    members = {"agent": agent.id, "alias": agent.alias}
    alias = state.open.add(ALIAS, members, state.trail(call.user))
    return success(open_record(alias), "Agent alias created successfully")


@handles("v1_agents_update_alias", "v2l_agent_alias_update", "v2_agent_aliases_update")
def update(call: Call) -> Reply:
    """Change an alias."""
    alias = _alias(call)
    alias.members["alias"] = call.body.get("alias", alias.members["alias"])
    alias.trail.touch(call.user.email, call.now())
    call.state.agent(alias.members["agent"]).alias = alias.members["alias"]
    return success(open_record(alias), "Agent alias updated successfully")


@handles("v2l_agent_alias_delete", "v2_agent_aliases_delete")
def delete(call: Call) -> Reply:
    """Take the alias from an agent."""
    alias = _alias(call)
    call.state.open.remove(ALIAS, alias.id)
    call.state.agent(alias.members["agent"]).alias = None
    return done("Agent alias deleted successfully")


def _alias(call: Call) -> OpenRecord:
    """Return the alias that V1 names by its id, and the others by its agent."""
    if "alias_id" in call.path:
        return call.state.open.get(ALIAS, call.path["alias_id"])
    agent = call.state.agent(call.path["agent_id"])
    found = call.state.open.of(ALIAS, "agent", agent.id)
    if not found:
        raise not_found("Agent alias")
    return found[0]
