"""Generated from openapi/document360-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..._model import Model, unknown_members

_MEMBERS = frozenset(
    [
        "category_name",
        "category_id",
        "language_id",
        "language_name",
        "language_code",
        "version_name",
        "version_id",
    ]
)


@define(kw_only=True)
class CategoryAccess(Model):
    """A category in one language of a version.

    Attributes:
        category_name: Name of the category.
        category_id: Id of the category.
        language_id: Id of the language.
        language_name: Name of the language.
        language_code: Code of the language, such as `en`.
        version_name: Name of the version.
        version_id: Id of the version.
    """

    category_name: str | None = None
    category_id: str | None = None
    language_id: str | None = None
    language_name: str | None = None
    language_code: str | None = None
    version_name: str | None = None
    version_id: str | None = None
    additional_properties: dict[str, Any] = field(factory=dict[str, Any], repr=False)
    """Members that the spec does not know, by name."""

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        # Not by the constructor: its keywords would cost as much as all the rest.
        record = cls.__new__(cls)
        get = src.get
        record.category_name = get("category_name")
        record.category_id = get("category_id")
        record.language_id = get("language_id")
        record.language_name = get("language_name")
        record.language_code = get("language_code")
        record.version_name = get("version_name")
        record.version_id = get("version_id")
        record.additional_properties = unknown_members(src, _MEMBERS)
        return record
