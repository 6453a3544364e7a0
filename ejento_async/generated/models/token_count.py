"""Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..._model import Model, unknown_members

_MEMBERS = frozenset(["total_tokens", "prompt_tokens", "completion_tokens"])


@define(kw_only=True)
class TokenCount(Model):
    """Tokens used, counted by the server. What they are counted for is not documented.

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
        return cls(
            total_tokens=src.get("total_tokens"),
            prompt_tokens=src.get("prompt_tokens"),
            completion_tokens=src.get("completion_tokens"),
            additional_properties=unknown_members(src, _MEMBERS),
        )
