"""The events that a stream of an answer yields.

Agents and workflows stream the same kinds. Each event has the `step` that it is about, and `data`,
the object as the server sent it; texts that the server left out are empty.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, Generic, Literal, TypeAlias, TypeVar

from attrs import field, frozen

T = TypeVar("T")

Data: TypeAlias = dict[str, Any]

TaskStatus: TypeAlias = Literal["pending", "in_progress", "completed", "failed"] | str


@frozen
class TextDelta:
    """The next piece of the answer's text.

    Attributes:
        text: what to append to the text so far.
        step: who writes: `assistant_stream` or `model_stream`, or for a workflow
            `consolidator_stream`, which sums up what its agents found.
        data: the event as the server sent it.
    """

    text: str
    step: str
    data: Data = field(repr=False, eq=False)


@frozen
class ThoughtDelta:
    """The next piece of a train of thought, which is not part of the answer.

    Attributes:
        text: what to append to the thoughts so far.
        step: `tools_stream`, or `agent_stream` for what one agent of a workflow writes.
        data: the event as the server sent it.
    """

    text: str
    step: str
    data: Data = field(repr=False, eq=False)


@frozen
class StatusUpdate:
    """What the agent is doing, in words for the user.

    Attributes:
        message: for example "Preparing response...".
        step: for example `start`, `query_rewrite_start`, `assistant_start`, `planner_start`.
        data: the event as the server sent it.
    """

    message: str
    step: str
    data: Data = field(repr=False, eq=False)


@frozen
class ReflectionUpdate:
    """The agent looked over its draft, or decided not to.

    Attributes:
        message: in words for the user.
        step: `reflection_start`, `reflection_end` or `reflection_skip`.
        data: the event as the server sent it.
    """

    message: str
    step: str
    data: Data = field(repr=False, eq=False)


@frozen
class Task:
    """One line of an agent's plan."""

    content: str
    status: TaskStatus


@frozen
class TaskList:
    """The plan of a deep agent; takes the place of the plan before it.

    Attributes:
        tasks: the plan in order.
        step: `tasks`.
        data: the event as the server sent it.
    """

    tasks: tuple[Task, ...]
    step: str
    data: Data = field(repr=False, eq=False)


@frozen
class AnswerFile:
    """A file that the agent wrote.

    Attributes:
        name: its name, as the server gives it; never use it as a path.
        content: its text, or None.
        created_at: when it was written, or None.
        modified_at: when it was changed last, or None.
        step: `file`.
        data: the event as the server sent it.
    """

    name: str
    content: str | None
    created_at: datetime | None
    modified_at: datetime | None
    step: str
    data: Data = field(repr=False, eq=False)


@frozen
class FinalAnswer(Generic[T]):
    """The last event: the whole answer.

    Attributes:
        output: the answer with its references, thread id, token counts.
        message: the server's closing words, for example "Finished.".
        step: `end`.
        data: the event as the server sent it.
    """

    output: T
    message: str
    step: str
    data: Data = field(repr=False, eq=False)


@frozen
class UnknownEvent:
    """An event with a step that this version of the SDK does not know.

    Attributes:
        event: the name of the event.
        step: its step, or its name when it has none.
        data: the event as the server sent it.
    """

    event: str
    step: str
    data: Data


ProgressEvent: TypeAlias = (
    TextDelta
    | ThoughtDelta
    | StatusUpdate
    | ReflectionUpdate
    | TaskList
    | AnswerFile
    | UnknownEvent
)
"""All events but the last."""

AnswerEvent: TypeAlias = ProgressEvent | FinalAnswer[T]
"""What iterating a stream yields. Later versions may add kinds, so keep a branch for the rest."""
