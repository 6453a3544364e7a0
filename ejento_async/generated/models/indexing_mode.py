"""Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..._model import Model, unknown_members
from .indexing_mode_name import IndexingModeName

_MEMBERS = frozenset(["id", "mode"])


@define(kw_only=True)
class IndexingMode(Model):
    """How the documents of a corpus are indexed.

    Attributes:
        id: Id of the mode; 1 is `exhaustive`, 3 is `basic`.
        mode: Name of a mode of indexing.
    """

    id: int | None = None
    mode: IndexingModeName | None = None
    additional_properties: dict[str, Any] = field(factory=dict[str, Any], repr=False)
    """Members that the spec does not know, by name."""

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        # Not by the constructor: its keywords would cost as much as all the rest.
        record = cls.__new__(cls)
        get = src.get
        record.id = get("id")
        record.mode = get("mode")
        record.additional_properties = unknown_members(src, _MEMBERS)
        return record
