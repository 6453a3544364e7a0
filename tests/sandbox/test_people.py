"""People: members of teams and projects, users of agents, permissions, accounts."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from ejento_async.sandbox import Sandbox

from .wire import data_of, headers_of, ids


@pytest.mark.parametrize(
    "body",
    [
        {"user": 147},
        {"user_id": 147},
        {"users": [147]},
        {"user_ids": [147, True, None, "147"]},
        {"users": [{"id": 147, "role": "Editor"}]},
    ],
)
async def test_users_are_read_from_a_body_however_it_names_them(
    http: httpx.AsyncClient, body: dict[str, Any]
) -> None:
    team = await data_of(http, "POST", "/api/v2/teams/3/users", json=body)

    assert team["users"] == [147]
    assert ids(await data_of(http, "GET", "/v2/api/team/3/user")) == [1, 147]


async def test_users_that_do_not_exist_cannot_be_added(http: httpx.AsyncClient) -> None:
    for path in ("/api/v2/teams/3/users", "/api/v2/projects/1/users", "/v2/api/agent/42/user"):
        response = await http.post(path, json={"users": [3, 999]})

        assert response.json()["message"] == "User not found"
    assert "users" not in await data_of(http, "GET", "/api/v2/teams/3")


async def test_users_come_to_a_project_and_leave_it_in_all_generations(
    http: httpx.AsyncClient,
) -> None:
    one = {"project_id": 1, "user_id": 2}
    await data_of(http, "POST", "/project/user", json=one)
    await data_of(http, "POST", "/v2/api/project/1/user", json={"user_ids": [3]})
    await data_of(http, "POST", "/api/v2/projects/1/users", json={"users": [3, 147]})
    full = await data_of(http, "GET", "/api/v2/projects/1")
    await data_of(http, "DELETE", "/project/user", json=one)
    await data_of(http, "DELETE", "/v2/api/project/1/user", json={"user_ids": [3]})
    await data_of(http, "DELETE", "/api/v2/projects/1/users", json={"users": [147]})
    empty = await data_of(http, "GET", "/project/1")

    assert full["users"] == [2, 3, 147]
    assert empty["users"] == []


async def test_a_role_in_a_team_is_that_of_the_caller(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    grace = headers_of(sandbox, sandbox.issue_tokens("grace@example.com").access)
    path = "/v2/api/team/3/role"
    stranger = await data_of(http, "GET", path, headers=grace)
    await data_of(http, "POST", "/v2/api/team/3/user", json={"users": [3]})
    member = await data_of(http, "GET", path, headers=grace)
    owner = await data_of(http, "GET", path)

    assert [stranger["role"], member["role"], owner["role"]] == [None, "Member", "Owner"]
    assert ids(await data_of(http, "GET", "/v2/api/user/team", headers=grace)) == [3]
    assert await data_of(http, "GET", "/v2/api/user/team/3/project", headers=grace) == []


async def test_who_may_use_an_agent_is_the_same_in_all_generations(
    http: httpx.AsyncClient,
) -> None:
    await data_of(http, "PUT", "/agent/access/42", json={"access": "Only me"})
    await data_of(http, "POST", "/api/v2/agents/42/users", json={"user_id": 3})
    permissions = await data_of(http, "GET", "/v2/api/agent/42/user/permission")
    users = await data_of(http, "GET", "/api/v2/agents/42/users")
    await data_of(http, "DELETE", "/v2/api/agent/42/user/3")
    again = await http.delete("/api/v2/agents/42/users/3")

    assert (await data_of(http, "GET", "/v2/api/agent/42/access"))["access"] == "Only me"
    assert (await data_of(http, "GET", "/api/v2/agents/42"))["access"] == "Only me"
    assert ids([permission["user"] for permission in permissions]) == ids(users) == [1, 147, 3]
    assert again.status_code == 404


async def test_permissions_of_users_are_one_for_each(http: httpx.AsyncClient) -> None:
    await data_of(http, "POST", "/user/permission", json={"user_id": 3, "permission": "Owner"})
    await data_of(http, "PUT", "/v2/api/user/3/permission", json={"permission": "Editor"})
    shown = await data_of(http, "GET", "/user/permission/3")
    await data_of(http, "POST", "/v2/api/user/3/permission", json={"scope": "all"})
    replaced = await data_of(http, "GET", "/v2/api/user/3/permission")
    await data_of(http, "DELETE", "/user/permission/3")

    assert (shown["user"], shown["permission"]) == (3, "Editor")
    assert "permission" not in replaced
    assert (await http.get("/v2/api/user/3/permission")).status_code == 404


async def test_permissions_on_a_corpus_are_given_and_taken(http: httpx.AsyncClient) -> None:
    body = {"user_ids": [3, 147], "permission": "Owner"}
    await data_of(http, "POST", "/corpus/7/permission", json=body)
    both = await data_of(http, "GET", "/v2/api/corpus/7/permission")
    one = await data_of(http, "GET", "/v2/api/corpus/7/permission/147")
    await data_of(http, "DELETE", "/corpus/7/permission", json={"user_id": 147})

    assert [permission["user"] for permission in both] == [3, 147]
    assert one["permission"] == "Owner"
    assert (await http.get("/corpus/7/permission/147")).status_code == 404
    assert len(await data_of(http, "GET", "/corpus/7/permission")) == 1


async def test_a_permission_set_gets_members(http: httpx.AsyncClient) -> None:
    path = "/api/v2/organizations/1/permission-sets"
    await data_of(http, "POST", f"{path}/1/members", json={"members": [3, 147]})
    unknown = await http.post(f"{path}/2/members", json={"members": [3]})

    assert (await data_of(http, "GET", f"{path}/1"))["members"] == [3, 147]
    assert ids(await data_of(http, "GET", path)) == [1]
    assert unknown.status_code == 404


async def test_deleted_users_are_locked_out_and_nobody_deletes_themselves(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    grace = headers_of(sandbox, sandbox.issue_tokens("grace@example.com").access)
    by_grace = await http.delete("/api/v2/users/147", headers=grace)
    both = await http.request("DELETE", "/v2/api/user", json={"user_ids": [3, 1]})
    renamed = await http.put("/api/v2/users/3", json={"first_name": "Amazing"}, headers=grace)
    promoted = await http.put("/api/v2/users/3", json={"role": "Global Admin"}, headers=grace)
    await data_of(http, "DELETE", "/user/batch", json={"user_ids": [3]})
    locked_out = await http.get("/api/v2/users/me", headers=grace)
    taken = await http.put("/api/v2/users/147", json={"email": sandbox.email})

    assert (by_grace.status_code, both.status_code, promoted.status_code) == (403, 400, 403)
    assert renamed.json()["data"]["first_name"] == "Amazing"
    assert locked_out.status_code == 401
    assert taken.status_code == 400


async def test_whoever_registers_may_log_in_and_change_the_password(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    async def login(password: str) -> httpx.Response:
        form = {"username": "kay@example.com", "password": password}
        return await http.post("/auth-service/api/v2/login/access-token", data=form)

    kay = {"email": "kay@example.com", "password": "first", "full_name": "Kay McNulty"}
    path = "/auth-service/api/v2/users/signup"
    await data_of(http, "POST", path, json=kay)
    twice = await http.post(path, json=kay)
    nameless = await http.post(path, json={})
    auth_token = (await login("first")).json()["data"]["access_token"]
    changed = await http.patch(
        "/auth-service/api/v2/users/me/password",
        json={"new_password": "second"},
        headers=headers_of(sandbox, auth_token),
    )

    assert (twice.status_code, nameless.status_code, changed.status_code) == (400, 400, 200)
    assert (await login("first")).status_code == 401
    assert (await login("second")).status_code == 200


async def test_tokens_of_azure_are_exchanged_for_good_ones(http: httpx.AsyncClient) -> None:
    for path in ("azure-ad", "azure-ad/app-only"):
        url = f"/auth-service/api/v2/sso/{path}/exchange"
        tokens = await data_of(http, "POST", url, json={"token": "theirs"})
        headers = {"Authorization": f"Bearer {tokens['ejento_access_token']}"}
        me = await data_of(http, "GET", "/api/v2/users/me", headers=headers)

        assert me["id"] == 1


async def test_a_user_needs_an_address(http: httpx.AsyncClient) -> None:
    for path in ("/api/v2/organizations/1/users", "/v2/api/organization/1/user"):
        response = await http.post(path, json={"first_name": "Nobody"})

        assert response.status_code == 400
        assert response.json()["message"] == "email: This field is required."


async def test_when_the_seeded_user_is_gone_nobody_gets_in_without_a_password(
    sandbox: Sandbox, http: httpx.AsyncClient
) -> None:
    john = headers_of(sandbox, sandbox.issue_tokens("admin@example.com").access)
    await data_of(http, "DELETE", "/api/v2/users/1", headers=john)
    azure = await http.post("/auth-service/api/v2/sso/azure-ad/exchange", json={})
    google = await http.get("/auth-service/api/v2/sso/google/login?next=https://app.example.com/")

    assert (azure.status_code, google.status_code) == (401, 401)
