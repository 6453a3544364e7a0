"""What a test that failed has asked of its sandbox, in words and without credentials."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

if TYPE_CHECKING:
    from ejento_async.sandbox import FaultRule, RecordedRequest, Sandbox

_MOST = 40
_PLAIN = re.compile(r"-?[0-9]{1,12}|true|false")
_HIDDEN = "…"


def report(sandbox: Sandbox) -> str:
    """List the latest requests and what became of the faults.

    Anything that could be a credential is left out: headers, bodies, and of the URL all but numbers
    and what the spec knows of paths and parameters.
    """
    return "\n".join(_lines(sandbox))


def _lines(sandbox: Sandbox) -> Iterator[str]:
    requests = sandbox.requests.snapshot()
    if len(requests) > _MOST:
        yield f"({len(requests) - _MOST} earlier requests)"
    elif not requests:
        yield "no request has arrived"
    for request in requests[-_MOST:]:
        yield _line(request)
    for rule in sandbox.faults:
        yield _fate(rule)


def _line(request: RecordedRequest) -> str:
    status = "no answer" if request.status is None else str(request.status)
    what = request.operation or "no operation of the spec"
    size = f", {request.body_size} bytes" if request.body_size else ""
    connection = f"connection {request.connection}{', reused' if request.reused else ''}"
    return f"{status}  {request.method} {_target(request)}  ({what}{size}, {connection})"


def _target(request: RecordedRequest) -> str:
    words, names, counts = _known()
    path = "/".join(
        part if part in words or _PLAIN.fullmatch(part) else _HIDDEN
        for part in request.path.split("/")
    )
    query = "&".join(
        f"{name if name in names else _HIDDEN}="
        f"{value if name in counts and _PLAIN.fullmatch(value) else _HIDDEN}"
        for name, value in parse_qsl(request.query, keep_blank_values=True)
    )
    return f"{path}?{query}" if query else path


@cache
def _known() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return what paths of the spec are made of, its query parameters, and those that count."""
    from ejento_async.sandbox._spec import packaged_specs

    operations = [one for spec in packaged_specs() for one in spec.operations.values()]
    words = {part for one in operations for part in one.path.split("/") if "{" not in part}
    queries = [each for one in operations for each in one.parameters if each.place == "query"]
    counts = {each.name for each in queries if each.schema.get("type") in ("integer", "boolean")}
    return frozenset(words), frozenset(each.name for each in queries), frozenset(counts)


def _fate(rule: FaultRule) -> str:
    fault = rule.fault
    status = f" {fault.status_code}" if fault.status_code else ""
    where = [
        f"{name}={value}"
        for name, value in (
            ("operation", fault.operation),
            ("method", fault.method),
            ("path", fault.path),
            ("times", fault.times),
        )
        if value is not None
    ]
    often = {0: "never", 1: "once"}.get(rule.fired, f"{rule.fired} times")
    return f"fault {' '.join([f'{fault.kind}{status}', *where])}: fired {often}"
