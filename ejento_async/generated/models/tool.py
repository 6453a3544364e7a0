"""Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self

from attrs import define, field

from ..._model import Model, member, moment, unknown_members

_MEMBERS = frozenset(["id", "is_deleted", "created_by", "created_on", "modified_by", "modified_on"])


@define(kw_only=True)
class Tool(Model):
    """A tool that agents can use. Of its members, nothing is documented.

    Attributes:
        id: Id of the tool. Inferred from other records.
        is_deleted: Whether it was deleted. Inferred from other records.
        created_by: E-mail address of the creator. Inferred from other records.
        created_on: When it was created. Inferred from other records.
        modified_by: E-mail address of who changed it last. Inferred from other records.
        modified_on: When it was last changed. Inferred from other records.
    """

    id: int | None = None
    is_deleted: bool | None = None
    created_by: str | None = None
    created_on: datetime | None = None
    modified_by: str | None = None
    modified_on: datetime | None = None
    additional_properties: dict[str, Any] = field(factory=dict[str, Any], repr=False)
    """Members that the spec does not know, by name."""

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        # Not by the constructor: its keywords would cost as much as all the rest.
        record = cls.__new__(cls)
        get = src.get
        record.id = get("id")
        record.is_deleted = get("is_deleted")
        record.created_by = get("created_by")
        value = get("created_on")
        record.created_on = None if value is None else member("created_on", value, moment)
        record.modified_by = get("modified_by")
        value = get("modified_on")
        record.modified_on = None if value is None else member("modified_on", value, moment)
        record.additional_properties = unknown_members(src, _MEMBERS)
        return record
