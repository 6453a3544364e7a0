"""`client.v2_legacy.agent_corpus_connection`: connections between agents and the corpora that they
answer from.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._model import anything, nothing
from ..._protocol import Operation, Resource
from .. import models

if TYPE_CHECKING:
    from ..._response import APIResponse

_LIST = Operation(
    id="v2l_agent_corpus_connection_list",
    method="GET",
    path="/v2/api/agent/{agent_id}/corpus",
    idempotent=True,
)
_DELETE_ALL = Operation(
    id="v2l_agent_corpus_connection_delete_all",
    method="DELETE",
    path="/v2/api/agent/{agent_id}/corpus",
    idempotent=True,
)
_GET = Operation(
    id="v2l_agent_corpus_connection_get",
    method="GET",
    path="/v2/api/agent/{agent_id}/corpus/{corpus_id}",
    idempotent=True,
)
_CREATE = Operation(
    id="v2l_agent_corpus_connection_create",
    method="POST",
    path="/v2/api/agent/{agent_id}/corpus/{corpus_id}",
    envelope=False,
)
_UPDATE = Operation(
    id="v2l_agent_corpus_connection_update",
    method="PUT",
    path="/v2/api/agent/{agent_id}/corpus/{corpus_id}",
    body="json",
    envelope=False,
    idempotent=True,
)
_DELETE = Operation(
    id="v2l_agent_corpus_connection_delete",
    method="DELETE",
    path="/v2/api/agent/{agent_id}/corpus/{corpus_id}",
    idempotent=True,
)


class V2LegacyAgentCorpusConnectionApi(Resource):
    """Connections between agents and the corpora that they answer from."""

    __slots__ = ()

    @property
    def with_response(self) -> V2LegacyAgentCorpusConnectionWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V2LegacyAgentCorpusConnectionWithResponse(self._core)

    async def list(self, agent_id: int) -> Any:
        """Get All Agent Corpus Connections.

        `GET /v2/api/agent/{agent_id}/corpus`

        Returns the connections of an agent with corpora. The documented example shows a single
        connection in place of a list, so the form of the answer is left open.

        Args:
            agent_id: Id of the agent.

        Returns:
            The connections, as a list or, as in the documented example, a single one.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: documented (api.ejento.ai/legacy-get-all-agent-corpus-connections).
        """
        return await self._core.send(_LIST, anything, (agent_id,))

    async def delete_all(self, agent_id: int) -> None:
        """Delete All Agent Corpus Connections.

        `DELETE /v2/api/agent/{agent_id}/corpus`

        Ends all connections of an agent with corpora. The corpora themselves remain.

        Args:
            agent_id: Id of the agent.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Agent Corpus Connection,
        Delete All Agent Corpus Connections; path, method and bodies follow the pattern of the
        generation.
        """
        await self._core.send(_DELETE_ALL, nothing, (agent_id,))

    async def get(self, agent_id: int, corpus_id: int) -> models.AgentCorpusConnection:
        """Get Agent Corpus Connection.

        `GET /v2/api/agent/{agent_id}/corpus/{corpus_id}`

        Returns the connection of an agent with a corpus.

        Args:
            agent_id: Id of the agent.
            corpus_id: Id of the corpus.

        Returns:
            The connection.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: documented (api.ejento.ai/legacy-get-agent-corpus-connection).
        """
        return await self._core.send(_GET, models.AgentCorpusConnection.read, (agent_id, corpus_id))

    async def create(self, agent_id: int, corpus_id: int) -> models.AgentCorpusConnection:
        """Create Agent Corpus Connection.

        `POST /v2/api/agent/{agent_id}/corpus/{corpus_id}`

        Connects an agent with a corpus, which it then searches for its answers.

        Args:
            agent_id: Id of the agent.
            corpus_id: Id of the corpus.

        Returns:
            The new connection, without an envelope.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: documented (api.ejento.ai/legacy-create-agent-corpus-connection).
        """
        return await self._core.send(
            _CREATE, models.AgentCorpusConnection.read, (agent_id, corpus_id)
        )

    async def update(
        self, agent_id: int, corpus_id: int, *, is_enabled: bool
    ) -> models.AgentCorpusConnection:
        """Edit Agent Corpus Connection.

        `PUT /v2/api/agent/{agent_id}/corpus/{corpus_id}`

        Switches the connection of an agent with a corpus on or off.

        Args:
            agent_id: Id of the agent.
            corpus_id: Id of the corpus.
            is_enabled: Whether the agent uses the corpus.

        Returns:
            The connection as it is now, without an envelope.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: documented (api.ejento.ai/legacy-edit-agent-corpus-connection).
        """
        return await self._core.send(
            _UPDATE,
            models.AgentCorpusConnection.read,
            (agent_id, corpus_id),
            body={"is_enabled": is_enabled},
        )

    async def delete(self, agent_id: int, corpus_id: int) -> None:
        """Delete Agent Corpus Connection.

        `DELETE /v2/api/agent/{agent_id}/corpus/{corpus_id}`

        Ends the connection of an agent with a corpus. The corpus itself remains.

        Args:
            agent_id: Id of the agent.
            corpus_id: Id of the corpus.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Agent Corpus Connection,
        Delete Agent Corpus Connection; path, method and bodies follow the pattern of the
        generation.
        """
        await self._core.send(_DELETE, nothing, (agent_id, corpus_id))


class V2LegacyAgentCorpusConnectionWithResponse(Resource):
    """The methods of `client.v2_legacy.agent_corpus_connection`, returning whole responses."""

    __slots__ = ()

    async def list(self, agent_id: int) -> APIResponse[Any]:
        """Get All Agent Corpus Connections.

        `GET /v2/api/agent/{agent_id}/corpus`

        Takes the arguments of `list` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST, anything, (agent_id,))

    async def delete_all(self, agent_id: int) -> APIResponse[None]:
        """Delete All Agent Corpus Connections.

        `DELETE /v2/api/agent/{agent_id}/corpus`

        Takes the arguments of `delete_all` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_DELETE_ALL, nothing, (agent_id,))

    async def get(self, agent_id: int, corpus_id: int) -> APIResponse[models.AgentCorpusConnection]:
        """Get Agent Corpus Connection.

        `GET /v2/api/agent/{agent_id}/corpus/{corpus_id}`

        Takes the arguments of `get` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _GET, models.AgentCorpusConnection.read, (agent_id, corpus_id)
        )

    async def create(
        self, agent_id: int, corpus_id: int
    ) -> APIResponse[models.AgentCorpusConnection]:
        """Create Agent Corpus Connection.

        `POST /v2/api/agent/{agent_id}/corpus/{corpus_id}`

        Takes the arguments of `create` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _CREATE, models.AgentCorpusConnection.read, (agent_id, corpus_id)
        )

    async def update(
        self, agent_id: int, corpus_id: int, *, is_enabled: bool
    ) -> APIResponse[models.AgentCorpusConnection]:
        """Edit Agent Corpus Connection.

        `PUT /v2/api/agent/{agent_id}/corpus/{corpus_id}`

        Takes the arguments of `update` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _UPDATE,
            models.AgentCorpusConnection.read,
            (agent_id, corpus_id),
            body={"is_enabled": is_enabled},
        )

    async def delete(self, agent_id: int, corpus_id: int) -> APIResponse[None]:
        """Delete Agent Corpus Connection.

        `DELETE /v2/api/agent/{agent_id}/corpus/{corpus_id}`

        Takes the arguments of `delete` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_DELETE, nothing, (agent_id, corpus_id))
