"""`client.v2.corpora`: corpora, which are collections of documents that agents search for their
answers.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._model import nothing
from ..._protocol import UNSET, Operation, Resource, Unset
from .. import models

if TYPE_CHECKING:
    from ..._response import APIResponse

_CREATE = Operation(id="v2_corpora_create", method="POST", path="/api/v2/corpora", body="json")
_LIST_DOCUMENTS = Operation(
    id="v2_corpora_list_documents",
    method="GET",
    path="/api/v2/corpora/{corpus_id}/documents",
    idempotent=True,
)
_DELETE_DOCUMENTS = Operation(
    id="v2_corpora_delete_documents",
    method="DELETE",
    path="/api/v2/corpora/{corpus_id}/documents",
    body="json",
    idempotent=True,
)
_CHECK_DUPLICATES = Operation(
    id="v2_corpora_check_duplicates",
    method="POST",
    path="/api/v2/corpora/{corpus_id}/documents/duplicates",
    body="json",
    idempotent=True,
)


class V2CorporaApi(Resource):
    """Corpora, which are collections of documents that agents search for their answers."""

    __slots__ = ()

    @property
    def with_response(self) -> V2CorporaWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V2CorporaWithResponse(self._core)

    async def create(
        self,
        *,
        name: str,
        description: str | Unset = UNSET,
        indexing_mode_id: int | Unset = UNSET,
        corpus_type: str | Unset = UNSET,
    ) -> models.Corpus:
        """Create a Corpus.

        `POST /api/v2/corpora`

        Creates an empty corpus, to which documents can be uploaded.

        Args:
            name: Name of the corpus, for attachments `AttachmentCorpus-<id of the thread>`.
            description: Description of the corpus.
            indexing_mode_id: Id of the indexing mode; 1 is `exhaustive`, 3 is `basic`.
            corpus_type: Kind of corpus; `attachment` for files attached to a chat thread.

        Returns:
            The new corpus, of which only the id is sure.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: vendor-client (ejentoai/Quickstart-Template; ejentoai/ejento-slack-app;
        api.ejento.ai/corpora.md).
        """
        return await self._core.send(
            _CREATE,
            models.Corpus.read,
            body={
                "name": name,
                "description": description,
                "indexing_mode_id": indexing_mode_id,
                "corpus_type": corpus_type,
            },
        )

    async def list_documents(self, corpus_id: int) -> models.CorpusDocuments:
        """Get Documents of a Corpus.

        `GET /api/v2/corpora/{corpus_id}/documents`

        Returns all documents of a corpus, with how far their indexing has come.

        Args:
            corpus_id: Id of the corpus.

        Returns:
            The documents.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: vendor-client (ejentoai/Quickstart-Template src/api.ts, src/lib/utils.ts); title
        is inferred.
        """
        return await self._core.send(_LIST_DOCUMENTS, models.CorpusDocuments.read, (corpus_id,))

    async def delete_documents(self, corpus_id: int, *, document_ids: list[int]) -> None:
        """Delete Documents from Corpus.

        `DELETE /api/v2/corpora/{corpus_id}/documents`

        Deletes documents from a corpus. Their ids are sent in a body.

        Args:
            corpus_id: Id of the corpus.
            document_ids: Ids of the documents.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: vendor-client (ejentoai/Quickstart-Template src/api.ts); title is inferred.
        """
        await self._core.send(
            _DELETE_DOCUMENTS, nothing, (corpus_id,), body={"document_ids": document_ids}
        )

    async def check_duplicates(
        self, corpus_id: int, *, documents: list[str]
    ) -> models.DuplicateFiles:
        """Check Duplicate Documents.

        `POST /api/v2/corpora/{corpus_id}/documents/duplicates`

        Tells which of the named files a corpus already holds, and changes nothing.

        Args:
            corpus_id: Id of the corpus.
            documents: Names of the files.

        Returns:
            The files that the corpus already holds.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: vendor-client (ejentoai/ejento-slack-app src/services/ejentoApi.js); title is
        inferred.
        """
        return await self._core.send(
            _CHECK_DUPLICATES,
            models.DuplicateFiles.read,
            (corpus_id,),
            body={"documents": documents},
        )


class V2CorporaWithResponse(Resource):
    """The methods of `client.v2.corpora`, returning whole responses."""

    __slots__ = ()

    async def create(
        self,
        *,
        name: str,
        description: str | Unset = UNSET,
        indexing_mode_id: int | Unset = UNSET,
        corpus_type: str | Unset = UNSET,
    ) -> APIResponse[models.Corpus]:
        """`create`, with the whole response."""
        return await self._core.respond(
            _CREATE,
            models.Corpus.read,
            body={
                "name": name,
                "description": description,
                "indexing_mode_id": indexing_mode_id,
                "corpus_type": corpus_type,
            },
        )

    async def list_documents(self, corpus_id: int) -> APIResponse[models.CorpusDocuments]:
        """`list_documents`, with the whole response."""
        return await self._core.respond(_LIST_DOCUMENTS, models.CorpusDocuments.read, (corpus_id,))

    async def delete_documents(
        self, corpus_id: int, *, document_ids: list[int]
    ) -> APIResponse[None]:
        """`delete_documents`, with the whole response."""
        return await self._core.respond(
            _DELETE_DOCUMENTS, nothing, (corpus_id,), body={"document_ids": document_ids}
        )

    async def check_duplicates(
        self, corpus_id: int, *, documents: list[str]
    ) -> APIResponse[models.DuplicateFiles]:
        """`check_duplicates`, with the whole response."""
        return await self._core.respond(
            _CHECK_DUPLICATES,
            models.DuplicateFiles.read,
            (corpus_id,),
            body={"documents": documents},
        )
