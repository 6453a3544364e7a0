"""Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self

from attrs import define, field

from ..._model import Model, moment, optional, unknown_members

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
        return cls(
            id=src.get("id"),
            org_name=src.get("org_name"),
            domain=src.get("domain"),
            description=src.get("description"),
            org_logo_url=src.get("org_logo_url"),
            org_icon_url=src.get("org_icon_url"),
            is_deleted=src.get("is_deleted"),
            created_by=src.get("created_by"),
            created_on=optional(src, "created_on", moment),
            modified_by=src.get("modified_by"),
            modified_on=optional(src, "modified_on", moment),
            additional_properties=unknown_members(src, _MEMBERS),
        )
