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
    moment,
    object_or_scalar,
    optional,
    optional_list,
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
        return cls(
            id=required(src, "id", integer),
            indexing_mode=optional(src, "indexing_mode", IndexingMode.read),
            name=src.get("name"),
            description=src.get("description"),
            is_public=src.get("is_public"),
            is_deleted=src.get("is_deleted"),
            owner=optional(src, "owner", object_or_scalar(User.read)),
            org=src.get("org"),
            tags=optional_list(src, "tags", anything),
            created_by=src.get("created_by"),
            created_on=optional(src, "created_on", moment),
            modified_by=src.get("modified_by"),
            modified_on=optional(src, "modified_on", moment),
            additional_properties=unknown_members(src, _MEMBERS),
        )
