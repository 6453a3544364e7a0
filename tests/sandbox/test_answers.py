"""Asking agents: whole answers, and the tricks that a question can play."""

from __future__ import annotations

import uuid
from typing import Any

import httpx
import pytest

from ejento_async.sandbox import Sandbox

from .wire import ASK, ask


async def test_an_answer_quotes_the_documents_and_names_them(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    answer = await ask(http, "How many weeks of paid parental leave may parents take?")
    document = await http.get(answer["references"][0]["url"])

    assert answer["answer"].startswith("Parents may take 16 weeks of paid parental leave")
    assert "[0]" in answer["answer"]
    assert answer["sources"] == "[0]"
    assert answer["references"] == [
        {
            "url": f"{sandbox.base_url}/api/v2/citation/101-leave-policy.md",
            "order": 1,
            "number": 0,
        }
    ]
    assert "Parental leave" in document.text


async def test_an_answer_has_every_member_that_the_vendor_documents(
    http: httpx.AsyncClient,
) -> None:
    history = [{"user": "Hello", "bot": "Hi"}]
    answer = await ask(http, "What is our leave policy?", history=history)

    assert {
        "answer",
        "sources",
        "references",
        "followup_questions",
        "indexes",
        "query",
        "history",
        "prompt_prefix",
        "instructions",
        "agent_mode",
        "corpus_ids",
        "run_id",
        "total_tokens",
        "prompt_tokens",
        "completion_tokens",
        "cache_hit",
        "success",
        "chat_thread_name",
        "thread_id",
        "agent_response_id",
        "blocked",
        "guardrail_triggered",
    } <= set(answer)
    assert uuid.UUID(answer["run_id"])
    assert answer["history"] == history
    assert answer["corpus_ids"] == [7]
    assert answer["agent_mode"] == "QnA"
    assert answer["total_tokens"] == answer["prompt_tokens"] + answer["completion_tokens"]
    assert answer["followup_questions"]


async def test_the_same_question_gets_the_same_answer(http: httpx.AsyncClient) -> None:
    first = await ask(http, "Are meals on a journey refunded?")
    second = await ask(http, "Are meals on a journey refunded?")

    assert first["answer"] == second["answer"]
    assert first["run_id"] != second["run_id"]


async def test_the_markup_of_a_page_is_not_quoted(http: httpx.AsyncClient) -> None:
    answer = await ask(http, "May I work from abroad?")

    assert answer["answer"].startswith(
        "Working from abroad needs the approval of the legal department and is limited to 20 days"
    )
    assert "<p>" not in answer["answer"]
    assert "margin" not in answer["answer"]


async def test_two_documents_are_numbered_in_the_order_of_their_marks(
    http: httpx.AsyncClient,
) -> None:
    answer = await ask(http, "Which portal?")

    assert [(item["order"], item["number"]) for item in answer["references"]] == [(1, 0), (2, 1)]
    assert answer["sources"] == "[0][1]"
    assert answer["answer"].index("[0]") < answer["answer"].index("[1]")


async def test_a_question_that_no_document_answers_is_answered_so(http: httpx.AsyncClient) -> None:
    answer = await ask(http, "Which colour has the zebra?")

    assert answer["answer"].startswith("I could not find anything")
    assert answer["references"] == []
    assert answer["sources"] == ""


async def test_a_question_can_name_the_corpora_to_search(http: httpx.AsyncClient) -> None:
    query = "Are documents indexed in the background?"
    without = await ask(http, query)
    named = await ask(http, query, overrides={"corpus_ids": [8]})
    nothing = await ask(http, query, overrides={"corpus_ids": [None]})

    assert "in the background" not in without["answer"]
    assert "in the background" in named["answer"]
    assert named["corpus_ids"] == [8]
    # The vendor's template sends this when no corpus is chosen.
    assert nothing["corpus_ids"] == [7]


async def test_a_question_without_thread_begins_one_and_names_it(http: httpx.AsyncClient) -> None:
    first = await ask(http, "what is our leave policy?", chat_thread_id=None)
    second = await ask(http, "And sick leave?", chat_thread_id=first["thread_id"])
    stored = await http.get(f"/api/v2/chat-threads/{first['thread_id']}/agent-responses")

    assert first["chat_thread_name"] == "What is our leave policy"
    assert second["thread_id"] == first["thread_id"]
    assert second["chat_thread_name"] == first["chat_thread_name"]
    assert [item["id"] for item in stored.json()["data"]["agent_responses"]] == [
        first["agent_response_id"],
        second["agent_response_id"],
    ]


async def test_the_first_answer_names_a_new_thread_but_not_one_that_has_a_name(
    http: httpx.AsyncClient,
) -> None:
    threads = "/api/v2/agents/42/chat-threads"
    new = (await http.post(threads, json={})).json()["data"]
    named = (await http.post(threads, json={})).json()["data"]
    await http.put(f"/api/v2/chat-threads/{named['id']}", json={"title": "Mine"})
    for thread in (new, named):
        await ask(http, "What is our leave policy?", chat_thread_id=thread["id"])
    titles = {
        thread["id"]: thread["title"]
        for thread in (await http.get(threads)).json()["data"]["chat_threads"]
    }

    assert new["title"] == "New Chat"
    assert titles[new["id"]] == "What is our leave policy"
    assert titles[named["id"]] == "Mine"


async def test_steps_are_listed_only_when_asked_for(http: httpx.AsyncClient) -> None:
    path = "/api/v2/chat-threads/1001/agent-responses"
    plain = (await http.get(path)).json()["data"]["agent_responses"][0]
    detailed = (await http.get(f"{path}?include_steps=true")).json()["data"]["agent_responses"][0]

    assert "response_steps" not in plain
    assert detailed["response_steps"][0] == {"friendly_message": "Analyzing..."}


@pytest.mark.parametrize(("agent", "thread"), [(42, 999), (43, 1001)])
async def test_a_thread_of_nobody_or_of_another_agent_is_not_found(
    http: httpx.AsyncClient, agent: int, thread: int
) -> None:
    response = await http.post(
        ASK.replace("42", str(agent)), json={"user_query": "Hi", "chat_thread_id": thread}
    )

    assert response.status_code == 404
    assert response.json()["message"] == "Chat thread not found"


async def test_an_answer_comes_from_the_cache_if_that_is_allowed(http: httpx.AsyncClient) -> None:
    async def hit(**body: Any) -> bool:
        answer = await ask(http, "How long is sick leave paid?", **body)
        cache_hit: bool = answer["cache_hit"]
        return cache_hit

    assert await hit(caching_enabled=True) is False
    assert await hit(caching_enabled=True) is True
    assert await hit(caching_enabled=False) is False
    assert await hit(caching_enabled=True, overrides={"cache_skip": True}) is False
    first = await ask(http, "How long is sick leave paid?", caching_enabled=True)
    await http.delete(f"/api/v2/agent-responses/{first['agent_response_id']}")


async def test_a_cached_answer_that_was_deleted_is_composed_anew(http: httpx.AsyncClient) -> None:
    first = await ask(http, "How long is sick leave paid?", caching_enabled=True)
    await http.delete(f"/api/v2/agent-responses/{first['agent_response_id']}")
    second = await ask(http, "How long is sick leave paid?", caching_enabled=True)

    assert second["cache_hit"] is False


async def test_overrides_add_and_remove_members(http: httpx.AsyncClient) -> None:
    answer = await ask(
        http,
        "What is our leave policy?",
        overrides={
            "suggest_followup_questions": False,
            "retrieve_data_points": True,
            "log_intermediate_response": True,
        },
    )

    assert answer["followup_questions"] == []
    assert answer["data_points"][0].startswith("101-leave-policy.md: ")
    assert answer["thoughts"].startswith("Searched 3 documents")


async def test_instructions_after_the_question_do_not_get_into_the_search(
    http: httpx.AsyncClient,
) -> None:
    plain = await ask(http, "How long is sick leave paid?")
    slack = await ask(
        http, "How long is sick leave paid?\n\n[IMPORTANT: Mention hotels and meals.]"
    )

    assert slack["answer"] == plain["answer"]
    assert slack["query"] == "How long is sick leave paid?"
    assert slack["chat_thread_name"] == plain["chat_thread_name"]


async def test_the_old_addresses_answer_too(http: httpx.AsyncClient) -> None:
    unprefixed = await http.post(
        "/api/v2/agents/42/responses", json={"user_query": "What is our leave policy?"}
    )
    legacy = await http.post(
        "/v2/api/agent/42/response",
        json={
            "model": "gpt-4o",
            "history": [
                {"user": "Hello", "bot": "Hi"},
                {"user": "What is our leave policy?"},
            ],
            "overrides": {"sources": True, "corpus_ids": [7]},
        },
    )
    without = await http.post("/v2/api/agent/42/response", json={"model": "gpt-4o", "history": []})

    assert unprefixed.json()["data"]["answer"] == legacy.json()["data"]["answer"]
    assert legacy.json()["data"]["history"] == [{"user": "Hello", "bot": "Hi"}]
    assert without.status_code == 400


async def test_who_asks_can_be_someone_else(http: httpx.AsyncClient) -> None:
    answer = await ask(http, "Meals?", created_by="kim@example.com")
    stored = await http.get(f"/api/v2/chat-threads/{answer['thread_id']}/agent-responses")

    assert stored.json()["data"]["agent_responses"][0]["created_by"] == "kim@example.com"


async def test_a_failure_is_a_good_status_with_an_envelope_that_says_no(
    http: httpx.AsyncClient,
) -> None:
    response = await http.post(ASK, json={"user_query": "!fail please"})
    body = response.json()

    assert response.status_code == 200
    assert body["success"] is False
    assert body["message"] == "The agent could not generate a response"
    assert body["data"]["success"] is False


async def test_an_error_is_a_server_error(http: httpx.AsyncClient) -> None:
    response = await http.post(ASK, json={"user_query": "!error"})

    assert response.status_code == 500
    assert response.json()["success"] is False


async def test_a_blocked_question_says_so(http: httpx.AsyncClient) -> None:
    answer = await ask(http, "!blocked words")

    assert (answer["blocked"], answer["guardrail_triggered"]) == (True, True)
    assert "guardrail" in answer["answer"]


async def test_an_answer_can_have_unknown_members(http: httpx.AsyncClient) -> None:
    assert (await ask(http, "!unknown"))["trace"] == ["a", 1]


async def test_an_answer_can_be_cut_off(http: httpx.AsyncClient) -> None:
    with pytest.raises(httpx.RemoteProtocolError):
        await http.post(ASK, json={"user_query": "!cut"})


async def test_an_answer_can_fail_to_come(sandbox: Sandbox, http: httpx.AsyncClient) -> None:
    with pytest.raises(httpx.ReadTimeout):
        await http.post(ASK, json={"user_query": "!silent"}, timeout=0.05)


async def test_tricks_are_only_the_first_word(http: httpx.AsyncClient) -> None:
    answer = await ask(http, "What does !fail mean?")

    assert answer["success"] is True


async def test_half_a_character_does_no_harm(http: httpx.AsyncClient) -> None:
    body = b'{"user_query": "What \\ud83d is this?"}'
    response = await http.post(ASK, content=body, headers={"Content-Type": "application/json"})

    assert response.json()["data"]["query"] == "What ? is this?"


async def test_a_question_of_marks_alone_still_gets_a_title(http: httpx.AsyncClient) -> None:
    assert (await ask(http, "???"))["chat_thread_name"] == "Conversation"
