"""Generated from openapi/document360-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..._model import Model, list_of, member, unknown_members
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
        # Not by the constructor: its keywords would cost as much as all the rest.
        record = cls.__new__(cls)
        get = src.get
        record.id = get("id")
        record.title = get("title")
        record.description = get("description")
        value = get("content_role_infos")
        record.content_role_infos = (
            None
            if value is None
            else member("content_role_infos", value, list_of(GroupContentRole.read))
        )
        record.additional_properties = unknown_members(src, _MEMBERS)
        return record
