"""Corpora and their connections with agents."""

from __future__ import annotations

from .._call import Call, handles
from .._records import AgentCorpus, Corpus
from .._replies import Refusal, Reply, bare, not_found, success
from ..shapes import corpora as shapes


@handles("v2_corpora_create")
def create(call: Call) -> Reply:
    """Make a corpus."""
    body = call.body
    mode: int = body.get("indexing_mode_id", 1)
    if mode not in shapes.INDEXING_MODES:
        raise Refusal(400, f'Invalid pk "{mode}" - object does not exist.')
    corpus = _new_corpus(call)
    corpus.indexing_mode = mode
    corpus.type = body.get("corpus_type", corpus.type)
    return success(shapes.corpus_v2(corpus), "Corpus created successfully")


@handles("v2l_corpus_create")
def create_legacy(call: Call) -> Reply:
    """Make a corpus; the answer has no envelope."""
    return bare(shapes.corpus_legacy(_new_corpus(call)))


@handles("v2_agents_list_corpora")
def list_of_agent(call: Call) -> Reply:
    """List the corpora of an agent, if asked for only those that are enabled."""
    agent = call.state.agent(call.path["agent_id"])
    wanted: bool | None = call.query.get("is_enabled")
    connections = [
        shapes.agent_corpus(call.state, connection)
        for connection in call.state.connections_of(agent.id)
        if wanted in (None, connection.is_enabled)
    ]
    shown = {"items": {"agent_corpus": connections}}
    return success(shown, "Agent corpus connections fetched successfully")


@handles("v2l_agent_corpus_connection_list")
def list_of_agent_legacy(call: Call) -> Reply:
    """Show the first connection of an agent."""
    # The page shows one object where a list is to be expected; so does this.
    agent = call.state.agent(call.path["agent_id"])
    connections = call.state.connections_of(agent.id)
    if not connections:
        raise not_found("Agent corpus connection")
    shown = shapes.agent_corpus(call.state, connections[0])
    return success(shown, "Agent corpus connections fetched successfully.")


@handles("v2l_agent_corpus_connection_create")
def connect(call: Call) -> Reply:
    """Connect an agent with a corpus, once; the answer has no envelope."""
    state = call.state
    agent = state.agent(call.path["agent_id"])
    corpus = state.corpus(call.path["corpus_id"])
    connection = state.connection(agent.id, corpus.id)
    if connection is None:
        connection = AgentCorpus(
            state.new_id("agent corpus"),
            agent.id,
            corpus.id,
            state.trail(call.user),
            call.user.email,
        )
        state.agent_corpora[connection.id] = connection
    return bare(shapes.agent_corpus(state, connection))


@handles("v2l_agent_corpus_connection_get")
def get_connection(call: Call) -> Reply:
    """Show a connection."""
    shown = shapes.agent_corpus(call.state, _connection(call))
    return success(shown, "Agent corpus connection fetched successfully.")


@handles("v2l_agent_corpus_connection_update")
def update_connection(call: Call) -> Reply:
    """Switch a connection on or off; the answer has no envelope."""
    connection = _connection(call)
    connection.is_enabled = call.body.get("is_enabled", connection.is_enabled)
    connection.trail.touch(call.user.email, call.now())
    return bare(shapes.agent_corpus(call.state, connection))


def _connection(call: Call) -> AgentCorpus:
    agent = call.state.agent(call.path["agent_id"])
    connection = call.state.connection(agent.id, call.path["corpus_id"])
    if connection is None:
        raise not_found("Agent corpus connection")
    return connection


def _new_corpus(call: Call) -> Corpus:
    corpus = Corpus(
        call.state.new_id("corpus"),
        call.body["name"],
        call.user,
        call.state.trail(call.user),
        call.body.get("description") or "",
    )
    call.state.corpora[corpus.id] = corpus
    return corpus
