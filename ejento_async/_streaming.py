"""Answers as they are written: server-sent events become typed events, text and a final answer."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import suppress
from types import TracebackType
from typing import Any, Generic, NoReturn, Self, TypeVar

from ._body import StreamedBody
from ._call import describe
from ._decoding import (
    KEPT_TEXT,
    NotJSONError,
    decode_json,
    looks_like_html,
    server_message,
)
from ._errors import (
    AnswerFailedError,
    APIConnectionError,
    APIError,
    APIResponseError,
    APITimeoutError,
    StreamError,
    StreamIdleTimeoutError,
    StreamInterruptedError,
)
from ._events import AnswerEvent, Data, FinalAnswer, TextDelta, ThoughtDelta
from ._model import ShapeError
from ._protocol import Read
from ._response import Incoming
from ._sse import MAX_EVENT_BYTES, EventDecoder, EventTooLargeError, ServerSentEvent
from ._steps import (
    data_of,
    failure_message,
    is_flagged,
    masked,
    output_of,
    read_progress,
    step_of,
)

T = TypeVar("T")
E = TypeVar("E", bound=APIError)

HEAD_BYTES = 64 * 1024
"""Bytes to read of an answer that is no stream, for the error."""

LONGEST_MESSAGE = 250
"""Characters of an error's message; the server may have sent megabytes of words."""


class AnswerStream(StreamedBody, Generic[T]):
    """An answer that is being written: an async context manager, and in it an async iterator.

        async with ejento.v2.agent_responses.stream(42, user_query="...") as answer:
            async for text in answer.text():
                print(text, end="")
        print(answer.final.references)

    The request is sent when the block is entered, which raises what any call raises. Leaving the
    block, also early or by cancellation, closes the connection at once. The question is never
    asked again by itself: an agent may have acted on it.

    Events are read from the network as they are asked for, never ahead; one task at a time may
    ask. Cancelling one that waits closes the stream. The errors below are raised while it is read.

    Raises:
        AnswerFailedError: the agent reports a failure.
        StreamInterruptedError: the connection broke, or the stream ended before its last event.
        StreamIdleTimeoutError: nothing arrived for the read timeout of the call.
        APITimeoutError: the deadline of the call passed.
        APIResponseError: the final answer is not what the spec says.
        StreamError: an event cannot be read; base of the stream errors above. All of them have
            the text so far as `partial`.
    """

    __slots__ = (
        "_decoder",
        "_events",
        "_failure",
        "_final",
        "_last",
        "_read",
        "_text",
        "_thoughts",
    )

    def __init__(
        self,
        open_stream: Callable[[], Awaitable[Incoming]],
        read: Read[T],
        *,
        deadline: float | None = None,
        max_event_bytes: int = MAX_EVENT_BYTES,
    ) -> None:
        """Prepare a stream; called by the runtime.

        Args:
            open_stream: sends the request and returns its good answer.
            read: reads the output of the last event.
            deadline: when the last event must have arrived, in the time of the event loop.
            max_event_bytes: the largest event that is taken.
        """
        super().__init__(open_stream, deadline=deadline)
        self._read = read
        self._decoder = EventDecoder(max_event_bytes=max_event_bytes)
        self._events: Iterator[AnswerEvent[T]] = iter(())
        self._text: list[str] = []
        self._thoughts: list[str] = []
        self._last: Data = {}
        self._final: FinalAnswer[T] | None = None
        self._failure: APIError | None = None

    async def __aenter__(self) -> Self:
        await super().__aenter__()
        before = sys.exception()
        try:
            if not self._kind_of_body.lower().startswith("text/event-stream"):
                await self._refuse()
        except BaseException as error:
            await self._give_up(error, before)
            raise

        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is None and self._final is not None:
            await self._finish()
        await self.aclose()

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> AnswerEvent[T]:
        if self._final is not None:
            await self._finish()
            raise StopAsyncIteration
        if self._failure is not None:
            raise self._failure

        self._require_open()
        before = sys.exception()
        try:
            while True:
                for event in self._events:
                    return event
                # No local variable holds what the server sent: frames of an error are shown.
                self._events = map(self._typed, self._decoder.feed(await self._pull()))
        except EventTooLargeError as error:
            failure = self._failed(StreamError, str(error))
            await self._give_up(error, before)
            raise failure from None
        except BaseException as error:
            await self._give_up(error, before)
            raise

    async def text(self) -> AsyncIterator[str]:
        """Iterate over the text of the answer, piece by piece; other events are passed over.

        In a workflow this is the text of each of its agents and then the text that sums them up;
        the `step` of a `TextDelta` tells them apart.
        """
        async for event in self:
            if isinstance(event, TextDelta):
                yield event.text

    async def collect(self) -> T:
        """Read the stream to its end and return the final answer.

        Opens the stream first and closes it afterwards, when called outside `async with`.
        """
        async with self._open_within():
            # In no variable: see above.
            while await anext(self, None) is not None:
                pass
        return self.final

    @property
    def final(self) -> T:
        """The whole answer, when the stream has come to a good end.

        Raises:
            APIError: how the stream failed, if it did.
            RuntimeError: the stream has not been read to its end.
        """
        if self._final is not None:
            return self._final.output
        if self._failure is not None:
            raise self._failure
        msg = "the answer is not complete: iterate to the end of the stream, or await collect()"
        raise RuntimeError(msg)

    @property
    def text_so_far(self) -> str:
        """The text of the answer as far as it was read."""
        return _joined(self._text)

    @property
    def thoughts(self) -> str:
        """The agent's train of thought as far as it was read."""
        return _joined(self._thoughts)

    @property
    def blocked(self) -> bool:
        """Whether a guardrail stopped the answer; known at the end of the stream."""
        return is_flagged(self._last, "blocked")

    @property
    def guardrail_triggered(self) -> bool:
        """Whether a guardrail had something to say; known at the end of the stream."""
        return is_flagged(self._last, "guardrail_triggered")

    async def _pull(self) -> bytes:
        """Wait for the next piece of the body; what comes in its place ends the stream."""
        try:
            chunk = await self._next_chunk()
        except APIConnectionError as error:
            if error is self._failure:
                raise
            timeout = isinstance(error, APITimeoutError)
            kind = StreamIdleTimeoutError if timeout else StreamInterruptedError
            raise self._failed(kind, error.message) from error
        if chunk is None:
            raise self._failed(StreamInterruptedError, "the stream ended too early")
        return chunk

    def _overdue(self) -> APITimeoutError:
        return self._failed(APITimeoutError, super()._overdue().message)

    def _typed(self, event: ServerSentEvent) -> AnswerEvent[T]:
        data = data_of(event)
        if data is None:
            quoted = repr(event.data[:KEPT_TEXT])
            msg = f"expected a JSON object in the event {event.event!r}, got {quoted}"
            raise self._failed(StreamError, msg)
        step = step_of(event.event, data)
        if "error" in (step, event.event):
            self._last = data
            raise self._answer_failed(data)
        if "end" in (step, event.event):
            return self._ended(step, data)

        progress = read_progress(event.event, step, data)
        if isinstance(progress, TextDelta):
            self._text.append(progress.text)
        elif isinstance(progress, ThoughtDelta):
            self._thoughts.append(progress.text)
        return progress

    def _ended(self, step: str, data: Data) -> FinalAnswer[T]:
        self._last = data
        if data.get("success") is False:
            raise self._answer_failed(data)
        try:
            output = self._read(output_of(data))
        except ShapeError as error:
            error.inside("output")
            failure = self._failed(APIResponseError, f"unexpected answer: {error}", body=data)
            failure.path = error.path
            raise failure from None

        message = data.get("message")
        self._final = FinalAnswer(output, message if isinstance(message, str) else "", step, data)
        return self._final

    def _answer_failed(self, data: Data) -> AnswerFailedError:
        words = describe(failure_message(masked(data)), KEPT_TEXT)
        return self._failed(AnswerFailedError, words, body=data)

    @property
    def _kind_of_body(self) -> str:
        return self.headers.get("content-type", "text/event-stream").strip()

    async def _refuse(self) -> NoReturn:
        """Raise for an answer that is no stream, such as the login page of a gateway."""
        head = bytearray()
        with suppress(APIError):
            while len(head) < HEAD_BYTES:
                head += await self._pull()

        body: Any = None
        if head:
            try:
                body = decode_json(bytes(head))
            except NotJSONError:
                body = head.decode("utf-8", "replace")
        words = None if looks_like_html(body) else server_message(body)
        msg = f"expected text/event-stream, got {self._kind_of_body}"
        msg = f"{msg}: {describe(words, KEPT_TEXT)}" if words else msg
        raise self._failed(APIResponseError, msg, body=body)

    def _failed(self, kind: type[E], message: str, *, body: Any = None) -> E:
        """Make the error that ends the stream, and remember it for `final`."""
        incoming = self._opened
        error = kind(
            message,
            status=incoming.status,
            headers=incoming.headers,
            body=masked(body),
            maybe_applied=True,
        )
        if isinstance(error, StreamError):
            error.partial = self.text_so_far
        incoming.about(error)
        # Only now that credentials are masked: one that is cut first is not recognised.
        error.message = _cut(error.message, LONGEST_MESSAGE)
        error.args = (error.message,)
        if isinstance(error.body, str):
            error.body = _cut(error.body, KEPT_TEXT)
        self._failure = error
        return error


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[:longest]}..."


def _joined(pieces: list[str]) -> str:
    # Keeps the result in place of the pieces, so that asking again costs nothing.
    pieces[:] = ["".join(pieces)]
    return pieces[0]
