"""Generated from openapi/document360-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self

from attrs import define, field

from ..._model import Model, member, moment, unknown_members

_MEMBERS = frozenset(
    [
        "user_id",
        "first_name",
        "last_name",
        "email_id",
        "profile_logo_url",
        "portal_role",
        "last_login_at",
    ]
)


@define(kw_only=True)
class TeamAccountSummary(Model):
    """A team account in short, as lists have it.

    Attributes:
        user_id: Id of the team account.
        first_name: First name.
        last_name: Last name.
        email_id: E-mail address.
        profile_logo_url: Address of the picture.
        portal_role: Name of the role in the portal; a whole account has an object here.
        last_login_at: When the user logged in last, with or without a zone.
    """

    user_id: str | None = None
    first_name: str | None = None
    last_name: str | None = None
    email_id: str | None = None
    profile_logo_url: str | None = None
    portal_role: str | None = None
    last_login_at: datetime | None = None
    additional_properties: dict[str, Any] = field(factory=dict[str, Any], repr=False)
    """Members that the spec does not know, by name."""

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        # Not by the constructor: its keywords would cost as much as all the rest.
        record = cls.__new__(cls)
        get = src.get
        record.user_id = get("user_id")
        record.first_name = get("first_name")
        record.last_name = get("last_name")
        record.email_id = get("email_id")
        record.profile_logo_url = get("profile_logo_url")
        record.portal_role = get("portal_role")
        value = get("last_login_at")
        record.last_login_at = None if value is None else member("last_login_at", value, moment)
        record.additional_properties = unknown_members(src, _MEMBERS)
        return record
