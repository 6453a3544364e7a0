"""Faults of lists that come page by page."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from ejento_async import (
    APIConnectionError,
    APIError,
    APIResponseError,
    EjentoClient,
    Limits,
    NotFoundError,
    TokenPair,
)
from tests.reliability.scene import Outcome, Scene
from tests.wire import Connection, eventually

ITEMS = 3
"""Records of a page."""


class Book:
    """A list of numbered records.

    Attributes:
        ids: the records; may change while the list is walked over.
        asked: the numbers of the pages that were asked for.
        odd: what comes in place of a page, by its number: a status, other data, or None: a reset.
        once: whether that happens once only.
        before: called before each page.
    """

    def __init__(self, size: int) -> None:
        self.ids = list(range(size))
        self.asked: list[int] = []
        self.odd: dict[int, Any] = {}
        self.once = False
        self.before: Callable[[int], object] = lambda _: None

    async def __call__(self, connection: Connection) -> None:
        while (request := await connection.request()) is not None:
            asked = parse_qs(urlsplit(request.target).query)
            number = int(asked.get("page", ["1"])[0])
            self.asked.append(number)
            self.before(number)
            if number not in self.odd:
                await connection.answer(self.page(number))
                continue
            odd = self.odd.pop(number) if self.once else self.odd[number]
            if odd is None:
                connection.reset()
            elif isinstance(odd, int):
                await connection.answer(status=odd)
            else:
                await connection.answer(odd)

    @property
    def pages(self) -> int:
        return -(-len(self.ids) // ITEMS)

    def page(self, number: int) -> dict[str, Any]:
        """Return a page as the server sends it."""
        items = self.ids[(number - 1) * ITEMS : number * ITEMS]
        return {
            "agent_responses": [{"id": found} for found in items],
            "meta": {
                "current_page": number,
                "num_pages": self.pages,
                "count": len(self.ids),
            },
        }


class Walk:
    """A walk over a list, and what it has found so far."""

    def __init__(self, client: EjentoClient, **options: Any) -> None:
        self.found: list[int | None] = []
        self._items = client.v2.agent_responses.iter_by_agent(42, **options)

    async def to_the_end(self) -> None:
        async for item in self._items:
            self.found.append(item.id)


async def walked(scene: Scene, book: Book, **options: Any) -> tuple[Walk, Outcome]:
    walk = Walk(scene.client(await scene.server(book)), **options)
    return walk, await scene.attempt(walk.to_the_end())


# Lists that are as they should be, or change.


def shrinks(book: Book) -> None:
    book.before = lambda number: book.ids.__delitem__(slice(4, None)) if number == 2 else None


def grows(book: Book) -> None:
    book.before = lambda number: book.ids.extend((90, 91)) if number == 3 else None


def loses_an_item(book: Book) -> None:
    book.before = lambda number: book.ids.remove(0) if number == 2 else None


def gets_an_item(book: Book) -> None:
    book.before = lambda number: book.ids.insert(0, 99) if number == 2 else None


def has_an_empty_last_page(book: Book) -> None:
    book.odd = {3: {**book.page(3), "agent_responses": []}}


def tells_no_place(book: Book) -> None:
    book.odd = {1: {"agent_responses": book.page(1)["agent_responses"]}}


def is_as_it_should_be(book: Book) -> None:
    """Nothing is wrong with it."""


LISTS: list[tuple[str, int, Callable[[Book], None], list[int], list[int]]] = [
    ("an empty list", 0, is_as_it_should_be, [], [1]),
    ("a list of one page", 3, is_as_it_should_be, [0, 1, 2], [1]),
    ("a list of three pages", 8, is_as_it_should_be, [*range(8)], [1, 2, 3]),
    ("a last page that is empty", 8, has_an_empty_last_page, [*range(6)], [1, 2, 3]),
    ("a list that tells no place", 8, tells_no_place, [0, 1, 2], [1]),
    ("a list that gets shorter", 8, shrinks, [0, 1, 2, 3], [1, 2]),
    ("a list that gets longer", 8, grows, [*range(8), 90, 91], [1, 2, 3, 4]),
    ("an item that is removed meanwhile", 7, loses_an_item, [0, 1, 2, 4, 5, 6], [1, 2]),
    ("an item that is added meanwhile", 5, gets_an_item, [0, 1, 2, 2, 3, 4], [1, 2]),
]


@pytest.mark.parametrize(
    ("fault", "size", "change", "found", "asked"), LISTS, ids=[row[0] for row in LISTS]
)
async def test_a_walk_finds_what_the_pages_say(
    fault: str,
    size: int,
    change: Callable[[Book], None],
    found: list[int],
    asked: list[int],
    scene: Scene,
) -> None:
    book = Book(size)
    change(book)
    walk, outcome = await walked(scene, book)

    scene.note(
        fault,
        f"ok, {len(found)} items, {len(asked)} requests",
        f"{outcome.name}, {len(walk.found)} items, {len(book.asked)} requests",
    )
    assert outcome.error is None
    assert walk.found == found
    assert book.asked == asked
    await scene.settled(1)


# Pages that do not come.

ODD: list[tuple[str, Any, type[APIError]]] = [
    ("404", 404, NotFoundError),
    ("resets for good", None, APIConnectionError),
    ("another page", Book(30).page(3), APIResponseError),
]


@pytest.mark.parametrize(("fault", "odd", "expected"), ODD, ids=[row[0] for row in ODD])
async def test_an_error_on_page_7_says_so_and_a_walk_can_go_on_there(
    fault: str, odd: Any, expected: type[APIError], scene: Scene
) -> None:
    book = Book(30)
    book.odd = {7: odd}
    walk, outcome = await walked(scene, book)
    place = outcome.failure.page
    book.odd = {}
    rest, resumed = await walked(scene, book, page=place)

    scene.note(
        f"{fault} on page 7",
        f"{expected.__name__} with page 7, then the rest",
        f"{outcome.name} with page {place}, then the rest",
    )
    assert type(outcome.error) is expected
    assert place == 7
    assert walk.found == list(range(18))
    assert resumed.error is None
    assert rest.found == list(range(18, 30))
    await scene.settled(2)


@pytest.mark.parametrize("start", [1, 4])
async def test_an_error_on_the_first_page_of_a_walk_says_so_too(start: int, scene: Scene) -> None:
    book = Book(30)
    book.odd = {start: 404}
    walk, outcome = await walked(scene, book, page=start)

    scene.note(
        f"404 on page {start}, where the walk begins",
        f"NotFoundError with page {start}",
        f"{outcome.name} with page {outcome.failure.page}",
    )
    assert outcome.failure.page == start
    assert walk.found == []
    await scene.settled(1)


@pytest.mark.parametrize("odd", [503, None], ids=["503", "a reset"])
async def test_a_walk_goes_on_after_a_fault_that_passes(odd: int | None, scene: Scene) -> None:
    book = Book(8)
    book.odd, book.once = {2: odd}, True
    walk, outcome = await walked(scene, book)

    scene.note(
        f"{odd or 'a reset'} once on page 2",
        "ok, 8 items, 4 requests",
        f"{outcome.name}, {len(walk.found)} items, {len(book.asked)} requests",
    )
    assert walk.found == list(range(8))
    assert book.asked == [1, 2, 2, 3]
    await scene.settled(1)


async def test_a_walk_outlives_its_token(scene: Scene) -> None:
    sandbox = await scene.sandbox()
    tokens = TokenPair(sandbox.auth_token, sandbox.access_token)
    client = scene.client(sandbox, credentials=tokens)
    thread = await client.v2.chat_threads.create(42)
    for _ in range(3):
        await client.v2.agent_responses.create(42, user_query="Hm?", chat_thread_id=thread.id)
    found = 0
    async for _ in client.v2.agent_responses.iter_by_chat_thread(thread.id, items_per_page=1):
        found += 1
        sandbox.expire_access_token()

    scene.note("a token that expires on each page", "ok, 3 items", f"ok, {found} items")
    assert found == 3
    assert sandbox.refresh_count == 2
    await scene.settled(1)


# Walks that stop.


async def leaves_the_loop(items: AsyncIterator[Any]) -> None:
    async for item in items:
        if item.id == 3:
            break


async def raises(items: AsyncIterator[Any]) -> None:
    async for item in items:
        if item.id == 3:
            raise ZeroDivisionError


async def is_cancelled(items: AsyncIterator[Any]) -> None:
    async def walk() -> None:
        async for item in items:
            if item.id == 3:
                reached.set()
                await asyncio.Event().wait()

    reached = asyncio.Event()
    walking = asyncio.create_task(walk())
    await reached.wait()
    walking.cancel()
    await walking


@pytest.mark.parametrize(
    ("stop", "expected"),
    [(leaves_the_loop, "ok"), (raises, "ZeroDivisionError"), (is_cancelled, "CancelledError")],
    ids=["break", "raise", "cancel"],
)
async def test_a_walk_that_stops_asks_for_no_further_page(
    stop: Callable[[AsyncIterator[Any]], Any], expected: str, scene: Scene
) -> None:
    book = Book(30)
    server = await scene.server(book)
    client = scene.client(server, limits=Limits(max_connections=1))
    seen = "ok"
    try:
        await stop(client.v2.agent_responses.iter_by_agent(42))
    except (ZeroDivisionError, asyncio.CancelledError) as error:
        seen = type(error).__name__

    async with asyncio.timeout(2):
        await client.v2.agent_responses.list_by_agent(42, page=9)
    scene.note(
        f"a walk that {stop.__name__.replace('_', ' ')}",
        f"{expected}, 2 requests",
        f"{seen}, {len(book.asked) - 1} requests",
    )
    assert seen == expected
    assert book.asked == [1, 2, 9]
    await scene.settled(1)


async def test_a_walk_that_is_cancelled_between_two_pages_frees_the_only_connection(
    scene: Scene,
) -> None:
    book = Book(30)
    silent = asyncio.Event()

    async def quiet_on_page_2(connection: Connection) -> None:
        if silent.is_set():
            await book(connection)
            return
        await connection.request()
        await connection.answer(book.page(1))
        await connection.request()
        silent.set()
        await connection.reader.read()

    server = await scene.server(quiet_on_page_2)
    client = scene.client(server, limits=Limits(max_connections=1), timeout=3)
    walk = Walk(client)
    walking = asyncio.create_task(walk.to_the_end())
    await silent.wait()
    walking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await walking

    scene.note(
        "a walk that is cancelled between two pages",
        "CancelledError, 3 items",
        f"CancelledError, {len(walk.found)} items",
    )
    assert walk.found == [0, 1, 2]
    await eventually(lambda: server.open == 0)
    async with asyncio.timeout(2):
        await client.v2.agent_responses.list_by_agent(42, page=9)
    await scene.settled(1)
