"""What people are told when something goes wrong: what it means for them, and what they can do."""

from __future__ import annotations

import logging
from typing import TypedDict

from ejento_async import (
    AnswerFailedError,
    APIConnectionError,
    APIError,
    AuthenticationError,
    AuthRefreshError,
    ClientClosedError,
    EjentoError,
    NotFoundError,
    PermissionDeniedError,
    RateLimitError,
    ServerError,
    StreamIdleTimeoutError,
    StreamInterruptedError,
)

_log = logging.getLogger(__name__)


class Trouble(TypedDict):
    """What the page shows.

    Attributes:
        message: words for the person who asks.
        retry_after: seconds after which it makes sense to ask again; None when it makes none.
    """

    message: str
    retry_after: float | None


def trouble_of(error: EjentoError) -> Trouble:
    """Put an error into words, and into our log, which may know more."""
    # The errors of the SDK hold no credential, and their text no question.
    request_id = error.request_id if isinstance(error, APIError) else None
    _log.warning("%s: %s", type(error).__name__, error)
    message, retry_after = _words(error)
    if request_id:
        message += f" (Reference for support: {request_id})"
    return Trouble(message=message, retry_after=retry_after)


def status_of(error: EjentoError) -> int:
    """Return the HTTP status for an error that befalls a plain request."""
    if isinstance(error, RateLimitError):
        return 429
    if isinstance(error, NotFoundError):
        return 404
    return 503 if isinstance(error, APIConnectionError | ClientClosedError) else 502


def _words(error: EjentoError) -> tuple[str, float | None]:
    # Why tokens could not be renewed is what counts: it may have been an outage.
    reason = error.__cause__ if isinstance(error, AuthRefreshError) else error
    match reason:
        case RateLimitError():
            return "Many questions are being asked right now.", reason.retry_after or 10
        case AuthenticationError() | PermissionDeniedError():
            return "This service may not ask the agent. Please tell whoever runs it.", None
        case NotFoundError():
            return "What you asked for is not there any more.", None
        case AnswerFailedError():
            return f"The agent could not answer: {reason.message}", 0
        case StreamIdleTimeoutError():
            return "The agent fell silent in the middle of its answer.", 0
        case StreamInterruptedError():
            return "The answer broke off.", 0
        case ClientClosedError():
            return "This service is about to restart.", 5
        case APIConnectionError() | ServerError():
            return "The agent cannot be reached at the moment.", 5
        case _:
            return "Something went wrong that should not. Please tell whoever runs this.", None
