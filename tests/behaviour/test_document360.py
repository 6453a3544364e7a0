"""The ten operations of Document360, over a real socket: another API on the same transport."""

from __future__ import annotations

import copy
import json
import uuid
from collections.abc import AsyncGenerator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from ejento_async import (
    APIResponseError,
    AuthenticationError,
    BadRequestError,
    ConfigurationError,
    Document360Client,
    EjentoClient,
    EjentoError,
    NotFoundError,
    RateLimitError,
    ServerError,
)
from ejento_async.document360 import models
from ejento_async.sandbox import Fault, Sandbox

from .clients import client_of

PETER = "f11efc6f-e968-4e95-82eb-85ad61559de8"
ADA = "844fb5c7-fcbe-4797-b144-1a7ca2508f43"
INVITED = "2e63692d-894b-4a41-90ce-1d0ba87a4b17"
OWNER = "c1b8ae08-78d5-41d9-b3c4-3b0892b05ca8"
CONTRIBUTOR = "64ced5a8-c2b9-4421-821a-4e32bdfaaecc"
EDITOR = "62810dc1-2d21-422e-bdfb-c3daebf91dd3"
GROUP = "c08e52df-1de9-44e7-8c02-be0e41826c24"
NOBODY = "40d55ebb-d2ab-4327-99d0-0e166f8ce6c2"

WHOLE_PROJECT: models.ContentPermissionInput = {
    "associated_content_role_id": EDITOR,
    "access_scope": {"access_level": 3},
}

# The two bodies of the vendor's page "Get complete user details by id", to the letter.
PAGE = json.loads("""
{
  "result": {
    "user_id": "f11efc6f-e968-4e95-82eb-85ad61559de8",
    "first_name": "peter",
    "last_name": "jone",
    "email_id": "[email protected]",
    "profile_logo_url": "https://www.gravatar.com/avatar/FE29D578CBEC3945FC88BF4F10906A3E",
    "last_login_at": "2024-05-23T02:28:57Z",
    "portal_role": {
      "role_id": "c1b8ae08-78d5-41d9-b3c4-3b0892b05ca8",
      "role_name": " Owner"
    },
    "content_roles": [
      {
        "version_access": null,
        "language_access": null,
        "category_access": null,
        "article_access": null,
        "access_scope_level": 3,
        "role_id": "62810dc1-2d21-422e-bdfb-c3daebf91dd3",
        "role_name": "Editor"
      }
    ],
    "associated_groups": [
      {
        "id": "c08e52df-1de9-44e7-8c02-be0e41826c24",
        "title": "MyGroupName",
        "description": "This is my group description.",
        "content_role_infos": null
      }
    ]
  },
  "extension_data": null,
  "success": true,
  "errors": [],
  "warnings": [],
  "information": []
}
""")
UNKNOWN_USER = json.loads("""
{
  "extension_data": null,
  "success": true,
  "errors": [
    {
      "extension_data": null,
      "stack_trace": null,
      "description": "The user id does not exist.",
      "error_code": null,
      "custom_data": null
    }
  ],
  "warnings": [],
  "information": []
}
""")


def client(sandbox: Sandbox, **settings: Any) -> Document360Client:
    """Make a client of the sandbox."""
    return Document360Client(
        base_url=sandbox.base_url, api_key=sandbox.document360_api_token, **settings
    )


@pytest.fixture
async def document360(sandbox: Sandbox) -> AsyncGenerator[Document360Client]:
    """Yield a client of the sandbox."""
    async with client(sandbox) as document360:
        yield document360


def without_nulls(value: Any) -> Any:
    """Return JSON as a record gives it back: what is null there is not told."""
    if isinstance(value, dict):
        return {name: without_nulls(one) for name, one in value.items() if one is not None}
    return [without_nulls(one) for one in value] if isinstance(value, list) else value


# The operation of the seed page.


async def test_the_user_of_the_vendors_page_arrives_with_every_value_and_goes_back(
    sandbox: Sandbox, document360: Document360Client
) -> None:
    sandbox.faults.add(Fault.status(200, body=PAGE, operation="teams_get"))
    account = await document360.teams.get(PETER)

    assert (PETER, "peter", "jone") == (account.user_id, account.first_name, account.last_name)
    assert "[email protected]" == account.email_id
    assert datetime(2024, 5, 23, 2, 28, 57, tzinfo=UTC) == account.last_login_at
    assert models.PortalRole(role_id=OWNER, role_name=" Owner") == account.portal_role
    assert [
        models.ContentRole(access_scope_level=3, role_id=EDITOR, role_name="Editor")
    ] == account.content_roles
    assert account.associated_groups is not None
    assert "This is my group description." == account.associated_groups[0].description
    assert {} == account.additional_properties

    expected = without_nulls(PAGE["result"])
    expected["last_login_at"] = "2024-05-23T02:28:57+00:00"
    assert expected == account.to_dict()
    assert account == models.TeamAccount.from_dict(account.to_dict())


async def test_the_sandbox_answers_as_the_page_but_for_the_address_that_it_masks(
    document360: Document360Client,
) -> None:
    response = await document360.teams.with_response.get(PETER)

    expected = copy.deepcopy(PAGE)
    expected["result"]["email_id"] = "peter.jone@example.com"
    assert expected == response.body


async def test_an_unknown_user_is_a_bad_request_although_the_body_says_success(
    document360: Document360Client,
) -> None:
    with pytest.raises(BadRequestError, match=r"^The user id does not exist\.") as caught:
        await document360.teams.get(NOBODY)

    assert UNKNOWN_USER == caught.value.body
    assert 400 == caught.value.status
    assert "teams_get" == caught.value.operation
    assert isinstance(caught.value, EjentoError)
    assert not isinstance(caught.value, NotFoundError)


async def test_the_last_login_is_read_with_a_zone_and_without_one(
    document360: Document360Client,
) -> None:
    peter, ada = [account async for account in document360.teams.iter(take=2)][:2]
    nobody = await document360.teams.get(INVITED)

    assert peter.last_login_at is not None
    assert timedelta(0) == peter.last_login_at.utcoffset()
    assert datetime(2024, 6, 13, 14, 30) == ada.last_login_at
    assert nobody.last_login_at is None


async def test_content_roles_tell_the_content_that_they_are_for(
    document360: Document360Client,
) -> None:
    ada = await document360.teams.get(ADA)

    assert ada.content_roles is not None
    assert [2, 4, 1, 5, 0] == [role.access_scope_level for role in ada.content_roles]
    version, language, category, article, _ = ada.content_roles
    assert version.version_access is not None
    assert "v1" == version.version_access.version_name
    assert language.language_access is not None
    assert ("sv", "Swedish", "v1") == (
        language.language_access.language_code,
        language.language_access.language_name,
        language.language_access.version_name,
    )
    assert category.category_access is not None
    assert "Getting started" == category.category_access.category_name
    assert article.article_access is not None
    assert "Installation" == article.article_access.article_name
    assert ada.associated_groups is not None
    (role,) = ada.associated_groups[1].content_role_infos or []
    assert role.version_access_info is not None
    assert ("v1", 2, "Writers") == (
        role.version_access_info.version_name,
        role.access_scope_level,
        role.group_name,
    )


async def test_a_level_and_a_member_that_nobody_knows_yet_do_not_break_the_answer(
    sandbox: Sandbox, document360: Document360Client
) -> None:
    body = copy.deepcopy(PAGE)
    body["result"]["content_roles"][0]["access_scope_level"] = 42
    body["result"]["nickname"] = "pj"
    body["result"]["portal_role"] = None
    del body["result"]["associated_groups"]
    sandbox.faults.add(Fault.status(200, body=body, operation="teams_get"))
    account = await document360.teams.get(PETER)

    assert account.content_roles is not None
    assert 42 == account.content_roles[0].access_scope_level
    assert {"nickname": "pj"} == account.additional_properties
    assert (None, None) == (account.portal_role, account.associated_groups)


# The siblings.


async def test_an_account_is_made_changed_and_deleted(document360: Document360Client) -> None:
    teams = document360.teams
    created = await teams.create(
        email_id="alan@example.com",
        invited_by=PETER,
        associated_portal_role_id=CONTRIBUTOR,
        content_permissions=[WHOLE_PROJECT],
        first_name="Alan",
        last_name=None,
    )
    assert created.id is not None
    made = await teams.get(created.id)

    assert ("Alan", None, []) == (made.first_name, made.last_name, made.associated_groups)
    assert made.portal_role is not None
    assert "Contributor" == made.portal_role.role_name

    permission: models.ContentPermissionInput = {
        "associated_content_role_id": EDITOR,
        "access_scope": {
            "access_level": 4,
            "languages": [{"project_version_id": str(uuid.uuid4()), "language_code": "en"}],
        },
    }
    assert await teams.update_portal_role(created.id, associated_portal_role_id=OWNER) is True
    assert await teams.update_content_roles(created.id, content_permissions=[permission]) is True
    assert await teams.update_groups(created.id, associated_groups=[GROUP]) is True
    changed = await teams.get(created.id)

    assert changed.portal_role is not None
    assert OWNER == changed.portal_role.role_id
    assert changed.content_roles is not None
    assert [4] == [role.access_scope_level for role in changed.content_roles]
    assert changed.content_roles[0].language_access is not None
    assert "English" == changed.content_roles[0].language_access.language_name
    assert changed.associated_groups is not None
    assert ["MyGroupName"] == [group.title for group in changed.associated_groups]

    await teams.delete(created.id)
    with pytest.raises(BadRequestError, match="does not exist"):
        await teams.get(created.id)


async def test_an_invitation_is_changed_by_its_own_id(document360: Document360Client) -> None:
    teams = document360.teams
    created = await teams.create(
        email_id="sso@example.com",
        invited_by=PETER,
        associated_portal_role_id=CONTRIBUTOR,
        content_permissions=[],
        is_sso_user=True,
    )
    assert created.id is not None

    assert await teams.update_groups(created.id, associated_groups=[GROUP], is_invitation_id=True)
    with pytest.raises(BadRequestError, match=f"^The user id {created.id} does not exist"):
        await teams.update_groups(created.id, associated_groups=[])


async def test_the_check_of_an_address_has_its_payload_in_data(
    document360: Document360Client,
) -> None:
    found = await document360.teams.with_response.check_email(email_id="ADA@example.com")

    assert models.EmailCheck(exists=True, user_id=ADA) == found.data
    assert "result" not in found.body
    assert found.body["errors"] is None
    nobody = await document360.teams.check_email(email_id="nobody@example.com")
    assert (False, None) == (nobody.exists, nobody.user_id)
    sso = await document360.teams.check_email(email_id="grace@example.com", is_an_sso_user=True)
    assert INVITED == sso.user_id
    assert not (await document360.teams.check_email(email_id="grace@example.com")).exists


async def test_groups_and_roles_stand_beside_the_users_in_the_path(
    sandbox: Sandbox, document360: Document360Client
) -> None:
    groups = await document360.teams.list_groups()
    roles = await document360.teams.list_roles()
    await document360.teams.check_email(email_id="ada@example.com")
    await document360.teams.get(PETER)

    assert (GROUP, "MyGroupName") == (groups[0].group_id, groups[0].title)
    assert [0, 0, 0, 0, 1, 1] == [role.role_type for role in roles]
    assert ["Contributor", "Owner", "Admin", "None", "Editor", "Draft writer"] == [
        role.title for role in roles
    ]
    assert all(role.is_system_role for role in roles)
    assert [
        ("/v2/Teams/groups", "teams_list_groups"),
        ("/v2/Teams/roles", "teams_list_roles"),
        ("/v2/Teams/email-exists", "teams_check_email"),
        (f"/v2/Teams/{PETER}", "teams_get"),
    ] == [(request.path, request.operation) for request in sandbox.requests]


@pytest.mark.parametrize("user_id", ["groups/../roles", "a/b?c#d", "ü"])
async def test_no_user_id_leads_to_another_route(
    sandbox: Sandbox, document360: Document360Client, user_id: str
) -> None:
    with pytest.raises(BadRequestError, match="The user id does not exist"):
        await document360.teams.get(user_id)

    assert "teams_get" == sandbox.requests[-1].operation


@pytest.mark.parametrize("result", [None, "absent"])
async def test_a_list_that_is_null_or_absent_is_an_empty_one(
    sandbox: Sandbox, document360: Document360Client, result: str | None
) -> None:
    body: dict[str, Any] = {"success": True, "errors": None}
    if result is None:
        body["result"] = None
    sandbox.faults.add(Fault.status(200, body=body))

    assert [] == await document360.teams.list_groups()
    assert [] == await document360.teams.list_roles()
    page = await document360.teams.list()
    assert ([], False) == (page.items, page.has_next)


# Refusals.


@pytest.mark.parametrize(
    ("operation", "arguments", "message", "success", "code"),
    [
        ("delete", {}, "Could not find user with given id", False, ""),
        (
            "update_portal_role",
            {"associated_portal_role_id": OWNER},
            f"The user id {NOBODY} does not exist.",
            False,
            "400",
        ),
        (
            "update_content_roles",
            {"content_permissions": [WHOLE_PROJECT], "is_invitation_id": True},
            f"The invitation id {NOBODY} does not exist.",
            True,
            "400",
        ),
        (
            "update_groups",
            {"associated_groups": [GROUP]},
            f"The user id {NOBODY} does not exist.",
            True,
            "400",
        ),
    ],
)
async def test_a_400_is_a_bad_request_whatever_its_success_says(
    document360: Document360Client,
    operation: str,
    arguments: dict[str, Any],
    message: str,
    success: bool,
    code: str,
) -> None:
    with pytest.raises(BadRequestError) as caught:
        await getattr(document360.teams, operation)(NOBODY, **arguments)

    assert message == caught.value.message
    assert success is caught.value.body["success"]
    assert code == caught.value.body["errors"][0]["error_code"]


async def test_an_account_that_cannot_be_made_is_refused_with_the_reason(
    sandbox: Sandbox, document360: Document360Client
) -> None:
    arguments: dict[str, Any] = {
        "email_id": "new@example.com",
        "invited_by": PETER,
        "associated_portal_role_id": CONTRIBUTOR,
        "content_permissions": [WHOLE_PROJECT],
    }
    version: Any = {
        "associated_content_role_id": EDITOR,
        "access_scope": {"access_level": 2, "project_versions": None},
    }
    for changes, message in (
        ({"email_id": "Ada@example.com"}, "User already associated with the project"),
        ({"invited_by": NOBODY}, f"The user id {NOBODY} does not exist."),
        ({"associated_portal_role_id": EDITOR}, f"The role id {EDITOR} does not exist."),
        ({"associated_groups": ["x"]}, "The group id x does not exist."),
        ({"content_permissions": [version]}, "The ProjectVersions field is required."),
    ):
        with pytest.raises(BadRequestError, match=message) as caught:
            await document360.teams.create(**arguments | changes)
        assert caught.value.body["success"] is False
    del arguments["invited_by"]
    with pytest.raises(BadRequestError, match=r"^The InvitedBy field is required\."):
        await document360.request("POST", "/v2/Teams", json=arguments)
    assert 25 == len(sandbox.state.document360.accounts)


async def test_a_refusal_without_a_reason_is_told_by_its_status(
    document360: Document360Client,
) -> None:
    with pytest.raises(
        BadRequestError, match=r"^the server answered 400 \(Bad Request\)"
    ) as caught:
        await document360.teams.check_email(email_id="no address")

    assert {"success": True, "errors": None} == {
        name: caught.value.body[name] for name in ("success", "errors")
    }


@pytest.mark.parametrize("success", [True, False])
async def test_a_good_status_with_errors_in_the_body_is_no_success(
    sandbox: Sandbox, document360: Document360Client, success: bool
) -> None:
    sandbox.faults.add(Fault.status(200, body=PAGE | {**UNKNOWN_USER, "success": success}))

    with pytest.raises(APIResponseError, match=r"^The user id does not exist\.") as caught:
        await document360.teams.get(PETER)
    assert 200 == caught.value.status


async def test_a_user_that_is_null_is_no_user(
    sandbox: Sandbox, document360: Document360Client
) -> None:
    sandbox.faults.add(Fault.status(200, body=PAGE | {"result": None}))

    with pytest.raises(APIResponseError, match="result: expected an object") as caught:
        await document360.teams.get(PETER)
    assert "result" == caught.value.path


async def test_a_wrong_token_is_refused_at_once_and_shown_nowhere(sandbox: Sandbox) -> None:
    token = "canary-8c1f"
    async with Document360Client(base_url=sandbox.base_url, api_key=token) as document360:
        with pytest.raises(AuthenticationError, match="The API token is wrong") as caught:
            await document360.teams.get(PETER)

        for shown in (repr(document360), repr(vars(document360)), repr(vars(caught.value))):
            assert token not in shown
    assert 1 == len(sandbox.requests)


async def test_the_token_goes_into_its_own_header_and_no_other_credential_goes_along(
    sandbox: Sandbox, document360: Document360Client
) -> None:
    await document360.teams.list_roles()

    request = sandbox.requests[-1]
    assert sandbox.document360_api_token == request.header("api_token")
    assert request.header("authorization") is None
    assert request.header("ocp-apim-subscription-key") is None


async def test_the_key_of_one_api_does_not_open_the_other(sandbox: Sandbox) -> None:
    token = sandbox.document360_api_token
    url = sandbox.base_url
    async with EjentoClient(base_url=url, api_key=token, access_token=token) as ejento:
        with pytest.raises(AuthenticationError):
            await ejento.v2.users.get_me()
    async with client_of(sandbox) as ejento:
        with pytest.raises(AuthenticationError, match="The API token is missing"):
            await ejento.request("GET", "/v2/Teams")


# Pages.


async def test_a_page_tells_its_place_and_its_next_one(
    sandbox: Sandbox, document360: Document360Client
) -> None:
    first = await document360.teams.list()
    second = await first.next()

    assert (20, 1, True) == (len(first), first.number, first.has_next)
    assert (5, 2, False) == (len(second), second.number, second.has_next)
    assert (None, None) == (first.pages, first.total)
    assert [{}, {"skip": "20", "take": "20"}] == [request.params for request in sandbox.requests]
    assert ("peter", "Owner") == (first.items[0].first_name, first.items[0].portal_role)
    with pytest.raises(LookupError, match="page 2 is the last one"):
        await second.next()


@pytest.mark.parametrize(
    ("arguments", "count", "asked"),
    [
        ({}, 25, [(0, 20), (20, 20)]),
        ({"take": 10}, 25, [(0, 10), (10, 10), (20, 10)]),
        ({"take": 25}, 25, [(0, 25), (25, 25)]),
        ({"take": 100}, 25, [(0, 100)]),
        ({"skip": 7, "take": 10}, 18, [(7, 10), (17, 10)]),
        ({"skip": 90}, 0, [(90, 20)]),
    ],
)
async def test_a_walk_ends_with_the_first_page_that_is_not_full(
    sandbox: Sandbox,
    document360: Document360Client,
    arguments: dict[str, int],
    count: int,
    asked: list[tuple[int, int]],
) -> None:
    walked = [account.user_id async for account in document360.teams.iter(**arguments)]

    assert count == len(walked) == len(set(walked))
    assert asked == [
        (int(request.params["skip"]), int(request.params["take"])) for request in sandbox.requests
    ]


@pytest.mark.parametrize("arguments", [{"take": 0}, {"skip": -1}, {"take": "10"}, {"skip": True}])
async def test_a_page_that_there_cannot_be_is_refused_before_anything_is_sent(
    sandbox: Sandbox, document360: Document360Client, arguments: dict[str, Any]
) -> None:
    with pytest.raises(ValueError, match="expected a whole number"):
        await document360.teams.list(**arguments)
    with pytest.raises(ValueError, match="expected a whole number"):
        document360.teams.iter(**arguments)

    assert not sandbox.requests


# Rate limits.


async def test_every_answer_says_how_many_calls_are_left(
    document360: Document360Client,
) -> None:
    first = await document360.teams.with_response.list_roles()
    second = await document360.teams.with_response.list(take=1)

    assert ("99", "98") == tuple(one.headers["x-ratelimit-remaining"] for one in (first, second))
    assert "x-ratelimit-reset" not in second.headers
    with pytest.raises(BadRequestError) as caught:
        await document360.teams.get(NOBODY)
    assert "97" == caught.value.headers["x-ratelimit-remaining"]
    with pytest.raises(NotFoundError) as lost:
        await document360.request("GET", "/v2/Teams/a/b")
    assert "97" == lost.value.headers["x-ratelimit-remaining"]


async def test_a_call_too_many_says_when_to_come_back_and_then_succeeds() -> None:
    async with (
        Sandbox(strict=True, document360_rate_limit=2) as sandbox,
        client(sandbox, max_retries=0) as document360,
    ):
        await document360.teams.list_roles()
        last = await document360.teams.with_response.list_roles()
        with pytest.raises(RateLimitError, match="no calls left") as caught:
            await document360.teams.list_roles()

        assert ("0", "2") == (
            last.headers["x-ratelimit-remaining"],
            last.headers["x-ratelimit-limit"],
        )
        assert caught.value.retry_after is not None
        assert 55 < caught.value.retry_after <= 60
        sandbox.advance(61)
        assert 6 == len(await document360.teams.list_roles())


async def test_a_call_over_the_limit_is_repeated_when_the_server_says_so(
    sandbox: Sandbox, document360: Document360Client
) -> None:
    sandbox.faults.add(Fault.status(429, headers={"X-RateLimit-Reset": "0"}, times=1))
    response = await document360.teams.with_response.create(
        email_id="alan@example.com",
        invited_by=PETER,
        associated_portal_role_id=CONTRIBUTOR,
        content_permissions=[],
    )

    assert 2 == response.attempts


async def test_a_reset_that_is_too_far_away_is_not_waited_for(
    sandbox: Sandbox, document360: Document360Client
) -> None:
    sandbox.faults.add(Fault.status(429, headers={"X-RateLimit-Reset": "61"}))

    with pytest.raises(RateLimitError) as caught:
        await document360.teams.list_roles()
    assert (61, 1) == (caught.value.retry_after, caught.value.attempts)


# The client.


async def test_it_is_configured_by_its_own_variables(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in sandbox.env.items():
        if name.startswith("DOCUMENT360_"):
            monkeypatch.setenv(name, value)
    async with Document360Client() as document360:
        assert sandbox.base_url == document360.base_url
        assert "peter" == (await document360.teams.get(PETER)).first_name

    monkeypatch.delenv("DOCUMENT360_API_TOKEN")
    with pytest.raises(ConfigurationError, match=r"api_key.*DOCUMENT360_API_TOKEN"):
        Document360Client()


async def test_calls_without_a_method_are_unwrapped_all_the_same(
    document360: Document360Client,
) -> None:
    roles = await document360.request("GET", "/v2/Teams/roles")
    found = await document360.request(
        "GET", "/v2/Teams/email-exists", params={"emailId": "ada@example.com"}
    )
    deleted = await document360.request("DELETE", f"/v2/Teams/{ADA}")

    assert "Contributor" == roles.data[0]["title"]
    assert {"exists": True, "user_id": ADA} == found.data
    assert deleted.data is None


async def test_options_go_for_the_calls_of_the_client_that_they_are_given_to(
    sandbox: Sandbox, document360: Document360Client
) -> None:
    sandbox.faults.add(Fault.status(503, times=1))
    with pytest.raises(ServerError) as caught:
        await document360.with_options(max_retries=0).teams.list_roles()
    assert caught.value.body["success"] is False
    sandbox.faults.clear()
    sandbox.faults.add(Fault.status(503, times=1))
    response = await document360.teams.with_response.list_roles()

    assert 2 == response.attempts
    again = await document360.with_options(timeout=5).request("GET", "/v2/Teams/roles")
    assert response.body["result"] == again.data
