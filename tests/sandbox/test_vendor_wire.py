"""The calls of the vendor's own clients, as far as they are known, and what they read.

The Quickstart template is a web app, the Slack app a Node service. Both are public; each test here
goes the way that one of them goes and looks at the members that it looks at.
"""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from ejento_async.sandbox import Sandbox

AGENT = 42
INSTRUCTIONS = (
    "\n\n[IMPORTANT: Keep your response concise and under 3000 characters. "
    "Use Slack mrkdwn format (NOT standard Markdown).]"
)


class Template:
    """The Quickstart template's way of calling."""

    def __init__(self, base_url: str, api_key: str, access_token: str | None) -> None:
        headers = {"Content-Type": "application/json", "Ocp-Apim-Subscription-Key": api_key}
        if access_token is not None:
            # Its settings hold the value with the word in front.
            headers["Authorization"] = f"Bearer {access_token}"
        self.http = httpx.AsyncClient(base_url=base_url, headers=headers, verify=False)

    async def call(self, method: str, path: str, body: object = None) -> Any:
        """Make a call as axios does: a status other than 2xx is an error."""
        content = None if body is None else json.dumps(body).encode()
        response = await self.http.request(method, path, content=content)
        response.raise_for_status()
        return response.json()

    async def stream(self, body: dict[str, Any]) -> list[dict[str, Any]]:
        """Ask for a stream, with the headers that the template sends along."""
        headers = {
            "Accept": "text/event-stream",
            "Access-Control-Allow-Origin": "*",
            "Access-Control-Allow-Methods": "GET,PUT,POST,DELETE,PATCH,OPTIONS",
        }
        found: list[dict[str, Any]] = []
        path = f"/response-service/api/v2/agents/{AGENT}/responses/stream"
        async with self.http.stream("POST", path, json=body, headers=headers) as response:
            assert response.headers["content-type"].startswith("text/event-stream")
            text = (await response.aread()).decode()
        for message in text.split("\n\n"):
            lines = dict(line.split(": ", 1) for line in message.split("\n") if line)
            if "data" in lines:
                found.append(json.loads(lines["data"]))
        return found


@pytest.fixture
async def template(sandbox: Sandbox) -> Any:
    """Yield the template with a token in its settings."""
    template = Template(sandbox.base_url, sandbox.api_key, sandbox.access_token)
    yield template
    await template.http.aclose()


async def test_the_template_checks_its_settings_with_and_without_a_token(
    sandbox: Sandbox, template: Template
) -> None:
    user = await template.call("GET", "/api/v2/users/me")
    agent = await template.call("GET", f"/api/v2/agents/{AGENT}")
    without = Template(sandbox.base_url, sandbox.api_key, None)
    alone = await without.call("GET", f"/api/v2/agents/{AGENT}")
    await without.http.aclose()

    assert user["data"]["email"]
    assert user["data"]["organization"]["org_name"]
    assert agent["success"] is True
    assert agent["data"]["pattern"]["name"] != "DeepAgent"
    assert alone["data"]["id"] == AGENT


async def test_the_template_logs_in_by_one_time_password(
    sandbox: Sandbox, template: Template
) -> None:
    login = Template(sandbox.base_url, sandbox.api_key, None)
    flags = await login.call("GET", "/auth-service/api/v2/feature-flags/logins")
    sent = await login.call(
        "POST",
        "/auth-service/api/v2/users/passwordless-auth",
        {"email": sandbox.email, "next": "https://app.example.com/auth/confirmation/"},
    )
    tokens = await login.call(
        "POST",
        "/auth-service/api/v2/users/verify-otp",
        {"otp_session_id": sent["data"]["otp_session_id"], "code": sandbox.mailbox[-1].code},
    )
    await login.http.aclose()

    assert [item for item in flags["data"]["items"] if item["name"] == "otp" and item["is_active"]]
    assert tokens["data"]["access_token"]
    assert tokens["data"]["ejento_access_token"]


async def test_the_template_comes_back_from_a_magic_link(
    sandbox: Sandbox, template: Template
) -> None:
    body = {"email": sandbox.email, "next": "https://app.example.com/auth/confirmation/"}
    await template.call("POST", "/auth-service/api/v2/users/passwordless-auth", body)
    query = parse_qs(urlsplit(sandbox.mailbox[-1].link).query)
    checked = await template.call(
        "POST", "/auth-service/api/v2/users/validate-magic-link", {"token": query["x"][0]}
    )

    assert {"token", "ejento_access_token", "x"} == set(query)
    assert checked["success"] is True


async def test_the_template_refreshes_its_tokens_with_an_empty_body(sandbox: Sandbox) -> None:
    template = Template(sandbox.base_url, sandbox.api_key, sandbox.auth_token)
    body = await template.call("POST", "/auth-service/api/v2/users/refresh-access-token")
    again = await template.http.post("/auth-service/api/v2/users/refresh-access-token")
    await template.http.aclose()

    assert body["data"]["access_token"]
    assert body["data"]["ejento_access_token"]
    assert again.status_code == 401


async def test_the_template_reads_errors_from_the_members_it_knows(
    sandbox: Sandbox, template: Template
) -> None:
    core = await template.http.get("/api/v2/agents/999999")
    auth = await template.http.post(
        "/auth-service/api/v2/users/verify-otp", json={"otp_session_id": "a", "code": "BCDEFG"}
    )

    assert core.json()["message"] == "Agent not found"
    assert auth.json()["detail"] == "Invalid or expired code"


async def test_the_template_chats(template: Template) -> None:
    created = await template.call(
        "POST",
        f"/api/v2/agents/{AGENT}/chat-threads",
        {"agent": AGENT, "created_by": "ada@example.com"},
    )
    thread = created["data"]["id"]
    events = await template.stream(
        {
            "chat_thread_id": thread,
            "history": [{"user": "Hello", "bot": "Hi"}],
            "query_source": "app-ejento",
            # What JavaScript makes of `[undefined]`, which it sends when no corpus is chosen.
            "overrides": {
                "log_intermediate_response": True,
                "corpus_ids": [None],
                "retrieve_data_points": True,
            },
            "caching_enabled": True,
            "user_query": "What is our leave policy?",
            "is_file_attached": True,
        }
    )
    end = events[-1]
    output = end["output"]
    text = "".join(
        event["delta"] for event in events if event["step"] in ("assistant_stream", "model_stream")
    )
    logs = await template.call(
        "GET", f"/api/v2/chat-threads/{thread}/agent-responses?include_steps=true"
    )
    threads = await template.call(
        "GET", f"/api/v2/agents/{AGENT}/chat-threads?query_source=app-ejento"
    )
    stored = logs["data"]["agent_responses"][0]

    assert end["step"] == "end"
    assert end["success"] is True
    assert text == output["answer"]
    assert output["thread_id"] == thread
    assert output["references"][0]["number"] == 0
    assert output["chat_thread_name"] == "What is our leave policy"
    assert stored["id"] == output["agent_response_id"]
    assert stored["response"]["success"] is True
    assert stored["response_steps"][0]["friendly_message"]
    assert threads["data"]["chat_threads"][0]["title"] == output["chat_thread_name"]


async def test_the_template_votes_comments_renames_and_deletes(template: Template) -> None:
    answer = await template.call(
        "POST",
        f"/response-service/api/v2/agents/{AGENT}/responses",
        {"user_query": "Meals?", "agent_id": AGENT},
    )
    number, thread = answer["data"]["agent_response_id"], answer["data"]["thread_id"]
    voted = await template.call(
        "POST", f"/api/v2/agent-responses/{number}/feedbacks", {"vote_type": "upvote"}
    )
    commented = await template.call(
        "POST",
        f"/api/v2/agent-responses/{number}/comments",
        {"comment": "Irrelevant", "created_by": "ada@example.com"},
    )
    renamed = await template.call("PUT", f"/api/v2/chat-threads/{thread}", {"title": "Food"})
    removed = await template.call("DELETE", f"/api/v2/agent-responses/{number}")
    deleted = await template.call("DELETE", f"/api/v2/chat-threads/{thread}")

    assert voted["data"]["id"] == number
    assert {body["success"] for body in (commented, renamed, removed, deleted)} == {True}


async def test_the_template_attaches_a_file_sending_its_source_twice(
    sandbox: Sandbox, template: Template
) -> None:
    thread = await template.call("POST", f"/api/v2/agents/{AGENT}/chat-threads", {})
    path = f"/api/v2/chat-threads/{thread['data']['id']}/corpora"
    without = await template.http.get(path)
    corpus = await template.call(
        "POST",
        "/api/v2/corpora",
        {
            "name": f"AttachmentCorpus-{thread['data']['id']}",
            "description": "Attachments",
            "indexing_mode_id": 3,
            "corpus_type": "attachment",
        },
    )
    connected = await template.call("POST", f"{path}/{corpus['data']['id']}", {})
    file = ("notes.txt", b"The meeting is on Tuesday.", "text/plain")
    headers = {"Authorization": f"Bearer {sandbox.access_token}"}
    upload = await template.http.post(
        f"/indexing-service/api/v2/corpora/{corpus['data']['id']}/documents",
        files=[
            ("user_id", (None, "1")),
            ("content_type", (None, "file")),
            ("upload_from", (None, "web")),
            ("attachment", (None, "true")),
            ("source", file),
            ("source", file),
        ],
        headers={**headers, "Content-Type": "multipart/form-data; boundary=b0undary"},
    )
    document = upload.json()["data"]
    steps = []
    for _ in range(30):
        shown = await template.call("GET", f"/api/v2/documents/{document['id']}")
        steps.append(shown["data"]["step"])
        if shown["data"]["is_failed"] or shown["data"]["step"] == "completed":
            break
    listed = await template.call("GET", f"/api/v2/corpora/{corpus['data']['id']}/documents")
    removed = await template.call(
        "DELETE",
        f"/api/v2/corpora/{corpus['data']['id']}/documents",
        {"document_ids": [document["id"]]},
    )

    assert without.status_code == 404
    assert connected["data"]["id"]
    assert steps == ["uploaded", "completed"]
    assert listed["data"]["documents"][0]["source"] == f"{document['id']}-notes.txt"
    assert removed["success"] is True


async def test_the_template_lists_corpora_and_opens_a_citation(
    sandbox: Sandbox, template: Template
) -> None:
    corpora = await template.call(
        "GET", f"/api/v2/agents/{AGENT}/corpora?verbosity=medium&is_enabled=true"
    )
    file = await template.http.get(
        "/api/v2/citation/101-leave-policy.md?convert_to_pdf=true", headers={"Accept": "*/*"}
    )

    assert corpora["data"]["items"]["agent_corpus"][0]["corpus"]["name"] == "HR Handbook"
    assert file.headers["content-type"].startswith("text/markdown")
    assert file.content.startswith(b"# Annual leave")


async def test_the_slack_app_serves_a_user_that_it_has_not_seen_before(sandbox: Sandbox) -> None:
    base, indexing = sandbox.base_url, f"{sandbox.base_url}/indexing-service"
    responses = f"{sandbox.base_url}/response-service"
    async with httpx.AsyncClient(verify=False) as http:
        granted = await http.post(
            f"{base}/user-token",
            json={"email": "kim@example.com", "full_name": "Kim Lee"},
            headers={"ejento-auth-key": sandbox.application_secret},
        )
        http.headers = httpx.Headers(
            {
                "Ocp-Apim-Subscription-Key": sandbox.api_key,
                "Authorization": f"Bearer {granted.json()['token']}",
            }
        )
        path = f"{base}/api/v2/agents/{AGENT}/chat-threads"
        threads = (await http.get(f"{path}?query_source=slack-ejento")).json()
        created = await http.post(path, json={})
        again = (await http.get(f"{path}?query_source=slack-ejento")).json()
        thread = created.json()["data"]
        corpus = (
            await http.post(
                f"{base}/api/v2/corpora",
                json={
                    "name": f"AttachmentCorpus-{thread['id']}",
                    "description": "Slack Attachment Corpus",
                    "indexing_mode_id": 3,
                    "corpus_type": "attachment",
                },
            )
        ).json()["data"]
        await http.post(
            f"{base}/api/v2/chat-threads/{thread['id']}/corpora/{corpus['id']}", json={}
        )
        duplicates = await http.post(
            f"{base}/api/v2/corpora/{corpus['id']}/documents/duplicates",
            json={"documents": ["plan.txt"]},
        )
        uploaded = await http.post(
            f"{indexing}/api/v2/corpora/{corpus['id']}/documents",
            data={
                "user_id": str(granted.json()["user_id"]),
                "content_type": "file",
                "upload_from": "web",
                "attachment": "true",
            },
            files={"source": ("plan.txt", b"The launch is in May.", "application/octet-stream")},
        )
        document = f"{base}/api/v2/documents/{uploaded.json()['data']['id']}"
        status = (await http.get(document)).json()["data"]
        await http.get(document)
        question = {
            "created_by": "kim@example.com",
            "chat_thread_id": thread["id"],
            "user_query": f"When is the launch?{INSTRUCTIONS}",
            "query_source": "teams-ejento",
            "overrides": {
                "cache_skip": True,
                "semantic_ranker": True,
                "sources": True,
                "log_intermediate_response": True,
                "retrieve_data_points": True,
                "suggest_followup_questions": True,
            },
            "caching_enabled": False,
            "is_file_attached": True,
        }
        plain = await http.post(f"{responses}/api/v2/agents/{AGENT}/responses", json=question)
        final: dict[str, Any] = {}
        said = ""
        url = f"{responses}/api/v2/agents/{AGENT}/responses/stream"
        async with http.stream("POST", url, json=question) as stream:
            async for line in stream.aiter_lines():
                if line.startswith("data: "):
                    data = json.loads(line.removeprefix("data: "))
                    final = data.get("output") or final
                    if data.get("message") and not said:
                        continue  # shown as a status until the answer begins
                    said += data.get("delta", "")

    assert granted.status_code == 201
    assert {"token", "user_id", "role", "expires_on"} == set(granted.json())
    assert threads["data"]["chat_threads"] == []
    assert created.status_code in (200, 201)
    assert again["data"]["chat_threads"][0]["id"] == thread["id"]
    assert duplicates.json()["data"]["duplicate_files"] == []
    assert status["step"] == "uploaded"
    assert status["is_failed"] is False
    assert plain.status_code == 200
    assert plain.json()["data"]["answer"].startswith("The launch is in May.")
    assert said == final["answer"] == plain.json()["data"]["answer"]
    assert final["references"][0]["url"].endswith("plan.txt")
