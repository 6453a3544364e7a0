"""Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..._model import Model, integer, required, unknown_members

_MEMBERS = frozenset(["id"])


@define(kw_only=True)
class RecordReference(Model):
    """Answer of an operation of which no more than an id is known.

    Attributes:
        id: Id of the record that the operation names.
    """

    id: int
    additional_properties: dict[str, Any] = field(factory=dict[str, Any], repr=False)
    """Members that the spec does not know, by name."""

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        # Not by the constructor: its keywords would cost as much as all the rest.
        record = cls.__new__(cls)
        record.id = required(src, "id", integer)
        record.additional_properties = unknown_members(src, _MEMBERS)
        return record
