"""All that the sandbox knows: its records, and the services that look after them.

Handlers run one after the other in the server's event loop, so nothing here is locked; tests in
other threads may read.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator
from typing import TypeVar

from ._clock import Clock
from ._knowledge_base import KnowledgeBase
from ._logins import Logins
from ._marks import Marks
from ._open_records import OpenRecords
from ._quota import Quota
from ._records import (
    Agent,
    AgentCorpus,
    AgentResponse,
    Corpus,
    Document,
    Organization,
    Thread,
    Trail,
    User,
)
from ._replies import not_found
from ._settings import Settings
from ._storage import Storage
from ._tokens import TokenIssuer

T = TypeVar("T")


class State:
    """The records of a sandbox by their ids, shared by all three generations of the API.

    Attributes:
        base_url: where the sandbox can be reached; known once it listens.
        open: the records whose members the spec leaves open.
        marks: what users used last and what they gave a star.
        flags: the feature flags, by name.
        artifacts: the files that deep agents wrote, by name.
        cache: answers by agent, question and corpora.
        document360: the project of Document360, which has nothing to do with all the others.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.base_url = ""
        self.clock = Clock()
        self.tokens = TokenIssuer(
            self.clock, lifetime=settings.token_lifetime, rotation_grace=settings.rotation_grace
        )
        self.logins = Logins(self.clock, self.tokens)
        self.storage = Storage()
        self.organizations: dict[int, Organization] = {}
        self.users: dict[int, User] = {}
        self.agents: dict[int, Agent] = {}
        self.corpora: dict[int, Corpus] = {}
        self.agent_corpora: dict[int, AgentCorpus] = {}
        self.documents: dict[int, Document] = {}
        self.threads: dict[int, Thread] = {}
        self.responses: dict[int, AgentResponse] = {}
        self.artifacts: dict[str, str] = {}
        self.cache: dict[tuple[object, ...], AgentResponse] = {}
        self.flags: dict[str, bool] = {}
        self.document360 = KnowledgeBase(Quota(self.clock, settings.document360_rate_limit))
        self._serials: defaultdict[str, Iterator[int]] = defaultdict(lambda: itertools.count(1001))
        self.open = OpenRecords(self.new_id)
        self.marks = Marks(self.new_id)

    def new_id(self, kind: str) -> int:
        """Return a number that no record of a kind has yet; the seeded ones are below 1001."""
        return next(self._serials[kind])

    def reserve(self, kind: str, number: int) -> None:
        """Give no record of a kind this number or one below it any more."""
        self._serials[kind] = itertools.count(max(self.new_id(kind), number + 1))

    def trail(self, user: User, *, created_by: str | None = None) -> Trail:
        """Start the trail of a record that is made now."""
        return Trail(created_by or user.email, self.clock.stamp())

    def user(self, user_id: int) -> User:
        """Return a user; raises a 404 refusal, as do the methods below."""
        return _get(self.users, user_id, "User")

    def organization(self, organization_id: int) -> Organization:
        """Return an organization."""
        return _get(self.organizations, organization_id, "Organization")

    def agent(self, agent_id: int) -> Agent:
        """Return an agent."""
        return _get(self.agents, agent_id, "Agent")

    def corpus(self, corpus_id: int) -> Corpus:
        """Return a corpus."""
        return _get(self.corpora, corpus_id, "Corpus")

    def document(self, document_id: int) -> Document:
        """Return a document."""
        return _get(self.documents, document_id, "Document")

    def thread(self, thread_id: int) -> Thread:
        """Return a chat thread."""
        return _get(self.threads, thread_id, "Chat thread")

    def response(self, response_id: int) -> AgentResponse:
        """Return a stored answer."""
        return _get(self.responses, response_id, "Agent response")

    def user_by_email(self, email: str) -> User | None:
        """Return the user with an e-mail address, in any case, or None."""
        wanted = email.casefold()
        return next((user for user in self.users.values() if user.email.casefold() == wanted), None)

    def connection(self, agent_id: int, corpus_id: int) -> AgentCorpus | None:
        """Return the connection between an agent and a corpus, or None."""
        return next(
            (item for item in self.connections_of(agent_id) if item.corpus_id == corpus_id), None
        )

    def connections_of(self, agent_id: int) -> list[AgentCorpus]:
        """Return the connections of an agent, oldest first."""
        return [item for item in self.agent_corpora.values() if item.agent_id == agent_id]

    def documents_of(self, corpus_id: int) -> list[Document]:
        """Return the documents of a corpus, oldest first."""
        return [item for item in self.documents.values() if item.corpus_id == corpus_id]

    def threads_of(self, agent_id: int, user_id: int) -> list[Thread]:
        """Return the threads of a user with an agent, latest first.

        The vendor's Slack app takes the first thread of the list as the caller's own.
        """
        threads = [
            item
            for item in self.threads.values()
            if item.agent_id == agent_id and item.user_id == user_id
        ]
        return sorted(threads, key=lambda thread: thread.id, reverse=True)

    def responses_of(
        self, *, agent_id: int | None = None, thread_id: int | None = None
    ) -> list[AgentResponse]:
        """Return the answers of an agent, of a thread, or of both, oldest first."""
        return [
            item
            for item in self.responses.values()
            if agent_id in (None, item.agent_id) and thread_id in (None, item.thread_id)
        ]

    def document_named(self, source: str) -> Document | None:
        """Return the document that is stored under a name, or None."""
        return next((item for item in self.documents.values() if item.source == source), None)

    def close(self) -> None:
        """Remove what is on disk."""
        self.storage.close()


def _get(table: dict[int, T], key: int, what: str) -> T:
    if key not in table:
        raise not_found(what)
    return table[key]
