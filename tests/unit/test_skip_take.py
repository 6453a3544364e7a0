"""Lists that are asked for by `skip` and `take`, and say nothing of their length."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx
import pytest
import respx

from ejento_async._errors import APIResponseError, ServerError
from ejento_async._model import integer
from ejento_async._protocol import UNSET, Operation, SkipTake
from ejento_async._transport import Transport
from tests.support import LIST

Make = Callable[..., Transport]

SLICES = LIST._replace(payload="result", pagination=SkipTake(".", "skip", "take", size=4))
NESTED = SLICES._replace(pagination=SkipTake("page.things", "offset", "limit", size=4))


class Things:
    """A list of numbers, told slice by slice."""

    def __init__(self, router: respx.MockRouter, length: int, *, skip: str = "skip") -> None:
        self.numbers: list[Any] = list(range(length))
        self.skip, self.take = skip, {"skip": "take", "offset": "limit"}[skip]
        self.route = router.get("/api/v2/things").mock(side_effect=self._answer)

    @property
    def asked(self) -> list[dict[str, str]]:
        return [dict(call.request.url.params) for call in self.route.calls]

    def _answer(self, request: httpx.Request) -> httpx.Response:
        params = request.url.params
        skip, take = int(params.get(self.skip, 0)), int(params.get(self.take, 4))
        found: Any = self.numbers[skip : skip + take]
        if self.skip == "offset":
            found = {"page": {"things": found}}
        return httpx.Response(200, json={"success": True, "result": found})


def pages(*results: Any) -> list[httpx.Response]:
    return [httpx.Response(200, json={"success": True, "result": one}) for one in results]


@pytest.mark.parametrize("query", [None, {}, {"skip": UNSET, "take": None}])
async def test_what_nobody_asks_for_is_left_to_the_server(
    query: dict[str, object] | None, server: respx.MockRouter, transport: Make
) -> None:
    things = Things(server, 9)

    page = await transport().send_page(SLICES, integer, query=query)

    assert (page.items, page.number, page.has_next) == ([0, 1, 2, 3], 1, True)
    assert (page.pages, page.total) == (None, None)
    assert repr(page) == "<Page 1: 4 items>"
    assert things.asked == [{}]


@pytest.mark.parametrize(
    ("skip", "take", "number"), [(0, 4, 1), (4, 4, 2), (6, 2, 4), (5, 4, 2), (3, 4, 1), (9, 1, 10)]
)
async def test_the_number_of_a_page_is_that_of_its_first_item(
    skip: int, take: int, number: int, server: respx.MockRouter, transport: Make
) -> None:
    Things(server, 20)
    query = {"skip": skip, "take": take, "colour": "red"}

    page = await transport().send_page(SLICES, integer, query=query)
    after = await page.next()

    assert (page.number, after.number) == (number, number + 1)
    assert page.items + after.items == list(range(skip, skip + 2 * take))


@pytest.mark.parametrize("operation", [SLICES, NESTED], ids=["payload", "nested"])
@pytest.mark.parametrize(("length", "requests"), [(0, 1), (3, 1), (4, 2), (5, 2), (8, 3), (9, 3)])
async def test_a_walk_goes_on_while_full_pages_come(
    length: int, requests: int, operation: Operation, server: respx.MockRouter, transport: Make
) -> None:
    assert isinstance(operation.pagination, SkipTake)
    things = Things(server, length, skip=operation.pagination.skip)
    query = {"colour": "red"}

    walked = [item async for item in transport().iterate(operation, integer, query=query)]

    assert walked == list(range(length))
    assert things.asked == [
        {"colour": "red", things.skip: str(4 * place), things.take: "4"}
        for place in range(requests)
    ]


async def test_a_walk_that_goes_on_from_a_page_goes_on_behind_it(
    server: respx.MockRouter, transport: Make
) -> None:
    things = Things(server, 9)
    page = await transport().send_page(SLICES, integer, query={"skip": 3, "take": 3})

    assert [item async for item in page] == [3, 4, 5, 6, 7, 8]
    assert [one["skip"] for one in things.asked] == ["3", "6", "9"]


async def test_null_items_count_as_items(server: respx.MockRouter, transport: Make) -> None:
    things = Things(server, 6)
    things.numbers[1] = None

    assert [item async for item in transport().iterate(SLICES, integer)] == [0, 2, 3, 4, 5]


async def test_more_items_than_were_asked_for_are_no_reason_to_stop(
    server: respx.MockRouter, transport: Make
) -> None:
    server.get("/api/v2/things").mock(side_effect=pages([0, 1, 2], [2, 3], []))
    walk = transport().iterate(SLICES, integer, query={"take": 2})

    assert [item async for item in walk] == [0, 1, 2, 2, 3]


@pytest.mark.parametrize("result", [None, "absent", []])
async def test_a_list_that_is_null_or_absent_is_empty(
    result: Any, server: respx.MockRouter, transport: Make
) -> None:
    body = {"success": True} if result == "absent" else {"success": True, "result": result}
    server.get("/api/v2/things").mock(return_value=httpx.Response(200, json=body))

    page = await transport().send_page(SLICES, integer)

    assert (page.items, page.has_next) == ([], False)


@pytest.mark.parametrize(
    ("operation", "result", "path"),
    [
        (SLICES, {"things": []}, "result"),
        (SLICES, [1, "one"], "result[1]"),
        (NESTED, {"page": {"things": [1, []]}}, "result.page.things[1]"),
        (NESTED, {"page": {"things": 5}}, "result.page.things"),
    ],
)
async def test_what_is_no_list_is_told_with_its_place(
    operation: Operation, result: object, path: str, server: respx.MockRouter, transport: Make
) -> None:
    server.get("/api/v2/things").mock(side_effect=pages(result))

    with pytest.raises(APIResponseError) as caught:
        await transport().send_page(operation, integer)
    assert caught.value.path == path


async def test_a_server_that_does_not_skip_is_found_out(
    server: respx.MockRouter, transport: Make
) -> None:
    route = server.get("/api/v2/things").mock(side_effect=pages(*[[1, 2, 3, 4]] * 9))
    walked: list[int] = []

    with pytest.raises(APIResponseError, match="expected other items than those before") as caught:
        async for item in transport().iterate(SLICES, integer):
            walked.append(item)  # noqa: PERF401 - what came before the error counts

    assert (walked, route.call_count) == ([1, 2, 3, 4], 2)
    assert (caught.value.path, caught.value.url) == ("result", "https://ejento.test/api/v2/things")


async def test_a_page_that_cannot_be_fetched_is_an_error_of_the_walk(
    server: respx.MockRouter, transport: Make
) -> None:
    server.get("/api/v2/things").mock(side_effect=[*pages([1, 2, 3, 4]), httpx.Response(500)])
    walked: list[int] = []

    with pytest.raises(ServerError):
        async for item in transport(max_retries=0).iterate(SLICES, integer):
            walked.append(item)  # noqa: PERF401 - what came before the error counts
    assert walked == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("query", "named"),
    [
        ({"skip": -1}, "skip"),
        ({"take": 0}, "take"),
        ({"take": True}, "take"),
        ({"skip": "1"}, "skip"),
    ],
)
async def test_a_slice_that_there_cannot_be_is_refused(
    query: dict[str, object], named: str, server: respx.MockRouter, transport: Make
) -> None:
    things = Things(server, 9)

    with pytest.raises(ValueError, match=f"^{named}: expected a whole number"):
        await transport().send_page(SLICES, integer, query=query)
    with pytest.raises(ValueError, match=f"^{named}: expected a whole number"):
        transport().iterate(SLICES, integer, query=query)
    assert not things.asked
