"""What every sandbox begins with: four users, three agents, three corpora, a conversation.

User 147 is the one of the vendor's page "Get User", user 2 and agent 2 are those of "Get User Agent
or User Agent Permission", to the letter but for the addresses that the first page masks.
"""

from __future__ import annotations

import hashlib

from . import _seed_texts as texts
from ._answers import Question, answer
from ._records import (
    Agent,
    AgentChange,
    AgentCorpus,
    Corpus,
    Document,
    Organization,
    Trail,
    User,
)
from ._seed_open import seed_open
from ._settings import Credentials
from ._state import State
from ._storage import text_of_html

_MADE = "2025-03-03T08:15:00.000000Z"
_HISTORY = 23

HR_ASSISTANT = 42
RESEARCHER = 43


def seed(state: State, credentials: Credentials) -> User:
    """Fill an empty state; return the user that the credentials belong to."""
    ada = _people(state, credentials)
    _agents(state, ada)
    _corpora(state, ada)
    seed_open(state, ada.email, _MADE)
    _conversation(state, ada)
    return ada


def _people(state: State, credentials: Credentials) -> User:
    masked = "user@datasciencedojo.com"  # what the spec has where the page masks an address
    dojo = Organization(
        1,
        "Data Science Dojo",
        "datasciencedojo.com",
        Trail("System", "2024-01-20T01:32:56.659642Z", masked, "2024-01-20T01:32:56.659663Z"),
        description="Data science and AI training",
    )
    # The two pages come from two deployments, each of which has an organization with the id 1.
    example = Organization(
        1,
        "Example Org",
        "example.com",
        Trail("System", "2024-08-23T21:38:37.885340Z", "", "2024-08-23T21:38:37.885369Z"),
    )
    ada = User(
        1,
        credentials.email,
        "Ada",
        "Lovelace",
        dojo,
        "2024-01-20T01:40:00.000000Z",
        credentials.password,
        is_staff=True,
        is_superuser=True,
    )
    john = User(
        2, "admin@example.com", "John", "Doe", example, "2024-08-23T21:39:12.321976Z", "password"
    )
    john.is_staff = john.is_superuser = True
    grace = User(3, "grace@example.com", "Grace", "Hopper", dojo, _MADE, "sandbox-password")
    page = User(147, masked, "User", "User", dojo, "2024-10-30T17:06:11Z")
    page.is_staff = page.is_superuser = True
    state.organizations[1] = dojo
    state.users = {user.id: user for user in (ada, john, grace, page)}
    return ada


def _agents(state: State, ada: User) -> None:
    hr = Agent(
        HR_ASSISTANT,
        "HR Assistant",
        ada,
        Trail(ada.email, _MADE),
        domain="Human Resources",
        prefix_prompt="You are a helpful assistant of the people team.",
        instructions=["Answer in full sentences.", "Say so when you do not know."],
        sample_questions=[
            "What is our leave policy?",
            "How long is parental leave?",
            "May I work from abroad?",
        ],
        tags=["hr"],
        users={1: ada.id, 3: 147},
    )
    hr.history = [_history_record(hr, number) for number in range(_HISTORY, 0, -1)]
    deep = Agent(
        RESEARCHER,
        "Researcher",
        ada,
        Trail(ada.email, _MADE),
        type="Custom",
        pattern="DeepAgent",
        prefix_prompt="You are a careful researcher.",
        react_enabled=True,
        users={4: ada.id},
    )
    deep.history = [_history_record(deep, 1)]
    john = state.users[2]
    support = Agent(
        2,
        "Support Agent",
        john,
        Trail(john.email, "2024-08-24T10:00:00.000000Z"),
        users={2: john.id},
    )
    support.history = [_history_record(support, 1)]
    state.agents = {agent.id: agent for agent in (hr, deep, support)}


def _history_record(agent: Agent, number: int) -> AgentChange:
    reason = "Created" if number == 1 else f"Instructions changed, version {number}"
    day = f"2025-03-{number + 2:02d}T08:15:00.000000Z"
    instructions = agent.instructions[: 1 + number % 2]
    return AgentChange(agent.id * 1000 + number, day, reason, instructions, agent.trail.created_by)


def _corpora(state: State, ada: User) -> None:
    handbook = Corpus(
        7, "HR Handbook", ada, Trail(ada.email, _MADE), "How we work together", tags=["hr"]
    )
    product = Corpus(8, "Product$$2025", ada, Trail(ada.email, _MADE), "About the product")
    drafts = Corpus(9, "Drafts", ada, Trail(ada.email, _MADE), "Not yet approved", indexing_mode=3)
    state.corpora = {corpus.id: corpus for corpus in (handbook, product, drafts)}
    for number, name, corpus, text in (
        (101, "leave-policy.md", handbook, texts.LEAVE_POLICY),
        (102, "expenses.md", handbook, texts.EXPENSES),
        (103, "remote-work.html", handbook, texts.REMOTE_WORK),
        (104, "release-notes.md", product, texts.RELEASE_NOTES),
    ):
        state.documents[number] = _document(number, name, corpus, text)
    for number, agent_id, corpus, enabled in (
        (1, HR_ASSISTANT, handbook, True),
        (2, HR_ASSISTANT, drafts, False),
        (3, RESEARCHER, handbook, True),
        (4, 2, product, True),
    ):
        trail = Trail(ada.email, _MADE)
        state.agent_corpora[number] = AgentCorpus(
            number, agent_id, corpus.id, trail, ada.email, enabled
        )


def _document(number: int, name: str, corpus: Corpus, text: str) -> Document:
    data = text.encode()
    media_type = "text/html" if name.endswith(".html") else "text/markdown"
    return Document(
        id=number,
        corpus_id=corpus.id,
        name=name,
        content_type="file",
        trail=Trail(corpus.owner.email, _MADE),
        step="completed",
        steps=[],
        text=text_of_html(text) if media_type == "text/html" else text,
        media_type=media_type,
        size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        data=data,
        description=name,
    )


def _conversation(state: State, ada: User) -> None:
    agent = state.agents[HR_ASSISTANT]
    first, *others = agent.sample_questions
    response = answer(state, agent, ada, Question(first))
    response.is_pinned = True
    for text in others:
        answer(state, agent, ada, Question(text, thread_id=response.thread_id))
