"""Streams of events as a raw server sends them."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator

from ejento_async import EjentoClient
from ejento_async._streaming import AnswerStream
from ejento_async.models import AgentAnswer
from tests.wire import Behaviour, Connection

QUESTION = "What is our leave policy?"
PATH = "/response-service/api/v2/agents/42/responses/stream"
HEAD = b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n"


def event(name: str, /, **data: object) -> bytes:
    """Write an event as the server does."""
    return f"event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n".encode()


def token(text: str) -> bytes:
    """Write an event with the next piece of the answer's text."""
    return event("token", step="assistant_stream", delta=text)


START = event("start", step="start", message="Analyzing...")
HELLO = token("Hello")
WORLD = token(" world")
END = event("end", step="end", message="Finished.", output={"answer": "Hello world"}, success=True)
ANSWER = START + HELLO + WORLD + END


async def ask(ejento: EjentoClient) -> object:
    """Ask an agent, and read the answer as it is written, to its end."""
    return (await stream_of(ejento).collect()).answer


def stream_of(ejento: EjentoClient) -> AnswerStream[AgentAnswer]:
    """Return the stream of an answer, not entered yet."""
    return ejento.v2.agent_responses.stream(42, user_query=QUESTION)


def chunk(data: bytes) -> bytes:
    """Write a chunk of a chunked body; that of nothing is the last one."""
    return b"%x\r\n%b\r\n" % (len(data), data)


async def ended(connection: Connection) -> None:
    """Come to a good end, as HTTP sees it."""
    await connection.send(chunk(b""))


async def cut(connection: Connection) -> None:
    """Close the connection in the middle of the body."""
    connection.writer.close()


async def silent(connection: Connection) -> None:
    """Say nothing more until the client goes."""
    await connection.reader.read()


def streaming(*pieces: bytes, then: Behaviour = ended) -> Behaviour:
    """Answer each question with these pieces of a stream, each in a chunk, and with an end."""

    async def behave(connection: Connection) -> None:
        while (request := await connection.request()) is not None:
            if request.target == PATH:
                await connection.send(HEAD + b"".join(map(chunk, pieces)))
                await then(connection)
            else:
                await connection.answer("served")

    return behave


def dripping(data: bytes, every: float) -> Behaviour:
    """Answer with a stream whose bytes come one by one, with seconds between them, and then END."""

    async def behave(connection: Connection) -> None:
        await connection.request()
        await connection.send(HEAD)
        for piece in bytes_of(data):
            await connection.send(chunk(piece))
            await asyncio.sleep(every)
        await connection.send(chunk(END) + chunk(b""))

    return behave


def bytes_of(data: bytes) -> Iterator[bytes]:
    """Yield the bytes one by one."""
    for place in range(len(data)):
        yield data[place : place + 1]


def instead(head: bytes, body: bytes) -> Behaviour:
    """Answer each request with something that is no stream."""

    async def behave(connection: Connection) -> None:
        while await connection.request() is not None:
            length = b"content-length: %d\r\n\r\n" % len(body)
            await connection.send(b"HTTP/1.1 " + head + b"\r\n" + length + body)

    return behave
