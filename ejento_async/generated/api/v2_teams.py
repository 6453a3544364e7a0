"""`client.v2.teams`: teams of users.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._model import json_object, list_of, nothing
from ..._protocol import UNSET, Operation, Resource, Unset
from .. import models

if TYPE_CHECKING:
    import builtins

    from ..._response import APIResponse

_GET = Operation(id="v2_teams_get", method="GET", path="/api/v2/teams/{team_id}", idempotent=True)
_UPDATE = Operation(
    id="v2_teams_update", method="PUT", path="/api/v2/teams/{team_id}", body="json", idempotent=True
)
_DELETE = Operation(
    id="v2_teams_delete", method="DELETE", path="/api/v2/teams/{team_id}", idempotent=True
)
_LIST = Operation(id="v2_teams_list", method="GET", path="/api/v2/teams", idempotent=True)
_CREATE = Operation(id="v2_teams_create", method="POST", path="/api/v2/teams", body="json")
_LIST_USERS = Operation(
    id="v2_teams_list_users", method="GET", path="/api/v2/teams/{team_id}/users", idempotent=True
)
_ADD_USERS = Operation(
    id="v2_teams_add_users", method="POST", path="/api/v2/teams/{team_id}/users", body="json"
)
_LIST_RECENT = Operation(
    id="v2_teams_list_recent", method="GET", path="/api/v2/teams/recent", idempotent=True
)
_ADD_RECENT = Operation(
    id="v2_teams_add_recent", method="POST", path="/api/v2/teams/{team_id}/recent"
)


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
    ) -> builtins.dict[str, Any]:
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

    async def update(
        self, team_id: int, *, body: builtins.dict[str, Any]
    ) -> builtins.dict[str, Any]:
        """Update a Team.

        `PUT /api/v2/teams/{team_id}`

        Changes a team. The vendor's navigation of V2 does not name this operation; title, path and
        verb follow Edit Team of V2 Legacy by the naming rule.

        Args:
            team_id: Id of the team.

        Returns:
            The team.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Team, Edit Team; path, method
        and bodies follow the pattern of the generation.
        """
        return await self._core.send(_UPDATE, json_object, (team_id,), body=body)

    async def delete(self, team_id: int) -> None:
        """Delete a Team.

        `DELETE /api/v2/teams/{team_id}`

        Deletes a team. The vendor's navigation of V2 does not name this operation; title, path and
        verb follow Delete Team of V2 Legacy by the naming rule.

        Args:
            team_id: Id of the team.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Team, Delete Team; path,
        method and bodies follow the pattern of the generation.
        """
        await self._core.send(_DELETE, nothing, (team_id,))

    async def list(self) -> builtins.list[builtins.dict[str, Any]]:
        """List Teams.

        `GET /api/v2/teams`

        Returns the teams that the caller may see. The vendor's navigation of V2 does not name this
        operation; title, path and verb follow Get All Teams of V2 Legacy by the naming rule.

        Returns:
            The teams.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Team, Get All Teams; path,
        method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST, list_of(json_object))

    async def create(self, *, body: builtins.dict[str, Any]) -> builtins.dict[str, Any]:
        """Create a Team.

        `POST /api/v2/teams`

        Creates a team. The vendor's navigation of V2 does not name this operation; title, path and
        verb follow Create Team of V2 Legacy by the naming rule.

        Returns:
            The new team.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Team, Create Team; path,
        method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_CREATE, json_object, body=body)

    async def list_users(self, team_id: int) -> builtins.list[models.User]:
        """List Users of a Team.

        `GET /api/v2/teams/{team_id}/users`

        Returns the users of a team. The vendor's navigation of V2 does not name this operation;
        title, path and verb follow Get Users in a Team of V2 Legacy by the naming rule.

        Args:
            team_id: Id of the team.

        Returns:
            The users.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Team, Get Users in a Team;
        path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST_USERS, list_of(models.User.read), (team_id,))

    async def add_users(
        self, team_id: int, *, body: builtins.dict[str, Any]
    ) -> builtins.dict[str, Any]:
        """Add Users to a Team.

        `POST /api/v2/teams/{team_id}/users`

        Adds users to a team. How the body names them is not documented. The vendor's navigation of
        V2 does not name this operation; title, path and verb follow Add Users to Team of V2 Legacy
        by the naming rule.

        Args:
            team_id: Id of the team.

        Returns:
            The team.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Team, Add Users to Team; path,
        method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_ADD_USERS, json_object, (team_id,), body=body)

    async def list_recent(self) -> builtins.list[builtins.dict[str, Any]]:
        """List Recent Teams.

        `GET /api/v2/teams/recent`

        Returns the teams that the caller has used lately. The vendor's navigation of V2 does not
        name this operation; title, path and verb follow Get Recent Teams of V2 Legacy by the naming
        rule.

        Returns:
            The teams.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Team, Get Recent Teams; path,
        method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST_RECENT, list_of(json_object))

    async def add_recent(self, team_id: int) -> builtins.dict[str, Any]:
        """Add a Recent Team.

        `POST /api/v2/teams/{team_id}/recent`

        Notes that the caller has used a team. The vendor's navigation of V2 does not name this
        operation; title, path and verb follow Create Recent Team of V2 Legacy by the naming rule.

        Args:
            team_id: Id of the team.

        Returns:
            The team.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Team, Create Recent Team;
        path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_ADD_RECENT, json_object, (team_id,))


class V2TeamsWithResponse(Resource):
    """The methods of `client.v2.teams`, returning whole responses."""

    __slots__ = ()

    async def get(
        self,
        team_id: int,
        *,
        organization_id: int | Unset = UNSET,
        x_authorization_consistency_token: str | Unset = UNSET,
    ) -> APIResponse[builtins.dict[str, Any]]:
        """Get a Team.

        `GET /api/v2/teams/{team_id}`

        Takes the arguments of `get` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _GET,
            json_object,
            (team_id,),
            headers={
                "Organization-Id": organization_id,
                "X-Authorization-Consistency-Token": x_authorization_consistency_token,
            },
        )

    async def update(
        self, team_id: int, *, body: builtins.dict[str, Any]
    ) -> APIResponse[builtins.dict[str, Any]]:
        """Update a Team.

        `PUT /api/v2/teams/{team_id}`

        Takes the arguments of `update` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_UPDATE, json_object, (team_id,), body=body)

    async def delete(self, team_id: int) -> APIResponse[None]:
        """Delete a Team.

        `DELETE /api/v2/teams/{team_id}`

        Takes the arguments of `delete` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_DELETE, nothing, (team_id,))

    async def list(self) -> APIResponse[builtins.list[builtins.dict[str, Any]]]:
        """List Teams.

        `GET /api/v2/teams`

        Takes the arguments of `list` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST, list_of(json_object))

    async def create(
        self, *, body: builtins.dict[str, Any]
    ) -> APIResponse[builtins.dict[str, Any]]:
        """Create a Team.

        `POST /api/v2/teams`

        Takes the arguments of `create` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_CREATE, json_object, body=body)

    async def list_users(self, team_id: int) -> APIResponse[builtins.list[models.User]]:
        """List Users of a Team.

        `GET /api/v2/teams/{team_id}/users`

        Takes the arguments of `list_users` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST_USERS, list_of(models.User.read), (team_id,))

    async def add_users(
        self, team_id: int, *, body: builtins.dict[str, Any]
    ) -> APIResponse[builtins.dict[str, Any]]:
        """Add Users to a Team.

        `POST /api/v2/teams/{team_id}/users`

        Takes the arguments of `add_users` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_ADD_USERS, json_object, (team_id,), body=body)

    async def list_recent(self) -> APIResponse[builtins.list[builtins.dict[str, Any]]]:
        """List Recent Teams.

        `GET /api/v2/teams/recent`

        Takes the arguments of `list_recent` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST_RECENT, list_of(json_object))

    async def add_recent(self, team_id: int) -> APIResponse[builtins.dict[str, Any]]:
        """Add a Recent Team.

        `POST /api/v2/teams/{team_id}/recent`

        Takes the arguments of `add_recent` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_ADD_RECENT, json_object, (team_id,))
