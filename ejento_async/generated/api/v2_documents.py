"""`client.v2.documents`: documents, from their upload to the end of their indexing.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._protocol import UNSET, Operation, Resource, Unset
from .. import models

if TYPE_CHECKING:
    from ..._download import Download
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
_UPDATE = Operation(
    id="v2_documents_update",
    method="PUT",
    path="/api/v2/documents/{document_id}",
    body="json",
    idempotent=True,
)
_DOWNLOAD = Operation(
    id="v2_documents_download",
    method="GET",
    path="/api/v2/corpora/{corpus_id}/documents/{document_id}/download",
    idempotent=True,
    accept="*/*",
)
_UPDATE_TAGS = Operation(
    id="v2_documents_update_tags",
    method="POST",
    path="/api/v2/documents/{document_id}/tags",
    body="json",
)
_REFRESH = Operation(
    id="v2_documents_refresh", method="POST", path="/api/v2/documents/{document_id}/refresh"
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
        source: File | str,
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

    async def update(
        self, document_id: int, *, description: str | Unset = UNSET, source: str | Unset = UNSET
    ) -> models.Document:
        """Update a Document.

        `PUT /api/v2/documents/{document_id}`

        Changes what is stored about a document. The vendor's navigation of V2 does not name this
        operation; title, path and verb follow Edit Document of V2 Legacy by the naming rule.

        Args:
            document_id: Id of the document.
            description: Description of the document. Inferred from the record of a document.
            source: Where the content comes from: the name of a file, a URL or a text. Inferred from
                the record of a document.

        Returns:
            The document.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Document, Edit Document; path,
        method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _UPDATE,
            models.Document.read,
            (document_id,),
            body={"description": description, "source": source},
        )

    def download(self, corpus_id: int, document_id: int) -> Download:
        """Download a Corpus Document.

        `GET /api/v2/corpora/{corpus_id}/documents/{document_id}/download`

        Returns the content of a document of a corpus.

        Args:
            corpus_id: Id of the corpus.
            document_id: Id of the document.

        Returns:
            The content. The header Content-Type tells its kind.

        Raises:
            APIError: on entering or reading the download: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/download-a-corpus-document, title only; path, method
        and bodies follow the pattern of the generation.
        """
        return self._core.download(_DOWNLOAD, (corpus_id, document_id))

    async def update_tags(
        self, document_id: int, *, tags: list[str] | Unset = UNSET
    ) -> models.TagList:
        """Add or Remove Tags from a Document.

        `POST /api/v2/documents/{document_id}/tags`

        Adds tags to a document or removes them. How the body tells the one from the other is not
        documented. The vendor's navigation of V2 does not name this operation; title, path and verb
        follow Add Or Remove Tags On Document of V2 Legacy by the naming rule.

        Args:
            document_id: Id of the document.
            tags: The tags. How they are to be added or removed is not documented. Inferred from the
                record of an agent.

        Returns:
            The tags of the document.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Document, Add Or Remove Tags
        On Document; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _UPDATE_TAGS, models.TagList.read, (document_id,), body={"tags": tags}
        )

    async def refresh(self, document_id: int) -> models.Document:
        """Refresh a Document.

        `POST /api/v2/documents/{document_id}/refresh`

        Has a document indexed again. The vendor's navigation of V2 does not name this operation;
        title, path and verb follow Trigger a refresh(reindex) of a Document of V2 Legacy by the
        naming rule.

        Args:
            document_id: Id of the document.

        Returns:
            The document.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Document, Trigger a
        refresh(reindex) of a Document; path, method and bodies follow the pattern of the
        generation.
        """
        return await self._core.send(_REFRESH, models.Document.read, (document_id,))


class V2DocumentsWithResponse(Resource):
    """The methods of `client.v2.documents`, returning whole responses."""

    __slots__ = ()

    async def create(
        self,
        corpus_id: int,
        *,
        user_id: int,
        content_type: models.DocumentContentTypeInput,
        source: File | str,
        upload_from: str | Unset = UNSET,
        tags: str | Unset = UNSET,
        attachment: bool | Unset = UNSET,
    ) -> APIResponse[models.Document]:
        """Upload a Document to a Corpus.

        `POST /indexing-service/api/v2/corpora/{corpus_id}/documents`

        Takes the arguments of `create` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
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
        """Get Document.

        `GET /api/v2/documents/{document_id}`

        Takes the arguments of `get` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_GET, models.Document.read, (document_id,))

    async def update(
        self, document_id: int, *, description: str | Unset = UNSET, source: str | Unset = UNSET
    ) -> APIResponse[models.Document]:
        """Update a Document.

        `PUT /api/v2/documents/{document_id}`

        Takes the arguments of `update` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _UPDATE,
            models.Document.read,
            (document_id,),
            body={"description": description, "source": source},
        )

    async def update_tags(
        self, document_id: int, *, tags: list[str] | Unset = UNSET
    ) -> APIResponse[models.TagList]:
        """Add or Remove Tags from a Document.

        `POST /api/v2/documents/{document_id}/tags`

        Takes the arguments of `update_tags` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _UPDATE_TAGS, models.TagList.read, (document_id,), body={"tags": tags}
        )

    async def refresh(self, document_id: int) -> APIResponse[models.Document]:
        """Refresh a Document.

        `POST /api/v2/documents/{document_id}/refresh`

        Takes the arguments of `refresh` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_REFRESH, models.Document.read, (document_id,))
