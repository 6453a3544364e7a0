"""Starting and stopping a sandbox, from code and from a shell."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import socket
import subprocess
import sys
import threading
import warnings
from pathlib import Path
from typing import Any

import httpx
import pytest

from ejento_async.sandbox import Sandbox

from .wire import ASK, UPLOAD, client_of, headers_of, send, until

ME = "/api/v2/users/me"


def sandbox_threads() -> list[threading.Thread]:
    """Return the threads that a sandbox could have left behind."""
    gone = threading.main_thread()
    return [thread for thread in threading.enumerate() if thread is not gone]


def test_a_sandbox_answers_as_soon_as_it_is_entered_and_no_more_when_it_is_left() -> None:
    with Sandbox() as sandbox:
        assert send("GET", sandbox.base_url + ME, headers=headers_of(sandbox)).status_code == 200
        address = sandbox.base_url

    with pytest.raises(httpx.ConnectError):
        send("GET", address + ME)


async def test_a_sandbox_can_be_entered_without_blocking_the_event_loop() -> None:
    async with Sandbox() as sandbox, client_of(sandbox) as http:
        response = await http.get(ME)

    assert response.json()["data"]["email"] == sandbox.email


async def test_nothing_is_left_behind_after_requests_uploads_and_open_connections() -> None:
    before = sandbox_threads()
    with warnings.catch_warnings():
        warnings.simplefilter("error", ResourceWarning)
        sandbox = Sandbox()
        async with sandbox:
            http = client_of(sandbox)
            big = b"x" * (3 * 1024 * 1024)
            await http.post(
                UPLOAD,
                data={"user_id": "1", "content_type": "file"},
                files={"source": ("big.bin", big)},
            )
            directory = sandbox.state.documents[1001].file
            assert directory is not None
            assert directory.exists()
        await http.aclose()
        gc.collect()

    assert before == sandbox_threads()
    assert not directory.parent.exists()


def test_starting_and_stopping_wait_for_no_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    def start_and_stop() -> None:
        with Sandbox():
            pass

    # In a loop where time stands still no timer ends.
    monkeypatch.setattr(asyncio.BaseEventLoop, "time", lambda loop: 0.0)
    thread = threading.Thread(target=start_and_stop, daemon=True)
    thread.start()
    thread.join(10)

    assert not thread.is_alive()


def test_each_start_begins_with_the_same_records_and_fresh_tokens() -> None:
    sandbox = Sandbox()
    with sandbox:
        first = sandbox.access_token
        sandbox.state.agents.clear()
    with sandbox:
        assert sorted(sandbox.state.agents) == [2, 42, 43]
        assert first != sandbox.access_token


def test_two_sandboxes_know_nothing_of_each_other() -> None:
    with Sandbox() as one, Sandbox() as other:
        response = send("GET", other.base_url + ME, headers=headers_of(one))

    assert response.status_code == 401


def test_stopping_twice_does_no_harm_and_starting_twice_is_an_error() -> None:
    sandbox = Sandbox().start()
    with pytest.raises(RuntimeError, match="running already"):
        sandbox.start()
    sandbox.stop()
    sandbox.stop()


def test_what_is_known_only_while_it_runs_says_so() -> None:
    with pytest.raises(RuntimeError, match="not running"):
        _ = Sandbox().base_url


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.10", "example.com", "::", ""])
def test_a_host_that_is_not_loopback_is_refused(host: str) -> None:
    with pytest.raises(ValueError, match="loopback"):
        Sandbox(host=host)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_every_way_to_name_loopback_is_taken(host: str) -> None:
    with Sandbox(host=host) as sandbox:
        assert send("GET", sandbox.base_url).status_code == 404


def test_a_port_that_is_taken_is_an_error_at_the_start() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        sandbox = Sandbox(port=taken.getsockname()[1])
        with pytest.raises(OSError, match="in use"):
            sandbox.start()
    sandbox.stop()


@pytest.mark.parametrize("gently", [False, True])
async def test_a_start_that_fails_says_why_and_leaves_nothing_running(
    monkeypatch: pytest.MonkeyPatch, gently: bool
) -> None:
    before = sandbox_threads()

    def unreadable() -> None:
        raise OSError("openapi.json is gone")

    monkeypatch.setattr("ejento_async.sandbox._sandbox.packaged_specs", unreadable)
    sandbox = Sandbox()
    with pytest.raises(OSError, match="is gone"):
        if gently:
            await sandbox.__aenter__()
        else:
            sandbox.start()

    assert before == sandbox_threads()


async def test_a_start_that_is_cancelled_leaves_nothing_running() -> None:
    before = sandbox_threads()

    async def enter() -> None:
        async with Sandbox():
            await asyncio.sleep(60)

    task = asyncio.create_task(enter())
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task

    assert before == sandbox_threads()


async def test_a_stop_does_not_wait_for_requests_that_would_never_end() -> None:
    async with Sandbox() as sandbox:
        http = client_of(sandbox)
        silent = asyncio.create_task(http.post(ASK, json={"user_query": "!silent"}))
        await until(lambda: sandbox.requests.of("v2_agent_responses_create"))
        asyncio.get_running_loop().call_later(10, silent.cancel)

    with pytest.raises(httpx.TransportError):
        await silent
    await http.aclose()


def test_the_environment_points_a_client_at_the_sandbox(sandbox: Sandbox) -> None:
    assert sandbox.env == {
        "EJENTO_BASE_URL": sandbox.base_url,
        "EJENTO_API_KEY": sandbox.api_key,
        "EJENTO_ACCESS_TOKEN": sandbox.access_token,
        "EJENTO_AUTH_TOKEN": sandbox.auth_token,
        "DOCUMENT360_BASE_URL": sandbox.base_url,
        "DOCUMENT360_API_TOKEN": sandbox.document360_api_token,
    }


def run(*arguments: str, **options: Any) -> subprocess.Popen[str]:
    """Start a sandbox from a shell's point of view."""
    root = Path(__file__).parents[2]
    return subprocess.Popen(
        [sys.executable, "-m", "ejento_async.sandbox", *arguments],
        cwd=root,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(root)},
        **options,
    )


def test_the_command_prints_lines_for_a_shell_and_runs_until_it_is_interrupted() -> None:
    with run("--token-lifetime", "60") as process:
        assert process.stdout is not None
        greeting = process.stdout.readline()
        exports = dict(
            process.stdout.readline().removeprefix("export ").strip().split("=", 1)
            for _ in range(4)
        )
        headers = {
            "Ocp-Apim-Subscription-Key": exports["EJENTO_API_KEY"],
            "Authorization": f"Bearer {exports['EJENTO_ACCESS_TOKEN']}",
        }
        response = send("GET", exports["EJENTO_BASE_URL"] + ME, headers=headers)
        process.send_signal(signal.SIGINT)
        _, complaints = process.communicate(timeout=10)

    assert greeting.startswith("# Ejento sandbox on http://127.0.0.1:")
    assert response.status_code == 200
    assert process.returncode == 0
    assert complaints == ""


def test_the_command_refuses_a_public_address() -> None:
    with run("--host", "0.0.0.0") as process:
        _, complaints = process.communicate(timeout=10)

    assert process.returncode == 2
    assert "loopback only" in complaints


def test_a_missing_extra_is_named_with_the_command_that_installs_it() -> None:
    program = (
        "import sys; sys.modules['uvicorn'] = None\n"
        "try:\n    import ejento_async.sandbox\n"
        "except ModuleNotFoundError as error:\n    print(error)\n"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(root)},
    )

    assert "pip install 'ejento-async[sandbox]'" in done.stdout
