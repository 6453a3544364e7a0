"""The chat service, by HTTP: what its page is given, and what of it reaches Ejento."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
from starlette.types import Message

from ejento_async.sandbox import Fault, Sandbox
from examples.chat_service import app as service

from .browsing import asked, events, last, until
from .serving import serving

LEAVE = "What is our leave policy?"
STREAM = "v2_agent_responses_stream"


@pytest.fixture
async def http(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> AsyncGenerator[httpx.AsyncClient]:
    """Yield a client of the service, which has one connection to the sandbox."""
    monkeypatch.setenv("CHAT_ANSWERS_AT_ONCE", "1")
    async with serving(service.app) as url, httpx.AsyncClient(base_url=url, verify=False) as http:
        yield http


async def test_an_answer_is_relayed_piece_by_piece_and_ends_with_its_sources(
    http: httpx.AsyncClient,
) -> None:
    seen = await asked(http, LEAVE)
    pieces = [event.data["text"] for event in seen if event.kind == "text"]
    final = last(seen, "answer")

    assert "thread" == seen[0].kind
    assert "status" == seen[1].kind
    assert len(pieces) > 3
    assert "".join(pieces) == final["text"]
    assert ["leave-policy.md"] == [each["name"] for each in final["references"]]
    assert final["follow_ups"]


async def test_the_next_question_goes_on_in_the_same_thread_also_after_a_stopped_answer(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    thread = ""
    async with aclosing(events(http, "!silent")) as stopped:
        async for event in stopped:
            if event.kind == "text":
                break
            thread = event.data.get("thread", thread)
    await asked(http, "And sick leave?", thread)
    first, second = sandbox.requests.of(STREAM)

    assert first.json["chat_thread_id"] == second.json["chat_thread_id"]


@pytest.mark.parametrize("question", [LEAVE, "!silent"])
async def test_leaving_ends_the_answer_upstream_and_frees_its_connection(
    sandbox: Sandbox, http: httpx.AsyncClient, question: str
) -> None:
    sandbox.faults.add(Fault.stall_body(900, operation=STREAM, times=1))
    async with aclosing(events(http, question)) as seen:
        async for event in seen:
            if event.kind == "text":
                break
        assert sandbox.open_connections == 1
    await until(lambda: sandbox.open_connections == 0)
    # There is but one connection: it can only be had if nobody holds it any more.
    answer = last(await asked(http, LEAVE), "answer")

    assert answer["references"]


async def test_many_browsers_get_each_an_answer_and_a_thread_of_their_own(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    answers = await asyncio.gather(*(asked(http, f"{LEAVE} {number}") for number in range(8)))
    threads = {request.json["chat_thread_id"] for request in sandbox.requests.of(STREAM)}

    assert all(last(answer, "answer")["text"] for answer in answers)
    assert 8 == len(threads)
    assert sandbox.open_connections <= 1


@pytest.mark.parametrize(
    ("fault", "words", "retry_after"),
    [
        (Fault.status(429, headers={"Retry-After": "7"}), "Many questions", 7),
        (Fault.status(401), "may not ask", None),
        (Fault.status(404), "not there any more", None),
        (Fault.status(503, html=True), "cannot be reached", 5),
        (Fault.drop(), "cannot be reached", 5),
        (Fault.invalid_json(), "should not", None),
    ],
    ids=["429", "401", "404", "outage", "dropped", "no stream"],
)
async def test_what_goes_wrong_is_told_at_once_in_words_and_asked_but_once(
    sandbox: Sandbox, http: httpx.AsyncClient, fault: Fault, words: str, retry_after: float | None
) -> None:
    sandbox.faults.add(replace(fault, operation=STREAM))
    trouble = last(await asked(http, LEAVE), "trouble")
    tried = 2 if "may not ask" in words else 1  # A refused token is renewed, once.

    assert words in trouble["message"]
    assert retry_after == trouble["retry_after"]
    assert tried == len(sandbox.requests.of(STREAM))


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("!fail", "could not generate a response"),
        ("!error", "language model is not available"),
        ("!cut", "broke off"),
    ],
)
async def test_an_answer_that_fails_says_so_and_may_be_asked_again(
    http: httpx.AsyncClient, question: str, words: str
) -> None:
    trouble = last(await asked(http, question), "trouble")

    assert words in trouble["message"]
    assert 0 == trouble["retry_after"]


async def test_a_blocked_answer_is_marked_as_such(http: httpx.AsyncClient) -> None:
    answer = last(await asked(http, "!blocked"), "answer")

    assert answer["blocked"]
    assert "guardrail" in answer["text"]


async def test_a_vote_reaches_the_answer_that_it_is_about(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    answer = last(await asked(http, LEAVE), "answer")
    voted = await http.post("/votes", json={"answer": answer["answer"], "vote": "upvote"})
    number = max(sandbox.state.responses)

    assert 204 == voted.status_code
    assert [True] == [vote.is_upvote for vote in sandbox.state.responses[number].feedback]


async def test_ids_that_the_server_did_not_give_out_reach_nobody(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    seen = await asked(http, LEAVE)
    thread, answer = seen[0].data["thread"], last(seen, "answer")["answer"]
    before = len(sandbox.requests)
    forged = [
        await http.post("/questions", json={"text": LEAVE, "thread": "12.forged"}),
        await http.post("/questions", json={"text": LEAVE, "thread": answer}),
        await http.post("/votes", json={"answer": thread, "vote": "upvote"}),
        await http.get(f"/citations/{answer}/leave-policy.md"),
    ]

    assert {400} == {response.status_code for response in forged}
    assert before == len(sandbox.requests)


@pytest.mark.parametrize("text", ["", " \n ", "x" * 10_001])
async def test_a_question_without_words_or_end_is_not_asked(
    sandbox: Sandbox, http: httpx.AsyncClient, text: str
) -> None:
    refused = await http.post("/questions", json={"text": text})

    assert 422 == refused.status_code
    assert 0 == len(sandbox.requests)


@pytest.mark.parametrize("kind", [{"content-type": "text/plain"}, {}], ids=["plain text", "none"])
async def test_another_web_site_cannot_ask(
    sandbox: Sandbox, http: httpx.AsyncClient, kind: dict[str, str]
) -> None:
    # A browser sends no JSON for a foreign page without asking us first, but it sends these.
    refused = await http.post("/questions", content='{"text": "hello"}', headers=kind)

    assert 422 == refused.status_code
    assert 0 == len(sandbox.requests)


async def test_a_source_is_handed_on_but_never_as_a_page(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    hostile = {"content-type": "text/html"}
    sandbox.faults.add(Fault.with_headers(hostile, operation="v2_citations_download"))
    (reference,) = last(await asked(http, LEAVE), "answer")["references"]
    file = await http.get(reference["url"])

    assert "# Annual leave" in file.text
    assert "text/plain; charset=utf-8" == file.headers["content-type"]
    assert "nosniff" == file.headers["x-content-type-options"]


async def test_a_source_that_is_gone_is_told_as_such(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    (reference,) = last(await asked(http, LEAVE), "answer")["references"]
    sandbox.faults.add(Fault.status(404, operation="v2_citations_download"))
    gone = await http.get(reference["url"])

    assert 404 == gone.status_code
    assert "not there any more" in gone.json()["message"]


async def test_a_source_is_a_link_only_if_it_leads_to_the_web(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    urls = ["javascript://alert(1)", "https://example.com/a?b", "43877-cities.pdf", None]
    output = {"answer": "x", "references": [{"url": url, "number": 0} for url in urls]}
    end = {"step": "end", "output": output, "success": True}
    body = f"event: end\ndata: {json.dumps(end)}\n\n"
    headers = {"content-type": "text/event-stream"}
    sandbox.faults.add(Fault.status(200, body=body, headers=headers, operation=STREAM))
    references = last(await asked(http, LEAVE), "answer")["references"]

    assert ["javascript://alert(1)", "example.com/a?b", "cities.pdf", ""] == [
        each["name"] for each in references
    ]
    assert ["", "https://example.com/a?b"] == [each["url"] for each in references[:2]]
    assert references[2]["url"].startswith("/citations/")


async def test_an_outage_of_ejento_leaves_the_server_itself_healthy(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    sandbox.faults.add(Fault.drop(operation="v2_agents_get", times=3))
    agent = await http.get("/agent")
    health = await http.get("/health")

    assert 503 == agent.status_code
    assert "cannot be reached" in agent.json()["message"]
    assert {"status": "ok"} == health.json()


async def test_the_page_takes_nothing_from_elsewhere(http: httpx.AsyncClient) -> None:
    page = await http.get("/")
    files = re.findall(r'(?:src|href)="([^"]+)"', page.text)
    found = [await http.get(file) for file in files]
    words = "".join(file.read_text() for file in Path(service.PAGE).iterdir())

    assert "default-src 'self'" in page.headers["content-security-policy"]
    assert {200} == {response.status_code for response in found}
    assert {"http://www.w3.org/2000/svg"} == set(re.findall(r"https?://\w[^\"'\s]*", words))
    assert "innerHTML" not in words


async def test_events_are_closed_at_once_when_the_browser_leaves_while_one_is_sent() -> None:
    ended = asyncio.Event()
    sending = asyncio.Event()

    async def endless() -> AsyncGenerator[bytes]:
        try:
            while True:
                yield b"more"
        finally:
            ended.set()

    async def receive() -> Message:
        await sending.wait()
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        if message["type"] == "http.response.body":
            sending.set()
            await asyncio.Event().wait()

    events = endless()  # Held here, so that no garbage collector can do it.
    scope = {"type": "http", "asgi": {"spec_version": "2.3"}}
    await service.EventStream(events)(scope, receive, send)

    assert ended.is_set()
