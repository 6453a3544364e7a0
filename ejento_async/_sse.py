"""Server-sent events, from bytes to events, as the HTML standard says.

Works on bytes: lines end with CR, LF or CRLF and with nothing else, where `str.splitlines` and the
line iterators of HTTP libraries also break at U+2028, U+2029 and U+0085, which JSON may hold.
https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

MAX_EVENT_BYTES: Final = 64 * 1024 * 1024
"""The largest event that is taken, by default."""

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_LONGEST_RETRY = 9
"""Digits of a `retry` that are believed; more would be years."""


class ServerSentEvent(NamedTuple):
    """One event: its name (`message` when it has none), its data, and the last id that was sent."""

    event: str
    data: str
    id: str


class EventTooLargeError(ValueError):
    """One event is larger than the decoder takes."""


class EventDecoder:
    """Decodes a stream of events, whatever the pieces that it arrives in.

    Holds at most one piece and one unfinished event. What is unfinished when the stream ends is
    no event (`pending` tells).

    Args:
        max_event_bytes: the most bytes that the lines of one event may have.
    """

    __slots__ = (
        "_after_cr",
        "_at_start",
        "_data",
        "_event",
        "_line",
        "_max_event_bytes",
        "_size",
        "last_id",
        "retry",
    )

    def __init__(self, *, max_event_bytes: int = MAX_EVENT_BYTES) -> None:
        self.last_id = ""
        """The id that the server sent last, or empty."""
        self.retry: int | None = None
        """Milliseconds after which the server wants to be asked again, if it said so."""
        self._max_event_bytes = max_event_bytes
        self._line = bytearray()  # unfinished; grows in place, so that tiny pieces cost no copies
        self._data: list[bytes] = []
        self._event = ""
        self._size = 0
        self._after_cr = False
        self._at_start = True

    @property
    def pending(self) -> bool:
        """Whether an event has begun and not ended."""
        return bool(self._line or self._data or self._event)

    def feed(self, chunk: bytes) -> Iterator[ServerSentEvent]:
        """Yield the events that end within `chunk`, the next piece of the stream.

        Must be walked to its end before the next piece is fed.

        Raises:
            EventTooLargeError: an event is larger than `max_event_bytes`.
        """
        data = self._data
        for line in self._lines(chunk):
            if line.startswith(b"data:"):  # as most do
                self._check_size(len(line))
                self._size += len(line)
                data.append(line[6 if line.startswith(b"data: ") else 5 :])
            elif line:
                self._take(line)
            else:
                if data:
                    text = b"\n".join(data).decode("utf-8", "replace")
                    data.clear()
                    yield ServerSentEvent(self._event or "message", text, self.last_id)
                self._event = ""
                self._size = 0

        self._check_size(len(self._line))

    def _take(self, line: bytes) -> None:
        """Take any line but an empty one and one that begins with `data:`."""
        self._check_size(len(line))
        name, _, value = line.partition(b":")
        value = value.removeprefix(b" ")
        if name == b"data":
            self._data.append(value)
            self._size += len(line)
        elif name == b"event":
            self._event = value.decode("utf-8", "replace")
        elif name == b"id":
            if b"\0" not in value:
                self.last_id = value.decode("utf-8", "replace")
        elif name == b"retry" and value.isdigit() and len(value) <= _LONGEST_RETRY:
            self.retry = int(value)

    def _lines(self, chunk: bytes) -> list[bytes]:
        """Return the lines that end within the chunk; keep what comes after them."""
        if self._after_cr and chunk:
            # An LF here is the second half of a CRLF, whose first half has ended the line already.
            chunk = chunk.removeprefix(b"\n")
            self._after_cr = False
        if not chunk:
            return []

        end = max(chunk.rfind(b"\n"), chunk.rfind(b"\r")) + 1
        if not end:
            self._line += chunk
            return []

        whole = chunk[:end]
        if self._line:
            self._line += whole
            whole = bytes(self._line)
        self._line = bytearray(chunk[end:])
        self._after_cr = chunk.endswith(b"\r")
        if self._at_start:
            self._at_start = False
            whole = whole.removeprefix(_BYTE_ORDER_MARK)
        if b"\r" in whole:
            whole = whole.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        lines = whole.split(b"\n")
        lines.pop()
        return lines

    def _check_size(self, more: int) -> None:
        if self._size + more > self._max_event_bytes:
            msg = f"an event has more than {self._max_event_bytes} bytes"
            raise EventTooLargeError(msg)
