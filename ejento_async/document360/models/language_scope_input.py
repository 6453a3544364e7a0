"""Generated from openapi/document360-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from typing import TypedDict


class LanguageScopeInput(TypedDict):
    """A language that a role is for.

    Attributes:
        project_version_id: Id of the version.
        language_code: Code of the language, such as `en`.
    """

    project_version_id: str
    language_code: str
