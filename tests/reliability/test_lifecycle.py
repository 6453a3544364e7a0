"""The life of a client: its event loops, its end, and connections that end before it."""

from __future__ import annotations

import asyncio
import gc
import random
import sys
import warnings
from pathlib import Path

import pytest

from ejento_async import APITimeoutError, Limits
from ejento_async.sandbox import Fault
from tests.reliability.kinds import CITATION, KINDS
from tests.reliability.loops import LOOPS, elsewhere
from tests.reliability.scene import HASTY, Outcome, Scene
from tests.reliability.table import read, write
from tests.wire import Connection, eventually, silence

ROOT = Path(__file__).parents[2]

ANOTHER_LOOP = "RuntimeError: make one client for each loop"
"""What is said to those who use a client on two event loops."""


async def test_a_closed_client_refuses_every_kind_of_call(scene: Scene) -> None:
    sandbox = await scene.sandbox()
    client = scene.client(sandbox)
    await read(client)
    view = client.with_options(max_retries=0)
    await view.aclose()
    for kind, call in KINDS.items():
        names = {(await scene.attempt(call(each))).name for each in (client, view)}
        scene.note(f"after aclose(): {kind}", "ClientClosedError", ", ".join(names))
        assert {"ClientClosedError"} == names
    assert len(sandbox.requests) == 1


async def test_closing_ends_all_calls_that_are_under_way_or_wait(scene: Scene) -> None:
    server = await scene.server(silence)
    client = scene.client(server, limits=Limits(max_connections=5))
    calls = [asyncio.create_task(scene.attempt(read(client))) for _ in range(30)]
    await eventually(lambda: len(server.requests) == 5)
    async with asyncio.timeout(1):
        await client.aclose()
        outcomes = await asyncio.gather(*calls)

    names = {outcome.name for outcome in outcomes}
    scene.note("closed with 5 calls under way, 25 waiting", "ClientClosedError", ", ".join(names))
    assert {"ClientClosedError"} == names
    assert len(server.requests) == 5
    await scene.settled()


async def test_closing_ends_a_call_whose_answer_is_being_read(scene: Scene) -> None:
    sandbox = await scene.sandbox(Fault.stall_body(10))
    client = scene.client(sandbox)
    call = asyncio.create_task(scene.attempt(read(client)))
    await eventually(lambda: len(sandbox.requests) == 1)
    await asyncio.sleep(0.01)
    async with asyncio.timeout(1):
        await client.aclose()
        outcome = await call

    scene.note("closed while an answer is read", "ClientClosedError", outcome.name)
    assert outcome.name == "ClientClosedError"


async def test_closing_ends_a_call_that_waits_for_its_repetition(scene: Scene) -> None:
    sandbox = await scene.sandbox(Fault.status(503, headers={"Retry-After": "30"}))
    client = scene.client(sandbox)
    call = asyncio.create_task(scene.attempt(read(client)))
    await eventually(lambda: len(sandbox.requests) == 1)
    await asyncio.sleep(0.01)
    async with asyncio.timeout(1):
        await client.aclose()
        outcome = await call

    scene.note("closed between two attempts", "ClientClosedError", outcome.name)
    assert outcome.name == "ClientClosedError"


async def test_closing_ends_streams_and_downloads(scene: Scene) -> None:
    sandbox = await scene.sandbox(
        Fault.stall_body(300, operation="v2_agent_responses_stream"),
        Fault.stall_body(10, operation="v2_citations_download"),
    )
    client = scene.client(sandbox)
    calls = [
        asyncio.create_task(scene.attempt(client.v2.citations.download(CITATION).read())),
        asyncio.create_task(scene.attempt(KINDS["stream"](client))),
    ]
    await eventually(lambda: len(sandbox.requests) == 2)
    await asyncio.sleep(0.02)
    async with asyncio.timeout(1):
        await client.aclose()
        outcomes = await asyncio.gather(*calls)

    names = [outcome.name for outcome in outcomes]
    expected = ["APIConnectionError", "StreamInterruptedError"]
    scene.note("closed during a download and a stream", ", ".join(expected), ", ".join(names))
    assert expected == names
    assert all("closed" in str(outcome.failure) for outcome in outcomes)


async def test_closing_may_be_done_at_any_time_and_any_number_of_times(scene: Scene) -> None:
    server = await scene.quick_server()
    client = scene.client(server)
    await client.aclose()
    await client.aclose()
    other = scene.client(server)
    calls = [asyncio.create_task(scene.attempt(read(other))) for _ in range(50)]
    await asyncio.sleep(0)
    async with asyncio.timeout(1):
        await asyncio.gather(*(other.aclose() for _ in range(5)))
        outcomes = await asyncio.gather(*calls)

    names = {outcome.name for outcome in outcomes} - {"ok"}
    scene.note("closed before any call, twice, five times at once", "ok", "ok")
    assert names <= {"ClientClosedError"}
    await scene.settled()


async def test_closing_is_completed_even_if_it_is_cancelled(scene: Scene) -> None:
    server = await scene.server(silence)
    client = scene.client(server, limits=Limits(max_connections=5))
    calls = [asyncio.create_task(scene.attempt(read(client))) for _ in range(10)]
    await eventually(lambda: len(server.requests) == 5)
    closing = asyncio.create_task(client.aclose())
    await asyncio.sleep(0)
    closing.cancel()
    async with asyncio.timeout(1):
        await asyncio.wait([closing, *calls])
    names = {call.result().name for call in calls}

    scene.note("closing is cancelled", "ClientClosedError", ", ".join(names))
    assert {"ClientClosedError"} == names
    await scene.settled()


async def test_a_call_that_fails_cancels_the_others_of_its_group_and_only_them(
    scene: Scene,
) -> None:
    sandbox = await scene.sandbox(
        Fault.status(404, operation="v2_users_get_me"),
        Fault.silence(operation="v2_agents_get", times=5),
    )
    client = scene.client(sandbox)

    async def group() -> None:
        async with asyncio.TaskGroup() as calls:
            for _ in range(5):
                calls.create_task(read(client))
            await eventually(lambda: len(sandbox.requests) == 5)
            calls.create_task(client.v2.users.get_me())

    outcome = await scene.attempt(group())
    healthy = await scene.attempt(read(client))

    assert isinstance(outcome.error, ExceptionGroup)
    names = [type(error).__name__ for error in outcome.error.exceptions]
    scene.note(
        "one of six calls of a TaskGroup fails",
        "NotFoundError, then ok",
        f"{', '.join(names)}, then {healthy.name}",
    )
    assert ["NotFoundError"] == names
    assert healthy.name == "ok"


async def test_an_idle_connection_is_closed_in_time_and_not_used_again(scene: Scene) -> None:
    server = await scene.quick_server()
    client = scene.client(server, limits=Limits(keepalive=0.03))
    await asyncio.gather(*(read(client) for _ in range(5)))
    assert server.accepted == 5
    if scene.way == "own client":  # its pool looks at the clock when it is used
        await asyncio.sleep(0.04)
    else:
        await eventually(lambda: server.open == 0)
    outcome = await scene.attempt(read(client))

    scene.note(
        "connections idle for longer than keepalive",
        "closed, the next call on a new one",
        f"closed, the next call on {_new(server.accepted == 6)}",
    )
    assert outcome.name == "ok"
    assert server.accepted == 6
    assert server.open == 1


async def test_a_server_may_restart_between_calls(scene: Scene) -> None:
    server = await scene.server(good)
    client = scene.client(server)
    await asyncio.gather(*(read(client) for _ in range(10)))
    await server.stop()
    await scene.settled()
    calls = [call(client) for call in (read, write) for _ in range(10)]
    outcomes = await asyncio.gather(*(scene.attempt(call) for call in calls))

    names = {outcome.name for outcome in outcomes}
    scene.note("the server restarts between calls", "ok", ", ".join(names))
    assert {"ok"} == names
    # None of them was sent twice.
    assert len(server.requests) == 10 + 20


async def test_a_connection_that_has_died_in_silence_is_given_up(scene: Scene) -> None:
    async def dead_after_one(connection: Connection) -> None:
        await connection.request()
        await connection.answer({"id": 42})
        while await connection.request() is not None:
            if connection.number > 1:
                await connection.answer({"id": 42})

    server = await scene.server(dead_after_one)
    client = scene.client(server, timeout=HASTY)
    await read(client)
    outcome = await scene.attempt(read(client))

    scene.note(
        "an idle connection leads nowhere any more: a read",
        "ok, 2 attempts",
        f"{outcome.name}, {len(server.requests) - 1} attempts",
    )
    assert outcome.name == "ok"
    assert server.accepted == 2
    assert len(server.requests) == 3


async def test_a_write_on_a_connection_that_has_died_in_silence_is_not_repeated(
    scene: Scene,
) -> None:
    async def dead_after_one(connection: Connection) -> None:
        await connection.request()
        await connection.answer({"id": 42})
        if connection.number == 1:
            await silence(connection)
        await connection.request()

    server = await scene.server(dead_after_one)
    client = scene.client(server, timeout=HASTY)
    await read(client)
    outcome = await scene.attempt(write(client))
    healthy = await scene.attempt(read(client))

    scene.note(
        "an idle connection leads nowhere any more: a write",
        "APITimeoutError, maybe applied, then ok",
        f"{outcome.name}, maybe applied, then {healthy.name}",
    )
    assert type(outcome.failure) is APITimeoutError
    assert outcome.failure.maybe_applied
    assert healthy.name == "ok"
    assert server.accepted == 2


@pytest.mark.parametrize("kind", LOOPS)
async def test_a_client_works_on_event_loops_of_all_kinds(scene: Scene, kind: str) -> None:
    chance = random.Random(7)
    sandbox = await scene.sandbox()
    client = scene.client(sandbox)

    async def main() -> set[str]:
        outcomes = [await scene.attempt(call(client)) for call in KINDS.values()]
        calls = [asyncio.create_task(read(client)) for _ in range(20)]
        for call in chance.sample(calls, 10):
            await asyncio.sleep(chance.random() * 0.002)
            call.cancel()
        await asyncio.wait(calls)
        outcomes += await asyncio.gather(*(scene.attempt(read(client)) for _ in range(20)))
        sandbox.faults.add(Fault.silence())
        stuck = asyncio.create_task(scene.attempt(read(client)))
        await asyncio.sleep(0.01)
        await scene.close()
        assert (await stuck).name == "ClientClosedError"
        await eventually(lambda: len(asyncio.all_tasks()) == 1)
        return {outcome.name for outcome in outcomes}

    names = await elsewhere(main, LOOPS[kind])
    scene.note(f"every kind of call, cancelled ones, closing, on {kind}", "ok", ", ".join(names))
    assert {"ok"} == names


async def test_a_client_may_be_used_on_one_event_loop_after_the_other(scene: Scene) -> None:
    server = await scene.quick_server()
    client = scene.client(server)
    seen: list[str] = []

    async def main() -> None:
        outcomes = await asyncio.gather(*(scene.attempt(read(client)) for _ in range(5)))
        seen.append(", ".join({_words(outcome) for outcome in outcomes}))
        if scene.way == "own client":  # whose connections are not ours to close
            await scene.close_own()

    await elsewhere(main)
    # It was not closed, and yet its connections went with the loop.
    await scene.settled()
    await elsewhere(main)
    await scene.settled()

    expected = "ok" if scene.way != "own client" else ANOTHER_LOOP
    scene.note("two asyncio.run with one client", f"ok, then {expected}", ", then ".join(seen))
    assert seen == ["ok", expected]


async def test_uploads_that_failed_on_one_event_loop_succeed_on_the_next(scene: Scene) -> None:
    sandbox = await scene.sandbox(Fault.status(404, operation="v2_users_get_me", times=3))
    client = scene.client(sandbox)
    seen: list[str] = []

    async def main() -> None:
        # All need to know the current user, whom one of them asks for.
        uploads = [client.v2.documents.upload(7, b"x", name="a.txt") for _ in range(3)]
        outcomes = await asyncio.gather(*map(scene.attempt, uploads))
        seen.append(", ".join({_words(outcome) for outcome in outcomes}))
        if scene.way == "own client":
            await scene.close_own()

    await elsewhere(main)
    await elsewhere(main)

    expected = "ok" if scene.way != "own client" else ANOTHER_LOOP
    scene.note("uploads fail on one loop, are tried on the next", expected, seen[1])
    assert seen[0].startswith("NotFoundError")
    assert seen[1] == expected


async def test_a_client_in_use_refuses_another_event_loop(scene: Scene) -> None:
    server = await scene.quick_server()
    client = scene.client(server)
    await read(client)

    async def main() -> list[str]:
        calls = read(client), client.aclose(), read(client)
        return [_words(await scene.attempt(call)) for call in calls]

    seen = await elsewhere(main)
    healthy = await scene.attempt(read(client))

    scene.note(
        "calls, and closing, on the loop of another thread",
        f"{ANOTHER_LOOP}; then ok",
        f"{', '.join(set(seen))}; then {healthy.name}",
    )
    assert [ANOTHER_LOOP] * 3 == seen
    assert healthy.name == "ok"
    assert server.accepted == 1


async def test_a_client_that_is_dropped_says_where_it_was_made(scene: Scene) -> None:
    server = await scene.quick_server()
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        client = scene.client(server, limits=Limits(keepalive=0.01))
        view = client.with_options(max_retries=0)
        await asyncio.gather(*(read(client) for _ in range(5)))
        scene.forget(client)
        del client
        gc.collect()
        assert caught == []  # the view could still close it
        del view
        gc.collect()
        if scene.way != "own client":
            await scene.settled()

    said = [str(warning.message) for warning in caught]
    scene.note("a client is dropped", "1 ResourceWarning", f"{len(said)} ResourceWarning")
    assert [
        f"unclosed <EjentoClient {server.url}>: use it in `async with`, or await aclose()"
    ] == said
    assert caught[0].filename.endswith("scene.py")
    assert issubclass(caught[0].category, ResourceWarning)


async def test_a_client_that_made_no_call_may_be_dropped(scene: Scene) -> None:
    server = await scene.quick_server()
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        scene.forget(scene.client(server))
        gc.collect()

    scene.note("a client is dropped that made no call", "nothing", f"{len(caught) or 'nothing'}")
    assert caught == []


async def test_a_program_may_end_without_closing_its_client(scene: Scene) -> None:
    server = await scene.quick_server()
    said = await _said_by_program("ends", scene.way, server.url)
    ours = [line for line in said if "program.py" in line]

    scene.note("a program ends with an open client", "1 warning", f"{len(ours)} warning")
    assert ["ResourceWarning: unclosed <EjentoClient"] == [_warning(line) for line in ours]
    if scene.way != "own client":  # what its connections have to say is not ours
        assert said == ours
    await scene.settled()
    assert len(server.arrived) == 5


async def test_a_forked_process_never_uses_the_connections_of_its_parent(scene: Scene) -> None:
    server = await scene.quick_server()
    said = await _said_by_program("forks", scene.way, server.url)

    # The connections of a caller's own client are the parent's, whatever we do.
    own = scene.way == "own client"
    expected = ANOTHER_LOOP if own else "ok on 5 other connections"
    seen = ANOTHER_LOOP if own else f"ok on {server.accepted - 5} other connections"
    scene.note("a process forks; both sides make calls", expected, seen)
    assert said == []
    assert server.accepted == 5 if own else 10
    childs = [] if own else range(1000, 1025)
    assert sorted(server.arrived) == [*range(5), *childs, *range(2000, 2025)]


async def good(connection: Connection) -> None:
    """Answer every request of a connection with a record."""
    while await connection.request() is not None:
        await connection.answer({"id": 42})


def _new(so: bool) -> str:
    return "a new one" if so else "an old one"


def _words(outcome: Outcome) -> str:
    """Return how a call ended, with what the error advises."""
    if outcome.error is None:
        return "ok"
    return f"{outcome.name}: {str(outcome.error).rpartition(': ')[2]}"


async def _said_by_program(what: str, way: str, url: str) -> list[str]:
    """Run the program beside this module and return the lines that it had to say."""
    process = await asyncio.create_subprocess_exec(
        *(
            sys.executable,
            "-W",
            "always::ResourceWarning",
            "-m",
            "tests.reliability.program",
            what,
            way,
            url,
        ),
        cwd=ROOT,
        stderr=asyncio.subprocess.PIPE,
    )
    _, said = await process.communicate()
    assert process.returncode == 0, said.decode()
    # After each warning come a line of code and a piece of advice.
    lines = said.decode().splitlines()
    return [line for line in lines if line[0] != " " and "Enable tracemalloc" not in line]


def _warning(line: str) -> str:
    return line.partition(": ")[2].partition(" http")[0]
