"""Each test of a fault runs on every way to the network, in a scene of its own."""

from __future__ import annotations

import gc
from collections.abc import AsyncIterator, Iterator

import pytest

from ejento_async import _retry
from ejento_async.sandbox import Sandbox
from tests.reliability.net import NET
from tests.reliability.printing import lines
from tests.reliability.scene import WAYS, Scene


@pytest.fixture(scope="session", autouse=True)
def _quick_collection() -> None:
    """Let the many collections of the scenes pass over what stays for the session."""
    with Sandbox():
        # The first one reads the spec.
        pass
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def _nothing_shows_anywhere() -> Iterator[None]:
    """Search all that this process has printed for all that it has planted, when it is done."""
    yield
    assert NET.found() == []


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Keep what a test has written to its output, its error output and its log."""
    if "tests/reliability/" in report.nodeid and report.passed:
        NET.catch(text for _, text in report.sections)


@pytest.fixture(autouse=True)
def _short_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait milliseconds between attempts; tests/unit/test_retry.py has the real figures."""
    monkeypatch.setattr(_retry, "FIRST_WAIT", 0.002)


@pytest.fixture(params=WAYS)
def way(request: pytest.FixtureRequest) -> str:
    """A way to the network."""
    found: str = request.param
    return found


@pytest.fixture
async def scene(way: str, request: pytest.FixtureRequest) -> AsyncIterator[Scene]:
    """A scene, whose rows go into the table that `make reliability` prints."""
    scene = Scene(way)
    try:
        async with scene.entered():
            yield scene
    finally:
        section = request.node.module.__name__.rpartition("test_")[2]
        for row in scene.rows:
            request.node.user_properties.append(("fault", {"section": section, **row}))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the table of faults."""
    if terminalreporter.config.getoption("--table"):
        for line in lines(_rows(terminalreporter)):
            terminalreporter.write_line(line)


def _rows(terminalreporter: pytest.TerminalReporter) -> list[dict[str, str]]:
    reports = [
        report
        for found in terminalreporter.stats.values()
        for report in found
        if isinstance(report, pytest.TestReport)
    ]
    failed = {report.nodeid for report in reports if report.failed}
    return [
        {**row, "verdict": "failed" if report.nodeid in failed else "passed"}
        for report in reports
        if report.when == "teardown"
        for name, row in report.user_properties
        if name == "fault" and isinstance(row, dict)
    ]
