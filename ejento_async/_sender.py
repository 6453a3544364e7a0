"""One call's way through the network: authorise, send, retry, read; within its deadline.

What goes in is a `Call`, what comes out is what `finish` makes of the first good answer. This is
the place where credentials, retries and limits meet.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from typing import Any, TypeVar

from attrs import evolve, frozen

from ._answer import Answer, decode, status_error
from ._auth import is_renewal
from ._call import Call, request_id
from ._config import SERVICES, Settings, Timeout
from ._credentials import Credentials
from ._errors import (
    APIError,
    APIResponseError,
    APIStatusError,
    APITimeoutError,
    AuthenticationError,
    ClientClosedError,
    ConfigurationError,
    ResponseTooLargeError,
)
from ._frames import forget_locals, mask_words
from ._observe import Observers, observed
from ._protocol import UNSET, Arguments, Operation, Security
from ._renewal import RENEWAL_DEADLINE
from ._request import build_body, build_headers, build_path, build_query
from ._retry import wait_before_retry
from ._secret import Secret
from ._shared import Shared
from ._version import __version__
from .backends.protocol import (
    Backend,
    BackendError,
    BackendRequest,
    BackendResponse,
    BodyTooLargeError,
    PhaseTimeouts,
)

T = TypeVar("T")

REFUSAL_PATIENCE = 5.0
"""Seconds to wait for the body of an error status, which only has words for what is known."""


@frozen(kw_only=True)
class CallOptions:
    """What calls may have of their own; None leaves the client's setting."""

    timeout: Timeout | None = None
    deadline: float | None = None
    max_retries: int | None = None


class Sender:
    """Makes the calls of one client and of all that share its connections and its tokens.

    Args:
        settings: what the client was told.
        backend: how requests are sent, or what is shared with those who do so already.
    """

    def __init__(self, settings: Settings, backend: Backend | Shared) -> None:
        self.settings = settings
        self._shared = backend if isinstance(backend, Shared) else Shared(backend)
        self._shared.senders.add(self)
        self._user_agent = f"ejento-async/{__version__}"

    def acting_as(self, credentials: Credentials) -> Sender:
        """Return one that calls as somebody else, and shares all but the tokens with this one."""
        return Sender(evolve(self.settings, credentials=credentials), self._shared)

    @property
    def observers(self) -> Observers:
        """Who looks at the calls."""
        return self._shared.observers

    async def aclose(self) -> None:
        """Close all connections; later calls raise `ClientClosedError`, and so do waiting ones.

        Raises:
            RuntimeError: the client is in use on another event loop; it stays open.
        """
        await self._shared.aclose(self)

    async def end_renewal(self) -> None:
        """Wait for the renewal that goes this way; cancel it if it lasts."""
        await self.settings.credentials.end_renewal(self._exchange)

    @property
    def unclosed(self) -> bool:
        """Whether there may be connections, which nobody has closed."""
        return self._shared.used and not self._shared.closed

    def prepare(
        self,
        operation: Operation,
        path: tuple[object, ...] = (),
        query: Arguments | None = None,
        headers: Arguments | None = None,
        body: object = UNSET,
        options: CallOptions | None = None,
    ) -> Call:
        """Check and encode all arguments: what is wrong with them shows here, before any I/O."""
        self._refuse_if_closed()
        settings = self.settings
        options = options or CallOptions()
        base, route, key = self._route(operation)
        content, content_type = build_body(operation, body)
        sent_headers: list[tuple[str, str | Secret]] = [
            ("accept", operation.accept),
            ("user-agent", self._user_agent),
        ]
        if operation.security is not Security.NONE:
            sent_headers.append(key)
        if content_type is not None:
            sent_headers.append(("content-type", content_type))
        given = build_headers(headers)
        names = {name.lower() for name, _ in given}
        sent_headers = [each for each in sent_headers if each[0].lower() not in names] + given
        timeout = options.timeout or settings.timeout
        read = timeout.read if options.timeout else max(timeout.read, operation.timeout or 0)
        return Call(
            operation=operation,
            url=base + build_path(route, path),
            query=build_query(query),
            headers=sent_headers,
            body=content,
            client_secrets=settings.secrets,
            timeouts=PhaseTimeouts(timeout.connect, read, timeout.write),
            max_retries=(
                settings.max_retries if options.max_retries is None else options.max_retries
            ),
            deadline=self._deadline(operation, options),
        )

    async def perform(self, call: Call, finish: Callable[[BackendResponse], Awaitable[T]]) -> T:
        """Attempt a call until it succeeds or must not be tried again, within its deadline.

        Args:
            call: what to send.
            finish: makes the result of a good answer; frees the answer if it fails.

        Raises:
            APIError: the call failed.
        """
        call.observation = self.observers.of(call, self.settings.secrets)
        if call.observation is None:
            return await self._perform(call, finish)
        return await observed(call.observation, self._perform(call, finish))

    async def _perform(self, call: Call, finish: Callable[[BackendResponse], Awaitable[T]]) -> T:
        before = sys.exception()
        call.start()
        self._shared.used = True
        self._shared.budget.deposit()
        timer = asyncio.timeout(call.deadline)
        try:
            async with timer:
                self._shared.under_way.add(timer)
                if call.bearer is None and is_renewal(call.operation):
                    return await self._renew_by_hand(call, finish)
                return await self._attempts(call, finish, timer.when())
        except APIError as error:
            if call.is_foreign(error):
                raise
            forget_locals(error, before)
            mask_words(error, before, call.secrets())
            error.maybe_applied = call.acted or _leaves_open(call, error)
            raise call.about(error)  # noqa: B904 - it is the same error
        except BaseException as error:
            # Crash reporters are shown cancellations, and errors of a body's own making, as well.
            forget_locals(error, before)
            if not (isinstance(error, TimeoutError) and timer.expired()):
                raise
            self._refuse_if_closed()
            message = f"no {call.awaited} within the deadline of {call.deadline:g} s"
            raise call.about(
                APITimeoutError(message, maybe_applied=call.acted or call.maybe_applied)
            ) from None
        finally:
            self._shared.under_way.discard(timer)

    async def read(self, call: Call, response: BackendResponse) -> Answer:
        """Read a body to its end, up to the limit, and free the connection.

        Raises:
            APIConnectionError: the body does not end well.
            ResponseTooLargeError: it is larger than the limit.
        """
        limit = self.settings.limits.max_response_bytes
        try:
            content = await response.read(limit)
        except BodyTooLargeError:
            raise ResponseTooLargeError(
                f"the body is larger than limits.max_response_bytes ({limit} bytes)",
                status=response.status,
                headers=response.headers,
                request_id=request_id(response.headers),
            ) from None
        except BackendError as failure:
            raise call.connection_error(failure) from failure
        return Answer(response.status, response.headers, content)

    async def _attempts(
        self,
        call: Call,
        finish: Callable[[BackendResponse], Awaitable[T]],
        deadline: float | None,
    ) -> T:
        renewed, retries = False, 0
        while True:
            token = await self._token(call)
            try:
                return await self._attempt(call, token, finish)
            except AuthenticationError as error:
                if token is None or call.is_foreign(error) or not self._may_renew(call):
                    raise
                if renewed:
                    # Refused twice: only a token that others got meanwhile is worth another try.
                    replaced = self.settings.credentials.has_other_than(token)
                    if not replaced or retries >= call.max_retries:
                        raise
                    retries += 1
                renewed = True
                await self.settings.credentials.renewed(token, self._exchange)
                if not call.replayable:
                    error.message += " (the tokens are new now, but this body cannot be sent again)"
                    error.args = (error.message,)
                    raise
                if call.observation is not None:
                    call.observation.repeats(type(error), 0)
            except APIError as error:
                if call.is_foreign(error):
                    raise
                wait = wait_before_retry(error, retries, idempotent=call.operation.idempotent)
                if wait is None or retries >= call.max_retries or not call.replayable:
                    raise
                if deadline is not None and asyncio.get_running_loop().time() + wait >= deadline:
                    raise
                if not self._shared.budget.withdraw():
                    raise
                retries += 1
                call.acted = call.acted or _leaves_open(call, error)
                if call.observation is not None:
                    call.observation.repeats(type(error), wait)
                await asyncio.sleep(wait)

    async def _attempt(
        self, call: Call, token: Secret | None, finish: Callable[[BackendResponse], Awaitable[T]]
    ) -> T:
        self._refuse_if_closed()
        call.attempts += 1
        call.status = call.answer_headers = None
        headers = list(call.headers)
        if token is not None:
            headers.append(("authorization", Secret(f"Bearer {token.reveal()}")))
        request = BackendRequest(
            call.operation.method, call.url + call.query, headers, call.body, call.timeouts
        )
        call.request = request
        try:
            response = await self._shared.backend.send(request)
        except BackendError as failure:
            request.sent = failure.sent
            self._refuse_if_closed()
            raise call.connection_error(failure) from failure

        request.sent = True
        call.status = response.status
        call.answer_headers = response.headers
        if call.is_good(response.status):
            return await finish(response)
        raise status_error(await self._read_refusal(response), call.secrets)

    async def _read_refusal(self, response: BackendResponse) -> Answer:
        """Read the body of an error status; whatever becomes of it, the status counts."""
        content = b""
        with suppress(BackendError, TimeoutError):
            async with asyncio.timeout(REFUSAL_PATIENCE):
                content = await response.read(self.settings.limits.max_response_bytes)
        return Answer(response.status, response.headers, content)

    def _refuse_if_closed(self) -> None:
        if self._shared.closed:
            msg = "the client is closed"
            raise ClientClosedError(msg)

    def _may_renew(self, call: Call) -> bool:
        """Whether a 401 is a reason to get new tokens."""
        return (
            call.operation.security is Security.ACCESS
            and call.bearer is None
            and self.settings.credentials.renewable
        )

    async def _token(self, call: Call) -> Secret | None:
        """Return the token that a call carries, if it carries one."""
        security, credentials = call.operation.security, self.settings.credentials
        if call.bearer is not None:
            return call.bearer
        if security is Security.ACCESS:
            patient = not call.replayable
            return (await credentials.current(self._exchange, patient=patient)).access
        if security is Security.AUTH:
            tokens = await credentials.current(self._exchange)
            if tokens.auth is None:
                msg = "credentials: expected ones with an auth token (EJENTO_AUTH_TOKEN)"
                raise ConfigurationError(msg)
            return tokens.auth
        return None

    async def _renew_by_hand(
        self, call: Call, finish: Callable[[BackendResponse], Awaitable[T]]
    ) -> T:
        """Make a call that replaces the tokens: in turn with the renewals that no user asks for."""

        async def renew(auth: Secret) -> T:
            call.bearer = auth
            return await self._attempts(call, finish, None)

        return await self.settings.credentials.by_hand(renew, self._exchange)

    async def _exchange(
        self,
        operation: Operation,
        *,
        bearer: Secret | None = None,
        headers: Mapping[str, object] | None = None,
        body: object = None,
    ) -> Any:
        """Get tokens: a call of its own, that belongs to none of those that wait for it."""
        options = CallOptions(deadline=RENEWAL_DEADLINE)
        content = UNSET if body is None else body
        call = self.prepare(operation, headers=headers, body=content, options=options)
        call.bearer = bearer

        async def finish(response: BackendResponse) -> Any:
            return decode(operation, await self.read(call, response), call.secrets)

        return await self.perform(call, finish)

    def _route(self, operation: Operation) -> tuple[str, str, tuple[str, Secret]]:
        """Return base URL, path and key header of an operation, as its service wants them."""
        settings = self.settings
        path = operation.path
        prefix = path[1:].partition("/")[0]
        service = settings.services.get(prefix) if prefix in SERVICES else None
        if service is None:
            return settings.base_url, path, (settings.dialect.key_header, settings.api_key)

        key = (service.api_key_header, service.api_key or settings.api_key)
        if service.base_url is None:
            return settings.base_url, path, key
        return service.base_url, path[len(prefix) + 1 :], key

    def _deadline(self, operation: Operation, options: CallOptions) -> float | None:
        """Seconds that a call may take in all; None for uploads, which last as long as they last."""
        if options.deadline is not None:
            return options.deadline
        if operation.body == "multipart":
            return None
        return max(self.settings.deadline, 2 * (operation.timeout or 0))


def _leaves_open(call: Call, error: APIError) -> bool:
    """Whether the server may have acted on the attempt that failed so."""
    if isinstance(error, APIStatusError | APIResponseError):
        # A good answer that cannot be read, and a fault of the server, leave it open.
        return call.maybe_applied and not 300 <= (error.status or 0) < 500
    return error.maybe_applied
