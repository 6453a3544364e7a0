"""The connections between agents and corpora."""

from __future__ import annotations

from .._call import Call, handles
from .._records import AgentCorpus
from .._replies import Reply, bare, done, not_found, success
from ..shapes import corpora as shapes
from ..shapes.agents import agent_legacy


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


@handles("v2l_agent_corpus_connection_create", "v2_agents_add_corpus")
def connect(call: Call) -> Reply:
    """Connect an agent with a corpus, once; the answer of V2 Legacy has no envelope."""
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
    return _shown(call, connection, "Agent corpus connection created successfully")


@handles("v2l_agent_corpus_connection_get", "v2_agents_get_corpus")
def get_connection(call: Call) -> Reply:
    """Show a connection."""
    shown = shapes.agent_corpus(call.state, _connection(call))
    return success(shown, "Agent corpus connection fetched successfully.")


@handles("v2l_agent_corpus_connection_update", "v2_agents_update_corpus")
def update(call: Call) -> Reply:
    """Switch a connection on or off; the answer of V2 Legacy has no envelope."""
    connection = _connection(call)
    connection.is_enabled = call.body.get("is_enabled", connection.is_enabled)
    connection.trail.touch(call.user.email, call.now())
    return _shown(call, connection, "Agent corpus connection updated successfully")


@handles("v2l_agent_corpus_connection_delete", "v2_agents_remove_corpus")
def remove(call: Call) -> Reply:
    """Take a corpus from an agent."""
    del call.state.agent_corpora[_connection(call).id]
    return done("Agent corpus connection deleted successfully")


@handles("v2l_agent_corpus_connection_delete_all", "v2_agents_remove_corpora")
def remove_all(call: Call) -> Reply:
    """Take all corpora from an agent."""
    agent = call.state.agent(call.path["agent_id"])
    for connection in call.state.connections_of(agent.id):
        del call.state.agent_corpora[connection.id]
    return done("Agent corpus connections deleted successfully")


@handles("v2_corpora_list_agents")
def list_of_corpus(call: Call) -> Reply:
    """List the connections of a corpus."""
    shown = [shapes.agent_corpus(call.state, item) for item in _connections_of_corpus(call)]
    return success(shown, "Corpus agent connections fetched successfully")


@handles("v2l_corpus_list_agents")
def list_agents_of_corpus(call: Call) -> Reply:
    """List the agents of a corpus."""
    agents = call.state.agents
    shown = [agent_legacy(agents[item.agent_id]) for item in _connections_of_corpus(call)]
    return success(shown, "Agents fetched successfully")


@handles("v2_corpora_get_default_agent")
def get_default_of_corpus(call: Call) -> Reply:
    """Show the default connection of a corpus: the marked one, or else the oldest."""
    connections = _connections_of_corpus(call)
    if not connections:
        raise not_found("Agent corpus connection")
    chosen = next((item for item in connections if item.is_default), connections[0])
    shown = shapes.agent_corpus(call.state, chosen)
    return success(shown, "Default agent corpus connection fetched successfully")


def _connections_of_corpus(call: Call) -> list[AgentCorpus]:
    corpus = call.state.corpus(call.path["corpus_id"])
    return [item for item in call.state.agent_corpora.values() if item.corpus_id == corpus.id]


def _shown(call: Call, connection: AgentCorpus, message: str) -> Reply:
    shown = shapes.agent_corpus(call.state, connection)
    return success(shown, message) if call.generation == "v2" else bare(shown)


def _connection(call: Call) -> AgentCorpus:
    agent = call.state.agent(call.path["agent_id"])
    connection = call.state.connection(agent.id, call.path["corpus_id"])
    if connection is None:
        raise not_found("Agent corpus connection")
    return connection
