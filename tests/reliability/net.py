"""One net under all scenes: what any of them prints is searched for what any of them plants.

A scene looks for its own credentials, while it lasts. What is kept by mistake, in a cache or a
default argument, shows up in another one; what is printed late is captured by nobody but pytest.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD = re.compile(r"[A-Za-z0-9._~-]{8,}")


class Net:
    """Collects what was printed and what was planted, in one process."""

    def __init__(self) -> None:
        self._words: set[str] = set()
        self._planted: set[str] = set()
        self._odd: set[str] = set()
        self._rest: list[str] = []

    def plant(self, secrets: Iterable[str]) -> None:
        """Remember what must not be printed."""
        for secret in secrets:
            (self._planted if _WORD.fullmatch(secret) else self._odd).add(secret)

    def catch(self, texts: Iterable[str]) -> None:
        """Remember what was printed: each of its words once."""
        for text in texts:
            self._words.update(_WORD.findall(text))
            self._rest += [secret for secret in self._odd if secret in text]

    def found(self) -> list[str]:
        """Return the credentials that were printed anywhere, whole or within a word."""
        within = re.compile("|".join(map(re.escape, sorted(self._planted))) or r"(?!)")
        return sorted({*self._rest, *(word for word in self._words if within.search(word))})


NET = Net()
