"""`client.v2.agents`: agents, which the product's pages call assistants, their corpora and their
history.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._model import list_of, nothing
from ..._protocol import UNSET, Operation, Pagination, Resource, Unset
from .. import models

if TYPE_CHECKING:
    import builtins
    from collections.abc import AsyncGenerator

    from ..._pagination import Page
    from ..._response import APIResponse

_GET = Operation(
    id="v2_agents_get", method="GET", path="/api/v2/agents/{agent_id}", idempotent=True
)
_UPDATE = Operation(
    id="v2_agents_update",
    method="PUT",
    path="/api/v2/agents/{agent_id}",
    body="json",
    idempotent=True,
)
_DELETE = Operation(
    id="v2_agents_delete", method="DELETE", path="/api/v2/agents/{agent_id}", idempotent=True
)
_LIST_CORPORA = Operation(
    id="v2_agents_list_corpora",
    method="GET",
    path="/api/v2/agents/{agent_id}/corpora",
    idempotent=True,
)
_REMOVE_CORPORA = Operation(
    id="v2_agents_remove_corpora",
    method="DELETE",
    path="/api/v2/agents/{agent_id}/corpora",
    idempotent=True,
)
_LIST_HISTORY = Operation(
    id="v2_agents_list_history",
    method="GET",
    path="/api/v2/agents/{agent_id}/history",
    idempotent=True,
    pagination=Pagination(
        items="history_records", page="current_page", pages="total_pages", total="total_records"
    ),
)
_LIST = Operation(id="v2_agents_list", method="GET", path="/api/v2/agents", idempotent=True)
_CREATE = Operation(id="v2_agents_create", method="POST", path="/api/v2/agents", body="json")
_ACTIVATE = Operation(
    id="v2_agents_activate", method="POST", path="/api/v2/agents/{agent_id}/activate"
)
_GET_CORPUS = Operation(
    id="v2_agents_get_corpus",
    method="GET",
    path="/api/v2/agents/{agent_id}/corpora/{corpus_id}",
    idempotent=True,
)
_UPDATE_CORPUS = Operation(
    id="v2_agents_update_corpus",
    method="PUT",
    path="/api/v2/agents/{agent_id}/corpora/{corpus_id}",
    body="json",
    idempotent=True,
)
_ADD_CORPUS = Operation(
    id="v2_agents_add_corpus", method="POST", path="/api/v2/agents/{agent_id}/corpora/{corpus_id}"
)
_REMOVE_CORPUS = Operation(
    id="v2_agents_remove_corpus",
    method="DELETE",
    path="/api/v2/agents/{agent_id}/corpora/{corpus_id}",
    idempotent=True,
)
_RESTORE = Operation(
    id="v2_agents_restore",
    method="POST",
    path="/api/v2/agents/{agent_id}/history/{history_id}/restore",
)
_CREATE_INSTRUCTIONS = Operation(
    id="v2_agents_create_instructions",
    method="POST",
    path="/api/v2/agents/{agent_id}/instructions",
    body="json",
)
_LIST_BY_TEAM = Operation(
    id="v2_agents_list_by_team",
    method="GET",
    path="/api/v2/teams/{team_id}/agents",
    idempotent=True,
)


class V2AgentsApi(Resource):
    """Agents, which the product's pages call assistants, their corpora and their history."""

    __slots__ = ()

    @property
    def with_response(self) -> V2AgentsWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V2AgentsWithResponse(self._core)

    async def get(self, agent_id: int) -> models.Agent:
        """Get an Agent.

        `GET /api/v2/agents/{agent_id}`

        Returns one agent, with the pattern that it works by. The vendor's client also calls it with
        the API key alone, to check that key and agent exist.

        Args:
            agent_id: Id of the agent.

        Returns:
            The agent.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: vendor-client (ejentoai/Quickstart-Template src/app/api/config/validate/route.ts).
        """
        return await self._core.send(_GET, models.Agent.read, (agent_id,))

    async def update(
        self,
        agent_id: int,
        *,
        agent_name: str | Unset = UNSET,
        domain: str | Unset = UNSET,
        prefix_prompt: str | Unset = UNSET,
        instructions: builtins.list[Any] | Unset = UNSET,
        access: models.AgentAccessInput | Unset = UNSET,
        agent_type: int | Unset = UNSET,
        project: int | Unset = UNSET,
        llm_config: int | None | Unset = UNSET,
        caching_enabled: bool | Unset = UNSET,
        react_enabled: bool | Unset = UNSET,
        chunk_count: int | Unset = UNSET,
    ) -> models.Agent:
        """Update an Agent.

        `PUT /api/v2/agents/{agent_id}`

        Changes the settings of an agent.

        Args:
            agent_id: Id of the agent.
            agent_name: Name of the agent. Inferred from the record of an agent.
            domain: Field of knowledge that the agent is made for. Inferred from the record of an
                agent.
            prefix_prompt: Prompt that stands before every question. Inferred from the record of an
                agent.
            instructions: Instructions that the agent follows beside its prompt. Their form is not
                documented. Inferred from the record of an agent.
            access: Who may use the agent. Inferred from the record of an agent.
            agent_type: Id of the kind of agent. Inferred from the record of an agent.
            project: Id of the project that the agent belongs to. Inferred from the record of an
                agent.
            llm_config: Id of the configuration of its language model. Inferred from the record of
                an agent.
            caching_enabled: Whether repeated questions may be answered from the cache. Inferred
                from the record of an agent.
            react_enabled: Whether the agent reasons and acts in turns. Inferred from the record of
                an agent.
            chunk_count: Number of chunks of documents that an answer may draw on. Inferred from the
                record of an agent.

        Returns:
            The agent.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2, Agents, Update an Agent; path, method
        and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _UPDATE,
            models.Agent.read,
            (agent_id,),
            body={
                "agent_name": agent_name,
                "domain": domain,
                "prefix_prompt": prefix_prompt,
                "instructions": instructions,
                "access": access,
                "agent_type": agent_type,
                "project": project,
                "llm_config": llm_config,
                "caching_enabled": caching_enabled,
                "react_enabled": react_enabled,
                "chunk_count": chunk_count,
            },
        )

    async def delete(self, agent_id: int) -> None:
        """Delete an Agent.

        `DELETE /api/v2/agents/{agent_id}`

        Deletes an agent.

        Args:
            agent_id: Id of the agent.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2, Agents, Delete an Agent; path, method
        and bodies follow the pattern of the generation.
        """
        await self._core.send(_DELETE, nothing, (agent_id,))

    async def list_corpora(
        self, agent_id: int, *, verbosity: str | Unset = UNSET, is_enabled: bool | Unset = UNSET
    ) -> models.AgentCorpora:
        """Get Agent-Corpus Connections.

        `GET /api/v2/agents/{agent_id}/corpora`

        Returns the connections of an agent with the corpora that it answers from.

        Args:
            agent_id: Id of the agent.
            verbosity: How much to tell of each connection. The only value seen is `medium`.
            is_enabled: Return only connections that are switched on, or only those that are not.

        Returns:
            The connections.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: vendor-client (ejentoai/Quickstart-Template src/api.ts,
        src/components/chat/chat.tsx).
        """
        return await self._core.send(
            _LIST_CORPORA,
            models.AgentCorpora.read,
            (agent_id,),
            query={"verbosity": verbosity, "is_enabled": is_enabled},
        )

    async def remove_corpora(self, agent_id: int) -> None:
        """Delete Agent-Corpus Connections.

        `DELETE /api/v2/agents/{agent_id}/corpora`

        Removes all connections of an agent with corpora. The corpora remain.

        Args:
            agent_id: Id of the agent.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2, Agents, Delete Agent-Corpus
        Connections; path, method and bodies follow the pattern of the generation.
        """
        await self._core.send(_REMOVE_CORPORA, nothing, (agent_id,))

    async def list_history(
        self, agent_id: int, *, page: int | Unset = UNSET, items_per_page: int | Unset = UNSET
    ) -> Page[models.AgentHistoryRecord]:
        """Get agent history with pagination.

        `GET /api/v2/agents/{agent_id}/history`

        Returns the earlier settings of an agent, page by page. Without `page` and `items_per_page`
        the server takes the first page, of 10 records.

        Args:
            agent_id: Id of the agent.
            page: Number of the page, counted from 1.
            items_per_page: How many items a page holds.

        Returns:
            One page of the history.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: documented (api.ejento.ai/get-agent-history-with-pagination-18417486e0).
        """
        return await self._core.send_page(
            _LIST_HISTORY,
            models.AgentHistoryRecord.read,
            (agent_id,),
            query={"page": page, "items_per_page": items_per_page},
        )

    def iter_history(
        self,
        agent_id: int,
        *,
        page: int | Unset = UNSET,
        items_per_page: int | Unset = UNSET,
        prefetch: int = 0,
    ) -> AsyncGenerator[models.AgentHistoryRecord]:
        """Get agent history with pagination.

        `GET /api/v2/agents/{agent_id}/history`, for each page

        Walks all items of `list_history`, fetching pages as they are needed, from `page` on.

        Args:
            agent_id: Id of the agent.
            page: Number of the page, counted from 1.
            items_per_page: How many items a page holds.
            prefetch: How many pages to fetch ahead, all at a time, while the items of one are
                walked; none by default. Whoever leaves such a walk before its end closes it, best
                with `contextlib.aclosing`.

        Yields:
            The items, in order.

        Raises:
            APIError: a page cannot be had; `page` of the error says which.

        Evidence: documented (api.ejento.ai/get-agent-history-with-pagination-18417486e0).
        """
        return self._core.iterate(
            _LIST_HISTORY,
            models.AgentHistoryRecord.read,
            (agent_id,),
            query={"page": page, "items_per_page": items_per_page},
            prefetch=prefetch,
        )

    async def list(self) -> builtins.list[models.Agent]:
        """Get all Agents.

        `GET /api/v2/agents`

        Returns the agents that the caller may see.

        Returns:
            The agents.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2, Agents, Get all Agents; path, method
        and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST, list_of(models.Agent.read))

    async def create(
        self,
        *,
        agent_name: str | Unset = UNSET,
        domain: str | Unset = UNSET,
        prefix_prompt: str | Unset = UNSET,
        instructions: builtins.list[Any] | Unset = UNSET,
        access: models.AgentAccessInput | Unset = UNSET,
        agent_type: int | Unset = UNSET,
        project: int | Unset = UNSET,
        llm_config: int | None | Unset = UNSET,
        caching_enabled: bool | Unset = UNSET,
        react_enabled: bool | Unset = UNSET,
        chunk_count: int | Unset = UNSET,
    ) -> models.Agent:
        """Create a new Agent.

        `POST /api/v2/agents`

        Creates an agent from settings, which are sent as JSON. Which of them the server insists on
        is not documented.

        Args:
            agent_name: Name of the agent. Inferred from the record of an agent.
            domain: Field of knowledge that the agent is made for. Inferred from the record of an
                agent.
            prefix_prompt: Prompt that stands before every question. Inferred from the record of an
                agent.
            instructions: Instructions that the agent follows beside its prompt. Their form is not
                documented. Inferred from the record of an agent.
            access: Who may use the agent. Inferred from the record of an agent.
            agent_type: Id of the kind of agent. Inferred from the record of an agent.
            project: Id of the project that the agent belongs to. Inferred from the record of an
                agent.
            llm_config: Id of the configuration of its language model. Inferred from the record of
                an agent.
            caching_enabled: Whether repeated questions may be answered from the cache. Inferred
                from the record of an agent.
            react_enabled: Whether the agent reasons and acts in turns. Inferred from the record of
                an agent.
            chunk_count: Number of chunks of documents that an answer may draw on. Inferred from the
                record of an agent.

        Returns:
            The new agent.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2, Agents, Create a new Agent; path,
        method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _CREATE,
            models.Agent.read,
            body={
                "agent_name": agent_name,
                "domain": domain,
                "prefix_prompt": prefix_prompt,
                "instructions": instructions,
                "access": access,
                "agent_type": agent_type,
                "project": project,
                "llm_config": llm_config,
                "caching_enabled": caching_enabled,
                "react_enabled": react_enabled,
                "chunk_count": chunk_count,
            },
        )

    async def activate(self, agent_id: int) -> models.Agent:
        """Activate an Agent.

        `POST /api/v2/agents/{agent_id}/activate`

        Makes an agent active. What it does before that is not documented.

        Args:
            agent_id: Id of the agent.

        Returns:
            The agent.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2, Agents, Activate an Agent; path,
        method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_ACTIVATE, models.Agent.read, (agent_id,))

    async def get_corpus(self, agent_id: int, corpus_id: int) -> models.AgentCorpusConnection:
        """Get Agent-Corpus Connection Details.

        `GET /api/v2/agents/{agent_id}/corpora/{corpus_id}`

        Returns the connection of an agent with one corpus.

        Args:
            agent_id: Id of the agent.
            corpus_id: Id of the corpus.

        Returns:
            The connection.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2, Agents, Get Agent-Corpus Connection
        Details; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _GET_CORPUS, models.AgentCorpusConnection.read, (agent_id, corpus_id)
        )

    async def update_corpus(
        self, agent_id: int, corpus_id: int, *, is_enabled: bool
    ) -> models.AgentCorpusConnection:
        """Update Agent-Corpus Connection.

        `PUT /api/v2/agents/{agent_id}/corpora/{corpus_id}`

        Switches the connection of an agent with a corpus on or off.

        Args:
            agent_id: Id of the agent.
            corpus_id: Id of the corpus.
            is_enabled: Whether the agent uses the corpus.

        Returns:
            The connection.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2, Agents, Update Agent-Corpus
        Connection; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _UPDATE_CORPUS,
            models.AgentCorpusConnection.read,
            (agent_id, corpus_id),
            body={"is_enabled": is_enabled},
        )

    async def add_corpus(self, agent_id: int, corpus_id: int) -> models.AgentCorpusConnection:
        """Create Agent-Corpus Connection.

        `POST /api/v2/agents/{agent_id}/corpora/{corpus_id}`

        Connects an agent with a corpus, from which it answers from then on. The path says all; no
        body is sent.

        Args:
            agent_id: Id of the agent.
            corpus_id: Id of the corpus.

        Returns:
            The new connection.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2, Agents, Create Agent-Corpus
        Connection; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _ADD_CORPUS, models.AgentCorpusConnection.read, (agent_id, corpus_id)
        )

    async def remove_corpus(self, agent_id: int, corpus_id: int) -> None:
        """Delete Agent-Corpus Connection.

        `DELETE /api/v2/agents/{agent_id}/corpora/{corpus_id}`

        Removes the connection of an agent with a corpus. The corpus remains.

        Args:
            agent_id: Id of the agent.
            corpus_id: Id of the corpus.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2, Agents, Delete Agent-Corpus
        Connection; path, method and bodies follow the pattern of the generation.
        """
        await self._core.send(_REMOVE_CORPUS, nothing, (agent_id, corpus_id))

    async def restore(self, agent_id: int, history_id: int) -> models.Agent:
        """Restore an agent to a previous checkpoint.

        `POST /api/v2/agents/{agent_id}/history/{history_id}/restore`

        Gives an agent the settings back that it had at a point of its history, which Get agent
        history with pagination lists.

        Args:
            agent_id: Id of the agent.
            history_id: Id of the record in the agent's history, `history_id` there.

        Returns:
            The agent.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2, Agents, Restore an agent to a
        previous checkpoint; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_RESTORE, models.Agent.read, (agent_id, history_id))

    async def create_instructions(
        self, agent_id: int, *, instruction: str | Unset = UNSET
    ) -> models.AgentInstruction:
        """Create Custom Instructions for an Agent.

        `POST /api/v2/agents/{agent_id}/instructions`

        Gives an agent an instruction to follow beside its prompt. The title speaks of several;
        whether one call can carry more than one is not documented.

        Args:
            agent_id: Id of the agent.
            instruction: Text of the instruction. Inferred from the instructions in the record of an
                agent.

        Returns:
            The new instruction.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2, Agents, Create Custom Instructions
        for an Agent; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _CREATE_INSTRUCTIONS,
            models.AgentInstruction.read,
            (agent_id,),
            body={"instruction": instruction},
        )

    async def list_by_team(self, team_id: int) -> builtins.list[models.Agent]:
        """List Agents of a Team.

        `GET /api/v2/teams/{team_id}/agents`

        Returns the agents of one team. The vendor's navigation of V2 does not name this operation;
        title, path and verb follow Get Agent By Team of V2 Legacy by the naming rule.

        Args:
            team_id: Id of the team.

        Returns:
            The agents.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/v2-legacy/get-agent-by-team-legacy, title only; path,
        method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST_BY_TEAM, list_of(models.Agent.read), (team_id,))


class V2AgentsWithResponse(Resource):
    """The methods of `client.v2.agents`, returning whole responses."""

    __slots__ = ()

    async def get(self, agent_id: int) -> APIResponse[models.Agent]:
        """Get an Agent.

        `GET /api/v2/agents/{agent_id}`

        Takes the arguments of `get` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_GET, models.Agent.read, (agent_id,))

    async def update(
        self,
        agent_id: int,
        *,
        agent_name: str | Unset = UNSET,
        domain: str | Unset = UNSET,
        prefix_prompt: str | Unset = UNSET,
        instructions: builtins.list[Any] | Unset = UNSET,
        access: models.AgentAccessInput | Unset = UNSET,
        agent_type: int | Unset = UNSET,
        project: int | Unset = UNSET,
        llm_config: int | None | Unset = UNSET,
        caching_enabled: bool | Unset = UNSET,
        react_enabled: bool | Unset = UNSET,
        chunk_count: int | Unset = UNSET,
    ) -> APIResponse[models.Agent]:
        """Update an Agent.

        `PUT /api/v2/agents/{agent_id}`

        Takes the arguments of `update` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _UPDATE,
            models.Agent.read,
            (agent_id,),
            body={
                "agent_name": agent_name,
                "domain": domain,
                "prefix_prompt": prefix_prompt,
                "instructions": instructions,
                "access": access,
                "agent_type": agent_type,
                "project": project,
                "llm_config": llm_config,
                "caching_enabled": caching_enabled,
                "react_enabled": react_enabled,
                "chunk_count": chunk_count,
            },
        )

    async def delete(self, agent_id: int) -> APIResponse[None]:
        """Delete an Agent.

        `DELETE /api/v2/agents/{agent_id}`

        Takes the arguments of `delete` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_DELETE, nothing, (agent_id,))

    async def list_corpora(
        self, agent_id: int, *, verbosity: str | Unset = UNSET, is_enabled: bool | Unset = UNSET
    ) -> APIResponse[models.AgentCorpora]:
        """Get Agent-Corpus Connections.

        `GET /api/v2/agents/{agent_id}/corpora`

        Takes the arguments of `list_corpora` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _LIST_CORPORA,
            models.AgentCorpora.read,
            (agent_id,),
            query={"verbosity": verbosity, "is_enabled": is_enabled},
        )

    async def remove_corpora(self, agent_id: int) -> APIResponse[None]:
        """Delete Agent-Corpus Connections.

        `DELETE /api/v2/agents/{agent_id}/corpora`

        Takes the arguments of `remove_corpora` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_REMOVE_CORPORA, nothing, (agent_id,))

    async def list_history(
        self, agent_id: int, *, page: int | Unset = UNSET, items_per_page: int | Unset = UNSET
    ) -> APIResponse[Page[models.AgentHistoryRecord]]:
        """Get agent history with pagination.

        `GET /api/v2/agents/{agent_id}/history`

        Takes the arguments of `list_history` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond_page(
            _LIST_HISTORY,
            models.AgentHistoryRecord.read,
            (agent_id,),
            query={"page": page, "items_per_page": items_per_page},
        )

    async def list(self) -> APIResponse[builtins.list[models.Agent]]:
        """Get all Agents.

        `GET /api/v2/agents`

        Takes the arguments of `list` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST, list_of(models.Agent.read))

    async def create(
        self,
        *,
        agent_name: str | Unset = UNSET,
        domain: str | Unset = UNSET,
        prefix_prompt: str | Unset = UNSET,
        instructions: builtins.list[Any] | Unset = UNSET,
        access: models.AgentAccessInput | Unset = UNSET,
        agent_type: int | Unset = UNSET,
        project: int | Unset = UNSET,
        llm_config: int | None | Unset = UNSET,
        caching_enabled: bool | Unset = UNSET,
        react_enabled: bool | Unset = UNSET,
        chunk_count: int | Unset = UNSET,
    ) -> APIResponse[models.Agent]:
        """Create a new Agent.

        `POST /api/v2/agents`

        Takes the arguments of `create` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _CREATE,
            models.Agent.read,
            body={
                "agent_name": agent_name,
                "domain": domain,
                "prefix_prompt": prefix_prompt,
                "instructions": instructions,
                "access": access,
                "agent_type": agent_type,
                "project": project,
                "llm_config": llm_config,
                "caching_enabled": caching_enabled,
                "react_enabled": react_enabled,
                "chunk_count": chunk_count,
            },
        )

    async def activate(self, agent_id: int) -> APIResponse[models.Agent]:
        """Activate an Agent.

        `POST /api/v2/agents/{agent_id}/activate`

        Takes the arguments of `activate` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_ACTIVATE, models.Agent.read, (agent_id,))

    async def get_corpus(
        self, agent_id: int, corpus_id: int
    ) -> APIResponse[models.AgentCorpusConnection]:
        """Get Agent-Corpus Connection Details.

        `GET /api/v2/agents/{agent_id}/corpora/{corpus_id}`

        Takes the arguments of `get_corpus` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _GET_CORPUS, models.AgentCorpusConnection.read, (agent_id, corpus_id)
        )

    async def update_corpus(
        self, agent_id: int, corpus_id: int, *, is_enabled: bool
    ) -> APIResponse[models.AgentCorpusConnection]:
        """Update Agent-Corpus Connection.

        `PUT /api/v2/agents/{agent_id}/corpora/{corpus_id}`

        Takes the arguments of `update_corpus` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _UPDATE_CORPUS,
            models.AgentCorpusConnection.read,
            (agent_id, corpus_id),
            body={"is_enabled": is_enabled},
        )

    async def add_corpus(
        self, agent_id: int, corpus_id: int
    ) -> APIResponse[models.AgentCorpusConnection]:
        """Create Agent-Corpus Connection.

        `POST /api/v2/agents/{agent_id}/corpora/{corpus_id}`

        Takes the arguments of `add_corpus` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _ADD_CORPUS, models.AgentCorpusConnection.read, (agent_id, corpus_id)
        )

    async def remove_corpus(self, agent_id: int, corpus_id: int) -> APIResponse[None]:
        """Delete Agent-Corpus Connection.

        `DELETE /api/v2/agents/{agent_id}/corpora/{corpus_id}`

        Takes the arguments of `remove_corpus` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_REMOVE_CORPUS, nothing, (agent_id, corpus_id))

    async def restore(self, agent_id: int, history_id: int) -> APIResponse[models.Agent]:
        """Restore an agent to a previous checkpoint.

        `POST /api/v2/agents/{agent_id}/history/{history_id}/restore`

        Takes the arguments of `restore` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_RESTORE, models.Agent.read, (agent_id, history_id))

    async def create_instructions(
        self, agent_id: int, *, instruction: str | Unset = UNSET
    ) -> APIResponse[models.AgentInstruction]:
        """Create Custom Instructions for an Agent.

        `POST /api/v2/agents/{agent_id}/instructions`

        Takes the arguments of `create_instructions` without `with_response`, and returns its result
        as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _CREATE_INSTRUCTIONS,
            models.AgentInstruction.read,
            (agent_id,),
            body={"instruction": instruction},
        )

    async def list_by_team(self, team_id: int) -> APIResponse[builtins.list[models.Agent]]:
        """List Agents of a Team.

        `GET /api/v2/teams/{team_id}/agents`

        Takes the arguments of `list_by_team` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST_BY_TEAM, list_of(models.Agent.read), (team_id,))
