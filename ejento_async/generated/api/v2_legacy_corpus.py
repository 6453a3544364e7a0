"""`client.v2_legacy.corpus`: corpora, which are collections of documents that agents search for their
answers.

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
    id="v2l_corpus_create", method="POST", path="/v2/api/corpus", body="json", envelope=False
)
_CREATE_DOCUMENT = Operation(
    id="v2l_corpus_create_document",
    method="POST",
    path="/v2/api/corpus/{corpus_id}/document",
    body="multipart",
    envelope=False,
    deprecated="v2.documents.upload",
)


class V2LegacyCorpusApi(Resource):
    """Corpora, which are collections of documents that agents search for their answers."""

    __slots__ = ()

    @property
    def with_response(self) -> V2LegacyCorpusWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V2LegacyCorpusWithResponse(self._core)

    async def create(self, *, name: str, description: str | Unset = UNSET) -> models.Corpus:
        """Create Corpus.

        `POST /v2/api/corpus`

        Creates an empty corpus, to which documents can be uploaded.

        Args:
            name: Name of the corpus.
            description: Description of the corpus.

        Returns:
            The new corpus, without an envelope.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: documented (api.ejento.ai/legacy-create-corpus).
        """
        return await self._core.send(
            _CREATE, models.Corpus.read, body={"name": name, "description": description}
        )

    async def create_document(
        self,
        corpus_id: int,
        *,
        content_type: models.DocumentContentTypeInput,
        source: File,
        upload_from: str,
        user_id: int,
    ) -> models.DurableFunctionHandle:
        """Create Document In Corpus.

        `POST /v2/api/corpus/{corpus_id}/document`

        Uploads a file, a text or the URL of a page, to be indexed. The vendor deprecated it on 15
        October 2025 and named 14 November 2025 as its end.

        Args:
            corpus_id: Id of the corpus.
            content_type: What the source of a document is: a file, a text or the URL of a page.
            source: The file, or else the text or the URL, as text.
            upload_from: Where the upload comes from, for example `web`.
            user_id: Id of the user who uploads.

        Returns:
            The handle of the run that indexes the document, without an envelope.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: documented (api.ejento.ai/legacy-create-document-in-corpus;
        api.ejento.ai/guides/indexing-api-migration).

        Deprecated: use `v2.documents.upload`.
        """
        return await self._core.send(
            _CREATE_DOCUMENT,
            models.DurableFunctionHandle.read,
            (corpus_id,),
            body={
                "content_type": content_type,
                "source": source,
                "upload_from": upload_from,
                "user_id": user_id,
            },
        )


class V2LegacyCorpusWithResponse(Resource):
    """The methods of `client.v2_legacy.corpus`, returning whole responses."""

    __slots__ = ()

    async def create(
        self, *, name: str, description: str | Unset = UNSET
    ) -> APIResponse[models.Corpus]:
        """`create`, with the whole response."""
        return await self._core.respond(
            _CREATE, models.Corpus.read, body={"name": name, "description": description}
        )

    async def create_document(
        self,
        corpus_id: int,
        *,
        content_type: models.DocumentContentTypeInput,
        source: File,
        upload_from: str,
        user_id: int,
    ) -> APIResponse[models.DurableFunctionHandle]:
        """`create_document`, with the whole response."""
        return await self._core.respond(
            _CREATE_DOCUMENT,
            models.DurableFunctionHandle.read,
            (corpus_id,),
            body={
                "content_type": content_type,
                "source": source,
                "upload_from": upload_from,
                "user_id": user_id,
            },
        )
