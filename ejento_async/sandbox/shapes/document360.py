"""Document360's envelope, and what is in it, as they go over the wire."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .._knowledge_base import Account, Group, Role
from .._spec import Json

# Of a refusal by each operation: what it says of its success, and the code of its error. The vendor's
# examples are as inconsistent as that; of other refusals, nothing is documented.
_REFUSALS: Mapping[str, tuple[bool, str | None]] = {
    "teams_get": (True, None),
    "teams_create": (False, None),
    "teams_delete": (False, ""),
    "teams_update_portal_role": (False, "400"),
    "teams_update_content_roles": (True, "400"),
    "teams_update_groups": (True, "400"),
}


def envelope(
    *, success: bool = True, errors: Iterable[Json] | None = (), **payload: object
) -> Json:
    """Wrap a payload, which goes into the member that it is named by."""
    return {
        **payload,
        "extension_data": None,
        "success": success,
        "errors": None if errors is None else list(errors),
        "warnings": [],
        "information": [],
    }


def refusal(status: int, message: str, operation: str | None = None) -> Json:
    """Say why a call is refused, as the operation has it."""
    if status == 400 and operation == "teams_check_email":
        return envelope(errors=None)
    as_documented = _REFUSALS.get(operation or "") if status == 400 else None
    success, code = as_documented or (False, str(status))
    error = {
        "extension_data": None,
        "stack_trace": None,
        "description": message,
        "error_code": code,
        "custom_data": None,
    }
    return envelope(success=success, errors=[error])


def summary(account: Account, role: Role) -> Json:
    """An account as lists have it."""
    return {**_account(account), "portal_role": role.title, "last_login_at": account.last_login}


def complete(account: Account, role: Role, groups: Iterable[Group]) -> Json:
    """An account with all that it may do."""
    # The vendor's example of the owner has that blank.
    name = f" {role.title}" if role.title == "Owner" else role.title
    return {
        **_account(account),
        "last_login_at": account.last_login,
        "portal_role": {"role_id": role.id, "role_name": name},
        "content_roles": account.content_roles,
        "associated_groups": [
            {
                "id": group.id,
                "title": group.title,
                "description": group.description,
                "content_role_infos": group.roles,
            }
            for group in groups
        ],
    }


def group(record: Group) -> Json:
    """A group."""
    return {"group_id": record.id, "title": record.title, "description": record.description}


def role(record: Role) -> Json:
    """A role."""
    return {
        "id": record.id,
        "title": record.title,
        "description": record.description,
        "is_system_role": True,
        "role_type": record.type,
    }


def _account(account: Account) -> Json:
    return {
        "user_id": account.id,
        "first_name": account.first_name,
        "last_name": account.last_name,
        "email_id": account.email,
        "profile_logo_url": account.logo,
    }
