"""What can be done with records that are kept as they were sent, whatever their kind."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from .._call import Call
from .._kinds import DATASET, PROJECT, TEAM, WORKFLOW, WORKFLOW_RESPONSE
from .._links import linked
from .._open_records import Kind, OpenRecord
from .._paging import page_of, with_meta
from .._replies import Reply, done, not_found, success
from .._spec import Json
from .._state import State
from ..shapes.open_records import open_record

Act: TypeAlias = Callable[[Kind, Call], Reply]

_PARENTS: dict[str, Callable[[State, int], object]] = {
    "agent_id": State.agent,
    "corpus_id": State.corpus,
    "organization_id": State.organization,
    "user_id": State.user,
}
_OPEN_PARENTS = {
    kind.parameter: kind for kind in (DATASET, PROJECT, TEAM, WORKFLOW, WORKFLOW_RESPONSE)
}


def create(kind: Kind, call: Call) -> Reply:
    """Keep what was sent."""
    members = {**call.body, **parents(kind, call)}
    record = call.state.open.add(kind, members, call.state.trail(call.user))
    return success(open_record(record), f"{kind.label} created successfully")


def list_all(kind: Kind, call: Call) -> Reply:
    """List the records of a kind, those below the record that the path names if it names one."""
    above = parents(kind, call).items()
    shown = [
        open_record(record)
        for record in call.state.open.all(kind)
        if all(number in linked(record.members, name) for name, number in above)
    ]
    message = f"{kind.label}s fetched successfully"
    if kind.page:
        return success(with_meta(kind.page, page_of(shown, call.query)), message)
    return success(shown, message)


def get(kind: Kind, call: Call) -> Reply:
    """Show a record."""
    return success(open_record(named(kind, call)), f"{kind.label} fetched successfully")


def update(kind: Kind, call: Call) -> Reply:
    """Put what was sent over what is there."""
    record = named(kind, call)
    record.members |= call.body
    record.trail.touch(call.user.email, call.now())
    return success(open_record(record), f"{kind.label} updated successfully")


def delete(kind: Kind, call: Call) -> Reply:
    """Forget a record."""
    record = named(kind, call)
    call.state.open.remove(kind, record.id)
    return done(f"{kind.label} deleted successfully")


def named(kind: Kind, call: Call) -> OpenRecord:
    """Return the record that the path names; raises a 404 refusal."""
    record = call.state.open.get(kind, call.path[kind.parameter])
    for name, number in parents(kind, call).items():
        if number not in linked(record.members, name):
            raise not_found(kind.label)
    return record


def parents(kind: Kind, call: Call) -> Json:
    """Return the members that say below what the path puts a record; raises a 404 refusal."""
    found: Json = {}
    for parameter, number in call.path.items():
        if parameter == kind.parameter:
            continue
        if parameter in _OPEN_PARENTS:
            call.state.open.get(_OPEN_PARENTS[parameter], number)
        else:
            _PARENTS[parameter](call.state, number)
        found[parameter.removesuffix("_id")] = number
    return found
