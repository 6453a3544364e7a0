"""`client.v2.corpora`: corpora, which are collections of documents that agents search for their
answers.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._model import list_of, nothing
from ..._protocol import UNSET, Operation, Resource, Unset
from .. import models

if TYPE_CHECKING:
    import builtins

    from ..._response import APIResponse

_CREATE = Operation(id="v2_corpora_create", method="POST", path="/api/v2/corpora", body="json")
_LIST = Operation(id="v2_corpora_list", method="GET", path="/api/v2/corpora", idempotent=True)
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
_GET = Operation(
    id="v2_corpora_get", method="GET", path="/api/v2/corpora/{corpus_id}", idempotent=True
)
_UPDATE = Operation(
    id="v2_corpora_update",
    method="PUT",
    path="/api/v2/corpora/{corpus_id}",
    body="json",
    idempotent=True,
)
_DELETE = Operation(
    id="v2_corpora_delete", method="DELETE", path="/api/v2/corpora/{corpus_id}", idempotent=True
)
_LIST_AGENTS = Operation(
    id="v2_corpora_list_agents",
    method="GET",
    path="/api/v2/corpora/{corpus_id}/agents",
    idempotent=True,
)
_GET_DEFAULT_AGENT = Operation(
    id="v2_corpora_get_default_agent",
    method="GET",
    path="/api/v2/corpora/{corpus_id}/agents/default",
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

    async def list(self) -> builtins.list[models.Corpus]:
        """Get all Corpus.

        `GET /api/v2/corpora`

        Returns the corpora that the caller may see.

        Returns:
            The corpora.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/get-all-corpus, title only; api.ejento.ai/corpora.md;
        path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST, list_of(models.Corpus.read))

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

    async def delete_documents(self, corpus_id: int, *, document_ids: builtins.list[int]) -> None:
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
        self, corpus_id: int, *, documents: builtins.list[str]
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

    async def get(self, corpus_id: int) -> models.Corpus:
        """Get a Corpus.

        `GET /api/v2/corpora/{corpus_id}`

        Returns one corpus.

        Args:
            corpus_id: Id of the corpus.

        Returns:
            The corpus.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/get-corpus, title only; api.ejento.ai/corpora.md;
        path, method and bodies follow the pattern of the generation.
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
        """Update a Corpus.

        `PUT /api/v2/corpora/{corpus_id}`

        Changes what is stored about a corpus, such as its name.

        Args:
            corpus_id: Id of the corpus.
            name: Name of the corpus. Inferred from the creation of a corpus.
            description: Description of the corpus. Inferred from the creation of a corpus.
            indexing_mode_id: Id of the indexing mode; 1 is `exhaustive`, 3 is `basic`. Inferred
                from the creation of a corpus.
            corpus_type: Kind of corpus. Inferred from the creation of a corpus.

        Returns:
            The corpus.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/update-corpus, title only; api.ejento.ai/corpora.md;
        path, method and bodies follow the pattern of the generation.
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
        """Delete a Corpus.

        `DELETE /api/v2/corpora/{corpus_id}`

        Deletes a corpus for good.

        Args:
            corpus_id: Id of the corpus.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/delete-corpus, title only; api.ejento.ai/corpora.md;
        path, method and bodies follow the pattern of the generation.
        """
        await self._core.send(_DELETE, nothing, (corpus_id,))

    async def list_agents(self, corpus_id: int) -> builtins.list[models.AgentCorpusConnection]:
        """Get Corpus Agent Connections.

        `GET /api/v2/corpora/{corpus_id}/agents`

        Returns the connections of a corpus with the agents that answer from it.

        Args:
            corpus_id: Id of the corpus.

        Returns:
            The connections.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/get-corpus-agent-connections, title only;
        api.ejento.ai/corpora.md; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _LIST_AGENTS, list_of(models.AgentCorpusConnection.read), (corpus_id,)
        )

    async def get_default_agent(self, corpus_id: int) -> models.AgentCorpusConnection:
        """Get Default Corpus Agent Connection.

        `GET /api/v2/corpora/{corpus_id}/agents/default`

        Returns the connection of a corpus that is marked as the default.

        Args:
            corpus_id: Id of the corpus.

        Returns:
            The connection.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/get-default-corpus-agent-connection, title only;
        api.ejento.ai/corpora.md; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _GET_DEFAULT_AGENT, models.AgentCorpusConnection.read, (corpus_id,)
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
        """Create a Corpus.

        `POST /api/v2/corpora`

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

    async def list(self) -> APIResponse[builtins.list[models.Corpus]]:
        """Get all Corpus.

        `GET /api/v2/corpora`

        Takes the arguments of `list` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST, list_of(models.Corpus.read))

    async def list_documents(self, corpus_id: int) -> APIResponse[models.CorpusDocuments]:
        """Get Documents of a Corpus.

        `GET /api/v2/corpora/{corpus_id}/documents`

        Takes the arguments of `list_documents` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST_DOCUMENTS, models.CorpusDocuments.read, (corpus_id,))

    async def delete_documents(
        self, corpus_id: int, *, document_ids: builtins.list[int]
    ) -> APIResponse[None]:
        """Delete Documents from Corpus.

        `DELETE /api/v2/corpora/{corpus_id}/documents`

        Takes the arguments of `delete_documents` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _DELETE_DOCUMENTS, nothing, (corpus_id,), body={"document_ids": document_ids}
        )

    async def check_duplicates(
        self, corpus_id: int, *, documents: builtins.list[str]
    ) -> APIResponse[models.DuplicateFiles]:
        """Check Duplicate Documents.

        `POST /api/v2/corpora/{corpus_id}/documents/duplicates`

        Takes the arguments of `check_duplicates` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _CHECK_DUPLICATES,
            models.DuplicateFiles.read,
            (corpus_id,),
            body={"documents": documents},
        )

    async def get(self, corpus_id: int) -> APIResponse[models.Corpus]:
        """Get a Corpus.

        `GET /api/v2/corpora/{corpus_id}`

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
        """Update a Corpus.

        `PUT /api/v2/corpora/{corpus_id}`

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
        """Delete a Corpus.

        `DELETE /api/v2/corpora/{corpus_id}`

        Takes the arguments of `delete` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_DELETE, nothing, (corpus_id,))

    async def list_agents(
        self, corpus_id: int
    ) -> APIResponse[builtins.list[models.AgentCorpusConnection]]:
        """Get Corpus Agent Connections.

        `GET /api/v2/corpora/{corpus_id}/agents`

        Takes the arguments of `list_agents` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _LIST_AGENTS, list_of(models.AgentCorpusConnection.read), (corpus_id,)
        )

    async def get_default_agent(self, corpus_id: int) -> APIResponse[models.AgentCorpusConnection]:
        """Get Default Corpus Agent Connection.

        `GET /api/v2/corpora/{corpus_id}/agents/default`

        Takes the arguments of `get_default_agent` without `with_response`, and returns its result
        as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _GET_DEFAULT_AGENT, models.AgentCorpusConnection.read, (corpus_id,)
        )
