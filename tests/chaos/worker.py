"""What one task does all the time, and what it notes of it."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import aclosing
from typing import Any, Final, TypeVar

from ejento_async import EjentoClient, EjentoError, NotFoundError

from .kinds import AGENT, KINDS, PREFIX, Kind
from .ledger import Entry, Ledger

T = TypeVar("T")

DEADLINE: Final = 8.0
"""Seconds that a call may take in all."""

SLACK: Final = 4.0
"""... and how much later it must be over, on a machine that has other things to do."""

CANCELLED: Final = 0.12
"""How many of the calls are cancelled at some moment."""

STILL: Final = 2
"""The agent whose threads nobody touches, for walks over pages."""


class Worker:
    """One task.

    Args:
        number: tells its records from those of the others.
        ejento: the client that all share.
        ledger: where all write.
        chance: what it does, and when it cancels.
        still: the ids of the threads that a walk must find.
    """

    def __init__(
        self,
        number: int,
        ejento: EjentoClient,
        ledger: Ledger,
        chance: random.Random,
        still: list[int],
    ) -> None:
        self._number = number
        self._ejento = ejento
        self._ledger = ledger
        self._chance = chance
        self._still = still
        self._serial = 0
        self._own: list[tuple[Kind, Entry]] = []

    async def work(self, until: float) -> None:
        """Do one thing after the other until some time of the event loop."""
        acts: list[tuple[Callable[[], Awaitable[None]], int]] = [
            (self._create, 25),
            (self._read, 20),
            (self._change, 20),
            (self._delete, 10),
            (self._ask_for_a_stream, 10),
            (self._ask, 4),
            (self._walk, 4),
            (self._look_around, 7),
        ]
        loop = asyncio.get_running_loop()
        while loop.time() < until:
            (act,) = self._chance.choices([act for act, _ in acts], [weight for _, weight in acts])
            await act()

    async def _create(self) -> None:
        kind = self._chance.choice(KINDS)
        entry = self._ledger.open(kind.name, self._name())
        value = kind.first(entry.name)
        key, error = await self._call(f"create {kind.name}", kind.create(self._ejento, entry.name))
        if error is not None:
            entry.failed("create", value, error)
        else:
            entry.done("create", value)
            entry.key = key
            self._own.append((kind, entry))

    async def _read(self) -> None:
        if (chosen := self._chosen()) is None:
            return
        kind, entry, key = chosen
        value, error = await self._call(f"read {kind.name}", kind.read(self._ejento, key))
        if error is None or isinstance(error, NotFoundError):
            self._ledger.complain(entry.seen("read", value))

    async def _change(self) -> None:
        if (chosen := self._chosen()) is None:
            return
        kind, entry, key = chosen
        value = self._name()
        changing = kind.change(self._ejento, key, value)
        _, error = await self._call(f"change {kind.name}", changing)
        if error is None:
            entry.done(f"change to {value}", value)
        else:
            entry.failed(f"change to {value}", value, error)
            if isinstance(error, NotFoundError):
                self._ledger.complain(entry.seen("change", None))
            self._let_go(kind, entry)

    async def _delete(self) -> None:
        if (chosen := self._chosen()) is None:
            return
        kind, entry, key = chosen
        _, error = await self._call(f"delete {kind.name}", kind.delete(self._ejento, key))
        if error is None:
            entry.done("delete", None)
            self._own.remove((kind, entry))
        else:
            entry.failed("delete", None, error)
            self._let_go(kind, entry, gone=isinstance(error, NotFoundError))

    async def _ask_for_a_stream(self) -> None:
        entry = self._ledger.open("answer", f"{self._name()} What is our leave policy?")
        early = self._chance.random() < 0.1

        async def ask() -> str | None:
            asking = self._ejento.v2.agent_responses.stream(AGENT, user_query=entry.name)
            async with asking as answer:
                async for _ in answer.text():
                    if early:
                        return None
                if answer.text_so_far != answer.final.answer:
                    self._ledger.complain(f"{entry.name}: the text is not that of the answer")
            return answer.final.answer

        await self._asked("stream", entry, ask())

    async def _ask(self) -> None:
        entry = self._ledger.open("answer", f"{self._name()} How many days?")
        asking = self._ejento.v2.agent_responses.create(AGENT, user_query=entry.name)
        await self._asked("ask", entry, asking)

    async def _asked(self, what: str, entry: Entry, asking: Coroutine[Any, Any, Any]) -> None:
        _, error = await self._call(what, asking)
        if error is None:
            entry.done(what, "")
        else:
            entry.failed(what, "", error)

    async def _walk(self) -> None:
        async def walk() -> list[int]:
            threads = self._ejento.v2.chat_threads.iter_by_agent(
                STILL,
                paginated=True,
                items_per_page=self._chance.choice((5, 13, 50)),
                prefetch=self._chance.choice((0, 0, 1, 3)),
            )
            async with aclosing(threads):
                return [thread.id async for thread in threads]

        found, error = await self._call("walk", walk())
        if error is None and found != self._still:
            self._ledger.complain(f"a walk found {found} instead of {self._still}")

    async def _look_around(self) -> None:
        await self._call("get_me", self._ejento.v2.users.get_me())

    async def _call(
        self, what: str, making: Coroutine[Any, Any, T]
    ) -> tuple[T | None, BaseException | None]:
        """Make a call, or cancel it on the way; return its result or its failure."""
        loop = asyncio.get_running_loop()
        begin = loop.time()
        task = asyncio.create_task(making)
        if self._chance.random() < CANCELLED:
            loop.call_later(self._chance.expovariate(20), task.cancel)
        await asyncio.wait([task])
        error = asyncio.CancelledError() if task.cancelled() else task.exception()
        elapsed = loop.time() - begin
        self._ledger.count(what, error, 0.0 if what == "walk" else elapsed)
        if not isinstance(error, EjentoError | asyncio.CancelledError | None):
            self._ledger.complain(f"{what}: raised {error!r}")
        # A walk is several calls.
        if what != "walk" and elapsed > DEADLINE + SLACK:
            self._ledger.complain(f"{what}: took {elapsed:.1f} s")
        return (task.result() if error is None else None), error

    def _chosen(self) -> tuple[Kind, Entry, int] | None:
        """Choose one of the records that are sure to be there."""
        if not self._own:
            return None
        kind, entry = self._chance.choice(self._own)
        assert entry.key is not None
        return kind, entry, entry.key

    def _let_go(self, kind: Kind, entry: Entry, *, gone: bool = False) -> None:
        """Leave a record alone if a call that failed may still be at work on it."""
        if gone or not entry.sure:
            self._own.remove((kind, entry))

    def _name(self) -> str:
        self._serial += 1
        return f"{PREFIX}{self._number}-{self._serial}"
