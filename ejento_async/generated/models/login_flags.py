"""Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..._model import Model, list_member, unknown_members
from .login_flag import LoginFlag

_MEMBERS = frozenset(["items"])


@define(kw_only=True)
class LoginFlags(Model):
    """The ways to log in.

    Attributes:
        items: The ways to log in.
    """

    items: list[LoginFlag] | None = None
    additional_properties: dict[str, Any] = field(factory=dict[str, Any], repr=False)
    """Members that the spec does not know, by name."""

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        # Not by the constructor: its keywords would cost as much as all the rest.
        record = cls.__new__(cls)
        get = src.get
        value = get("items")
        record.items = None if value is None else list_member("items", value, LoginFlag.read)
        record.additional_properties = unknown_members(src, _MEMBERS)
        return record
