"""Calling the method of an operation, whatever kind of thing it gives."""

from __future__ import annotations

import inspect
import json
import warnings
from collections.abc import AsyncIterator
from typing import Any

from ejento_async import AnswerStream, Download, EjentoClient

from .arguments import Arguments
from .backends import CannedBackend
from .places import body_of
from .spec import Operation


def method_of(client: EjentoClient, operation: Operation, *, with_response: bool = False) -> Any:
    """Find the method that the operation's id and tag promise."""
    resource = getattr(getattr(client, operation.generation), operation.resource)
    return getattr(resource.with_response if with_response else resource, operation.name)


def iterator_of(client: EjentoClient, operation: Operation) -> Any:
    """Find the method that walks over all pages of a list."""
    return getattr(method_of(client, operation).__self__, operation.iterator or "")


def answer_well(canned: CannedBackend, operation: Operation) -> None:
    """Have a backend give an operation a good answer with everything in it."""
    if operation.kind == "redirect":
        canned.answer(b"", status=302, location="https://app.example.com/")
    elif operation.kind == "bytes":
        canned.answer(b"content", content_type="application/octet-stream")
    elif operation.kind == "stream":
        event = f"event: end\ndata: {json.dumps(body_of(operation))}\n\n".encode()
        canned.answer(event, content_type="text/event-stream")
    else:
        canned.answer_json(body_of(operation), status=operation.status)


async def call(method: Any, arguments: Arguments) -> Any:
    """Call a method and return its result.

    A stream is returned when it has come to its end, a download as its bytes, a walk over all
    pages as a list.
    """
    with warnings.catch_warnings():
        # That deprecated ones warn, and how often, has a test of its own.
        warnings.simplefilter("ignore", DeprecationWarning)
        result = method(*arguments.positional, **arguments.keywords)
        if inspect.isawaitable(result):
            return await result
    if isinstance(result, AnswerStream):
        async with result as answer:
            await answer.collect()
        return answer
    if isinstance(result, Download):
        async with result as download:
            return await download.read()
    assert isinstance(result, AsyncIterator)
    return [item async for item in result]
