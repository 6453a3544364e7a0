"""Who is in a team, and what a team has."""

from __future__ import annotations

from .._call import Call, handles
from .._kinds import TEAM
from .._links import link, linked
from .._memberships import agents_in, members_of, projects_in, teams_of
from .._replies import Reply, success
from ..shapes import people
from ..shapes.agents import agent_for
from ..shapes.open_records import open_record
from .open_acts import named


@handles("v2l_team_list_users", "v2_teams_list_users")
def list_users(call: Call) -> Reply:
    """List the users of a team."""
    users = members_of(call.state, named(TEAM, call))
    shown = [people.user_for(call.generation, user) for user in users]
    return success(shown, "Users fetched successfully")


@handles("v2l_team_add_users", "v2_teams_add_users")
def add_users(call: Call) -> Reply:
    """Take users into a team."""
    team = named(TEAM, call)
    link(team.members, "user", [call.state.user(item).id for item in linked(call.body, "user")])
    team.trail.touch(call.user.email, call.now())
    return success(open_record(team), "Users added to team successfully")


@handles("v2l_team_get_user_role")
def get_role(call: Call) -> Reply:
    """Say what the caller is in a team."""
    team = named(TEAM, call)
    owner = team.trail.created_by == call.user.email or call.user.is_superuser
    member = call.user in members_of(call.state, team)
    role = "Owner" if owner else "Member" if member else None
    shown = {"team": team.id, "user": call.user.id, "role": role}
    return success(shown, "Role fetched successfully")


@handles("v2l_team_list_by_user")
def list_by_user(call: Call) -> Reply:
    """List the caller's teams."""
    shown = [open_record(team) for team in teams_of(call.state, call.user)]
    return success(shown, "Teams fetched successfully")


@handles("v2l_team_list_with_projects")
def list_with_projects(call: Call) -> Reply:
    """List all teams with their projects."""
    state = call.state
    shown = [
        {
            **open_record(team),
            "projects": [open_record(project) for project in projects_in(state, [team])],
        }
        for team in state.open.all(TEAM)
    ]
    return success(shown, "Teams fetched successfully")


@handles("v2_agents_list_by_team", "v2l_agent_list_by_team", "v1_agents_list_by_team")
def list_agents(call: Call) -> Reply:
    """List the agents of a team; V1 without a team lists those of the caller's teams."""
    state = call.state
    number: int | None = call.path.get("team_id", call.query.get("team_id"))
    teams = teams_of(state, call.user) if number is None else [state.open.get(TEAM, number)]
    agents = agents_in(state, projects_in(state, teams))
    shown = [agent_for(call.generation, agent) for agent in agents]
    return success(shown, "Agents fetched successfully")


@handles("v2l_team_list_agents_by_user_team", "v2l_agent_list_by_user_team")
def list_agents_of_user(call: Call) -> Reply:
    """List the agents of the caller's teams."""
    agents = agents_in(call.state, projects_in(call.state, teams_of(call.state, call.user)))
    shown = [agent_for(call.generation, agent) for agent in agents]
    return success(shown, "Agents fetched successfully")
