"""The users of agents."""

from __future__ import annotations

from .._call import Call, handles
from .._links import linked
from .._records import User
from .._replies import Reply, done, not_found, success
from ..shapes import people
from ..shapes.agents import agent_for


@handles("v2l_agent_user_list", "v2_agent_users_list")
def list_agents(call: Call) -> Reply:
    """List the agents that the caller may use."""
    shown = [
        agent_for(call.generation, agent)
        for agent in call.state.agents.values()
        if call.user.id in agent.users.values()
    ]
    return success(shown, "Agents fetched successfully")


@handles("v2l_agent_user_list_by_agent", "v2_agent_users_list_by_agent")
def list_users(call: Call) -> Reply:
    """List the users of an agent."""
    agent = call.state.agent(call.path["agent_id"])
    users = [call.state.users.get(number) for number in agent.users.values()]
    shown = [people.user_for(call.generation, user) for user in users if user]
    return success(shown, "Users fetched successfully")


@handles("v2l_agent_user_add", "v2_agent_users_add")
def add(call: Call) -> Reply:
    """Let users use an agent; without any in the body it is the caller."""
    state = call.state
    agent = state.agent(call.path["agent_id"])
    numbers = linked(call.body, "user") or [call.user.id]
    users = [state.user(number) for number in numbers]
    for user in users:
        if user.id not in agent.users.values():
            agent.users[state.new_id("permission")] = user.id
    shown = people.user_for(call.generation, users[0])
    return success(shown, "User added to agent successfully")


@handles("v2l_agent_user_remove", "v2_agent_users_remove")
def remove(call: Call) -> Reply:
    """Take an agent from a user."""
    agent = call.state.agent(call.path["agent_id"])
    user_id: int = call.path["user_id"]
    if user_id not in agent.users.values():
        raise not_found("Agent user")
    agent.users = {key: number for key, number in agent.users.items() if number != user_id}
    return done("User removed from agent successfully")


@handles("v2l_agent_user_get_permission", "v2_agent_users_get_permission")
def list_permissions(call: Call) -> Reply:
    """List the permissions that users have for an agent."""
    agent = call.state.agent(call.path["agent_id"])
    users: dict[int, User] = call.state.users
    shown = [
        {"id": number, "user": people.user_for(call.generation, users[user_id])}
        for number, user_id in agent.users.items()
        if user_id in users
    ]
    return success(shown, "Permissions fetched successfully")
