"""Failures in one line for people, and as an exit status for programs."""

from __future__ import annotations

import os
from http import HTTPStatus
from typing import Final

from .. import (
    APIConnectionError,
    APIError,
    APITimeoutError,
    AuthenticationError,
    AuthRefreshError,
    ConfigurationError,
    NotFoundError,
    RateLimitError,
)
from ._connection import CREDENTIALS
from ._words import one_line

FAILED: Final = 1
NOT_READY: Final = 3
NOT_FOUND: Final = 4
NO_ANSWER: Final = 5
INTERRUPTED: Final = 130
PIPE_CLOSED: Final = 141


def status_of(error: BaseException) -> int:
    """Return the exit status for an error."""
    match error:
        case ConfigurationError() | AuthenticationError() | AuthRefreshError():
            return NOT_READY
        case NotFoundError():
            return NOT_FOUND
        case APIConnectionError():
            return NO_ANSWER
        case _:
            return FAILED


def explain(error: BaseException) -> str:
    """Say in one line what failed, in the server's words, where, and what may help."""
    parts = [one_line(_words(error))]
    if isinstance(error, APIError):
        parts.append(f"({', '.join(_facts(error))})")
    hint = _hint(error)
    if hint:
        parts[-1] = f"{parts[-1]}; {hint}"
    return " ".join(parts)


def _words(error: BaseException) -> str:
    if isinstance(error, APIError):
        return error.message.rstrip(".") or type(error).__name__
    return str(error) or type(error).__name__


def _facts(error: APIError) -> list[str]:
    facts = [one_line(f"{error.method} {error.url}")] if error.method else []
    if error.status is not None:
        facts.append(f"{error.status} {_phrase(error.status)}".rstrip())
    if error.attempts > 1:
        facts.append(f"{error.attempts} attempts")
    if error.request_id:
        facts.append(f"request id {one_line(error.request_id)}")
    if error.maybe_applied and error.method not in ("GET", "HEAD"):
        facts.append("the server may have acted on it")
    return facts or [type(error).__name__]


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""


def _other_login() -> str:
    """Say how to come by good credentials, as against those that the server has refused."""
    named = [name for name in CREDENTIALS if os.environ.get(name) and "FILE" not in name]
    unset = f"unset {', '.join(named)} and " if named else ""
    return f"{unset}log in with `ejento login`"


def _hint(error: BaseException) -> str:
    match error:
        case AuthenticationError() if "subscription key" in error.message.lower():
            return "is EJENTO_API_KEY right?"
        case AuthenticationError() if error.operation == "v2_authentication_login":
            return "are e-mail and password right?"
        case AuthenticationError() | AuthRefreshError():
            return _other_login()
        case RateLimitError() if error.retry_after:
            return f"try again in {error.retry_after:g} s"
        case APITimeoutError():
            return "give it more time with --timeout"
        case APIConnectionError() if not error.maybe_applied:
            return "is EJENTO_BASE_URL right?"
        case _:
            return ""
