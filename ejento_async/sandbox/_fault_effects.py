"""How the faults come about on the wire."""

from __future__ import annotations

import json

from ._connections import Connection, ConnectionGone
from ._exchange import Exchange, Message, Send
from ._faults import Fault
from ._replies import Refusal, refused
from ._tokens import TokenIssuer


async def befall(fault: Fault, exchange: Exchange, tokens: TokenIssuer) -> bool:
    """Let a fault happen to a request; return whether that was the end of it.

    Raises:
        ConnectionGone: if the fault, or the client meanwhile, closes the connection.
    """
    connection = exchange.connection
    if not fault.passes and not fault.early:
        await exchange.drain()
    if fault.kind == "delay":
        await connection.sleep(fault.seconds)
    elif fault.kind == "expire_token":
        tokens.expire(exchange.bearer or "")
    elif fault.kind == "drop":
        await _close(connection, reset=fault.reset)
    elif fault.kind == "raw":
        connection.write(fault.body or b"")
        await _close(connection)
    elif fault.kind == "status":
        await _answer(fault, exchange)
    else:
        exchange.asgi_send = _shaped(fault, connection, exchange.asgi_send)
    return not fault.passes


async def _answer(fault: Fault, exchange: Exchange) -> None:
    body = fault.body
    if body is None:
        refusal = Refusal(fault.status_code, f"The sandbox was told to answer {fault.status_code}")
        body = json.dumps(refused(refusal, exchange.service).body).encode()
    headers = [
        (name.lower().encode(), value.encode("latin-1")) for name, value in fault.headers.items()
    ]
    if fault.status_code not in (204, 304):
        headers.append((b"content-length", str(len(body)).encode()))
    await exchange.send(
        {"type": "http.response.start", "status": fault.status_code, "headers": headers}
    )
    body = b"" if fault.status_code in (204, 304) else body
    await exchange.send({"type": "http.response.body", "body": body, "more_body": False})


def _shaped(fault: Fault, connection: Connection, send: Send) -> Send:
    """Return a `send` that lets the body through as a fault wants it."""
    passed = 0

    async def shaped(message: Message) -> None:
        nonlocal passed
        if message["type"] != "http.response.body":
            await send(message)
            return
        body: bytes = message.get("body", b"")
        more = bool(message.get("more_body", False))
        if fault.kind == "slow_body":
            for start in range(0, len(body), max(1, fault.size)):
                await connection.sleep(fault.seconds)
                chunk = body[start : start + max(1, fault.size)]
                await send({"type": "http.response.body", "body": chunk, "more_body": True})
            await send({"type": "http.response.body", "body": b"", "more_body": more})
            return
        room = fault.size - passed
        passed += len(body)
        if len(body) <= room:
            await send(message)
            return
        await send({"type": "http.response.body", "body": body[:room], "more_body": True})
        if fault.kind == "cut_body":
            await _close(connection, reset=fault.reset)
        await connection.wait_closed()
        raise ConnectionGone

    return shaped


async def _close(connection: Connection, *, reset: bool = False) -> None:
    if reset:
        connection.reset()
    else:
        connection.close()
    await connection.wait_closed()
    raise ConnectionGone
