"""Corpora: made, shown, listed, changed, deleted."""

from __future__ import annotations

from .._call import Call, handles
from .._kinds import CORPUS_PERMISSION
from .._records import Corpus
from .._replies import Refusal, Reply, bare, done, success
from .._spec import Json
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


@handles("v1_corpus_create")
def create_v1(call: Call) -> Reply:
    """Make a corpus."""
    corpus = _new_corpus(call)
    _write(corpus, call.body)
    return success(shapes.corpus_legacy(corpus), "Corpus created successfully")


@handles("v1_corpus_get", "v2l_corpus_get", "v2_corpora_get")
def get(call: Call) -> Reply:
    """Show a corpus."""
    corpus = call.state.corpus(call.path["corpus_id"])
    return success(shapes.corpus_for(call.generation, corpus), "Corpus fetched successfully")


@handles("v1_corpus_list", "v2l_corpus_list", "v2_corpora_list")
def list_all(call: Call) -> Reply:
    """List all corpora."""
    shown = [shapes.corpus_for(call.generation, corpus) for corpus in call.state.corpora.values()]
    return success(shown, "Corpora fetched successfully")


@handles("v1_corpus_update", "v2l_corpus_update", "v2_corpora_update")
def update(call: Call) -> Reply:
    """Change a corpus."""
    corpus = call.state.corpus(call.path["corpus_id"])
    _write(corpus, call.body)
    corpus.trail.touch(call.user.email, call.now())
    return success(shapes.corpus_for(call.generation, corpus), "Corpus updated successfully")


@handles("v1_corpus_delete", "v2l_corpus_delete", "v2_corpora_delete")
def delete(call: Call) -> Reply:
    """Delete a corpus with its documents and its connections."""
    state = call.state
    corpus = state.corpus(call.path["corpus_id"])
    for document in state.documents_of(corpus.id):
        state.storage.remove(state.documents.pop(document.id).file)
    for number in [item.id for item in state.agent_corpora.values() if item.corpus_id == corpus.id]:
        del state.agent_corpora[number]
    for thread in state.threads.values():
        if thread.corpus_id == corpus.id:
            thread.corpus_id = thread.connection_id = None
    state.open.remove_below((CORPUS_PERMISSION,), "corpus", corpus.id)
    del state.corpora[corpus.id]
    return done("Corpus deleted successfully")


@handles("v2l_corpus_update_tags")
def update_tags(call: Call) -> Reply:
    """Replace the tags of a corpus."""
    corpus = call.state.corpus(call.path["corpus_id"])
    corpus.tags = call.body["tags"]
    corpus.trail.touch(call.user.email, call.now())
    return success({"corpus": corpus.id, "tags": corpus.tags}, "Tags updated successfully")


def _write(corpus: Corpus, body: Json) -> None:
    mode: int = body.get("indexing_mode_id", corpus.indexing_mode)
    if mode not in shapes.INDEXING_MODES:
        raise Refusal(400, f'Invalid pk "{mode}" - object does not exist.')
    corpus.indexing_mode = mode
    corpus.name = body.get("name", corpus.name)
    corpus.description = body.get("description", corpus.description)
    corpus.type = body.get("corpus_type", corpus.type)


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
