"""Generated from openapi/document360-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..._model import Model, unknown_members

_MEMBERS = frozenset(["exists", "user_id"])


@define(kw_only=True)
class EmailCheck(Model):
    """Whether an e-mail address belongs to a team account.

    Attributes:
        exists: Whether there is a team account with this address.
        user_id: Id of that team account.
    """

    exists: bool | None = None
    user_id: str | None = None
    additional_properties: dict[str, Any] = field(factory=dict[str, Any], repr=False)
    """Members that the spec does not know, by name."""

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        # Not by the constructor: its keywords would cost as much as all the rest.
        record = cls.__new__(cls)
        get = src.get
        record.exists = get("exists")
        record.user_id = get("user_id")
        record.additional_properties = unknown_members(src, _MEMBERS)
        return record
