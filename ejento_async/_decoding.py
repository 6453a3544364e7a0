"""Bodies of answers: from bytes to JSON, and to the server's own words when something failed.

Error bodies come in many shapes (objects, lists, plain text, the HTML page of a gateway), so they
are read by hand and never fail.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, NoReturn

from ._json import decode_with, is_array, is_object
from ._secret import Forms, redact, redact_text, without_stump

KEPT_TEXT = 2000
"""Characters of a text body that an error keeps."""

_LOOKED_AT = 4 * KEPT_TEXT
"""Bytes of a text body in which credentials are looked for: masking makes a text shorter."""

_LARGEST_KEPT = 128 * 1024
"""Bytes of a JSON body that an error keeps whole: each is looked at, while the event loop waits."""


def _refuse_constant(name: str) -> NoReturn:
    msg = f"{name} is not JSON"
    raise ValueError(msg)


_read = json.JSONDecoder(parse_constant=_refuse_constant).decode


def _decode(body: bytes) -> Any:
    return _read(body.decode(json.detect_encoding(body)))


class NotJSONError(ValueError):
    """A body is not JSON."""


def decode_json(body: bytes) -> Any:
    """Decode a JSON body, in UTF-8 with or without a byte order mark, UTF-16 or UTF-32.

    Raises:
        NotJSONError: with the reason in words.
    """
    try:
        return decode_with(_decode, body)
    except UnicodeDecodeError as error:
        reason = f"invalid text: {error.reason} at byte {error.start}"
    except json.JSONDecodeError as error:
        reason = f"{error.msg} at character {error.pos}"
    except RecursionError:
        reason = "nested too deeply"
    except ValueError as error:
        reason = str(error)
    # Out here it has no context: those errors hold the whole body.
    raise NotJSONError(reason)


def decode_leniently(body: bytes, secrets: Iterable[str]) -> Any:
    """Decode the body of a failed call: as JSON if it is, else as text; credentials are masked.

    Of a very large body only the server's words are kept, or the beginning of its text.
    """
    if not body:
        return None
    known = Forms.of(secrets)
    text, cut = "", False
    try:
        decoded = decode_json(body)
        if len(body) <= _LARGEST_KEPT:
            return redact(decoded, known)
        text = (server_message(decoded) or "")[:KEPT_TEXT]
        cut = len(text) == KEPT_TEXT
    except (NotJSONError, RecursionError):
        pass  # it is text
    if not text:
        text = body[:_LOOKED_AT].decode("utf-8", "replace")
        cut = len(body) > _LOOKED_AT
    if cut:
        text = without_stump(text, known)
    # In this order: a secret that is cut first is not recognised.
    return redact_text(text, known)[:KEPT_TEXT]


def server_message(body: Any) -> str | None:
    """Find the server's words in a decoded body, nested or not.

    Ejento has them in `message`, `error` or `detail`, Document360 in `errors[].description`.
    """
    if is_object(body):
        for name in ("message", "error", "detail", "details", "msg", "errors", "description"):
            found = server_message(body.get(name))
            if found is not None:
                # FastAPI says where: {"loc": ["body", "email"], "msg": "field required"}.
                place = body.get("loc") if name == "msg" else None
                return _at(place) + found
        return None
    if is_array(body):
        messages = [server_message(item) for item in body[:5]]
        return "; ".join(message for message in messages if message) or None
    if isinstance(body, str) and body.strip():
        return body.strip()[:KEPT_TEXT]
    return None


def _at(place: Any) -> str:
    return ".".join(str(part) for part in place) + ": " if is_array(place) else ""


def looks_like_html(body: Any) -> bool:
    """Whether an undecodable body is a page, whose text says little in an error message."""
    return isinstance(body, str) and body.lstrip()[:1] == "<"
