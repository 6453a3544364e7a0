"""Generated from openapi/document360-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from typing import TypedDict

from .access_scope_input import AccessScopeInput


class ContentPermissionInput(TypedDict):
    """A content role, and the content that it is for.

    Attributes:
        associated_content_role_id: Id of the content role, one of `teams.list_roles` with
            `role_type` 1.
        access_scope: The content that a role is for.
    """

    associated_content_role_id: str
    access_scope: AccessScopeInput
