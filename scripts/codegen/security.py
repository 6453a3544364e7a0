"""Which credentials an operation carries, in the words of `ejento_async._protocol.Security`."""

from __future__ import annotations

from .spec import Spec, SpecOperation, list_in


def security_of(spec: Spec, operation: SpecOperation) -> str | None:
    """Return the member of `Security` for an operation, or None when there is none."""
    holder = operation.raw if "security" in operation.raw else spec.document
    demands = list_in(holder, "security")
    if len(demands) > 1:
        return None
    return spec.api.security.get(frozenset(demands[0] if demands else ()))
