"""Users, organizations and teams."""

from __future__ import annotations

from .._call import Call, handles
from .._records import User
from .._replies import Refusal, Reply, not_found, success
from ..shapes import people

_ROLES = ("User", "Application Admin", "Global Admin")


@handles("v2_users_get_me")
def get_me(call: Call) -> Reply:
    """Show the caller."""
    shown = {**people.user_v2(call.user), "full_name": call.user.full_name}
    return success(shown, "User fetched successfully")


@handles("v2l_user_get")
def get_user(call: Call) -> Reply:
    """Show a user."""
    user = call.state.user(call.path["user_id"])
    return success(people.user_legacy(user), "Users found successfully")


@handles("v1_agents_get_user")
def get_user_agent(call: Call) -> Reply:
    """List the users of an agent."""
    # The page shows the same body for both values of `action`.
    agent = call.state.agent(call.query["agent_id"])
    shown = [
        {"id": number, "user": people.user_v1(call.state.users[user_id])}
        for number, user_id in agent.users.items()
        if user_id in call.state.users
    ]
    return success(shown, "Data fetched successfully")


@handles("v2_organizations_create_user")
def create_user(call: Call) -> Reply:
    """Make a user; for admins only."""
    state = call.state
    organization = state.organizations.get(call.path["organization_id"])
    if organization is None:
        raise not_found("Organization")
    if not call.user.is_staff:
        raise Refusal(403, "You do not have permission to perform this action.")
    body = call.body
    if state.user_by_email(body["email"]) is not None:
        raise Refusal(400, "User with this email already exists.")
    user = User(
        state.new_id("user"),
        body["email"],
        body.get("first_name", ""),
        body.get("last_name", ""),
        organization,
        call.now(),
        body.get("password"),
        is_staff=body.get("role") in _ROLES[1:],
        is_superuser=body.get("role") == _ROLES[2],
    )
    state.users[user.id] = user
    return success(people.user_v2(user), "User created successfully")


@handles("v2_teams_get")
def get_team(call: Call) -> Reply:
    """Show a team."""
    team = call.state.teams.get(call.path["team_id"])
    if team is None:
        raise not_found("Team")
    return success(people.team(team), "Team fetched successfully")
