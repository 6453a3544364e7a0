"""What the caller used last and what has the caller's star: agents, projects, teams."""

from __future__ import annotations

from functools import partial

from .._call import Call, Handler, handles
from .._kinds import PROJECT, TEAM
from .._marks import Mark
from .._open_records import Kind
from .._replies import Reply, done, not_found, success
from ..shapes.agents import agent_for
from ..shapes.open_records import open_record


def _add_agent(mark: Mark, call: Call) -> Reply:
    agent = call.state.agent({**call.body, **call.path}["agent_id"])
    shown = {
        "id": call.state.marks.add(mark, call.user.id, agent.id),
        "agent": agent_for(call.generation, agent),
        "user": call.user.id,
    }
    return success(shown, f"{mark.title()} created successfully")


def _remove_agent(mark: Mark, call: Call) -> Reply:
    if not call.state.marks.remove(mark, call.user.id, call.path["agent_id"]):
        raise not_found(mark)
    return done(f"{mark.title()} removed successfully")


def _list_agents(mark: Mark, call: Call) -> Reply:
    state = call.state
    shown = [
        {"id": number, "agent": agent_for(call.generation, state.agents[agent_id])}
        for agent_id, number in state.marks.of(mark, call.user.id).items()
        if agent_id in state.agents
    ]
    return success(shown, f"{mark.title()}s fetched successfully")


def _add_record(kind: Kind, mark: Mark, call: Call) -> Reply:
    number: int = {**call.body, **call.path}[kind.parameter]
    record = call.state.open.get(kind, number)
    call.state.marks.add(mark, call.user.id, record.id)
    return success(open_record(record), f"{mark.title()} created successfully")


def _list_records(kind: Kind, mark: Mark, call: Call) -> Reply:
    records = {record.id: record for record in call.state.open.all(kind)}
    shown = [
        open_record(records[number])
        for number in call.state.marks.of(mark, call.user.id)
        if number in records
    ]
    return success(shown, f"{mark.title()}s fetched successfully")


_ROWS: tuple[tuple[Handler, tuple[str, ...]], ...] = (
    (partial(_add_agent, "Recent agent"), ("v1_agents_add_recent", "v2l_agent_add_recent")),
    (
        partial(_remove_agent, "Recent agent"),
        ("v1_agents_remove_recent", "v2l_agent_remove_recent"),
    ),
    (partial(_list_agents, "Recent agent"), ("v1_agents_list_recent", "v2l_agent_list_recent")),
    (partial(_add_agent, "Starred agent"), ("v2l_agent_add_starred",)),
    (
        partial(_remove_agent, "Starred agent"),
        ("v1_agents_remove_starred", "v2l_agent_remove_starred"),
    ),
    (partial(_list_agents, "Starred agent"), ("v1_agents_list_starred", "v2l_agent_list_starred")),
    (
        partial(_add_record, PROJECT, "Recent project"),
        ("v1_projects_add_recent", "v2l_project_add_recent", "v2_projects_add_recent"),
    ),
    (
        partial(_list_records, PROJECT, "Recent project"),
        ("v1_projects_list_recent", "v2l_project_list_recent", "v2_projects_list_recent"),
    ),
    (partial(_add_record, TEAM, "Recent team"), ("v2l_team_add_recent", "v2_teams_add_recent")),
    (partial(_list_records, TEAM, "Recent team"), ("v2l_team_list_recent", "v2_teams_list_recent")),
)

for _handler, _operations in _ROWS:
    handles(*_operations)(_handler)
