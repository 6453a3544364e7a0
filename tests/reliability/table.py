"""The table of faults: what happens to the network, and what a caller gets to see of it."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from ejento_async import APIError, EjentoClient
from ejento_async.sandbox import Fault, Sandbox
from tests.reliability.scene import Outcome, Scene
from tests.wire import Behaviour

Call: TypeAlias = Callable[[EjentoClient], Awaitable[object]]


async def read(ejento: EjentoClient) -> object:
    """A call that may be repeated."""
    return await ejento.v2.agents.get(42)


async def write(ejento: EjentoClient) -> object:
    """A call that must not be made twice."""
    return await ejento.v2.chat_threads.create(42)


@dataclass(frozen=True, kw_only=True)
class Row:
    """One fault and what must come of it.

    Attributes:
        fault: in words, for the table.
        given: the faults of a sandbox, or how a raw server behaves.
        call: what the client does.
        raises: the error that the caller gets; None when the call must succeed.
        attempts: how many requests the server must have seen.
        tries: how many attempts the error must tell of, where the server did not see them all.
        applied: whether the error says that the server may have acted on the call.
        says: a regular expression that the error's text must match.
        within: seconds that it may take.
        idle: connections that may be kept afterwards.
        settings: of the client.
    """

    fault: str
    given: tuple[Fault, ...] | Behaviour
    call: Call = read
    raises: type[APIError] | None = None
    attempts: int = 1
    tries: int | None = None
    applied: bool = False
    says: str = ""
    within: float = 2.0
    idle: int = 1
    settings: Mapping[str, Any] = field(default_factory=dict[str, Any])

    @property
    def expected(self) -> str:
        """What must come of it, in words."""
        name = "ok" if self.raises is None else self.raises.__name__
        applied = ", maybe applied" if self.applied else ""
        return f"{name}, {_times(self.attempts)}{applied}"

    async def prove(self, scene: Scene) -> Outcome:
        """Let it happen, check what comes of it and return it."""
        if isinstance(self.given, tuple):
            sandbox = await scene.sandbox(*self.given)
            server: Any = sandbox
            seen = _requests_of(sandbox)
        else:
            server = await scene.server(self.given)
            seen = lambda: len(server.requests)  # noqa: E731
        client = scene.client(server, **self.settings)

        outcome = await scene.attempt(self.call(client))

        attempts = seen()
        scene.note(self.fault, self.expected, told(outcome, attempts))
        if self.raises is None:
            assert outcome.error is None
        else:
            error = outcome.failure
            assert type(error) is self.raises, repr(error)
            assert re.search(self.says, str(error)), str(error)
            assert error.maybe_applied == self.applied
            assert error.method
            assert error.url.startswith("http")
            assert error.operation
            assert 0 <= error.elapsed <= outcome.elapsed
            assert error.attempts == (attempts if self.tries is None else self.tries)
        assert attempts == self.attempts
        assert outcome.elapsed < self.within
        await scene.settled(self.idle)
        return outcome


def told(outcome: Outcome, attempts: int | None = None) -> str:
    """Say how a call ended, in the words of the table.

    Args:
        outcome: how it ended.
        attempts: how many there were; by default as many as the error tells of, or one.
    """
    error = outcome.error if isinstance(outcome.error, APIError) else None
    if attempts is None:
        attempts = 1 if error is None else error.attempts
    applied = ", maybe applied" if error is not None and error.maybe_applied else ""
    return f"{outcome.name}, {_times(attempts)}{applied}"


def _requests_of(sandbox: Sandbox) -> Callable[[], int]:
    return lambda: len(sandbox.requests)


def _times(attempts: int) -> str:
    return "1 attempt" if attempts == 1 else f"{attempts} attempts"
