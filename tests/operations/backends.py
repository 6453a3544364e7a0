"""Two ways to the network: one that keeps what comes back, and one that makes it up."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from ejento_async._secret import Secret
from ejento_async.backends.httpx import HttpxBackend
from ejento_async.backends.protocol import (
    Backend,
    BackendRequest,
    BackendResponse,
    StreamBody,
    gathered,
)
from ejento_async.sandbox import RecordedRequest


@dataclass
class Received:
    """One answer as it came over the wire."""

    status: int
    headers: Mapping[str, str]
    content: bytearray = field(default_factory=bytearray)

    @property
    def json(self) -> Any:
        """The body, decoded with nothing but the standard library; None without one."""
        return json.loads(self.content) if self.content else None


class TappedBackend:
    """The default backend, of which every answer is kept."""

    def __init__(self) -> None:
        self._inner: Backend = HttpxBackend()
        self.received: list[Received] = []

    async def send(self, request: BackendRequest) -> BackendResponse:
        response = await self._inner.send(request)
        received = Received(response.status, response.headers)
        self.received.append(received)
        return _TappedResponse(response, received)

    async def aclose(self) -> None:
        await self._inner.aclose()


class _TappedResponse:
    def __init__(self, inner: BackendResponse, received: Received) -> None:
        self._inner = inner
        self._received = received

    @property
    def status(self) -> int:
        return self._inner.status

    @property
    def headers(self) -> Mapping[str, str]:
        return self._inner.headers

    async def chunks(self) -> AsyncIterator[bytes]:
        async for chunk in self._inner.chunks():
            self._received.content += chunk
            yield chunk

    async def read(self, max_bytes: int) -> bytes:
        try:
            return await gathered(self.chunks(), max_bytes)
        finally:
            await self.aclose()

    async def aclose(self) -> None:
        await self._inner.aclose()


class CannedBackend:
    """No network at all: every request gets the answer that was put here last."""

    def __init__(self) -> None:
        self.requests: list[RecordedRequest] = []
        self._answers: list[tuple[int, dict[str, str], bytes]] = []

    def answer(
        self,
        content: bytes,
        *,
        status: int = 200,
        content_type: str = "application/json",
        location: str | None = None,
    ) -> None:
        """Answer with these bytes from now on."""
        headers = {"content-type": content_type}
        if location is not None:
            headers["location"] = location
        self._answers = [(status, headers, content)]

    def answer_json(self, body: object, *, status: int = 200) -> None:
        """Answer with this body from now on."""
        self.answer(json.dumps(body).encode(), status=status)

    def answer_in_turn(self, bodies: Iterable[object]) -> None:
        """Answer each of the next requests with one of these bodies."""
        headers = {"content-type": "application/json"}
        self._answers = [(200, headers, json.dumps(body).encode()) for body in bodies]

    async def send(self, request: BackendRequest) -> BackendResponse:
        self.requests.append(await _recorded(request))
        # The last answer stays.
        answer = self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]
        return _CannedResponse(*answer)

    async def aclose(self) -> None:
        pass


async def _recorded(request: BackendRequest) -> RecordedRequest:
    """Write down a request as a sandbox would that it had reached."""
    body = request.body
    if isinstance(body, StreamBody):
        body = b"".join([chunk async for chunk in body.chunks()])
    url = urlsplit(request.url)
    return RecordedRequest(
        method=request.method,
        path=url.path,
        query=url.query,
        headers=tuple(
            (name.lower(), value.reveal() if isinstance(value, Secret) else value)
            for name, value in request.headers
        ),
        operation=None,
        connection=1,
        reused=False,
        time=0.0,
        body=body or b"",
    )


class _CannedResponse:
    def __init__(self, status: int, headers: Mapping[str, str], content: bytes) -> None:
        self._status = status
        self._headers = headers
        self._content = content

    @property
    def status(self) -> int:
        return self._status

    @property
    def headers(self) -> Mapping[str, str]:
        return self._headers

    async def chunks(self) -> AsyncIterator[bytes]:
        yield self._content

    async def read(self, max_bytes: int) -> bytes:
        return self._content

    async def aclose(self) -> None:
        pass
