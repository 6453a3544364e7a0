"""Generated from openapi/document360-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..._model import Model, unknown_members

_MEMBERS = frozenset(["role_id", "role_name"])


@define(kw_only=True)
class PortalRole(Model):
    """What a team account may do in the portal.

    Attributes:
        role_id: Id of the role.
        role_name: Name of the role; in an example it begins with a blank.
    """

    role_id: str | None = None
    role_name: str | None = None
    additional_properties: dict[str, Any] = field(factory=dict[str, Any], repr=False)
    """Members that the spec does not know, by name."""

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        # Not by the constructor: its keywords would cost as much as all the rest.
        record = cls.__new__(cls)
        get = src.get
        record.role_id = get("role_id")
        record.role_name = get("role_name")
        record.additional_properties = unknown_members(src, _MEMBERS)
        return record
