"""One call on its way: what is to be sent, how far it got, and which errors belong to it."""

from __future__ import annotations

import sys
from asyncio import get_running_loop
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from typing import Any, TypeVar
from urllib.parse import parse_qsl, urlsplit

from attrs import define, field

from ._decoding import NotJSONError, decode_json
from ._errors import APIConnectionError, APIError, APITimeoutError
from ._frames import mask_words
from ._observe import Observation
from ._protocol import Operation
from ._secret import Secret, redact_text, secrets_in
from .backends.protocol import (
    BackendError,
    BackendRequest,
    BackendResponse,
    PhaseTimeouts,
    StreamBody,
)

E = TypeVar("E", bound=APIError)

REQUEST_ID_HEADERS = ("x-request-id", "request-id", "x-correlation-id", "apim-request-id")
"""Where a server or gateway may put the id of a request, the most usual first."""


def request_id(headers: Mapping[str, str]) -> str | None:
    """Find the id that the server gave a request."""
    for name in REQUEST_ID_HEADERS:
        found = headers.get(name)
        if found:
            return found
    return None


@define(eq=False, kw_only=True)
class Call:
    """A call: everything that its attempts share."""

    operation: Operation
    url: str
    """Without the query, which is nobody's business in logs and errors."""
    query: str = field(repr=False)
    headers: list[tuple[str, str | Secret]] = field(repr=False)
    """All but the token, which each attempt adds."""
    body: bytes | StreamBody | None = field(repr=False)
    client_secrets: Callable[[], Iterable[str]] = field(repr=False)
    """Tells what must be masked, besides what is sent."""
    timeouts: PhaseTimeouts
    max_retries: int
    deadline: float | None
    """Seconds that the call may take in all."""
    bearer: Secret | None = None
    """A token to use in place of the client's credentials."""
    attempts: int = 0
    started: float = 0.0
    status: int | None = None
    """Of the last answer."""
    answer_headers: Mapping[str, str] | None = field(default=None, repr=False)
    """Of the last answer."""
    request: BackendRequest | None = field(default=None, repr=False)
    """Of the last attempt."""
    acted: bool = False
    """Whether the server may have acted on an attempt before the last one."""
    streamed: bool = False
    """Whether the body is read as it arrives, after the call has its answer."""
    observation: Observation | None = field(default=None, repr=False)
    """Who looks on, if anybody does."""

    def start(self) -> None:
        """Begin to count the time."""
        self.started = get_running_loop().time()

    @property
    def elapsed(self) -> float:
        """Seconds since the start."""
        return get_running_loop().time() - self.started

    @property
    def origin(self) -> str:
        """Scheme, host and port of the service, as a URL."""
        parts = urlsplit(self.url)
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def request_id(self) -> str | None:
        """The id that the server gave the last request, if it gave one."""
        found = None if self.answer_headers is None else request_id(self.answer_headers)
        # A server can hand anything back as an id.
        return None if found is None else redact_text(found, self.secrets())

    def carry(self, name: str, value: str) -> None:
        """Send another header with all attempts."""
        self.headers.append((name, value))

    @property
    def replayable(self) -> bool:
        """Whether the body can be sent again."""
        return self.body is None or isinstance(self.body, bytes) or self.body.replayable

    @property
    def awaited(self) -> str:
        """What the call waits for now, in a word."""
        if self.attempts == 0:
            return "tokens"
        sent = self.attempts > 1 or (self.request is not None and self.request.sent)
        return "answer" if sent else "connection"

    @property
    def reads(self) -> bool:
        """Whether the call changes nothing on the server."""
        return self.operation.method in ("GET", "HEAD", "OPTIONS")

    @property
    def maybe_applied(self) -> bool:
        """Whether the server may have acted on the call."""
        return self.request is not None and self.request.sent and not self.reads

    def secrets(self) -> list[str]:
        """All that must be masked wherever it shows up; asked only when something failed."""
        sent = self.headers if self.request is None else self.request.headers
        carried = [
            value.reveal().removeprefix("Bearer ") for _, value in sent if isinstance(value, Secret)
        ]
        return [*self.client_secrets(), *carried, *_secrets_in(self.query[1:], self.body)]

    def is_foreign(self, error: APIError) -> bool:
        """Whether an error belongs to another call, from whose answer this one has its body."""
        own = (self.operation.id or None, self.operation.method, self.url)
        return bool(error.method) and (error.operation, error.method, error.url) != own

    def about(self, error: E) -> E:
        """Write into an error which call it belongs to, and return it."""
        error.operation = self.operation.id or None
        error.method = self.operation.method
        error.url = self.url
        error.attempts = self.attempts
        error.elapsed = self.elapsed
        return error

    def connection_error(self, failure: BackendError) -> APIConnectionError:
        """Make the error for a failure of the network."""
        kind = APITimeoutError if failure.timeout else APIConnectionError
        # HTTP libraries quote what they cannot read.
        words = redact_text(str(failure), self.secrets())
        return self.about(kind(words, maybe_applied=failure.sent and not self.reads))

    def is_good(self, status: int) -> bool:
        """Whether a status is what the operation promises."""
        return 300 <= status < 400 if self.operation.redirect else 200 <= status < 300


class IncomingBody:
    """A good answer whose body is still to be read."""

    __slots__ = ("_call", "_failure", "_response")

    def __init__(self, call: Call, response: BackendResponse) -> None:
        self._call = call
        self._response = response
        self._failure: type[APIError] | None = None

    @property
    def status(self) -> int:
        return self._response.status

    @property
    def headers(self) -> Mapping[str, str]:
        return self._response.headers

    async def chunks(self) -> AsyncIterator[bytes]:
        """Yield the body; raises `APIConnectionError` or `APITimeoutError`."""
        before = sys.exception()
        try:
            async for chunk in self._response.chunks():
                yield chunk
        except BackendError as failure:
            mask_words(failure, before, self._call.secrets())
            error = self._call.connection_error(failure)
            self._failure = type(error)
            raise error from failure

    def about(self, error: E) -> E:
        """Write into an error which call it belongs to, and return it."""
        self._failure = type(error)
        error.status = self.status
        error.request_id = request_id(self.headers)
        secrets = self._call.secrets()
        error.message = redact_text(error.message, secrets)
        error.args = (error.message,)
        mask_words(error, sys.exception(), secrets)
        return self._call.about(error)

    async def aclose(self) -> None:
        """Free the connection; may be called at any time, more than once."""
        try:
            await self._response.aclose()
        finally:
            observation, self._call.observation = self._call.observation, None
            if observation is not None:
                observation.ended(self._failure)


def _secrets_in(query: str, body: bytes | StreamBody | None) -> list[str]:
    """Find the credentials among the arguments of a call, once they are encoded."""
    form = query
    arguments: list[Any] = []
    if isinstance(body, bytes):
        try:
            arguments.append(decode_json(body))
        except NotJSONError:
            form = f"{form}&{body.decode('utf-8', 'replace')}"
    arguments += [{name: value} for name, value in parse_qsl(form)]
    try:
        return list(secrets_in(arguments))
    except RecursionError:
        return []


def describe(body: Any, kept: int = 200) -> str:
    """Say in a few words what a body is."""
    text = " ".join(str(body).split())
    return text if len(text) <= kept else f"{text[:kept]}..."
