"""How the faults come about on the wire."""

from __future__ import annotations

import asyncio
import json
import zlib
from collections.abc import Callable, Iterable, Iterator
from http import HTTPStatus
from typing import TypeAlias

from ._connections import Connection, ConnectionGone
from ._exchange import Exchange, Message, Send
from ._fault_kinds import Fault, Kind
from ._replies import Refusal, refused
from ._tokens import TokenIssuer

Shape: TypeAlias = Callable[[Fault, Connection, Send], Send]
"""Makes a `send` that lets an answer through as a fault wants it."""

_ZEROS = b"0" * 64 * 1024


async def befall(fault: Fault, exchange: Exchange, tokens: TokenIssuer) -> bool:
    """Let a fault happen to a request; return whether that was the end of it.

    Raises:
        ConnectionGone: if the fault, or the client meanwhile, closes the connection.
    """
    connection = exchange.connection
    if not fault.passes and not fault.early:
        await exchange.drain()
    if fault.kind in _SHAPES:
        exchange.asgi_send = _SHAPES[fault.kind](fault, connection, exchange.asgi_send)
    elif fault.kind == "delay":
        await connection.sleep(fault.seconds)
    elif fault.kind == "expire_token":
        tokens.expire(exchange.bearer or "")
    elif fault.kind == "interim":
        phrase = HTTPStatus(fault.status_code).phrase
        connection.write(f"HTTP/1.1 {fault.status_code} {phrase}\r\n\r\n".encode())
    elif fault.kind == "status":
        await _answer(fault, exchange)
    elif fault.kind == "huge_body":
        await _answer_at_length(fault, exchange)
    else:
        if fault.kind == "raw":
            connection.write(fault.body or b"")
        if fault.kind != "silence":
            _close(connection, fault)
        await connection.wait_closed()
        raise ConnectionGone
    return not fault.passes


async def _answer(fault: Fault, exchange: Exchange) -> None:
    body = fault.body
    if body is None:
        refusal = Refusal(fault.status_code, f"The sandbox was told to answer {fault.status_code}")
        body = json.dumps(refused(refusal, exchange.service).body).encode()
    headers = _encoded(fault)
    if fault.status_code in (204, 304):
        body = b""
    else:
        headers.append((b"content-length", str(len(body)).encode()))
    await exchange.send(
        {"type": "http.response.start", "status": fault.status_code, "headers": headers}
    )
    await exchange.send(_body(body, more=False))


async def _answer_at_length(fault: Fault, exchange: Exchange) -> None:
    headers = [(b"content-type", b"application/json")]
    pieces: Iterable[bytes] = _long_json(fault.size)
    if fault.compressed:
        pieces = _gzipped(pieces)
        headers.append((b"content-encoding", b"gzip"))
    await exchange.send({"type": "http.response.start", "status": 200, "headers": headers})
    for piece in pieces:
        await exchange.send(_body(piece, more=True))
        # Only a turn of the loop shows whether the client has had enough.
        await asyncio.sleep(0)
        if exchange.connection.closed.is_set():
            raise ConnectionGone
    await exchange.send(_body(b"", more=False))


def _long_json(size: int) -> Iterator[bytes]:
    yield b'{"success": true, "data": "'
    for start in range(0, size, len(_ZEROS)):
        yield _ZEROS[: size - start]
    yield b'"}'


def _gzipped(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Compress while sending: a bomb of a gigabyte would take seconds to make in advance."""
    packer = zlib.compressobj(wbits=16 + zlib.MAX_WBITS)
    for piece in pieces:
        yield packer.compress(piece) + packer.flush(zlib.Z_SYNC_FLUSH)
    yield packer.flush()


def _with_headers(fault: Fault, _connection: Connection, send: Send) -> Send:
    given = _encoded(fault)
    names = {name for name, _ in given}

    async def shaped(message: Message) -> None:
        if message["type"] == "http.response.start":
            kept = [each for each in message["headers"] if each[0].lower() not in names]
            message = {**message, "headers": [*kept, *given]}
        await send(message)

    return shaped


def _slow_head(fault: Fault, connection: Connection, send: Send) -> Send:
    async def shaped(message: Message) -> None:
        if message["type"] != "http.response.start":
            await send(message)
            return
        with connection.held() as head:
            await send(message)
        for chunk in _chunks(bytes(head), fault.size):
            await connection.sleep(fault.seconds)
            connection.write(chunk)

    return shaped


def _slow_body(fault: Fault, connection: Connection, send: Send) -> Send:
    async def shaped(message: Message) -> None:
        if message["type"] == "http.response.body":
            for chunk in _chunks(message.get("body", b""), fault.size):
                await connection.sleep(fault.seconds)
                await send(_body(chunk, more=True))
            message = _body(b"", more=message.get("more_body", False))
        await send(message)

    return shaped


def _broken_off(fault: Fault, connection: Connection, send: Send) -> Send:
    passed = 0

    async def shaped(message: Message) -> None:
        nonlocal passed
        if message["type"] != "http.response.body":
            await send(message)
            return
        body: bytes = message.get("body", b"")
        room = fault.size - passed
        passed += len(body)
        if len(body) <= room:
            await send(message)
            return
        await send(_body(body[:room], more=True))
        if fault.kind == "cut_body":
            _close(connection, fault)
        await connection.wait_closed()
        raise ConnectionGone

    return shaped


def _no_last_chunk(fault: Fault, connection: Connection, send: Send) -> Send:
    async def shaped(message: Message) -> None:
        if message["type"] == "http.response.start":
            # Without a length, the body is sent in chunks.
            kept = [each for each in message["headers"] if each[0].lower() != b"content-length"]
            await send({**message, "headers": kept})
            return
        await send({**message, "more_body": True})
        if not message.get("more_body", False):
            _close(connection, fault)
            await connection.wait_closed()
            raise ConnectionGone

    return shaped


def _hang_up(fault: Fault, connection: Connection, send: Send) -> Send:
    async def shaped(message: Message) -> None:
        await send(message)
        if message["type"] == "http.response.body" and not message.get("more_body", False):
            _close(connection, fault)

    return shaped


_SHAPES: dict[Kind, Shape] = {
    "with_headers": _with_headers,
    "slow_head": _slow_head,
    "slow_body": _slow_body,
    "cut_body": _broken_off,
    "stall_body": _broken_off,
    "no_last_chunk": _no_last_chunk,
    "hang_up": _hang_up,
}


def _encoded(fault: Fault) -> list[tuple[bytes, bytes]]:
    return [
        (name.lower().encode(), value.encode("latin-1")) for name, value in fault.headers.items()
    ]


def _body(data: bytes, *, more: bool) -> Message:
    return {"type": "http.response.body", "body": data, "more_body": more}


def _chunks(data: bytes, size: int) -> Iterator[bytes]:
    step = max(1, size)
    return (data[start : start + step] for start in range(0, len(data), step))


def _close(connection: Connection, fault: Fault) -> None:
    if fault.reset:
        connection.reset()
    else:
        connection.close()
