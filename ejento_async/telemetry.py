"""Traces of calls for OpenTelemetry: `pip install 'ejento-async[otel]'`.

    from ejento_async import EjentoClient
    from ejento_async.telemetry import instrument

    async with instrument(EjentoClient()) as ejento:
        ...

Each call is one span of kind CLIENT, named like `GET /api/v2/agents/{agent_id}`; a login or a
renewal of the tokens is a call like any other, below the one that asked for it. The span takes in
all attempts and the waits between them, and for streams and downloads also what follows until they
are closed. It is the current one while the call is made. Its attributes are those of OpenTelemetry
for HTTP, as far as they say nothing of arguments:

- `http.request.method`, `http.response.status_code`, `server.address`, `server.port`
- `url.template`, but not for `client.request()`, whose path may hold anything
- `http.request.resend_count`, when there was more than one attempt
- `error.type`: the class of the error, when the call failed; the status of the span is then ERROR.
  A call that was cancelled counts as failed, a stream that was left early does not.
- `ejento.operation`: id of the operation in the spec; "" for `client.request()`
- `ejento.attempts`: how often the call was tried

Each repetition is an event `ejento.retry` with the `error.type` and the `ejento.wait` in seconds.
The full URL, the query, headers, bodies and the texts of errors are never part of a span. That
cannot be said of the instrumentations of HTTP libraries, which record full URLs.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextvars import Token
from functools import wraps
from typing import ParamSpec, TypeVar
from urllib.parse import urlsplit

from ._base import BaseClient, observe
from ._observe import Observation, Seen
from ._version import __version__

try:
    from opentelemetry.context import attach, detach
    from opentelemetry.context.context import Context
    from opentelemetry.propagators.textmap import Setter, TextMapPropagator
    from opentelemetry.trace import (
        Span,
        SpanKind,
        StatusCode,
        Tracer,
        TracerProvider,
        get_tracer,
        set_span_in_context,
    )
except ModuleNotFoundError as error:
    if (error.name or "").partition(".")[0] != "opentelemetry":
        raise
    msg = f"telemetry needs {error.name}: pip install 'ejento-async[otel]'"
    raise ModuleNotFoundError(msg, name=error.name) from error

__all__ = ["instrument"]

C = TypeVar("C", bound=BaseClient)
P = ParamSpec("P")
T = TypeVar("T")

_PORTS = {"http": 80, "https": 443}

_log = logging.getLogger(__name__)


def instrument(
    client: C,
    *,
    tracer_provider: TracerProvider | None = None,
    propagator: TextMapPropagator | None = None,
) -> C:
    """Make spans of all calls of a client, and of all clients that share its connections.

    Args:
        client: the client. Instrumenting it again replaces what was said before.
        tracer_provider: whose tracer makes the spans; the global one if not given.
        propagator: writes the context of the span into the headers of the requests. None, the
            default: nothing of the trace leaves the process. `TraceContextTextMapPropagator()`
            sends the ids of the trace; the global one, `get_global_textmap()`, usually sends the
            baggage as well, in which there may be private data.

    Returns:
        The same client.
    """
    tracer = get_tracer("ejento_async", __version__, tracer_provider)
    observe(client, _Tracing(tracer, propagator))
    return client


def _harmless(method: Callable[P, T]) -> Callable[P, T | None]:
    """Keep a fault of somebody's sampler or span processor from failing the call."""

    @wraps(method)
    def guarded(*args: P.args, **kwargs: P.kwargs) -> T | None:
        try:
            return method(*args, **kwargs)
        except Exception:
            _log.warning("a span could not be written", exc_info=True)
            return None

    return guarded


class _Carry(Setter[Seen]):
    """Writes the headers of a propagator into a call."""

    def set(self, carrier: Seen, key: str, value: str) -> None:
        carrier.carry(key, value)


_CARRY = _Carry()


class _Tracing:
    """Makes the spans of one client."""

    def __init__(self, tracer: Tracer, propagator: TextMapPropagator | None) -> None:
        self._tracer = tracer
        self._propagator = propagator

    @_harmless
    def started(self, call: Seen) -> Observation:
        operation = call.operation
        origin = urlsplit(call.origin)
        attributes: dict[str, str | int] = {
            "http.request.method": operation.method,
            "server.address": origin.hostname or "",
            "server.port": origin.port or _PORTS[origin.scheme],
            "ejento.operation": operation.id,
        }
        name = operation.method
        if operation.id:
            name = f"{name} {operation.path}"
            attributes["url.template"] = operation.path
        span = self._tracer.start_span(name, kind=SpanKind.CLIENT, attributes=attributes)
        context = set_span_in_context(span)
        if self._propagator is not None:
            self._propagator.inject(call, context, _CARRY)
        return _CallSpan(call, span, attach(context))


class _CallSpan:
    """The span of one call."""

    def __init__(self, call: Seen, span: Span, token: Token[Context]) -> None:
        self._call = call
        self._span = span
        self._token = token

    @_harmless
    def repeats(self, error: type[BaseException], wait: float) -> None:
        attributes: dict[str, str | float] = {"error.type": error.__name__, "ejento.wait": wait}
        self._span.add_event("ejento.retry", attributes)

    @_harmless
    def answered(self, error: type[BaseException] | None) -> None:
        detach(self._token)
        if error is not None or not self._call.streamed:
            self._end(error)

    @_harmless
    def ended(self, error: type[BaseException] | None) -> None:
        self._end(error)

    def _end(self, error: type[BaseException] | None) -> None:
        call, span = self._call, self._span
        span.set_attribute("ejento.attempts", call.attempts)
        if call.attempts > 1:
            span.set_attribute("http.request.resend_count", call.attempts - 1)
        if call.status is not None:
            span.set_attribute("http.response.status_code", call.status)
        if error is not None:
            span.set_attribute("error.type", error.__name__)
            span.set_status(StatusCode.ERROR)
        span.end()
