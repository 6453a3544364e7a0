"""`client.v2_legacy.user_project`: users who belong to projects, and the projects that a user sees.

Generated from openapi/ejento-v2.yaml by scripts/regenerate.sh; not to be edited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._model import list_of, nothing
from ..._protocol import Operation, Resource
from .. import models

if TYPE_CHECKING:
    from ..._response import APIResponse

_LIST_BY_USER_TEAMS = Operation(
    id="v2l_user_project_list_by_user_teams",
    method="GET",
    path="/v2/api/user/team/project",
    idempotent=True,
)
_LIST_BY_USER_AND_TEAM = Operation(
    id="v2l_user_project_list_by_user_and_team",
    method="GET",
    path="/v2/api/user/team/{team_id}/project",
    idempotent=True,
)
_ADD_USERS = Operation(
    id="v2l_user_project_add_users",
    method="POST",
    path="/v2/api/project/{project_id}/user",
    body="json",
)
_REMOVE_USERS = Operation(
    id="v2l_user_project_remove_users",
    method="DELETE",
    path="/v2/api/project/{project_id}/user",
    body="json",
    idempotent=True,
)


class V2LegacyUserProjectApi(Resource):
    """Users who belong to projects, and the projects that a user sees."""

    __slots__ = ()

    @property
    def with_response(self) -> V2LegacyUserProjectWithResponse:
        """The same methods, returning the whole response as `APIResponse`."""
        return V2LegacyUserProjectWithResponse(self._core)

    async def list_by_user_teams(self) -> list[models.Project]:
        """Get All Projects By User Teams.

        `GET /v2/api/user/team/project`

        Returns the projects of all teams that the caller belongs to.

        Returns:
            The projects.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai/v2-legacy/get-all-projects-by-user-teams-21194162e0,
        title only; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_LIST_BY_USER_TEAMS, list_of(models.Project.read))

    async def list_by_user_and_team(self, team_id: int) -> list[models.Project]:
        """Get Projects By User and Team.

        `GET /v2/api/user/team/{team_id}/project`

        Returns those projects of one team that a user belongs to, presumably the caller, since no
        user is named.

        Args:
            team_id: Id of the team.

        Returns:
            The projects.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, User Project, Get Projects By
        User and Team; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(
            _LIST_BY_USER_AND_TEAM, list_of(models.Project.read), (team_id,)
        )

    async def add_users(self, project_id: int, *, body: dict[str, Any]) -> models.Project:
        """Add Users To Project.

        `POST /v2/api/project/{project_id}/user`

        Adds users to a project.

        Args:
            project_id: Id of the project.
            body: The users to be added. The vendor documents no member of it.

        Returns:
            The project.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, User Project, Add Users To
        Project; path, method and bodies follow the pattern of the generation.
        """
        return await self._core.send(_ADD_USERS, models.Project.read, (project_id,), body=body)

    async def remove_users(self, project_id: int, *, body: dict[str, Any]) -> None:
        """Delete Users from Project.

        `DELETE /v2/api/project/{project_id}/user`

        Removes users from a project. Their accounts remain.

        Args:
            project_id: Id of the project.
            body: The users to be removed. The vendor documents no member of it.

        Raises:
            APIError: the call failed; the subclass says how.

        Evidence: inferred from api.ejento.ai, navigation, V2 Legacy, User Project, Delete Users
        from Project; path, method and bodies follow the pattern of the generation.
        """
        await self._core.send(_REMOVE_USERS, nothing, (project_id,), body=body)


class V2LegacyUserProjectWithResponse(Resource):
    """The methods of `client.v2_legacy.user_project`, returning whole responses."""

    __slots__ = ()

    async def list_by_user_teams(self) -> APIResponse[list[models.Project]]:
        """Get All Projects By User Teams.

        `GET /v2/api/user/team/project`

        Takes the arguments of `list_by_user_teams` without `with_response`, and returns its result
        as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_LIST_BY_USER_TEAMS, list_of(models.Project.read))

    async def list_by_user_and_team(self, team_id: int) -> APIResponse[list[models.Project]]:
        """Get Projects By User and Team.

        `GET /v2/api/user/team/{team_id}/project`

        Takes the arguments of `list_by_user_and_team` without `with_response`, and returns its
        result as `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(
            _LIST_BY_USER_AND_TEAM, list_of(models.Project.read), (team_id,)
        )

    async def add_users(
        self, project_id: int, *, body: dict[str, Any]
    ) -> APIResponse[models.Project]:
        """Add Users To Project.

        `POST /v2/api/project/{project_id}/user`

        Takes the arguments of `add_users` without `with_response`, and returns its result as `data`
        beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_ADD_USERS, models.Project.read, (project_id,), body=body)

    async def remove_users(self, project_id: int, *, body: dict[str, Any]) -> APIResponse[None]:
        """Delete Users from Project.

        `DELETE /v2/api/project/{project_id}/user`

        Takes the arguments of `remove_users` without `with_response`, and returns its result as
        `data` beside status, headers, envelope, seconds and attempts.
        """
        return await self._core.respond(_REMOVE_USERS, nothing, (project_id,), body=body)
