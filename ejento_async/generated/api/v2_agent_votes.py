"""`client.v2.agent_votes`: votes on agents.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._protocol import UNSET, Operation, Resource, Unset
from .. import models

if TYPE_CHECKING:
    from ..._response import APIResponse

_GET = Operation(
    id="v2_agent_votes_get", method="GET", path="/api/v2/agents/{agent_id}/votes", idempotent=True
)
_CREATE = Operation(
    id="v2_agent_votes_create", method="POST", path="/api/v2/agents/{agent_id}/votes", body="json"
)


class V2AgentVotesApi(Resource):
    """Votes on agents."""

    __slots__ = ()

    @property
    def with_response(self) -> V2AgentVotesWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V2AgentVotesWithResponse(self._core)

    async def get(self, agent_id: int) -> models.Vote:
        """Get Vote Information for an Agent.

        `GET /api/v2/agents/{agent_id}/votes`

        Returns the vote on an agent, presumably the caller's.

        Args:
            agent_id: Id of the agent.

        Returns:
            The vote.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2, Agents, Agent Vote, Get Vote
        Information for an Agent; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_GET, models.Vote.read, (agent_id,))

    async def create(
        self, agent_id: int, *, vote_type: models.VoteTypeInput | Unset = UNSET
    ) -> models.Vote:
        """Vote on an Agent.

        `POST /api/v2/agents/{agent_id}/votes`

        Votes for or against an agent.

        Args:
            agent_id: Id of the agent.
            vote_type: A vote for or against the agent. Inferred from votes on answers.

        Returns:
            The vote.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/vote-on-agent, title only; path, method and bodies
        follow the pattern of the generation.
        """
        return await self._core.send(
            _CREATE, models.Vote.read, (agent_id,), body={"vote_type": vote_type}
        )


class V2AgentVotesWithResponse(Resource):
    """The methods of `client.v2.agent_votes`, returning whole responses."""

    __slots__ = ()

    async def get(self, agent_id: int) -> APIResponse[models.Vote]:
        """Get Vote Information for an Agent.

        `GET /api/v2/agents/{agent_id}/votes`

        Takes the arguments of `get` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_GET, models.Vote.read, (agent_id,))

    async def create(
        self, agent_id: int, *, vote_type: models.VoteTypeInput | Unset = UNSET
    ) -> APIResponse[models.Vote]:
        """Vote on an Agent.

        `POST /api/v2/agents/{agent_id}/votes`

        Takes the arguments of `create` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _CREATE, models.Vote.read, (agent_id,), body={"vote_type": vote_type}
        )
