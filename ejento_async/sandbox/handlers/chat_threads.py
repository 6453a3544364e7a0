"""Chat threads and the corpora of their attachments."""

from __future__ import annotations

from .._call import Call, handles
from .._links import linked
from .._paging import flat, page_of, with_meta
from .._records import Thread
from .._replies import Refusal, Reply, done, success
from .._state import State
from ..shapes import chats
from ..shapes.corpora import corpus_brief


@handles("v2_chat_threads_create")
def create(call: Call) -> Reply:
    """Begin a thread."""
    thread = _new_thread(call, "New Chat")
    return success(chats.thread_v2(thread), "Chat thread created successfully")


@handles("v2l_chat_thread_create")
def create_legacy(call: Call) -> Reply:
    """Begin a thread."""
    thread = _new_thread(call, "New Thread")
    return success(chats.thread_legacy(thread), "Chat Thread created successfully.")


@handles("v2_chat_threads_list_by_agent")
def list_by_agent(call: Call) -> Reply:
    """List the caller's threads with an agent, in pages if asked for."""
    agent = call.state.agent(call.path["agent_id"])
    source: str | None = call.query.get("query_source")
    sources = _sources(call.state, agent.id)
    threads = [
        chats.thread_v2(thread)
        for thread in call.state.threads_of(agent.id, call.user.id)
        if (call.query.get("include_call_threads", False) or not thread.is_call)
        # A thread in which nothing was asked yet belongs to every channel.
        and (source is None or source in sources.get(thread.id, {source}))
    ]
    page = page_of(threads, call.query)
    return success(with_meta("chat_threads", page), "Chat threads fetched successfully")


@handles("v1_chat_list_threads_by_agent", "v2l_chat_thread_list_by_agent")
def list_by_agent_legacy(call: Call) -> Reply:
    """List the caller's threads with an agent."""
    agent = call.state.agent(call.path["agent_id"])
    threads = call.state.threads_of(agent.id, call.user.id)
    shown = [chats.thread_legacy(thread) for thread in threads]
    return success(shown, "Chat Threads Found Successfully.")


@handles("v1_chat_get_thread", "v2l_chat_thread_get", "v2_chat_threads_get")
def get(call: Call) -> Reply:
    """Show a thread."""
    shown = chats.thread_for(call.generation, _thread(call))
    return success(shown, "Chat thread fetched successfully")


@handles("v2l_chat_thread_list_for_admin")
def list_for_admin(call: Call) -> Reply:
    """List the threads of everybody, or of the users and agents that the body names."""
    users, agents = linked(call.body, "user"), linked(call.body, "agent")
    threads = [
        chats.thread_legacy(thread)
        for thread in call.state.threads.values()
        if (not users or thread.user_id in users) and (not agents or thread.agent_id in agents)
    ]
    page = page_of(threads, call.query)
    return success(flat("chat_threads", page), "Chat Threads Found Successfully.")


@handles("v2l_chat_thread_update", "v2_chat_threads_update")
def update(call: Call) -> Reply:
    """Give a thread another title."""
    thread = _thread(call)
    thread.title = call.body["title"]
    thread.trail.touch(call.user.email, call.now())
    shown = chats.thread_for(call.generation, thread)
    return success(shown, "Chat thread updated successfully")


@handles("v2l_chat_thread_delete", "v2_chat_threads_delete")
def delete(call: Call) -> Reply:
    """Delete a thread and the answers in it."""
    state = call.state
    thread = _thread(call)
    for response in state.responses_of(thread_id=thread.id):
        del state.responses[response.id]
    del state.threads[thread.id]
    return done("Chat thread deleted successfully")


@handles("v2l_chat_thread_add_corpus", "v2_chat_threads_add_corpus")
def add_corpus(call: Call) -> Reply:
    """Connect a thread with the corpus of its attachments."""
    thread = _thread(call)
    corpus = call.state.corpus(call.path["corpus_id"])
    thread.corpus_id = corpus.id
    thread.connection_id = call.state.new_id("thread corpus")
    shown = {"id": thread.connection_id, "chat_thread": thread.id, "corpus": corpus.id}
    return success(shown, "Corpus connected to chat thread successfully")


@handles("v2l_chat_thread_remove_corpus", "v2_chat_threads_remove_corpus")
def remove_corpus(call: Call) -> Reply:
    """Take the corpus of its attachments from a thread."""
    thread = _thread(call)
    if thread.corpus_id is None or thread.corpus_id != call.path["corpus_id"]:
        raise Refusal(404, "This corpus is not connected to this chat thread")
    thread.corpus_id = thread.connection_id = None
    return done("Corpus removed from chat thread successfully")


@handles("v2l_chat_thread_get_corpus", "v2_chat_threads_get_corpus")
def get_corpus(call: Call) -> Reply:
    """Show the corpus of the attachments to a thread."""
    thread = _thread(call)
    if thread.corpus_id is None or thread.corpus_id not in call.state.corpora:
        raise Refusal(404, "No corpus is connected to this chat thread")
    corpus = corpus_brief(call.state.corpora[thread.corpus_id])
    shown = {"id": thread.connection_id, "chat_thread": thread.id, "corpus": corpus}
    return success(shown, "Corpus of chat thread fetched successfully")


def _thread(call: Call) -> Thread:
    """Return the thread that the path names; the parameter of V2 Legacy has another name."""
    name = "chat_thread_id" if "chat_thread_id" in call.path else "chatthread_id"
    return call.state.thread(call.path[name])


def _new_thread(call: Call, title: str) -> Thread:
    agent = call.state.agent(call.path["agent_id"])
    trail = call.state.trail(call.user, created_by=call.body.get("created_by"))
    thread = Thread(call.state.new_id("thread"), agent.id, call.user.id, trail, title)
    call.state.threads[thread.id] = thread
    return thread


def _sources(state: State, agent_id: int) -> dict[int, set[str]]:
    """Return the channels through which was asked, by thread."""
    sources: dict[int, set[str]] = {}
    for response in state.responses_of(agent_id=agent_id):
        sources.setdefault(response.thread_id, set()).add(response.query_source)
    return sources
