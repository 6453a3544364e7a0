"""The tokens that are in use, the store that they are kept in, and when they are to be renewed."""

from __future__ import annotations

import time
from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack, asynccontextmanager
from math import inf

from ._observe import note_unsaved
from ._renewal import step
from ._secret import Secret, redact_text
from ._tokens import Tokens, TokenStore

PAUSE = 5.0
"""Seconds from a renewal ahead of time that failed to the next one."""

UNSAVED = 60.0
"""Seconds after which tokens that could not be saved are renewed, so that the new ones may be."""


class TokenKeeper:
    """Holds the newest tokens, in memory and in a store if there is one.

    Args:
        tokens: the tokens to begin with.
        store: where they outlive the program, maybe shared with other processes.

    Attributes:
        tokens: the tokens in use.
        due: when they are to be renewed, in seconds since 1970.
    """

    def __init__(self, tokens: Tokens | None, store: TokenStore | None) -> None:
        self.tokens = tokens
        self.due = inf if tokens is None else tokens.renew_at
        self._store = store
        # What the store held when it was looked at last: anything else in it is news.
        self._seen: Secret | None = None

    @asynccontextmanager
    async def held(self) -> AsyncGenerator[Tokens | None]:
        """Hold the store against other processes; yields the newest tokens that there are.

        Raises:
            APITimeoutError: another holder does not let go of it.
            ConfigurationError: it is damaged, or cannot be used.
        """
        store = self._store
        if store is None:
            yield self.tokens
            return
        async with AsyncExitStack() as stack:
            async with step("the store of the tokens was in the hands of another"):
                await stack.enter_async_context(store.lock())
                kept = await store.load()
            # What the store held before may be older than tokens that could not be saved.
            news = kept is not None and kept.access != self._seen
            self._seen = None if kept is None else kept.access
            yield kept if news else self.tokens or kept

    async def adopt(self, tokens: Tokens) -> None:
        """Use these tokens from now on, after saving them if the store does not hold them.

        Tokens that cannot be saved are good all the same, until they are renewed after a while.
        """
        try:
            if self._store is not None and tokens.access != self._seen:
                async with step("the tokens could not be saved"):
                    await self._store.save(tokens)
                self._seen = tokens.access
        except Exception as error:
            # Without the traceback, whose frames hold tokens.
            note_unsaved(type(error), redact_text(str(error), revealed(tokens)))
        finally:
            # Also when this is cancelled: the tokens before these are used up.
            self._use(tokens)

    def put_off(self) -> None:
        """Let the tokens be due a while later than now, or when they end."""
        end = None if self.tokens is None else self.tokens.expires_at
        self.due = min(time.time() + PAUSE, inf if end is None else end)

    def _use(self, tokens: Tokens) -> None:
        now = time.time()
        self.tokens = tokens
        # Due on arrival: the clocks differ, and only the server knows when these end.
        self.due = tokens.renew_at if tokens.renew_at > now else inf
        if self._store is not None and tokens.access != self._seen:
            self.due = min(self.due, now + UNSAVED)


def revealed(tokens: Tokens | None) -> list[str]:
    """Return tokens as plain strings, to be masked wherever they show up."""
    found = [] if tokens is None else [tokens.access, tokens.auth]
    return [secret.reveal() for secret in found if secret is not None]
