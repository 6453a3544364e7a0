"""Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..._model import Model, unknown_members

_MEMBERS = frozenset(["total_tokens", "prompt_tokens", "completion_tokens"])


@define(kw_only=True)
class MeteringTokenBreakdown(Model):
    """Tokens used, as one part of a breakdown. What the part is, is not documented.

    Attributes:
        total_tokens: Tokens used, in all. Inferred from the record of a stored answer.
        prompt_tokens: Tokens of the prompts. Inferred from the record of a stored answer.
        completion_tokens: Tokens of the answers. Inferred from the record of a stored answer.
    """

    total_tokens: int | None = None
    prompt_tokens: int | None = None
    completion_tokens: int | None = None
    additional_properties: dict[str, Any] = field(factory=dict[str, Any], repr=False)
    """Members that the spec does not know, by name."""

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        # Not by the constructor: its keywords would cost as much as all the rest.
        record = cls.__new__(cls)
        get = src.get
        record.total_tokens = get("total_tokens")
        record.prompt_tokens = get("prompt_tokens")
        record.completion_tokens = get("completion_tokens")
        record.additional_properties = unknown_members(src, _MEMBERS)
        return record
