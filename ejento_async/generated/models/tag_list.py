"""Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..._model import Model, anything, list_member, unknown_members

_MEMBERS = frozenset(["tags"])


@define(kw_only=True)
class TagList(Model):
    """The tags of one record. What else it has is not documented.

    Attributes:
        tags: The tags. Their form is not documented. Inferred from the record of an agent.
    """

    tags: list[Any] | None = None
    additional_properties: dict[str, Any] = field(factory=dict[str, Any], repr=False)
    """Members that the spec does not know, by name."""

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        # Not by the constructor: its keywords would cost as much as all the rest.
        record = cls.__new__(cls)
        get = src.get
        value = get("tags")
        record.tags = None if value is None else list_member("tags", value, anything)
        record.additional_properties = unknown_members(src, _MEMBERS)
        return record
