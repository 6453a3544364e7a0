"""The kinds of records that tasks work on: how a client does it, and how they are on the server."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from ejento_async import EjentoClient
from ejento_async.sandbox import Sandbox
from ejento_async.sandbox._kinds import TEAM

AGENT = 42
THREADS_OF = 43
SHELF = 9
PREFIX = "chaos-"
COPIES = 500
"""How often the content of a document repeats its name."""


class Kind(Protocol):
    """What can be done with one kind of records."""

    @property
    def name(self) -> str: ...

    def first(self, name: str) -> str:
        """Return the value of a new record."""
        ...

    async def create(self, ejento: EjentoClient, name: str) -> int: ...

    async def read(self, ejento: EjentoClient, key: int) -> str | None: ...

    async def change(self, ejento: EjentoClient, key: int, value: str) -> None: ...

    async def delete(self, ejento: EjentoClient, key: int) -> None: ...

    def on_server(self, sandbox: Sandbox) -> Iterator[tuple[str, str]]:
        """Yield name and value of all records that the run has made."""
        ...


class Corpora:
    """Corpora with a description that changes."""

    name = "corpus"

    def first(self, name: str) -> str:
        return "new"

    async def create(self, ejento: EjentoClient, name: str) -> int:
        return (await ejento.v2.corpora.create(name=name, description=self.first(name))).id

    async def read(self, ejento: EjentoClient, key: int) -> str | None:
        return (await ejento.v2.corpora.get(key)).description

    async def change(self, ejento: EjentoClient, key: int, value: str) -> None:
        await ejento.v2.corpora.update(key, description=value)

    async def delete(self, ejento: EjentoClient, key: int) -> None:
        await ejento.v2.corpora.delete(key)

    def on_server(self, sandbox: Sandbox) -> Iterator[tuple[str, str]]:
        for corpus in sandbox.state.corpora.values():
            if corpus.name.startswith(PREFIX):
                yield corpus.name, corpus.description


class Teams:
    """Teams, whose members the spec leaves open."""

    name = "team"

    def first(self, name: str) -> str:
        return "new"

    async def create(self, ejento: EjentoClient, name: str) -> int:
        team = await ejento.v2.teams.create(body={"name": name, "motto": self.first(name)})
        number: int = team["id"]
        return number

    async def read(self, ejento: EjentoClient, key: int) -> str | None:
        motto: str = (await ejento.v2.teams.get(key))["motto"]
        return motto

    async def change(self, ejento: EjentoClient, key: int, value: str) -> None:
        await ejento.v2.teams.update(key, body={"motto": value})

    async def delete(self, ejento: EjentoClient, key: int) -> None:
        await ejento.v2.teams.delete(key)

    def on_server(self, sandbox: Sandbox) -> Iterator[tuple[str, str]]:
        for team in sandbox.state.open.all(TEAM):
            if team.name.startswith(PREFIX):
                yield team.name, team.members["motto"]


class Threads:
    """Chat threads: the name is that of the creator, the value is the title."""

    name = "thread"

    def first(self, name: str) -> str:
        return "New Chat"

    async def create(self, ejento: EjentoClient, name: str) -> int:
        return (await ejento.v2.chat_threads.create(THREADS_OF, created_by=name)).id

    async def read(self, ejento: EjentoClient, key: int) -> str | None:
        return (await ejento.v2.chat_threads.get(key)).title

    async def change(self, ejento: EjentoClient, key: int, value: str) -> None:
        await ejento.v2.chat_threads.update(key, title=value)

    async def delete(self, ejento: EjentoClient, key: int) -> None:
        await ejento.v2.chat_threads.delete(key)

    def on_server(self, sandbox: Sandbox) -> Iterator[tuple[str, str]]:
        for thread in sandbox.state.threads.values():
            if thread.agent_id == THREADS_OF and thread.trail.created_by.startswith(PREFIX):
                yield thread.trail.created_by, thread.title


class Documents:
    """Documents with a description that changes; uploaded piece by piece."""

    name = "document"

    def first(self, name: str) -> str:
        return name

    async def create(self, ejento: EjentoClient, name: str) -> int:
        content = name.encode() * COPIES
        uploaded = await ejento.v2.documents.upload(SHELF, content, name=name, user_id=1)
        return uploaded.id

    async def read(self, ejento: EjentoClient, key: int) -> str | None:
        return (await ejento.v2.documents.get(key)).description

    async def change(self, ejento: EjentoClient, key: int, value: str) -> None:
        await ejento.v2.documents.update(key, description=value)

    async def delete(self, ejento: EjentoClient, key: int) -> None:
        await ejento.v2.corpora.delete_documents(SHELF, document_ids=[key])

    def on_server(self, sandbox: Sandbox) -> Iterator[tuple[str, str]]:
        for document in sandbox.state.documents.values():
            if document.name.startswith(PREFIX):
                whole = document.size == COPIES * len(document.name)
                yield document.name, document.description if whole else "cut short"


KINDS: tuple[Kind, ...] = (Corpora(), Teams(), Threads(), Documents())


def answers_on_server(sandbox: Sandbox) -> Iterator[tuple[str, str]]:
    """Yield the questions that were answered."""
    for response in sandbox.state.responses.values():
        if response.question.startswith(PREFIX):
            yield response.question, ""
