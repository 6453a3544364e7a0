"""Generated from openapi/document360-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..._model import Model, member, unknown_members
from .access_scope_level import AccessScopeLevel
from .article_access import ArticleAccess
from .category_access import CategoryAccess
from .language_access import LanguageAccess
from .version_access import VersionAccess

_MEMBERS = frozenset(
    [
        "version_access",
        "language_access",
        "category_access",
        "article_access",
        "access_scope_level",
        "role_id",
        "role_name",
    ]
)


@define(kw_only=True)
class ContentRole(Model):
    """What a team account may do with which content. Of the four kinds of access, the one that goes
    with the scope is set, and none of them when the scope is the whole project.

    Attributes:
        version_access: The version that the role is for.
        language_access: The language that the role is for.
        category_access: The category that the role is for.
        article_access: The article that the role is for.
        access_scope_level: How much content a role is for: 0 none, 1 a category, 2 a version, 3 the
            whole project, 4 a language. The vendor lists 5 and 6 without a name; an example of
            another operation calls 5 the level of an article.
        role_id: Id of the role.
        role_name: Name of the role.
    """

    version_access: VersionAccess | None = None
    language_access: LanguageAccess | None = None
    category_access: CategoryAccess | None = None
    article_access: ArticleAccess | None = None
    access_scope_level: AccessScopeLevel | None = None
    role_id: str | None = None
    role_name: str | None = None
    additional_properties: dict[str, Any] = field(factory=dict[str, Any], repr=False)
    """Members that the spec does not know, by name."""

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        # Not by the constructor: its keywords would cost as much as all the rest.
        record = cls.__new__(cls)
        get = src.get
        value = get("version_access")
        record.version_access = (
            None if value is None else member("version_access", value, VersionAccess.read)
        )
        value = get("language_access")
        record.language_access = (
            None if value is None else member("language_access", value, LanguageAccess.read)
        )
        value = get("category_access")
        record.category_access = (
            None if value is None else member("category_access", value, CategoryAccess.read)
        )
        value = get("article_access")
        record.article_access = (
            None if value is None else member("article_access", value, ArticleAccess.read)
        )
        record.access_scope_level = get("access_scope_level")
        record.role_id = get("role_id")
        record.role_name = get("role_name")
        record.additional_properties = unknown_members(src, _MEMBERS)
        return record
