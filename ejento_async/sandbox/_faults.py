"""What a sandbox can be told to do wrong, and to which requests."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypedDict, Unpack

Kind = Literal[
    "status", "delay", "expire_token", "slow_body", "cut_body", "stall_body", "drop", "raw"
]

_PASSING: frozenset[Kind] = frozenset(
    {"delay", "expire_token", "slow_body", "cut_body", "stall_body"}
)
_LONGEST = 600.0
_GARBAGE = bytes(range(0x80, 0x100)) + b"\r\n\x00\xff"
_PAGE = "<!DOCTYPE html><html><head><title>{0}</title></head><body><h1>{0}</h1></body></html>"


class Where(TypedDict, total=False):
    """Which requests a fault befalls; all of them, for ever, if nothing is said.

    Attributes:
        operation: id of an operation of the spec.
        method: HTTP method, in any case.
        path: regular expression that is searched for in the path as it is on the wire.
        reused: only on a connection that has carried a request before (True) or has not (False).
        times: how often; None is for ever.
        early: before the body of the request is read.
    """

    operation: str | None
    method: str | None
    path: str | None
    reused: bool | None
    times: int | None
    early: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that goes wrong. Made by the class methods, which take the keywords of `Where`.

    `delay`, `expire_token`, `slow_body`, `cut_body` and `stall_body` change the proper answer;
    several of them can befall one request. All others take the answer's place.
    """

    kind: Kind
    operation: str | None = None
    method: str | None = None
    path: str | None = None
    reused: bool | None = None
    times: int | None = None
    early: bool = False
    status_code: int = 0
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    body: bytes | None = None
    seconds: float = 0.0
    size: int = 0
    reset: bool = False

    def __post_init__(self) -> None:
        if not 0 <= self.seconds <= _LONGEST:
            msg = f"seconds must be from 0 to {_LONGEST:g}"
            raise ValueError(msg)
        if self.path is not None:
            re.compile(self.path)

    @property
    def passes(self) -> bool:
        """Whether the request is answered all the same."""
        return self.kind in _PASSING

    @classmethod
    def status(
        cls,
        status: int,
        *,
        body: Any = None,
        headers: Mapping[str, str] | None = None,
        html: bool = False,
        **where: Unpack[Where],
    ) -> Fault:
        """Answer with a status.

        Args:
            status: the status, from 200 to 599; others can be had with `raw`.
            body: bytes or text as they are, anything else as JSON; by default the error body of
                the service that was asked.
            headers: headers of the answer, for example `{"Retry-After": "1"}`.
            html: whether the body is the page that a gateway shows.
            where: see `Where`.

        Raises:
            ValueError: if the status is none of those.
        """
        if not 200 <= status <= 599:
            msg = "the status must be from 200 to 599; see Fault.raw"
            raise ValueError(msg)
        named = dict(headers or {})
        types = {name.lower() for name in named}
        data: bytes | None = None
        media_type = "application/json"
        if html and body is None:
            body, media_type = _PAGE.format(status), "text/html; charset=utf-8"
        elif isinstance(body, str):
            html = body.lstrip().startswith("<")
            media_type = f"text/{'html' if html else 'plain'}; charset=utf-8"
        if isinstance(body, bytes):
            data, media_type = body, "application/octet-stream"
        elif body is not None:
            data = (body if isinstance(body, str) else json.dumps(body)).encode()
        if "content-type" not in types:
            named["content-type"] = media_type
        return cls(kind="status", status_code=status, body=data, headers=named, **where)

    @classmethod
    def empty(cls, **where: Unpack[Where]) -> Fault:
        """Answer 200 with no body at all."""
        return cls.status(200, body=b"", **where)

    @classmethod
    def invalid_json(cls, **where: Unpack[Where]) -> Fault:
        """Answer 200 with JSON that breaks off in the middle."""
        headers = {"content-type": "application/json"}
        return cls.status(
            200, body=b'{"success": true, "data": {"id": 1, "na', headers=headers, **where
        )

    @classmethod
    def unsuccessful(cls, message: str = "Something went wrong", **where: Unpack[Where]) -> Fault:
        """Answer 200 with an envelope that says `success: false`."""
        return cls.status(200, body={"success": False, "message": message}, **where)

    @classmethod
    def delay(cls, seconds: float, **where: Unpack[Where]) -> Fault:
        """Wait before the proper answer, in seconds."""
        return cls(kind="delay", seconds=seconds, **where)

    @classmethod
    def expire_token(cls, **where: Unpack[Where]) -> Fault:
        """Let the bearer token of the request expire just before it is looked at."""
        return cls(kind="expire_token", **where)

    @classmethod
    def slow_body(cls, seconds: float, *, chunk: int = 1, **where: Unpack[Where]) -> Fault:
        """Send the proper body in chunks of some bytes, with seconds between them."""
        return cls(kind="slow_body", seconds=seconds, size=chunk, **where)

    @classmethod
    def cut_body(cls, after: int, *, reset: bool = False, **where: Unpack[Where]) -> Fault:
        """Close the connection after some bytes of the proper body, with a TCP reset if wanted."""
        return cls(kind="cut_body", size=after, reset=reset, **where)

    @classmethod
    def stall_body(cls, after: int, **where: Unpack[Where]) -> Fault:
        """Fall silent after some bytes of the proper body, with the connection open."""
        return cls(kind="stall_body", size=after, **where)

    @classmethod
    def drop(cls, *, reset: bool = False, **where: Unpack[Where]) -> Fault:
        """Close the connection in place of an answer, with a TCP reset if wanted."""
        return cls(kind="drop", reset=reset, **where)

    @classmethod
    def raw(cls, data: bytes, **where: Unpack[Where]) -> Fault:
        """Write bytes to the socket in place of an answer and close the connection."""
        return cls(kind="raw", body=data, **where)

    @classmethod
    def garbage(cls, **where: Unpack[Where]) -> Fault:
        """Write bytes that are no HTTP at all."""
        return cls.raw(_GARBAGE, **where)


class FaultRule:
    """A fault that is in force.

    Attributes:
        fault: what goes wrong.
        fired: how often it has.
    """

    __slots__ = ("_path", "fault", "fired")

    def __init__(self, fault: Fault) -> None:
        self.fault = fault
        self.fired = 0
        self._path = re.compile(fault.path or "")

    @property
    def spent(self) -> bool:
        """Whether it has fired as often as it should."""
        return self.fault.times is not None and self.fired >= self.fault.times

    def fits(self, method: str, path: str, operation: str | None, *, reused: bool) -> bool:
        """Whether a request is one that the fault befalls."""
        fault = self.fault
        return (
            (fault.operation is None or fault.operation == operation)
            and (fault.method is None or fault.method.upper() == method)
            and (fault.reused is None or fault.reused == reused)
            and self._path.search(path) is not None
        )


class Faults:
    """The faults in force, in the order of their adding. Safe to use from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._rules: list[FaultRule] = []

    def add(self, fault: Fault) -> FaultRule:
        """Put a fault in force; the rule that is returned counts how often it fires."""
        rule = FaultRule(fault)
        with self._lock:
            self._rules.append(rule)
        return rule

    def remove(self, rule: FaultRule) -> None:
        """Take a fault out of force, if it still is."""
        with self._lock:
            self._rules = [other for other in self._rules if other is not rule]

    def clear(self) -> None:
        """Take all faults out of force."""
        with self._lock:
            self._rules = []

    def take(self, method: str, path: str, operation: str | None, *, reused: bool) -> list[Fault]:
        """Return the faults that befall a request, the last of which may end it, and count them."""
        if not self._rules:
            return []
        taken: list[Fault] = []
        with self._lock:
            for rule in self._rules:
                if rule.spent or not rule.fits(method, path, operation, reused=reused):
                    continue
                rule.fired += 1
                taken.append(rule.fault)
                if not rule.fault.passes:
                    break
        return taken
