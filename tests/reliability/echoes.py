"""Servers that hand back the credentials that they are sent, in every place that an answer has."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import quote, quote_plus

from tests.wire import Connection, Received

CREDENTIALS = (
    "authorization",
    "ocp-apim-subscription-key",
    "ejento-auth-key",
    "api_token",
    "x-key",
)
"""Headers that carry one."""

Echo = Callable[[Received], bytes]


def told(request: Received) -> str:
    """Return all that was sent and is nobody's business: headers and body."""
    sent = [value for name, value in request.headers if name.lower() in CREDENTIALS]
    return " ".join([*sent, request.body.decode("utf-8", "replace")]).strip().replace("\r\n", " ")


def echoing(echo: Echo, *, close: bool = False) -> Callable[[Connection], Any]:
    """Make a behaviour that answers every request with what it holds."""

    async def behave(connection: Connection) -> None:
        while (request := await connection.request()) is not None:
            await connection.send(echo(request))
            if close:
                return

    return behave


def page(status: int, body: str | bytes, kind: str = "application/json", more: str = "") -> bytes:
    """Write an answer."""
    content = body.encode() if isinstance(body, str) else body
    head = f"HTTP/1.1 {status} X\r\ncontent-type: {kind}\r\ncontent-length: {len(content)}\r\n"
    return f"{head}{more}\r\n".encode() + content


def _lower(quoted: str) -> str:
    return re.sub("%..", lambda found: found.group().lower(), quoted)


def _in_json(request: Received) -> bytes:
    said = told(request)
    inner = {"headers": said.split(" "), "body": _body(request), "deep": [{"x": f"<{said}>"}]}
    return page(400, json.dumps({"message": f"denied: {said}", "request": inner, said: 1}))


def _body(request: Received) -> Any:
    try:
        return json.loads(request.body)
    except ValueError:
        return request.body.decode("utf-8", "replace")


def _as_validation(request: Received) -> bytes:
    """Echo it the way that a FastAPI application refuses values."""
    detail = [
        {"loc": ["header", "authorization"], "msg": f"not {told(request)}", "input": told(request)},
        {"loc": ["body"], "msg": "invalid", "input": _body(request)},
        {
            "loc": ["body", "x"],
            "msg": "x",
            "input": {"value": told(request)},
            "ctx": _body(request),
        },
    ]
    return page(422, json.dumps({"detail": detail}))


def _in_headers(request: Received) -> bytes:
    said = told(request)
    names = ("x-echo", "x-request-id", "www-authenticate", "retry-after", "location", "set-cookie")
    more = "".join(f"{name}: {said}\r\n" for name in names)
    return page(404, '{"message": "no"}', f"text/{said}", more)


def _cut(place: int) -> Echo:
    """Echo it so that something is cut off in the middle of it."""

    def echo(request: Received) -> bytes:
        said = told(request)
        filled = "".join(f"{'.' * (place - 12)} {said} {'.' * (place - 12)}" for _ in range(2))
        return page(500, filled, "text/plain")

    return echo


def _raw(text: str) -> Echo:
    return lambda request: text.replace("TOLD", told(request)).encode()


ERRORS: dict[str, Echo] = {
    "in the members and names of an error": _in_json,
    "in the words of a validation error": _as_validation,
    "in a page of HTML": lambda request: page(
        502,
        f"<p title='{html.escape(told(request))}'>{html.escape(told(request))}</p>",
        "text/html",
    ),
    "percent-encoded": lambda request: page(
        400, f"{quote(told(request))} {_lower(quote(told(request), safe=''))}", "text/plain"
    ),
    "form-encoded": lambda request: page(
        400, json.dumps({"error": f"a={quote_plus(told(request))}&b=1"})
    ),
    "as JSON in a string": lambda request: page(
        500, json.dumps({"error": json.dumps({"authorization": told(request), "x": told(request)})})
    ),
    "as a dump of the program": lambda request: page(
        500,
        f"Traceback: {dict(request.headers)!r} {request.body!r} {told(request)!r}",
        "text/plain",
    ),
    "in headers and the content type": _in_headers,
    "at the end of what an error keeps of a text": _cut(2000),
    "at the end of what is looked at": _cut(8000),
    "at the end of what a message keeps": _cut(200),
    "in a redirect": lambda request: page(
        302, "", more=f"location: https://evil.example/?token={told(request)}&code=canary-code\r\n"
    ),
    "in the reason of a status": _raw("HTTP/1.1 500 TOLD\r\ncontent-length: 0\r\n\r\n"),
}
GARBAGE: dict[str, Echo] = {
    "in place of a status": _raw("HTTP/1.1 TOLD\r\n\r\n"),
    "in place of an answer": _raw("TOLD\r\n\r\n"),
    "in a header that is none": _raw("HTTP/1.1 200 OK\r\nTOLD\r\n\r\n"),
    "in a header with a broken name": _raw("HTTP/1.1 200 OK\r\nx y: TOLD\r\n\r\n"),
    "in a header with a broken value": _raw("HTTP/1.1 200 OK\r\nx: \0TOLD\r\n\r\n"),
    "as the length of a body": _raw("HTTP/1.1 200 OK\r\ncontent-length: TOLD\r\n\r\n"),
    "as the length of a chunk": _raw(
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nTOLD\r\n"
    ),
    "as an encoding": _raw(
        "HTTP/1.1 200 OK\r\ncontent-encoding: TOLD\r\ncontent-length: 1\r\n\r\nx"
    ),
    "in a body that is cut off": _raw("HTTP/1.1 200 OK\r\ncontent-length: 99999\r\n\r\nTOLD"),
}
GOOD: dict[str, Echo] = {
    "in an answer that says `success: false`": lambda request: page(
        200, json.dumps({"success": False, "message": told(request), "data": _body(request)})
    ),
    "in an answer that is no JSON": lambda request: page(200, f"{{{told(request)}"),
    "in an answer with broken UTF-8": lambda request: page(200, told(request).encode() + b"\xff"),
    "in the names of an unexpected answer": lambda request: page(
        200, json.dumps({"success": True, "data": {told(request): {"id": told(request)}}})
    ),
    "as the type of a body that is no JSON": lambda request: page(200, "x", told(request)),
}
