"""What arrived at the sandbox, for tests to look at."""

from __future__ import annotations

import json
import re
import threading
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl


@dataclass(slots=True)
class RecordedRequest:
    """One request as it came over the wire.

    The sandbox writes it while the request is under way: `body`, `body_size` and `status` fill up
    as the body arrives and the answer leaves.

    Attributes:
        method: HTTP method.
        path: path as on the wire, percent-encoding and all.
        query: query string as on the wire.
        headers: names in lower case and values, in the order on the wire.
        operation: id of the operation in the spec, or None when no route fits.
        connection: number of the TCP connection, from 1 in the order of their coming.
        reused: whether the connection had carried a request before.
        time: when the request arrived, in seconds on `time.monotonic()`.
        body: the first bytes of the body, as many as `record_bytes` of the sandbox allows.
        body_size: bytes of the body that arrived.
        status: status of the answer, or None while there is none.
    """

    method: str
    path: str
    query: str
    headers: tuple[tuple[str, str], ...]
    operation: str | None
    connection: int
    reused: bool
    time: float
    body: bytes = b""
    body_size: int = 0
    status: int | None = None

    def header(self, name: str) -> str | None:
        """Return the value of a header, or None; the name in any case."""
        wanted = name.lower()
        return next((value for key, value in self.headers if key == wanted), None)

    @property
    def params(self) -> dict[str, str]:
        """The query parameters, decoded; of a repeated one the last."""
        return dict(parse_qsl(self.query, keep_blank_values=True))

    @property
    def json(self) -> Any:
        """The body, decoded from JSON."""
        return json.loads(self.body)


@dataclass(slots=True)
class Recorder:
    """The latest requests, oldest first. Safe to read from any thread.

        seen = sandbox.requests.of("v2_agents_get")
        assert len(seen) == 3                                           # requests
        assert len({request.connection for request in seen}) == 1       # connections
        assert seen[0].header("Authorization") == f"Bearer {sandbox.access_token}"
        assert sandbox.requests[-1].status == 200                       # the latest of all

    Attributes:
        limit: how many requests are kept.
        body_limit: how many bytes of each body are kept.
    """

    limit: int = 10_000
    body_limit: int = 64 * 1024
    _requests: deque[RecordedRequest] = field(init=False)
    _lock: threading.Lock = field(init=False, default_factory=threading.Lock)

    def __post_init__(self) -> None:
        self._requests = deque(maxlen=self.limit)

    def add(self, request: RecordedRequest) -> None:
        """Put a request at the end of the list."""
        with self._lock:
            self._requests.append(request)

    def note_body(self, request: RecordedRequest, chunk: bytes) -> None:
        """Count a chunk of a request's body and keep it as far as the limit allows."""
        room = self.body_limit - len(request.body)
        if room > 0:
            request.body += chunk[:room]
        request.body_size += len(chunk)

    def snapshot(self) -> list[RecordedRequest]:
        """Return the requests so far as a list of its own."""
        with self._lock:
            return list(self._requests)

    def clear(self) -> None:
        """Forget all requests."""
        with self._lock:
            self._requests.clear()

    def of(self, operation: str) -> list[RecordedRequest]:
        """Return the requests for an operation of the spec."""
        return [request for request in self.snapshot() if request.operation == operation]

    def matching(
        self, *, method: str | None = None, path: str | None = None
    ) -> list[RecordedRequest]:
        """Return the requests with a method, and a path in which a regular expression matches."""
        return [
            request
            for request in self.snapshot()
            if (method is None or request.method == method.upper())
            and (path is None or re.search(path, request.path) is not None)
        ]

    def __len__(self) -> int:
        return len(self._requests)

    def __iter__(self) -> Iterator[RecordedRequest]:
        return iter(self.snapshot())

    def __getitem__(self, index: int) -> RecordedRequest:
        return self.snapshot()[index]
