"""The events that tell a stored answer as a stream, in the vendor's order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, Literal

from ._answers import FAILURE, Trick
from ._records import Agent, AgentResponse
from ._spec import Json

EventName = Literal["start", "status", "token", "error", "end", "telemetry"]

_WORD = re.compile(r"\S+\s*|\s+")


@dataclass(frozen=True, slots=True)
class Event:
    """One server-sent event.

    Attributes:
        is_stray: whether it is meant not to be what the spec says.
    """

    name: EventName
    data: Json
    is_stray: bool = False


class Break(Enum):
    """What a stream may do instead of sending its next event."""

    CUT = auto()
    """The connection ends in the middle of the stream."""

    SILENCE = auto()
    """Some comments, and then nothing more for as long as the client stays."""


def agent_events(
    response: AgentResponse, agent: Agent, trick: Trick | None
) -> Iterator[Event | Break]:
    """Tell an answer of an agent."""
    yield _status("start", "Analyzing...", name="start")
    yield _status("query_rewrite_start", "Processing query...")
    if trick == "!error":
        yield Event("error", _error(response))
        return
    if trick == "!unknown":
        data = {
            "step": "quantum_alignment",
            "message": "",
            "meta": {"certainty": 0.5},
            "trace": ["a", 1],
        }
        yield Event("telemetry", data, is_stray=True)
    answer = str(response.answer["answer"])
    if agent.is_deep:
        yield from _deep_events(response)
        yield from _breaking(_words(answer, "model_stream"), trick)
        yield _status("reflection_skip", "No reflection needed.")
    else:
        yield _status("assistant_start", "Preparing response...")
        yield from _breaking(_words(answer, "assistant_stream"), trick)
    failed = trick == "!fail"
    yield Event(
        "end",
        {"step": "end", "message": "Finished.", "output": response.answer, "success": not failed},
    )


def workflow_events(
    output: Json, agents: list[Agent], drafts: list[str]
) -> Iterator[Event | Break]:
    """Tell an answer of a workflow: each of its agents drafts, the consolidator writes."""
    yield _status("start", "Analyzing...", name="start")
    yield _status("planner_start", "Planning...")
    yield _status("router_start", "Choosing agents...")
    for agent, draft in zip(agents, drafts, strict=True):
        yield _status("agent_start", f"{agent.name} is working...")
        yield from _words(draft, "agent_stream")
    yield _status("consolidator_start", "Consolidating...")
    yield from _words(str(output["answer"]), "consolidator_stream")
    yield Event("end", {"step": "end", "message": "Finished.", "output": output, "success": True})


def _deep_events(response: AgentResponse) -> Iterator[Event]:
    plan = ["Search the documents", "Write down the findings", "Answer the question"]
    yield _titled("status", "Planning the work")
    yield _tasks(plan, finished=0)
    yield _titled("reasoning", f"The question is about: {response.answer['query']}")
    yield from _words("Reading what the documents say. ", "tools_stream")
    yield _tasks(plan, finished=1)
    for artifact in response.answer["artifacts"]:
        file = {
            "name": artifact["name"],
            "content": str(response.answer["answer"]),
            "createdAt": response.trail.created_on,
            "modifiedAt": response.trail.modified_on,
        }
        yield Event("status", {"step": "file", "message": "", "meta": {"file": file}})
    yield _tasks(plan, finished=2)
    yield _titled("status", "Writing the answer")
    yield _tasks(plan, finished=3)


def _breaking(events: Iterable[Event], trick: Trick | None) -> Iterator[Event | Break]:
    """Break off after the third event, if the trick says so."""
    for count, event in enumerate(events):
        if count == 3 and trick == "!cut":
            yield Break.CUT
        if count == 3 and trick == "!silent":
            yield Break.SILENCE
        yield event


def _words(text: str, step: str) -> Iterator[Event]:
    for match in _WORD.finditer(text):
        yield Event("token", {"step": step, "delta": match[0]})


def _status(step: str, message: str, *, name: EventName = "status") -> Event:
    return Event(name, {"step": step, "message": message})


def _titled(step: str, title: str) -> Event:
    return Event("status", {"step": step, "message": title, "output": {"title": title}})


def _tasks(plan: list[str], *, finished: int) -> Event:
    def status(index: int) -> str:
        if index < finished:
            return "completed"
        return "in_progress" if index == finished else "pending"

    todos: list[dict[str, Any]] = [
        {"content": content, "status": status(index)} for index, content in enumerate(plan)
    ]
    return Event("status", {"step": "tasks", "message": "", "meta": {"todos": todos}})


def _error(response: AgentResponse) -> Json:
    details = f"The language model is not available (run {response.answer['run_id']})"
    return {
        "step": "error",
        "message": FAILURE,
        "output": {"error": {"details": details}, "blocked": False},
        "success": False,
    }
