"""Tools, and which agents may use them."""

from __future__ import annotations

from .._call import Call, handles
from .._kinds import TOOL
from .._replies import Reply, done, not_found, success
from ..shapes.open_records import open_record
from . import open_acts as acts


@handles("v2l_tool_update", "v2_tools_update")
def update(call: Call) -> Reply:
    """Change a tool, which goes by its new name in all agents."""
    reply = acts.update(TOOL, call)
    tool = acts.named(TOOL, call)
    for agent in call.state.agents.values():
        if tool.id in agent.tools:
            agent.tools[tool.id] = tool.name
    return reply


@handles("v2l_tool_delete", "v2_tools_delete")
def delete(call: Call) -> Reply:
    """Delete a tool and take it from the agents."""
    reply = acts.delete(TOOL, call)
    for agent in call.state.agents.values():
        agent.tools.pop(call.path["tool_id"], None)
    return reply


@handles("v2l_organization_tool_enable")
def enable_for_organization(call: Call) -> Reply:
    """Let an organization use a tool."""
    organization = call.state.organization(call.path["organization_id"])
    tool = call.state.open.get(TOOL, call.path["tool_id"])
    shown = {**open_record(tool), "organization": organization.id, "is_enabled": True}
    return success(shown, "Tool enabled successfully")


@handles("v2l_agent_tool_connection_enable", "v2_agent_tools_enable")
def enable(call: Call) -> Reply:
    """Let an agent use a tool."""
    agent = call.state.agent(call.path["agent_id"])
    tool = call.state.open.get(TOOL, call.path["tool_id"])
    agent.tools[tool.id] = tool.name
    return success(open_record(tool), "Tool enabled successfully")


@handles("v2l_agent_tool_connection_disable", "v2_agent_tools_disable")
def disable(call: Call) -> Reply:
    """Take a tool from an agent."""
    agent = call.state.agent(call.path["agent_id"])
    if agent.tools.pop(call.path["tool_id"], None) is None:
        raise not_found("Tool")
    return done("Tool disabled successfully")


@handles("v2_agent_tools_list_by_agent")
def list_by_agent(call: Call) -> Reply:
    """List all tools and say which of them an agent may use."""
    agent = call.state.agent(call.path["agent_id"])
    shown = [
        {**open_record(tool), "is_enabled": tool.id in agent.tools}
        for tool in call.state.open.all(TOOL)
    ]
    return success(shown, "Tools fetched successfully")


@handles("v2l_agent_tool_connection_list", "v2_agent_tools_list_connected")
def list_connected(call: Call) -> Reply:
    """List the tools that an agent may use."""
    agent = call.state.agent(call.path["agent_id"])
    shown = [open_record(tool) for tool in call.state.open.all(TOOL) if tool.id in agent.tools]
    return success(shown, "Tools fetched successfully")
