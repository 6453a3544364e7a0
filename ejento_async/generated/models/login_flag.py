"""Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..._model import Model, unknown_members
from .login_flag_name import LoginFlagName

_MEMBERS = frozenset(["name", "is_active"])


@define(kw_only=True)
class LoginFlag(Model):
    """Whether one way to log in is open.

    Attributes:
        name: A way to log in, by an identity provider or by one-time code.
        is_active: Whether users may log in this way.
    """

    name: LoginFlagName | None = None
    is_active: bool | None = None
    additional_properties: dict[str, Any] = field(factory=dict[str, Any], repr=False)
    """Members that the spec does not know, by name."""

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        # Not by the constructor: its keywords would cost as much as all the rest.
        record = cls.__new__(cls)
        get = src.get
        record.name = get("name")
        record.is_active = get("is_active")
        record.additional_properties = unknown_members(src, _MEMBERS)
        return record
