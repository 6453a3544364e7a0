"""`client.v2_legacy.agent_vote`: votes on agents.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..._protocol import Operation, Resource
from .. import models

if TYPE_CHECKING:
    from ..._response import APIResponse

_GET = Operation(
    id="v2l_agent_vote_get", method="GET", path="/v2/api/agent/{agent_id}/vote", idempotent=True
)
_CREATE = Operation(
    id="v2l_agent_vote_create", method="POST", path="/v2/api/agent/{agent_id}/vote", body="json"
)


class V2LegacyAgentVoteApi(Resource):
    """Votes on agents."""

    __slots__ = ()

    @property
    def with_response(self) -> V2LegacyAgentVoteWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V2LegacyAgentVoteWithResponse(self._core)

    async def get(self, agent_id: int) -> models.Vote:
        """Get Agent Vote.

        `GET /v2/api/agent/{agent_id}/vote`

        Returns the vote on an agent.

        Args:
            agent_id: Id of the agent.

        Returns:
            The vote.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Agent Vote, Get Agent Vote;
        path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_GET, models.Vote.read, (agent_id,))

    async def create(self, agent_id: int, *, vote_type: models.VoteTypeInput) -> models.Vote:
        """Create Agent Vote.

        `POST /v2/api/agent/{agent_id}/vote`

        Votes for or against an agent.

        Args:
            agent_id: Id of the agent.
            vote_type: A vote for or against the agent. Inferred from votes on answers.

        Returns:
            The vote.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Agent Vote, Create Agent Vote;
        path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _CREATE, models.Vote.read, (agent_id,), body={"vote_type": vote_type}
        )


class V2LegacyAgentVoteWithResponse(Resource):
    """The methods of `client.v2_legacy.agent_vote`, returning whole responses."""

    __slots__ = ()

    async def get(self, agent_id: int) -> APIResponse[models.Vote]:
        """Get Agent Vote.

        `GET /v2/api/agent/{agent_id}/vote`

        Takes the arguments of `get` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_GET, models.Vote.read, (agent_id,))

    async def create(
        self, agent_id: int, *, vote_type: models.VoteTypeInput
    ) -> APIResponse[models.Vote]:
        """Create Agent Vote.

        `POST /v2/api/agent/{agent_id}/vote`

        Takes the arguments of `create` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _CREATE, models.Vote.read, (agent_id,), body={"vote_type": vote_type}
        )
