"""Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..._model import Model, unknown_members

_MEMBERS = frozenset(["id", "voice_name", "voice_identifier", "gender"])


@define(kw_only=True)
class CharacterVoice(Model):
    """Voice in which an agent speaks.

    Attributes:
        id: Id of the voice.
        voice_name: Name of the voice.
        voice_identifier: Identifier of the voice, for example `en-US-JennyNeural`.
        gender: Gender of the voice.
    """

    id: int | None = None
    voice_name: str | None = None
    voice_identifier: str | None = None
    gender: str | None = None
    additional_properties: dict[str, Any] = field(factory=dict[str, Any], repr=False)
    """Members that the spec does not know, by name."""

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        # Not by the constructor: its keywords would cost as much as all the rest.
        record = cls.__new__(cls)
        get = src.get
        record.id = get("id")
        record.voice_name = get("voice_name")
        record.voice_identifier = get("voice_identifier")
        record.gender = get("gender")
        record.additional_properties = unknown_members(src, _MEMBERS)
        return record
