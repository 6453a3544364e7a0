"""The proxies that the environment names."""

from __future__ import annotations

import asyncio
import logging
import ssl
import traceback
from base64 import b64encode

import pytest
import trustme
from attrs import evolve

from ejento_async import ConfigurationError
from ejento_async.backends.aiohttp import AiohttpBackend
from tests.backends.conftest import Make
from tests.support import chain
from tests.wire import (
    Connection,
    Received,
    WireServer,
    failed,
    fetched,
    get,
    polite,
    serving,
)


@pytest.mark.parametrize("form", ["http://127.0.0.1:{}", "127.0.0.1:{}", "http://127.0.0.1:{}/"])
@pytest.mark.parametrize("variable", ["http_proxy", "HTTP_PROXY", "all_proxy"])
async def test_the_proxy_of_the_environment_is_used(
    variable: str, form: str, ours: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    received: list[Received] = []

    async def proxy(connection: Connection) -> None:
        while (request := await connection.request()) is not None:
            received.append(request)
            await connection.answer()

    async with serving(proxy) as server:
        monkeypatch.setenv(variable, form.format(server.port))
        request = evolve(get(server), url="http://ejento.test/x?y=1")
        assert (await fetched(ours(), request))[0] == 200

    assert received[0].line == "GET http://ejento.test/x?y=1 HTTP/1.1"


async def test_a_host_that_the_environment_exempts_is_reached_without_proxy(
    ours: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")
    monkeypatch.setenv("no_proxy", "127.0.0.1")

    async with serving(polite) as server:
        assert (await fetched(ours(), get(server)))[0] == 200


async def test_a_proxy_that_refuses_says_that_nothing_was_sent(
    ours: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    refusal = b"HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n"

    async def refuse(connection: Connection) -> None:
        await connection.head()
        await connection.send(refusal)

    async with serving(refuse) as server:
        monkeypatch.setenv("https_proxy", server.url)
        request = evolve(get(server), url="https://ejento.test/x")
        error = await failed(ours(), request)

    assert error.sent is False


PASSWORD = "canary-proxy"
CREDENTIALS = b64encode(f"ann:{PASSWORD}".encode()).decode()


def with_credentials(server: WireServer) -> str:
    return server.url.replace("http://", f"http://ann:{PASSWORD}@")


async def test_the_credentials_of_a_proxy_are_for_the_proxy(
    ours: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with serving(polite) as server:
        monkeypatch.setenv("http_proxy", with_credentials(server))
        each = ours()
        for _ in range(2):
            request = evolve(get(server), url="http://ejento.test/x")
            assert (await fetched(each, request))[0] == 200

    for received in server.requests:
        assert received.header("proxy-authorization") == f"Basic {CREDENTIALS}"
        assert received.header("host") == "ejento.test"
        assert received.header("authorization") is None
    assert server.accepted == 1


async def test_tls_goes_through_a_proxy_untouched(
    ours: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    authority = trustme.CA()
    tls, trusting = (
        ssl.create_default_context(ssl.Purpose.CLIENT_AUTH),
        ssl.create_default_context(),
    )
    authority.issue_cert("ejento.test").configure_cert(tls)
    authority.configure_trust(trusting)

    async def pump(source: asyncio.StreamReader, target: asyncio.StreamWriter) -> None:
        while data := await source.read(65536):
            target.write(data)
        target.close()

    async with serving(polite, tls=tls) as server:

        async def tunnel(connection: Connection) -> None:
            await connection.head()
            reader, writer = await asyncio.open_connection("127.0.0.1", server.port)
            await connection.send(b"HTTP/1.1 200 Connection established\r\n\r\n")
            try:
                ways = (connection.reader, writer), (reader, connection.writer)
                await asyncio.gather(*(pump(source, target) for source, target in ways))
            finally:
                writer.close()

        async with serving(tunnel) as proxy:
            monkeypatch.setenv("https_proxy", with_credentials(proxy))
            each = ours(verify=trusting)
            for _ in range(2):
                request = evolve(get(server), url="https://ejento.test/a?b")
                assert (await fetched(each, request))[0] == 200
            await each.aclose()

    (opening,) = proxy.requests
    assert opening.line == "CONNECT ejento.test:443 HTTP/1.1"
    assert opening.header("proxy-authorization") == f"Basic {CREDENTIALS}"
    assert [received.target for received in server.requests] == ["/a?b", "/a?b"]
    assert server.requests[0].header("proxy-authorization") is None


@pytest.mark.parametrize("scheme", ["http", "https"])
async def test_the_password_of_a_proxy_shows_in_no_error_and_no_log(
    scheme: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)

    async def refuse(connection: Connection) -> None:
        await connection.head()
        await connection.send(b"HTTP/1.1 407 No\r\ncontent-length: 5000\r\n\r\n")

    async with serving(refuse) as server:
        monkeypatch.setenv(f"{scheme}_proxy", with_credentials(server))
        request = evolve(get(server), url=f"{scheme}://ejento.test/x")
        backend = AiohttpBackend()
        error = await failed(backend, request)
        await backend.aclose()

    shown = [caplog.text]
    for each in chain(error):
        shown += [str(each), repr(each), repr(vars(each)), repr(each.args)]
        frames = traceback.TracebackException.from_exception(each, capture_locals=True)
        for frame in frames.stack:
            if "/tests/" not in frame.filename:
                shown += [repr(frame.locals)]
    assert PASSWORD not in "\n".join(shown)
    assert CREDENTIALS not in "\n".join(shown)


async def test_a_proxy_of_a_kind_that_nobody_speaks_is_an_error(
    ours: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "gopher://127.0.0.1:1")
    async with serving(polite) as server:
        with pytest.raises(ConfigurationError, match="http_proxy: expected the URL of a proxy"):
            await fetched(ours(), get(server))

    assert server.accepted == 0
