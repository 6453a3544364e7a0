"""Pages of lists in every shape that the API has, and the walk over all of them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, cast

import httpx
import pytest
import respx

from ejento_async._errors import APIResponseError, NotFoundError, ServerError
from ejento_async._model import integer
from ejento_async._pagination import Page
from ejento_async._protocol import UNSET, Operation, Pagination
from ejento_async._sender import CallOptions
from ejento_async._transport import Transport
from tests.support import CREATE, LIST, ok
from tests.unit.conftest import Clock

Make = Callable[..., Transport]

FLAT = LIST._replace(pagination=Pagination("things", "current_page", "num_pages", "count"))
NESTED = LIST._replace(
    pagination=Pagination("things", "meta.current_page", "meta.num_pages", "meta.count")
)
TOTALS = LIST._replace(
    pagination=Pagination("records", "current_page", "total_pages", "total_records")
)
SHAPES = {"flat": FLAT, "nested": NESTED, "totals": TOTALS}


class Things:
    """A list of numbers, told page by page in the shape of an operation."""

    def __init__(self, router: respx.MockRouter, operation: Operation, *, pages: int = 3) -> None:
        assert isinstance(operation.pagination, Pagination)
        self.where = operation.pagination
        self.pages = pages
        self.faults: dict[int, httpx.Response] = {}
        self.route = router.get("/api/v2/things").mock(side_effect=self._answer)

    @property
    def asked(self) -> list[str | None]:
        return [call.request.url.params.get("page") for call in self.route.calls]

    def _answer(self, request: httpx.Request) -> httpx.Response:
        page = int(request.url.params.get("page", 1))
        if page in self.faults:
            return self.faults[page]
        data: dict[str, Any] = {}
        items = [page * 10 + number for number in range(2)] if self.pages else []
        put(data, self.where.items, items)
        put(data, self.where.page, page)
        put(data, self.where.pages, self.pages)
        put(data, self.where.total, 2 * self.pages)
        return ok(data)


def put(data: dict[str, Any], path: str, value: object) -> None:
    *outer, last = path.split(".")
    for name in outer:
        data = data.setdefault(name, {})
    data[last] = value


ALL = [10, 11, 20, 21, 30, 31]


# One page.


@pytest.mark.parametrize("shape", SHAPES)
async def test_a_page_knows_its_items_and_its_place_in_every_shape(
    shape: str, server: respx.MockRouter, transport: Make
) -> None:
    Things(server, SHAPES[shape])

    page = await transport().send_page(SHAPES[shape], integer, query={"page": 2})

    assert page.items == [20, 21]
    assert (page.number, page.pages, page.total) == (2, 3, 6)
    assert (len(page), list(page), page.has_next) == (2, [20, 21], True)
    assert repr(page) == "<Page 2 of 3: 2 items>"


@pytest.mark.parametrize("query", [None, {}, {"page": UNSET}, {"page": None}])
async def test_a_page_that_is_not_asked_for_by_number_is_the_first(
    query: dict[str, object] | None, server: respx.MockRouter, transport: Make
) -> None:
    things = Things(server, FLAT)

    page = await transport().send_page(FLAT, integer, query=query)

    assert page.number == 1
    assert things.asked == [None]


async def test_a_page_comes_with_its_whole_response_for_those_who_ask(
    server: respx.MockRouter, transport: Make
) -> None:
    Things(server, NESTED)

    response = await transport().respond_page(NESTED, integer)

    assert response.data.items == [10, 11]
    assert response.body["data"]["meta"]["count"] == 6


@pytest.mark.parametrize("data", [{"things": [1, 2]}, [1, 2], {"things": [1, 2], "meta": None}])
async def test_a_list_that_says_nothing_about_pages_is_one_page(
    data: object, server: respx.MockRouter, transport: Make
) -> None:
    route = server.get("/api/v2/things").mock(return_value=ok(data))
    client = transport()

    page = await client.send_page(NESTED, integer)

    assert (page.items, page.number, page.pages, page.total) == ([1, 2], 1, None, None)
    assert not page.has_next
    assert repr(page) == "<Page 1: 2 items>"
    assert [item async for item in client.iterate(NESTED, integer)] == [1, 2]
    assert route.call_count == 2


@pytest.mark.parametrize("pages", ["3", 3])
async def test_numbers_that_are_sent_as_text_count_too(
    pages: object, server: respx.MockRouter, transport: Make
) -> None:
    data = {"things": [1], "current_page": "1", "num_pages": pages, "count": "5"}
    server.get("/api/v2/things").mock(return_value=ok(data))

    page = await transport().send_page(FLAT, integer)

    assert (page.pages, page.total, page.has_next) == (3, 5, True)


@pytest.mark.parametrize("place", [None, "one", True, 1.0, [], {}])
async def test_a_place_that_is_no_number_is_taken_as_not_said(
    place: object, server: respx.MockRouter, transport: Make
) -> None:
    data = {"things": [1], "current_page": place, "num_pages": place, "count": place}
    server.get("/api/v2/things").mock(return_value=ok(data))

    page = await transport().send_page(FLAT, integer)

    assert (page.number, page.pages, page.total, page.has_next) == (1, None, None, False)


async def test_an_empty_list_is_a_page_without_items(
    server: respx.MockRouter, transport: Make
) -> None:
    Things(server, TOTALS, pages=0)
    client = transport()

    page = await client.send_page(TOTALS, integer)

    assert (page.items, page.pages, page.total, page.has_next) == ([], 0, 0, False)
    assert [item async for item in client.iterate(TOTALS, integer)] == []


@pytest.mark.parametrize(
    ("data", "path"),
    [
        (None, "data.things"),
        ({}, "data.things"),
        ({"things": {}}, "data.things"),
        ({"things": [1, "x"]}, "data.things[1]"),
        ("text", "data.things"),
        ([1, "x"], "data[1]"),
    ],
)
async def test_data_that_is_no_list_is_an_error_that_says_where(
    data: object, path: str, server: respx.MockRouter, transport: Make
) -> None:
    server.get("/api/v2/things").mock(return_value=ok(data))

    with pytest.raises(APIResponseError) as caught:
        await transport().send_page(FLAT, integer)
    assert caught.value.path == path


@pytest.mark.parametrize("shape", SHAPES)
async def test_a_server_that_answers_with_another_page_is_found_out(
    shape: str, server: respx.MockRouter, transport: Make
) -> None:
    where = SHAPES[shape].pagination
    assert isinstance(where, Pagination)
    data: dict[str, Any] = {}
    put(data, where.items, [1])
    put(data, where.page, 1)
    put(data, where.pages, 5)
    route = server.get("/api/v2/things").mock(return_value=ok(data))
    walk = transport().iterate(SHAPES[shape], integer)

    with pytest.raises(APIResponseError, match="expected page 2, found page 1"):
        async for _ in walk:
            pass
    assert route.call_count == 2


# From page to page.


async def test_the_next_page_is_fetched_with_the_same_query(
    server: respx.MockRouter, transport: Make
) -> None:
    things = Things(server, FLAT)
    client = transport()

    page = await client.send_page(FLAT, integer, query={"items_per_page": 2}, headers={"X-A": "1"})
    numbers = []
    while page.has_next:
        page = await page.next()
        numbers.append(page.number)

    assert numbers == [2, 3]
    assert things.asked == [None, "2", "3"]
    for call in things.route.calls:
        assert call.request.url.params["items_per_page"] == "2"
        assert call.request.headers["x-a"] == "1"


async def test_there_is_no_page_after_the_last(server: respx.MockRouter, transport: Make) -> None:
    things = Things(server, FLAT)
    page = await transport().send_page(FLAT, integer, query={"page": 3})

    with pytest.raises(LookupError, match="page 3 is the last one"):
        await page.next()
    assert things.asked == ["3"]


async def test_a_page_made_by_hand_has_nothing_after_it() -> None:
    page = Page([1, 2], number=1, pages=5)

    assert not page.has_next
    assert [item async for item in page] == [1, 2]


@pytest.mark.parametrize("shape", SHAPES)
async def test_walking_from_a_page_goes_to_the_end_of_the_list(
    shape: str, server: respx.MockRouter, transport: Make
) -> None:
    Things(server, SHAPES[shape])
    page = await transport().send_page(SHAPES[shape], integer, query={"page": 2})

    assert [item async for item in page] == [20, 21, 30, 31]
    assert list(page) == [20, 21]


# The walk over all.


@pytest.mark.parametrize("shape", SHAPES)
async def test_a_walk_yields_every_item_once_and_in_order(
    shape: str, server: respx.MockRouter, transport: Make
) -> None:
    things = Things(server, SHAPES[shape])

    found = [item async for item in transport().iterate(SHAPES[shape], integer)]

    assert found == ALL
    # The number is sent from the start: without one some lists come whole.
    assert things.asked == ["1", "2", "3"]


async def test_a_walk_may_begin_at_any_page(server: respx.MockRouter, transport: Make) -> None:
    Things(server, FLAT)

    found = [item async for item in transport().iterate(FLAT, integer, query={"page": 3})]

    assert found == [30, 31]


async def test_nothing_is_sent_before_the_first_item_is_asked_for(
    server: respx.MockRouter, transport: Make
) -> None:
    things = Things(server, FLAT)

    transport().iterate(FLAT, integer)
    await asyncio.sleep(0)

    assert things.asked == []


@pytest.mark.parametrize(("taken", "asked"), [(1, ["1"]), (2, ["1"]), (3, ["1", "2"])])
async def test_a_walk_that_is_broken_off_asks_for_no_further_page(
    taken: int, asked: list[str], server: respx.MockRouter, transport: Make
) -> None:
    things = Things(server, FLAT)
    found = []

    async for item in transport().iterate(FLAT, integer):
        found.append(item)
        if len(found) == taken:
            break
    await asyncio.sleep(0)

    assert found == ALL[:taken]
    assert things.asked == asked


async def test_an_error_in_the_middle_of_a_walk_comes_after_the_items_before_it(
    server: respx.MockRouter, transport: Make
) -> None:
    things = Things(server, FLAT)
    things.faults[3] = httpx.Response(404, json={"message": "gone"})
    found = []

    with pytest.raises(NotFoundError, match="gone"):
        async for item in transport().iterate(FLAT, integer):
            found.append(item)  # noqa: PERF401 - what was there before the error is the point
    assert found == [10, 11, 20, 21]


async def test_a_walk_goes_on_after_a_fault_that_passes(
    server: respx.MockRouter, transport: Make, clock: Clock
) -> None:
    things = Things(server, FLAT)
    things.faults[2] = httpx.Response(503)

    async def mend() -> None:
        while things.asked[-1:] != ["2"]:
            await asyncio.sleep(0)
        del things.faults[2]

    mending = asyncio.create_task(mend())
    assert [item async for item in transport().iterate(FLAT, integer)] == ALL
    await mending


async def test_a_walk_sees_that_the_list_has_become_shorter(
    server: respx.MockRouter, transport: Make
) -> None:
    things = Things(server, FLAT)
    found = []

    async for item in transport().iterate(FLAT, integer):
        found.append(item)
        things.pages = 2

    assert found == [10, 11, 20, 21]


async def test_each_page_of_a_walk_has_a_deadline_of_its_own(
    server: respx.MockRouter, transport: Make, clock: Clock
) -> None:
    Things(server, FLAT, pages=5)
    client = transport().with_options(CallOptions(deadline=5, max_retries=0))
    found = []

    async for item in client.iterate(FLAT, integer):
        found.append(item)
        await asyncio.sleep(4)

    assert len(found) == 10
    assert clock.now > 30


async def test_the_options_of_a_walk_are_those_of_its_client(
    server: respx.MockRouter, transport: Make
) -> None:
    things = Things(server, FLAT)
    things.faults[2] = httpx.Response(503)

    with pytest.raises(ServerError) as caught:
        async for _ in transport().with_options(CallOptions(max_retries=0)).iterate(FLAT, integer):
            pass
    assert caught.value.attempts == 1


async def test_two_walks_over_one_list_do_not_disturb_each_other(
    server: respx.MockRouter, transport: Make
) -> None:
    Things(server, FLAT)
    client = transport()

    async def walk() -> list[int]:
        return [item async for item in client.iterate(FLAT, integer)]

    assert await asyncio.gather(*(walk() for _ in range(20))) == [ALL] * 20


async def test_a_walk_can_be_closed_early(server: respx.MockRouter, transport: Make) -> None:
    things = Things(server, FLAT)
    walk = cast("Any", transport().iterate(FLAT, integer))

    assert await anext(walk) == 10
    await walk.aclose()

    assert [item async for item in walk] == []
    assert things.asked == ["1"]


# Bad arguments.


@pytest.mark.parametrize("page", [0, -1, 1.5, "2", True, [1]])
async def test_a_page_number_that_is_none_is_refused_before_anything_is_sent(
    page: object, server: respx.MockRouter, transport: Make
) -> None:
    client = transport()

    with pytest.raises(ValueError, match="^page: expected a whole number from 1"):
        await client.send_page(FLAT, integer, query={"page": page})
    with pytest.raises(ValueError, match="^page: expected a whole number from 1"):
        client.iterate(FLAT, integer, query={"page": page})
    assert not server.calls


@pytest.mark.parametrize("way", ["send_page", "respond_page", "iterate"])
async def test_an_operation_without_pages_cannot_be_asked_for_them(
    way: str, server: respx.MockRouter, transport: Make
) -> None:
    client = transport()

    with pytest.raises(TypeError, match="has no pages"):
        if way == "iterate":
            async for _ in client.iterate(CREATE, integer):
                pass
        else:
            await getattr(client, way)(CREATE, integer)
    assert not server.calls
