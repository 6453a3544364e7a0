"""A plugin of pytest: an Ejento of its own for each test of a service that uses the SDK.

    pip install 'ejento-async[sandbox]'

    @pytest.mark.ejento(faults=[Fault.status(503, times=1)])
    async def test_the_service_survives_an_outage(ejento_client, ejento_sandbox):
        service = Service(ejento_client)
        assert await service.answer("What is our leave policy?")
        assert len(ejento_sandbox.requests) == 2

Fixtures: `ejento_sandbox`, `ejento_client`, `ejento_env`; `ejento_sandbox_settings` and
`ejento_client_settings` are there to be overridden, `ejento_sandbox_factory` starts more of them.
The report of a test that fails has a section with the requests that its sandbox has got.

Async tests may be run by pytest-asyncio, in any of its modes and loop scopes, or by anyio on
asyncio. Those who do not use the plugin pay nothing for it: it loads the sandbox when a test asks.
"""

from __future__ import annotations

import os
from collections.abc import AsyncGenerator, Generator
from contextlib import AsyncExitStack, ExitStack
from typing import TYPE_CHECKING, Any, Unpack

import pytest

if TYPE_CHECKING:
    from ejento_async import EjentoClient
    from ejento_async.sandbox import Sandbox
    from ejento_async.testing import SandboxFactory, SandboxSettings

_SANDBOXES = pytest.StashKey["list[Sandbox]"]()
_QUICK_RETRY = 0.002
_SECTION = "ejento sandbox"
_OF_THE_SDK = ("EJENTO_", "DOCUMENT360_")


def pytest_configure(config: pytest.Config) -> None:
    """Make the marker known, and the fixtures for the event loops of pytest-asyncio."""
    config.addinivalue_line(
        "markers",
        "ejento(faults=..., agents=..., documents=..., seed=..., token_lifetime=..., ...): "
        "how the test's ejento_sandbox is set up; see ejento_async.testing.SandboxSettings.",
    )
    if _has_asyncio(config):
        from ejento_async.testing import _asyncio

        config.pluginmanager.register(_asyncio, "ejento-asyncio")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Refuse marks with arguments that nobody knows, before anything is started."""
    if next(item.iter_markers("ejento"), None) is not None:
        from ejento_async.testing._settings import SettingsError, marked

        try:
            marked(item)
        except SettingsError as error:
            pytest.fail(str(error), pytrace=False)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Add to the report of a failure what the sandboxes have been asked."""
    found = yield
    sandboxes = item.stash.get(_SANDBOXES, None)
    if found.failed and sandboxes:
        from ejento_async.testing._report import report

        found.sections += [(_SECTION, report(sandbox)) for sandbox in sandboxes]
    if call.when == "teardown" and sandboxes is not None:
        del item.stash[_SANDBOXES]  # tests live until the end of all
    return found


@pytest.fixture
def ejento_sandbox_settings() -> SandboxSettings:
    """How sandboxes are set up, unless a mark says otherwise. To be overridden."""
    return {}


@pytest.fixture
def ejento_client_settings() -> dict[str, Any]:
    """Arguments for `EjentoClient` of `ejento_client`, `timeout` for example. To be overridden."""
    return {}


@pytest.fixture
def ejento_sandbox_factory(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Generator[SandboxFactory]:
    """Start sandboxes: `ejento_sandbox_factory(token_lifetime=60)`. All stop with the test.

    While the test runs, clients wait for milliseconds before they repeat a call, not for seconds;
    a `Retry-After` counts as ever.
    """
    from ejento_async import _retry
    from ejento_async.testing._settings import SettingsError, checked, started

    monkeypatch.setattr(_retry, "FIRST_WAIT", _QUICK_RETRY)
    node: pytest.Item = request.node
    sandboxes = node.stash.setdefault(_SANDBOXES, [])

    with ExitStack() as running:

        def start(**settings: Unpack[SandboxSettings]) -> Sandbox:
            try:
                sandbox = started(checked(settings, "settings of the sandbox"))
            except SettingsError as error:
                pytest.fail(str(error), pytrace=False)
            running.callback(sandbox.stop)
            sandboxes.append(sandbox)
            return sandbox

        yield start


@pytest.fixture
def ejento_sandbox(
    request: pytest.FixtureRequest,
    ejento_sandbox_factory: SandboxFactory,
    ejento_sandbox_settings: SandboxSettings,
) -> Sandbox:
    """Start a local Ejento for this test alone, set up by `@pytest.mark.ejento`."""
    from ejento_async.testing._settings import marked, merged

    return ejento_sandbox_factory(**merged([ejento_sandbox_settings, *marked(request.node)]))


@pytest.fixture
def ejento_env(ejento_sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Point `EJENTO_*` at the sandbox, for a service that makes its client by itself.

    Whatever else the environment says of the SDK is taken out of it. Returns the variables.
    """
    _forget_settings(monkeypatch)
    for name, value in ejento_sandbox.env.items():
        monkeypatch.setenv(name, value)
    return ejento_sandbox.env


def _forget_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.startswith(_OF_THE_SDK):
            monkeypatch.delenv(name)


@pytest.fixture
def ejento_client(
    request: pytest.FixtureRequest,
    ejento_sandbox: Sandbox,
    ejento_client_settings: dict[str, Any],
) -> Generator[EjentoClient]:
    """Make a client of the sandbox, with tokens that renew themselves.

    It is closed in the event loop of the test; closing it yourself does no harm.
    """
    from ejento_async import EjentoClient, TokenPair

    def make() -> EjentoClient:
        tokens = TokenPair(ejento_sandbox.auth_token, ejento_sandbox.access_token)
        own: dict[str, Any] = {
            "base_url": ejento_sandbox.base_url,
            "api_key": ejento_sandbox.api_key,
            "credentials": tokens,
        }
        if "access_token" in ejento_client_settings:
            del own["credentials"]
        with pytest.MonkeyPatch.context() as monkeypatch:
            # The services of a real deployment, if the environment names some, are not for tests.
            _forget_settings(monkeypatch)
            return EjentoClient(**own | ejento_client_settings)

    name = _closing_fixture(request)
    if name is not None:
        # Set up before the client and so torn down after all that uses it.
        closing: AsyncExitStack = request.getfixturevalue(name)
        client = make()
        closing.push_async_callback(client.aclose)
        yield client
    else:
        client = make()
        yield client
        import asyncio

        asyncio.run(client.aclose())


@pytest.fixture
async def _ejento_closing_on_anyio() -> AsyncGenerator[AsyncExitStack]:
    async with AsyncExitStack() as stack:
        yield stack


def _closing_fixture(request: pytest.FixtureRequest) -> str | None:
    """Return the name of the fixture that closes in the loop of a test, None where it has none."""
    if _has_asyncio(request.config):
        from ejento_async.testing._asyncio import closing_fixture

        name = closing_fixture(request.node)
        if name is not None:
            return name
    return "_ejento_closing_on_anyio" if "anyio_backend" in request.fixturenames else None


def _has_asyncio(config: pytest.Config) -> bool:
    names = ("asyncio", "pytest_asyncio", "pytest_asyncio.plugin")
    return any(config.pluginmanager.has_plugin(name) for name in names)
