"""How many calls a token of Document360 may make per minute, and what the answers say of it."""

from __future__ import annotations

import math

from ._clock import Clock

_MINUTE = 60.0


class Quota:
    """Counts the calls of the one token that the sandbox knows.

    Attributes:
        limit: calls per minute.
    """

    def __init__(self, clock: Clock, limit: int) -> None:
        self.limit = limit
        self._clock = clock
        self._start = clock.now()
        self._calls = 0

    def spend(self) -> bool:
        """Count a call; return whether it may be made."""
        self._turn()
        if self._calls >= self.limit:
            return False
        self._calls += 1
        return True

    def headers(self) -> dict[str, str]:
        """Return what an answer says: two of the three headers only when the limit is reached."""
        self._turn()
        remaining = self.limit - self._calls
        found = {"X-RateLimit-Remaining": str(remaining)}
        if not remaining:
            left = self._start + _MINUTE - self._clock.now()
            found["X-RateLimit-Limit"] = str(self.limit)
            found["X-RateLimit-Reset"] = str(math.ceil(left))
        return found

    def _turn(self) -> None:
        if self._clock.now() - self._start >= _MINUTE:
            self._start = self._clock.now()
            self._calls = 0
