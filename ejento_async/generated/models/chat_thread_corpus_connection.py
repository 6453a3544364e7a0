"""Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..._model import Model, member, unknown_members
from .corpus import Corpus

_MEMBERS = frozenset(["corpus"])


@define(kw_only=True)
class ChatThreadCorpusConnection(Model):
    """Connection of a chat thread with the corpus of its attachments.

    Attributes:
        corpus: A collection of documents that agents search for their answers.
    """

    corpus: Corpus | None = None
    additional_properties: dict[str, Any] = field(factory=dict[str, Any], repr=False)
    """Members that the spec does not know, by name."""

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        # Not by the constructor: its keywords would cost as much as all the rest.
        record = cls.__new__(cls)
        get = src.get
        value = get("corpus")
        record.corpus = None if value is None else member("corpus", value, Corpus.read)
        record.additional_properties = unknown_members(src, _MEMBERS)
        return record
