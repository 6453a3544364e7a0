"""Faults on the way to the server: addresses, names, proxies and TLS."""

from __future__ import annotations

import base64
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import trustme

from ejento_async import APIConnectionError, APIStatusError, APITimeoutError, Timeout
from tests.reliability.scene import Outcome, Scene
from tests.reliability.table import Call, read, told, write
from tests.wire import GOOD_JSON, Connection, answering, polite, silence, whole

BRIEF = Timeout(connect=0.06, read=1, write=1)
ELSEWHERE = "https://ejento.example.com"
PASSWORD = "canary-proxy-71aa"


def assert_not_sent(outcome: Outcome, *, attempts: int = 3, says: str = "") -> None:
    """A call that did not leave can be made again, and is, whatever it does."""
    assert type(outcome.failure) is APIConnectionError
    assert says in str(outcome.failure)
    assert not outcome.failure.maybe_applied
    assert outcome.failure.attempts == attempts


CALLS = pytest.mark.parametrize("call", [read, write])
NOT_SENT = "APIConnectionError, 3 attempts"


@contextmanager
def full_listener() -> Iterator[int]:
    """A port at which nothing is accepted any more."""
    with ExitStack() as stack:
        listener = stack.enter_context(socket.socket())
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        for _ in range(4):
            waiting = stack.enter_context(socket.socket())
            waiting.setblocking(False)
            waiting.connect_ex(listener.getsockname())
        yield listener.getsockname()[1]


@CALLS
async def test_nobody_listens(call: Call, scene: Scene) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        client = scene.client(f"http://127.0.0.1:{unused.getsockname()[1]}")
        outcome = await scene.attempt(call(client))

    scene.note(f"nobody listens, to a {call.__name__}", NOT_SENT, told(outcome))
    assert_not_sent(outcome)


async def test_connections_are_reset_as_soon_as_they_are_made(scene: Scene) -> None:
    sandbox = await scene.sandbox()
    sandbox.refuse_connections(2)
    outcome = await scene.attempt(read(scene.client(sandbox)))

    scene.note(
        "the first two connections are reset as they are made",
        "ok, 3 attempts",
        told(outcome, sandbox.total_connections),
    )
    assert outcome.error is None
    assert outcome.value.id == 42
    assert sandbox.total_connections == 3


@CALLS
async def test_a_connection_never_completes(call: Call, scene: Scene) -> None:
    with full_listener() as port:
        client = scene.client(f"http://127.0.0.1:{port}", timeout=BRIEF, max_retries=1)
        outcome = await scene.attempt(call(client))

    scene.note(
        f"a connection that never completes, to a {call.__name__}",
        "APITimeoutError, 2 attempts",
        told(outcome),
    )
    assert type(outcome.failure) is APITimeoutError
    assert not outcome.failure.maybe_applied
    assert outcome.failure.attempts == 2


async def test_the_deadline_passes_while_a_connection_is_made(scene: Scene) -> None:
    with full_listener() as port:
        client = scene.client(
            f"http://127.0.0.1:{port}", deadline=0.06, timeout=Timeout(connect=0.12)
        )
        outcome = await scene.attempt(write(client))

    scene.note(
        "the deadline passes before there is a connection",
        "APITimeoutError, 1 attempt",
        told(outcome),
    )
    assert type(outcome.failure) is APITimeoutError
    assert outcome.failure.message == "no connection within the deadline of 0.06 s"
    assert not outcome.failure.maybe_applied


async def test_a_call_that_nobody_waits_for_any_more_does_not_leave_when_it_connects_at_last(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    sandbox = await scene.sandbox()
    resolve, resolving, go_on = socket.getaddrinfo, threading.Event(), threading.Event()

    def slowly(host: Any, *args: Any, **kwargs: Any) -> Any:
        if host in ("localhost", b"localhost"):
            resolving.set()
            go_on.wait(5)
        return resolve(host, *args, **kwargs)

    monkeypatch.setattr(socket, "getaddrinfo", slowly)
    url = sandbox.base_url.replace("127.0.0.1", "localhost")
    client = scene.client(sandbox, base_url=url, deadline=0.06)
    outcome = await scene.attempt(write(client))
    assert resolving.is_set()
    go_on.set()
    await client.aclose()

    scene.note(
        "the deadline passes before the name is resolved",
        "APITimeoutError, 1 attempt",
        told(outcome),
    )
    assert type(outcome.failure) is APITimeoutError
    assert not outcome.failure.maybe_applied
    assert len(sandbox.requests) == 0


@CALLS
async def test_a_name_that_does_not_resolve(
    call: Call, scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    outcome = await scene.attempt(call(scene.client(ELSEWHERE)))

    scene.note(f"a name that nobody knows, to a {call.__name__}", NOT_SENT, told(outcome))
    assert_not_sent(outcome)


async def test_localhost_is_reached_at_the_address_that_answers(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    sandbox = await scene.sandbox()
    resolve = socket.getaddrinfo

    def both(host: Any, port: Any, *_: Any, **__: Any) -> list[Any]:
        if host not in ("localhost", b"localhost"):
            return list(resolve(host, port, type=socket.SOCK_STREAM))
        kind = (socket.SOCK_STREAM, socket.IPPROTO_TCP, "")
        sixth = (socket.AF_INET6, *kind, ("::1", int(port), 0, 0))
        return [sixth, (socket.AF_INET, *kind, ("127.0.0.1", int(port)))]

    monkeypatch.setattr(socket, "getaddrinfo", both)
    port = sandbox.base_url.rpartition(":")[2]
    client = scene.client(sandbox, base_url=f"http://localhost:{port}")
    outcome = await scene.attempt(read(client))

    scene.note("localhost refuses at ::1 and answers at 127.0.0.1", "ok, 1 attempt", told(outcome))
    assert outcome.error is None
    assert len(sandbox.requests) == 1


# TLS.


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


def serving_as(certificate: trustme.LeafCert) -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    certificate.configure_cert(context)
    return context


def trusting(authority: trustme.CA) -> ssl.SSLContext:
    context = ssl.create_default_context()
    authority.configure_trust(context)
    return context


async def test_a_certificate_of_ones_own_authority_is_good_when_it_is_trusted(
    authority: trustme.CA, scene: Scene
) -> None:
    tls = serving_as(authority.issue_cert("127.0.0.1"))
    server = await scene.server(answering(whole(GOOD_JSON)), tls=tls)
    client = scene.client(server, tls=trusting(authority))
    outcome = await scene.attempt(read(client))
    again = await scene.attempt(write(client))

    scene.note("a certificate of an authority that is trusted", "ok, 1 attempt", told(outcome))
    assert (outcome.error, again.error) == (None, None)
    assert server.accepted == 1


@CALLS
@pytest.mark.parametrize(
    ("fault", "host", "age", "trusted", "says"),
    [
        ("expired", "127.0.0.1", timedelta(days=1), True, "expired"),
        ("for another host", "elsewhere.example", timedelta(0), True, "127.0.0.1"),
        ("of an unknown authority", "127.0.0.1", timedelta(0), False, "certificate verify failed"),
    ],
)
async def test_a_certificate_that_is_not_good(
    call: Call,
    fault: str,
    host: str,
    age: timedelta,
    trusted: bool,
    says: str,
    authority: trustme.CA,
    scene: Scene,
) -> None:
    ends = datetime.now(UTC) - age if age else None
    certificate = authority.issue_cert(
        host, not_after=ends, not_before=datetime.now(UTC) - timedelta(days=10)
    )
    server = await scene.server(polite, tls=serving_as(certificate))
    client = scene.client(server, tls=trusting(authority) if trusted else None)
    outcome = await scene.attempt(call(client))

    scene.note(f"a certificate {fault}, to a {call.__name__}", NOT_SENT, told(outcome))
    assert_not_sent(outcome, says=says)
    assert server.requests == []


@CALLS
async def test_tls_to_a_server_that_speaks_none(call: Call, scene: Scene) -> None:
    sandbox = await scene.sandbox()
    client = scene.client(sandbox, base_url=sandbox.base_url.replace("http:", "https:"))
    outcome = await scene.attempt(call(client))

    scene.note(f"TLS to a port without TLS, to a {call.__name__}", NOT_SENT, told(outcome))
    assert_not_sent(outcome)
    assert len(sandbox.requests) == 0


async def test_no_tls_to_a_server_that_wants_it(authority: trustme.CA, scene: Scene) -> None:
    tls = serving_as(authority.issue_cert("127.0.0.1"))
    server = await scene.server(polite, tls=tls)
    outcome = await scene.attempt(read(scene.client(server.url.replace("https:", "http:"))))

    scene.note("no TLS to a port with TLS", "APIConnectionError, 3 attempts", told(outcome))
    assert type(outcome.failure) is APIConnectionError
    assert server.requests == []


async def test_a_tls_handshake_that_never_ends(scene: Scene) -> None:
    async def mute(connection: Connection) -> None:
        await connection.reader.read()

    server = await scene.server(mute)
    client = scene.client(server.url.replace("http:", "https:"), timeout=BRIEF, max_retries=0)
    outcome = await scene.attempt(write(client))

    scene.note(
        "a TLS handshake that never ends",
        "APITimeoutError, 1 attempt",
        told(outcome),
    )
    assert type(outcome.failure) is APITimeoutError
    assert not outcome.failure.maybe_applied


# Proxies.


@pytest.fixture
def proxy_secrets(scene: Scene) -> None:
    pair = f"user:{PASSWORD}"
    scene.secrets += [PASSWORD, base64.b64encode(pair.encode()).decode()]


async def refuse(connection: Connection) -> None:
    if await connection.head() is not None:
        await connection.send(
            b"HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n"
        )
        await connection.reader.read()


async def reset(connection: Connection) -> None:
    await connection.head()
    connection.reset()


@CALLS
@pytest.mark.usefixtures("proxy_secrets")
@pytest.mark.parametrize(
    ("fault", "behaviour"),
    [("answers 407 to CONNECT", refuse), ("resets CONNECT", reset)],
)
async def test_a_proxy_that_makes_no_tunnel(
    call: Call,
    fault: str,
    behaviour: Any,
    scene: Scene,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    server = await scene.server(behaviour)
    monkeypatch.setenv("https_proxy", f"http://user:{PASSWORD}@127.0.0.1:{server.port}")
    outcome = await scene.attempt(call(scene.client(ELSEWHERE)))

    scene.note(f"a proxy that {fault}, to a {call.__name__}", NOT_SENT, told(outcome))
    assert_not_sent(outcome)
    assert [request.line for request in server.requests] == [
        "CONNECT ejento.example.com:443 HTTP/1.1"
    ] * 3
    assert not any(request.header("ocp-apim-subscription-key") for request in server.requests)


@pytest.mark.usefixtures("proxy_secrets")
async def test_a_proxy_that_never_makes_the_tunnel(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = await scene.server(silence)
    monkeypatch.setenv("https_proxy", f"http://user:{PASSWORD}@127.0.0.1:{server.port}")
    client = scene.client(ELSEWHERE, timeout=0.06, max_retries=0)
    outcome = await scene.attempt(write(client))

    scene.note(
        "a proxy that does not answer to CONNECT",
        "APITimeoutError, 1 attempt",
        told(outcome),
    )
    assert type(outcome.failure) is APITimeoutError
    assert not outcome.failure.maybe_applied


@CALLS
@pytest.mark.usefixtures("proxy_secrets")
async def test_a_plain_proxy_that_answers_407(
    call: Call, scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = await scene.server(refuse)
    monkeypatch.setenv("http_proxy", f"http://user:{PASSWORD}@127.0.0.1:{server.port}")
    outcome = await scene.attempt(call(scene.client("http://localhost:9")))

    scene.note(
        f"a plain proxy that answers 407, to a {call.__name__}",
        "APIStatusError, 1 attempt",
        told(outcome),
    )
    assert type(outcome.failure) is APIStatusError
    assert outcome.failure.status == 407
    assert not outcome.failure.maybe_applied
    assert len(server.requests) == 1
    assert server.requests[0].target.startswith("http://localhost:9/")
    assert server.requests[0].header("proxy-authorization")


@pytest.mark.usefixtures("proxy_secrets")
async def test_a_proxy_that_nobody_runs(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        url = f"http://user:{PASSWORD}@127.0.0.1:{unused.getsockname()[1]}"
        monkeypatch.setenv("https_proxy", url)
        outcome = await scene.attempt(write(scene.client(ELSEWHERE)))

    scene.note("a proxy that is not there", NOT_SENT, told(outcome))
    assert_not_sent(outcome)
