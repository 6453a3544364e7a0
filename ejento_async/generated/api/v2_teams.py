"""`client.v2.teams`: teams of users.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._model import json_object
from ..._protocol import UNSET, Operation, Resource, Unset

if TYPE_CHECKING:
    from ..._response import APIResponse

_GET = Operation(id="v2_teams_get", method="GET", path="/api/v2/teams/{team_id}", idempotent=True)


class V2TeamsApi(Resource):
    """Teams of users."""

    __slots__ = ()

    @property
    def with_response(self) -> V2TeamsWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V2TeamsWithResponse(self._core)

    async def get(
        self,
        team_id: int,
        *,
        organization_id: int | Unset = UNSET,
        x_authorization_consistency_token: str | Unset = UNSET,
    ) -> dict[str, Any]:
        """Get a Team.

        `GET /api/v2/teams/{team_id}`

        Returns one team.

        Args:
            team_id: Id of the team.
            organization_id: Id of the organization that the call is for. Without it, the server
                presumably takes that of the caller.
            x_authorization_consistency_token: Token that an earlier write gave, so that this read
                already sees the permissions which that write has changed. How a write gives it is
                not known.

        Returns:
            The team.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: documented (api.ejento.ai/get-a-team.md); form of the answer is inferred.
        """
        return await self._core.send(
            _GET,
            json_object,
            (team_id,),
            headers={
                "Organization-Id": organization_id,
                "X-Authorization-Consistency-Token": x_authorization_consistency_token,
            },
        )


class V2TeamsWithResponse(Resource):
    """The methods of `client.v2.teams`, returning whole responses."""

    __slots__ = ()

    async def get(
        self,
        team_id: int,
        *,
        organization_id: int | Unset = UNSET,
        x_authorization_consistency_token: str | Unset = UNSET,
    ) -> APIResponse[dict[str, Any]]:
        """`get`, with the whole response."""
        return await self._core.respond(
            _GET,
            json_object,
            (team_id,),
            headers={
                "Organization-Id": organization_id,
                "X-Authorization-Consistency-Token": x_authorization_consistency_token,
            },
        )
