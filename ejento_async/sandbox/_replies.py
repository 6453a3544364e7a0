"""Answers in the vendor's forms: envelopes, bare objects, and the three shapes of errors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ._spec import Json, Service
from .shapes import document360


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer with a JSON body.

    Attributes:
        body: the JSON value.
        status: HTTP status, or None for the one that the spec documents.
    """

    body: Any
    status: int | None = None
    headers: Mapping[str, str] = field(default_factory=dict[str, str])


class Refusal(Exception):
    """A request is turned down.

    Attributes:
        status: HTTP status.
        message: the reason, in words.
        detail: what the auth service puts in `detail` in place of the message.
        gateway: whether the API gateway refuses, before any service sees the request.
        body: the whole body, where it is not made of the message.
    """

    def __init__(
        self,
        status: int,
        message: str,
        *,
        detail: object = None,
        headers: Mapping[str, str] | None = None,
        gateway: bool = False,
        body: Json | None = None,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.detail = detail
        self.headers = dict(headers or {})
        self.gateway = gateway
        self.body = body


def success(data: Any, message: str, *, status: int | None = None) -> Reply:
    """Wrap data in the vendor's envelope."""
    return Reply({"success": True, "message": message, "data": data}, status)


def done(message: str) -> Reply:
    """Say in the vendor's envelope that something is done that gives no data."""
    return Reply({"success": True, "message": message})


def bare(body: Any) -> Reply:
    """Answer with an object without envelope."""
    return Reply(body)


def not_found(what: str) -> Refusal:
    """Say that there is no such record."""
    return Refusal(404, f"{what} not found")


def refused(refusal: Refusal, service: Service) -> Reply:
    """Put a refusal in the form of the service that makes it.

    The API gateway answers with `statusCode` and `message`, the auth service with `detail`, all
    others with the envelope, of which Document360 has one of its own.
    """
    body: Json
    if refusal.body is not None:
        body = refusal.body
    elif service == "document360":
        body = document360.refusal(refusal.status, refusal.message)
    elif refusal.gateway:
        body = {"statusCode": refusal.status, "message": refusal.message}
    elif service == "auth-service":
        body = {"detail": refusal.message if refusal.detail is None else refusal.detail}
    else:
        body = {"success": False, "message": refusal.message}
    return Reply(body, refusal.status, refusal.headers)
