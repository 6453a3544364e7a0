"""Which credentials an operation carries, in the words of `ejento_async._protocol.Security`."""

from __future__ import annotations

from .spec import Spec, SpecOperation, list_in

_BY_SCHEMES = {
    frozenset[str](): "NONE",
    frozenset(["subscriptionKey"]): "KEY",
    frozenset(["subscriptionKey", "accessToken"]): "ACCESS",
    frozenset(["subscriptionKey", "authToken"]): "AUTH",
}


def security_of(spec: Spec, operation: SpecOperation) -> str | None:
    """Return the member of `Security` for an operation, or None when there is none."""
    holder = operation.raw if "security" in operation.raw else spec.document
    demands = list_in(holder, "security")
    if len(demands) > 1:
        return None
    return _BY_SCHEMES.get(frozenset(demands[0] if demands else ()))
