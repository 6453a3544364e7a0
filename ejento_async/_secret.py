"""Values that must never be printed, and the removal of such values from what is."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NoReturn, final
from urllib.parse import quote, quote_plus

from ._json import is_array, is_object

MASK = "***"
"""What stands in place of a secret."""

LEAST = 4
"""Characters that a credential must have to be masked by its value: a shorter one occurs in every
other word, and little of an error would be left."""

_SECRET_MEMBER = re.compile(
    r"token|passw(?:or)?d|secret|jwt|cookie|credential|connection[-_]?string"
    r"|(?:api|auth|access|private|subscription)[-_]?key|authorization|^code$|^otp",
    re.IGNORECASE,
)
_HARMLESS_MEMBER = re.compile(r"tokens$|^token_type$", re.IGNORECASE)
_QUOTE = r"""(?:\\{0,3}["']|&quot;|&apos;|&\#(?:34|39|x22|x27);)?"""
_SECRET_IN_TEXT = re.compile(
    rf"""(?ix)
    (?=[abepst?&])(?:
    (bearer(?:\s|%20|\+)+)[^\s"'\\,<]+
    | ((?:token|passw(?:or)?d|secret|(?:api|auth|access|private|subscription)[-_]?key)
       {_QUOTE}\s*[:=]\s*{_QUOTE})
      [^\s"'\\,&<}}]+
    | ([?&](?:code|otp|sig)=)[^\s"'\\&<]+
    | ()(?<![\w-])eyJ[\w-]{{5,}}(?:\.[\w-]*){{2,4}}
    )
    """
)
"""What stands behind a word for it, in a URL, or is a JWT; most letters begin none of these."""

_PLAIN = re.compile(r"[A-Za-z0-9._~-]*")
"""What is the same in URLs, in JSON and in HTML."""


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


def sealed(value: Any) -> Any:
    """Make an argument that is a credential one that no traceback shows; text, or an object of it."""
    if is_object(value):
        return {name: sealed(member) for name, member in value.items()}
    return Secret(value) if isinstance(value, str) else value


def redact(value: Any, secrets: Iterable[str] = ()) -> Any:
    """Return a copy of a decoded body in which credentials are masked.

    Members are masked by name (`access_token`, `password`, ...); text is masked where it looks
    like a credential, and wherever one of `secrets` occurs in it.
    """
    return _redact(value, Forms.of(secrets), within_secret=False)


def _redact(value: Any, forms: Forms, *, within_secret: bool) -> Any:
    if is_object(value):
        return {
            _redact_text(name, forms): _redact(
                member,
                forms,
                within_secret=not is_array(member) and (within_secret or is_secret_name(name)),
            )
            for name, member in value.items()
        }
    if is_array(value):
        # Under the name of a password a server lists in words what is wrong with it.
        return [_redact(item, forms, within_secret=within_secret) for item in value]
    if isinstance(value, str):
        return MASK if within_secret and value else _redact_text(value, forms)
    if forms and type(value) is int and str(value) in forms:
        return MASK
    return value


def is_secret_name(name: str) -> bool:
    """Whether a member, an argument or a header of this name is a credential."""
    return _SECRET_MEMBER.search(name) is not None and _HARMLESS_MEMBER.search(name) is None


def secrets_in(value: Any) -> Iterator[str]:
    """Find the credentials in the arguments of a call: by the names of members, at any depth."""
    if is_object(value):
        for name, member in value.items():
            if isinstance(member, str | int) and is_secret_name(name):
                yield str(member)
            else:
                yield from secrets_in(member)
    elif is_array(value):
        for item in value:
            yield from secrets_in(item)


def redact_headers(headers: Mapping[str, str], secrets: Iterable[str] = ()) -> dict[str, str]:
    """Return a copy of the headers of an answer in which credentials are masked, cookies included."""
    masked: dict[str, str] = redact(dict(headers), secrets)
    return masked


def redact_text(value: str, secrets: Iterable[str] = ()) -> str:
    """Mask credentials in free text, such as the page of a gateway."""
    return _redact_text(value, Forms.of(secrets))


def conceal(value: str, secrets: Iterable[str]) -> str:
    """Mask these credentials in a text, and nothing that only looks like one."""
    return _conceal(value, Forms.of(secrets))


def without_stump(value: str, secrets: Iterable[str]) -> str:
    """Drop the beginning of a credential from the end of a text that was cut off there."""
    value = value.rstrip("\ufffd")  # half a letter
    for form in Forms.of(secrets):
        for length in range(min(len(form) - 1, len(value)), 0, -1):
            if value.endswith(form[:length]):
                return value[:-length]
    return value


def _redact_text(value: str, forms: Forms) -> str:
    return _SECRET_IN_TEXT.sub(
        lambda match: (match[1] or match[2] or match[3] or "") + MASK, _conceal(value, forms)
    )


def _conceal(value: str, forms: Iterable[str]) -> str:
    for form in forms:
        value = value.replace(form, MASK)
    return value


class Forms(tuple[str, ...]):
    """All that stands for some secrets in a text; made once where several texts are masked."""

    __slots__ = ()

    @classmethod
    def of(cls, secrets: Iterable[str]) -> Forms:
        """Make them of secrets; the longest first: one may be the beginning of another."""
        if isinstance(secrets, Forms):
            return secrets
        known = {secret for secret in secrets if len(secret) >= LEAST}
        return cls(sorted({form for secret in known for form in _written(secret)}, key=_by_length))


def _by_length(text: str) -> tuple[int, str]:
    return -len(text), text


def _written(secret: str) -> Iterator[str]:
    """Write a secret the ways that it is sent, each the ways that servers print what they refuse."""
    if _PLAIN.fullmatch(secret):
        yield secret
        return
    import html  # with all the names of its characters: only needed when something failed

    for sent in {secret, json.dumps(secret, ensure_ascii=False)[1:-1], _plus(secret)}:
        escaped = html.escape(sent)
        yield from (sent, escaped, html.escape(sent, quote=False))
        escaped = escaped.replace("&#x27;", "&#39;")
        yield from (escaped, escaped.replace("&quot;", "&#34;"))
        for printed in (json.dumps(sent), json.dumps(sent, ensure_ascii=False), repr(sent)):
            yield from (printed[1:-1], printed[1:-1].replace("/", r"\/"))
        for quoted in (*(quote(sent, safe, errors="replace") for safe in _SAFE), _plus(sent)):
            yield quoted
            yield _ESCAPE.sub(lambda found: found.group().lower(), quoted)
        # UTF-8 in a header is read as Latin-1.
        yield sent.encode("utf-8", "replace").decode("latin-1")


_ESCAPE = re.compile("%..")
_SAFE = ("", "/", "!*'()")
"""What different programs leave as it is in a URL."""


def _plus(text: str) -> str:
    return quote_plus(text, errors="replace")
