"""Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self

from attrs import define, field

from ..._model import (
    Model,
    anything,
    integer,
    list_member,
    member,
    moment,
    object_or_scalar,
    required,
    unknown_members,
)
from .indexing_mode import IndexingMode
from .user import User

_MEMBERS = frozenset(
    [
        "id",
        "indexing_mode",
        "name",
        "description",
        "is_public",
        "is_deleted",
        "owner",
        "org",
        "tags",
        "created_by",
        "created_on",
        "modified_by",
        "modified_on",
    ]
)


@define(kw_only=True)
class Corpus(Model):
    """A collection of documents that agents search for their answers.

    Attributes:
        id: Id of the corpus.
        indexing_mode: How the documents of a corpus are indexed.
        name: Name of the corpus, which may hold a version, as in `Base$$version`.
        description: Description of the corpus.
        is_public: Whether the corpus is public.
        is_deleted: Whether the corpus was deleted.
        owner: The owner; a new corpus gives the id alone.
        org: Id of the organization.
        tags: Tags of the corpus. The form of a tag is not documented.
        created_by: E-mail address of the creator.
        created_on: When it was created.
        modified_by: E-mail address of who changed it last; empty when nobody did.
        modified_on: When it was last changed.
    """

    id: int
    indexing_mode: IndexingMode | None = None
    name: str | None = None
    description: str | None = None
    is_public: bool | None = None
    is_deleted: bool | None = None
    owner: User | int | None = None
    org: int | None = None
    tags: list[Any] | None = None
    created_by: str | None = None
    created_on: datetime | None = None
    modified_by: str | None = None
    modified_on: datetime | None = None
    additional_properties: dict[str, Any] = field(factory=dict[str, Any], repr=False)
    """Members that the spec does not know, by name."""

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        # Not by the constructor: its keywords would cost as much as all the rest.
        record = cls.__new__(cls)
        get = src.get
        record.id = required(src, "id", integer)
        value = get("indexing_mode")
        record.indexing_mode = (
            None if value is None else member("indexing_mode", value, IndexingMode.read)
        )
        record.name = get("name")
        record.description = get("description")
        record.is_public = get("is_public")
        record.is_deleted = get("is_deleted")
        value = get("owner")
        record.owner = (
            None if value is None else member("owner", value, object_or_scalar(User.read))
        )
        record.org = get("org")
        value = get("tags")
        record.tags = None if value is None else list_member("tags", value, anything)
        record.created_by = get("created_by")
        value = get("created_on")
        record.created_on = None if value is None else member("created_on", value, moment)
        record.modified_by = get("modified_by")
        value = get("modified_on")
        record.modified_on = None if value is None else member("modified_on", value, moment)
        record.additional_properties = unknown_members(src, _MEMBERS)
        return record
