"""`client.v2.agents`: agents, which the product's pages call assistants, their corpora and their
history.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._protocol import UNSET, Operation, Pagination, Resource, Unset
from .. import models

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from ..._pagination import Page
    from ..._response import APIResponse

_GET = Operation(
    id="v2_agents_get", method="GET", path="/api/v2/agents/{agent_id}", idempotent=True
)
_LIST_CORPORA = Operation(
    id="v2_agents_list_corpora",
    method="GET",
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
        self, agent_id: int, *, page: int | Unset = UNSET, items_per_page: int | Unset = UNSET
    ) -> AsyncIterator[models.AgentHistoryRecord]:
        """Walk all items of `list_history`, fetching pages as they are needed.

        Takes the arguments of `list_history`; the walk begins at `page`.
        """
        return self._core.iterate(
            _LIST_HISTORY,
            models.AgentHistoryRecord.read,
            (agent_id,),
            query={"page": page, "items_per_page": items_per_page},
        )


class V2AgentsWithResponse(Resource):
    """The methods of `client.v2.agents`, returning whole responses."""

    __slots__ = ()

    async def get(self, agent_id: int) -> APIResponse[models.Agent]:
        """`get`, with the whole response."""
        return await self._core.respond(_GET, models.Agent.read, (agent_id,))

    async def list_corpora(
        self, agent_id: int, *, verbosity: str | Unset = UNSET, is_enabled: bool | Unset = UNSET
    ) -> APIResponse[models.AgentCorpora]:
        """`list_corpora`, with the whole response."""
        return await self._core.respond(
            _LIST_CORPORA,
            models.AgentCorpora.read,
            (agent_id,),
            query={"verbosity": verbosity, "is_enabled": is_enabled},
        )

    async def list_history(
        self, agent_id: int, *, page: int | Unset = UNSET, items_per_page: int | Unset = UNSET
    ) -> APIResponse[Page[models.AgentHistoryRecord]]:
        """`list_history`, with the whole response."""
        return await self._core.respond_page(
            _LIST_HISTORY,
            models.AgentHistoryRecord.read,
            (agent_id,),
            query={"page": page, "items_per_page": items_per_page},
        )
