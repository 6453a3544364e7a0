"""What a sandbox can be told to do wrong: `Fault`, made by one class method for each idea."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, TypedDict, Unpack

Kind = Literal[
    "status",
    "huge_body",
    "drop",
    "raw",
    "silence",
    "delay",
    "expire_token",
    "interim",
    "with_headers",
    "slow_head",
    "slow_body",
    "cut_body",
    "stall_body",
    "no_last_chunk",
    "hang_up",
]

_INSTEAD: frozenset[Kind] = frozenset({"status", "huge_body", "drop", "raw", "silence"})
_FRAMING = frozenset({"content-length", "transfer-encoding"})
_LONGEST = 600.0
_GARBAGE = bytes(range(0x80, 0x100)) + b"\r\n\x00\xff"
_PAGE = "<!DOCTYPE html><html><head><title>{0}</title></head><body><h1>{0}</h1></body></html>"
_TWO_LENGTHS = (
    b'HTTP/1.1 200 OK\r\ncontent-length: 16\r\ncontent-length: 21\r\n\r\n{"success":true} more'
)


class Where(TypedDict, total=False):
    """Which requests a fault befalls; all of them, for ever, if nothing is said.

    Attributes:
        operation: id of an operation of the spec, for example `v2_agents_get`.
        method: HTTP method, in any case.
        path: regular expression that is searched for in the path as it is on the wire.
        reused: only on a connection that has carried a request before (True) or has not (False).
        times: how often; None is for ever.
        probability: how likely it befalls each of these requests, above 0 and up to 1; what is
            drawn is the same in every run, see `Faults.seed`.
        early: before the body of the request is read.
    """

    operation: str | None
    method: str | None
    path: str | None
    reused: bool | None
    times: int | None
    probability: float
    early: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that goes wrong. Made by the class methods, which take the keywords of `Where`.

    `status`, `empty`, `invalid_json`, `unsuccessful`, `redirect`, `huge_body`, `drop`, `silence`,
    `raw`, `garbage` and `two_lengths` take the place of the proper answer. All others change it,
    or what one of these answers if it is added later; several of them can befall one request.

    Raises:
        ValueError: if a value makes no sense.
    """

    kind: Kind
    operation: str | None = None
    method: str | None = None
    path: str | None = None
    reused: bool | None = None
    times: int | None = None
    probability: float = 1.0
    early: bool = False
    status_code: int = 0
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    body: bytes | None = None
    seconds: float = 0.0
    size: int = 0
    reset: bool = False
    compressed: bool = False

    def __post_init__(self) -> None:
        framing = _FRAMING.intersection(name.lower() for name in self.headers)
        for wrong, msg in (
            (not 0 <= self.seconds <= _LONGEST, f"seconds must be from 0 to {_LONGEST:g}"),
            (self.size < 0, "a number of bytes must not be negative"),
            (self.times is not None and self.times < 1, "times must be at least 1, or None"),
            (not 0 < self.probability <= 1, "probability must be above 0 and up to 1"),
            (framing, f"{', '.join(sorted(framing))} comes with the body; see Fault.raw"),
        ):
            if wrong:
                raise ValueError(msg)
        if self.path is not None:
            re.compile(self.path)

    @property
    def passes(self) -> bool:
        """Whether the request is answered all the same."""
        return self.kind not in _INSTEAD

    # In place of the proper answer.

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
    def redirect(cls, to: str, *, status: int = 307, **where: Unpack[Where]) -> Fault:
        """Send the client elsewhere: to a URL, or to a path of the sandbox."""
        return cls.status(status, body=b"", headers={"location": to}, **where)

    @classmethod
    def huge_body(cls, size: int, *, compressed: bool = False, **where: Unpack[Where]) -> Fault:
        """Answer 200 with good JSON in which one text has so many bytes; they are made as they go.

        Compressed with gzip, the body is a bomb: on the wire it has a thousandth of them.
        """
        return cls(kind="huge_body", size=size, compressed=compressed, **where)

    @classmethod
    def drop(cls, *, reset: bool = False, **where: Unpack[Where]) -> Fault:
        """Close the connection in place of an answer, with a TCP reset if wanted."""
        return cls(kind="drop", reset=reset, **where)

    @classmethod
    def silence(cls, **where: Unpack[Where]) -> Fault:
        """Never answer, with the connection open."""
        return cls(kind="silence", **where)

    @classmethod
    def raw(cls, data: bytes, *, reset: bool = False, **where: Unpack[Where]) -> Fault:
        """Write bytes to the socket in place of an answer and close the connection.

        With `reset` it is closed by a TCP reset, which may overtake the bytes.
        """
        return cls(kind="raw", body=data, reset=reset, **where)

    @classmethod
    def garbage(cls, **where: Unpack[Where]) -> Fault:
        """Write bytes that are no HTTP at all."""
        return cls.raw(_GARBAGE, **where)

    @classmethod
    def two_lengths(cls, **where: Unpack[Where]) -> Fault:
        """Answer 200 with two Content-Length headers that contradict each other."""
        return cls.raw(_TWO_LENGTHS, **where)

    # Beside it.

    @classmethod
    def delay(cls, seconds: float, **where: Unpack[Where]) -> Fault:
        """Wait before the proper answer, in seconds."""
        return cls(kind="delay", seconds=seconds, **where)

    @classmethod
    def expire_token(cls, **where: Unpack[Where]) -> Fault:
        """Let the bearer token of the request expire just before it is looked at."""
        return cls(kind="expire_token", **where)

    @classmethod
    def interim(cls, status: int = 103, **where: Unpack[Where]) -> Fault:
        """Send an answer that is not the final one (100, 102 or 103) before the proper one."""
        if status not in (100, 102, 103):
            msg = "the status must be 100, 102 or 103; see Fault.raw"
            raise ValueError(msg)
        return cls(kind="interim", status_code=status, **where)

    @classmethod
    def with_headers(cls, headers: Mapping[str, str], **where: Unpack[Where]) -> Fault:
        """Give the proper answer these headers, in place of its own of the same names."""
        return cls(kind="with_headers", headers=dict(headers), **where)

    @classmethod
    def slow_head(cls, seconds: float, *, chunk: int = 1, **where: Unpack[Where]) -> Fault:
        """Send status and headers in chunks of some bytes, with seconds before each."""
        return cls(kind="slow_head", seconds=seconds, size=chunk, **where)

    @classmethod
    def slow_body(cls, seconds: float, *, chunk: int = 1, **where: Unpack[Where]) -> Fault:
        """Send the proper body in chunks of some bytes, with seconds before each."""
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
    def no_last_chunk(cls, *, reset: bool = False, **where: Unpack[Where]) -> Fault:
        """Send the proper body in HTTP chunks and close the connection before the closing one."""
        return cls(kind="no_last_chunk", reset=reset, **where)

    @classmethod
    def hang_up(cls, *, reset: bool = False, **where: Unpack[Where]) -> Fault:
        """Answer properly, then close the connection without having said so."""
        return cls(kind="hang_up", reset=reset, **where)
