"""Faults of those who take uploads: refusals, slowness, expired tokens."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from ejento_async import (
    APIConnectionError,
    APIStatusError,
    APITimeoutError,
    AuthenticationError,
    RateLimitError,
    TokenPair,
)
from ejento_async.sandbox import Fault
from tests.reliability.scene import HASTY, Scene
from tests.reliability.shelves import SIZE, BusyShelf, FullShelf, Source, upload
from tests.reliability.watching import memory, stuck
from tests.wire import eventually

CREATE = "v2_documents_create"


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """A file of 50 MB that takes no room on the disk."""
    path = tmp_path / "large.bin"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    return path


@pytest.fixture
def handbook(tmp_path: Path) -> Path:
    path = tmp_path / "handbook.pdf"
    path.write_bytes(bytes(SIZE))
    return path


# Servers that do not take a file.


@pytest.mark.parametrize("then", ["reads on", "closes", "resets", "waits"])
async def test_a_server_that_refuses_a_file_early_is_heard(
    then: str, scene: Scene, large: Path
) -> None:
    shelf = FullShelf(then.split(maxsplit=1)[0])
    server = await scene.server(shelf)
    client = scene.client(server, timeout=HASTY)
    outcome = await scene.attempt(upload(client, large))
    shelf.heard.set()

    # A client of the caller reads nothing before it has sent all: there the answer is lost.
    lost = scene.way == "own client" and then != "reads on"
    status = outcome.failure.status
    scene.note(
        f"413 while the file is sent, and the server {then}",
        "no answer, maybe applied" if lost else "413, 1 attempt",
        f"{status or 'no answer'}, "
        + ("maybe applied" if lost else f"{len(server.requests)} attempt"),
    )
    if lost:
        assert isinstance(outcome.error, APIConnectionError)
        assert outcome.failure.maybe_applied
    else:
        assert type(outcome.error) is APIStatusError
        assert status == 413
        assert "too large" in str(outcome.error)
    assert len(server.requests) == 1
    await scene.settled()


async def test_a_server_that_reads_nothing_ends_in_a_timeout(scene: Scene, large: Path) -> None:
    shelf = BusyShelf()
    server = await scene.server(shelf)
    client = scene.client(server, timeout=HASTY)
    outcome = await scene.attempt(upload(client, large))

    scene.note(
        "a server that reads nothing",
        "APITimeoutError, 1 attempt",
        f"{outcome.name}, {len(server.requests)} attempt",
    )
    assert type(outcome.error) is APITimeoutError
    assert outcome.failure.maybe_applied
    assert len(server.requests) == 1
    shelf.opened.set()
    await scene.settled()


async def test_a_slow_server_holds_the_reading_of_the_file_back(scene: Scene, large: Path) -> None:
    shelf = BusyShelf()
    told: list[tuple[int, int | None]] = []
    client = scene.client(await scene.server(shelf))
    uploading = asyncio.create_task(
        upload(client, large, on_progress=lambda *progress: told.append(progress))
    )
    await shelf.begun.wait()
    await eventually(lambda: told != [])
    await stuck(lambda: len(told))
    held = told[-1][0]
    before = memory()
    shelf.opened.set()
    outcome = await scene.attempt(uploading)
    grown = memory() - before

    scene.note(
        "a server that is slower than the file",
        "ok, less than 20 MB ahead",
        f"{outcome.name}, {'less' if held < 20_000_000 else 'more'} than 20 MB ahead",
    )
    assert outcome.value == 11
    assert held < 20_000_000
    assert grown < 20_000_000
    assert told == sorted(told)
    assert told[-1] == (50_000_000, 50_000_000)
    await scene.settled(1)


# Uploads that are sent again.


@pytest.mark.parametrize("kind", ["path", "bytes", "file object"])
async def test_an_upload_with_an_old_token_is_sent_again_with_a_new_one(
    kind: str, scene: Scene, handbook: Path
) -> None:
    sandbox = await scene.sandbox(record_bytes=2 * SIZE)
    tokens = TokenPair(sandbox.auth_token, sandbox.access_token)
    client = scene.client(sandbox, credentials=tokens)
    sandbox.expire_access_token()
    told: list[int] = []
    with handbook.open("rb") as opened:
        source: Any = {"path": handbook, "bytes": bytes(SIZE), "file object": opened}[kind]
        outcome = await scene.attempt(
            upload(client, source, on_progress=lambda sent, total: told.append(sent))
        )

    seen = sandbox.requests.of(CREATE)
    scene.note(
        f"a token that has expired, {kind}",
        "ok, 2 attempts",
        f"{outcome.name}, {len(seen)} attempts",
    )
    assert outcome.value
    assert [request.status for request in seen] == [401, 201]
    assert bytes(SIZE) in seen[1].body
    assert told == sorted(set(told))
    assert told[-1] == SIZE
    await scene.settled(1)


async def test_an_upload_that_cannot_be_sent_again_is_refused_but_the_token_is_renewed(
    scene: Scene,
) -> None:
    sandbox = await scene.sandbox()
    tokens = TokenPair(sandbox.auth_token, sandbox.access_token)
    client = scene.client(sandbox, credentials=tokens)
    sandbox.expire_access_token()
    first = await scene.attempt(upload(client, Source().pieces()))
    second = await scene.attempt(upload(client, Source().pieces()))

    scene.note(
        "a token that has expired, an iterator",
        "AuthenticationError, then ok",
        f"{first.name}, then {second.name}",
    )
    assert type(first.error) is AuthenticationError
    assert first.failure.attempts == 1
    assert "cannot be sent again" in str(first.error)
    assert second.value
    assert sandbox.refresh_count == 1
    await scene.settled(1)


async def test_an_upload_is_sent_again_after_429_if_it_can_be(scene: Scene, handbook: Path) -> None:
    sandbox = await scene.sandbox()
    client = scene.client(sandbox)
    for kind, source, expected, attempts in (
        ("path", handbook, "ok", 2),
        ("iterator", Source().pieces(), "RateLimitError", 1),
    ):
        sandbox.faults.clear()
        sandbox.faults.add(Fault.status(429, operation=CREATE, times=1))
        before = len(sandbox.requests.of(CREATE))
        outcome = await scene.attempt(upload(client, source))

        seen = len(sandbox.requests.of(CREATE)) - before
        scene.note(
            f"429 once, {kind}",
            f"{expected}, {attempts} attempts",
            f"{outcome.name}, {seen} attempts",
        )
        assert outcome.name == expected
        assert seen == attempts
        assert outcome.error is None or type(outcome.error) is RateLimitError
    await scene.settled(1)


@pytest.mark.parametrize("fault", [Fault.drop(reset=True), Fault.status(503)], ids=["reset", "503"])
async def test_an_upload_that_may_have_arrived_is_not_sent_again(
    fault: Fault, scene: Scene
) -> None:
    sandbox = await scene.sandbox(fault)
    client = scene.client(sandbox)
    outcome = await scene.attempt(upload(client, b"abc"))

    name = "APIConnectionError" if fault.kind == "drop" else "ServerError"
    scene.note(
        f"{fault.status_code or 'a reset'} after an upload",
        f"{name}, 1 attempt, maybe applied",
        f"{outcome.name}, {len(sandbox.requests)} attempt, maybe applied",
    )
    assert outcome.name == name
    assert outcome.failure.maybe_applied
    assert len(sandbox.requests) == 1
