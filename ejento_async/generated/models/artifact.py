"""Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..._model import Model, unknown_members

_MEMBERS = frozenset(["number", "url", "type", "name", "container"])


@define(kw_only=True)
class Artifact(Model):
    """A file made along with an answer. The text refers to it as `file:<number>`.

    Attributes:
        number: Number by which the text refers to the file.
        url: Address of the file.
        type: Type of the file.
        name: Name of the file.
        container: Storage container that holds the file.
    """

    number: int | str | None = None
    url: str | None = None
    type: str | None = None
    name: str | None = None
    container: str | None = None
    additional_properties: dict[str, Any] = field(factory=dict[str, Any], repr=False)
    """Members that the spec does not know, by name."""

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        # Not by the constructor: its keywords would cost as much as all the rest.
        record = cls.__new__(cls)
        get = src.get
        record.number = get("number")
        record.url = get("url")
        record.type = get("type")
        record.name = get("name")
        record.container = get("container")
        record.additional_properties = unknown_members(src, _MEMBERS)
        return record
