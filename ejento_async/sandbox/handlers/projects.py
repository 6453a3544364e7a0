"""Who is in a project, and which agents a project has."""

from __future__ import annotations

from .._call import Call, handles
from .._kinds import PROJECT, TEAM
from .._links import link, linked, unlink
from .._memberships import agents_in, members_of, projects_in, teams_of
from .._open_records import OpenRecord
from .._replies import Reply, done, success
from ..shapes.agents import agent_for
from ..shapes.open_records import open_record


@handles("v1_projects_add_user", "v2l_user_project_add_users", "v2_projects_add_users")
def add_users(call: Call) -> Reply:
    """Take users into a project."""
    project = _project(call)
    numbers = [call.state.user(number).id for number in linked(call.body, "user")]
    link(project.members, "user", numbers)
    project.trail.touch(call.user.email, call.now())
    return success(open_record(project), "Users added to project successfully")


@handles("v1_projects_remove_user", "v2l_user_project_remove_users", "v2_projects_remove_users")
def remove_users(call: Call) -> Reply:
    """Let users leave a project."""
    project = _project(call)
    unlink(project.members, "user", linked(call.body, "user"))
    project.trail.touch(call.user.email, call.now())
    return done("Users removed from project successfully")


@handles("v1_agents_list_by_project", "v2l_project_list_agents", "v2_projects_list_agents")
def list_agents(call: Call) -> Reply:
    """List the agents of a project."""
    agents = agents_in(call.state, [_project(call)])
    shown = [agent_for(call.generation, agent) for agent in agents]
    return success(shown, "Agents fetched successfully")


@handles("v2l_user_project_list_by_user_teams")
def list_by_user_teams(call: Call) -> Reply:
    """List the projects of the caller's teams."""
    projects = projects_in(call.state, teams_of(call.state, call.user))
    shown = [open_record(project) for project in projects]
    return success(shown, "Projects fetched successfully")


@handles("v1_projects_list_by_user_and_team", "v2l_user_project_list_by_user_and_team")
def list_by_user_and_team(call: Call) -> Reply:
    """List the projects of a team that the caller belongs to."""
    team = call.state.open.get(TEAM, call.path["team_id"])
    shown = [
        open_record(project)
        for project in projects_in(call.state, [team])
        if call.user in members_of(call.state, project)
    ]
    return success(shown, "Projects fetched successfully")


def _project(call: Call) -> OpenRecord:
    number: int = {**call.body, **call.path}["project_id"]
    return call.state.open.get(PROJECT, number)
