"""Records that the server sends and objects that requests carry, imported when they are first used.

Generated from openapi/document360-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

_MODULES = {
    "AccessScopeInput": "access_scope_input",
    "AccessScopeLevel": "access_scope_level",
    "AccessScopeLevelInput": "access_scope_level_input",
    "ArticleAccess": "article_access",
    "AssociatedGroup": "associated_group",
    "CategoryAccess": "category_access",
    "CategoryScopeInput": "category_scope_input",
    "ContentPermissionInput": "content_permission_input",
    "ContentRole": "content_role",
    "CreatedTeamAccount": "created_team_account",
    "EmailCheck": "email_check",
    "GroupContentRole": "group_content_role",
    "LanguageAccess": "language_access",
    "LanguageScopeInput": "language_scope_input",
    "PortalRole": "portal_role",
    "RoleType": "role_type",
    "TeamAccount": "team_account",
    "TeamAccountSummary": "team_account_summary",
    "TeamGroup": "team_group",
    "TeamRole": "team_role",
    "VersionAccess": "version_access",
}

if TYPE_CHECKING:
    from .access_scope_input import AccessScopeInput as AccessScopeInput
    from .access_scope_level import AccessScopeLevel as AccessScopeLevel
    from .access_scope_level_input import AccessScopeLevelInput as AccessScopeLevelInput
    from .article_access import ArticleAccess as ArticleAccess
    from .associated_group import AssociatedGroup as AssociatedGroup
    from .category_access import CategoryAccess as CategoryAccess
    from .category_scope_input import CategoryScopeInput as CategoryScopeInput
    from .content_permission_input import ContentPermissionInput as ContentPermissionInput
    from .content_role import ContentRole as ContentRole
    from .created_team_account import CreatedTeamAccount as CreatedTeamAccount
    from .email_check import EmailCheck as EmailCheck
    from .group_content_role import GroupContentRole as GroupContentRole
    from .language_access import LanguageAccess as LanguageAccess
    from .language_scope_input import LanguageScopeInput as LanguageScopeInput
    from .portal_role import PortalRole as PortalRole
    from .role_type import RoleType as RoleType
    from .team_account import TeamAccount as TeamAccount
    from .team_account_summary import TeamAccountSummary as TeamAccountSummary
    from .team_group import TeamGroup as TeamGroup
    from .team_role import TeamRole as TeamRole
    from .version_access import VersionAccess as VersionAccess
else:

    def __getattr__(name: str) -> Any:
        module = _MODULES.get(name)
        if module is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

        from importlib import import_module

        value = getattr(import_module(f".{module}", __name__), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return __all__


__all__ = [
    "AccessScopeInput",
    "AccessScopeLevel",
    "AccessScopeLevelInput",
    "ArticleAccess",
    "AssociatedGroup",
    "CategoryAccess",
    "CategoryScopeInput",
    "ContentPermissionInput",
    "ContentRole",
    "CreatedTeamAccount",
    "EmailCheck",
    "GroupContentRole",
    "LanguageAccess",
    "LanguageScopeInput",
    "PortalRole",
    "RoleType",
    "TeamAccount",
    "TeamAccountSummary",
    "TeamGroup",
    "TeamRole",
    "VersionAccess",
]
