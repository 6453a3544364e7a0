"""What must be there before an operation can succeed, made by the plain calls of a user."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ejento_async import EjentoClient
from ejento_async.sandbox import Sandbox

from .spec import Operation


async def values_for(
    operation: Operation, sandbox: Sandbox, ejento: EjentoClient
) -> Mapping[str, Any]:
    """Prepare a sandbox for an operation; return arguments by the names of the wire."""
    return {}
