"""What clients have in common that share their connections, whoever they act for."""

from __future__ import annotations

import asyncio
from typing import Protocol
from weakref import WeakSet

from ._observe import Observers
from ._retry import RetryBudget
from .backends.protocol import Backend


class Renewing(Protocol):
    """Somebody whose tokens may be under renewal."""

    async def end_renewal(self) -> None:
        """Wait for the renewal; cancel it if it lasts."""
        ...


class Shared:
    """The connections, and all that there is once for everybody on them.

    Args:
        backend: how requests are sent.
    """

    def __init__(self, backend: Backend) -> None:
        self.backend = backend
        # One for all: an outage is not multiplied by the number of users.
        self.budget = RetryBudget()
        self.observers = Observers()
        self.used = False
        self.closed = False
        self.under_way: set[asyncio.Timeout] = set()
        self.senders: WeakSet[Renewing] = WeakSet()

    async def aclose(self, sender: Renewing) -> None:
        """Close all connections, when the renewals have come to an end.

        Args:
            sender: who asks for it; its own renewal is waited for first.

        Raises:
            RuntimeError: they are in use on another event loop; they stay open.
        """
        closed, self.closed = self.closed, True
        try:
            try:
                await sender.end_renewal()
                # All others at once: each may take some seconds.
                if others := set(self.senders) - {sender}:
                    await asyncio.gather(*(other.end_renewal() for other in others))
            finally:
                await self.backend.aclose()
        except RuntimeError:
            self.closed = closed
            raise
        # Those that the backend does not know of, because they wait for their repetition.
        for timer in self.under_way:
            if not timer.expired():
                timer.reschedule(asyncio.get_running_loop().time())
