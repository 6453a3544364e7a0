"""What tests add to the records that every sandbox begins with."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Required, TypedDict

from ._records import Agent, AgentChange, AgentCorpus, Corpus, Document, User
from ._state import State

HANDBOOK = 7
"""The corpus that agent 42 answers from."""


class AgentSeed(TypedDict, total=False):
    """An agent to begin with: the arguments of `Sandbox.add_agent`."""

    name: Required[str]
    id: int
    corpora: Sequence[int]
    instructions: Sequence[str]
    deep: bool


class DocumentSeed(TypedDict, total=False):
    """A document to begin with: the arguments of `Sandbox.add_document`."""

    name: Required[str]
    text: Required[str]
    id: int
    corpus: int


def plant_agent(
    state: State,
    owner: User,
    name: str,
    number: int | None,
    corpora: Sequence[int],
    instructions: Sequence[str],
    *,
    deep: bool,
) -> int:
    """Put an agent among the others and connect it with its corpora; return its id."""
    number = _number(state, "agent", number, state.agents)
    agent = Agent(
        number,
        name,
        owner,
        state.trail(owner),
        type="Custom" if deep else "QnA",
        pattern="DeepAgent" if deep else "Standard",
        instructions=list(instructions),
        users={state.new_id("permission"): owner.id},
        tools={1: "Rag Tool", 2: "Attachment Tool"},
    )
    agent.history = [
        AgentChange(
            state.new_id("history"),
            agent.trail.created_on,
            "Created",
            list(instructions),
            owner.email,
        )
    ]
    state.agents[number] = agent
    for corpus_id in corpora:
        corpus = _corpus(state, owner, corpus_id)
        place = state.new_id("agent corpus")
        trail = state.trail(owner)
        state.agent_corpora[place] = AgentCorpus(place, number, corpus.id, trail, owner.email)
    return number


def plant_document(
    state: State, owner: User, name: str, text: str, number: int | None, corpus_id: int
) -> int:
    """Put a document, indexed already, into a corpus; return its id."""
    number = _number(state, "document", number, state.documents)
    data = text.encode()
    state.documents[number] = Document(
        id=number,
        corpus_id=_corpus(state, owner, corpus_id).id,
        name=name,
        content_type="file",
        trail=state.trail(owner),
        step="completed",
        steps=[],
        text=text,
        media_type="text/markdown",
        size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        data=data,
        description=name,
    )
    return number


def _number(state: State, kind: str, wanted: int | None, taken: Mapping[int, object]) -> int:
    if wanted is None:
        return state.new_id(kind)
    if wanted in taken:
        msg = f"id {wanted}: taken by another {kind}"
        raise ValueError(msg)
    state.reserve(kind, wanted)
    return wanted


def _corpus(state: State, owner: User, number: int) -> Corpus:
    """Return a corpus, which is made if it is not there."""
    if number not in state.corpora:
        number = _number(state, "corpus", number, state.corpora)
        state.corpora[number] = Corpus(number, f"Corpus {number}", owner, state.trail(owner))
    return state.corpora[number]
