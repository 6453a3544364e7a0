"""Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..._model import Model, required, text, unknown_members

_MEMBERS = frozenset(["token", "user_id", "role", "expires_on"])


@define(kw_only=True)
class IssuedUserToken(Model):
    """A token with which a server calls the API for a user.

    Attributes:
        token: Ejento access token of the user.
        user_id: Id of the user.
        role: Role of the user.
        expires_on: When the token expires. The form is not documented.
    """

    token: str = field(repr=False)
    user_id: int | None = None
    role: str | None = None
    expires_on: str | None = None
    additional_properties: dict[str, Any] = field(factory=dict[str, Any], repr=False)
    """Members that the spec does not know, by name."""

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        # Not by the constructor: its keywords would cost as much as all the rest.
        record = cls.__new__(cls)
        get = src.get
        record.token = required(src, "token", text)
        record.user_id = get("user_id")
        record.role = get("role")
        record.expires_on = get("expires_on")
        record.additional_properties = unknown_members(src, _MEMBERS)
        return record
