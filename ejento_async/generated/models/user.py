"""Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self

from attrs import define, field

from ..._model import Model, integer, member, moment, required, unknown_members
from .organization import Organization

_MEMBERS = frozenset(
    [
        "id",
        "email",
        "is_staff",
        "is_superuser",
        "is_active",
        "date_joined",
        "first_name",
        "last_name",
        "full_name",
        "name",
        "organization",
    ]
)


@define(kw_only=True)
class User(Model):
    """A user of an organization.

    Attributes:
        id: Id of the user.
        email: E-mail address, with which the user logs in.
        is_staff: Whether the user is marked as staff.
        is_superuser: Whether the user is marked as superuser.
        is_active: Whether the account is active.
        date_joined: When the account was made.
        first_name: First name.
        last_name: Last name.
        full_name: Full name, which only Get Current User may give.
        name: Name, which only Get Current User may give.
        organization: An organization, to which users, teams, agents and corpora belong.
    """

    id: int
    email: str | None = None
    is_staff: bool | None = None
    is_superuser: bool | None = None
    is_active: bool | None = None
    date_joined: datetime | None = None
    first_name: str | None = None
    last_name: str | None = None
    full_name: str | None = None
    name: str | None = None
    organization: Organization | None = None
    additional_properties: dict[str, Any] = field(factory=dict[str, Any], repr=False)
    """Members that the spec does not know, by name."""

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        # Not by the constructor: its keywords would cost as much as all the rest.
        record = cls.__new__(cls)
        get = src.get
        record.id = required(src, "id", integer)
        record.email = get("email")
        record.is_staff = get("is_staff")
        record.is_superuser = get("is_superuser")
        record.is_active = get("is_active")
        value = get("date_joined")
        record.date_joined = None if value is None else member("date_joined", value, moment)
        record.first_name = get("first_name")
        record.last_name = get("last_name")
        record.full_name = get("full_name")
        record.name = get("name")
        value = get("organization")
        record.organization = (
            None if value is None else member("organization", value, Organization.read)
        )
        record.additional_properties = unknown_members(src, _MEMBERS)
        return record
