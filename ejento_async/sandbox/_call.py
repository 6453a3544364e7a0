"""What a handler is given, and how handlers are found."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias

from ._checks import Arguments
from ._connections import Connection
from ._records import User
from ._replies import Reply
from ._settings import Credentials
from ._spec import Json, SpecOperation
from ._state import State


class Streaming(Protocol):
    """An answer that writes itself: an ASGI app with a status, such as Starlette's responses."""

    status_code: int

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Send the answer."""
        ...


Answered: TypeAlias = Reply | Streaming
Handler: TypeAlias = "Callable[[Call], Answered | Awaitable[Answered]]"

HANDLERS: dict[str, Handler] = {}


@dataclass(frozen=True, slots=True)
class Call:
    """A request that has passed all checks.

    Attributes:
        caller: the user that the token stands for, if the operation asks for one.
        bearer: the token itself.
        complain: says what the spec has against the data of an event; None unless `strict`.
    """

    operation: SpecOperation
    arguments: Arguments
    state: State
    credentials: Credentials
    connection: Connection
    caller: User | None
    bearer: str | None
    complain: Callable[[Any], str | None] | None

    @property
    def path(self) -> dict[str, Any]:
        """The path arguments."""
        return self.arguments.path

    @property
    def query(self) -> dict[str, Any]:
        """The query arguments that are there."""
        return self.arguments.query

    @property
    def body(self) -> Json:
        """The body, an object; empty if there is none."""
        return self.arguments.body or {}

    @property
    def user(self) -> User:
        """The user that the access token stands for."""
        assert self.caller is not None, f"{self.operation.id} is open to callers without a token"
        return self.caller

    @property
    def generation(self) -> str:
        """The generation of the API that is called: `v1`, `v2l` or `v2`."""
        return self.operation.id.partition("_")[0]

    def now(self) -> str:
        """Return the time as a timestamp."""
        return self.state.clock.stamp()


def handles(*operations: str) -> Callable[[Handler], Handler]:
    """Make a function the handler of operations of the spec, by their ids."""

    def register(handler: Handler) -> Handler:
        for operation in operations:
            if operation in HANDLERS:
                msg = f"{operation} has a handler already"
                raise ValueError(msg)
            HANDLERS[operation] = handler
        return handler

    return register
