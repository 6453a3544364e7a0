"""What the runtime asks of the network: send one request, stream back one response.

A backend sends exactly what it is given: it follows no redirect, keeps no cookie, adds no
credential, retries nothing. It reports failures as `BackendError`, which says whether the request
can have reached the server.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from typing import NamedTuple, Protocol, runtime_checkable

from attrs import define, field

from .._secret import Secret


@runtime_checkable
class StreamBody(Protocol):
    """A request body that is sent in pieces."""

    @property
    def content_type(self) -> str:
        """The value of the Content-Type header."""
        ...

    @property
    def length(self) -> int | None:
        """Bytes in all, or None when that is not known before the end."""
        ...

    @property
    def replayable(self) -> bool:
        """Whether `chunks()` may be called again for another attempt."""
        ...

    def chunks(self) -> AsyncIterator[bytes]:
        """Yield the body from its start."""
        ...


class PhaseTimeouts(NamedTuple):
    """Seconds that each phase of one attempt may take; None waits for ever."""

    connect: float | None
    read: float | None
    write: float | None


@define(eq=False)
class BackendRequest:
    """One request, complete but for the framing headers (Host, Content-Length).

    Attributes:
        method: HTTP method.
        url: URL with its query, to be sent byte for byte.
        headers: names and values. Credentials are secrets until they are written: a frame of a
            traceback shows its locals.
        body: what is sent, if anything.
        timeouts: of the phases.
        sent: set by the backend as soon as a byte of the request may leave, so that a call which
            is interrupted knows whether the server can have seen it.
    """

    method: str
    url: str = field(repr=lambda url: repr(url.partition("?")[0]))
    headers: Sequence[tuple[str, str | Secret]] = field(repr=False)
    body: bytes | StreamBody | None = field(repr=False)
    timeouts: PhaseTimeouts
    sent: bool = field(default=False, init=False)


class BackendResponse(Protocol):
    """Status and headers of an answer whose body is still to be read."""

    @property
    def status(self) -> int:
        """HTTP status; any number."""
        ...

    @property
    def headers(self) -> Mapping[str, str]:
        """Header values by lower-case name; repeated headers are joined with a comma."""
        ...

    def chunks(self) -> AsyncIterator[bytes]:
        """Yield the body, decompressed; raises `BackendError`."""
        ...

    async def read(self, max_bytes: int) -> bytes:
        """Read the whole body, decompressed, and free the connection.

        Raises:
            BodyTooLargeError: it has more than `max_bytes`; no more than that was kept.
            BackendError: it did not arrive whole.
        """
        ...

    async def aclose(self) -> None:
        """Give the connection back, or close it when the body was not read to its end."""
        ...


class Backend(Protocol):
    """A way to the network."""

    async def send(self, request: BackendRequest) -> BackendResponse:
        """Send a request and return as soon as status and headers are there.

        Cancellation at any time closes the connection and leaves the backend healthy. `sent` of the
        request is set before anything leaves.

        Raises:
            BackendError: there is no response.
        """
        ...

    async def aclose(self) -> None:
        """Close all connections."""
        ...


class BackendError(Exception):
    """The network failed.

    Attributes:
        timeout: whether a phase took too long.
        sent: whether any byte of the request may have reached the server.
    """

    def __init__(self, message: str, *, timeout: bool = False, sent: bool = True) -> None:
        super().__init__(message)
        self.timeout = timeout
        self.sent = sent


class BodyTooLargeError(BackendError):
    """A body is larger than the caller takes."""

    def __init__(self, max_bytes: int) -> None:
        super().__init__(f"the body has more than {max_bytes} bytes")


async def gathered(chunks: AsyncIterator[bytes], max_bytes: int) -> bytes:
    """Join the chunks of a body, up to a limit: what `BackendResponse.read` can be made of."""
    found: list[bytes] = []
    size = 0
    async for chunk in chunks:
        size += len(chunk)
        if size > max_bytes:
            raise BodyTooLargeError(max_bytes)
        found.append(chunk)
    return b"".join(found)
