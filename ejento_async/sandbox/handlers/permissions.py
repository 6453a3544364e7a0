"""What users may do: permissions on corpora, permissions of users, permission sets.

The sandbox keeps them, but does not hold callers to them.
"""

from __future__ import annotations

from .._call import Call, handles
from .._kinds import CORPUS_PERMISSION, PERMISSION_SET, USER_PERMISSION
from .._links import link, linked
from .._open_records import OpenRecord
from .._replies import Reply, done, not_found, success
from ..shapes.open_records import open_record
from .open_acts import named


@handles("v1_users_create_permission", "v2l_user_create_permission")
def create(call: Call) -> Reply:
    """Give a user a permission; V1 says in the body to whom, and means the caller if it does not.

    A user has one, which is replaced.
    """
    state = call.state
    numbers = [call.path["user_id"]] if "user_id" in call.path else linked(call.body, "user")
    user = state.user(numbers[0]) if numbers else call.user
    for old in state.open.of(USER_PERMISSION, "user", user.id):
        state.open.remove(USER_PERMISSION, old.id)
    members = {**call.body, "user": user.id}
    permission = state.open.add(USER_PERMISSION, members, state.trail(call.user))
    return success(open_record(permission), "Permission created successfully")


@handles("v1_users_get_permission", "v2l_user_get_permission")
def get(call: Call) -> Reply:
    """Show the permission of a user."""
    return success(open_record(_permission(call)), "Permission fetched successfully")


@handles("v1_users_update_permission", "v2l_user_update_permission")
def update(call: Call) -> Reply:
    """Change the permission of a user."""
    permission = _permission(call)
    permission.members |= {**call.body, "user": call.path["user_id"]}
    permission.trail.touch(call.user.email, call.now())
    return success(open_record(permission), "Permission updated successfully")


@handles("v1_users_delete_permission", "v2l_user_delete_permission")
def delete(call: Call) -> Reply:
    """Take the permission from a user."""
    call.state.open.remove(USER_PERMISSION, _permission(call).id)
    return done("Permission deleted successfully")


@handles("v1_corpus_create_permissions")
def create_for_corpus(call: Call) -> Reply:
    """Give users, or else the caller, permissions on a corpus, in place of those they have."""
    state = call.state
    corpus = state.corpus(call.path["corpus_id"])
    numbers = linked(call.body, "user") or [call.user.id]
    users = [state.user(number) for number in numbers]
    _delete_for_corpus(call, corpus.id, numbers)
    made = [
        state.open.add(
            CORPUS_PERMISSION,
            {**call.body, "corpus": corpus.id, "user": user.id},
            state.trail(call.user),
        )
        for user in users
    ]
    shown = [open_record(permission) for permission in made]
    return success(shown, "Permissions created successfully")


@handles("v1_corpus_delete_permissions")
def delete_for_corpus(call: Call) -> Reply:
    """Take permissions on a corpus from users."""
    corpus = call.state.corpus(call.path["corpus_id"])
    _delete_for_corpus(call, corpus.id, linked(call.body, "user"))
    return done("Permissions deleted successfully")


@handles("v1_corpus_get_permission", "v2l_corpus_get_permission")
def get_for_corpus(call: Call) -> Reply:
    """Show the permission of a user on a corpus."""
    corpus = call.state.corpus(call.path["corpus_id"])
    user = call.state.user(call.path["user_id"])
    found = call.state.open.find(CORPUS_PERMISSION, {"corpus": corpus.id, "user": user.id})
    if found is None:
        raise not_found("Corpus permission")
    return success(open_record(found), "Permission fetched successfully")


@handles("v2_permission_sets_add_members")
def add_members(call: Call) -> Reply:
    """Assign a permission set to users."""
    record = named(PERMISSION_SET, call)
    numbers = linked(call.body, "user") or linked(call.body, "member")
    link(record.members, "member", [call.state.user(number).id for number in numbers])
    record.trail.touch(call.user.email, call.now())
    return done("Members added successfully")


def _permission(call: Call) -> OpenRecord:
    user = call.state.user(call.path["user_id"])
    found = call.state.open.of(USER_PERMISSION, "user", user.id)
    if not found:
        raise not_found("User permission")
    return found[0]


def _delete_for_corpus(call: Call, corpus_id: int, users: list[int]) -> None:
    for permission in call.state.open.of(CORPUS_PERMISSION, "corpus", corpus_id):
        if permission.members["user"] in users:
            call.state.open.remove(CORPUS_PERMISSION, permission.id)
