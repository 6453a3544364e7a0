"""Everything that the SDK raises.

    EjentoError
    ├── ConfigurationError            a setting is missing or malformed (also a ValueError)
    ├── ClientClosedError             the client was used after aclose() (also a RuntimeError)
    ├── APIError                      a call went wrong
    │   ├── APIConnectionError        no whole answer arrived (also a ConnectionError)
    │   │   └── APITimeoutError       ... in time (also a TimeoutError)
    │   ├── APIStatusError            the server answered with an error status
    │   │   ├── BadRequestError              400
    │   │   ├── AuthenticationError          401
    │   │   ├── PermissionDeniedError        403
    │   │   ├── NotFoundError                404
    │   │   ├── ConflictError                409
    │   │   ├── UnprocessableEntityError     422
    │   │   ├── RateLimitError               429
    │   │   └── ServerError                  5xx
    │   ├── APIResponseError          the answer is not what the spec says, or `success: false`
    │   │   └── ResponseTooLargeError        a body over `max_response_bytes`
    │   ├── AuthRefreshError          new tokens could not be had; log in again
    │   └── StreamError               a stream of events did not come to a good end
    │       ├── StreamInterruptedError       it ended before its last event
    │       ├── StreamIdleTimeoutError       it went quiet (also a TimeoutError)
    │       └── AnswerFailedError            the agent reports a failure
    ├── UploadError                   a file changed, or could not be read, while it was sent
    ├── IndexingFailed                a document could not be indexed
    └── IndexingTimeoutError          ... or not in time (also a TimeoutError)

No error text, attribute or pickle holds a credential: URLs are kept without their query, and
bodies pass through `redact` before they get here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class EjentoError(Exception):
    """Base of everything that the SDK raises on its own account."""


class ConfigurationError(EjentoError, ValueError):
    """A setting is missing or malformed; the message names the argument and its variable."""


class ClientClosedError(EjentoError, RuntimeError):
    """The client was used after `aclose()`."""


class APIError(EjentoError):
    """A call to the API went wrong.

    Attributes:
        message: what went wrong, in the server's words where it gave any.
        operation: id of the operation in the spec, or None for `client.request()`.
        method: HTTP method.
        url: URL without query.
        status: HTTP status, or None when no answer arrived.
        headers: headers of the answer, names in lower case.
        body: the decoded body of the answer, or its text, with secrets masked.
        request_id: the id that the server gave the request, if it gave one.
        attempts: how often the call was tried.
        elapsed: seconds from the first attempt to the failure.
        maybe_applied: whether the server may have acted on the call.
        page: number of the page that a walk over a list could not get, all items before it being
            delivered: another walk goes on there with `page=`. None for other calls.
    """

    def __init__(
        self,
        message: str,
        *,
        status: int | None = None,
        headers: Mapping[str, str] | None = None,
        body: Any = None,
        request_id: str | None = None,
        maybe_applied: bool = False,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.status = status
        self.headers = dict(headers or {})
        self.body = body
        self.request_id = request_id
        self.maybe_applied = maybe_applied
        self.operation: str | None = None
        self.method = ""
        self.url = ""
        self.attempts = 0
        self.elapsed = 0.0
        self.page: int | None = None

    def __str__(self) -> str:
        parts = [self.message]
        if self.method:
            parts.append(f"{self.method} {self.url}")
        if self.status is not None:
            parts.append(f"status {self.status}")
        if self.attempts > 1:
            parts.append(f"{self.attempts} attempts")
        if self.request_id:
            parts.append(f"request id {self.request_id}")
        return " | ".join(parts)


class APIConnectionError(APIError, ConnectionError):
    """No whole answer arrived: the connection was refused, reset or cut.

    `maybe_applied` says whether the request had left before that.
    """


class APITimeoutError(APIConnectionError, TimeoutError):
    """No whole answer arrived within the timeout or the deadline of the call."""


class APIStatusError(APIError):
    """The server answered with an error status."""


class BadRequestError(APIStatusError):
    """400: the server refuses the arguments."""


class AuthenticationError(APIStatusError):
    """401: the API key or the access token is missing, wrong or expired."""


class PermissionDeniedError(APIStatusError):
    """403: the user may not do this."""


class NotFoundError(APIStatusError):
    """404: no such record, or no such route."""


class ConflictError(APIStatusError):
    """409: the record is in a state that does not allow this."""


class UnprocessableEntityError(APIStatusError):
    """422: the server understands the request and refuses its values."""


class RateLimitError(APIStatusError):
    """429: too many requests.

    Attributes:
        retry_after: seconds after which the server wants to be asked again, if it said so.
    """

    retry_after: float | None = None


class ServerError(APIStatusError):
    """5xx: the server, or a gateway in front of it, failed."""


class APIResponseError(APIError):
    """The answer is not what the spec says, or says `success: false` with a good status.

    Attributes:
        path: where in the body the offending member is, if one is.
    """

    path: str | None = None


class ResponseTooLargeError(APIResponseError):
    """A body, after decompression, is larger than `max_response_bytes`."""


class AuthRefreshError(APIError):
    """New tokens could not be had.

    The `__cause__` says why: with an `APIConnectionError` or a `ServerError` the next call may have
    more luck, with any other error somebody must log in again.
    """


class StreamError(APIError):
    """A stream of events did not come to a good end.

    Attributes:
        partial: the text of the answer as far as it arrived.
    """

    partial: str = ""


class StreamInterruptedError(StreamError):
    """The stream ended before its last event."""


class StreamIdleTimeoutError(StreamError, TimeoutError):
    """The stream went quiet for longer than its idle timeout."""


class AnswerFailedError(StreamError):
    """The agent reports a failure in place of an answer."""


class UploadError(EjentoError):
    """A file changed, or could not be read, while it was sent; the server got no whole request."""


class IndexingFailed(EjentoError):
    """A document could not be indexed.

    Attributes:
        document_id: the document.
        step: the last step that the server reported.
    """

    def __init__(self, message: str, *, document_id: int = 0, step: str | None = None) -> None:
        super().__init__(message)
        self.document_id = document_id
        self.step = step


class IndexingTimeoutError(EjentoError, TimeoutError):
    """A document was not indexed in time.

    Attributes:
        document_id: the document.
        step: the last step that the server reported.
    """

    def __init__(self, message: str, *, document_id: int = 0, step: str | None = None) -> None:
        super().__init__(message)
        self.document_id = document_id
        self.step = step


_BY_STATUS: dict[int, type[APIStatusError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableEntityError,
    429: RateLimitError,
}


def error_for_status(status: int) -> type[APIStatusError]:
    """Return the class of error for an HTTP status; any number is fine, known to HTTP or not."""
    if status >= 500:
        return ServerError
    return _BY_STATUS.get(status, APIStatusError)
