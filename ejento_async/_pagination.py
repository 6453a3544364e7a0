"""Pages of a list, and the walk over all of them.

Ejento tells the place of a page in three shapes (ejento-facts §4), and of some lists not at all. A
list that tells nothing is one page. Document360 is asked for slices and tells no place either: there
is another page as long as a full one came.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Iterator
from typing import Any, Generic, Protocol, TypeVar

from ._errors import APIError
from ._json import is_array, is_object
from ._model import MISSING, ShapeError, integer, list_of, or_empty
from ._protocol import UNSET, Arguments, Pagination, Read, SkipTake

T = TypeVar("T")


class Page(Generic[T]):
    """One page of a list.

    `for item in page` walks this page; `async for item in page` walks from this page to the end
    of the list, fetching the next pages as they are needed.

    Attributes:
        items: the records of this page.
        number: which page this is, counted from 1; of a list that is asked for by `skip` and
            `take`, the page in which the first item is when all pages are as long as this one.
        pages: how many pages there are, or None when the server does not say.
        total: how many records there are in all pages, or None when the server does not say.
    """

    __slots__ = ("_fetch", "_more", "items", "number", "pages", "total")

    def __init__(
        self,
        items: list[T],
        *,
        number: int = 1,
        pages: int | None = None,
        total: int | None = None,
        more: bool = False,
        fetch: Callable[[int], Awaitable[Page[T]]] | None = None,
    ) -> None:
        self.items = items
        self.number = number
        self.pages = pages
        self.total = total
        self._more = more or (pages is not None and number < pages)
        self._fetch = fetch

    @property
    def has_next(self) -> bool:
        """Whether there is a page after this one."""
        return self._more and self._fetch is not None

    async def next(self) -> Page[T]:
        """Fetch the page after this one.

        Raises:
            LookupError: this is the last page; ask `has_next` first.
            APIError: as any call.
        """
        if not self.has_next:
            msg = f"page {self.number} is the last one"
            raise LookupError(msg)
        return await self.fetch(self.number + 1)

    def may_have(self, number: int) -> bool:
        """Whether there can be a page with this number; called by the runtime."""
        return self.pages is None or number <= self.pages

    async def fetch(self, number: int) -> Page[T]:
        """Fetch another page of the list; called by the runtime.

        Raises:
            APIError: as any call; its `page` is this number.
        """
        if self._fetch is None:
            msg = "this page belongs to no list"
            raise LookupError(msg)
        try:
            return await self._fetch(number)
        except APIError as error:
            error.page = number
            raise

    def __len__(self) -> int:
        return len(self.items)

    def __iter__(self) -> Iterator[T]:
        return iter(self.items)

    def __aiter__(self) -> AsyncIterator[T]:
        return self.walk()

    async def walk(self) -> AsyncGenerator[T]:
        """Yield all items from this page to the end of the list: what `async for` uses."""
        page = self
        while True:
            for item in page.items:
                yield item
            if not page.has_next:
                return
            page = await page.next()

    def __repr__(self) -> str:
        of = "" if self.pages is None else f" of {self.pages}"
        return f"<Page {self.number}{of}: {len(self.items)} items>"


class Fetch(Protocol[T]):
    """Gets another page of a list."""

    def __call__(self, changed: Arguments, *, but_not: list[T] | None = None) -> Awaitable[Page[T]]:
        """Fetch the page that some query arguments ask for, which must have other items than these."""
        ...


def page_reader(
    where: Pagination | SkipTake,
    read: Read[T],
    query: Arguments | None,
    fetch: Fetch[T],
    *,
    but_not: list[T] | None = None,
) -> Read[Page[T]]:
    """Make a reader of a page from the payload of an answer.

    Args:
        where: where the items and the place of the page are.
        read: reads one item.
        query: the query arguments that the page was asked for with.
        fetch: gets another page.
        but_not: the items of the page before.

    Raises:
        ValueError: the query does not ask for a page that there can be.
    """
    asked = explicit(where, query)
    if isinstance(where, SkipTake):
        skip, take = asked[where.skip], asked[where.take]
        return lambda data: _read_slice(data, where, read, skip, take, fetch, but_not)
    number = asked["page"]
    return lambda data: read_page(
        data, where, read, asked=number, fetch=lambda page: fetch({"page": page})
    )


def explicit(where: Pagination | SkipTake, query: Arguments | None) -> dict[str, int]:
    """Return the query arguments that ask for a page, with what the query leaves to the server.

    Raises:
        ValueError: one of them is no number, or too small.
    """
    if isinstance(where, SkipTake):
        skip = _asked(query, where.skip, least=0, otherwise=0)
        return {where.skip: skip, where.take: _asked(query, where.take, otherwise=where.size)}
    return {"page": _asked(query, "page", otherwise=1)}


def first_page(where: Pagination | SkipTake, asked: dict[str, int]) -> int:
    """Return the number of the page that these query arguments ask for."""
    if isinstance(where, SkipTake):
        return asked[where.skip] // asked[where.take] + 1
    return asked["page"]


def _asked(query: Arguments | None, name: str, *, least: int = 1, otherwise: int) -> int:
    value = UNSET if query is None else query.get(name, UNSET)
    if value is UNSET or value is None:
        return otherwise
    if not isinstance(value, int) or isinstance(value, bool) or value < least:
        msg = f"{name}: expected a whole number from {least}, got {value!r}"
        raise ValueError(msg)
    return value


def _read_slice(
    data: Any,
    where: SkipTake,
    read: Read[T],
    skip: int,
    take: int,
    fetch: Fetch[T],
    but_not: list[T] | None,
) -> Page[T]:
    """Read a page of a list that is asked for by `skip` and `take`.

    Raises:
        ShapeError: the payload is no such list, or the items are those of the page before, so that
            a walk would go round for ever.
    """
    found = _find(data, where.items)
    place = where.items.strip(".")
    try:
        items = or_empty(list_of(read))(found)
    except ShapeError as error:
        raise error.inside(place) if place else error from None

    if items and items == but_not:
        repeated = ShapeError("other items than those before", items, at=place)
        repeated.found = "the same ones"
        raise repeated
    number = skip // take + 1
    return Page(
        items,
        number=number,
        more=is_array(found) and len(found) >= take,
        fetch=lambda page: fetch(
            {where.skip: skip + take * (page - number), where.take: take}, but_not=items
        ),
    )


def read_page(
    data: Any,
    where: Pagination,
    read: Read[T],
    *,
    asked: int,
    fetch: Callable[[int], Awaitable[Page[T]]],
) -> Page[T]:
    """Read a page from the `data` of an answer.

    Args:
        data: the decoded data.
        where: where in it the items and the place of the page are.
        read: reads one item.
        asked: the number of the page that was asked for.
        fetch: gets the page with a given number.

    Raises:
        ShapeError: the data is no such list, or the server answered with another page than the
            one asked for, which would make a walk go round for ever.
    """
    whole = is_array(data)
    try:
        records = list_of(read)(data if whole else _find(data, where.items))
    except ShapeError as error:
        raise error if whole else error.inside(where.items) from None

    number = _number(data, where.page)
    if number is not None and number != asked:
        other = ShapeError(f"page {asked}", number, at=where.page)
        other.found = f"page {number}"
        raise other
    return Page(
        records,
        number=asked,
        pages=_number(data, where.pages),
        total=_number(data, where.total),
        fetch=fetch,
    )


def _find(data: Any, path: str) -> Any:
    for name in path.split(".") if path != "." else ():
        if not is_object(data):
            return MISSING
        data = data.get(name, MISSING)
    return data


def _number(data: Any, path: str) -> int | None:
    try:
        return integer(_find(data, path))
    except ShapeError:
        return None
