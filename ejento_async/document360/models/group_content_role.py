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
        "version_access_info",
        "language_access_info",
        "category_access_info",
        "article_access_info",
        "access_scope_level",
        "role_name",
        "role_id",
        "group_name",
    ]
)


@define(kw_only=True)
class GroupContentRole(Model):
    """What members of a group may do with which content; as a content role, by other names.

    Attributes:
        version_access_info: The version that the role is for.
        language_access_info: The language that the role is for.
        category_access_info: The category that the role is for.
        article_access_info: The article that the role is for.
        access_scope_level: How much content a role is for: 0 none, 1 a category, 2 a version, 3 the
            whole project, 4 a language. The vendor lists 5 and 6 without a name; an example of
            another operation calls 5 the level of an article.
        role_name: Name of the role.
        role_id: Id of the role.
        group_name: Name of the group.
    """

    version_access_info: VersionAccess | None = None
    language_access_info: LanguageAccess | None = None
    category_access_info: CategoryAccess | None = None
    article_access_info: ArticleAccess | None = None
    access_scope_level: AccessScopeLevel | None = None
    role_name: str | None = None
    role_id: str | None = None
    group_name: str | None = None
    additional_properties: dict[str, Any] = field(factory=dict[str, Any], repr=False)
    """Members that the spec does not know, by name."""

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        # Not by the constructor: its keywords would cost as much as all the rest.
        record = cls.__new__(cls)
        get = src.get
        value = get("version_access_info")
        record.version_access_info = (
            None if value is None else member("version_access_info", value, VersionAccess.read)
        )
        value = get("language_access_info")
        record.language_access_info = (
            None if value is None else member("language_access_info", value, LanguageAccess.read)
        )
        value = get("category_access_info")
        record.category_access_info = (
            None if value is None else member("category_access_info", value, CategoryAccess.read)
        )
        value = get("article_access_info")
        record.article_access_info = (
            None if value is None else member("article_access_info", value, ArticleAccess.read)
        )
        record.access_scope_level = get("access_scope_level")
        record.role_name = get("role_name")
        record.role_id = get("role_id")
        record.group_name = get("group_name")
        record.additional_properties = unknown_members(src, _MEMBERS)
        return record
