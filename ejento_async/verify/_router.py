"""Whether a 404 means that there is no such path, or that there is no such record.

What the deployment says about a path that is certainly not there is known from asking for one: an
answer that looks the same comes from the same place, the router, and never reached an operation.
"""

from __future__ import annotations

import json
import re
from collections.abc import Awaitable, Callable, Mapping
from secrets import token_hex
from typing import Any, TypeAlias
from urllib.parse import unquote

from attrs import field, frozen

from .._errors import APIError

_PREFIX = re.compile(r"(?:/(?:auth|response|indexing)-service)?(?:/api/v2|/v2/api)?(?=/)")
_COMPARED_HEADERS = ("content-type", "server", "allow")
"""Those that a router and an operation behind it may send differently, and each always alike."""
_CHANGING = re.compile(r"[A-Za-z0-9+/=_-]{16,}|\d+")
"""Ids, times and numbers, which are different in each answer."""
_COMPARED_TEXT = 800
_SHORTEST_ECHO = 3


@frozen
class Reply:
    """What came of a call: an answer of whatever status, or none.

    Attributes:
        status: HTTP status, or None without an answer.
        headers: names in lower case.
        body: the decoded body; of failures the text, if it is not JSON.
        error: what the client made of it, if it was no good answer.
    """

    status: int | None
    headers: Mapping[str, str]
    body: Any = field(repr=False)
    error: APIError | None = None


Ask: TypeAlias = Callable[[str], Awaitable[Reply]]


def prefix_of(path: str) -> str:
    """Return what stands before the resources in a path: paths that share it share a router."""
    match = _PREFIX.match(path)
    return match.group() if match else ""


class Router:
    """Knows what the deployment answers when there is no such path.

    Args:
        ask: makes a call.
    """

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._looks: dict[str, tuple[object, ...] | None] = {}

    async def probe(self, path: str) -> None:
        """Find out what is answered beside a path, unless that is known."""
        prefix = prefix_of(path)
        if prefix not in self._looks:
            nowhere = f"{prefix}/no-such-path-{token_hex(8)}"
            reply = await self._ask(nowhere)
            self._looks[prefix] = None if reply.status is None else look(reply, nowhere)

    def knows(self, path: str) -> bool:
        """Whether there is something to compare an answer with."""
        return self._looks.get(prefix_of(path)) is not None

    def made(self, reply: Reply, path: str) -> bool:
        """Whether an answer looks like those to paths that are not there."""
        return self.knows(path) and self._looks[prefix_of(path)] == look(reply, path)


def look(reply: Reply, path: str) -> tuple[object, ...]:
    """Return what an answer looks like, without what depends on the path and on the moment."""
    text = reply.body if isinstance(reply.body, str) else json.dumps(reply.body, sort_keys=True)
    for echo in _echoes(path):
        text = text.replace(echo, "<path>")
    headers = [reply.headers.get(name, "") for name in _COMPARED_HEADERS]
    return (reply.status, *headers, _CHANGING.sub("#", text)[:_COMPARED_TEXT])


def _echoes(path: str) -> list[str]:
    """Return the forms in which servers repeat the path that was asked for, longest first."""
    forms = [path, unquote(path), path.lstrip("/"), path.rpartition("/")[2]]
    # As JSON may write it.
    forms += [form.replace("/", "\\/") for form in forms]
    return sorted({form for form in forms if len(form) >= _SHORTEST_ECHO}, key=len, reverse=True)
