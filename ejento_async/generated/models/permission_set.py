"""Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define, field

from ..._model import Model, unknown_members

_MEMBERS = frozenset(["id"])


@define(kw_only=True)
class PermissionSet(Model):
    """A set of permissions: which actions (view, edit, delete, publish, create) its members may take
    on agents, corpora and workflows, each with its scope. How the record tells this is not
    documented.

    Attributes:
        id: Id of the permission set. Inferred from the path.
    """

    id: int | None = None
    additional_properties: dict[str, Any] = field(factory=dict[str, Any], repr=False)
    """Members that the spec does not know, by name."""

    @classmethod
    def from_dict(cls, src: Mapping[str, Any]) -> Self:
        # Not by the constructor: its keywords would cost as much as all the rest.
        record = cls.__new__(cls)
        get = src.get
        record.id = get("id")
        record.additional_properties = unknown_members(src, _MEMBERS)
        return record
