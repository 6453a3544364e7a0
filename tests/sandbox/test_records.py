"""Users, agents, threads, corpora: kept, shared by the three generations, paged, deleted."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from ejento_async.sandbox import Sandbox

from .wire import ask, headers_of

THREADS = "/api/v2/agents/42/chat-threads"


async def data_of(http: httpx.AsyncClient, path: str) -> Any:
    """Get something and return its `data`."""
    response = await http.get(path)
    assert response.status_code == 200, response.text
    return response.json()["data"]


async def test_i_am_the_user_who_is_signed_in(sandbox: Sandbox, http: httpx.AsyncClient) -> None:
    me = await data_of(http, "/api/v2/users/me")

    assert me["email"] == sandbox.email
    assert me["full_name"] == "Ada Lovelace"
    assert me["organization"]["org_name"] == "Data Science Dojo"


@pytest.mark.parametrize(
    ("path", "what"),
    [
        ("/api/v2/agents/999", "Agent"),
        ("/v2/api/agent/999", "Agent"),
        ("/agent/getuser/999?agent_id=999&action=userAgent", "Agent"),
        ("/v2/api/user/999", "User"),
        ("/api/v2/documents/999", "Document"),
        ("/api/v2/corpora/999/documents", "Corpus"),
        ("/api/v2/chat-threads/999/agent-responses", "Chat thread"),
        ("/v2/api/chat-thread/999/agent-response", "Chat thread"),
        ("/v2/api/agent/2/corpus/7", "Agent corpus connection"),
        ("/api/v2/teams/999", "Team"),
    ],
)
async def test_what_is_not_there_is_named_in_a_404(
    http: httpx.AsyncClient, path: str, what: str
) -> None:
    response = await http.get(path)

    assert response.status_code == 404
    assert response.json() == {"success": False, "message": f"{what} not found"}


async def test_an_agent_is_the_same_in_both_generations_but_for_its_pattern(
    http: httpx.AsyncClient,
) -> None:
    old, new = await data_of(http, "/v2/api/agent/42"), await data_of(http, "/api/v2/agents/42")
    deep = await data_of(http, "/api/v2/agents/43")

    assert {**new, "pattern": None} == {**old, "pattern": None}
    assert new["pattern"]["name"] == "Standard"
    assert deep["pattern"]["name"] == "DeepAgent"
    assert old["agent_name"] == "HR Assistant"
    assert [item["instruction"] for item in old["instructions"]] == [
        "Answer in full sentences.",
        "Say so when you do not know.",
    ]


async def test_an_agent_is_made_from_a_form(http: httpx.AsyncClient) -> None:
    response = await http.post(
        "/v2/api/agent",
        data={
            "user_id": "147",
            "project_id": "5",
            "name": "Travel",
            "type": "Custom",
            "custom_instructions": '["Be brief.", "Be kind."]',
            "create_email_alias": "false",
            "access": "Only me",
            "sample_q1": "May I fly?",
        },
    )
    agent = response.json()["data"]
    again = await data_of(http, f"/v2/api/agent/{agent['id']}")

    assert response.json()["message"] == "Agent created successfully"
    assert again == agent
    assert (agent["project"], agent["user"]["id"], agent["sample_q1"]) == (5, 147, "May I fly?")
    assert [item["instruction"] for item in agent["instructions"]] == ["Be brief.", "Be kind."]
    assert (
        len((await data_of(http, f"/api/v2/agents/{agent['id']}/history"))["history_records"]) == 1
    )


@pytest.mark.parametrize("text", ["Be brief.", '"Be brief."'])
async def test_instructions_that_are_no_list_are_one_instruction(
    http: httpx.AsyncClient, text: str
) -> None:
    response = await http.post("/v2/api/agent", data={"custom_instructions": text})

    assert [item["instruction"] for item in response.json()["data"]["instructions"]] == [text]


async def test_the_agent_builder_makes_a_new_agent_after_another(http: httpx.AsyncClient) -> None:
    body = {"agent_id": 42, "project_id": 9, "flags": {"image_generation_enabled": False}}
    response = await http.post("/v2/api/agent/agentbuilder", json=body)
    agent = response.json()["data"]

    assert (agent["cloned_from"], agent["project"]) == (42, 9)
    assert agent["id"] != 42
    assert (await data_of(http, "/v2/api/agent/42"))["project"] == 1


async def test_an_agent_that_was_used_is_noted_once(http: httpx.AsyncClient) -> None:
    for number in (42, 43, 42):
        response = await http.post(f"/v2/api/agent/{number}/recent")

    assert response.status_code == 201
    assert response.json()["data"]["agent"]["id"] == 42
    assert [entry["agent"]["id"] for entry in await data_of(http, "/v2/api/agent/recent")] == [
        42,
        43,
    ]


async def test_the_history_of_an_agent_comes_ten_a_page(http: httpx.AsyncClient) -> None:
    path = "/api/v2/agents/42/history"
    pages = [await data_of(http, f"{path}?page={number}") for number in (1, 2, 3, 4)]
    first = await data_of(http, path)
    larger = await data_of(http, f"{path}?items_per_page=20&page=2")

    assert [len(page["history_records"]) for page in pages] == [10, 10, 3, 0]
    assert [page["current_page"] for page in pages] == [1, 2, 3, 4]
    assert {(page["total_records"], page["total_pages"]) for page in pages} == {(23, 3)}
    assert first == pages[0]
    assert len(larger["history_records"]) == 3
    ids = [record["history_id"] for page in pages for record in page["history_records"]]
    assert sorted(ids, reverse=True) == ids
    assert set(first["history_records"][0]["agent_type"]) == {"id", "name"}


async def test_threads_are_paged_only_when_asked_for(http: httpx.AsyncClient) -> None:
    for _ in range(11):
        await http.post(THREADS, json={})
    everything = await data_of(http, THREADS)
    page = await data_of(http, f"{THREADS}?page=2")
    small = await data_of(http, f"{THREADS}?items_per_page=5&page=3")
    unpaged = await data_of(http, f"{THREADS}?paginated=false&items_per_page=5")
    paginated = await data_of(http, f"{THREADS}?paginated=true")

    assert len(everything["chat_threads"]) == 12
    assert everything["meta"] == {"count": 12, "num_pages": 1, "current_page": 1}
    assert page["meta"] == {"count": 12, "num_pages": 2, "current_page": 2}
    assert [len(part["chat_threads"]) for part in (page, small)] == [2, 2]
    assert len(unpaged["chat_threads"]) == 12
    assert len(paginated["chat_threads"]) == 10


async def test_stored_answers_are_paged_in_the_flat_form(http: httpx.AsyncClient) -> None:
    path = "/v2/api/agent/42/response"
    everything = await data_of(http, path)
    page = await data_of(http, f"{path}?page=2&items_per_page=2")
    other = await data_of(http, f"{path}?query_source=slack-ejento")

    assert set(everything) == {"count", "num_pages", "current_page", "agent_responses"}
    assert (everything["count"], everything["num_pages"], everything["current_page"]) == (3, 1, 1)
    assert (page["count"], page["num_pages"], page["current_page"]) == (3, 2, 2)
    assert everything["agent_responses"][2:] == page["agent_responses"]
    assert other["agent_responses"] == []
    assert everything["agent_responses"][0]["cost"].startswith("0.0")


async def test_a_thread_made_in_one_generation_is_there_in_the_other(
    http: httpx.AsyncClient,
) -> None:
    made = (await http.post("/v2/api/agent/42/chat-thread")).json()["data"]
    new = (await data_of(http, THREADS))["chat_threads"][0]
    old = (await data_of(http, "/v2/api/agent/42/chat-thread"))[0]

    assert made["title"] == "New Thread"
    assert made == old
    assert {**made, "is_system_created": False} == new


async def test_threads_are_those_of_the_caller_latest_first(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    grace = headers_of(sandbox, sandbox.issue_tokens("grace@example.com").access)
    empty = (await http.get(THREADS, headers=grace)).json()["data"]["chat_threads"]
    first = (await http.post(THREADS, json={}, headers=grace)).json()["data"]
    second = (await http.post(THREADS, json={}, headers=grace)).json()["data"]
    listed = (await http.get(THREADS, headers=grace)).json()["data"]["chat_threads"]

    assert empty == []
    assert [thread["id"] for thread in listed] == [second["id"], first["id"]]


async def test_threads_can_be_filtered_by_the_channel_of_their_questions(
    http: httpx.AsyncClient,
) -> None:
    answer = await ask(http, "How long is sick leave paid?", query_source="slack-ejento")
    slack = (await data_of(http, f"{THREADS}?query_source=slack-ejento"))["chat_threads"]
    app = (await data_of(http, f"{THREADS}?query_source=app-ejento"))["chat_threads"]

    assert [thread["id"] for thread in slack] == [answer["thread_id"]]
    assert app == []


async def test_call_threads_are_left_out_unless_asked_for(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    sandbox.state.threads[1001].is_call = True
    without = await data_of(http, THREADS)
    including = await data_of(http, f"{THREADS}?include_call_threads=true")

    assert without["chat_threads"] == []
    assert len(including["chat_threads"]) == 1


async def test_a_thread_can_be_renamed_and_deleted_with_its_answers(
    http: httpx.AsyncClient,
) -> None:
    answer = await ask(http, "What about meals?")
    path = f"/api/v2/chat-threads/{answer['thread_id']}"
    renamed = await http.put(path, json={"title": "Meals on a journey"})
    titles = [thread["title"] for thread in (await data_of(http, THREADS))["chat_threads"]]
    deleted = await http.delete(path)
    again = await http.delete(path)
    vote = await http.post(
        f"/api/v2/agent-responses/{answer['agent_response_id']}/feedbacks",
        json={"vote_type": "upvote"},
    )

    assert renamed.json()["success"] is True
    assert titles[0] == "Meals on a journey"
    assert deleted.json() == {"success": True, "message": "Chat thread deleted successfully"}
    assert [again.status_code, vote.status_code] == [404, 404]


async def test_a_thread_without_corpus_is_a_404_until_it_gets_one(http: httpx.AsyncClient) -> None:
    thread = (await http.post(THREADS, json={})).json()["data"]
    path = f"/api/v2/chat-threads/{thread['id']}/corpora"
    without = await http.get(path)
    connected = await http.post(f"{path}/8", json={})
    corpus = await data_of(http, path)
    threads = (await data_of(http, THREADS))["chat_threads"]
    unknown = await http.post(f"{path}/999", json={})

    assert without.status_code == 404
    assert connected.status_code == 201
    assert connected.json()["data"]["id"] == corpus["id"]
    assert corpus["corpus"]["id"] == 8
    assert threads[0]["corpus_id"] == 8
    assert unknown.json()["message"] == "Corpus not found"


async def test_a_corpus_is_made_in_both_generations(http: httpx.AsyncClient) -> None:
    new = await http.post(
        "/api/v2/corpora",
        json={
            "name": "AttachmentCorpus-1",
            "description": "Attachments",
            "indexing_mode_id": 3,
            "corpus_type": "attachment",
        },
    )
    old = await http.post("/v2/api/corpus", json={"name": "Plain"})
    wrong = await http.post("/api/v2/corpora", json={"name": "Odd", "indexing_mode_id": 77})

    assert new.status_code == 201
    assert new.json()["data"]["indexing_mode"] == {"id": 3, "mode": "basic"}
    assert old.status_code == 200
    assert old.json()["name"] == "Plain"  # a bare object, without envelope
    assert set(old.json()) == {
        "id",
        "indexing_mode",
        "created_by",
        "created_on",
        "modified_by",
        "modified_on",
        "name",
        "description",
        "is_public",
        "is_deleted",
        "owner",
        "org",
    }
    assert wrong.status_code == 400


async def test_the_corpora_of_an_agent_can_be_filtered_by_being_enabled(
    http: httpx.AsyncClient,
) -> None:
    async def names(query: str) -> list[str]:
        shown = await data_of(http, f"/api/v2/agents/42/corpora{query}")
        return [item["corpus"]["name"] for item in shown["items"]["agent_corpus"]]

    assert await names("") == ["HR Handbook", "Drafts"]
    assert await names("?verbosity=medium&is_enabled=true") == ["HR Handbook"]
    assert await names("?is_enabled=false") == ["Drafts"]


async def test_a_connection_is_made_once_switched_off_and_seen_by_both_generations(
    http: httpx.AsyncClient,
) -> None:
    path = "/v2/api/agent/42/corpus/8"
    first = await http.post(path)
    again = await http.post(path)
    off = await http.put(path, json={"is_enabled": False})
    shown = await data_of(http, path)
    listed = await data_of(http, "/api/v2/agents/42/corpora?is_enabled=true")

    assert first.status_code == 201
    assert first.json()["corpus"]["name"] == "Product$$2025"
    assert again.json()["id"] == first.json()["id"]
    assert off.json()["is_enabled"] is False
    assert shown == off.json()
    assert 8 not in [item["corpus"]["id"] for item in listed["items"]["agent_corpus"]]


async def test_all_connections_of_an_agent_are_one_object_as_the_page_shows(
    http: httpx.AsyncClient,
) -> None:
    shown = await data_of(http, "/v2/api/agent/42/corpus")
    agent = (await http.post("/v2/api/agent", data={"name": "New"})).json()["data"]
    without = await http.get(f"/v2/api/agent/{agent['id']}/corpus")

    assert shown["corpus"]["id"] == 7
    assert without.status_code == 404


async def test_an_answer_can_be_voted_on_commented_and_deleted(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    answer = await ask(http, "How many days of leave do I have?")
    number = answer["agent_response_id"]
    path = f"/api/v2/agent-responses/{number}"
    up = await http.post(f"{path}/feedbacks", json={"vote_type": "upvote"})
    await http.post(f"{path}/feedbacks", json={"vote_type": "downvote"})
    comment = {"comment": "Not Accurate", "created_by": "kim@example.com"}
    await http.post(f"{path}/comments", json=comment)
    thread = f"/api/v2/chat-threads/{answer['thread_id']}/agent-responses"
    stored = (await data_of(http, thread))["agent_responses"][0]
    old = (await data_of(http, f"/v2/api/chat-thread/{answer['thread_id']}/agent-response"))[0]
    deleted = await http.delete(path)

    assert up.json()["data"]["id"] == number
    assert [vote["is_downvote"] for vote in stored["feedback"]] == [True]
    assert stored["comments"][0]["comment"] == "Not Accurate"
    assert stored["comments"][0]["created_by"] == "kim@example.com"
    assert old["comments"] == stored["comments"]
    assert deleted.json() == {"success": True, "message": "Agent response deleted successfully"}
    assert (await data_of(http, thread))["agent_responses"] == []


async def test_the_pinned_answer_is_listed(http: httpx.AsyncClient) -> None:
    pinned = await data_of(http, "/v2/api/agent/42/response/pin")

    assert len(pinned) == 1
    assert pinned[0]["pinned"] is True
    assert pinned[0]["question"] == "What is our leave policy?"
    assert {"thoughts", "data_points"} <= set(pinned[0]["response"])


async def test_a_team_takes_both_optional_headers(http: httpx.AsyncClient) -> None:
    headers = {"Organization-Id": "1", "X-Authorization-Consistency-Token": "abc"}
    team = await http.get("/api/v2/teams/3", headers=headers)
    wrong = await http.get("/api/v2/teams/3", headers={"Organization-Id": "one"})

    assert team.json()["data"]["name"] == "People"
    assert wrong.status_code == 400
