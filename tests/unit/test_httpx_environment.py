"""The default way to the network, and what is around it: event loops, proxies, certificates."""

from __future__ import annotations

import asyncio
import gc
import ssl
import threading
import warnings
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from attrs import evolve

from ejento_async.backends import _lanes
from ejento_async.backends.httpx import HttpxBackend
from ejento_async.backends.protocol import BackendRequest, BackendResponse
from tests.wire import (
    GOOD,
    HASTY,
    Connection,
    Received,
    WireServer,
    answering,
    failed,
    fetched,
    get,
    polite,
    serving,
)

Make = Callable[..., HttpxBackend]


# Event loops.


def test_a_backend_can_be_used_on_one_event_loop_after_the_other() -> None:
    each = HttpxBackend()

    async def use() -> tuple[int, bytes]:
        async with serving(answering(GOOD)) as server:
            return await fetched(each, get(server))

    with warnings.catch_warnings():
        # The sockets of a loop that has ended cannot be closed any more, only dropped.
        warnings.simplefilter("ignore", ResourceWarning)
        for _ in range(3):
            assert asyncio.run(use()) == (200, b"good")
        asyncio.run(each.aclose())
        gc.collect()


def test_a_backend_cannot_be_closed_while_another_event_loop_uses_it() -> None:
    each = HttpxBackend()

    async def main() -> None:
        async with serving(polite) as server:
            await fetched(each, get(server))
            with pytest.raises(RuntimeError, match="one client for each loop"):
                await asyncio.to_thread(asyncio.run, each.aclose())
            assert (await fetched(each, get(server)))[0] == 200
            await each.aclose()

    asyncio.run(main())


def test_a_backend_is_not_used_on_two_event_loops_at_once() -> None:
    each = HttpxBackend()
    problems: list[str] = []

    async def use(server: WireServer) -> None:
        try:
            await fetched(each, get(server))
        except RuntimeError as error:
            problems.append(str(error))

    async def main() -> None:
        async with serving(polite) as server:
            await fetched(each, get(server))
            thread = threading.Thread(target=lambda: asyncio.run(use(server)))
            thread.start()
            await asyncio.to_thread(thread.join)
            assert (await fetched(each, get(server)))[0] == 200
            await each.aclose()

    asyncio.run(main())
    (problem,) = problems
    assert "one client for each loop" in problem


def test_a_backend_may_be_made_and_closed_without_an_event_loop_in_between() -> None:
    asyncio.run(HttpxBackend().aclose())


# Proxies and TLS.


@pytest.mark.parametrize("form", ["http://127.0.0.1:{}", "127.0.0.1:{}", "http://127.0.0.1:{}/"])
@pytest.mark.parametrize("variable", ["http_proxy", "HTTP_PROXY", "all_proxy"])
async def test_the_proxy_of_the_environment_is_used(
    variable: str, form: str, lanes: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    received: list[Received] = []

    async def proxy(connection: Connection) -> None:
        while (request := await connection.request()) is not None:
            received.append(request)
            await connection.answer()

    async with serving(proxy) as server:
        monkeypatch.setenv(variable, form.format(server.port))
        request = evolve(get(server), url="http://ejento.test/x?y=1")
        assert (await fetched(lanes(), request))[0] == 200

    assert received[0].line == "GET http://ejento.test/x?y=1 HTTP/1.1"


async def test_a_host_that_the_environment_exempts_is_reached_without_proxy(
    lanes: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    monkeypatch.setenv("no_proxy", "127.0.0.1")

    async with serving(polite) as server:
        assert (await fetched(lanes(), get(server)))[0] == 200


async def test_a_proxy_that_refuses_says_that_nothing_was_sent(
    lanes: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    refusal = b"HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n"

    async def refuse(connection: Connection) -> None:
        await connection.head()
        await connection.send(refusal)

    async with serving(refuse) as server:
        monkeypatch.setenv("https_proxy", server.url)
        request = evolve(get(server), url="https://ejento.test/x")
        error = await failed(lanes(), request)

    assert error.sent is False


def test_all_backends_share_the_default_tls_settings() -> None:
    assert _lanes._shared_context() is _lanes._shared_context()


async def test_tls_settings_of_the_callers_own_are_used_in_place_of_the_default(
    lanes: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_lanes, "_default_context", cache(lambda: pytest.fail("the default")))
    request = BackendRequest("GET", "https://127.0.0.1:1/x", [], None, HASTY)

    error = await failed(lanes(verify=ssl.create_default_context()), request)
    assert error.sent is False


async def test_a_call_that_waits_for_the_certificates_opens_nothing_once_the_backend_is_closed(
    lanes: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading, go_on = threading.Event(), threading.Event()

    def read() -> Any:
        reading.set()
        go_on.wait(2)
        return _lanes._no_context()

    monkeypatch.setattr(_lanes, "_default_context", cache(read))
    each = lanes()
    request = BackendRequest("GET", "https://127.0.0.1:1/x", [], None, HASTY)
    call = asyncio.create_task(failed(each, request))
    await asyncio.to_thread(reading.wait, 2)
    await each.aclose()
    go_on.set()

    assert str(await call) == "the connections were closed"
    assert each._lanes.open == 0


async def test_the_event_loop_is_not_held_up_by_reading_the_certificates(
    lanes: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    readers: list[str] = []

    def read() -> Any:
        readers.append(threading.current_thread().name)
        return _lanes._no_context()

    monkeypatch.setattr(_lanes, "_default_context", cache(read))
    request = BackendRequest("GET", "https://127.0.0.1:1/x", [], None, HASTY)
    each = lanes()
    await asyncio.gather(*(failed(each, request) for _ in range(5)))
    await failed(each, request)

    assert len(readers) == 1
    assert threading.main_thread().name not in readers


async def test_headers_of_an_answer_are_plain_text_and_no_type_of_the_library(
    backend: Make,
) -> None:
    async with serving(polite) as server:
        response: BackendResponse = await backend().send(get(server))
        await response.aclose()

    assert type(response.headers) is dict
    assert {type(part) for pair in response.headers.items() for part in pair} == {str}
