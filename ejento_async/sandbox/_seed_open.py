"""The open records that every sandbox begins with, one of each kind, and the feature flags."""

from __future__ import annotations

from typing import Any

from . import _kinds as kinds
from ._open_records import Kind
from ._records import Trail
from ._spec import Json
from ._state import State

TEAM = 3
PROJECT = 1
WORKFLOW = 5

_AGENT: Json = {"agent": 42}

_RECORDS: tuple[tuple[Kind, int, dict[str, Any]], ...] = (
    (
        kinds.TEAM,
        TEAM,
        {"name": "People", "description": "Everything about working here", "organization": 1},
    ),
    (
        kinds.PROJECT,
        PROJECT,
        {"name": "Assistants", "description": "What the people team asks for", "team": TEAM},
    ),
    (kinds.WORKFLOW, WORKFLOW, {"name": "Policy research", "agents": [42, 43]}),
    (
        kinds.WORKFLOW_RESPONSE,
        1,
        {
            "workflow": WORKFLOW,
            "user": 1,
            "question": "What is our leave policy?",
            "response": {"answer": "25 days a year.", "workflow_response_id": 1},
            "query_source": "web",
            "is_cleared": False,
        },
    ),
    (
        kinds.WORKFLOW_FEEDBACK,
        1,
        {"workflow_response": 1, "is_upvote": True, "is_downvote": False},
    ),
    (kinds.TOOL, 1, {"name": "Rag Tool", "is_default": True}),
    (kinds.TOOL, 2, {"name": "Attachment Tool", "is_default": True}),
    (kinds.TOOL, 3, {"name": "Web Search Tool", "is_default": False}),
    (kinds.TOOL_TEMPLATE, 1, {"name": "Weather", "method": "GET"}),
    (kinds.NOTIFICATION, 1, {"title": "Welcome", "message": "Agents are ready", "user": 1}),
    (kinds.STARTER, 1, {**_AGENT, "text": "What is our leave policy?"}),
    (kinds.ALIAS, 1, {**_AGENT, "alias": "hr"}),
    (kinds.AGENT_TYPE, 1, {"name": "QnA", "description": "QnA agents"}),
    (kinds.AGENT_TYPE, 2, {"name": "Custom", "description": "Custom agents"}),
    (kinds.COMMENT, 1, {**_AGENT, "comment": "Knows the handbook by heart"}),
    (kinds.REVIEW, 1, {**_AGENT, "review": "Saves me an hour a week"}),
    (kinds.RATING, 1, {**_AGENT, "user": 1, "rating": 5}),
    (kinds.EVALUATION_TEST, 1, {**_AGENT, "name": "Leave", "dataset": 1, "status": "created"}),
    (
        kinds.DATASET,
        1,
        {**_AGENT, "name": "Leave", "queries": [{"query": "How long is parental leave?"}]},
    ),
    (
        kinds.PERMISSION_SET,
        1,
        {
            "name": "Agent editors",
            "organization": 1,
            "permissions": {"agents": ["view", "edit", "create"]},
        },
    ),
    (kinds.USER_PERMISSION, 1, {"user": 147, "permission": "Owner"}),
    (kinds.CORPUS_PERMISSION, 1, {"corpus": 7, "user": 147, "permission": "Editor"}),
    (
        kinds.LLM_CONFIG,
        1,
        {
            "organization": 1,
            "model_name": "gpt-4o",
            "model_deployment": ["gpt-4o"],
            "is_enabled": True,
            "is_default": True,
        },
    ),
    (kinds.SHAREPOINT_ITEM, 1, {"name": "Policies", "path": "/sites/people/policies"}),
)

_CLOSED = frozenset({"okta_sso", "github_oauth"})
_FLAGS = (
    "otp",
    "microsoft_sso",
    "google_sso",
    "linkedin_sso",
    "okta_sso",
    "google_oauth",
    "linkedin_oauth",
    "ms_sso_oauth",
    "github_oauth",
    "dalle",
    "share_agent",
    "agent_alias",
    "sharepoint_index",
    "chat_agent_creation",
    "routines",
)


def seed_open(state: State, email: str, made: str) -> None:
    """Add the records to a state that has its users, agents and corpora already."""
    for kind, number, members in _RECORDS:
        state.open.add(kind, members, Trail(email, made), number=number)
    state.agents[42].alias = "hr"
    state.flags = {name: name not in _CLOSED for name in _FLAGS}
    for agent in state.agents.values():
        agent.tools = {1: "Rag Tool", 2: "Attachment Tool"}
    state.marks.add("Recent agent", 1, 42)
    state.marks.add("Starred agent", 1, 42)
    state.marks.add("Recent project", 1, PROJECT)
    state.marks.add("Recent team", 1, TEAM)
