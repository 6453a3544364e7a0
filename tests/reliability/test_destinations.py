"""Where credentials are sent: to the configured hosts, and to nobody that these name."""

from __future__ import annotations

from pathlib import Path

import pytest

from ejento_async import APIError, ConfigurationError
from tests.reliability.echoes import echoing, page
from tests.reliability.planting import ACCESS, CALLS, CREDENTIALS, LOGINS, client
from tests.reliability.scene import Scene
from tests.wire import Connection


async def test_no_credential_follows_a_redirect(scene: Scene) -> None:
    elsewhere = await scene.server(echoing(lambda _: page(200, "{}")))
    port = elsewhere.port
    redirects = (
        (301, f"http://127.0.0.1:{port}/"),
        (302, f"http://localhost:{port}/"),
        (303, f"//127.0.0.1:{port}/"),
        (307, f"https://127.0.0.1:{port}/"),
        (308, "/same"),
    )
    turns = iter(redirects * (len(CALLS) + len(CREDENTIALS)))

    def redirect(_: object) -> bytes:
        status, target = next(turns)
        return page(status, "", more=f"location: {target}\r\nset-cookie: sid=canary; Path=/\r\n")

    here = await scene.server(echoing(redirect))
    for kind in (*CALLS, *CREDENTIALS):
        for _ in redirects:
            settings = {"credentials": CREDENTIALS[kind]()} if kind in CREDENTIALS else {}
            ejento = client(scene, here, **settings)
            outcome = await scene.attempt(CALLS.get(kind, CALLS["a call"])(ejento))
            assert isinstance(outcome.error, APIError), outcome
            await ejento.aclose()
        scene.note(
            f"a redirect of {kind}, to another host, port, scheme or path",
            "not followed",
            f"{elsewhere.accepted} connections there",
        )

    assert elsewhere.accepted == 0
    assert len(here.requests) == len(redirects) * (len(CALLS) + len(CREDENTIALS))
    assert all(request.header("cookie") is None for request in here.requests)


async def test_no_cookie_is_sent_back(scene: Scene) -> None:
    cookies = (
        "sid=canary-cookie; Path=/; HttpOnly",
        "sid=canary-cookie; Domain=127.0.0.1; Max-Age=9999; SameSite=None; Secure",
        "a b=canary; \x01",
        "=canary",
        "canary",
    )
    more = "".join(f"set-cookie: {cookie}\r\n" for cookie in cookies)
    server = await scene.server(
        echoing(lambda request: page(400 if "x" in request.target else 200, "{}", more=more))
    )
    for _ in range(2):
        ejento = client(scene, server)
        for call in CALLS.values():
            await scene.attempt(call(ejento))
            await scene.attempt(call(ejento))
        await ejento.aclose()

    sent = [request for request in server.requests if request.header("cookie") is not None]
    scene.note("cookies of a server", "never sent back", f"in {len(sent)} requests")
    assert sent == []


async def test_a_login_in_the_home_directory_is_not_sent(
    scene: Scene, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """HTTP libraries know the file of curl, and put its password in place of our token."""
    for name in (".netrc", "_netrc"):
        (tmp_path / name).write_text("machine 127.0.0.1 login me password canary-netrc\n")
        (tmp_path / name).chmod(0o600)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
    server = await scene.server(echoing(lambda _: page(200, "{}")))
    ejento = client(scene, server)

    await scene.attempt(CALLS["a call"](ejento))
    await scene.attempt(LOGINS["an application secret"](ejento))
    found = [request.header("authorization") for request in server.requests]
    scene.note("a .netrc for the host", "not sent", "not sent")
    assert found == [f"Bearer {ACCESS}", None]


PROXIES = {
    "a proxy that wants another password": page(407, "no", "text/plain"),
    "a proxy that answers garbage": b"garbage\r\n\r\n",
    "a proxy that breaks": b"",
}


@pytest.mark.parametrize("fault", PROXIES)
async def test_the_password_of_a_proxy_shows_nowhere(
    fault: str, scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def behave(connection: Connection) -> None:
        if await connection.request() is not None:
            await connection.send(PROXIES[fault])

    proxy = await scene.server(behave)
    address = f"http://canary-user:canary-proxy@127.0.0.1:{proxy.port}"
    for variable in ("http_proxy", "https_proxy"):
        monkeypatch.setenv(variable, address)

    for scheme in ("http", "https"):
        ejento = client(scene, f"{scheme}://localhost:9")
        for call in (CALLS["a call"], CALLS["a stream"]):
            outcome = await scene.attempt(call(ejento))
            assert isinstance(outcome.error, APIError), outcome
        scene.note(f"{fault}, for {scheme}", "no password in any error or log", outcome.name)

    asked = [request.method for request in proxy.requests]
    assert asked == ["GET", "POST", "CONNECT", "CONNECT"]
    for request in proxy.requests[2:]:
        assert request.header("authorization") is None
        assert request.header("ocp-apim-subscription-key") is None


@pytest.mark.parametrize("way", ["httpx", "aiohttp"], indirect=True)
async def test_a_proxy_that_cannot_be_used_is_told_of_without_its_password(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A client of the caller's own has read the environment before, and refuses it by itself."""
    for shape in (
        "ftp://SECRET@127.0.0.1:9",
        "http://SECRET@127.0.0.1:99999",
        "http://SECRET@[::zz]:9",
        "http://SECRET@",
        "SECRET",
    ):
        ejento = client(scene, "http://localhost:9")
        monkeypatch.setenv("http_proxy", shape.replace("SECRET", "canary-user:canary-proxy"))
        for name in ("a call", "a stream"):
            outcome = await scene.attempt(CALLS[name](ejento))
            assert type(outcome.error) is ConfigurationError, outcome
            assert "http_proxy: expected the URL of a proxy" in str(outcome.error)
        scene.note(f"the proxy {shape}", "ConfigurationError without the password", outcome.name)
        monkeypatch.delenv("http_proxy")
