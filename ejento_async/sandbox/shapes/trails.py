"""Who made a record and when, as it goes over the wire."""

from __future__ import annotations

from .._records import Trail
from .._spec import Json


def trail(record: Trail) -> Json:
    """The four members that nearly every record has."""
    return {
        "created_by": record.created_by,
        "created_on": record.created_on,
        "modified_by": record.modified_by,
        "modified_on": record.modified_on,
    }
