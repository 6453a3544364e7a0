"""What records have to do with each other: marks, tools, opinions, tags, corpora, deletion."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from ejento_async.sandbox import Sandbox
from ejento_async.sandbox._kinds import LLM_CONFIG

from .wire import ask, data_of, headers_of, ids, send


async def test_the_latest_mark_comes_first_and_marks_are_those_of_the_caller(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    grace = headers_of(sandbox, sandbox.issue_tokens("grace@example.com").access)
    project = await data_of(http, "POST", "/api/v2/projects", json={})
    team = await data_of(http, "POST", "/api/v2/teams", json={})
    await data_of(http, "POST", "/project/recent", json={"project_id": project["id"]})
    await data_of(http, "POST", f"/v2/api/team/{team['id']}/recent")
    await data_of(http, "POST", "/agent/recent", json={"agent_id": 43})
    await data_of(http, "POST", "/v2/api/agent/43/starred")
    lists = {
        "/api/v2/projects/recent": [project["id"], 1],
        "/v2/api/project/recent": [project["id"], 1],
        "/project/recent": [project["id"], 1],
        "/api/v2/teams/recent": [team["id"], 3],
        "/v2/api/team/recent": [team["id"], 3],
    }
    for path, expected in lists.items():
        assert ids(await data_of(http, "GET", path)) == expected
        assert await data_of(http, "GET", path, headers=grace) == []
    for path in ("/agent/recent", "/v2/api/agent/recent", "/agent/starred"):
        marked = await data_of(http, "GET", path)
        assert [mark["agent"]["id"] for mark in marked] == [43, 42]


@pytest.mark.parametrize(
    "path",
    [
        "/agent/recent/42",
        "/agent/starred/42",
        "/v2/api/agent/42/recent",
        "/v2/api/agent/42/starred",
    ],
)
async def test_a_mark_can_be_taken_away_once(http: httpx.AsyncClient, path: str) -> None:
    first, second = await http.delete(path), await http.delete(path)

    assert (first.status_code, second.status_code) == (200, 404)


async def test_a_deleted_record_is_not_among_the_recent_ones(http: httpx.AsyncClient) -> None:
    await http.delete("/api/v2/projects/1")
    await http.delete("/api/v2/agents/42")

    assert await data_of(http, "GET", "/api/v2/projects/recent") == []
    assert await data_of(http, "GET", "/v2/api/agent/recent") == []


async def test_tools_of_an_agent_go_by_their_names_until_they_are_taken_away(
    http: httpx.AsyncClient,
) -> None:
    async def connected() -> list[str]:
        agent = await data_of(http, "GET", "/api/v2/agents/42")
        tools = await data_of(http, "GET", "/api/v2/agents/42/tools/connected")
        assert await data_of(http, "GET", "/v2/api/agent/42/tool") == tools
        assert agent["connected_tool_names"] == [tool["name"] for tool in tools]
        names: list[str] = agent["connected_tool_names"]
        return names

    seeded = ["Rag Tool", "Attachment Tool"]
    before = await connected()
    await data_of(http, "POST", "/v2/api/agent/42/tool/3")
    await data_of(http, "PUT", "/api/v2/tools/3", json={"name": "Search"})
    with_search = await connected()
    enabled = await data_of(http, "GET", "/api/v2/agents/43/tools")
    await data_of(http, "DELETE", "/api/v2/agents/42/tools/3")
    again = await http.delete("/api/v2/agents/42/tools/3")
    await data_of(http, "DELETE", "/api/v2/tools/1")

    assert before == seeded
    assert with_search == [*seeded, "Search"]
    assert [tool["is_enabled"] for tool in enabled] == [True, True, False]
    assert again.status_code == 404
    assert await connected() == ["Attachment Tool"]
    assert (await http.post("/v2/api/organization/1/tool/1")).status_code == 404
    assert (await data_of(http, "POST", "/v2/api/organization/1/tool/2"))["is_enabled"] is True


async def test_an_agent_has_one_alias_at_most(http: httpx.AsyncClient) -> None:
    first = await data_of(http, "POST", "/agent/alias", json={"agent_id": 43, "alias": "deep"})
    second = await data_of(http, "POST", "/api/v2/agents/43/alias", json={"alias": "deeper"})
    await data_of(http, "PUT", f"/agent/alias/{second['id']}", json={"alias": "deepest"})
    shown = await data_of(http, "GET", "/api/v2/agents/43/alias")
    agent = await data_of(http, "GET", "/v2/api/agent/43")
    aliases = await data_of(http, "GET", "/v2/api/agent/alias")
    await data_of(http, "DELETE", "/v2/api/agent/43/alias")

    assert (shown["alias"], agent["alias"]) == ("deepest", "deepest")
    assert first["id"] not in ids(aliases)
    assert (await data_of(http, "GET", "/api/v2/agents/43"))["alias"] is None
    assert (await http.put("/api/v2/agents/43/alias", json={"alias": "x"})).status_code == 404


async def test_a_user_has_one_rating_and_one_vote_for_an_agent(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    grace = headers_of(sandbox, sandbox.issue_tokens("grace@example.com").access)
    nobody = await http.get("/v2/api/agent/43/rating")
    await data_of(http, "PUT", "/v2/api/agent/43/rating", json={"rating": 3})
    await data_of(http, "PUT", "/api/v2/agents/43/ratings", json={"rating": 4})
    await data_of(http, "PUT", "/api/v2/agents/43/ratings", json={"rating": 1}, headers=grace)
    on = await data_of(http, "PUT", "/agent/rating/2")
    off = await data_of(http, "PUT", "/agent/rating/2")
    no_vote = await data_of(http, "GET", "/api/v2/agents/43/votes")
    await data_of(http, "POST", "/api/v2/agents/43/votes", json={"vote_type": "upvote"})
    await data_of(http, "POST", "/v2/api/agent/43/vote", json={"vote_type": "downvote"})
    vote = await data_of(http, "GET", "/v2/api/agent/43/vote")

    assert nobody.status_code == 404
    assert (await data_of(http, "GET", "/v2/api/agent/43/rating"))["rating"] == 4
    ratings = await data_of(http, "GET", "/agent/rating/43")
    assert [rating["rating"] for rating in ratings] == [4, 1]
    assert (on["is_rated"], off["is_rated"]) == (True, False)
    assert (no_vote["is_upvote"], no_vote["is_downvote"]) == (False, False)
    assert (vote["is_upvote"], vote["is_downvote"]) == (False, True)


async def test_tags_of_agents_are_listed_for_a_project_a_team_or_an_organization(
    http: httpx.AsyncClient,
) -> None:
    await data_of(http, "POST", "/v2/api/agent/43/tag", json={"tags": ["hr", "deep"]})
    await data_of(http, "PUT", "/api/v2/agents/43", json={"project": 77})
    await data_of(http, "POST", "/api/v2/agents/2/tags", json={"tags": ["support"]})

    for query, expected in {
        "": ["hr", "deep", "support"],
        "?project_id=1": ["hr", "support"],
        "?team_id=3": ["hr", "support"],
        "?organization_id=1&project_id=1": ["hr"],
    }.items():
        assert await data_of(http, "GET", f"/api/v2/agents/tags{query}") == expected
    grouped = await data_of(http, "GET", "/api/v2/agents/tags/grouped?team_id=3")
    assert {group["agent"]: group["tags"] for group in grouped} == {42: ["hr"], 2: ["support"]}


async def test_an_agent_goes_back_to_an_old_version(http: httpx.AsyncClient) -> None:
    await data_of(http, "PUT", "/v2/api/agent/42", json={"instructions": [{"instruction": "New"}]})
    history = (await data_of(http, "GET", "/api/v2/agents/42/history"))["history_records"]
    path = f"/api/v2/agents/42/history/{history[1]['history_id']}/restore"
    agent = await data_of(http, "POST", path)
    unknown = await http.post("/api/v2/agents/42/history/1/restore")

    assert history[0]["instructions"] == ["New"]
    assert [item["instruction"] for item in agent["instructions"]] == history[1]["instructions"]
    assert unknown.json()["message"] == "History record not found"


@pytest.mark.parametrize(
    ("body", "status"), [({"agent_type": 2}, 200), ({"agent_type": "QnA"}, 400)]
)
async def test_a_type_of_agents_is_a_number_but_in_v1(
    http: httpx.AsyncClient, body: dict[str, Any], status: int
) -> None:
    new = await http.put("/api/v2/agents/42", json=body)
    old = await http.post("/agent/chat", json=body)
    unknown = await http.post("/agent/chat", json={"agent_type": 3})

    assert (new.status_code, old.status_code, unknown.status_code) == (status, 200, 400)


async def test_an_agent_takes_its_corpora_along_in_v2_too(http: httpx.AsyncClient) -> None:
    made = await data_of(http, "POST", "/api/v2/agents/43/corpora/8")
    await data_of(http, "PUT", "/api/v2/agents/43/corpora/8", json={"is_enabled": False})
    shown = await data_of(http, "GET", "/v2/api/agent/43/corpus/8")
    agents = await data_of(http, "GET", "/v2/api/corpus/8/agent")
    connections = await data_of(http, "GET", "/api/v2/corpora/8/agents")
    default = await data_of(http, "GET", "/api/v2/corpora/8/agents/default")
    await data_of(http, "DELETE", "/api/v2/agents/43/corpora/8")
    gone = await http.get("/api/v2/agents/43/corpora/8")
    await data_of(http, "DELETE", "/v2/api/agent/2/corpus")
    nobody = await http.get("/api/v2/corpora/8/agents/default")

    assert (shown["id"], shown["is_enabled"]) == (made["id"], False)
    assert ids(agents) == [2, 43]
    assert [item["agent"]["id"] for item in connections] == [2, 43]
    assert default["agent"]["id"] == 2
    assert (gone.status_code, nobody.status_code) == (404, 404)


async def test_a_corpus_has_one_of_the_two_modes_of_indexing(http: httpx.AsyncClient) -> None:
    changed = await http.put("/api/v2/corpora/7", json={"indexing_mode_id": 3, "name": "Rules"})
    refused = await http.put("/corpus/7", json={"indexing_mode_id": 2, "name": "Other"})
    corpus = await data_of(http, "GET", "/v2/api/corpus/7")

    assert (changed.status_code, refused.status_code) == (200, 400)
    assert (corpus["indexing_mode"]["mode"], corpus["name"]) == ("basic", "Rules")


async def test_a_deleted_corpus_leaves_agents_and_threads(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    await data_of(http, "POST", "/api/v2/chat-threads/1001/corpora/7")
    await data_of(http, "DELETE", "/api/v2/corpora/7")
    corpora = (await data_of(http, "GET", "/api/v2/agents/42/corpora"))["items"]["agent_corpus"]

    assert [item["corpus"]["id"] for item in corpora] == [9]
    assert (await data_of(http, "GET", "/chat/thread/1001"))["corpus_id"] is None
    assert sorted(sandbox.state.documents) == [104]
    assert (await ask(http, "How long is parental leave?"))["references"] == []


async def test_a_deleted_agent_takes_all_along_that_is_its_own(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    await data_of(http, "DELETE", "/api/v2/agents/42")

    for path in ("/v2/api/review", "/api/v2/agents/ratings", "/v2/api/agent/alias"):
        assert await data_of(http, "GET", path) == []
    assert len(sandbox.state.responses) == len(sandbox.state.threads) == 0
    assert (await http.get("/api/v2/agents/42/comments")).status_code == 404
    assert (await http.get("/v2/api/agent/42/corpus/7")).status_code == 404


async def test_a_flag_of_the_state_is_what_clients_see(sandbox: Sandbox) -> None:
    def flag(path: str) -> Any:
        response = send("GET", sandbox.base_url + path, headers=headers_of(sandbox))
        return response.json()["data"]

    sandbox.state.flags["dalle"] = False

    assert flag("/v2/api/feature-flag/dalle") == {"name": "dalle", "is_active": False}
    assert flag("/api/v2/feature-flags/routines")["is_active"] is True
    assert flag("/api/v2/feature-flags") == flag("/v2/api/feature-flag")
    assert len(flag("/v2/api/feature-flag/oauth")["items"]) == 4
    assert len(flag("/auth-service/api/v2/feature-flags/logins")["items"]) == 5


async def test_an_agent_gets_a_model(http: httpx.AsyncClient) -> None:
    active = await data_of(http, "GET", "/api/v2/llm-configs/active")
    new = await data_of(http, "PUT", "/v2/api/agent/42/llm-config", json={"model_name": "o3"})
    same = await data_of(http, "PUT", "/v2/api/agent/43/llm-config", json={"model_name": "o3"})

    assert (active["id"], active["model_name"]) == (1, "gpt-4o")
    assert same["id"] == new["id"]
    assert (await data_of(http, "GET", "/api/v2/agents/42"))["llm_config"] == new["id"]
    assert ids(await data_of(http, "GET", "/v2/api/organization/1/llm-config")) == [1, new["id"]]
    assert await data_of(http, "GET", f"/api/v2/llm-configs/{new['id']}") == new


async def test_there_may_be_no_active_model(sandbox: Sandbox, http: httpx.AsyncClient) -> None:
    sandbox.state.open.remove(LLM_CONFIG, 1)

    assert (await http.get("/v2/api/llm-config/active")).status_code == 404


async def test_notifications_are_read_one_by_one_or_all_at_once(http: httpx.AsyncClient) -> None:
    async def unread() -> list[int]:
        records = await data_of(http, "GET", "/v2/api/notification")
        return ids([record for record in records if not record["is_read"]])

    mine = await data_of(http, "POST", "/api/v2/notifications", json={"user_id": 3})
    for_all = await data_of(http, "POST", "/notification", json={"message": "Hello"})
    await data_of(http, "PUT", "/notification/1")
    before = await unread()
    await data_of(http, "PUT", "/v2/api/notification/user/1")
    of_grace = await unread()
    await data_of(http, "PUT", "/api/v2/notifications/users/3")

    assert before == [mine["id"], for_all["id"]]
    assert of_grace == [mine["id"]]
    assert await unread() == []
