"""What a client can be asked for: each kind of call once."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeAlias

from ejento_async import EjentoClient
from tests.reliability.table import read, write

Kind: TypeAlias = Callable[[EjentoClient], Awaitable[object]]

QUESTION = "What is our leave policy?"
CITATION = "101-leave-policy.md"
"""A document that each sandbox has from the start."""


async def request(ejento: EjentoClient) -> object:
    """Make a call that the spec does not know."""
    return await ejento.request("GET", "/api/v2/users/me")


async def walk(ejento: EjentoClient) -> object:
    """Walk over five pages."""
    return [record async for record in ejento.v2.agents.iter_history(42, items_per_page=5)]


async def stream(ejento: EjentoClient) -> object:
    """Read an answer as it is written."""
    async with ejento.v2.agent_responses.stream(42, user_query=QUESTION) as answer:
        return [text async for text in answer.text()]


async def upload(ejento: EjentoClient) -> object:
    """Send a file."""
    return await ejento.v2.documents.upload(7, b"x" * 100_000, name="a.txt")


async def download(ejento: EjentoClient) -> object:
    """Fetch a file."""
    return await ejento.v2.citations.download(CITATION).read()


async def wait(ejento: EjentoClient) -> object:
    """Wait for a document that is indexed already, with a look or two."""
    return await ejento.v2.documents.handle(101).wait(poll_interval=0.001)


KINDS: dict[str, Kind] = {
    "read": read,
    "write": write,
    "request": request,
    "page walk": walk,
    "stream": stream,
    "upload": upload,
    "download": download,
    "wait": wait,
}
