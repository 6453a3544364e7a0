"""The sandbox's clock, which tests may put forward instead of waiting."""

from __future__ import annotations

import time
from datetime import UTC, datetime


class Clock:
    """Wall-clock time plus what `advance` added."""

    def __init__(self) -> None:
        self._ahead = 0.0

    def now(self) -> float:
        """Return the time in seconds since the epoch."""
        return time.time() + self._ahead

    def advance(self, seconds: float) -> None:
        """Put the clock forward by a number of seconds."""
        if seconds < 0:
            msg = "the clock only goes forward"
            raise ValueError(msg)
        self._ahead += seconds

    def stamp(self) -> str:
        """Return the time in the form that the vendor's timestamps have."""
        return iso(self.now())


def iso(seconds: float) -> str:
    """Write a time in seconds since the epoch as ISO 8601 in UTC with microseconds and `Z`."""
    moment = datetime.fromtimestamp(seconds, UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
