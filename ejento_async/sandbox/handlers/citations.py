"""The files that answers refer to."""

from __future__ import annotations

from starlette.responses import Response

from .._call import Answered, Call, handles
from .._records import Document
from .._replies import not_found
from .._storage import FileAnswer


@handles("v2_citations_download")
def download(call: Call) -> Answered:
    """Send a file, whole and as it was uploaded."""
    name: str = call.path["name"]
    written = call.state.artifacts.get(name)
    if written is not None:
        return Response(written, media_type="text/markdown")
    document = call.state.document_named(name)
    if document is None:
        raise not_found("File")
    return content_of(document)


def content_of(document: Document) -> Answered:
    """Return the bytes of a document as an answer; raises a 404 refusal if it has none."""
    if document.data is None and document.file is None:
        raise not_found("File")
    if document.file is not None:
        return FileAnswer(document.file, document.size, document.media_type)
    return Response(document.data, media_type=document.media_type)
