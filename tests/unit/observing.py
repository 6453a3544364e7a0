"""What tests of observers share: a call to look at, and servers that fail in all ways."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable
from typing import Any

import httpx
from attrs import define, field

from ejento_async._model import anything
from ejento_async._protocol import Operation
from ejento_async._transport import Transport
from tests.support import CREATE, GET, SEARCH, ok

STREAM = CREATE._replace(id="v2_things_stream", accept="text/event-stream")
UNKNOWN = Operation(id="", method="GET", path="/api/v2/people/canary-path-1", idempotent=True)


@define
class FakeCall:
    """What observers may see of a call."""

    operation: Operation = GET
    origin: str = "https://ejento.test"
    attempts: int = 1
    status: int | None = 200
    elapsed: float = 0.0123
    request_id: str | None = "r-1"
    streamed: bool = False
    carried: list[tuple[str, str]] = field(factory=list)

    def carry(self, name: str, value: str) -> None:
        self.carried.append((name, value))


def answer_in_pieces(*pieces: bytes | Exception) -> httpx.Response:
    """Return a stream of events whose pieces come one after the other."""

    async def body() -> AsyncIterator[bytes]:
        for piece in pieces:
            if isinstance(piece, Exception):
                raise piece
            yield piece

    return httpx.Response(200, content=body(), headers={"content-type": "text/event-stream"})


def event(**data: Any) -> bytes:
    return f"data: {json.dumps(data)}\n\n".encode()


DELTA = event(step="assistant_stream", delta="Hello")
END = event(step="end", success=True, output={"answer": "Hello"})


CANARY = "canary-argument-1"


async def get(transport: Transport) -> None:
    await transport.send(GET, anything, (CANARY,), query={"q": CANARY}, headers={"x-own": CANARY})


async def search(transport: Transport) -> None:
    await transport.send(SEARCH, anything, body={"text": CANARY})


async def request(transport: Transport) -> None:
    await transport.request(UNKNOWN, params={"q": CANARY}, headers=None, body=CANARY)


async def stream(transport: Transport) -> None:
    async with transport.stream(STREAM, anything, body={"text": CANARY}) as answer:
        async for _ in answer:
            pass


async def download(transport: Transport) -> None:
    await transport.download(GET, (CANARY,), query={"q": CANARY}).read()


WAYS: dict[str, Callable[[Transport], Any]] = {
    "get": get,
    "search": search,
    "request": request,
    "stream": stream,
    "download": download,
}

CAUSES: dict[str, Callable[[httpx.Request], Any]] = {
    "good": lambda _: ok(CANARY),
    "400 that quotes": lambda r: httpx.Response(400, json={"message": f"{r.url} {r.content!r}"}),
    "401 for ever": lambda r: httpx.Response(401, json={"message": r.headers["authorization"]}),
    "429 with the key as id": lambda r: httpx.Response(
        429, headers={"x-request-id": r.headers["ocp-apim-subscription-key"], "retry-after": "0"}
    ),
    "503": lambda _: httpx.Response(503, text=CANARY),
    "no JSON": lambda _: httpx.Response(200, text=f"<{CANARY}>"),
    "stream": lambda _: answer_in_pieces(DELTA, END),
    "stream that breaks": lambda _: answer_in_pieces(DELTA, httpx.ReadError(CANARY)),
    "stream that fails": lambda _: answer_in_pieces(event(step="error", message=CANARY)),
    "refused": lambda _: httpx.ConnectError(CANARY),
    "slow": lambda _: httpx.ReadTimeout(CANARY),
}


def causing(cause: str) -> Callable[[httpx.Request], httpx.Response]:
    """Return what a mocked server does to every request."""

    def serve(message: httpx.Request) -> httpx.Response:
        found = CAUSES[cause](message)
        if isinstance(found, Exception):
            raise found
        assert isinstance(found, httpx.Response)
        return found

    return serve
