"""Generated from openapi/document360-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from typing import NotRequired, TypedDict

from .access_scope_level_input import AccessScopeLevelInput
from .category_scope_input import CategoryScopeInput
from .language_scope_input import LanguageScopeInput


class AccessScopeInput(TypedDict):
    """The content that a role is for.

    Attributes:
        access_level: How much content a role is for: 0 none, 1 categories, 2 versions, 3 the whole
            project, 4 languages. What 5 and 6 mean is not documented.
        categories: The categories, needed with level 1.
        project_versions: Ids of the versions, needed with level 2.
        languages: The languages, needed with level 4.
    """

    access_level: AccessScopeLevelInput
    categories: NotRequired[list[CategoryScopeInput] | None]
    project_versions: NotRequired[list[str] | None]
    languages: NotRequired[list[LanguageScopeInput] | None]
