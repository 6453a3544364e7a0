"""What is told of a test that fails, and what the plugin costs those who do not use it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import Run

pytest_plugins = ["pytester"]

ROOT = Path(__file__).parents[2]


FAILING = """
import pytest
from ejento_async import APIError
from ejento_async.sandbox import Fault

@pytest.mark.ejento(
    faults=[
        Fault.status(502, times=1, operation="v2_agents_get", headers={"X-Key": "canary"}),
        Fault.drop(method="DELETE"),
    ]
)
async def test_it(ejento_client, ejento_sandbox):
    await ejento_client.v2.agents.get(42)
    with pytest.raises(APIError):
        await ejento_client.request(
            "POST",
            "/api/v2/canary/42",
            params={"token": "canary", "can-ary": 1, "page": 2},
            headers={"X-Key": "canary"},
            json={"password": "canary"},
        )
    ejento_sandbox.password.raises_as_a_text_has_no_such_member

def test_that_asks_nothing(ejento_sandbox):
    raise OSError

def test_that_passes(ejento_sandbox):
    pass

def test_with_more_requests_than_anybody_reads(ejento_sandbox_factory):
    import urllib.request
    first = ejento_sandbox_factory(faults=[Fault.status(200)])
    second = ejento_sandbox_factory()
    for _ in range(45):
        urllib.request.urlopen(first.base_url + "/api/v2/agents").close()
    raise OSError
"""


def test_the_report_of_a_failure_tells_the_requests_and_no_credential(run: Run) -> None:
    result = run(FAILING, "--asyncio-mode=auto", "--tb=native")

    result.assert_outcomes(failed=3, passed=1)
    result.stdout.fnmatch_lines(
        [
            "502  GET /api/v2/agents/42  (v2_agents_get, connection 1)",
            "200  GET /api/v2/agents/42  (v2_agents_get, connection 1, reused)",
            "404  POST /api/v2/*/42?*=*&*=*&page=2  (no operation of the spec, 21 bytes, *",
            "fault status 502 operation=v2_agents_get times=1: fired once",
            "fault drop method=DELETE: fired never",
            "no request has arrived",
            "(5 earlier requests)",
            "fault status 200: fired 45 times",
        ]
    )
    assert 4 == result.stdout.str().count("- ejento sandbox -")
    sections = re.findall(
        r"-+ ejento sandbox -+\n(.*?)(?=^[-_=]{5})", result.stdout.str(), re.DOTALL | re.MULTILINE
    )
    assert 4 == len(sections)
    assert not [section for section in sections if "anary" in section or "sandbox-" in section]


def test_processes_share_the_tests_and_report_as_one_does(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    pytester.makepyfile(
        """
        import urllib.request

        def test_that_passes(ejento_sandbox):
            assert len(ejento_sandbox.requests) == 0

        def test_that_fails(ejento_sandbox):
            urllib.request.urlopen(ejento_sandbox.base_url + "/api/v2/no/1")
        """
    )
    result = pytester.runpytest_subprocess(
        *("-p", "xdist", "-p", "ejento_async.pytest_plugin", "-n", "2", "-W", "error")
    )

    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(
        ["*- ejento sandbox -*", "404  GET /api/v2/*/1  (no operation of the spec, connection 1)"]
    )


def test_the_example_of_the_page_passes(run: Run, pytester: pytest.Pytester) -> None:
    example = ROOT / "examples/testing_a_service"
    result = run("", "--asyncio-mode=auto", f"--rootdir={ROOT}", str(example))

    result.assert_outcomes(passed=5)


def test_whoever_does_not_use_it_loads_none_of_it() -> None:
    program = (
        "import sys, pytest; before = set(sys.modules); import ejento_async.pytest_plugin;"
        "print(*sorted(set(sys.modules) - before))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True
    )

    ours = [name for name in done.stdout.split() if name.startswith("ejento_async")]
    assert ours == ["ejento_async", "ejento_async._lazy", "ejento_async.pytest_plugin"]
    assert not {"httpx", "starlette", "uvicorn", "jsonschema", "pytest_asyncio"} & {
        *done.stdout.split()
    }


def test_the_sdk_loads_where_pytest_rewrites_its_assertions(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As it does with every installed package that has a plugin.
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    pytester.makeconftest('import pytest; pytest.register_assert_rewrite("ejento_async")')
    pytester.makepyfile("from ejento_async import UNSET\n\ndef test_it(): assert not UNSET")
    result = pytester.runpytest_subprocess("-W", "error")

    result.assert_outcomes(passed=1)
