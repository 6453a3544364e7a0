"""Ids in the hands of browsers: to be handed back, not to be made up.

All browsers share the server's account at Ejento. If they could name any thread, one could read on
in the conversation of another.
"""

from __future__ import annotations

from typing import Any, Literal

from itsdangerous import BadSignature, URLSafeSerializer

Kind = Literal["thread", "answer", "citation"]


class BadSeal(Exception):
    """What a browser handed back was not given to it by us, or under another secret."""


class Seals:
    """Signs ids, each kind in a way of its own.

    Args:
        secret: the key; whoever has it can name every thread.
    """

    def __init__(self, secret: str) -> None:
        self._secret = secret

    def seal(self, kind: Kind, value: int | str) -> str:
        """Return an id as text that may stand in a URL."""
        sealed = URLSafeSerializer(self._secret, salt=kind).dumps(value)
        return sealed.decode() if isinstance(sealed, bytes) else sealed

    def open(self, kind: Kind, sealed: str) -> Any:
        """Return the id in a seal.

        Raises:
            BadSeal: it is not one of ours, or of another kind.
        """
        try:
            return URLSafeSerializer(self._secret, salt=kind).loads(sealed)
        except BadSignature as error:
            raise BadSeal from error
