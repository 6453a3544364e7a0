"""Agents and documents that a test adds to those of every sandbox."""

from __future__ import annotations

import httpx
import pytest

from ejento_async.sandbox import Sandbox

from .wire import streamed

AGENTS = "/api/v2/agents"


async def test_an_added_agent_is_like_those_that_were_there(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    plain = sandbox.add_agent("Plain", instructions=["Be kind."])
    deep = sandbox.add_agent("Deep", id=900, corpora=(7, 70), deep=True)
    answers = [
        await http.get(f"{AGENTS}/{number}{rest}")
        for number in (plain, deep)
        for rest in ("", "/history", "/corpora")
    ]
    steps = [event.data["step"] for event in await streamed(http, "Hello?", agent=deep)]

    assert (1001, 900) == (plain, deep)
    # Strict: what the spec does not promise would be a 500.
    assert {200} == {answer.status_code for answer in answers}
    assert "Plain" == answers[0].json()["data"]["agent_name"]
    assert "tasks" in steps


async def test_agents_quote_an_added_document_and_people_can_read_it(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    number = sandbox.add_document("pets.md", "Zebras may come along on Fridays.")
    output = (await streamed(http, "May zebras come along?"))[-1].data["output"]
    reference = output["references"][0]["url"]

    assert "Zebras may come along on Fridays." in output["answer"]
    assert reference.endswith(f"/{number}-pets.md")
    assert "Zebras may come along on Fridays." == (await http.get(reference)).text


def test_ids_are_taken_once(sandbox: Sandbox) -> None:
    assert 5000 == sandbox.add_document("a.md", "A", id=5000, corpus=6000)
    assert 5001 == sandbox.add_document("b.md", "B")
    assert 300 == sandbox.add_document("c.md", "C", id=300)
    assert 5002 == sandbox.add_document("d.md", "D")
    with pytest.raises(ValueError, match="id 5001: taken by another document"):
        sandbox.add_document("e.md", "E", id=5001)
    with pytest.raises(ValueError, match="id 42: taken by another agent"):
        sandbox.add_agent("Again", id=42)
