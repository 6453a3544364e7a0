"""From an operation and its typed arguments to URL, headers and body.

A path argument becomes exactly one segment of the path, whatever is in it: nothing that a user
passes can change the route. What cannot be sent is refused here, before any I/O, with the name of
the argument.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from enum import Enum
from functools import lru_cache
from typing import cast
from urllib.parse import quote, quote_plus

from ._protocol import UNSET, Arguments, Operation, Unset
from ._scalar import HEADER_NAME, encodable, number, scalar
from ._secret import Secret, is_secret_name
from .backends.protocol import StreamBody

_PLACEHOLDER = re.compile(r"\{([^{}]+)\}")
_OWN_HEADERS = frozenset(
    (
        "authorization",
        "host",
        "connection",
        "content-length",
        "transfer-encoding",
        "accept-encoding",
        "expect",
        "keep-alive",
        "proxy-authorization",
        "proxy-connection",
        "te",
        "trailer",
        "upgrade",
    )
)
"""Who is calling, and how a message is framed, is for the client alone to say."""
_HEADER_VALUE = re.compile(r"([\x21-\x7e\x80-\xff]([\t\x20-\x7e\x80-\xff]*[\x21-\x7e\x80-\xff])?)?")
_LONGEST_SEGMENT = 8000
"""Characters that a path argument may have when it is encoded: servers take no longer URLs."""
_LONGEST_QUERY = 32_000
"""... and all query arguments together."""


@lru_cache(maxsize=1024)
def _split(path: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Split a path template into what stands between its placeholders, and their names."""
    parts = _PLACEHOLDER.split(path)
    return tuple(parts[::2]), tuple(parts[1::2])


def build_path(template: str, arguments: tuple[object, ...]) -> str:
    """Fill the placeholders of a path template.

    Raises:
        ValueError: an argument is empty, `.` or `..`.
        TypeError: an argument is not text or a whole number.
    """
    if not arguments:
        return template
    literals, names = _split(template)
    path = literals[0]
    for literal, name, argument in zip(literals[1:], names, arguments, strict=True):
        path += segment(argument, name) + literal
    return path


def segment(value: object, name: str) -> str:
    """Encode a path argument so that it is one segment of the path."""
    if type(value) is int:
        return number(value, name)
    if isinstance(value, Enum) and not isinstance(value, Unset):
        value = value.value
    if not isinstance(value, str | int) or isinstance(value, bool):
        msg = f"{name}: expected str or int, got {type(value).__name__}"
        raise TypeError(msg)

    text = str(value)
    if text.strip(".") == "" and len(text) <= 2:
        # Servers and proxies resolve dot segments even when they are percent-encoded.
        msg = f"{name}: expected a non-empty path segment other than '.' and '..', got {text!r}"
        raise ValueError(msg)
    quoted = _quoted(text, name, quote)
    if len(quoted) > _LONGEST_SEGMENT:
        msg = f"{name}: expected no more than {_LONGEST_SEGMENT} characters when it is encoded"
        raise ValueError(msg)
    return quoted


def _quoted(text: str, name: str, how: Callable[..., str]) -> str:
    return how(encodable(text, name), safe="")


def build_query(arguments: Arguments | None) -> str:
    """Encode query arguments, with the leading question mark; `UNSET` and None are left out.

    Raises:
        TypeError: an argument has no form in a query.
        ValueError: likewise.
    """
    if not arguments:
        return ""
    pairs: list[tuple[str, str]] = []
    for name, value in arguments.items():
        if value is UNSET or value is None:
            continue
        if isinstance(value, list | tuple | set | frozenset):
            pairs.extend((name, scalar(item, name)) for item in cast("Iterable[object]", value))
        else:
            pairs.append((name, scalar(value, name)))
    query = f"?{_pairs(pairs, quote)}" if pairs else ""
    if len(query) > _LONGEST_QUERY:
        longest = max(pairs, key=lambda pair: len(pair[1]))[0]
        msg = f"{longest}: expected no more than {_LONGEST_QUERY} characters in a query"
        raise ValueError(msg)
    return query


def _pairs(pairs: Iterable[tuple[str, str]], how: Callable[..., str]) -> str:
    return "&".join(
        f"{_quoted(name, name, how)}={_quoted(text, name, how)}" for name, text in pairs
    )


def build_headers(arguments: Arguments | None) -> list[tuple[str, str | Secret]]:
    """Write header arguments; `UNSET` and None are left out.

    Raises:
        ValueError: a name or a value holds a line break or another character that a header cannot
            hold, or the header is one that only the client itself can set.
    """
    if not arguments:
        return []
    headers: list[tuple[str, str | Secret]] = []
    for name, value in arguments.items():
        if value is not UNSET and value is not None:
            if not HEADER_NAME.fullmatch(name) or name.lower() in _OWN_HEADERS:
                msg = f"headers: {name!r} cannot be set"
                raise ValueError(msg)
            text = header_value(scalar(value, name), name)
            secret = isinstance(value, Secret) or is_secret_name(name)
            headers.append((name, Secret(text) if secret else text))
    return headers


def header_value(value: str, name: str) -> str:
    """Return a header value that cannot end its line."""
    if _HEADER_VALUE.fullmatch(value) is None:
        msg = f"{name}: expected printable Latin-1 text without line breaks and outer blanks"
        raise ValueError(msg)
    return value


def build_body(operation: Operation, body: object) -> tuple[bytes | StreamBody | None, str | None]:
    """Encode a body; returns it with its content type.

    Raises:
        TypeError: the body, or a member of it, cannot be encoded.
        ValueError: likewise.
    """
    if operation.body is None or body is UNSET:
        return None, None
    if operation.body == "json":
        return encode_json(body), "application/json"
    members = cast("Mapping[str, object]", body)
    if operation.body == "form":
        pairs = [
            (name, scalar(value, name))
            for name, value in members.items()
            if value is not UNSET and value is not None
        ]
        return _pairs(pairs, quote_plus).encode(), "application/x-www-form-urlencoded"

    from ._multipart import encode_multipart

    multipart = encode_multipart(members)
    return multipart, multipart.content_type


def encode_json(body: object) -> bytes:
    """Encode a JSON body; members of its object that are `UNSET` are left out."""
    if isinstance(body, Mapping):
        members = cast("Mapping[str, object]", body)
        body = {name: value for name, value in members.items() if value is not UNSET}
    try:
        return json.dumps(
            body, ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=_json_default
        ).encode()
    except UnicodeEncodeError:
        msg = "body: expected text that can be encoded as UTF-8"
        raise ValueError(msg) from None
    except RecursionError:
        msg = "body: nested too deeply"
        raise ValueError(msg) from None
    except ValueError as error:
        msg = f"body: {error}"
        raise ValueError(msg) from None


def _json_default(value: object) -> object:
    if isinstance(value, Secret):
        return value.reveal()
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return dict(cast("Mapping[str, object]", value))
    if isinstance(value, tuple | set | frozenset):
        return list(cast("Iterable[object]", value))
    to_dict = getattr(value, "to_dict", None)
    if callable(to_dict):
        return to_dict()
    msg = f"body: cannot send a {type(value).__name__} as JSON"
    raise TypeError(msg)
