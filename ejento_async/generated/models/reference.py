"""Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..._model import Model, unknown_members

_MEMBERS = frozenset(["url", "number", "order"])


@define(kw_only=True)
class Reference(Model):
    """A source that an answer refers to.

    Attributes:
        url: Address or name of the source.
        number: The number in the markers of the text, as in `[1]`.
        order: Number under which to display the source.
    """

    url: str | None = None
    number: int | str | None = None
    order: int | str | None = None
    additional_properties: dict[str, Any] = field(factory=dict[str, Any], repr=False)
    """Members that the spec does not know, by name."""

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        # Not by the constructor: its keywords would cost as much as all the rest.
        record = cls.__new__(cls)
        get = src.get
        record.url = get("url")
        record.number = get("number")
        record.order = get("order")
        record.additional_properties = unknown_members(src, _MEMBERS)
        return record
