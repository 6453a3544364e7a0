"""Open records as they go over the wire: what was sent, with id and trail."""

from __future__ import annotations

from .._open_records import OpenRecord
from .._spec import Json
from .trails import trail


def open_record(record: OpenRecord) -> Json:
    """A record in the one form that all generations show."""
    # What the service keeps itself wins over members of the same names that a client sent.
    return {**record.members, "id": record.id, "is_deleted": False, **trail(record.trail)}
