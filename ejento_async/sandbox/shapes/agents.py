"""Agents and their history as they go over the wire."""

from __future__ import annotations

from .._records import Agent, AgentChange
from .._spec import Json
from .people import user_brief
from .trails import trail


def agent_legacy(agent: Agent) -> Json:
    """An agent as V2 Legacy shows it."""
    return {
        "id": agent.id,
        "user": user_brief(agent.owner),
        "agent_type": {
            "description": f"{agent.type} agents",
            **agent_type(agent),
            **trail(agent.trail),
        },
        "instructions": [
            instruction(agent, number, text)
            for number, text in enumerate(agent.instructions, start=1)
        ],
        "connected_tool_names": list(agent.tools.values()),
        "tags": agent.tags,
        "agent_name": agent.name,
        "industry_area": agent.domain,
        "domain": agent.domain,
        "sample_q1": agent.sample_questions[0],
        "sample_q2": agent.sample_questions[1],
        "sample_q3": agent.sample_questions[2],
        "prefix_prompt": agent.prefix_prompt,
        "alias": agent.alias,
        "is_active": agent.is_active,
        "is_deleted": False,
        "created_by": agent.trail.created_by,
        "created_on": agent.trail.created_on,
        "agent_image": None,
        "access": agent.access,
        "status": agent.status,
        "caching_enabled": agent.caching_enabled,
        "chunk_count": agent.chunk_count,
        "react_enabled": agent.react_enabled,
        "react_max_iteration_count": 50,
        "project": agent.project,
        "llm_config": agent.llm_config,
        "cloned_from": agent.cloned_from,
    }


def agent_v2(agent: Agent) -> Json:
    """An agent as V2 shows it."""
    descriptions = {
        "DeepAgent": "Plans, uses tools and writes files",
        "Standard": "Answers at once",
    }
    pattern = {
        "id": list(descriptions).index(agent.pattern) + 1,
        "name": agent.pattern,
        "description": descriptions[agent.pattern],
    }
    return {**agent_legacy(agent), "pattern": pattern}


def agent_for(generation: str, agent: Agent) -> Json:
    """An agent as a generation of the API shows it."""
    return agent_v2(agent) if generation == "v2" else agent_legacy(agent)


def instruction(agent: Agent, number: int, text: str) -> Json:
    """One instruction of an agent, by its number among them."""
    return {
        "id": agent.id * 100 + number,
        "instruction": text,
        "is_deleted": False,
        "created_by": agent.trail.created_by,
        "created_on": agent.trail.created_on,
        "agent": agent.id,
    }


def agent_change(agent: Agent, change: AgentChange) -> Json:
    """A version in the history of an agent."""
    return {
        "history_id": change.id,
        "history_date": change.date,
        "history_change_reason": change.reason,
        "agent_name": agent.name,
        "domain": agent.domain,
        "sample_q1": agent.sample_questions[0],
        "sample_q2": agent.sample_questions[1],
        "sample_q3": agent.sample_questions[2],
        "prefix_prompt": agent.prefix_prompt,
        "access": agent.access,
        "status": agent.status,
        "agent_type": agent_type(agent),
        "llm_config": {
            "id": 1,
            "model_deployment": ["gpt-4o"],
            "model_name": "gpt-4o",
            "is_enabled": True,
            "is_default": True,
        },
        "character_voice": {
            "id": 1,
            "voice_name": "Jenny",
            "voice_identifier": "en-US-JennyNeural",
            "gender": "Female",
        },
        "caching_enabled": agent.caching_enabled,
        "react_enabled": agent.react_enabled,
        "reasoning_mode": "react",
        "instructions": change.instructions,
        "modified_by": change.modified_by,
    }


def agent_type(agent: Agent) -> Json:
    """The kind of an agent in short."""
    return {"id": 1 if agent.type == "QnA" else 2, "name": agent.type}
