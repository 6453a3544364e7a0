"""What a sandbox can be told to do wrong, as a client sees it."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import socket
import time
import tracemalloc
from collections.abc import Callable
from urllib.parse import urlsplit

import httpx
import pytest

from ejento_async.sandbox import Fault, Sandbox

from .wire import ASK, REFRESH, STREAM, UPLOAD, headers_of, until

ME = "/api/v2/users/me"
USER = "/v2/api/user/147"


async def test_a_status_is_answered_as_often_as_was_said(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    rule = sandbox.faults.add(
        Fault.status(503, times=2, path=r"/api/v2/users/me$", headers={"Retry-After": "1"})
    )
    other = await http.get(USER)
    answers = [await http.get(ME) for _ in range(3)]

    assert other.status_code == 200
    assert [answer.status_code for answer in answers] == [503, 503, 200]
    assert answers[0].headers["retry-after"] == "1"
    assert answers[0].json() == {
        "success": False,
        "message": "The sandbox was told to answer 503",
    }
    assert rule.fired == 2


async def test_a_fault_lasts_until_it_is_taken_back(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    rule = sandbox.faults.add(Fault.status(429))
    first = [(await http.get(path)).status_code for path in (ME, USER, ME)]
    sandbox.faults.remove(rule)
    sandbox.faults.add(Fault.status(500))
    second = (await http.get(ME)).status_code
    sandbox.faults.clear()

    assert [*first, second] == [429, 429, 429, 500]
    assert (await http.get(ME)).status_code == 200


async def test_a_fault_can_be_meant_for_an_operation_or_a_method(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    sandbox.faults.add(Fault.status(500, operation="v2l_user_get"))
    sandbox.faults.add(Fault.status(502, method="post"))
    get, user = await http.get(ME), await http.get(USER)
    post = await http.post(ASK, json={"user_query": "Hi"})

    assert [get.status_code, user.status_code, post.status_code] == [200, 500, 502]


async def test_the_auth_service_fails_in_its_own_form(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    sandbox.faults.add(Fault.status(500, operation="v2_authentication_refresh"))

    assert (await http.post(REFRESH)).json() == {"detail": "The sandbox was told to answer 500"}


@pytest.mark.parametrize(
    ("fault", "media_type", "text"),
    [
        (Fault.status(502, html=True), "text/html; charset=utf-8", "<h1>502</h1>"),
        (Fault.status(200, body="<html>Log in"), "text/html; charset=utf-8", "<html>Log in"),
        (Fault.status(400, body="no"), "text/plain; charset=utf-8", "no"),
        (Fault.status(400, body=b"\xff\xfe"), "application/octet-stream", None),
        (Fault.status(400, body=["a", {"b": 1}]), "application/json", '["a", {"b": 1}]'),
        (
            Fault.status(400, body="{}", headers={"Content-Type": "application/problem+json"}),
            "application/problem+json",
            "{}",
        ),
        (Fault.empty(), "application/octet-stream", ""),
        (Fault.invalid_json(), "application/json", '{"success": true, "data": {"id": 1, "na'),
        (
            Fault.unsuccessful("The index is being rebuilt"),
            "application/json",
            '{"success": false, "message": "The index is being rebuilt"}',
        ),
    ],
)
async def test_a_body_can_be_anything(
    sandbox: Sandbox, http: httpx.AsyncClient, fault: Fault, media_type: str, text: str | None
) -> None:
    sandbox.faults.add(fault)
    response = await http.get(ME)

    assert fault.status_code == response.status_code
    assert response.headers["content-type"] == media_type
    assert text is None or text in response.text


@pytest.mark.parametrize("status", [204, 304, 520, 599])
async def test_a_status_can_be_unusual(
    sandbox: Sandbox, http: httpx.AsyncClient, status: int
) -> None:
    sandbox.faults.add(Fault.status(status, times=1))

    assert (await http.get(ME)).status_code == status
    assert (await http.get(ME)).status_code == 200


async def test_a_delay_comes_before_the_proper_answer(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    sandbox.faults.add(Fault.delay(0.05, times=1))
    began = time.perf_counter()
    response = await http.get(ME)

    assert response.status_code == 200
    assert time.perf_counter() - began >= 0.05


async def test_a_delay_holds_up_nobody_else_and_ends_with_the_client(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    sandbox.faults.add(Fault.delay(600, path="users/me"))
    waiting = asyncio.create_task(http.get(ME, timeout=60))
    await until(lambda: sandbox.requests.of("v2_users_get_me"))

    assert (await http.get(USER)).status_code == 200
    waiting.cancel()
    await until(lambda: sandbox.open_connections == 1)


async def test_faults_that_change_the_answer_add_up(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    sandbox.faults.add(Fault.delay(0.02))
    sandbox.faults.add(Fault.slow_body(0.001, chunk=50))
    sandbox.faults.add(Fault.status(418, path="user/147"))
    began = time.perf_counter()
    proper = await http.get(ME)
    teapot = await http.get(USER)

    assert time.perf_counter() - began >= 0.04
    assert proper.json()["data"]["id"] == 1
    assert teapot.status_code == 418


async def test_a_body_can_drip(sandbox: Sandbox, http: httpx.AsyncClient) -> None:
    sandbox.faults.add(Fault.slow_body(0.001, chunk=20))
    chunks: list[bytes] = []
    async with http.stream("GET", ME) as response:
        chunks = [chunk async for chunk in response.aiter_raw()]
        await response.aclose()

    assert len(chunks) > 5
    assert max(map(len, chunks)) <= 20 * 3


@pytest.mark.parametrize("reset", [False, True])
async def test_a_body_can_be_cut(sandbox: Sandbox, http: httpx.AsyncClient, reset: bool) -> None:
    sandbox.faults.add(Fault.cut_body(10, reset=reset, times=1))
    with pytest.raises((httpx.RemoteProtocolError, httpx.ReadError)):
        await http.get(ME)

    assert (await http.get(ME)).status_code == 200


async def test_a_cut_behind_the_end_of_the_body_changes_nothing(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    sandbox.faults.add(Fault.cut_body(10_000_000))

    assert (await http.get(ME)).json()["data"]["id"] == 1


async def test_a_stream_can_be_cut_after_some_bytes(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    sandbox.faults.add(Fault.cut_body(100, operation="v2_agent_responses_stream"))
    received = b""
    with pytest.raises(httpx.RemoteProtocolError):
        async with http.stream("POST", STREAM, json={"user_query": "leave"}) as response:
            async for chunk in response.aiter_bytes():
                received += chunk

    assert len(received) == 100


async def test_a_body_can_stall(sandbox: Sandbox, http: httpx.AsyncClient) -> None:
    sandbox.faults.add(Fault.stall_body(10))
    received = b""
    with pytest.raises(httpx.ReadTimeout):
        async with http.stream("GET", ME, timeout=0.05) as response:
            async for chunk in response.aiter_bytes():
                received += chunk

    assert received == b'{"success"'


async def test_a_connection_can_be_dropped_before_the_answer(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    sandbox.faults.add(Fault.drop(times=1))
    with pytest.raises(httpx.RemoteProtocolError, match="without sending a response"):
        await http.post(ASK, json={"user_query": "Hi"})
    sandbox.faults.add(Fault.drop(reset=True, times=1))
    with pytest.raises(httpx.ReadError):
        await http.post(ASK, json={"user_query": "Hi"})

    assert [request.json for request in sandbox.requests] == [{"user_query": "Hi"}] * 2
    assert [request.status for request in sandbox.requests] == [None, None]
    assert len(sandbox.state.threads) == 1


async def test_a_reused_connection_can_be_dropped_when_a_new_one_is_not(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    sandbox.faults.add(Fault.drop(reused=True))
    first = await http.get(ME)
    with pytest.raises(httpx.RemoteProtocolError):
        await http.get(ME)

    assert first.status_code == 200
    assert (await http.get(ME)).status_code == 200
    assert [request.reused for request in sandbox.requests] == [False, True, False]


async def test_an_answer_can_be_no_http_at_all(sandbox: Sandbox, http: httpx.AsyncClient) -> None:
    sandbox.faults.add(Fault.garbage(times=1))
    with pytest.raises(httpx.RemoteProtocolError):
        await http.get(ME)
    sandbox.faults.add(Fault.raw(b"HTTP/1.1 999 Odd\r\ncontent-length: 2\r\n\r\nhi", times=1))

    assert (await http.get(ME)).status_code == 999


async def test_a_token_can_expire_just_before_it_is_looked_at(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    sandbox.faults.add(Fault.expire_token(times=1))
    first = await http.get(ME)
    http.headers["Authorization"] = f"Bearer {sandbox.issue_tokens().access}"

    assert first.json()["message"] == "Token has expired"
    assert (await http.get(ME)).status_code == 200


async def test_an_upload_can_be_refused_before_it_is_read(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    sandbox.faults.add(Fault.status(413, early=True, times=1))
    form = {"user_id": "1", "content_type": "file"}
    early = await http.post(UPLOAD, data=form, files={"source": ("a.bin", b"x" * 10_000)})
    sandbox.faults.add(Fault.status(413, times=1))
    late = await http.post(UPLOAD, data=form, files={"source": ("a.bin", b"x" * 10_000)})
    first, second = sandbox.requests

    assert [early.status_code, late.status_code] == [413, 413]
    assert first.body_size == 0
    assert second.body_size > 10_000


async def test_a_server_can_be_silent_and_still_serve_others(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    sandbox.faults.add(Fault.silence(path="users/me"))
    with pytest.raises(httpx.ReadTimeout):
        await http.get(ME, timeout=0.05)

    assert (await http.get(USER)).status_code == 200
    assert [request.status for request in sandbox.requests] == [None, 200]


async def test_a_head_can_drip_and_is_whole_in_the_end(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    plain = await http.get(ME)
    sandbox.faults.add(Fault.slow_head(0.002, chunk=10))
    began = time.perf_counter()
    slow = await http.get(ME)

    assert slow.json() == plain.json()
    assert slow.headers["content-type"] == "application/json"
    assert time.perf_counter() - began > 5 * 0.002


async def test_a_connection_can_be_closed_after_a_good_answer(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    sandbox.faults.add(Fault.hang_up(times=1))
    first = await http.get(ME)
    await until(lambda: sandbox.open_connections == 0)
    second = await http.get(ME)

    assert first.json() == second.json()
    assert "connection" not in first.headers
    assert [request.connection for request in sandbox.requests] == [1, 2]


@pytest.mark.parametrize("compressed", [False, True])
async def test_a_body_can_be_huge_and_is_nowhere_held_whole(
    sandbox: Sandbox, http: httpx.AsyncClient, compressed: bool
) -> None:
    sandbox.faults.add(Fault.huge_body(10**9, compressed=compressed))
    tracemalloc.start()
    try:
        async with http.stream("GET", ME) as response:
            async for _ in response.aiter_raw():
                break
        await until(lambda: sandbox.open_connections == 0)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert response.headers.get("content-encoding") == ("gzip" if compressed else None)
    assert peak < 10_000_000


@pytest.mark.parametrize("compressed", [False, True])
async def test_a_huge_body_is_good_json_and_a_compressed_one_small_on_the_wire(
    sandbox: Sandbox, http: httpx.AsyncClient, compressed: bool
) -> None:
    sandbox.faults.add(Fault.huge_body(1_000_001, compressed=compressed))
    response = await http.get(ME)

    assert response.json() == {"success": True, "data": "0" * 1_000_001}
    assert (response.num_bytes_downloaded < 5000) == compressed


async def test_a_body_can_end_without_its_closing_chunk(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    whole = (await http.get(ME)).content
    sandbox.faults.add(Fault.no_last_chunk())
    received = b""
    with pytest.raises(httpx.RemoteProtocolError, match="chunked"):
        async with http.stream("GET", ME) as response:
            async for chunk in response.aiter_bytes():
                received += chunk

    assert response.headers["transfer-encoding"] == "chunked"
    assert received == whole


async def test_a_client_can_be_sent_elsewhere(sandbox: Sandbox, http: httpx.AsyncClient) -> None:
    sandbox.faults.add(Fault.redirect("http://elsewhere.test/x", path="users/me"))
    away = await http.get(ME)
    sandbox.faults.clear()
    sandbox.faults.add(Fault.redirect(USER, status=302, path="users/me"))
    inside = await http.get(ME, follow_redirects=True)

    assert (away.status_code, away.headers["location"]) == (307, "http://elsewhere.test/x")
    assert (inside.status_code, inside.url.path) == (200, USER)


@pytest.mark.parametrize("status", [100, 102, 103])
async def test_another_answer_can_come_before_the_final_one(sandbox: Sandbox, status: int) -> None:
    sandbox.faults.add(Fault.interim(status))
    address = urlsplit(sandbox.base_url)
    reader, writer = await asyncio.open_connection(address.hostname, address.port)
    writer.write(f"GET {ME} HTTP/1.1\r\nHost: sandbox\r\n\r\n".encode())
    interim = await reader.readuntil(b"\r\n\r\n")
    final = await reader.readline()
    writer.close()

    assert interim.startswith(b"HTTP/1.1 %d " % status)
    assert final.startswith(b"HTTP/1.1 401 ")


async def test_a_good_answer_can_have_other_headers(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    sandbox.faults.add(Fault.with_headers({"Content-Type": "text/csv", "X-Pad": "y" * 70_000}))
    response = await http.get(ME)

    assert response.json()["data"]["id"] == 1
    assert response.headers.get_list("content-type") == ["text/csv"]
    assert len(response.headers["x-pad"]) == 70_000


async def test_an_answer_can_have_two_lengths(sandbox: Sandbox, http: httpx.AsyncClient) -> None:
    sandbox.faults.add(Fault.two_lengths())

    with pytest.raises(httpx.RemoteProtocolError, match="Content-Length"):
        await http.get(ME)


async def test_what_changes_an_answer_changes_that_of_a_later_fault_too(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    sandbox.faults.add(Fault.interim())
    sandbox.faults.add(Fault.with_headers({"X-Gateway": "west"}))
    sandbox.faults.add(Fault.slow_head(0.0001, chunk=50))
    sandbox.faults.add(Fault.hang_up())
    sandbox.faults.add(Fault.status(502, html=True))
    response = await http.get(ME)
    await until(lambda: sandbox.open_connections == 0)
    sandbox.faults.clear()
    sandbox.faults.add(Fault.cut_body(10))
    sandbox.faults.add(Fault.status(502, html=True))
    with pytest.raises(httpx.RemoteProtocolError):
        await http.get(ME)

    assert (response.status_code, response.headers["x-gateway"]) == (502, "west")
    assert "<h1>502</h1>" in response.text


async def test_faults_by_chance_are_the_same_in_every_run(http: httpx.AsyncClient) -> None:
    async def drawn(number: int | None) -> list[int]:
        with Sandbox() as sandbox:
            if number is not None:
                sandbox.faults.seed(number)
            sandbox.faults.add(Fault.status(503, probability=1 / 6))
            rule = sandbox.faults.add(Fault.status(504, probability=1 / 5))
            url = sandbox.base_url + "/nowhere"
            found = [(await http.get(url)).status_code for _ in range(60)]
            assert rule.fired == found.count(504)
            return found

    unseeded, first, again = await drawn(None), await drawn(7), await drawn(7)

    assert first == again != unseeded
    for found in (first, unseeded):
        assert {*found} == {404, 503, 504}
        assert 30 < found.count(404) < 50


async def test_a_fault_that_could_never_fire_is_refused(sandbox: Sandbox) -> None:
    with pytest.raises(ValueError, match="no operation v2_agent_get in the spec"):
        sandbox.faults.add(Fault.drop(operation="v2_agent_get"))


async def test_connections_can_be_refused(sandbox: Sandbox, http: httpx.AsyncClient) -> None:
    sandbox.refuse_connections(2)
    for _ in range(2):
        with pytest.raises((httpx.ReadError, httpx.RemoteProtocolError, httpx.ConnectError)):
            await http.get(ME)

    assert (await http.get(ME)).status_code == 200
    assert sandbox.total_connections == 3


@pytest.mark.parametrize("reset", [False, True])
async def test_idle_connections_can_be_closed(
    sandbox: Sandbox, http: httpx.AsyncClient, reset: bool
) -> None:
    await http.get(ME)
    assert sandbox.open_connections == 1
    sandbox.close_connections(reset=reset)
    await until(lambda: sandbox.open_connections == 0)

    assert (await http.get(ME)).status_code == 200
    assert sandbox.total_connections == 2


async def test_a_connection_that_comes_as_the_sandbox_stops_is_closed() -> None:
    for _ in range(5):
        async with Sandbox() as sandbox:
            address = urlsplit(sandbox.base_url)
            client = socket.create_connection((address.hostname, address.port), timeout=2)
        with client, contextlib.suppress(ConnectionResetError):
            assert client.recv(1) == b""
    # What was left open would be warned of now, which fails the test.
    gc.collect()


@pytest.mark.parametrize("seconds", [-1, 601])
def test_no_fault_lasts_longer_than_ten_minutes(seconds: float) -> None:
    with pytest.raises(ValueError, match="from 0 to 600"):
        Fault.delay(seconds)


@pytest.mark.parametrize(
    ("make", "complaint"),
    [
        (lambda: Fault.cut_body(-1), "bytes must not be negative"),
        (lambda: Fault.drop(times=0), "times must be at least 1"),
        (lambda: Fault.drop(probability=0), "above 0 and up to 1"),
        (lambda: Fault.drop(probability=1.1), "above 0 and up to 1"),
        (lambda: Fault.interim(101), "100, 102 or 103"),
        (lambda: Fault.with_headers({"Content-Length": "1"}), "content-length comes with the body"),
        (lambda: Fault.status(200, headers={"Transfer-Encoding": "x"}), "transfer-encoding comes"),
    ],
)
def test_a_fault_that_makes_no_sense_is_refused(make: Callable[[], Fault], complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        make()


@pytest.mark.parametrize("status", [100, 199, 600, 999])
def test_a_status_that_is_no_final_one_needs_raw_bytes(status: int) -> None:
    with pytest.raises(ValueError, match="Fault.raw"):
        Fault.status(status)


async def test_many_connections_are_served_at_once(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    # httpx takes seconds for this; bare sockets show what the server does.
    address = urlsplit(sandbox.base_url)
    head = "".join(f"{name}: {value}\r\n" for name, value in headers_of(sandbox).items())
    sandbox.faults.add(Fault.silence(times=400))

    async def answer() -> bytes:
        reader, writer = await asyncio.open_connection(address.hostname, address.port)
        writer.write(f"GET {ME} HTTP/1.1\r\nHost: sandbox\r\n{head}\r\n".encode())
        line = await reader.readline()
        writer.close()
        return line

    answers = [asyncio.create_task(answer()) for _ in range(400)]
    await until(lambda: len(sandbox.requests) == 400)

    assert sandbox.open_connections == 400
    assert (await http.get(ME)).status_code == 200
    sandbox.close_connections()
    assert await asyncio.gather(*answers) == [b""] * 400


def test_requests_that_are_no_http_are_refused(sandbox: Sandbox) -> None:
    address = urlsplit(sandbox.base_url)
    with socket.create_connection((address.hostname, address.port)) as client:
        client.sendall(b"HELLO?\r\n\r\n")
        answer = client.recv(1000)

    assert answer.startswith(b"HTTP/1.1 400")
