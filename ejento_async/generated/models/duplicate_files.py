"""Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..._model import Model, anything, list_member, unknown_members

_MEMBERS = frozenset(["duplicate_files"])


@define(kw_only=True)
class DuplicateFiles(Model):
    """Files that a corpus already holds.

    Attributes:
        duplicate_files: The files. Their form is not documented.
    """

    duplicate_files: list[Any] | None = None
    additional_properties: dict[str, Any] = field(factory=dict[str, Any], repr=False)
    """Members that the spec does not know, by name."""

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        # Not by the constructor: its keywords would cost as much as all the rest.
        record = cls.__new__(cls)
        get = src.get
        value = get("duplicate_files")
        record.duplicate_files = (
            None if value is None else list_member("duplicate_files", value, anything)
        )
        record.additional_properties = unknown_members(src, _MEMBERS)
        return record
