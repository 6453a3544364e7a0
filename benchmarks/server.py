"""The local server that all peers talk to: `python -m benchmarks.server [CORE]` prints its port.

It must never be what is measured. So it is a bare protocol on a process and, where there are two, a
core of its own; it looks at no more of a request than it must, and its answers are prebuilt. The
first segment of a path says in whose words to answer, and how: `ejento`, or `ejento,delay=20`.
"""

from __future__ import annotations

import asyncio
import json
import os
import re
import resource
import sys
import time
from collections.abc import Iterator
from functools import cache, partial
from typing import cast

from . import answers

_BLOB = 256 * 1024
"""Bytes of a stream that are written at a time."""

_LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)
_NUMBERS = re.compile(rb"\d+")
_SIZE = re.compile(rb"(?:items_per_page|limit|per_page)=(\d+)")
_PLACE = re.compile(rb"[?&](?:page|after|after_id|since)=\D*(\d+)")


class Counts:
    """What the server has seen since it was asked last."""

    def __init__(self) -> None:
        self.requests = 0
        self.uploaded = 0
        self.waiting = 0
        self.most_waiting = 0

    def told(self) -> bytes:
        """Return everything as JSON, and begin anew."""
        counts = {
            "requests": self.requests,
            "uploaded": self.uploaded,
            "most_waiting": self.most_waiting,
            "cpu": time.process_time(),
        }
        self.requests = self.uploaded = 0
        self.most_waiting = self.waiting
        return json.dumps(counts).encode()


class Connection(asyncio.Protocol):
    """One connection: requests one after the other, each answered at once or after a while."""

    def __init__(self, counts: Counts) -> None:
        self._counts = counts
        self._received = b""
        self._head = b""
        self._missing = 0
        self._blobs: Iterator[bytes] = iter(())
        self._closing = False
        self._writable = True

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast("asyncio.Transport", transport)

    def data_received(self, data: bytes) -> None:
        if self._missing:
            # The body of an upload is counted, and not kept.
            taken = min(len(data), self._missing)
            self._missing -= taken
            self._counts.uploaded += taken
            if self._missing:
                return
            self._answer(self._head)
            data = data[taken:]
        self._received += data
        while not self._missing and (end := self._received.find(b"\r\n\r\n")) >= 0:
            head, self._received = self._received[:end], self._received[end + 4 :]
            self._begin(head)

    def _begin(self, head: bytes) -> None:
        length = _LENGTH.search(head) if head.startswith(b"POST") else None
        if length is not None:
            body, missing = self._received, int(length[1])
            self._received = body[missing:]
            self._missing = max(0, missing - len(body))
            self._counts.uploaded += min(missing, len(body))
            if self._missing:
                self._head = head
                return
        self._answer(head)

    def _answer(self, head: bytes) -> None:
        method, target, version = head[: head.index(b"\r\n")].split(b" ")
        place, _, path = target[1:].partition(b"/")
        dialect, _, settings = place.decode().partition(",")
        if dialect == "counts":
            self._transport.write(_message(self._counts.told()))
            return
        self._counts.requests += 1
        if settings.startswith("delay="):
            self._counts.waiting += 1
            self._counts.most_waiting = max(self._counts.most_waiting, self._counts.waiting)
            body = _found(dialect, path)
            seconds = int(settings.removeprefix("delay=")) / 1000
            asyncio.get_running_loop().call_later(seconds, partial(self._late, body))
        elif settings:
            self._closing = version == b"HTTP/1.0"
            self._blobs = iter(_stream(dialect, settings, framed=not self._closing))
            self.resume_writing()
        elif method == b"POST":
            self._transport.write(_message(answers.uploaded()))
        else:
            self._transport.write(_found(dialect, path))

    def _late(self, message: bytes) -> None:
        self._counts.waiting -= 1
        self._transport.write(message)

    def pause_writing(self) -> None:
        self._writable = False

    def resume_writing(self) -> None:
        self._writable = True
        for blob in self._blobs:
            self._transport.write(blob)
            if not self._writable:
                return
        if self._closing:
            # Not at once: a transport that asks for more must not be closed meanwhile.
            asyncio.get_running_loop().call_soon(self._transport.close)


def _message(body: bytes) -> bytes:
    head = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n"
    return head % len(body) + body


def _found(dialect: str, path: bytes) -> bytes:
    size = _SIZE.search(path)
    if size is None:
        return _message(answers.small(dialect).replace(answers.NUMBER, _NUMBERS.findall(path)[-1]))
    place = _PLACE.search(path)
    return _page(dialect, 1 if place is None else int(place[1]), int(size[1]))


@cache
def _page(dialect: str, number: int, size: int) -> bytes:
    return _message(answers.page(dialect, number, size))


@cache
def _stream(dialect: str, settings: str, *, framed: bool) -> list[bytes]:
    """Return a stream in blobs to write: `count=` events of `size=` characters, `chunk=` bytes each.

    Without framing the stream ends with its connection, as for a reader that knows no chunks.
    """
    found = dict(setting.split("=") for setting in settings.split(","))
    chunks = list(_packed(answers.events(dialect, int(found["count"]), int(found["size"])), found))
    if framed:
        chunks = [b"%x\r\n%b\r\n" % (len(chunk), chunk) for chunk in chunks] + [b"0\r\n\r\n"]
    how = b"transfer-encoding: chunked" if framed else b"connection: close"
    head = b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n%b\r\n\r\n" % how
    whole = head + b"".join(chunks)
    return [whole[start : start + _BLOB] for start in range(0, len(whole), _BLOB)]


def _packed(events: list[bytes], settings: dict[str, str]) -> Iterator[bytes]:
    """Yield chunks of at most so many bytes, whole events each; of one event for `chunk=0`."""
    limit, chunk = int(settings["chunk"]), b""
    for event in events:
        if chunk and len(chunk) + len(event) > limit:
            yield chunk
            chunk = b""
        chunk += event
    yield chunk


async def serve() -> None:
    """Serve until the process that started this one is gone."""
    loop = asyncio.get_running_loop()
    counts = Counts()
    server = await loop.create_server(lambda: Connection(counts), "127.0.0.1", 0, backlog=4096)
    print(server.sockets[0].getsockname()[1], flush=True)
    # The pipe from the parent ends when the parent does, however it does.
    gone = asyncio.Event()
    loop.add_reader(sys.stdin.fileno(), gone.set)
    await gone.wait()
    server.close()


if __name__ == "__main__":
    if len(sys.argv) > 1:
        os.sched_setaffinity(0, {int(sys.argv[1])})
    many = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (many, many))
    asyncio.run(serve())
