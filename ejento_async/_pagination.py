"""Pages of a list, and the walk over all of them.

The API tells the place of a page in three shapes (ejento-facts §4), and of some lists not at all.
A list that tells nothing is one page.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from typing import Any, Generic, TypeVar

from ._json import is_array, is_object
from ._model import MISSING, ShapeError, integer, list_of
from ._protocol import Pagination, Read

T = TypeVar("T")


class Page(Generic[T]):
    """One page of a list.

    `for item in page` walks this page; `async for item in page` walks from this page to the end
    of the list, fetching the next pages as they are needed.

    Attributes:
        items: the records of this page.
        number: which page this is, counted from 1.
        pages: how many pages there are, or None when the server does not say.
        total: how many records there are in all pages, or None when the server does not say.
    """

    __slots__ = ("_fetch", "items", "number", "pages", "total")

    def __init__(
        self,
        items: list[T],
        *,
        number: int = 1,
        pages: int | None = None,
        total: int | None = None,
        fetch: Callable[[int], Awaitable[Page[T]]] | None = None,
    ) -> None:
        self.items = items
        self.number = number
        self.pages = pages
        self.total = total
        self._fetch = fetch

    @property
    def has_next(self) -> bool:
        """Whether there is a page after this one."""
        return self.pages is not None and self.number < self.pages and self._fetch is not None

    async def next(self) -> Page[T]:
        """Fetch the page after this one.

        Raises:
            LookupError: this is the last page; ask `has_next` first.
            APIError: as any call.
        """
        if not self.has_next or self._fetch is None:
            msg = f"page {self.number} is the last one"
            raise LookupError(msg)
        return await self._fetch(self.number + 1)

    def __len__(self) -> int:
        return len(self.items)

    def __iter__(self) -> Iterator[T]:
        return iter(self.items)

    async def __aiter__(self) -> AsyncIterator[T]:
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
    for name in path.split("."):
        if not is_object(data):
            return MISSING
        data = data.get(name, MISSING)
    return data


def _number(data: Any, path: str) -> int | None:
    try:
        return integer(_find(data, path))
    except ShapeError:
        return None
