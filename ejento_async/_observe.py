"""Who looks on while calls are made: the log, and one more observer, such as the one for traces.

An observer sees of a call what `Seen` has and nothing else: no credential, query, header or body,
and of the path only the template. What is told is chosen by name here, not masked afterwards.

The log is the stdlib's logger `ejento_async`. It writes

- one DEBUG line for each call, when its answer or its failure is there,
- one more DEBUG line for each stream and download, when it is closed,
- one INFO line for each repetition, before the wait, and one for each renewal of the tokens.

Repetitions and renewals are few, however many the calls are (a budget and a token's life see to
that), and they are what shows first that something is wrong: so they can be had without the rest.
What fails is raised, not shouted: nothing of this is above INFO, and hence the logger needs no
`NullHandler` to be silent in a program that sets up no logging. The one exception is an ERROR for
new tokens that could not be saved, which no call fails with and somebody must learn of.

Every record has all of these attributes for formatters and filters, None where they do not apply:

- `ejento_event`: "call", "stream", "retry" or "renewal"
- `ejento_operation`: id of the operation in the spec; "" for `client.request()`
- `ejento_method`: HTTP method
- `ejento_route`: the path as the spec has it, `/api/v2/agents/{agent_id}`; "(unspecified)" for
  `client.request()`, whose path may hold anything
- `ejento_status`: HTTP status of the last answer
- `ejento_attempts`: how often the call was tried so far
- `ejento_elapsed_ms`: milliseconds since the first attempt
- `ejento_wait_ms`: milliseconds before the next attempt
- `ejento_error`: class of the error
- `ejento_request_id`: the id that the server gave the request
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Coroutine, Iterable
from typing import Any, Protocol, TypeVar

from ._protocol import Operation
from ._secret import redact_text

T = TypeVar("T")

UNSPECIFIED = "(unspecified)"
"""Stands in place of the route of a call that the spec does not know."""

_log = logging.getLogger("ejento_async")


class Seen(Protocol):
    """What observers may know of a call, and tell."""

    @property
    def operation(self) -> Operation:
        """What is called; its path is a template, except for `client.request()`."""
        ...

    @property
    def origin(self) -> str:
        """Scheme, host and port of the service, as a URL."""
        ...

    @property
    def attempts(self) -> int:
        """How often it was tried so far."""
        ...

    @property
    def status(self) -> int | None:
        """HTTP status of the last answer; None while there is none."""
        ...

    @property
    def elapsed(self) -> float:
        """Seconds since the first attempt."""
        ...

    @property
    def request_id(self) -> str | None:
        """The id that the server gave the request, if it gave one."""
        ...

    @property
    def streamed(self) -> bool:
        """Whether the body is read as it arrives, after the answer is there."""
        ...

    def carry(self, name: str, value: str) -> None:
        """Send another header with all attempts."""
        ...


class Observation(Protocol):
    """One look at one call."""

    def repeats(self, error: type[BaseException], wait: float) -> None:
        """An attempt failed, and there will be another one after `wait` seconds."""
        ...

    def answered(self, error: type[BaseException] | None) -> None:
        """The call has its answer or failed. Comes once."""
        ...

    def ended(self, error: type[BaseException] | None) -> None:
        """The body of a streamed answer was closed. Comes once, after `answered(None)`."""
        ...


class Observer(Protocol):
    """Looks at all calls of a client. It must not raise."""

    def started(self, call: Seen) -> Observation | None:
        """A call begins, in the task and context that it is made in."""
        ...


class Observers:
    """Who looks at the calls of one client, and of all that share its connections."""

    __slots__ = ("more",)

    def __init__(self) -> None:
        self.more: Observer | None = None

    def of(self, call: Seen, secrets: Callable[[], Iterable[str]]) -> Observation | None:
        """Begin to look at a call; None when nobody does.

        Args:
            call: the call.
            secrets: tells what must be masked, should a server hand it back as an id.
        """
        log = CallLog(call, secrets) if _log.isEnabledFor(logging.INFO) else None
        other = None if self.more is None else self.more.started(call)
        if log is None or other is None:
            return log or other
        return _Both(log, other)


async def observed(observation: Observation, performing: Coroutine[Any, Any, T]) -> T:
    """Make a call and tell who looks on how it went."""
    try:
        result = await performing
    except BaseException as error:
        observation.answered(type(error))
        raise
    observation.answered(None)
    return result


class CallLog:
    """Writes the log lines of one call."""

    __slots__ = ("_call", "_secrets")

    def __init__(self, call: Seen, secrets: Callable[[], Iterable[str]]) -> None:
        self._call = call
        self._secrets = secrets

    def repeats(self, error: type[BaseException], wait: float) -> None:
        self._write(logging.INFO, "retry", f"once more in {wait:.2f} s", error, wait)

    def answered(self, error: type[BaseException] | None) -> None:
        self._write(logging.DEBUG, "call", "", error)

    def ended(self, error: type[BaseException] | None) -> None:
        self._write(logging.DEBUG, "stream", "stream closed", error)

    def _write(
        self,
        level: int,
        event: str,
        note: str,
        error: type[BaseException] | None,
        wait: float = 0.0,
    ) -> None:
        if not _log.isEnabledFor(level):
            return
        call = self._call
        operation, status, request_id = call.operation, call.status, call.request_id
        route = operation.path if operation.id else UNSPECIFIED
        elapsed, failure = call.elapsed * 1000, _name(error)
        more = [part for part in (operation.id, failure, note) if part]
        _log.log(
            level,
            "%s %s %s, attempts %d, %.0f ms%s",
            operation.method,
            route,
            "no answer" if status is None else status,
            call.attempts,
            elapsed,
            "".join(f", {part}" for part in more),
            extra=_fields(
                event,
                operation=operation.id,
                method=operation.method,
                route=route,
                status=status,
                attempts=call.attempts,
                elapsed_ms=round(elapsed, 1),
                wait_ms=round(wait * 1000, 1) if event == "retry" else None,
                error=failure,
                request_id=request_id and redact_text(request_id, self._secrets()),
            ),
        )


class _Both:
    """Two looks at one call; the second ends after the first, and so surrounds it."""

    __slots__ = ("_first", "_second")

    def __init__(self, first: Observation, second: Observation) -> None:
        self._first = first
        self._second = second

    def repeats(self, error: type[BaseException], wait: float) -> None:
        self._first.repeats(error, wait)
        self._second.repeats(error, wait)

    def answered(self, error: type[BaseException] | None) -> None:
        self._first.answered(error)
        self._second.answered(error)

    def ended(self, error: type[BaseException] | None) -> None:
        self._first.ended(error)
        self._second.ended(error)


def note_renewal(credentials: str, error: type[BaseException] | None) -> None:
    """Log that tokens were renewed, or could not be.

    Args:
        credentials: the kind of credentials.
        error: what the renewal failed with.
    """
    if _log.isEnabledFor(logging.INFO):
        failure = _name(error)
        message = "tokens renewed, %s" if failure is None else "tokens not renewed, %s, %s"
        arguments = (credentials,) if failure is None else (credentials, failure)
        _log.info(message, *arguments, extra=_fields("renewal", error=failure))


def note_unsaved(error: type[BaseException], words: str) -> None:
    """Log that new tokens are in use, but not in their store.

    Args:
        error: what saving them failed with.
        words: why, without credentials.
    """
    failure = _name(error)
    _log.error(
        "new tokens are in use but could not be saved, the next run of this program may have to "
        "log in again: %s: %s",
        failure,
        words,
        extra=_fields("renewal", error=failure),
    )


def _fields(
    event: str,
    *,
    operation: str | None = None,
    method: str | None = None,
    route: str | None = None,
    status: int | None = None,
    attempts: int | None = None,
    elapsed_ms: float | None = None,
    wait_ms: float | None = None,
    error: str | None = None,
    request_id: str | None = None,
) -> dict[str, object]:
    """Return the attributes of a record: always all of them, so that a format may name any."""
    return {
        "ejento_event": event,
        "ejento_operation": operation,
        "ejento_method": method,
        "ejento_route": route,
        "ejento_status": status,
        "ejento_attempts": attempts,
        "ejento_elapsed_ms": elapsed_ms,
        "ejento_wait_ms": wait_ms,
        "ejento_error": error,
        "ejento_request_id": request_id,
    }


def _name(error: type[BaseException] | None) -> str | None:
    return None if error is None else error.__name__
