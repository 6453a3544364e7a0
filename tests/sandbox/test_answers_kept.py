"""Answers, documents, evaluation and workflows after they were made, in all generations."""

from __future__ import annotations

from typing import Any

import httpx

from ejento_async.sandbox import Sandbox

from .wire import UPLOAD, ask, data_of, headers_of, ids


async def test_a_stored_answer_is_got_changed_pinned_and_deleted(http: httpx.AsyncClient) -> None:
    number = (await ask(http, "How long is parental leave?"))["agent_response_id"]
    path, old_path = f"/api/v2/agent-responses/{number}", f"/v2/api/agent-response/{number}"
    sent: Any = {"answer": "Long", "total_tokens": "many", "verdict": "wrong"}
    changed = await data_of(http, "PUT", path, json={"response": sent})
    old = await data_of(http, "GET", old_path)
    await data_of(http, "PUT", f"{old_path}/pin")
    pinned = await data_of(http, "GET", "/api/v2/agents/42/responses/pin")
    await data_of(http, "DELETE", f"{path}/pin")
    unpinned = await data_of(http, "GET", "/v2/api/agent/42/response/pin")
    await data_of(http, "DELETE", old_path)

    assert changed["response"]["answer"] == "Long"
    assert changed["response"]["verdict"] == "wrong"
    assert old["response"] == changed["response"]  # what has a type keeps it
    assert ids(pinned) == [1001, number]
    assert ids(unpinned) == [1001]
    assert (await http.get(path)).json()["message"] == "Agent response not found"


async def test_answers_are_listed_by_agent_user_and_project(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    grace = headers_of(sandbox, sandbox.issue_tokens("grace@example.com").access)
    body = {"agent_id": 43, "user_query": "Meals?", "query_source": "v1"}
    number = (await data_of(http, "POST", "/chat", json=body, headers=grace))["agent_response_id"]
    everything = await data_of(http, "GET", "/api/v2/agent-responses")
    page = await data_of(http, "GET", "/api/v2/agent-responses?page=2&items_per_page=3")
    by_agent = await data_of(http, "GET", "/api/v2/agents/42/responses")
    by_source = await data_of(http, "GET", "/api/v2/agent-responses?query_source=v1")
    by_user = await data_of(http, "GET", "/v2/api/user/3/agent-response")
    by_project = await data_of(http, "GET", "/v2/api/project/1/agent-response")

    assert ids(everything["agent_responses"]) == [1001, 1002, 1003, number]
    assert (page["meta"]["count"], page["meta"]["num_pages"]) == (4, 2)
    assert ids(by_agent["agent_responses"]) == [1001, 1002, 1003]
    assert ids(by_source["agent_responses"]) == ids(by_user) == [number]
    assert ids(page["agent_responses"]) == [number]
    assert len(by_project) == 4
    assert (await http.post("/chat", json={"user_query": "Hi"})).status_code == 400


async def test_votes_and_comments_are_the_same_in_all_generations(
    http: httpx.AsyncClient,
) -> None:
    await data_of(http, "POST", "/chat/upvote", json={"chatlog_id": 1001})
    up = await data_of(http, "GET", "/api/v2/agent-responses/1001")
    await data_of(http, "POST", "/chat/downvote", json={"chatlog_id": 1001})
    down = await data_of(http, "GET", "/v2/api/agent-response/1001")
    vote = {"vote_type": "upvote"}
    await data_of(http, "POST", "/v2/api/agent-response/1001/feedback", json=vote)
    again = await data_of(http, "GET", "/api/v2/agent-responses/1001")
    comment = {"chatlog_id": 1001, "comment": "First"}
    await data_of(http, "POST", "/chat/comment", json=comment)
    await data_of(http, "POST", "/v2/api/agent-response/1001/comment", json={"comment": "Second"})
    comments = await data_of(http, "GET", "/api/v2/agent-responses/1001/comments")

    votes = [[vote["is_upvote"] for vote in view["feedback"]] for view in (up, down, again)]
    assert votes == [[True], [False], [True]]
    assert [item["comment"] for item in comments] == ["First", "Second"]
    assert await data_of(http, "GET", "/v2/api/agent-response/1001/comment") == comments


async def test_thoughts_and_supporting_content_of_an_answer_can_be_seen(
    http: httpx.AsyncClient,
) -> None:
    overrides = {"retrieve_data_points": True, "log_intermediate_response": True}
    answer = await ask(http, "How long is parental leave?", overrides=overrides)
    number = answer["agent_response_id"]
    thoughts = await data_of(http, "GET", f"/api/v2/agent-responses/{number}/thoughts")
    content = await data_of(http, "GET", f"/api/v2/agent-responses/{number}/supporting-content")

    assert thoughts == {"thoughts": answer["thoughts"]}
    assert content == {"data_points": answer["data_points"]}
    assert await data_of(http, "GET", f"/chat/thought-process/{number}") == thoughts
    assert await data_of(http, "GET", f"/chat/supporting-content/{number}") == content


async def test_answers_from_elsewhere_are_logged(http: httpx.AsyncClient) -> None:
    log = {"question": "Who?", "response": {"answer": "Me", "model": "own"}, "query_source": "bot"}
    one = await data_of(http, "POST", "/api/v2/agents/43/responses/logs", json=log)
    old = await data_of(http, "POST", "/v2/api/agent/43/response/log", json={"response": [1]})
    many = {"logs": [{"question": "When?", "response": "Now"}, "nothing", {"question": 7}]}
    await data_of(http, "POST", "/api/v2/agents/43/responses/logs/bulk", json=many)
    await data_of(http, "POST", "/api/v2/agents/43/responses/logs/bulk", json={})
    kept = (await data_of(http, "GET", "/api/v2/agents/43/responses"))["agent_responses"]
    stopped = await http.post("/response-service/api/v2/agents/43/responses/stop", json={})

    assert (one["response"]["answer"], one["response"]["model"]) == ("Me", "own")
    assert one["query_source"] == "bot"
    assert old["response"]["answer"] == "[1]"
    assert [item["question"] for item in kept] == ["Who?", "", "When?", "7"]
    assert stopped.json()["success"] is True


async def test_threads_are_listed_for_admins_by_user_and_agent(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    grace = headers_of(sandbox, sandbox.issue_tokens("grace@example.com").access)
    hers = await data_of(http, "POST", "/api/v2/agents/43/chat-threads", json={}, headers=grace)
    path = "/v2/api/chat-thread/admin"
    everything = await data_of(http, "POST", path, json={})
    by_user = await data_of(http, "POST", path, json={"user_id": 3})
    by_agent = await data_of(http, "POST", path, json={"agents": [42]})
    page = await data_of(http, "POST", f"{path}?page=2&items_per_page=1", json={})
    logs = await data_of(http, "GET", "/v2/api/chat-thread/1001/chatlogs")

    assert ids(everything["chat_threads"]) == [1001, hers["id"]]
    assert ids(by_user["chat_threads"]) == ids(page["chat_threads"]) == [hers["id"]]
    assert ids(by_agent["chat_threads"]) == [1001]
    assert (page["count"], page["num_pages"], page["current_page"]) == (2, 2, 2)
    assert ids(logs) == [1001, 1002, 1003]
    assert ids(await data_of(http, "GET", "/chat/threads/42")) == [1001]


async def test_the_corpus_of_a_thread_is_taken_away_once(http: httpx.AsyncClient) -> None:
    await data_of(http, "POST", "/v2/api/chat-thread/1001/corpus/8")
    other = await http.delete("/api/v2/chat-threads/1001/corpora/7")
    first = await http.delete("/api/v2/chat-threads/1001/corpora/8")
    second = await http.delete("/v2/api/chat-thread/1001/corpus/8")

    assert [other.status_code, first.status_code, second.status_code] == [404, 200, 404]


async def test_a_document_is_indexed_again_after_a_refresh(http: httpx.AsyncClient) -> None:
    refreshed = await data_of(http, "POST", "/api/v2/documents/101/refresh")
    unanswered = await ask(http, "How long is parental leave?")
    steps = [
        (await data_of(http, "GET", path))["step"]
        for path in ("/document/101", "/v2/api/document/101/poll", "/v2/api/document/101")
    ]
    answered = await ask(http, "How long is parental leave?")
    await data_of(http, "POST", "/v2/api/corpus/7/refresh")
    documents = await data_of(http, "GET", "/corpus/7/document")

    assert refreshed["step"] == "pending"
    assert steps == ["uploaded", "completed", "completed"]
    assert unanswered["answer"] != answered["answer"]
    assert {document["step"] for document in documents} == {"pending"}


async def test_a_document_is_described_tagged_downloaded_and_deleted(
    http: httpx.AsyncClient,
) -> None:
    form = {"user_id": "1", "content_type": "file", "upload_from": "web"}
    files = {"source": ("a.txt", b"Sixteen weeks.")}
    upload = await http.post(UPLOAD, data=form, files=files)
    number = upload.json()["data"]["id"]
    await http.post("/corpus/7/document", data=form, files=files)
    described = await data_of(
        http, "PUT", f"/v2/api/document/{number}", json={"description": "Weeks", "source": "b.txt"}
    )
    tags = await data_of(http, "POST", f"/api/v2/documents/{number}/tags", json={"tags": ["x"]})
    path = f"/documents/{number}/download"
    download = await http.get(f"/api/v2/corpora/7{path}")
    elsewhere = await http.get(f"/api/v2/corpora/8{path}")
    again = {"documents": ["a.txt", "b.txt", "c.txt"]}
    duplicates = await data_of(http, "POST", "/corpus/7/document/duplicate", json=again)
    await data_of(http, "DELETE", f"/document/{number}")
    await data_of(http, "DELETE", "/v2/api/corpus/7/document", json={"document_ids": [101]})
    left = await data_of(http, "GET", "/v2/api/corpus/7/document")
    await data_of(http, "DELETE", "/corpus/7/document")

    assert (described["description"], described["source"]) == ("Weeks", f"{number}-b.txt")
    assert (await http.get(f"/api/v2/documents/{number}")).status_code == 404
    assert tags["tags"] == ["x"]
    assert download.content == b"Sixteen weeks."
    assert elsewhere.json()["message"] == "Document not found"
    assert duplicates == {"duplicate_files": ["a.txt", "b.txt"]}
    assert ids(left) == [102, 103, number + 1]
    assert await data_of(http, "GET", "/api/v2/corpora/7/documents") == {"documents": []}


async def test_tags_of_a_corpus_are_replaced(http: httpx.AsyncClient) -> None:
    await data_of(http, "POST", "/v2/api/corpus/7/tag", json={"tags": ["new"]})
    connection = await data_of(http, "GET", "/api/v2/agents/42/corpora/7")

    assert connection["corpus"]["tags"] == ["new"]


async def test_datasets_have_queries_however_they_were_made(http: httpx.AsyncClient) -> None:
    table = b"query,expected\nHow long?,Sixteen weeks\nHow often?\n"
    uploaded = await data_of(
        http,
        "POST",
        "/api/v2/agents/43/evaluation-datasets/upload",
        files={"file": ("leave.csv", table)},
    )
    body = {"agent_id": 43, "queries": ["Who?", {"query": "When?", "id": "x"}]}
    made = await data_of(http, "POST", "/evaluation/dataset", json=body)
    empty = await data_of(http, "POST", "/evaluation/dataset", json={"agent": 43, "queries": 7})
    queries = await data_of(http, "GET", "/evaluation/queries/agent/43")
    of_one = await data_of(http, "GET", f"/evaluation/queries/dataset/{made['id']}")

    assert uploaded["name"] == "leave.csv"
    assert [query["query"] for query in queries] == ["How long?", "How often?", "Who?", "When?"]
    assert queries[0]["expected"] == "Sixteen weeks"
    assert len(set(ids(queries))) == 4
    assert of_one == queries[2:]
    assert await data_of(http, "GET", f"/evaluation/queries/dataset/{empty['id']}") == []


async def test_a_file_that_is_no_table_makes_an_empty_dataset(http: httpx.AsyncClient) -> None:
    dataset = await data_of(
        http,
        "POST",
        "/api/v2/agents/43/evaluation-datasets/upload",
        files={"file": ("noise.csv", b"a\n" + b"x" * 200_000)},
    )

    assert dataset["queries"] == []


async def test_a_test_gets_a_status(http: httpx.AsyncClient) -> None:
    test = await data_of(http, "POST", "/evaluation/test", json={"agent": {"id": 42}, "name": "A"})
    path = f"/evaluation/test/{test['id']}"
    await data_of(http, "PUT", f"{path}/status", json={"status": "running"})
    await data_of(http, "PUT", path, json={"name": "B"})

    shown = await data_of(http, "GET", path)
    assert (shown["name"], shown["status"]) == ("B", "running")
    assert ids(await data_of(http, "GET", "/evaluation/test/agent/42")) == [1, test["id"]]


async def test_a_workflow_keeps_its_answers_and_what_users_think_of_them(
    http: httpx.AsyncClient,
) -> None:
    ask_it = "/response-service/api/v2/workflows/{}/responses"
    workflow = await data_of(http, "POST", "/api/v2/workflows", json={"agent_ids": [42, 999]})
    at = f"/api/v2/workflows/{workflow['id']}"
    body = {"user_query": "How long is parental leave?"}
    answer = await data_of(http, "POST", ask_it.format(workflow["id"]), json=body)
    number = answer["workflow_response_id"]
    opinions = f"/api/v2/workflow-responses/{number}"
    threads = await data_of(http, "GET", f"{at}/chat-threads")
    no_vote = await http.get(f"{opinions}/feedbacks")
    await data_of(http, "POST", f"{opinions}/feedbacks", json={"vote_type": "upvote"})
    await data_of(http, "POST", f"{opinions}/feedbacks", json={"vote_type": "downvote"})
    vote = await data_of(http, "GET", f"{opinions}/feedbacks")
    review = await data_of(http, "POST", f"{opinions}/reviews", json={"review": "Good"})
    responses = await data_of(http, "GET", f"{at}/responses?page=1")
    reviews = await data_of(http, "GET", f"{opinions}/reviews")
    await data_of(http, "DELETE", at)

    assert answer["agents_used"] == ["HR Assistant"]
    assert answer["thread_id"] == f"thread_{threads['chat_threads'][0]['id']}"
    assert no_vote.status_code == 404
    assert (vote["is_upvote"], vote["is_downvote"]) == (False, True)
    assert reviews == [review]
    assert [item["response"] for item in responses["workflow_responses"]] == [answer]
    assert [len(item["feedback"]) for item in responses["workflow_responses"]] == [1]
    assert (await http.get(f"{opinions}/reviews")).status_code == 404
    assert (await http.post(ask_it.format(workflow["id"]), json=body)).status_code == 404


async def test_a_workflow_without_agents_finds_nothing(http: httpx.AsyncClient) -> None:
    workflow = await data_of(http, "POST", "/api/v2/workflows", json={})
    path = f"/response-service/api/v2/workflows/{workflow['id']}/responses"
    answer = await data_of(http, "POST", path, json={"user_query": "Who?"})

    assert answer["agents_used"] == []
    assert answer["answer"].startswith("I could not find anything")
