"""The settings of agents: all at once, who has access, instructions, types, LLM."""

from __future__ import annotations

import json
from typing import Any, cast

from .._call import Call, handles
from .._kinds import AGENT_TYPE, LLM_CONFIG
from .._records import Agent
from .._replies import Refusal, Reply, not_found, success
from .._spec import Json
from ..shapes import agents as shapes
from ..shapes.open_records import open_record
from .agents import enter, note
from .open_acts import named

_TYPES = {1: "QnA", 2: "Custom"}
_SAME_NAMES = (
    "domain",
    "prefix_prompt",
    "access",
    "project",
    "llm_config",
    "caching_enabled",
    "react_enabled",
    "chunk_count",
)


@handles("v2_agents_create", "v1_agents_create_chat")
def create(call: Call) -> Reply:
    """Make an agent from its settings."""
    agent = Agent(call.state.new_id("agent"), "", call.user, call.state.trail(call.user))
    agent.access = "Only me"
    _write(agent, call.body)
    enter(call, agent, "Created")
    return success(shapes.agent_for(call.generation, agent), "Agent created successfully")


@handles("v2_agents_update", "v2l_agent_update")
def update(call: Call) -> Reply:
    """Change the settings that are sent."""
    agent = call.state.agent(call.path["agent_id"])
    _write(agent, call.body)
    return _changed(call, agent, "Settings changed", "Agent updated successfully")


@handles("v2_agents_activate")
def activate(call: Call) -> Reply:
    """Let an agent answer again."""
    agent = call.state.agent(call.path["agent_id"])
    agent.is_active = True
    return _changed(call, agent, "Activated", "Agent activated successfully")


@handles("v2_agents_restore")
def restore(call: Call) -> Reply:
    """Go back to a version, as far as versions differ here."""
    agent = call.state.agent(call.path["agent_id"])
    number: int = call.path["history_id"]
    change = next((change for change in agent.history if change.id == number), None)
    if change is None:
        raise not_found("History record")
    agent.instructions = change.instructions
    return _changed(call, agent, f"Restored version {number}", "Agent restored successfully")


@handles("v2_agents_create_instructions")
def create_instruction(call: Call) -> Reply:
    """Give an agent one more instruction."""
    agent = call.state.agent(call.path["agent_id"])
    text: str = call.body.get("instruction", "")
    agent.instructions = [*agent.instructions, text]
    note(call, agent, "Instruction added")
    shown = shapes.instruction(agent, len(agent.instructions), text)
    return success(shown, "Instruction created successfully")


@handles("v1_agents_get_access", "v2l_agent_access_get", "v2_agent_access_get")
def get_access(call: Call) -> Reply:
    """Say who may use an agent."""
    agent = call.state.agent(call.path["agent_id"])
    shown = {"agent": agent.id, "access": agent.access}
    return success(shown, "Agent access fetched successfully")


@handles("v1_agents_update_access", "v2l_agent_access_update", "v2_agent_access_update")
def update_access(call: Call) -> Reply:
    """Change who may use an agent."""
    agent = call.state.agent(call.path["agent_id"])
    agent.access = call.body.get("access", agent.access)
    agent.trail.touch(call.user.email, call.now())
    shown = {"agent": agent.id, "access": agent.access}
    return success(shown, "Agent access updated successfully")


@handles("v1_agents_update_type", "v2l_agent_type_update", "v2_agent_types_update")
def update_type(call: Call) -> Reply:
    """Describe a type of agents; there are two, and their names stay as they are."""
    record = named(AGENT_TYPE, call)
    record.members["description"] = call.body.get("description", record.members["description"])
    record.trail.touch(call.user.email, call.now())
    return success(open_record(record), "Agent type updated successfully")


@handles("v2l_llm_config_set_for_agent")
def set_llm_config(call: Call) -> Reply:
    """Let an agent use a model, for which a config is made if there is none."""
    state = call.state
    agent = state.agent(call.path["agent_id"])
    model: str = call.body.get("model_name", "gpt-4o")
    config = state.open.find(LLM_CONFIG, {"model_name": model})
    if config is None:
        members: Json = {
            "model_name": model,
            "model_deployment": [model],
            "is_enabled": True,
            "is_default": False,
            "organization": agent.owner.organization.id,
        }
        config = state.open.add(LLM_CONFIG, members, state.trail(call.user))
    if "model_deployment" in call.body:
        config.members["model_deployment"] = call.body["model_deployment"]
    agent.llm_config = config.id
    note(call, agent, f"Model {model}")
    return success(open_record(config), "LLM config set successfully")


def _changed(call: Call, agent: Agent, reason: str, message: str) -> Reply:
    agent.trail.touch(call.user.email, call.now())
    note(call, agent, reason)
    return success(shapes.agent_for(call.generation, agent), message)


def _write(agent: Agent, body: Json) -> None:
    if "agent_type" in body:
        # V1 takes a name here as well.
        kind: Any = _TYPES.get(body["agent_type"], body["agent_type"])
        if kind not in _TYPES.values():
            raise Refusal(400, f'Invalid pk "{kind}" - object does not exist.')
        agent.type = kind
    if "instructions" in body:
        agent.instructions = [_text_of(item) for item in body["instructions"]]
    agent.name = body.get("agent_name", agent.name)
    for name in _SAME_NAMES:
        if name in body:
            setattr(agent, name, body[name])


def _text_of(instruction: Any) -> str:
    """Return an instruction, which may come as a text or in the form that agents show."""
    if isinstance(instruction, dict):
        instruction = cast("Json", instruction).get("instruction", cast("Json", instruction))
    return instruction if isinstance(instruction, str) else json.dumps(instruction)
