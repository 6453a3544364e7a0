"""`client.v2_legacy.corpus`: corpora, which are collections of documents that agents search for their
answers.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._model import json_object, list_of, nothing
from ..._protocol import UNSET, Operation, Resource, Unset
from .. import models

if TYPE_CHECKING:
    import builtins

    from ..._multipart import File
    from ..._response import APIResponse

_CREATE = Operation(
    id="v2l_corpus_create", method="POST", path="/v2/api/corpus", body="json", envelope=False
)
_LIST = Operation(id="v2l_corpus_list", method="GET", path="/v2/api/corpus", idempotent=True)
_CREATE_DOCUMENT = Operation(
    id="v2l_corpus_create_document",
    method="POST",
    path="/v2/api/corpus/{corpus_id}/document",
    body="multipart",
    envelope=False,
    deprecated="v2_legacy.corpus.create_document is deprecated by the vendor: use v2.documents.upload",
)
_LIST_DOCUMENTS = Operation(
    id="v2l_corpus_list_documents",
    method="GET",
    path="/v2/api/corpus/{corpus_id}/document",
    idempotent=True,
)
_DELETE_DOCUMENTS = Operation(
    id="v2l_corpus_delete_documents",
    method="DELETE",
    path="/v2/api/corpus/{corpus_id}/document",
    body="json",
    idempotent=True,
)
_GET = Operation(
    id="v2l_corpus_get", method="GET", path="/v2/api/corpus/{corpus_id}", idempotent=True
)
_UPDATE = Operation(
    id="v2l_corpus_update",
    method="PUT",
    path="/v2/api/corpus/{corpus_id}",
    body="json",
    idempotent=True,
)
_DELETE = Operation(
    id="v2l_corpus_delete", method="DELETE", path="/v2/api/corpus/{corpus_id}", idempotent=True
)
_LIST_AGENTS = Operation(
    id="v2l_corpus_list_agents",
    method="GET",
    path="/v2/api/corpus/{corpus_id}/agent",
    idempotent=True,
)
_LIST_PERMISSIONS = Operation(
    id="v2l_corpus_list_permissions",
    method="GET",
    path="/v2/api/corpus/{corpus_id}/permission",
    idempotent=True,
)
_CHECK_DUPLICATES = Operation(
    id="v2l_corpus_check_duplicates",
    method="POST",
    path="/v2/api/corpus/{corpus_id}/document/duplicate",
    body="json",
)
_GET_PERMISSION = Operation(
    id="v2l_corpus_get_permission",
    method="GET",
    path="/v2/api/corpus/{corpus_id}/permission/{user_id}",
    idempotent=True,
)
_UPDATE_TAGS = Operation(
    id="v2l_corpus_update_tags", method="POST", path="/v2/api/corpus/{corpus_id}/tag", body="json"
)
_REFRESH = Operation(
    id="v2l_corpus_refresh", method="POST", path="/v2/api/corpus/{corpus_id}/refresh"
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

    async def list(self) -> builtins.list[models.Corpus]:
        """Get All Corpus.

        `GET /v2/api/corpus`

        Returns the corpora that the caller may see.

        Returns:
            The corpora.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Corpus, Get All Corpus; path,
        method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST, list_of(models.Corpus.read))

    async def create_document(
        self,
        corpus_id: int,
        *,
        content_type: models.DocumentContentTypeInput,
        source: File | str,
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

    async def list_documents(self, corpus_id: int) -> builtins.list[models.Document]:
        """Get All Documents From Corpus.

        `GET /v2/api/corpus/{corpus_id}/document`

        Returns the documents of a corpus.

        Args:
            corpus_id: Id of the corpus.

        Returns:
            The documents.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Corpus, Get All Documents From
        Corpus; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST_DOCUMENTS, list_of(models.Document.read), (corpus_id,))

    async def delete_documents(self, corpus_id: int, *, document_ids: builtins.list[int]) -> None:
        """Delete Document(s) from Corpus.

        `DELETE /v2/api/corpus/{corpus_id}/document`

        Deletes documents from a corpus. The body is inferred from V2.

        Args:
            corpus_id: Id of the corpus.
            document_ids: Ids of the documents.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Corpus, Delete Document(s)
        from Corpus; path, method and bodies follow the pattern of the generation.
        """
        await self._core.send(
            _DELETE_DOCUMENTS, nothing, (corpus_id,), body={"document_ids": document_ids}
        )

    async def get(self, corpus_id: int) -> models.Corpus:
        """Get Corpus.

        `GET /v2/api/corpus/{corpus_id}`

        Returns one corpus.

        Args:
            corpus_id: Id of the corpus.

        Returns:
            The corpus.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Corpus, Get Corpus; path,
        method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_GET, models.Corpus.read, (corpus_id,))

    async def update(
        self,
        corpus_id: int,
        *,
        name: str | Unset = UNSET,
        description: str | Unset = UNSET,
        indexing_mode_id: int | Unset = UNSET,
        corpus_type: str | Unset = UNSET,
    ) -> models.Corpus:
        """Edit Corpus.

        `PUT /v2/api/corpus/{corpus_id}`

        Changes name, description or settings of a corpus.

        Args:
            corpus_id: Id of the corpus.
            name: Name of the corpus. Inferred from the creation of a corpus.
            description: Description of the corpus. Inferred from the creation of a corpus.
            indexing_mode_id: Id of the indexing mode; 1 is `exhaustive`, 3 is `basic`. Inferred
                from the creation of a corpus in V2.
            corpus_type: Kind of corpus. Inferred from the creation of a corpus in V2.

        Returns:
            The corpus as it is now.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Corpus, Edit Corpus; path,
        method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _UPDATE,
            models.Corpus.read,
            (corpus_id,),
            body={
                "name": name,
                "description": description,
                "indexing_mode_id": indexing_mode_id,
                "corpus_type": corpus_type,
            },
        )

    async def delete(self, corpus_id: int) -> None:
        """Delete Corpus.

        `DELETE /v2/api/corpus/{corpus_id}`

        Deletes a corpus.

        Args:
            corpus_id: Id of the corpus.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Corpus, Delete Corpus; path,
        method and bodies follow the pattern of the generation.
        """
        await self._core.send(_DELETE, nothing, (corpus_id,))

    async def list_agents(self, corpus_id: int) -> builtins.list[models.Agent]:
        """Get All Agents By Corpus.

        `GET /v2/api/corpus/{corpus_id}/agent`

        Returns the agents that answer from a corpus.

        Args:
            corpus_id: Id of the corpus.

        Returns:
            The agents.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/v2-legacy/get-all-agents-by-corpus-legacy, title only;
        path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST_AGENTS, list_of(models.Agent.read), (corpus_id,))

    async def list_permissions(self, corpus_id: int) -> builtins.list[builtins.dict[str, Any]]:
        """Get Corpus Permissions.

        `GET /v2/api/corpus/{corpus_id}/permission`

        Returns who may do what with a corpus.

        Args:
            corpus_id: Id of the corpus.

        Returns:
            The permissions.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Corpus, Get Corpus
        Permissions; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST_PERMISSIONS, list_of(json_object), (corpus_id,))

    async def check_duplicates(
        self, corpus_id: int, *, documents: builtins.list[str]
    ) -> models.DuplicateFiles:
        """Check Duplicate Documents.

        `POST /v2/api/corpus/{corpus_id}/document/duplicate`

        Returns which of the named files a corpus already holds. Body and answer are inferred from
        V2.

        Args:
            corpus_id: Id of the corpus.
            documents: Names of the files.

        Returns:
            The files that are there already.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Corpus, Check Duplicate
        Documents; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _CHECK_DUPLICATES,
            models.DuplicateFiles.read,
            (corpus_id,),
            body={"documents": documents},
        )

    async def get_permission(self, corpus_id: int, user_id: int) -> builtins.dict[str, Any]:
        """Get Corpus Permission By User.

        `GET /v2/api/corpus/{corpus_id}/permission/{user_id}`

        Returns what one user may do with a corpus.

        Args:
            corpus_id: Id of the corpus.
            user_id: Id of the user.

        Returns:
            The permission.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Corpus, Get Corpus Permission
        By User; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_GET_PERMISSION, json_object, (corpus_id, user_id))

    async def update_tags(
        self, corpus_id: int, *, tags: builtins.list[str]
    ) -> models.LegacyTagList:
        """Annotate Corpus.

        `POST /v2/api/corpus/{corpus_id}/tag`

        Puts tags on a corpus or takes them from it.

        Args:
            corpus_id: Id of the corpus.
            tags: The tags. Inferred from the record of an agent.

        Returns:
            The tags of the corpus.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Corpus, Annotate Corpus; path,
        method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _UPDATE_TAGS, models.LegacyTagList.read, (corpus_id,), body={"tags": tags}
        )

    async def refresh(self, corpus_id: int) -> None:
        """Trigger a refresh(reindex) of a Corpus.

        `POST /v2/api/corpus/{corpus_id}/refresh`

        Begins to index the documents of a corpus again.

        Args:
            corpus_id: Id of the corpus.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Corpus, Trigger a
        refresh(reindex) of a Corpus; path, method and bodies follow the pattern of the generation.
        """
        await self._core.send(_REFRESH, nothing, (corpus_id,))


class V2LegacyCorpusWithResponse(Resource):
    """The methods of `client.v2_legacy.corpus`, returning whole responses."""

    __slots__ = ()

    async def create(
        self, *, name: str, description: str | Unset = UNSET
    ) -> APIResponse[models.Corpus]:
        """Create Corpus.

        `POST /v2/api/corpus`

        Takes the arguments of `create` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _CREATE, models.Corpus.read, body={"name": name, "description": description}
        )

    async def list(self) -> APIResponse[builtins.list[models.Corpus]]:
        """Get All Corpus.

        `GET /v2/api/corpus`

        Takes the arguments of `list` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST, list_of(models.Corpus.read))

    async def create_document(
        self,
        corpus_id: int,
        *,
        content_type: models.DocumentContentTypeInput,
        source: File | str,
        upload_from: str,
        user_id: int,
    ) -> APIResponse[models.DurableFunctionHandle]:
        """Create Document In Corpus.

        `POST /v2/api/corpus/{corpus_id}/document`

        Takes the arguments of `create_document` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
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

    async def list_documents(self, corpus_id: int) -> APIResponse[builtins.list[models.Document]]:
        """Get All Documents From Corpus.

        `GET /v2/api/corpus/{corpus_id}/document`

        Takes the arguments of `list_documents` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _LIST_DOCUMENTS, list_of(models.Document.read), (corpus_id,)
        )

    async def delete_documents(
        self, corpus_id: int, *, document_ids: builtins.list[int]
    ) -> APIResponse[None]:
        """Delete Document(s) from Corpus.

        `DELETE /v2/api/corpus/{corpus_id}/document`

        Takes the arguments of `delete_documents` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _DELETE_DOCUMENTS, nothing, (corpus_id,), body={"document_ids": document_ids}
        )

    async def get(self, corpus_id: int) -> APIResponse[models.Corpus]:
        """Get Corpus.

        `GET /v2/api/corpus/{corpus_id}`

        Takes the arguments of `get` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_GET, models.Corpus.read, (corpus_id,))

    async def update(
        self,
        corpus_id: int,
        *,
        name: str | Unset = UNSET,
        description: str | Unset = UNSET,
        indexing_mode_id: int | Unset = UNSET,
        corpus_type: str | Unset = UNSET,
    ) -> APIResponse[models.Corpus]:
        """Edit Corpus.

        `PUT /v2/api/corpus/{corpus_id}`

        Takes the arguments of `update` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _UPDATE,
            models.Corpus.read,
            (corpus_id,),
            body={
                "name": name,
                "description": description,
                "indexing_mode_id": indexing_mode_id,
                "corpus_type": corpus_type,
            },
        )

    async def delete(self, corpus_id: int) -> APIResponse[None]:
        """Delete Corpus.

        `DELETE /v2/api/corpus/{corpus_id}`

        Takes the arguments of `delete` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_DELETE, nothing, (corpus_id,))

    async def list_agents(self, corpus_id: int) -> APIResponse[builtins.list[models.Agent]]:
        """Get All Agents By Corpus.

        `GET /v2/api/corpus/{corpus_id}/agent`

        Takes the arguments of `list_agents` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST_AGENTS, list_of(models.Agent.read), (corpus_id,))

    async def list_permissions(
        self, corpus_id: int
    ) -> APIResponse[builtins.list[builtins.dict[str, Any]]]:
        """Get Corpus Permissions.

        `GET /v2/api/corpus/{corpus_id}/permission`

        Takes the arguments of `list_permissions` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST_PERMISSIONS, list_of(json_object), (corpus_id,))

    async def check_duplicates(
        self, corpus_id: int, *, documents: builtins.list[str]
    ) -> APIResponse[models.DuplicateFiles]:
        """Check Duplicate Documents.

        `POST /v2/api/corpus/{corpus_id}/document/duplicate`

        Takes the arguments of `check_duplicates` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _CHECK_DUPLICATES,
            models.DuplicateFiles.read,
            (corpus_id,),
            body={"documents": documents},
        )

    async def get_permission(
        self, corpus_id: int, user_id: int
    ) -> APIResponse[builtins.dict[str, Any]]:
        """Get Corpus Permission By User.

        `GET /v2/api/corpus/{corpus_id}/permission/{user_id}`

        Takes the arguments of `get_permission` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_GET_PERMISSION, json_object, (corpus_id, user_id))

    async def update_tags(
        self, corpus_id: int, *, tags: builtins.list[str]
    ) -> APIResponse[models.LegacyTagList]:
        """Annotate Corpus.

        `POST /v2/api/corpus/{corpus_id}/tag`

        Takes the arguments of `update_tags` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _UPDATE_TAGS, models.LegacyTagList.read, (corpus_id,), body={"tags": tags}
        )

    async def refresh(self, corpus_id: int) -> APIResponse[None]:
        """Trigger a refresh(reindex) of a Corpus.

        `POST /v2/api/corpus/{corpus_id}/refresh`

        Takes the arguments of `refresh` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_REFRESH, nothing, (corpus_id,))
