"""Which calls may be repeated, when, and how long to wait before.

A failure is one of three: the request never left (any call may be repeated), the server refused it
without acting (429, or any status with `Retry-After`: likewise), or the server may have acted on it
(only calls whose repetition changes nothing). A budget keeps an outage from multiplying the load,
and no wait goes past the deadline of the call.
"""

from __future__ import annotations

import random
import time
from collections.abc import Mapping
from datetime import UTC
from email.utils import parsedate_to_datetime

from ._errors import APIConnectionError, APIError, APIStatusError, RateLimitError

RETRYABLE = frozenset({408, 429, 500, 502, 503, 504})
"""Statuses that may be gone at the next attempt."""

FIRST_WAIT = 0.5
"""Seconds: the upper end of the wait before the first repetition; doubled for each further one."""

LONGEST_WAIT = 8.0
"""Seconds: the upper end of any wait that the server did not ask for."""

LONGEST_RETRY_AFTER = 60.0
"""Seconds: a server that asks for more gets no repetition; its error is raised at once."""


class RetryBudget:
    """Bounds the repetitions of all calls of a client together.

    Each call brings in a tenth of a repetition. So while everything fails, the server sees at most
    a tenth more requests than there are calls, after a small reserve is used up.
    """

    RATIO = 0.1
    RESERVE = 10.0
    MOST = 20.0

    __slots__ = ("_balance",)

    def __init__(self) -> None:
        self._balance = self.RESERVE

    def deposit(self) -> None:
        """Count a call."""
        self._balance = min(self._balance + self.RATIO, self.MOST)

    def withdraw(self) -> bool:
        """Take one repetition, if there is one left."""
        if self._balance < 1:
            return False
        self._balance -= 1
        return True


def wait_before_retry(
    error: APIError, retries: int, *, idempotent: bool, rng: random.Random | None = None
) -> float | None:
    """Return how many seconds to wait before another attempt; None when there must not be one.

    Args:
        error: how the attempt failed.
        retries: how many repetitions there were already.
        idempotent: whether repeating the call changes nothing.
        rng: source of the jitter.
    """
    if isinstance(error, APIStatusError):
        return _after_status(error, retries, idempotent, rng)
    if isinstance(error, APIConnectionError) and (idempotent or not error.maybe_applied):
        return _jittered(retries, rng)
    return None


def _after_status(
    error: APIStatusError, retries: int, idempotent: bool, rng: random.Random | None
) -> float | None:
    if error.status not in RETRYABLE:
        return None

    asked = asked_wait(error.status, error.headers)
    if asked is not None:
        # Some jitter on top: everybody else was told the same time.
        return None if asked > LONGEST_RETRY_AFTER else asked + _jittered(0, rng) / 4
    if idempotent or isinstance(error, RateLimitError):
        return _jittered(retries, rng)
    return None


def _jittered(retries: int, rng: random.Random | None) -> float:
    longest = min(FIRST_WAIT * 2 ** min(retries, 10), LONGEST_WAIT)
    return (rng or random).uniform(0, longest)


def asked_wait(status: int, headers: Mapping[str, str]) -> float | None:
    """Return how many seconds the server wants us to wait; None when it does not say.

    `X-RateLimit-Reset` is another form of it (document360-facts §3), though only of the answer to
    one call too many. There it holds seconds; a number too large for that is a point in time.
    """
    asked = retry_after(headers.get("retry-after"))
    if asked is None and status == 429:
        reset = headers.get("x-ratelimit-reset", "").strip()
        if reset.isdecimal() and len(reset) < 8:
            return float(reset)
    return asked


def retry_after(value: str | None) -> float | None:
    """Read a Retry-After header, which holds seconds or an HTTP date; nonsense is None."""
    if value is None:
        return None
    value = value.strip()
    if value.isdecimal():
        return float(value)
    try:
        when = parsedate_to_datetime(value)
    except (ValueError, OverflowError):
        return None
    if when.tzinfo is None:
        when = when.replace(tzinfo=UTC)
    return max(0.0, when.timestamp() - time.time())
