"""`client.v1.documents`: single documents of corpora in the first generation of the API.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._model import nothing
from ..._protocol import UNSET, Operation, Resource, Unset
from .. import models

if TYPE_CHECKING:
    from ..._response import APIResponse

_GET = Operation(
    id="v1_documents_get", method="GET", path="/document/{document_id}", idempotent=True
)
_UPDATE = Operation(
    id="v1_documents_update",
    method="PUT",
    path="/document/{document_id}",
    body="json",
    idempotent=True,
)
_DELETE = Operation(
    id="v1_documents_delete", method="DELETE", path="/document/{document_id}", idempotent=True
)


class V1DocumentsApi(Resource):
    """Single documents of corpora in the first generation of the API."""

    __slots__ = ()

    @property
    def with_response(self) -> V1DocumentsWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V1DocumentsWithResponse(self._core)

    async def get(self, document_id: int) -> models.Document:
        """Get Document By ID.

        `GET /document/{document_id}`

        Returns a document and how far its indexing has come.

        Args:
            document_id: Id of the document.

        Returns:
            The document.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of api.ejento.ai/v1/get-document-by-id-16255377e0 (title and
        verb); path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_GET, models.Document.read, (document_id,))

    async def update(
        self, document_id: int, *, description: str | Unset = UNSET, source: str | Unset = UNSET
    ) -> models.Document:
        """Edit Document By ID.

        `PUT /document/{document_id}`

        Changes a document.

        Args:
            document_id: Id of the document.
            description: Description of the document. Inferred from the record of a document.
            source: Where the content comes from: the name of a file, a URL or a text. Inferred from
                the record of a document.

        Returns:
            The document after the change.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of api.ejento.ai/v1/get-document-by-id-16255377e0 (title and
        verb); path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _UPDATE,
            models.Document.read,
            (document_id,),
            body={"description": description, "source": source},
        )

    async def delete(self, document_id: int) -> None:
        """Delete Document By ID.

        `DELETE /document/{document_id}`

        Deletes a document.

        Args:
            document_id: Id of the document.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of api.ejento.ai/v1/get-document-by-id-16255377e0 (title and
        verb); path, method and bodies follow the pattern of the generation.
        """
        await self._core.send(_DELETE, nothing, (document_id,))


class V1DocumentsWithResponse(Resource):
    """The methods of `client.v1.documents`, returning whole responses."""

    __slots__ = ()

    async def get(self, document_id: int) -> APIResponse[models.Document]:
        """Get Document By ID.

        `GET /document/{document_id}`

        Takes the arguments of `get` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_GET, models.Document.read, (document_id,))

    async def update(
        self, document_id: int, *, description: str | Unset = UNSET, source: str | Unset = UNSET
    ) -> APIResponse[models.Document]:
        """Edit Document By ID.

        `PUT /document/{document_id}`

        Takes the arguments of `update` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _UPDATE,
            models.Document.read,
            (document_id,),
            body={"description": description, "source": source},
        )

    async def delete(self, document_id: int) -> APIResponse[None]:
        """Delete Document By ID.

        `DELETE /document/{document_id}`

        Takes the arguments of `delete` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_DELETE, nothing, (document_id,))
