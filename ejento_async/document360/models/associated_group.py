"""Generated from openapi/document360-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..._model import Model, list_of, optional, unknown_members
from .group_content_role import GroupContentRole

_MEMBERS = frozenset(["id", "title", "description", "content_role_infos"])


@define(kw_only=True)
class AssociatedGroup(Model):
    """A group that a team account is in.

    Attributes:
        id: Id of the group.
        title: Name of the group.
        description: What the group is for.
        content_role_infos: What members of the group may do with which content.
    """

    id: str | None = None
    title: str | None = None
    description: str | None = None
    content_role_infos: list[GroupContentRole] | None = None
    additional_properties: dict[str, Any] = field(factory=dict[str, Any], repr=False)
    """Members that the spec does not know, by name."""

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        return cls(
            id=src.get("id"),
            title=src.get("title"),
            description=src.get("description"),
            content_role_infos=optional(src, "content_role_infos", list_of(GroupContentRole.read)),
            additional_properties=unknown_members(src, _MEMBERS),
        )
