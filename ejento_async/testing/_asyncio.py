"""Where pytest-asyncio runs the tests: closing what they have used, in the loop they ran in."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable
from contextlib import AsyncExitStack
from typing import Any, Literal

import pytest
import pytest_asyncio

_Scope = Literal["function", "class", "module", "package", "session"]


def closing_fixture(item: pytest.Item) -> str | None:
    """Return the name of the fixture for a test, or None if pytest-asyncio does not run it."""
    if not pytest_asyncio.is_async_test(item):
        return None
    mark = item.get_closest_marker("asyncio")
    scope = mark.kwargs.get("loop_scope") or mark.kwargs.get("scope") if mark else None
    return _name(scope or item.config.getini("asyncio_default_test_loop_scope") or "function")


def _name(scope: str) -> str:
    return f"_ejento_closing_in_{scope}_loop"


def _closing_in(scope: _Scope) -> Callable[..., Any]:
    @pytest_asyncio.fixture(loop_scope=scope, name=_name(scope))
    async def closing() -> AsyncGenerator[AsyncExitStack]:
        async with AsyncExitStack() as stack:
            yield stack

    return closing


# The loop is that of a fixture's declaration, so each kind of loop needs one.
in_function_loop = _closing_in("function")
in_class_loop = _closing_in("class")
in_module_loop = _closing_in("module")
in_package_loop = _closing_in("package")
in_session_loop = _closing_in("session")
