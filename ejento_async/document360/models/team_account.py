"""Generated from openapi/document360-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self

from attrs import define, field

from ..._model import Model, list_of, member, moment, unknown_members
from .associated_group import AssociatedGroup
from .content_role import ContentRole
from .portal_role import PortalRole

_MEMBERS = frozenset(
    [
        "user_id",
        "first_name",
        "last_name",
        "email_id",
        "profile_logo_url",
        "last_login_at",
        "portal_role",
        "content_roles",
        "associated_groups",
    ]
)


@define(kw_only=True)
class TeamAccount(Model):
    """A team account, with everything that it may do.

    Attributes:
        user_id: Id of the team account.
        first_name: First name.
        last_name: Last name.
        email_id: E-mail address.
        profile_logo_url: Address of the picture.
        last_login_at: When the user logged in last. The vendor's examples have it with a zone
            (`2024-04-09T11:35:32Z`) and without one (`2024-06-13T14:30:00`); which zone the latter
            means is not said.
        portal_role: What the account may do in the portal.
        content_roles: What the account itself may do with which content.
        associated_groups: Groups that the account is in.
    """

    user_id: str | None = None
    first_name: str | None = None
    last_name: str | None = None
    email_id: str | None = None
    profile_logo_url: str | None = None
    last_login_at: datetime | None = None
    portal_role: PortalRole | None = None
    content_roles: list[ContentRole] | None = None
    associated_groups: list[AssociatedGroup] | None = None
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
        value = get("last_login_at")
        record.last_login_at = None if value is None else member("last_login_at", value, moment)
        value = get("portal_role")
        record.portal_role = (
            None if value is None else member("portal_role", value, PortalRole.read)
        )
        value = get("content_roles")
        record.content_roles = (
            None if value is None else member("content_roles", value, list_of(ContentRole.read))
        )
        value = get("associated_groups")
        record.associated_groups = (
            None
            if value is None
            else member("associated_groups", value, list_of(AssociatedGroup.read))
        )
        record.additional_properties = unknown_members(src, _MEMBERS)
        return record
