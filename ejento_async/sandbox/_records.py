"""The records that the sandbox keeps, one form of each for all three generations of the API."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal
from urllib.parse import quote

Role = Literal["User", "Application Admin", "Global Admin"]


@dataclass(slots=True)
class Trail:
    """Who made a record and who changed it last, with ISO timestamps."""

    created_by: str
    created_on: str
    modified_by: str = ""
    modified_on: str = ""

    def __post_init__(self) -> None:
        self.modified_on = self.modified_on or self.created_on

    def touch(self, who: str, when: str) -> None:
        """Note a change."""
        self.modified_by = who
        self.modified_on = when


@dataclass(slots=True)
class Organization:
    """A customer of the vendor."""

    id: int
    name: str
    domain: str
    trail: Trail
    description: str = ""
    logo_url: str | None = None
    icon_url: str | None = None


@dataclass(slots=True)
class User:
    """A person who may log in."""

    id: int
    email: str
    first_name: str
    last_name: str
    organization: Organization
    date_joined: str
    password: str | None = None
    is_staff: bool = False
    is_superuser: bool = False
    is_active: bool = True

    @property
    def full_name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def role(self) -> Role:
        """The access level, read from the two flags."""
        if self.is_superuser:
            return "Global Admin"
        return "Application Admin" if self.is_staff else "User"


@dataclass(frozen=True, slots=True)
class AgentChange:
    """One version of an agent's configuration, as far as versions differ here."""

    id: int
    date: str
    reason: str
    instructions: list[str]
    modified_by: str


@dataclass(slots=True)
class Agent:
    """An agent, which the product's pages call an assistant.

    Attributes:
        users: the users who may use it, by the ids of their permissions.
        tools: the names of the tools that it may use, by their ids.
        history: its versions, latest first.
    """

    id: int
    name: str
    owner: User
    trail: Trail
    type: str = "QnA"
    pattern: str = "Standard"
    domain: str = ""
    prefix_prompt: str = ""
    instructions: list[str] = field(default_factory=list[str])
    sample_questions: list[str] = field(default_factory=lambda: ["", "", ""])
    tags: list[str] = field(default_factory=list[str])
    access: str = "Public"
    status: str = "Live"
    project: int = 1
    llm_config: int | None = 1
    caching_enabled: bool = True
    react_enabled: bool = False
    chunk_count: int = 32
    is_active: bool = True
    alias: str | None = None
    cloned_from: int | None = None
    users: dict[int, int] = field(default_factory=dict[int, int])
    tools: dict[int, str] = field(default_factory=dict[int, str])
    history: list[AgentChange] = field(default_factory=list[AgentChange])

    @property
    def is_deep(self) -> bool:
        """Whether the agent plans, uses tools and writes files."""
        return self.pattern == "DeepAgent"


@dataclass(slots=True)
class Corpus:
    """A set of documents that agents and chat threads can be given."""

    id: int
    name: str
    owner: User
    trail: Trail
    description: str = ""
    indexing_mode: int = 1
    type: str = "standard"
    tags: list[str] = field(default_factory=list[str])

    @property
    def index_name(self) -> str:
        """The name of the search index behind the corpus."""
        return f"corpus-{self.id}"


@dataclass(slots=True)
class AgentCorpus:
    """A corpus that an agent answers from."""

    id: int
    agent_id: int
    corpus_id: int
    trail: Trail
    connected_by: str
    is_enabled: bool = True
    is_default: bool = False


@dataclass(slots=True)
class Document:
    """A document in a corpus, at some step of its indexing.

    Attributes:
        name: file name, or the beginning of a text, or the address of a page.
        steps: the steps that are still to come; each look at the document takes one.
        text: what can be asked about it, as far as it could be read.
        data: its bytes, if they are few and in memory.
        file: where its bytes are otherwise; neither for a page on the web.
    """

    id: int
    corpus_id: int
    name: str
    content_type: str
    trail: Trail
    step: str
    steps: list[str]
    text: str = ""
    media_type: str = "application/octet-stream"
    size: int = 0
    sha256: str = ""
    data: bytes | None = None
    file: Path | None = None
    description: str = ""
    tags: list[str] = field(default_factory=list[str])

    @property
    def source(self) -> str:
        """The name under which the document is stored: its number, a dash, its name."""
        return self.name if self.content_type == "weblink" else f"{self.id}-{self.name}"

    def url(self, base_url: str) -> str:
        """Where the document can be read."""
        if self.content_type == "weblink":
            return self.name
        return f"{base_url}/api/v2/citation/{quote(self.source, safe='')}"

    @property
    def is_failed(self) -> bool:
        """Whether indexing gave up."""
        return self.step == "failed"

    @property
    def is_answerable(self) -> bool:
        """Whether agents can quote it."""
        return self.step == "completed"

    def look(self) -> None:
        """Take the next step of the indexing, if there is one."""
        if self.steps:
            self.step = self.steps.pop(0)


@dataclass(slots=True)
class Thread:
    """A conversation of a user with an agent or a workflow."""

    id: int
    agent_id: int | None
    user_id: int
    trail: Trail
    title: str = "New Chat"
    corpus_id: int | None = None
    connection_id: int | None = None
    is_call: bool = False
    workflow_id: int | None = None


@dataclass(slots=True)
class Comment:
    """What a user wrote about an answer."""

    id: int
    text: str
    trail: Trail


@dataclass(slots=True)
class Feedback:
    """Whether a user likes an answer."""

    id: int
    is_upvote: bool
    trail: Trail


@dataclass(slots=True)
class AgentResponse:
    """One question and its answer, in the form that the response service gives."""

    id: int
    agent_id: int
    thread_id: int
    user_id: int
    question: str
    answer: dict[str, Any]
    trail: Trail
    query_source: str
    steps: list[str] = field(default_factory=list[str])
    is_pinned: bool = False
    comments: list[Comment] = field(default_factory=list[Comment])
    feedback: list[Feedback] = field(default_factory=list[Feedback])


@dataclass(frozen=True, slots=True)
class Mail:
    """A mail that the sandbox would have sent.

    Attributes:
        to: the address.
        kind: `exchange_code` or `magic_link`.
        code: the exchange code, or the six characters of the one-time password.
        link: the magic link, with both tokens and `x`, or an empty text.
        token: the `x` of the magic link, which can be validated once, or an empty text.
        otp_session_id: the session that the one-time password is for, or an empty text.
        sent: when, in seconds since the epoch by the sandbox's clock.
    """

    to: str
    kind: Literal["exchange_code", "magic_link"]
    code: str
    sent: float
    link: str = ""
    token: str = ""
    otp_session_id: str = ""
