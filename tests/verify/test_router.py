"""Telling the router's 404 from an operation's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from ejento_async.verify._router import Reply, Router, look, prefix_of

AGENT = "/api/v2/agents/42"
JSON = {"content-type": "application/json", "server": "nginx"}
HTML = {"content-type": "text/html", "server": "nginx"}


def reply(body: Any, status: int = 404, headers: dict[str, str] = JSON) -> Reply:
    return Reply(status, headers, body)


def apim(path: str) -> Reply:
    return reply({"statusCode": 404, "message": "Resource not found", "activityId": path[-8:] * 4})


def fastapi(path: str) -> Reply:
    return reply({"detail": "Not Found"})


def express(path: str) -> Reply:
    return reply(f"<pre>Cannot GET {path}</pre>", headers=HTML)


def django(path: str) -> Reply:
    return reply(f"The current path, <code>{path[1:]}</code>, matched none.", headers=HTML)


def spring(path: str) -> Reply:
    return reply({"timestamp": f"2026-01-31T10:00:0{len(path) % 10}", "status": 404, "path": path})


def start_page(path: str) -> Reply:
    return reply("<!DOCTYPE html><div id=root>", 200, HTML)


RECORDS = [
    reply({"success": False, "message": "Agent not found"}),
    reply({"detail": "Agent 42 not found"}),
    reply({"detail": "Not found."}, headers=JSON | {"allow": "GET, HEAD"}),
    reply({"success": True, "data": {"id": 42}}, 200),
]


@pytest.mark.parametrize("server", [apim, fastapi, express, django, spring, start_page])
async def test_the_answer_of_a_router_is_recognised(server: Callable[[str], Reply]) -> None:
    async def ask(path: str) -> Reply:
        return server(path)

    router = Router(ask)
    await router.probe(AGENT)

    assert router.made(server(AGENT), AGENT)
    assert not any(router.made(record, AGENT) for record in RECORDS)


async def test_the_same_words_from_behind_the_router_are_told_by_their_headers() -> None:
    behind = reply({"detail": "Not Found"}, headers=JSON | {"allow": "GET, HEAD"})

    assert look(behind, AGENT) != look(fastapi(AGENT), AGENT)


async def test_a_prefix_is_probed_once_beside_the_path() -> None:
    asked: list[str] = []

    async def ask(path: str) -> Reply:
        asked.append(path)
        return fastapi(path)

    router = Router(ask)
    for path in (AGENT, "/api/v2/teams", "/user/1", "/project", "/v2/api/agent"):
        await router.probe(path)

    assert [path.partition("no-such-path-")[0] for path in asked] == ["/api/v2/", "/", "/v2/api/"]
    assert len(set(asked)) == 3


async def test_without_an_answer_to_the_probe_nothing_is_known() -> None:
    async def ask(path: str) -> Reply:
        return Reply(None, {}, None)

    router = Router(ask)
    await router.probe(AGENT)

    assert not router.knows(AGENT)
    assert not router.made(Reply(None, {}, None), AGENT)


@pytest.mark.parametrize(
    ("path", "prefix"),
    [
        ("/agent/recent", ""),
        ("/v2/api/agent", "/v2/api"),
        ("/api/v2/agents", "/api/v2"),
        ("/auth-service/api/v2/feature-flags/logins", "/auth-service/api/v2"),
        ("/response-service/other", "/response-service"),
        ("/api/v2x/agents", ""),
    ],
)
def test_the_prefix_is_service_and_generation(path: str, prefix: str) -> None:
    assert prefix_of(path) == prefix
