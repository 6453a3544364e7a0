"""Every generated method is called over a socket and answered as the spec says.

The sandbox is strict: it refuses requests that break the spec, and fails on answers that do.
"""

from __future__ import annotations

import importlib
import inspect
import json
import pkgutil
import warnings
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from ejento_async import AnswerStream, APIResponse, Download, EjentoClient, File, Page
from ejento_async._protocol import Operation
from ejento_async.generated import api
from ejento_async.sandbox import Sandbox

SPEC = json.loads(
    (Path(__file__).parents[2] / "ejento_async/sandbox/openapi.json").read_text(encoding="utf-8")
)
OPERATIONS = {
    operation["operationId"]: operation
    for item in SPEC["paths"].values()
    for operation in item.values()
    if isinstance(operation, dict) and "operationId" in operation
}
GENERATIONS = {"v1": "v1", "v2l": "v2_legacy", "v2": "v2"}

# A value for every argument that some operation requires, by its name.
VALUES: dict[str, Any] = {
    "action": "userAgent",
    "agent_id": 42,
    "chat_thread_id": 1001,
    "code": "000000",
    "comment": "Very helpful",
    "content_type": "file",
    "corpus_id": 7,
    "created_by": "ada@example.com",
    "document_ids": [1001],
    "documents": ["handbook.txt"],
    "ejento_auth_key": "sandbox-application-secret",
    "email": "ada@example.com",
    "first_name": "Alan",
    "full_name": "Ada Lovelace",
    "history": [{"user": "What is our leave policy?"}],
    "is_enabled": False,
    "last_name": "Turing",
    "model": "gpt-4o",
    "name": "Policies",
    "next": "https://app.example.com/home",
    "organization_id": 1,
    "otp_session_id": "session",
    "password": "sandbox-password",
    "project_id": 1,
    "query_agent_id": 2,
    "role": "user",
    "source": File(b"Sixteen weeks.", name="leave.txt"),
    "team_id": 3,
    "title": "Leave",
    "token": "token",
    "upload_from": "web",
    "user_id": 147,
    "user_query": "What is our leave policy?",
    "username": "ada@example.com",
    "vote_type": "upvote",
    "workflow_id": 5,
}

# Arguments that the spec does not require, without which there is nothing to do.
ALSO = {
    f"{resource}{form}.create{method}": names
    for form in ("Api", "WithResponse")
    for resource, method, names in (
        ("V2LegacyAgent", "", ("name", "project_id", "user_id")),
        ("V2LegacyAgentResponse", "", ("history",)),
        ("V2Organizations", "_user", ("email", "first_name", "last_name")),
    )
}


class World:
    """What must be there before an operation can succeed: made by the plain calls of a user."""

    def __init__(self, sandbox: Sandbox, ejento: EjentoClient) -> None:
        self.sandbox = sandbox
        self.ejento = ejento
        self.values = dict(VALUES)

    async def prepare(self, operation_id: str) -> None:
        v2 = self.ejento.v2
        thread = await v2.chat_threads.create(42)
        asked = await v2.agent_responses.create(
            42, user_query=VALUES["user_query"], chat_thread_id=thread.id
        )
        document = await v2.documents.upload(7, b"text", name="leave.txt")
        self.values |= {
            "agent_response_id": asked.agent_response_id,
            "chat_thread_id": thread.id,
            "chatthread_id": thread.id,
            "document_id": document.id,
            "document_ids": [document.id],
        }
        if operation_id == "v1_agents_get_user":
            self.values["agent_id"] = "2"
        elif operation_id == "v2_chat_threads_get_corpus":
            await v2.chat_threads.add_corpus(thread.id, 7)
        elif operation_id == "v2l_agent_corpus_connection_create":
            self.values["agent_id"] = 43
        elif operation_id == "v2_citations_download":
            self.values["name"] = document.source
        elif operation_id == "v2_organizations_create_user":
            self.values["email"] = "alan@example.com"
        elif operation_id == "v2_authentication_exchange_passwordless_code":
            await v2.authentication.request_passwordless_code(email=self.sandbox.email)
            self.values["code"] = self.sandbox.mailbox[-1].code
        elif operation_id in (
            "v2_authentication_verify_otp",
            "v2_authentication_validate_magic_link",
        ):
            session = await v2.authentication.request_magic_link(
                email=self.sandbox.email, next=VALUES["next"]
            )
            self.values |= {
                "otp_session_id": session.otp_session_id,
                "code": self.sandbox.mailbox[-1].code,
                "token": self.sandbox.mailbox[-1].token,
            }


def method_of(ejento: EjentoClient, operation_id: str, *, with_response: bool = False) -> Any:
    """Find the method that the operation's id and tag promise."""
    generation, _, rest = operation_id.partition("_")
    tag = OPERATIONS[operation_id]["tags"][0]
    resource_name = tag.lower().removeprefix("v1 ").removeprefix("v2 ").removeprefix("legacy ")
    resource_name = resource_name.replace(" ", "_")
    resource = getattr(getattr(ejento, GENERATIONS[generation]), resource_name)
    if with_response:
        resource = resource.with_response
    return getattr(resource, rest.removeprefix(f"{resource_name}_"))


async def called(method: Any, values: dict[str, Any]) -> Any:
    """Call a method with a value for each argument that it requires; return its whole result."""
    parameters = inspect.signature(method).parameters.values()
    required = {
        p.name: values[p.name]
        for p in parameters
        if p.default is p.empty or p.name in ALSO.get(method.__qualname__, ())
    }
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        result = method(**required)
        if inspect.isawaitable(result):
            result = await result
    if isinstance(result, AnswerStream):
        async with result as answer:
            return await answer.collect()
    if isinstance(result, Download):
        async with result as download:
            return await download.read()
    return result


@pytest.mark.parametrize("operation_id", OPERATIONS)
async def test_every_method_reaches_its_operation_and_reads_its_answer(
    sandbox: Sandbox, ejento: EjentoClient, operation_id: str
) -> None:
    world = World(sandbox, ejento)
    await world.prepare(operation_id)
    sandbox.requests.clear()
    method = method_of(ejento, operation_id)
    result = await called(method, world.values)
    request = sandbox.requests[-1]

    assert operation_id == request.operation
    assert request.status is not None
    assert 200 <= request.status < 400
    if method.__annotations__["return"] != "None":
        assert result is not None


@pytest.mark.parametrize(
    "operation_id",
    [
        id
        for id in OPERATIONS
        if not {"text/event-stream", "application/octet-stream"}
        & {
            kind
            for answer in OPERATIONS[id]["responses"].values()
            for kind in answer.get("content", {})
        }
    ],
)
async def test_every_method_has_a_form_that_returns_the_whole_response(
    sandbox: Sandbox, ejento: EjentoClient, operation_id: str
) -> None:
    world = World(sandbox, ejento)
    await world.prepare(operation_id)
    response = await called(method_of(ejento, operation_id, with_response=True), world.values)

    assert isinstance(response, APIResponse)
    assert sandbox.requests[-1].status == response.status
    assert operation_id == sandbox.requests[-1].operation


async def test_every_list_that_pages_can_be_walked(ejento: EjentoClient) -> None:
    walked = 0
    for operation_id, operation in OPERATIONS.items():
        if "x-pagination" not in operation:
            continue
        page = await called(method_of(ejento, operation_id), VALUES)
        name = operation_id.rpartition("_list")
        iterate = method_of(ejento, operation_id).__name__.replace("list", "iter", 1)
        resource = method_of(ejento, operation_id).__self__
        items = await called(getattr(resource, iterate), VALUES)

        assert isinstance(page, Page), name
        assert isinstance(items, AsyncIterator)
        assert len(page.items) <= len([item async for item in items])
        walked += 1

    assert walked >= 3


def test_no_generated_method_is_without_an_operation_in_the_spec() -> None:
    found: set[str] = set()
    for module in pkgutil.iter_modules(api.__path__):
        names = vars(importlib.import_module(f"{api.__name__}.{module.name}"))
        found |= {value.id for value in names.values() if isinstance(value, Operation)}

    assert found == set(OPERATIONS)
