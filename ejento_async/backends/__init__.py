"""Ways to the network: httpx by default, behind a small protocol that others can fulfil."""

from .protocol import (
    Backend,
    BackendError,
    BackendRequest,
    BackendResponse,
    PhaseTimeouts,
    StreamBody,
)

__all__ = [
    "Backend",
    "BackendError",
    "BackendRequest",
    "BackendResponse",
    "PhaseTimeouts",
    "StreamBody",
]
