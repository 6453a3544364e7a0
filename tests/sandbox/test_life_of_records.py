"""Records live: made, got, listed, changed, deleted, gone; the same in all generations of the API."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import httpx
import pytest

OPEN = {"name": "A name", "of which": ["nothing", 1, 0.5, None, {"is": "documented"}]}


@dataclass(frozen=True)
class Life:
    """Where the records of a kind are made, kept and listed; `{}` stands for their ids.

    Attributes:
        items: the paths of one record, by what can be done with it there.
        lists: the paths of lists that hold it.
        inside: the name of the list in paged answers.
    """

    create: str
    items: dict[str, str]
    lists: tuple[str, ...]
    body: dict[str, Any]
    change: dict[str, Any] = field(default_factory=lambda: {"name": "Another name"})
    inside: str = ""


LIVES = {
    "team": Life(
        "/api/v2/teams",
        {
            "/api/v2/teams/{}": "get put delete",
            "/v2/api/team/{}": "get put delete",
        },
        ("/api/v2/teams", "/v2/api/team", "/v2/api/user/team", "/v2/api/team/project"),
        OPEN,
    ),
    "project": Life(
        "/api/v2/projects",
        {
            "/api/v2/projects/{}": "get put delete",
            "/v2/api/project/{}": "get put delete",
            "/project/{}": "get put delete",
        },
        (
            "/api/v2/projects",
            "/v2/api/project",
            "/v2/api/project/filtered",
            "/project",
            "/api/v2/teams/3/projects",
            "/v2/api/team/3/project",
            "/v2/api/user/team/project",
            "/v2/api/user/team/3/project",
            "/project/user/team/3",
        ),
        {**OPEN, "team_id": 3},
    ),
    "tool": Life(
        "/api/v2/tools",
        {"/api/v2/tools/{}": "get put delete", "/v2/api/tool/{}": "get put delete"},
        ("/api/v2/tools", "/v2/api/tool", "/api/v2/agents/42/tools"),
        OPEN,
    ),
    "notification": Life(
        "/api/v2/notifications",
        {"/api/v2/notifications/{}": "get delete", "/v2/api/notification/{}": "get delete"},
        ("/api/v2/notifications", "/v2/api/notification"),
        OPEN,
        {},
    ),
    "workflow": Life(
        "/api/v2/workflows",
        {"/api/v2/workflows/{}": "get put delete"},
        ("/api/v2/workflows", "/api/v2/workflows?page=1&items_per_page=50"),
        {**OPEN, "agents": [42]},
        inside="workflows",
    ),
    "review": Life(
        "/api/v2/agents/42/reviews",
        {
            "/api/v2/agents/42/reviews/{}": "put delete",
            "/agent/review/42/{}": "put delete",
            "/v2/api/review/{}": "delete",
        },
        (
            "/api/v2/agents/42/reviews",
            "/api/v2/agents/reviews",
            "/v2/api/agent/42/review",
            "/v2/api/review",
            "/agent/review/42",
        ),
        OPEN,
    ),
    "comment on an agent": Life(
        "/api/v2/agents/42/comments",
        {"/api/v2/agents/42/comments/{}": "put delete", "/v2/api/agent/42/comment/{}": "put"},
        ("/api/v2/agents/42/comments", "/v2/api/agent/42/comment"),
        {"comment": "Well"},
        {"comment": "Better"},
    ),
    "evaluation dataset": Life(
        "/evaluation/dataset",
        {"/evaluation/dataset/{}": "get put delete"},
        ("/evaluation/dataset/agent/42",),
        {**OPEN, "agent_id": 42},
    ),
    "SharePoint item": Life("/sharepoint", {"/sharepoint/{}": "get put delete"}, (), OPEN),
    "corpus": Life(
        "/api/v2/corpora",
        {
            "/api/v2/corpora/{}": "get put delete",
            "/v2/api/corpus/{}": "get put delete",
            "/corpus/{}": "get put delete",
        },
        ("/api/v2/corpora", "/v2/api/corpus", "/corpus"),
        {"name": "Travel", "description": "Trains"},
        {"description": "Planes", "indexing_mode_id": 3},
    ),
    "user": Life(
        "/api/v2/organizations/1/users",
        {
            "/api/v2/users/{}": "get put delete",
            "/v2/api/user/{}": "get put delete",
            "/user/{}": "get put delete",
        },
        (
            "/api/v2/organizations/1/users",
            "/v2/api/organization/1/user",
            "/v2/api/user/filtered",
            "/user",
        ),
        {"email": "alan@example.com", "first_name": "Alan"},
        {"last_name": "Turing"},
    ),
    "agent": Life(
        "/api/v2/agents",
        {"/api/v2/agents/{}": "get put delete", "/v2/api/agent/{}": "get put"},
        (
            "/api/v2/agents",
            "/v2/api/agent",
            "/v2/api/agent/filtered",
            "/api/v2/projects/1/agents",
            "/v2/api/project/1/agent",
            "/agent/project/1",
            "/api/v2/teams/3/agents",
            "/v2/api/team/3/agent",
            "/v2/api/agent/user/team",
            "/v2/api/user/team/agent",
            "/agent/team?team_id=3",
            "/agent/team",
            "/api/v2/agents/users",
            "/v2/api/agent/user",
        ),
        {"agent_name": "Planner", "domain": "Travel", "project": 1, "chunk_count": 8},
        {"agent_name": "Booker", "llm_config": None},
    ),
    "thread of a workflow": Life(
        "/api/v2/workflows/5/chat-threads",
        {
            "/api/v2/chat-threads/{}": "get put delete",
            "/v2/api/chat-thread/{}": "get put delete",
            "/chat/thread/{}": "get",
        },
        ("/api/v2/workflows/5/chat-threads",),
        {"title": "Leave"},
        {"title": "Parental leave"},
        inside="chat_threads",
    ),
}


async def made(http: httpx.AsyncClient, life: Life) -> dict[str, Any]:
    """Make a record."""
    response = await http.post(life.create, json=life.body)
    assert response.status_code in (200, 201), response.text
    record: dict[str, Any] = response.json()["data"]
    return record


async def listed(http: httpx.AsyncClient, path: str, inside: str) -> list[dict[str, Any]]:
    """Return what a list holds."""
    response = await http.get(path)
    assert response.status_code == 200, response.text
    data = response.json()["data"]
    records: list[dict[str, Any]] = data[inside] if inside else data
    return records


def places(life: Life, act: str) -> list[str]:
    """Return the paths where something can be done with a record."""
    return [item for item, acts in life.items.items() if act in acts.split()]


EVERY_LIFE = pytest.mark.parametrize("life", LIVES.values(), ids=LIVES)


@EVERY_LIFE
async def test_what_is_made_can_be_got_and_is_in_every_list(
    http: httpx.AsyncClient, life: Life
) -> None:
    record = await made(http, life)
    # Records whose members are known show those of them that the generation has.
    sent = {name: value for name, value in life.body.items() if name in record}
    views = [
        (await http.get(item.format(record["id"]))).json()["data"] for item in places(life, "get")
    ]
    for path in life.lists:
        records = await listed(http, path, life.inside)
        views += [found for found in records if found["id"] == record["id"]]
        assert len({found["id"] for found in records}) == len(records), path

    assert record["id"] > 1000
    assert record.get("created_by", "ada@example.com") == "ada@example.com"
    assert len(views) == len(places(life, "get")) + len(life.lists)
    for view in views:
        assert {name: view[name] for name in sent} == sent


@EVERY_LIFE
async def test_a_change_is_seen_everywhere(http: httpx.AsyncClient, life: Life) -> None:
    for item in places(life, "put"):
        record = await made(http, life)
        changed = await http.put(item.format(record["id"]), json=life.change)
        views = [
            (await http.get(place.format(record["id"]))).json()["data"]
            for place in places(life, "get")
        ]
        for path in life.lists:
            records = await listed(http, path, life.inside)
            views += [found for found in records if found["id"] == record["id"]]
        sent = {**life.body, **life.change}
        expected = {name: value for name, value in sent.items() if name in record}

        assert changed.status_code == 200, changed.text
        for view in views:
            assert {name: view[name] for name in expected} == expected
            if "modified_by" in view:
                assert view["modified_by"] == "ada@example.com"
        await http.delete(places(life, "delete")[0].format(record["id"]))


@EVERY_LIFE
async def test_what_is_deleted_is_gone_everywhere(http: httpx.AsyncClient, life: Life) -> None:
    for item in places(life, "delete"):
        record = await made(http, life)
        deleted = await http.delete(item.format(record["id"]))

        assert deleted.status_code == 200, deleted.text
        assert deleted.json()["success"] is True
        for act in ("get", "put", "delete"):
            for place in places(life, act):
                body = life.change if act == "put" else None
                again = await http.request(act.upper(), place.format(record["id"]), json=body)
                assert again.status_code == 404, (act, place)
                assert again.json()["success"] is False
                assert again.json()["message"].endswith("not found")
        for path in life.lists:
            records = await listed(http, path, life.inside)
            assert record["id"] not in [found["id"] for found in records]


@pytest.mark.parametrize(
    ("create", "listing"),
    [
        ("/v2/api/team", "/api/v2/teams"),
        ("/v2/api/project", "/api/v2/projects"),
        ("/project", "/api/v2/projects"),
        ("/v2/api/tool", "/api/v2/tools"),
        ("/v2/api/notification", "/api/v2/notifications"),
        ("/notification", "/api/v2/notifications"),
        ("/v2/api/api-tool-template", "/api/v2/api-tool-templates"),
        ("/api/v2/api-tool-templates", "/v2/api/api-tool-template"),
        ("/v2/api/agent/42/conversation-starter", "/api/v2/agents/42/conversation-starters"),
        ("/api/v2/agents/42/conversation-starters", "/v2/api/agent/42/conversation-starter"),
        ("/v2/api/agent/42/review", "/api/v2/agents/42/reviews"),
        ("/agent/review/42", "/api/v2/agents/42/reviews"),
    ],
)
async def test_what_one_generation_makes_another_lists(
    http: httpx.AsyncClient, create: str, listing: str
) -> None:
    record = (await http.post(create, json=OPEN)).json()["data"]

    assert record in await listed(http, listing, "")


@pytest.mark.parametrize("path", ["/api/v2/notifications", "/api/v2/projects", "/api/v2/tools"])
async def test_what_the_service_keeps_itself_cannot_be_sent(
    http: httpx.AsyncClient, path: str
) -> None:
    body = {"id": "x", "is_deleted": "no", "created_by": 7, "modified_on": None, "own": "kept"}
    record = (await http.post(path, json=body)).json()["data"]

    assert isinstance(record["id"], int)
    assert record["is_deleted"] is False
    assert record["created_by"] == "ada@example.com"
    assert record["own"] == "kept"


async def test_a_record_below_another_is_not_below_a_third(http: httpx.AsyncClient) -> None:
    review = (await http.post("/api/v2/agents/42/reviews", json=OPEN)).json()["data"]
    elsewhere = await http.put(f"/api/v2/agents/43/reviews/{review['id']}", json=OPEN)
    nowhere = await http.post("/api/v2/agents/999/reviews", json=OPEN)

    assert elsewhere.json()["message"] == "Review not found"
    assert nowhere.json()["message"] == "Agent not found"
    assert await listed(http, "/api/v2/agents/43/reviews", "") == []
