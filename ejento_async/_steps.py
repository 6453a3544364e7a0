"""How the events of an answer stream are read (ejento-facts §5.3).

The data of an event is an object whose `step` says what it is about. Nothing but broken JSON makes
an event unreadable: members that are missing or of another type read as empty, and what has an
unknown step, or not the members of its step, is an `UnknownEvent`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, cast

from ._events import (
    AnswerFile,
    Data,
    ProgressEvent,
    ReflectionUpdate,
    StatusUpdate,
    Task,
    TaskList,
    TextDelta,
    ThoughtDelta,
    UnknownEvent,
)
from ._json import decode_with
from ._model import ShapeError, moment
from ._secret import redact
from ._sse import ServerSentEvent

_decoder = json.JSONDecoder()


def _loads(text: str) -> Any:
    if text.startswith("{"):
        # `decode` would look for blanks at both ends first: servers do not send any.
        found, end = _decoder.raw_decode(text)
        if end == len(text):
            return found
    return _decoder.decode(text)


def data_of(event: ServerSentEvent) -> Data | None:
    """Decode the data of an event, empty if there is none; None when it is no JSON object."""
    if not event.data:
        return {}
    try:
        data = decode_with(_loads, event.data)
    except (ValueError, RecursionError):
        data = None
    return cast("Data", data) if isinstance(data, dict) else None


def step_of(event: str, data: Data) -> str:
    """Return what an event is about; an old protocol has `event` in place of `step`."""
    step = data.get("step") or data.get("event")
    return step if isinstance(step, str) else event


def read_progress(event: str, step: str, data: Data) -> ProgressEvent:
    """Read an event that is neither the end nor a failure."""
    read = _READERS.get(step)
    found = None if read is None else read(step, data)
    return UnknownEvent(event, step, data) if found is None else found


def output_of(data: Mapping[str, Any]) -> Any:
    """Return the `output` of an event; an old protocol calls it `content`."""
    return data["output"] if "output" in data else data.get("content")


def failure_message(body: Any) -> str:
    """Return the server's words for a failure, from the data of an event."""
    data = _object(body)
    output = _object(output_of(data))
    candidates = (
        _object(output.get("error")).get("details"),
        output.get("error"),
        output.get("message"),
        data.get("message"),
    )
    return next(
        (text for text in candidates if isinstance(text, str) and text), "the answer failed"
    )


def masked(body: Any) -> Any:
    """Return a copy of a decoded body without credentials; None when it is nested too deeply."""
    try:
        return redact(body)
    except RecursionError:
        return None


def is_flagged(data: Data, flag: str) -> bool:
    """Whether the output of an event has a flag that is true."""
    return _object(output_of(data)).get(flag) is True


def _text_delta(step: str, data: Data) -> TextDelta:
    delta = data.get("delta")
    return TextDelta(delta if isinstance(delta, str) else "", step, data)


def _thought_delta(step: str, data: Data) -> ThoughtDelta:
    delta = data.get("delta")
    return ThoughtDelta(delta if isinstance(delta, str) else "", step, data)


def _status(step: str, data: Data) -> StatusUpdate:
    title = _text(_object(output_of(data)).get("title"))
    return StatusUpdate(title or _text(data.get("message")), step, data)


def _reflection(step: str, data: Data) -> ReflectionUpdate:
    return ReflectionUpdate(_text(data.get("message")), step, data)


def _task_list(step: str, data: Data) -> TaskList | None:
    todos = _object(data.get("meta")).get("todos")
    if not isinstance(todos, list):
        return None

    lines = [_object(todo) for todo in cast("Any", todos)]
    tasks = (Task(_text(line.get("content")), _text(line.get("status"))) for line in lines if line)
    return TaskList(tuple(tasks), step, data)


def _file(step: str, data: Data) -> AnswerFile | None:
    meta, output = _object(data.get("meta")), _object(output_of(data))
    for place in (meta.get("file"), meta, output.get("file"), output, data.get("file")):
        members = _object(place)
        name = members.get("name")
        if isinstance(name, str):
            content = members.get("content")
            return AnswerFile(
                name=name,
                content=content if isinstance(content, str) else None,
                created_at=_moment(members.get("createdAt")),
                modified_at=_moment(members.get("modifiedAt")),
                step=step,
                data=data,
            )
    return None


def _object(value: Any) -> Mapping[str, Any]:
    return cast("dict[str, Any]", value) if isinstance(value, dict) else {}


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _moment(value: Any) -> datetime | None:
    try:
        return moment(value)
    except ShapeError:
        return None


# `token` and `status` are names of events: what is left when an event has no step.
_READERS: Mapping[str, Callable[[str, Data], ProgressEvent | None]] = {
    **dict.fromkeys(
        ("assistant_stream", "model_stream", "consolidator_stream", "token"),
        _text_delta,
    ),
    **dict.fromkeys(
        (
            "start",
            "status",
            "reasoning",
            "query_rewrite_start",
            "assistant_start",
            "planner_start",
            "router_start",
            "agent_start",
            "consolidator_start",
            "cache_hit",
            "guardrail",
        ),
        _status,
    ),
    **dict.fromkeys(("reflection_start", "reflection_end", "reflection_skip"), _reflection),
    # What the agents of a workflow write, the consolidator makes the answer of.
    **dict.fromkeys(("tools_stream", "agent_stream"), _thought_delta),
    "tasks": _task_list,
    "file": _file,
}
