"""Generated from openapi/document360-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..._model import Model, unknown_members

_MEMBERS = frozenset(["version_name", "version_id"])


@define(kw_only=True)
class VersionAccess(Model):
    """A version of the project.

    Attributes:
        version_name: Name of the version.
        version_id: Id of the version.
    """

    version_name: str | None = None
    version_id: str | None = None
    additional_properties: dict[str, Any] = field(factory=dict[str, Any], repr=False)
    """Members that the spec does not know, by name."""

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        # Not by the constructor: its keywords would cost as much as all the rest.
        record = cls.__new__(cls)
        get = src.get
        record.version_name = get("version_name")
        record.version_id = get("version_id")
        record.additional_properties = unknown_members(src, _MEMBERS)
        return record
