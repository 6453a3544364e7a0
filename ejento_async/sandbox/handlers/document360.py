"""The team accounts of a Document360 project."""

from __future__ import annotations

from typing import cast

from .._call import Call, handles
from .._knowledge_base import CONTENT, PORTAL, Account, Role, content_roles
from .._replies import Refusal, Reply
from .._spec import Json
from ..shapes import document360 as shapes


@handles("teams_list")
def list_accounts(call: Call) -> Reply:
    """List the accounts, the oldest first."""
    project = call.state.document360
    skip: int = call.query.get("skip", 0)
    take: int = call.query.get("take", 20)
    found = list(project.accounts.values())[skip : skip + take]
    shown = [shapes.summary(account, project.roles[account.portal_role]) for account in found]
    return Reply(shapes.envelope(result=shown))


@handles("teams_get")
def get_account(call: Call) -> Reply:
    """Show an account."""
    project = call.state.document360
    account = project.accounts.get(call.path["userId"])
    if account is None:
        raise _refused(call, "The user id does not exist.")
    groups = [project.groups[number] for number in account.groups]
    shown = shapes.complete(account, project.roles[account.portal_role], groups)
    return Reply(shapes.envelope(result=shown))


@handles("teams_create")
def create_account(call: Call) -> Reply:
    """Add an account, or the invitation of an SSO user."""
    project, body = call.state.document360, call.body
    if project.account_of(body["email_id"]) is not None:
        raise _refused(call, "User already associated with the project as a reader or team member.")
    if body["invited_by"] not in project.accounts:
        raise _refused(call, f"The user id {body['invited_by']} does not exist.")
    is_sso = bool(body.get("is_sso_user"))
    account = Account(
        project.new_id(body["email_id"]),
        body["email_id"],
        body.get("first_name"),
        body.get("last_name"),
        _role(call, body["associated_portal_role_id"], PORTAL).id,
        _content_roles(call),
        _groups(call, body.get("associated_groups") or []),
        is_sso=is_sso,
        is_invitation=is_sso,
    )
    project.accounts[account.id] = account
    return Reply(shapes.envelope(result={"id": account.id}))


@handles("teams_delete")
def delete_account(call: Call) -> Reply:
    """Delete an account."""
    if call.state.document360.accounts.pop(call.path["userId"], None) is None:
        raise _refused(call, "Could not find user with given id")
    return Reply(shapes.envelope())


@handles("teams_update_portal_role")
def update_portal_role(call: Call) -> Reply:
    """Give an account another role in the portal."""
    account = _to_change(call)
    account.portal_role = _role(call, call.body["associated_portal_role_id"], PORTAL).id
    return Reply(shapes.envelope(result=True))


@handles("teams_update_content_roles")
def update_content_roles(call: Call) -> Reply:
    """Give an account other content roles."""
    account = _to_change(call)
    account.content_roles = _content_roles(call)
    return Reply(shapes.envelope(result=True))


@handles("teams_update_groups")
def update_groups(call: Call) -> Reply:
    """Put an account into other groups."""
    account = _to_change(call)
    account.groups = _groups(call, call.body["associated_groups"])
    return Reply(shapes.envelope(result=True))


@handles("teams_check_email")
def check_email(call: Call) -> Reply:
    """Find the account with an e-mail address."""
    email: str = call.query["emailId"]
    name, _, domain = email.partition("@")
    if not name or not domain:
        raise _refused(call, "The EmailId field is not a valid e-mail address.")
    account = call.state.document360.account_of(email)
    if account is not None and account.is_sso != call.query.get("isAnSsoUser", False):
        account = None
    found = {"exists": account is not None, "user_id": None if account is None else account.id}
    return Reply(shapes.envelope(errors=None, data=found))


@handles("teams_list_groups")
def list_groups(call: Call) -> Reply:
    """List the groups."""
    found = [shapes.group(group) for group in call.state.document360.groups.values()]
    return Reply(shapes.envelope(result=found))


@handles("teams_list_roles")
def list_roles(call: Call) -> Reply:
    """List the roles."""
    found = [shapes.role(role) for role in call.state.document360.roles.values()]
    return Reply(shapes.envelope(result=found))


def _refused(call: Call, message: str) -> Refusal:
    return Refusal(400, message, body=shapes.refusal(400, message, call.operation.id))


def _to_change(call: Call) -> Account:
    """Return the account that the path names, or the invitation if the body says that it is one."""
    wanted: bool = call.body.get("is_invitation_id", False)
    account = call.state.document360.accounts.get(call.path["userId"])
    if account is None or account.is_invitation != wanted:
        what = "invitation" if wanted else "user"
        raise _refused(call, f"The {what} id {call.path['userId']} does not exist.")
    return account


def _role(call: Call, role_id: str, kind: int) -> Role:
    role = call.state.document360.role(role_id, kind)
    if role is None:
        raise _refused(call, f"The role id {role_id} does not exist.")
    return role


def _content_roles(call: Call) -> list[Json]:
    found: list[Json] = []
    for permission in cast("list[Json]", call.body["content_permissions"]):
        role = _role(call, permission["associated_content_role_id"], CONTENT)
        made = content_roles(role, permission["access_scope"])
        if isinstance(made, str):
            raise _refused(call, f"The {made} field is required.")
        found += made
    return found


def _groups(call: Call, ids: list[str]) -> list[str]:
    known = call.state.document360.groups
    for group_id in ids:
        if group_id not in known:
            raise _refused(call, f"The group id {group_id} does not exist.")
    return list(dict.fromkeys(ids))
