"""Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..._model import Model, integer, required, unknown_members

_MEMBERS = frozenset(["id", "email", "first_name", "last_name", "organization"])


@define(kw_only=True)
class UserReference(Model):
    """A user in short, as agents name the one they belong to.

    Attributes:
        id: Id of the user.
        email: E-mail address.
        first_name: First name.
        last_name: Last name.
        organization: Id of the user's organization.
    """

    id: int
    email: str | None = None
    first_name: str | None = None
    last_name: str | None = None
    organization: int | None = None
    additional_properties: dict[str, Any] = field(factory=dict[str, Any], repr=False)
    """Members that the spec does not know, by name."""

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        # Not by the constructor: its keywords would cost as much as all the rest.
        record = cls.__new__(cls)
        get = src.get
        record.id = required(src, "id", integer)
        record.email = get("email")
        record.first_name = get("first_name")
        record.last_name = get("last_name")
        record.organization = get("organization")
        record.additional_properties = unknown_members(src, _MEMBERS)
        return record
