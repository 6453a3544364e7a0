"""One request and its answer, over HTTP/1.1, on a connection of aiohttp.

aiohttp's session is not used: it repeats requests on its own, keeps credentials in its requests,
answers and errors, writes headers as UTF-8, and costs more than the rest of a call. What is used
are its connections and its parser.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Mapping
from contextlib import suppress

import aiohttp
from aiohttp.http import HttpProcessingError, RawResponseMessage
from aiohttp.streams import EMPTY_PAYLOAD

from .._secret import Secret
from ._compression import ACCEPT_ENCODING, decompressed
from ._link import Link, words_of
from ._links import Links
from ._pool import CLOSED
from ._uploading import Uploading
from .protocol import (
    BackendError,
    BackendRequest,
    BodyTooLargeError,
    StreamBody,
    gathered,
)

_SENDABLE_URL = re.compile(r"[\x21-\x7e]{1,65536}")
_URL = re.compile(r"(https?://[^/?#]+)([^#]*)(?:#.*)?")

_LARGEST_FIELD = 64 * 1024
"""Bytes that one header of an answer may have."""

_PIECE = 64 * 1024
"""Bytes of a body that are given to the network at once; its own buffer is as large."""

_ACCEPT = f"Accept-Encoding: {ACCEPT_ENCODING}"

_WITH_BODY = ("POST", "PUT", "PATCH")
"""Methods whose requests say so when they have no body."""

_FAILURES = (aiohttp.ClientError, HttpProcessingError, OSError)


async def exchange(links: Links, request: BackendRequest) -> Answer:
    """Send a request and return as soon as status and headers are there.

    Raises:
        BackendError: there is no answer.
        RuntimeError: the links are in use on another event loop.
    """
    origin, target = _split(request.url)
    await links.take_slot()
    link = uploading = None
    try:
        link = await links.take(origin, request.timeouts.connect)
        uploading = _send(links, link, request, target)
        message, payload = await _head_of_answer(link, uploading)
    except _FAILURES as error:
        failure = _failure(error, links, uploading, sent=request.sent)
    except BaseException:
        _give_up(links, link, uploading)
        raise
    else:
        return Answer(links, link, uploading, message, payload)
    _give_up(links, link, uploading)
    raise failure


class Answer:
    """Status and headers of an answer; holds its link until it is closed."""

    __slots__ = (
        "_ended",
        "_framed",
        "_link",
        "_links",
        "_payload",
        "_uploading",
        "headers",
        "status",
    )

    def __init__(
        self,
        links: Links,
        link: Link,
        uploading: Uploading | None,
        message: RawResponseMessage,
        payload: aiohttp.StreamReader,
    ) -> None:
        self._links = links
        self._link: Link | None = link
        self._uploading = uploading
        self._payload = payload
        self._ended = False
        link.payload = payload
        self.status: int = message.code
        self.headers: Mapping[str, str] = _headers(message.raw_headers)
        self._framed = (
            message.chunked or "content-length" in self.headers or payload is EMPTY_PAYLOAD
        )

    def chunks(self) -> AsyncIterator[bytes]:
        encoding = self.headers.get("content-encoding")
        return self._raw() if encoding is None else decompressed(self._raw(), encoding)

    async def read(self, max_bytes: int) -> bytes:
        try:
            if "content-encoding" in self.headers:
                return await gathered(self.chunks(), max_bytes)
            content = await self._next()
            if not self._ended:
                content = await self._all(content, max_bytes)
            if len(content) > max_bytes:
                raise BodyTooLargeError(max_bytes)
            return content
        finally:
            await self.aclose()

    async def aclose(self) -> None:
        link, self._link = self._link, None
        if link is None:
            return
        if self._ended and (self._uploading is None or self._uploading.whole):
            link.payload = None
            self._links.give_back(link)
        else:
            _give_up(self._links, link, self._uploading)

    async def _all(self, content: bytes, max_bytes: int) -> bytes:
        """Read a body of which this is the beginning."""
        length = self.headers.get("content-length", "")
        if length.isdecimal() and int(length) > max_bytes:
            raise BodyTooLargeError(max_bytes)
        found, size = [content], len(content)
        while not self._ended:
            found.append(await self._next())
            size += len(found[-1])
            if size > max_bytes:
                raise BodyTooLargeError(max_bytes)
        return b"".join(found)

    async def _raw(self) -> AsyncIterator[bytes]:
        while not self._ended:
            chunk = await self._next()
            if chunk:
                yield chunk

    async def _next(self) -> bytes:
        """Return what has come of the body, and see whether that is its end."""
        try:
            chunk = await self._payload.readany()
            if self._payload.at_eof():
                self._check_end()
                self._ended = True
        except (*_FAILURES, RuntimeError) as error:
            failure = _failure(error, self._links, self._uploading, sent=True)
        else:
            return chunk
        raise failure

    def _check_end(self) -> None:
        """See whether a body that ends with its connection ended because it was whole."""
        if self._framed:
            return
        lost = None if self._link is None else self._link.protocol.exception()
        if self._links.closed or isinstance(lost, OSError):
            raise aiohttp.ClientPayloadError


def _split(url: str) -> tuple[str, str]:
    """Return the origin of a URL, and what a request asks it for."""
    parts = _URL.fullmatch(url) if _SENDABLE_URL.fullmatch(url) else None
    if parts is None:
        msg = "the URL cannot be sent: expected an encoded one with http or https"
        raise BackendError(msg, sent=False)
    origin, target = parts.groups()
    return origin, target if target.startswith("/") else f"/{target}"


def _send(links: Links, link: Link, request: BackendRequest, target: str) -> Uploading | None:
    """Write a request, or its beginning when the body is large."""
    transport = link.protocol.transport
    if transport is None:
        msg = "the server closed the connection at once"
        raise BackendError(msg, sent=False)
    content, pieces, length = _parts(request.body)
    head = _head(link, request, target, _framing(request.method, pieces, length))
    link.protocol.set_response_params(
        skip_payload=request.method == "HEAD",
        read_until_eof=True,
        auto_decompress=False,
        # The time for the answer begins when the body has been sent.
        read_timeout=request.timeouts.read if pieces is None else None,
        max_line_size=_LARGEST_FIELD,
        max_field_size=_LARGEST_FIELD,
    )
    request.sent = True
    transport.write(head + content)
    if pieces is None:
        link.protocol.start_timeout()
        return None
    uploading = Uploading(link, pieces, length, request.timeouts)
    links.watch(uploading.task)
    return uploading


def _parts(
    body: bytes | StreamBody | None,
) -> tuple[bytes, AsyncIterator[bytes] | None, int | None]:
    """Return what of a body goes with the headers, what follows, and the bytes of both."""
    if body is None:
        return b"", None, 0
    if isinstance(body, bytes):
        if len(body) <= _PIECE:
            return body, None, len(body)
        return b"", _cut(body), len(body)
    return b"", body.chunks(), body.length


async def _cut(content: bytes) -> AsyncIterator[bytes]:
    for start in range(0, len(content), _PIECE):
        yield content[start : start + _PIECE]


def _framing(method: str, pieces: AsyncIterator[bytes] | None, length: int | None) -> str | None:
    """Return the header that says where a body ends, if there must be one."""
    if length is None:
        return "Transfer-Encoding: chunked"
    if length or pieces is not None or method in _WITH_BODY:
        return f"Content-Length: {length}"
    return None


def _head(link: Link, request: BackendRequest, target: str, framing: str | None) -> bytes:
    """Write line and headers; credentials are in clear from here on, in no variable that lasts."""
    lines = [f"{request.method} {link.prefix}{target} HTTP/1.1", f"Host: {link.host}", _ACCEPT]
    for name, value in request.headers:
        lines.append(f"{name}: {value.reveal() if isinstance(value, Secret) else value}")
    if link.proxy_credentials is not None:
        lines.append(f"Proxy-Authorization: {link.proxy_credentials.reveal()}")
    if framing is not None:
        lines.append(framing)
    text = "\r\n".join(lines)
    breaks = len(lines) - 1
    if text.count("\n") == breaks and text.count("\r") == breaks and "\0" not in text:
        with suppress(UnicodeEncodeError):
            return f"{text}\r\n\r\n".encode("latin-1")
    msg = "a header holds a character that cannot be sent"
    raise BackendError(msg, sent=False)


async def _head_of_answer(
    link: Link, uploading: Uploading | None
) -> tuple[RawResponseMessage, aiohttp.StreamReader]:
    """Wait for status and headers, past the hints that may precede them."""
    while True:
        message, payload = await link.protocol.read()
        if not 100 <= message.code < 200 or message.code == 101:
            return message, payload
        if uploading is None or uploading.whole:
            # aiohttp takes a hint for an answer, after which there is nothing to wait for.
            link.protocol.start_timeout()


def _headers(raw: tuple[tuple[bytes, bytes], ...]) -> dict[str, str]:
    headers: dict[str, str] = {}
    for raw_name, raw_value in raw:
        name, value = raw_name.decode("latin-1").lower(), raw_value.decode("latin-1")
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return headers


def _give_up(links: Links, link: Link | None, uploading: Uploading | None) -> None:
    if uploading is not None:
        uploading.cancel()
    links.dismiss(link)


def _failure(
    error: Exception, links: Links, uploading: Uploading | None, *, sent: bool
) -> Exception:
    """Return what to raise instead of an error of the library, and not from it."""
    if uploading is not None and uploading.error is not None:
        return uploading.error
    if links.closed:
        return BackendError(CLOSED, sent=sent)
    return BackendError(words_of(error), timeout=isinstance(error, TimeoutError), sent=sent)
