"""Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..._model import Model, unknown_members

_MEMBERS = frozenset(["otp_session_id"])


@define(kw_only=True)
class MagicLinkSession(Model):
    """A login that waits for its code.

    Attributes:
        otp_session_id: Id of the login, to be sent with the code.
    """

    otp_session_id: str | int | None = None
    additional_properties: dict[str, Any] = field(factory=dict[str, Any], repr=False)
    """Members that the spec does not know, by name."""

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        # Not by the constructor: its keywords would cost as much as all the rest.
        record = cls.__new__(cls)
        get = src.get
        record.otp_session_id = get("otp_session_id")
        record.additional_properties = unknown_members(src, _MEMBERS)
        return record
