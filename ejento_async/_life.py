"""A client that is dropped and was not closed says so, and where it was made."""

from __future__ import annotations

import inspect
import warnings
from typing import NoReturn

from ._sender import Sender

_PACKAGE = __name__.partition(".")[0]


class Life:
    """Lasts as long as a client, or another with its connections, can still be closed.

    Args:
        name: what the client is called.
        sender: makes its calls.
    """

    __slots__ = ("_made_at", "_name", "_sender")

    def __init__(self, name: str, sender: Sender) -> None:
        self._name = name
        self._sender = sender
        self._made_at = _caller()

    def __reduce__(self) -> NoReturn:
        msg = "a client cannot be pickled or copied"
        raise TypeError(msg)

    def __del__(self) -> None:
        # Only says so: closing needs the event loop, which may be gone by now.
        if self._sender.unclosed:
            file, line = self._made_at
            warnings.warn_explicit(
                f"unclosed {self._name}: use it in `async with`, or await aclose()",
                ResourceWarning,
                file,
                line,
                source=self,
            )


def _caller() -> tuple[str, int]:
    """Return file and line of the nearest code that is not ours."""
    frame = inspect.currentframe()
    while frame is not None and frame.f_globals.get("__name__", "").partition(".")[0] == _PACKAGE:
        frame = frame.f_back
    return ("", 0) if frame is None else (frame.f_code.co_filename, frame.f_lineno)
