"""From a finished answer to its typed result, or to the error that it stands for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from http.client import responses as reasons
from typing import Any, NamedTuple, TypeAlias, TypeVar

from ._call import describe, request_id
from ._decoding import NotJSONError, decode_json, decode_leniently, looks_like_html, server_message
from ._errors import APIResponseError, APIStatusError, RateLimitError, error_for_status
from ._json import is_array, is_object
from ._model import MISSING, ShapeError
from ._protocol import Operation, Read
from ._retry import asked_wait

T = TypeVar("T")

Secrets: TypeAlias = Callable[[], Iterable[str]]
"""Tells what must be masked; asked only when something failed."""


class Answer(NamedTuple):
    """A finished answer."""

    status: int
    headers: Mapping[str, str]
    content: bytes


def status_error(answer: Answer, secrets: Secrets) -> APIStatusError:
    """Make the error for a bad status, in the server's words where it gave any."""
    body = decode_leniently(answer.content, secrets())
    said = None if looks_like_html(body) else server_message(body)
    reason = reasons.get(answer.status, "unknown status")
    error = error_for_status(answer.status)(
        describe(said) if said else f"the server answered {answer.status} ({reason})",
        status=answer.status,
        headers=answer.headers,
        body=body,
        request_id=request_id(answer.headers),
    )
    if isinstance(error, RateLimitError):
        error.retry_after = asked_wait(answer.status, answer.headers)
    return error


def decode(
    operation: Operation, answer: Answer, secrets: Secrets, *, errors: str | None = None
) -> Any:
    """Decode a good answer; None when it has no body.

    Args:
        operation: what was called.
        answer: what came.
        secrets: what must be masked.
        errors: the member of envelopes, if there is one, that lists what went wrong.

    Raises:
        APIResponseError: the body is not JSON, or says that the call failed.
    """
    if operation.redirect:
        return answer.headers.get("location", MISSING)
    if not answer.content.strip():
        return None
    try:
        body = decode_json(answer.content)
    except NotJSONError as problem:
        kind = answer.headers.get("content-type", "no content type")
        raise _response_error(
            f"expected JSON, got {kind} that is not: {problem}", answer, secrets
        ) from None

    if is_object(body) and (body.get("success") is False or _lists_errors(body, errors)):
        said = server_message(decode_leniently(answer.content, secrets()))
        raise _response_error(
            describe(said) if said else "the server reports a failure", answer, secrets
        )
    return body


def _lists_errors(body: dict[str, Any], member: str | None) -> bool:
    found = None if member is None else body.get(member)
    return is_array(found) and bool(found)


def unwrap(operation: Operation, body: Any) -> tuple[str, Any]:
    """Take the envelope off: return the name of the payload, and the payload.

    A bare body is a payload without a name. Old endpoints are not consistent about
    envelopes, so both forms are taken wherever they can be told apart.
    """
    if is_object(body):
        enveloped = isinstance(body.get("success"), bool)
        for name in (operation.payload, "data"):
            if name in body and (operation.envelope or enveloped):
                return name, body[name]
        if operation.envelope and (enveloped or "message" in body):
            return operation.payload, MISSING
    return "", body


def read_result(
    operation: Operation, answer: Answer, body: Any, read: Read[T], secrets: Secrets
) -> T:
    """Make the typed result of a decoded body.

    Raises:
        APIResponseError: the body is not what the spec says; with the path of the member.
    """
    name, data = unwrap(operation, body)
    try:
        return read(data)
    except ShapeError as problem:
        if name:
            problem.inside(name)
        error = _response_error(f"unexpected answer: {problem}", answer, secrets)
        error.path = problem.path
        raise error from None
    except RecursionError:
        raise _response_error("the answer is nested too deeply", answer, secrets) from None


def _response_error(message: str, answer: Answer, secrets: Secrets) -> APIResponseError:
    return APIResponseError(
        message,
        status=answer.status,
        headers=answer.headers,
        body=decode_leniently(answer.content, secrets()),
        request_id=request_id(answer.headers),
    )
