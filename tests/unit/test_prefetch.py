"""Walks over lists whose next pages are fetched ahead."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing

import pytest

from ejento_async import APIError, NotFoundError, Page
from ejento_async._model import integer
from ejento_async._prefetch import walk_ahead
from tests import support
from tests.support import PAGED
from tests.wire import eventually


class Book:
    """A list of two items a page, each page of which comes when it is let.

    Args:
        pages: how many there are; a page says so unless the book is `silent`.
    """

    def __init__(self, pages: int, *, silent: bool = False) -> None:
        self.pages = pages
        self.silent = silent
        self.gates = {number: asyncio.Event() for number in range(2, pages + 20)}
        self.asked: list[int] = []
        self.under_way = 0
        self.most_under_way = 0
        self.broken: int | None = None

    def page(self, number: int) -> Page[int]:
        items = [2 * number, 2 * number + 1] if number <= self.pages else []
        if self.silent:
            more = number < self.pages
            return Page(items, number=number, more=more, fetch=self.fetch)
        return Page(items, number=number, pages=self.pages, fetch=self.fetch)

    async def fetch(self, number: int) -> Page[int]:
        self.asked.append(number)
        self.under_way += 1
        self.most_under_way = max(self.most_under_way, self.under_way)
        try:
            await self.gates[number].wait()
        finally:
            self.under_way -= 1
        if number == self.broken:
            raise NotFoundError("no such page")
        return self.page(number)

    def let_all(self) -> None:
        for gate in self.gates.values():
            gate.set()

    def walk(self, prefetch: int) -> AsyncGenerator[int]:
        return walk_ahead(self.page(1), prefetch)

    def items(self) -> list[int]:
        return list(range(2, 2 * self.pages + 2))


@pytest.mark.parametrize("silent", [False, True])
@pytest.mark.parametrize("prefetch", [1, 3, 50])
@pytest.mark.parametrize("pages", [1, 2, 7])
async def test_all_items_come_in_order(pages: int, prefetch: int, silent: bool) -> None:
    book = Book(pages, silent=silent)
    book.let_all()

    assert [item async for item in book.walk(prefetch)] == book.items()


async def test_so_many_pages_are_on_their_way_at_a_time_in_whatever_order_they_arrive() -> None:
    book = Book(9)
    walk = book.walk(4)
    assert [await anext(walk), await anext(walk)] == [2, 3]

    waiting = asyncio.ensure_future(anext(walk))
    await eventually(lambda: book.under_way == 4)
    assert book.asked == [2, 3, 4, 5]
    for number in (5, 4, 3):
        book.gates[number].set()
    await eventually(lambda: book.under_way == 1)
    assert not waiting.done()
    book.gates[2].set()

    assert await waiting == 4
    book.let_all()
    assert [item async for item in walk] == list(range(5, 20))
    assert book.most_under_way == 4


async def test_a_slow_reader_holds_no_more_pages_than_it_asked_for() -> None:
    book = Book(50)
    book.let_all()
    async with aclosing(book.walk(3)) as walk:
        for _ in range(7):
            await anext(walk)
        for _ in range(100):
            await asyncio.sleep(0)

        # It is on page 4: three more have been fetched.
        assert book.asked == [2, 3, 4, 5, 6, 7]


async def test_leaving_early_gives_up_what_is_on_its_way() -> None:
    book = Book(9)
    async with aclosing(book.walk(4)) as walk:
        async for _ in walk:
            break
    async with aclosing(book.walk(4)) as walk:
        assert [await anext(walk), await anext(walk)] == [2, 3]
        waiting = asyncio.ensure_future(anext(walk))
        await eventually(lambda: book.under_way == 4)
        waiting.cancel()
        await asyncio.wait([waiting])

    assert book.under_way == 0
    assert asyncio.all_tasks() == {asyncio.current_task()}


async def test_a_page_that_cannot_be_had_fails_when_its_turn_comes_and_says_where_to_go_on() -> (
    None
):
    book = Book(9)
    book.broken = 4
    book.let_all()

    found: list[int] = []
    with pytest.raises(APIError) as caught:
        async for item in book.walk(6):
            found.append(item)  # noqa: PERF401 - what came before the failure counts
    assert found == [2, 3, 4, 5, 6, 7]
    assert caught.value.page == 4
    assert book.under_way == 0


async def test_a_list_that_gets_shorter_meanwhile_ends_where_it_says_so() -> None:
    book = Book(9)
    walk = book.walk(8)
    assert await anext(walk) == 2
    book.pages = 3
    book.let_all()

    assert [item async for item in walk] == [3, 4, 5, 6, 7]


async def test_a_list_that_gets_longer_meanwhile_is_walked_to_its_new_end() -> None:
    book = Book(3)
    walk = book.walk(8)
    assert await anext(walk) == 2
    book.pages = 5
    book.let_all()

    assert [item async for item in walk] == [3, 4, 5, 6, 7, 8, 9, 10, 11]


@pytest.mark.parametrize("prefetch", [-1, 1.5, "2", True, None])
async def test_what_is_no_number_of_pages_is_refused_before_anything_is_sent(
    prefetch: object,
) -> None:
    client = support.transport()

    with pytest.raises(ValueError, match="prefetch: expected a whole number from 0"):
        client.iterate(PAGED, integer, prefetch=prefetch)  # type: ignore[arg-type]
