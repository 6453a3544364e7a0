"""Users and organizations."""

from __future__ import annotations

from .._call import Call, handles
from .._links import linked
from .._records import User
from .._replies import Refusal, Reply, done, success
from .._spec import Json
from ..shapes import people

_ROLES = ("User", "Application Admin", "Global Admin")


@handles("v2_users_get_me")
def get_me(call: Call) -> Reply:
    """Show the caller."""
    shown = {**people.user_v2(call.user), "full_name": call.user.full_name}
    return success(shown, "User fetched successfully")


@handles("v1_users_get", "v2l_user_get", "v2_users_get")
def get_user(call: Call) -> Reply:
    """Show a user."""
    user = call.state.user(call.path["user_id"])
    # The message is that of the Legacy page "Get User", plural as it is.
    return success(people.user_for(call.generation, user), "Users found successfully")


@handles("v1_users_list", "v2l_user_list_filtered")
def list_all(call: Call) -> Reply:
    """List all users."""
    shown = [people.user_for(call.generation, user) for user in call.state.users.values()]
    return success(shown, "Users found successfully")


@handles("v2l_user_list_by_organization", "v2_organizations_list_users")
def list_by_organization(call: Call) -> Reply:
    """List the users of an organization."""
    organization = call.state.organization(call.path["organization_id"])
    shown = [
        people.user_for(call.generation, user)
        for user in call.state.users.values()
        if user.organization is organization
    ]
    return success(shown, "Users found successfully")


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


@handles("v2_organizations_create_user", "v2l_user_create")
def create_user(call: Call) -> Reply:
    """Make a user; for admins only."""
    state = call.state
    organization = state.organization(call.path["organization_id"])
    _for_admins(call)
    body = call.body
    if not body.get("email"):
        raise Refusal(400, "email: This field is required.")
    user = User(state.new_id("user"), "", "", "", organization, call.now())
    _write(call, user, body)
    state.users[user.id] = user
    return success(people.user_for(call.generation, user), "User created successfully")


@handles("v1_users_update", "v2l_user_update", "v2_users_update")
def update_user(call: Call) -> Reply:
    """Change a user; for admins and for the user."""
    user = call.state.user(call.path["user_id"])
    if user is not call.user or "role" in call.body:
        _for_admins(call)
    _write(call, user, call.body)
    return success(people.user_for(call.generation, user), "User updated successfully")


@handles("v1_users_delete", "v2l_user_delete", "v2_users_delete")
def delete_user(call: Call) -> Reply:
    """Delete a user, whose tokens are good for nothing from then on."""
    _delete(call, [call.path["user_id"]])
    return done("User deleted successfully")


@handles("v1_users_delete_many", "v2l_user_delete_many", "v2_users_delete_many")
def delete_users(call: Call) -> Reply:
    """Delete users, all of them or none."""
    _delete(call, linked(call.body, "user"))
    return done("Users deleted successfully")


def _delete(call: Call, numbers: list[int]) -> None:
    _for_admins(call)
    for number in numbers:
        if call.state.user(number) is call.user:
            raise Refusal(400, "You cannot delete yourself.")
    for number in numbers:
        del call.state.users[number]


def _write(call: Call, user: User, body: Json) -> None:
    """Put what was sent into a user."""
    if "email" in body:
        other = call.state.user_by_email(body["email"])
        if other is not None and other is not user:
            raise Refusal(400, "User with this email already exists.")
    for name in ("email", "first_name", "last_name", "password"):
        if name in body:
            setattr(user, name, body[name])
    if "role" in body:
        user.is_staff = body["role"] in _ROLES[1:]
        user.is_superuser = body["role"] == _ROLES[2]


def _for_admins(call: Call) -> None:
    if not call.user.is_staff:
        raise Refusal(403, "You do not have permission to perform this action.")
