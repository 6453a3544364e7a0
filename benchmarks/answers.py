"""What the local server answers: to each peer the bodies that its own types describe.

Bodies are made before they are measured. The number that was asked for comes back in a record, so
that no two answers are the same.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from typing import Any, TypeAlias

JSON: TypeAlias = dict[str, Any]

PAGES = 100
"""How many pages every list has."""

_WHEN = "2025-11-03T09:41:27.402113Z"
_NUMBER = 987_654_321
NUMBER = str(_NUMBER).encode()
"""Stands in templates where the number goes that was asked for."""


@cache
def small(dialect: str) -> bytes:
    """Return the template of one small record."""
    return _encoded(_SMALL[dialect](_NUMBER))


@cache
def page(dialect: str, number: int, size: int) -> bytes:
    """Return one page of a list."""
    first = number * size
    return _encoded(_PAGE[dialect](number, [_ITEM[dialect](first + i) for i in range(size)]))


@cache
def events(dialect: str, count: int, size: int) -> list[bytes]:
    """Return the events of one stream, of which `count` have `size` characters of text each."""
    return _EVENTS[dialect](count, ("The leave policy grants every employee " * size)[:size])


def uploaded() -> bytes:
    """Return the answer to an upload."""
    document = {"id": 1, "source": "1-file.bin", "access_url": None, "step": "pending"}
    return _encoded(_envelope(document))


def _encoded(body: object) -> bytes:
    return json.dumps(body, separators=(",", ":")).encode()


def _envelope(data: object) -> JSON:
    return {"success": True, "message": "Found successfully.", "data": data}


# Ejento. Plain httpx and aiohttp get the same bytes.


def _agent(number: int) -> JSON:
    return _envelope(
        {
            "id": number,
            "agent_name": "Leave policy",
            "domain": "Human resources",
            "pattern": {"id": 3, "name": "DeepAgent", "description": "Plans, then acts"},
            "is_active": True,
            "created_by": "jane.doe@example.com",
            "created_on": _WHEN,
            "react_enabled": True,
            "project": 17,
            "llm_config": None,
        }
    )


def _agent_response(number: int) -> JSON:
    """Return a record with all of its 15 members, those that are records themselves included."""
    return {
        "id": number,
        "question": "How many days of leave do I have?",
        "response": {
            "answer": "Every employee has 25 days of leave a year. [0]",
            "references": [{"url": "https://example.com/leave.pdf", "order": 1, "number": "0"}],
            "success": True,
        },
        "stage": 2,
        "query_source": "web",
        "is_cleared": False,
        "workflow": 4,
        "thread": 1201,
        "user": 147,
        "comments": [],
        "feedback": [],
        "response_steps": [{"friendly_message": "Looked up the handbook"}],
        "created_by": "jane.doe@example.com",
        "created_on": _WHEN,
        "modified_on": _WHEN,
    }


def _agent_responses(number: int, items: list[JSON]) -> JSON:
    meta = {"current_page": number, "num_pages": PAGES, "count": PAGES * len(items)}
    return _envelope({"agent_responses": items, "meta": meta})


def _answer_events(count: int, text: str) -> list[bytes]:
    token = _event({"step": "assistant_stream", "delta": text}, name="token")
    output: JSON = {"answer": text, "thread_id": 1201, "references": [], "cache_hit": False}
    end: JSON = {"message": "Finished.", "step": "end", "output": output, "success": True}
    return [*[token] * count, _event(end, name="end")]


# openai


def _model(number: int) -> JSON:
    return {"id": f"model-{number}", "created": 1762162887, "object": "model", "owned_by": "me"}


def _batch(number: int) -> JSON:
    return {
        "id": f"batch_{number}",
        "object": "batch",
        "endpoint": "/v1/chat/completions",
        "model": "model-1",
        "errors": None,
        "input_file_id": "file-abc123",
        "completion_window": "24h",
        "status": "completed",
        "output_file_id": "file-cvaTdG",
        "error_file_id": "file-HOWS94",
        "created_at": 1762162887,
        "in_progress_at": 1762162988,
        "expires_at": 1762249287,
        "finalizing_at": 1762163123,
        "completed_at": 1762163345,
    }


def _batches(_number: int, items: list[JSON]) -> JSON:
    ends = {"first_id": items[0]["id"], "last_id": items[-1]["id"]}
    return {"object": "list", "data": items, **ends, "has_more": True}


def _completion_events(count: int, text: str) -> list[bytes]:
    def chunk(delta: JSON, reason: str | None) -> bytes:
        choice = {"index": 0, "delta": delta, "logprobs": None, "finish_reason": reason}
        head = {"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1762162887}
        return _event({**head, "model": "model-1", "choices": [choice]})

    return [*[chunk({"content": text}, None)] * count, chunk({}, "stop"), b"data: [DONE]\n\n"]


# anthropic


def _model_info(number: int) -> JSON:
    return {
        "id": f"model-{number}",
        "type": "model",
        "display_name": "Model",
        "created_at": _WHEN,
        "lifecycle": "active",
        "line": None,
        "max_input_tokens": 200000,
        "max_tokens": 64000,
        "deprecated_at": None,
        "retires_at": None,
    }


def _message_batch(number: int) -> JSON:
    counts = {"processing": 0, "succeeded": 95, "errored": 3, "canceled": 1, "expired": 1}
    return {
        "id": f"msgbatch_{number}",
        "type": "message_batch",
        "processing_status": "ended",
        "request_counts": counts,
        "created_at": _WHEN,
        "ended_at": _WHEN,
        "expires_at": _WHEN,
        "archived_at": None,
        "cancel_initiated_at": None,
        "results_url": f"https://example.com/batches/{number}/results",
    }


def _message_batches(_number: int, items: list[JSON]) -> JSON:
    ends = {"first_id": items[0]["id"], "last_id": items[-1]["id"]}
    return {"data": items, **ends, "has_more": True}


def _message_events(count: int, text: str) -> list[bytes]:
    usage = {"input_tokens": 25, "output_tokens": 1}
    message: JSON = {
        "id": "msg_1",
        "type": "message",
        "role": "assistant",
        "content": [],
        "model": "model-1",
        "stop_reason": None,
        "stop_sequence": None,
        "usage": usage,
    }
    block = {
        "type": "content_block_start",
        "index": 0,
        "content_block": {"type": "text", "text": ""},
    }
    delta = {
        "type": "content_block_delta",
        "index": 0,
        "delta": {"type": "text_delta", "text": text},
    }
    end = {"stop_reason": "end_turn", "stop_sequence": None}
    closing = {"type": "message_delta", "delta": end, "usage": {"output_tokens": count}}
    return [
        _typed({"type": "message_start", "message": message}),
        _typed(block),
        *[_typed(delta)] * count,
        _typed({"type": "content_block_stop", "index": 0}),
        _typed(closing),
        _typed({"type": "message_stop"}),
    ]


# GitHub


def _label(number: int) -> JSON:
    return {
        "id": number,
        "node_id": "MDU6TGFiZWwyMDgwNDU5NDY=",
        "url": f"https://example.com/repos/o/r/labels/{number}",
        "name": "bug",
        "color": "f29513",
        "default": True,
        "description": "Something is not working",
        "archived_at": None,
        "archived_by": None,
    }


def _user(number: int) -> JSON:
    """Return a record in the short form that GitHub's lists have: 18 members."""
    url = f"https://example.com/users/user{number}"
    links = ("followers", "following", "gists", "starred", "subscriptions", "organizations")
    more = ("repos", "events", "received_events")
    return {
        "login": f"user{number}",
        "id": number,
        "node_id": "MDQ6VXNlcjE=",
        "avatar_url": f"{url}/avatar",
        "gravatar_id": "",
        "url": url,
        "html_url": url,
        **{f"{name}_url": f"{url}/{name}" for name in (*links, *more)},
        "type": "User",
        "site_admin": False,
    }


def _users(_number: int, items: list[JSON]) -> list[JSON]:
    return items


def _event(data: JSON, *, name: str = "") -> bytes:
    line = f"event: {name}\n".encode() if name else b""
    return line + b"data: " + _encoded(data) + b"\n\n"


def _typed(data: JSON) -> bytes:
    return _event(data, name=data["type"])


_SMALL: dict[str, Callable[[int], JSON]] = {
    "ejento": _agent,
    "openai": _model,
    "anthropic": _model_info,
    "github": _label,
}
_ITEM: dict[str, Callable[[int], JSON]] = {
    "ejento": _agent_response,
    "openai": _batch,
    "anthropic": _message_batch,
    "github": _user,
}
_PAGE: dict[str, Callable[[int, list[JSON]], object]] = {
    "ejento": _agent_responses,
    "openai": _batches,
    "anthropic": _message_batches,
    "github": _users,
}
_EVENTS: dict[str, Callable[[int, str], list[bytes]]] = {
    "ejento": _answer_events,
    "openai": _completion_events,
    "anthropic": _message_events,
}
