"""Runs pytest within pytest: tests as users of the plugin write them."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Sequence
from types import ModuleType
from typing import TypeAlias

import pytest
import pytest_asyncio.plugin

import ejento_async
from ejento_async import pytest_plugin

Run: TypeAlias = Callable[..., pytest.RunResult]

SETTINGS = ("-W", "error", "--strict-markers")
OF_PYTEST_ASYNCIO = ("-o", "asyncio_default_fixture_loop_scope=function")


@pytest.fixture(scope="session", autouse=True)
def _all_loaded() -> None:
    """Load all of the SDK: pytester unloads whatever an inner run is the first to load."""
    for module in pkgutil.walk_packages(ejento_async.__path__, "ejento_async."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)


@pytest.fixture
def run(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a module of tests with the plugin and those that are named, in this process.

    Whatever warns of something fails, be it of a socket that nobody closed.
    """
    # The plugins of our own test environment are not those of its users.
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")

    def run(
        source: str, *options: str, plugins: Sequence[ModuleType] = (pytest_asyncio.plugin,)
    ) -> pytest.RunResult:
        pytester.makepyfile(source)
        needed = OF_PYTEST_ASYNCIO if pytest_asyncio.plugin in plugins else ()
        return pytester.runpytest_inprocess(
            *SETTINGS, *needed, *options, plugins=[*plugins, pytest_plugin]
        )

    return run
