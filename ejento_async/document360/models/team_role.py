"""Generated from openapi/document360-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..._model import Model, unknown_members
from .role_type import RoleType

_MEMBERS = frozenset(["id", "title", "description", "is_system_role", "role_type"])


@define(kw_only=True)
class TeamRole(Model):
    """A role that team accounts can have.

    Attributes:
        id: Id of the role.
        title: Name of the role.
        description: What the role allows.
        is_system_role: Whether every project has the role, as against a custom one.
        role_type: What a role is about, 0 the portal or 1 content.
    """

    id: str | None = None
    title: str | None = None
    description: str | None = None
    is_system_role: bool | None = None
    role_type: RoleType | None = None
    additional_properties: dict[str, Any] = field(factory=dict[str, Any], repr=False)
    """Members that the spec does not know, by name."""

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        # Not by the constructor: its keywords would cost as much as all the rest.
        record = cls.__new__(cls)
        get = src.get
        record.id = get("id")
        record.title = get("title")
        record.description = get("description")
        record.is_system_role = get("is_system_role")
        record.role_type = get("role_type")
        record.additional_properties = unknown_members(src, _MEMBERS)
        return record
