"""Answers as streams of events, in the vendor's order and with all that can go wrong."""

from __future__ import annotations

import time

import httpx
import pytest

from ejento_async.sandbox import Sandbox

from .wire import STREAM, Sent, client_of, events_in, streamed, until

WORKFLOW = "/response-service/api/v2/workflows/5/responses/stream"


def text_of(events: list[Sent], step: str = "assistant_stream") -> str:
    """Join the pieces of text of a step."""
    return "".join(event.data["delta"] for event in events if event.data["step"] == step)


async def test_a_stream_begins_and_ends_as_the_page_shows(http: httpx.AsyncClient) -> None:
    events = await streamed(http, "What is our leave policy?")

    assert [(event.name, event.data) for event in events[:3]] == [
        ("start", {"step": "start", "message": "Analyzing..."}),
        ("status", {"step": "query_rewrite_start", "message": "Processing query..."}),
        ("status", {"step": "assistant_start", "message": "Preparing response..."}),
    ]
    assert {event.name for event in events[3:-1]} == {"token"}
    assert set(events[3].data) == {"step", "delta"}
    end = events[-1]
    assert (end.name, end.data["step"], end.data["message"]) == ("end", "end", "Finished.")
    assert end.data["success"] is True
    assert {
        "answer",
        "thread_id",
        "agent_response_id",
        "references",
        "chat_thread_name",
        "blocked",
        "cache_hit",
    } <= set(end.data["output"])
    assert text_of(events) == end.data["output"]["answer"]


async def test_a_stream_is_an_event_stream_that_is_not_cached(http: httpx.AsyncClient) -> None:
    response = await http.post(STREAM, json={"user_query": "Hi"})

    assert response.headers["content-type"] == "text/event-stream; charset=utf-8"
    assert response.headers["cache-control"] == "no-cache"
    assert "content-length" not in response.headers


async def test_a_streamed_answer_is_stored_like_any_other(http: httpx.AsyncClient) -> None:
    output = (await streamed(http, "What is our leave policy?"))[-1].data["output"]
    stored = await http.get(f"/api/v2/chat-threads/{output['thread_id']}/agent-responses")

    assert stored.json()["data"]["agent_responses"][0]["response"] == output


async def test_events_come_one_by_one() -> None:
    with Sandbox(stream_delay=0.02) as sandbox:
        async with (
            client_of(sandbox) as http,
            http.stream("POST", STREAM, json={"user_query": "zebra"}) as response,
        ):
            times = [time.perf_counter() async for _ in response.aiter_bytes()]

    assert len(times) > 10
    assert times[-1] - times[0] > 0.1


async def test_a_deep_agent_tells_what_it_does_and_writes_a_file(http: httpx.AsyncClient) -> None:
    events = await streamed(http, "What is our leave policy?", agent=43)
    steps = [event.data["step"] for event in events]
    todos = [event.data["meta"]["todos"] for event in events if event.data["step"] == "tasks"]
    file = next(event.data["meta"]["file"] for event in events if event.data["step"] == "file")
    output = events[-1].data["output"]
    artifact = output["artifacts"][0]
    written = await http.get(
        f"/api/v2/citation/{artifact['name']}",
        params={"storage_container": artifact["container"], "convert_to_pdf": "true"},
    )

    assert list(dict.fromkeys(steps)) == [
        "start",
        "query_rewrite_start",
        "status",
        "tasks",
        "reasoning",
        "tools_stream",
        "file",
        "model_stream",
        "reflection_skip",
        "end",
    ]
    assert [[task["status"] for task in tasks] for tasks in todos] == [
        ["in_progress", "pending", "pending"],
        ["completed", "in_progress", "pending"],
        ["completed", "completed", "in_progress"],
        ["completed", "completed", "completed"],
    ]
    assert set(file) == {"name", "content", "createdAt", "modifiedAt"}
    assert text_of(events, "model_stream") == output["answer"]
    assert "file:0" in output["answer"]
    assert written.headers["content-type"].startswith("text/markdown")
    assert "Every full-time employee has 25 days" in written.text


async def test_a_failure_is_told_in_the_last_event(http: httpx.AsyncClient) -> None:
    end = (await streamed(http, "!fail"))[-1]

    assert end.data["success"] is False
    assert end.data["output"]["message"] == "The agent could not generate a response"
    assert end.data["output"]["thread_id"]


async def test_an_error_is_told_in_an_event_after_which_nothing_comes(
    http: httpx.AsyncClient,
) -> None:
    events = await streamed(http, "!error")

    assert [event.name for event in events] == ["start", "status", "error"]
    assert events[-1].data["step"] == "error"
    assert "not available" in events[-1].data["output"]["error"]["details"]


async def test_a_guardrail_is_told_in_the_output(http: httpx.AsyncClient) -> None:
    output = (await streamed(http, "!blocked"))[-1].data["output"]

    assert (output["blocked"], output["guardrail_triggered"]) == (True, True)


async def test_a_stream_can_have_an_event_that_nobody_knows(http: httpx.AsyncClient) -> None:
    events = await streamed(http, "!unknown")
    stray = next(event for event in events if event.name == "telemetry")

    assert stray.data["step"] == "quantum_alignment"
    assert stray.data["trace"] == ["a", 1]
    assert events[-1].data["success"] is True


async def test_a_stream_can_be_cut_in_the_middle(http: httpx.AsyncClient) -> None:
    received = b""
    with pytest.raises(httpx.RemoteProtocolError):
        async with http.stream("POST", STREAM, json={"user_query": "!cut leave"}) as response:
            async for chunk in response.aiter_bytes():
                received += chunk
    events = events_in(received.decode())

    assert [event.name for event in events][-3:] == ["token"] * 3


async def test_a_stream_can_fall_silent_after_some_comments(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    received = b""
    with pytest.raises(httpx.ReadTimeout):
        async with http.stream(
            "POST", STREAM, json={"user_query": "!silent leave"}, timeout=0.05
        ) as response:
            async for chunk in response.aiter_bytes():
                received += chunk

    assert received.endswith(b": heartbeat\n\n" * 3)
    await until(lambda: sandbox.open_connections == 0)


async def test_a_workflow_lets_its_agents_draft_and_then_sums_up(http: httpx.AsyncClient) -> None:
    response = await http.post(WORKFLOW, json={"user_query": "What is our leave policy?"})
    events = events_in(response.text)
    steps = [event.data["step"] for event in events]
    output = events[-1].data["output"]

    assert list(dict.fromkeys(steps)) == [
        "start",
        "planner_start",
        "router_start",
        "agent_start",
        "agent_stream",
        "consolidator_start",
        "consolidator_stream",
        "end",
    ]
    assert steps.count("agent_start") == 2
    assert text_of(events, "consolidator_stream") == output["answer"]
    assert set(output) == {
        "answer",
        "thread_id",
        "workflow_response_id",
        "thread_name",
        "agents_used",
        "sources",
        "references",
        "subqueries",
    }
    assert output["thread_id"].startswith("thread_")
    assert output["agents_used"] == ["HR Assistant", "Researcher"]


async def test_a_workflow_stays_in_the_thread_that_it_is_given(http: httpx.AsyncClient) -> None:
    body = {"user_query": "Meals?", "chat_thread_id": 456}
    response = await http.post(WORKFLOW, json=body)

    assert events_in(response.text)[-1].data["output"]["thread_id"] == "thread_456"


async def test_a_workflow_that_is_not_there_is_not_found(http: httpx.AsyncClient) -> None:
    response = await http.post(WORKFLOW.replace("5", "6"), json={"user_query": "Hi"})

    assert response.status_code == 404


async def test_a_strict_sandbox_confesses_events_that_break_the_spec(
    sandbox: Sandbox, http: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ejento_async.sandbox._answers.NOTHING_FOUND", 7)
    events = await streamed(http, "zebra")

    assert events[-1].name == "error"
    assert "against the spec: output.answer" in events[-1].data["message"]


async def test_a_client_that_leaves_ends_the_stream() -> None:
    with Sandbox(stream_delay=30) as sandbox:
        async with (
            client_of(sandbox) as http,
            http.stream("POST", STREAM, json={"user_query": "leave"}) as response,
        ):
            await anext(response.aiter_bytes())
        await until(lambda: sandbox.open_connections == 0)
