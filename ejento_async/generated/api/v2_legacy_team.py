"""`client.v2_legacy.team`: teams of users, with their projects and agents.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._model import json_object, list_of, nothing
from ..._protocol import Operation, Resource
from .. import models

if TYPE_CHECKING:
    import builtins

    from ..._response import APIResponse

_GET = Operation(id="v2l_team_get", method="GET", path="/v2/api/team/{team_id}", idempotent=True)
_UPDATE = Operation(
    id="v2l_team_update", method="PUT", path="/v2/api/team/{team_id}", body="json", idempotent=True
)
_DELETE = Operation(
    id="v2l_team_delete", method="DELETE", path="/v2/api/team/{team_id}", idempotent=True
)
_LIST = Operation(id="v2l_team_list", method="GET", path="/v2/api/team", idempotent=True)
_CREATE = Operation(id="v2l_team_create", method="POST", path="/v2/api/team", body="json")
_LIST_BY_USER = Operation(
    id="v2l_team_list_by_user", method="GET", path="/v2/api/user/team", idempotent=True
)
_LIST_RECENT = Operation(
    id="v2l_team_list_recent", method="GET", path="/v2/api/team/recent", idempotent=True
)
_LIST_USERS = Operation(
    id="v2l_team_list_users", method="GET", path="/v2/api/team/{team_id}/user", idempotent=True
)
_ADD_USERS = Operation(
    id="v2l_team_add_users", method="POST", path="/v2/api/team/{team_id}/user", body="json"
)
_LIST_AGENTS_BY_USER_TEAM = Operation(
    id="v2l_team_list_agents_by_user_team",
    method="GET",
    path="/v2/api/user/team/agent",
    idempotent=True,
)
_LIST_WITH_PROJECTS = Operation(
    id="v2l_team_list_with_projects", method="GET", path="/v2/api/team/project", idempotent=True
)
_ADD_RECENT = Operation(
    id="v2l_team_add_recent", method="POST", path="/v2/api/team/{team_id}/recent"
)
_GET_USER_ROLE = Operation(
    id="v2l_team_get_user_role", method="GET", path="/v2/api/team/{team_id}/role", idempotent=True
)


class V2LegacyTeamApi(Resource):
    """Teams of users, with their projects and agents."""

    __slots__ = ()

    @property
    def with_response(self) -> V2LegacyTeamWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V2LegacyTeamWithResponse(self._core)

    async def get(self, team_id: int) -> builtins.dict[str, Any]:
        """Get Team Details.

        `GET /v2/api/team/{team_id}`

        Returns one team.

        Args:
            team_id: Id of the team.

        Returns:
            The team.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/v2-legacy/get-team-details-legacy, title only; path,
        method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_GET, json_object, (team_id,))

    async def update(
        self, team_id: int, *, body: builtins.dict[str, Any]
    ) -> builtins.dict[str, Any]:
        """Edit Team.

        `PUT /v2/api/team/{team_id}`

        Changes a team.

        Args:
            team_id: Id of the team.
            body: What to change. The vendor documents no member of it.

        Returns:
            The team as it is now.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Team, Edit Team; path, method
        and bodies follow the pattern of the generation.
        """
        return await self._core.send(_UPDATE, json_object, (team_id,), body=body)

    async def delete(self, team_id: int) -> None:
        """Delete Team.

        `DELETE /v2/api/team/{team_id}`

        Deletes a team.

        Args:
            team_id: Id of the team.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Team, Delete Team; path,
        method and bodies follow the pattern of the generation.
        """
        await self._core.send(_DELETE, nothing, (team_id,))

    async def list(self) -> builtins.list[builtins.dict[str, Any]]:
        """Get All Teams.

        `GET /v2/api/team`

        Returns the teams that the caller may see.

        Returns:
            The teams.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Team, Get All Teams; path,
        method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST, list_of(json_object))

    async def create(self, *, body: builtins.dict[str, Any]) -> builtins.dict[str, Any]:
        """Create Team.

        `POST /v2/api/team`

        Creates a team.

        Args:
            body: The team. The vendor documents no member of it.

        Returns:
            The new team.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Team, Create Team; path,
        method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_CREATE, json_object, body=body)

    async def list_by_user(self) -> builtins.list[builtins.dict[str, Any]]:
        """Get Teams Of User.

        `GET /v2/api/user/team`

        Returns the teams of a user, presumably the caller's, since no user is named.

        Returns:
            The teams.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/v2-legacy/get-teams-of-user-legacy, title only; path,
        method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST_BY_USER, list_of(json_object))

    async def list_recent(self) -> builtins.list[builtins.dict[str, Any]]:
        """Get Recent Teams.

        `GET /v2/api/team/recent`

        Returns the teams that the caller has used lately.

        Returns:
            The teams.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Team, Get Recent Teams; path,
        method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST_RECENT, list_of(json_object))

    async def list_users(self, team_id: int) -> builtins.list[models.User]:
        """Get Users in a Team.

        `GET /v2/api/team/{team_id}/user`

        Returns the users of a team.

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
        """Add Users to Team.

        `POST /v2/api/team/{team_id}/user`

        Adds users to a team.

        Args:
            team_id: Id of the team.
            body: The users to be added. The vendor documents no member of it.

        Returns:
            The team.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Team, Add Users to Team; path,
        method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_ADD_USERS, json_object, (team_id,), body=body)

    async def list_agents_by_user_team(self) -> builtins.list[models.Agent]:
        """Get Agents Of User Team.

        `GET /v2/api/user/team/agent`

        Returns the agents of the team of a user, presumably the caller's, since no user is named.

        Returns:
            The agents.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Team, Get Agents Of User Team;
        path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST_AGENTS_BY_USER_TEAM, list_of(models.Agent.read))

    async def list_with_projects(self) -> builtins.list[builtins.dict[str, Any]]:
        """Get Projects And Team.

        `GET /v2/api/team/project`

        Returns teams together with their projects. How the projects are named is not documented.

        Returns:
            The teams.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Team, Get Projects And Team;
        path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST_WITH_PROJECTS, list_of(json_object))

    async def add_recent(self, team_id: int) -> builtins.dict[str, Any]:
        """Create Recent Team.

        `POST /v2/api/team/{team_id}/recent`

        Adds a team to those that the caller has used lately.

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

    async def get_user_role(self, team_id: int) -> builtins.dict[str, Any]:
        """Get User Role By Team.

        `GET /v2/api/team/{team_id}/role`

        Returns the role of a user in a team, presumably the caller's, since no user is named.

        Args:
            team_id: Id of the team.

        Returns:
            The role.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, Team, Get User Role By Team;
        path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_GET_USER_ROLE, json_object, (team_id,))


class V2LegacyTeamWithResponse(Resource):
    """The methods of `client.v2_legacy.team`, returning whole responses."""

    __slots__ = ()

    async def get(self, team_id: int) -> APIResponse[builtins.dict[str, Any]]:
        """Get Team Details.

        `GET /v2/api/team/{team_id}`

        Takes the arguments of `get` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_GET, json_object, (team_id,))

    async def update(
        self, team_id: int, *, body: builtins.dict[str, Any]
    ) -> APIResponse[builtins.dict[str, Any]]:
        """Edit Team.

        `PUT /v2/api/team/{team_id}`

        Takes the arguments of `update` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_UPDATE, json_object, (team_id,), body=body)

    async def delete(self, team_id: int) -> APIResponse[None]:
        """Delete Team.

        `DELETE /v2/api/team/{team_id}`

        Takes the arguments of `delete` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_DELETE, nothing, (team_id,))

    async def list(self) -> APIResponse[builtins.list[builtins.dict[str, Any]]]:
        """Get All Teams.

        `GET /v2/api/team`

        Takes the arguments of `list` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST, list_of(json_object))

    async def create(
        self, *, body: builtins.dict[str, Any]
    ) -> APIResponse[builtins.dict[str, Any]]:
        """Create Team.

        `POST /v2/api/team`

        Takes the arguments of `create` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_CREATE, json_object, body=body)

    async def list_by_user(self) -> APIResponse[builtins.list[builtins.dict[str, Any]]]:
        """Get Teams Of User.

        `GET /v2/api/user/team`

        Takes the arguments of `list_by_user` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST_BY_USER, list_of(json_object))

    async def list_recent(self) -> APIResponse[builtins.list[builtins.dict[str, Any]]]:
        """Get Recent Teams.

        `GET /v2/api/team/recent`

        Takes the arguments of `list_recent` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST_RECENT, list_of(json_object))

    async def list_users(self, team_id: int) -> APIResponse[builtins.list[models.User]]:
        """Get Users in a Team.

        `GET /v2/api/team/{team_id}/user`

        Takes the arguments of `list_users` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST_USERS, list_of(models.User.read), (team_id,))

    async def add_users(
        self, team_id: int, *, body: builtins.dict[str, Any]
    ) -> APIResponse[builtins.dict[str, Any]]:
        """Add Users to Team.

        `POST /v2/api/team/{team_id}/user`

        Takes the arguments of `add_users` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_ADD_USERS, json_object, (team_id,), body=body)

    async def list_agents_by_user_team(self) -> APIResponse[builtins.list[models.Agent]]:
        """Get Agents Of User Team.

        `GET /v2/api/user/team/agent`

        Takes the arguments of `list_agents_by_user_team` without `with_response`, and returns its
        result as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST_AGENTS_BY_USER_TEAM, list_of(models.Agent.read))

    async def list_with_projects(self) -> APIResponse[builtins.list[builtins.dict[str, Any]]]:
        """Get Projects And Team.

        `GET /v2/api/team/project`

        Takes the arguments of `list_with_projects` without `with_response`, and returns its result
        as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST_WITH_PROJECTS, list_of(json_object))

    async def add_recent(self, team_id: int) -> APIResponse[builtins.dict[str, Any]]:
        """Create Recent Team.

        `POST /v2/api/team/{team_id}/recent`

        Takes the arguments of `add_recent` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_ADD_RECENT, json_object, (team_id,))

    async def get_user_role(self, team_id: int) -> APIResponse[builtins.dict[str, Any]]:
        """Get User Role By Team.

        `GET /v2/api/team/{team_id}/role`

        Takes the arguments of `get_user_role` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_GET_USER_ROLE, json_object, (team_id,))
