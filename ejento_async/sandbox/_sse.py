"""Writing events to a client as they come."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Iterable
from typing import Any

from ._connections import Connection, ConnectionGone
from ._events import Break, Event

_HEARTBEATS = 3


class EventStream:
    """An answer of the type `text/event-stream`, an ASGI app of its own.

    Args:
        events: what to send.
        connection: the connection that it goes over.
        delay: seconds to wait before each token.
        complain: says what the spec has against the data of an event; the complaint is sent in
            place of the event.
    """

    status_code = 200

    def __init__(
        self,
        events: Iterable[Event | Break],
        connection: Connection,
        *,
        delay: float = 0.0,
        complain: Callable[[Any], str | None] | None = None,
    ) -> None:
        self._events = events
        self._connection = connection
        self._delay = delay
        self._complain = complain

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:  # noqa: ARG002 - ASGI
        """Send the events."""
        headers = [
            (b"content-type", b"text/event-stream; charset=utf-8"),
            (b"cache-control", b"no-cache"),
        ]
        await send({"type": "http.response.start", "status": self.status_code, "headers": headers})
        for event in self._events:
            if self._connection.closed.is_set():
                raise ConnectionGone
            if isinstance(event, Break):
                await self._break(event, send)
            else:
                await asyncio.sleep(0)
                if self._delay and event.name == "token":
                    await self._connection.sleep(self._delay)
                await _send(send, _written(self._held_against_spec(event)))
        await send({"type": "http.response.body", "body": b"", "more_body": False})

    def _held_against_spec(self, event: Event) -> Event:
        complaint = None if self._complain is None else self._complain(event.data)
        if complaint is None or event.is_stray:
            return event
        message = f"The sandbox's event is against the spec: {complaint}"
        return Event("error", {"step": "error", "message": message})

    async def _break(self, how: Break, send: Any) -> None:
        if how is Break.CUT:
            self._connection.close()
        else:
            for _ in range(_HEARTBEATS):
                await _send(send, b": heartbeat\n\n")
        await self._connection.wait_closed()
        raise ConnectionGone


def _written(event: Event) -> bytes:
    data = json.dumps(event.data, ensure_ascii=False, separators=(",", ":"))
    return f"event: {event.name}\ndata: {data}\n\n".encode(errors="replace")


async def _send(send: Any, data: bytes) -> None:
    await send({"type": "http.response.body", "body": data, "more_body": True})
