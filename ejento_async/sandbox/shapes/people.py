"""Organizations and users as they go over the wire."""

from __future__ import annotations

from .._records import Organization, User
from .._spec import Json
from .trails import trail


def organization_v1(organization: Organization) -> Json:
    """An organization as V1 shows it."""
    return {
        "id": organization.id,
        "org_name": organization.name,
        "domain": organization.domain,
        "is_deleted": False,
        **trail(organization.trail),
    }


def organization_legacy(organization: Organization) -> Json:
    """An organization as V2 Legacy shows it."""
    return {
        **organization_v1(organization),
        "org_logo_url": organization.logo_url,
        "org_icon_url": organization.icon_url,
    }


def organization_v2(organization: Organization) -> Json:
    """An organization as V2 shows it."""
    return {**organization_legacy(organization), "description": organization.description}


def user_v1(user: User) -> Json:
    """A user as V1 shows it."""
    return {**_user(user), "organization": organization_v1(user.organization)}


def user_legacy(user: User) -> Json:
    """A user as V2 Legacy shows it."""
    return {**_user(user), "organization": organization_legacy(user.organization)}


def user_v2(user: User) -> Json:
    """A user as V2 shows it."""
    return {**_user(user), "organization": organization_v2(user.organization)}


def user_brief(user: User) -> Json:
    """The owner of an agent."""
    return {
        "id": user.id,
        "email": user.email,
        "first_name": user.first_name,
        "last_name": user.last_name,
        "organization": user.organization.id,
    }


def user_for(generation: str, user: User) -> Json:
    """A user as a generation of the API shows it."""
    forms = {"v1": user_v1, "v2l": user_legacy, "v2": user_v2}
    return forms[generation](user)


def _user(user: User) -> Json:
    return {
        "id": user.id,
        "email": user.email,
        "is_staff": user.is_staff,
        "is_superuser": user.is_superuser,
        "is_active": user.is_active,
        "date_joined": user.date_joined,
        "first_name": user.first_name,
        "last_name": user.last_name,
    }
