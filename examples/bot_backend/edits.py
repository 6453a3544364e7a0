"""A message that grows by edits, no more of them than a chat platform takes."""

from __future__ import annotations

import asyncio
import time
from typing import Protocol


class Message(Protocol):
    """The bot's message on the platform, such as Slack's `chat.update` or an activity of Teams."""

    async def edit(self, text: str) -> None:
        """Let the message say this from now on."""
        ...


class Clock(Protocol):
    """The time; tests have one of their own."""

    def now(self) -> float:
        """Return the time in seconds, since whenever."""
        ...

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        ...


class RealClock:
    """The time of this machine."""

    def now(self) -> float:
        """Return the time in seconds."""
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        """Wait."""
        await asyncio.sleep(seconds)


class Edits:
    """Edits a message at most so often, and leaves it with its last text in any case.

    What comes too early is passed over, as the text that comes next contains it. An edit is awaited
    before more of the answer is read, so a slow platform slows the reading, and nothing piles up.

    Args:
        message: what to edit.
        interval: seconds between two edits, at least.
        clock: the time.
    """

    def __init__(self, message: Message, interval: float, clock: Clock) -> None:
        self._message = message
        self._interval = interval
        self._clock = clock
        self._next = clock.now()
        self._shown = ""

    async def offer(self, text: str) -> None:
        """Show this, if it is time to."""
        if text != self._shown and self._clock.now() >= self._next:
            await self._show(text)

    async def finish(self, text: str) -> None:
        """Show this, as soon as it is time to."""
        if text != self._shown:
            await self._clock.sleep(max(0.0, self._next - self._clock.now()))
            await self._show(text)

    async def _show(self, text: str) -> None:
        self._shown = text
        await self._message.edit(text)
        self._next = self._clock.now() + self._interval
