"""The sandbox as an ASGI app: one request's way through.

route → record → faults → credentials → parameters → body → handler, or a sample from the spec →
send. With `strict`, the answer is held against the spec before it is sent.
"""

from __future__ import annotations

import functools
import inspect
import json
import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from starlette.responses import Response

from . import handlers
from ._auth import authenticate
from ._bodies import is_multipart, read_body
from ._call import Answered, Call, Streaming
from ._checks import Arguments, Checks
from ._connections import Connection, ConnectionGone
from ._events import Event
from ._exchange import Exchange, Receive, Send
from ._fault_effects import befall
from ._faults import Faults
from ._recorder import RecordedRequest, Recorder
from ._replies import Refusal, Reply, refused
from ._routes import Routes
from ._samples import Samples
from ._schemas import Schemas
from ._settings import Credentials
from ._spec import Service, Spec, SpecOperation
from ._sse import EventStream
from ._state import State

_log = logging.getLogger(__name__)


class _Api:
    """What is made of one spec: checks of requests, samples of answers."""

    def __init__(self, spec: Spec, *, strict: bool) -> None:
        self.schemas = Schemas(spec.document)
        self.checks = Checks(spec, self.schemas, strict=strict)
        self.samples = Samples(spec)


@functools.lru_cache(maxsize=4)
def _routes_of(specs: tuple[Spec, ...]) -> Routes:
    """Return the routes to all operations; sandboxes share them, as they never change."""
    return Routes(one for spec in specs for one in spec.operations.values())


class SandboxApp:
    """Answers every operation of some specs, none of whose ids and paths are in another one."""

    def __init__(
        self,
        specs: Sequence[Spec],
        state: State,
        credentials: Credentials,
        recorder: Recorder,
        faults: Faults,
    ) -> None:
        self._state = state
        self._credentials = credentials
        self._recorder = recorder
        self._faults = faults
        self._strict = state.settings.strict
        self._routes = _routes_of(tuple(specs))
        self._apis: dict[str, _Api] = {}
        for spec in specs:
            api = _Api(spec, strict=self._strict)
            self._apis |= dict.fromkeys(spec.operations, api)

    async def __call__(self, scope: Any, receive: Receive, send: Send) -> None:
        """Answer one request."""
        exchange = self._exchange(scope, receive, send)
        try:
            if not await self._befallen(exchange):
                answer = await self._answer(exchange)
                await answer(scope, exchange.receive, exchange.send)
        except ConnectionGone:
            # Whether the client left or a fault closed it: there is nobody to answer any more.
            return

    def _exchange(self, scope: Any, receive: Receive, send: Send) -> Exchange:
        connection: Connection = scope["state"]["connection"]
        path: str = scope["raw_path"].decode("ascii")
        route = self._routes.find(scope["method"], path)
        headers: list[tuple[bytes, bytes]] = scope["headers"]
        record = RecordedRequest(
            method=scope["method"],
            path=path,
            query=scope["query_string"].decode("ascii", "replace"),
            headers=tuple(
                (name.decode("latin-1"), value.decode("latin-1")) for name, value in headers
            ),
            operation=route.operation.id if route.operation else None,
            connection=connection.id,
            reused=connection.requests > 0,
            time=time.monotonic(),
        )
        connection.requests += 1
        self._recorder.add(record)
        return Exchange(connection, route, record, self._recorder, receive, send)

    async def _befallen(self, exchange: Exchange) -> bool:
        record = exchange.record
        taken = self._faults.take(
            record.method, record.path, record.operation, reused=record.reused
        )
        for fault in taken:
            if await befall(fault, exchange, self._state.tokens):
                return True
        return False

    async def _answer(self, exchange: Exchange) -> Streaming:
        operation = exchange.route.operation
        service = exchange.service
        try:
            if operation is None:
                await exchange.drain()
                raise _no_route(exchange)
            answer = await self._handled(exchange, operation)
        except Refusal as refusal:
            answer = refused(refusal, service)
        except ConnectionGone:
            raise
        except Exception as error:  # a bug of the sandbox is to be seen by its user, not to end it
            _log.exception("The sandbox failed to answer %s", exchange.record.path)
            answer = _internal(f"{type(error).__name__} in the sandbox: {error}", service)
        finally:
            exchange.release()
        if not isinstance(answer, Reply):
            return answer
        if self._strict and operation is not None:
            answer = self._held_against_spec(operation, answer)
        if service == "document360":
            quota = self._state.document360.quota.headers()
            answer = replace(answer, headers={**answer.headers, **quota})
        return _response(answer, 500 if operation is None else operation.status)

    async def _handled(self, exchange: Exchange, operation: SpecOperation) -> Answered:
        # The body is read before anything is refused, so that the recorder has it.
        raw = b"" if is_multipart(operation) else await exchange.body()
        caller = authenticate(exchange, operation, self._state, self._credentials)
        if operation.service == "document360" and not self._state.document360.quota.spend():
            raise Refusal(429, "The API token has no calls left in this minute.")
        checks = self._apis[operation.id].checks
        arguments = checks.parameters(
            operation, exchange.route.arguments, exchange.query, exchange.headers
        )
        body = await read_body(exchange, operation, raw, checks)
        handler = handlers.HANDLERS.get(operation.id)
        if handler is None:
            return self._sample(exchange, operation)
        answer = handler(
            Call(
                operation=operation,
                arguments=Arguments(arguments.path, arguments.query, arguments.headers, body),
                state=self._state,
                credentials=self._credentials,
                connection=exchange.connection,
                caller=caller,
                bearer=exchange.bearer,
                complain=self._complaint_about_events(operation) if self._strict else None,
            )
        )
        return await answer if inspect.isawaitable(answer) else answer

    def _sample(self, exchange: Exchange, operation: SpecOperation) -> Answered:
        answer = operation.answers[operation.status]
        samples = self._apis[operation.id].samples
        if answer.media_type == "application/json":
            return Reply(samples.of(answer))
        if answer.media_type == "text/event-stream":
            return EventStream([Event("end", samples.of(answer))], exchange.connection)
        headers = {"location": "https://example.com/"} if 300 <= operation.status < 400 else None
        content = b"" if answer.media_type is None else b"sandbox"
        return Response(content, operation.status, headers, answer.media_type)

    def _held_against_spec(self, operation: SpecOperation, answer: Reply) -> Reply:
        status = answer.status or operation.status
        promised = operation.answers.get(status)
        if promised is None:
            complaint = None if status >= 400 else f"status {status} is not in the spec"
        else:
            found = self._apis[operation.id].schemas.complaint(promised.pointer, answer.body)
            complaint = None if found is None else str(found)
        if complaint is None:
            return answer
        message = (
            f"The sandbox's answer to {operation.id} ({status}) is against the spec: {complaint}"
        )
        return _internal(message, operation.service)

    def _complaint_about_events(self, operation: SpecOperation) -> Callable[[Any], str | None]:
        pointer = operation.answers[operation.status].pointer
        schemas = self._apis[operation.id].schemas

        def complain(data: Any) -> str | None:
            found = schemas.complaint(pointer, data)
            return None if found is None else str(found)

        return complain


def _no_route(exchange: Exchange) -> Refusal:
    method = exchange.record.method
    if exchange.route.allowed:
        allowed = ", ".join(exchange.route.allowed)
        return Refusal(405, f'Method "{method}" not allowed.', headers={"Allow": allowed})
    return Refusal(404, f"Not found: {method} {exchange.record.path}")


def _internal(message: str, service: Service) -> Reply:
    return refused(Refusal(500, message), service)


def _response(answer: Reply, status: int) -> Response:
    text = json.dumps(answer.body, ensure_ascii=False, separators=(",", ":"))
    body = text.encode(errors="replace")  # half a surrogate pair may come back from a question
    return Response(body, answer.status or status, dict(answer.headers), "application/json")
