"""What the generated code and the runtime say to each other, and all that either knows of the other.

Generated resource classes describe a call as an `Operation` plus its arguments and hand both to
a `Core`. They know no HTTP library, no retries, no tokens; the runtime that implements `Core`
knows no resource by name.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Mapping
from enum import Enum
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple, Protocol, TypeAlias, TypeVar

if TYPE_CHECKING:
    from ._download import Download
    from ._pagination import Page
    from ._response import APIResponse
    from ._streaming import AnswerStream

T = TypeVar("T")


class Unset(Enum):
    """The type of `UNSET`, which means "leave this argument out of the request".

    An enum member survives copying and pickling as the same object, and type checkers narrow on
    `is UNSET`.
    """

    UNSET = "UNSET"

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "UNSET"


UNSET: Final = Unset.UNSET
"""The default of optional request arguments: not sent at all, where `None` would send a null."""


class Security(Enum):
    """Which credentials an operation carries."""

    ACCESS = "access"
    """Subscription key and Ejento access token: nearly every operation."""

    KEY = "key"
    """Subscription key only."""

    AUTH = "auth"
    """Subscription key and the token of the auth service."""

    NONE = "none"
    """Nothing."""


class Pagination(NamedTuple):
    """Where one kind of list keeps its items and its place; dotted paths into the payload.

    Ejento has three shapes for the same facts, so a page is read by these paths.
    """

    items: str
    page: str
    pages: str
    total: str


class SkipTake(NamedTuple):
    """A list that is asked for in slices, and says nothing of its length.

    `skip` and `take` are the query parameters that say where a slice begins and how long it is;
    `size` is how long the server makes it when nobody says. `items` is a dotted path into the
    payload; `.` is the payload itself.
    """

    items: str
    skip: str
    take: str
    size: int


class Operation(NamedTuple):
    """One operation of the API: everything about a call that does not depend on its arguments."""

    id: str
    method: str
    path: str
    security: Security = Security.ACCESS
    body: Literal["json", "form", "multipart"] | None = None
    envelope: bool = True
    """Whether the answer is `{success, ...}` around a payload, of which callers get the payload."""
    idempotent: bool = False
    """Whether the call may be repeated after the server may have acted on it."""
    accept: str = "application/json"
    redirect: bool = False
    """Whether the good answer is a redirect, of which callers get the target."""
    pagination: Pagination | SkipTake | None = None
    timeout: float | None = None
    """Seconds to wait for the next byte, where an operation needs more than the client's setting."""
    deprecated: str | None = None
    """What a program is told that uses a deprecated operation."""
    payload: str = "data"
    """The member of the envelope that holds the payload."""


Read: TypeAlias = Callable[[Any], T]
"""Makes a typed value of decoded JSON; raises `ShapeError` when it cannot."""

Arguments: TypeAlias = Mapping[str, object]


class Core(Protocol):
    """What a resource class needs of the runtime.

    `path` holds the path arguments in the order of their placeholders. Members of `query`,
    `headers` and of an object `body` that are `UNSET` are left out.
    """

    async def send(
        self,
        operation: Operation,
        read: Read[T],
        path: tuple[object, ...] = (),
        *,
        query: Arguments | None = None,
        headers: Arguments | None = None,
        body: object = UNSET,
    ) -> T:
        """Make the call and return its result."""
        ...

    async def respond(
        self,
        operation: Operation,
        read: Read[T],
        path: tuple[object, ...] = (),
        *,
        query: Arguments | None = None,
        headers: Arguments | None = None,
        body: object = UNSET,
    ) -> APIResponse[T]:
        """Make the call and return its result with the whole response."""
        ...

    async def send_page(
        self,
        operation: Operation,
        read: Read[T],
        path: tuple[object, ...] = (),
        *,
        query: Arguments | None = None,
        headers: Arguments | None = None,
    ) -> Page[T]:
        """Fetch one page of a list; `read` reads one item."""
        ...

    async def respond_page(
        self,
        operation: Operation,
        read: Read[T],
        path: tuple[object, ...] = (),
        *,
        query: Arguments | None = None,
        headers: Arguments | None = None,
    ) -> APIResponse[Page[T]]:
        """Fetch one page of a list with the whole response; `read` reads one item."""
        ...

    def iterate(
        self,
        operation: Operation,
        read: Read[T],
        path: tuple[object, ...] = (),
        *,
        query: Arguments | None = None,
        headers: Arguments | None = None,
        prefetch: int = 0,
    ) -> AsyncGenerator[T]:
        """Walk all pages of a list, from the page that `query` names; some are fetched ahead."""
        ...

    def stream(
        self,
        operation: Operation,
        read: Read[T],
        path: tuple[object, ...] = (),
        *,
        query: Arguments | None = None,
        headers: Arguments | None = None,
        body: object = UNSET,
    ) -> AnswerStream[T]:
        """Open a stream of server-sent events; `read` reads the output of its last event."""
        ...

    def download(
        self,
        operation: Operation,
        path: tuple[object, ...] = (),
        *,
        query: Arguments | None = None,
        headers: Arguments | None = None,
    ) -> Download:
        """Open a binary body as a stream of bytes."""
        ...


class Resource:
    """Base of the generated resource classes: they hold the runtime and nothing else."""

    __slots__ = ("_core",)

    def __init__(self, core: Core) -> None:
        self._core = core
