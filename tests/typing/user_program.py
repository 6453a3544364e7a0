"""What a user writes, checked by mypy and pyright in strict mode; never run.

`assert_type` pins what editors show: results are records, never `Any` or `None` by accident.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator
from datetime import datetime, timedelta
from pathlib import Path
from typing import assert_type

from ejento_async import (
    APIResponse,
    Document360Client,
    DocumentHandle,
    Download,
    EjentoClient,
    FileTokenStore,
    HttpxBackend,
    Limits,
    NotFoundError,
    Page,
    Password,
    Service,
    Timeout,
    TokenPair,
    UserToken,
)
from ejento_async.document360 import models as document360_models
from ejento_async.models import (
    Agent,
    AgentAnswer,
    AgentHistoryRecord,
    ChatThread,
    Document,
    LegacyAgentResponse,
    User,
)


def clients() -> list[EjentoClient]:
    """Every way to configure a client."""
    store = FileTokenStore(Path("tokens.json"))
    return [
        EjentoClient(),
        EjentoClient(base_url="https://ejento.example.com", api_key="key", access_token="token"),
        EjentoClient(credentials=TokenPair("auth", "access", store=store)),
        EjentoClient(credentials=Password("user@example.com", "password", store=store)),
        EjentoClient(credentials=UserToken("user@example.com", "A User", "secret")),
        EjentoClient(
            timeout=Timeout(connect=5, read=timedelta(minutes=1).total_seconds()),
            deadline=timedelta(minutes=2),
            max_retries=0,
            limits=Limits(max_connections=50),
            services={"indexing-service": Service(base_url="https://indexing.example.com")},
            backend=HttpxBackend(keepalive=5),
        ),
    ]


async def program() -> None:
    """Calls of every kind."""
    async with EjentoClient() as ejento:
        me = await ejento.v2.users.get_me()
        assert_type(me, User)
        assert_type(me.email, str | None)
        assert_type(me.date_joined, datetime | None)

        user = await ejento.v2_legacy.user.get(147)
        assert_type(user, User)
        await ejento.v1.agents.get_user("2", query_agent_id=2, action="userAgent")

        whole = await ejento.v2.agents.with_response.get(42)
        assert_type(whole, APIResponse[Agent])
        assert_type(whole.data, Agent)

        thread = await ejento.v2.chat_threads.create(agent_id=42)
        assert_type(thread, ChatThread)
        page = await ejento.v2.agents.list_history(42, items_per_page=100)
        assert_type(page, Page[AgentHistoryRecord])
        assert_type(page.items, list[AgentHistoryRecord])
        assert_type(await page.next(), Page[AgentHistoryRecord])
        history = ejento.v2.agents.iter_history(42)
        assert_type(history, AsyncGenerator[AgentHistoryRecord, None])
        async for response in ejento.v2_legacy.agent_response.iter_by_agent(42):
            assert_type(response, LegacyAgentResponse)

        async with ejento.v2.agent_responses.stream(
            42,
            user_query="What is our leave policy?",
            history=[{"user": "Hello", "bot": "Hi"}],
            overrides={"corpus_ids": [7], "sources": True},
        ) as answer:
            async for text in answer.text():
                assert_type(text, str)
        assert_type(answer.final, AgentAnswer)

        document = await ejento.v2.documents.upload(corpus_id=7, source=Path("handbook.pdf"))
        assert_type(document, DocumentHandle)
        assert_type(await document.wait(timeout=300, on_progress=print), Document)

        download = ejento.v2.citations.download("43877-cities.pdf", storage_container="files")
        assert_type(download, Download)
        async with download:
            assert_type(await download.save(Path("cities.pdf")), Path)

        quick = ejento.with_options(timeout=5, max_retries=0)
        assert_type(quick, EjentoClient)
        raw = await quick.request("GET", "/api/v2/anything", params={"page": 1})
        assert_type(raw.status, int)
        try:
            await ejento.v2.agents.get(0)
        except NotFoundError as error:
            assert_type(error.status, int | None)


async def document360_program() -> None:
    """The same on the other API."""
    async with Document360Client(api_key="token", timeout=5, limits=Limits()) as document360:
        account = await document360.teams.get("f11efc6f-e968-4e95-82eb-85ad61559de8")
        assert_type(account, document360_models.TeamAccount)
        assert_type(account.last_login_at, datetime | None)
        for role in account.content_roles or []:
            # Open: the vendor may add a level.
            assert_type(role.access_scope_level, document360_models.AccessScopeLevel | None)
        page = await document360.teams.list(take=50)
        assert_type(page, Page[document360_models.TeamAccountSummary])
        walk = document360.teams.iter()
        assert_type(walk, AsyncGenerator[document360_models.TeamAccountSummary, None])
        assert_type(await document360.teams.list_groups(), list[document360_models.TeamGroup])
        checked = await document360.teams.with_response.check_email(email_id="user@example.com")
        assert_type(checked, APIResponse[document360_models.EmailCheck])
        permission: document360_models.ContentPermissionInput = {
            "associated_content_role_id": "role",
            "access_scope": {"access_level": 2, "project_versions": ["version"]},
        }
        done = await document360.teams.update_content_roles("id", content_permissions=[permission])
        assert_type(done, bool)
        assert_type(document360.with_options(max_retries=0), Document360Client)
