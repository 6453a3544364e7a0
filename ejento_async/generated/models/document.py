"""Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self

from attrs import define, field

from ..._model import Model, integer, member, moment, required, unknown_members
from .document_step import DocumentStep

_MEMBERS = frozenset(
    ["id", "source", "access_url", "description", "step", "is_failed", "created_on"]
)


@define(kw_only=True)
class Document(Model):
    """A document of a corpus. Which members are there depends on the operation.

    Attributes:
        id: Id of the document.
        source: Where the content comes from: the name of a file, a URL or a text.
        access_url: URL of the stored content, which the upload gives.
        description: Description of the document.
        step: How far the indexing of a document has come. It ends with `completed` or `failed`; one
            of the vendor's clients also takes `uploaded` for success.
        is_failed: Whether the indexing has failed.
        created_on: When it was uploaded.
    """

    id: int
    source: str | None = None
    access_url: str | None = None
    description: str | None = None
    step: DocumentStep | None = None
    is_failed: bool | None = None
    created_on: datetime | None = None
    additional_properties: dict[str, Any] = field(factory=dict[str, Any], repr=False)
    """Members that the spec does not know, by name."""

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        # Not by the constructor: its keywords would cost as much as all the rest.
        record = cls.__new__(cls)
        get = src.get
        record.id = required(src, "id", integer)
        record.source = get("source")
        record.access_url = get("access_url")
        record.description = get("description")
        record.step = get("step")
        record.is_failed = get("is_failed")
        value = get("created_on")
        record.created_on = None if value is None else member("created_on", value, moment)
        record.additional_properties = unknown_members(src, _MEMBERS)
        return record
