"""`client.v2_legacy.document`: single documents of corpora, from their tags to their indexing.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._protocol import UNSET, Operation, Resource, Unset
from .. import models

if TYPE_CHECKING:
    from ..._response import APIResponse

_GET = Operation(
    id="v2l_document_get", method="GET", path="/v2/api/document/{document_id}", idempotent=True
)
_UPDATE = Operation(
    id="v2l_document_update",
    method="PUT",
    path="/v2/api/document/{document_id}",
    body="json",
    idempotent=True,
)
_UPDATE_TAGS = Operation(
    id="v2l_document_update_tags",
    method="POST",
    path="/v2/api/document/{document_id}/tag",
    body="json",
)
_POLL = Operation(
    id="v2l_document_poll",
    method="GET",
    path="/v2/api/document/{document_id}/poll",
    idempotent=True,
)
_REFRESH = Operation(
    id="v2l_document_refresh", method="POST", path="/v2/api/document/{document_id}/refresh"
)


class V2LegacyDocumentApi(Resource):
    """Single documents of corpora, from their tags to their indexing."""

    __slots__ = ()

    @property
    def with_response(self) -> V2LegacyDocumentWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V2LegacyDocumentWithResponse(self._core)

    async def get(self, document_id: int) -> models.Document:
        """Get Document.

        `GET /v2/api/document/{document_id}`

        Returns one document. Its `step` says how far the indexing has come.

        Args:
            document_id: Id of the document.

        Returns:
            The document.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/v2-legacy/get-document-legacy, title only; path,
        method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_GET, models.Document.read, (document_id,))

    async def update(
        self, document_id: int, *, description: str | Unset = UNSET, source: str | Unset = UNSET
    ) -> models.Document:
        """Edit Document.

        `PUT /v2/api/document/{document_id}`

        Changes description or source of a document.

        Args:
            document_id: Id of the document.
            description: Description of the document. Inferred from the record of a document.
            source: Where the content comes from: the name of a file, a URL or a text. Inferred from
                the record of a document.

        Returns:
            The document as it is now.

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

    async def update_tags(self, document_id: int, *, tags: list[str]) -> models.LegacyTagList:
        """Add Or Remove Tags On Document.

        `POST /v2/api/document/{document_id}/tag`

        Puts tags on a document or takes them from it.

        Args:
            document_id: Id of the document.
            tags: The tags. Inferred from the record of an agent.

        Returns:
            The tags of the document.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Document, Add Or Remove Tags
        On Document; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _UPDATE_TAGS, models.LegacyTagList.read, (document_id,), body={"tags": tags}
        )

    async def poll(self, document_id: int) -> models.Document:
        """Document Polling.

        `GET /v2/api/document/{document_id}/poll`

        Returns how far the indexing of a document has come.

        Args:
            document_id: Id of the document.

        Returns:
            The document.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/v2-legacy/document-polling-legacy, title only; path,
        method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_POLL, models.Document.read, (document_id,))

    async def refresh(self, document_id: int) -> models.Document:
        """Trigger a refresh(reindex) of a Document.

        `POST /v2/api/document/{document_id}/refresh`

        Begins to index a document again.

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


class V2LegacyDocumentWithResponse(Resource):
    """The methods of `client.v2_legacy.document`, returning whole responses."""

    __slots__ = ()

    async def get(self, document_id: int) -> APIResponse[models.Document]:
        """Get Document.

        `GET /v2/api/document/{document_id}`

        Takes the arguments of `get` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_GET, models.Document.read, (document_id,))

    async def update(
        self, document_id: int, *, description: str | Unset = UNSET, source: str | Unset = UNSET
    ) -> APIResponse[models.Document]:
        """Edit Document.

        `PUT /v2/api/document/{document_id}`

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
        self, document_id: int, *, tags: list[str]
    ) -> APIResponse[models.LegacyTagList]:
        """Add Or Remove Tags On Document.

        `POST /v2/api/document/{document_id}/tag`

        Takes the arguments of `update_tags` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _UPDATE_TAGS, models.LegacyTagList.read, (document_id,), body={"tags": tags}
        )

    async def poll(self, document_id: int) -> APIResponse[models.Document]:
        """Document Polling.

        `GET /v2/api/document/{document_id}/poll`

        Takes the arguments of `poll` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_POLL, models.Document.read, (document_id,))

    async def refresh(self, document_id: int) -> APIResponse[models.Document]:
        """Trigger a refresh(reindex) of a Document.

        `POST /v2/api/document/{document_id}/refresh`

        Takes the arguments of `refresh` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_REFRESH, models.Document.read, (document_id,))
