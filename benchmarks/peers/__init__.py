"""One module for each SDK and library that is measured, used as its own documentation uses it.

None of them is imported here: what a peer costs to import is one of the questions.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


class Peer(ABC):
    """A client of the local server; its answers are what its own types describe."""

    @abstractmethod
    def __init__(self, url: str) -> None:
        """Make a client of the server at a URL."""

    async def start(self) -> None:
        """Do what must be done in the task that starts all others, if there is anything."""
        return

    @abstractmethod
    async def call(self, number: int) -> object:
        """Make one small call and return its typed answer."""

    @abstractmethod
    async def page(self, number: int, size: int) -> Sequence[object]:
        """Fetch one page of a list and return its items."""

    @abstractmethod
    async def aclose(self) -> None:
        """Close all connections."""


class StreamingPeer(Peer):
    """A client that reads streams of events as well."""

    @abstractmethod
    async def events(self) -> int:
        """Read one stream of events to its end and return how many there were."""
