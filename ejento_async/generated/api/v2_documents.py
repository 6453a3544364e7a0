"""`client.v2.documents`: documents, from their upload to the end of their indexing.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._protocol import UNSET, Operation, Resource, Unset
from .. import models

if TYPE_CHECKING:
    from ..._multipart import File
    from ..._response import APIResponse

_CREATE = Operation(
    id="v2_documents_create",
    method="POST",
    path="/indexing-service/api/v2/corpora/{corpus_id}/documents",
    body="multipart",
)
_GET = Operation(
    id="v2_documents_get", method="GET", path="/api/v2/documents/{document_id}", idempotent=True
)


class V2DocumentsApi(Resource):
    """Documents, from their upload to the end of their indexing."""

    __slots__ = ()

    @property
    def with_response(self) -> V2DocumentsWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V2DocumentsWithResponse(self._core)

    async def create(
        self,
        corpus_id: int,
        *,
        user_id: int,
        content_type: models.DocumentContentTypeInput,
        source: File,
        upload_from: str | Unset = UNSET,
        tags: str | Unset = UNSET,
        attachment: bool | Unset = UNSET,
    ) -> models.Document:
        """Upload a Document to a Corpus.

        `POST /indexing-service/api/v2/corpora/{corpus_id}/documents`

        Uploads a file, a text or the URL of a page and queues it for indexing. The document is
        ready when its step has become `completed`.

        Args:
            corpus_id: Id of the corpus.
            user_id: Id of the user who uploads.
            content_type: What the source of a document is: a file, a text or the URL of a page.
            source: The file, or else the text or the URL, as text.
            upload_from: Where the upload comes from, for example `web`.
            tags: Tags of the document, with commas between them.
            attachment: Whether the document is an attachment of a chat thread.

        Returns:
            The document, in the queue.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: documented (api.ejento.ai/guides/indexing-api-migration;
        ejentoai/Quickstart-Template; ejentoai/ejento-slack-app).
        """
        return await self._core.send(
            _CREATE,
            models.Document.read,
            (corpus_id,),
            body={
                "user_id": user_id,
                "content_type": content_type,
                "source": source,
                "upload_from": upload_from,
                "tags": tags,
                "attachment": attachment,
            },
        )

    async def get(self, document_id: int) -> models.Document:
        """Get Document.

        `GET /api/v2/documents/{document_id}`

        Returns a document and how far its indexing has come. Asked again and again, it tells when
        the indexing has ended or failed.

        Args:
            document_id: Id of the document.

        Returns:
            The document.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: vendor-client (ejentoai/Quickstart-Template multimodal-input.tsx;
        ejentoai/ejento-slack-app attachmentHandler.js); title is inferred.
        """
        return await self._core.send(_GET, models.Document.read, (document_id,))


class V2DocumentsWithResponse(Resource):
    """The methods of `client.v2.documents`, returning whole responses."""

    __slots__ = ()

    async def create(
        self,
        corpus_id: int,
        *,
        user_id: int,
        content_type: models.DocumentContentTypeInput,
        source: File,
        upload_from: str | Unset = UNSET,
        tags: str | Unset = UNSET,
        attachment: bool | Unset = UNSET,
    ) -> APIResponse[models.Document]:
        """`create`, with the whole response."""
        return await self._core.respond(
            _CREATE,
            models.Document.read,
            (corpus_id,),
            body={
                "user_id": user_id,
                "content_type": content_type,
                "source": source,
                "upload_from": upload_from,
                "tags": tags,
                "attachment": attachment,
            },
        )

    async def get(self, document_id: int) -> APIResponse[models.Document]:
        """`get`, with the whole response."""
        return await self._core.respond(_GET, models.Document.read, (document_id,))
