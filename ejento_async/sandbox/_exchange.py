"""One request and its answer under way: what handlers and faults need to know of it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from urllib.parse import parse_qsl

from starlette.datastructures import UploadFile

from ._connections import Connection, ConnectionGone
from ._recorder import RecordedRequest, Recorder
from ._routes import Route
from ._spec import Service, is_document360

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]


@dataclass
class Exchange:
    """A request as it arrived, with its connection and its place in the recorder."""

    connection: Connection
    route: Route
    record: RecordedRequest
    recorder: Recorder
    asgi_receive: Receive
    asgi_send: Send
    headers: dict[str, str] = field(init=False)
    body_read: bool = False
    uploads: list[UploadFile] = field(default_factory=list[UploadFile])

    def __post_init__(self) -> None:
        self.headers = dict(self.record.headers)

    @property
    def service(self) -> Service:
        """Who answers, and so in which form."""
        operation = self.route.operation
        if operation is not None:
            return operation.service
        return "document360" if is_document360(self.record.path) else "core"

    @cached_property
    def query(self) -> dict[str, list[str]]:
        """The query parameters, decoded."""
        found: dict[str, list[str]] = {}
        for name, value in parse_qsl(self.record.query, keep_blank_values=True):
            found.setdefault(name, []).append(value)
        return found

    @property
    def bearer(self) -> str | None:
        """The bearer token, if there is one."""
        scheme, _, token = self.headers.get("authorization", "").partition(" ")
        return token.strip() if scheme.lower() == "bearer" else None

    async def receive(self) -> Message:
        """Receive the next part of the body and note it.

        Raises:
            ConnectionGone: if the client has left.
        """
        message = await self.asgi_receive()
        if message["type"] == "http.disconnect":
            raise ConnectionGone
        self.recorder.note_body(self.record, message["body"])
        self.body_read = not message["more_body"]
        return message

    async def body(self) -> bytes:
        """Receive the whole body."""
        chunks: list[bytes] = []
        while not self.body_read:
            chunks.append((await self.receive())["body"])
        return b"".join(chunks)

    async def drain(self) -> None:
        """Receive what is left of the body and keep none of it."""
        while not self.body_read:
            await self.receive()

    def release(self) -> None:
        """Close the files that were uploaded."""
        for upload in self.uploads:
            upload.file.close()

    async def send(self, message: Message) -> None:
        """Send a part of the answer and note the status."""
        if message["type"] == "http.response.start":
            self.record.status = message["status"]
        await self.asgi_send(message)
