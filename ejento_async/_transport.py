"""The runtime that the generated code talks to: from an operation to its typed result.

It knows no resource by name and no HTTP library.
"""

from __future__ import annotations

import asyncio
import sys
import warnings
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from contextlib import aclosing
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import asdict, evolve

from ._answer import decode, read_result
from ._auth import is_renewal, read_pair
from ._call import Call, IncomingBody, request_id
from ._credentials import Credentials
from ._errors import APIError, AuthRefreshError
from ._frames import forget_locals
from ._json import is_object
from ._model import MISSING
from ._observe import Observer
from ._pagination import Page, explicit, first_page, page_reader
from ._protocol import UNSET, Arguments, Operation, Pagination, Read, SkipTake
from ._response import APIResponse, Incoming
from ._sender import CallOptions, Sender
from .backends.protocol import BackendResponse

if TYPE_CHECKING:
    from ._download import Download
    from ._streaming import AnswerStream

T = TypeVar("T")


class Transport:
    """Implements `Core` for one client.

    Args:
        sender: makes the calls.
        options: settings for the calls that go this way.
    """

    def __init__(self, sender: Sender, options: CallOptions | None = None) -> None:
        self._sender = sender
        self._options = options or CallOptions()

    def with_options(self, options: CallOptions) -> Transport:
        """Return a transport that shares everything with this one but the given options."""
        changes = {
            name: value
            for name, value in asdict(options, recurse=False).items()
            if value is not None
        }
        return Transport(self._sender, evolve(self._options, **changes))

    def acting_as(self, credentials: Credentials) -> Transport:
        """Return a transport that shares everything with this one but the tokens."""
        return Transport(self._sender.acting_as(credentials), self._options)

    def observe(self, observer: Observer) -> None:
        """Let an observer look at all calls, in place of the one before."""
        self._sender.observers.more = observer

    async def aclose(self) -> None:
        """Close all connections; later calls raise `ClientClosedError`."""
        await self._sender.aclose()

    # The protocol `Core`; its methods are documented there.

    async def send(
        self,
        operation: Operation,
        read: Read[T],
        path: tuple[object, ...] = (),
        *,
        query: Arguments | None = None,
        headers: Arguments | None = None,
        body: object = UNSET,
    ) -> T:
        try:
            call = self._prepare(operation, path, query, headers, body)
        finally:
            # Whoever is shown an error is shown the variables of this frame.
            del path, query, headers, body
        return (await self._answered(call, read)).data

    async def respond(
        self,
        operation: Operation,
        read: Read[T],
        path: tuple[object, ...] = (),
        *,
        query: Arguments | None = None,
        headers: Arguments | None = None,
        body: object = UNSET,
    ) -> APIResponse[T]:
        try:
            call = self._prepare(operation, path, query, headers, body)
        finally:
            del path, query, headers, body
        return await self._answered(call, read)

    async def send_page(
        self,
        operation: Operation,
        read: Read[T],
        path: tuple[object, ...] = (),
        *,
        query: Arguments | None = None,
        headers: Arguments | None = None,
    ) -> Page[T]:
        call = self._prepare(operation, path, query, headers)
        return (
            await self._answered(call, self._page_reader(call, read, path, query, headers))
        ).data

    async def respond_page(
        self,
        operation: Operation,
        read: Read[T],
        path: tuple[object, ...] = (),
        *,
        query: Arguments | None = None,
        headers: Arguments | None = None,
    ) -> APIResponse[Page[T]]:
        call = self._prepare(operation, path, query, headers)
        return await self._answered(call, self._page_reader(call, read, path, query, headers))

    def iterate(
        self,
        operation: Operation,
        read: Read[T],
        path: tuple[object, ...] = (),
        *,
        query: Arguments | None = None,
        headers: Arguments | None = None,
        prefetch: int = 0,
    ) -> AsyncGenerator[T]:
        from ._prefetch import checked

        # Without a page number some lists come whole (ejento-facts §4).
        place = explicit(_pagination(operation), query)
        asked = {**(query or {}), **place}
        # Bad arguments show now, not at the first step of the walk.
        call = self._prepare(operation, path, asked, headers)
        reader = self._page_reader(call, read, path, asked, headers)
        first = first_page(_pagination(operation), place)
        return self._walk(call, reader, first, checked(prefetch))

    def stream(
        self,
        operation: Operation,
        read: Read[T],
        path: tuple[object, ...] = (),
        *,
        query: Arguments | None = None,
        headers: Arguments | None = None,
        body: object = UNSET,
    ) -> AnswerStream[T]:
        from ._streaming import AnswerStream

        call = self._prepare(operation, path, query, headers, body)
        return AnswerStream(self._opener(call), read, deadline=self._body_deadline())

    def download(
        self,
        operation: Operation,
        path: tuple[object, ...] = (),
        *,
        query: Arguments | None = None,
        headers: Arguments | None = None,
    ) -> Download:
        from ._download import Download

        call = self._prepare(operation, path, query, headers)
        return Download(self._opener(call), deadline=self._body_deadline())

    async def request(
        self,
        operation: Operation,
        *,
        params: Mapping[str, object] | None,
        headers: Mapping[str, str] | None,
        body: object,
    ) -> APIResponse[Any]:
        """Make a call that the spec does not know; the operation's path is taken as it is."""
        try:
            call = self._prepare(operation, (), params, headers, body)
        finally:
            del params, headers, body
        return await self._answered(call, anything_or_none)

    def _prepare(
        self,
        operation: Operation,
        path: tuple[object, ...],
        query: Arguments | None,
        headers: Arguments | None,
        body: object = UNSET,
    ) -> Call:
        if operation.deprecated is not None:
            # Two frames up is the generated method, three its caller.
            warnings.warn(operation.deprecated, DeprecationWarning, stacklevel=4)
        before = sys.exception()
        try:
            return self._sender.prepare(operation, path, query, headers, body, self._options)
        except Exception as error:
            forget_locals(error, before)
            del path, query, headers, body
            raise

    async def _answered(self, call: Call, read: Read[T]) -> APIResponse[T]:
        """Make a call whose answer is read whole."""
        settings = self._sender.settings

        async def finish(response: BackendResponse) -> APIResponse[T]:
            answer = await self._sender.read(call, response)
            body = decode(call.operation, answer, call.secrets, errors=settings.dialect.errors)
            incomplete: AuthRefreshError | None = None
            if is_renewal(call.operation):
                # Somebody renewed the tokens by hand: the client goes on with the new ones.
                try:
                    await settings.credentials.adopt(read_pair(body))
                except AuthRefreshError as error:
                    incomplete = error
            data = read_result(call.operation, answer, body, read, call.secrets)
            if incomplete is not None:
                raise incomplete
            return APIResponse(
                data=data,
                status=answer.status,
                headers=answer.headers,
                message=_message(body),
                body=body,
                request_id=request_id(answer.headers),
                elapsed=call.elapsed,
                attempts=call.attempts,
            )

        return await self._sender.perform(call, finish)

    async def _walk(
        self, call: Call, read: Read[Page[T]], number: int, prefetch: int
    ) -> AsyncGenerator[T]:
        from ._prefetch import walk_ahead

        try:
            page = (await self._answered(call, read)).data
        except APIError as error:
            error.page = number
            raise
        async with aclosing(walk_ahead(page, prefetch) if prefetch else page.walk()) as items:
            async for item in items:
                yield item

    def _body_deadline(self) -> float | None:
        """When a body that is read as it arrives must have come, in the time of the event loop."""
        limit = self._options.deadline
        return None if limit is None else asyncio.get_running_loop().time() + limit

    def _opener(self, call: Call) -> Callable[[], Awaitable[Incoming]]:
        """Return what opens a body that is read as it arrives."""
        call.streamed = True

        async def finish(response: BackendResponse) -> Incoming:
            return IncomingBody(call, response)

        return lambda: self._sender.perform(call, finish)

    def _page_reader(
        self,
        call: Call,
        read: Read[T],
        path: tuple[object, ...],
        query: Arguments | None,
        headers: Arguments | None,
        but_not: list[T] | None = None,
    ) -> Read[Page[T]]:
        # Whoever walks over a deprecated list was told at the first page.
        further = call.operation._replace(deprecated=None)

        async def fetch(changed: Arguments, *, but_not: list[T] | None = None) -> Page[T]:
            asked = {**(query or {}), **changed}
            call = self._prepare(further, path, asked, headers)
            reader = self._page_reader(call, read, path, asked, headers, but_not)
            return (await self._answered(call, reader)).data

        return page_reader(_pagination(call.operation), read, query, fetch, but_not=but_not)


def _pagination(operation: Operation) -> Pagination | SkipTake:
    if operation.pagination is None:
        msg = f"{operation.id} has no pages"
        raise TypeError(msg)
    return operation.pagination


def anything_or_none(value: Any) -> Any:
    """Read whatever came; None when an envelope holds no data."""
    return None if value is MISSING else value


def _message(body: Any) -> str | None:
    message = body.get("message") if is_object(body) else None
    return message if isinstance(message, str) else None
