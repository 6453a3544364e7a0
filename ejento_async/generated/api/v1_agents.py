"""`client.v1.agents`: agents in the first generation of the API.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from ..._model import list_of
from ..._protocol import Operation, Resource
from .. import models

if TYPE_CHECKING:
    from ..._response import APIResponse

_GET_USER = Operation(
    id="v1_agents_get_user", method="GET", path="/agent/getuser/{agent_id}", idempotent=True
)


class V1AgentsApi(Resource):
    """Agents in the first generation of the API."""

    __slots__ = ()

    @property
    def with_response(self) -> V1AgentsWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V1AgentsWithResponse(self._core)

    async def get_user(
        self,
        agent_id: str,
        *,
        query_agent_id: int,
        action: Literal["userAgent", "userAgentPermission"],
    ) -> list[models.UserAgent]:
        """Get User Agent or User Agent Permission.

        `GET /agent/getuser/{agent_id}`

        Retrieve either user agent information or user agent permission data based on the agent ID
        and action specified. The id goes into the path and into the query as well.

        Args:
            agent_id: The ID of the agent, as text. The vendor's own sample leaves it out of the
                path.
            query_agent_id: The ID of the agent whose data is to be fetched.
            action: Specifies the action to retrieve data. Accepts either userAgent to fetch user
                agent information or userAgentPermission to fetch user agent permissions.

        Returns:
            Successful response based on the action parameter.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: documented (api.ejento.ai/v1/get-user-agent-or-user-agent-permission-16255365e0).
        """
        return await self._core.send(
            _GET_USER,
            list_of(models.UserAgent.read),
            (agent_id,),
            query={"agent_id": query_agent_id, "action": action},
        )


class V1AgentsWithResponse(Resource):
    """The methods of `client.v1.agents`, returning whole responses."""

    __slots__ = ()

    async def get_user(
        self,
        agent_id: str,
        *,
        query_agent_id: int,
        action: Literal["userAgent", "userAgentPermission"],
    ) -> APIResponse[list[models.UserAgent]]:
        """`get_user`, with the whole response."""
        return await self._core.respond(
            _GET_USER,
            list_of(models.UserAgent.read),
            (agent_id,),
            query={"agent_id": query_agent_id, "action": action},
        )
