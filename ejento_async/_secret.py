"""Values that must never be printed, and the removal of such values from what is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, NoReturn, final

from ._json import is_array, is_object

MASK = "***"
"""What stands in place of a secret."""

_SECRET_MEMBER = re.compile(
    r"token|password|secret|(?:api|auth|subscription)[-_]?key|authorization|^code$|^otp$",
    re.IGNORECASE,
)
_HARMLESS_MEMBER = re.compile(r"tokens$|^token_type$", re.IGNORECASE)
_SECRET_IN_TEXT = re.compile(
    r"""(?ix)
    (bearer\s+)[^\s"',<]+
    | ((?:token|password|secret|(?:api|auth|subscription)[-_]?key)["']?\s*[:=]\s*["']?)
      [^\s"',&<}]+
    """
)


@final
class Secret:
    """A credential: readable through `reveal()` only, not by `repr`, `str`, pickle or `vars`."""

    __slots__ = ("__value",)

    def __init__(self, value: str) -> None:
        self.__value = value

    def reveal(self) -> str:
        """Return the credential itself."""
        return self.__value

    def __repr__(self) -> str:
        return f"Secret('{MASK}')"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and other.reveal() == self.__value

    def __hash__(self) -> int:
        return hash(self.__value)

    def __reduce__(self) -> NoReturn:
        msg = "a Secret cannot be pickled"
        raise TypeError(msg)


def redact(value: Any, secrets: Iterable[str] = ()) -> Any:
    """Return a copy of a decoded body in which credentials are masked.

    Members are masked by name (`access_token`, `password`, ...); text is masked where it looks
    like a credential, and wherever one of `secrets` occurs in it.
    """
    known = [secret for secret in secrets if secret]
    return _redact(value, known)


def _redact(value: Any, secrets: list[str]) -> Any:
    if is_object(value):
        return {
            redact_text(name, secrets): (
                MASK if _is_secret(name, member) else _redact(member, secrets)
            )
            for name, member in value.items()
        }
    if is_array(value):
        return [_redact(item, secrets) for item in value]
    if isinstance(value, str):
        return redact_text(value, secrets)
    return value


def _is_secret(name: str, member: Any) -> bool:
    return (
        isinstance(member, str)
        and bool(member)
        and _SECRET_MEMBER.search(name) is not None
        and _HARMLESS_MEMBER.search(name) is None
    )


def redact_headers(headers: Mapping[str, str], secrets: Iterable[str] = ()) -> dict[str, str]:
    """Return a copy of the headers of an answer in which credentials are masked, cookies included."""
    masked: dict[str, str] = redact(dict(headers), secrets)
    return masked | {name: MASK for name in masked if name.lower() == "set-cookie"}


def redact_text(value: str, secrets: Iterable[str] = ()) -> str:
    """Mask credentials in free text, such as the page of a gateway."""
    # The longest first: one may be the beginning of another.
    for secret in sorted(filter(None, secrets), key=len, reverse=True):
        value = value.replace(secret, MASK)
    return _SECRET_IN_TEXT.sub(
        lambda match: (match.group(1) or match.group(2)) + MASK,
        value,
    )
