"""What callers see of an answer besides its data."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from typing import Any, Generic, Protocol, TypeVar

from attrs import field, frozen

from ._errors import APIError

T = TypeVar("T")
E = TypeVar("E", bound=APIError)


@frozen(kw_only=True)
class APIResponse(Generic[T]):
    """A whole answer: what `with_response` methods return.

    Attributes:
        data: the typed result, the same as the plain method returns.
        status: HTTP status.
        headers: header values by lower-case name.
        message: the envelope's message, when there is one.
        body: the decoded JSON as the server sent it, envelope included.
        request_id: the id that the server gave the request, if it gave one.
        elapsed: seconds from the first attempt to the last byte.
        attempts: how often the call was tried.
    """

    data: T
    status: int
    headers: Mapping[str, str] = field(repr=False)
    message: str | None
    body: Any = field(repr=False)
    request_id: str | None
    elapsed: float
    attempts: int


class Incoming(Protocol):
    """A good answer whose body is still to be read; failures are already errors of the SDK."""

    @property
    def status(self) -> int: ...

    @property
    def headers(self) -> Mapping[str, str]: ...

    def chunks(self) -> AsyncIterator[bytes]:
        """Yield the body; raises `APIConnectionError` or `APITimeoutError`."""
        ...

    def about(self, error: E) -> E:
        """Write into an error which call it belongs to, and return it."""
        ...

    async def aclose(self) -> None:
        """Free the connection; may be called at any time, more than once."""
        ...
