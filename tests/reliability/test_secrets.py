"""Credentials are in no log line, error or traceback, whatever a server hands back.

Every scene looks for them in all that was printed, raised or warned of; here they are made to come
back in every way that a server has.
"""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Awaitable
from typing import Any

import pytest
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from ejento_async import APIError, AuthRefreshError, Password, Service, TokenPair
from ejento_async.telemetry import instrument
from tests.reliability.echoes import ERRORS, GARBAGE, GOOD, Echo, echoing, page
from tests.reliability.planting import (
    AUTH,
    CALLS,
    CREDENTIALS,
    KEY,
    LOGINS,
    MARK,
    PASSWORD,
    SERVICE,
    client,
)
from tests.reliability.scene import Scene
from tests.wire import Connection, Received, eventually, silence

SOME = [
    ERRORS[place]
    for place in (
        "in the members and names of an error",
        "in the words of a validation error",
        "in a page of HTML",
        "form-encoded",
        "as JSON in a string",
        "in headers and the content type",
    )
] + [GARBAGE["in a header that is none"], *GOOD.values()]


@pytest.mark.parametrize("kind", [ERRORS, GARBAGE, GOOD], ids=["errors", "garbage", "good"])
async def test_a_credential_that_a_server_hands_back_shows_nowhere(
    kind: dict[str, Echo], scene: Scene
) -> None:
    for place, echo in kind.items():
        ejento = client(scene, await scene.server(echoing(echo, close=kind is GARBAGE)))
        failed = 0
        for name in ("a write", "a stream", "a download"):
            outcome = await scene.attempt(CALLS[name](ejento))
            if kind is not GOOD:
                assert isinstance(outcome.error, APIError), (place, name, outcome)
            failed += outcome.error is not None
        scene.note(f"credentials {place}", "masked", f"masked in {failed} errors")
        assert failed >= 2
        await ejento.aclose()


STREAMS = {
    "as the failure of an answer": '{"step": "error", "output": {"error": {"details": "TOLD"}}}',
    "in an event that is no JSON": f"{'x' * 150} TOLD",
    "at the end of what is kept of an event": f"{'x' * 1990} TOLD",
    "in the names of a final answer": '{"step": "end", "output": [{"TOLD": "TOLD"}]}',
    "in the text of a stream that breaks": '{"step": "assistant_stream", "delta": "x TOLD"}',
    "in words that a message cuts": json.dumps(
        {"step": "error", "message": f"{'x ' * 95}TOLD", "output": {"TOLD": "TOLD"}}
    ),
}


async def test_a_credential_in_a_stream_of_events_shows_nowhere(scene: Scene) -> None:
    turn = iter(STREAMS.values())

    def stream(request: Received) -> bytes:
        said = request.header("authorization")
        data = next(turn).replace("TOLD", json.dumps(said)[1:-1])
        return page(200, f"event: {said}\ndata: {data}\n\n", "text/event-stream")

    async def read() -> None:
        async with ejento.v2.agent_responses.stream(42, user_query="?") as answer:
            async for _ in answer:
                pass

    ejento = client(scene, await scene.server(echoing(stream)))
    for place in STREAMS:
        outcome = await scene.attempt(read())
        scene.note(f"credentials {place}", "masked", f"masked in {outcome.name}")
        assert outcome.failure


@pytest.mark.parametrize("kind", CREDENTIALS)
async def test_a_renewal_that_fails_tells_no_credential(kind: str, scene: Scene) -> None:
    names = ("token", "access_token", "ejento_access_token", "jwt")
    bodies: list[Any] = [
        {"data": {name: "canary-new" for name in names if name != "ejento_access_token"}},
        {"success": True, "data": {"ejento_access_token": "canary-new-token"}},
        {"access_token": {"value": "canary-new"}, "ejento_access_token": ["canary new"]},
        {"token": "canary new", "expires_on": "canary-new"},
    ]
    echoes = [*SOME, *(lambda _, body=body: page(200, json.dumps(body)) for body in bodies)]
    turn = iter(echoes)
    server = await scene.server(echoing(lambda request: next(turn)(request)))
    for _ in echoes:
        ejento = client(scene, server, credentials=CREDENTIALS[kind]())
        outcome = await scene.attempt(CALLS["a call"](ejento))
        if not isinstance(outcome.error, AuthRefreshError):
            # The first body holds what this kind wants; the call itself fails then.
            assert kind == "an application", outcome
            assert isinstance(outcome.error, APIError)
        await ejento.aclose()
    scene.note(
        f"{len(echoes)} ways to fail the renewal of {kind}", "AuthRefreshError, masked", "so"
    )


async def test_an_argument_that_is_a_credential_shows_in_no_error(scene: Scene) -> None:
    echoes = [*SOME[:6], GARBAGE["in a header that is none"], GOOD["in an answer that is no JSON"]]
    turn = iter(echoes * len(LOGINS))
    server = await scene.server(echoing(lambda request: next(turn)(request)))
    ejento = client(scene, server)

    for kind, call in LOGINS.items():
        for _ in echoes:
            await scene.attempt(call(ejento))
        scene.note(f"{kind}, handed back in {len(echoes)} ways", "masked", "masked")
    assert len(server.requests) == len(echoes) * len(LOGINS)


async def test_the_tokens_before_a_renewal_show_in_no_error_either(scene: Scene) -> None:
    """What one call was sent with may have been replaced by another when its error is made."""
    renewed, asked = asyncio.Event(), asyncio.Event()

    async def behave(connection: Connection) -> None:
        while (request := await connection.request()) is not None:
            if "refresh" in request.target:
                pair = {"access_token": "canary-2-auth", "ejento_access_token": "canary-2-access"}
                await connection.send(page(200, json.dumps({"data": pair})))
                renewed.set()
            elif request.target == "/slow":
                asked.set()
                await renewed.wait()
                await connection.send(page(500, f"{request.header('authorization')}", "text/plain"))
            else:
                await connection.send(page(401, "no", "text/plain"))

    ejento = client(
        scene, await scene.server(behave), credentials=TokenPair(AUTH, "canary-1-access")
    )
    slow = asyncio.create_task(scene.attempt(ejento.request("GET", "/slow")))
    await asked.wait()
    await scene.attempt(ejento.request("GET", "/fast"))
    outcome = await slow

    scene.note("a token that was replaced meanwhile, echoed", "masked", outcome.failure.body)
    assert outcome.failure.status == 500


async def test_the_keys_of_services_and_of_document360_are_masked_as_well(scene: Scene) -> None:
    server = await scene.server(echoing(ERRORS["in the members and names of an error"]))
    services = {
        "response-service": Service(api_key=SERVICE),
        "indexing-service": Service(base_url=server.url, api_key=SERVICE, api_key_header="X-Key"),
    }
    ejento = client(scene, server, services=services)
    document360 = scene.document360(server, api_key=KEY)

    for call in CALLS.values():
        await scene.attempt(call(ejento))
    outcome = await scene.attempt(document360.teams.get("x"))
    scene.note("keys of services and of Document360, echoed", "masked", "masked")
    assert "***" in repr(outcome.failure.body)
    assert SERVICE in {value for request in server.requests for _, value in request.headers}


async def test_nothing_is_logged_of_what_was_sent_or_received(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With everything that logs at its most talkative, asyncio's debug mode included."""
    tokens = {"access_token": "canary-new-auth", "ejento_access_token": "canary-new-access"}
    more = "set-cookie: sid=canary-cookie; Path=/\r\nlocation: /?token=canary-location\r\n"
    server = await scene.server(
        echoing(lambda _: page(200, json.dumps({"success": True, "data": tokens}), more=more))
    )
    ejento = client(scene, server, credentials=Password("a@b.example", PASSWORD))
    loop = asyncio.get_running_loop()
    loop.set_debug(True)
    monkeypatch.setattr(loop, "slow_callback_duration", 0)
    for name in ("httpx", "httpcore", "aiohttp", "asyncio", "ejento_async"):
        monkeypatch.setattr(logging.getLogger(name), "disabled", False)

    printed: list[object] = []
    try:
        printed.append(await LOGINS["a password"](ejento))
        await scene.attempt(CALLS["a call"](ejento))
        printed.append(await ejento.v2.authentication.with_response.refresh())
        await LOGINS["a secret in any query"](ejento)
        printed += [*asyncio.all_tasks(), ejento, ejento.v2, ejento.v2.agents, ejento._transport]
    finally:
        loop.set_debug(False)

    shown = " ".join(map(repr, printed)) + " ".join(map(str, printed))
    scene.note("all logs at DEBUG, slow callbacks, responses, cookies", "no credential", "none")
    assert MARK not in shown


async def test_a_trace_of_calls_holds_no_credential(scene: Scene) -> None:
    calls = [*CALLS.values(), *LOGINS.values()]
    turn = iter([echo for echo in SOME[:3] for _ in calls])
    server = await scene.server(echoing(lambda request: next(turn)(request)))
    exporter, provider = InMemorySpanExporter(), TracerProvider(shutdown_on_exit=False)
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    ejento = instrument(client(scene, server), tracer_provider=provider)

    for _ in SOME[:3]:
        for call in calls:
            await scene.attempt(call(ejento))
    spans = [span.to_json() for span in exporter.get_finished_spans()]
    scene.note("traces of OpenTelemetry", "no credential", f"none in {len(spans)} spans")
    assert len(spans) == len(server.requests)
    assert not any(MARK in span for span in spans)


async def test_a_call_that_is_interrupted_leaves_no_credential_in_its_frames(
    scene: Scene,
) -> None:
    server = await scene.server(silence)
    ejento = client(scene, server)

    for call in (*CALLS.values(), *LOGINS.values()):
        seen = len(server.requests)
        task = asyncio.create_task(_awaited(call(ejento)))
        await eventually(lambda: len(server.requests) > seen)  # noqa: B023
        task.cancel()
        with pytest.raises(asyncio.CancelledError) as caught:
            await task
        scene.watch(caught.value)

        outcome = await scene.attempt(_in_time(call(ejento)))
        assert outcome.name == "TimeoutError", outcome
        outcome = await scene.attempt(call(ejento.with_options(deadline=0.01)))
        assert outcome.name == "APITimeoutError", outcome

    scene.note("cancelled, timed out and late calls", "no credential in any frame", "none")


async def _awaited(call: Awaitable[object]) -> object:
    return await call


async def _in_time(call: Awaitable[object]) -> object:
    async with asyncio.timeout(0.01):
        return await call


async def test_a_server_that_is_not_there_is_told_no_credential(
    scene: Scene, unused_tcp_port: int
) -> None:
    ejento = client(scene, f"http://127.0.0.1:{unused_tcp_port}")
    for call in (*CALLS.values(), *LOGINS.values()):
        outcome = await scene.attempt(call(ejento))
        assert outcome.failure
    scene.note("a refused connection", "no credential in any frame", "none")
