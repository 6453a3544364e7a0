"""What the fixtures of the plugin give, whoever runs the async tests."""

from __future__ import annotations

import gc
import os
import threading
from types import ModuleType

import pytest
from anyio import pytest_plugin as anyio
from pytest_asyncio import plugin as asyncio

from .conftest import Run

pytest_plugins = ["pytester"]

BY_PYTEST_ASYNCIO = """
import pytest, pytest_asyncio
from ejento_async import ClientClosedError

{mark}
clients = []


@pytest_asyncio.fixture{scope}
async def service(ejento_client):
    yield ejento_client
    # Whatever uses the client may do so until its own end.
    assert (await ejento_client.v2.users.get_me()).email


async def test_one(service, ejento_sandbox):
    assert (await service.v2.users.get_me()).email == ejento_sandbox.email
    clients.append(service)


async def test_the_client_of_another_test_is_closed_and_its_sandbox_gone(service, ejento_sandbox):
    with pytest.raises(ClientClosedError):
        await clients[0].v2.users.get_me()
    assert clients[0].base_url != service.base_url
    await service.v2.users.get_me()
    assert len(ejento_sandbox.requests) == 1
"""
MODULE = 'pytestmark = pytest.mark.asyncio(loop_scope="module")'
ON_ANYIO = BY_PYTEST_ASYNCIO.replace("import pytest, pytest_asyncio", "import pytest").replace(
    "@pytest_asyncio.fixture{scope}",
    '@pytest.fixture\ndef anyio_backend():\n    return "asyncio"\n\n\n@pytest.fixture',
)


def left_behind() -> tuple[int, int]:
    """How many threads and open files there are."""
    gc.collect()
    return threading.active_count(), len(os.listdir("/proc/self/fd"))  # noqa: PTH208


@pytest.mark.parametrize(
    ("source", "plugins", "options"),
    [
        pytest.param(
            BY_PYTEST_ASYNCIO.format(mark="", scope=""),
            (asyncio,),
            ("--asyncio-mode=auto",),
            id="pytest-asyncio, auto",
        ),
        pytest.param(
            BY_PYTEST_ASYNCIO.format(mark="pytestmark = pytest.mark.asyncio", scope=""),
            (asyncio, anyio),
            ("--asyncio-mode=strict",),
            id="pytest-asyncio, strict",
        ),
        pytest.param(
            BY_PYTEST_ASYNCIO.format(mark=MODULE, scope='(loop_scope="module")'),
            (asyncio,),
            ("--asyncio-mode=auto",),
            id="pytest-asyncio, one loop for the module",
        ),
        pytest.param(
            BY_PYTEST_ASYNCIO.format(mark="", scope='(loop_scope="session")'),
            (asyncio,),
            ("--asyncio-mode=auto", "-o", "asyncio_default_test_loop_scope=session"),
            id="pytest-asyncio, one loop for all",
        ),
        pytest.param(
            ON_ANYIO.format(mark="pytestmark = pytest.mark.anyio"), (anyio,), (), id="anyio"
        ),
        pytest.param(
            ON_ANYIO.format(mark="pytestmark = pytest.mark.anyio"),
            (anyio, asyncio),
            ("--asyncio-mode=strict",),
            id="anyio beside pytest-asyncio",
        ),
    ],
)
def test_each_async_test_has_a_sandbox_and_a_client_that_is_closed_in_its_loop(
    run: Run, source: str, plugins: tuple[ModuleType, ...], options: tuple[str, ...]
) -> None:
    before = left_behind()
    result = run(source, *options, plugins=plugins)

    result.assert_outcomes(passed=2)
    assert left_behind() <= before


def test_a_test_without_a_loop_may_bring_its_own_and_may_close_the_client_itself(run: Run) -> None:
    before = left_behind()
    result = run(
        """
        import asyncio

        def test_left_open(ejento_client, ejento_sandbox):
            async def main():
                return await ejento_client.v2.users.get_me()

            assert asyncio.run(main()).email == ejento_sandbox.email

        def test_closed(ejento_client):
            async def main():
                async with ejento_client:
                    await ejento_client.v2.users.get_me()

            asyncio.run(main())

        def test_never_used(ejento_client):
            pass
        """,
        plugins=(),
    )

    result.assert_outcomes(passed=3)
    assert left_behind() <= before


def test_nothing_of_one_test_reaches_the_next(run: Run) -> None:
    result = run(
        """
        import gc
        import weakref
        import pytest
        from ejento_async.sandbox import Fault

        sandboxes = []

        @pytest.mark.parametrize("turn", [1, 2])
        async def test_turn(ejento_client, ejento_sandbox, turn):
            gc.collect()
            assert [sandbox for each in sandboxes if (sandbox := each())] == []
            sandboxes.append(weakref.ref(ejento_sandbox))
            assert len(ejento_sandbox.requests) == 0
            assert list(ejento_sandbox.faults) == []
            assert ejento_sandbox.add_agent("Mine") == 1001
            await ejento_client.v2.agents.get(1001)
            assert ejento_sandbox.refresh_count == 0
            ejento_sandbox.advance(8 * 24 * 3600)
            ejento_sandbox.state.users.clear()
            ejento_sandbox.faults.add(Fault.status(500))
        """,
        "--asyncio-mode=auto",
    )

    result.assert_outcomes(passed=2)


def test_the_environment_points_a_client_at_the_sandbox_and_is_as_before_afterwards(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EJENTO_MAX_RETRIES", "none at all")
    monkeypatch.setenv("EJENTO_RESPONSE_SERVICE_URL", "https://ejento.test")
    result = run(
        """
        from ejento_async import Document360Client, EjentoClient

        async def test_a_client_that_is_given(ejento_client, ejento_sandbox):
            await ejento_client.v2.agent_responses.create(42, user_query="Hello?")
            assert len(ejento_sandbox.requests) == 1

        async def test_a_service_that_makes_its_own(ejento_env, ejento_sandbox):
            async with EjentoClient() as ejento, Document360Client() as document360:
                assert (await ejento.v2.users.get_me()).email == ejento_sandbox.email
                assert (await document360.teams.list_roles())
            assert ejento_env["EJENTO_BASE_URL"] == ejento_sandbox.base_url
        """,
        "--asyncio-mode=auto",
    )

    result.assert_outcomes(passed=2)
    assert os.environ["EJENTO_MAX_RETRIES"] == "none at all"
    assert "EJENTO_BASE_URL" not in os.environ


def test_clients_repeat_a_call_without_the_wait_of_production(run: Run) -> None:
    result = run(
        """
        import pytest
        from ejento_async import _retry
        from ejento_async.sandbox import Fault

        @pytest.mark.ejento(faults=[Fault.status(503, times=2)])
        async def test_an_outage(ejento_client, ejento_sandbox):
            assert _retry.FIRST_WAIT < 0.01
            await ejento_client.v2.users.get_me()
            assert len(ejento_sandbox.requests) == 3

        def test_without_a_sandbox():
            assert _retry.FIRST_WAIT == 0.5
        """,
        "--asyncio-mode=auto",
    )

    result.assert_outcomes(passed=2)


def test_the_client_can_be_given_settings_of_its_own(run: Run) -> None:
    result = run(
        """
        import pytest
        from ejento_async import ServerError
        from ejento_async.sandbox import Fault

        @pytest.fixture
        def ejento_client_settings(ejento_sandbox):
            return {"max_retries": 0, "access_token": ejento_sandbox.access_token}

        @pytest.mark.ejento(faults=[Fault.status(503)])
        async def test_no_repetition(ejento_client, ejento_sandbox):
            with pytest.raises(ServerError):
                await ejento_client.v2.users.get_me()
            assert len(ejento_sandbox.requests) == 1
        """,
        "--asyncio-mode=auto",
    )

    result.assert_outcomes(passed=1)
