"""A whole workspace run with V2 alone, from an empty team to the clean-up."""

from __future__ import annotations

from typing import Any

import httpx

from ejento_async.sandbox import Sandbox

from .wire import headers_of


class Workspace:
    """V2 for one user: every call must succeed; the answer is the `data` of the envelope."""

    def __init__(self, http: httpx.AsyncClient, headers: dict[str, str] | None = None) -> None:
        self._http = http
        self._headers = headers

    async def call(self, method: str, path: str, **options: Any) -> Any:
        """Call an operation by its path, without `/api/v2/` unless a service comes first."""
        url = path if path.startswith("/") else f"/api/v2/{path}"
        response = await self._http.request(method, url, headers=self._headers, **options)
        assert response.status_code in (200, 201), response.text
        assert response.json()["success"] is True
        return response.json().get("data")

    async def get(self, path: str) -> Any:
        return await self.call("GET", path)

    async def post(self, path: str, body: dict[str, Any] | None = None) -> Any:
        return await self.call("POST", path, json=body)

    async def put(self, path: str, body: dict[str, Any] | None = None) -> Any:
        return await self.call("PUT", path, json=body)

    async def delete(self, path: str, body: dict[str, Any] | None = None) -> None:
        await self.call("DELETE", path, json=body)


async def test_a_whole_workspace_is_run_with_v2_alone(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    admin = Workspace(http)

    # People.
    person = {"email": "mae@example.com", "first_name": "Mae", "role": "User"}
    mae = await admin.post("organizations/1/users", person)
    team = await admin.post("teams", {"name": "Travel"})
    await admin.post(f"teams/{team['id']}/users", {"user_ids": [mae["id"]]})
    project = await admin.post("projects", {"name": "Journeys", "team_id": team["id"]})
    await admin.post(f"projects/{project['id']}/users", {"user_id": mae["id"]})
    assert [user["id"] for user in await admin.get(f"teams/{team['id']}/users")] == [1, mae["id"]]
    assert (await admin.get(f"projects/{project['id']}"))["users"] == [mae["id"]]

    # An agent and what it knows.
    settings = {"agent_name": "Planner", "project": project["id"], "instructions": ["Be brief."]}
    agent = await admin.post("agents", settings)
    at = f"agents/{agent['id']}"
    await admin.post(f"{at}/instructions", {"instruction": "Be kind."})
    await admin.put(f"{at}/access", {"access": "Only team"})
    await admin.post(f"{at}/tags", {"tags": ["travel"]})
    await admin.post(f"{at}/alias", {"alias": "planner"})
    await admin.post(f"{at}/users", {"user_id": mae["id"]})
    tool = await admin.post("tools", {"name": "Timetable"})
    await admin.post(f"{at}/tools/{tool['id']}")
    await admin.post(f"{at}/conversation-starters", {"text": "Where to?"})
    corpus = await admin.post("corpora", {"name": "Travel rules"})
    await admin.post(f"{at}/corpora/{corpus['id']}")
    form = {"user_id": "1", "content_type": "text", "source": "Night trains are always allowed."}
    uploaded = await admin.call(
        "POST",
        f"/indexing-service/api/v2/corpora/{corpus['id']}/documents",
        files={name: (None, value) for name, value in form.items()},
    )
    document = uploaded
    while document["step"] != "completed":
        document = await admin.get(f"documents/{document['id']}")
    agent = await admin.get(at)
    assert agent["alias"] == "planner"
    assert agent["access"] == "Only team"
    assert agent["tags"] == ["travel"]
    assert agent["connected_tool_names"] == ["Rag Tool", "Attachment Tool", "Timetable"]
    assert [item["instruction"] for item in agent["instructions"]] == ["Be brief.", "Be kind."]
    assert (await admin.get(f"teams/{team['id']}/agents")) == [agent]

    # Mae asks and says what she thinks.
    member = Workspace(http, headers_of(sandbox, sandbox.issue_tokens(mae["email"]).access))
    assert [item["id"] for item in await member.get("agents/users")] == [agent["id"]]
    thread = await member.post(f"{at}/chat-threads", {})
    answer = await member.post(
        f"/response-service/api/v2/{at}/responses",
        {"user_query": "Are night trains allowed?", "chat_thread_id": thread["id"]},
    )
    assert answer["answer"] == "Night trains are always allowed. [0]"
    answered = f"agent-responses/{answer['agent_response_id']}"
    await member.post(f"{answered}/feedbacks", {"vote_type": "upvote"})
    await member.post(f"{answered}/comments", {"comment": "Right"})
    await member.put(f"{answered}/pin")
    await member.put(f"{at}/ratings", {"rating": 5})
    await member.post(f"{at}/votes", {"vote_type": "upvote"})
    await member.post(f"{at}/reviews", {"review": "I never missed a train."})
    pinned = await admin.get(f"{at}/responses/pin")
    page = await admin.get(f"{at}/responses")
    assert [item["id"] for item in pinned] == [answer["agent_response_id"]]
    assert page["agent_responses"][0]["comments"][0]["created_by"] == "mae@example.com"
    assert [rating["rating"] for rating in await admin.get(f"{at}/ratings")] == [5]
    assert (await admin.get(f"{at}/votes"))["is_upvote"] is False  # the admin's own

    # A notification for her.
    note = {"user": mae["id"], "message": "Thank you"}
    notification = await admin.post("notifications", note)
    await member.put(f"notifications/{notification['id']}")
    assert (await admin.get(f"notifications/{notification['id']}"))["is_read"] is True

    # The clean-up leaves what was there before.
    await member.delete(f"chat-threads/{thread['id']}")
    await admin.delete(f"notifications/{notification['id']}")
    await admin.delete(f"corpora/{corpus['id']}/documents", {"document_ids": [document["id"]]})
    await admin.delete(f"{at}/corpora")
    await admin.delete(f"corpora/{corpus['id']}")
    await admin.delete(at)
    await admin.delete(f"tools/{tool['id']}")
    await admin.delete(f"projects/{project['id']}")
    await admin.delete(f"teams/{team['id']}")
    await admin.delete("users", {"user_ids": [mae["id"]]})
    assert [item["id"] for item in await admin.get("teams")] == [3]
    assert [item["id"] for item in await admin.get("projects")] == [1]
    assert [item["id"] for item in await admin.get("agents")] == [42, 43, 2]
    assert [item["id"] for item in await admin.get("corpora")] == [7, 8, 9]
    assert [item["id"] for item in await admin.get("tools")] == [1, 2, 3]
    assert [item["id"] for item in await admin.get("agents/aliases")] == [1]
    assert len((await admin.get("agent-responses"))["agent_responses"]) == 3
    assert all(item.status is not None and item.status < 400 for item in sandbox.requests)
