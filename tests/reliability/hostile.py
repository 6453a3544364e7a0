"""What tests of hostile arguments share: a server that likes everything, and how to look at it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from tests.reliability.scene import CANARIES, Scene
from tests.wire import Connection, Received

Call = Callable[[Any, Any], Awaitable[object]]
"""A call of a client with one argument."""

UNRESERVED = set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
"""What stands for itself in a URL: RFC 3986, section 2.3."""

OURS = {
    "accept",
    "accept-encoding",
    "authorization",
    "connection",
    "content-length",
    "content-type",
    "host",
    "ocp-apim-subscription-key",
    "transfer-encoding",
    "user-agent",
}
"""Headers that a request may have without anybody asking for them."""


def encoded(text: str) -> str:
    """Percent-encode a text, byte for byte."""
    return "".join(
        chr(byte) if chr(byte) in UNRESERVED else f"%{byte:02X}" for byte in text.encode()
    )


class Good:
    """A server whose answers fit whatever was called."""

    def __init__(self) -> None:
        self.data: object = None
        self.raw: bytes | None = None

    async def __call__(self, connection: Connection) -> None:
        while await connection.request() is not None:
            if self.raw is None:
                await connection.answer(self.data)
            else:
                await connection.send(self.raw)


async def walked(items: Any) -> object:
    return [item async for item in items]


async def refusal(scene: Scene, call: Call, client: Any, value: Any) -> Exception:
    """Make a call that must be refused at once, by no error of the network."""

    async def made() -> object:
        # Some calls check their arguments before there is anything to await.
        return await call(client, value)

    outcome = await scene.attempt(made())
    assert isinstance(outcome.error, ValueError | TypeError), (value, outcome)
    assert not isinstance(outcome.error, UnicodeError), (value, outcome)
    return outcome.error


def have_only_our_headers(requests: list[Received], *more: str) -> None:
    for request in requests:
        names = [name.lower() for name, _ in request.headers]
        assert len(set(names)) == len(names)
        assert set(names) <= OURS | set(more), names
        assert request.header("ocp-apim-subscription-key") == CANARIES["api_key"]
        assert request.header("authorization") == f"Bearer {CANARIES['access_token']}"
