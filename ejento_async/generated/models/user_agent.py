"""Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..._model import Model, member, unknown_members
from .user import User

_MEMBERS = frozenset(["id", "user"])


@define(kw_only=True)
class UserAgent(Model):
    """What the first generation of the API returns of an agent's users.

    Attributes:
        id: Id of the record.
        user: A user of an organization.
    """

    id: int | None = None
    user: User | None = None
    additional_properties: dict[str, Any] = field(factory=dict[str, Any], repr=False)
    """Members that the spec does not know, by name."""

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        # Not by the constructor: its keywords would cost as much as all the rest.
        record = cls.__new__(cls)
        get = src.get
        record.id = get("id")
        value = get("user")
        record.user = None if value is None else member("user", value, User.read)
        record.additional_properties = unknown_members(src, _MEMBERS)
        return record
