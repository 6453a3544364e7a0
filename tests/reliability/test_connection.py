"""Faults of the connection: before the request, while it is sent, and while the answer arrives."""

from __future__ import annotations

import asyncio
import time

import pytest

from ejento_async import APIConnectionError, APITimeoutError, EjentoClient, Timeout
from ejento_async.sandbox import Fault
from tests.reliability.scene import Scene
from tests.reliability.table import Call, Row, read, told, write
from tests.wire import GOOD_JSON, HEAD, Connection, Saying, answering

BRIEF = Timeout(connect=1, read=0.04, write=0.04)
"""For servers that go quiet after they have accepted."""


async def big_write(ejento: EjentoClient) -> object:
    """A call whose body does not fit into the buffers of a connection."""
    return await ejento.v2.agent_responses.create(42, user_query="x" * 8_000_000)


async def reset_at_once(connection: Connection) -> None:
    connection.reset()


async def reset_during_the_request(connection: Connection) -> None:
    await connection.head()
    connection.reset()


ROWS = [
    # Resets and closed connections.
    Row(
        fault="reset before the request, to a read",
        given=reset_at_once,
        raises=APIConnectionError,
        attempts=0,
        tries=3,
        idle=0,
    ),
    Row(
        fault="reset while the request is sent, to a write",
        given=reset_during_the_request,
        call=big_write,
        raises=APIConnectionError,
        applied=True,
        idle=0,
    ),
    Row(
        fault="reset in place of each answer, to a read",
        given=(Fault.drop(reset=True),),
        raises=APIConnectionError,
        attempts=3,
        idle=0,
    ),
    Row(
        fault="reset in place of the answer, to a write",
        given=(Fault.drop(reset=True),),
        call=write,
        raises=APIConnectionError,
        applied=True,
        idle=0,
    ),
    Row(
        fault="reset in place of the first answer, to a read",
        given=(Fault.drop(reset=True, times=1),),
        attempts=2,
    ),
    Row(
        fault="closed in place of each answer, to a read",
        given=(Fault.drop(),),
        raises=APIConnectionError,
        attempts=3,
        idle=0,
    ),
    Row(
        fault="closed in place of the answer, to a write",
        given=(Fault.drop(),),
        call=write,
        raises=APIConnectionError,
        applied=True,
        idle=0,
    ),
    Row(
        fault="closed in the headers of the first answer",
        given=(Fault.raw(HEAD + b"content-le", times=1),),
        attempts=2,
    ),
    Row(
        fault="reset in the headers of the first answer",
        given=(Fault.raw(HEAD + b"content-le", reset=True, times=1),),
        attempts=2,
    ),
    Row(
        fault="reset in the headers of the answer to a write",
        given=(Fault.raw(HEAD + b"content-le", reset=True),),
        call=write,
        raises=APIConnectionError,
        applied=True,
        idle=0,
    ),
    Row(
        fault="reset in the body of the first answer",
        given=(Fault.cut_body(20, reset=True, times=1),),
        attempts=2,
    ),
    Row(
        fault="reset in the body of each answer, to a read",
        given=(Fault.cut_body(20, reset=True),),
        raises=APIConnectionError,
        attempts=3,
        idle=0,
    ),
    Row(
        fault="reset in the body of the answer to a write",
        given=(Fault.cut_body(20, reset=True),),
        call=write,
        raises=APIConnectionError,
        applied=True,
        idle=0,
    ),
    Row(
        fault="half a body of the length that it says",
        given=(Fault.cut_body(20),),
        raises=APIConnectionError,
        attempts=3,
        idle=0,
    ),
    Row(
        fault="half a body in answer to a write",
        given=(Fault.cut_body(20),),
        call=write,
        raises=APIConnectionError,
        applied=True,
        idle=0,
    ),
    Row(
        fault="chunks without the last one",
        given=(Fault.no_last_chunk(),),
        raises=APIConnectionError,
        attempts=3,
        idle=0,
    ),
    Row(
        fault="half a chunk",
        given=answering(
            HEAD + b'transfer-encoding: chunked\r\n\r\nff\r\n{"success": tr', close=True
        ),
        raises=APIConnectionError,
        attempts=3,
        idle=0,
    ),
    # Silence and slowness.
    Row(
        fault="never an answer, to a read",
        given=(Fault.silence(),),
        settings={"timeout": BRIEF},
        raises=APITimeoutError,
        attempts=3,
        idle=0,
    ),
    Row(
        fault="never an answer, to a write",
        given=(Fault.silence(),),
        call=write,
        settings={"timeout": BRIEF},
        raises=APITimeoutError,
        applied=True,
        idle=0,
    ),
    Row(
        fault="never an answer within the deadline",
        given=(Fault.silence(),),
        settings={"deadline": 0.15},
        raises=APITimeoutError,
        says="within the deadline of 0.15 s",
        idle=0,
    ),
    Row(
        fault="no answer at first",
        given=(Fault.silence(times=1),),
        settings={"timeout": Timeout(read=0.15)},
        attempts=2,
    ),
    Row(
        fault="headers that drip until the deadline",
        given=(Fault.slow_head(0.01),),
        settings={"deadline": 0.15},
        raises=APITimeoutError,
        says="within the deadline",
        idle=0,
    ),
    Row(
        fault="a body that drips until the deadline",
        given=(Fault.slow_body(0.01),),
        settings={"deadline": 0.15},
        raises=APITimeoutError,
        says="within the deadline",
        idle=0,
    ),
    Row(
        fault="a body that drips, in answer to a write",
        given=(Fault.slow_body(0.01),),
        call=write,
        settings={"deadline": 0.15},
        raises=APITimeoutError,
        says="within the deadline",
        applied=True,
        idle=0,
    ),
    Row(
        fault="a body that falls silent",
        given=(Fault.stall_body(20),),
        settings={"timeout": BRIEF},
        raises=APITimeoutError,
        attempts=3,
        idle=0,
    ),
    Row(fault="headers that drip to their end", given=(Fault.slow_head(0.0005, chunk=10),)),
    Row(fault="a body that drips to its end", given=(Fault.slow_body(0.0005, chunk=100),)),
    # What is not HTTP, or odd HTTP.
    Row(fault="garbage", given=(Fault.garbage(),), raises=APIConnectionError, attempts=3, idle=0),
    Row(
        fault="garbage in answer to a write",
        given=(Fault.garbage(),),
        call=write,
        raises=APIConnectionError,
        applied=True,
        idle=0,
    ),
    Row(
        fault="two lengths that contradict each other",
        given=(Fault.two_lengths(),),
        raises=APIConnectionError,
        attempts=3,
        idle=0,
    ),
    Row(fault="a header of 64 KB", given=(Fault.with_headers({"x-pad": "y" * 65_536}),)),
    Row(fault="100 Continue before the answer", given=(Fault.interim(100),)),
    Row(fault="103 Early Hints before the answer", given=(Fault.interim(103),)),
    Row(
        fault="several hints before the answer to a write",
        given=(Fault.interim(100), Fault.interim(103), Fault.interim(102)),
        call=write,
    ),
    Row(
        fault="a body that ends with the connection",
        given=answering(HEAD + b"\r\n" + GOOD_JSON, close=True),
        idle=0,
    ),
]


NOT_HTTP = {
    "a status line without a status": b"HTTP/1.1 \r\n\r\n",
    "a status line with words for a status": b"HTTP/1.1 good OK\r\n\r\n",
    "a status line of another protocol": b"SSH-2.0-OpenSSH_9.6\r\n\r\n",
    "a header without a colon": HEAD + b"no colon\r\n\r\n",
    "a length below zero": HEAD + b"content-length: -1\r\n\r\n",
    "a length that is no number": HEAD + b"content-length: many\r\n\r\n",
    "a chunk whose size is no number": HEAD + b"transfer-encoding: chunked\r\n\r\nmany\r\n{}\r\n",
    "a header of 300 KB": HEAD + b"x-pad: " + b"y" * 300_000 + b"\r\n\r\n",
    "headers without end": HEAD + b"x-pad: y\r\n" * 40_000,
}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.fault)
async def test_a_fault_of_the_connection_ends_as_the_table_says(row: Row, scene: Scene) -> None:
    await row.prove(scene)


@pytest.mark.parametrize("call", [read, write])
async def test_an_answer_that_is_not_http_is_none(call: Call, scene: Scene) -> None:
    server = await scene.server(saying := Saying())
    for fault, answer in NOT_HTTP.items():
        saying.answer = answer
        server.requests.clear()
        outcome = await scene.attempt(call(scene.client(server)))

        expected = "3 attempts" if call is read else "1 attempt, maybe applied"
        scene.note(
            f"{fault}, to a {call.__name__}",
            f"APIConnectionError, {expected}",
            told(outcome, len(server.requests)),
        )
        assert type(outcome.failure) is APIConnectionError, fault
        assert outcome.failure.attempts == len(server.requests) == (3 if call is read else 1)
        assert outcome.failure.maybe_applied == (call is write), fault
        await scene.settled()


async def test_a_server_that_takes_no_request_in_is_a_timeout(scene: Scene) -> None:
    given_up = asyncio.Event()

    async def deaf(connection: Connection) -> None:
        await connection.head()
        connection.reader._transport.pause_reading()  # type: ignore[attr-defined]
        await given_up.wait()

    client = scene.client(await scene.server(deaf))
    outcome = await scene.attempt(big_write(client.with_options(timeout=BRIEF)))
    given_up.set()

    scene.note(
        "nobody takes the request in", "APITimeoutError, 1 attempt, maybe applied", told(outcome)
    )
    assert type(outcome.failure) is APITimeoutError
    assert outcome.failure.maybe_applied
    assert outcome.failure.attempts == 1
    await scene.settled()


# Connections that are kept for the next call.


@pytest.mark.parametrize("call", [read, write])
@pytest.mark.parametrize("reset", [False, True], ids=["closed", "reset"])
async def test_a_connection_that_the_server_has_left_is_not_used_again(
    call: Call, reset: bool, scene: Scene
) -> None:
    sandbox = await scene.sandbox()
    client = scene.client(sandbox)
    await call(client)
    sandbox.close_connections(reset=reset)
    # The event loop is not told: it comes to see what happened only after the call has begun.
    while sandbox.open_connections:
        time.sleep(0.001)
    outcome = await scene.attempt(call(client))

    how = "reset" if reset else "closed"
    scene.note(
        f"{how} by the server just before it is used again, by a {call.__name__}",
        "ok, 1 attempt",
        told(outcome, len(sandbox.requests) - 1),
    )
    assert outcome.error is None
    assert [request.connection for request in sandbox.requests] == [1, 2]


async def test_a_server_that_hangs_up_after_each_answer_is_no_fault(scene: Scene) -> None:
    sandbox = await scene.sandbox(Fault.hang_up())
    client = scene.client(sandbox)
    outcomes = []
    for call in (read, write, read, write):
        outcomes.append(await scene.attempt(call(client)))
        await scene.settled()

    scene.note("the server hangs up after each answer", "ok, 1 attempt", told(outcomes[-1]))
    assert [outcome.error for outcome in outcomes] == [None] * 4
    assert [request.connection for request in sandbox.requests] == [1, 2, 3, 4]


@pytest.mark.parametrize("call", [read, write])
async def test_a_connection_that_is_closed_while_the_next_request_is_on_its_way(
    call: Call, scene: Scene
) -> None:
    sandbox = await scene.sandbox(Fault.drop(reused=True))
    client = scene.client(sandbox)
    await call(client)
    outcome = await scene.attempt(call(client))
    requests = sandbox.requests

    scene.note(
        f"closed when it is used again, with the request on its way, by a {call.__name__}",
        "ok, 2 attempts" if call is read else "APIConnectionError, 1 attempt, maybe applied",
        told(outcome, len(requests) - 1),
    )
    if call is read:
        assert outcome.error is None
        assert [request.connection for request in requests] == [1, 1, 2]
    else:
        assert type(outcome.failure) is APIConnectionError
        assert outcome.failure.maybe_applied
        assert [request.connection for request in requests] == [1, 1]


async def test_both_framings_at_once_never_give_a_wrong_body(scene: Scene) -> None:
    chunks = b"%x\r\n%s\r\n0\r\n\r\n" % (len(GOOD_JSON), GOOD_JSON)
    head = HEAD + b"content-length: 4\r\ntransfer-encoding: chunked\r\n\r\n"
    server = await scene.server(answering(head + chunks))
    outcome = await scene.attempt(read(scene.client(server)))

    scene.note(
        "a length and chunks at once", "what the chunks say, or APIConnectionError", told(outcome)
    )
    if outcome.error is None:
        assert outcome.value.id == 42
    else:
        assert type(outcome.failure) is APIConnectionError
