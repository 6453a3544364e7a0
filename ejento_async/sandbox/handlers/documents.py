"""Documents: uploaded, indexed step by step, listed, deleted."""

from __future__ import annotations

import uuid
from typing import Any

from starlette.datastructures import UploadFile

from .._call import Answered, Call, handles
from .._records import Corpus, Document
from .._replies import Refusal, Reply, bare, done, not_found, success
from .._settings import Settings
from .._storage import file_name, text_of
from ..shapes import corpora as shapes
from .citations import content_of

_HANDLE_ACTIONS = {
    "statusQueryGetUri": "",
    "sendEventPostUri": "/raiseEvent/{eventName}",
    "terminatePostUri": "/terminate",
    "rewindPostUri": "/rewind",
    "purgeHistoryDeleteUri": "",
    "restartPostUri": "/restart",
    "suspendPostUri": "/suspend",
    "resumePostUri": "/resume",
}


@handles("v2_documents_create")
async def upload(call: Call) -> Reply:
    """Take in a document and queue it for indexing."""
    document = await _indexed(call)
    shown = {
        "id": document.id,
        "source": document.source,
        "access_url": document.url(call.state.base_url),
        "step": document.step,
    }
    return success(shown, "Document has been queued for indexing")


@handles("v1_corpus_create_document", "v2l_corpus_create_document")
async def upload_legacy(call: Call) -> Reply:
    """Take in a document and answer with the handle of a durable function."""
    document = await _indexed(call)
    run = str(uuid.uuid5(uuid.NAMESPACE_URL, document.url(call.state.base_url)))
    base = f"{call.state.base_url}/runtime/webhooks/durabletask/instances/{run}"
    return bare({"id": run, **{name: base + end for name, end in _HANDLE_ACTIONS.items()}})


@handles("v1_documents_get", "v2l_document_get", "v2l_document_poll", "v2_documents_get")
def get(call: Call) -> Reply:
    """Show a document, which takes one step of its indexing."""
    document = call.state.document(call.path["document_id"])
    document.look()
    return success(shapes.document(document, call.state.base_url), "Document fetched successfully")


@handles("v1_corpus_list_documents", "v2l_corpus_list_documents", "v2_corpora_list_documents")
def list_of_corpus(call: Call) -> Reply:
    """List the documents of a corpus."""
    corpus = call.state.corpus(call.path["corpus_id"])
    shown = [
        shapes.document(document, call.state.base_url)
        for document in call.state.documents_of(corpus.id)
    ]
    # The older generations have the list without an object around it.
    data = {"documents": shown} if call.generation == "v2" else shown
    return success(data, "Documents fetched successfully")


@handles("v2l_corpus_delete_documents", "v2_corpora_delete_documents")
def delete(call: Call) -> Reply:
    """Delete documents of a corpus, all of them or none."""
    state = call.state
    corpus = state.corpus(call.path["corpus_id"])
    numbers: set[int] = set(call.body["document_ids"])
    unknown = numbers - {document.id for document in state.documents_of(corpus.id)}
    if unknown:
        raise Refusal(404, f"Documents not found: {', '.join(map(str, sorted(unknown)))}")
    for number in numbers:
        state.storage.remove(state.documents.pop(number).file)
    return done("Documents deleted successfully")


@handles("v1_documents_delete")
def delete_one(call: Call) -> Reply:
    """Delete a document."""
    document = call.state.document(call.path["document_id"])
    call.state.storage.remove(call.state.documents.pop(document.id).file)
    return done("Document deleted successfully")


@handles("v1_corpus_delete_all_documents")
def delete_all(call: Call) -> Reply:
    """Delete the documents of a corpus."""
    state = call.state
    for document in state.documents_of(state.corpus(call.path["corpus_id"]).id):
        state.storage.remove(state.documents.pop(document.id).file)
    return done("Documents deleted successfully")


@handles("v1_documents_update", "v2l_document_update", "v2_documents_update")
def update(call: Call) -> Reply:
    """Change the description of a document, or the name under which it is stored."""
    document = call.state.document(call.path["document_id"])
    document.description = call.body.get("description", document.description)
    if "source" in call.body:
        document.name = call.body["source"].removeprefix(f"{document.id}-")
    document.trail.touch(call.user.email, call.now())
    return success(shapes.document(document, call.state.base_url), "Document updated successfully")


@handles("v2l_document_update_tags", "v2_documents_update_tags")
def update_tags(call: Call) -> Reply:
    """Replace the tags of a document."""
    document = call.state.document(call.path["document_id"])
    document.tags = call.body.get("tags", document.tags)
    document.trail.touch(call.user.email, call.now())
    return success({"document": document.id, "tags": document.tags}, "Tags updated successfully")


@handles("v2l_document_refresh", "v2_documents_refresh")
def refresh(call: Call) -> Reply:
    """Index a document again, from the first step on."""
    document = call.state.document(call.path["document_id"])
    document.step, document.steps = _steps(call.state.settings, document.name)
    document.trail.touch(call.user.email, call.now())
    shown = shapes.document(document, call.state.base_url)
    return success(shown, "Document has been queued for indexing")


@handles("v2l_corpus_refresh")
def refresh_corpus(call: Call) -> Reply:
    """Index the documents of a corpus again."""
    state = call.state
    for document in state.documents_of(state.corpus(call.path["corpus_id"]).id):
        document.step, document.steps = _steps(state.settings, document.name)
    return done("Documents have been queued for indexing")


@handles("v2_documents_download")
def download(call: Call) -> Answered:
    """Send a document as it was uploaded."""
    corpus = call.state.corpus(call.path["corpus_id"])
    document = call.state.document(call.path["document_id"])
    if document.corpus_id != corpus.id:
        raise not_found("Document")
    return content_of(document)


@handles("v1_corpus_check_duplicates", "v2l_corpus_check_duplicates", "v2_corpora_check_duplicates")
def check_duplicates(call: Call) -> Reply:
    """Say which file names a corpus already has."""
    corpus = call.state.corpus(call.path["corpus_id"])
    known = {
        document.name for document in call.state.documents_of(corpus.id) if not document.is_failed
    }
    duplicates = [name for name in call.body["documents"] if name in known]
    return success({"duplicate_files": duplicates}, "Duplicates checked successfully")


async def _indexed(call: Call) -> Document:
    """Store what was uploaded and begin to index it."""
    state = call.state
    corpus = state.corpus(call.path["corpus_id"])
    source: Any = call.body["source"]
    content_type: str = call.body["content_type"]
    number = state.new_id("document")
    if isinstance(source, UploadFile):
        name = file_name(source.filename)
        stored = await state.storage.save_upload(f"{number}", source)
    elif content_type == "file":
        raise Refusal(400, "source: a file is needed when content_type is file")
    else:
        name = source if content_type == "weblink" else "text.txt"
        stored = state.storage.save_text(f"{number}", source)
    document = _document(call, number, name, corpus, content_type)
    document.file, document.size, document.sha256 = stored.file, stored.size, stored.sha256
    document.media_type = stored.media_type
    document.text = text_of(stored)
    state.documents[number] = document
    return document


def _steps(settings: Settings, name: str) -> tuple[str, list[str]]:
    """Return the first step of the indexing and those that follow."""
    first, *others = settings.indexing_steps
    if "fail" in name.lower():
        return ("failed", []) if not others else (first, [*others[:-1], "failed"])
    return first, others


def _document(call: Call, number: int, name: str, corpus: Corpus, content_type: str) -> Document:
    first, others = _steps(call.state.settings, name)
    tags: str = call.body.get("tags") or ""
    return Document(
        id=number,
        corpus_id=corpus.id,
        name=name,
        content_type=content_type,
        trail=call.state.trail(call.user),
        step=first,
        steps=others,
        description=name,
        tags=[tag.strip() for tag in tags.split(",") if tag.strip()],
    )
