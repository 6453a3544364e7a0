"""`client.v1.corpus`: corpora in the first generation of the API, their documents and who may use
them.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._model import anything, json_object, list_of, nothing
from ..._protocol import UNSET, Operation, Resource, Unset
from .. import models

if TYPE_CHECKING:
    import builtins

    from ..._multipart import File
    from ..._response import APIResponse

_GET = Operation(id="v1_corpus_get", method="GET", path="/corpus/{corpus_id}", idempotent=True)
_UPDATE = Operation(
    id="v1_corpus_update", method="PUT", path="/corpus/{corpus_id}", body="json", idempotent=True
)
_DELETE = Operation(
    id="v1_corpus_delete", method="DELETE", path="/corpus/{corpus_id}", idempotent=True
)
_LIST = Operation(id="v1_corpus_list", method="GET", path="/corpus", idempotent=True)
_CREATE = Operation(id="v1_corpus_create", method="POST", path="/corpus", body="json")
_LIST_PERMISSIONS = Operation(
    id="v1_corpus_list_permissions",
    method="GET",
    path="/corpus/{corpus_id}/permission",
    idempotent=True,
)
_CREATE_PERMISSIONS = Operation(
    id="v1_corpus_create_permissions",
    method="POST",
    path="/corpus/{corpus_id}/permission",
    body="json",
)
_DELETE_PERMISSIONS = Operation(
    id="v1_corpus_delete_permissions",
    method="DELETE",
    path="/corpus/{corpus_id}/permission",
    body="json",
    idempotent=True,
)
_LIST_DOCUMENTS = Operation(
    id="v1_corpus_list_documents",
    method="GET",
    path="/corpus/{corpus_id}/document",
    idempotent=True,
)
_CREATE_DOCUMENT = Operation(
    id="v1_corpus_create_document",
    method="POST",
    path="/corpus/{corpus_id}/document",
    body="multipart",
    envelope=False,
)
_DELETE_ALL_DOCUMENTS = Operation(
    id="v1_corpus_delete_all_documents",
    method="DELETE",
    path="/corpus/{corpus_id}/document",
    idempotent=True,
)
_GET_PERMISSION = Operation(
    id="v1_corpus_get_permission",
    method="GET",
    path="/corpus/{corpus_id}/permission/{user_id}",
    idempotent=True,
)
_CHECK_DUPLICATES = Operation(
    id="v1_corpus_check_duplicates",
    method="POST",
    path="/corpus/{corpus_id}/document/duplicate",
    body="json",
    idempotent=True,
)


class V1CorpusApi(Resource):
    """Corpora in the first generation of the API, their documents and who may use them."""

    __slots__ = ()

    @property
    def with_response(self) -> V1CorpusWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V1CorpusWithResponse(self._core)

    async def get(self, corpus_id: int) -> models.Corpus:
        """Get Corpus by ID.

        `GET /corpus/{corpus_id}`

        Returns one corpus.

        Args:
            corpus_id: Id of the corpus.

        Returns:
            The corpus.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title); path, method
        and bodies follow the pattern of the generation.
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

        `PUT /corpus/{corpus_id}`

        Changes a corpus.

        Args:
            corpus_id: Id of the corpus.
            name: Name of the corpus. Inferred from the creation of a corpus in V2.
            description: Description of the corpus. Inferred from the creation of a corpus in V2.
            indexing_mode_id: Id of the indexing mode; 1 is `exhaustive`, 3 is `basic`. Inferred
                from the creation of a corpus in V2.
            corpus_type: Kind of corpus. Inferred from the creation of a corpus in V2.

        Returns:
            The corpus after the change.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title); path, method
        and bodies follow the pattern of the generation.
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

        `DELETE /corpus/{corpus_id}`

        Deletes a corpus.

        Args:
            corpus_id: Id of the corpus.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title); path, method
        and bodies follow the pattern of the generation.
        """
        await self._core.send(_DELETE, nothing, (corpus_id,))

    async def list(self) -> builtins.list[models.Corpus]:
        """Get All Corpus.

        `GET /corpus`

        Returns all corpora.

        Returns:
            The corpora.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title); path, method
        and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST, list_of(models.Corpus.read))

    async def create(
        self,
        *,
        name: str,
        description: str | Unset = UNSET,
        indexing_mode_id: int | Unset = UNSET,
        corpus_type: str | Unset = UNSET,
    ) -> models.Corpus:
        """Create Corpus.

        `POST /corpus`

        Creates an empty corpus, to which documents can be uploaded.

        Args:
            name: Name of the corpus. Inferred from the creation of a corpus in V2.
            description: Description of the corpus. Inferred from the creation of a corpus in V2.
            indexing_mode_id: Id of the indexing mode; 1 is `exhaustive`, 3 is `basic`. Inferred
                from the creation of a corpus in V2.
            corpus_type: Kind of corpus. Inferred from the creation of a corpus in V2.

        Returns:
            The new corpus.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/v1/create-corpus-16255381e0; nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title); path, method
        and bodies follow the pattern of the generation.
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

    async def list_permissions(self, corpus_id: int) -> builtins.list[builtins.dict[str, Any]]:
        """Get Corpus Permissions.

        `GET /corpus/{corpus_id}/permission`

        Returns who may do what with a corpus.

        Args:
            corpus_id: Id of the corpus.

        Returns:
            The permissions.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title); path, method
        and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST_PERMISSIONS, list_of(json_object), (corpus_id,))

    async def create_permissions(self, corpus_id: int, *, body: builtins.dict[str, Any]) -> Any:
        """Create Corpus Permissions.

        `POST /corpus/{corpus_id}/permission`

        Gives users permissions on a corpus. Neither body nor answer is documented, so both are left
        open.

        Args:
            corpus_id: Id of the corpus.
            body: Permissions to be given on a corpus. The vendor documents no member.

        Returns:
            The new permissions, in a form that is not documented.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title); path, method
        and bodies follow the pattern of the generation.
        """
        return await self._core.send(_CREATE_PERMISSIONS, anything, (corpus_id,), body=body)

    async def delete_permissions(self, corpus_id: int, *, body: builtins.dict[str, Any]) -> None:
        """Delete Corpus Permissions.

        `DELETE /corpus/{corpus_id}/permission`

        Takes permissions on a corpus from users. Whose permissions they are presumably stands in
        the body, which is left open.

        Args:
            corpus_id: Id of the corpus.
            body: Permissions to be taken away. That there is a body is inferred; no member is
                documented.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title); path, method
        and bodies follow the pattern of the generation.
        """
        await self._core.send(_DELETE_PERMISSIONS, nothing, (corpus_id,), body=body)

    async def list_documents(self, corpus_id: int) -> builtins.list[models.Document]:
        """Get All Documents From Corpus.

        `GET /corpus/{corpus_id}/document`

        Returns all documents of a corpus, with how far their indexing has come.

        Args:
            corpus_id: Id of the corpus.

        Returns:
            The documents.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title); path, method
        and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST_DOCUMENTS, list_of(models.Document.read), (corpus_id,))

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

        `POST /corpus/{corpus_id}/document`

        Uploads a file, a text or the URL of a page, to be indexed. The form of body and answer is
        taken from V2 Legacy.

        Args:
            corpus_id: Id of the corpus.
            content_type: What the source is: a file, a text or the URL of a page. Inferred from V2
                Legacy.
            source: The file, or else the text or the URL, as text. Inferred from V2 Legacy.
            upload_from: Where the upload comes from, for example `web`. Inferred from V2 Legacy.
            user_id: Id of the user who uploads. Inferred from V2 Legacy.

        Returns:
            The handle of the run that indexes the document, without an envelope.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/v1/create-document-in-corpus-16255389e0; nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title); path, method
        and bodies follow the pattern of the generation.
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

    async def delete_all_documents(self, corpus_id: int) -> None:
        """Delete All Documents.

        `DELETE /corpus/{corpus_id}/document`

        Deletes all documents of a corpus.

        Args:
            corpus_id: Id of the corpus.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title); path, method
        and bodies follow the pattern of the generation.
        """
        await self._core.send(_DELETE_ALL_DOCUMENTS, nothing, (corpus_id,))

    async def get_permission(self, corpus_id: int, user_id: int) -> builtins.dict[str, Any]:
        """Get Corpus Permission By User.

        `GET /corpus/{corpus_id}/permission/{user_id}`

        Returns what one user may do with a corpus.

        Args:
            corpus_id: Id of the corpus.
            user_id: Id of the user.

        Returns:
            The permission.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/v1/get-corpus-permission-by-user-16255388e0; nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title); path, method
        and bodies follow the pattern of the generation.
        """
        return await self._core.send(_GET_PERMISSION, json_object, (corpus_id, user_id))

    async def check_duplicates(
        self, corpus_id: int, *, documents: builtins.list[str]
    ) -> models.DuplicateFiles:
        """Check Duplicate Documents.

        `POST /corpus/{corpus_id}/document/duplicate`

        Tells which of the named files a corpus already holds, and changes nothing.

        Args:
            corpus_id: Id of the corpus.
            documents: Names of the files. Inferred from V2.

        Returns:
            The files that the corpus already holds.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from nav of
        api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0 (title); path, method
        and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _CHECK_DUPLICATES,
            models.DuplicateFiles.read,
            (corpus_id,),
            body={"documents": documents},
        )


class V1CorpusWithResponse(Resource):
    """The methods of `client.v1.corpus`, returning whole responses."""

    __slots__ = ()

    async def get(self, corpus_id: int) -> APIResponse[models.Corpus]:
        """Get Corpus by ID.

        `GET /corpus/{corpus_id}`

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

        `PUT /corpus/{corpus_id}`

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

        `DELETE /corpus/{corpus_id}`

        Takes the arguments of `delete` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_DELETE, nothing, (corpus_id,))

    async def list(self) -> APIResponse[builtins.list[models.Corpus]]:
        """Get All Corpus.

        `GET /corpus`

        Takes the arguments of `list` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST, list_of(models.Corpus.read))

    async def create(
        self,
        *,
        name: str,
        description: str | Unset = UNSET,
        indexing_mode_id: int | Unset = UNSET,
        corpus_type: str | Unset = UNSET,
    ) -> APIResponse[models.Corpus]:
        """Create Corpus.

        `POST /corpus`

        Takes the arguments of `create` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
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

    async def list_permissions(
        self, corpus_id: int
    ) -> APIResponse[builtins.list[builtins.dict[str, Any]]]:
        """Get Corpus Permissions.

        `GET /corpus/{corpus_id}/permission`

        Takes the arguments of `list_permissions` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST_PERMISSIONS, list_of(json_object), (corpus_id,))

    async def create_permissions(
        self, corpus_id: int, *, body: builtins.dict[str, Any]
    ) -> APIResponse[Any]:
        """Create Corpus Permissions.

        `POST /corpus/{corpus_id}/permission`

        Takes the arguments of `create_permissions` without `with_response`, and returns its result
        as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_CREATE_PERMISSIONS, anything, (corpus_id,), body=body)

    async def delete_permissions(
        self, corpus_id: int, *, body: builtins.dict[str, Any]
    ) -> APIResponse[None]:
        """Delete Corpus Permissions.

        `DELETE /corpus/{corpus_id}/permission`

        Takes the arguments of `delete_permissions` without `with_response`, and returns its result
        as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_DELETE_PERMISSIONS, nothing, (corpus_id,), body=body)

    async def list_documents(self, corpus_id: int) -> APIResponse[builtins.list[models.Document]]:
        """Get All Documents From Corpus.

        `GET /corpus/{corpus_id}/document`

        Takes the arguments of `list_documents` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _LIST_DOCUMENTS, list_of(models.Document.read), (corpus_id,)
        )

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

        `POST /corpus/{corpus_id}/document`

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

    async def delete_all_documents(self, corpus_id: int) -> APIResponse[None]:
        """Delete All Documents.

        `DELETE /corpus/{corpus_id}/document`

        Takes the arguments of `delete_all_documents` without `with_response`, and returns its
        result as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_DELETE_ALL_DOCUMENTS, nothing, (corpus_id,))

    async def get_permission(
        self, corpus_id: int, user_id: int
    ) -> APIResponse[builtins.dict[str, Any]]:
        """Get Corpus Permission By User.

        `GET /corpus/{corpus_id}/permission/{user_id}`

        Takes the arguments of `get_permission` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_GET_PERMISSION, json_object, (corpus_id, user_id))

    async def check_duplicates(
        self, corpus_id: int, *, documents: builtins.list[str]
    ) -> APIResponse[models.DuplicateFiles]:
        """Check Duplicate Documents.

        `POST /corpus/{corpus_id}/document/duplicate`

        Takes the arguments of `check_duplicates` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _CHECK_DUPLICATES,
            models.DuplicateFiles.read,
            (corpus_id,),
            body={"documents": documents},
        )
