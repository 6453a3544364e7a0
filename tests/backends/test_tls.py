"""TLS: whose certificates are believed, and when they are read."""

from __future__ import annotations

import asyncio
import ssl
import threading
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
import trustme

from ejento_async.backends import _tls
from ejento_async.backends.protocol import BackendError, BackendRequest
from tests.backends.conftest import Make, open_connections
from tests.wire import HASTY, eventually, failed, fetched, get, polite, serving, silence


def certificates(patch: pytest.MonkeyPatch, read: Callable[[], Any]) -> None:
    """Read the certificates so when they are first needed."""
    patch.setattr(_tls, "_default_context", cache(read))


def no_certificates() -> ssl.SSLContext:
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


async def test_all_backends_share_the_default_tls_settings() -> None:
    assert await _tls.default_context() is await _tls.default_context()


async def test_tls_settings_of_the_callers_own_are_used_in_place_of_the_default(
    ours: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    certificates(monkeypatch, lambda: pytest.fail("the default"))
    request = BackendRequest("GET", "https://127.0.0.1:1/x", [], None, HASTY)

    error = await failed(ours(verify=ssl.create_default_context()), request)
    assert error.sent is False


async def test_a_call_that_waits_for_the_certificates_opens_nothing_once_the_backend_is_closed(
    ours: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading, go_on = threading.Event(), threading.Event()

    def read() -> Any:
        reading.set()
        go_on.wait(2)
        return no_certificates()

    certificates(monkeypatch, read)
    each = ours()
    request = BackendRequest("GET", "https://127.0.0.1:1/x", [], None, HASTY)
    call = asyncio.create_task(failed(each, request))
    await asyncio.to_thread(reading.wait, 2)
    await each.aclose()
    go_on.set()

    assert str(await call) == "the connections were closed"
    assert open_connections(each) == 0


async def test_the_event_loop_is_not_held_up_by_reading_the_certificates(
    ours: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    readers: list[str] = []

    def read() -> Any:
        readers.append(threading.current_thread().name)
        return no_certificates()

    certificates(monkeypatch, read)
    request = BackendRequest("GET", "https://127.0.0.1:1/x", [], None, HASTY)
    each = ours()
    await asyncio.gather(*(failed(each, request) for _ in range(5)))
    await failed(each, request)

    assert len(readers) == 1
    assert threading.main_thread().name not in readers


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


def trusting(authority: trustme.CA) -> ssl.SSLContext:
    context = ssl.create_default_context()
    authority.configure_trust(context)
    return context


def serving_as(authority: trustme.CA, host: str) -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert(host).configure_cert(context)
    return context


async def test_calls_over_tls_share_a_connection(authority: trustme.CA, ours: Make) -> None:
    async with serving(polite, tls=serving_as(authority, "127.0.0.1")) as server:
        each = ours(verify=trusting(authority))
        for _ in range(3):
            assert (await fetched(each, get(server)))[0] == 200
        assert server.accepted == 1
        await each.aclose()
        await eventually(lambda: server.open == 0)


@pytest.mark.parametrize("fault", ["another host", "an unknown authority"])
async def test_a_certificate_that_is_not_good_keeps_the_request_here(
    fault: str, authority: trustme.CA, ours: Make
) -> None:
    host = "elsewhere.example" if fault == "another host" else "127.0.0.1"
    signer = trustme.CA() if fault == "an unknown authority" else authority

    async with serving(polite, tls=serving_as(signer, host)) as server:
        request = get(server)
        error = await failed(ours(verify=trusting(authority)), request)

    assert (error.sent, error.timeout, request.sent) == (False, False, False)
    assert "certificate verify failed" in str(error)
    assert server.requests == []


@pytest.mark.parametrize("turns", [*range(2, 12), 20, 30])
async def test_a_call_may_be_cancelled_in_the_middle_of_the_handshake(
    turns: int, authority: trustme.CA, ours: Make
) -> None:
    each = ours(max_connections=1, verify=trusting(authority))
    async with serving(polite, tls=serving_as(authority, "127.0.0.1")) as server:
        call = asyncio.create_task(fetched(each, get(server)))
        for _ in range(turns):
            await asyncio.sleep(0)
        call.cancel()
        await asyncio.wait([call])

        async with asyncio.timeout(2):
            assert (await fetched(each, get(server)))[0] == 200
        await eventually(lambda: server.open <= 1)
        await each.aclose()
        await eventually(lambda: server.open == 0)


@pytest.mark.parametrize("turns", range(2, 12))
async def test_a_backend_may_be_closed_in_the_middle_of_a_handshake(
    turns: int, authority: trustme.CA, ours: Make
) -> None:
    each = ours(verify=trusting(authority))
    async with serving(silence, tls=serving_as(authority, "127.0.0.1")) as server:
        call = asyncio.create_task(fetched(each, get(server)))
        for _ in range(turns):
            await asyncio.sleep(0)
        await each.aclose()

        await asyncio.wait([call])
        assert isinstance(call.exception(), BackendError)
        await eventually(lambda: server.open == 0)
