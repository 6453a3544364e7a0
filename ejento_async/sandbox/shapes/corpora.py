"""Corpora, their documents and their connections as they go over the wire."""

from __future__ import annotations

from .._records import AgentCorpus, Corpus, Document
from .._spec import Json
from .._state import State
from .agents import agent_type
from .trails import trail

INDEXING_MODES = {1: "exhaustive", 3: "basic"}


def corpus_legacy(corpus: Corpus) -> Json:
    """A corpus as V2 Legacy shows it."""
    return {
        "id": corpus.id,
        "indexing_mode": indexing_mode(corpus),
        **trail(corpus.trail),
        "name": corpus.name,
        "description": corpus.description,
        "is_public": False,
        "is_deleted": False,
        "owner": corpus.owner.id,
        "org": corpus.owner.organization.id,
    }


def corpus_v2(corpus: Corpus) -> Json:
    """A corpus as V2 shows it."""
    return {**corpus_legacy(corpus), "corpus_type": corpus.type}


def corpus_for(generation: str, corpus: Corpus) -> Json:
    """A corpus as a generation of the API shows it."""
    return corpus_v2(corpus) if generation == "v2" else corpus_legacy(corpus)


def corpus_brief(corpus: Corpus) -> Json:
    """A corpus inside a connection."""
    owner = corpus.owner
    return {
        "id": corpus.id,
        "indexing_mode": indexing_mode(corpus),
        "name": corpus.name,
        "description": corpus.description,
        "owner": {
            "id": owner.id,
            "email": owner.email,
            "is_superuser": owner.is_superuser,
            "first_name": owner.first_name,
            "last_name": owner.last_name,
            "organization": {"id": owner.organization.id, "org_name": owner.organization.name},
        },
        "tags": corpus.tags,
    }


def indexing_mode(corpus: Corpus) -> Json:
    """How the documents of a corpus are indexed."""
    return {
        "id": corpus.indexing_mode,
        "mode": INDEXING_MODES.get(corpus.indexing_mode, "exhaustive"),
    }


def agent_corpus(state: State, connection: AgentCorpus) -> Json:
    """A connection between an agent and a corpus."""
    agent = state.agents[connection.agent_id]
    return {
        "id": connection.id,
        "agent": {
            "id": agent.id,
            "agent_type": agent_type(agent),
            "instructions": agent.instructions,
            "agent_name": agent.name,
            "domain": agent.domain,
            "prefix_prompt": agent.prefix_prompt,
            "alias": agent.alias,
            "is_deleted": False,
            "created_by": agent.trail.created_by,
            "access": agent.access,
            "project": agent.project,
            "llm_config": agent.llm_config,
        },
        "corpus": corpus_brief(state.corpora[connection.corpus_id]),
        **trail(connection.trail),
        "is_enabled": connection.is_enabled,
        "is_default": connection.is_default,
        "is_deleted": False,
        "connected_by": connection.connected_by,
    }


def document(record: Document, base_url: str) -> Json:
    """A document."""
    return {
        "id": record.id,
        "source": record.source,
        "description": record.description,
        "content_type": record.content_type,
        "access_url": record.url(base_url),
        "step": record.step,
        "is_failed": record.is_failed,
        "created_by": record.trail.created_by,
        "created_on": record.trail.created_on,
        "corpus": record.corpus_id,
        "tags": record.tags,
    }
