"""Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..._model import Model, anything, list_member, unknown_members

_MEMBERS = frozenset(["id", "model_deployment", "model_name", "is_enabled", "is_default"])


@define(kw_only=True)
class LlmConfig(Model):
    """Configuration of a language model.

    Attributes:
        id: Id of the configuration.
        model_deployment: Names of the model's deployments.
        model_name: Name of the model.
        is_enabled: Whether agents may use it.
        is_default: Whether agents use it when nothing else is said.
    """

    id: int | None = None
    model_deployment: list[str] | None = None
    model_name: str | None = None
    is_enabled: bool | None = None
    is_default: bool | None = None
    additional_properties: dict[str, Any] = field(factory=dict[str, Any], repr=False)
    """Members that the spec does not know, by name."""

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        # Not by the constructor: its keywords would cost as much as all the rest.
        record = cls.__new__(cls)
        get = src.get
        record.id = get("id")
        value = get("model_deployment")
        record.model_deployment = (
            None if value is None else list_member("model_deployment", value, anything)
        )
        record.model_name = get("model_name")
        record.is_enabled = get("is_enabled")
        record.is_default = get("is_default")
        record.additional_properties = unknown_members(src, _MEMBERS)
        return record
