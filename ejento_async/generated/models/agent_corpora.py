"""Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..._model import Model, member, unknown_members
from .agent_corpora_items import AgentCorporaItems

_MEMBERS = frozenset(["items"])


@define(kw_only=True)
class AgentCorpora(Model):
    """The corpora of an agent, as V2 lists them.

    Attributes:
        items: Holder of the list of connections.
    """

    items: AgentCorporaItems | None = None
    additional_properties: dict[str, Any] = field(factory=dict[str, Any], repr=False)
    """Members that the spec does not know, by name."""

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        # Not by the constructor: its keywords would cost as much as all the rest.
        record = cls.__new__(cls)
        get = src.get
        value = get("items")
        record.items = None if value is None else member("items", value, AgentCorporaItems.read)
        record.additional_properties = unknown_members(src, _MEMBERS)
        return record
