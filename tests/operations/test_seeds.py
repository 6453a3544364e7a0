"""The two documented answers become records with every value that they have, and JSON again.

They are those of the pages "Get User" (V2 Legacy) and "Get User Agent or User Agent Permission" (V1)
of api.ejento.ai, with an address in place of those that the first page masks.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from ejento_async import EjentoClient
from ejento_async.models import Organization, User, UserAgent
from ejento_async.sandbox import Sandbox

from .backends import CannedBackend, TappedBackend
from .comparing import compare
from .spec import OPERATIONS, Json

USER: Json = {
    "success": True,
    "message": "Users found successfully",
    "data": {
        "id": 147,
        "email": "user@datasciencedojo.com",
        "is_staff": True,
        "is_superuser": True,
        "is_active": True,
        "date_joined": "2024-10-30T17:06:11Z",
        "first_name": "User",
        "last_name": "User",
        "organization": {
            "id": 1,
            "org_name": "Data Science Dojo",
            "domain": "datasciencedojo.com",
            "org_logo_url": None,
            "org_icon_url": None,
            "is_deleted": False,
            "created_by": "System",
            "created_on": "2024-01-20T01:32:56.659642Z",
            "modified_by": "user@datasciencedojo.com",
            "modified_on": "2024-01-20T01:32:56.659663Z",
        },
    },
}
USER_AGENT: Json = {
    "success": True,
    "message": "Data fetched successfully",
    "data": [
        {
            "id": 2,
            "user": {
                "id": 2,
                "email": "admin@example.com",
                "is_staff": True,
                "is_superuser": True,
                "is_active": True,
                "date_joined": "2024-08-23T21:39:12.321976Z",
                "first_name": "John",
                "last_name": "Doe",
                "organization": {
                    "id": 1,
                    "org_name": "Example Org",
                    "domain": "example.com",
                    "is_deleted": False,
                    "created_by": "System",
                    "created_on": "2024-08-23T21:38:37.885340Z",
                    "modified_by": "",
                    "modified_on": "2024-08-23T21:38:37.885369Z",
                },
            },
        }
    ],
}
SEEDS = {"v2l_user_get": USER, "v1_agents_get_user": USER_AGENT}
TIMES = ("date_joined", "created_on", "modified_on")

EXPECTED_USER = User(
    id=147,
    email="user@datasciencedojo.com",
    is_staff=True,
    is_superuser=True,
    is_active=True,
    date_joined=datetime(2024, 10, 30, 17, 6, 11, tzinfo=UTC),
    first_name="User",
    last_name="User",
    organization=Organization(
        id=1,
        org_name="Data Science Dojo",
        domain="datasciencedojo.com",
        org_logo_url=None,
        org_icon_url=None,
        is_deleted=False,
        created_by="System",
        created_on=datetime(2024, 1, 20, 1, 32, 56, 659642, tzinfo=UTC),
        modified_by="user@datasciencedojo.com",
        modified_on=datetime(2024, 1, 20, 1, 32, 56, 659663, tzinfo=UTC),
    ),
)
EXPECTED_USER_AGENT = UserAgent(
    id=2,
    user=User(
        id=2,
        email="admin@example.com",
        is_staff=True,
        is_superuser=True,
        is_active=True,
        date_joined=datetime(2024, 8, 23, 21, 39, 12, 321976, tzinfo=UTC),
        first_name="John",
        last_name="Doe",
        organization=Organization(
            id=1,
            org_name="Example Org",
            domain="example.com",
            is_deleted=False,
            created_by="System",
            created_on=datetime(2024, 8, 23, 21, 38, 37, 885340, tzinfo=UTC),
            modified_by="",
            modified_on=datetime(2024, 8, 23, 21, 38, 37, 885369, tzinfo=UTC),
        ),
    ),
)


async def test_a_documented_user_is_read_with_every_value(
    offline: EjentoClient, canned: CannedBackend
) -> None:
    canned.answer_json(USER)
    response = await offline.v2_legacy.user.with_response.get(147)

    assert EXPECTED_USER == response.data
    assert response.message == "Users found successfully"
    assert canned.requests[-1].path == "/v2/api/user/147"


@pytest.mark.parametrize("action", ["userAgent", "userAgentPermission"])
async def test_documented_users_of_an_agent_are_read_with_every_value(
    offline: EjentoClient, canned: CannedBackend, action: Any
) -> None:
    canned.answer_json(USER_AGENT)
    response = await offline.v1.agents.with_response.get_user("2", query_agent_id=2, action=action)

    assert [EXPECTED_USER_AGENT] == response.data
    assert response.message == "Data fetched successfully"
    assert canned.requests[-1].path == "/agent/getuser/2"
    assert canned.requests[-1].query == f"agent_id=2&action={action}"


@pytest.mark.parametrize(
    ("record", "came"),
    [(EXPECTED_USER, USER["data"]), (EXPECTED_USER_AGENT, USER_AGENT["data"][0])],
    ids=["user", "user agent"],
)
def test_a_documented_record_becomes_the_json_that_it_came_from(
    record: User | UserAgent, came: Json
) -> None:
    written = json.loads(json.dumps(record.to_dict()))

    assert without_nulls(came) == in_the_form_of_the_server(written)
    assert record == type(record).read(written)


def without_nulls(value: Any) -> Any:
    """Return a body without the members that are null, which a record does not tell from others."""
    if isinstance(value, dict):
        return {name: without_nulls(item) for name, item in value.items() if item is not None}
    return value


def in_the_form_of_the_server(value: Any, name: str = "") -> Any:
    """Return a written record with its times as the server writes UTC."""
    if isinstance(value, dict):
        return {key: in_the_form_of_the_server(item, key) for key, item in value.items()}
    return value.removesuffix("+00:00") + "Z" if name in TIMES else value


@pytest.mark.parametrize("operation_id", SEEDS)
def test_the_examples_of_the_spec_are_the_documented_answers(operation_id: str) -> None:
    answer = OPERATIONS[operation_id].answer["application/json"]

    assert SEEDS[operation_id] == answer["example"]


async def test_the_sandbox_gives_the_documented_answers(
    sandbox: Sandbox, ejento: EjentoClient, tapped: TappedBackend
) -> None:
    user = await ejento.v2_legacy.user.get(147)
    assert USER == tapped.received[-1].json
    of_agent = await ejento.v1.agents.get_user("2", query_agent_id=2, action="userAgent")
    assert USER_AGENT == tapped.received[-1].json

    assert EXPECTED_USER == user
    assert [EXPECTED_USER_AGENT] == of_agent
    compare(user, USER["data"], OPERATIONS["v2l_user_get"].data)
