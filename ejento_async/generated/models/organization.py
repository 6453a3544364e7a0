"""Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self

from attrs import define, field

from ..._model import Model, member, moment, unknown_members

_MEMBERS = frozenset(
    [
        "id",
        "org_name",
        "domain",
        "description",
        "org_logo_url",
        "org_icon_url",
        "is_deleted",
        "created_by",
        "created_on",
        "modified_by",
        "modified_on",
    ]
)


@define(kw_only=True)
class Organization(Model):
    """An organization, to which users, teams, agents and corpora belong.

    Attributes:
        id: Id of the organization.
        org_name: Name of the organization.
        domain: Internet domain of the organization.
        description: Description, which only V2 gives.
        org_logo_url: Address of the logo; null when there is none.
        org_icon_url: Address of the icon; null when there is none.
        is_deleted: Whether the organization was deleted.
        created_by: E-mail address of the creator, or `System`.
        created_on: When it was created.
        modified_by: E-mail address of who changed it last; empty when nobody did.
        modified_on: When it was last changed.
    """

    id: int | None = None
    org_name: str | None = None
    domain: str | None = None
    description: str | None = None
    org_logo_url: str | None = None
    org_icon_url: str | None = None
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
        record.org_name = get("org_name")
        record.domain = get("domain")
        record.description = get("description")
        record.org_logo_url = get("org_logo_url")
        record.org_icon_url = get("org_icon_url")
        record.is_deleted = get("is_deleted")
        record.created_by = get("created_by")
        value = get("created_on")
        record.created_on = None if value is None else member("created_on", value, moment)
        record.modified_by = get("modified_by")
        value = get("modified_on")
        record.modified_on = None if value is None else member("modified_on", value, moment)
        record.additional_properties = unknown_members(src, _MEMBERS)
        return record
