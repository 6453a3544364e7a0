"""What must be there before an operation can succeed: records of the seed, or made by plain calls."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import Any

from ejento_async import EjentoClient
from ejento_async.sandbox import Sandbox

from .spec import OPERATIONS, Operation

Values = dict[str, Any]

NEXT = "https://app.example.com/home"
HISTORY = [{"user": "Hello", "bot": "Good morning"}, {"user": "What is our leave policy?"}]

# Records that a sandbox begins with, by the names that parameters and bodies have for their ids,
# and other values that mean something to it. Of every kind not named here there is a record 1.
SEEDED: Values = {
    "agent": 42,
    "agent_id": 42,
    "agent_response_id": 1001,
    "agent_type": 1,
    "chat_thread_id": 1001,
    "chatlog_id": 1001,
    "chatthread_id": 1001,
    "corpus_id": 7,
    "document_id": 101,
    "document_ids": [101],
    "history_id": 42_001,
    "indexing_mode_id": 1,
    "llm_config": 1,
    "next": NEXT,
    "organization_id": 1,
    "project": 1,
    "project_id": 1,
    "query_source": "web",
    "team_id": 3,
    "user_id": 147,
    "user_ids": [147],
    "workflow_id": 5,
}

# Members of bodies that the spec cannot require, for want of evidence, but the sandbox does.
NEEDED: dict[str, tuple[str, ...]] = {
    "v1_chat_run": ("agent_id", "user_query"),
    "v2l_agent_create": ("name", "project_id", "user_id"),
    "v2l_agent_response_create": ("history",),
    "v2l_user_create": ("email",),
    "v2_authentication_register": ("email", "password"),
    "v2_organizations_create_user": ("email", "first_name", "last_name"),
}


async def values_for(operation: Operation, sandbox: Sandbox, ejento: EjentoClient) -> Values:
    """Prepare a sandbox for an operation; return arguments by their names on the wire."""
    ids = {item.name: 1 for item in operation.parameters if item.place == "path"}
    known = {
        "ejento-auth-key": sandbox.application_secret,
        "email": sandbox.email,
        "password": sandbox.password,
        "username": sandbox.email,
    }
    prepare = PREPARATIONS.get(operation.id)
    made = {} if prepare is None else await prepare(sandbox, ejento)
    return {**ids, **SEEDED, **known, **made}


async def _new_address(_: Sandbox, __: EjentoClient) -> Values:
    return {"email": "new.user@example.com"}


async def _agent_as_text(_: Sandbox, __: EjentoClient) -> Values:
    # The same name stands for a text in the path and for a number in the query.
    return {"path.agent_id": "2", "agent_id": 2}


async def _question_in_history(_: Sandbox, __: EjentoClient) -> Values:
    return {"history": HISTORY}


async def _attachment(_: Sandbox, ejento: EjentoClient) -> Values:
    await ejento.v2.chat_threads.add_corpus(1001, 7)
    return {}


async def _exchange_code(sandbox: Sandbox, ejento: EjentoClient) -> Values:
    await ejento.v2.authentication.request_passwordless_code(email=sandbox.email)
    return {"code": sandbox.mailbox[-1].code}


async def _magic_link(sandbox: Sandbox, ejento: EjentoClient) -> Values:
    session = await ejento.v2.authentication.request_magic_link(email=sandbox.email, next=NEXT)
    mail = sandbox.mailbox[-1]
    return {"otp_session_id": session.otp_session_id, "code": mail.code, "token": mail.token}


async def _name_of_document(_: Sandbox, __: EjentoClient) -> Values:
    return {"name": "101-leave-policy.md"}


async def _comment(_: Sandbox, ejento: EjentoClient) -> Values:
    await ejento.v2.agent_responses.create_comment(1001, comment="Very helpful")
    return {}


async def _who_asked(_: Sandbox, __: EjentoClient) -> Values:
    return {"user_id": 1}


async def _thread_of_workflow(_: Sandbox, ejento: EjentoClient) -> Values:
    await ejento.v2.workflows.create_chat_thread(5)
    return {}


async def _review_of_workflow(_: Sandbox, ejento: EjentoClient) -> Values:
    await ejento.v2.workflows.create_response_review(1, body={"review": "Well researched"})
    return {}


async def _instructions_as_text(_: Sandbox, __: EjentoClient) -> Values:
    return {"custom_instructions": json.dumps(["Be brief."])}


PREPARATIONS: dict[str, Callable[[Sandbox, EjentoClient], Awaitable[Values]]] = {
    "v1_agents_get_user": _agent_as_text,
    "v1_users_update": _new_address,
    "v2_agent_responses_list_comments": _comment,
    "v2_authentication_exchange_passwordless_code": _exchange_code,
    "v2_authentication_register": _new_address,
    "v2_authentication_validate_magic_link": _magic_link,
    "v2_authentication_verify_otp": _magic_link,
    "v2_chat_threads_get_corpus": _attachment,
    "v2_chat_threads_remove_corpus": _attachment,
    "v2_citations_download": _name_of_document,
    "v2_organizations_create_user": _new_address,
    "v2_users_update": _new_address,
    "v2_workflows_list_chat_threads": _thread_of_workflow,
    "v2_workflows_list_response_reviews": _review_of_workflow,
    "v2l_agent_create": _instructions_as_text,
    "v2l_agent_response_create": _question_in_history,
    "v2l_agent_response_list_by_user": _who_asked,
    "v2l_agent_response_list_comments": _comment,
    "v2l_chat_thread_get_corpus": _attachment,
    "v2l_chat_thread_remove_corpus": _attachment,
    "v2l_user_create": _new_address,
    "v2l_user_update": _new_address,
}
assert PREPARATIONS.keys() | NEEDED.keys() <= OPERATIONS.keys()
