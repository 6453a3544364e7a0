"""The help desk, tested on a local Ejento."""

from __future__ import annotations

from collections.abc import AsyncGenerator

import httpx
import pytest

from ejento_async.sandbox import Fault, Sandbox

from .service import app, lifespan

ASKED = "v2_agent_responses_create"


@pytest.fixture
async def desk(ejento_env: dict[str, str]) -> AsyncGenerator[httpx.AsyncClient]:
    """Run the service; its own client finds the sandbox by the environment."""
    async with (
        lifespan(app),
        httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://desk") as http,
    ):
        yield http


async def ask(desk: httpx.AsyncClient, question: str) -> httpx.Response:
    return await desk.post("/questions", json={"text": question})


async def test_an_answer_names_its_sources(desk: httpx.AsyncClient) -> None:
    reply = await ask(desk, "What is our leave policy?")

    assert reply.status_code == 200
    assert "25 days of paid annual leave" in reply.json()["text"]
    assert "leave-policy.md" in reply.json()["sources"][0]


@pytest.mark.ejento(documents=[{"name": "pets.md", "text": "Dogs may come along on Fridays."}])
async def test_a_new_page_of_the_handbook_is_known_at_once(desk: httpx.AsyncClient) -> None:
    reply = await ask(desk, "May dogs come along?")

    assert "Dogs may come along on Fridays." in reply.json()["text"]


@pytest.mark.ejento(faults=[Fault.status(503, operation=ASKED)])
async def test_in_an_outage_people_learn_where_to_turn_to(
    desk: httpx.AsyncClient, ejento_sandbox: Sandbox
) -> None:
    reply = await ask(desk, "What is our leave policy?")

    assert reply.status_code == 503
    assert "4711" in reply.json()["detail"]
    assert len(ejento_sandbox.requests.of(ASKED)) == 1  # no question is asked twice


@pytest.mark.ejento(faults=[Fault.status(429, times=1, operation=ASKED)])
async def test_a_server_that_asks_for_patience_gets_it(
    desk: httpx.AsyncClient, ejento_sandbox: Sandbox
) -> None:
    reply = await ask(desk, "What is our leave policy?")

    assert reply.status_code == 200
    assert [request.status for request in ejento_sandbox.requests.of(ASKED)] == [429, 200]


async def test_nobody_notices_when_a_token_ends(
    desk: httpx.AsyncClient, ejento_sandbox: Sandbox
) -> None:
    ejento_sandbox.expire_access_token()
    reply = await ask(desk, "What is our leave policy?")

    assert reply.status_code == 200
    assert ejento_sandbox.refresh_count == 1
