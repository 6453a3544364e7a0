"""githubkit, as its documentation uses it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from . import Peer

if TYPE_CHECKING:
    from collections.abc import Sequence


class Githubkit(Peer):
    """githubkit, entered once so that all tasks share its connections.

    Its cache, which is on by default, is off: no URL is asked for twice, and with it a call would
    take more than twice as long.
    """

    def __init__(self, url: str) -> None:
        githubkit: Any = import_module("githubkit")
        self._github = githubkit.GitHub("token", base_url=f"{url}/", http_cache=False)

    async def start(self) -> None:
        await self._github.__aenter__()

    async def call(self, number: int) -> object:
        response = await self._github.rest.issues.async_get_label("o", "r", str(number))
        return response.parsed_data

    async def page(self, number: int, size: int) -> Sequence[object]:
        response = await self._github.rest.users.async_list(since=number, per_page=size)
        users: list[object] = response.parsed_data
        return users

    async def aclose(self) -> None:
        await self._github.__aexit__()
