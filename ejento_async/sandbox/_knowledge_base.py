"""The Document360 project of the sandbox: its team accounts, with their roles and groups.

Roles and the first account are those of the vendor's examples, to the letter but for the address
that the page masks; the other accounts make up a second page of the list.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from typing import Any, Literal

from ._quota import Quota
from ._spec import Json

PETER = "f11efc6f-e968-4e95-82eb-85ad61559de8"
ADA = "844fb5c7-fcbe-4797-b144-1a7ca2508f43"
INVITED = "2e63692d-894b-4a41-90ce-1d0ba87a4b17"
OWNER = "c1b8ae08-78d5-41d9-b3c4-3b0892b05ca8"
ADMIN = "264485a9-088e-49bf-b33e-a417e9fa01e5"
CONTRIBUTOR = "64ced5a8-c2b9-4421-821a-4e32bdfaaecc"
EDITOR = "62810dc1-2d21-422e-bdfb-c3daebf91dd3"
DRAFT_WRITER = "926c7a3c-0fe8-40c8-a96f-f02c95a12d5c"
GROUP = "c08e52df-1de9-44e7-8c02-be0e41826c24"
WRITERS = "e52df1de-9c44-4e78-8c02-be0e41826c25"

PORTAL: Literal[0] = 0
CONTENT: Literal[1] = 1
NOTHING, CATEGORY, VERSION, PROJECT, LANGUAGE, ARTICLE = range(6)

_ACCOUNTS = 25
_IDS = uuid.UUID("0c9d7b52-4d5e-4a43-a0f5-3f2c1f0d9e55")
_VERSIONS = {
    "4f44c7e5-fcbe-4797-b144-1a7ca2508444": "v1",
    "9fa1a37d-b4d1-45b0-8b26-1c60d1b4f5a1": "v2",
}
_LANGUAGES = {"en": "English", "sv": "Swedish"}
_CATEGORIES = {"23fa1a37-db4d-4153-b06b-0261c60d1f4a": "Getting started"}


@dataclass(frozen=True, slots=True)
class Role:
    """What an account may do, in the portal or with content."""

    id: str
    title: str
    description: str
    type: Literal[0, 1]


@dataclass(frozen=True, slots=True)
class Group:
    """A group of accounts.

    Attributes:
        roles: what its members may do with which content, as it goes over the wire; None when the
            group has no roles.
    """

    id: str
    title: str
    description: str
    roles: list[Json] | None = None


@dataclass(slots=True)
class Account:
    """A team account, or the invitation of an SSO user who has not logged in yet.

    Attributes:
        portal_role: id of the role in the portal.
        content_roles: what the account may do with which content, as it goes over the wire.
        last_login: with a zone, as on the page, or without one, as in the vendor's schema.
    """

    id: str
    email: str
    first_name: str | None
    last_name: str | None
    portal_role: str
    content_roles: list[Json] = field(default_factory=list[dict[str, Any]])
    groups: list[str] = field(default_factory=list[str])
    last_login: str | None = None
    logo: str | None = None
    is_sso: bool = False
    is_invitation: bool = False


class KnowledgeBase:
    """All that the sandbox knows of Document360.

    Attributes:
        accounts: the team accounts by their ids, the oldest first.
        roles: the roles by their ids.
        groups: the groups by their ids.
        quota: how many more calls may be made in this minute.
    """

    def __init__(self, quota: Quota) -> None:
        self.quota = quota
        self.roles = {role.id: role for role in _ROLES}
        self.groups = {group.id: group for group in _groups()}
        self.accounts = {account.id: account for account in _accounts()}

    def new_id(self, email: str) -> str:
        """Return an id for the account of an e-mail address."""
        return str(uuid.uuid5(_IDS, f"{email} {len(self.accounts)}"))

    def account_of(self, email: str) -> Account | None:
        """Return the account with an e-mail address, in any case, or None."""
        wanted = email.casefold()
        accounts = self.accounts.values()
        return next((account for account in accounts if account.email.casefold() == wanted), None)

    def role(self, role_id: str, kind: int) -> Role | None:
        """Return a role of a kind, or None."""
        role = self.roles.get(role_id)
        return role if role is not None and role.type == kind else None


def content_roles(role: Role, scope: Json) -> list[Json] | str:
    """Return what a role for a scope becomes in an account, or the member that the scope lacks."""
    level: int = scope["access_level"]
    categories: list[Json] = scope.get("categories") or []
    versions: list[str] = scope.get("project_versions") or []
    languages: list[Json] = scope.get("languages") or []
    if level == CATEGORY:
        found = [content_role(role, level, category_access=_category(**one)) for one in categories]
        return found or "Categories"
    if level == VERSION:
        found = [content_role(role, level, version_access=_version(one)) for one in versions]
        return found or "ProjectVersions"
    if level == LANGUAGE:
        found = [content_role(role, level, language_access=_language(**one)) for one in languages]
        return found or "Languages"
    return [content_role(role, level)]


def content_role(role: Role, level: int, **access: Json) -> Json:
    """Return a content role as it goes over the wire."""
    kinds = ("version_access", "language_access", "category_access", "article_access")
    return {
        **{kind: access.get(kind) for kind in kinds},
        "access_scope_level": level,
        "role_id": role.id,
        "role_name": role.title,
    }


def _version(version_id: str) -> Json:
    return {"version_name": _VERSIONS.get(version_id), "version_id": version_id}


def _language(project_version_id: str, language_code: str) -> Json:
    return {
        "language_id": str(uuid.uuid5(_IDS, language_code)),
        "language_name": _LANGUAGES.get(language_code),
        "language_code": language_code,
        **_version(project_version_id),
    }


def _category(project_version_id: str, category_id: str, language_code: str) -> Json:
    return {
        "category_name": _CATEGORIES.get(category_id),
        "category_id": category_id,
        **_language(project_version_id, language_code),
    }


_ROLES = (
    Role(CONTRIBUTOR, "Contributor", "Works on content, without access to the portal.", PORTAL),
    Role(OWNER, "Owner", "", PORTAL),
    Role(ADMIN, "Admin", "May do everything but pay.", PORTAL),
    Role("88ec9ab0-2355-46b6-8eed-b3ce2cd870a8", "None", "To be decided later.", PORTAL),
    Role(EDITOR, "Editor", "Edits and publishes.", CONTENT),
    Role(DRAFT_WRITER, "Draft writer", "Edits, and has others publish.", CONTENT),
)


def _groups() -> list[Group]:
    writer = content_role(_ROLES[5], VERSION, version_access=_version(next(iter(_VERSIONS))))
    kinds = ("version_access", "language_access", "category_access", "article_access")
    # In groups the four kinds of access have other names than in accounts.
    renamed = {(f"{name}_info" if name in kinds else name): value for name, value in writer.items()}
    return [
        Group(GROUP, "MyGroupName", "This is my group description."),
        Group(
            WRITERS, "Writers", "Write what editors publish.", [renamed | {"group_name": "Writers"}]
        ),
    ]


def _accounts() -> list[Account]:
    editor, writer = _ROLES[4], _ROLES[5]
    version, category = next(iter(_VERSIONS)), next(iter(_CATEGORIES))
    in_category = _category(version, category, "en")
    in_article = {"article_name": "Installation", **in_category}
    peter = Account(
        PETER,
        "peter.jone@example.com",
        "peter",
        "jone",
        OWNER,
        [content_role(editor, PROJECT)],
        [GROUP],
        "2024-05-23T02:28:57Z",
        "https://www.gravatar.com/avatar/FE29D578CBEC3945FC88BF4F10906A3E",
    )
    ada = Account(
        ADA,
        "ada@example.com",
        "Ada",
        "Lovelace",
        ADMIN,
        [
            content_role(editor, VERSION, version_access=_version(version)),
            content_role(editor, LANGUAGE, language_access=_language(version, "sv")),
            content_role(writer, CATEGORY, category_access=in_category),
            content_role(writer, ARTICLE, article_access=in_article),
            content_role(writer, NOTHING),
        ],
        [GROUP, WRITERS],
        "2024-06-13T14:30:00",
    )
    invited = Account(INVITED, "grace@example.com", None, None, CONTRIBUTOR)
    invited.is_sso = invited.is_invitation = True
    others = [
        Account(
            str(uuid.uuid5(_IDS, str(number))),
            f"writer{number}@example.com",
            "Writer",
            str(number),
            CONTRIBUTOR,
            [content_role(writer, PROJECT)],
            [WRITERS],
        )
        for number in range(4, _ACCOUNTS + 1)
    ]
    return [peter, ada, invited, *others]
