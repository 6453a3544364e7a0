"""The calls, one after the other, and what to make of each answer. Never anything but GET."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Iterable, Mapping
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from .._client import EjentoClient
from .._errors import APIConnectionError, APIError, ResponseTooLargeError
from .._json import is_object
from .._request import build_path
from ._compare import Comparison, Difference, compare
from ._ids import Arguments, Ids
from ._operations import EVIDENCE, JSON, ReadOperation, find
from ._results import Outcome, Result
from ._router import Reply, Router

_PATIENCE = 5
"""Calls in a row that get no answer, or are refused for their credentials, or for their number:
then the deployment does not want more of them."""
_LONGEST_MESSAGE = 120


class Verification:
    """Holds operations of the spec against a deployment.

    Args:
        client: makes the calls.
        document: the spec.
        operations: what to verify, in the order of the report.
        ids: the ids that are known, to which found ones are added.
        pace: seconds to wait between two calls.
        sleep: waits.
        tell: is told how many calls were made, after each.

    Attributes:
        stopped: why the verification ended early; empty when it did not.
    """

    def __init__(
        self,
        client: EjentoClient,
        document: JSON,
        operations: Iterable[ReadOperation],
        ids: Ids,
        *,
        pace: float,
        sleep: Callable[[float], Awaitable[object]],
        tell: Callable[[int], object] = lambda _calls: None,
    ) -> None:
        self._client = client
        self._document = document
        self._operations = list(operations)
        self._ids = ids
        self._pace = pace
        self._sleep = sleep
        self._tell = tell
        self._router = Router(self._ask)
        self._found: dict[str, Result] = {}
        self._calls = 0
        self._troubles = 0
        self.stopped = ""

    @property
    def results(self) -> list[Result]:
        """What became of each operation so far."""
        return [self._found.get(one.id) or self._not_tried(one) for one in self._operations]

    async def run(self) -> None:
        """Call all operations whose ids are known or become known, the best evidence first."""
        left = [one for one in self._operations if not one.left_out]
        left.sort(key=lambda one: EVIDENCE.index(one.evidence))
        while ready := next((one for one in left if not self._ids.missing(one)), None):
            left.remove(ready)
            await self._verify(ready)
            if self._troubles >= _PATIENCE:
                last = self._found[ready.id]
                self.stopped = f"stopped after {_PATIENCE} such answers in a row: {last.detail}"
                return

    async def _verify(self, operation: ReadOperation) -> None:
        await self._router.probe(operation.path)
        arguments = self._ids.arguments(operation)
        path, query = _filled(operation, arguments)
        reply = await self._ask(path, query)
        comparison = Comparison()
        if _is_body(reply):
            comparison = compare(operation.schema, reply.body, partial(find, self._document))
            self._ids.learn(comparison.records, operation.symbol)
        self._found[operation.id] = judge(
            operation, reply, comparison, arguments, router=self._router, path=path
        )

    async def _ask(self, path: str, query: Mapping[str, object] | None = None) -> Reply:
        if self._calls:
            await self._sleep(self._pace)
        self._calls += 1
        try:
            response = await self._client.request("GET", path, params=query)
            reply = Reply(response.status, response.headers, response.body)
        except APIError as error:
            reply = Reply(error.status, error.headers, error.body, error)
        self._troubles = self._troubles + 1 if reply.status in (None, 401, 429) else 0
        self._tell(self._calls)
        return reply

    def _not_tried(self, operation: ReadOperation) -> Result:
        missing = self._ids.missing(operation)
        if operation.left_out or self.stopped:
            detail = operation.left_out or self.stopped
        elif missing:
            detail = f"no value is known for {', '.join(missing)} (--id {missing[0]}=...)"
        else:
            detail = "its turn did not come"
        return Result(operation=operation, outcome=Outcome.NOT_TRIED, detail=detail)


def judge(
    operation: ReadOperation,
    reply: Reply,
    comparison: Comparison,
    arguments: Arguments,
    *,
    router: Router,
    path: str,
) -> Result:
    """Say what to make of an answer."""
    outcome, detail = _outcome(operation, reply, comparison, router=router, path=path)
    differences: list[Difference] = []
    notes: list[str] = []
    if outcome is Outcome.DIFFERS:
        differences = _differences(operation, reply, comparison)
    if outcome in (Outcome.ANSWERS, Outcome.DIFFERS):
        notes += [
            f"{place or 'body'}: left open in the spec, found {found}"
            for place, found in comparison.open.items()
        ]
        notes += [
            f"{place}: empty, its items were not compared"
            for place in comparison.empty
            if "[]" not in place
        ]
    return Result(
        operation=operation,
        outcome=outcome,
        status=reply.status,
        detail=detail,
        differences=differences,
        notes=notes,
        arguments=arguments,
    )


def _outcome(
    operation: ReadOperation, reply: Reply, comparison: Comparison, *, router: Router, path: str
) -> tuple[Outcome, str]:
    status = reply.status
    if status is None:
        return Outcome.FAILED, _words(reply)
    like_nowhere = router.made(reply, path)
    if status in (401, 403):
        hint = "; so are paths that are not there" if like_nowhere else ""
        return Outcome.REFUSED, f"{_words(reply)}{hint}"
    if like_nowhere and status < 500 and status not in (400, 422, 429):
        return Outcome.UNKNOWN_PATH, f"{status}, as for any path that is not there"
    if status == 405:
        allowed = _printable(reply.headers.get("allow", "")) or "not said"
        return Outcome.UNKNOWN_PATH, f"405: the path is there, but not for GET (allowed: {allowed})"
    if status in (404, 410):
        return Outcome.UNKNOWN_RECORD, _words(reply) + _doubt(operation, router, path)
    if 300 <= status < 400:
        return Outcome.FAILED, _words(reply) + _target(reply, path)
    if not 200 <= status < 300:
        return Outcome.FAILED, _words(reply)
    if isinstance(reply.error, ResponseTooLargeError) or _says_no(reply):
        return Outcome.FAILED, _words(reply)
    if _differences(operation, reply, comparison):
        return Outcome.DIFFERS, ""
    return Outcome.ANSWERS, ""


def _target(reply: Reply, path: str) -> str:
    """Say where a redirect leads, as far as it can be said: a location may hold a secret."""
    target = urlsplit(reply.headers.get("location", "")).path
    return "; to the same path with a slash at its end" if target.endswith(f"{path}/") else ""


def _doubt(operation: ReadOperation, router: Router, path: str) -> str:
    if not router.knows(path):
        return "; what the router says of paths that are not there could not be found out"
    if "{" not in operation.path:
        return "; the path names no record, so that another route may have taken it"
    return ""


def _differences(
    operation: ReadOperation, reply: Reply, comparison: Comparison
) -> list[Difference]:
    found = (
        []
        if reply.status == operation.status
        else [Difference("(status)", str(operation.status), str(reply.status))]
    )
    if not _is_body(reply):
        kind = _printable(reply.headers.get("content-type", "no content type"))
        return [*found, Difference("", "JSON", f"{kind} that is not")]
    return [*found, *comparison.differences]


def _is_body(reply: Reply) -> bool:
    """Whether there is a body to compare."""
    return reply.error is None


def _says_no(reply: Reply) -> bool:
    return is_object(reply.body) and reply.body.get("success") is False


def _filled(operation: ReadOperation, arguments: Arguments) -> tuple[str, dict[str, object]]:
    """Return the path and the query of a call."""
    in_path: list[object] = []
    query: dict[str, object] = dict(operation.query)
    for parameter in operation.parameters:
        if parameter.place == "path":
            in_path.append(arguments[parameter.name].value)
        else:
            query[parameter.name] = arguments[parameter.name].value
    return build_path(operation.path, tuple(in_path)), query


def _words(reply: Reply) -> str:
    """Return the status and the server's words; the client has masked its credentials in them."""
    error = reply.error
    said = "" if error is None else error.message
    if isinstance(error, APIConnectionError):
        said = f"no answer: {said}"
    text = f"{said}" if reply.status is None else f"{reply.status}: {said}"
    return _printable(text)


def _printable(value: Any) -> str:
    """Return text without what could act on a terminal, and not too much of it."""
    text = re.sub(r"\s+", " ", str(value))
    text = "".join(letter if letter.isprintable() else "?" for letter in text)
    return text if len(text) <= _LONGEST_MESSAGE else f"{text[:_LONGEST_MESSAGE]}..."
