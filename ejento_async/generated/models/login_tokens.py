"""Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..._model import Model, required, text, unknown_members

_MEMBERS = frozenset(["access_token", "ejento_access_token"])


@define(kw_only=True)
class LoginTokens(Model):
    """The two tokens that a login gives and a refresh renews. They are valid for 7 days by default.

    Attributes:
        access_token: Authentication access token, for the auth service only.
        ejento_access_token: Ejento access token, for all other calls.
    """

    access_token: str = field(repr=False)
    ejento_access_token: str = field(repr=False)
    additional_properties: dict[str, Any] = field(factory=dict[str, Any], repr=False)
    """Members that the spec does not know, by name."""

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        # Not by the constructor: its keywords would cost as much as all the rest.
        record = cls.__new__(cls)
        record.access_token = required(src, "access_token", text)
        record.ejento_access_token = required(src, "ejento_access_token", text)
        record.additional_properties = unknown_members(src, _MEMBERS)
        return record
