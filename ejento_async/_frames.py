"""What a failure leaves behind: frames whose local variables a crash reporter would show, and words."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from typing import ParamSpec, TypeVar

from ._errors import APIError, EjentoError
from ._secret import Forms, conceal, redact, redact_headers, redact_text

T = TypeVar("T")
P = ParamSpec("P")


def forgetting(function: Callable[P, T]) -> Callable[P, T]:
    """Make a function whose errors show none of its arguments, for those that take credentials."""

    @wraps(function)
    def call(*args: P.args, **kwargs: P.kwargs) -> T:
        before = sys.exception()
        try:
            return function(*args, **kwargs)
        except Exception as error:
            forget_locals(error, before)
            del args, kwargs
            raise

    return call


def forget_locals(error: BaseException, before: BaseException | None) -> None:
    """Drop the local variables of the finished frames of an error, and of those that it comes from.

    The frames hold requests and answers, with passwords and tokens in them. Which function failed
    on which line stays.

    Args:
        error: the error.
        before: an error that was already being handled when the work began: its frames are the
            caller's own, and stay as they are.
    """
    for each in _family(error, before):
        traceback.clear_frames(each.__traceback__)


def mask_words(error: BaseException, before: BaseException | None, secrets: Iterable[str]) -> None:
    """Mask credentials in all that an error says, and in what those say that it comes from.

    A server can put what it was sent into any part of its answer, and HTTP libraries quote what
    they cannot read.

    Args:
        error: the error.
        before: as in `forget_locals`.
        secrets: what must be masked.
    """
    known = Forms.of(secrets)
    for each in _family(error, before):
        # Our own words hold names of members and arguments, which only look like a credential.
        mask = conceal if isinstance(each, EjentoError) else redact_text
        each.args = tuple(mask(arg, known) if isinstance(arg, str) else arg for arg in each.args)
        if isinstance(each, OSError) and isinstance(each.strerror, str):
            each.strerror = mask(each.strerror, known)
        if isinstance(each, APIError):
            _mask_members(each, known)


def _mask_members(error: APIError, known: Forms) -> None:
    error.message = conceal(error.message, known)
    error.headers = redact_headers(error.headers, known)
    error.body = redact(error.body, known)
    for name in ("request_id", "path", "partial"):
        value: object = getattr(error, name, None)
        if isinstance(value, str):
            setattr(error, name, conceal(value, known))


def _family(error: BaseException, before: BaseException | None) -> Iterator[BaseException]:
    """Yield an error and all that it comes from, but for what was there before."""
    seen: set[BaseException | None] = {None, before}
    found: list[BaseException | None] = [error]
    while found:
        current = found.pop()
        if current is not None and current not in seen:
            seen.add(current)
            yield current
            found += [current.__cause__, current.__context__]
